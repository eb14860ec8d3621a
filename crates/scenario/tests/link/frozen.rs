//! Links that were made once and open for ever. `frozen.json` only ever grows: an example that fails here is a link that
//! somebody has sent to a class.
//!
//! If a program of the gallery was changed, keep its earlier text in `gallery/SCENARIO/earlier/NAME.txt`: links that
//! say only what is different from it need it.

use scenario::link::{decode, Library, Link, Programs};
use scenario::{earlier, gallery, Program};
use serde_json::{json, Value};

const FROZEN: &str = include_str!("frozen.json");

/// All that a link says.
fn told(link: &Link) -> Value {
    let program = |program: &Program| {
        let Program { name, note, file, source, .. } = program;
        json!({ "name": name, "note": note, "file": file, "python": program.python, "source": source })
    };
    let programs = match &link.programs {
        Programs::Gallery { id, changed } => {
            let changed = changed.iter().map(|c| json!({ "file": c.file, "python": c.python, "source": c.source }));
            json!({ "gallery": id, "changed": changed.collect::<Vec<_>>() })
        }
        Programs::Own { title, lesson, programs } => {
            json!({ "title": title, "lesson": lesson, "programs": programs.iter().map(program).collect::<Vec<_>>() })
        }
    };
    let moment = link.moment.as_ref().map(|moment| {
        let cuts: Vec<_> = moment.cuts.iter().map(|cut| [cut.events, cut.instructions]).collect();
        json!({ "at": moment.at.nanos(), "cuts": cuts, "digest": moment.digest })
    });
    let unknown: Vec<_> = link.unknown.fields.iter().map(|field| json!([field.tag, field.bytes])).collect();
    let mut told = json!({
        "programs": programs,
        "settings": link.settings,
        "engine": link.engine,
        "moment": moment,
        "speed": link.speed,
        "selected": link.selected.map(|selected| [selected.lane, selected.row]),
        "embed": link.view.embed,
        "unknown": [link.unknown.segments, unknown],
    });
    // What came later is said only where there is something to say: the earlier examples stay as they are.
    if let Some(lane) = link.kept_to {
        told["kept_to"] = json!(lane);
    }
    told
}

#[test]
fn links_from_earlier_open_with_what_they_said_then() {
    let scenarios = gallery();
    let library = Library { scenarios: &scenarios, earlier: earlier() };
    let frozen: Vec<Value> = serde_json::from_str(FROZEN).expect("frozen.json is JSON");
    assert!(frozen.len() >= 8, "{} examples: none may be taken away", frozen.len());
    for example in &frozen {
        let address = example["link"].as_str().expect("a link");
        match decode(address, library) {
            Ok(link) => assert_eq!(told(&link), example["says"], "{}: {address}", example["what"]),
            Err(broken) => panic!("{}: {address}: {broken}", example["what"]),
        }
    }
}
