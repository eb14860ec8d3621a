//! Who gets a free core.

/// A way to choose among the threads that could run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Policy {
    /// The one that has waited longest.
    #[default]
    FirstCome,
}

impl Policy {
    /// One of the run queue's places; they come in the order in which the threads became ready.
    pub(crate) fn choose(self, mut places: impl Iterator<Item = usize>) -> Option<usize> {
        match self {
            Policy::FirstCome => places.next(),
        }
    }
}
