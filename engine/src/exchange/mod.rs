//! Other programs' formats, each read and written in a folder of its own, with a report of what was not understood. Our
//! own format is `file`. It stands over `book`, `edit`, `display` and `syntax`.
//!
//! Nothing stands here yet.
