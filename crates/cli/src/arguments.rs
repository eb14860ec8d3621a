//! The command line.

use abi::{Duration, Instant};
use machine::{Profile, PythonVersion, Settings};
use std::path::PathBuf;

/// What `--help` prints.
pub const USAGE: &str = "\
usage: simul run FILE.py [options]

Runs a Python program on the simulated machine and prints what it prints.

  --json               print one JSON record instead
  --trace FILE         write the trace, one line an event
  --python VERSION     3.10 or 3.11 (default)
  --profile NAME       free (default: computing costs nothing) or python
  --limit-seconds N    stop after so many seconds of virtual time (default 86400)
  --limit-steps N      stop after so many steps (default 10000000000)
  --limit-events N     stop after so many trace events (default 10000000)

Exit status: the program's own; 64 wrong usage, 65 something is not supported,
66 a limit was met, 67 everything is blocked for ever.
";

/// What is wanted.
pub enum Command {
    /// The usage.
    Help,
    /// The version.
    Version,
    /// A program is to run.
    Run(Run),
}

/// A program to run.
pub struct Run {
    /// Its file.
    pub file: PathBuf,
    /// Whether a JSON record is wanted.
    pub json: bool,
    /// Where the trace goes.
    pub trace: Option<PathBuf>,
    /// The rest.
    pub settings: Settings,
}

impl Run {
    /// The name tracebacks show: the absolute path, or with `--json` the base name.
    pub fn shown_name(&self) -> String {
        if self.json {
            return self.file.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        }
        let absolute = std::path::absolute(&self.file).unwrap_or_else(|_| self.file.clone());
        absolute.to_string_lossy().into_owned()
    }
}

/// Reads the arguments.
///
/// # Errors
/// What is wrong with them.
pub fn parse(mut args: impl Iterator<Item = String>) -> Result<Command, String> {
    match args.next().as_deref() {
        Some("run") => parse_run(args).map(Command::Run),
        Some("-h" | "--help" | "help") => Ok(Command::Help),
        Some("-V" | "--version") => Ok(Command::Version),
        Some(other) => Err(format!("unknown command {other}")),
        None => Err("no command".to_string()),
    }
}

fn parse_run(mut args: impl Iterator<Item = String>) -> Result<Run, String> {
    let mut file = None;
    let mut run = Run { file: PathBuf::new(), json: false, trace: None, settings: Settings::default() };
    while let Some(arg) = args.next() {
        let (flag, inline) = match arg.split_once('=') {
            Some((flag, value)) if flag.starts_with("--") => (flag.to_string(), Some(value.to_string())),
            _ => (arg.clone(), None),
        };
        let mut value = || inline.clone().or_else(|| args.next()).ok_or(format!("{flag} wants a value"));
        match flag.as_str() {
            "--json" if inline.is_none() => run.json = true,
            "--trace" => run.trace = Some(PathBuf::from(value()?)),
            "--python" => run.settings.version = python(&value()?)?,
            "--profile" => run.settings.profile = profile(&value()?)?,
            "--limit-seconds" => run.settings.limits.virtual_time = seconds(&flag, &value()?)?,
            "--limit-steps" => run.settings.limits.steps = number(&flag, &value()?)?,
            "--limit-events" => run.settings.limits.events = number(&flag, &value()?)?,
            other if other.starts_with('-') => return Err(format!("unknown option {other}")),
            _ if file.is_none() => file = Some(PathBuf::from(arg)),
            _ => return Err(format!("one file at a time; {arg} is a second one")),
        }
    }
    run.file = file.ok_or("no file to run")?;
    Ok(run)
}

fn python(version: &str) -> Result<PythonVersion, String> {
    match version {
        "3.10" => Ok(PythonVersion::V310),
        "3.11" => Ok(PythonVersion::V311),
        other => Err(format!("no Python {other}; there are 3.10 and 3.11")),
    }
}

fn profile(name: &str) -> Result<Profile, String> {
    match name {
        "free" => Ok(Profile::Free),
        "python" => Ok(Profile::Python),
        other => Err(format!("no profile {other}; there are free and python")),
    }
}

fn number(flag: &str, text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("{flag} wants a whole number, not {text}"))
}

fn seconds(flag: &str, text: &str) -> Result<Instant, String> {
    let seconds: f64 = text.parse().map_err(|_| format!("{flag} wants a number of seconds, not {text}"))?;
    if !(0.0..=1e9).contains(&seconds) {
        return Err(format!("{flag} wants between 0 and 1000000000 seconds, not {text}"));
    }
    Ok(Instant::ZERO + Duration::from_nanos((seconds * 1e9) as u64))
}
