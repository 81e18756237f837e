//! Requests and answers of commands that are not themselves verbs or views of the core.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vatra_core::census::Counted;
use vatra_core::id::{BeneficiaryId, StaffId, StayId};
use vatra_core::import::ImportPreview;
use vatra_core::terms::{AgeGroup, Role, Sex};
use vatra_core::time::{Instant, WallTime};
use vatra_core::verbs::{ActionKind, Found};
use vatra_core::view::{Board, Due, Former, StayHistory};
use vatra_sheets::Layout;

use crate::problem::Failure;

mod accounts;

pub use accounts::{
    ChangeStaff, JudgeRequest, NewPaper, PaperState, PaperTyped, ResetStaff, Strength,
    SuggestRequest, Suggested, WhichStaff,
};

/// A request without content.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// What somebody has half typed, as the page writes it; nothing, where nothing is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeptDraft {
    /// The forms and where they are.
    pub draft: Option<String>,
}

/// How far the long work is that goes on: making a backup, comparing one, changing the file's key, importing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LongWork {
    /// How much of it is done, from 0 to 100; none where there is none.
    pub percent: Option<u8>,
    /// Whether it can still be stopped: then nothing was changed.
    pub stoppable: bool,
}

/// Where the program stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Status {
    /// What there is to do first.
    pub stage: Stage,
    /// Whether this is the sample centre.
    pub sample: bool,
    /// Who is signed in.
    pub staff: Option<StaffView>,
    /// The language of the screens.
    pub language: Language,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// How large everything is, in per cent of the usual size: 100 to 200.
    pub zoom: u16,
    /// Whether the tour of the first run was walked or left.
    pub toured: bool,
    /// Why nothing can be opened, where that is so.
    pub trouble: Option<Failure>,
    /// After so many minutes without a sign of anybody the program locks itself.
    pub idle_minutes: u16,
    /// The time it is now; the sample centre has its own.
    pub now: Instant,
    /// The program's version.
    pub version: String,
    /// For the sample centre, what to sign in with: it is no secret.
    pub sample_sign_in: Option<(String, String)>,
}

/// What there is to do first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// There is no centre yet: make one, or open the sample.
    Empty,
    /// There is a centre, and nobody is signed in.
    Locked,
    /// Somebody is signed in.
    Open,
    /// Nothing can be opened; `trouble` says why.
    Trouble,
}

/// A language of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Romanian.
    #[default]
    Ro,
    /// Russian.
    Ru,
    /// English.
    En,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Black on white, with strong lines.
    Contrast,
}

/// How the screens should look.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Look {
    /// The language.
    pub language: Language,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// How large everything is, in per cent of the usual size: 100 to 200.
    #[serde(default = "usual_size")]
    pub zoom: u16,
    /// Whether the tour of the first run was walked or left.
    #[serde(default)]
    pub toured: bool,
}

/// [`Look::zoom`] where nobody chose one.
#[must_use]
pub fn usual_size() -> u16 {
    100
}

/// The recovery identity of a centre that is about to be made.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct Recovery {
    /// To be written on paper and typed back: `AGE-SECRET-KEY-1...`.
    pub secret: String,
}

/// A centre to be made.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NewCentre {
    /// Places, rooms and beds.
    pub found: Found,
    /// The short name with which the manager signs in.
    pub name: String,
    /// The manager's passphrase.
    pub passphrase: String,
    /// The recovery identity, typed back from paper. Spaces and case don't matter.
    pub recovery: String,
}

/// Who signs in.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SignIn {
    /// The short name.
    pub name: String,
    /// The passphrase.
    pub passphrase: String,
}

/// Who is to be let in again with the recovery key.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct Recover {
    /// The recovery key from the paper; spaces and case don't matter.
    pub recovery: String,
    /// The short name.
    pub name: String,
    /// The new passphrase.
    pub passphrase: String,
}

/// Another passphrase for whoever is signed in.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ChangePassphrase {
    /// The passphrase so far.
    pub old: String,
    /// The new one.
    pub new: String,
}

