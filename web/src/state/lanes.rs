//! The lanes: programs with what was typed and what has been recorded of them.

use std::cell::RefCell;
use std::rc::Rc;

use abi::Instant;
use scenario::{Program, Scenario};
use timeline::{Model, Point};

/// A lane's model, shared with the driver that makes it grow. It only ever grows, so how long it is says
/// whether it has changed.
#[derive(Clone)]
pub struct Recording {
    /// The model.
    pub model: Rc<RefCell<Model>>,
    /// How many events it had when the page was last told, and how far the program's clock had come.
    length: (usize, Instant),
}

impl PartialEq for Recording {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model) && self.length == other.length
    }
}

impl Recording {
    fn empty() -> Recording {
        Recording { model: Rc::default(), length: (0, Instant::ZERO) }
    }

    /// The model has grown.
    pub(super) fn refresh(&mut self) {
        let model = self.model.borrow();
        self.length = (model.events(), model.end());
    }

    /// A place in the run, as far as the page has been told of it: what is made once a telling knows no later rows.
    pub fn told(&self, point: Point) -> Point {
        Point { at: point.at, events: point.events.min(self.length.0) }
    }

    /// The last moment that the page has been told of.
    pub fn end(&self) -> Instant {
        self.length.1
    }
}

/// How far a lane's program has been computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// The driver is at it.
    Computing,
    /// To its end.
    Over,
    /// The person has stopped it.
    Stopped,
}

/// One lane.
#[derive(Clone, PartialEq)]
pub struct Lane {
    /// The program as the scenario has it.
    pub program: Rc<Program>,
    /// The text that runs.
    pub source: Rc<str>,
    /// The text as it was typed last, whether it has run or not.
    pub typed: Rc<str>,
    /// The text field is open.
    pub editing: bool,
    /// What has been recorded.
    pub recording: Recording,
    /// How far it has been computed.
    pub phase: Phase,
}

impl Lane {
    fn new(program: &Program, typed: Option<String>) -> Lane {
        let source: Rc<str> = typed.as_deref().unwrap_or(&program.source).into();
        Lane {
            program: Rc::new(program.clone()),
            typed: source.clone(),
            source,
            editing: false,
            recording: Recording::empty(),
            phase: Phase::Computing,
        }
    }

    /// True if the text is not the scenario's own.
    pub fn is_edited(&self) -> bool {
        *self.typed != *self.program.source
    }

    pub(super) fn restart(&mut self) {
        self.recording = Recording::empty();
        self.phase = Phase::Computing;
    }
}

/// The lanes of a scenario, and what was typed into them.
pub(super) fn of(scenario: &Scenario, typed: Vec<Option<String>>) -> Vec<Lane> {
    let typed = typed.into_iter().chain(std::iter::repeat(None));
    scenario.programs.iter().zip(typed).map(|(program, typed)| Lane::new(program, typed)).collect()
}
