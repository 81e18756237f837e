//! Passphrases: six words drawn by chance, and how hard a chosen one is to guess.

use vatra_store::StoreError;
use zxcvbn::{Score, zxcvbn};

use super::Session;
use crate::answers::{JudgeRequest, Language, Strength, SuggestRequest, Suggested};
use crate::problem::{Failure, Problem};

/// The least length of a passphrase, in characters.
pub const LEAST_PASSPHRASE: usize = 12;
/// How many words are drawn: with 1,296 words to draw from, more than 60 bits.
const WORDS: usize = 6;
/// Beyond so many characters nothing is gained, and judging takes long.
const JUDGED: usize = 100;
/// What somebody who wants to get in tries first.
const LIKELY: [&str; 6] = ["vatra", "capc", "chisinau", "moldova", "centru", "приют"];

/// The words to draw from: short, plain, without diacritics, so that any keyboard of the language types
/// them.
#[must_use]
pub fn words(language: Language) -> Vec<&'static str> {
    let text = match language {
        Language::Ro => include_str!("../../../assets/passphrases/ro.txt"),
        Language::Ru => include_str!("../../../assets/passphrases/ru.txt"),
        Language::En => include_str!("../../../assets/passphrases/en.txt"),
    };
    text.split_whitespace().collect()
}

impl Session {
    /// A passphrase drawn by chance.
    ///
    /// # Errors
    /// Fails where the system has no randomness.
    pub fn suggest_passphrase(&self, request: SuggestRequest) -> Result<Suggested, Problem> {
        let words = words(request.language);
        let drawn = (0..WORDS).map(|_| draw(words.len()).map(|at| words[at]));
        let passphrase = drawn.collect::<Result<Vec<_>, _>>()?.join(" ");
        Ok(Suggested { passphrase })
    }

    /// How hard a passphrase is to guess.
    ///
    /// # Errors
    /// Never.
    pub fn judge_passphrase(&self, request: JudgeRequest) -> Result<Strength, Problem> {
        Ok(judge(&request.passphrase, &request.name))
    }
}

/// Refuses a passphrase that is short or easy to guess.
pub(super) fn strong_enough(passphrase: &str, name: &str) -> Result<(), Problem> {
    let strength = judge(passphrase, name);
    if strength.missing > 0 {
        let least = LEAST_PASSPHRASE;
        return Err(Failure::WeakPassphrase { least }.into());
    }
    if !strength.enough {
        return Err(Failure::GuessablePassphrase.into());
    }
    Ok(())
}

fn judge(passphrase: &str, name: &str) -> Strength {
    let missing = LEAST_PASSPHRASE.saturating_sub(passphrase.chars().count());
    let judged: String = passphrase.chars().take(JUDGED).collect();
    let known: Vec<&str> = LIKELY.into_iter().chain([name]).collect();
    let score = zxcvbn(&judged, &known).score();
    Strength {
        score: score.into(),
        missing,
        enough: missing == 0 && score >= Score::Three,
    }
}

/// A number below `most`, each as likely as the others.
fn draw(most: usize) -> Result<usize, StoreError> {
    let most = u32::try_from(most).map_err(|_| StoreError::Damaged("a list of words"))?;
    // What doesn't divide evenly is drawn again, or the first words would come more often.
    let even = u32::MAX - u32::MAX % most;
    loop {
        let drawn = getrandom::u32().map_err(|_| StoreError::Damaged("no randomness"))?;
        if drawn < even {
            return Ok((drawn % most) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_lists_have_words_enough_each_once_that_every_keyboard_types() {
        for (language, letters) in [
            (Language::Ro, 'a'..='z'),
            (Language::Ru, 'а'..='я'),
            (Language::En, 'a'..='z'),
        ] {
            let words = words(language);
            let each: BTreeSet<_> = words.iter().collect();
            assert!(words.len() >= 1_296, "{language:?}: {}", words.len());
            assert_eq!(each.len(), words.len(), "{language:?} has a word twice");
            for word in words {
                let length = word.chars().count();
                assert!((3..=9).contains(&length), "{word}");
                assert!(word.chars().all(|c| letters.contains(&c)), "{word}");
            }
        }
    }

    #[test]
    fn every_word_is_drawn_and_none_beyond() {
        let drawn: BTreeSet<usize> = (0..2_000).filter_map(|_| draw(7).ok()).collect();
        assert_eq!(drawn, (0..7).collect());
    }

    #[test]
    fn what_everybody_would_try_is_refused_and_six_words_are_taken() {
        for weak in [
            "123456789012",
            "parola123456",
            "chisinauchisinau",
            "aaaaaaaaaaaaaa",
            "qwertyuiop12",
            "MC2009MC2009",
        ] {
            assert!(strong_enough(weak, "MC").is_err(), "{weak}");
        }
        assert!(strong_enough("scurt", "MC").is_err());
        assert!(strong_enough("corect cal baterie agrafă", "MC").is_ok());
        assert!(strong_enough("тихий берег лодка окно", "МЧ").is_ok());
        let long = "a ".repeat(10_000);
        assert!(strong_enough(&long, "MC").is_err());
    }
}
