//! What CPython reads and we refuse, versions, and how a text is taken in.

use syntax::{ast, char_column, parse, ErrorKind, PythonVersion, Range};

fn error(source: &str) -> syntax::SyntaxError {
    parse(source, PythonVersion::V311).expect_err(source)
}

/// The feature that a program is refused for, and where.
fn refusal(source: &str) -> (&'static str, u32, u32) {
    let error = error(source);
    match error.kind {
        ErrorKind::Unsupported { feature } => (feature, error.line, error.column),
        other => panic!("{source:?} is a {other:?}, not a refusal"),
    }
}

#[test]
fn unicode_names_are_refused_where_they_mean_something() {
    assert_eq!(refusal("x = 1\ny = '\\N{BULLET}'\n"), ("\\N{...} in a string", 2, 5));
    assert_eq!(refusal("f'{x}\\N{BULLET}'\n"), ("\\N{...} in a string", 1, 1));
    for source in ["r'\\N{BULLET}'\n", "b'\\N{BULLET}'\n", "'\\\\N{BULLET}'\n", "f'\\\\N{BULLET}'\n"] {
        assert!(parse(source, PythonVersion::V311).is_ok(), "{source:?}");
    }
}

#[test]
fn lone_surrogates_are_refused_by_name() {
    for source in ["'\\ud800'\n", "'\\U0000dfff'\n", "'\\ud83d\\ude00'\n", "f'{x}\\udc00'\n"] {
        assert_eq!(refusal(source).0, "lone surrogates in a string", "{source:?}");
    }
    assert!(parse("'\\ud7ff\\ue000'\n", PythonVersion::V311).is_ok());
}

#[test]
fn a_refusal_says_what_to_do() {
    let rendered = error("x = '\\N{BULLET}'\n").render("a.py");
    assert_eq!(
        rendered,
        "  File \"a.py\", line 1\n    x = '\\N{BULLET}'\n        ^^^^^^^^^^^^\n\
         Unsupported: the table of Unicode names is left out; write the character itself or \\u with its number\n"
    );
}

#[test]
fn versions_differ_in_what_they_read() {
    let newer = ["try: a\nexcept* E: b\n", "a[*b]\n", "def f(*a: *b): pass\n"];
    for source in newer {
        assert!(parse(source, PythonVersion::V311).is_ok(), "{source:?}");
        let error = parse(source, PythonVersion::V310).expect_err(source);
        assert_eq!((error.kind, &*error.message), (ErrorKind::Syntax, "invalid syntax"), "{source:?}");
    }
    for source in ["match x:\n    case 1: pass\n", "with (a as b, c as d): pass\n"] {
        assert!(parse(source, PythonVersion::V310).is_ok(), "{source:?}");
    }
    for source in ["type X = int\n", "t'a'\n", "f'{a['b']}'\n", "def f[T](): pass\n", "[*a for a in b]\n"] {
        assert_eq!(error(source).kind, ErrorKind::Syntax, "{source:?}");
    }
}

#[test]
fn line_ends_and_byte_order_marks_are_as_for_cpython() {
    let plain = parse("x = '''a\nb'''\nif y:\n    z\n", PythonVersion::V311).expect("plain");
    for source in ["x = '''a\r\nb'''\r\nif y:\r\n    z\r\n", "\u{feff}x = '''a\rb'''\rif y:\r    z\r"] {
        assert_eq!(parse(source, PythonVersion::V311).as_ref(), Ok(&plain), "{source:?}");
    }
}

#[test]
fn an_attribute_knows_where_its_name_stands() {
    let module = parse("é.b . ccc\n", PythonVersion::V311).expect("an expression");
    let ast::StmtKind::Expr { value } = &module.body[0].kind else { panic!("{module:?}") };
    let ast::ExprKind::Attribute { attr, .. } = &value.kind else { panic!("{value:?}") };
    assert_eq!(attr.range, Range { start_line: 1, start_col: 7, end_line: 1, end_col: 10 });
    assert_eq!(char_column("é.b . ccc", attr.range.start_col), 6);
}

#[test]
fn later_layers_report_at_a_range() {
    let source = "x = 1\nif é: return 2\n";
    let module = parse(source, PythonVersion::V311).expect("the grammar has nothing against it");
    let ast::StmtKind::If { body, .. } = &module.body[1].kind else { panic!("{module:?}") };
    let error = syntax::SyntaxError::in_range(source, body[0].range, "'return' outside function");
    // As CPython 3.11 prints it, whose columns are bytes here.
    let printed = "  File \"a.py\", line 2\n    if é: return 2\n           ^^^^^^^^\n\
                   SyntaxError: 'return' outside function\n";
    assert_eq!(error.render("a.py"), printed);
    let refused = syntax::SyntaxError::unsupported(source, body[0].range, "return", "do without");
    assert_eq!(refused.kind, ErrorKind::Unsupported { feature: "return" });
}
