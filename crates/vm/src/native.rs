//! How a native function is written.
//!
//! A native never calls Python: it *returns* what is to be done next, and is resumed with what came
//! of it. So a sort key, a `__repr__` or an `__eq__` may sleep, yield to another greenlet or raise,
//! and nothing of the host's stack is involved.
//!
//! Three ways, from the easiest; ARCHITECTURE.md shows one of each:
//! 1. **Plain**: computes and returns. `fn len(cx, f, _) -> NativeResult { … Ok(Step::Return(v)) }`
//! 2. **Plain with a Python tail**: handles what needs no Python at once, and leaves the rest to a
//!    function of the prelude (our own hidden Python, `prelude/*.py`): `cx.tail("sum", &[iterable, start])`.
//! 3. **Stepping**: calls Python itself. It keeps its values in `f.args` (push more there), numbers in
//!    `f.phase` and `f.note`, returns [`Step::Call`], and is resumed with [`Resumed`]. Values in Rust variables are safe until it
//!    returns, not beyond: what is needed later must be in `f.args`.

use crate::cx::Cx;
use crate::fiber::Fiber;
use crate::value::{Ref, Value};
use abi::{Trap, Wakeup};
use bytecode::PythonVersion;
use smallvec::SmallVec;

/// Arguments: six of them without an allocation.
pub type Args = SmallVec<[Value; 6]>;

/// Which native, by its place in the registry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct NativeId(pub u16);

/// An exception on its way: an exception object.
#[derive(Clone, Copy, Debug)]
pub struct Raise(pub Value);

/// What a native wants next.
#[derive(Clone, Debug)]
pub enum Step {
    /// It is done.
    Return(Value),
    /// Call this and resume with what came of it.
    Call(Value, Args),
    /// Call this with keywords: the names (a tuple of strings) of the last arguments.
    CallKw(Value, Args, Value),
    /// Call this; what comes of it is the native's own result.
    Tail(Value, Args),
    /// The same with keywords.
    TailKw(Value, Args, Value),
    /// Resume this generator or coroutine, and then this native with what came of it.
    Resume(Ref, Sent),
    /// Run a code object as a module body in this dict, and resume at its end.
    Exec(Ref, Ref),
    /// Run a class body's function in this namespace (a dict), and resume at its end.
    Body(Value, Ref),
    /// Go on with another fiber; this native is resumed when somebody switches back.
    Switch(Box<Switch>),
    /// Stop the guest for a fork; resumed with [`Wakeup::Forked`].
    Fork,
    /// Resume at once: a bounded step of something long is done.
    Again,
    /// The thread waits. Resumed with [`Resumed::Woken`].
    Trap(Trap),
    /// The thread is over.
    ExitThread,
    /// The process is over, with this status.
    ExitProcess(i32),
}

