//! Consolidation of many committees' books into the municipality's, where what is missing is shown as missing. It stands
//! over `book`, `edit` and `audit`.
//!
//! Nothing stands here yet.
