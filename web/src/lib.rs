//! The page: lanes, one timeline, the transport.
//!
//! Everything drawn comes from the state in `state`, everything that happens is one of its actions, and
//! every word stands in `words`. What is drawn of a program comes from its trace alone, through the
//! `timeline` crate.

mod app;
mod clock;
mod code;
mod columns;
mod compiler;
mod copy;
mod dialog;
mod driver;
mod embed;
mod engine;
mod glyph;
mod help;
mod keys;
mod labels;
mod lane;
mod legend;
mod link;
mod marks;
mod measure;
mod names;
mod notes;
mod notice;
mod panic;
mod player;
mod python;
mod reading;
mod share;
mod sizes;
mod state;
mod storage;
mod sums;
mod table;
mod theme;
mod timeline_view;
mod transport;
mod voice;
mod words;

/// Puts the page in place of what index.html shows while it loads.
pub fn start() {
    panic::say_in_words();
    yew::Renderer::<app::App>::with_root(panic::root()).render();
}
