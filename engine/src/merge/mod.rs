//! Differences between copies of a book and their three-way merge, cell by cell, by the stable ids of rows and columns;
//! what collides is listed with both values and never decided here. It stands over `book` and `edit`.
//!
//! Nothing stands here yet.
