//! The scenarios that come with the page: the folders of `gallery/`, read when the project is built.

use crate::{Program, Python, Scenario, Settings};
use bytecode::Outcome;

struct GalleryProgram {
    name: &'static str,
    note: &'static str,
    file: &'static str,
    source: &'static str,
    python: Python,
    compiled: &'static [u8],
}

struct GalleryScenario {
    id: &'static str,
    title: &'static str,
    lesson: &'static str,
    slow_down: u32,
    lanes: &'static [GalleryProgram],
}

const GALLERY: &[GalleryScenario] = include!(concat!(env!("OUT_DIR"), "/gallery.rs"));

/// What programs of the gallery were before they were changed.
const EARLIER: &[&str] = include!(concat!(env!("OUT_DIR"), "/earlier.rs"));

/// The scenario that the page opens with.
const OPENING: &str = "ways_to_wait";

/// All scenarios: the one that the page opens with, then the others by title.
pub fn gallery() -> Vec<Scenario> {
    let mut all: Vec<Scenario> = GALLERY.iter().map(read).collect();
    all.sort_by_key(|scenario| (scenario.id != OPENING, scenario.title.clone()));
    all
}

/// The texts that programs of the gallery had earlier: `earlier/*.txt` in a scenario's folder. Links that say only what is
/// different from them open as long as they are kept.
pub fn earlier() -> &'static [&'static str] {
    EARLIER
}

/// What compiling a text has given when the project was built, if it is a program of the gallery.
pub fn compiled(file: &str, source: &str, python: Python) -> Option<Outcome> {
    let mut programs = GALLERY.iter().flat_map(|scenario| scenario.lanes);
    let program = programs.find(|p| p.file == file && p.source == source && p.python == python)?;
    Some(bytecode::outcome_from_bytes(program.compiled).expect("it was written by this build"))
}

/// The scenario that the page opens with.
pub fn opening() -> Scenario {
    gallery().swap_remove(0)
}

fn read(scenario: &GalleryScenario) -> Scenario {
    let program = |program: &GalleryProgram| Program {
        name: program.name.to_owned(),
        note: program.note.to_owned(),
        file: program.file.to_owned(),
        source: program.source.to_owned(),
        python: program.python,
    };
    Scenario {
        id: scenario.id.to_owned(),
        title: scenario.title.to_owned(),
        lesson: scenario.lesson.to_owned(),
        programs: scenario.lanes.iter().map(program).collect(),
        settings: Settings { slow_down: scenario.slow_down, ..Settings::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_page_opens_with_four_ways_to_wait_beside_sync() {
        let opening = opening();
        assert_eq!(opening.id, OPENING);
        let names: Vec<&str> = opening.programs.iter().map(|program| program.name.as_str()).collect();
        assert_eq!(names, ["Sync", "Callbacks", "Generators", "async/await", "Greenlets"]);
    }

    #[test]
    fn the_gallery_is_what_its_folders_hold() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../gallery");
        for scenario in gallery() {
            for program in &scenario.programs {
                let file = format!("{folder}/{}/{}", scenario.id, program.file);
                assert_eq!(std::fs::read_to_string(&file).expect(&file), program.source);
            }
        }
        let scenarios = std::fs::read_dir(folder).expect("gallery/ is there");
        let there = scenarios.filter(|entry| entry.as_ref().expect("an entry").path().join("scenario.json").exists());
        assert_eq!(there.count(), gallery().len());
    }

    #[test]
    fn programs_come_compiled_and_other_texts_do_not() {
        for Program { file, source, python, .. } in gallery().into_iter().flat_map(|scenario| scenario.programs) {
            let outcome = compiled(&file, &source, python).expect("it is in the gallery");
            let code = outcome.unwrap_or_else(|mistake| panic!("{file} does not compile: {mistake:?}")).code;
            assert_eq!(code.filename, file);
            assert_eq!(compiled(&file, &format!("{source}#"), python), None);
        }
    }

    #[test]
    fn ids_and_lane_names_are_unlike() {
        let ids: BTreeSet<String> = gallery().into_iter().map(|scenario| scenario.id).collect();
        assert_eq!(ids.len(), gallery().len());
        for scenario in gallery() {
            let names: BTreeSet<&str> = scenario.programs.iter().map(|program| program.name.as_str()).collect();
            assert_eq!(names.len(), scenario.programs.len(), "{}", scenario.id);
        }
    }

    #[test]
    fn a_scenario_survives_json() {
        let json = serde_json::to_string(&opening()).expect("plain data");
        assert_eq!(serde_json::from_str::<Scenario>(&json).expect("its own text"), opening());
    }
}
