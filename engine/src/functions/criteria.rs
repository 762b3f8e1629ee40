//! Criteria of `SUMIF` and its kin: `">=100"`, `"<>"`, `"Bost*"`, or a value to equal.
