//! A view of the page as an address: `#v1/…`.
//!
//! ```text
//! #v1/ways_to_wait                                   a scenario of the gallery, from the start
//! #v1/ways_to_wait/at=1.8s                           the same at a moment, as a person writes it
//! #v1/ways_to_wait/embed/at=1.8s/z=AQ…0k3f9a2        all that the page knows about the moment
//! #v1/own/z=Ay…1x8e0qd                               programs that no gallery has
//! ```
//! A link is a line of *segments* between slashes. What a person may want to read or write by hand has a segment of
//! its own; the rest is packed into one, `z`: tagged fields ([`fields`]), deflated where that is shorter, in base64url,
//! closed by a checksum over everything up to there, so that a cut is noticed. Every segment ends with a letter or a
//! digit, since chats take a mark at the end for the end of their sentence. Segments and fields that this version doesn't know are kept and
//! written again.
//!
//! An address comes from anybody. Reading it is bounded in time and memory by the constants in [`limits`], and never
//! panics; what can still be read of a broken one is handed out with the error ([`Broken`]).

mod address;
mod base64;
mod checksum;
mod difference;
mod fault;
mod fields;
pub mod limits;
mod packed;
mod salvage;

pub use address::{decode, encode};
pub use fault::{Broken, Fault, Found};

use crate::{Program, Python, Scenario, Settings};
use abi::Instant;

/// What stands in the place of a scenario's name when the link carries its programs itself. No scenario of the gallery may
/// be called so.
pub const OWN: &str = "own";

/// A view of the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// What is shown.
    pub programs: Programs,
    /// How it is run, if not as the gallery says.
    pub settings: Option<Settings>,
    /// The version of Simul that made the link.
    pub engine: Option<String>,
    /// Where the play head is; the start if it is not said.
    pub moment: Option<Moment>,
    /// How fast it moves, in nanoseconds of virtual time a second.
    pub speed: Option<u64>,
    /// The row that is selected.
    pub selected: Option<Selected>,
    /// The lane, from the left, that steps keep to.
    pub kept_to: Option<u32>,
    /// How the page shows itself.
    pub view: View,
    /// What a later version put into it.
    pub unknown: Unknown,
}

/// The programs of a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Programs {
    /// A scenario of the gallery, and what was changed in it.
    Gallery {
        /// The scenario's name.
        id: String,
        /// Programs whose text is not the gallery's.
        changed: Vec<Changed>,
    },
    /// Programs of its own.
    Own {
        /// The scenario's name for people.
        title: String,
        /// The lesson in one sentence.
        lesson: String,
        /// The lanes from left to right.
        programs: Vec<Program>,
    },
}

/// A program of the gallery with another text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Changed {
    /// Which: the file's name in its scenario.
    pub file: String,
    /// The text.
    pub source: String,
    /// The Python that runs it, if not the gallery's.
    pub python: Option<Python>,
    /// What a later version said about it.
    pub unknown: Vec<Field>,
}

/// A place in a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Moment {
    /// The instant on the virtual clock.
    pub at: Instant,
    /// For each lane how far it is in its own trace; empty if only the instant matters.
    pub cuts: Vec<Cut>,
    /// What the traces were up to there, by the engine that made the link.
    pub digest: Option<u32>,
}

/// A place in a lane's trace.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cut {
    /// How many events have happened.
    pub events: u64,
    /// How many instructions have run since the last of them.
    pub instructions: u64,
}

/// A row of the picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Selected {
    /// The lane, from the left.
    pub lane: u32,
    /// The row, by birth.
    pub row: u32,
}

/// How the page shows itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct View {
    /// Small, as part of another page.
    pub embed: bool,
}

/// What this version doesn't know, kept as it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Unknown {
    /// Segments of the address.
    pub segments: Vec<String>,
    /// Fields of the packed part.
    pub fields: Vec<Field>,
}

/// A tagged field of the packed part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// What it is.
    pub tag: u64,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Link {
    /// A scenario as the gallery has it, from the start.
    pub fn to_gallery(id: &str) -> Link {
        Link::to(Programs::Gallery { id: id.to_owned(), changed: Vec::new() })
    }

    /// These programs from the start.
    pub fn to(programs: Programs) -> Link {
        Link {
            programs,
            settings: None,
            engine: None,
            moment: None,
            speed: None,
            selected: None,
            kept_to: None,
            view: View::default(),
            unknown: Unknown::default(),
        }
    }

    /// True if all that would run is the gallery's own.
    pub fn is_the_gallerys(&self) -> bool {
        matches!(&self.programs, Programs::Gallery { changed, .. } if changed.is_empty())
    }
}

/// What links may refer to.
#[derive(Clone, Copy)]
pub struct Library<'a> {
    /// The scenarios of the gallery.
    pub scenarios: &'a [Scenario],
    /// Texts that the gallery's programs had earlier: links made then may only say the difference.
    pub earlier: &'a [&'a str],
}

impl<'a> Library<'a> {
    fn scenario(&self, id: &str) -> Option<&'a Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    fn program(&self, id: &str, file: &str) -> Option<&'a Program> {
        self.scenario(id)?.programs.iter().find(|program| program.file == file)
    }

    /// The text that a difference was made against, today's or an earlier one.
    fn base(&self, id: &str, file: &str, checksum: u32) -> Option<&'a str> {
        let today = self.program(id, file).map(|program| program.source.as_str());
        let fits = |text: &&str| checksum::crc32([text.as_bytes()]) == checksum;
        today.into_iter().chain(self.earlier.iter().copied()).find(fits)
    }
}
