//! Files outside the centre's folder: where to save what leaves, and which file to read. Only a dialog of
//! the system names one, and the dialog belongs to the window: a session is handed a way to ask.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A workbook, to be saved.
    Xlsx,
    /// A table as text, to be saved.
    Csv,
    /// A document, to be saved.
    Pdf,
    /// A register to be read: a workbook or a table as text.
    Register,
}

impl FileKind {
    /// How the names of such files end.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Xlsx => &["xlsx"],
            Self::Csv => &["csv"],
            Self::Pdf => &["pdf"],
            Self::Register => &["xlsx", "xlsm", "xls", "ods", "csv", "txt"],
        }
    }

    fn is_saved(self) -> bool {
        self != Self::Register
    }
}

/// A file to be asked for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChooseFile {
    /// What kind; whether it is saved or read follows from it.
    pub kind: FileKind,
    /// The title of the dialog.
    pub title: String,
    /// The name it is proposed to have, without its ending. It must say nothing of anybody.
    pub name: String,
}

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChosenFile {
    /// Its path; none where the dialog was closed.
    pub path: Option<String>,
}

/// Asks for a file; none where nobody chose one.
pub type Chooser = Box<dyn Fn(&ChooseFile) -> Option<PathBuf> + Send + Sync>;

/// The proposed name with its ending. What a file system could stumble over is left out.
#[must_use]
pub fn proposed(ask: &ChooseFile) -> String {
    let fit = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    let name: String = ask.name.chars().filter(fit).take(80).collect();
    let name = match name.trim() {
        "" => "vatra",
        name => name,
    };
    let ending = ask.kind.endings().first().copied().unwrap_or_default();
    format!("{name}.{ending}")
}

/// A path to save at, with the ending that tells other programs what it is.
#[must_use]
pub fn with_ending(path: PathBuf, kind: FileKind) -> PathBuf {
    let has = |path: &Path| {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        kind.endings()
            .iter()
            .any(|one| ending.eq_ignore_ascii_case(one))
    };
    if !kind.is_saved() || has(&path) {
        return path;
    }
    let ending = kind.endings().first().copied().unwrap_or_default();
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{ending}"));
    path.with_file_name(name)
}

/// Asks with the dialog of the system, in front of the program's window.
#[must_use]
pub fn dialog(ask: &ChooseFile) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new()
        .set_title(&ask.title)
        .add_filter(ask.kind.endings().join(", "), ask.kind.endings());
    if ask.kind.is_saved() {
        dialog.set_file_name(proposed(ask)).save_file()
    } else {
        dialog.pick_file()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(kind: FileKind, name: &str) -> ChooseFile {
        ChooseFile {
            kind,
            title: String::new(),
            name: name.into(),
        }
    }

    #[test]
    fn a_proposed_name_is_a_name_on_every_system() {
        assert_eq!(
            proposed(&ask(FileKind::Pdf, "raport 2009-02")),
            "raport 2009-02.pdf"
        );
        assert_eq!(proposed(&ask(FileKind::Csv, "../a:b\\c")), "abc.csv");
        assert_eq!(proposed(&ask(FileKind::Xlsx, " / ")), "vatra.xlsx");
    }

    #[test]
    fn a_file_that_is_saved_tells_what_it_is() {
        let at = |path: &str, kind| with_ending(path.into(), kind);
        assert_eq!(at("/a/b", FileKind::Xlsx), PathBuf::from("/a/b.xlsx"));
        assert_eq!(at("/a/b.XLSX", FileKind::Xlsx), PathBuf::from("/a/b.XLSX"));
        assert_eq!(
            at("/a/b.2009", FileKind::Csv),
            PathBuf::from("/a/b.2009.csv")
        );
        assert_eq!(at("/a/b", FileKind::Register), PathBuf::from("/a/b"));
    }
}
