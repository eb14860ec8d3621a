//! The predicates: `isalpha` and its kin.

use super::args::receiver;
use crate::builtins::list::shared::done;
use crate::cx::Cx;
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed};
use crate::value::Value;
use text::unicode;

pub(super) const METHODS: &[Def] = &[
    def("isalpha", "self, /", isalpha),
    def("isalnum", "self, /", isalnum),
    def("isdecimal", "self, /", isdecimal),
    def("isdigit", "self, /", isdigit),
    def("isnumeric", "self, /", isnumeric),
    def("isspace", "self, /", isspace),
    def("isprintable", "self, /", isprintable),
    def("isascii", "self, /", isascii),
    def("isidentifier", "self, /", isidentifier),
    def("islower", "self, /", islower),
    def("isupper", "self, /", isupper),
    def("istitle", "self, /", istitle),
];

/// True if there is a character and all of them pass.
fn all(text: &str, test: fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(test)
}

macro_rules! predicates {
    ($($name:ident $test:expr;)*) => { $(
        fn $name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            let test: fn(&str) -> bool = $test;
            done(Value::bool(test(receiver(cx, f).as_str())))
        }
    )* };
}

predicates! {
    isalpha |s| all(s, unicode::is_alpha);
    isalnum |s| all(s, unicode::is_alnum);
    isdecimal |s| all(s, unicode::is_decimal);
    isdigit |s| all(s, unicode::is_digit);
    isnumeric |s| all(s, unicode::is_numeric);
    isspace |s| all(s, unicode::is_space);
    isprintable |s| s.chars().all(unicode::is_printable);
    isascii str::is_ascii;
    isidentifier unicode::is_identifier;
    islower unicode::is_lower;
    isupper unicode::is_upper;
    istitle unicode::is_title;
}
