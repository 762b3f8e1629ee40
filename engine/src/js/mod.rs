//! The JavaScript package: a workbook class for hosts other than our own page. Thin: it converts between JavaScript's
//! values and the engine's, and does nothing else. Rows, columns and sheets are counted from zero.

use std::cell::Cell;

use js_sys::{Array, ArrayBuffer, Float64Array, JsString, Uint8Array, Uint32Array, WebAssembly};
use rust_decimal::Decimal;
use wasm_bindgen::prelude::*;

use crate::base::axis::Run;
use crate::base::{Address, AxisKind, SheetId, memory};
use crate::book::{Book, Content, FormulaReader};
use crate::calc::{Calculator, World};
use crate::display::{Locale, general};
use crate::edit::{Change, EditError, Effect, apply};
use crate::file;
use crate::session::vocabulary::BookVocabulary;
use crate::syntax::Dialect;
use crate::value::{Number, Value};

#[wasm_bindgen]
extern "C" {
    /// The host's own, which is quick from the first text on.
    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsString) -> Uint8Array;
}

/// A workbook that calculates exactly.
#[wasm_bindgen]
pub struct Workbook {
    book: Book,
    calculator: Calculator,
    /// Whether cells were loaded in bulk since the last full calculation.
    loaded: bool,
    /// How many rows came in.
    lines_made: u32,
}

