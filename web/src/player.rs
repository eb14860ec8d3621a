//! The play head's own clockwork: it tells the page how much of the person's time has gone by.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use yew::UseReducerDispatcher;

use crate::clock;
use crate::state::{Action, Page};

/// Between two moves, in milliseconds: about a frame.
const FRAME: u32 = 16;
/// The same for a person who wants less motion: two steps a second, from switch to switch.
const CALM_FRAME: u32 = 500;

/// Moves the play head until it is cancelled.
pub async fn play(cancelled: Rc<Cell<bool>>, page: UseReducerDispatcher<Page>) {
    let calm = clock::less_motion();
    let frame = if calm { CALM_FRAME } else { FRAME };
    let mut last = clock::milliseconds();
    loop {
        TimeoutFuture::new(frame).await;
        if cancelled.get() {
            return;
        }
        let now = clock::milliseconds();
        page.dispatch(if calm { Action::Hop } else { Action::Elapsed((now - last) / 1000.0) });
        last = now;
    }
}
