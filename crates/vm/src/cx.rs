//! What a native and an instruction work with: the process, the system calls and the budget.

use crate::classes;
use crate::fiber::Thread;
use crate::heap::{Body, Dict, ExceptionBody, Object, SetTable, Str};
use crate::names;
use crate::native::{Args, Raise, Step};
use crate::process::Process;
use crate::value::{Ref, Value, View};
use abi::{Budget, Duration, Instant, Sys};
use bytecode::PythonVersion;
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use std::rc::Rc;

/// The context of one step.
pub struct Cx<'a> {
    /// The process.
    pub vm: &'a mut Process,
    /// The system calls.
    pub sys: &'a mut (dyn Sys + 'a),
    /// What the thread may use up.
    pub budget: &'a mut Budget,
    /// The thread that runs. While it does it is not among the process's threads.
    pub t: &'a mut Thread,
}

/// An int as natives see it.
#[derive(Clone, Debug, PartialEq)]
pub enum Int {
    /// At most 64 bits.
    Small(i64),
    /// More.
    Big(Rc<BigInt>),
}

/// Making objects. What is made here has count 0 and lives until the native returns, longer if it is stored.
impl Cx<'_> {
    /// A str.
    pub fn new_str(&mut self, text: &str) -> Value {
        if text.is_empty() {
            return names::EMPTY.into();
        }
        self.vm.heap.new_object(classes::STR, Body::Str(Str::new(text))).into()
    }

    /// A str of one code point; ASCII ones are interned.
    pub fn new_char(&mut self, c: char) -> Value {
        let mut buffer = [0; 4];
        let text = c.encode_utf8(&mut buffer);
        match c.is_ascii() {
            true => self.vm.intern(text).into(),
            false => self.new_str(text),
        }
    }

    /// A str, interned: for names.
    pub fn intern(&mut self, text: &str) -> Ref {
        self.vm.intern(text)
    }

    /// Bytes.
    pub fn new_bytes(&mut self, bytes: &[u8]) -> Value {
        self.vm.heap.new_object(classes::BYTES, Body::Bytes(bytes.into())).into()
    }

    /// An int of any size.
    pub fn new_int(&mut self, i: BigInt) -> Value {
        match i.to_i64() {
            Some(small) => Value::int(small),
            None => self.vm.heap.new_object(classes::INT, Body::BigInt(Rc::new(i))).into(),
        }
    }

    /// A tuple.
    pub fn new_tuple(&mut self, items: &[Value]) -> Value {
        self.vm.heap.new_object(classes::TUPLE, Body::Tuple(items.into())).into()
    }

    /// A list.
    pub fn new_list(&mut self, items: Vec<Value>) -> Value {
        self.vm.heap.new_object(classes::LIST, Body::List(items)).into()
    }

    /// An empty dict.
    pub fn new_dict(&mut self) -> Ref {
        self.vm.heap.new_object(classes::DICT, Body::Dict(Box::new(Dict::new())))
    }

    /// An empty set or frozenset, by class.
    pub fn new_set(&mut self, class: Ref) -> Ref {
        self.vm.heap.new_object(class, Body::Set(Box::new(SetTable::new())))
    }

    /// An object with a fixed number of values: an iterator, a slice, a property.
    pub fn new_fields(&mut self, class: Ref, values: &[Value]) -> Value {
        self.vm.heap.new_object(class, Body::Fields(values.into())).into()
    }

    /// An object of any class and body.
    pub fn new_object(&mut self, class: Ref, body: Body) -> Ref {
        self.vm.heap.new_object(class, body)
    }

    /// An exception object with these arguments, not raised.
    pub fn new_exception(&mut self, class: Ref, args: &[Value]) -> Value {
        let args = self.new_tuple(args);
        let body = ExceptionBody { args, ..ExceptionBody::default() };
        self.vm.heap.new_object(class, Body::Exception(Box::new(body))).into()
    }
}

