//! Words of the dialog for sharing.

use super::clock;
use abi::Instant;

/// The button that opens it.
pub const SHARE: &str = "Share";
/// Its title.
pub const TITLE: &str = "Share this moment";
/// The label of the link.
pub const LINK: &str = "Link to exactly this";
/// Copies the link.
pub const COPY_LINK: &str = "Copy link";
/// The label of the code for another page.
pub const EMBED: &str = "Embed in a course page";
/// Copies the code.
pub const COPY_EMBED: &str = "Copy code";
/// It was copied.
pub const COPIED: &str = "Copied.";
/// The browser does not let the page copy.
pub const SELECTED: &str =
    "The browser does not let this page copy. The text is selected: press Ctrl+C, or \u{2318}C on a Mac.";
/// The link is short.
pub const SHORT: &str =
    "Programs travel in the link itself, behind the #: no server keeps them. Chats cut links after 2,000 characters; this one fits.";
/// The link is long.
pub const LONG: &str =
    "This link has more than 2,000 characters: some chats and learning platforms cut it. Shorten the programs, or send it in a file.";
/// What a platform that fences frames in has to allow.
pub const SANDBOX: &str = "The frame plays on click and stores nothing there. If your platform sandboxes frames, \
                           it has to allow scripts, same-origin and popups.";

/// What is shared.
pub fn moment(at: Instant, lanes: usize) -> String {
    format!("at {}, {lanes} lane{}", clock(at), if lanes == 1 { "" } else { "s" })
}

/// How long the link is.
pub fn characters(count: usize) -> String {
    format!("{count} characters")
}

/// How high the embedded page is.
pub fn height(pixels: u32) -> String {
    format!("full width, {pixels} pixels high")
}

/// What the frame is called; `title` is the scenario's, escaped.
pub fn frame_title(title: &str) -> String {
    format!("{title}, Python programs in Simul")
}
