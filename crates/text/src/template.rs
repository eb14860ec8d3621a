//! `str.format`: the pieces of a template and of the field names in it, as `string_format.h` of CPython finds them.

mod field_name;
mod pieces;

pub use field_name::{Accessor, AutoNumber, FieldHead, FieldName};
pub use pieces::{
    bad_conversion, index_out_of_range, parse_template, positional_in_map, recursion_exceeded, Field, TemplatePiece,
    MAX_TEMPLATE_DEPTH,
};
