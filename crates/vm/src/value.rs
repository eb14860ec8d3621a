//! Values: what a register, a list's item or a dict's entry holds.

/// A handle of an object in a process's heap.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Ref(pub(crate) u32);

impl Ref {
    /// The slot's number.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A Python value: 16 bytes, `Copy`, opaque. A copy of it is not a counted reference: see
/// [`crate::Heap`] for who counts.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Value(View);

/// What a [`Value`] shows when looked at.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum View {
    /// Nothing: an unbound local, a missing argument. No program ever sees it.
    Unset,
    /// `None`
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `Ellipsis`
    Ellipsis,
    /// `True`, `False`
    Bool(bool),
    /// An int of at most 64 bits.
    Int(i64),
    /// A float.
    Float(f64),
    /// Anything else: an object of the heap.
    Ref(Ref),
}

impl Value {
    /// Nothing; never seen by a program.
    pub const UNSET: Value = Value(View::Unset);
    /// `None`
    pub const NONE: Value = Value(View::None);
    /// `NotImplemented`
    pub const NOT_IMPLEMENTED: Value = Value(View::NotImplemented);
    /// `Ellipsis`
    pub const ELLIPSIS: Value = Value(View::Ellipsis);
    /// `True`
    pub const TRUE: Value = Value(View::Bool(true));
    /// `False`
    pub const FALSE: Value = Value(View::Bool(false));

    /// A bool.
    pub const fn bool(b: bool) -> Value {
        Value(View::Bool(b))
    }

    /// A small int.
    pub const fn int(i: i64) -> Value {
        Value(View::Int(i))
    }

    /// A float.
    pub const fn float(x: f64) -> Value {
        Value(View::Float(x))
    }

    /// A reference to an object.
    pub const fn object(r: Ref) -> Value {
        Value(View::Ref(r))
    }

    /// What it is.
    #[inline(always)]
    pub const fn view(self) -> View {
        self.0
    }

    /// The object it refers to, if any.
    #[inline(always)]
    pub const fn as_ref(self) -> Option<Ref> {
        match self.0 {
            View::Ref(r) => Some(r),
            _ => None,
        }
    }

    /// True for a filled register.
    #[inline(always)]
    pub const fn is_set(self) -> bool {
        !matches!(self.0, View::Unset)
    }

    /// True for `None`.
    pub const fn is_none(self) -> bool {
        matches!(self.0, View::None)
    }

    /// `None` becomes [`Option::None`], and so does a missing value.
    pub fn some(self) -> Option<Value> {
        match self.0 {
            View::Unset | View::None => None,
            _ => Some(self),
        }
    }

    /// The value, or `default` if it is missing.
    pub fn or(self, default: Value) -> Value {
        if self.is_set() {
            self
        } else {
            default
        }
    }

    /// Python's `is`: the same object, or immediates that are equal.
    pub fn is(self, other: Value) -> bool {
        match (self.0, other.0) {
            (View::Float(a), View::Float(b)) => a.to_bits() == b.to_bits(),
            (a, b) => a == b,
        }
    }
}

impl From<Ref> for Value {
    fn from(r: Ref) -> Value {
        Value::object(r)
    }
}
