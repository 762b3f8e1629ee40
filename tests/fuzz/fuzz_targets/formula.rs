//! Text read as a formula.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tertial_tests::fuzz::formula(bytes));
