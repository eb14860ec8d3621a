//! What an object holds, by kind.

use super::{Dict, SetTable, Str};
use crate::frame::{Frame, Loaded};
use crate::generator::Generator;
use crate::native::NativeId;
use crate::value::{Ref, Value};
use num_bigint::BigInt;
use std::any::Any;
use std::fmt;
use std::rc::Rc;

/// An object: its class, its attributes if it has any, and what its kind holds.
#[derive(Clone, Debug)]
pub struct Object {
    /// Its class.
    pub class: Ref,
    /// Its `__dict__`, once there is one.
    pub dict: Option<Ref>,
    /// Its number of creation, from which its default hash and its `id` come.
    pub number: u64,
    /// The rest.
    pub body: Body,
}

/// What an object holds. Fields named by position are documented in the variant's line.
#[derive(Clone, Debug)]
pub enum Body {
    /// Nothing but attributes.
    Instance,
    /// An int of a subclass of int.
    Int(i64),
    /// An int beyond 64 bits.
    BigInt(Rc<BigInt>),
    /// A float of a subclass of float.
    Float(f64),
    /// A str.
    Str(Rc<Str>),
    /// Bytes.
    Bytes(Rc<[u8]>),
    /// A bytearray.
    ByteArray(Vec<u8>),
    /// A tuple.
    Tuple(Box<[Value]>),
    /// A list.
    List(Vec<Value>),
    /// A dict.
    Dict(Box<Dict>),
    /// A set or a frozenset.
    Set(Box<SetTable>),
    /// A range.
    Range(Box<RangeBody>),
    /// A function written in Python.
    Function(Box<Function>),
    /// A bound method.
    Method(BoundMethod),
    /// A native function, or a native method bound to a value.
    Native(NativeFunction),
    /// A class.
    Class(Box<Class>),
    /// An exception.
    Exception(Box<ExceptionBody>),
    /// A generator, coroutine or async generator.
    Generator(Box<Generator>),
    /// A closure's cell.
    Cell(Value),
    /// A code object.
    Code(Rc<Loaded>),
    /// A link of a traceback.
    Traceback(Box<TracebackBody>),
    /// A frame object.
    Frame(Box<FrameBody>),
    /// A fixed number of values: slices, iterators, properties, `super` objects… The class says which is which.
    Fields(Box<[Value]>),
    /// What a library keeps in Rust.
    Custom(Box<dyn NativeBody>),
}

/// A body defined by a library crate. It must be plain data: a clone is a checkpoint.
pub trait NativeBody: fmt::Debug {
    /// Shows every value it refers to, in the order in which CPython's `tp_clear` lets go of them.
    fn each(&self, see: &mut dyn FnMut(Value));
    /// A copy.
    fn boxed_clone(&self) -> Box<dyn NativeBody>;
    /// Itself, to be downcast.
    fn as_any(&self) -> &dyn Any;
    /// The fiber it keeps while that is suspended.
    fn fiber(&self) -> Option<&crate::fiber::Fiber> {
        None
    }
    /// The native, by module and name, that such an object still has to run before it dies, after its class's `__del__`;
    /// called with the object.
    fn last_act(&self) -> Option<(&'static str, &'static str)> {
        None
    }
    /// Itself, to be downcast and changed (values only through [`super::Heap::store`] and its kin).
    fn as_any_mut(&mut self) -> &mut dyn Any;
}

impl Clone for Box<dyn NativeBody> {
    fn clone(&self) -> Self {
        self.boxed_clone()
    }
}

/// A range's bounds; ints of any size.
#[derive(Clone, Copy, Debug)]
pub struct RangeBody {
    /// The first number.
    pub start: Value,
    /// The bound.
    pub stop: Value,
    /// The step, not zero.
    pub step: Value,
}

/// A function written in Python.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its code object.
    pub code: Ref,
    /// The same, loaded.
    pub loaded: Rc<Loaded>,
    /// The globals dict.
    pub globals: Ref,
    /// A tuple of defaults, or unset.
    pub defaults: Value,
    /// A dict of keyword-only defaults, or unset.
    pub kw_defaults: Value,
    /// A tuple of cells, or unset.
    pub closure: Value,
    /// `__annotations__`, or unset.
    pub annotations: Value,
    /// `__name__`
    pub name: Value,
    /// `__qualname__`
    pub qualname: Value,
}

/// A function and what it is bound to.
#[derive(Clone, Copy, Debug)]
pub struct BoundMethod {
    /// The callable.
    pub function: Value,
    /// `__self__`
    pub receiver: Value,
}

/// A native function.
#[derive(Clone, Copy, Debug)]
pub struct NativeFunction {
    /// Which.
    pub id: NativeId,
    /// What it is bound to, or unset.
    pub receiver: Value,
}

/// Which kind of body a class's instances have: what a subclass must agree on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are those of the bodies")]
pub enum Layout {
    Instance,
    Int,
    Float,
    Str,
    Bytes,
    ByteArray,
    Tuple,
    List,
    Dict,
    Set,
    Exception,
    Class,
    Module,
    /// Cannot be subclassed or made by a call of `object.__new__`.
    Sealed,
}

