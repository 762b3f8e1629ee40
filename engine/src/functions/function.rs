//! What a worksheet function is: names in both languages, parameters, help, examples and its body, as one item.

use super::arguments::Arguments;
use super::host::Answer;
use crate::display::Locale;

/// A worksheet function.
#[derive(Debug, Clone, Copy)]
pub struct Function {
    /// English name, which formulas are stored with.
    pub name: &'static str,
    /// Name in Swedish Excel.
    pub swedish: &'static str,
    /// Shelf it stands on.
    pub category: Category,
    /// Parameters in order.
    pub parameters: &'static [Parameter],
    /// One sentence that says what it gives.
    pub summary: Words,
    /// Formulas with their results, which are also its first tests.
    pub examples: &'static [Example],
    /// Whether it must be calculated anew at each change because it reads more than its arguments.
    pub volatile: bool,
    /// Whether its result depends on where its own cell or its references stand, and not only on what they hold.
    pub positional: bool,
    /// Whether it asks the host for groups of the cells in its ranges before it reads them.
    pub keyed: bool,
    /// The calculation.
    pub body: Body,
}

/// The calculation of a function.
pub type Body = fn(&Arguments<'_>) -> Answer;

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub english: &'static str,
    /// Swedish.
    pub swedish: &'static str,
}

/// A formula without `=` in canonical English, and the result it gives, as shown by the English locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// The formula.
    pub formula: &'static str,
    /// Its result in full precision.
    pub result: &'static str,
}

/// Shelves of the function library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Category {
    /// Sums, rounding, powers.
    Math,
    /// Conditions and error handling.
    Logic,
    /// Cutting, joining and searching text.
    Text,
    /// Dates and times.
    Time,
    /// Finding values, and references.
    Lookup,
    /// Averages, counts, ranks.
    Statistics,
    /// What a cell holds.
    Information,
    /// Loans, investments, depreciation, securities.
    Finance,
    /// Records of a table that meet conditions.
    Database,
    /// Number systems, bits, units, complex numbers.
    Engineering,
}

/// A parameter of a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// Its name in help and hints.
    pub name: Words,
    /// What it takes.
    pub kind: Kind,
    /// Whether and how often it is given.
    pub presence: Presence,
}

/// What a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One value. An array or a range here makes the whole call an array, value by value.
    Scalar,
    /// A value, a range or an array, taken as it is.
    Any,
    /// Evaluated only when the body asks for it.
    Lazy,
}

/// Whether and how often an argument is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Exactly once.
    Required,
    /// At most once.
    Optional,
    /// Any number of times; consecutive repeated parameters repeat as a group.
    Repeated,
}

impl Category {
    /// Its name in lists of functions.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Math => "math",
            Self::Logic => "logic",
            Self::Text => "text",
            Self::Time => "time",
            Self::Lookup => "lookup",
            Self::Statistics => "statistics",
            Self::Information => "information",
            Self::Finance => "finance",
            Self::Database => "database",
            Self::Engineering => "engineering",
        }
    }
}

impl Function {
    /// A function with its names, shelf and body; the rest is added by the methods below.
    pub const fn new(name: &'static str, swedish: &'static str, category: Category, body: Body) -> Self {
        Self {
            name,
            swedish,
            category,
            parameters: &[],
            summary: Words { english: "", swedish: "" },
            examples: &[],
            volatile: false,
            positional: false,
            keyed: false,
            body,
        }
    }

    /// The same function under other names, as older versions of Excel had them.
    pub const fn named(mut self, name: &'static str, swedish: &'static str) -> Self {
        (self.name, self.swedish) = (name, swedish);
        self
    }

    /// With these parameters.
    pub const fn takes(mut self, parameters: &'static [Parameter]) -> Self {
        self.parameters = parameters;
        self
    }

    /// With this help, where the library is built with it.
    pub const fn help(mut self, english: &'static str, swedish: &'static str) -> Self {
        if cfg!(any(test, feature = "help")) {
            self.summary = Words { english, swedish };
        }
        self
    }

