//! What can still be read of a packed part that is damaged: the programs in it, as far as they are there.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::difference::Difference;
use super::fields::Reader;
use super::packed::{program_tag, tag};
use super::{address, base64, limits, Found};

/// The texts in the letters of a packed part, which may be cut off or changed anywhere.
pub(super) fn texts(letters: &str) -> Vec<Found> {
    // Whoever cut the link took the checksum first, so its place may hold a part of the text.
    let (bytes, _) = base64::decode(letters);
    let body = match bytes.split_first() {
        Some((&address::PLAIN, body)) => body.to_vec(),
        Some((&address::DEFLATED, body)) => match decompress_to_vec_with_limit(body, limits::UNPACKED) {
            Ok(body) => body,
            Err(error) => error.output,
        },
        _ => return Vec::new(),
    };
    let mut reader = Reader(&body);
    let mut found = Vec::new();
    while let Some(field) = reader.field() {
        if field.tag == tag::PROGRAM && found.len() < limits::LANES {
            found.extend(program(field.bytes));
        }
    }
    found
}

fn program(bytes: &[u8]) -> Option<Found> {
    let mut reader = Reader(bytes);
    let (mut name, mut file, mut text) = (String::new(), String::new(), None);
    while let Some(field) = reader.field() {
        match field.tag {
            program_tag::FILE => file = short(field.bytes),
            program_tag::NAME => name = short(field.bytes),
            program_tag::SOURCE => {
                // What could not be unfolded may be there as zeros.
                let readable = readable(field.bytes);
                let whole = field.whole && readable.len() == field.bytes.len();
                text = Some((readable, whole));
            }
            // The base may be another one: what was written new is all that is certain.
            program_tag::DIFFERENCE => {
                text = Difference::read(field.bytes).map(|difference| (readable(difference.middle), false));
            }
            _ => {}
        }
    }
    let (text, whole) = text.filter(|(text, _)| !text.trim().is_empty())?;
    let name = if name.is_empty() { file.clone() } else { name };
    Some(Found { name, file, text, whole })
}

fn short(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).chars().filter(|c| !c.is_control()).take(limits::NAME).collect()
}

/// The text up to the first thing that is none.
fn readable(bytes: &[u8]) -> String {
    let whole = |c: &char| !c.is_control() || matches!(c, '\n' | '\t' | '\r');
    match std::str::from_utf8(bytes) {
        Ok(text) => text.chars().take_while(whole).collect(),
        Err(error) => {
            let (valid, _) = bytes.split_at(error.valid_up_to());
            String::from_utf8_lossy(valid).chars().take_while(whole).collect()
        }
    }
}
