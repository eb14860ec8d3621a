//! What a program may not be too deep in, looked at before any recursive parser sees it.
//!
//! The parser, the walks over its tree and the tree's drop recurse; wasm gives them 1 MB. CPython
//! has limits of its own at other places (100 blocks, 200 brackets, its C stack); where ours are
//! tighter they are named refusals, never an overflow.

mod depth;

pub(crate) use depth::check;

/// Open blocks, the file itself among them, as CPython's `MAXINDENT`.
pub(crate) const MAX_INDENTS: usize = 100;
/// Open brackets, as CPython's `MAXLEVEL`.
pub(crate) const MAX_BRACKETS: usize = 200;
/// Prefix operators, ternaries, lambdas, powers and formatted values around one expression, and
/// brackets: what the parser recurses for.
pub(crate) const MAX_PREFIXES: usize = 220;
/// Operators, attributes, calls and subscripts around one expression: what the parser's tree is
/// deep in, though it loops over them.
pub(crate) const MAX_CHAIN: usize = 500;
/// The depth of the tree that [`crate::parse`] gives: no chain of nodes from the module to a leaf
/// is longer.
pub const MAX_DEPTH: usize = 200;
