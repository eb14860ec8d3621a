//! Programs are run in a process of their own, one after the other: an endless program or an overflowing stack then costs its
//! own row of the table, not the table.

use proof::{guarded, judge, read, root, Refusals, Stage, Verdict};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{channel, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// The argument that makes a process a worker.
pub const FLAG: &str = "--worker";

/// How long one program may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Judges the programs whose paths come on standard input, a line each; answers with a line of JSON each.
pub fn serve() {
    Stage::with(|stage| {
        let refusals = Refusals::read(&root());
        for path in std::io::stdin().lines().map_while(Result::ok) {
            let verdict = match &refusals {
                Ok(refusals) => verdict(&stage, &path, refusals),
                Err(message) => wrong("corpus/refused.txt", message),
            };
            let answer = serde_json::to_string(&verdict).expect("plain data");
            let mut out = std::io::stdout();
            if writeln!(out, "{answer}").and_then(|()| out.flush()).is_err() {
                return;
            }
        }
    });
}

fn verdict(stage: &Stage, path: &str, refusals: &Refusals) -> Verdict {
    let recorded = match read(&root(), path) {
        Ok(recorded) => recorded,
        Err(message) => return wrong("unreadable", &message),
    };
    let outcome = guarded(|| {
        let machine = recorded.machine(machine::Settings::default());
        stage.narrow(move || {
            let mut machine = machine;
            machine.run_to_end();
            machine.record()
        })
    });
    match outcome {
        Ok(record) => judge(&recorded, &record, refusals),
        Err(panic) => wrong(&format!("panics at {}", panic.lines().next().unwrap_or_default()), &panic),
    }
}

fn wrong(cause: &str, details: &str) -> Verdict {
    Verdict::Wrong { cause: cause.to_string(), details: format!("{details}\n") }
}

/// A process that judges programs; it is started when it is needed, and again after it was lost.
#[derive(Default)]
pub struct Worker(Option<Running>);

struct Running {
    child: Child,
    questions: ChildStdin,
    answers: Receiver<String>,
}

impl Worker {
    /// Judges one program.
    pub fn judge(&mut self, path: &str) -> Verdict {
        let mut running = match self.0.take().map_or_else(Running::start, Ok) {
            Ok(running) => running,
            Err(error) => return wrong("no worker", &format!("a worker can't be started: {error}")),
        };
        match running.ask(path) {
            Ok(answer) => {
                self.0 = Some(running);
                serde_json::from_str(&answer).unwrap_or_else(|error| wrong("no answer", &format!("{answer}: {error}")))
            }
            Err(RecvTimeoutError::Timeout) => {
                running.end();
                wrong("endless", &format!("no end after {} seconds", PATIENCE.as_secs()))
            }
            Err(RecvTimeoutError::Disconnected) => {
                let status = running.end();
                wrong("crash", &format!("the process was lost ({status}): most likely the stack overflowed"))
            }
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if let Some(running) = self.0.take() {
            running.end();
        }
    }
}

impl Running {
    fn start() -> std::io::Result<Running> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(FLAG).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let (questions, answers) = (child.stdin.take(), child.stdout.take());
        let (questions, answers) = questions.zip(answers).ok_or_else(|| std::io::Error::other("it has no pipes"))?;
        let (sender, receiver) = channel();
        thread::spawn(move || {
            let lines = BufReader::new(answers).lines().map_while(Result::ok);
            lines.into_iter().for_each(|line| drop(sender.send(line)));
        });
        Ok(Running { child, questions, answers: receiver })
    }

    fn ask(&mut self, path: &str) -> Result<String, RecvTimeoutError> {
        // If it can't be written the process is gone, and the answer never comes.
        let _ = writeln!(self.questions, "{path}");
        self.answers.recv_timeout(PATIENCE)
    }

    fn end(mut self) -> String {
        // It may have ended already.
        let _ = self.child.kill();
        self.child.wait().map_or_else(|error| error.to_string(), |status| status.to_string())
    }
}
