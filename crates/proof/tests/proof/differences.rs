//! Every known divergence from CPython is one still, and no other than is written down.

use machine::Settings;
use proof::{difference, divergences, normalised, root, Observed, Stage};

#[test]
fn known_divergences_still_diverge_as_described() {
    let known = divergences(&root()).expect("corpus/divergences can be read");
    assert!(!known.is_empty(), "the order of a set of tasks is a known divergence");
    for divergence in known {
        let path = &divergence.recorded.path;
        let record = Stage::with(|stage| {
            let mut machine = divergence.recorded.machine(Settings::default());
            stage.narrow(move || {
                machine.run_to_end();
                machine.record()
            })
        });
        assert_eq!((&record.refused, &record.limit), (&None, &None), "{path}");
        let ours = normalised(Observed::from_machine(&record));
        let theirs = normalised(divergence.recorded.expected.clone());
        assert!(difference(&theirs, &ours).is_some(), "{path} no longer diverges: move it into the corpus");
        let printed: Vec<&str> = ours.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(printed, divergence.ours, "{path}: {}", divergence.reason);
    }
}
