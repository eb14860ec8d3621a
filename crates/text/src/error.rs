//! The one error type of this crate: which Python exception, and its text.

use std::fmt;

/// The Python exception (or our own refusal) that an [`Error`] stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `ValueError`.
    Value,
    /// `TypeError`.
    Type,
    /// `OverflowError` with one argument, the message.
    Overflow,
    /// `OverflowError` whose arguments are `(34, message)`, as C's `ERANGE` gives it (`2.0 ** 5000`).
    OverflowErrno,
    /// `ZeroDivisionError`.
    ZeroDivision,
    /// `IndexError`.
    Index,
    /// A limit of ours that CPython does not have in this form: the caller reports it as a met limit.
    Limit,
    /// CPython would answer and we cannot: the caller refuses by name.
    Unsupported,
}

/// What went wrong, in CPython 3.11's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Which exception to raise.
    pub kind: ErrorKind,
    /// The exception's text, without its type.
    pub message: String,
}

/// The result of everything here that can fail.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A `ValueError`.
    pub fn value(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Value, message: message.into() }
    }

    /// A `TypeError`.
    pub fn type_error(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Type, message: message.into() }
    }

    /// An `OverflowError`.
    pub fn overflow(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Overflow, message: message.into() }
    }

    /// A `ZeroDivisionError`.
    pub fn zero_division(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::ZeroDivision, message: message.into() }
    }

    /// A limit of this crate was met; `message` names it.
    pub fn limit(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Limit, message: message.into() }
    }

    /// Something CPython can do and this crate cannot; `message` names it.
    pub fn unsupported(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Unsupported, message: message.into() }
    }
}

impl ErrorKind {
    /// The name of the Python exception; `None` for a limit or a refusal of ours.
    pub fn exception(self) -> Option<&'static str> {
        match self {
            Self::Value => Some("ValueError"),
            Self::Type => Some("TypeError"),
            Self::Overflow | Self::OverflowErrno => Some("OverflowError"),
            Self::ZeroDivision => Some("ZeroDivisionError"),
            Self::Index => Some("IndexError"),
            Self::Limit | Self::Unsupported => None,
        }
    }
}

impl fmt::Display for Error {
    /// As `str(exception)` prints it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            ErrorKind::OverflowErrno => write!(f, "(34, '{}')", self.message),
            _ => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for Error {}
