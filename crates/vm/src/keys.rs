//! Hashing and comparing keys without Python, as far as that goes.
//!
//! A key whose class is built in is hashed and compared here; for anything else the answer is *ask*,
//! and the prelude calls `__hash__` and `__eq__`.

use crate::classes;
use crate::cx::{Cx, Int};
use crate::heap::Body;
use crate::process::Process;
use crate::value::{Ref, Value, View};
use num_bigint::BigInt;
use std::cmp::Ordering;

/// A nesting of tuples deeper than this is left to the prelude.
const DEPTH: u32 = 32;

/// The answer to a question that only Python may know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer<T> {
    /// This is it.
    Known(T),
    /// Python has to be asked.
    Ask,
}

/// Where a key is in a dict or set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Find {
    /// In this slot.
    Found(usize),
    /// Nowhere.
    Missing,
    /// Perhaps in this slot: `__eq__` has to be asked. If it says no, go on after `skip` candidates.
    Ask {
        /// The slot.
        slot: usize,
        /// How many candidates were looked at, this one included.
        skip: usize,
    },
}

impl Process {
    /// The hash of a value; `None` means that it is unhashable.
    pub fn try_hash(&mut self, v: Value) -> Answer<Option<i64>> {
        self.hash_at(v, DEPTH)
    }

    fn hash_at(&mut self, v: Value, depth: u32) -> Answer<Option<i64>> {
        let known = |h| Answer::Known(Some(h));
        let r = match v.view() {
            View::Int(i) => return known(text::hash_i64(i)),
            View::Bool(b) => return known(i64::from(b)),
            View::Float(x) => return known(crate::hashes::hash_float(x)),
            View::None => return known(0x_fca8_6420),
            View::NotImplemented => return known(0x_fca8_6421),
            View::Ellipsis => return known(0x_fca8_6422),
            View::Unset => panic!("the hash of nothing"),
            View::Ref(r) => r,
        };
        let object = self.heap.get(r);
        match (&object.body, object.class) {
            (Body::Str(s), classes::STR) => known(s.hash(self.settings.version)),
            (Body::BigInt(b), classes::INT) => known(text::hash_int(b)),
            (Body::Bytes(b), classes::BYTES) => known(crate::hashes::hash_bytes(b, self.settings.version)),
            (Body::Tuple(items), classes::TUPLE) => {
                if depth == 0 {
                    return Answer::Ask;
                }
                let items = items.clone();
                self.hash_items(&items, depth)
            }
            (Body::List(_), classes::LIST) | (Body::Dict(_), classes::DICT) | (Body::Set(_), classes::SET) => {
                Answer::Known(None)
            }
            (_, class) if self.has_identity_hash(class) => known(self.identity_hash(r)),
            _ => Answer::Ask,
        }
    }

    fn hash_items(&mut self, items: &[Value], depth: u32) -> Answer<Option<i64>> {
        let mut hashes = Vec::with_capacity(items.len());
        for &item in items {
            match self.hash_at(item, depth - 1) {
                Answer::Known(Some(h)) => hashes.push(h),
                other => return other,
            }
        }
        Answer::Known(Some(text::hash_tuple(&hashes)))
    }

    /// True if instances are hashed by identity (`object.__hash__`).
    fn has_identity_hash(&self, class: Ref) -> bool {
        self.class(class).identity_equality
    }

    /// An object's default hash: by its number of creation, where CPython has its address.
    pub fn identity_hash(&self, r: Ref) -> i64 {
        self.heap.get(r).number as i64 + 0x1000
    }

    /// Whether two values are the same key, if that needs no Python. `a` is the key in the table.
    pub fn same_key(&self, a: Value, b: Value) -> Answer<bool> {
        if a.is(b) {
            return Answer::Known(true);
        }
        self.equal_at(a, b, DEPTH)
    }

    /// `a == b`, if that needs no Python. (Identity does not imply equality here: nan.)
    pub fn try_equal(&self, a: Value, b: Value) -> Answer<bool> {
        self.equal_at(a, b, DEPTH)
    }

    fn equal_at(&self, a: Value, b: Value, depth: u32) -> Answer<bool> {
        let known = Answer::Known;
        if let Some(order) = self.compare_numbers(a, b) {
            return known(order == Some(Ordering::Equal));
        }
        if !self.is_plain(a) || !self.is_plain(b) {
            return self.unlike(a, b);
        }
        let (Some(x), Some(y)) = (a.as_ref(), b.as_ref()) else {
            return known(a.is(b));
        };
        match (&self.heap.get(x).body, &self.heap.get(y).body) {
            (Body::Str(s), Body::Str(t)) => known(s.as_str() == t.as_str()),
            (Body::Bytes(s), Body::Bytes(t)) => known(s == t),
            (Body::Tuple(s), Body::Tuple(t)) => self.items_equal(s, t, depth),
            (Body::List(s), Body::List(t)) => self.items_equal(s, t, depth),
            (Body::List(_) | Body::Tuple(_) | Body::Str(_) | Body::Bytes(_) | Body::BigInt(_), other) => match other {
                Body::List(_) | Body::Tuple(_) | Body::Str(_) | Body::BigInt(_) => known(false),
                Body::Bytes(_) | Body::Dict(_) => known(false),
                _ => Answer::Ask,
            },
            _ => Answer::Ask,
        }
    }

