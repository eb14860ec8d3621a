//! The packed part of a link: its fields, from and to bytes.

use super::difference::{self, Difference};
use super::fields::{Read, Reader, Writer};
use super::{limits, Changed, Cut, Fault, Library, Link, Programs, Selected};
use crate::{Profile, Program, Python, Settings};

/// Tags of the link's own fields. A number once given is never given again.
pub(super) mod tag {
    pub const ENGINE: u64 = 1;
    pub const TITLE: u64 = 2;
    pub const LESSON: u64 = 3;
    pub const PROFILE: u64 = 4;
    pub const SLOW_DOWN: u64 = 5;
    pub const PROGRAM: u64 = 6;
    pub const CUTS: u64 = 7;
    pub const DIGEST: u64 = 8;
    pub const SPEED: u64 = 9;
    pub const SELECTED: u64 = 10;
    pub const KEPT_TO: u64 = 11;
}

/// Tags of the fields of a program.
pub(super) mod program_tag {
    pub const FILE: u64 = 1;
    pub const NAME: u64 = 2;
    pub const NOTE: u64 = 3;
    pub const PYTHON: u64 = 4;
    pub const SOURCE: u64 = 5;
    pub const DIFFERENCE: u64 = 6;
}

/// The fields of a link; empty if its segments say all.
pub(super) fn encode(link: &Link, library: Library<'_>) -> Vec<u8> {
    let mut out = Writer::default();
    if let Some(engine) = &link.engine {
        out.field(tag::ENGINE, engine.as_bytes());
    }
    match &link.programs {
        Programs::Gallery { id, changed } => {
            changed.iter().for_each(|changed| out.field(tag::PROGRAM, &changed_fields(id, changed, library)));
        }
        Programs::Own { title, lesson, programs } => {
            out.field(tag::TITLE, title.as_bytes());
            out.field(tag::LESSON, lesson.as_bytes());
            programs.iter().for_each(|program| out.field(tag::PROGRAM, &program_fields(program)));
        }
    }
    if let Some(settings) = &link.settings {
        out.numbers(tag::PROFILE, [profile_number(settings.profile)]);
        out.numbers(tag::SLOW_DOWN, [u64::from(settings.slow_down)]);
    }
    if let Some(moment) = &link.moment {
        if !moment.cuts.is_empty() {
            out.numbers(tag::CUTS, moment.cuts.iter().flat_map(|cut| [cut.events, cut.instructions]));
        }
        if let Some(digest) = moment.digest {
            out.field(tag::DIGEST, &digest.to_le_bytes());
        }
    }
    link.speed.into_iter().for_each(|speed| out.numbers(tag::SPEED, [speed]));
    if let Some(Selected { lane, row }) = link.selected {
        out.numbers(tag::SELECTED, [u64::from(lane), u64::from(row)]);
    }
    link.kept_to.into_iter().for_each(|lane| out.numbers(tag::KEPT_TO, [u64::from(lane)]));
    out.unknown(&link.unknown.fields);
    out.0
}

fn changed_fields(id: &str, changed: &Changed, library: Library<'_>) -> Vec<u8> {
    let mut out = Writer::default();
    out.field(program_tag::FILE, changed.file.as_bytes());
    if let Some(python) = changed.python {
        out.field(program_tag::PYTHON, version(python).as_bytes());
    }
    let base = library.program(id, &changed.file).map(|program| program.source.as_str());
    let short = base.map(|base| difference::encode(base, &changed.source));
    // A whole text can be read for ever, a difference only as long as the gallery keeps its base: it has to be worth it.
    match short.filter(|short| short.len() * 2 <= changed.source.len()) {
        Some(short) => out.field(program_tag::DIFFERENCE, &short),
        None => out.field(program_tag::SOURCE, changed.source.as_bytes()),
    }
    out.unknown(&changed.unknown);
    out.0
}