/// A change of the running thread's fiber.
#[derive(Clone, Debug)]
pub struct Switch {
    /// The fiber that runs from now on; whoever kept it has let go of it.
    pub to: Fiber,
    /// What the native on top of it is resumed with; not counted. `None` for a fiber that is about to begin.
    pub with: Option<Resumed>,
    /// Who keeps the fiber that ran until now, or lets go of it ([`Fiber::release`]), and how.
    pub keep: (Ref, fn(&mut Cx<'_>, Ref, Fiber)),
}

/// What is sent into a generator.
#[derive(Clone, Copy, Debug)]
pub enum Sent {
    /// A value (`None` for `next`).
    Value(Value),
    /// An exception, to be raised where it stands.
    Raise(Value),
}

/// What a native is resumed with.
#[derive(Clone, Copy, Debug)]
pub enum Resumed {
    /// It begins.
    Start,
    /// The callee returned, or the generator yielded.
    Returned(Value),
    /// The generator returned.
    Finished(Value),
    /// The async generator yielded this (awaiting inside it shows as `Returned`).
    Wrapped(Value),
    /// The callee raised.
    Raised(Value),
    /// The wait is over.
    Woken(Wakeup),
    /// After [`Step::Again`].
    Again,
}

impl Resumed {
    /// The value it carries.
    pub fn value(&self) -> Option<Value> {
        match self {
            Resumed::Returned(v) | Resumed::Finished(v) | Resumed::Wrapped(v) | Resumed::Raised(v) => Some(*v),
            Resumed::Start | Resumed::Woken(_) | Resumed::Again => None,
        }
    }
}

/// What a native gives back.
pub type NativeResult = Result<Step, Raise>;

/// The Rust function behind a native.
pub type NativeFn = fn(&mut Cx<'_>, &mut NativeFrame, Resumed) -> NativeResult;

/// An activation of a native. Lives in Rust while it runs, on the fiber while it is suspended.
#[derive(Clone, Debug)]
pub struct NativeFrame {
    /// Which.
    pub id: NativeId,
    /// The arguments, one for each parameter of its signature (missing ones unset; `*args` as a tuple,
    /// `**kwargs` as a dict), then whatever it keeps. Counted while it is suspended.
    pub args: Args,
    /// Where it is, in its own numbering; 0 at the start.
    pub phase: u32,
    /// A number it keeps.
    pub note: i64,
}

/// How a native is declared: see [`def`] and [`Def::kind`].
#[derive(Clone, Copy)]
pub struct Def {
    /// Its name.
    pub name: &'static str,
    /// Its parameters as Python writes them, `self` included for methods: `"self, key, default=, /"`. A `=` without a value
    /// marks an optional parameter (unset if missing).
    pub signature: &'static str,
    /// The function.
    pub run: NativeFn,
    /// What it is in its class.
    pub kind: Kind,
    /// Its cost in the `python` profile, nanoseconds, beyond the call's.
    pub cost: u32,
    /// The Python that has it, if not all have.
    pub only: Option<PythonVersion>,
}

/// What a native is where it is defined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A function of a module or a method of a class.
    Function,
    /// A class method.
    ClassMethod,
    /// A static method (`__new__` is one).
    Static,
    /// The getter of an attribute.
    Getter,
    /// The setter of an attribute: `self, value`; value unset to delete. Stands after its getter in the table.
    Setter,
}

/// A function or method.
pub const fn def(name: &'static str, signature: &'static str, run: NativeFn) -> Def {
    Def { name, signature, run, kind: Kind::Function, cost: 0, only: None }
}

/// An attribute with a getter.
pub const fn getter(name: &'static str, run: NativeFn) -> Def {
    Def { name, signature: "self, /", run, kind: Kind::Getter, cost: 0, only: None }
}

/// The setter of the attribute of this name.
pub const fn setter(name: &'static str, run: NativeFn) -> Def {
    Def { name, signature: "self, value=, /", run, kind: Kind::Setter, cost: 0, only: None }
}

/// `__new__`: `cls` is its first parameter.
pub const fn new(signature: &'static str, run: NativeFn) -> Def {
    Def { name: "__new__", signature, run, kind: Kind::Static, cost: 0, only: None }
}

impl Def {
    /// The same as a class method.
    pub const fn class_method(mut self) -> Def {
        self.kind = Kind::ClassMethod;
        self
    }

    /// The same as a static method.
    pub const fn static_method(mut self) -> Def {
        self.kind = Kind::Static;
        self
    }

    /// The same, in this Python only.
    pub const fn only_in(mut self, version: PythonVersion) -> Def {
        self.only = Some(version);
        self
    }

    /// Whether a Python has it.
    pub fn is_in(&self, version: PythonVersion) -> bool {
        self.only.is_none_or(|only| only == version)
    }

    /// The same with a cost in nanoseconds for the `python` profile.
    pub const fn costing(mut self, nanos: u32) -> Def {
        self.cost = nanos;
        self
    }
}

/// The methods of a built-in class.
pub struct ClassDef {
    /// Which class.
    pub class: Ref,
    /// Its methods and attributes.
    pub methods: &'static [Def],
}
