//! Protected stretches of code and their handlers: the exception table in the making.

use super::bound::BoundSet;
use super::label::Label;
use bytecode::{Handler, Reg, Target};

/// A protected stretch. It is one region even where the copies of `finally` bodies cut holes
/// into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RegionId(pub(crate) usize);

/// What is known of a region.
#[derive(Debug)]
pub(crate) struct Region {
    /// Where its handler begins.
    pub(crate) handler: Label,
    /// Where the exception arrives, and the first temporary that is dropped.
    pub(crate) reg: Reg,
    /// How many exceptions are being handled around it.
    pub(crate) depth: u16,
    /// How many regions lie around it.
    pub(crate) level: usize,
    /// What is bound where it begins; none if it can't be reached.
    pub(crate) entry: Option<BoundSet>,
    /// Where the open piece began.
    pub(crate) open_at: Option<usize>,
    /// The pieces that are finished, none of them empty.
    pub(crate) pieces: Vec<(usize, usize)>,
}

/// The exception table: entries of inner regions first.
pub(crate) fn table(regions: &[Region], place: impl Fn(Label) -> Option<usize>) -> Vec<Handler> {
    let mut order: Vec<&Region> = regions.iter().collect();
    order.sort_by_key(|region| std::cmp::Reverse(region.level));
    let mut entries = Vec::new();
    for region in order {
        let Some(handler) = place(region.handler) else { continue };
        entries.extend(region.pieces.iter().map(|&(start, end)| Handler {
            start: start as Target,
            end: end as Target,
            handler: handler as Target,
            reg: region.reg,
            drop_from: region.reg,
            depth: region.depth,
        }));
    }
    entries
}
