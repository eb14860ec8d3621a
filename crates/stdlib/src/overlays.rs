//! The table of overlays: functions of asyncio's loop that are written in Python in CPython, and for which Rust stands in.
//!
//! Each has a twin in the Python half. What a call costs under profile `python` is what this table says, whichever of the two
//! runs and however it does its work: a price covers all that the function runs of the library, but neither readings of the
//! clock nor what it calls of the program, nor the callbacks that a turn of the loop runs.

use vm::Price;

/// `BaseEventLoop.call_soon`, nanoseconds.
pub(crate) const CALL_SOON: u32 = 700;
/// `BaseEventLoop.call_at`
pub(crate) const CALL_AT: u32 = 1_200;
/// `BaseEventLoop.call_later`
pub(crate) const CALL_LATER: u32 = 1_500;
/// `BaseEventLoop._run_once`
pub(crate) const RUN_ONCE: u32 = 1_500;

/// What is in the price of the native that calls it.
const INCLUDED: u32 = 0;

const fn price(module: &'static str, function: &'static str, nanos: u32) -> Price {
    Price { module, function, nanos }
}

/// The twins, and the Python that both ways of doing it share.
pub const PRICES: &[Price] = &[
    price("asyncio.base_events", "PlainLoop.call_soon", CALL_SOON),
    price("asyncio.base_events", "PlainLoop.call_at", CALL_AT),
    price("asyncio.base_events", "PlainLoop.call_later", CALL_LATER),
    price("asyncio.base_events", "PlainLoop._run_once", RUN_ONCE),
    price("_asyncio", "_call_method", INCLUDED),
    price("_asyncio", "_call_at", INCLUDED),
    price("_asyncio", "_call_all_soon", INCLUDED),
    price("_asyncio", "_call_all_soon_and_agree", INCLUDED),
    price("_asyncio", "_handle_failed", INCLUDED),
    price("_asyncio", "_leave_loop", INCLUDED),
];

#[cfg(test)]
mod tests {
    use super::PRICES;
    use bytecode::{Code, Const};

    fn has(code: &Code, qualname: &str) -> bool {
        code.qualname == qualname || code.consts.iter().any(|c| matches!(c, Const::Code(inner) if has(inner, qualname)))
    }

    /// A price for a function that is not there would be no price at all.
    #[test]
    fn every_price_has_its_function() {
        for price in PRICES {
            let module = crate::modules().iter().find(|m| m.name == price.module).expect(price.module);
            let code = module.code.expect("a Python half")();
            assert_eq!(code.filename, format!("<frozen {}>", price.module));
            assert!(has(&code, price.function), "{} has no {}", price.module, price.function);
        }
    }
}
