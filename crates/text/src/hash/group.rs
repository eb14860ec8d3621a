//! Hashes of tuples and frozensets from those of their members.

/// `hash` of a tuple, whose items' hashes are given in order (`tuplehash` in CPython's `tupleobject.c`: xxHash).
pub fn hash_tuple(items: &[i64]) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let mixed = items.iter().fold(PRIME_5, |sum, item| {
        sum.wrapping_add((*item as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1)
    });
    let hash = mixed.wrapping_add(items.len() as u64 ^ (PRIME_5 ^ 3_527_539)) as i64;
    if hash == -1 {
        1_546_275_796
    } else {
        hash
    }
}

/// `hash` of a frozenset, whose members' hashes are given in any order (`frozenset_hash` in CPython's
/// `setobject.c`).
pub fn hash_frozenset(members: &[i64]) -> i64 {
    let spread = |hash: u64| (hash ^ 89_869_747 ^ hash << 16).wrapping_mul(3_644_798_167);
    let mixed = members.iter().fold(0, |sum, member| sum ^ spread(*member as u64));
    let sized = mixed ^ (members.len() as u64 + 1).wrapping_mul(1_927_868_237);
    let shaken = sized ^ sized >> 11 ^ sized >> 25;
    let hash = shaken.wrapping_mul(69_069).wrapping_add(907_133_923) as i64;
    if hash == -1 {
        590_923_713
    } else {
        hash
    }
}
