//! What the page says of ten awkward families is read by people in `ui/tests/awkward`. The answers it is said of are
//! those that the program gives: this asks for them anew. With `VATRA_AWKWARD` set they are written instead.

use std::path::Path;

use serde_json::{Value, json};
use vatra::answers::Done;
use vatra_core::view::{Usable, Wish};
use vatra_tests::Desk;

struct Family {
    title: &'static str,
    /// Who has left the sample centre before they come.
    gone: &'static [&'static str],
    /// Which beds are closed.
    closed: &'static [&'static str],
    /// Sex, age in years, and needs.
    members: &'static [(&'static str, u16, &'static [&'static str])],
}

const NONE: &[&str] = &[];

const FAMILIES: [Family; 10] = [
    Family {
        title: "A mother with a boy of 11, and a bed free in each women's room",
        gone: &["K-152", "K-171"],
        closed: NONE,
        members: &[("female", 33, NONE), ("male", 11, NONE)],
    },
    Family {
        title: "A mother with five children",
        gone: &["K-205", "K-206", "K-207"],
        closed: NONE,
        members: &[
            ("female", 38, NONE),
            ("male", 13, NONE),
            ("female", 9, NONE),
            ("male", 7, NONE),
            ("female", 4, NONE),
            ("male", 1, NONE),
        ],
    },
    Family {
        title: "A father with a daughter of 5",
        gone: &["K-205", "K-206", "K-207"],
        closed: NONE,
        members: &[("male", 34, NONE), ("female", 5, NONE)],
    },
    Family {
        title: "A couple with a baby, and no family room free",
        gone: NONE,
        closed: NONE,
        members: &[
            ("female", 24, NONE),
            ("male", 27, NONE),
            ("female", 0, NONE),
        ],
    },
    Family {
        title: "A woman in a wheelchair",
        gone: NONE,
        closed: &["5-4"],
        members: &[("female", 41, &["step_free"])],
    },
    Family {
        title: "A woman who needs isolation, and the isolation room taken",
        gone: &["K-152"],
        closed: NONE,
        members: &[("female", 29, &["isolation"])],
    },
    Family {
        title: "Two brothers of 15 and 10, alone",
        gone: NONE,
        closed: NONE,
        members: &[("male", 15, NONE), ("male", 10, NONE)],
    },
    Family {
        title: "A grandmother who may not climb, with a grandson of 12",
        gone: &["K-187"],
        closed: NONE,
        members: &[("female", 67, &["no_upper_bunk"]), ("male", 12, NONE)],
    },
    Family {
        title: "A mother of 17 with her baby",
        gone: NONE,
        closed: NONE,
        members: &[("female", 17, NONE), ("male", 0, NONE)],
    },
    Family {
        title: "Two women, one with a boy of 3, who came together at night",
        gone: &["K-198"],
        closed: NONE,
        members: &[
            ("female", 31, NONE),
            ("male", 3, NONE),
            ("female", 26, NONE),
        ],
    },
];

fn answer(family: &Family) -> Value {
    let desk = Desk::sample();
    if !family.gone.is_empty() {
        let stays: Vec<_> = family.gone.iter().map(|code| desk.who(code).stay).collect();
        desk.ok::<Done>(
            "discharge",
            json!({ "stays": stays, "at": null, "reason": null, "destination": null, "minors_stay": null }),
        );
    }
    if !family.closed.is_empty() {
        let beds: Vec<_> = family.closed.iter().map(|bed| desk.bed(bed)).collect();
        desk.ok::<Done>(
            "close",
            json!({ "beds": beds, "from": null, "to": null, "reason": "water" }),
        );
    }
    let members: Vec<_> = family
        .members
        .iter()
        .map(|(sex, age, needs)| {
            json!({ "who": { "is": "new" }, "sex": sex, "born": { "is": "aged", "value": age }, "needs": needs,
                "sleeps": null })
        })
        .collect();
    let draft = json!({ "at": null, "picking": 0, "members": members });
    let usable: Usable = desk.ok("usable", &draft);
    let fits = usable.proposals.iter().any(|way| way.aim != Wish::PastRule);
    let stuck: Value = if fits {
        Value::Null
    } else {
        desk.ok("why_nothing_fits", &draft)
    };
    // Of one alone the page says why not bed by bed.
    let why_not = if family.members.len() > 1 {
        json!(usable.rooms)
    } else {
        json!([])
    };
    let board = desk.board();
    let rooms: Vec<_> = board
        .rooms
        .iter()
        .map(|room| {
            let beds = room
                .beds
                .iter()
                .map(|bed| json!({ "id": bed.id, "kind": bed.kind, "label": bed.label }));
            json!({ "number": room.number, "beds": beds.collect::<Vec<_>>() })
        })
        .collect();
    let whole = json!({ "title": family.title, "rooms": rooms, "ways": usable.proposals, "codes": usable.codes,
        "why_not": why_not, "stuck": stuck });
    // Identifiers are made anew each time: beds and stays go by what people call them.
    let mut text = whole.to_string();
    for bed in board.rooms.iter().flat_map(|room| &room.beds) {
        text = text.replace(&bed.id.0.to_string(), &bed.label);
        for one in &bed.people {
            text = text.replace(&one.stay.0.to_string(), &one.code);
        }
    }
    serde_json::from_str(&text).expect("the answer")
}

#[test]
fn what_is_said_of_awkward_families_is_said_of_what_the_program_answers() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/tests/awkward/families.json");
    let answers: Vec<Value> = FAMILIES.iter().map(answer).collect();
    if std::env::var_os("VATRA_AWKWARD").is_some() {
        let text = serde_json::to_string(&answers).expect("text");
        std::fs::write(&path, text).expect("the file");
        return;
    }
    let kept = std::fs::read(&path).expect("the file");
    let kept: Vec<Value> = serde_json::from_slice(&kept).expect("the answers");
    assert_eq!(kept.len(), answers.len());
    let parts = ["title", "rooms", "codes", "ways", "why_not", "stuck"];
    let both = kept.iter().zip(&answers);
    let other: Vec<String> = both
        .flat_map(|(kept, answer)| {
            let other = parts.iter().filter(|part| kept[**part] != answer[**part]);
            other.map(|part| format!("{}: {part}: {}", answer["title"], answer[*part]))
        })
        .collect();
    assert!(
        other.is_empty(),
        "the page's words are not of this: {other:#?}"
    );
}
