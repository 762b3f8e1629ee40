//! Bytes opened as a file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tertial_tests::fuzz::file(bytes));
