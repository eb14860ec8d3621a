//! What the program printed, line by line, with the moment of each line's end.

use abi::trace::Stream;
use abi::Instant;
use serde::Serialize;

use crate::row::RowIx;

/// A piece's place in its line: (trace event, moment, length of the text after it).
type Piece = (usize, Instant, usize);

/// One line of output.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Line {
    /// Where it went.
    pub stream: Stream,
    /// Who began it.
    pub row: RowIx,
    /// The text without its newline.
    pub text: String,
    /// The moment of the newline; of the last piece while there is none.
    pub at: Instant,
    /// True if its newline was written.
    pub ended: bool,
    pieces: Vec<Piece>,
}

impl Line {
    /// When its first piece was written.
    pub fn began(&self) -> Instant {
        self.pieces[0].1
    }

    /// The text as it stood after the first `events` events, up to and including `at`.
    pub fn text_at(&self, at: Instant, events: usize) -> Option<&str> {
        let written = self.pieces.partition_point(|piece| piece.0 < events && piece.1 <= at);
        written.checked_sub(1).map(|last| &self.text[..self.pieces[last].2])
    }
}

/// All output of a lane, in the order in which the lines began.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Console {
    lines: Vec<Line>,
    /// The unfinished lines of the two streams.
    open: [Option<usize>; 2],
}

impl Console {
    /// The lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The lines that had begun by then, each with its text so far.
    pub fn lines_at(&self, at: Instant, events: usize) -> impl DoubleEndedIterator<Item = (&Line, &str)> {
        let begun = self.lines.partition_point(|line| line.text_at(at, events).is_some());
        self.lines[..begun].iter().filter_map(move |line| line.text_at(at, events).map(|text| (line, text)))
    }

    /// Adds what was written.
    pub(crate) fn write(&mut self, (at, event): (Instant, usize), row: RowIx, stream: Stream, text: &str) {
        for piece in text.split_inclusive('\n') {
            let line = match self.open[stream as usize] {
                Some(open) => &mut self.lines[open],
                None => self.begin(at, row, stream),
            };
            line.text.push_str(piece.trim_end_matches('\n'));
            line.at = at;
            line.ended = piece.ends_with('\n');
            line.pieces.push((event, at, line.text.len()));
            if line.ended {
                self.open[stream as usize] = None;
            }
        }
    }

    fn begin(&mut self, at: Instant, row: RowIx, stream: Stream) -> &mut Line {
        let place = self.lines.len();
        self.open[stream as usize] = Some(place);
        self.lines.push(Line { stream, row, text: String::new(), at, ended: false, pieces: Vec::new() });
        &mut self.lines[place]
    }
}
