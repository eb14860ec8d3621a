//! From the trace to lanes, spans and a layout, without any DOM.
//!
//! ```text
//! trace records -> Model (rows, spans, console) -> Moment (how it stood at one instant)
//!                                               -> Summary (what a lane took, waited, starved)
//!                                               -> Comparison (what lanes come to beside each other)
//!                                               -> Layout (bars in per cent of one axis)
//!                 Head (a place in all lanes) -> steps -> Head
//! ```
//! Every arrow is a pure function: the same records give the same picture, however they were cut
//! into slices on their way here. A [`Model`] takes records as a run goes on; nothing else changes.

mod axis;
mod bars;
mod compare;
mod console;
mod head;
mod layout;
mod log;
mod model;
mod moment;
mod row;
pub mod steps;
mod summary;
mod tally;

pub use axis::{Axis, Tick};
pub use bars::{Bar, Mark, Strip};
pub use compare::{compare, Comparison, Reason};
pub use console::{Console, Line};
pub use head::Head;
pub use layout::{Arrow, Cap, Density, LaneLayout, Layout, Options, RowLayout, Stretch};
pub use model::{Model, Trouble, Wakeup};
pub use moment::{Moment, Now, Point, Standing};
pub use row::{End, Interval, Row, RowIx, Span, State};
pub use summary::{Stall, Summary};
