//! An address comes from anybody: it is read in bounded time and memory, damage is noticed, and what can be read is offered.

use std::sync::OnceLock;

use miniz_oxide::deflate::compress_to_vec;
use scenario::link::{decode, encode, limits, Broken, Fault, Link, Programs};
use scenario::{gallery, Program, Python, Scenario};

use crate::{library, Dice};

fn read(address: &str) -> Result<Link, Broken> {
    static GALLERY: OnceLock<Vec<Scenario>> = OnceLock::new();
    decode(address, library(GALLERY.get_or_init(gallery)))
}

fn fault(address: &str) -> Fault {
    read(address).expect_err(address).fault
}

/// Two programs, the second long enough to be cut in.
fn own() -> Link {
    let program = |name: &str, source: String| Program {
        name: name.to_owned(),
        note: String::new(),
        file: format!("{name}.py"),
        source,
        python: Python::V311,
    };
    let long: String = (0..60).map(|n| format!("print('line {n}', {})\n", n * n * 7919 % 1009)).collect();
    let programs = vec![program("first", "print('first')\n".to_owned()), program("second", long)];
    Link::to(Programs::Own { title: "Mine".to_owned(), lesson: String::new(), programs })
}

#[test]
fn random_text_is_an_error_and_nothing_else() {
    let gallery = gallery();
    let mut dice = Dice(0xbad);
    let alphabet: Vec<char> = "v1/own=z.at~-_AZaz09%#é\u{200b}\0 ?&+".chars().collect();
    for _ in 0..5_000 {
        let length = dice.below(200);
        let text: String = (0..length).map(|_| alphabet[dice.below(alphabet.len() as u64) as usize]).collect();
        for start in ["", "#v1/", "#v1/own/z=", "#v1/ways_to_wait/z="] {
            let _ = decode(&format!("{start}{text}"), library(&gallery));
        }
    }
}

/// A link whose checksum fits, around any bytes.
fn sealed(body: &[u8]) -> String {
    seal::link("v1/own", body)
}

#[test]
fn random_bytes_under_a_good_checksum_do_no_harm() {
    let mut dice = Dice(0x5ea1);
    for _ in 0..5_000 {
        let mut bytes: Vec<u8> = (0..dice.below(80)).map(|_| dice.below(256) as u8 >> dice.below(8)).collect();
        match dice.below(3) {
            0 => bytes.insert(0, 0),
            1 => bytes.insert(0, 1),
            _ => {
                bytes = compress_to_vec(&bytes, 6);
                bytes.insert(0, 1);
            }
        }
        if let Ok(link) = read(&sealed(&bytes)) {
            assert!(matches!(link.programs, Programs::Own { programs, .. } if !programs.is_empty()));
        }
    }
}

#[test]
fn fields_of_a_good_link_changed_under_a_good_checksum_do_no_harm() {
    let mut dice = Dice(0xf1e1d);
    let good = fields::of_own_program("a.py", "print(1)\n");
    assert!(read(&sealed(&[&[0][..], &good].concat())).is_ok());
    for _ in 0..20_000 {
        let mut bytes = good.clone();
        for _ in 0..=dice.below(4) {
            let at = dice.below(bytes.len() as u64) as usize;
            match dice.below(3) {
                0 => bytes[at] = dice.below(256) as u8,
                1 => bytes.insert(at, dice.below(256) as u8),
                _ if bytes.len() > 1 => drop(bytes.remove(at)),
                _ => {}
            }
        }
        let _ = read(&sealed(&[&[0][..], &bytes].concat()));
    }
}

#[test]
fn every_truncation_of_a_packed_link_is_noticed() {
    let address = encode(&own(), library(&[]));
    let start = "#v1/own".len();
    for end in start..address.len() {
        assert!(read(&address[..end]).is_err(), "{}", &address[..end]);
    }
    let mut dice = Dice(0x7249);
    let gallery = gallery();
    for _ in 0..200 {
        let mut link = dice.link(&gallery);
        link.unknown.segments.clear();
        let address = encode(&link, library(&gallery));
        let Some(packed) = address.find("/z=") else { continue };
        for end in packed + "/z".len()..address.len() {
            let broken = decode(&address[..end], library(&gallery)).expect_err(&address[..end]);
            assert_eq!(broken.fault, Fault::Damaged, "{}", &address[..end]);
        }
    }
}