/// A folder on this PC, or on a stick.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FolderRequest {
    /// Its path.
    pub folder: String,
}

/// A backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupView {
    /// Its number in its folder.
    #[ts(type = "number")]
    pub number: u64,
    /// The last action it holds.
    #[ts(type = "number")]
    pub head: i64,
    /// When it was made.
    pub made_at: Instant,
}

/// A folder for backups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupFolder {
    /// Its path.
    pub folder: String,
    /// Whether it is there now.
    pub there: bool,
    /// Since when no backup got there, where that is longer than it should be.
    pub late: Option<Instant>,
    /// Why the last backup didn't get there, though it was there and another folder got one.
    pub failed: Option<Failure>,
    /// What is in it, the last made first.
    pub backups: Vec<BackupView>,
}

/// How backups stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Backups {
    /// The folders.
    pub folders: Vec<BackupFolder>,
    /// After how many actions one is made by itself.
    pub every: u16,
    /// When the last one was made and read back.
    pub last: Option<Instant>,
    /// How many actions were recorded since.
    #[ts(type = "number")]
    pub since: i64,
    /// The last one is too old.
    pub overdue: bool,
    /// When a backup was last opened to see whether it holds what it should.
    pub rehearsed: Option<Rehearsed>,
    /// The file is older than the last one known, and nobody has said yet that it may be.
    pub behind: Option<Behind>,
}

/// A backup that was opened beside the file and compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rehearsed {
    /// When.
    pub at: Instant,
    /// Its number in its folder.
    #[ts(type = "number")]
    pub number: u64,
    /// Whether it said the same as the file.
    pub held: bool,
}

/// A file that is older than the last one known, or another one: its journal has not all that was seen once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Behind {
    /// The last action that was seen once, and when; none where what is kept of that beside the file is gone,
    /// so that nobody knows whether this is the newest.
    #[ts(type = "[number, Instant] | null")]
    pub known: Option<(i64, Instant)>,
    /// The last action here.
    #[ts(type = "number")]
    pub here: i64,
    /// When that was recorded.
    pub here_at: Option<Instant>,
}

/// Goes on with a file that is older than the last one known.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AcceptOlder {
    /// Why.
    pub reason: String,
}

/// What became of an erasure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Erased {
    /// How many backups within reach were made before, and still hold what was erased.
    pub still_in: usize,
}

/// What is to be erased, and what still holds what was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Retention {
    /// Whose identity is to be erased by the rule in force, the next first.
    pub due: Vec<Due>,
    /// How many backups within reach were made before the last erasure.
    pub still_in: usize,
}

/// Where backups are to be kept.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BackupSettings {
    /// The folders.
    pub folders: Vec<String>,
}

/// A backup that is to be looked at or restored, with what opens it: an account of it, or the recovery key.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RestoreRequest {
    /// The folder of the backups.
    pub folder: String,
    /// Its number.
    #[ts(type = "number")]
    pub number: u64,
    /// The short name, for an account.
    pub name: String,
    /// The passphrase, for an account.
    pub passphrase: String,
    /// The recovery key, in the place of both.
    pub recovery: Option<String>,
}

/// What a restore would bring, and what it would lose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestorePreview {
    /// The backup.
    pub backup: BackupView,
    /// When its last action was recorded.
    pub last_recorded: Option<Instant>,
    /// How many people were here then.
    pub here: usize,
    /// The actions of the file here that it does not hold; none where there is no file here, or where
    /// it isn't known.
    #[ts(type = "number | null")]
    pub lost: Option<i64>,
    /// The accounts of the backup that are not in the file here; all of the backup's where there is no file
    /// here, or where it isn't known.
    pub accounts_back: Vec<String>,
    /// The accounts of the file here that are not in the backup.
    pub accounts_gone: Vec<String>,
    /// How many people in it were erased since, and will be again.
    pub erased_again: usize,
}

