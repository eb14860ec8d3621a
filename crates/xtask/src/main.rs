//! `cargo xtask`: build, serve, test, record, look at and measure Simul.
//!
//! Only the standard library is used, so that the command itself compiles in seconds on a fresh machine.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this program talks to a person at a terminal")]
#![allow(clippy::disallowed_methods, reason = "the build is timed by the real clock; the engine never is")]

mod browser;
mod chromium;
mod counts;
mod newer;
mod npm;
mod page;
mod process;
mod project;
mod prove;
mod record;
mod test;
mod tidy;
mod tools;

use std::process::ExitCode;

use project::Project;

/// What every subcommand returns: nothing, or a sentence that says what went wrong and what to do.
pub type Outcome = Result<(), String>;

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port N]   install what is missing, build the page and serve it on 127.0.0.1:8080
  build              build the release page into dist/
  test [--quick]     run every test; --quick leaves out the page and the browser
  tidy               check the dependencies between crates, the sizes of files and functions, and habits
  prove              run all recorded programs in every way, and see that broken rules are noticed
  record [--check]   record what CPython 3.11 prints for the corpus; --check proves the records
  shots              take screenshots of the page into screenshots/
  bench              measure the page and print a table";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let project = Project::find();
    let outcome = match arguments.as_slice() {
        ["serve"] => page::serve(&project, page::PORT),
        ["serve", "--port", port] => page::parse_port(port).and_then(|port| page::serve(&project, port)),
        ["build"] => page::build(&project),
        // Their last line is the count of tests, so nothing is said after it.
        ["test"] => return status(test::run_tests(&project, test::Extent::Everything)),
        ["test", "--quick"] => return status(test::run_tests(&project, test::Extent::WithoutBrowser)),
        ["tidy"] => tidy::run(&project),
        ["prove"] => prove::run(&project),
        ["record"] => record::run(&project, &[]),
        ["record", "--check"] => record::run(&project, &["--check"]),
        ["shots"] => browser::shots(&project),
        ["bench"] => browser::bench(&project),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(64);
        }
    };
    if let Err(message) = &outcome {
        eprintln!("xtask: {message}");
    }
    status(outcome.is_ok())
}

fn status(success: bool) -> ExitCode {
    if success {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
