//! Sources changed on purpose, in a copy: a test that can't fail proves nothing, and what must not matter is changed too.

use std::fs;
use std::path::{Path, PathBuf};

use crate::counts::Counts;
use crate::process::{run_and_listen, Heard};
use crate::project::Project;
use crate::Outcome;

/// A small change of the sources.
struct Mutant {
    /// The rule that it breaks, or keeps.
    rule: &'static str,
    /// Whether the rule is broken by it.
    breaks: bool,
    /// The file, from the project's root.
    file: &'static str,
    /// What stands there, exactly once.
    from: &'static str,
    /// What comes in its place.
    to: &'static str,
    /// The test that has to fail, or to pass all the same.
    test: &'static str,
}

const MUTANTS: &[Mutant] = &[
    Mutant {
        rule: "run-once takes as many handles as are ready when it begins",
        breaks: true,
        file: "crates/stdlib/src/asyncio/run_once.rs",
        from: "while f.note & 0xffff_ffff > 0 {\n        f.note -= 1;",
        to: "while ready_count(cx, r) > 0 {",
        test: "rules::what_becomes_ready_during_a_pass_of_the_loop_runs_in_the_next",
    },
    Mutant {
        rule: "in the heap of timers an equal one does not overtake",
        breaks: true,
        file: "crates/stdlib/src/asyncio/timers.rs",
        from: "if !before(cx, item, parent)",
        to: "if before(cx, parent, item)",
        test: "rules::timers_of_one_moment_leave_the_heap_in_its_own_order",
    },
    Mutant {
        rule: "a list lets go of its items from the last to the first",
        breaks: true,
        file: "crates/vm/src/heap/body.rs",
        from: "Body::List(items) => items.iter().rev().for_each(|&v| see(v))",
        to: "Body::List(items) => items.iter().for_each(|&v| see(v))",
        test: "rules::containers_let_go_of_their_items_in_cpythons_order",
    },
    Mutant {
        rule: "a frame lets go of its locals from the first to the last",
        breaks: true,
        file: "crates/vm/src/frame.rs",
        from: "(0..locals).filter(|&reg| !late(reg)).for_each",
        to: "(0..locals).rev().filter(|&reg| !late(reg)).for_each",
        test: "rules::a_function_lets_go_of_its_locals_first_to_last",
    },
    Mutant {
        rule: "who has waited longest is woken first",
        breaks: true,
        file: "crates/kernel/src/waits.rs",
        from: "self.parked.entry(wait).or_default().push_back(thread)",
        to: "self.parked.entry(wait).or_default().push_front(thread)",
        test: "rules::who_has_waited_longest_for_a_lock_tries_first",
    },
    Mutant {
        rule: "a thread gives way only where the eval breaker looks",
        breaks: true,
        file: "crates/vm/src/interp/run.rs",
        from: "if cx.t.breaker && frame.globals != cx.vm.prelude {",
        to: "if frame.globals != cx.vm.prelude {",
        test: "threads::a_thread_gives_way_only_where_the_eval_breaker_looks",
    },
    Mutant {
        rule: "the price of an overlay covers what its twin runs",
        breaks: true,
        file: "crates/vm/src/interp/invoke.rs",
        from: "None => covered && frame.loaded.is_library(),",
        to: "None => false,",
        test: OVERLAYS,
    },
    Mutant {
        rule: "an overlay costs what its table says: its twin at another price",
        breaks: true,
        file: "crates/stdlib/src/overlays.rs",
        from: "\"PlainLoop._run_once\", RUN_ONCE)",
        to: "\"PlainLoop._run_once\", 2 * RUN_ONCE)",
        test: OVERLAYS,
    },
    Mutant {
        rule: "an overlay costs what its table says: Rust that does its work twice",
        breaks: false,
        file: "crates/stdlib/src/asyncio/run_once.rs",
        from: "    drop_cancelled(cx, r);\n",
        to: "    drop_cancelled(cx, r);\n    drop_cancelled(cx, r);\n    let again = heap_of(cx, r);\n    \
             let again = cx.vm.heap.list(again).to_vec();\n    let again = cx.new_list(again);\n    \
             timers::order(cx, again.as_ref().expect(\"a list\"));\n",
        test: OVERLAYS,
    },
    Mutant {
        rule: "an overlay costs what its table says: a twin that does its work twice",
        breaks: false,
        file: "crates/stdlib/python/asyncio.base_events.py",
        from: "        self._drop_cancelled()\n        timeout = None\n",
        to: "        self._drop_cancelled()\n        self._drop_cancelled()\n        \
             for _ in range(len(self._scheduled) + len(self._ready)):\n            \
             heapq.heapify(list(self._scheduled))\n        timeout = None\n",
        test: OVERLAYS,
    },
];