/// A class.
#[derive(Clone, Debug)]
pub struct Class {
    /// `__name__`
    pub name: Rc<str>,
    /// `__qualname__`
    pub qualname: Rc<str>,
    /// The direct bases.
    pub bases: Vec<Ref>,
    /// The method resolution order, itself first. Counted but for itself.
    pub mro: Vec<Ref>,
    /// The namespace: a dict object.
    pub namespace: Ref,
    /// What its instances hold.
    pub layout: Layout,
    /// True if a `class` statement (or `type()`) made it: it may be changed, its instances have attributes.
    pub is_heap_type: bool,
    /// True if `__del__` is defined in its order.
    pub has_finalizer: bool,
    /// True if equality and hash are those of `object`.
    pub identity_equality: bool,
    /// Attribute names fixed by `__slots__`, if it has them and no `__dict__`.
    pub has_instance_dict: bool,
    /// How many of its instances' fields are slots.
    pub slots: u16,
}

/// An exception.
#[derive(Clone, Debug, Default)]
pub struct ExceptionBody {
    /// `args`: a tuple.
    pub args: Value,
    /// `__cause__` or unset.
    pub cause: Value,
    /// `__context__` or unset.
    pub context: Value,
    /// `__traceback__` or unset.
    pub traceback: Value,
    /// `__suppress_context__`
    pub suppress_context: bool,
    /// Its kind's own fields: `value` of StopIteration, `name` and `obj` of NameError and AttributeError, …
    pub extra: [Value; 2],
}

impl Default for Value {
    fn default() -> Value {
        Value::UNSET
    }
}

/// A link of a traceback: where an exception passed through.
#[derive(Clone, Debug)]
pub struct TracebackBody {
    /// The next link, towards where it was raised; or unset.
    pub next: Value,
    /// The frame object.
    pub frame: Ref,
    /// The code.
    pub code: Rc<Loaded>,
    /// The instruction.
    pub pc: usize,
}

/// A frame object.
#[derive(Clone, Debug)]
pub struct FrameBody {
    /// The code object.
    pub code: Ref,
    /// The globals dict.
    pub globals: Ref,
    /// The frame's remains, once it is over; until then it is on a fiber or in its generator.
    pub frame: Option<Frame>,
}

impl Body {
    /// A word for messages of our own.
    pub fn kind(&self) -> &'static str {
        match self {
            Body::Instance => "instance",
            Body::Int(_) | Body::BigInt(_) => "int",
            Body::Float(_) => "float",
            Body::Str(_) => "str",
            Body::Bytes(_) | Body::ByteArray(_) => "bytes",
            Body::Tuple(_) => "tuple",
            Body::List(_) => "list",
            Body::Dict(_) => "dict",
            Body::Set(_) => "set",
            Body::Range(_) => "range",
            Body::Function(_) => "function",
            Body::Method(_) => "method",
            Body::Native(_) => "native function",
            Body::Class(_) => "class",
            Body::Exception(_) => "exception",
            Body::Generator(_) => "generator",
            Body::Cell(_) => "cell",
            Body::Code(_) => "code",
            Body::Traceback(_) => "traceback",
            Body::Frame(_) => "frame",
            Body::Fields(_) => "fields",
            Body::Custom(_) => "custom",
        }
    }

    /// Shows every value it refers to, in the order in which CPython lets go of them: dicts and frames
    /// forward, lists and tuples backward (list_dealloc and tupledealloc count down).
    pub fn each(&self, see: &mut dyn FnMut(Value)) {
        match self {
            Body::Instance
            | Body::Int(_)
            | Body::BigInt(_)
            | Body::Float(_)
            | Body::Str(_)
            | Body::Bytes(_)
            | Body::ByteArray(_) => {}
            Body::Tuple(items) => items.iter().rev().for_each(|&v| see(v)),
            Body::List(items) => items.iter().rev().for_each(|&v| see(v)),
            Body::Fields(items) => items.iter().for_each(|&v| see(v)),
            Body::Dict(d) => d.each(see),
            Body::Set(s) => s.each(see),
            Body::Range(r) => [r.start, r.stop, r.step].into_iter().for_each(see),
            Body::Function(f) => f.each(see),
            Body::Method(m) => [m.function, m.receiver].into_iter().for_each(see),
            Body::Native(n) => see(n.receiver),
            Body::Class(c) => c.each(see),
            Body::Exception(e) => e.each(see),
            Body::Generator(g) => g.each(see),
            Body::Cell(v) => see(*v),
            Body::Code(c) => c.each(see),
            Body::Traceback(t) => {
                see(t.next);
                see(t.frame.into());
            }
            Body::Frame(f) => {
                if let Some(f) = f.frame.as_ref() {
                    f.each(see);
                }
                see(f.code.into());
                see(f.globals.into());
            }
            Body::Custom(c) => c.each(see),
        }
    }
}

impl Function {
    fn each(&self, see: &mut dyn FnMut(Value)) {
        see(self.code.into());
        see(self.globals.into());
        for v in [self.name, self.qualname, self.defaults, self.kw_defaults, self.closure, self.annotations] {
            see(v);
        }
    }
}

impl Class {
    fn each(&self, see: &mut dyn FnMut(Value)) {
        see(self.namespace.into());
        self.bases.iter().chain(self.mro.iter().skip(1)).for_each(|&c| see(c.into()));
    }
}

impl ExceptionBody {
    fn each(&self, see: &mut dyn FnMut(Value)) {
        for v in [self.args, self.traceback, self.cause, self.context, self.extra[0], self.extra[1]] {
            see(v);
        }
    }
}
