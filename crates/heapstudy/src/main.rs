//! Prints the table; see `run.mjs` for the same under wasm.

fn main() {
    std::panic::set_hook(Box::new(|info| heapstudy::say(&info.to_string())));
    heapstudy::table(25, heapstudy::say);
}
