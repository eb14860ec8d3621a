//! The engine computes in a browser what it computes natively: the trace's digest of every recorded program is the same.
#![cfg(target_arch = "wasm32")]

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn every_program_leaves_the_same_trace_as_natively() {
    let mut count = 0;
    let mut different = Vec::new();
    for ((path, native), (_, here)) in proof::native_digests().zip(proof::digests()) {
        count += 1;
        if here != native {
            different.push(format!("{path}: {here:#018x} here, {native:#018x} natively"));
        }
        // The browser's driver asks the page how far it is, and gives up on one that never answers.
        TimeoutFuture::new(0).await;
    }
    assert!(count > 0, "no recorded program was built in");
    assert!(different.is_empty(), "{} of {count} programs differ:\n{}", different.len(), different.join("\n"));
}
