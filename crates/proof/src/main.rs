//! `cargo run -p proof -- [FILTER…] [--verbose]`: a table of all recorded programs, and how the wrong ones differ.

#[path = "table/report.rs"]
mod report;
#[path = "table/worker.rs"]
mod worker;

use proof::{recorded_programs, root, Verdict};
use std::io::Write;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;

const USAGE: &str = "\
usage: proof [FILTER…] [--verbose]

Runs the recorded programs of corpus/ and gallery/ whose path has one of the FILTERs in it (all without one), compares
them with what CPython recorded, and prints a table. --verbose tells of each wrong one where it differs.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments == [worker::FLAG] {
        worker::serve();
        return ExitCode::SUCCESS;
    }
    let (flags, filters): (Vec<String>, Vec<String>) = arguments.into_iter().partition(|word| word.starts_with('-'));
    let verbose = flags == ["--verbose"];
    if !verbose && !flags.is_empty() {
        say(USAGE);
        return ExitCode::from(64);
    }
    let paths = match recorded_programs(&root()) {
        Ok(programs) => programs.into_iter().map(|recorded| recorded.path).collect::<Vec<_>>(),
        Err(message) => {
            say(&format!("proof: {message}\n"));
            return ExitCode::FAILURE;
        }
    };
    let wanted = |path: &String| filters.is_empty() || filters.iter().any(|filter| path.contains(filter.as_str()));
    let verdicts = judge_all(paths.into_iter().filter(wanted).collect());
    say(&report::report(&verdicts, verbose));
    match verdicts.iter().any(|(_, verdict)| matches!(verdict, Verdict::Wrong { .. })) {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    }
}

fn say(text: &str) {
    // A closed terminal is no reason to fail.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Judges the programs with as many workers as there are cores.
fn judge_all(mut paths: Vec<String>) -> Vec<(String, Verdict)> {
    paths.reverse();
    let (waiting, done) = (Mutex::new(paths), Mutex::new(Vec::new()));
    let next = || waiting.lock().expect("no thread panics with it").pop();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let mut worker = worker::Worker::default();
                while let Some(path) = next() {
                    let verdict = worker.judge(&path);
                    done.lock().expect("no thread panics with it").push((path, verdict));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("all threads have ended");
    done.sort_by(|(a, _), (b, _)| a.cmp(b));
    done
}
