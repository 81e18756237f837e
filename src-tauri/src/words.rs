//! The words of the screens, for what the program writes by itself: the headings and values of tables. One
//! set of words serves both sides.

use std::sync::LazyLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use vatra_core::codes;
use vatra_core::import::Field;
use vatra_core::terms::{
    AbsenceKind, AssistanceKind, Body, DepartureReason, Destination, GroundKind, Need, PhaseKind,
    Relation, Sex,
};
use vatra_sheets::{Dictionary, List};

use crate::answers::Language;

macro_rules! texts {
    ($language:literal) => {
        [
            include_str!(concat!("../../assets/locales/", $language, "/common.ftl")),
            include_str!(concat!("../../assets/locales/", $language, "/terms.ftl")),
            include_str!(concat!(
                "../../assets/locales/",
                $language,
                "/occupancy.ftl"
            )),
            include_str!(concat!("../../assets/locales/", $language, "/leaving.ftl")),
            include_str!(concat!("../../assets/locales/", $language, "/sheets.ftl")),
        ]
    };
}

/// The words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

static WORDS: LazyLock<[Words; 3]> = LazyLock::new(|| {
    [
        Words::read(Language::Ro, "ro", &texts!("ro")),
        Words::read(Language::Ru, "ru", &texts!("ru")),
        Words::read(Language::En, "en", &texts!("en")),
    ]
});

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        let [ro, ru, en] = &*WORDS;
        match language {
            Language::Ro => ro,
            Language::Ru => ru,
            Language::En => en,
        }
    }

    fn read(language: Language, name: &str, texts: &[&str]) -> Self {
        let languages = name.parse().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(languages);
        bundle.set_use_isolating(false);
        for text in texts {
            // A resource that could be read in part is used as far as it could.
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(part, _)| part);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// What a text says, a country or a rayon by its code; nothing where there are no such words.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<String> {
        let named = |list: &'static [codes::Named], code: &str| {
            let named = list.iter().find(|one| one.code == code)?;
            Some(match self.language {
                Language::Ro => named.ro.to_owned(),
                Language::Ru => named.ru.to_owned(),
                Language::En => named.en.to_owned(),
            })
        };
        if let Some(code) = id.strip_prefix("country-") {
            return named(codes::countries(), code);
        }
        if let Some(code) = id.strip_prefix("territory-") {
            return named(codes::territories(), code);
        }
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        Some(
            self.bundle
                .format_pattern(pattern, None, &mut errors)
                .into_owned(),
        )
    }

    /// What a text says; its key where there are no such words, so that the lack is seen.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.find(id).unwrap_or_else(|| id.to_owned())
    }
}

/// The words of the program in all its languages, beside those that people use: what it writes, it reads.
pub static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let mut dictionary = Dictionary::default();
    for language in [Language::Ro, Language::Ru, Language::En] {
        let words = Words::of(language);
        let mut learn = |list: List, area: &str, codes: Vec<&'static str>| {
            for code in codes {
                if let Some(text) = words.find(&format!("{area}-{code}")) {
                    dictionary.learn(list, &text, code);
                }
            }
        };
        macro_rules! list {
            ($list:ident, $area:literal, $terms:ident) => {
                learn(
                    List::$list,
                    $area,
                    $terms::ALL.iter().map(|one| one.text()).collect(),
                );
            };
        }
        list!(Sex, "sex", Sex);
        list!(Relation, "relation", Relation);
        list!(Need, "need", Need);
        list!(Ground, "ground", GroundKind);
        list!(Body, "body", Body);
        list!(Phase, "phase", PhaseKind);
        list!(Absence, "absence", AbsenceKind);
        list!(Departure, "departure", DepartureReason);
        list!(Destination, "destination", Destination);
        list!(Assistance, "assistance", AssistanceKind);
        list!(Heading, "field", Field);
        let named = [
            (List::Country, codes::countries()),
            (List::Territory, codes::territories()),
        ];
        for (list, all) in named {
            for one in all {
                for text in [one.code, one.ro, one.ru, one.en] {
                    dictionary.learn(list, text, one.code);
                }
            }
        }
    }
    dictionary
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_has_words_of_its_own_and_is_read_back() {
        for language in [Language::Ro, Language::Ru, Language::En] {
            let words = Words::of(language);
            for field in Field::ALL {
                let heading = words.find(&format!("field-{}", field.text()));
                let heading = heading.unwrap_or_else(|| panic!("no words for {field:?}"));
                let read = DICTIONARY
                    .within(List::Heading, &heading)
                    .map(|(code, _)| code);
                assert_eq!(read, Some(field.text()), "{heading}");
            }
        }
    }

    #[test]
    fn every_word_that_is_written_is_read_back() {
        for language in [Language::Ro, Language::Ru, Language::En] {
            let words = Words::of(language);
            macro_rules! all {
                ($list:ident, $area:literal, $terms:ident) => {
                    for one in $terms::ALL {
                        let text = words.say(&format!("{}-{}", $area, one.text()));
                        assert_eq!(
                            DICTIONARY.meaning(List::$list, &text),
                            Some(one.text()),
                            "{text}"
                        );
                    }
                };
            }
            all!(Sex, "sex", Sex);
            all!(Relation, "relation", Relation);
            all!(Need, "need", Need);
            all!(Ground, "ground", GroundKind);
            all!(Body, "body", Body);
            all!(Phase, "phase", PhaseKind);
            all!(Absence, "absence", AbsenceKind);
            all!(Departure, "departure", DepartureReason);
            all!(Destination, "destination", Destination);
            all!(Assistance, "assistance", AssistanceKind);
        }
    }
}
