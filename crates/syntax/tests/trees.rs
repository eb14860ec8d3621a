//! Shapes, values and ranges of our tree are CPython's.

mod dump;

use syntax::{parse, PythonVersion};

const SNIPPETS: &str = include_str!("data/snippets.py");
const RECORDED: &str = include_str!("data/snippets.tree");

/// The sections of one of the two files: title and the rest.
fn sections(text: &'static str) -> Vec<(&'static str, &'static str)> {
    text.split("#%% ").skip(1).map(|section| section.split_once('\n').expect("a title is a line")).collect()
}

#[test]
fn trees_are_those_of_cpython() {
    let (snippets, recorded) = (sections(SNIPPETS), sections(RECORDED));
    assert_eq!(snippets.len(), recorded.len(), "run record.py");
    assert!(snippets.len() >= 40);
    let mut wrong = Vec::new();
    for ((title, source), (_, expected)) in snippets.into_iter().zip(recorded) {
        let module = parse(source, PythonVersion::V311).unwrap_or_else(|error| panic!("{title}: {error}"));
        let ours: Vec<String> = module.body.iter().map(dump::stmt).collect();
        let theirs: Vec<&str> = expected.lines().collect();
        let differ = ours.iter().zip(&theirs).filter(|(ours, theirs)| ours != *theirs);
        wrong.extend(differ.map(|(ours, theirs)| format!("{title}\n  ours   {ours}\n  theirs {theirs}")));
        if ours.len() != theirs.len() {
            wrong.push(format!("{title}: {} statements, CPython has {}", ours.len(), theirs.len()));
        }
    }
    assert!(wrong.is_empty(), "{} statements differ\n{}", wrong.len(), wrong.join("\n"));
}
