//! Python's unbounded `int`: a machine word while it fits, a big integer beyond.

mod arith;
mod bits;
mod divide;
mod parse;
mod pow;
mod text;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

pub use arith::{abs, add, divmod, floordiv, modulo, mul, neg, sub};
pub use bits::{bit_and, bit_count, bit_length, bit_or, bit_xor, invert, lshift, rshift};
pub use divide::{compare_with_float, int_to_float, true_divide};
pub use parse::parse_int;
pub use pow::{int_pow, pow_mod, Number};
pub use text::{int_to_base, int_to_decimal, round_int, Base};

/// An integer result. Values that fit `i64` are always `Small`, so equality is that of the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Int {
    /// Fits a machine word.
    Small(i64),
    /// Does not fit `i64`.
    Big(BigInt),
}

/// A borrowed integer operand. `Big` may hold any value, also one that would fit `i64`.
#[derive(Clone, Copy, Debug)]
pub enum IntRef<'a> {
    /// A machine word.
    Small(i64),
    /// A big integer.
    Big(&'a BigInt),
}

impl Int {
    /// Borrows the value as an operand.
    pub fn as_ref(&self) -> IntRef<'_> {
        match self {
            Self::Small(value) => IntRef::Small(*value),
            Self::Big(value) => IntRef::Big(value),
        }
    }

    /// The value if it fits `i64`.
    pub fn to_i64(&self) -> Option<i64> {
        match self {
            Self::Small(value) => Some(*value),
            Self::Big(_) => None,
        }
    }
}

impl From<i64> for Int {
    fn from(value: i64) -> Self {
        Self::Small(value)
    }
}

impl From<i128> for Int {
    fn from(value: i128) -> Self {
        i64::try_from(value).map_or_else(|_| Self::Big(BigInt::from(value)), Self::Small)
    }
}

impl From<BigInt> for Int {
    fn from(value: BigInt) -> Self {
        value.to_i64().map_or(Self::Big(value), Self::Small)
    }
}

impl fmt::Display for Int {
    /// All decimal digits, whatever their number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Small(value) => write!(f, "{value}"),
            Self::Big(value) => write!(f, "{value}"),
        }
    }
}

impl From<i64> for IntRef<'_> {
    fn from(value: i64) -> Self {
        Self::Small(value)
    }
}

impl<'a> From<&'a BigInt> for IntRef<'a> {
    fn from(value: &'a BigInt) -> Self {
        Self::Big(value)
    }
}

impl<'a> From<&'a Int> for IntRef<'a> {
    fn from(value: &'a Int) -> Self {
        value.as_ref()
    }
}

impl<'a> IntRef<'a> {
    /// The value as a big integer, borrowed when it is one.
    pub fn to_big(self) -> Cow<'a, BigInt> {
        match self {
            Self::Small(value) => Cow::Owned(BigInt::from(value)),
            Self::Big(value) => Cow::Borrowed(value),
        }
    }

    /// The value if it fits `i64`.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            Self::Small(value) => Some(value),
            Self::Big(value) => value.to_i64(),
        }
    }

    /// Copies the value.
    pub fn to_int(self) -> Int {
        match self {
            Self::Small(value) => Int::Small(value),
            Self::Big(value) => Int::from(value.clone()),
        }
    }

    /// Whether the value is below zero.
    pub fn is_negative(self) -> bool {
        match self {
            Self::Small(value) => value < 0,
            Self::Big(value) => value.sign() == Sign::Minus,
        }
    }

    /// Whether the value is zero.
    pub fn is_zero(self) -> bool {
        match self {
            Self::Small(value) => value == 0,
            Self::Big(value) => value.sign() == Sign::NoSign,
        }
    }
}

impl PartialEq for IntRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for IntRef<'_> {}

impl PartialOrd for IntRef<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for IntRef<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small(a), Self::Small(b)) => a.cmp(b),
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}
