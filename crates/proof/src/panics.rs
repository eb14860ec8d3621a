//! A panic as a value: what was said, and where.

use std::cell::{Cell, RefCell};
use std::panic::{catch_unwind, set_hook, take_hook, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

static HOOK: Once = Once::new();

/// Does the work; a panic in it becomes an error that says what was wrong and in which line, and prints nothing.
///
/// # Errors
/// The work panics.
pub fn guarded<R>(work: impl FnOnce() -> R) -> Result<R, String> {
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |info| if GUARDED.get() { note(info) } else { usual(info) }));
    });
    let outer = GUARDED.replace(true);
    // What a panic leaves half done is dropped here: the machine that panicked is not used again.
    let outcome = catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(outer);
    outcome.map_err(|_| SAID.take())
}

fn note(info: &PanicHookInfo<'_>) {
    let place = info.location().map_or(String::new(), |at| format!("{}:{}", at.file(), at.line()));
    let payload = info.payload();
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("something");
    SAID.set(format!("{place}: {text}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_says_what_and_where() {
        let said = guarded(|| assert_eq!(1, 2, "numbers")).expect_err("a panic");
        assert!(said.contains("panics.rs") && said.contains("numbers"), "{said}");
        assert_eq!(guarded(|| 3), Ok(3));
    }
}
