//! The picture of traces written by hand.

mod hand;
mod layouts;
mod moments;
mod states;
mod steps;
