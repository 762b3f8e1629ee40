//! Every function of the library with each argument of an example in turn replaced by something it may not expect: a
//! blank cell, text, a boolean, an error, an array, a huge number, a negative one, nothing.

use anyhow::{Context, Result, ensure};
use libtest_mimic::Trial;
use tertial_engine::functions::{Function, Kind, library};
use tertial_engine::session::vocabulary::BookVocabulary;
use tertial_engine::session::{Address, Place, Session, Still};
use tertial_engine::syntax::{Dialect, Expression, parse, print};
use tertial_engine::value::{CellError, Value};

use crate::trial;

/// Arguments that any function must give an answer to, be it an error.
const UNEXPECTED: [&str; 10] = [
    "$Z$999",
    "\"x\"",
    "\"\"",
    "TRUE",
    "{1,\"x\";TRUE,#N/A}",
    "$Z$998:$Z$999",
    "79000000000000000000000000000",
    "-79000000000000000000000000000",
    "0.00000000000000000001",
    "-1",
];

/// Functions that are about errors, or take values of which they pass on only what is asked for.
const ABOUT_ERRORS: [&str; 26] = [
    "AGGREGATE",
    "AREAS",
    "ARRAYTOTEXT",
    "COUNT",
    "COUNTA",
    "ERROR.TYPE",
    "FILTER",
    "HSTACK",
    "HYPERLINK",
    "IFERROR",
    "IFNA",
    "ISBLANK",
    "ISERR",
    "ISERROR",
    "ISLOGICAL",
    "ISNA",
    "ISNONTEXT",
    "ISNUMBER",
    "ISOMITTED",
    "ISREF",
    "ISTEXT",
    "SORT",
    "SORTBY",
    "TYPE",
    "VALUETOTEXT",
    "VSTACK",
];

/// Parameters that take an error as something to look for, or that are passed on only in place of a missing result.
const NO_INPUTS: [&str; 5] = ["criterion", "if_not_found", "pad_with", "if_empty", "value_if_error"];

/// A test for each function.
pub fn trials() -> Vec<Trial> {
    library::all().map(|function| trial(format!("arguments/{}", function.name), || check(function))).collect()
}

fn check(function: &Function) -> Result<()> {
    let heading = function.syntax();
    ensure!(heading.starts_with(&format!("{}(", function.name)), "{heading} does not begin with the name");
    let mut desk = Desk::new()?;
    for example in function.examples {
        for arguments in desk.calls(example.formula, function.name) {
            for index in 0..arguments.len() {
                desk.check_argument(function, &arguments, index)?;
            }
        }
    }
    Ok(())
}

/// A book in which formulas are tried.
struct Desk {
    session: Session,
    place: Place,
}

impl Desk {
    fn new() -> Result<Self> {
        let mut session = Session::new(Box::new(Still { now: 46_265.5 }));
        session.set_locale(tertial_engine::session::Locale::English);
        let sheet = session.sheets().first().context("a sheet")?.id;
        Ok(Self { session, place: Address::new(6, 3).on(sheet) })
    }

    /// The arguments of each call of a function in a formula.
    fn calls(&self, formula: &str, function: &str) -> Vec<Vec<Expression>> {
        let vocabulary = BookVocabulary(self.session.book());
        let parsed = parse(formula, self.place, Dialect::English, &vocabulary);
        let mut calls = Vec::new();
        parsed.expression.walk(&mut |part| match part {
            Expression::Call(name, arguments) if **name == *function => calls.push(arguments.clone()),
            _ => {}
        });
        calls
    }

    fn check_argument(&mut self, function: &Function, arguments: &[Expression], index: usize) -> Result<()> {
        let texts: Vec<String> = arguments.iter().map(|argument| self.written(argument)).collect();
        let call = |argument: &str| {
            let mut texts = texts.clone();
            argument.clone_into(&mut texts[index]);
            format!("{}({})", function.name, texts.join(","))
        };
        for unexpected in UNEXPECTED.into_iter().chain([""]) {
            self.value(&call(unexpected))?;
        }
        let parameter = function.parameter(index).context("a parameter")?;
        let takes_errors = ABOUT_ERRORS.contains(&function.name) || NO_INPUTS.contains(&parameter.name.english);
        if parameter.kind != Kind::Lazy && !takes_errors {
            let formula = call("#NULL!");
            let value = self.value(&formula)?;
            ensure!(value == Value::Error(CellError::Null), "{formula} is {value:?}");
        }
        if parameter.kind == Kind::Scalar && is_literal(&arguments[index]) {
            let literal = &texts[index];
            let formula = format!(
                "ROWS({0})*10+COLUMNS({0})",
                call(&format!("{{{literal},{literal};{literal},{literal};{literal},{literal}}}"))
            );
            let value = self.value(&formula)?;
            ensure!(value == Value::from(32), "{formula} is {value:?}");
        }
        Ok(())
    }

    fn written(&self, argument: &Expression) -> String {
        print(argument, self.place, Dialect::English, &BookVocabulary(self.session.book()))
    }

    /// The value of a formula.
    fn value(&mut self, formula: &str) -> Result<Value> {
        // A formula that would be refused as typed is calculated all the same, as one out of a file is.
        self.session.put(self.place, &format!("={formula}")).with_context(|| format!("={formula} is refused"))?;
        Ok(self.session.value(self.place))
    }
}

/// Whether an argument can stand in an array constant.
fn is_literal(argument: &Expression) -> bool {
    match argument {
        Expression::Prefix(_, operand) => matches!(**operand, Expression::Number(_)),
        Expression::Number(_) | Expression::Text(_) | Expression::Boolean(_) => true,
        _ => false,
    }
}
