//! Every command that the documents tell people to type exists, and is one that the tests or the campaigns run.

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

/// What stands between backticks, or on a line of a block of commands.
fn commands(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut block = false;
    for line in text.lines() {
        if let Some(kind) = line.strip_prefix("```") {
            block = !block && kind == "sh";
        } else if block {
            found.push(line.split('#').next().unwrap_or_default().trim().to_owned());
        } else {
            found.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    found.retain(|command| !command.is_empty());
    found
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

/// The command that opens the data without the program is the one that a scenario runs.
#[test]
fn the_way_to_the_data_without_the_program_is_the_one_that_is_tested() {
    let typed: Vec<_> = documents()
        .iter()
        .flat_map(|path| commands(&read(path)))
        .collect();
    assert!(
        typed
            .iter()
            .any(|command| command == "age -d -i recovery.txt keys/data.age")
    );
    let scenario = read(&root().join("tests/tests/vault.rs"));
    for part in [
        "Command::new(\"age\")",
        ".arg(\"-d\")",
        ".arg(\"-i\")",
        "keys/data.age",
    ] {
        assert!(scenario.contains(part), "{part}");
    }
}

/// What a document names as a file of the repository is there.
#[test]
fn files_that_the_documents_name_are_there() {
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
            }
        }
    }
}
