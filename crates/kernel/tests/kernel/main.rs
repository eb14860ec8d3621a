//! The kernel, driven by a scripted guest without any Python.

mod free;
mod properties;
mod scenes;
mod script;
mod stage;
mod turns;
