//! Tertial's calculation engine: an exact, incremental spreadsheet that knows Swedish municipal report tables.
