//! SyntaxWarnings, recorded by `data/record.py`.

mod common;

#[test]
fn warnings_are_cpythons() {
    for (source, record) in common::sections(include_str!("data/warnings.txt")) {
        let module = syntax::parse(source, syntax::PythonVersion::V311).expect("a program");
        let compiled = compiler::compile_with_warnings(&module, source, "<test>", Default::default());
        let warnings = compiled.expect("code").warnings;
        let found: String = warnings.iter().map(|w| format!("{} {}\n", w.line, w.message)).collect();
        assert_eq!(found, record, "{source}");
    }
}
