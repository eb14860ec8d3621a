//! What survives a reload: what was typed, and the theme.
//!
//! A browser may refuse its storage (a private window, a sandboxed frame, a full disk). The page then
//! works as before and forgets; nothing here fails.

use std::rc::Rc;

use scenario::{Program, Scenario};
use web_sys::Storage;

use crate::state::Typed;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What is stored under a name.
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Stores a text under a name, if the browser allows it.
pub fn write(key: &str, text: &str) {
    if let Some(storage) = storage() {
        storage.set_item(key, text).unwrap_or_default();
    }
}

fn forget(key: &str) {
    if let Some(storage) = storage() {
        storage.remove_item(key).unwrap_or_default();
    }
}

fn key_of(scenario: &Scenario, program: &Program) -> String {
    format!("simul/typed/{}/{}", scenario.id, program.file)
}

/// Where a text is kept that had to make room for a link's: one of several.
fn kept_key(scenario: &Scenario, program: &Program, number: usize) -> String {
    format!("simul/kept/{}/{}/{number}", scenario.id, program.file)
}

/// What was typed into each program of a scenario.
pub fn typed(scenario: &Scenario) -> Vec<Typed> {
    let of = |program| Typed { text: read(&key_of(scenario, program)), kept: kept(scenario, program) };
    scenario.programs.iter().map(of).collect()
}

fn kept(scenario: &Scenario, program: &Program) -> Vec<String> {
    (0..).map_while(|number| read(&kept_key(scenario, program, number))).collect()
}

/// Keeps what was typed into a program; the scenario's own text needs no keeping.
pub fn keep_typed(scenario: &Scenario, program: &Program, text: &str) {
    let key = key_of(scenario, program);
    if text == program.source {
        forget(&key);
    } else {
        write(&key, text);
    }
}

/// Keeps the texts that had to make room for a link's, and no others.
pub fn keep_aside(scenario: &Scenario, program: &Program, texts: &[Rc<str>]) {
    let before = kept(scenario, program).len();
    for (number, text) in texts.iter().enumerate() {
        write(&kept_key(scenario, program, number), text);
    }
    for number in texts.len()..before {
        forget(&kept_key(scenario, program, number));
    }
}
