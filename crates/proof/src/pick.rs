//! Choosing by chance that can be repeated.

/// A small generator of numbers that look random (splitmix64); the same seed gives the same ones everywhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dice(u64);

impl Dice {
    /// A generator that starts from this seed.
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % n
    }
}

/// So many of the items, chosen by the seed, in their old order; all of them if there are fewer.
pub fn pick<T>(items: Vec<T>, count: usize, seed: u64) -> Vec<T> {
    let mut dice = Dice::new(seed);
    let mut left = items.len() as u64;
    let mut wanted = count as u64;
    let chosen = |_: &T| {
        let take = left > 0 && dice.below(left) < wanted;
        left -= 1;
        wanted -= u64::from(take);
        take
    };
    items.into_iter().filter(chosen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_are_picked_and_another_seed_picks_others() {
        let items: Vec<u32> = (0..400).collect();
        let one = pick(items.clone(), 60, 1);
        assert_eq!(one.len(), 60);
        assert!(one.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(one, pick(items.clone(), 60, 1));
        assert_ne!(one, pick(items.clone(), 60, 2));
        assert_eq!(pick(items.clone(), 1000, 1), items);
    }
}