/// Raising.
impl Cx<'_> {
    /// Raises an exception: what is being handled becomes its context (Python/errors.c `_PyErr_SetObject`).
    pub fn raise(&mut self, exception: Value) -> Raise {
        let handling = self.t.fiber.handling;
        if let (Some(e), Some(h)) = (exception.as_ref(), handling.as_ref()) {
            if e != h {
                self.cut_context_cycle(h, e);
                self.vm.heap.store_exception(e, |e| &mut e.context, handling);
            }
        }
        Raise(exception)
    }

    /// Removes `e` from the chain of contexts below `h`.
    fn cut_context_cycle(&mut self, h: Ref, e: Ref) {
        let mut at = h;
        while let Some(next) = self.vm.heap.exception(at).context.as_ref() {
            if next == e {
                self.vm.heap.store_exception(at, |x| &mut x.context, Value::UNSET);
                return;
            }
            at = next;
        }
    }

    /// An exception of a class with a message.
    pub fn error(&mut self, class: Ref, message: impl AsRef<str>) -> Raise {
        let text = self.new_str(message.as_ref());
        let exception = self.new_exception(class, &[text]);
        self.raise(exception)
    }

    /// TypeError.
    pub fn type_error(&mut self, message: impl AsRef<str>) -> Raise {
        self.error(classes::TYPE_ERROR, message)
    }

    /// ValueError.
    pub fn value_error(&mut self, message: impl AsRef<str>) -> Raise {
        self.error(classes::VALUE_ERROR, message)
    }

    /// IndexError.
    pub fn index_error(&mut self, message: impl AsRef<str>) -> Raise {
        self.error(classes::INDEX_ERROR, message)
    }

    /// KeyError of a key.
    pub fn key_error(&mut self, key: Value) -> Raise {
        let exception = self.new_exception(classes::KEY_ERROR, &[key]);
        self.raise(exception)
    }

    /// AttributeError of an object and a name, for its suggestions.
    pub fn attribute_error(&mut self, object: Value, name: Ref, message: impl AsRef<str>) -> Raise {
        let raise = self.error(classes::ATTRIBUTE_ERROR, message);
        self.set_extra(raise.0, name.into(), object);
        raise
    }

    /// StopIteration with a value.
    pub fn stop_iteration(&mut self, value: Value) -> Raise {
        let args = if value.is_none() { vec![] } else { vec![value] };
        let e = self.new_exception(classes::STOP_ITERATION, &args);
        self.set_extra(e, value, Value::UNSET);
        self.raise(e)
    }

    /// Fills an exception's own two fields.
    pub fn set_extra(&mut self, exception: Value, first: Value, second: Value) {
        if let Some(r) = exception.as_ref() {
            self.vm.heap.store_exception(r, |e| &mut e.extra[0], first);
            self.vm.heap.store_exception(r, |e| &mut e.extra[1], second);
        }
    }

    /// A refusal: the program uses something that CPython has and we do not. No `except` catches it.
    /// `instead` names the nearest supported way.
    pub fn unsupported(&mut self, feature: &str, instead: &str) -> Raise {
        let message = if instead.is_empty() {
            format!("{feature} is not supported yet")
        } else {
            format!("{feature} is not supported yet; {instead}")
        };
        let raise = self.error(classes::UNSUPPORTED, message);
        let feature = self.new_str(feature);
        self.set_extra(raise.0, feature, Value::UNSET);
        raise
    }
}

