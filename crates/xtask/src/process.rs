//! Running other programs: loudly, silently, or loudly while listening.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

use crate::Outcome;

/// Prints the command and runs it with our own input and output.
///
/// # Errors
/// The program can't be started, or ends with another status than zero.
pub fn run(command: &mut Command) -> Outcome {
    announce(command);
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}", line(command)))
    }
}

/// Prints the command and turns into it where the system can do that: what stops us then stops it, and no child is left.
///
/// # Errors
/// The program can't be started, or ends with another status than zero.
pub fn become_program(command: &mut Command) -> Outcome {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        announce(command);
        let error = command.exec();
        Err(cannot_start(command, &error))
    }
    #[cfg(not(unix))]
    run(command)
}

/// What a program that was listened to said, and whether it succeeded.
pub struct Heard {
    /// Standard output and standard error, one after the other, without colours.
    pub text: String,
    /// Whether the exit status was zero.
    pub success: bool,
}

/// Prints the command, runs it and passes its output on while keeping a copy.
///
/// # Errors
/// The program can't be started.
pub fn run_and_listen(command: &mut Command) -> Result<Heard, String> {
    announce(command);
    let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|error| cannot_start(command, &error))?;
    let errors = child.stderr.take().map(|pipe| thread::spawn(move || pass_on(pipe, std::io::stderr())));
    let mut text = child.stdout.take().map(|pipe| pass_on(pipe, std::io::stdout())).unwrap_or_default();
    if let Some(reader) = errors {
        text += &reader.join().unwrap_or_default();
    }
    let status = child.wait().map_err(|error| format!("{}: {error}", line(command)))?;
    Ok(Heard { text: without_colours(&text), success: status.success() })
}

/// A program's standard output, if it could be run and succeeded.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn announce(command: &Command) {
    println!("$ {}", line(command));
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("{} can't be started: {error}", command.get_program().to_string_lossy())
}

/// The command as a person would type it: the program's name without its folder.
fn line(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn pass_on(from: impl Read, mut to: impl Write) -> String {
    let mut kept = String::new();
    let mut reader = BufReader::new(from);
    let mut bytes = Vec::new();
    while matches!(reader.read_until(b'\n', &mut bytes), Ok(count) if count > 0) {
        let text = String::from_utf8_lossy(&bytes);
        // A closed terminal is no reason to lose the result.
        let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
        kept += &text;
        bytes.clear();
    }
    kept
}

/// Takes out ANSI escape sequences of the form `ESC [ … letter`.
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            rest.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_out() {
        assert_eq!(without_colours("\u{1b}[32;1m3 passed\u{1b}[0m, 0 failed"), "3 passed, 0 failed");
    }

    #[test]
    fn a_listener_hears_both_streams_and_the_status() {
        let mut command = Command::new(std::env::current_exe().expect("the test's own path"));
        let heard = run_and_listen(command.arg("--no-such-flag")).expect("the test binary can be run");
        assert!(!heard.success);
        assert!(heard.text.contains("no-such-flag"), "{}", heard.text);
    }
}
