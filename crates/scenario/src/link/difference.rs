//! A changed text as what it has not in common with the gallery's, for links that stay short.

use super::checksum::crc32;
use super::fields::{Reader, Writer};

/// The bytes of a difference: the base's checksum, how many bytes both begin with, how many both end with, what stands
/// between them in the new text.
pub(super) fn encode(base: &str, text: &str) -> Vec<u8> {
    let head = common(base.bytes(), text.bytes(), base.len().min(text.len()));
    let head = boundary(text, head);
    let tail = common(base.bytes().rev(), text.bytes().rev(), base.len().min(text.len()) - head);
    let tail = text.len() - boundary_up(text, text.len() - tail);
    let mut writer = Writer::default();
    [u64::from(crc32([base.as_bytes()])), head as u64, tail as u64].into_iter().for_each(|n| writer.number(n));
    writer.0.extend_from_slice(&text.as_bytes()[head..text.len() - tail]);
    writer.0
}

fn common(a: impl Iterator<Item = u8>, b: impl Iterator<Item = u8>, most: usize) -> usize {
    a.zip(b).take(most).take_while(|(a, b)| a == b).count()
}

/// The last place up to `at` where a character begins.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}

/// The first place from `at` on where a character begins.
fn boundary_up(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|place| text.is_char_boundary(*place)).unwrap_or(text.len())
}

/// A difference that was read.
pub(super) struct Difference<'a> {
    /// The checksum of the text that it was made against.
    pub(super) base: u32,
    head: usize,
    tail: usize,
    /// What stands between head and tail: all that can be said without the base.
    pub(super) middle: &'a [u8],
}

impl<'a> Difference<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Option<Difference<'a>> {
        let mut reader = Reader(bytes);
        let base = u32::try_from(reader.number()?).ok()?;
        let head = usize::try_from(reader.number()?).ok()?;
        let tail = usize::try_from(reader.number()?).ok()?;
        Some(Difference { base, head, tail, middle: reader.0 })
    }

    /// The changed text.
    pub(super) fn apply(&self, base: &str) -> Option<String> {
        let head = base.get(..self.head)?;
        let tail = base.get(base.len().checked_sub(self.tail)?..)?;
        Some([head, std::str::from_utf8(self.middle).ok()?, tail].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: &str, text: &str, middle: &str) {
        let bytes = encode(base, text);
        let read = Difference::read(&bytes).expect("its own bytes");
        assert_eq!(std::str::from_utf8(read.middle), Ok(middle), "{base:?} to {text:?}");
        assert_eq!(read.apply(base).as_deref(), Some(text), "{base:?} to {text:?}");
    }

    #[test]
    fn only_what_is_new_is_said() {
        check("time.sleep(3)\nx", "time.sleep(0.5)\nx", "0.5");
        check("abc", "abc", "");
        check("", "new", "new");
        check("old", "", "");
        check("aa", "aaaa", "aa");
        check("aaaa", "aa", "");
    }

    #[test]
    fn characters_are_never_cut_in_two() {
        check("é", "è", "è");
        check("a\u{1f600}b", "a\u{1f601}b", "\u{1f601}");
        // The last bytes of both are equal, the characters are not.
        check("é", "ũ", "ũ");
        check("日本", "日木本", "木");
    }

    #[test]
    fn a_base_that_is_too_short_is_noticed() {
        let bytes = encode("time.sleep(3)", "time.sleep(4)");
        let read = Difference::read(&bytes).expect("its own bytes");
        assert_eq!(read.apply("time"), None);
        assert!(Difference::read(&[0xff]).is_none());
    }
}
