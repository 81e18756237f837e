//! Names as they are compared: one name is written with and without diacritics, by the old and the new
//! rules of Romanian, in Latin and in Cyrillic letters, and by whoever transliterated it last.
//!
//! A comparison is for finding somebody again, so it rather finds too much than too little; nothing is
//! decided by it.

/// The ways in which a name may sound, without case, signs and doubled letters. Words are parted by one space.
///
/// Two are enough: ă and â are left out by some and sounded by others (Bălți, Balti, Бэлць; Pârlea, Parlea,
/// Пырля), and ё is either е or its sound (Fedor, Fiodor, Фёдор).
#[must_use]
pub fn readings(name: &str) -> [String; 2] {
    [false, true].map(|sounded| {
        let letters: String = name.to_lowercase().chars().flat_map(stripped).collect();
        let words = letters
            .split(|c: char| !c.is_alphanumeric())
            .map(|word| reading(word, sounded))
            .filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    })
}

/// Whether each word of `typed` begins a word of `name`, in one of their spellings.
#[must_use]
pub fn begins_words(name: &str, typed: &str) -> bool {
    let names = readings(name);
    readings(typed).iter().any(|typed| {
        !typed.is_empty()
            && typed.split(' ').all(|word| {
                let mut parts = names.iter().flat_map(|name| name.split(' '));
                parts.any(|part| part.starts_with(word))
            })
    })
}

/// Whether two texts are one name, whatever the spelling.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    let (one, other) = (readings(one), readings(other));
    one.iter()
        .any(|name| !name.is_empty() && other.contains(name))
}

/// A letter without what doesn't change how it is compared; signs that are no letters part words, but for
/// those inside a name (Д'Амико, Лукьян).
fn stripped(letter: char) -> Option<char> {
    match letter {
        'á' | 'à' | 'ä' => Some('a'),
        'é' | 'è' | 'ë' => Some('e'),
        'í' | 'ï' => Some('i'),
        'ó' | 'ö' => Some('o'),
        'ú' | 'ü' => Some('u'),
        'ъ' | 'ь' | '\'' | '’' | '`' | '\u{300}'..='\u{36f}' => None,
        letter => Some(letter),
    }
}

/// One word in the letters of the comparison.
fn reading(word: &str, sounded: bool) -> String {
    let mut read = String::new();
    let letters: Vec<char> = word.chars().collect();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let ahead = |by: usize| letters.get(at + by).copied().unwrap_or(' ');
        let (sound, taken) = match (*letter, ahead(1)) {
            // How several letters sound together in Romanian, or stand for one Cyrillic letter.
            ('c' | 'g', 'i') if "aou".contains(ahead(2)) => (hard(*letter), 2),
            ('c', 'h') | ('q', 'u') => ("k", 2),
            ('g', 'h') => ("g", 2),
            ('k', 'h') => ("h", 2),
            ('s', 'h') => ("s", 2),
            ('z', 'h') => ("j", 2),
            ('p', 'h') => ("f", 2),
            ('t', 'h' | 's' | 'z') => ("t", 2),
            ('д', 'ж') => ("g", 2),
            ('ă', _) => (if sounded { "e" } else { "a" }, 1),
            ('â', _) => (if sounded { "i" } else { "a" }, 1),
            ('ё', _) => (if sounded { "io" } else { "e" }, 1),
            ('x', _) => ("ks", 1),
            ('ю', _) => ("iu", 1),
            ('я', _) => ("ia", 1),
            ('e', 'a') => ("i", 1),
            (letter, _) => (one(letter), 1),
        };
        match sound {
            "" => read.push(*letter),
            sound => read.push_str(sound),
        }
        at += taken;
    }
    let mut last = ' ';
    read.retain(|letter| std::mem::replace(&mut last, letter) != letter);
    // Елена is Elena, and Yelena.
    read.replace("ie", "e")
}

/// The sound of c and g before a, o and u.
fn hard(letter: char) -> &'static str {
    if letter == 'c' { "k" } else { "g" }
}

/// What one letter is compared as; empty where it is compared as it is.
fn one(letter: char) -> &'static str {
    match letter {
        'а' => "a",
        'î' | 'и' | 'й' | 'ы' | 'і' | 'ї' | 'y' => "i",
        'ș' | 'ş' | 'š' | 'с' | 'ш' | 'щ' => "s",
        'ț' | 'ţ' | 'т' | 'ц' => "t",
        'е' | 'э' | 'є' => "e",
        'о' => "o",
        'у' => "u",
        'б' => "b",
        'в' | 'w' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'ж' => "j",
        'з' => "z",
        'к' | 'c' | 'ч' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'п' => "p",
        'р' => "r",
        'ф' => "f",
        'х' => "h",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{begins_words, same};

    #[test]
    fn spellings_of_a_name_are_one() {
        let names = [
            ("Ștefan  Vodă", "ŞTEFAN VODA"),
            ("Ștefan", "Штефан"),
            ("Sîrbu", "Sârbu"),
            ("Sîrbu", "Сырбу"),
            ("Sârbu", "Sarbu"),
            ("Фёдор", "Федор"),
            ("Фёдор", "Fiodor"),
            ("Ирина", "Irina"),
            ("Наталья", "Natalia"),
            ("Наталия", "Nataliya"),
            ("Екатерина", "Ekaterina"),
            ("Елена", "Yelena"),
            ("Юлия", "Iulia"),
            ("Юлия", "Yulia"),
            ("Мария", "Maria"),
            ("Михаил", "Mihail"),
            ("Михаил", "Mikhail"),
            ("Георге", "Gheorghe"),
            ("Чебан", "Ceban"),
            ("Чобану", "Ciobanu"),
            ("Чобану", "Chobanu"),
            ("Цуркану", "Țurcanu"),
            ("Цуркану", "Turcanu"),
            ("Кишинэу", "Chișinău"),
            ("Пырля", "Pârlea"),
            ("Жанна", "Jana"),
            ("Анна", "Ana"),
            ("Александр", "Alexandr"),
            ("Лукьян", "Lukian"),
            ("Раду-Молдован", "Radu Moldovan"),
        ];
        for (one, other) in names {
            assert!(same(one, other), "{one} is {other}");
            assert!(begins_words(one, other) && begins_words(other, one));
        }
    }

    #[test]
    fn other_names_are_not() {
        let names = [
            ("Ion", "Ana"),
            ("Мария", "Марина"),
            ("Rusu", "Rosu"),
            ("Ceban", "Ciobanu"),
            ("Elena", "Alina"),
        ];
        for (one, other) in names {
            assert!(!same(one, other), "{one} isn't {other}");
        }
        assert!(!same("", "") && !same("-", "-") && !begins_words("Ana", " "));
    }

    #[test]
    fn words_are_found_by_their_beginnings_in_any_order() {
        assert!(begins_words("Țurcanu Ștefania", "штеф цур"));
        assert!(begins_words("Țurcanu Ștefania", "turc"));
        assert!(!begins_words("Țurcanu Ștefania", "canu"));
    }
}
