//! Every program does what CPython did.

use crate::selection::for_each;
use machine::{PythonVersion, Settings};
use proof::{judge, read, recorded_programs, root, Refusals, Verdict};
use scenario::{gallery, Python};
use std::collections::BTreeSet;

#[test]
fn programs_do_what_cpython_recorded() {
    let refusals = Refusals::read(&root()).expect("corpus/refused.txt can be read");
    for_each(|stage, recorded| {
        let mut machine = recorded.machine(Settings::default());
        let record = stage.narrow(move || {
            machine.run_to_end();
            machine.record()
        });
        match judge(recorded, &record, &refusals) {
            Verdict::Same | Verdict::Refused { .. } => Ok(()),
            Verdict::Wrong { cause, details } => Err(format!("{cause}\n{details}")),
        }
    });
}

#[test]
fn lanes_of_the_gallery_are_recorded_by_the_python_they_name() {
    for scenario in gallery() {
        for lane in scenario.programs {
            let recorded = read(&root(), &format!("gallery/{}/{}", scenario.id, lane.file)).expect("a recording");
            let named = match lane.python {
                Python::V310 => PythonVersion::V310,
                Python::V311 => PythonVersion::V311,
            };
            assert_eq!(recorded.version, named, "{}", recorded.path);
        }
    }
}

#[test]
fn the_list_of_refusals_names_programs_that_exist() {
    let refusals = Refusals::read(&root()).expect("corpus/refused.txt can be read");
    let programs = recorded_programs(&root()).expect("the corpus can be read");
    let paths: BTreeSet<&str> = programs.iter().map(|recorded| recorded.path.as_str()).collect();
    let strangers: Vec<&str> = refusals.paths().filter(|path| !paths.contains(path)).collect();
    assert!(strangers.is_empty(), "corpus/refused.txt names no recorded program: {strangers:?}");
}
