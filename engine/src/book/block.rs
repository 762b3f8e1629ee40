//! The values of some rows of a column. Numbers of few digits are integers with one common scale, which is compact and adds
//! up quickly; where some have many digits, as quotients do, they are decimals; anything else is held as it is. A block
//! begins as the smallest kind and becomes a wider one when a value does not fit.

use std::mem::replace;
use std::ops::Range;

use super::block_starts::BLOCK;
use super::column::Piece;
use crate::value::{Number, Units, Value};

const WORDS: usize = BLOCK / 64;

/// The values of [`BLOCK`] rows.
#[derive(Debug, Clone)]
pub enum Block {
    /// Small mantissas that share a scale, and which rows hold one.
    Short { scale: u32, filled: Filled, mantissas: Box<[i32; BLOCK]> },
    /// Mantissas that share a scale, and which rows hold one.
    Long { scale: u32, filled: Filled, mantissas: Box<[i64; BLOCK]> },
    /// Numbers of any length, and which rows hold one.
    Decimals { filled: Filled, numbers: Box<[Number; BLOCK]> },
    /// Values of any kind.
    Values(Box<[Value; BLOCK]>),
}

/// Which rows hold a number. In those that do not stands a zero.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filled([u64; WORDS]);

impl Block {
    /// A block without values.
    pub fn empty() -> Self {
        Self::Short { scale: 0, filled: Filled::default(), mantissas: Box::new([0; BLOCK]) }
    }

    /// A block of values from its first row on; `None` when all are blank.
    pub fn of(values: impl Iterator<Item = Value>) -> Option<Self> {
        let mut made: Option<Self> = None;
        for (within, value) in values.enumerate().filter(|(_, value)| !value.is_blank()) {
            made.get_or_insert_with(Self::empty).set(within, value);
        }
        made
    }

    /// The bytes that a block like this one takes; of the smallest kind when there is none.
    pub fn size(like: Option<&Self>) -> usize {
        match like {
            None | Some(Self::Short { .. }) => size_of::<[i32; BLOCK]>(),
            Some(Self::Long { .. }) => size_of::<[i64; BLOCK]>(),
            Some(Self::Decimals { .. }) => size_of::<[Number; BLOCK]>(),
            Some(Self::Values(_)) => size_of::<[Value; BLOCK]>(),
        }
    }

    /// The value at a row of the block.
    pub fn value(&self, within: usize) -> Value {
        match self {
            Self::Values(values) => values[within].clone(),
            _ if !self.filled().has(within) => Value::Blank,
            _ => self.number(within).map_or(Value::Blank, Value::Number),
        }
    }

    /// The number at a row of the block, zero for a blank; `None` for anything else.
    pub fn number(&self, within: usize) -> Option<Number> {
        match self {
            Self::Short { .. } | Self::Long { .. } => self.units(within).map(Units::number),
            Self::Decimals { numbers, .. } => Some(numbers[within]),
            Self::Values(values) => match &values[within] {
                Value::Number(number) => Some(*number),
                Value::Blank => Some(Number::ZERO),
                _ => None,
            },
        }
    }

    /// The number at a row in units, zero for a blank; `None` for anything else.
    pub fn units(&self, within: usize) -> Option<Units> {
        match self {
            Self::Short { scale, mantissas, .. } => Some(Units { mantissa: mantissas[within].into(), scale: *scale }),
            Self::Long { scale, mantissas, .. } => Some(Units { mantissa: mantissas[within], scale: *scale }),
            _ => Units::of(self.number(within)?),
        }
    }

