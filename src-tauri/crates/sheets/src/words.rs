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

    /// What a text means: a word of the list, or the only word that the text begins or is begun by.
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
        let all = self.words.range((list, String::new())..);
        let mut codes = all
            .take_while(|((of, _), _)| *of == list)
            .filter(|((_, word), _)| {
                let longer = word.strip_prefix(bare);
                let shorter = bare
                    .strip_prefix(word.as_str())
                    .filter(|_| word.chars().count() >= 4);
                longer.is_some() || shorter.is_some_and(|rest| rest.starts_with(' '))
            })
            .map(|(_, code)| code.as_str());
        let first = codes.next()?;
        codes.all(|code| code == first).then_some(first)
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

    /// The longest word of the list that stands in a text, with its length.
    #[must_use]
    pub fn within(&self, list: List, text: &str) -> Option<(&str, usize)> {
        let text = format!(" {} ", fold(text));
        let all = self.words.range((list, String::new())..);
        all.take_while(|((of, _), _)| *of == list)
            .filter(|((_, word), _)| text.contains(&format!(" {word} ")))
            .map(|((_, word), code)| (code.as_str(), word.len()))
            .max_by_key(|(_, length)| *length)
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
