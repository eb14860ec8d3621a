//! A program's text as the tokenizer sees it, and its lines.

use crate::range::Range;

/// A program's text with CPython's universal newlines and without a byte order mark, and where
/// its lines begin.
pub(crate) struct Source {
    text: String,
    /// Byte offset of every line's first character, ascending; the first is 0.
    starts: Vec<u32>,
}

impl Source {
    /// Prepares a program's text.
    pub(crate) fn new(source: &str) -> Self {
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        let text =
            if source.contains('\r') { source.replace("\r\n", "\n").replace('\r', "\n") } else { source.to_owned() };
        let behind = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
        let starts = std::iter::once(0).chain(behind).collect();
        Source { text, starts }
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether one of the first two lines names the file's encoding (PEP 263).
    pub(crate) fn names_encoding(&self) -> bool {
        let names =
            |line: &str| line.trim_start().starts_with('#') && (line.contains("coding:") || line.contains("coding="));
        self.text.lines().take(2).any(names)
    }

    /// Line (from 1) and UTF-8 byte column (from 0) of a byte offset.
    pub(crate) fn place(&self, offset: usize) -> (u32, u32) {
        let line = self.starts.partition_point(|start| *start as usize <= offset);
        (line as u32, offset as u32 - self.starts[line - 1])
    }

    /// The stretch between two byte offsets.
    pub(crate) fn range(&self, start: usize, end: usize) -> Range {
        let (start_line, start_col) = self.place(start);
        let (end_line, end_col) = self.place(end);
        Range { start_line, start_col, end_line, end_col }
    }

    /// Byte offset of the first character of a line (from 1).
    pub(crate) fn line_start(&self, line: u32) -> usize {
        self.starts[line as usize - 1] as usize
    }

    /// A line (from 1) without its newline; empty behind the last.
    pub(crate) fn line(&self, line: u32) -> &str {
        let start = self.starts.get(line as usize - 1).map_or(self.text.len(), |start| *start as usize);
        self.text[start..].split('\n').next().unwrap_or_default()
    }
}
