//! What can be wrong with an address, and what could still be read of it.

use std::fmt;

use super::limits;

/// A link that can't be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Broken {
    /// What is wrong.
    pub fault: Fault,
    /// The scenario that it names, whether there is one of that name or not.
    pub scenario: Option<String>,
    /// The texts of programs that could be read.
    pub found: Vec<Found>,
}

/// A program's text in a broken link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The lane's name, else the file's, if one could be read.
    pub name: String,
    /// The file's name, if it could be read.
    pub file: String,
    /// The text, or its beginning.
    pub text: String,
    /// True if nothing says that it is only a part.
    pub whole: bool,
}

/// What is wrong with a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It doesn't begin with a version.
    NoLink,
    /// It is of a version that is not known here.
    Version(String),
    /// It is longer than [`limits::CHARACTERS`].
    TooLong(usize),
    /// It has a character that no link has.
    Character(char),
    /// It has no scenario, or more segments than [`limits::SEGMENTS`].
    Segments,
    /// A segment says something that can't be read.
    Segment(String),
    /// No scenario of the gallery has this name.
    Scenario(String),
    /// The scenario has no program of this name.
    Program(String),
    /// A part is missing or changed: the checksum doesn't fit.
    Damaged,
    /// The packed part unfolds to more than [`limits::UNPACKED`] bytes.
    TooLarge,
    /// It has no lane, or more than [`limits::LANES`].
    Lanes(usize),
    /// A field is not what it has to be.
    Field(&'static str),
    /// It says only what is different from a text that the gallery no longer has; the program's name.
    Base(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NoLink => f.write_str("it does not begin with #v1/; copy it again from where it was shared"),
            Fault::Version(version) => {
                write!(f, "its format {version} is not known here; it needs a newer version of Simul")
            }
            Fault::TooLong(length) => {
                write!(f, "it has {length} characters, and at most {} are read", limits::CHARACTERS)
            }
            Fault::Character(c) => {
                write!(f, "it contains {c:?}, which no link has; copy it again from where it was shared")
            }
            Fault::Segments => f.write_str("its parts between the slashes are missing or too many"),
            Fault::Segment(segment) => write!(f, "its part {segment:?} can't be read; a moment is written at=1.5s"),
            Fault::Scenario(id) => write!(f, "the gallery has no scenario {id:?}"),
            Fault::Program(file) => write!(f, "the scenario has no program {file:?}"),
            Fault::Damaged => {
                f.write_str("it was cut short or changed on its way; ask for it again, or shorten the programs in it")
            }
            Fault::TooLarge => write!(f, "it unfolds to more than {} KB", limits::UNPACKED / 1024),
            Fault::Lanes(0) => f.write_str("it has no program"),
            Fault::Lanes(count) => write!(f, "it has {count} programs, and at most {} are shown", limits::LANES),
            Fault::Field(name) => write!(f, "its {name} can't be read; ask for it again"),
            Fault::Base(file) => {
                write!(
                    f,
                    "it says only what is different from a text of {file} that this version of Simul does not have"
                )
            }
        }
    }
}

impl std::error::Error for Fault {}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::error::Error for Broken {}
