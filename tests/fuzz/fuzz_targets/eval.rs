//! Text calculated as the JSON of `tertial eval`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tertial_tests::fuzz::eval(bytes));