    /// Two values of which at least one is not plain: different objects of identity equality are not equal.
    fn unlike(&self, a: Value, b: Value) -> Answer<bool> {
        let by_identity = |v: Value| match v.view() {
            View::Ref(r) => {
                let o = self.heap.get(r);
                self.class(o.class).identity_equality || self.is_plain(v)
            }
            _ => true,
        };
        if by_identity(a) && by_identity(b) {
            Answer::Known(a.is(b))
        } else {
            Answer::Ask
        }
    }

    fn items_equal(&self, a: &[Value], b: &[Value], depth: u32) -> Answer<bool> {
        if depth == 0 {
            return Answer::Ask;
        }
        for (&x, &y) in a.iter().zip(b) {
            match if x.is(y) { Answer::Known(true) } else { self.equal_at(x, y, depth - 1) } {
                Answer::Known(true) => {}
                other => return other,
            }
        }
        Answer::Known(a.len() == b.len())
    }

    /// True for values whose class is exactly a built-in one with known equality.
    fn is_plain(&self, v: Value) -> bool {
        match v.view() {
            View::Ref(r) => matches!(
                self.heap.get(r).class,
                classes::STR
                    | classes::INT
                    | classes::FLOAT
                    | classes::BYTES
                    | classes::TUPLE
                    | classes::LIST
                    | classes::DICT
            ),
            _ => true,
        }
    }

    /// Compares two numbers exactly; `None` if they are not both plain numbers, `Some(None)` if they are unordered.
    pub fn compare_numbers(&self, a: Value, b: Value) -> Option<Option<Ordering>> {
        match (self.number(a)?, self.number(b)?) {
            (Number::Int(Int::Small(x)), Number::Int(Int::Small(y))) => Some(Some(x.cmp(&y))),
            (Number::Int(x), Number::Int(y)) => Some(Some(x.to_big().cmp(&y.to_big()))),
            (Number::Float(x), Number::Float(y)) => Some(x.partial_cmp(&y)),
            (Number::Int(x), Number::Float(y)) => Some(compare_int_float(&x, y)),
            (Number::Float(x), Number::Int(y)) => Some(compare_int_float(&y, x).map(Ordering::reverse)),
        }
    }

    fn number(&self, v: Value) -> Option<Number> {
        match v.view() {
            View::Int(i) => Some(Number::Int(Int::Small(i))),
            View::Bool(b) => Some(Number::Int(Int::Small(i64::from(b)))),
            View::Float(x) => Some(Number::Float(x)),
            View::Ref(r) => match (&self.heap.get(r).body, self.heap.get(r).class) {
                (Body::BigInt(b), classes::INT) => Some(Number::Int(Int::Big(b.clone()))),
                _ => None,
            },
            _ => None,
        }
    }

    /// Finds a key in a dict; `skip` candidates of the same hash were asked already.
    pub fn find_in_dict(&self, dict: Ref, key: Value, hash: i64, skip: usize) -> Find {
        let table = self.heap.dict(dict);
        for (n, slot) in table.candidates(hash).enumerate().skip(skip) {
            let Some(entry) = table.entry(slot) else { continue };
            match self.same_key(entry.key, key) {
                Answer::Known(true) => return Find::Found(slot),
                Answer::Known(false) => {}
                Answer::Ask => return Find::Ask { slot, skip: n + 1 },
            }
        }
        Find::Missing
    }

    /// Finds a key in a set; see [`Process::find_in_dict`].
    pub fn find_in_set(&self, set: Ref, key: Value, hash: i64, skip: usize) -> Find {
        let table = self.heap.set(set);
        for (n, at) in table.candidates(hash).enumerate().skip(skip) {
            let Some(other) = table.key_at(at) else { continue };
            match self.same_key(other, key) {
                Answer::Known(true) => return Find::Found(at),
                Answer::Known(false) => {}
                Answer::Ask => return Find::Ask { slot: at, skip: n + 1 },
            }
        }
        Find::Missing
    }
}

enum Number {
    Int(Int),
    Float(f64),
}

impl Int {
    /// As a big int.
    pub fn to_big(&self) -> BigInt {
        match self {
            Int::Small(i) => BigInt::from(*i),
            Int::Big(b) => (**b).clone(),
        }
    }
}

/// Compares an int with a float without rounding either.
fn compare_int_float(i: &Int, x: f64) -> Option<Ordering> {
    text::int::compare_with_float(i.as_text(), x)
}

impl Cx<'_> {
    /// The hash of a value whose hash needs no Python; `Ok(None)` if it does.
    ///
    /// # Errors
    /// TypeError for an unhashable one.
    pub fn plain_hash(&mut self, v: Value) -> Result<Option<i64>, crate::native::Raise> {
        match self.vm.try_hash(v) {
            Answer::Known(Some(h)) => Ok(Some(h)),
            Answer::Known(None) => {
                let culprit = self.unhashable_part(v);
                let name = self.type_shown(culprit);
                Err(self.type_error(format!("unhashable type: '{name}'")))
            }
            Answer::Ask => Ok(None),
        }
    }

    /// What makes a value unhashable: itself, or the first such item of a tuple.
    fn unhashable_part(&mut self, v: Value) -> Value {
        let mut v = v;
        while self.class_of(v) == classes::TUPLE {
            let items = self.sequence(v).unwrap_or(&[]).to_vec();
            match items.into_iter().find(|&item| self.vm.try_hash(item) == Answer::Known(None)) {
                Some(item) => v = item,
                None => break,
            }
        }
        v
    }
}
