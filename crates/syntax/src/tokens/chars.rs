//! Which characters may stand in a name, and what CPython says of the others.

/// The byte offset of the first character of `word` that no name may have there, and CPython's
/// words for it.
pub(super) fn invalid_in_name(word: &str) -> Option<(usize, String)> {
    if word.is_ascii() {
        return None;
    }
    let valid = |at: usize, c: char| match at {
        0 => c == '_' || unicode_ident::is_xid_start(c),
        _ => unicode_ident::is_xid_continue(c),
    };
    let (at, c) = word.char_indices().find(|(at, c)| !valid(*at, *c))?;
    Some((at, describe(c)))
}

/// CPython's words for a character that can't stand in a program.
pub(super) fn describe(c: char) -> String {
    let code = c as u32;
    if is_printable(c) {
        format!("invalid character '{c}' (U+{code:04X})")
    } else {
        format!("invalid non-printable character U+{code:04X}")
    }
}

/// `str.isprintable` for the characters that no name may have: the separators, controls, format
/// characters, private and unassigned ones of Unicode 14 are not printable. Of the unassigned ones
/// only the non-characters are known here.
fn is_printable(c: char) -> bool {
    !matches!(c as u32,
        0x00..=0x1F | 0x7F..=0xA0 | 0xAD | 0x600..=0x605 | 0x61C | 0x6DD | 0x70F | 0x890..=0x891 | 0x8E2
        | 0x1680 | 0x180E | 0x2000..=0x200F | 0x2028..=0x202F | 0x205F..=0x206F | 0x3000 | 0xE000..=0xF8FF
        | 0xFDD0..=0xFDEF | 0xFEFF | 0xFFF9..=0xFFFB | 0xFFFE..=0xFFFF | 0x110BD | 0x110CD
        | 0x13430..=0x13438 | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0001..=0xE007F | 0xF0000..)
}
