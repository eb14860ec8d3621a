//! A link as the text behind the `#` of an address.

use abi::Instant;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{decompress_to_vec_with_limit, TINFLStatus};

use super::{base64, checksum, limits, packed, salvage};
use super::{Broken, Fault, Library, Link, Programs, OWN};

/// The version of the format.
const VERSION: &str = "v1";
/// The segment of an embedded page.
const EMBED: &str = "embed";
/// The name of the moment's segment.
const AT: &str = "at";
/// The name of the packed segment.
const PACKED: &str = "z";
/// The first byte of a packed part whose fields follow as they are.
pub(super) const PLAIN: u8 = 0;
/// The first byte of one whose fields are deflated (RFC 1951).
pub(super) const DEFLATED: u8 = 1;
/// The best that the compressor does at a fair price: links are small.
const LEVEL: u8 = 9;
const NANOS: u64 = 1_000_000_000;

/// The address of a link, with its `#`. It consists of letters, digits and `._~/=-#`, and ends with a letter or a digit.
pub fn encode(link: &Link, library: Library<'_>) -> String {
    let id = match &link.programs {
        Programs::Gallery { id, .. } => id,
        Programs::Own { .. } => OWN,
    };
    let mut text = format!("{VERSION}/{id}");
    if link.view.embed {
        text += &format!("/{EMBED}");
    }
    if let Some(moment) = &link.moment {
        text += &format!("/{AT}={}s", seconds(moment.at));
    }
    for segment in &link.unknown.segments {
        text += &format!("/{segment}");
    }
    let fields = packed::encode(link, library);
    if !fields.is_empty() {
        let body = body(&fields);
        let sum = checksum::crc32([text.as_bytes(), &body]);
        text += &format!("/{PACKED}={}{}", base64::encode(&body), checksum::letters(sum));
    }
    format!("#{text}")
}

fn body(fields: &[u8]) -> Vec<u8> {
    let deflated = compress_to_vec(fields, LEVEL);
    let (format, bytes) = if deflated.len() < fields.len() { (DEFLATED, deflated.as_slice()) } else { (PLAIN, fields) };
    [&[format], bytes].concat()
}

/// Seconds without needless zeros.
fn seconds(at: Instant) -> String {
    let text = at.to_string();
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The instant that `1.8s` says: whole seconds, at most nine decimals. Without its unit it may have been cut short.
fn instant(text: &str) -> Option<Instant> {
    let number = text.strip_suffix('s')?;
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 9 {
        return None;
    }
    let part: u64 = format!("{part:0<9}").parse().ok()?;
    let whole: u64 = whole.parse().ok()?;
    Some(Instant::from_nanos(whole.checked_mul(NANOS)?.checked_add(part)?))
}

/// Reads an address, with or without its `#`.
///
/// # Errors
/// What is wrong with it, and the texts that could be read all the same.
pub fn decode(address: &str, library: Library<'_>) -> Result<Link, Broken> {
    let broken = |fault| Broken { fault, scenario: None, found: Vec::new() };
    // A character takes up to four bytes, nine when it is escaped.
    if address.len() > limits::CHARACTERS * 9 {
        return Err(broken(Fault::TooLong(address.len())));
    }
    let text = clean(address);
    if text.len() > limits::CHARACTERS {
        return Err(broken(Fault::TooLong(text.len())));
    }
    let mut segments = text.split('/').filter(|segment| !segment.is_empty());
    match segments.next() {
        Some(VERSION) => {}
        Some(other) if is_version(other) => return Err(broken(Fault::Version(other.to_owned()))),
        _ => return Err(broken(Fault::NoLink)),
    }
    let segments: Vec<&str> = segments.take(limits::SEGMENTS + 1).collect();
    let packed = segments.iter().map(parts).find(|(name, _)| *name == PACKED);
    read(&text, &segments, library).map_err(|fault| Broken {
        fault,
        scenario: segments.first().map(|id| (*id).to_owned()),
        found: packed.map(|(_, letters)| salvage::texts(letters)).unwrap_or_default(),
    })
}

fn is_version(segment: &str) -> bool {
    segment.strip_prefix('v').is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The address without what chats, mails and learning platforms add to it: escapes, line breaks, a sentence's end,
/// parameters for counting clicks.
fn clean(address: &str) -> String {
    let mut text = address.trim().trim_start_matches('#').to_owned();
    // Some escape what is escaped already.
    for _ in 0..2 {
        text = unescape(&text);
    }
    let invisible =
        |c: char| c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    let text: String = text.split(['?', '&']).next().unwrap_or_default().chars().filter(|c| !invisible(*c)).collect();
    text.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// `%3D` is `=`. What is no escape of an ASCII character stays as it is.
fn unescape(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let code = piece.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok()).filter(u8::is_ascii);
        match code {
            Some(code) => {
                plain.push(char::from(code));
                plain += &piece[2..];
            }
            None => {
                plain.push('%');
                plain += piece;
            }
        }
    }
    plain
}

/// A segment's name and what it says. Who cut a link behind a name has cut the `=` too.
fn parts<'a>(segment: &&'a str) -> (&'a str, &'a str) {
    segment.split_once('=').unwrap_or((segment, ""))
}

