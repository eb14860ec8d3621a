//! Encoding and decoding text (Objects/unicodeobject.c, Lib/encodings/aliases.py for the names).

use super::unicode_error::{unicode_error, Failure, DECODE_ERROR, ENCODE_ERROR};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::native::Raise;
use crate::value::Value;

/// The encodings we know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Codec {
    Utf8,
    Utf8Bom,
    Ascii,
    Latin1,
    /// UTF-16 and UTF-32: bytes a unit, big end first, with a byte order mark.
    Wide {
        unit: usize,
        big: bool,
        mark: bool,
    },
}

/// Codecs that CPython has and we have not, by the beginnings of their names.
const ABSENT: &[&str] = &[
    "cp", "windows", "iso", "koi8", "mac", "idna", "punycode", "big5", "gb", "shift", "sjis", "euc", "hz", "utf-7",
    "utf7", "unicode", "raw", "rot", "base64", "hex", "quopri", "uu", "zlib", "bz2", "johab", "kz", "ptcp", "tis",
    "hp", "palmos", "mbcs", "oem", "utf-16-", "utf-32-",
];

fn find(cx: &mut Cx<'_>, name: &str) -> Result<Codec, Raise> {
    let key: String = name.to_ascii_lowercase().replace(['_', ' '], "-");
    let wide = |unit, big, mark| Ok(Codec::Wide { unit, big, mark });
    match key.as_str() {
        "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Ok(Codec::Utf8),
        "utf-8-sig" => Ok(Codec::Utf8Bom),
        "ascii" | "us-ascii" | "646" | "iso646-us" | "us" => Ok(Codec::Ascii),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "8859" | "l1" | "latin" | "cp819" => Ok(Codec::Latin1),
        "utf-16" | "utf16" | "u16" => wide(2, false, true),
        "utf-16-le" | "utf-16le" => wide(2, false, false),
        "utf-16-be" | "utf-16be" => wide(2, true, false),
        "utf-32" | "utf32" | "u32" => wide(4, false, true),
        "utf-32-le" | "utf-32le" => wide(4, false, false),
        "utf-32-be" | "utf-32be" => wide(4, true, false),
        _ if ABSENT.iter().any(|p| key.starts_with(p)) => {
            Err(cx.unsupported(&format!("the encoding '{name}'"), "use utf-8, ascii or latin-1"))
        }
        _ => Err(cx.error(classes::LOOKUP_ERROR, format!("unknown encoding: {name}"))),
    }
}

