//! Every command that the documents tell people to type stands in a table here, with the file that runs it or why
//! nothing does; every file that they name is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a text")
}

fn documents() -> Vec<PathBuf> {
    let mut all = vec![root().join("README.md"), root().join("CHANGELOG.md")];
    for folder in ["assets/docs", "assets/handbook"] {
        let entries = fs::read_dir(root().join(folder)).expect("a folder");
        all.extend(entries.filter_map(Result::ok).map(|entry| entry.path()));
    }
    all.retain(|path| path.extension().is_some_and(|kind| kind == "md"));
    all
}

/// The commands that a document tells people to type: the lines of its blocks of commands, but for what is fed to
/// them, and what stands between backticks and has more than one word, or is a program of the build.
fn commands(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut block, mut fed) = (None, false);
    for line in text.lines() {
        if let Some(kind) = line.strip_prefix("```") {
            block = block.is_none().then_some(kind == "sh");
        } else if block == Some(true) {
            if !fed {
                found.push(line.split('#').next().unwrap_or_default().trim().to_owned());
            }
            fed = line.ends_with("<<'END'") || (fed && line != "END");
        } else if block.is_none() {
            let spans: Vec<_> = line.split('`').collect();
            assert!(spans.len() % 2 == 1, "a span over two lines: {line}");
            let spans = spans.into_iter().skip(1).step_by(2).map(str::trim);
            found.extend(
                spans
                    .filter(|span| span.contains(' ') || span.starts_with("target/debug/"))
                    .map(str::to_owned),
            );
        }
    }
    found.retain(|command| !command.is_empty() && !OTHER.contains(&command.as_str()));
    found
}

/// What has several words between backticks and is no command.
const OTHER: &[&str] = &[
    "(&Centre, &Request, Asking) -> Result<Decision, Refusal>",
    "WHERE until_action IS NULL",
    "from_at <= :t AND (to_at IS NULL OR to_at > :t)",
    "since_action <= :n AND (until_action IS NULL OR until_action > :n)",
    "PRAGMA user_version",
    "vatra journal 1",
    "SHARE=2 SEED=77120",
];

