//! Keys, as they are printed, and what they do.

/// Plays.
pub const SPACE: &str = "Space";
/// Closes, and lets go.
pub const ESCAPE: &str = "Esc";
/// Opens the sheet.
pub const HELP: &str = "?";
/// The arrows.
pub const ARROWS: [&str; 2] = ["←", "→"];
/// The legend's word.
pub const PLAY: &str = "play";
/// The legend's word.
pub const ALL_KEYS: &str = "all keys";
/// Under the sheet.
pub const NEVER_WHILE_TYPING: &str = "Keys do nothing while you type in a field.";
/// The whole sheet.
pub const SHEET: [(&[&str], &str); 15] = [
    (&["Space"], "play, pause"),
    (&["←", "→"], "back one switch, on one switch"),
    (&["Home", "End"], "to the start, to the end"),
    (&["N"], "next stall"),
    (&["Shift", "N"], "stall before"),
    (&["[", "]"], "task before, task after"),
    (&["W"], "next wake-up of the chosen task"),
    (&["Shift", "W"], "wake-up before"),
    (&["Esc"], "let go of the task, then of the lane"),
    (&["1", "to", "8"], "step through one lane alone; again: through all"),
    (&[",", "."], "slower, faster"),
    (&["A"], "who woke whom: all, or the chosen task's"),
    (&["T"], "the run as a table"),
    (&["S"], "share this moment"),
    (&["?"], "this sheet"),
];