    /// With these examples, where the library is built with help.
    pub const fn examples(mut self, examples: &'static [Example]) -> Self {
        if cfg!(any(test, feature = "help")) {
            self.examples = examples;
        }
        self
    }

    /// Calculated anew at each change.
    pub const fn volatile(mut self) -> Self {
        self.volatile = true;
        self
    }

    /// Depending on where its own cell or its references stand.
    pub const fn positional(mut self) -> Self {
        self.positional = true;
        self
    }

    /// Asking the host for groups of the cells in its ranges before it reads them.
    pub const fn keyed(mut self) -> Self {
        self.keyed = true;
        self
    }

    /// The parameter that the argument at `index` fills, when there may be so many.
    pub fn parameter(&self, index: usize) -> Option<&'static Parameter> {
        if let Some(parameter) = self.parameters.get(index) {
            return Some(parameter);
        }
        let group = self.parameters.iter().rev().take_while(|p| p.presence == Presence::Repeated).count();
        let before = self.parameters.len() - group;
        index.checked_sub(before)?.checked_rem(group).map(|within| &self.parameters[before + within])
    }

    /// Whether a call may have so many arguments.
    pub fn accepts(&self, count: usize) -> bool {
        let (required, _) = self.argument_counts();
        count >= required && (count == 0 || self.parameter(count - 1).is_some())
    }

    /// The fewest arguments of a call, and the most where there is an end.
    pub fn argument_counts(&self) -> (usize, Option<usize>) {
        let required = self.parameters.iter().filter(|p| p.presence == Presence::Required).count();
        let is_open = self.parameters.iter().any(|p| p.presence == Presence::Repeated);
        (required, (!is_open).then_some(self.parameters.len()))
    }

    /// Its name in a language.
    pub const fn name_in(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Swedish => self.swedish,
            Locale::English => self.name,
        }
    }

    /// The call as help shows it in a language.
    pub fn syntax_in(&self, locale: Locale) -> String {
        match locale {
            Locale::English => self.syntax(),
            Locale::Swedish => {
                let parameters: Vec<String> = self.parameters.iter().map(|p| p.shown(p.name.swedish)).collect();
                format!("{}({})", self.swedish, parameters.join("; "))
            }
        }
    }

    /// The call as help shows it: `ROUND(number, decimals)`, optional parameters in brackets.
    pub fn syntax(&self) -> String {
        let parameters: Vec<String> = self.parameters.iter().map(|p| p.shown(p.name.english)).collect();
        format!("{}({})", self.name, parameters.join(", "))
    }
}

impl Parameter {
    const fn new(kind: Kind, english: &'static str, swedish: &'static str) -> Self {
        Self { name: Words { english, swedish }, kind, presence: Presence::Required }
    }

    /// It may be left out.
    pub const fn optional(mut self) -> Self {
        self.presence = Presence::Optional;
        self
    }

    /// It may be given again and again, or not at all.
    pub const fn repeated(mut self) -> Self {
        self.presence = Presence::Repeated;
        self
    }

    /// Its name as help shows it in a language.
    pub fn shown_in(&self, locale: Locale) -> String {
        match locale {
            Locale::Swedish => self.shown(self.name.swedish),
            Locale::English => self.shown(self.name.english),
        }
    }

    fn shown(&self, name: &str) -> String {
        match self.presence {
            Presence::Required => name.to_owned(),
            Presence::Optional => format!("[{name}]"),
            Presence::Repeated => format!("[{name}]…"),
        }
    }
}

/// A parameter that takes one value.
pub const fn scalar(english: &'static str, swedish: &'static str) -> Parameter {
    Parameter::new(Kind::Scalar, english, swedish)
}

/// A parameter that takes a value, a range or an array.
pub const fn any(english: &'static str, swedish: &'static str) -> Parameter {
    Parameter::new(Kind::Any, english, swedish)
}

/// A parameter that is evaluated only when asked for.
pub const fn lazy(english: &'static str, swedish: &'static str) -> Parameter {
    Parameter::new(Kind::Lazy, english, swedish)
}

/// An example: a formula and its result.
pub const fn example(formula: &'static str, result: &'static str) -> Example {
    Example { formula, result }
}