#[wasm_bindgen]
impl Workbook {
    /// An empty workbook without sheets.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { book: Book::default(), calculator: Calculator::default(), loaded: true, lines_made: 0 }
    }

    /// Opens the bytes of a `.tertial` file and calculates it.
    pub fn open(bytes: &[u8]) -> Result<Self, JsError> {
        let mut workbook =
            Self { book: file::load(bytes)?, calculator: Calculator::default(), loaded: true, lines_made: 0 };
        workbook.calculate();
        Ok(workbook)
    }

    /// The bytes of a `.tertial` file.
    pub fn save(&self) -> Vec<u8> {
        file::save(&self.book)
    }

    /// Adds a sheet and gives its number.
    #[wasm_bindgen(js_name = addSheet)]
    pub fn add_sheet(&mut self, name: &str) -> u32 {
        self.loaded = true;
        self.book.add_sheet(name).0
    }

    /// Loads numbers into a column from a row on; `NaN` leaves a cell empty.
    #[wasm_bindgen(js_name = setNumbers)]
    pub fn set_numbers(&mut self, sheet: u32, column: u32, row: u32, numbers: &Float64Array) -> Result<(), JsError> {
        let numbers = numbers.to_vec();
        self.load(sheet, column, row, numbers.into_iter().map(value_of_float))
    }

    /// Loads texts into a column from a row on.
    #[wasm_bindgen(js_name = setTexts)]
    pub fn set_texts(&mut self, sheet: u32, column: u32, row: u32, texts: Vec<String>) -> Result<(), JsError> {
        self.load(sheet, column, row, texts.into_iter().map(Value::text))
    }

    /// Loads English formulas, with or without `=`, into a column from a row on.
    #[wasm_bindgen(js_name = setFormulas)]
    pub fn set_formulas(
        &mut self,
        sheet: u32,
        column: u32,
        row: u32,
        #[wasm_bindgen(unchecked_param_type = "string[]")] formulas: &Array,
    ) -> Result<(), JsError> {
        const PIECE: u32 = 8_192;
        const FORMULA_BYTES: usize = 240;
        let count = formulas.length();
        self.check_column(sheet, column, row, count as usize)?;
        let mut reader = FormulaReader::new(Dialect::English);
        for start in (0..count).step_by(PIECE as usize) {
            let piece = formulas.slice(start, count.min(start + PIECE));
            let runs = self.load_formulas((sheet, column, row + start), &piece, &mut reader)?;
            if start == 0 {
                // The first piece shows how many of the rest will have a tree of their own.
                memory::make_room((count / PIECE) as usize * runs * FORMULA_BYTES);
            }
        }
        self.loaded = true;
        Ok(())
    }

    /// Calculates all that was loaded.
    pub fn calculate(&mut self) {
        if self.loaded {
            self.recalculate_all();
        }
    }

    /// Calculates every formula anew.
    #[wasm_bindgen(js_name = recalculateAll)]
    pub fn recalculate_all(&mut self) {
        self.calculator.recalculate_all(&mut self.book, &world());
        self.loaded = false;
    }

    /// Enters a number, given as a number or as exact decimal text, and recalculates what depends on it.
    #[wasm_bindgen(js_name = setNumber)]
    pub fn set_number(&mut self, sheet: u32, row: u32, column: u32, number: &JsValue) -> Result<(), JsError> {
        let content = match (number.as_f64(), number.as_string()) {
            (Some(float), _) => content_of_float(float),
            (None, Some(text)) => {
                let number = Number::parse(&text).ok_or_else(|| JsError::new("the text is no decimal number"))?;
                Content::Value(Value::Number(number))
            }
            (None, None) => return Err(JsError::new("a number or its text is wanted")),
        };
        self.write(sheet, vec![(Address::new(row, column), content)])
    }

    /// Enters many numbers at rows and columns, with one recalculation; `NaN` empties a cell.
    #[wasm_bindgen(js_name = setMany)]
    pub fn set_many(
        &mut self,
        sheet: u32,
        rows: &Uint32Array,
        columns: &Uint32Array,
        numbers: &Float64Array,
    ) -> Result<(), JsError> {
        let places = rows.to_vec().into_iter().zip(columns.to_vec());
        let cells = places
            .zip(numbers.to_vec())
            .map(|((row, column), float)| (Address::new(row, column), content_of_float(float)));
        self.write(sheet, cells.collect())
    }

    /// Makes room for rows before a row; formulas keep their meaning.
    #[wasm_bindgen(js_name = insertRows)]
    pub fn insert_rows(&mut self, sheet: u32, row: u32, count: u32) -> Result<(), JsError> {
        self.calculate();
        // The lines of this workbook have no other writer, so they are told apart by their number alone.
        let first = 1 << 32 | u64::from(self.lines_made);
        self.lines_made = self.lines_made.wrapping_add(count);
        let identity = vec![Run { first, length: count }];
        self.apply(Change::Insert { sheet: SheetId(sheet), lines: AxisKind::Rows, at: row, identity })
    }

    /// Takes rows away; references to them are lost.
    #[wasm_bindgen(js_name = deleteRows)]
    pub fn delete_rows(&mut self, sheet: u32, row: u32, count: u32) -> Result<(), JsError> {
        self.calculate();
        let refill = Vec::new();
        self.apply(Change::Remove { sheet: SheetId(sheet), lines: AxisKind::Rows, at: row, count, refill })
    }

    /// The number in a cell, to the nearest floating-point number; `NaN` when it holds none.
    pub fn number(&self, sheet: u32, row: u32, column: u32) -> f64 {
        self.value(sheet, row, column).as_number().map_or(f64::NAN, Number::to_float)
    }

    /// The exact value of a cell as text: a decimal with a point, a text, `TRUE`, or an error code.
    pub fn text(&self, sheet: u32, row: u32, column: u32) -> String {
        match self.value(sheet, row, column) {
            Value::Number(number) => number.to_string(),
            value => general(&value, Locale::English),
        }
    }

    fn value(&self, sheet: u32, row: u32, column: u32) -> Value {
        self.book.value(Address::new(row, column).on(SheetId(sheet)))
    }

    /// Loads some formulas below one another, and gives how many differ from the one above. One text crosses the border far quicker than many.
    #[inline(never)]
    fn load_formulas(
        &mut self,
        (sheet, column, row): (u32, u32, u32),
        formulas: &Array,
        reader: &mut FormulaReader,
    ) -> Result<usize, JsError> {
        let joined = TextEncoder::new().encode(&formulas.join("\n")).to_vec();
        let joined = String::from_utf8(joined).unwrap_or_default();
        let first = Address::new(row, column).on(SheetId(sheet));
        let runs = reader.read_lines(&joined, first, &BookVocabulary(&self.book));
        if runs.last().is_none_or(|last| last.last + 1 != row + formulas.length()) {
            return Err(JsError::new("a formula may not have line breaks"));
        }
        let target = self.book.sheet_mut(SheetId(sheet)).ok_or_else(|| JsError::new("no such sheet"))?;
        let count = runs.len();
        runs.into_iter().for_each(|run| target.formulas.put(run));
        Ok(count)
    }

    fn load(
        &mut self,
        sheet: u32,
        column: u32,
        row: u32,
        values: impl ExactSizeIterator<Item = Value>,
    ) -> Result<(), JsError> {
        self.check_column(sheet, column, row, values.len())?;
        let target = self.book.sheet_mut(SheetId(sheet)).ok_or_else(|| JsError::new("no such sheet"))?;
        target.put_values(Address::new(row, column), values);
        self.loaded = true;
        Ok(())
    }

    /// Refuses cells that no sheet has.
    fn check_column(&self, sheet: u32, column: u32, row: u32, count: usize) -> Result<(), JsError> {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        match (self.book.sheet(SheetId(sheet)), Address::new(row, column).offset(count.max(1) - 1, 0)) {
            (None, _) => Err(JsError::new("no such sheet")),
            (_, None) => Err(JsError::new("the cells lie outside the sheet")),
            _ => Ok(()),
        }
    }

    fn write(&mut self, sheet: u32, cells: Vec<(Address, Content)>) -> Result<(), JsError> {
        let inside = |cell: &Address| cell.offset(0, 0).is_some();
        if !cells.iter().all(|(cell, _)| inside(cell)) {
            return Err(JsError::new("the cells lie outside the sheet"));
        }
        self.calculate();
        self.apply(Change::Write { sheet: SheetId(sheet), cells })
    }

    /// Applies a change and recalculates what depends on it.
    fn apply(&mut self, change: Change) -> Result<(), JsError> {
        let calculator = &mut self.calculator;
        let applied = apply(&mut self.book, change, &mut |book, effect| match effect {
            Effect::Written(written) => calculator.note_written(book, &written),
            Effect::Shifted(shift) => calculator.note_shifted(book, &shift),
            _ => calculator.note_everything(),
        });
        self.calculator.settle(&mut self.book, &world());
        applied.map(|_| ()).map_err(|error| match error {
            EditError::NoSuchSheet => JsError::new("no such sheet"),
            _ => JsError::new("the sheet has no room for it"),
        })
    }
}

