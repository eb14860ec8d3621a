//! What a program certainly imports and is not supported is refused before its first output; the rest when it is reached.

use machine::{Program, Settings};
use proof::{machine_for, Stage};

/// What the program printed, and what it was refused for: `line:column feature`.
fn run(source: &str) -> (Vec<String>, Option<String>) {
    let program = Program { name: "program.py".into(), source: source.into() };
    let record = Stage::with(|stage| {
        let mut machine = machine_for(&program, Settings::default());
        stage.narrow(move || {
            machine.run_to_end();
            machine.record()
        })
    });
    let refused = record.refused.map(|r| format!("{}:{} {}", r.line, r.column, r.feature));
    (record.lines.into_iter().map(|line| line.text).collect(), refused)
}

fn at_once(source: &str, refused: &str) {
    assert_eq!(run(source), (Vec::new(), Some(refused.to_string())), "{source}");
}

fn when_reached(source: &str, lines: &[&str], refused: Option<&str>) {
    let lines = lines.iter().map(|line| line.to_string()).collect();
    assert_eq!(run(source), (lines, refused.map(str::to_string)), "{source}");
}

#[test]
fn a_module_that_is_certainly_imported_is_refused_before_the_first_output() {
    at_once("print('first')\nimport numpy\n", "2:1 the module numpy");
    at_once("import asyncio, ssl\nprint('first')\n", "1:1 the module ssl");
    at_once("print('first')\nimport os.path as p\n", "2:1 the module os");
    at_once("for i in range(3):\n    print(i)\nimport numpy\n", "3:1 the module numpy");
    at_once("if print('x'):\n    import json\nimport numpy\n", "3:1 the module numpy");
    at_once("try:\n    print('x')\nfinally:\n    pass\nimport numpy\n", "5:1 the module numpy");
}

#[test]
fn a_name_that_a_module_lacks_is_refused_before_the_first_output() {
    at_once("print('first')\nfrom collections import deque, UserList\n", "2:1 collections.UserList");
    at_once("print('first')\nfrom asyncio import open_connection as o\n", "2:1 asyncio.open_connection");
    at_once("print('first')\nfrom inspect import isabstract\n", "2:1 inspect.isabstract");
}

#[test]
fn an_import_that_may_not_be_reached_is_refused_when_it_is() {
    when_reached("print('x')\ndef f():\n    import numpy\nprint('y')\n", &["x", "y"], None);
    when_reached("print('x')\nif not 1:\n    import numpy\n", &["x"], None);
    when_reached("for i in ():\n    import numpy\nprint('x')\n", &["x"], None);
    when_reached("print('x')\ndef f():\n    import numpy\nf()\n", &["x"], Some("3:5 the module numpy"));
    when_reached("print('x')\nclass C:\n    if not 1:\n        import numpy\n", &["x"], None);
}

#[test]
fn a_program_that_does_without_what_it_imports_runs() {
    let tried = "print('x')\ntry:\n    import numpy\nexcept ImportError:\n    print('none')\n";
    when_reached(tried, &["x", "none"], None);
    let suppressed = "from contextlib import suppress\nprint('x')\nwith suppress(ImportError):\n    import numpy\n";
    when_reached(suppressed, &["x"], None);
}

#[test]
fn a_program_that_ends_before_an_import_runs() {
    when_reached("import sys\nprint('x')\nsys.exit()\nimport numpy\n", &["x"], None);
    when_reached("print('x')\nraise SystemExit\nimport numpy\n", &["x"], None);
    when_reached("def f():\n    raise SystemExit\nprint('x')\nf()\nimport numpy\n", &["x"], None);
    let replaced = "import sys\nsys.modules['numpy'] = sys\nimport numpy\nprint('x')\n";
    when_reached(replaced, &["x"], None);
    at_once("import sys\nimport numpy\nprint('x')\nsys.exit()\n", "2:1 the module numpy");
}

#[test]
fn a_module_that_nobody_has_is_an_error_when_it_is_reached() {
    when_reached("print('x')\nimport nobody_has_this\n", &["x"], None);
    when_reached("print('x')\nfrom collections import nobody_has_this\n", &["x"], None);
}