/// An account to be made.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NewStaff {
    /// The short name to sign in with.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The passphrase.
    pub passphrase: String,
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StaffView {
    /// Who.
    pub id: StaffId,
    /// The short name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Nobody can open the file with it, until a manager gives it a new passphrase.
    pub locked: bool,
}

/// Which stay.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct WhichStay {
    /// The stay.
    pub stay: StayId,
}

/// Which person.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct WhichPerson {
    /// The person.
    pub beneficiary: BeneficiaryId,
}

/// Everything about one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct History {
    /// The stays, the latest first.
    pub stays: Vec<StayHistory>,
    /// The actions that made it so, the latest first.
    pub entries: Vec<JournalEntry>,
    /// What was noted before it was put right, the latest first.
    pub put_right: Vec<PutRight>,
}

/// What was noted before an entry put it right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PutRight {
    /// The entry.
    pub entry: JournalEntry,
    /// The stay, as far as it is about one.
    pub stay: Option<StayId>,
    /// What was noted.
    pub was: Former,
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Done {
    /// The number of the action in the journal.
    pub action: i64,
    /// What kind of action.
    pub action_kind: ActionKind,
    /// How many people it was about.
    pub people: u32,
    /// The codes of those it was about; of many the first.
    pub codes: Vec<String>,
    /// Whom a check-in gave another bed, to make room: some of these codes.
    pub moved: Vec<String>,
    /// The stays it was about; of many the first. Of a check-in those that began with it stand first.
    pub stays: Vec<StayId>,
}

/// Which days the tape chart is to show.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TapeRequest {
    /// The first day.
    #[ts(type = "string")]
    pub first: NaiveDate,
    /// How many days, at most 400.
    pub days: u16,
}

/// Which board of the past to show.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct PastRequest {
    /// The moment.
    pub at: WallTime,
    /// What to show of it.
    pub known: Known,
}

/// What is shown of a moment of the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// What is known of it today, late entries and corrections included.
    Now,
    /// What was recorded by then.
    Then,
}

/// The board of a moment of the past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PastBoard {
    /// The board.
    pub board: Board,
    /// What was recorded later and shows people of that moment somewhere else, oldest first.
    pub since: Vec<JournalEntry>,
}

/// Which action to take back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct UndoRequest {
    /// Its number in the journal.
    pub action: i64,
    /// Why.
    pub reason: Option<String>,
    /// Whether to take back the later actions that stand in the way as well.
    #[serde(default)]
    pub those_too: bool,
}

/// A part of the journal, latest first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct JournalRequest {
    /// Only actions before this number.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// At most so many.
    pub most: u16,
    /// Only this was done.
    #[serde(default)]
    pub action_kind: Option<ActionKind>,
    /// Only by this member of staff.
    #[serde(default)]
    pub staff: Option<StaffId>,
    /// Only about the person with this code; everybody, if empty.
    #[serde(default)]
    pub code: String,
    /// Only recorded on this day or later.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub first: Option<NaiveDate>,
    /// Only recorded on this day or earlier.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub last: Option<NaiveDate>,
}

/// What to check the journal against: its last action as a sheet on paper says.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckJournal {
    /// What is on the paper, if there is one.
    pub printed: Option<PrintedEnd>,
}

/// The end of the journal as it is printed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PrintedEnd {
    /// The number of the action.
    #[ts(type = "number")]
    pub seq: i64,
    /// The beginning of its seal; spaces and case don't matter.
    pub seal: String,
}

/// How the journal stands up to a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JournalCheck {
    /// From this action on the chain doesn't hold; none where it does.
    #[ts(type = "number | null")]
    pub breaks_at: Option<i64>,
    /// How many actions there were.
    #[ts(type = "number")]
    pub actions: i64,
    /// The last of them.
    #[ts(type = "number")]
    pub head: i64,
    /// When that was recorded.
    pub head_at: Instant,
    /// The beginning of its seal, as it is printed.
    pub seal: String,
    /// Whether what is on the paper is in this journal; none where there was no paper.
    pub printed: Option<bool>,
    /// With how many ends of the journal kept elsewhere it was compared.
    pub compared: usize,
    /// The furthest of those that isn't in this journal.
    pub behind: Option<Behind>,
}

