//! Numbers.

use num_bigint::BigUint;
use ruff_python_ast as r;
use ruff_text_size::TextRange;

use super::{Lower, Lowered};
use crate::ast::Constant;
use crate::mistake::Mistake;

/// The decimal digits that CPython reads at most (`sys.get_int_max_str_digits()`).
const MAX_DIGITS: usize = 4300;

impl Lower<'_> {
    pub(super) fn number(&self, number: &r::Number, range: TextRange) -> Lowered<Constant> {
        match number {
            r::Number::Int(int) => match int.as_i64() {
                Some(small) => Ok(Constant::Int(small)),
                None => self.big(range),
            },
            r::Number::Float(value) => Ok(Constant::Float(*value)),
            r::Number::Complex { imag, .. } => Ok(Constant::Complex(*imag)),
        }
    }

    /// An integer of more than 63 bits, from its text.
    fn big(&self, range: TextRange) -> Lowered<Constant> {
        let digits: String = self.slice(range).chars().filter(|c| *c != '_').collect();
        let (radix, digits) = match digits.get(..2) {
            Some("0x" | "0X") => (16, &digits[2..]),
            Some("0o" | "0O") => (8, &digits[2..]),
            Some("0b" | "0B") => (2, &digits[2..]),
            _ => (10, &digits[..]),
        };
        if radix == 10 && digits.len() > MAX_DIGITS {
            return Err(Box::new(self.too_many_digits(digits.len(), range)));
        }
        let value = BigUint::parse_bytes(digits.as_bytes(), radix).expect("the tokenizer let only digits through");
        Ok(Constant::BigInt(value.to_string()))
    }

    fn too_many_digits(&self, digits: usize, range: TextRange) -> Mistake {
        let message = format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {digits} digits; use \
             sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to \
             avoid decimal conversion limits."
        );
        Mistake::between(message, range.start().to_usize(), range.end().to_usize())
    }
}
