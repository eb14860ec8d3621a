//! Tells a link that was cut short or changed on its way: CRC-32 as in ISO 3309, zip and PNG.

/// How many letters a checksum has.
pub(super) const LETTERS: usize = 7;

/// The checksum of some pieces, as if they were one.
pub(super) fn crc32<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    };
    !pieces.into_iter().flatten().fold(!0, step)
}

/// The checksum in base 36: digits and small letters only, so that a link never ends with a mark that a chat takes for the
/// end of its sentence.
pub(super) fn letters(mut checksum: u32) -> String {
    let mut letters = [b'0'; LETTERS];
    for letter in letters.iter_mut().rev() {
        *letter = b"0123456789abcdefghijklmnopqrstuvwxyz"[checksum as usize % 36];
        checksum /= 36;
    }
    letters.map(char::from).iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_catalogue_of_crcs() {
        assert_eq!(crc32([b"1234".as_slice(), b"56789"]), 0xcbf4_3926);
    }

    #[test]
    fn the_largest_has_as_many_letters_as_the_least() {
        assert_eq!(letters(0), "0000000");
        assert_eq!(letters(u32::MAX), "1z141z3");
    }
}
