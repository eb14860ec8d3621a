//! SipHash with a key of zeros, over bytes and over the code units of strings (`pyhash.c`, PEP 456, PEP 393).

use super::not_minus_one;

/// How many rounds SipHash makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SipRounds {
    /// SipHash-1-3: CPython from 3.11 on.
    OneThree,
    /// SipHash-2-4: CPython before.
    TwoFour,
}

/// `hash(text)`: over one, two or four bytes a character, whichever the widest one needs, little endian.
pub fn hash_str(text: &str, rounds: SipRounds) -> i64 {
    if text.is_ascii() {
        return hash_bytes(text.as_bytes(), rounds);
    }
    let widest = text.chars().map(u32::from).max().unwrap_or(0);
    let width = match widest {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    };
    let units: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes().into_iter().take(width)).collect();
    hash_bytes(&units, rounds)
}

/// `hash(data)` of a bytes object.
pub fn hash_bytes(data: &[u8], rounds: SipRounds) -> i64 {
    if data.is_empty() {
        return 0;
    }
    not_minus_one(sip(data, rounds) as i64)
}

/// The four words of SipHash's state.
struct State([u64; 4]);

impl State {
    fn round(&mut self) {
        let [a, b, c, d] = &mut self.0;
        *a = a.wrapping_add(*b);
        *b = b.rotate_left(13) ^ *a;
        *a = a.rotate_left(32);
        *c = c.wrapping_add(*d);
        *d = d.rotate_left(16) ^ *c;
        *a = a.wrapping_add(*d);
        *d = d.rotate_left(21) ^ *a;
        *c = c.wrapping_add(*b);
        *b = b.rotate_left(17) ^ *c;
        *c = c.rotate_left(32);
    }

    fn absorb(&mut self, word: u64, rounds: u32) {
        self.0[3] ^= word;
        (0..rounds).for_each(|_| self.round());
        self.0[0] ^= word;
    }
}

fn sip(data: &[u8], rounds: SipRounds) -> u64 {
    let (compress, finish) = match rounds {
        SipRounds::OneThree => (1, 3),
        SipRounds::TwoFour => (2, 4),
    };
    // The words "somepseudorandomlygeneratedbytes"; the key that is added to them is zero.
    let mut state = State([0x736f_6d65_7073_6575, 0x646f_7261_6e64_6f6d, 0x6c79_6765_6e65_7261, 0x7465_6462_7974_6573]);
    let mut chunks = data.chunks_exact(8);
    for chunk in &mut chunks {
        state.absorb(little_endian(chunk), compress);
    }
    state.absorb(little_endian(chunks.remainder()) | (data.len() as u64) << 56, compress);
    state.0[2] ^= 0xff;
    (0..finish).for_each(|_| state.round());
    state.0.iter().fold(0, |hash, word| hash ^ word)
}

fn little_endian(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}
