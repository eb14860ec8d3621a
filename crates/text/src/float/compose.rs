//! Building a float from an integer and a power of two, rounded once.

/// Bits of a float's significand, the leading one included.
const PRECISION: i64 = 53;
/// The exponent of the lowest bit of the smallest float.
const LOWEST: i64 = -1074;
/// The largest exponent that the lowest bit of a finite float can have.
const HIGHEST: i64 = 971;

/// `significand * 2 ** exponent` rounded half to even, with subnormals and overflow to infinity.
///
/// `sticky` says that the true value lies above by less than one unit of `significand`; it must then have at
/// least 55 bits, or the result could not be told.
pub(crate) fn compose(significand: u64, sticky: bool, exponent: i64) -> f64 {
    if significand == 0 {
        return 0.0;
    }
    let length = i64::from(64 - significand.leading_zeros());
    let excess = (length - PRECISION).max(LOWEST.saturating_sub(exponent));
    if excess <= 0 {
        return assemble(significand, exponent);
    }
    if excess > length + 1 {
        return 0.0;
    }
    let kept = significand.checked_shr(excess as u32).unwrap_or(0);
    let rest = significand & mask(excess);
    let half = 1u128 << (excess - 1);
    let up = match u128::from(rest).cmp(&half) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => sticky || kept & 1 == 1,
    };
    assemble(kept + u64::from(up), exponent.saturating_add(excess))
}

fn mask(bits: i64) -> u64 {
    if bits >= 64 {
        u64::MAX
    } else {
        (1 << bits) - 1
    }
}

/// `significand * 2 ** exponent` for at most 53 bits (or 2 ** 53 itself) and an exponent of at least -1074.
fn assemble(significand: u64, exponent: i64) -> f64 {
    let (mut significand, mut exponent) = (significand, exponent);
    if significand == 0 {
        return 0.0;
    }
    while significand < 1 << 52 && exponent > LOWEST {
        significand <<= 1;
        exponent -= 1;
    }
    if significand == 1 << 53 {
        significand >>= 1;
        exponent += 1;
    }
    if exponent > HIGHEST {
        return f64::INFINITY;
    }
    if significand < 1 << 52 {
        // Subnormal: the exponent is the lowest one and its field is zero.
        return f64::from_bits(significand);
    }
    f64::from_bits(((exponent + 1075) as u64) << 52 | (significand & ((1 << 52) - 1)))
}

/// The value as `significand * 2 ** exponent`, for a finite `value` without its sign.
pub(crate) fn decompose(value: f64) -> (u64, i64) {
    let bits = value.to_bits();
    let field = (bits >> 52 & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    if field == 0 {
        (fraction, LOWEST)
    } else {
        (fraction | 1 << 52, field - 1075)
    }
}
