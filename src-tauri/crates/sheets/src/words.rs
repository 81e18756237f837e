//! Words of closed lists as people write them, in three languages, abbreviated, without diacritics.

use std::collections::BTreeMap;

use crate::fold;
use crate::spoken::SPOKEN;

/// A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum List {
    Sex,
    Relation,
    Need,
    Ground,
    Body,
    Phase,
    Absence,
    Departure,
    Destination,
    Assistance,
    Country,
    Territory,
    /// The headings of columns.
    Heading,
}

/// What words mean.
#[derive(Clone, Debug)]
pub struct Dictionary {
    words: BTreeMap<(List, String), String>,
    /// What kind a place is of, as it is compared.
    kinds: Vec<String>,
}

impl Default for Dictionary {
    fn default() -> Self {
        let mut dictionary = Self {
            words: BTreeMap::new(),
            kinds: KINDS.iter().map(|kind| fold(kind)).collect(),
        };
        for (list, code, words) in SPOKEN {
            dictionary.learn(*list, code, code);
            for word in words.split('|') {
                dictionary.learn(*list, word, code);
            }
        }
        dictionary
    }
}

impl Dictionary {
    /// Another word for something. What was learnt first stays.
    pub fn learn(&mut self, list: List, word: &str, code: &str) {
        let key = (list, fold(word));
        if !key.1.is_empty() {
            self.words.entry(key).or_insert_with(|| code.to_owned());
        }
    }

    /// What a text means: a word of the list, or the only word that the text begins or is begun by,
    /// where nothing else in it means something else.
    #[must_use]
    pub fn meaning(&self, list: List, text: &str) -> Option<&str> {
        let text = fold(text);
        if let Some(code) = self.exact(list, &text) {
            return Some(code);
        }
        // `r-nul Cahul`, `or. Bălți`, `г. Бельцы`, `mun. Chișinău`
        let bare = self.without_kind(&text);
        if bare != text
            && let Some(code) = self.exact(list, bare)
        {
            return Some(code);
        }
        if bare.chars().count() < 4 {
            return None;
        }
        let longer = (self.list(list)).filter(|(word, _)| word.starts_with(bare));
        let begun = (self.list(list)).filter_map(|(word, code)| {
            let rest = bare.strip_prefix(word)?;
            (word.chars().count() >= 4 && rest.starts_with(' ')).then_some((rest, code))
        });
        let begun = begun.min_by_key(|(rest, _)| rest.len());
        // `ушла по собственному желанию` says more than its first word, and something else.
        let also = begun.map(|(rest, _)| self.standing_in(list, rest));
        let mut codes = longer
            .chain(also.into_iter().flatten())
            .map(|(_, code)| code)
            .chain(begun.map(|(_, code)| code));
        let first = codes.next()?;
        codes.all(|code| code == first).then_some(first)
    }

    /// The words of a list, each with its code.
    fn list(&self, list: List) -> impl Iterator<Item = (&str, &str)> {
        let all = self.words.range((list, String::new())..);
        all.take_while(move |((of, _), _)| *of == list)
            .map(|((_, word), code)| (word.as_str(), code.as_str()))
    }

    /// The words of a list that stand in a folded text, each with its code.
    fn standing_in(&self, list: List, folded: &str) -> impl Iterator<Item = (&str, &str)> {
        let text = format!(" {} ", folded.trim());
        (self.list(list)).filter(move |(word, _)| text.contains(&format!(" {word} ")))
    }

    /// A place without the words that say what kind of place it is.
    fn without_kind<'t>(&self, text: &'t str) -> &'t str {
        let mut rest = text;
        while let Some((word, after)) = rest.split_once(' ')
            && self.kinds.iter().any(|kind| kind == word)
        {
            rest = after;
        }
        rest
    }

    fn exact(&self, list: List, folded: &str) -> Option<&str> {
        self.words
            .get(&(list, folded.to_owned()))
            .map(String::as_str)
    }

    /// The longest word of the list that stands in a text, as it is compared, behind its code.
    #[must_use]
    pub fn within(&self, list: List, text: &str) -> Option<(&str, &str)> {
        self.standing_in(list, &fold(text))
            .max_by_key(|(word, _)| word.len())
            .map(|(word, code)| (code, word))
    }
}

/// Words that say what kind of place it is.
const KINDS: [&str; 20] = [
    "raionul",
    "raion",
    "r",
    "nul",
    "n",
    "rn",
    "orașul",
    "oraș",
    "or",
    "municipiul",
    "municipiu",
    "mun",
    "satul",
    "sat",
    "s",
    "com",
    "г",
    "город",
    "район",
    "с",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_as_people_write_them() {
        let mut words = Dictionary::default();
        words.learn(List::Territory, "Cahul", "MD-CA");
        words.learn(List::Territory, "Кагул", "MD-CA");
        let is = |list, text, code| assert_eq!(words.meaning(list, text), Some(code), "{text}");
        is(List::Sex, "F", "female");
        is(List::Sex, "Ж", "female");
        is(List::Sex, "fată", "female");
        is(List::Sex, "b", "male");
        is(List::Sex, "муж.", "male");
        is(List::Territory, "r-nul Cahul", "MD-CA");
        is(List::Territory, "mun. Chișinău", "MD-CU");
        is(List::Territory, "MUN. CHISINAU", "MD-CU");
        is(List::Territory, "г. Бельцы", "MD-BA");
        is(List::Departure, "la cerere", "own_wish");
        is(List::Body, "OIM", "iom");
        assert_eq!(words.meaning(List::Sex, "?"), None);
        assert_eq!(words.meaning(List::Departure, "altceva cu totul"), None);
    }

    #[test]
    fn a_text_that_begins_with_one_word_and_goes_on_with_another_is_not_taken_for_the_first() {
        let words = Dictionary::default();
        let is = |list, text, code| assert_eq!(words.meaning(list, text), code, "{text}");
        is(List::Departure, "ушла из центра", Some("absconded"));
        is(List::Departure, "ушла сама, по желанию", None);
        is(List::Departure, "a părăsit sâmbătă, la cerere", None);
        is(List::Departure, "transfer la alt centru", Some("referred"));
        is(List::Ground, "VTFU (probabil potențială)", None);
        is(List::Ground, "жертва, возможно потенциальная", None);
        is(List::Ground, "vtfu din Cahul", Some("victim"));
        // What people say whole is known whole.
        for said in [
            "ушла по собственному желанию",
            "a părăsit centrul la cerere proprie",
        ] {
            is(List::Departure, said, Some("own_wish"));
        }
        for said in [
            "VTFU potențială",
            "Victimă TFU potențială",
            "potențială VTFU",
        ] {
            is(List::Ground, said, Some("potential_victim"));
        }
        for said in [
            "Жертва (предполагаемая)",
            "предполагаемая жертва торговли людьми",
        ] {
            is(List::Ground, said, Some("presumed_victim"));
        }
        is(List::Body, "Linia fierbinte La Strada", Some("hotline"));
        is(List::Body, "Poliția de frontieră Leușeni", Some("border"));
    }

    #[test]
    fn headings_are_found_within_longer_ones() {
        let words = Dictionary::default();
        let is = |text, field| {
            assert_eq!(
                words.within(List::Heading, text).map(|(f, _)| f),
                Some(field),
                "{text}"
            )
        };
        is("Data intrării în centru", "from");
        is("Data, luna, anul nașterii", "born");
        is("Nr. camerei", "room");
        is("Дата поступления", "from");
        is("Numele, prenumele beneficiarei", "name");
        is("Motivul plecării", "reason");
    }
}
