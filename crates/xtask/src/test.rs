//! `cargo xtask test`: every test, in order, with a summary and one last line of counts.

use std::time::{Duration, Instant};

use crate::counts::Counts;
use crate::process::{run, run_and_listen};
use crate::project::Project;
use crate::tools::WASM;
use crate::{browser, chromium, npm, page, tidy, tools, Outcome};

/// How much to test.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Everything, in a browser too.
    Everything,
    /// Without the page and what needs a browser.
    WithoutBrowser,
}

/// One row of the summary: a name and what runs. An error says why it could not be run.
struct Step {
    name: &'static str,
    run: fn(&Project) -> Result<Counts, String>,
    /// The step makes what all later steps test; if it fails they are not run.
    needed_by_later: bool,
}

const fn step(name: &'static str, run: fn(&Project) -> Result<Counts, String>) -> Step {
    Step { name, run, needed_by_later: false }
}

const NATIVE: &[Step] = &[
    step("tidy", |project| Ok(Counts::of_check(reported(tidy::run(project))))),
    step("format", format),
    step("clippy", clippy),
    step("clippy for wasm", clippy_for_wasm),
    step("native tests", native_tests),
    step("examples in comments", doc_tests),
];

const BROWSER: &[Step] = &[
    Step { name: "tools", run: install_tools, needed_by_later: true },
    step("wasm tests", wasm_tests),
    Step { name: "page", run: page_builds, needed_by_later: true },
    step("browser tests", browser_tests),
];

/// Runs the tests and prints the summary; its last line is `N passed, M failed`. True if all passed.
pub fn run_tests(project: &Project, extent: Extent) -> bool {
    let start = Instant::now();
    let browser = if extent == Extent::Everything { BROWSER } else { &[] };
    let mut rows = Vec::new();
    let mut total = Counts::default();
    let mut stopped_by = None;
    for step in NATIVE.iter().chain(browser) {
        let outcome = match stopped_by {
            None => timed(project, step),
            Some(cause) => {
                Done { counts: Counts::of_check(false), took: Duration::ZERO, note: format!("not run: {cause} failed") }
            }
        };
        if step.needed_by_later && outcome.counts.failed > 0 {
            stopped_by = Some(step.name);
        }
        total += outcome.counts;
        rows.push(outcome.row(step.name));
    }
    println!("\n── summary ──\n{}\ntotal {:.1} s", rows.join("\n"), start.elapsed().as_secs_f64());
    println!("{} passed, {} failed", total.passed, total.failed);
    total.failed == 0
}

struct Done {
    counts: Counts,
    took: Duration,
    note: String,
}

impl Done {
    fn row(&self, name: &str) -> String {
        let mark = if self.counts.failed == 0 { "ok    " } else { "FAILED" };
        let Counts { passed, failed } = self.counts;
        let seconds = self.took.as_secs_f64();
        format!("{mark} {name:<22}{seconds:>7.1} s {passed:>6} passed {failed:>4} failed  {}", self.note)
    }
}

fn timed(project: &Project, step: &Step) -> Done {
    println!("\n── {} ──", step.name);
    let start = Instant::now();
    let outcome = (step.run)(project);
    let took = start.elapsed();
    match outcome {
        Ok(counts) => Done { counts, took, note: String::new() },
        Err(note) => {
            eprintln!("{note}");
            Done { counts: Counts::of_check(false), took, note }
        }
    }
}

/// A check's outcome as yes or no; the reason has been printed where it arose, or is printed here.
fn reported(outcome: Outcome) -> bool {
    outcome.inspect_err(|message| eprintln!("{message}")).is_ok()
}

fn cargo_check(project: &Project, arguments: &[&str]) -> Counts {
    Counts::of_check(reported(run(project.command("cargo").args(arguments))))
}

fn cargo_tests(project: &Project, arguments: &[&str]) -> Result<Counts, String> {
    let heard = run_and_listen(project.command("cargo").args(arguments))?;
    Ok(Counts::of_runner(&heard.text, heard.success))
}

fn format(project: &Project) -> Result<Counts, String> {
    tools::ensure_components(project)?;
    Ok(cargo_check(project, &["fmt", "--all", "--check"]))
}

fn clippy(project: &Project) -> Result<Counts, String> {
    tools::ensure_components(project)?;
    let scope = ["clippy", "--locked", "--workspace", "--exclude", "web", "--all-targets"];
    Ok(cargo_check(project, &[&scope[..], &["--", "-D", "warnings"]].concat()))
}

fn clippy_for_wasm(project: &Project) -> Result<Counts, String> {
    tools::ensure_target(project)?;
    let scope = ["clippy", "--locked", "--package", "web", "--all-targets", "--target", WASM];
    Ok(cargo_check(project, &[&scope[..], &["--", "-D", "warnings"]].concat()))
}

fn native_tests(project: &Project) -> Result<Counts, String> {
    // The page's own logic is tested natively too: only what touches the browser needs one.
    let scope = ["--locked", "--workspace", "--all-targets", "--no-fail-fast"];
    let has_nextest = project.which("cargo-nextest").is_some();
    let runner: &[&str] = if has_nextest { &["nextest", "run"] } else { &["test"] };
    cargo_tests(project, &[runner, &scope].concat())
}

fn doc_tests(project: &Project) -> Result<Counts, String> {
    cargo_tests(project, &["test", "--locked", "--workspace", "--exclude", "web", "--doc", "--no-fail-fast"])
}

/// Installing is no test: it counts only when it fails, and then all that follows can't be run.
fn install_tools(project: &Project) -> Result<Counts, String> {
    tools::ensure(project)?;
    npm::ensure(project)?;
    chromium::ensure(project)?;
    chromium::ensure_driver(project)?;
    Ok(Counts::default())
}

fn wasm_tests(project: &Project) -> Result<Counts, String> {
    let mut command = project.command("cargo");
    command.args(["test", "--locked", "--package", "web", "--target", WASM]);
    // All recorded programs run in one test; the runner waits 20 seconds unless it is told.
    let heard = run_and_listen(command.env("WASM_BINDGEN_TEST_TIMEOUT", "300"))?;
    let counts = Counts::of_runner(&heard.text, heard.success);
    if counts == Counts::default() {
        return Err("no test ran in the browser".to_owned());
    }
    Ok(counts)
}

fn page_builds(project: &Project) -> Result<Counts, String> {
    page::build(project).map(|()| Counts::of_check(true))
}

fn browser_tests(project: &Project) -> Result<Counts, String> {
    // One file at a time: two browsers on two cores would take each other's time.
    let runner = ["--test", "--test-reporter=spec", "--test-concurrency=1"];
    let files = test_files(project)?;
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let heard = run_and_listen(&mut browser::script(project, &[&runner[..], &files].concat())?)?;
    Ok(Counts::of_runner(&heard.text, heard.success))
}

/// The test files by name: Node 20 knows no patterns, and a folder would make it run the helpers too.
fn test_files(project: &Project) -> Result<Vec<String>, String> {
    let folder = project.web().join("tests");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut files: Vec<String> =
        names.filter(|name| name.ends_with(".test.mjs")).map(|name| format!("web/tests/{name}")).collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("no browser test was found in {}", folder.display()));
    }
    Ok(files)
}
