//! Tagged fields: tag, length, bytes; the first two as numbers of seven bits a byte, the lowest first.
//!
//! A reader steps over what it doesn't know, which is what lets old pages open new links.

use super::Field;

/// Appends fields to a buffer.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn number(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.0.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.0.push(n as u8);
    }

    pub(super) fn field(&mut self, tag: u64, bytes: &[u8]) {
        self.number(tag);
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    /// A field of numbers.
    pub(super) fn numbers(&mut self, tag: u64, numbers: impl IntoIterator<Item = u64>) {
        let mut inner = Writer::default();
        numbers.into_iter().for_each(|n| inner.number(n));
        self.field(tag, &inner.0);
    }

    pub(super) fn unknown(&mut self, fields: &[Field]) {
        fields.iter().for_each(|field| self.field(field.tag, &field.bytes));
    }
}

/// Takes fields and numbers off the front of a slice.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

/// A field as it lies in the buffer.
#[derive(Clone, Copy)]
pub(super) struct Read<'a> {
    pub(super) tag: u64,
    pub(super) bytes: &'a [u8],
    /// All its bytes are there; else the buffer ended before them.
    pub(super) whole: bool,
}

impl<'a> Reader<'a> {
    /// The next number; `None` if there is none, or it is wider than 64 bits.
    pub(super) fn number(&mut self) -> Option<u64> {
        let mut n = 0;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            let bits = u64::from(byte & 0x7f);
            if bits << shift >> shift != bits {
                return None;
            }
            n |= bits << shift;
            if byte < 0x80 {
                return Some(n);
            }
        }
        None
    }

    /// All numbers; `None` if they don't come out even.
    pub(super) fn numbers(mut self) -> Option<Vec<u64>> {
        let mut all = Vec::new();
        while !self.0.is_empty() {
            all.push(self.number()?);
        }
        Some(all)
    }

    /// The next field, cut short if the buffer is; `None` at the end, or where no field can begin.
    pub(super) fn field(&mut self) -> Option<Read<'a>> {
        let (tag, length) = (self.number()?, self.number()?);
        let there = usize::try_from(length).unwrap_or(usize::MAX).min(self.0.len());
        let (bytes, rest) = self.0.split_at(there);
        self.0 = rest;
        Some(Read { tag, bytes, whole: there as u64 == length })
    }

    /// All fields; `None` if the last one is cut short.
    pub(super) fn fields(mut self) -> Option<Vec<Read<'a>>> {
        let mut all = Vec::new();
        while !self.0.is_empty() {
            all.push(self.field().filter(|field| field.whole)?);
        }
        Some(all)
    }
}

impl Read<'_> {
    /// Kept for the link's next reader.
    pub(super) fn keep(&self) -> Field {
        Field { tag: self.tag, bytes: self.bytes.to_vec() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_all_sizes_survive() {
        let numbers = [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX];
        let mut writer = Writer::default();
        numbers.into_iter().for_each(|n| writer.number(n));
        assert_eq!(Reader(&writer.0).numbers(), Some(numbers.to_vec()));
        assert_eq!(Reader(&[0xff; 9]).number(), None, "it goes on behind the end");
        assert_eq!(Reader(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2]).number(), None, "65 bits");
    }

    #[test]
    fn a_field_longer_than_the_buffer_is_what_is_there() {
        let mut reader = Reader(&[7, 0xff, 0x7f, b'a', b'b']);
        let field = reader.field().expect("a head");
        assert_eq!((field.tag, field.bytes, field.whole), (7, b"ab".as_slice(), false));
        assert!(reader.field().is_none());
    }
}
