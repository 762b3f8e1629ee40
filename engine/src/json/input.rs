//! What `eval` reads. Cells stay raw JSON, so that numbers are the decimals that were written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The whole input.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Input<'a> {
    #[serde(borrow)]
    pub sheets: Vec<Sheet<'a>>,
    /// Defined names with their formulas.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    #[serde(default)]
    pub tables: Vec<Table>,
    /// Hidden rows by sheet, counted from one.
    #[serde(default)]
    pub hidden_rows: BTreeMap<String, Vec<u32>>,
    #[serde(default)]
    pub date1904: bool,
    /// The date that `TODAY` gives, as `2026-08-31`.
    pub today: Option<String>,
}

/// A sheet.
#[derive(Deserialize)]
pub struct Sheet<'a> {
    pub name: String,
    #[serde(borrow, default)]
    pub cells: Cells<'a>,
}

/// A named table.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    pub name: String,
    pub sheet: String,
    /// Its rectangle, with headers and totals.
    #[serde(rename = "ref")]
    pub range: String,
    pub columns: Vec<String>,
    #[serde(default = "usually")]
    pub header_row: bool,
    #[serde(default)]
    pub totals_row: bool,
}

fn usually() -> bool {
    true
}

/// Cells by address, in the order they were written.
#[derive(Default)]
pub struct Cells<'a>(pub Vec<(Address<'a>, &'a RawValue)>);

/// An address as it was written.
#[derive(Deserialize)]
pub struct Address<'a>(#[serde(borrow)] pub Cow<'a, str>);

/// An error constant.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorConstant {
    pub error: String,
}

impl<'de: 'a, 'a> Deserialize<'de> for Cells<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Vec<(Address<'de>, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of cells by address")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut cells = Vec::new();
        while let Some(cell) = map.next_entry()? {
            cells.push(cell);
        }
        Ok(cells)
    }
}
