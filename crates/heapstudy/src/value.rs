//! Values and slots, common to all designs.

use std::rc::Rc;

/// What registers, fields and items hold: 16 bytes, copied freely; a reference is a handle into the slot heap.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Value {
    None,
    Int(i64),
    Ref(u32),
}

/// The values inside one object.
pub(crate) trait Items: Clone + From<Vec<Value>> {
    fn get(&self) -> &[Value];
    fn get_mut(&mut self) -> &mut [Value];
}

macro_rules! items {
    ($type:ty, $get_mut:expr) => {
        impl Items for $type {
            fn get(&self) -> &[Value] {
                self
            }
            fn get_mut(&mut self) -> &mut [Value] {
                $get_mut(self)
            }
        }
    };
}
items!(Box<[Value]>, |items| items);
items!(Vec<Value>, |items| items);
items!(Rc<[Value]>, Rc::make_mut);
items!(Rc<Vec<Value>>, Rc::<Vec<Value>>::make_mut);

/// Where an object's values live, seen from its slot: it decides what copying a slot costs.
pub(crate) trait Payload: Clone {
    type Tuple: Items;
    type Fields: Items;
    type List: Items;
    type Dict: Items;
}

macro_rules! payload {
    ($(#[$doc:meta])* $name:ident: $tuple:ty, $fields:ty, $list:ty, $dict:ty) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub(crate) struct $name;
        impl Payload for $name {
            type Tuple = $tuple;
            type Fields = $fields;
            type List = $list;
            type Dict = $dict;
        }
    };
}
payload!(
    /// Each slot owns its values: copying the slot copies them.
    Owned: Box<[Value]>, Box<[Value]>, Vec<Value>, Vec<Value>
);
payload!(
    /// What never changes (tuples) or is large (dicts) is shared by the copies of a slot, until one of them writes.
    Mixed: Rc<[Value]>, Box<[Value]>, Vec<Value>, Rc<Vec<Value>>
);
payload!(
    /// Everything is shared until written.
    Shared: Rc<[Value]>, Rc<[Value]>, Rc<Vec<Value>>, Rc<Vec<Value>>
);

/// One object: 48 bytes on a 64-bit host.
#[derive(Clone)]
#[expect(dead_code, reason = "some payloads only have to be there and to be copied")]
pub(crate) enum Slot<P: Payload> {
    /// Not an object; the next free handle, or `u32::MAX`.
    Free(u32),
    Str(Rc<str>),
    Tuple(P::Tuple),
    List(P::List),
    Dict(P::Dict),
    Instance {
        class: u32,
        fields: P::Fields,
    },
    /// Its handles are of the base, so they need no counting.
    Function {
        code: Rc<[u8]>,
        parts: [u32; 4],
        defaults: Value,
    },
    Float(f64),
    Cell(Value),
}

impl<P: Payload> Slot<P> {
    /// What the object refers to.
    pub(crate) fn items(&self) -> &[Value] {
        match self {
            Slot::Tuple(items) => items.get(),
            Slot::Instance { fields, .. } => fields.get(),
            Slot::List(items) => items.get(),
            Slot::Dict(items) => items.get(),
            Slot::Cell(value) | Slot::Function { defaults: value, .. } => std::slice::from_ref(value),
            Slot::Free(_) | Slot::Str(_) | Slot::Float(_) => &[],
        }
    }

    /// The items a program may change; empty for immutable objects.
    pub(crate) fn items_mut(&mut self) -> &mut [Value] {
        match self {
            Slot::Instance { fields, .. } => fields.get_mut(),
            Slot::List(items) => items.get_mut(),
            Slot::Dict(items) => items.get_mut(),
            Slot::Cell(value) => std::slice::from_mut(value),
            _ => &mut [],
        }
    }
}
