//! The rules of reconciliation, one item each: its name, how bad it is when it does not hold, what is said then in Swedish
//! and English, and how it is looked for. In what is said, `{0}` and so on stand for the words of the finding.

use super::audited::Audited;
use super::finding::{Finding, Found, Severity};
use super::{agreement, control, linked, plausible, smells, sums};

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name in reports.
    pub name: &'static str,
    /// How bad it is when it does not hold.
    pub severity: Severity,
    /// Whether it holds calculated figures against what was published.
    pub is_of_published: bool,
    pub(super) says: [&'static str; 2],
    find: fn(&Audited<'_>) -> Vec<Found>,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Rule {
    /// What does not hold in a table.
    pub fn findings(&'static self, table: &Audited<'_>) -> impl Iterator<Item = Finding> + use<> {
        (self.find)(table).into_iter().map(move |Found { place, words, figure, fix }| Finding {
            rule: self,
            place,
            words,
            figure,
            fix,
        })
    }
}

/// Makes the list of rules, each `name, severity, function, Swedish, English`; those after `published` are about figures
/// that were published.
macro_rules! rules {
    ($($name:literal, $severity:ident, $find:path, $swedish:literal, $english:literal;)* published $($p_name:literal, $p_severity:ident, $p_find:path, $p_swedish:literal, $p_english:literal;)*) => {
        /// Every rule.
        pub static RULES: &[Rule] = &[
            $(Rule { name: $name, severity: Severity::$severity, is_of_published: false, says: [$swedish, $english], find: $find },)*
            $(Rule { name: $p_name, severity: Severity::$p_severity, is_of_published: true, says: [$p_swedish, $p_english], find: $p_find },)*
        ];
    };
}

rules! {
    "misses-row", Error, sums::misses_row,
    "Summan hoppar över raden {0}. Ta med den, eller märk den som därav.",
    "The sum passes over the row {0}. Include it, or mark it as a part.";

    "sums-part", Error, sums::sums_part,
    "Summan räknar med {0}, som redan ingår i en annan rad.",
    "The sum includes {0}, which is a part of another row already.";

    "counts-twice", Error, sums::counts_twice,
    "Summan räknar med {0}, som själv summerar rader som redan är med.",
    "The sum includes {0}, which itself sums rows that are included already.";

    "duplicate-total", Note, sums::duplicate_total,
    "Raden summerar samma rader som {0}. Räkna inte ihop dem.",
    "The row sums the same rows as {0}. Do not add them.";

    "forecast-missing", Warning, sums::forecast_missing,
    "{0} av {1} rader saknar prognos. De räknas inte med i summan.",
    "{0} of {1} rows have no forecast. The sum leaves them out.";

    "part-is-larger", Warning, sums::part_is_larger,
    "Därav-raden är större än {0}, som den är en del av.",
    "This part is larger than {0}, which it is a part of.";

    "tables-disagree", Error, linked::disagree,
    "{0}: tabellerna skiljer sig med {1}, mer än vad avrundning kan förklara.",
    "{0}: the tables differ by {1}, more than rounding can explain.";

    "tables-differ-by-rounding", Note, linked::differ_by_rounding,
    "{0}: tabellerna skiljer sig med {1}, vilket avrundning förklarar.",
    "{0}: the tables differ by {1}, which rounding explains.";

    "wrong-sign", Error, smells::wrong_sign,
    "Avvikelsen har omvänt tecken: plus ska vara överskott.",
    "The deviation has the wrong sign: plus should be a surplus.";

    "mixed-signs", Warning, plausible::mixed_signs,
    "Beloppet {0} har annat tecken än budgeten {1} på samma rad.",
    "The amount {0} has another sign than the budget {1} of its row.";

    "unit-slip", Warning, plausible::unit_slip,
    "Beloppet {0} är ungefär tusen gånger större eller mindre än budgeten {1}. Är det skrivet i en annan enhet?",
    "The amount {0} is about a thousand times more or less than the budget {1}. Is it in another unit?";

    "months-differ", Error, plausible::months_differ,
    "Året är {0}, men månaderna summerar till {1}.",
    "The year is {0}, but its months sum to {1}.";

    "typed-among-formulas", Warning, smells::typed_among_formulas,
    "Ett tal är inskrivet där cellerna intill beräknas. Skriv formeln, eller förklara talet i en anteckning.",
    "A number is typed where the cells beside it are calculated. Enter the formula, or explain it in a note.";

    "unlike-neighbours", Warning, smells::unlike_neighbours,
    "Formeln är en annan än ovanför och nedanför, som är lika.",
    "The formula is another than above and below, which are the same.";

    "reads-text", Warning, smells::reads_text,
    "Formeln räknar med {0}, som innehåller text.",
    "The formula calculates with {0}, which holds text.";

    "reads-blank", Note, smells::reads_blank,
    "Formeln räknar med {0}, som är tom och räknas som noll.",
    "The formula calculates with {0}, which is empty and counts as zero.";

    "risk-product", Error, control::risk_product,
    "Riskvärdet är {0}, men sannolikhet × konsekvens är {1}.",
    "The risk is {0}, but probability × consequence is {1}.";

    "status-outside-scale", Warning, control::status_outside_scale,
    "Statusordet {0} finns inte på skalan.",
    "The status {0} is on no scale of this column.";

    "overdue", Warning, control::overdue,
    "Slutdatum {0} har passerat och status är {1}.",
    "The end date {0} has passed and the status is {1}.";

    published

    "inconsistent", Error, agreement::inconsistent,
    "Publicerat {0}, beräknat {1}: mer än vad avrundning kan förklara.",
    "Published {0}, calculated {1}: more than rounding can explain.";

    "within-rounding", Note, agreement::rounded,
    "Publicerat {0}, beräknat {1}: avrundning förklarar skillnaden.",
    "Published {0}, calculated {1}: rounding explains the difference.";

    "within-rounding", Note, agreement::rounded_before,
    "Publicerat {0}, beräknat {1}: källan räknade på oavrundade belopp, till exempel kronor, och det ryms inom avrundningen.",
    "Published {0}, calculated {1}: the source calculated on amounts before rounding, such as kronor, which explains it.";

    "within-rounding", Note, agreement::rounded_across,
    "Publicerat {0}, raderna i kolumnen summerar till {1}: avrundning förklarar skillnaden.",
    "Published {0}, the rows of the column sum to {1}: rounding explains the difference.";

    "unpublished", Note, agreement::unpublished,
    "Beräknat {1}; inget är publicerat.",
    "Calculated {1}; nothing was published.";
}
