//! The lanes: programs with what was typed and what has been recorded of them.

use std::cell::RefCell;
use std::rc::Rc;

use abi::Instant;
use scenario::link::{Changed, OWN};
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
    /// A link brought it: it does not run before the person has seen it and says so.
    Held,
    /// It did not run: there is no compiler for it.
    NotCompiled,
}

/// What a person typed into a program earlier.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Typed {
    /// The text that is typed last.
    pub text: Option<String>,
    /// Texts that had to make room for a link's.
    pub kept: Vec<String>,
}

/// How a lane's text stands with the compiler, which is fetched when a text did not come compiled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Compiler {
    /// It is there, or not needed.
    Ready,
    /// The text waits for it.
    Fetching,
    /// It could not be had; the reason, in words.
    Missing(Rc<str>),
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
    /// The text that a link brought: nobody typed it.
    pub brought: Option<Rc<str>>,
    /// Texts that the person typed and that had to make room for a link's.
    pub kept: Vec<Rc<str>>,
    /// Whether its text can be compiled.
    pub compiler: Compiler,
}

impl Lane {
    fn new(program: &Program, typed: Typed) -> Lane {
        let source: Rc<str> = typed.text.as_deref().unwrap_or(&program.source).into();
        Lane {
            program: Rc::new(program.clone()),
            typed: source.clone(),
            source,
            editing: false,
            recording: Recording::empty(),
            phase: Phase::Computing,
            brought: None,
            kept: typed.kept.into_iter().map(Rc::from).collect(),
            compiler: Compiler::Ready,
        }
    }

    /// A lane as a link has it. It waits to be read unless it is the gallery's own.
    fn brought(program: &Program, changed: Option<&Changed>, mut typed: Typed, of_the_gallery: bool) -> Lane {
        let mut program = program.clone();
        let text = changed.map_or(&program.source, |changed| &changed.source).clone();
        if let Some(python) = changed.and_then(|changed| changed.python) {
            program.python = python;
        }
        let own = typed.text.replace(text.clone()).filter(|own| *own != text && *own != program.source);
        typed.kept.extend(own.filter(|own| !typed.kept.contains(own)));
        let mut lane = Lane::new(&program, typed);
        lane.brought = Some(lane.source.clone());
        if changed.is_some() || !of_the_gallery {
            lane.phase = Phase::Held;
        }
        lane
    }

    /// Puts a kept text in the place of what is there; what the person wrote there is kept in its turn.
    pub(super) fn bring_back(&mut self, text: String) {
        self.kept.retain(|kept| **kept != *text);
        if self.is_own_work() {
            self.kept.push(self.typed.clone());
        }
        self.typed = text.into();
    }

    /// True if the text was typed by the person: neither the scenario's nor a link's.
    pub fn is_own_work(&self) -> bool {
        self.is_edited() && self.brought.as_ref() != Some(&self.typed)
    }

    /// True if the text is not the scenario's own.
    pub fn is_edited(&self) -> bool {
        *self.typed != *self.program.source
    }

    pub(super) fn restart(&mut self) {
        self.recording = Recording::empty();
        self.phase = Phase::Computing;
        self.compiler = Compiler::Ready;
    }

    /// The compiler is being fetched for the lane's text, or has come, or will not come: then the text field is open again,
    /// with what was typed, to be run once more.
    pub(super) fn hear_of(&mut self, compiler: Compiler) {
        if matches!(compiler, Compiler::Missing(_)) {
            self.phase = Phase::NotCompiled;
            self.editing = true;
        }
        self.compiler = compiler;
    }
}

/// The lanes of a scenario, and what was typed into them.
pub(super) fn of(scenario: &Scenario, typed: Vec<Typed>) -> Vec<Lane> {
    let typed = typed.into_iter().chain(std::iter::repeat_with(Typed::default));
    scenario.programs.iter().zip(typed).map(|(program, typed)| Lane::new(program, typed)).collect()
}

/// The lanes of a link: a scenario of the gallery with some programs changed, or one that the link brings itself.
pub(super) fn brought<'a>(
    scenario: &Scenario,
    changed: impl Fn(&str) -> Option<&'a Changed>,
    typed: Vec<Typed>,
) -> Vec<Lane> {
    let of_the_gallery = scenario.id != OWN;
    let typed = typed.into_iter().chain(std::iter::repeat_with(Typed::default));
    let programs = scenario.programs.iter().zip(typed);
    programs.map(|(program, typed)| Lane::brought(program, changed(&program.file), typed, of_the_gallery)).collect()
}
