//! Texts become programs here: the gallery's have come compiled with the page, for any other one the compiler is fetched, a
//! WebAssembly module of its own.
//!
//! `index.html` has the few lines of JavaScript that fetch a module; it keeps what has come, and tries again after a failure.

use std::cell::Cell;

use gloo_timers::future::TimeoutFuture;
use machine::Outcome;
use scenario::Python;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Error, Function, Promise, Reflect, Uint8Array};

use crate::words;

/// The function of `index.html`.
const FETCH: &str = "simulCompiler";

thread_local! {
    /// The compiler has come.
    static FETCHED: Cell<bool> = const { Cell::new(false) };
}

/// True if compiling this text has to wait for the compiler.
pub fn must_be_fetched(file: &str, source: &str, python: Python) -> bool {
    !FETCHED.get() && scenario::compiled(file, source, python).is_none()
}

/// Compiles a text. The page has had its turn when it goes on.
///
/// # Errors
/// The compiler can't be had; says so in words.
pub async fn compile(file: &str, source: &str, python: Python) -> Result<Outcome, String> {
    if let Some(outcome) = scenario::compiled(file, source, python) {
        return Ok(outcome);
    }
    let compile = fetch().await.map_err(|reason| words::now::not_fetched(&message(&reason)))?;
    TimeoutFuture::new(0).await;
    let arguments = Array::of3(&file.into(), &source.into(), &(python == Python::V310).into());
    let bytes = compile.apply(&JsValue::NULL, &arguments);
    let bytes = bytes.map_err(|reason| words::now::compiler_broken(&message(&reason)))?;
    bytecode::outcome_from_bytes(&Uint8Array::new(&bytes).to_vec()).map_err(|_| words::now::OTHER_BUILD.to_owned())
}

/// The compiler's function, fetched if it is not there yet.
///
/// # Errors
/// What the browser says.
pub async fn fetch() -> Result<Function, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let fetch: Function = Reflect::get(&window, &FETCH.into())?.dyn_into()?;
    let promise: Promise = fetch.call1(&JsValue::NULL, &bytecode::STAMP.into())?.dyn_into()?;
    let compile = JsFuture::from(promise).await?.dyn_into()?;
    FETCHED.set(true);
    Ok(compile)
}

/// What the browser says about a failure.
fn message(reason: &JsValue) -> String {
    match reason.dyn_ref::<Error>() {
        Some(error) => error.message().into(),
        None => format!("{reason:?}"),
    }
}
