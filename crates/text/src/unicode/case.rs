//! Case: `lower`, `upper`, `title` and their kin, with Unicode's full mappings and the final sigma.

use super::case_table::{
    FOLD_FULL, FOLD_SPANS, LOWER_FULL, LOWER_SPANS, TITLE_FULL, TITLE_SPANS, UPPER_FULL, UPPER_SPANS,
};
use super::class::{flags, has, CASE_IGNORABLE, LOWER, TITLE, UPPER};

/// `text.lower()`.
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        push_lower(&mut out, text, at, c);
    }
    out
}

/// `text.upper()`.
pub fn upper(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_upper(&mut out, c));
    out
}

/// `text.casefold()`.
pub fn casefold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !push_full(&mut out, &FOLD_FULL, c) {
            // Most characters fold to their small letter; the table holds those that don't.
            out.push(shifted(&FOLD_SPANS, c).unwrap_or_else(|| simple_lower(c)));
        }
    }
    out
}

/// `text.title()`: a capital after everything that has no case.
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_cased = false;
    for (at, c) in text.char_indices() {
        if after_cased {
            push_lower(&mut out, text, at, c);
        } else {
            push_title(&mut out, c);
        }
        after_cased = is_cased(c);
    }
    out
}

/// `text.capitalize()`: the first character in title case, the rest in small letters.
pub fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if at == 0 {
            push_title(&mut out, c);
        } else {
            push_lower(&mut out, text, at, c);
        }
    }
    out
}

/// `text.swapcase()`.
pub fn swapcase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let class = flags(c);
        if class & UPPER != 0 {
            push_lower(&mut out, text, at, c);
        } else if class & LOWER != 0 {
            push_upper(&mut out, c);
        } else {
            out.push(c);
        }
    }
    out
}

/// `text.islower()`.
pub fn is_lower(text: &str) -> bool {
    text.chars().any(|c| has(c, LOWER)) && !text.chars().any(|c| has(c, UPPER | TITLE))
}

/// `text.isupper()`.
pub fn is_upper(text: &str) -> bool {
    text.chars().any(|c| has(c, UPPER)) && !text.chars().any(|c| has(c, LOWER | TITLE))
}

/// `text.istitle()`: capitals only after characters without case, small letters only after those with.
pub fn is_title(text: &str) -> bool {
    let mut after_cased = false;
    let mut any = false;
    for c in text.chars() {
        let class = flags(c);
        let capital = class & (UPPER | TITLE) != 0;
        let small = class & LOWER != 0;
        if (capital && after_cased) || (small && !capital && !after_cased) {
            return false;
        }
        after_cased = capital || small;
        any |= after_cased;
    }
    any
}

fn is_cased(c: char) -> bool {
    has(c, LOWER | UPPER | TITLE)
}

fn push_lower(out: &mut String, text: &str, at: usize, c: char) {
    if c == 'Σ' {
        out.push(if is_final_sigma(text, at) { 'ς' } else { 'σ' });
    } else if !push_full(out, &LOWER_FULL, c) {
        out.push(simple_lower(c));
    }
}

fn push_upper(out: &mut String, c: char) {
    if !push_full(out, &UPPER_FULL, c) {
        out.push(simple_upper(c));
    }
}

fn push_title(out: &mut String, c: char) {
    if !push_full(out, &TITLE_FULL, c) {
        // As for folding: the table holds the characters whose title case is not their capital.
        out.push(shifted(&TITLE_SPANS, c).unwrap_or_else(|| simple_upper(c)));
    }
}

/// A sigma ends a word: a cased character before it and none after it, those that case ignores aside.
fn is_final_sigma(text: &str, at: usize) -> bool {
    let relevant = |c: &char| !has(*c, CASE_IGNORABLE);
    let before = text[..at].chars().rev().find(relevant);
    let after = text[at + 'Σ'.len_utf8()..].chars().find(relevant);
    before.is_some_and(is_cased) && !after.is_some_and(is_cased)
}

fn simple_lower(c: char) -> char {
    shifted(&LOWER_SPANS, c).unwrap_or(c)
}

fn simple_upper(c: char) -> char {
    shifted(&UPPER_SPANS, c).unwrap_or(c)
}

/// The image of `c` in a table of spans: first code point, last with the step (1 or 2) above 24 bits, distance.
fn shifted(spans: &[[u32; 3]], c: char) -> Option<char> {
    let code = u32::from(c);
    let after = spans.partition_point(|span| span[0] <= code);
    let [first, packed, distance] = *spans.get(after.checked_sub(1)?)?;
    let (last, step) = (packed & 0xff_ffff, packed >> 24);
    if code > last || (code - first) % step != 0 {
        return None;
    }
    char::from_u32(code.wrapping_add(distance))
}

/// Writes the image of `c` if the table of images of several characters (or special ones) has it.
fn push_full(out: &mut String, table: &[[u32; 4]], c: char) -> bool {
    let code = u32::from(c);
    let Ok(at) = table.binary_search_by_key(&code, |entry| entry[0]) else {
        return false;
    };
    // Images are padded with zeros.
    out.extend(table[at][1..].iter().filter(|code| **code != 0).filter_map(|code| char::from_u32(*code)));
    true
}