/// A part of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JournalPage {
    /// Latest first.
    pub entries: Vec<JournalEntry>,
    /// Whether there are earlier ones.
    pub more: bool,
    /// What was ever done here.
    #[serde(default)]
    pub kinds: Vec<ActionKind>,
    /// Everybody who ever did something here, with the short name.
    #[serde(default)]
    pub authors: Vec<(StaffId, String)>,
}

/// An action in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JournalEntry {
    /// Its number.
    pub seq: i64,
    /// What kind of action.
    pub action_kind: ActionKind,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// When it happened.
    pub happened_at: Instant,
    /// Who did it: the short name.
    pub staff: String,
    /// Why, where a reason was given.
    pub reason: Option<String>,
    /// How many people it was about.
    pub people: u32,
    /// The codes of those it was about; of many the first.
    pub codes: Vec<String>,
    /// Whom a check-in gave another bed, to make room: some of these codes.
    pub moved: Vec<String>,
    /// The beds it put people into: code and `5-2`; of many people none.
    pub beds: Vec<(String, String)>,
    /// The action that it took back.
    pub undoes: Option<i64>,
    /// The kind of the action that it took back.
    pub undoes_kind: Option<ActionKind>,
    /// The action that took it back.
    pub undone_by: Option<i64>,
    /// Whether it can be tried to take it back.
    pub may_undo: bool,
}

/// What would come back, if an action were taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoPreview {
    /// The action.
    pub entry: JournalEntry,
    /// Later actions that stand in the way, oldest first; none if it can be taken back.
    pub obstacles: Vec<JournalEntry>,
    /// All that would be taken back with them, the latest first, where that is possible.
    pub those_too: Option<Vec<JournalEntry>>,
    /// Where people would be afterwards: code and `5-2`, or nothing for not here.
    pub afterwards: Vec<(String, Option<String>)>,
}

/// Whom to look for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FindRequest {
    /// A code or a part of one (`K-214`, `214`); with `names`, also a part of a name.
    pub text: String,
    /// Whether to look at names too. They are compared, and never shown.
    pub names: bool,
}

/// Somebody who was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hit {
    /// Who.
    pub beneficiary: BeneficiaryId,
    /// The latest stay.
    pub stay: StayId,
    /// The code.
    pub code: String,
    /// How they are drawn.
    pub group: AgeGroup,
    /// Female or male.
    pub sex: Sex,
    /// Age today in completed years.
    pub years: u16,
    /// Country, ISO 3166-1 alpha-2.
    pub citizenship: Option<String>,
    /// Room and bed, for somebody who is here.
    pub bed: Option<String>,
    /// When the latest stay began.
    pub from: Instant,
    /// When it ended, if it has.
    pub to: Option<Instant>,
    /// Found by the name, not by the code.
    pub by_name: bool,
}

/// Whose identity to show, and why.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct IdentityRequest {
    /// Whose.
    pub beneficiary: BeneficiaryId,
    /// Why; it goes into the journal.
    pub reason: String,
}

/// Who somebody is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IdentityView {
    /// Given and family names.
    pub name: String,
    /// The exact birth date, if known.
    #[ts(type = "string | null")]
    pub born_on: Option<NaiveDate>,
    /// Documents: kind and number.
    pub documents: String,
    /// What else is needed to know who this is.
    pub notes: String,
}

/// For which period occupancy is asked for.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OccupancyRequest {
    /// The first day.
    #[ts(type = "string")]
    pub first: NaiveDate,
    /// The last day; days that are not over yet are left out.
    #[ts(type = "string")]
    pub last: NaiveDate,
    /// As it was known at the end of this day; as known now, if none.
    #[ts(type = "string | null")]
    pub known_on: Option<NaiveDate>,
}

/// Which rows of occupancy are asked for.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct CountedRequest {
    /// Of which period.
    pub of: OccupancyRequest,
    /// Of which figure.
    pub what: Counted,
}

