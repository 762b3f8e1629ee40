//! Scenarios: named layers of changes over a base that is never copied, compared side by side, and the questions asked
//! of them, such as which input gives balance. It stands over `book`, `calc` and `edit`.
//!
//! Nothing stands here yet.
