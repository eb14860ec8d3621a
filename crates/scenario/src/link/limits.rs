//! How much a link may hold. An address that passes a limit is refused with it.

/// The most characters of an address that are looked at.
pub const CHARACTERS: usize = 100_000;
/// The most bytes that the packed part may unfold to.
pub const UNPACKED: usize = 256 * 1024;
/// The most lanes.
pub const LANES: usize = 12;
/// The most segments of an address.
pub const SEGMENTS: usize = 32;
/// The most characters of a name, a note or a file's name.
pub const NAME: usize = 200;
/// The most characters of a lesson.
pub const LESSON: usize = 1_000;
/// From this length on chats and learning platforms cut addresses: nothing is refused, but it is said.
pub const CHATS_CUT: usize = 2_000;
