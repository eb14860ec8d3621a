//! Options, limits and refusals.

mod common;

use bytecode::pack::{pack, strings_from_bytes, unpack, Strings};
use bytecode::{Code, Flags, Instr};
use compiler::{compile, CompileError, Options, PythonVersion, Refusal};

fn with(source: &str, options: Options) -> Code {
    let module = syntax::parse(source, options.version).expect("a program");
    compile(&module, source, "<test>", options).expect("code")
}

fn all(code: &Code) -> Vec<&Code> {
    let mut list = vec![code];
    list.extend(common::inner(code).flat_map(all));
    list
}

fn refused(source: &str) -> Refusal {
    match common::try_compile(source) {
        Err(CompileError::Refused(refusal)) => refusal,
        other => panic!("{source}\nis not refused: {other:?}"),
    }
}

#[test]
fn hidden_marks_every_code_object() {
    let source = "class A:\n    def f(self): return [lambda: x for x in self]\n";
    let hidden = with(source, Options { hidden: true, ..Options::default() });
    assert_eq!(all(&hidden).len(), 5);
    assert!(all(&hidden).iter().all(|code| code.flags.has(Flags::HIDDEN)));
    assert!(all(&with(source, Options::default())).iter().all(|code| !code.flags.has(Flags::HIDDEN)));
}

#[test]
fn decorators_are_called_at_the_line_of_def_in_3_10_and_at_their_own_in_3_11() {
    let source = "@a\n@b\ndef f(): pass\n@c\nclass D: pass\n";
    let lines = |version| {
        let code = with(source, Options { version, ..Options::default() });
        let calls = code.instrs.iter().zip(&code.ranges).filter(|(instr, _)| matches!(instr, Instr::Call { .. }));
        calls.map(|(_, range)| range.line).collect::<Vec<_>>()
    };
    assert_eq!(lines(PythonVersion::V311), [2, 1, 5, 4]);
    assert_eq!(lines(PythonVersion::V310), [3, 3, 5, 5]);
}

#[test]
fn a_method_call_with_keywords_begins_at_its_name_from_3_11_on() {
    let lines = |version| {
        let code = with("(a\n .b(1)\n .c(d=2))\n", Options { version, ..Options::default() });
        let calls = code.instrs.iter().zip(&code.ranges);
        let calls = calls.filter(|(instr, _)| matches!(instr, Instr::Call { .. } | Instr::CallKw { .. }));
        calls.map(|(_, range)| range.line).collect::<Vec<_>>()
    };
    assert_eq!(lines(PythonVersion::V311), [2, 3]);
    assert_eq!(lines(PythonVersion::V310), [2, 1]);
}

#[test]
fn code_survives_being_packed() {
    // A name that is global has a qualified name of its own.
    let sources =
        [include_str!("data/record.py"), "def f():\n    global g\n    def g():\n        return 1, (2, 'g')\n"];
    let codes = sources.map(|source| common::compiled(source).without_positions());
    let mut strings = Strings::default();
    let packed = codes.each_ref().map(|code| pack(code, &mut strings));
    let strings = strings_from_bytes(&strings.to_bytes()).expect("strings");
    for (bytes, code) in packed.iter().zip(&codes) {
        assert_eq!(&unpack(bytes, &strings, &code.filename).expect("code"), code);
    }
}

#[test]
fn the_same_program_gives_the_same_bytes() {
    let source = include_str!("data/record.py");
    let bytes = || pack(&common::compiled(source).without_positions(), &mut Strings::default());
    assert_eq!(bytes(), bytes());
}

#[test]
fn refusals_name_feature_and_place() {
    let table = [
        ("x = 1\nmatch x:\n    case 1: pass\n", "match statement", (2, 0)),
        ("try:\n    pass\nexcept* E:\n    pass\n", "except*", (1, 0)),
        ("x = [1, 2.5j]\n", "complex numbers", (1, 8)),
        ("def f():\n    1j\n", "complex numbers", (2, 4)),
        ("from __future__ import annotations\ndef f(x: g()): pass\n", "this annotation as text", (2, 9)),
        ("from __future__ import barry_as_FLUFL\n", "barry_as_FLUFL", (1, 0)),
    ];
    for (source, feature, place) in table {
        let refusal = refused(source);
        assert_eq!((refusal.feature, (refusal.range.line, refusal.range.col)), (feature, place), "{source}");
        assert!(refusal.message.contains(';') || refusal.message.contains("not supported"), "{}", refusal.message);
    }
}

#[test]
fn a_syntax_error_anywhere_comes_before_a_refusal() {
    let found = common::try_compile("x = 1j\ndef f():\n    break\n");
    assert!(matches!(&found, Err(CompileError::Syntax(error)) if error.line == 3), "{found:?}");
}

#[test]
fn code_that_is_too_long_is_refused() {
    let refusal = refused(&"x.y\n".repeat(40_000));
    assert_eq!(refusal.feature, "code of that size");
    assert!(refusal.message.contains("65000 instructions"), "{}", refusal.message);
    let code = common::compiled(&"x.y\n".repeat(20_000));
    assert!(code.instrs.len() > 60_000 && code.registers < 4, "{} {}", code.instrs.len(), code.registers);
}

#[test]
fn finally_in_finally_does_not_grow_without_end() {
    let line = |depth: usize, text: &str| format!("{}{text}\n", " ".repeat(depth));
    let nested: String = (0..60).map(|d| line(d, "try: pass") + &line(d, "finally:")).collect();
    assert_eq!(refused(&(nested + &line(60, "pass"))).feature, "code of that size");
    let nested: String = (0..30)
        .map(|d| [line(2 * d, "try: pass"), line(2 * d, "finally:"), line(2 * d + 1, "def f():")].concat())
        .collect();
    assert_eq!(refused(&(nested + &line(60, "pass"))).feature, "code of that size");
}

#[test]
fn big_displays_and_calls_need_few_registers() {
    let items = |separator: &str| vec!["a"; 1000].join(separator);
    let source = format!("x = [{0}]\ny = {{{0}}}\nz = f({0})\n", items(", "));
    let code = common::compiled(&source);
    assert!(code.registers < 10, "{}", code.registers);
}

#[test]
fn an_error_shows_its_line() {
    let Err(CompileError::Syntax(error)) = common::try_compile("x = 1\nreturn x\n") else { panic!("no error") };
    assert_eq!(error.text, "return x\n");
    let shown = "  File \"t.py\", line 2\n    return x\n    ^^^^^^^^\nSyntaxError: 'return' outside function\n";
    assert_eq!(error.render("t.py"), shown);
}