impl Default for Workbook {
    fn default() -> Self {
        Self::new()
    }
}

/// The bytes of memory that all workbooks together have taken so far; it is kept for reuse when they are freed.
#[wasm_bindgen(js_name = memoryBytes)]
pub fn memory_bytes() -> u32 {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    memory.buffer().unchecked_into::<ArrayBuffer>().byte_length()
}

fn content_of_float(float: f64) -> Content {
    match value_of_float(float) {
        Value::Blank => Content::Blank,
        value => Content::Value(value),
    }
}

fn value_of_float(float: f64) -> Value {
    if float.is_nan() {
        return Value::Blank;
    }
    let number = short_decimal(float).map_or_else(|| Number::from_float(float), Ok);
    number.map_or_else(Value::Error, Value::Number)
}

/// The decimal with few digits that a number was written as, if there is one: the one that floating point takes for it.
fn short_decimal(float: f64) -> Option<Number> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    [1.0, 10.0, 100.0, 1_000.0, 10_000.0].iter().zip(0..).find_map(|(unit, scale)| {
        let units = (float * unit).round_ties_even();
        let is_it = units.abs() < EXACT && units / unit == float;
        is_it.then(|| Number::new(Decimal::new(units as i64, scale)))
    })
}

/// The world of a host's workbook: its clock, and no language but English.
fn world() -> World {
    const MILLISECONDS: f64 = 86_400_000.0;
    const UNIX_EPOCH: f64 = 25_569.0;
    let now = js_sys::Date::new_0();
    let local = now.get_time() - now.get_timezone_offset() * 60_000.0;
    let seed = (js_sys::Math::random() * 9_007_199_254_740_992.0) as u64;
    let now = Number::from_float(local / MILLISECONDS + UNIX_EPOCH).unwrap_or_default();
    World { now, locale: Locale::English, seed: Cell::new(seed) }
}
