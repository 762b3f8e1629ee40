//! The worksheet functions. Each is one item that holds its names, parameters, help, examples and body; look-up, arity
//! errors, completion, help pages and the tests of the examples are derived from it. Bodies know no book: what they
//! read comes through [`Host`].

pub mod arguments;
pub mod criteria;
pub mod function;
pub mod host;

pub use arguments::{Arguments, Operands};
pub use function::{Body, Category, Example, Function, Kind, Parameter, Presence, Words};
pub use host::{Answer, Host, Operand, Summary};
pub mod library {
    //! stub
    use super::Function;
    /// x
    pub fn find(_: &str) -> Option<&'static Function> {
        None
    }
    /// x
    pub fn english_name(_: &str) -> Option<&'static str> {
        None
    }
}
