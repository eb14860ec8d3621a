//! What goes into a link comes out of it.

use scenario::link::{decode, encode, limits, Changed, Cut, Fault, Field, Library, Link, Moment, Programs, OWN};
use scenario::{gallery, opening};

use crate::{library, Dice};

#[test]
fn every_link_is_read_as_it_was_written() {
    let gallery = gallery();
    let mut dice = Dice(0x5eed);
    for _ in 0..800 {
        let link = dice.link(&gallery);
        let address = encode(&link, library(&gallery));
        assert_eq!(decode(&address, library(&gallery)).as_ref(), Ok(&link), "{address}");
        assert_eq!(encode(&link, library(&gallery)), address);
    }
}

#[test]
fn an_address_has_only_characters_that_nobody_changes_and_ends_with_a_letter_or_a_digit() {
    let gallery = gallery();
    let mut dice = Dice(0xadd);
    for _ in 0..500 {
        let address = encode(&dice.link(&gallery), library(&gallery));
        let text = address.strip_prefix('#').expect("a hash");
        assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._~/=-".contains(&b)), "{address}");
        let last = text.bytes().last().expect("a version at least");
        assert!(last.is_ascii_alphanumeric(), "{address}");
    }
}

#[test]
fn what_a_chat_adds_does_not_change_a_link() {
    let gallery = gallery();
    let mut dice = Dice(0xc4a7);
    for _ in 0..300 {
        let mut link = dice.link(&gallery);
        link.unknown.segments.clear();
        let address = encode(&link, library(&gallery));
        let middle = address.len() / 2;
        let changed = [
            format!("{address}."),
            format!("{address}),"),
            format!("  {}\n  {} ", &address[..middle], &address[middle..]),
            format!("#{}", address[1..].replace('=', "%3D").replace('/', "%2F")),
            format!("{address}&clicked=7"),
        ];
        for changed in changed {
            assert_eq!(decode(&changed, library(&gallery)).as_ref(), Ok(&link), "{changed}");
        }
    }
}

#[test]
fn a_scenario_of_the_gallery_is_its_name() {
    let gallery = gallery();
    let mut link = Link::to_gallery("ways_to_wait");
    assert_eq!(encode(&link, library(&gallery)), "#v1/ways_to_wait");
    assert!(link.is_the_gallerys());
    link.moment = Some(Moment { at: abi::Instant::from_nanos(1_800_000_000), ..Moment::default() });
    assert_eq!(encode(&link, library(&gallery)), "#v1/ways_to_wait/at=1.8s");
    link.view.embed = true;
    assert_eq!(encode(&link, library(&gallery)), "#v1/ways_to_wait/embed/at=1.8s");
    assert_eq!(decode("#v1/ways_to_wait/at=1.8s/embed", library(&gallery)), Ok(link));
}

#[test]
fn no_scenario_of_the_gallery_has_a_name_that_a_link_needs() {
    for scenario in gallery() {
        assert_ne!(scenario.id, OWN);
        assert!(
            scenario.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'),
            "{}",
            scenario.id
        );
        assert!(scenario.id.ends_with(|c: char| c.is_ascii_alphanumeric()), "{}", scenario.id);
    }
}

#[test]
fn a_moment_of_the_gallery_fits_into_a_line() {
    let gallery = gallery();
    let mut link = Link::to_gallery("ways_to_wait");
    link.engine = Some("0.1.0".to_owned());
    let cuts = vec![Cut { events: 120, instructions: 0 }; 5];
    link.moment = Some(Moment { at: abi::Instant::from_nanos(1_800_000_000), cuts, digest: Some(0xdead_beef) });
    let address = encode(&link, library(&gallery));
    assert!(address.len() <= 80, "{} characters: {address}", address.len());
}

/// The opening scenario with another text in its first program.
fn changed(source: String) -> Link {
    let file = opening().programs[0].file.clone();
    let changed = vec![Changed { file, source, python: None, unknown: Vec::new() }];
    Link::to(Programs::Gallery { id: opening().id, changed })
}

#[test]
fn a_small_change_is_said_as_a_small_difference() {
    let gallery = gallery();
    let program = opening().programs.swap_remove(0);
    let link = changed(program.source.replace("sleep(3)", "sleep(0.5)"));
    let address = encode(&link, library(&gallery));
    assert!(address.len() < 70, "{} characters: {address}", address.len());
    assert_eq!(decode(&address, library(&gallery)), Ok(link));
}

#[test]
fn a_difference_opens_as_long_as_its_base_is_kept() {
    let gallery = gallery();
    let before = opening().programs.swap_remove(0).source;
    let link = changed(before.replace("sleep(3)", "sleep(0.5)"));
    let address = encode(&link, library(&gallery));

    let mut later = gallery.clone();
    let program =
        later.iter_mut().find(|scenario| scenario.id == opening().id).map(|scenario| &mut scenario.programs[0]);
    let program = program.expect("the opening scenario");
    program.source = "print('rewritten')\n".to_owned();
    let file = program.file.clone();
    let earlier = [before.as_str()];
    let kept = Library { scenarios: &later, earlier: &earlier };
    assert_eq!(decode(&address, kept), Ok(link));

    let broken = decode(&address, library(&later)).expect_err("the base is gone");
    assert_eq!(broken.fault, Fault::Base(file));
    assert_eq!(broken.found[0].text, "0.5");
    assert!(!broken.found[0].whole);
}

#[test]
fn a_text_of_its_own_is_carried_whole() {
    let gallery = gallery();
    let link = changed("print('nothing in common')\n".repeat(200));
    let address = encode(&link, library(&gallery));
    assert!(address.len() < 200, "equal lines are deflated: {} characters", address.len());
    assert!(decode(&address, library(&[])).expect_err("no gallery").found[0].whole);
}

#[test]
fn what_a_later_version_adds_is_kept() {
    let gallery = gallery();
    let mut link = changed("pass\n".to_owned());
    link.unknown.fields = vec![Field { tag: 77, bytes: b"later".to_vec() }];
    link.unknown.segments = vec!["slides=3".to_owned()];
    if let Programs::Gallery { changed, .. } = &mut link.programs {
        changed[0].unknown = vec![Field { tag: 99, bytes: vec![0, 255] }];
    }
    let read = decode(&encode(&link, library(&gallery)), library(&gallery)).expect("unknown fields are stepped over");
    assert_eq!(read, link);
}

#[test]
fn the_length_at_which_chats_cut_is_beyond_an_ordinary_program() {
    let gallery = gallery();
    let programs = gallery.iter().find(|scenario| scenario.id == "ways_to_wait").expect("it is there").programs.clone();
    let own = Programs::Own { title: "Own".to_owned(), lesson: String::new(), programs };
    let address = encode(&Link::to(own), library(&gallery));
    assert!(address.len() < limits::CHATS_CUT, "{} characters", address.len());
}