#[test]
fn every_changed_letter_of_a_packed_link_is_noticed() {
    let address = encode(&own(), library(&[]));
    for at in "#v1/own/z=".len()..address.len() {
        let mut letters = address.clone().into_bytes();
        letters[at] = if letters[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(letters).expect("letters");
        assert_eq!(fault(&changed), Fault::Damaged, "{changed}");
    }
}

#[test]
fn a_moment_that_was_cut_short_is_noticed() {
    assert!(matches!(fault("#v1/ways_to_wait/at=12"), Fault::Segment(_)));
    assert!(matches!(fault("#v1/ways_to_wait/at="), Fault::Segment(_)));
    assert_eq!(fault("#v1/ways_to"), Fault::Scenario("ways_to".to_owned()));
}

#[test]
fn what_is_left_of_a_cut_link_is_offered() {
    let link = own();
    let Programs::Own { programs, .. } = &link.programs else { panic!("own programs") };
    let address = encode(&link, library(&[]));
    let broken = read(&address[..address.len() * 2 / 3]).expect_err("cut");
    assert_eq!(broken.fault, Fault::Damaged);
    assert_eq!(broken.found.len(), 2);
    let [first, second] = [&broken.found[0], &broken.found[1]];
    assert_eq!((first.name.as_str(), first.text.as_str(), first.whole), ("first", "print('first')\n", true));
    assert_eq!((second.name.as_str(), second.whole), ("second", false));
    assert!(second.text.len() > 300, "{}", second.text.len());
    assert!(programs[1].source.starts_with(&second.text));
    // Wherever it is cut, a part is never taken for the whole.
    for end in ("#v1/own/z=".len()..address.len()).step_by(11) {
        for found in read(&address[..end]).expect_err("cut").found {
            let source =
                &programs.iter().find(|program| program.source.starts_with(&found.text)).expect("a beginning").source;
            assert!(!found.whole || *source == found.text, "{end}: {found:?}");
        }
    }
    // With only its last letter gone all of it is there.
    let broken = read(&address[..address.len() - 1]).expect_err("cut");
    assert_eq!(broken.found[1].text, programs[1].source);
}

#[test]
fn a_bomb_does_not_unfold() {
    let zeros = compress_to_vec(&vec![0; 40 << 20], 9);
    assert_eq!(fault(&sealed(&[&[1][..], &zeros].concat())), Fault::TooLarge);
    let more = vec![0; limits::UNPACKED + 1];
    assert_eq!(fault(&sealed(&[&[1][..], &compress_to_vec(&more, 9)].concat())), Fault::TooLarge);
    // Its salvage is bounded too: without a checksum the same bytes are only looked at.
    let bomb = sealed(&[&[1][..], &zeros].concat());
    assert!(read(&bomb[..bomb.len() - 1]).is_err());
}

#[test]
fn each_limit_is_met_with_its_error() {
    let long = format!("#v1/{}", "a".repeat(limits::CHARACTERS));
    assert_eq!(fault(&long), Fault::TooLong(limits::CHARACTERS + 3));
    assert!(matches!(fault(&"%".repeat(10 * limits::CHARACTERS)), Fault::TooLong(_)));
    assert_eq!(fault(&format!("#v1{}", "/a".repeat(limits::SEGMENTS + 1))), Fault::Segments);
    let program = fields::of_own_program("a.py", "pass");
    let lanes = limits::LANES + 1;
    assert_eq!(fault(&sealed(&[&[0][..], &program.repeat(lanes)].concat())), Fault::Lanes(lanes));
    let name = fields::of_own_program(&"n".repeat(limits::NAME + 1), "pass");
    assert_eq!(fault(&sealed(&[&[0][..], &name].concat())), Fault::Field("file name"));
}

#[test]
fn each_mistake_has_its_error() {
    assert_eq!(fault(""), Fault::NoLink);
    assert_eq!(fault("#"), Fault::NoLink);
    assert_eq!(fault("#top"), Fault::NoLink);
    assert_eq!(fault("#v1"), Fault::Segments);
    assert_eq!(fault("#v2/ways_to_wait"), Fault::Version("v2".to_owned()));
    assert_eq!(fault("#v1/ways_to_wait/é=1"), Fault::Character('é'));
    assert_eq!(fault("#v1/own"), Fault::Lanes(0));
    assert_eq!(fault(&sealed(&[])), Fault::Damaged);
    assert_eq!(fault(&sealed(&[9, 1, 2])), Fault::Version("v1.9".to_owned()));
    let control = fields::of_own_program("a\u{7}.py", "pass");
    assert_eq!(fault(&sealed(&[&[0][..], &control].concat())), Fault::Field("file name"));
    let unknown = seal::link("v1/ways_to_wait", &[&[0][..], &fields::of_own_program("nobody.py", "pass")].concat());
    assert_eq!(fault(&unknown), Fault::Program("nobody.py".to_owned()));
    assert!(Fault::Damaged.to_string().contains("cut short"));
}

/// The format written by hand, so that links can be made which the encoder never writes.
mod seal {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    pub fn link(before: &str, body: &[u8]) -> String {
        let mut crc = !0u32;
        for byte in before.bytes().chain(body.iter().copied()) {
            crc ^= u32::from(byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            }
        }
        let mut text = format!("#{before}/z=");
        let bits: Vec<bool> = body.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1)).collect();
        for six in bits.chunks(6) {
            let value = (0..6).fold(0, |value, bit| value << 1 | usize::from(six.get(bit).copied().unwrap_or(false)));
            text.push(char::from(LETTERS[value]));
        }
        let mut sum = !crc;
        let mut end = Vec::new();
        for _ in 0..7 {
            end.push(char::from_digit(sum % 36, 36).expect("a digit of base 36"));
            sum /= 36;
        }
        text.extend(end.iter().rev());
        text
    }
}

mod fields {
    fn field(tag: u8, bytes: &[u8]) -> Vec<u8> {
        let mut length = bytes.len();
        let mut out = vec![tag];
        while length >= 0x80 {
            out.push(length as u8 | 0x80);
            length >>= 7;
        }
        out.push(length as u8);
        out.extend_from_slice(bytes);
        out
    }

    pub fn of_own_program(file: &str, source: &str) -> Vec<u8> {
        field(6, &[field(1, file.as_bytes()), field(5, source.as_bytes())].concat())
    }
}
