//! The picture of traces written by hand.

mod compare;
mod hand;
mod layouts;
mod moments;
mod states;
mod steps;