/// Compares the times of the overlays with those of their twins.
const OVERLAYS: &str = "overlays::without_overlays_everything_is_the_same_under_python";

/// Not copied: what is built, installed or hidden. Cargo's own settings come along.
const LEFT_OUT: [&str; 4] = ["target", "dist", "node_modules", "generated"];

/// Makes each change in turn and runs its test. Where a rule is broken, a test that fails has passed, so to say.
///
/// # Errors
/// The sources can't be copied, or a mutant's text no longer stands in its file.
pub fn run(project: &Project) -> Result<Counts, String> {
    let copy = project.root.join("target").join("mutants");
    refresh(&project.root, &copy)?;
    let mut counts = Counts::default();
    for mutant in MUTANTS {
        let (how, wanted) = if mutant.breaks { ("broken", "FAILED") } else { ("changed, not broken", "ok") };
        println!("\n── {how} on purpose: {} ──", mutant.rule);
        let holds = changed_says(project, &copy, mutant, wanted)?;
        println!("{}: the test should say {wanted}", if holds { "as it should be" } else { "WRONG" });
        counts += Counts::of_check(holds);
    }
    Ok(counts)
}

/// Whether the mutant's test passes without the change, and with it says what is wanted.
fn changed_says(project: &Project, copy: &Path, mutant: &Mutant, wanted: &str) -> Result<bool, String> {
    let file = copy.join(mutant.file);
    let whole = read(&file)?;
    if whole.matches(mutant.from).count() != 1 {
        return Err(format!("{}: {:?} is to stand there once: mend the mutant's text", mutant.file, mutant.from));
    }
    let before = test(project, copy, mutant)?;
    write(&file, &whole.replace(mutant.from, mutant.to))?;
    let broken = test(project, copy, mutant);
    write(&file, &whole)?;
    Ok(says(&before, mutant, "ok") && says(&broken?, mutant, wanted))
}

fn says(heard: &Heard, mutant: &Mutant, outcome: &str) -> bool {
    heard.text.contains(&format!("test {} ... {outcome}", mutant.test))
}

fn test(project: &Project, copy: &Path, mutant: &Mutant) -> Result<Heard, String> {
    let mut command = project.command("cargo");
    command.current_dir(copy).env("CARGO_TARGET_DIR", copy.join("target"));
    command.args(["test", "--locked", "--package", "proof", "--test", "proof", "--", "--exact", mutant.test]);
    run_and_listen(&mut command)
}

/// Makes the copy like the project. A file that is the same already keeps its date, so that little is built again.
fn refresh(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to).map_err(|error| format!("{}: {error}", to.display()))?;
    let wanted = entries(from)?;
    for old in entries(to)?.iter().filter(|old| !wanted.contains(old)) {
        remove(&to.join(old))?;
    }
    for name in wanted {
        let (source, target) = (from.join(&name), to.join(&name));
        if source.is_dir() {
            refresh(&source, &target)?;
            continue;
        }
        let bytes = fs::read(&source).map_err(|error| format!("{}: {error}", source.display()))?;
        if fs::read(&target).is_ok_and(|old| old == bytes) {
            continue;
        }
        fs::write(&target, bytes).map_err(|error| format!("{}: {error}", target.display()))?;
    }
    Ok(())
}

/// The names in a folder that belong to the sources.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        let text = name.to_string_lossy();
        if !LEFT_OUT.contains(&&*text) && (text == ".cargo" || !text.starts_with('.')) {
            names.push(PathBuf::from(name));
        }
    }
    Ok(names)
}

fn remove(path: &Path) -> Outcome {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    removed.map_err(|error| format!("{}: {error}", path.display()))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mutants_text_stands_once_in_its_file() {
        let root = Project::find().root;
        for mutant in MUTANTS {
            let text = read(&root.join(mutant.file)).expect(mutant.file);
            assert_eq!(text.matches(mutant.from).count(), 1, "{}: {}", mutant.file, mutant.from);
            let (module, name) = mutant.test.split_once("::").expect("a module of tests");
            let tests = read(&root.join(format!("crates/proof/tests/proof/{module}.rs"))).expect("a file of tests");
            assert!(tests.contains(&format!("fn {name}()")), "there is no test {name}");
        }
    }
}