    /// Whether no row holds anything.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Values(values) => values.iter().all(Value::is_blank),
            _ => self.filled().is_empty(),
        }
    }

    /// Writes a value.
    pub fn set(&mut self, within: usize, value: Value) {
        match value {
            Value::Number(number) => _ = self.set_number(within, number),
            Value::Blank => self.clear(within),
            value => self.values()[within] = value,
        }
    }

    /// Writes a number and says whether there was another value.
    pub fn set_number(&mut self, within: usize, number: Number) -> bool {
        let fitted = Units::of(number).and_then(|units| self.fit(within, units));
        fitted.unwrap_or_else(|| self.set_long(within, number))
    }

    /// Writes a number of few digits and says whether there was another value.
    pub fn set_units(&mut self, within: usize, units: Units) -> bool {
        self.fit(within, units).unwrap_or_else(|| self.set_long(within, units.number()))
    }

    /// Writes a number as a mantissa, if this is a block of such and one that can be wide enough.
    fn fit(&mut self, within: usize, units: Units) -> Option<bool> {
        if let Self::Short { scale, filled, mantissas } = self {
            if let Some(mantissa) = fitted(units, scale, mantissas) {
                return Some(filled.add(within) | (replace(&mut mantissas[within], mantissa) != mantissa));
            }
            *self = Self::Long { scale: *scale, filled: *filled, mantissas: Box::new(mantissas.map(i64::from)) };
        }
        let Self::Long { scale, filled, mantissas } = self else { return None };
        let mantissa = fitted(units, scale, mantissas)?;
        Some(filled.add(within) | (replace(&mut mantissas[within], mantissa) != mantissa))
    }

    /// Writes a number of any length.
    fn set_long(&mut self, within: usize, number: Number) -> bool {
        if let Self::Short { filled, .. } | Self::Long { filled, .. } = self {
            let filled = *filled;
            let numbers = std::array::from_fn(|within| self.number(within).unwrap_or_default());
            *self = Self::Decimals { filled, numbers: Box::new(numbers) };
        }
        match self {
            Self::Decimals { filled, numbers } => {
                filled.add(within) | (replace(&mut numbers[within], number) != number)
            }
            _ => replace(&mut self.values()[within], Value::Number(number)).as_number() != Some(number),
        }
    }

    /// Shows every value in some rows of the block, which begins at a row of the column.
    pub fn visit(&self, start: u32, rows: Range<usize>, visit: &mut dyn FnMut(u32, &Value)) {
        for within in rows {
            match self {
                Self::Values(values) if values[within].is_blank() => {}
                Self::Values(values) => visit(start + within as u32, &values[within]),
                _ => match self.value(within) {
                    Value::Blank => {}
                    value => visit(start + within as u32, &value),
                },
            }
        }
    }

    /// Shows the values in some rows of the block, integers already added up.
    pub fn add_up(&self, start: u32, rows: Range<usize>, visit: &mut dyn FnMut(Piece<'_>)) {
        let units = match self {
            Self::Short { mantissas, .. } => {
                i128::from(mantissas[rows.clone()].iter().map(|mantissa| i64::from(*mantissa)).sum::<i64>())
            }
            Self::Long { mantissas, .. } => mantissas[rows.clone()].iter().map(|mantissa| i128::from(*mantissa)).sum(),
            _ => return self.visit(start, rows, &mut |row, value| visit(Piece::Value(row, value))),
        };
        if let Self::Short { scale, filled, .. } | Self::Long { scale, filled, .. } = self {
            visit(Piece::Units { units, scale: *scale, count: filled.count(rows) });
        }
    }

    fn clear(&mut self, within: usize) {
        match self {
            Self::Short { filled, mantissas, .. } => {
                filled.remove(within);
                mantissas[within] = 0;
            }
            Self::Long { filled, mantissas, .. } => {
                filled.remove(within);
                mantissas[within] = 0;
            }
            Self::Decimals { filled, numbers } => {
                filled.remove(within);
                numbers[within] = Number::ZERO;
            }
            Self::Values(values) => values[within] = Value::Blank,
        }
    }

    /// Which rows hold a number, in a block of numbers.
    fn filled(&self) -> Filled {
        match self {
            Self::Short { filled, .. } | Self::Long { filled, .. } | Self::Decimals { filled, .. } => *filled,
            Self::Values(_) => Filled::default(),
        }
    }

    /// The block as plain values.
    fn values(&mut self) -> &mut [Value; BLOCK] {
        if !matches!(self, Self::Values(_)) {
            *self = Self::Values(Box::new(std::array::from_fn(|within| self.value(within))));
        }
        match self {
            Self::Values(values) => values,
            _ => unreachable!("the block was widened above"),
        }
    }
}

impl Filled {
    fn has(self, within: usize) -> bool {
        self.0[within / 64] >> (within % 64) & 1 == 1
    }

    fn is_empty(self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    fn count(self, rows: Range<usize>) -> u64 {
        rows.filter(|within| self.has(*within)).count() as u64
    }

    /// Adds a row and says whether it is new.
    fn add(&mut self, within: usize) -> bool {
        let (word, bit) = (&mut self.0[within / 64], 1 << (within % 64));
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    fn remove(&mut self, within: usize) {
        self.0[within / 64] &= !(1 << (within % 64));
    }
}

/// A number's mantissa among others, after these were scaled up to its own scale if need be.
fn fitted<M>(units: Units, scale: &mut u32, mantissas: &mut [M; BLOCK]) -> Option<M>
where
    M: Copy + Default + Into<i64> + TryFrom<i64>,
{
    let units = if units.scale > *scale { units.shortened(*scale) } else { units };
    if units.scale > *scale {
        let own = M::try_from(units.mantissa).ok()?;
        scale_up(mantissas, units.scale - *scale)?;
        *scale = units.scale;
        return Some(own);
    }
    M::try_from(units.at_scale(*scale)?).ok()
}

/// Gives mantissas more decimals, all of them or none.
fn scale_up<M>(mantissas: &mut [M; BLOCK], decimals: u32) -> Option<()>
where
    M: Copy + Default + Into<i64> + TryFrom<i64>,
{
    let factor = 10_i64.checked_pow(decimals)?;
    let mut scaled = [M::default(); BLOCK];
    for (scaled, mantissa) in scaled.iter_mut().zip(mantissas.iter()) {
        *scaled = M::try_from((*mantissa).into().checked_mul(factor)?).ok()?;
    }
    *mantissas = scaled;
    Some(())
}
