//! Words about links that were opened.

/// Closes a notice.
pub const DISMISS: &str = "Dismiss";
/// A link has brought programs.
pub const HELD: &str =
    "This link brings programs that are not the gallery's. Nothing of them has run yet: read them, then run them.";
/// Lets them run.
pub const RELEASE: &str = "Run the programs";
/// The button that puts an own text back.
pub const BRING_BACK: &str = "Bring it back";
/// The button that throws it away.
pub const FORGET: &str = "Forget it";
/// Opens what could be read of a broken link.
pub const OPEN_FOUND: &str = "Open what could be read";
/// The texts that could be read.
pub const FOUND: &str = "Show what could be read";
/// The scenario made of them.
pub const FOUND_TITLE: &str = "From a damaged link";
/// Its lesson.
pub const FOUND_LESSON: &str =
    "What could still be read of a damaged link. Compare it with the original before you run it.";
/// Beside the name of a program of which something is missing.
pub const A_PART: &str = "not all of it";

/// A link can't be opened; `why` says what is wrong with it.
pub fn broken(why: &str) -> String {
    format!("This link can't be opened: {why}.")
}

/// The engine plays it differently than the one that made the link.
pub fn differs(engine: Option<&str>) -> String {
    let made_by = engine.map(|version| format!(" (version {version})")).unwrap_or_default();
    format!(
        "The programs run differently here than where this link was made{made_by}: up to its moment not the same \
         things happened. What you see is this version's run at the same time."
    )
}

/// An own text had to make room.
pub fn kept(lane: &str) -> String {
    format!("Your own text of {lane} is kept.")
}

/// Over a text that could be read.
pub fn found_text(name: &str, whole: bool) -> String {
    format!("{name}{}", if whole { "" } else { " (not all of it)" })
}

/// A program whose name could not be read.
pub fn nameless(number: usize) -> String {
    format!("Program {number}")
}
