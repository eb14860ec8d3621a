//! The library's code for the download: strings stand once for all modules, and what follows from the rest is left out.
//!
//! Most of a code object's bytes are its names, and modules share them.

use crate::code::{Anchors, Flags, Handler, ParamCounts, Range};
use crate::{Code, Const, Instr, Reg};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The strings of the modules that are packed together, by number.
#[derive(Debug, Default)]
pub struct Strings {
    numbers: BTreeMap<String, u16>,
    all: Vec<String>,
}

impl Strings {
    fn number(&mut self, text: &str) -> u16 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = u16::try_from(self.all.len()).expect("the library has fewer strings");
        self.numbers.insert(text.to_owned(), number);
        self.all.push(text.to_owned());
        number
    }

    fn numbers(&mut self, texts: &[String]) -> Vec<u16> {
        texts.iter().map(|text| self.number(text)).collect()
    }

    /// Serialized; [`strings_from_bytes`] reads them.
    ///
    /// # Panics
    /// Never: strings are plain data.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(&self.all).expect("plain data is serializable")
    }
}

/// The opposite of [`Strings::to_bytes`].
///
/// # Errors
/// If the bytes are no strings of this version.
pub fn strings_from_bytes(bytes: &[u8]) -> Result<Vec<String>, postcard::Error> {
    postcard::from_bytes(bytes)
}

/// A code object without positions and docstring; strings are numbers.
#[derive(Serialize, Deserialize)]
struct Packed {
    name: u16,
    /// `None` if it is what the code object around this one and the name say.
    qualname: Option<u16>,
    /// How far it is from the first line of the code object around this one.
    first_line: u32,
    flags: Flags,
    params: ParamCounts,
    locals: Vec<u16>,
    cells: Vec<Reg>,
    free: Vec<u16>,
    registers: Reg,
    instrs: Vec<Instr>,
    handlers: Vec<Handler>,
    consts: Vec<PackedConst>,
    names: Vec<u16>,
}

#[derive(Serialize, Deserialize)]
enum PackedConst {
    Str(u16),
    Tuple(Vec<PackedConst>),
    Code(Box<Packed>),
    Other(Const),
}

/// What is around a code object: what its own qualified name begins with, and its first line.
#[derive(Default)]
struct Around {
    scope: String,
    first_line: u32,
}

impl Around {
    /// What the code objects in this one have around them (Python/compile.c `compiler_set_qualname`).
    fn inside(flags: Flags, qualname: &str, first_line: u32) -> Self {
        let scope = match flags {
            flags if flags.has(Flags::MODULE) => String::new(),
            flags if flags.has(Flags::CLASS_BODY) => format!("{qualname}."),
            _ => format!("{qualname}.<locals>."),
        };
        Around { scope, first_line }
    }
}

/// A module's code, serialized; its strings are added to those of the other modules.
///
/// # Panics
/// The code has positions or docstrings.
pub fn pack(code: &Code, strings: &mut Strings) -> Vec<u8> {
    let packed = packed(code, &Around::default(), strings);
    postcard::to_allocvec(&packed).expect("plain data is serializable")
}

fn packed(code: &Code, around: &Around, strings: &mut Strings) -> Packed {
    let Code { ranges, anchors, doc, .. } = code;
    assert_eq!(
        (&ranges[..], &anchors[..], doc),
        (&[] as &[Range], &[] as &[Anchors], &None),
        "positions are not packed"
    );
    let follows = code.qualname.strip_prefix(&around.scope) == Some(&code.name);
    let inside = Around::inside(code.flags, &code.qualname, code.first_line);
    Packed {
        name: strings.number(&code.name),
        qualname: (!follows).then(|| strings.number(&code.qualname)),
        first_line: code.first_line.checked_sub(around.first_line).expect("what is inside begins later"),
        flags: code.flags,
        params: code.params,
        locals: strings.numbers(&code.locals),
        cells: code.cells.clone(),
        free: strings.numbers(&code.free),
        registers: code.registers,
        instrs: code.instrs.clone(),
        handlers: code.handlers.clone(),
        consts: packed_constants(&code.consts, &inside, strings),
        names: strings.numbers(&code.names),
    }
}

fn packed_constants(constants: &[Const], around: &Around, strings: &mut Strings) -> Vec<PackedConst> {
    let packed = |constant: &Const| match constant {
        Const::Str(text) => PackedConst::Str(strings.number(text)),
        Const::Tuple(items) => PackedConst::Tuple(packed_constants(items, around, strings)),
        Const::Code(code) => PackedConst::Code(Box::new(packed(code, around, strings))),
        other => PackedConst::Other(other.clone()),
    };
    constants.iter().map(packed).collect()
}

/// The opposite of [`pack`]: `filename` is the module's.
///
/// # Errors
/// If the bytes are not a module of this version.
///
/// # Panics
/// The strings are those of other modules.
pub fn unpack(bytes: &[u8], strings: &[String], filename: &str) -> Result<Code, postcard::Error> {
    let packed: Packed = postcard::from_bytes(bytes)?;
    Ok(Reader { strings, filename }.code(packed, &Around::default()))
}

struct Reader<'a> {
    strings: &'a [String],
    filename: &'a str,
}

impl Reader<'_> {
    fn text(&self, number: u16) -> String {
        self.strings[usize::from(number)].clone()
    }

    fn texts(&self, numbers: &[u16]) -> Vec<String> {
        numbers.iter().map(|&number| self.text(number)).collect()
    }

    fn code(&self, packed: Packed, around: &Around) -> Code {
        let name = self.text(packed.name);
        let qualname = packed.qualname.map_or_else(|| format!("{}{name}", around.scope), |number| self.text(number));
        let first_line = around.first_line + packed.first_line;
        let inside = Around::inside(packed.flags, &qualname, first_line);
        Code {
            name,
            qualname,
            filename: self.filename.to_owned(),
            first_line,
            doc: None,
            flags: packed.flags,
            params: packed.params,
            first_temp: (packed.locals.len() + packed.free.len()) as Reg,
            locals: self.texts(&packed.locals),
            cells: packed.cells,
            free: self.texts(&packed.free),
            registers: packed.registers,
            instrs: packed.instrs,
            ranges: Vec::new(),
            anchors: Vec::new(),
            handlers: packed.handlers,
            consts: self.constants(packed.consts, &inside),
            names: self.texts(&packed.names),
        }
    }

    fn constants(&self, packed: Vec<PackedConst>, around: &Around) -> Vec<Const> {
        let read = |constant| match constant {
            PackedConst::Str(number) => Const::Str(self.text(number)),
            PackedConst::Tuple(items) => Const::Tuple(self.constants(items, around)),
            PackedConst::Code(code) => Const::Code(Rc::new(self.code(*code, around))),
            PackedConst::Other(other) => other,
        };
        packed.into_iter().map(read).collect()
    }
}
