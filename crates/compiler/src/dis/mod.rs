//! Code for people to read.
//!
//! A line an instruction: its number, its stretch of source (where that changes), and what it does. Locals,
//! cells and free variables go by their names, temporaries are `t0`, `t1`, …

mod instr;

use bytecode::{Code, Const, Flags, Range, Reg};
use std::fmt::Write as _;

/// Prints a code object and all in it.
pub fn disassemble(code: &Code) -> String {
    let mut out = String::new();
    print(code, &mut out);
    out
}

fn print(code: &Code, out: &mut String) {
    header(code, out);
    let mut last = Range::default();
    for (pc, instr) in code.instrs.iter().enumerate() {
        let range = code.range(pc);
        let place = match range == last {
            true => String::new(),
            false => format!("{}:{}-{}:{}", range.line, range.col, range.end_line, range.end_col),
        };
        last = range;
        line(out, format_args!("{pc:4}  {place:12}  {}", instr::text(code, instr)));
    }
    for entry in &code.handlers {
        let reg = register(code, entry.reg);
        let (start, end, handler, depth) = (entry.start, entry.end, entry.handler, entry.depth);
        line(out, format_args!("  {start}..{end} to {handler} as {reg}, handling {depth}"));
    }
    for value in &code.consts {
        if let Const::Code(inner) = value {
            out.push('\n');
            print(inner, out);
        }
    }
}

fn header(code: &Code, out: &mut String) {
    let mut parts = vec![format!("{} at line {}", code.qualname, code.first_line)];
    let kinds = [
        (Flags::VARARGS, "*args"),
        (Flags::VARKEYWORDS, "**kwargs"),
        (Flags::GENERATOR, "generator"),
        (Flags::COROUTINE, "coroutine"),
        (Flags::ASYNC_GENERATOR, "async generator"),
        (Flags::CLASS_BODY, "class body"),
        (Flags::MODULE, "module"),
        (Flags::HIDDEN, "hidden"),
    ];
    parts.extend(kinds.into_iter().filter(|(flag, _)| code.flags.has(*flag)).map(|(_, name)| name.into()));
    let params = code.params;
    if params != Default::default() {
        let counts = (params.positional, params.positional_only, params.keyword_only);
        parts.push(format!("parameters {} ({} by position only) + {} by keyword only", counts.0, counts.1, counts.2));
    }
    let named = |title: &str, names: &[String]| (!names.is_empty()).then(|| format!("{title} {}", names.join(" ")));
    let cells: Vec<String> = code.cells.iter().map(|reg| register(code, *reg)).collect();
    parts.extend(named("locals", &code.locals));
    parts.extend(named("cells", &cells));
    parts.extend(named("free", &code.free));
    parts.extend(code.doc.as_ref().map(|doc| format!("doc {doc:?}")));
    line(out, format_args!("{}", parts.join("; ")));
}

fn line(out: &mut String, text: std::fmt::Arguments) {
    let start = out.len();
    write!(out, "{text}").expect("a string takes everything");
    out.truncate(start + out[start..].trim_end().len());
    out.push('\n');
}

/// A register's name.
fn register(code: &Code, reg: Reg) -> String {
    let named = code.locals.iter().chain(&code.free).nth(usize::from(reg));
    match named {
        Some(name) => name.clone(),
        None => format!("t{}", reg.wrapping_sub(code.first_temp)),
    }
}

/// A constant, as Python writes it where that is easy.
fn constant(value: &Const) -> String {
    let list = |items: &[Const]| items.iter().map(constant).collect::<Vec<_>>().join(", ");
    match value {
        Const::None => "None".into(),
        Const::Bool(true) => "True".into(),
        Const::Bool(false) => "False".into(),
        Const::Ellipsis => "...".into(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(digits) => digits.clone(),
        Const::Float(value) => format!("{value:?}"),
        Const::Str(text) => format!("{text:?}"),
        Const::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Const::Tuple(items) => format!("({})", list(items)),
        Const::FrozenSet(items) => format!("frozenset({{{}}})", list(items)),
        Const::Code(code) => format!("<{}>", code.qualname),
    }
}
