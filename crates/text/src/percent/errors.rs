//! The errors that only the caller of the conversions can find, in CPython's words.

use crate::error::Error;

/// A conversion or a `*` found no more values.
pub fn not_enough_arguments() -> Error {
    Error::type_error("not enough arguments for format string")
}

/// Values were left over, and they are not a mapping.
pub fn not_all_converted() -> Error {
    Error::type_error("not all arguments converted during string formatting")
}

/// A conversion has a key, and the values are not a mapping.
pub fn mapping_required() -> Error {
    Error::type_error("format requires a mapping")
}

/// The value for a `*` is not an int.
pub fn star_wants_int() -> Error {
    Error::type_error("* wants int")
}

/// The value for `%c` is neither an int nor a string of one character.
pub fn char_required() -> Error {
    Error::type_error("%c requires int or char")
}

/// The value for `%d`, `%i`, `%u`, `%o`, `%x` or `%X` is of a type that is no such number.
pub fn number_required(code: char, type_name: &str) -> Error {
    let wanted = if matches!(code, 'o' | 'x' | 'X') { "an integer" } else { "a real number" };
    Error::type_error(format!("%{code} format: {wanted} is required, not {type_name}"))
}
