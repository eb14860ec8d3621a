//! Programs that CPython doesn't compile: its words and places, recorded by `data/record.py`.

mod common;

use compiler::CompileError;

#[test]
fn bad_programs_fail_in_cpythons_words() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (source, record) in common::sections(include_str!("data/errors.txt")) {
        count += 1;
        let found = match common::try_compile(source) {
            Ok(_) => "nothing is wrong".into(),
            Err(CompileError::Refused(refusal)) => format!("refused: {}", refusal.feature),
            Err(CompileError::Syntax(error)) => {
                let place = (error.line, error.column, error.end_line, error.end_column);
                format!("{}:{}-{}:{} {}", place.0, place.1, place.2, place.3, error.message)
            }
        };
        if found != record.trim_end() {
            wrong.push(format!("{source}CPython: {record}Simul:   {found}\n"));
        }
    }
    assert!(count > 80, "{count} programs");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}