fn program_fields(program: &Program) -> Vec<u8> {
    let mut out = Writer::default();
    out.field(program_tag::FILE, program.file.as_bytes());
    out.field(program_tag::NAME, program.name.as_bytes());
    if !program.note.is_empty() {
        out.field(program_tag::NOTE, program.note.as_bytes());
    }
    out.field(program_tag::PYTHON, version(program.python).as_bytes());
    out.field(program_tag::SOURCE, program.source.as_bytes());
    out.0
}

fn profile_number(profile: Profile) -> u64 {
    match profile {
        Profile::Free => 0,
        Profile::Python => 1,
    }
}

fn version(python: Python) -> &'static str {
    match python {
        Python::V310 => "3.10",
        Python::V311 => "3.11",
    }
}

fn python(name: &str) -> Option<Python> {
    [Python::V310, Python::V311].into_iter().find(|python| version(*python) == name)
}

/// A link's programs as they are read, before it is known whether they are the gallery's.
#[derive(Default)]
struct Partial {
    title: String,
    lesson: String,
    programs: Vec<PartialProgram>,
    profile: Option<Profile>,
    slow_down: Option<u32>,
    cuts: Vec<Cut>,
    digest: Option<u32>,
}

#[derive(Default)]
struct PartialProgram {
    file: String,
    name: String,
    note: String,
    source: Option<String>,
    python: Option<Python>,
    difference: Option<Vec<u8>>,
    unknown: Vec<super::Field>,
}

/// Reads the fields into a link whose segments have been read.
pub(super) fn decode(bytes: &[u8], link: &mut Link, library: Library<'_>) -> Result<(), Fault> {
    let mut partial = Partial::default();
    for field in Reader(bytes).fields().ok_or(Fault::Damaged)? {
        one(&field, link, &mut partial)?;
    }
    if partial.programs.len() > limits::LANES {
        return Err(Fault::Lanes(partial.programs.len()));
    }
    if partial.profile.is_some() || partial.slow_down.is_some() {
        let usual = Settings::default();
        link.settings = Some(Settings {
            profile: partial.profile.unwrap_or(usual.profile),
            slow_down: partial.slow_down.unwrap_or(usual.slow_down),
        });
    }
    if !partial.cuts.is_empty() || partial.digest.is_some() {
        let moment = link.moment.get_or_insert_default();
        (moment.cuts, moment.digest) = (partial.cuts, partial.digest);
    }
    match &mut link.programs {
        Programs::Gallery { id, changed } => {
            for program in partial.programs {
                changed.push(finish_changed(id, program, library)?);
            }
        }
        Programs::Own { title, lesson, programs } => {
            (*title, *lesson) = (partial.title, partial.lesson);
            for program in partial.programs {
                programs.push(finish_own(program)?);
            }
        }
    }
    Ok(())
}

fn one(field: &Read<'_>, link: &mut Link, partial: &mut Partial) -> Result<(), Fault> {
    match field.tag {
        tag::ENGINE => link.engine = Some(words(field, limits::NAME, "engine")?),
        tag::TITLE => partial.title = words(field, limits::NAME, "title")?,
        tag::LESSON => partial.lesson = words(field, limits::LESSON, "lesson")?,
        tag::PROFILE => {
            partial.profile = Some(match numbers(field, "profile")?.as_slice() {
                [0] => Profile::Free,
                [1] => Profile::Python,
                _ => return Err(Fault::Field("profile")),
            });
        }
        tag::SLOW_DOWN => partial.slow_down = Some(small(single(field, "slow-down")?, "slow-down")?.max(1)),
        tag::PROGRAM => partial.programs.push(program(field.bytes)?),
        tag::CUTS => partial.cuts = cuts(field)?,
        tag::DIGEST => {
            let bytes = field.bytes.try_into().map_err(|_| Fault::Field("digest"))?;
            partial.digest = Some(u32::from_le_bytes(bytes));
        }
        tag::SPEED => link.speed = Some(single(field, "speed")?),
        tag::KEPT_TO => link.kept_to = Some(small(single(field, "lane")?, "lane")?),
        tag::SELECTED => match numbers(field, "selection")?.as_slice() {
            &[lane, row] => {
                let (lane, row) = (small(lane, "selection")?, small(row, "selection")?);
                link.selected = Some(Selected { lane, row });
            }
            _ => return Err(Fault::Field("selection")),
        },
        _ => link.unknown.fields.push(field.keep()),
    }
    Ok(())
}

