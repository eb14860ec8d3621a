//! `_random.Random`: the Mersenne Twister MT19937 as Modules/_randommodule.c seeds and reads it.

use crate::support::{body, custom_body, own};
use num_bigint::{BigInt, BigUint, Sign};
use vm::native::{def, new, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{Body, Cx, Int, LibraryClass, ModuleDef, Value, View};

pub(super) const NATIVE: ModuleDef = ModuleDef {
    name: "_random",
    functions: &[],
    classes: &[LibraryClass { name: "_random.Random", base: "object", open: true, methods: METHODS }],
    init: None,
    code: None,
    package: false,
};

const METHODS: &[Def] = &[
    new("cls, *args, **keywords", make),
    def("seed", "self, n, /", seed),
    def("random", "self, /", random).costing(30),
    def("getrandbits", "self, k, /", bits).costing(60),
    def("getstate", "self, /", state),
    def("setstate", "self, state, /", set_state),
];

const N: usize = 624;
const M: usize = 397;

#[derive(Clone, Debug)]
struct Twister {
    words: Vec<u32>,
    at: usize,
}

custom_body!(Twister, |_twister, _see| {});

impl Twister {
    fn of_number(seed: u32) -> Twister {
        let mut words = vec![seed; N];
        for i in 1..N {
            let before = words[i - 1];
            words[i] = 1_812_433_253u32.wrapping_mul(before ^ before >> 30).wrapping_add(i as u32);
        }
        Twister { words, at: N }
    }

    fn of_key(key: &[u32]) -> Twister {
        let mut t = Twister::of_number(19_650_218);
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let before = t.words[i - 1];
            let mixed = t.words[i] ^ (before ^ before >> 30).wrapping_mul(1_664_525);
            t.words[i] = mixed.wrapping_add(key[j]).wrapping_add(j as u32);
            i = t.wrap(i + 1);
            j = (j + 1) % key.len();
        }
        for _ in 0..N - 1 {
            let before = t.words[i - 1];
            let mixed = t.words[i] ^ (before ^ before >> 30).wrapping_mul(1_566_083_941);
            t.words[i] = mixed.wrapping_sub(i as u32);
            i = t.wrap(i + 1);
        }
        t.words[0] = 0x8000_0000;
        t
    }

    fn wrap(&mut self, i: usize) -> usize {
        if i < N {
            return i;
        }
        self.words[0] = self.words[N - 1];
        1
    }

    fn next(&mut self) -> u32 {
        if self.at >= N {
            self.turn();
        }
        let mut y = self.words[self.at];
        self.at += 1;
        y ^= y >> 11;
        y ^= y << 7 & 0x9d2c_5680;
        y ^= y << 15 & 0xefc6_0000;
        y ^ y >> 18
    }

    fn turn(&mut self) {
        for i in 0..N {
            let y = self.words[i] & 0x8000_0000 | self.words[(i + 1) % N] & 0x7fff_ffff;
            let odd = if y & 1 == 1 { 0x9908_b0df } else { 0 };
            self.words[i] = self.words[(i + M) % N] ^ y >> 1 ^ odd;
        }
        self.at = 0;
    }
}

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    let twister = Twister::of_key(&[0]);
    Ok(Step::Return(cx.new_object(class, Body::Custom(Box::new(twister))).into()))
}

/// Ints are taken without their sign; other seeds would need their hash, or SHA-512 for a str.
fn seed(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<Twister>(cx, f)?;
    let key = match cx.as_int(f.args[1]) {
        Some(Int::Small(i)) => BigUint::from(i.unsigned_abs()).to_u32_digits(),
        Some(Int::Big(b)) => b.magnitude().to_u32_digits(),
        None => return Err(cx.unsupported("a random seed that is no int", "seed with an int")),
    };
    let twister = Twister::of_key(if key.is_empty() { &[0] } else { &key });
    cx.vm.heap.edit::<Twister, _>(r, |t| *t = twister);
    Ok(Step::Return(Value::NONE))
}

fn random(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<Twister>(cx, f)?;
    let (a, b) = cx.vm.heap.edit::<Twister, _>(r, |t| (t.next() >> 5, t.next() >> 6));
    let x = (f64::from(a) * 67_108_864.0 + f64::from(b)) * (1.0 / 9_007_199_254_740_992.0);
    Ok(Step::Return(Value::float(x)))
}

fn bits(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<Twister>(cx, f)?;
    let Some(k) = cx.as_i64(f.args[1]) else {
        let got = cx.type_name(f.args[1]);
        return Err(cx.type_error(format!("'{got}' object cannot be interpreted as an integer")));
    };
    if !(0..=1 << 24).contains(&k) {
        return Err(cx.value_error("number of bits must be non-negative"));
    }
    if k == 0 {
        return Ok(Step::Return(Value::int(0)));
    }
    let words = cx.vm.heap.edit::<Twister, _>(r, |t| {
        let mut left = k;
        let mut words = Vec::new();
        while left > 0 {
            words.push(if left < 32 { t.next() >> (32 - left) } else { t.next() });
            left -= 32;
        }
        words
    });
    Ok(Step::Return(cx.new_int(BigInt::from_biguint(Sign::Plus, BigUint::new(words)))))
}

fn state(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<Twister>(cx, f)?;
    let t = body::<Twister>(cx, r);
    let words: Vec<Value> =
        t.words.iter().map(|&w| Value::int(i64::from(w))).chain([Value::int(t.at as i64)]).collect();
    Ok(Step::Return(cx.new_tuple(&words)))
}

fn set_state(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<Twister>(cx, f)?;
    let twister = match cx.sequence(f.args[1]).filter(|items| items.len() == N + 1) {
        Some(items) => read_state(items),
        None => None,
    };
    match twister {
        Some(twister) => cx.vm.heap.edit::<Twister, _>(r, |t| *t = twister),
        None => return Err(bad_state(cx)),
    }
    Ok(Step::Return(Value::NONE))
}

fn read_state(items: &[Value]) -> Option<Twister> {
    let number = |v: &Value| match v.view() {
        View::Int(i) => u32::try_from(i).ok(),
        _ => None,
    };
    let words: Option<Vec<u32>> = items[..N].iter().map(number).collect();
    let at = number(&items[N]).filter(|&at| at as usize <= N)?;
    Some(Twister { words: words?, at: at as usize })
}

fn bad_state(cx: &mut Cx<'_>) -> Raise {
    cx.value_error("state vector is the wrong size")
}

#[cfg(test)]
mod tests {
    use super::Twister;

    /// The first four and the 1004th word that `random.Random(seed).getrandbits(32)` of CPython 3.11 gives.
    #[track_caller]
    fn draws(key: &[u32], first: [u32; 4], last: u32) {
        let mut twister = Twister::of_key(key);
        assert_eq!([0; 4].map(|_| twister.next()), first);
        assert_eq!((0..1000).map(|_| twister.next()).last(), Some(last));
    }

    #[test]
    fn draws_what_cpython_draws() {
        draws(&[0], [3_626_764_237, 1_654_615_998, 3_255_389_356, 3_823_568_514], 764_107_585);
        draws(&[42], [2_746_317_213, 478_163_327, 107_420_369, 3_184_935_163], 3_895_229_819);
        let long = [0xeb1f_0ad2, 0xab54_a98c];
        draws(&long, [2_199_100_970, 3_695_432_519, 4_002_396_509, 2_348_474_455], 3_747_564_163);
    }
}
