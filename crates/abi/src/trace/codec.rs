//! A trace as bytes, about six an event, and as text, one columnar line an event.
//!
//! # Format
//! A stream of entries; each begins with a head byte. Its low half says what the entry is: an
//! event's kind, or a string of the table (length and UTF-8), written when it is first used.
//! An event's head also holds four marks: *now* (same instant as the event before), *same row*,
//! *has a position*, and one that the kind gives its own meaning. What the marks do not say
//! follows: the span since the last event, the row's and the position's difference from the last
//! ones, and what only this kind has. The stream needs no table beside it.

mod columnar;
mod event;
mod running;
mod wire;

pub use columnar::{columnar, Strings};
pub use running::Running;

use crate::trace::{Record, Text};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use wire::{Last, Reader, Writer};

/// The head of a table entry: the last kind, so that new kinds of events do not meet it.
const STRING: u8 = 15;
/// A full piece is sealed and from then on shared between clones.
const PIECE: usize = 16 * 1024;

/// The bytes are no trace: cut short, or damaged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this trace is damaged or cut short; record it again")
    }
}

impl std::error::Error for Broken {}

/// Writes a trace. A clone shares everything but the last few kilobytes.
#[derive(Clone, Debug)]
pub struct Encoder {
    sealed: Vec<Arc<[u8]>>,
    tail: Vec<u8>,
    last: Last,
    events: u64,
    strings: Vec<Arc<str>>,
    numbers: BTreeMap<Arc<str>, Text>,
}

impl Default for Encoder {
    fn default() -> Self {
        Encoder {
            sealed: Vec::new(),
            tail: Vec::new(),
            last: Last::START,
            events: 0,
            strings: Vec::new(),
            numbers: BTreeMap::new(),
        }
    }
}

impl Encoder {
    /// An empty trace.
    pub fn new() -> Self {
        Encoder::default()
    }

    /// The number of a string: numbers are given in order of first use.
    pub fn intern(&mut self, text: &str) -> Text {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = Text(self.strings.len() as u32);
        let shared: Arc<str> = text.into();
        self.strings.push(shared.clone());
        self.numbers.insert(shared, number);
        let mut out = Writer(&mut self.tail);
        out.byte(STRING);
        out.number(text.len() as u64);
        self.tail.extend_from_slice(text.as_bytes());
        number
    }

    /// The string of a number that [`Encoder::intern`] gave.
    pub fn string(&self, text: Text) -> Option<&str> {
        self.strings.get(text.0 as usize).map(|shared| &**shared)
    }

    /// The whole table, in order of numbers.
    pub fn strings(&self) -> &[Arc<str>] {
        &self.strings
    }

    /// Adds an event.
    pub fn append(&mut self, record: &Record) {
        event::write(&mut Writer(&mut self.tail), &mut self.last, record);
        self.events += 1;
        if self.tail.len() >= PIECE {
            self.sealed.push(std::mem::take(&mut self.tail).into());
        }
    }

    /// How many events there are.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// How many bytes [`Encoder::bytes`] has.
    pub fn size(&self) -> usize {
        self.sealed.iter().map(|piece| piece.len()).sum::<usize>() + self.tail.len()
    }

    /// The trace so far, for a [`Decoder`].
    pub fn bytes(&self) -> Vec<u8> {
        let mut all = Vec::with_capacity(self.size());
        self.sealed.iter().for_each(|piece| all.extend_from_slice(piece));
        all.extend_from_slice(&self.tail);
        all
    }

    /// Puts it on a scale on which its clones lie too.
    pub fn weigh(&self, scale: &mut crate::Scale) {
        let table = self.strings.len() * (2 * std::mem::size_of::<Arc<str>>() + std::mem::size_of::<Text>());
        scale.own(std::mem::size_of::<Encoder>() + self.tail.capacity() + table);
        scale.own(std::mem::size_of_val(&*self.sealed));
        for piece in &self.sealed {
            scale.shared(Arc::as_ptr(piece).cast::<u8>().addr(), || piece.len());
        }
        for text in &self.strings {
            scale.shared(Arc::as_ptr(text).cast::<u8>().addr(), || text.len());
        }
    }

    /// The [`digest`] of [`Encoder::bytes`], strings included.
    pub fn digest(&self) -> u64 {
        let sealed = self.sealed.iter().fold(FNV_OFFSET, |hash, piece| fnv(hash, piece));
        fnv(sealed, &self.tail)
    }
}

/// Reads a trace: an iterator over its events that collects the table of strings on its way. It
/// ends after the last event or the first damage.
#[derive(Clone, Debug)]
pub struct Decoder<'a> {
    input: Reader<'a>,
    last: Last,
    strings: Vec<Arc<str>>,
}

impl<'a> Decoder<'a> {
    /// A reader over what [`Encoder::bytes`] gave.
    pub fn new(bytes: &'a [u8]) -> Self {
        Decoder { input: Reader(bytes), last: Last::START, strings: Vec::new() }
    }

    /// The strings met so far: always all that the events met so far use.
    pub fn strings(&self) -> &[Arc<str>] {
        &self.strings
    }

    fn entry(&mut self) -> Result<Option<Record>, Broken> {
        let head = self.input.byte()?;
        if head != STRING {
            return event::read(&mut self.input, &mut self.last, head).map(Some);
        }
        let length = self.input.number()?;
        let text = std::str::from_utf8(self.input.bytes(length)?).map_err(|_| Broken)?;
        self.strings.push(text.into());
        Ok(None)
    }
}

impl Iterator for Decoder<'_> {
    type Item = Result<Record, Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.input.0.is_empty() {
            match self.entry() {
                Ok(None) => continue,
                Ok(Some(record)) => return Some(Ok(record)),
                Err(broken) => {
                    self.input = Reader(&[]);
                    return Some(Err(broken));
                }
            }
        }
        None
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME))
}

/// FNV-1a with 64 bits: tells two traces apart, and is the same on every host.
pub fn digest(bytes: &[u8]) -> u64 {
    fnv(FNV_OFFSET, bytes)
}
