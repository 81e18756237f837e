//! The one list of commands: name, request, answer, and the least role. From it come the handler, the
//! check of the role, the TypeScript types, and the tests that try every command as everybody.

use serde::Serialize;
use serde::de::DeserializeOwned;
use ts_rs::{Config, TS};
use vatra_core::census::{CountedStay, Leaving, Occupancy};
use vatra_core::desk::DeskSettings;
use vatra_core::terms::Role;
use vatra_core::text;
use vatra_core::verbs::{
    Amend, Assist, CheckIn, Close, Correct, Discharge, EndWait, Erase, Extend, Found, Keep,
    KeepApart, Leave, LetTogether, Move, PlanDeparture, Release, Reopen, Reorder, Return,
    SetAssistance, SetCapacity, SetLimits, SetRoom, SetRules, Wait,
};
use vatra_core::view::{
    AssistanceOffered, Board, CapacityVersion, DailySheet, Draft, LimitsVersion, MoveChoices,
    PairView, PersonView, Plans, RollCall, RulesVersion, StayChoices, Stuck, Tape, TidyUp, Usable,
    WhereTo,
};

use crate::answers::{
    AcceptOlder, BackupFolder, BackupSettings, BackupView, Backups, ChangePassphrase, ChangeStaff,
    CheckJournal, CountedRequest, Done, Erased, ExportOrder, ExportPreview, ExportRequest,
    Exported, FindRequest, FolderRequest, History, Hit, IdentityRequest, IdentityView, ImportOrder,
    Issue, Issued, JournalCheck, JournalPage, JournalRequest, JudgeRequest, KeptDraft, LongWork,
    Look, NewCentre, NewPaper, NewStaff, Nothing, OccupancyRequest, PaperState, PaperTyped,
    PastBoard, PastRequest, PutRight, ReadRegister, Recover, Recovery, RegisterView, ReportDue,
    ResetStaff, RestorePreview, RestoreRequest, Retention, SignIn, StaffView, Status, Strength,
    SuggestRequest, Suggested, TapeRequest, UndoPreview, UndoRequest, WhichPerson, WhichStaff,
    WhichStay,
};
use crate::files::{ChooseFile, ChosenFile};
use crate::problem::{Failure, Problem};
use crate::session::Session;

/// A command, without its code.
#[derive(Clone, Debug)]
pub struct Command {
    /// The name by which the page calls it.
    pub name: &'static str,
    /// The least role; nobody needs to be signed in where there is none.
    pub least: Option<Role>,
    request: fn(&Config) -> String,
    answer: fn(&Config) -> String,
}

