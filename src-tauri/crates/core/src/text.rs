//! What people type, as it is kept. Every text that comes in passes here, once, at the door: signs that
//! can't be seen, and can only confuse whoever reads them, are left out.

/// How many signs may be stacked on one letter. Romanian, Russian and English need one, other languages two
/// or three; towers of them only spill over the lines above and below.
const MOST_STACKED: usize = 4;

/// A text without control characters, without signs that turn the direction of writing or can't be seen, and
/// without towers of accents. Line breaks stay, in one spelling; a tab becomes a space.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut stacked = 0;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let sign = match sign {
            '\r' if signs.peek() == Some(&'\n') => continue,
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\t' => ' ',
            other => other,
        };
        if is_hidden(sign) {
            continue;
        }
        stacked = if is_stacked(sign) { stacked + 1 } else { 0 };
        if stacked <= MOST_STACKED {
            kept.push(sign);
        }
    }
    kept
}

fn is_hidden(sign: char) -> bool {
    if sign == '\n' {
        return false;
    }
    let code = u32::from(sign);
    sign.is_control()
        || matches!(
            code,
            0xAD | 0x061C | 0x180E | 0xFEFF                   // soft hyphen and other invisible signs
            | 0x200B | 0x200E | 0x200F                        // zero width, marks of direction
            | 0x202A..=0x202E | 0x2060..=0x206F               // overrides, isolates, invisible operators
            | 0xFFF9..=0xFFFB | 0xFDD0..=0xFDEF               // annotations, no characters
            | 0xE0000..=0xE0FFF // tags
        )
        || code & 0xFFFE == 0xFFFE
}

fn is_stacked(sign: char) -> bool {
    matches!(
        u32::from(sign),
        0x0300..=0x036F | 0x0483..=0x0489 | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F
    )
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_people_write_stays_as_it_is() {
        for text in [
            "Ștefan Vodă, născut la Țaul",
            "Йошкар-Ола, объезд № 5",
            "O'Neill – “quoted” 50 % <b>not bold</b> & more",
            "مريم عبد الله",
            "שרה",
            "Nguyễn Thị Ánh",
            "👩\u{200d}👧 🇲🇩",
            "two\nlines",
        ] {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(clean("a\0b\u{7}c\u{1b}[31md\u{9f}"), "abc[31md");
        assert_eq!(clean("user\u{202e}gpj.exe\u{2066}\u{200f}"), "usergpj.exe");
        assert_eq!(clean("\u{feff}na\u{200b}me\u{ad}\u{e0041}\u{ffff}"), "name");
        assert_eq!(
            clean("one\r\ntwo\rthree\u{2028}four\tfive"),
            "one\ntwo\nthree\nfour five"
        );
    }

    #[test]
    fn towers_of_accents_are_cut() {
        let tower = format!("z{}a", "\u{0301}".repeat(200));
        assert_eq!(clean(&tower).chars().count(), 1 + 4 + 1);
    }

    #[test]
    fn cleaning_twice_changes_nothing_more() {
        let all: String = (0..=0x10_FFFF).filter_map(char::from_u32).collect();
        let once = clean(&all);
        assert_eq!(clean(&once), once);
    }
}
