//! The smallest parts of the format: numbers of varying length and the values that most events
//! share, each written as its difference from the one before.

use super::Broken;
use crate::trace::{Pos, Text};
use crate::{Instant, RowId};

/// What the next event is compared with; encoder and decoder keep the same one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Last {
    pub(super) at: Instant,
    pub(super) row: RowId,
    pub(super) pos: Pos,
}

impl Last {
    /// What the first event is compared with.
    pub(super) const START: Last = Last { at: Instant::ZERO, row: RowId(0), pos: Pos { file: 0, line: 1 } };
}

/// Units of a span: most waits are round, and a round one is short.
const NANOS_IN: [u64; 3] = [1, 1_000, 1_000_000];
/// The unit's number that says: the nanoseconds follow as they are.
const PLAIN: u64 = 3;

/// Maps numbers near zero of either sign to small ones.
fn zigzag(n: i64) -> u64 {
    ((n << 1) ^ (n >> 63)) as u64
}

fn unzigzag(n: u64) -> i64 {
    (n >> 1) as i64 ^ -((n & 1) as i64)
}

/// Appends numbers to a byte buffer.
pub(super) struct Writer<'a>(pub(super) &'a mut Vec<u8>);

impl Writer<'_> {
    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// Seven bits a byte, the lowest first; the top bit says that more follow.
    pub(super) fn number(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.0.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.0.push(n as u8);
    }

    pub(super) fn signed(&mut self, n: i64) {
        self.number(zigzag(n));
    }

    /// The way from `from` to `to`, round the clock if it leads back.
    pub(super) fn span(&mut self, from: Instant, to: Instant) {
        let nanos = to.nanos().wrapping_sub(from.nanos());
        if nanos >> 62 != 0 {
            self.number(PLAIN);
            return self.number(nanos);
        }
        let unit = NANOS_IN.iter().rposition(|per| nanos.is_multiple_of(*per)).unwrap_or(0);
        self.number(((nanos / NANOS_IN[unit]) << 2) | unit as u64);
    }

    pub(super) fn row(&mut self, near: RowId, row: RowId) {
        self.signed(i64::from(row.0) - i64::from(near.0));
    }

    pub(super) fn text(&mut self, text: Text) {
        self.number(u64::from(text.0));
    }

    /// The lowest bit says whether the file is another one than before.
    pub(super) fn pos(&mut self, near: Pos, pos: Pos) {
        let lines = zigzag(i64::from(pos.line) - i64::from(near.line));
        self.number((lines << 1) | u64::from(pos.file != near.file));
        if pos.file != near.file {
            self.number(u64::from(pos.file));
        }
    }
}

/// Takes numbers off the front of a byte slice.
#[derive(Clone, Debug)]
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn byte(&mut self) -> Result<u8, Broken> {
        let (&first, rest) = self.0.split_first().ok_or(Broken)?;
        self.0 = rest;
        Ok(first)
    }

    pub(super) fn bytes(&mut self, count: u64) -> Result<&'a [u8], Broken> {
        let count = usize::try_from(count).map_err(|_| Broken)?;
        let (head, rest) = self.0.split_at_checked(count).ok_or(Broken)?;
        self.0 = rest;
        Ok(head)
    }

    pub(super) fn number(&mut self) -> Result<u64, Broken> {
        let mut n = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            n |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(n);
            }
        }
        Err(Broken)
    }

    pub(super) fn small<T: TryFrom<u64>>(&mut self) -> Result<T, Broken> {
        T::try_from(self.number()?).map_err(|_| Broken)
    }

    pub(super) fn signed(&mut self) -> Result<i64, Broken> {
        Ok(unzigzag(self.number()?))
    }

    pub(super) fn span(&mut self, from: Instant) -> Result<Instant, Broken> {
        let coded = self.number()?;
        let nanos = match coded & 3 {
            PLAIN => self.number()?,
            unit => (coded >> 2).checked_mul(NANOS_IN[unit as usize]).ok_or(Broken)?,
        };
        Ok(Instant::from_nanos(from.nanos().wrapping_add(nanos)))
    }

    pub(super) fn row(&mut self, near: RowId) -> Result<RowId, Broken> {
        let row = i64::from(near.0).checked_add(self.signed()?).ok_or(Broken)?;
        u32::try_from(row).map(RowId).map_err(|_| Broken)
    }

    pub(super) fn text(&mut self) -> Result<Text, Broken> {
        self.small().map(Text)
    }

    pub(super) fn pos(&mut self, near: Pos) -> Result<Pos, Broken> {
        let coded = self.number()?;
        let line = i64::from(near.line).checked_add(unzigzag(coded >> 1)).ok_or(Broken)?;
        let line = u32::try_from(line).map_err(|_| Broken)?;
        let file = if coded & 1 == 1 { self.small()? } else { near.file };
        Ok(Pos { file, line })
    }
}