macro_rules! commands {
    ($($least:expr => { $($(#[doc = $doc:literal])* $name:ident($request:ty) -> $answer:ty;)* })*) => {
        /// Every command.
        pub const COMMANDS: &[Command] = &[$($(Command {
            name: stringify!($name),
            least: $least,
            request: <$request as TS>::name,
            answer: <$answer as TS>::name,
        },)*)*];

        /// Carries out a command for whoever is signed in; the answer as JSON, as it goes to the page.
        ///
        /// # Errors
        /// Fails for an unknown name, a request that isn't of the command's type, and a role that isn't
        /// enough; refuses and fails as the command itself does.
        pub fn call(session: &Session, name: &str, request: serde_json::Value)
            -> Result<String, Problem>
        {
            match name {
                $($(stringify!($name) => {
                    session.permit($least)?;
                    answer(session.$name(read::<$request>(request)?))
                })*)*
                _ => Err(Failure::BadRequest.into()),
            }
        }

        /// Declares the types of requests and answers to the page.
        fn declare(types: &mut crate::typescript::Types) {
            $($(types.declare::<$request>(); types.declare::<$answer>();)*)*
        }
    };
}

const ANYBODY: Option<Role> = None;
const GUARD: Option<Role> = Some(Role::Guard);
const RECEPTION: Option<Role> = Some(Role::Reception);
const MANAGER: Option<Role> = Some(Role::Manager);

commands! {
    ANYBODY => {
        /// Where the program stands.
        status(Nothing) -> Status;
        /// Sets language, theme and size.
        set_look(Look) -> Status;
        /// The layout proposed for a new centre.
        proposal(Nothing) -> Found;
        /// A new recovery identity for the centre that is about to be made.
        new_recovery(Nothing) -> Recovery;
        /// Makes the centre and signs its manager in.
        create_centre(NewCentre) -> Status;
        /// Makes the sample centre if need be, and signs in.
        open_sample(Nothing) -> Status;
        /// Leaves the sample centre.
        leave_sample(Nothing) -> Status;
        /// Signs in.
        unlock(SignIn) -> Status;
        /// Lets somebody in again with the recovery key.
        recover(Recover) -> Status;
        /// A passphrase drawn by chance.
        suggest_passphrase(SuggestRequest) -> Suggested;
        /// How hard a passphrase is to guess.
        judge_passphrase(JudgeRequest) -> Strength;
        /// The backups in a folder.
        backups_in(FolderRequest) -> BackupFolder;
        /// What a restore would bring and lose; needs what opens the backup.
        restore_preview(RestoreRequest) -> RestorePreview;
        /// Puts a backup in the place of the file; needs what opens the backup.
        restore(RestoreRequest) -> Status;
        /// Signs out: drops the key and the connection.
        lock(Nothing) -> Status;
        /// How far long work is.
        work(Nothing) -> LongWork;
        /// Asks long work to stop.
        stop_work(Nothing) -> Nothing;
    }
    GUARD => {
        /// Who is where, room by room, for an evacuation.
        roll_call(Nothing) -> RollCall;
        /// Notes that a sheet goes out, and gives its stamp; which sheets, the role says.
        issue(Issue) -> Issued;
        /// Reads the file from end to end, once the first screen is there.
        check_file(Nothing) -> Nothing;
        /// Another passphrase for whoever is signed in.
        change_passphrase(ChangePassphrase) -> Nothing;
    }
    RECEPTION => {
        /// What whoever is signed in had half typed when the program was locked or ended.
        draft(Nothing) -> KeptDraft;
        /// Keeps what is half typed.
        keep_draft(KeptDraft) -> Nothing;
        /// The board now.
        board(Nothing) -> Board;
        /// The board of a moment of the past.
        past(PastRequest) -> PastBoard;
        /// The tape chart: some days of all beds.
        tape(TapeRequest) -> Tape;
        /// One person and one stay.
        person(WhichStay) -> PersonView;
        /// What was noted of a stay before it was put right, the latest first.
        put_right(WhichStay) -> Vec<PutRight>;
        /// Everything about one person.
        history(WhichPerson) -> History;
        /// Beds for a party at the door.
        usable(Draft) -> Usable;
        /// Why nothing fits for a party at the door, and what would help.
        why_nothing_fits(Draft) -> Stuck;
        /// Where somebody can move.
        move_choices(WhereTo) -> MoveChoices;
        /// Where everybody can move now, one at a time.
        all_move_choices(Nothing) -> Vec<StayChoices>;
        /// A better arrangement of everybody, and what it would gain.
        tidy_up(Nothing) -> TidyUp;
        /// People by code, or by name.
        find(FindRequest) -> Vec<Hit>;
        /// Checks a party in.
        check_in(CheckIn) -> Done;
        /// Moves people to other beds.
        move_people(Move) -> Done;
        /// Notes that people went out.
        leave(Leave) -> Done;
        /// Notes that people came back.
        return_to_house(Return) -> Done;
        /// Extends the term.
        extend(Extend) -> Done;
        /// Completes or changes what is known.
        amend(Amend) -> Done;
        /// Puts right what was noted wrong.
        correct(Correct) -> Done;
        /// Notes when people are expected to leave.
        plan_departure(PlanDeparture) -> Done;
        /// Discharges people.
        discharge(Discharge) -> Done;
        /// Who is expected: the waiting list, holds, closures.
        plans(Nothing) -> Plans;
        /// Notes assistance.
        assist(Assist) -> Done;
        /// Closes beds.
        close(Close) -> Done;
        /// Opens closed beds again.
        reopen(Reopen) -> Done;
        /// Puts a party on the waiting list.
        wait(Wait) -> Done;
        /// Takes a party off the waiting list.
        end_wait(EndWait) -> Done;
        /// Changes the order of the waiting list.
        reorder(Reorder) -> Done;
        /// Holds places.
        keep(Keep) -> Done;
        /// Releases held places.
        release(Release) -> Done;
        /// What taking an action back would do.
        undo_preview(UndoRequest) -> UndoPreview;
        /// Takes an action back.
        undo(UndoRequest) -> Done;
        /// Who somebody is; asking goes into the journal with its reason.
        show_identity(IdentityRequest) -> IdentityView;
        /// How backups stand.
        backup_state(Nothing) -> Backups;
        /// The journal, latest first.
        journal(JournalRequest) -> JournalPage;
        /// Asks for a place to save a file, or for a file to read.
        choose_file(ChooseFile) -> ChosenFile;
        /// How the desk works now.
        desk(Nothing) -> DeskSettings;
        /// The sheet that one shift hands to the next.
        daily_sheet(Nothing) -> DailySheet;
        /// The centre's own list of assistance.
        assistance_list(Nothing) -> Vec<AssistanceOffered>;
    }
    MANAGER => {
        /// How full the centre was in a period and whom it served; none while none of its days is over.
        occupancy(OccupancyRequest) -> Option<Occupancy>;
        /// The stays that a figure of a period counts.
        counted(CountedRequest) -> Vec<CountedStay>;
        /// What leaves the centre of a period, small counts hidden; none while none of its days is over.
        leaving(OccupancyRequest) -> Option<Leaving>;
        /// Whether the annual report is still to be handed in.
        report_due(Nothing) -> ReportDue;
        /// Exactly what would leave as a file.
        export_preview(ExportRequest) -> ExportPreview;
        /// Lets tables leave as files; that goes into the journal.
        export(ExportOrder) -> Exported;
        /// Reads a register and says what would become of each row.
        read_register(ReadRegister) -> RegisterView;
        /// Takes a register over.
        import_register(ImportOrder) -> Done;
        /// Checks the journal, and says what that proves.
        check_journal(CheckJournal) -> JournalCheck;
        /// Goes on with a file that is older than the last one known.
        accept_older(AcceptOlder) -> Backups;
        /// Erases an identity for good.
        erase(Erase) -> Erased;
        /// Whose identity is to be erased, and what still holds what was.
        retention(Nothing) -> Retention;
        /// Removes the backups that were made before the last erasure.
        forget_backups(Nothing) -> Retention;
        /// Makes a backup now.
        back_up(Nothing) -> Backups;
        /// Sets where backups are kept.
        set_backups(BackupSettings) -> Backups;
        /// Opens the last backup beside the file and compares.
        rehearse(Nothing) -> Vec<BackupView>;
        /// The rules of room assignment through time.
        rules(Nothing) -> Vec<RulesVersion>;
        /// Sets other rules from a time on.
        set_rules(SetRules) -> Done;
        /// Sets how the desk works from now on.
        set_desk(DeskSettings) -> Done;
        /// How many places there are through time.
        capacities(Nothing) -> Vec<CapacityVersion>;
        /// Sets how many places there are from a day on.
        set_capacity(SetCapacity) -> Done;
        /// How long a stay may be extended, through time.
        limits(Nothing) -> Vec<LimitsVersion>;
        /// Sets how long a stay may be extended, from a day on.
        set_limits(SetLimits) -> Done;
        /// Changes the centre's own list of assistance.
        set_assistance(SetAssistance) -> Done;
        /// Adds or changes a room.
        set_room(SetRoom) -> Done;
        /// Who is kept apart.
        kept_apart(Nothing) -> Vec<PairView>;
        /// Keeps two people apart.
        keep_apart(KeepApart) -> Done;
        /// Lets two people share a room again.
        let_together(LetTogether) -> Done;
        /// Everybody with an account.
        staff(Nothing) -> Vec<StaffView>;
        /// Gives somebody an account.
        employ(NewStaff) -> Vec<StaffView>;
        /// Changes the name or the role of an account.
        change_staff(ChangeStaff) -> Vec<StaffView>;
        /// Locks an account, and gives the file another data key.
        lock_staff(WhichStaff) -> Vec<StaffView>;
        /// Removes an account, and gives the file another data key.
        remove_staff(WhichStaff) -> Vec<StaffView>;
        /// Gives an account a new passphrase, and the file another data key.
        reset_staff(ResetStaff) -> Vec<StaffView>;
        /// When the recovery paper was last seen to open the file.
        recovery_state(Nothing) -> PaperState;
        /// Tries whether the recovery paper opens the file.
        try_recovery(PaperTyped) -> PaperState;
        /// A new recovery identity, to be typed back.
        new_paper(Nothing) -> Recovery;
        /// Puts a new recovery paper in the place of the one before, and gives the file another data key.
        replace_recovery(NewPaper) -> Vec<StaffView>;
    }
}

fn read<T: DeserializeOwned>(mut request: serde_json::Value) -> Result<T, Problem> {
    clean(&mut request);
    serde_json::from_value(request).map_err(|_| Failure::BadRequest.into())
}

/// Every text that comes in passes here, whatever the command: passphrases too, so that one pasted with a sign
/// that can't be seen opens what was typed without it.
fn clean(request: &mut serde_json::Value) {
    use serde_json::Value;
    match request {
        Value::String(said) => *said = text::clean(said),
        Value::Array(parts) => parts.iter_mut().for_each(clean),
        Value::Object(parts) => parts.values_mut().for_each(clean),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn answer<T: Serialize>(result: Result<T, Problem>) -> Result<String, Problem> {
    serde_json::to_string(&result?).map_err(|_| Failure::BadRequest.into())
}

/// The TypeScript types of all commands, as the page's bridge imports them.
#[must_use]
pub fn typescript() -> String {
    let mut types = crate::typescript::Types::new();
    declare(&mut types);
    types.declare::<Problem>();
    let mut text = types.text();
    text.push_str(
        "\n/** Every command: what it takes and what it gives. */\nexport interface Commands {\n",
    );
    for command in COMMANDS {
        let (request, answer) = (
            (command.request)(types.config()),
            (command.answer)(types.config()),
        );
        text.push_str(&format!(
            "  {}: {{ request: {request}; answer: {answer} }};\n",
            command.name
        ));
    }
    text.push_str("}\n");
    text
}
