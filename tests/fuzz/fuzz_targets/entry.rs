//! Text typed in a cell.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tertial_tests::fuzz::entry(bytes));
