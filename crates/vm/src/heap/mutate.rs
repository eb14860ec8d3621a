//! Counted stores: the only ways to change what an object refers to.

use super::{Body, Dict, ExceptionBody, Heap, NativeBody, Object, SetTable};
use crate::frame::Loaded;
use crate::value::{Ref, Value};
use std::rc::Rc;

impl Heap {
    /// Replaces one value inside an object; `place` finds it.
    pub fn store(&mut self, r: Ref, place: impl FnOnce(&mut Object) -> &mut Value, value: Value) {
        self.inc(value);
        let old = std::mem::replace(place(self.get_mut(r)), value);
        self.dec(old);
    }

    /// Replaces one value inside a custom body of type `T`.
    ///
    /// # Panics
    /// If the object is not one: our own bug.
    pub fn store_in<T: NativeBody + 'static>(&mut self, r: Ref, place: impl FnOnce(&mut T) -> &mut Value, v: Value) {
        self.store(r, |o| place(custom_mut(o)), v);
    }

    /// Appends to a vector inside a custom body.
    pub fn push_in<T: NativeBody + 'static>(
        &mut self,
        r: Ref,
        place: impl FnOnce(&mut T) -> &mut Vec<Value>,
        v: Value,
    ) {
        self.inc(v);
        place(custom_mut(self.get_mut(r))).push(v);
    }

    /// Exchanges a whole vector of values inside a custom body; gives back the old one.
    pub fn swap_in<T: NativeBody + 'static>(
        &mut self,
        r: Ref,
        place: impl FnOnce(&mut T) -> &mut Vec<Value>,
        new: Vec<Value>,
    ) -> Vec<Value> {
        new.iter().for_each(|&v| self.inc(v));
        let old = std::mem::replace(place(custom_mut(self.get_mut(r))), new);
        old.iter().for_each(|&v| self.dec(v));
        old
    }

    /// Changes numbers and flags of a custom body, never a value.
    pub fn edit<T: NativeBody + 'static, X>(&mut self, r: Ref, change: impl FnOnce(&mut T) -> X) -> X {
        change(custom_mut(self.get_mut(r)))
    }

    /// A custom body, if the object holds one of type `T`.
    pub fn custom<T: NativeBody + 'static>(&self, r: Ref) -> Option<&T> {
        match &self.get(r).body {
            Body::Custom(b) => b.as_any().downcast_ref(),
            _ => None,
        }
    }

    /// Replaces a function's code (`f.__code__ = code`); `loaded` is the same code.
    pub fn set_code(&mut self, r: Ref, code: Ref, loaded: Rc<Loaded>) {
        self.inc_ref(code);
        let Body::Function(f) = &mut self.get_mut(r).body else { panic!("only functions have code") };
        let old = std::mem::replace(&mut f.code, code);
        f.loaded = loaded;
        self.dec_ref(old);
    }

    /// Replaces an object's class (`obj.__class__ = C`).
    pub fn set_class(&mut self, r: Ref, class: Ref) {
        self.inc_ref(class);
        let old = std::mem::replace(&mut self.get_mut(r).class, class);
        self.dec_ref(old);
    }

    /// Gives an object its `__dict__`.
    pub fn set_dict(&mut self, r: Ref, dict: Ref) {
        self.inc_ref(dict);
        if let Some(old) = self.get_mut(r).dict.replace(dict) {
            self.dec_ref(old);
        }
    }

    /// The list's items.
    ///
    /// # Panics
    /// If the object is not a list: our own bug. The same holds for the other functions here.
    pub fn list(&self, r: Ref) -> &[Value] {
        match &self.get(r).body {
            Body::List(items) => items,
            other => panic!("{} is no list", other.kind()),
        }
    }

    fn list_mut(&mut self, r: Ref) -> &mut Vec<Value> {
        match &mut self.get_mut(r).body {
            Body::List(items) => items,
            other => panic!("{} is no list", other.kind()),
        }
    }

    /// Appends an item.
    pub fn list_push(&mut self, r: Ref, v: Value) {
        self.inc(v);
        self.list_mut(r).push(v);
    }

    /// Inserts an item.
    pub fn list_insert(&mut self, r: Ref, at: usize, v: Value) {
        self.inc(v);
        self.list_mut(r).insert(at, v);
    }

    /// Replaces an item.
    pub fn list_set(&mut self, r: Ref, at: usize, v: Value) {
        self.inc(v);
        let old = std::mem::replace(&mut self.list_mut(r)[at], v);
        self.dec(old);
    }

    /// Removes an item and gives it back.
    pub fn list_remove(&mut self, r: Ref, at: usize) -> Value {
        let v = self.list_mut(r).remove(at);
        self.dec(v);
        v
    }

    /// Replaces the items `start..end` by others.
    pub fn list_splice(&mut self, r: Ref, start: usize, end: usize, with: &[Value]) {
        with.iter().for_each(|&v| self.inc(v));
        let old: Vec<Value> = self.list_mut(r).splice(start..end, with.iter().copied()).collect();
        old.iter().rev().for_each(|&v| self.dec(v));
    }

    /// Puts the items into another order; `items` must be a permutation of them, or any list if `start..end`
    /// style changes are not enough. Counts are kept right either way.
    pub fn list_replace(&mut self, r: Ref, items: Vec<Value>) {
        items.iter().for_each(|&v| self.inc(v));
        let old = std::mem::replace(self.list_mut(r), items);
        old.iter().rev().for_each(|&v| self.dec(v));
    }

    /// A tuple's items.
    pub fn tuple(&self, r: Ref) -> &[Value] {
        match &self.get(r).body {
            Body::Tuple(items) => items,
            other => panic!("{} is no tuple", other.kind()),
        }
    }

    /// The values of a [`Body::Fields`].
    pub fn fields(&self, r: Ref) -> &[Value] {
        match &self.get(r).body {
            Body::Fields(items) => items,
            other => panic!("{} has no fields", other.kind()),
        }
    }

    /// Replaces a value of a [`Body::Fields`].
    pub fn set_field(&mut self, r: Ref, at: usize, v: Value) {
        self.store(
            r,
            |o| match &mut o.body {
                Body::Fields(items) => &mut items[at],
                other => panic!("{} has no fields", other.kind()),
            },
            v,
        );
    }

    /// A dict's table.
    pub fn dict(&self, r: Ref) -> &Dict {
        match &self.get(r).body {
            Body::Dict(d) => d,
            other => panic!("{} is no dict", other.kind()),
        }
    }

    fn dict_mut(&mut self, r: Ref) -> &mut Dict {
        match &mut self.get_mut(r).body {
            Body::Dict(d) => d,
            other => panic!("{} is no dict", other.kind()),
        }
    }

    /// Adds a key that is known to be missing.
    pub fn dict_insert_new(&mut self, r: Ref, hash: i64, key: Value, value: Value) {
        self.inc(key);
        self.inc(value);
        self.dict_mut(r).insert_new(hash, key, value);
    }

    /// Replaces the value in an entry's slot.
    pub fn dict_replace(&mut self, r: Ref, slot: usize, value: Value) {
        self.inc(value);
        let old = self.dict_mut(r).replace(slot, value);
        self.dec(old);
    }

    /// Deletes an entry; gives back its value.
    pub fn dict_remove(&mut self, r: Ref, slot: usize) -> Value {
        let (key, value) = self.dict_mut(r).remove(slot);
        self.dec(key);
        self.dec(value);
        value
    }

    /// Empties a dict, first entry first.
    pub fn dict_clear(&mut self, r: Ref) {
        let old = std::mem::take(self.dict_mut(r));
        old.each(&mut |v| self.dec(v));
    }

    /// A set's table.
    pub fn set(&self, r: Ref) -> &SetTable {
        match &self.get(r).body {
            Body::Set(s) => s,
            other => panic!("{} is no set", other.kind()),
        }
    }

    fn set_mut(&mut self, r: Ref) -> &mut SetTable {
        match &mut self.get_mut(r).body {
            Body::Set(s) => s,
            other => panic!("{} is no set", other.kind()),
        }
    }

    /// Adds a key that is known to be missing.
    pub fn set_insert_new(&mut self, r: Ref, hash: i64, key: Value) {
        self.inc(key);
        self.set_mut(r).insert_new(hash, key);
    }

    /// Removes the key at a position and gives it back.
    pub fn set_remove(&mut self, r: Ref, at: usize) -> Value {
        let key = self.set_mut(r).remove(at);
        self.dec(key);
        key
    }

    /// Makes room before a merge; see [`SetTable::reserve`].
    pub fn set_reserve(&mut self, r: Ref, more: usize) {
        self.set_mut(r).reserve(more);
    }

    /// Copies another set's table into an empty one of the same size; see [`SetTable::take_places`].
    pub fn set_take_places(&mut self, r: Ref, other: Ref) -> bool {
        let other = self.set(other).clone();
        let taken = self.set_mut(r).take_places(&other);
        if taken {
            other.iter().for_each(|(_, key)| self.inc(key));
        }
        taken
    }

    /// Gives a set the table of another.
    pub fn set_adopt(&mut self, r: Ref, other: Ref) {
        let new = self.set(other).clone();
        new.iter().for_each(|(_, key)| self.inc(key));
        let old = self.set_mut(r).exchange(new);
        old.each(&mut |v| self.dec(v));
    }

    /// Gets rid of a set's dummies if they are many; see [`SetTable::tidy`].
    pub fn set_tidy(&mut self, r: Ref) {
        self.set_mut(r).tidy();
    }

    /// Takes the next key out of a set: `pop`.
    pub fn set_pop(&mut self, r: Ref) -> Option<Value> {
        let at = self.set_mut(r).place_to_pop()?;
        Some(self.set_remove(r, at))
    }

    /// Empties a set.
    pub fn set_clear(&mut self, r: Ref) {
        let old = self.set_mut(r).exchange(SetTable::new());
        old.each(&mut |v| self.dec(v));
    }

    /// An exception's fields.
    pub fn exception(&self, r: Ref) -> &ExceptionBody {
        match &self.get(r).body {
            Body::Exception(e) => e,
            other => panic!("{} is no exception", other.kind()),
        }
    }

    /// Replaces a value of an exception.
    pub fn store_exception(&mut self, r: Ref, place: impl FnOnce(&mut ExceptionBody) -> &mut Value, v: Value) {
        self.store(
            r,
            |o| match &mut o.body {
                Body::Exception(e) => place(e),
                other => panic!("{} is no exception", other.kind()),
            },
            v,
        );
    }

    /// Sets `__suppress_context__`.
    pub fn set_suppress_context(&mut self, r: Ref, suppress: bool) {
        if let Body::Exception(e) = &mut self.get_mut(r).body {
            e.suppress_context = suppress;
        }
    }

    /// A bytearray's bytes, to be changed.
    pub fn bytearray_mut(&mut self, r: Ref) -> &mut Vec<u8> {
        match &mut self.get_mut(r).body {
            Body::ByteArray(b) => b,
            other => panic!("{} is no bytearray", other.kind()),
        }
    }
}

fn custom_mut<T: NativeBody + 'static>(o: &mut Object) -> &mut T {
    match &mut o.body {
        Body::Custom(b) => b.as_any_mut().downcast_mut().expect("a custom body of another type"),
        other => panic!("{} is no custom body", other.kind()),
    }
}