/// Looking at values.
impl Cx<'_> {
    /// The class of a value.
    pub fn class_of(&self, v: Value) -> Ref {
        self.vm.class_of(v)
    }

    /// Whether a value is an instance of a class or its subclasses (`__instancecheck__` aside).
    pub fn is_instance(&self, v: Value, class: Ref) -> bool {
        self.vm.is_subclass(self.vm.class_of(v), class)
    }

    /// `type(v).__name__`
    pub fn type_name(&self, v: Value) -> String {
        self.vm.class(self.vm.class_of(v)).name.to_string()
    }

    /// What messages call the type of a value: a class of the library's native half goes with its module (its `tp_name` in C).
    pub fn type_shown(&self, v: Value) -> String {
        self.class_in_messages(self.vm.class_of(v))
    }

    /// What messages call a class.
    pub fn class_in_messages(&self, class: Ref) -> String {
        let is_of_library = class.index() >= classes::COUNT as usize && !self.vm.class(class).is_heap_type;
        if is_of_library && !self.vm.is_subclass(class, classes::BASE_EXCEPTION) {
            return self.vm.class_shown(class);
        }
        self.vm.class(class).name.to_string()
    }

    /// An interned name's text.
    pub fn name(&self, r: Ref) -> Rc<str> {
        match &self.vm.heap.get(r).body {
            Body::Str(s) => Rc::from(s.as_str()),
            other => panic!("{} is no name", other.kind()),
        }
    }

    /// The text of a str (or of a subclass's instance).
    pub fn as_str(&self, v: Value) -> Option<Rc<Str>> {
        match self.body(v)? {
            Body::Str(s) => Some(s.clone()),
            _ => None,
        }
    }

    /// The body of an object; `None` for an immediate.
    pub fn body(&self, v: Value) -> Option<&Body> {
        v.as_ref().map(|r| &self.vm.heap.get(r).body)
    }

    /// The object itself; `None` for an immediate.
    pub fn object(&self, v: Value) -> Option<&Object> {
        v.as_ref().map(|r| self.vm.heap.get(r))
    }

    /// The int that an int, a bool or an instance of a subclass is.
    pub fn as_int(&self, v: Value) -> Option<Int> {
        match v.view() {
            View::Int(i) => Some(Int::Small(i)),
            View::Bool(b) => Some(Int::Small(i64::from(b))),
            View::Ref(r) => match &self.vm.heap.get(r).body {
                Body::Int(i) => Some(Int::Small(*i)),
                Body::BigInt(b) => Some(Int::Big(b.clone())),
                _ => None,
            },
            _ => None,
        }
    }

    /// The same, if it has at most 64 bits.
    pub fn as_i64(&self, v: Value) -> Option<i64> {
        match self.as_int(v)? {
            Int::Small(i) => Some(i),
            Int::Big(_) => None,
        }
    }

    /// The float that a float or an instance of a subclass is (no int).
    pub fn as_float(&self, v: Value) -> Option<f64> {
        match v.view() {
            View::Float(x) => Some(x),
            View::Ref(r) => match &self.vm.heap.get(r).body {
                Body::Float(x) => Some(*x),
                _ => None,
            },
            _ => None,
        }
    }

    /// The items of an *exact* list, tuple, range, str, dict (keys), set: what can be iterated without
    /// Python. `None` for everything else, subclasses included.
    pub fn plain_items(&mut self, v: Value) -> Option<Vec<Value>> {
        crate::iteration::plain_items(self, v)
    }

    /// The items of a tuple or list (or of an instance of their subclasses).
    pub fn sequence(&self, v: Value) -> Option<&[Value]> {
        match self.body(v)? {
            Body::List(items) => Some(items),
            Body::Tuple(items) => Some(items),
            _ => None,
        }
    }
}

/// Dicts keyed by strings: namespaces.
impl Cx<'_> {
    /// The value under an interned name.
    pub fn dict_get_name(&self, dict: Ref, name: Ref) -> Option<Value> {
        self.vm.dict_get_name(dict, name)
    }

    /// Stores under an interned name.
    pub fn dict_set_name(&mut self, dict: Ref, name: Ref, value: Value) {
        self.vm.dict_set_name(dict, name, value);
    }

    /// The value under a text.
    pub fn dict_get_str(&mut self, dict: Ref, name: &str) -> Option<Value> {
        let name = self.intern(name);
        self.dict_get_name(dict, name)
    }

    /// Stores under a text.
    pub fn dict_set_str(&mut self, dict: Ref, name: &str, value: Value) {
        let name = self.intern(name);
        self.dict_set_name(dict, name, value);
    }

    /// Whether it is a Python before 3.11.
    pub fn is_before_311(&self) -> bool {
        self.vm.settings.version < PythonVersion::V311
    }

    /// Deletes an interned name; false if it is not there.
    pub fn dict_del_name(&mut self, dict: Ref, name: Ref) -> bool {
        self.vm.dict_del_name(dict, name)
    }
}

/// What a native returns.
impl Cx<'_> {
    /// Calls a function of the prelude as this native's result.
    pub fn tail(&mut self, function: &str, args: &[Value]) -> Step {
        let f = self.vm.prelude(function);
        Step::Tail(f, Args::from_slice(args))
    }

    /// Calls a function of the prelude and resumes with the result.
    pub fn call_prelude(&mut self, function: &str, args: &[Value]) -> Step {
        let f = self.vm.prelude(function);
        Step::Call(f, Args::from_slice(args))
    }

    /// Calls something and resumes with the result.
    pub fn call(&mut self, function: Value, args: &[Value]) -> Step {
        Step::Call(function, Args::from_slice(args))
    }
}

/// Time and cost.
impl Cx<'_> {
    /// The moment it is, without any cost.
    pub fn now(&self) -> Instant {
        self.budget.now()
    }

    /// Charges CPU time.
    pub fn charge(&mut self, d: Duration) {
        self.budget.cpu += d;
    }
}
