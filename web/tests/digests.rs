//! The engine computes in a browser what it computes natively: the trace's digest of every recorded program is the same.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn every_program_leaves_the_same_trace_as_natively() {
    let native = proof::native_digests();
    assert!(!native.is_empty(), "no recorded program was found");
    let mut different = Vec::new();
    for ((path, here), (_, there)) in proof::digests().into_iter().zip(native) {
        if here != there {
            different.push(format!("{path}: {here:#018x} here, {there:#018x} natively"));
        }
        // The browser's driver asks the page for news and gives up if there is never an answer.
        gloo_timers::future::sleep(std::time::Duration::ZERO).await;
    }
    assert!(different.is_empty(), "{} programs differ:\n{}", different.len(), different.join("\n"));
}
