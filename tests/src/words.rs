//! What stands on the screen in a language, from the same files as the program's own words.

#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::Path;

/// The words of one language that need nothing filled in.
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// Those of a language, by its code.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/locales");
        let files = std::fs::read_dir(folder.join(language)).expect("words of this language");
        let mut words = BTreeMap::new();
        for file in files {
            let text = std::fs::read_to_string(file.expect("a file").path()).expect("its text");
            let lines = text.lines().filter(|line| !line.starts_with([' ', '#']));
            words.extend(lines.filter_map(|line| {
                let (id, said) = line.split_once(" = ")?;
                Some((id.to_owned(), said.to_owned()))
            }));
        }
        Self(words)
    }

    /// What a message says.
    #[must_use]
    pub fn get(&self, id: &str) -> &str {
        self.0
            .get(id)
            .unwrap_or_else(|| panic!("no word “{id}” that stands alone"))
    }
}
