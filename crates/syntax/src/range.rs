//! Places in a source text, in CPython's units.

/// A stretch of source, as `ast` has it in `lineno`, `col_offset`, `end_lineno`, `end_col_offset`.
///
/// Lines count from 1. Columns count **UTF-8 bytes** from 0, because that is what CPython keeps in
/// `ast` and in `co_positions()`; whoever draws carets converts with [`char_column`], as CPython's
/// traceback does. The end is exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Range {
    /// Line of the first character, from 1.
    pub start_line: u32,
    /// UTF-8 byte column of the first character, from 0.
    pub start_col: u32,
    /// Line of the last character, from 1.
    pub end_line: u32,
    /// UTF-8 byte column just behind the last character, from 0.
    pub end_col: u32,
}

impl Range {
    /// The stretch from the start of `self` to the end of `last`.
    #[must_use]
    pub fn to(self, last: Range) -> Range {
        Range { end_line: last.end_line, end_col: last.end_col, ..self }
    }

    /// The stretch from the start of `self` to the start of `next`.
    #[must_use]
    pub fn until(self, next: Range) -> Range {
        Range { end_line: next.start_line, end_col: next.start_col, ..self }
    }
}

/// The column in characters of a column in UTF-8 bytes of `line`; a byte in the middle of a
/// character counts as that character's, one behind the line's end as the end.
#[must_use]
pub fn char_column(line: &str, byte_col: u32) -> u32 {
    let bytes = line.as_bytes().iter().take(byte_col as usize);
    bytes.filter(|byte| (**byte & 0xC0) != 0x80).count() as u32
}