/// Who runs a command.
enum Run {
    /// A file of the repository, which holds all of this.
    In(&'static str, &'static [&'static str]),
    /// Nobody but people, and why.
    ByHand(&'static str),
}
use Run::{ByHand, In};

/// The test that types every block of commands of the page about the files as it stands.
const BLOCKS: Run = In(
    "tests/tests/format.rs",
    &[
        "PAGE.split(\"```sh\\n\")",
        "says(away.path(), open)",
        "says(away.path(), here)",
        "says(away.path(), all)",
        "says(away.path(), verify)",
    ],
);

/// Every command of the documents, and what runs it.
const TOLD: &[(&str, Run)] = &[
    (
        "make run",
        ByHand("it opens the program for whoever is in front of it"),
    ),
    ("make test", ByHand("it is what runs the tests")),
    (
        "make bench",
        ByHand("what it measures depends on the machine"),
    ),
    (
        "make faults",
        ByHand("it takes hours; tests/tests/faults.rs runs a part of each campaign"),
    ),
    (
        "make fuzz",
        ByHand("it takes hours; tests/tests/fuzz.rs tries the kept corpora"),
    ),
    (
        "make pictures",
        ByHand("it replaces what tests/tests/pictures.rs compares with"),
    ),
    (
        "make package",
        ByHand("it takes long, and makes a Debian of its own"),
    ),
    (
        "make types",
        In(
            "Makefile",
            &["target/debug/types | diff -u ui/src/bridge/types.ts -"],
        ),
    ),
    (
        "make clean",
        ByHand("it removes what the tests are made of"),
    ),
    (
        "sudo apt install ./Vatra_0.1.0_amd64.deb",
        In("tests/package.sh", INSTALL),
    ),
    (
        "sudo apt install ./Vatra_….deb",
        In("tests/package.sh", INSTALL),
    ),
    (
        "sudo apt install ./*.deb",
        ByHand("it wants the packages of a PC without internet beside it"),
    ),
    (
        "sudo apt remove vatra",
        In("tests/package.sh", &["inside apt-get remove -y -qq vatra"]),
    ),
    (
        "age -d -i recovery.txt keys/data.age",
        In(
            "tests/tests/vault.rs",
            &[
                "Command::new(\"age\")",
                ".arg(\"-d\")",
                ".arg(\"-i\")",
                "keys/data.age",
            ],
        ),
    ),
    ("age -d -i recovery.txt keys/data.age > key.txt", BLOCKS),
    ("cat > open.py <<'END'", BLOCKS),
    ("cat > verify.py <<'END'", BLOCKS),
    ("python3 - <<'END'", BLOCKS),
    ("python3 verify.py", BLOCKS),
    (
        "age -d keys/….age > recovery.txt",
        In(
            "tests/tests/format.rs",
            &["\"age -d keys/….age > recovery.txt\""],
        ),
    ),
    (
        "age -d keys/….age > own.txt",
        In(
            "tests/tests/format.rs",
            &["\"age -d keys/….age > own.txt\""],
        ),
    ),
    (
        "age -d -i own.txt drafts/….age",
        In(
            "tests/tests/format.rs",
            &["\"age -d -i own.txt drafts/….age\""],
        ),
    ),
    (
        "target/debug/keep",
        ByHand("once for each schema that is released; tests/tests/upgrade.rs opens what it kept"),
    ),
    (
        "target/debug/decades",
        ByHand("what it measures depends on the machine"),
    ),
    (
        "probe count",
        ByHand("what it is measured for depends on the machine"),
    ),
    (
        "cargo deny",
        In(".github/workflows/package.yml", &["cargo deny check"]),
    ),
    (
        "npm audit",
        In(".github/workflows/package.yml", &["npm audit --omit dev"]),
    ),
];

/// The older package, and the newer one over it.
const INSTALL: &[&str] = &[
    "apt-get install -y -qq --no-install-recommends /older.deb",
    "apt-get install -y -qq --no-install-recommends /vatra.deb",
];

#[test]
fn every_command_is_known_and_run_by_what_is_said_to_run_it() {
    let typed: BTreeSet<_> = documents()
        .iter()
        .flat_map(|path| commands(&read(path)))
        .collect();
    let told: BTreeSet<_> = TOLD
        .iter()
        .map(|(command, _)| (*command).to_owned())
        .collect();
    assert_eq!(
        told.len(),
        TOLD.len(),
        "a command stands twice in the table"
    );
    let unknown: Vec<_> = typed.difference(&told).collect();
    assert!(unknown.is_empty(), "in no table: {unknown:?}");
    let stale: Vec<_> = told.difference(&typed).collect();
    assert!(stale.is_empty(), "in no document: {stale:?}");
    for (command, run) in TOLD {
        match run {
            In(file, parts) => {
                let text = read(&root().join(file));
                for part in *parts {
                    assert!(text.contains(part), "{command}: {file} has no {part}");
                }
            }
            ByHand(why) => {
                for file in why.split(' ').filter(|word| word.starts_with("tests/")) {
                    assert!(root().join(file).is_file(), "{command}: {file}");
                }
            }
        }
    }
}

#[test]
fn every_make_target_in_the_documents_is_there() {
    let makefile = read(&root().join("Makefile"));
    let targets: Vec<&str> = makefile
        .lines()
        .filter(|line| !line.starts_with(['\t', ' ', '#', '.']))
        .filter_map(|line| line.split_once(':'))
        .flat_map(|(names, _)| names.split_whitespace())
        .collect();
    let mut asked = 0;
    for document in documents() {
        for command in commands(&read(&document)) {
            let Some(target) = command.strip_prefix("make ") else {
                continue;
            };
            let target = target.split_whitespace().next().unwrap_or_default();
            assert!(
                targets.contains(&target),
                "{}: make {target}",
                document.display()
            );
            asked += 1;
        }
    }
    assert!(asked > 5, "only {asked} were found");
}

/// What a document names as a file of the repository is there.
#[test]
fn files_that_the_documents_name_are_there() {
    let mut links = 0;
    for document in documents() {
        let folder = document.parent().expect("a folder");
        let text = read(&document);
        for link in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            if !link.contains("://") && !link.starts_with('#') {
                let path = link.split('#').next().unwrap_or_default();
                assert!(folder.join(path).exists(), "{}: {link}", document.display());
                links += 1;
            }
        }
    }
    assert!(links > 4, "only {links} links were seen");
}
