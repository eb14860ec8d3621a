//! `format % values`: the pieces of a printf-style format, and each conversion of a value that is at hand.
//!
//! The caller walks the pieces in order, fetching from the values what each needs: the mapping's item for a key,
//! the next value for a `*`, then the value itself. Errors come in CPython's order that way (`unicode_format` in
//! `unicodeobject.c`).

mod errors;
mod parse;
mod render;

pub use errors::{
    char_required, mapping_required, not_all_converted, not_enough_arguments, number_required, star_wants_int,
};
pub use parse::{parse_percent, Conversion, ConversionEnd, Count, Flags, Key, PercentPiece};
pub(crate) use render::char_of_code;
pub use render::{
    char_from_int, percent_char, percent_float, percent_int, percent_str, star_precision, star_width, Directive,
};
