//! Strings, bytes, Unicode and hashes against the answers of CPython 3.11 (and 3.10 where it differs).

mod table;

use num_bigint::BigInt;
use table::float;
use text::unicode::*;
use text::*;

/// Python's predicates over a whole string are those of its characters, and false for an empty one.
fn all(text: &str, predicate: fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(predicate)
}

fn predicates(text: &str) -> String {
    [
        all(text, is_alpha),
        all(text, is_decimal),
        all(text, is_digit),
        all(text, is_numeric),
        all(text, is_alnum),
        all(text, is_space),
        is_identifier(text),
        text.chars().all(is_printable),
        is_title(text),
        is_lower(text),
        is_upper(text),
    ]
    .map(|holds| if holds { '1' } else { '0' })
    .iter()
    .collect()
}

#[test]
fn reprs() {
    let table = table!("text");
    table.check(1, |row| str_repr(&row[0]));
    table.check(2, |row| ascii_repr(&row[0]));
    table.check(2, |row| escape_non_ascii(&str_repr(&row[0])));
}

#[test]
fn classes_and_case() {
    let table = table!("text");
    table.check(3, |row| predicates(&row[0]));
    table.check(4, |row| lower(&row[0]));
    table.check(5, |row| upper(&row[0]));
    table.check(6, |row| title(&row[0]));
    table.check(7, |row| capitalize(&row[0]));
    table.check(8, |row| swapcase(&row[0]));
    table.check(9, |row| casefold(&row[0]));
}

#[test]
fn lines() {
    let show = |lines: Vec<&str>| lines.into_iter().map(ascii_repr).collect::<Vec<_>>().join("|");
    table!("text").check(10, |row| show(splitlines(&row[0], true)) + "||" + &show(splitlines(&row[0], false)));
}

fn unhex(field: &str) -> Vec<u8> {
    field
        .as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("two digits"))
        .collect()
}

#[test]
fn bytes() {
    let table = table!("bytes");
    let hex = |line: &[u8]| line.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let show = |lines: Vec<&[u8]>| lines.into_iter().map(hex).collect::<Vec<_>>().join("|");
    table.check(1, |row| bytes_repr(&unhex(&row[0])));
    table.check(2, |row| hash_bytes(&unhex(&row[0]), SipRounds::OneThree).to_string());
    table.check(3, |row| show(splitlines_bytes(&unhex(&row[0]), false)));
    table.check(4, |row| show(splitlines_bytes(&unhex(&row[0]), true)));
}

#[test]
fn hashes_of_strings() {
    table!("hash_str").check(1, |row| hash_str(&row[0], SipRounds::OneThree).to_string());
    table!("hash_sip24").check(1, |row| hash_str(&row[0], SipRounds::TwoFour).to_string());
}

#[test]
fn hashes_of_numbers() {
    table!("hash_number").check(2, |row| {
        if row[0] == "f" {
            return hash_float(float(&row[1])).expect("no NaN is recorded").to_string();
        }
        let big = hash_int(&row[1].parse::<BigInt>().expect("decimal digits"));
        if let Ok(small) = row[1].parse() {
            assert_eq!(hash_i64(small), big);
        }
        big.to_string()
    });
    assert_eq!(hash_float(f64::NAN), None);
}

#[test]
fn hashes_of_groups() {
    table!("hash_group").check(2, |row| {
        let members: Vec<i64> = row[1].split_whitespace().map(|hash| hash.parse().expect("a hash")).collect();
        match row[0].as_str() {
            "tuple" => hash_tuple(&members).to_string(),
            _ => {
                let backwards: Vec<i64> = members.iter().rev().copied().collect();
                assert_eq!(hash_frozenset(&members), hash_frozenset(&backwards));
                hash_frozenset(&members).to_string()
            }
        }
    });
}

#[test]
fn white_space_of_bytes() {
    let found: Vec<u8> = (0..=255).filter(|byte| is_ascii_space(*byte)).collect();
    assert_eq!(found, b"\t\n\x0b\x0c\r ");
}

/// Everything the tables say of a character, in the form the recorder digests.
fn describe(c: char) -> String {
    let text = c.to_string();
    let digit = decimal_value(c).map_or("-".into(), |value| value.to_string());
    let images = [lower(&text), upper(&text), title(&text), casefold(&text)].join("|");
    format!("{:x} {digit} {images}\n", class_bits(c))
}

fn class_bits(c: char) -> u32 {
    let text = c.to_string();
    // A sigma is final after a cased character, and looks past those that case ignores.
    let final_after = |before: &str| lower(&format!("{before}{c}Σ")).ends_with('ς');
    [
        is_alpha(c),
        is_decimal(c),
        is_digit(c),
        is_numeric(c),
        is_printable(c),
        is_identifier(&text),
        is_identifier(&format!("a{c}")),
        is_lower(&text),
        is_upper(&text),
        is_title(&text) && !is_upper(&text),
        final_after("A") && !final_after("1"),
        is_space(c),
    ]
    .iter()
    .enumerate()
    .fold(0, |bits, (i, holds)| bits | u32::from(*holds) << i)
}

/// All of Unicode, in blocks of 4096 characters.
#[test]
fn every_character() {
    table!("unicode").check(1, |row| {
        let block: u32 = row[0].parse().expect("a block");
        let digest = (block << 12..(block + 1) << 12)
            .filter_map(char::from_u32)
            .flat_map(|c| describe(c).into_bytes())
            .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
        format!("{digest:016x}")
    });
}
