//! The page's entry.

fn main() {
    web::start();
}