/// A sheet that can be printed or written as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Paper {
    /// Who must be found in which room.
    RollCall,
    /// What one shift hands to the next.
    Daily,
    /// The figures of a period, for a reader outside.
    Report {
        /// Its first day.
        #[ts(type = "string")]
        first: NaiveDate,
        /// Its last day.
        #[ts(type = "string")]
        last: NaiveDate,
    },
    /// A person's own record.
    Record {
        /// Whose.
        beneficiary: BeneficiaryId,
    },
}

/// A sheet that is about to go out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Issue {
    /// Which.
    pub paper: Paper,
    /// What stands at its head: the journal says that it went out. No names.
    pub title: String,
    /// Why it leaves the centre; not asked where it stays inside.
    pub reason: Option<String>,
    /// Written as a file, not printed.
    pub file: bool,
}

/// What a sheet is stamped with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Issued {
    /// The number of the journal's last action: the one that noted this sheet.
    #[ts(type = "number")]
    pub seq: i64,
    /// The beginning of its seal, in four groups: it stands for all that was noted up to it.
    pub seal: String,
    /// When.
    pub at: Instant,
    /// Who let it go.
    pub by: String,
}

/// Whether the annual report of the year before is still to be handed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportDue {
    /// Of which year; none where nothing is due.
    pub year: Option<i32>,
    /// By which day.
    #[ts(type = "string | null")]
    pub by: Option<NaiveDate>,
}

/// What is to leave as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportWhat {
    /// The centre's own record: every table, with codes and without names.
    Record,
    /// Figures of a period, small counts hidden.
    Figures,
    /// The same in the vocabulary of HTCDS.
    Htcds,
}

/// Days from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportDays {
    /// The first.
    #[ts(type = "string")]
    pub first: NaiveDate,
    /// The last.
    #[ts(type = "string")]
    pub last: NaiveDate,
}

/// What is to leave.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ExportRequest {
    /// What.
    pub what: ExportWhat,
    /// Of which days; of the record all, if none.
    pub days: Option<ExportDays>,
    /// Figures as known at the end of this day; as known now, if none.
    #[ts(type = "string | null")]
    pub known_on: Option<NaiveDate>,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportForm {
    /// One workbook.
    Xlsx,
    /// Text, a file for each table.
    Csv,
}

/// Lets something leave.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportOrder {
    /// What.
    pub what: ExportRequest,
    /// How it is written.
    pub form: ExportForm,
    /// Where to; several files are named after this one.
    pub path: String,
    /// Why.
    pub reason: String,
}

/// A table as it would leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewTable {
    /// Its name among the files.
    pub name: String,
    /// Its name.
    pub title: String,
    /// The headings.
    pub columns: Vec<String>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// How many rows there are.
    pub total: u32,
}

/// Exactly what would leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportPreview {
    /// The tables.
    pub tables: Vec<PreviewTable>,
    /// Counts under this are hidden, and how many cells are; none where nothing is hidden.
    pub small: Option<(u32, u32)>,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exported {
    /// The files.
    pub files: Vec<String>,
}

/// A register to be looked at.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReadRegister {
    /// The file.
    pub path: String,
    /// Which column says what, sheet by sheet; recognised by their headings, if not told.
    pub layouts: Option<Vec<Layout>>,
    /// Leave out the rows that can't be taken.
    pub skip_wrong: bool,
}

/// A register, and what would become of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterView {
    /// Tells whether the file is still the same when it is taken over.
    pub digest: String,
    /// Which column says what, sheet by sheet.
    pub layouts: Vec<Layout>,
    /// What would become of each row.
    pub preview: ImportPreview,
}

/// A register to be taken over.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportOrder {
    /// The file.
    pub path: String,
    /// The file that was looked at.
    pub digest: String,
    /// Which column says what, sheet by sheet.
    pub layouts: Vec<Layout>,
    /// Leave out the rows that can't be taken.
    pub skip_wrong: bool,
    /// Where it comes from, for the journal; may be empty.
    pub reason: String,
}
