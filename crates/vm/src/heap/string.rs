//! Strings: UTF-8 text with its length in code points and its hash.

use bytecode::PythonVersion;
use std::cell::Cell;
use std::rc::Rc;

/// A str's text. Immutable and shared between clones of a heap.
#[derive(Debug)]
pub struct Str {
    text: Box<str>,
    chars: usize,
    hash: Cell<Option<i64>>,
}

impl Str {
    /// A str of this text.
    pub fn new(text: impl Into<Box<str>>) -> Rc<Str> {
        let text = text.into();
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Rc::new(Str { text, chars, hash: Cell::new(None) })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its length in code points, as `len()` gives it.
    pub fn len(&self) -> usize {
        self.chars
    }

    /// True for `''`.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// True if every code point is one byte.
    pub fn is_ascii(&self) -> bool {
        self.chars == self.text.len()
    }

    /// Its hash, as CPython has it with seed 0. A str belongs to one process, and so to one version.
    pub fn hash(&self, version: PythonVersion) -> i64 {
        match self.hash.get() {
            Some(h) => h,
            None => {
                let h = crate::hashes::hash_str(&self.text, version);
                self.hash.set(Some(h));
                h
            }
        }
    }

    /// The code point at an index in code points.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            self.text.as_bytes().get(index).map(|&b| b as char)
        } else {
            self.text.chars().nth(index)
        }
    }

    /// The text between two indices in code points.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        if start >= end {
            return "";
        }
        let (from, to) = (self.byte_at(start), self.byte_at(end));
        &self.text[from..to]
    }

    /// The byte offset of a code point index (the end, if it is past it).
    pub fn byte_at(&self, index: usize) -> usize {
        if self.is_ascii() {
            index.min(self.text.len())
        } else {
            self.text.char_indices().nth(index).map_or(self.text.len(), |(i, _)| i)
        }
    }

    /// The code point index of a byte offset.
    pub fn char_of_byte(&self, byte: usize) -> usize {
        if self.is_ascii() {
            byte
        } else {
            self.text[..byte].chars().count()
        }
    }
}