fn read(text: &str, segments: &[&str], library: Library<'_>) -> Result<Link, Fault> {
    let foreign = |c: &char| !c.is_ascii_alphanumeric() && !"._~/=-".contains(*c);
    if let Some(c) = text.chars().find(foreign) {
        return Err(Fault::Character(c));
    }
    let Some((&id, rest)) = segments.split_first().filter(|_| segments.len() <= limits::SEGMENTS) else {
        return Err(Fault::Segments);
    };
    let mut link = match id {
        OWN => Link::to(Programs::Own { title: String::new(), lesson: String::new(), programs: Vec::new() }),
        id => Link::to_gallery(id),
    };
    let mut before = format!("{VERSION}/{id}");
    let mut fields = None;
    for segment in rest {
        match parts(segment) {
            (PACKED, letters) => fields = Some(unpack(&checked(&before, letters)?)?),
            (AT, at) => {
                let at = instant(at).ok_or_else(|| Fault::Segment((*segment).to_owned()))?;
                link.moment.get_or_insert_default().at = at;
            }
            (EMBED, "") => link.view.embed = true,
            _ => link.unknown.segments.push((*segment).to_owned()),
        }
        before += &format!("/{segment}");
    }
    if let Some(fields) = fields {
        packed::decode(&fields, &mut link, library)?;
    }
    match &link.programs {
        Programs::Gallery { id, .. } if library.scenario(id).is_none() => Err(Fault::Scenario(id.clone())),
        Programs::Own { programs, .. } if programs.is_empty() => Err(Fault::Lanes(0)),
        _ => Ok(link),
    }
}

/// The bytes of a packed part, if its checksum fits them and the segments before.
fn checked(before: &str, letters: &str) -> Result<Vec<u8>, Fault> {
    let at = letters.len().checked_sub(checksum::LETTERS).ok_or(Fault::Damaged)?;
    let (letters, sum) = letters.split_at(at);
    let (body, whole) = base64::decode(letters);
    let fits = checksum::letters(checksum::crc32([before.as_bytes(), &body])) == sum;
    if whole && fits {
        Ok(body)
    } else {
        Err(Fault::Damaged)
    }
}

fn unpack(body: &[u8]) -> Result<Vec<u8>, Fault> {
    match body.split_first() {
        Some((&PLAIN, fields)) => Ok(fields.to_vec()),
        Some((&DEFLATED, fields)) => decompress_to_vec_with_limit(fields, limits::UNPACKED).map_err(|error| {
            if error.status == TINFLStatus::HasMoreOutput {
                Fault::TooLarge
            } else {
                Fault::Damaged
            }
        }),
        Some((format, _)) => Err(Fault::Version(format!("{VERSION}.{format}"))),
        None => Err(Fault::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_people_write_them() {
        let nanos = |text| instant(text).map(Instant::nanos);
        assert_eq!(nanos("3s"), Some(3 * NANOS));
        assert_eq!(nanos("1.8s"), Some(1_800_000_000));
        assert_eq!(nanos("0.000000001s"), Some(1));
        for wrong in ["", "s", "3", "3.s", ".5s", "-1s", "1e3s", "0.0000000001s", "99999999999s", "1.2.3s"] {
            assert_eq!(nanos(wrong), None, "{wrong}");
        }
        for nanos in [0, 1, 10, NANOS, 1_800_000_000, 9_000_345_000, u64::MAX] {
            let at = Instant::from_nanos(nanos);
            assert_eq!(instant(&format!("{}s", seconds(at))), Some(at));
        }
    }

    #[test]
    fn what_chats_and_mails_do_to_an_address_is_undone() {
        for changed in [
            "v1/x/at=3s",
            "#v1/x/at%3D3s",
            "#v1%2Fx%2Fat%253D3s",
            "#v1/x/\n at=3s",
            "#v1/x/at=3s.",
            "#v1/x/at=3s).",
            "#v1/x/at=3s?from=chat",
            "#v1/x/at=3s&from=chat",
            "#v1/x/\u{200b}at=3s\u{ad}",
        ] {
            assert_eq!(clean(changed), "v1/x/at=3s", "{changed:?}");
        }
    }
}