fn program(bytes: &[u8]) -> Result<PartialProgram, Fault> {
    let mut partial = PartialProgram::default();
    for field in Reader(bytes).fields().ok_or(Fault::Field("program"))? {
        match field.tag {
            program_tag::FILE => partial.file = words(&field, limits::NAME, "file name")?,
            program_tag::NAME => partial.name = words(&field, limits::NAME, "lane's name")?,
            program_tag::NOTE => partial.note = words(&field, limits::NAME, "lane's note")?,
            program_tag::PYTHON => {
                let python = text(&field, "Python version").map(|version| python(&version))?;
                partial.python = Some(python.ok_or(Fault::Field("Python version"))?);
            }
            program_tag::SOURCE => partial.source = Some(text(&field, "program")?),
            program_tag::DIFFERENCE => partial.difference = Some(field.bytes.to_vec()),
            _ => partial.unknown.push(field.keep()),
        }
    }
    match partial.file.is_empty() {
        true => Err(Fault::Field("file name")),
        false => Ok(partial),
    }
}

fn finish_changed(id: &str, partial: PartialProgram, library: Library<'_>) -> Result<Changed, Fault> {
    let PartialProgram { file, source, python, difference, unknown, .. } = partial;
    // Without the scenario there is nothing to say about its programs.
    if library.scenario(id).is_some() && library.program(id, &file).is_none() {
        return Err(Fault::Program(file));
    }
    let source = match (source, difference) {
        (Some(source), _) => source,
        (None, Some(bytes)) => {
            let read = Difference::read(&bytes).ok_or(Fault::Field("program"))?;
            let base = library.base(id, &file, read.base).ok_or_else(|| Fault::Base(file.clone()))?;
            read.apply(base).ok_or(Fault::Field("program"))?
        }
        (None, None) => return Err(Fault::Field("program")),
    };
    Ok(Changed { file, source, python, unknown })
}

fn finish_own(partial: PartialProgram) -> Result<Program, Fault> {
    let PartialProgram { file, name, note, source, python, .. } = partial;
    let source = source.ok_or(Fault::Field("program"))?;
    let name = if name.is_empty() { file.clone() } else { name };
    Ok(Program { name, note, file, source, python: python.unwrap_or_default() })
}

fn cuts(field: &Read<'_>) -> Result<Vec<Cut>, Fault> {
    let numbers = numbers(field, "moment")?;
    if numbers.len() % 2 != 0 || numbers.len() / 2 > limits::LANES {
        return Err(Fault::Field("moment"));
    }
    Ok(numbers.chunks(2).map(|pair| Cut { events: pair[0], instructions: pair[1] }).collect())
}

fn text(field: &Read<'_>, what: &'static str) -> Result<String, Fault> {
    std::str::from_utf8(field.bytes).map(str::to_owned).map_err(|_| Fault::Field(what))
}

/// A short text without control characters, which could make it look like something else.
fn words(field: &Read<'_>, most: usize, what: &'static str) -> Result<String, Fault> {
    let text = text(field, what)?;
    match text.chars().count() > most || text.chars().any(char::is_control) {
        true => Err(Fault::Field(what)),
        false => Ok(text),
    }
}

fn numbers(field: &Read<'_>, what: &'static str) -> Result<Vec<u64>, Fault> {
    Reader(field.bytes).numbers().ok_or(Fault::Field(what))
}

fn single(field: &Read<'_>, what: &'static str) -> Result<u64, Fault> {
    match numbers(field, what)?.as_slice() {
        &[number] => Ok(number),
        _ => Err(Fault::Field(what)),
    }
}

fn small(number: u64, what: &'static str) -> Result<u32, Fault> {
    u32::try_from(number).map_err(|_| Fault::Field(what))
}
