//! What the installed program is made of: every crate and every package of the page that goes into it, with
//! its licence, from the lock files alone, so that two runs write the same.
//!
//! `shipped FOLDER [TARGET]` writes `licences.txt`, for people, and `sbom.cdx.json`, in CycloneDX, for tools;
//! for this system, or for the one that is named as Rust names it.

#![allow(clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// Where the repository is.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Something that is shipped.
struct Part {
    name: String,
    version: String,
    licence: String,
    registry: &'static str,
    digest: (&'static str, String),
    folder: PathBuf,
    needs: BTreeSet<String>,
}

impl Part {
    fn address(&self) -> String {
        let name = self.name.replace('@', "%40");
        format!("pkg:{}/{name}@{}", self.registry, self.version)
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("shipped FOLDER [TARGET]");
    fs::create_dir_all(&folder).expect("a folder");
    let mut parts = crates(&arguments.next().unwrap_or_else(host));
    parts.extend(page());
    let unknown: Vec<_> = parts
        .values()
        .filter(|part| part.licence.is_empty())
        .map(|part| part.name.as_str())
        .collect();
    assert!(unknown.is_empty(), "no licence is known of {unknown:?}");
    let write = |name, text: String| {
        fs::write(Path::new(&folder).join(name), text).expect("a file");
    };
    write("licences.txt", licences(&parts));
    let bill = serde_json::to_string_pretty(&bill(&parts)).expect("JSON");
    write("sbom.cdx.json", bill + "\n");
    println!("vatra: {} parts are shipped", parts.len());
}

fn read_json(path: &str) -> Value {
    let text = fs::read(Path::new(ROOT).join(path)).expect("a lock file");
    serde_json::from_slice(&text).expect("JSON")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// This system, as Rust names it.
fn host() -> String {
    let told = Command::new("rustc").arg("-vV").output().expect("rustc");
    let told = String::from_utf8(told.stdout).expect("text");
    let mut lines = told.lines();
    let host = lines.find_map(|line| line.strip_prefix("host: "));
    host.expect("a host").to_owned()
}

/// The crates that are linked into the program on a system, and the C sources that they build.
fn crates(target: &str) -> BTreeMap<String, Part> {
    let arguments = [
        "metadata",
        "--format-version=1",
        "--locked",
        "--filter-platform",
        target,
    ];
    let answer = Command::new("cargo")
        .args(arguments)
        .current_dir(ROOT)
        .output()
        .expect("cargo");
    let metadata: Value = serde_json::from_slice(&answer.stdout).expect("cargo metadata");
    let packages: BTreeMap<_, _> = list(&metadata["packages"])
        .map(|package| (text(&package["id"]), package))
        .collect();
    let nodes: BTreeMap<_, _> = list(&metadata["resolve"]["nodes"])
        .map(|node| (text(&node["id"]), node))
        .collect();
    let digests = checksums();
    let start = packages
        .iter()
        .find(|(_, package)| package["name"] == "vatra")
        .map(|(id, _)| id.clone());

    let mut parts = BTreeMap::new();
    let mut waiting = vec![start.expect("the program")];
    while let Some(id) = waiting.pop() {
        let package = packages[&id];
        let needs = list(&nodes[&id]["deps"]).filter_map(|need| {
            let id = text(&need["pkg"]);
            // A build script's own needs stay here, but for the sources that it compiles in.
            let linked = list(&need["dep_kinds"]).any(|kind| kind["kind"].is_null());
            let sources = text(&packages[&id]["name"]).ends_with("-src");
            (linked || sources).then_some(id)
        });
        let (name, version) = (text(&package["name"]), text(&package["version"]));
        let needs: Vec<_> = needs.filter(|id| !is_macro(packages[id])).collect();
        let part = Part {
            licence: text(&package["license"]).replace('/', " OR "),
            registry: "cargo",
            digest: (
                "SHA-256",
                digests
                    .get(&(name.clone(), version.clone()))
                    .cloned()
                    .unwrap_or_default(),
            ),
            folder: Path::new(&text(&package["manifest_path"])).with_file_name(""),
            needs: needs.iter().map(|id| address_of(packages[id])).collect(),
            name,
            version,
        };
        if parts.insert(part.address(), part).is_none() {
            waiting.extend(needs);
        }
    }
    parts
}

fn address_of(package: &Value) -> String {
    format!(
        "pkg:cargo/{}@{}",
        text(&package["name"]),
        text(&package["version"])
    )
}

/// A macro runs while the program is built.
fn is_macro(package: &Value) -> bool {
    list(&package["targets"]).any(|target| list(&target["kind"]).any(|kind| kind == "proc-macro"))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The digests in `Cargo.lock`.
fn checksums() -> BTreeMap<(String, String), String> {
    let lock = fs::read_to_string(Path::new(ROOT).join("Cargo.lock")).expect("Cargo.lock");
    let of = |block: &str, key: &str| {
        let start = format!("{key} = \"");
        let line = block.lines().find_map(|line| line.strip_prefix(&start))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let blocks = lock.split("[[package]]");
    blocks
        .filter_map(|block| {
            Some((
                (of(block, "name")?, of(block, "version")?),
                of(block, "checksum")?,
            ))
        })
        .collect()
}

/// The packages that the page is built of. Svelte is a tool and, in a part, what is built.
fn page() -> BTreeMap<String, Part> {
    let lock = read_json("ui/package-lock.json");
    let packages = lock["packages"].as_object().expect("packages");
    let own = packages[""]["dependencies"].as_object().expect("packages");
    let mut waiting: Vec<_> = own.keys().cloned().chain(["svelte".to_owned()]).collect();
    let mut parts = BTreeMap::new();
    while let Some(name) = waiting.pop() {
        let package = &packages[&format!("node_modules/{name}")];
        let address = |name: &str| {
            let version = text(&packages[&format!("node_modules/{name}")]["version"]);
            format!("pkg:npm/{}@{version}", name.replace('@', "%40"))
        };
        let needs: Vec<_> = match package["dependencies"].as_object() {
            Some(needs) if name != "svelte" => needs.keys().cloned().collect(),
            _ => Vec::new(),
        };
        let (_, digest) = text(&package["integrity"])
            .split_once('-')
            .map(|(kind, digest)| (kind.to_owned(), hex(digest)))
            .unwrap_or_default();
        let part = Part {
            version: text(&package["version"]),
            licence: text(&package["license"]),
            registry: "npm",
            digest: ("SHA-512", digest),
            folder: Path::new(ROOT).join("ui/node_modules").join(&name),
            needs: needs.iter().map(|need| address(need)).collect(),
            name,
        };
        if parts.insert(part.address(), part).is_none() {
            waiting.extend(needs);
        }
    }
    parts
}

/// Base 64 as hexadecimal digits.
fn hex(digest: &str) -> String {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = String::new();
    for place in digest.chars().filter_map(|digit| DIGITS.find(digit)) {
        bits.push_str(&format!("{place:06b}"));
    }
    let whole = bits.len() / 8 * 8;
    (0..whole)
        .step_by(4)
        .filter_map(|at| u8::from_str_radix(&bits[at..at + 4], 2).ok())
        .map(|four| format!("{four:x}"))
        .collect()
}

/// The texts of licences in a folder and the one below it.
fn texts(folder: &Path, deeper: bool) -> Vec<String> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries
        .filter_map(Result::ok)
        .map(|one| one.path())
        .collect();
    paths.sort();
    for path in paths {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase();
        let named = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
            .iter()
            .any(|start| name.starts_with(start));
        if named && path.is_file() {
            found.extend(fs::read(&path).map(|text| String::from_utf8_lossy(&text).into_owned()));
        } else if deeper && path.is_dir() {
            found.extend(texts(&path, false));
        }
    }
    found
}

/// All parts by licence, and below each text who it is of.
fn licences(parts: &BTreeMap<String, Part>) -> String {
    let mut out = String::from(
        "Vatra is under the MIT or the Apache-2.0 licence, at your choice. What it is built of, and the\n\
         licences of that:\n\n",
    );
    let mut by_text: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for part in parts.values() {
        let name = format!("{} {}", part.name, part.version);
        out.push_str(&format!("{name}: {}\n", part.licence));
        for text in texts(&part.folder, true) {
            let text = text.replace("\r\n", "\n").trim().to_owned();
            by_text.entry(text).or_default().insert(name.clone());
        }
    }
    let mut texts: Vec<_> = by_text.into_iter().collect();
    texts.sort_by(|(_, one), (_, other)| one.cmp(other));
    for (text, of) in texts {
        let of: Vec<_> = of.into_iter().collect();
        out.push_str(&format!(
            "\n{}\n{}\n\n{text}\n",
            "=".repeat(100),
            of.join(", ")
        ));
    }
    out
}

fn bill(parts: &BTreeMap<String, Part>) -> Value {
    let components = parts
        .values()
        .filter(|part| part.name != "vatra")
        .map(|part| {
            let (kind, digest) = &part.digest;
            let mut one = json!({ "type": "library", "bom-ref": part.address(), "name": part.name,
            "version": part.version, "purl": part.address(),
            "licenses": [{ "expression": part.licence }] });
            if !digest.is_empty() {
                one["hashes"] = json!([{ "alg": kind, "content": digest }]);
            }
            one
        });
    let needs = parts
        .values()
        .map(|part| json!({ "ref": part.address(), "dependsOn": part.needs }));
    let program = parts
        .values()
        .find(|part| part.name == "vatra")
        .expect("the program");
    json!({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": { "component": { "type": "application", "bom-ref": program.address(), "name": "vatra",
            "version": program.version, "licenses": [{ "expression": program.licence }] } },
        "components": components.collect::<Vec<_>>(),
        "dependencies": needs.collect::<Vec<_>>(),
    })
}