/// A character as messages and `backslashreplace` escape it.
pub(super) fn escaped(c: char) -> String {
    let code = u32::from(c);
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

/// `text.encode(encoding, errors)`
///
/// # Errors
/// UnicodeEncodeError, LookupError for an unknown encoding or error handler.
pub(in crate::builtins) fn encode(cx: &mut Cx<'_>, v: Value, encoding: &str, errors: &str) -> Result<Vec<u8>, Raise> {
    let s = cx.as_str(v).expect("a str");
    match find(cx, encoding)? {
        Codec::Utf8 => Ok(s.as_str().as_bytes().to_vec()),
        Codec::Utf8Bom => Ok([b"\xef\xbb\xbf", s.as_str().as_bytes()].concat()),
        Codec::Ascii => narrow(cx, v, errors, ("ascii", 0x80, "ordinal not in range(128)")),
        Codec::Latin1 => narrow(cx, v, errors, ("latin-1", 0x100, "ordinal not in range(256)")),
        Codec::Wide { unit, big, mark } => Ok(encode_wide(s.as_str(), unit, big, mark)),
    }
}

/// One byte a character, as long as there is one.
fn narrow(cx: &mut Cx<'_>, v: Value, errors: &str, codec: (&str, u32, &str)) -> Result<Vec<u8>, Raise> {
    let (encoding, limit, reason) = codec;
    let s = cx.as_str(v).expect("a str");
    let chars: Vec<char> = s.as_str().chars().collect();
    let mut out = Vec::with_capacity(chars.len());
    let mut at = 0;
    while at < chars.len() {
        let fits = |c: &char| u32::from(*c) < limit;
        if fits(&chars[at]) {
            out.push(u32::from(chars[at]) as u8);
            at += 1;
            continue;
        }
        let end = at + chars[at..].iter().take_while(|c| !fits(c)).count();
        let bad = &chars[at..end];
        match errors {
            "strict" | "surrogateescape" | "surrogatepass" => {
                return Err(unicode_error(cx, ENCODE_ERROR, v, &Failure { encoding, start: at, end, reason }));
            }
            "ignore" => {}
            "replace" => out.extend(bad.iter().map(|_| b'?')),
            "backslashreplace" => out.extend(bad.iter().flat_map(|&c| escaped(c).into_bytes())),
            "xmlcharrefreplace" => out.extend(bad.iter().flat_map(|&c| format!("&#{};", u32::from(c)).into_bytes())),
            _ => return Err(unknown_handler(cx, errors)),
        }
        at = end;
    }
    Ok(out)
}

fn unknown_handler(cx: &mut Cx<'_>, errors: &str) -> Raise {
    match errors {
        "namereplace" | "surrogateescape" | "surrogatepass" => {
            cx.unsupported(&format!("the error handler '{errors}'"), "use 'replace' or 'backslashreplace'")
        }
        _ => cx.error(classes::LOOKUP_ERROR, format!("unknown error handler name '{errors}'")),
    }
}

fn encode_wide(text: &str, unit: usize, big: bool, mark: bool) -> Vec<u8> {
    let mark = mark.then_some('\u{feff}');
    let mut out = Vec::new();
    for c in mark.into_iter().chain(text.chars()) {
        let units: Vec<u32> = match unit {
            2 => c.encode_utf16(&mut [0; 2]).iter().map(|&u| u32::from(u)).collect(),
            _ => vec![u32::from(c)],
        };
        for u in units {
            match (unit, big) {
                (2, false) => out.extend((u as u16).to_le_bytes()),
                (2, true) => out.extend((u as u16).to_be_bytes()),
                (_, false) => out.extend(u.to_le_bytes()),
                (_, true) => out.extend(u.to_be_bytes()),
            }
        }
    }
    out
}

/// `data.decode(encoding, errors)` of bytes or a bytearray.
///
/// # Errors
/// UnicodeDecodeError, LookupError for an unknown encoding or error handler.
pub(in crate::builtins) fn decode(cx: &mut Cx<'_>, v: Value, encoding: &str, errors: &str) -> Result<Value, Raise> {
    let data = match cx.body(v) {
        Some(Body::Bytes(b)) => b.to_vec(),
        Some(Body::ByteArray(b)) => b.clone(),
        _ => panic!("bytes to decode"),
    };
    let text = match find(cx, encoding)? {
        Codec::Latin1 => data.iter().map(|&b| char::from(b)).collect(),
        Codec::Utf8 => decode_with(cx, &data, errors, "utf-8", next_bad_utf8)?,
        Codec::Utf8Bom => {
            let data = data.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(&data);
            decode_with(cx, data, errors, "utf-8", next_bad_utf8)?
        }
        Codec::Ascii => decode_with(cx, &data, errors, "ascii", next_bad_ascii)?,
        Codec::Wide { unit, big, mark } => match decode_wide(&data, unit, big, mark) {
            Some(text) => text,
            None => return Err(cx.unsupported(&format!("malformed text in '{encoding}'"), "")),
        },
    };
    Ok(cx.new_str(&text))
}

/// The first bad place of what is left: its start, its length, and why.
type Bad = (usize, usize, &'static str);

fn next_bad_ascii(data: &[u8]) -> Option<Bad> {
    data.iter().position(|b| !b.is_ascii()).map(|at| (at, 1, "ordinal not in range(128)"))
}

fn next_bad_utf8(data: &[u8]) -> Option<Bad> {
    let error = std::str::from_utf8(data).err()?;
    let at = error.valid_up_to();
    Some(match error.error_len() {
        None => (at, data.len() - at, "unexpected end of data"),
        Some(_) if matches!(data[at], 0x80..=0xc1 | 0xf5..=0xff) => (at, 1, "invalid start byte"),
        Some(length) => (at, length, "invalid continuation byte"),
    })
}

fn decode_with(
    cx: &mut Cx<'_>,
    data: &[u8],
    errors: &str,
    encoding: &str,
    next_bad: fn(&[u8]) -> Option<Bad>,
) -> Result<String, Raise> {
    let mut out = String::new();
    let mut at = 0;
    loop {
        let found = next_bad(&data[at..]);
        let good = &data[at..at + found.map_or(data.len() - at, |bad| bad.0)];
        out.push_str(std::str::from_utf8(good).expect("everything before the bad place is text"));
        let Some((offset, length, reason)) = found else { return Ok(out) };
        let (start, end) = (at + offset, at + offset + length);
        match errors {
            "strict" => {
                let object = cx.new_bytes(data);
                return Err(unicode_error(cx, DECODE_ERROR, object, &Failure { encoding, start, end, reason }));
            }
            "ignore" => {}
            "replace" => out.push('\u{fffd}'),
            "backslashreplace" => out.extend(data[start..end].iter().map(|b| format!("\\x{b:02x}"))),
            _ => return Err(unknown_handler(cx, errors)),
        }
        at = end;
    }
}

fn decode_wide(data: &[u8], unit: usize, big: bool, mark: bool) -> Option<String> {
    if !data.len().is_multiple_of(unit) {
        return None;
    }
    let read = |big: bool| -> Vec<u32> {
        let fold = |chunk: &[u8]| match big {
            true => chunk.iter().fold(0, |n, &b| n << 8 | u32::from(b)),
            false => chunk.iter().rev().fold(0, |n, &b| n << 8 | u32::from(b)),
        };
        data.chunks(unit).map(fold).collect()
    };
    let mut units = read(big);
    if mark {
        let swapped = if unit == 2 { 0xfffe } else { 0xfffe_0000 };
        if units.first() == Some(&swapped) {
            units = read(!big);
        }
        if units.first() == Some(&0xfeff) {
            units.remove(0);
        }
    }
    match unit {
        2 => char::decode_utf16(units.iter().map(|&u| u as u16)).collect::<Result<String, _>>().ok(),
        _ => units.into_iter().map(char::from_u32).collect(),
    }
}
