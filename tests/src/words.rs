//! What the screens say in a language, for tests that use the program as somebody who reads it.

#![allow(clippy::expect_used)]

use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

/// The words of one language.
pub struct Words(FluentBundle<FluentResource>);

impl Words {
    /// The words of a language: `ro`, `ru` or `en`.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let mut bundle = FluentBundle::new(vec![language.parse().expect("a language")]);
        bundle.set_use_isolating(false);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/locales");
        for file in std::fs::read_dir(folder.join(language)).expect("its words") {
            let text = std::fs::read_to_string(file.expect("a file").path()).expect("its text");
            let resource = FluentResource::try_new(text).expect("words that can be read");
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    /// What stands on the screen for a text and its arguments.
    #[must_use]
    pub fn say(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        let message = self.0.get_message(id).expect("a text of this name");
        let mut filled = FluentArgs::new();
        for (name, value) in arguments {
            match value.parse::<i64>() {
                Ok(number) => filled.set(*name, number),
                Err(_) => filled.set(*name, *value),
            }
        }
        let mut wrong = Vec::new();
        let pattern = message.value().expect("words");
        let said = self.0.format_pattern(pattern, Some(&filled), &mut wrong);
        assert!(wrong.is_empty(), "{id}: {wrong:?}");
        said.into_owned()
    }
}
