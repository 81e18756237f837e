// Made from the list of commands by `make types`. Do not edit.

export type AbsenceKind = "medical" | "authority" | "family" | "day" | "unexplained" | "other";

export type AbsenceView = { 
/**
 * Where.
 */
kind: AbsenceKind, 
/**
 * When they left the house.
 */
from: Instant, 
/**
 * When they came back, if they have.
 */
to: Instant | null, 
/**
 * When they said they would be back, if they did.
 */
expected: Instant | null, };

export type AcceptOlder = { 
/**
 * Why.
 */
reason: string, };

export type ActionKind = "found" | "employ" | "check_in" | "move" | "swap" | "leave" | "return" | "extend" | "amend" | "correct" | "discharge" | "assist" | "close" | "reopen" | "wait" | "end_wait" | "reorder" | "keep" | "release" | "set_rules" | "keep_apart" | "let_together" | "plan_departure" | "import" | "undo" | "renew_key" | "restore" | "show_identity" | "change_staff" | "lock_staff" | "remove_staff" | "replace_recovery" | "try_recovery" | "set_desk" | "export" | "print" | "failed_unlock" | "back_up" | "rehearse" | "rehearse_failed" | "verify" | "accept_older" | "erase" | "set_capacity" | "set_limits" | "set_assistance" | "set_room";

export type AgeBand = "0-6" | "7-13" | "14-17" | "18-25" | "26-35" | "36-59" | "60+";

export type AgeGroup = "woman" | "man" | "teenager" | "child" | "infant";

export type AgeView = { 
/**
 * Completed years.
 */
years: number, 
/**
 * Completed months since the last birthday.
 */
months: number, 
/**
 * Worked out from an estimated age.
 */
estimated: boolean, };

export type Amend = { 
/**
 * Whose stay.
 */
stay: StayId, 
/**
 * Female or male.
 */
sex: Sex, 
/**
 * Birth date or estimated age, where it is to be changed.
 */
born: Born | null, 
/**
 * Country, ISO 3166-1 alpha-2.
 */
citizenship: string | null, 
/**
 * What they need of a bed or room.
 */
needs: Array<Need>, 
/**
 * What they are in the party.
 */
relation: Relation, 
/**
 * Why they are here.
 */
ground: GroundKind | null, 
/**
 * Who decided that.
 */
decided_by: Body | null, 
/**
 * When it was decided.
 */
decided_on: string | null, 
/**
 * The body that sent the party.
 */
referrer: Body | null, 
/**
 * Rayon or town of origin of the party.
 */
territory: string | null, 
/**
 * Crisis assistance or rehabilitation.
 */
phase: PhaseKind, 
/**
 * Who they are, where it is to be changed.
 */
identity: IdentityChange | null, 
/**
 * From when on a new ground or phase holds; now if not said.
 */
at: WallTime | null, 
/**
 * Why the record was wrong from the beginning, where it was: then what is true takes the place of
 * what was noted, and nothing has changed in the world.
 */
wrong: string | null, 
/**
 * A manager's reason, where the change breaks rules of room assignment.
 */
reason: Override, };

export type ApartPairId = string;

export type Area = "figure" | "sex" | "band" | "nights" | "ground" | "phase" | "referrer" | "territory" | "citizenship" | "party_size" | "assistance";

export type Arriving = { 
/**
 * Which hold.
 */
hold: HoldId, 
/**
 * Who, in a few words.
 */
label: string, 
/**
 * How many places.
 */
places: number, 
/**
 * From when on it is held.
 */
from: Instant, 
/**
 * Until when at the latest.
 */
until: Instant | null, };

export type Assist = { 
/**
 * To whom.
 */
stays: Array<StayId>, 
/**
 * What.
 */
kind: AssistanceKind, 
/**
 * Its name, where it is none of the listed ones.
 */
name: string | null, 
/**
 * On which day; today if not said.
 */
day: string | null, };

export type AssistanceId = string;

export type AssistanceKind = "medical" | "psychological" | "legal" | "other";

export type AssistanceNameId = string;

export type AssistanceOffered = { 
/**
 * Which.
 */
id: AssistanceNameId, 
/**
 * How it is called.
 */
name: string, };

export type AssistanceView = { 
/**
 * Which.
 */
id: AssistanceId, 
/**
 * What.
 */
kind: AssistanceKind, 
/**
 * Its name, where it is none of the listed ones.
 */
name: string | null, 
/**
 * The day.
 */
day: string, };

export type Away = { 
/**
 * Where.
 */
kind: AbsenceKind, 
/**
 * Since when.
 */
since: Instant, 
/**
 * When they said they would be back.
 */
expected_return: Instant | null, 
/**
 * By how many minutes they are late, if they are.
 */
late_minutes: number | null, 
/**
 * Whether they are so late that they have probably left for good and nobody noted it.
 */
forgotten: boolean, };

export type BackupFolder = { 
/**
 * Its path.
 */
folder: string, 
/**
 * Whether it is there now.
 */
there: boolean, 
/**
 * Since when no backup got there, where that is longer than it should be.
 */
late: Instant | null, 
/**
 * Why the last backup didn't get there, though it was there and another folder got one.
 */
failed: Failure | null, 
/**
 * What is in it, the last made first.
 */
backups: Array<BackupView>, };

export type BackupSettings = { 
/**
 * The folders.
 */
folders: Array<string>, };

export type BackupView = { 
/**
 * Its number in its folder.
 */
number: number, 
/**
 * The last action it holds.
 */
head: number, 
/**
 * When it was made.
 */
made_at: Instant, };

export type Backups = { 
/**
 * The folders.
 */
folders: Array<BackupFolder>, 
/**
 * After how many actions one is made by itself.
 */
every: number, 
/**
 * When the last one was made and read back.
 */
last: Instant | null, 
/**
 * How many actions were recorded since.
 */
since: number, 
/**
 * The last one is too old.
 */
overdue: boolean, 
/**
 * When a backup was last opened to see whether it holds what it should.
 */
rehearsed: Rehearsed | null, 
/**
 * The file is older than the last one known, and nobody has said yet that it may be.
 */
behind: Behind | null, };

export type Bar = { "is": "stay", 
/**
 * Whose stay.
 */
stay: StayId, 
/**
 * The code; infants who share the bed follow.
 */
codes: Array<string>, 
/**
 * How they are drawn.
 */
group: AgeGroup, 
/**
 * With whom they are.
 */
party: PartyId, 
/**
 * Since when in this bed.
 */
from: Instant, 
/**
 * Until when in this bed; none while they are there.
 */
to: Instant | null, 
/**
 * The end of the last day of the term, for somebody who is there.
 */
term: Instant | null, 
/**
 * When they are expected to leave for good, for somebody who is there.
 */
leaves: Instant | null, 
/**
 * They came from another bed.
 */
moved: boolean, 
/**
 * When they were away.
 */
away: Array<[Instant, Instant | null]>, } | { "is": "held", 
/**
 * For whom.
 */
label: string, 
/**
 * Since when.
 */
from: Instant, 
/**
 * Until when at the latest.
 */
to: Instant | null, } | { "is": "closed", 
/**
 * Why.
 */
reason: string, 
/**
 * From when on.
 */
from: Instant, 
/**
 * Until when, if it is known.
 */
to: Instant | null, };

export type BedChoice = { 
/**
 * Which bed.
 */
bed: BedId, 
/**
 * Why it can't be picked; it can where there is nothing.
 */
why_not: WhyNot | null, 
/**
 * Whether a manager can pick it all the same: only rules stand in the way.
 */
overridable: boolean, };

export type BedId = string;

export type BedKind = "single" | "lower" | "upper" | "cot";

export type BedNight = { 
/**
 * Room and bed.
 */
bed: string, 
/**
 * What kind of bed.
 */
kind: BedKind, 
/**
 * The adult whose bed it was, for an infant who shared one.
 */
shared_with: string | null, 
/**
 * From when.
 */
from: Instant, 
/**
 * Until when, if over.
 */
to: Instant | null, };

export type BedView = { 
/**
 * Which bed.
 */
id: BedId, 
/**
 * Room and bed as people say it: `5-2`.
 */
label: string, 
/**
 * What kind of bed.
 */
kind: BedKind, 
/**
 * Who has it; infants who share it come after the person whose bed it is.
 */
people: Array<Occupant>, 
/**
 * Why it takes nobody now, or will not.
 */
kept: Kept | null, };

export type Beds = { 
/**
 * Beds but for cots, by night.
 */
bed_nights: number, 
/**
 * Of these, closed.
 */
closed_bed_nights: number, 
/**
 * Cots, by night.
 */
cot_nights: number, 
/**
 * Of these, closed.
 */
closed_cot_nights: number, };

export type Behind = { 
/**
 * The last action that was seen once, and when; none where what is kept of that beside the file is gone,
 * so that nobody knows whether this is the newest.
 */
known: [number, Instant] | null, 
/**
 * The last action here.
 */
here: number, 
/**
 * When that was recorded.
 */
here_at: Instant | null, };

export type BeneficiaryId = string;

export type Board = { 
/**
 * The instant.
 */
at: Instant, 
/**
 * How many people are here; everybody counts, infants and those away too.
 */
taken: number, 
/**
 * How many the centre is licensed for.
 */
places: number, 
/**
 * How many places are held for expected parties.
 */
held: number, 
/**
 * Beds in which somebody could sleep, cots among them: not taken, closed or held.
 */
beds_free: number, 
/**
 * Of these, cots.
 */
cots_free: number, 
/**
 * How many people of each age group are here, in the order of the list.
 */
groups: Array<[AgeGroup, number]>, 
/**
 * The rooms, by number.
 */
rooms: Array<RoomView>, 
/**
 * Rules that are broken by people where they are now.
 */
breaches: Array<RuleBreach>, 
/**
 * Of these, and of more people than places, what was decided with a reason and is not resolved yet. The
 * reasons stand in the journal, from which the session adds them.
 */
overrides: Array<Overridden>, 
/**
 * Who still fits.
 */
still_fits: StillFits, 
/**
 * How many people's records lack something.
 */
incomplete: number, 
/**
 * How many parties wait for places.
 */
waiting: number, 
/**
 * Holds that lapse within the hours in which that is listed: for whom, and when.
 */
lapsing: Array<[string, Instant]>, 
/**
 * Who must move before a bed is closed: the bed, the stay, and when.
 */
must_move: Array<[string, StayId, Instant]>, 
/**
 * Expected parties for whom something is held now, or will be within a day; the first first.
 */
arrivals: Array<Arriving>, 
/**
 * Who should have left a bed that is held for others: the bed, the stay, and for whom.
 */
in_held: Array<[string, StayId, string]>, };

export type Body = "nrs_team" | "police" | "justice" | "iom" | "ngo" | "hotline" | "social_assistance" | "health" | "border" | "consulate" | "centre" | "self" | "other";

export type Born = { "is": "on", "value": string } | { "is": "aged", "value": number } | { "is": "aged_months", "value": number };

export type Breakdown = { 
/**
 * By what.
 */
by: By, 
/**
 * The most frequent first, what isn't known last; party sizes from the smallest.
 */
slices: Array<Slice>, };

export type By = "ground" | "phase" | "referrer" | "territory" | "citizenship" | "party_size";

export type CapacityVersion = { 
/**
 * How many.
 */
places: number, 
/**
 * From when on.
 */
from: Instant, 
/**
 * Until when, if another version follows.
 */
to: Instant | null, 
/**
 * Whether it is in force now.
 */
in_force: boolean, };

export type Cell = { "is": "word", "what": [Area, string | null] } | { "is": "all" } | { "is": "day", "what": string } | { "is": "month", "what": string } | { "is": "count", "what": number } | { "is": "number", "what": number } | { "is": "hidden" } | { "is": "nothing" };

export type ChangePassphrase = { 
/**
 * The passphrase so far.
 */
old: string, 
/**
 * The new one.
 */
new: string, };

export type ChangeStaff = { 
/**
 * Whose.
 */
staff: StaffId, 
/**
 * The short name to sign in with from now on.
 */
name: string, 
/**
 * What they may do from now on.
 */
role: Role, };

export type CheckIn = { 
/**
 * When they arrived; now if not said.
 */
at: WallTime | null, 
/**
 * The body that sent them, if known.
 */
referrer: Body | null, 
/**
 * Rayon or town of origin, if known: ISO 3166-2, or `XX` for abroad or unknown.
 */
territory: string | null, 
/**
 * Crisis assistance or rehabilitation.
 */
phase: PhaseKind, 
/**
 * Who has come.
 */
members: Array<Member>, 
/**
 * Somebody of the party that they belong to, where it came before them or was noted without them;
 * its referrer and territory are theirs.
 */
joins: StayId | null, 
/**
 * The hold that was kept for them.
 */
hold: HoldId | null, 
/**
 * What they waited as, where they are on the waiting list: they come off it, and what is held for them is used.
 */
waiting: WaitingId | null, 
/**
 * Residents who change beds to make room, at the same time.
 */
moves: Array<MoveOne>, 
/**
 * A manager's reason for going past the places or the rules.
 */
reason: Override, };

export type CheckJournal = { 
/**
 * What is on the paper, if there is one.
 */
printed: PrintedEnd | null, };

export type ChooseFile = { 
/**
 * What kind; whether it is saved or read follows from it.
 */
kind: FileKind, 
/**
 * The title of the dialog.
 */
title: string, 
/**
 * The name it is proposed to have, without its ending. It must say nothing of anybody.
 */
name: string, };

export type ChosenFile = { 
/**
 * Its path; none where the dialog was closed.
 */
path: string | null, };

export type Close = { 
/**
 * Which beds.
 */
beds: Array<BedId>, 
/**
 * From when on; now if not said. It may lie ahead.
 */
from: WallTime | null, 
/**
 * Until when, if it is known.
 */
to: WallTime | null, 
/**
 * Why.
 */
reason: string, };

export type ClosureId = string;

export type ClosureView = { 
/**
 * Which.
 */
id: ClosureId, 
/**
 * Which bed.
 */
bed: BedId, 
/**
 * As people say it.
 */
label: string, 
/**
 * Why, and for how long.
 */
kept: Kept, 
/**
 * Who sleeps there and must move before it begins.
 */
must_move: string | null, };

export type Column = "figure" | "value" | "day" | "month" | "bed_days" | "place_days" | "occupancy" | "admissions" | "discharges" | "census_last" | "census" | "places" | "sex" | "age" | "persons" | "nights" | "stays" | "kind" | "times";

export type Companion = { 
/**
 * Whose stay.
 */
stay: StayId, 
/**
 * The code.
 */
code: string, 
/**
 * How they are drawn.
 */
group: AgeGroup, 
/**
 * What they are in the party.
 */
relation: Relation, 
/**
 * How old.
 */
age: AgeView, 
/**
 * When they arrived.
 */
from: Instant, 
/**
 * When they left, if they have.
 */
to: Instant | null, 
/**
 * Room and bed.
 */
bed: string, 
/**
 * Whether in the same room.
 */
same_room: boolean, 
/**
 * Whether away.
 */
away: boolean, };

export type Correct = { 
/**
 * Whose stay.
 */
stay: StayId, 
/**
 * Others of the party of whom the same is true; not for a bed, an absence or the person.
 */
also: Array<StayId>, 
/**
 * What is true.
 */
truth: Truth, 
/**
 * Why the record was wrong; it goes into the journal.
 */
reason: string, };

export type Counted = "bed_days" | "absent_nights" | "admissions" | "discharges" | "same_day_stays" | "stay_nights" | "persons_served";

export type CountedRequest = { 
/**
 * Of which period.
 */
of: OccupancyRequest, 
/**
 * Of which figure.
 */
what: Counted, };

export type CountedStay = { 
/**
 * Which.
 */
stay: StayId, 
/**
 * The person's code.
 */
code: string, 
/**
 * Female or male.
 */
sex: Sex, 
/**
 * Completed years on the first day of the period, or on the day of admission where that is later.
 */
years: number, 
/**
 * When it began.
 */
from: Instant, 
/**
 * When it ended, if it has.
 */
to: Instant | null, 
/**
 * How much of the figure it is.
 */
count: number, };

export type CurrentStay = { 
/**
 * Which.
 */
stay: StayId, 
/**
 * The person's code.
 */
code: string, 
/**
 * The day of the stay on the last day of the period; the day of admission is day 1.
 */
days: number, 
/**
 * How many days it may last.
 */
term: number | null, };

export type DailySheet = { 
/**
 * The day.
 */
day: string, 
/**
 * The board.
 */
board: Board, 
/**
 * Who is expected.
 */
plans: Plans, 
/**
 * What happened since the day began, the first first.
 */
events: Array<DayEvent>, };

export type DayEvent = { 
/**
 * When.
 */
at: Instant, 
/**
 * To whom.
 */
code: string, 
/**
 * How they are drawn.
 */
group: AgeGroup, 
/**
 * What.
 */
what: Happening, };

export type DepartureReason = "completed" | "term_ended" | "own_wish" | "referred" | "repatriated" | "absconded" | "rules" | "died" | "other";

export type DeskSettings = { 
/**
 * For how many hours reception may take back what they did themselves.
 */
undo_hours: number, 
/**
 * From how many days before its end on a term is listed as ending.
 */
ending_days: number, 
/**
 * From how many hours before it lapses on a hold is listed.
 */
lapsing_hours: number, 
/**
 * After how many days beyond the expected return a stay looks forgotten.
 */
forgotten_days: number, 
/**
 * The smallest count that is shown in what leaves the centre.
 */
smallest_count: number, 
/**
 * After how many minutes without a key or a click the program locks itself.
 */
idle_minutes: number, 
/**
 * After how many actions a backup is made by itself.
 */
backup_actions: number, 
/**
 * After how many days with something new the last backup that was read back is too old.
 */
backup_days: number, 
/**
 * How many days after the last discharge an identity is erased; never, if none.
 */
erase_days: number | null, };

export type Destination = "family" | "own_home" | "relatives" | "other_centre" | "hospital" | "abroad" | "unknown" | "other";

export type Discharge = { 
/**
 * Whose stays.
 */
stays: Array<StayId>, 
/**
 * When they left; now if not said.
 */
at: WallTime | null, 
/**
 * Why, if known.
 */
reason: DepartureReason | null, 
/**
 * Where to, if known.
 */
destination: Destination | null, 
/**
 * Why minors of the party stay without an adult of the party, where that is so.
 */
minors_stay: string | null, };

export type Done = { 
/**
 * The number of the action in the journal.
 */
action: number, 
/**
 * What kind of action.
 */
action_kind: ActionKind, 
/**
 * How many people it was about.
 */
people: number, 
/**
 * The codes of those it was about; of many the first.
 */
codes: Array<string>, 
/**
 * Whom a check-in gave another bed, to make room: some of these codes.
 */
moved: Array<string>, 
/**
 * The stays it was about; of many the first. Of a check-in those that began with it stand first.
 */
stays: Array<StayId>, };

export type Draft = { 
/**
 * When they arrived; now if not said.
 */
at: WallTime | null, 
/**
 * Who has come, with the beds picked so far.
 */
members: Array<DraftMember>, 
/**
 * The member for whom a bed is being picked.
 */
picking: number, 
/**
 * Somebody of the party that they belong to, where it is here already.
 */
joins: StayId | null, 
/**
 * The hold that was kept for them.
 */
hold: HoldId | null, 
/**
 * What they waited as, where they are on the waiting list.
 */
waiting: WaitingId | null, };

export type DraftMember = { 
/**
 * Who.
 */
who: Who, 
/**
 * Female or male.
 */
sex: Sex, 
/**
 * Birth date or estimated age; a grown-up until something is typed.
 */
born: Born | null, 
/**
 * What they need.
 */
needs: Array<Need>, 
/**
 * Where they are to sleep, if picked.
 */
sleeps: Sleeps | null, };

export type Due = { 
/**
 * Who.
 */
beneficiary: BeneficiaryId, 
/**
 * The latest stay.
 */
stay: StayId, 
/**
 * The code.
 */
code: string, 
/**
 * On which day.
 */
on: string, };

export type EndWait = { 
/**
 * Who waits.
 */
waiting: WaitingId, 
/**
 * How it ended.
 */
end: WaitingEnd, 
/**
 * When; now if not said.
 */
at: WallTime | null, };

export type Erase = { 
/**
 * Whose.
 */
beneficiary: BeneficiaryId, 
/**
 * Why; it stays in the journal, and must not say who it was.
 */
reason: string, };

export type Erased = { 
/**
 * How many backups within reach were made before, and still hold what was erased.
 */
still_in: number, };

export type Expected = { 
/**
 * Female or male.
 */
sex: Sex, 
/**
 * Completed years.
 */
years: number, 
/**
 * What they need.
 */
needs: Array<Need>, };

export type ExportDays = { 
/**
 * The first.
 */
first: string, 
/**
 * The last.
 */
last: string, };

export type ExportForm = "xlsx" | "csv";

export type ExportOrder = { 
/**
 * What.
 */
what: ExportRequest, 
/**
 * How it is written.
 */
form: ExportForm, 
/**
 * Where to; several files are named after this one.
 */
path: string, 
/**
 * Why.
 */
reason: string, };

export type ExportPreview = { 
/**
 * The tables.
 */
tables: Array<PreviewTable>, 
/**
 * Counts under this are hidden, and how many cells are; none where nothing is hidden.
 */
small: [number, number] | null, };

export type ExportRequest = { 
/**
 * What.
 */
what: ExportWhat, 
/**
 * Of which days; of the record all, if none.
 */
days: ExportDays | null, 
/**
 * Figures as known at the end of this day; as known now, if none.
 */
known_on: string | null, };

export type ExportWhat = "record" | "figures" | "htcds";

export type Exported = { 
/**
 * The files.
 */
files: Array<string>, };

export type Extend = { 
/**
 * Whose stays.
 */
stays: Array<StayId>, 
/**
 * The whole term in days; the day of admission is day 1.
 */
days: number, 
/**
 * Who allowed it.
 */
authority: Body | null, 
/**
 * Why.
 */
reason: string, 
/**
 * When it was allowed; now if not said.
 */
at: WallTime | null, };

export type Failure = { "code": "wrong_passphrase" } | { "code": "too_soon", 
/**
 * How long, in seconds.
 */
seconds: number, } | { "code": "wrong_recovery" } | { "code": "no_folder" } | { "code": "bad_backup" } | { "code": "weak_passphrase", 
/**
 * The least number of characters.
 */
least: number, } | { "code": "guessable_passphrase" } | { "code": "shut_out" } | { "code": "recovery_mismatch" } | { "code": "locked" } | { "code": "not_permitted", 
/**
 * The least role.
 */
least: Role, } | { "code": "centre_exists" } | { "code": "no_centre" } | { "code": "open_elsewhere" } | { "code": "damaged" } | { "code": "newer_file", 
/**
 * The file's version.
 */
file: number, 
/**
 * The newest version that this program reads.
 */
program: number, } | { "code": "read_only" } | { "code": "disk_full" } | { "code": "changed_meanwhile" } | { "code": "stopped" } | { "code": "no_file" } | { "code": "not_a_spreadsheet" } | { "code": "sheet_protected" } | { "code": "file_too_large" } | { "code": "file_changed" } | { "code": "nothing_to_export" } | { "code": "names_taken" } | { "code": "bad_request" } | { "code": "system" };

export type Field = "stay" | "code" | "name" | "party" | "relation" | "sex" | "born" | "born_estimated" | "age" | "citizenship" | "needs" | "ground" | "decided_by" | "decided_on" | "phase" | "referrer" | "territory" | "from" | "from_time" | "to" | "to_time" | "room" | "bed" | "with" | "reason" | "destination" | "term_days" | "term_by" | "documents" | "notes" | "absence" | "expected" | "assistance" | "assistance_name" | "day";

export type Figures = { 
/**
 * How many days the period has.
 */
days: number, 
/**
 * The places in force, summed over the days.
 */
place_days: number, 
/**
 * The census, summed over the days.
 */
bed_days: number, 
/**
 * Bed-days by place-days; over 1 when places were exceeded. None without places.
 */
occupancy: number | null, 
/**
 * The highest daily census.
 */
peak: number, 
/**
 * The lowest daily census.
 */
lowest: number, 
/**
 * The census of the first day.
 */
census_first_day: number, 
/**
 * The census of the last day.
 */
census_last_day: number, 
/**
 * Days whose census exceeds the places.
 */
over_capacity_days: number, 
/**
 * Nights on which somebody in the census was away.
 */
absent_nights: number, 
/**
 * Stays that began.
 */
admissions: number, 
/**
 * Stays that ended.
 */
discharges: number, 
/**
 * Discharges on the day of admission.
 */
same_day_stays: number, 
/**
 * Nights from admission to discharge, on average over the discharges; none without discharges.
 */
mean_stay_nights: number | null, 
/**
 * Empty place-days by discharge; none without discharges.
 */
turnover_interval_days: number | null, 
/**
 * Different persons with a stay in the period.
 */
persons_served: number, 
/**
 * These by sex and age; without those of whom there is nobody.
 */
served: Array<Served>, 
/**
 * The census of each day.
 */
census: Array<number>, 
/**
 * The places of each day.
 */
places: Array<number>, 
/**
 * The admissions of each day.
 */
arrived: Array<number>, 
/**
 * The discharges of each day.
 */
left: Array<number>, };

export type FileKind = "xlsx" | "csv" | "pdf" | "register";

export type FindRequest = { 
/**
 * A code or a part of one (`K-214`, `214`); with `names`, also a part of a name.
 */
text: string, 
/**
 * Whether to look at names too. They are compared, and never shown.
 */
names: boolean, };

export type FolderRequest = { 
/**
 * Its path.
 */
folder: string, };

export type Former = { "of": "arrival", 
/**
 * The time.
 */
at: Instant, } | { "of": "departure", 
/**
 * The time.
 */
at: Instant | null, 
/**
 * Why.
 */
reason: DepartureReason | null, 
/**
 * Where to.
 */
destination: Destination | null, } | { "of": "bed", 
/**
 * Room and bed; empty for a bed that is no more.
 */
bed: string, 
/**
 * From when.
 */
from: Instant, 
/**
 * Until when, if it was over.
 */
to: Instant | null, } | { "of": "absence", 
/**
 * Where.
 */
kind: AbsenceKind, 
/**
 * From when.
 */
from: Instant, 
/**
 * Until when, if it was over.
 */
to: Instant | null, } | { "of": "ground", 
/**
 * Why.
 */
kind: GroundKind, 
/**
 * Who decided it.
 */
decided_by: Body | null, 
/**
 * From when.
 */
from: Instant, } | { "of": "phase", 
/**
 * Which phase.
 */
kind: PhaseKind, 
/**
 * From when.
 */
from: Instant, } | { "of": "assistance", 
/**
 * What.
 */
kind: AssistanceKind, 
/**
 * Its name.
 */
name: string | null, } | { "of": "relation", 
/**
 * What.
 */
is: Relation, } | { "of": "party", 
/**
 * The codes of the others who are of that party still.
 */
with: Array<string>, } | { "of": "person" } | { "of": "sex", 
/**
 * Which.
 */
is: Sex, } | { "of": "born", 
/**
 * Calendar year.
 */
year: number, 
/**
 * Month, 1 to 12.
 */
month: number, } | { "of": "citizenship", 
/**
 * Which.
 */
is: string, } | { "of": "sent", 
/**
 * The body.
 */
referrer: Body | null, 
/**
 * Rayon or town.
 */
territory: string | null, };

export type Found = { 
/**
 * What it is licensed for.
 */
places: number, 
/**
 * Its rooms.
 */
rooms: Array<NewRoom>, };

export type Given = { 
/**
 * What.
 */
kind: AssistanceKind, 
/**
 * How many times.
 */
times: number, 
/**
 * To how many different persons.
 */
persons: number, 
/**
 * What the centre calls it, where it is none of the listed kinds, and how many times; the most frequent first.
 * It stays inside: what leaves says the kind alone.
 */
named: Array<[string, number]>, };

export type GroundKind = "victim" | "presumed_victim" | "potential_victim" | "accompanying";

export type GroundView = { 
/**
 * Why.
 */
kind: GroundKind, 
/**
 * Who decided it.
 */
decided_by: Body | null, 
/**
 * When it was decided.
 */
decided_on: string | null, };

export type GuessedColumn = { 
/**
 * Its heading, or its letter where it has none.
 */
heading: string, 
/**
 * What stands in the first rows.
 */
samples: Array<string>, 
/**
 * What it says; none where it is left out.
 */
field: Field | null, };

export type GuestFits = { 
/**
 * Who.
 */
guest: GuestKind, 
/**
 * With how many children.
 */
children: number, 
/**
 * While nobody moves; nothing where it isn't known for certain.
 */
without_moves: boolean | null, 
/**
 * How many have to move at least; nothing where none fits or it isn't known.
 */
moves: number | null, 
/**
 * Whether it is known for certain that none fits where nothing says how many move.
 */
certain: boolean, 
/**
 * Whether there are places enough.
 */
within_places: boolean, };

export type GuestKind = "woman" | "man" | "mother";

export type Happening = { "is": "arrived", 
/**
 * Room and bed.
 */
bed: string | null, } | { "is": "left", 
/**
 * Why, if known.
 */
reason: DepartureReason | null, 
/**
 * Where to, if known.
 */
destination: Destination | null, } | { "is": "went_out", 
/**
 * Where.
 */
kind: AbsenceKind, 
/**
 * When they said they would be back.
 */
expected_return: Instant | null, } | { "is": "came_back", 
/**
 * From where.
 */
kind: AbsenceKind, } | { "is": "moved", 
/**
 * The bed before.
 */
from: string, 
/**
 * The bed since.
 */
to: string, };

export type Held = { 
/**
 * How many holds began.
 */
holds: number, 
/**
 * Of these, for a party of the waiting list that was checked in.
 */
checked_in: number, 
/**
 * Of these, ended by the end of the period, and not for a party of the waiting list that was checked in.
 */
lapsed: number, };

export type Help = { "helps": "extra_bed", 
/**
 * In this room.
 */
room: number, 
/**
 * Of this kind.
 */
kind: BedKind, } | { "helps": "open_bed", 
/**
 * The bed, as people say it.
 */
bed: string, } | { "helps": "unpin", 
/**
 * Whose code.
 */
who: string, } | { "helps": "override", 
/**
 * Which.
 */
rule: Rule, };

export type History = { 
/**
 * The stays, the latest first.
 */
stays: Array<StayHistory>, 
/**
 * The actions that made it so, the latest first.
 */
entries: Array<JournalEntry>, 
/**
 * What was noted before it was put right, the latest first.
 */
put_right: Array<PutRight>, };

export type Hit = { 
/**
 * Who.
 */
beneficiary: BeneficiaryId, 
/**
 * The latest stay.
 */
stay: StayId, 
/**
 * The code.
 */
code: string, 
/**
 * How they are drawn.
 */
group: AgeGroup, 
/**
 * Female or male.
 */
sex: Sex, 
/**
 * Age today in completed years.
 */
years: number, 
/**
 * Country, ISO 3166-1 alpha-2.
 */
citizenship: string | null, 
/**
 * Room and bed, for somebody who is here.
 */
bed: string | null, 
/**
 * When the latest stay began.
 */
from: Instant, 
/**
 * When it ended, if it has.
 */
to: Instant | null, 
/**
 * Found by the name, not by the code.
 */
by_name: boolean, };

export type HoldId = string;

export type HoldView = { 
/**
 * Which.
 */
id: HoldId, 
/**
 * For whom.
 */
label: string, 
/**
 * How many places.
 */
places: number, 
/**
 * Certain beds, as people say them.
 */
beds: Array<string>, 
/**
 * The same beds.
 */
ids: Array<BedId>, 
/**
 * Since when.
 */
since: Instant, 
/**
 * Until when at the latest.
 */
until: Instant | null, 
/**
 * It has lapsed: the places are free again.
 */
lapsed: boolean, 
/**
 * The waiting party that it is for.
 */
waiting: WaitingId | null, 
/**
 * The members of that party.
 */
members: Array<Expected>, };

export type IdentityChange = { 
/**
 * Given and family names.
 */
name: string | null, 
/**
 * Documents: kind and number.
 */
documents: string | null, 
/**
 * What else is needed to know who this is.
 */
notes: string | null, };

export type IdentityRequest = { 
/**
 * Whose.
 */
beneficiary: BeneficiaryId, 
/**
 * Why; it goes into the journal.
 */
reason: string, };

export type IdentityText = { 
/**
 * Given and family names.
 */
name: string, 
/**
 * Documents: kind and number.
 */
documents: string, 
/**
 * What else is needed to know who this is.
 */
notes: string, };

export type IdentityView = { 
/**
 * Given and family names.
 */
name: string, 
/**
 * The exact birth date, if known.
 */
born_on: string | null, 
/**
 * Documents: kind and number.
 */
documents: string, 
/**
 * What else is needed to know who this is.
 */
notes: string, };

export type ImportCounts = { 
/**
 * Stays that would be added.
 */
stays: number, 
/**
 * People who would be added.
 */
new_people: number, 
/**
 * People who are in the record already.
 */
known_people: number, 
/**
 * Parties.
 */
parties: number, 
/**
 * Rows that can't be taken as they are.
 */
wrong_rows: number, 
/**
 * Rows that can, with something to look at.
 */
odd_rows: number, 
/**
 * Rows that can't be taken and are left out.
 */
left_out: number, };

export type ImportOrder = { 
/**
 * The file.
 */
path: string, 
/**
 * The file that was looked at.
 */
digest: string, 
/**
 * Which column says what, sheet by sheet.
 */
layouts: Array<Layout>, 
/**
 * Leave out the rows that can't be taken.
 */
skip_wrong: boolean, 
/**
 * Where it comes from, for the journal; may be empty.
 */
reason: string, };

export type ImportPreview = { 
/**
 * How many there are.
 */
counts: ImportCounts, 
/**
 * When the first arrived.
 */
first: Instant | null, 
/**
 * When the last arrived.
 */
last: Instant | null, 
/**
 * Every row.
 */
rows: Array<ImportRow>, };

export type ImportRow = { 
/**
 * Where it stands in the spreadsheet.
 */
row: string, 
/**
 * The stay; none where the row can't be read.
 */
stay: ImportStay | null, 
/**
 * What is wrong or odd.
 */
problems: Array<RowProblem>, 
/**
 * Whether it can't be taken as it is.
 */
wrong: boolean, };

export type ImportStay = { 
/**
 * The person's code.
 */
who: string, 
/**
 * In the record already.
 */
known: boolean, 
/**
 * Female or male.
 */
sex: Sex, 
/**
 * Completed years on arrival.
 */
years: number, 
/**
 * Which party, counted from 1; 0 where the row can't be taken.
 */
party: number, 
/**
 * What they are in it.
 */
relation: Relation, 
/**
 * When they arrived.
 */
from: Instant, 
/**
 * When they left.
 */
to: Instant | null, 
/**
 * The beds, one after the other.
 */
beds: Array<string>, 
/**
 * Why they were here at first.
 */
ground: GroundKind | null, 
/**
 * Who sent them.
 */
referrer: Body | null, 
/**
 * Where they came from.
 */
territory: string | null, 
/**
 * Why the stay ended.
 */
reason: DepartureReason | null, };

export type Instant = number;

export type Issue = { 
/**
 * Which.
 */
paper: Paper, 
/**
 * What stands at its head: the journal says that it went out. No names.
 */
title: string, 
/**
 * Why it leaves the centre; not asked where it stays inside.
 */
reason: string | null, 
/**
 * Written as a file, not printed.
 */
file: boolean, };

export type Issued = { 
/**
 * The number of the journal's last action: the one that noted this sheet.
 */
seq: number, 
/**
 * The beginning of its seal, in four groups: it stands for all that was noted up to it.
 */
seal: string, 
/**
 * When.
 */
at: Instant, 
/**
 * Who let it go.
 */
by: string, };

export type JournalCheck = { 
/**
 * From this action on the chain doesn't hold; none where it does.
 */
breaks_at: number | null, 
/**
 * How many actions there were.
 */
actions: number, 
/**
 * The last of them.
 */
head: number, 
/**
 * When that was recorded.
 */
head_at: Instant, 
/**
 * The beginning of its seal, as it is printed.
 */
seal: string, 
/**
 * Whether what is on the paper is in this journal; none where there was no paper.
 */
printed: boolean | null, 
/**
 * With how many ends of the journal kept elsewhere it was compared.
 */
compared: number, 
/**
 * The furthest of those that isn't in this journal.
 */
behind: Behind | null, };

export type JournalEntry = { 
/**
 * Its number.
 */
seq: number, 
/**
 * What kind of action.
 */
action_kind: ActionKind, 
/**
 * When it was recorded.
 */
recorded_at: Instant, 
/**
 * When it happened.
 */
happened_at: Instant, 
/**
 * Who did it: the short name.
 */
staff: string, 
/**
 * Why, where a reason was given.
 */
reason: string | null, 
/**
 * How many people it was about.
 */
people: number, 
/**
 * The codes of those it was about; of many the first.
 */
codes: Array<string>, 
/**
 * Whom a check-in gave another bed, to make room: some of these codes.
 */
moved: Array<string>, 
/**
 * The beds it put people into: code and `5-2`; of many people none.
 */
beds: Array<[string, string]>, 
/**
 * The action that it took back.
 */
undoes: number | null, 
/**
 * The kind of the action that it took back.
 */
undoes_kind: ActionKind | null, 
/**
 * The action that took it back.
 */
undone_by: number | null, 
/**
 * Whether it can be tried to take it back.
 */
may_undo: boolean, };

export type JournalLine = { 
/**
 * What kind of action.
 */
action_kind: ActionKind, 
/**
 * When it happened.
 */
happened_at: Instant, 
/**
 * How many people it was about.
 */
people: number, 
/**
 * The codes of those it was about; of many the first.
 */
codes: Array<string>, 
/**
 * Whom a check-in gave another bed, to make room: some of these codes.
 */
moved: Array<string>, 
/**
 * The beds it put people into: code and `5-2`; of many people none.
 */
beds: Array<[string, string]>, 
/**
 * The action that it took back.
 */
undoes: number | null, 
/**
 * The kind of the action that it took back.
 */
undoes_kind: ActionKind | null, };

export type JournalPage = { 
/**
 * Latest first.
 */
entries: Array<JournalEntry>, 
/**
 * Whether there are earlier ones.
 */
more: boolean, 
/**
 * What was ever done here.
 */
kinds: Array<ActionKind>, 
/**
 * Everybody who ever did something here, with the short name.
 */
authors: Array<[StaffId, string]>, };

export type JournalRequest = { 
/**
 * Only actions before this number.
 */
before: number | null, 
/**
 * At most so many.
 */
most: number, 
/**
 * Only this was done.
 */
action_kind: ActionKind | null, 
/**
 * Only by this member of staff.
 */
staff: StaffId | null, 
/**
 * Only about the person with this code; everybody, if empty.
 */
code: string, 
/**
 * Only recorded on this day or later.
 */
first: string | null, 
/**
 * Only recorded on this day or earlier.
 */
last: string | null, };

export type JudgeRequest = { 
/**
 * The passphrase.
 */
passphrase: string, 
/**
 * The name to sign in with: a passphrase made of it is easy to guess.
 */
name: string, };

export type Keep = { 
/**
 * For whom, in a few words without names.
 */
label: string, 
/**
 * How many places.
 */
places: number, 
/**
 * Which beds, where certain beds are to be held.
 */
beds: Array<BedId>, 
/**
 * From when on; now if not said. It may lie ahead.
 */
from: WallTime | null, 
/**
 * Until when at the latest.
 */
until: WallTime, 
/**
 * The waiting party that it is for.
 */
waiting: WaitingId | null, };

export type KeepApart = { 
/**
 * The one, by a stay of theirs.
 */
one: StayId, 
/**
 * The other.
 */
other: StayId, 
/**
 * Why. It stays out of the journal, which reception reads.
 */
reason: string, };

export type Kept = { "is": "closed", 
/**
 * Which closure.
 */
id: ClosureId, 
/**
 * Why.
 */
reason: string, 
/**
 * From when on.
 */
from: Instant, 
/**
 * Until when, if it is known.
 */
until: Instant | null, } | { "is": "held", 
/**
 * For whom.
 */
label: string, 
/**
 * From when on.
 */
from: Instant, 
/**
 * Until when at the latest.
 */
until: Instant | null, };

export type KeptDraft = { 
/**
 * The forms and where they are.
 */
draft: string | null, };

export type Known = "now" | "then";

export type Language = "ro" | "ru" | "en";

export type Layout = { 
/**
 * The name of the sheet.
 */
name: string, 
/**
 * What its rows are.
 */
kind: SheetKind, 
/**
 * The first row below the headings, counted from 0.
 */
first: number, 
/**
 * How many rows there are below the headings.
 */
rows: number, 
/**
 * The columns, from the left.
 */
columns: Array<GuessedColumn>, };

export type Leave = { 
/**
 * Whose stays.
 */
stays: Array<StayId>, 
/**
 * When; now if not said.
 */
at: WallTime | null, 
/**
 * Where to.
 */
kind: AbsenceKind, 
/**
 * When they said they would be back, if they did.
 */
expected_return: WallTime | null, 
/**
 * When they came back, where the whole absence is noted late.
 */
back: WallTime | null, };

export type Leaving = { 
/**
 * The first day.
 */
first: string, 
/**
 * The last day.
 */
last: string, 
/**
 * The first day on which the centre had places, where that is later than the first.
 */
places_from: string | null, 
/**
 * Counts from 1 to below this are hidden.
 */
least: number, 
/**
 * The tables.
 */
tables: Array<LeavingTable>, 
/**
 * How many cells are hidden.
 */
hidden: number, };

export type LeavingTable = { 
/**
 * Its name: `figures`, `days` or `months`, `served`, `lengths`, `assistance`, or what the stays are told apart by.
 */
name: string, 
/**
 * The columns.
 */
columns: Array<Column>, 
/**
 * The rows, a cell for each column.
 */
rows: Array<Array<Cell>>, };

export type LengthBand = "0" | "1-3" | "4-7" | "8-14" | "15-30" | "31-60" | "61-90" | "91+";

export type Lengths = { 
/**
 * As many stays were shorter as were longer, in nights; none without discharges.
 */
median_nights: number | null, 
/**
 * The longest of them, nights.
 */
longest_nights: number | null, 
/**
 * How many stays of each length ended; all bands.
 */
bands: Array<[LengthBand, number]>, 
/**
 * The stays that run at the end of the period, the longest first.
 */
current: Array<CurrentStay>, };

export type LetTogether = { 
/**
 * Which pair.
 */
pair: ApartPairId, };

export type Limits = { 
/**
 * Of an identified victim.
 */
victim: number | null, 
/**
 * Of a presumed victim.
 */
presumed_victim: number | null, 
/**
 * Of a potential victim.
 */
potential_victim: number | null, 
/**
 * Of an accompanying family member.
 */
accompanying: number | null, };

export type LimitsVersion = { 
/**
 * What they say.
 */
limits: Limits, 
/**
 * From when on.
 */
from: Instant, 
/**
 * Until when, if another version follows.
 */
to: Instant | null, 
/**
 * Whether they are in force now.
 */
in_force: boolean, };

export type LongWork = { 
/**
 * How much of it is done, from 0 to 100; none where there is none.
 */
percent: number | null, 
/**
 * Whether it can still be stopped: then nothing was changed.
 */
stoppable: boolean, };

export type Look = { 
/**
 * The language.
 */
language: Language, 
/**
 * Light, dark, or as the system says.
 */
theme: Theme, 
/**
 * How large everything is, in per cent of the usual size: 100 to 200.
 */
zoom: number, 
/**
 * Whether the tour of the first run was walked or left.
 */
toured: boolean, };

export type Member = { 
/**
 * Who.
 */
who: Who, 
/**
 * What they are in the party.
 */
relation: Relation, 
/**
 * Female or male.
 */
sex: Sex, 
/**
 * Birth date or estimated age.
 */
born: Born, 
/**
 * Country, ISO 3166-1 alpha-2, if known.
 */
citizenship: string | null, 
/**
 * What they need of a bed or room.
 */
needs: Array<Need>, 
/**
 * Why they are here, if known.
 */
ground: GroundKind | null, 
/**
 * Who decided that, if anybody has.
 */
decided_by: Body | null, 
/**
 * Who they are, if they said.
 */
identity: IdentityText, 
/**
 * Where they are to sleep.
 */
sleeps: Sleeps, };

export type Missing = "birth_date" | "citizenship" | "ground" | "ground_decision" | "referrer" | "territory" | "departure_reason" | "destination";

export type Move = { 
/**
 * Who and where to; two who take each other's bed swap.
 */
moves: Array<MoveOne>, 
/**
 * When; now if not said.
 */
at: WallTime | null, 
/**
 * A manager's reason for going past the rules.
 */
reason: Override, };

export type MoveChoice = { 
/**
 * Which bed.
 */
bed: BedId, 
/**
 * Why the person can't simply be put there.
 */
why_not: WhyNot | null, 
/**
 * Whether only rules stand in the way, which a manager can go past.
 */
overridable: boolean, 
/**
 * For a taken bed: the stay with which beds can be swapped.
 */
swap_with: StayId | null, 
/**
 * The rules that the swap would break.
 */
swap_breaches: Array<RuleBreach>, };

export type MoveChoices = { 
/**
 * Every bed, by room and number.
 */
beds: Array<MoveChoice>, };

export type MoveOne = { 
/**
 * Whose stay.
 */
stay: StayId, 
/**
 * Where to.
 */
to: NewPlace, };

export type Neatness = { 
/**
 * Rules that are broken.
 */
broken: number, 
/**
 * Rooms that parties are spread over, less one each.
 */
spread: number, 
/**
 * Pairs of unrelated people in one room, at least one of a party with a minor.
 */
strangers: number, 
/**
 * People in rooms not meant for them.
 */
unsuited: number, };

export type Need = "no_upper_bunk" | "step_free" | "isolation";

export type NewBed = { 
/**
 * What kind of bed.
 */
kind: BedKind, };

export type NewCentre = { 
/**
 * Places, rooms and beds.
 */
found: Found, 
/**
 * The short name with which the manager signs in.
 */
name: string, 
/**
 * The manager's passphrase.
 */
passphrase: string, 
/**
 * The recovery identity, typed back from paper. Spaces and case don't matter.
 */
recovery: string, };

export type NewPaper = { 
/**
 * The new recovery identity, typed back from paper. Spaces and case don't matter.
 */
recovery: string, 
/**
 * The passphrase of the manager who asks for it.
 */
passphrase: string, };

export type NewPlace = { "in": "bed", "id": BedId } | { "in": "with", "id": StayId };

export type NewRoom = { 
/**
 * The number on the door.
 */
number: number, 
/**
 * Whom it is meant for.
 */
room_use: RoomUse, 
/**
 * Whether it can be reached without a step.
 */
step_free: boolean, 
/**
 * The side of the corridor.
 */
wing: Wing, 
/**
 * The first of the plan's eight columns that it takes, from 0.
 */
column: number, 
/**
 * How many columns it takes.
 */
width: number, 
/**
 * Its beds, numbered in this order.
 */
beds: Array<NewBed>, };

export type NewStaff = { 
/**
 * The short name to sign in with.
 */
name: string, 
/**
 * What they may do.
 */
role: Role, 
/**
 * The passphrase.
 */
passphrase: string, };

export type Noted = "bed" | "absence" | "ground" | "phase" | "assistance" | "arrival" | "discharge";

export type Nothing = Record<symbol, never>;

export type Obstacle = { 
/**
 * Its number in the journal.
 */
action: number, 
/**
 * What the journal says of it. The record doesn't know that: the session adds it.
 */
said: JournalLine | null, };

export type Occupancy = { 
/**
 * The first day.
 */
first: string, 
/**
 * The last day that is counted.
 */
last: string, 
/**
 * The figures.
 */
figures: Figures, 
/**
 * How long people stayed.
 */
lengths: Lengths, 
/**
 * The stays, told apart by one thing after the other.
 */
breakdowns: Array<Breakdown>, 
/**
 * Assistance given, all kinds.
 */
assistance: Array<Given>, 
/**
 * Beds by night.
 */
beds: Beds, 
/**
 * Places held.
 */
held: Held, 
/**
 * Waiting that ended.
 */
waited: Waited, };

export type OccupancyRequest = { 
/**
 * The first day.
 */
first: string, 
/**
 * The last day; days that are not over yet are left out.
 */
last: string, 
/**
 * As it was known at the end of this day; as known now, if none.
 */
known_on: string | null, };

export type Occupant = { 
/**
 * Whose stay.
 */
stay: StayId, 
/**
 * The code.
 */
code: string, 
/**
 * How they are drawn.
 */
group: AgeGroup, 
/**
 * With whom they arrived.
 */
party: PartyId, 
/**
 * How many of the party are here.
 */
party_size: number, 
/**
 * How long they have been here and may stay.
 */
term: TermView, 
/**
 * Where they are, if away.
 */
away: Away | null, 
/**
 * When they are expected to leave for good, if that is noted.
 */
leaves: Instant | null, 
/**
 * That was so long ago that the discharge was probably forgotten.
 */
departure_forgotten: boolean, 
/**
 * What the record lacks.
 */
missing: Array<Missing>, };

export type Overridden = { 
/**
 * The broken rules; none where there are more people than places.
 */
breaches: Array<RuleBreach>, 
/**
 * Why, as the manager said.
 */
reason: string, 
/**
 * Who decided: the short name.
 */
staff: string, 
/**
 * When.
 */
at: Instant, };

export type Override = string | null;

export type PairView = { 
/**
 * Which pair.
 */
pair: ApartPairId, 
/**
 * The one.
 */
one: BeneficiaryId, 
/**
 * The other.
 */
other: BeneficiaryId, 
/**
 * Their codes, the lower number first.
 */
codes: [string, string], 
/**
 * Why.
 */
reason: string, 
/**
 * Since when.
 */
since: Instant, 
/**
 * Whether they share a room now all the same.
 */
in_one_room: boolean, };

export type Paper = { "is": "roll_call" } | { "is": "daily" } | { "is": "report", 
/**
 * Its first day.
 */
first: string, 
/**
 * Its last day.
 */
last: string, } | { "is": "record", 
/**
 * Whose.
 */
beneficiary: BeneficiaryId, };

export type PaperState = { 
/**
 * When it was last typed back and was the right one.
 */
seen: Instant | null, 
/**
 * It should be tried again: that was more than a year ago.
 */
due: boolean, };

export type PaperTyped = { 
/**
 * The recovery key; spaces and case don't matter.
 */
recovery: string, };

export type PartyId = string;

export type PastBoard = { 
/**
 * The board.
 */
board: Board, 
/**
 * What was recorded later and shows people of that moment somewhere else, oldest first.
 */
since: Array<JournalEntry>, };

export type PastRequest = { 
/**
 * The moment.
 */
at: WallTime, 
/**
 * What to show of it.
 */
known: Known, };

export type PersonView = { 
/**
 * Who.
 */
beneficiary: BeneficiaryId, 
/**
 * Which stay.
 */
stay: StayId, 
/**
 * The code.
 */
code: string, 
/**
 * Female or male.
 */
sex: Sex, 
/**
 * How they are drawn.
 */
group: AgeGroup, 
/**
 * How old.
 */
age: AgeView, 
/**
 * Country, ISO 3166-1 alpha-2.
 */
citizenship: string | null, 
/**
 * What they need.
 */
needs: Array<Need>, 
/**
 * What they are in the party.
 */
relation: Relation, 
/**
 * When they arrived.
 */
from: Instant, 
/**
 * When they left, if they have.
 */
to: Instant | null, 
/**
 * Why they left, if known.
 */
departure_reason: DepartureReason | null, 
/**
 * Where to, if known.
 */
destination: Destination | null, 
/**
 * How long they have been here and may stay.
 */
term: TermView, 
/**
 * Where they sleep: room and bed, and the kind of bed.
 */
bed: [string, BedKind] | null, 
/**
 * The code of the adult whose bed it is, for an infant who shares one.
 */
shares_with: string | null, 
/**
 * Why they are here.
 */
ground: GroundView | null, 
/**
 * Who sent the party.
 */
referrer: Body | null, 
/**
 * Where the party comes from.
 */
territory: string | null, 
/**
 * Crisis assistance or rehabilitation.
 */
phase: PhaseKind | null, 
/**
 * Where they are, if away.
 */
away: Away | null, 
/**
 * When they are, or were, expected to leave for good, if that was noted.
 */
leaves: Instant | null, 
/**
 * Whether an identity is kept, sealed.
 */
has_identity: boolean, 
/**
 * Whether versions that hold no longer still say who it is, though what holds now says nothing: they can be
 * erased. Only whoever has the whole record knows; false from the view alone.
 */
had_identity: boolean, 
/**
 * The others of the party who are here.
 */
party: Array<Companion>, 
/**
 * Where they slept, latest first.
 */
beds: Array<BedNight>, 
/**
 * When they were away, latest first.
 */
absences: Array<AbsenceView>, 
/**
 * Assistance, latest first.
 */
assistance: Array<AssistanceView>, 
/**
 * What the record lacks.
 */
missing: Array<Missing>, };

export type PhaseKind = "crisis" | "rehabilitation";

export type PlanDeparture = { 
/**
 * Whose stays.
 */
stays: Array<StayId>, 
/**
 * When; none where it isn't known any more.
 */
at: WallTime | null, 
/**
 * A manager's reason, where they would still be on a place that is held for others.
 */
reason: Override, };

export type PlannedMove = { 
/**
 * Whose stay.
 */
stay: StayId, 
/**
 * The code.
 */
code: string, 
/**
 * The bed now.
 */
from: string, 
/**
 * The bed then.
 */
to: string, 
/**
 * The bed then.
 */
bed: BedId, };

export type Plans = { 
/**
 * Who waits, in order.
 */
waiting: Array<WaitingView>, 
/**
 * What is held, and what lapsed within the last day; the first to lapse first.
 */
holds: Array<HoldView>, 
/**
 * Closed beds, now or later: the bed, its name, why and for how long, and who must move before.
 */
closures: Array<ClosureView>, };

export type PreviewTable = { 
/**
 * Its name among the files.
 */
name: string, 
/**
 * Its name.
 */
title: string, 
/**
 * The headings.
 */
columns: Array<string>, 
/**
 * The first rows.
 */
rows: Array<Array<string>>, 
/**
 * How many rows there are.
 */
total: number, };

export type PrintedEnd = { 
/**
 * The number of the action.
 */
seq: number, 
/**
 * The beginning of its seal; spaces and case don't matter.
 */
seal: string, };

export type Problem = { "kind": "refused", "about": Refusal } | { "kind": "failed", "about": Failure };

export type Proposal = { 
/**
 * Whether it is the best of all, or answers another wish.
 */
aim: Wish, 
/**
 * The bed of each member, in their order; none for those who share a bed.
 */
beds: Array<BedId | null>, 
/**
 * Residents who would have to change beds.
 */
moves: Array<PlannedMove>, 
/**
 * What there is to say about it, in a fixed order.
 */
remarks: Array<Said>, 
/**
 * Whether it is proven that none with this wish is better.
 */
proven: boolean, 
/**
 * What it breaks, where it goes past a rule: only a manager can choose it, with a reason.
 */
breaches: Array<RuleBreach>, };

export type PutRight = { 
/**
 * The entry.
 */
entry: JournalEntry, 
/**
 * The stay, as far as it is about one.
 */
stay: StayId | null, 
/**
 * What was noted.
 */
was: Former, };

export type ReadRegister = { 
/**
 * The file.
 */
path: string, 
/**
 * Which column says what, sheet by sheet; recognised by their headings, if not told.
 */
layouts: Array<Layout> | null, 
/**
 * Leave out the rows that can't be taken.
 */
skip_wrong: boolean, };

export type Recover = { 
/**
 * The recovery key from the paper; spaces and case don't matter.
 */
recovery: string, 
/**
 * The short name.
 */
name: string, 
/**
 * The new passphrase.
 */
passphrase: string, };

export type Recovery = { 
/**
 * To be written on paper and typed back: `AGE-SECRET-KEY-1...`.
 */
secret: string, };

export type Refusal = { "code": "in_future" } | { "code": "no_such_time" } | { "code": "needs_manager" } | { "code": "needs_reason" } | { "code": "nothing_to_erase" } | { "code": "names_in_reason" } | { "code": "nobody_named" } | { "code": "not_found" } | { "code": "already_here", 
/**
 * Whose code.
 */
who: string, 
/**
 * Where the person is; empty where it isn't known.
 */
bed: string, 
/**
 * Since when.
 */
since: Instant, } | { "code": "not_here", 
/**
 * Whose code.
 */
who: string, } | { "code": "bed_taken", 
/**
 * The bed.
 */
bed: string, 
/**
 * Who has it.
 */
who: string, 
/**
 * Since when.
 */
since: Instant, 
/**
 * Until when, if it has ended.
 */
until: Instant | null, } | { "code": "bed_closed", 
/**
 * The bed.
 */
bed: string, 
/**
 * Until when, if it is known.
 */
until: Instant | null, } | { "code": "bed_held", 
/**
 * The bed.
 */
bed: string, 
/**
 * For whom.
 */
label: string, 
/**
 * Since when, or from when on.
 */
from: Instant, 
/**
 * Until when.
 */
until: Instant | null, } | { "code": "stays_on", 
/**
 * The bed.
 */
bed: string, 
/**
 * Who has it.
 */
who: string, 
/**
 * When they are expected to leave, if that is noted.
 */
until: Instant | null, } | { "code": "places_held", 
/**
 * How many people there would be.
 */
taken: number, 
/**
 * How many places are held.
 */
held: number, 
/**
 * How many places there are.
 */
places: number, 
/**
 * For whom they are held.
 */
labels: Array<string>, 
/**
 * When that would be.
 */
at: Instant, } | { "code": "must_move_first", 
/**
 * Their codes and beds.
 */
people: Array<[string, string]>, } | { "code": "is_over" } | { "code": "ends_before_it_begins" } | { "code": "bed_twice", 
/**
 * The bed.
 */
bed: string, } | { "code": "no_bed", 
/**
 * Whose code.
 */
who: string, } | { "code": "same_bed", 
/**
 * Whose code.
 */
who: string, 
/**
 * The bed.
 */
bed: string, } | { "code": "over_capacity", 
/**
 * How many there would be.
 */
taken: number, 
/**
 * How many places there are.
 */
places: number, } | { "code": "too_few_places", 
/**
 * How many people there will be.
 */
taken: number, 
/**
 * How many places would be held, those of other holds among them.
 */
held: number, 
/**
 * How many places there are.
 */
places: number, 
/**
 * When that would be.
 */
at: Instant, } | { "code": "breaks_rules", 
/**
 * Which, and for whom.
 */
breaches: Array<RuleBreach>, } | { "code": "cannot_share", 
/**
 * Whose code.
 */
who: string, } | { "code": "infant_in_bed", 
/**
 * The adult.
 */
who: string, 
/**
 * The infant.
 */
infant: string, } | { "code": "later_event", 
/**
 * Whose code.
 */
who: string, 
/**
 * What is recorded.
 */
what: Noted, 
/**
 * When that was.
 */
at: Instant, } | { "code": "already_away", 
/**
 * Whose code.
 */
who: string, } | { "code": "away_then", 
/**
 * Whose code.
 */
who: string, 
/**
 * Since when.
 */
from: Instant, 
/**
 * Until when; none where the person is away still.
 */
until: Instant | null, } | { "code": "not_away", 
/**
 * Whose code.
 */
who: string, } | { "code": "return_before_leaving" } | { "code": "minors_left_behind", 
/**
 * Their codes.
 */
minors: Array<string>, } | { "code": "bad_age" } | { "code": "text_too_long", 
/**
 * The most characters it may have.
 */
most: number, } | { "code": "not_in_list" } | { "code": "term_too_short", 
/**
 * The day of the stay today.
 */
day: number, } | { "code": "nothing_to_undo" } | { "code": "undo_not_yours" } | { "code": "undo_too_late", 
/**
 * After how many hours.
 */
hours: number, } | { "code": "later_actions", 
/**
 * Which, oldest first.
 */
obstacles: Array<Obstacle>, } | { "code": "nothing_changes" } | { "code": "bad_layout" } | { "code": "name_missing" } | { "code": "name_taken" } | { "code": "last_manager" } | { "code": "own_account" } | { "code": "bad_capacity" } | { "code": "bad_rules" } | { "code": "bed_gone", 
/**
 * The bed.
 */
bed: string, } | { "code": "room_number_taken", 
/**
 * The number.
 */
number: number, } | { "code": "spot_taken", 
/**
 * Its number.
 */
number: number, } | { "code": "listed_already" } | { "code": "past_limit", 
/**
 * Whose code.
 */
who: string, 
/**
 * How many days the ground allows in all.
 */
most: number, } | { "code": "out_of_bounds", 
/**
 * Which: the name of the field.
 */
field: string, 
/**
 * The least it may be.
 */
least: number, 
/**
 * The most it may be.
 */
most: number, } | { "code": "rows_in_the_way", 
/**
 * How many.
 */
rows: number, } | { "code": "already_begun" };

export type RegisterView = { 
/**
 * Tells whether the file is still the same when it is taken over.
 */
digest: string, 
/**
 * Which column says what, sheet by sheet.
 */
layouts: Array<Layout>, 
/**
 * What would become of each row.
 */
preview: ImportPreview, };

export type Rehearsed = { 
/**
 * When.
 */
at: Instant, 
/**
 * Its number in its folder.
 */
number: number, 
/**
 * Whether it said the same as the file.
 */
held: boolean, };

export type Relation = "head" | "mother" | "father" | "daughter" | "son" | "sister" | "brother" | "grandmother" | "grandfather" | "spouse" | "relative" | "companion";

export type Release = { 
/**
 * Which hold.
 */
hold: HoldId, 
/**
 * When; now if not said.
 */
at: WallTime | null, };

export type Reopen = { 
/**
 * Which closures end: a bed that is closed may be to be closed again later.
 */
closures: Array<ClosureId>, 
/**
 * When; now if not said.
 */
at: WallTime | null, };

export type Reorder = { 
/**
 * Who is to stand elsewhere.
 */
waiting: WaitingId, 
/**
 * Before whom; at the end if none.
 */
before: WaitingId | null, 
/**
 * When; now if not said.
 */
at: WallTime | null, };

export type ReportDue = { 
/**
 * Of which year; none where nothing is due.
 */
year: number | null, 
/**
 * By which day.
 */
by: string | null, };

export type ResetStaff = { 
/**
 * Whose.
 */
staff: StaffId, 
/**
 * The new passphrase.
 */
new: string, 
/**
 * The passphrase of the manager who asks for it.
 */
passphrase: string, };

export type RestorePreview = { 
/**
 * The backup.
 */
backup: BackupView, 
/**
 * When its last action was recorded.
 */
last_recorded: Instant | null, 
/**
 * How many people were here then.
 */
here: number, 
/**
 * The actions of the file here that it does not hold; none where there is no file here, or where
 * it isn't known.
 */
lost: number | null, 
/**
 * The accounts of the backup that are not in the file here; all of the backup's where there is no file
 * here, or where it isn't known.
 */
accounts_back: Array<string>, 
/**
 * The accounts of the file here that are not in the backup.
 */
accounts_gone: Array<string>, 
/**
 * How many people in it were erased since, and will be again.
 */
erased_again: number, };

export type RestoreRequest = { 
/**
 * The folder of the backups.
 */
folder: string, 
/**
 * Its number.
 */
number: number, 
/**
 * The short name, for an account.
 */
name: string, 
/**
 * The passphrase, for an account.
 */
passphrase: string, 
/**
 * The recovery key, in the place of both.
 */
recovery: string | null, };

export type Retention = { 
/**
 * Whose identity is to be erased by the rule in force, the next first.
 */
due: Array<Due>, 
/**
 * How many backups within reach were made before the last erasure.
 */
still_in: number, };

export type Return = { 
/**
 * Whose stays.
 */
stays: Array<StayId>, 
/**
 * When; now if not said.
 */
at: WallTime | null, };

export type Role = "guard" | "reception" | "manager";

export type RollCall = { 
/**
 * The instant.
 */
at: Instant, 
/**
 * How many must be found in the house.
 */
present: number, 
/**
 * How many are out.
 */
away: number, 
/**
 * The rooms, by number, empty ones too: they are looked into as well.
 */
rooms: Array<RollRoom>, };

export type RollPerson = { 
/**
 * The code.
 */
code: string, 
/**
 * Woman, man, teenager, child or infant: who has to be carried or led.
 */
group: AgeGroup, 
/**
 * Room and bed as people say it: `5-2`.
 */
bed: string, 
/**
 * Can't take stairs without help.
 */
needs_help: boolean, 
/**
 * Where they are, if out.
 */
away: Away | null, };

export type RollRoom = { 
/**
 * The number on the door.
 */
number: number, 
/**
 * The side of the corridor.
 */
wing: Wing, 
/**
 * How many of its people must be found in the house.
 */
present: number, 
/**
 * Its people, by bed; an infant comes after the person whose bed it shares.
 */
people: Array<RollPerson>, };

export type RoomId = string;

export type RoomNo = { 
/**
 * Which room.
 */
room: number, 
/**
 * All that stands against it.
 */
why: Array<RoomWhy>, };

export type RoomUse = "women" | "men" | "family" | "minors" | "isolation" | "any";

export type RoomView = { 
/**
 * Which room.
 */
id: RoomId, 
/**
 * The number on the door.
 */
number: number, 
/**
 * Whom it is meant for.
 */
room_use: RoomUse, 
/**
 * Whether it can be reached without a step.
 */
step_free: boolean, 
/**
 * The side of the corridor.
 */
wing: Wing, 
/**
 * The first column of the plan that it takes, from 0 to 7.
 */
column: number, 
/**
 * How many columns it takes.
 */
width: number, 
/**
 * Its beds, by number.
 */
beds: Array<BedView>, };

export type RoomWhy = { "why": "beds", 
/**
 * How many come.
 */
needed: number, 
/**
 * How many beds are free.
 */
free: number, } | { "why": "kinds", 
/**
 * Their codes.
 */
people: Array<string>, } | { "why": "rule", 
/**
 * Which, and by whom.
 */
breach: RuleBreach, };

export type RowProblem = { "code": "missing", 
/**
 * What.
 */
field: Field, } | { "code": "unreadable", 
/**
 * What.
 */
field: Field, 
/**
 * What stands there.
 */
text: string, } | { "code": "no_such_time", 
/**
 * Which time.
 */
field: Field, } | { "code": "in_future", 
/**
 * Which time.
 */
field: Field, } | { "code": "ends_before_it_begins" } | { "code": "bad_age" } | { "code": "too_long", 
/**
 * Which.
 */
field: Field, } | { "code": "twice", 
/**
 * Which row.
 */
row: string, } | { "code": "overlaps", 
/**
 * Which row.
 */
row: string, } | { "code": "already_here", 
/**
 * Since when.
 */
since: Instant, 
/**
 * Until when.
 */
until: Instant | null, } | { "code": "already_recorded", 
/**
 * Whose.
 */
who: string, } | { "code": "unknown_room", 
/**
 * What stands there.
 */
text: string, } | { "code": "unknown_bed", 
/**
 * What stands there.
 */
text: string, } | { "code": "bed_taken", 
/**
 * The bed.
 */
bed: string, 
/**
 * Who.
 */
who: string, 
/**
 * Their row, if they are in the register.
 */
row: string | null, } | { "code": "bed_closed", 
/**
 * The bed.
 */
bed: string, } | { "code": "no_bed_free" } | { "code": "nobody_to_share_with" } | { "code": "no_stay" } | { "code": "several_stays" } | { "code": "outside_stay", 
/**
 * What begins or lies there.
 */
field: Field, } | { "code": "gap", 
/**
 * Since when.
 */
from: Instant, 
/**
 * Until when.
 */
until: Instant | null, } | { "code": "at_once", 
/**
 * Of what.
 */
field: Field, } | { "code": "left_empty", 
/**
 * Which field.
 */
field: Field, 
/**
 * What stands there.
 */
text: string, } | { "code": "bed_chosen", 
/**
 * The bed.
 */
bed: string, } | { "code": "shares", 
/**
 * Whose bed.
 */
who: string, } | { "code": "differs", 
/**
 * In what.
 */
field: Field, 
/**
 * The row about this person that counts; the record, if none.
 */
row: string | null, } | { "code": "bed_held", 
/**
 * The bed.
 */
bed: string, 
/**
 * For whom.
 */
label: string, 
/**
 * From when.
 */
from: Instant, } | { "code": "bed_closes", 
/**
 * The bed.
 */
bed: string, 
/**
 * From when.
 */
from: Instant, } | { "code": "breaks_rules", 
/**
 * Which, and for whom.
 */
breaches: Array<RuleBreach>, } | { "code": "over_capacity", 
/**
 * How many.
 */
taken: number, 
/**
 * How many places there were.
 */
places: number, } | { "code": "looks_forgotten", 
/**
 * How many days ago.
 */
days: number, };

export type Rule = "B1" | "B2" | "B3" | "B4" | "R1" | "R2" | "R3" | "R4" | "R5" | "P1" | "P2";

export type RuleBreach = { 
/**
 * Which rule.
 */
rule: Rule, 
/**
 * The code of the person it is about; empty for somebody who has none yet.
 */
code: string, 
/**
 * The other person, where the rule is about two.
 */
other: string | null, 
/**
 * The room's number.
 */
room: number, };

export type Rules = { 
/**
 * R3: unrelated people of different sex share no room from this age, whole years.
 */
opposite_sex_age: number, 
/**
 * R5: a child younger than this sleeps in a room with an adult of the party, whole years.
 */
with_adult_age: number, 
/**
 * B3: nobody younger than this in an upper bunk, whole years.
 */
upper_bunk_age: number, 
/**
 * B2: only a child younger than this in a cot, whole years.
 */
cot_age: number, 
/**
 * P2: at most so many residents change beds in one plan.
 */
max_moves: number, 
/**
 * How long a stay may last unless extended, days.
 */
term_days: number, };

export type RulesVersion = { 
/**
 * What they say.
 */
rules: Rules, 
/**
 * From when on.
 */
from: Instant, 
/**
 * Until when, if another version follows.
 */
to: Instant | null, 
/**
 * Whether they are in force now.
 */
in_force: boolean, };

export type Said = { "says": "nobody_moves" } | { "says": "moves", 
/**
 * Their codes.
 */
people: Array<string>, } | { "says": "room_to_themselves", 
/**
 * The room.
 */
room: number, } | { "says": "shared_with", 
/**
 * The room.
 */
room: number, 
/**
 * With whom.
 */
people: Array<string>, } | { "says": "spread", 
/**
 * Which.
 */
rooms: Array<number>, } | { "says": "opens_empty_room", 
/**
 * Which.
 */
room: number, } | { "says": "last_empty_room", 
/**
 * Which.
 */
room: number, 
/**
 * The use.
 */
room_use: RoomUse, } | { "says": "unsuited_use", 
/**
 * Their codes.
 */
people: Array<string>, 
/**
 * The room.
 */
room: number, };

export type Served = { 
/**
 * Female or male.
 */
sex: Sex, 
/**
 * Age on the first day of the period, or on the day of the first stay in it where that is later.
 */
band: AgeBand, 
/**
 * How many.
 */
persons: number, };

export type SetAssistance = { "change": "add", 
/**
 * How it is called.
 */
name: string, } | { "change": "rename", 
/**
 * Which.
 */
id: AssistanceNameId, 
/**
 * How it is to be called.
 */
name: string, } | { "change": "retire", 
/**
 * Which.
 */
id: AssistanceNameId, };

export type SetCapacity = { 
/**
 * How many.
 */
places: number, 
/**
 * From the beginning of which day on; from now on if not said. It may lie behind: a licence is dated
 * before it arrives.
 */
from: string | null, 
/**
 * Why all the same, where more people are or were here, or more places are held.
 */
reason: Override, };

export type SetLimits = { 
/**
 * What they are to say.
 */
limits: Limits, 
/**
 * From the beginning of which day on; from now on if not said.
 */
from: string | null, };

export type SetRoom = { 
/**
 * Which room; a new one, if none.
 */
room: RoomId | null, 
/**
 * The number on the door.
 */
number: number, 
/**
 * Whom it is meant for.
 */
room_use: RoomUse, 
/**
 * Whether it can be reached without a step.
 */
step_free: boolean, 
/**
 * The side of the corridor.
 */
wing: Wing, 
/**
 * The first of the plan's columns that it takes, from 0.
 */
column: number, 
/**
 * How many columns it takes.
 */
width: number, 
/**
 * Beds that are put into it.
 */
add: Array<BedKind>, 
/**
 * Beds that are taken away. With its last bed a room goes too.
 */
remove: Array<BedId>, };

export type SetRules = { 
/**
 * What they are to say.
 */
rules: Rules, 
/**
 * From the beginning of which day on; from now on if not said.
 */
from: string | null, };

export type Sex = "female" | "male";

export type SheetKind = "stays" | "nights" | "grounds" | "phases" | "absences" | "assistance" | "nothing";

export type SignIn = { 
/**
 * The short name.
 */
name: string, 
/**
 * The passphrase.
 */
passphrase: string, };

export type Sleeps = { "in": "bed", "id": BedId } | { "in": "with", "id": number } | { "in": "beside", "id": StayId };

export type Slice = { 
/**
 * The value as it is kept in the file; none where it isn't known.
 */
value: string | null, 
/**
 * How many stays.
 */
stays: number, };

export type StaffId = string;

export type StaffView = { 
/**
 * Who.
 */
id: StaffId, 
/**
 * The short name.
 */
name: string, 
/**
 * What they may do.
 */
role: Role, 
/**
 * Nobody can open the file with it, until a manager gives it a new passphrase.
 */
locked: boolean, };

export type Stage = "empty" | "locked" | "open" | "trouble";

export type Status = { 
/**
 * What there is to do first.
 */
stage: Stage, 
/**
 * Whether this is the sample centre.
 */
sample: boolean, 
/**
 * Who is signed in.
 */
staff: StaffView | null, 
/**
 * The language of the screens.
 */
language: Language, 
/**
 * Light, dark, or as the system says.
 */
theme: Theme, 
/**
 * How large everything is, in per cent of the usual size: 100 to 200.
 */
zoom: number, 
/**
 * Whether the tour of the first run was walked or left.
 */
toured: boolean, 
/**
 * Why nothing can be opened, where that is so.
 */
trouble: Failure | null, 
/**
 * After so many minutes without a sign of anybody the program locks itself.
 */
idle_minutes: number, 
/**
 * The time it is now; the sample centre has its own.
 */
now: Instant, 
/**
 * The program's version.
 */
version: string, 
/**
 * For the sample centre, what to sign in with: it is no secret.
 */
sample_sign_in: [string, string] | null, };

export type StayChoices = { 
/**
 * Whose stay.
 */
stay: StayId, 
/**
 * Every bed, by room and number.
 */
beds: Array<MoveChoice>, };

export type StayHistory = { 
/**
 * The stay, as it is now or was at its last moment.
 */
view: PersonView, 
/**
 * The grounds, the first first: which, from when, until when.
 */
grounds: Array<[GroundView, Instant, Instant | null]>, 
/**
 * The phases, the first first: which, from when, until when.
 */
phases: Array<[PhaseKind, Instant, Instant | null]>, };

export type StayId = string;

export type StillFits = { 
/**
 * The largest mother-and-children family, in people, while nobody moves.
 */
largest: number, 
/**
 * The same, if people may move.
 */
largest_with_moves: number, 
/**
 * How many places are free.
 */
free_places: number, 
/**
 * Whether places, not beds, are what limits it.
 */
limited_by_places: boolean, 
/**
 * The standard questions.
 */
guests: Array<GuestFits>, };

export type Strength = { 
/**
 * From 0, guessed at once, to 4, not guessed in years.
 */
score: number, 
/**
 * How many characters it lacks.
 */
missing: number, 
/**
 * Whether it may be chosen.
 */
enough: boolean, };

export type Stuck = { 
/**
 * How many more people there are than beds.
 */
missing_beds: number, 
/**
 * The smallest sets of rules that stand in the way; each alone would be enough.
 */
rules: Array<Array<Rule>>, 
/**
 * What would help, the mildest first.
 */
hints: Array<Help>, 
/**
 * Whether it is proven that nothing fits; if not, nothing was found in time.
 */
proven: boolean, 
/**
 * Whether everything was looked at; if not, more may help than is said.
 */
complete: boolean, };

export type SuggestRequest = { 
/**
 * The language of its words.
 */
language: Language, };

export type Suggested = { 
/**
 * Six words.
 */
passphrase: string, };

export type Tape = { 
/**
 * The first instant.
 */
from: Instant, 
/**
 * The instant after the last.
 */
to: Instant, 
/**
 * Now.
 */
now: Instant, 
/**
 * The first instant of each day, and of the day after the last.
 */
days: Array<Instant>, 
/**
 * How many people are there at the end of each day; after today, by what is expected.
 */
census: Array<number>, 
/**
 * The places of each day.
 */
places: Array<number>, 
/**
 * The rooms with beds on these days, by number.
 */
rooms: Array<TapeRoom>, };

export type TapeBed = { 
/**
 * Which bed.
 */
id: BedId, 
/**
 * Room and bed as people say it.
 */
label: string, 
/**
 * What kind of bed.
 */
kind: BedKind, 
/**
 * When it was taken away, if it was.
 */
until: Instant | null, 
/**
 * Who had it, has it, and is to have it, in order.
 */
bars: Array<Bar>, };

export type TapeRequest = { 
/**
 * The first day.
 */
first: string, 
/**
 * How many days, at most 400.
 */
days: number, };

export type TapeRoom = { 
/**
 * The number on the door.
 */
number: number, 
/**
 * Whom it is meant for.
 */
room_use: RoomUse, 
/**
 * Its beds, by number.
 */
beds: Array<TapeBed>, };

export type TermView = { 
/**
 * The day of the stay; the day of admission is day 1.
 */
day: number, 
/**
 * How many days the stay may last.
 */
days: number, 
/**
 * The last day.
 */
last_day: string, 
/**
 * Whether it ends within the days from which on that is listed.
 */
ending: boolean, 
/**
 * How many days the ground allows in all, where there is a limit.
 */
most: number | null, };

export type Theme = "system" | "light" | "dark" | "contrast";

export type TidyUp = { 
/**
 * As it is.
 */
now: Neatness, 
/**
 * Better arrangements, each better than the one before and with more moves.
 */
ways: Array<TidyWay>, 
/**
 * Whether it is proven that none is better with as many moves.
 */
proven: boolean, 
/**
 * How many moves were looked at, at the most.
 */
most: number, };

export type TidyWay = { 
/**
 * Who would move.
 */
moves: Array<PlannedMove>, 
/**
 * What it would be like then.
 */
then: Neatness, };

export type Truth = { "of": "arrival", 
/**
 * The time.
 */
at: WallTime, } | { "of": "departure", 
/**
 * The time; as it was noted if not said.
 */
at: WallTime | null, 
/**
 * Why, if known.
 */
reason: DepartureReason | null, 
/**
 * Where to, if known.
 */
destination: Destination | null, } | { "of": "remained" } | { "of": "bed", 
/**
 * Since when, as it was noted.
 */
since: Instant, 
/**
 * The true place.
 */
place: NewPlace, } | { "of": "moved", 
/**
 * When, as it was noted.
 */
since: Instant, 
/**
 * The true time.
 */
at: WallTime, } | { "of": "absence", 
/**
 * When it began, as it was noted.
 */
since: Instant, 
/**
 * Where to.
 */
kind: AbsenceKind, 
/**
 * When it began.
 */
left: WallTime, 
/**
 * When it ended; none while it lasts.
 */
back: WallTime | null, 
/**
 * When they said they would be back; as it was noted if not said.
 */
expected: WallTime | null, } | { "of": "never_away", 
/**
 * When it began, as it was noted.
 */
since: Instant, } | { "of": "party", 
/**
 * Somebody of the party; none for a party of their own.
 */
with: StayId | null, } | { "of": "ground", 
/**
 * Since when, as it was noted.
 */
since: Instant, 
/**
 * The true ground.
 */
kind: GroundKind, 
/**
 * Who decided it, if anybody has.
 */
decided_by: Body | null, 
/**
 * When it was decided.
 */
decided_on: string | null, 
/**
 * Since when; as it was noted if not said.
 */
at: WallTime | null, } | { "of": "phase", 
/**
 * Since when, as it was noted.
 */
since: Instant, 
/**
 * The true phase.
 */
kind: PhaseKind, 
/**
 * Since when; as it was noted if not said.
 */
at: WallTime | null, } | { "of": "assistance", 
/**
 * Which, as it was noted.
 */
which: AssistanceId, 
/**
 * What.
 */
kind: AssistanceKind, 
/**
 * Its name, where it is none of the listed ones.
 */
name: string | null, 
/**
 * The day.
 */
day: string, } | { "of": "not_assisted", 
/**
 * Which, as it was noted.
 */
which: AssistanceId, } | { "of": "person", 
/**
 * The person it really is.
 */
is: BeneficiaryId, };

export type UndoPreview = { 
/**
 * The action.
 */
entry: JournalEntry, 
/**
 * Later actions that stand in the way, oldest first; none if it can be taken back.
 */
obstacles: Array<JournalEntry>, 
/**
 * All that would be taken back with them, the latest first, where that is possible.
 */
those_too: Array<JournalEntry> | null, 
/**
 * Where people would be afterwards: code and `5-2`, or nothing for not here.
 */
afterwards: Array<[string, string | null]>, };

export type UndoRequest = { 
/**
 * Its number in the journal.
 */
action: number, 
/**
 * Why.
 */
reason: string | null, 
/**
 * Whether to take back the later actions that stand in the way as well.
 */
those_too: boolean, };

export type Usable = { 
/**
 * The codes the members have or will have.
 */
codes: Array<string>, 
/**
 * The age of each in completed years, where something was typed.
 */
ages: Array<number | null>, 
/**
 * Every bed, by room and number.
 */
beds: Array<BedChoice>, 
/**
 * Beds for the whole party, best first: what was picked stays, the rest is planned around it. None
 * where nothing fits.
 */
proposals: Array<Proposal>, 
/**
 * The rooms that can't take the whole party together, each with why.
 */
rooms: Array<RoomNo>, 
/**
 * Rules that the beds picked so far break.
 */
breaches: Array<RuleBreach>, 
/**
 * How many people would be here with the party: the most at once since they came.
 */
taken: number, 
/**
 * How many places there are then.
 */
places: number, 
/**
 * Members who are here already: their codes.
 */
already_here: Array<string>, };

export type Wait = { 
/**
 * Who, in a few words without names.
 */
label: string, 
/**
 * The members.
 */
members: Array<Expected>, 
/**
 * Why it is urgent, if it is; urgent ones come before the others.
 */
urgency: string | null, 
/**
 * Since when; now if not said.
 */
at: WallTime | null, };

export type Waited = { 
/**
 * How many parties, by how it ended; all ways.
 */
ended: Array<[WaitingEnd, number]>, 
/**
 * Days from being noted to being checked in, on average over those who were; none if nobody was.
 */
mean_days_to_check_in: number | null, };

export type WaitingEnd = "checked_in" | "elsewhere" | "withdrawn" | "refused";

export type WaitingFit = { "fits": "now", 
/**
 * The beds that it would have, as people say them, and who would move for it.
 */
beds: Array<string>, 
/**
 * The same beds.
 */
ids: Array<BedId>, 
/**
 * Who would move.
 */
moves: Array<PlannedMove>, } | { "fits": "places", 
/**
 * How many must become free.
 */
missing: number, } | { "fits": "stuck", 
/**
 * Why, and what would help.
 */
why: Stuck, };

export type WaitingId = string;

export type WaitingView = { 
/**
 * Which.
 */
id: WaitingId, 
/**
 * Who, in a few words.
 */
label: string, 
/**
 * The members.
 */
members: Array<Expected>, 
/**
 * Why it is urgent, if it is.
 */
urgency: string | null, 
/**
 * Since when.
 */
since: Instant, 
/**
 * The hold of places for it, if there is one that isn't over: it may begin later.
 */
hold: HoldId | null, 
/**
 * What would have to happen for it to fit.
 */
fit: WaitingFit, };

export type WallTime = { 
/**
 * Date and time without a zone, `2009-02-19T23:40`, or to the millisecond.
 */
local: string, 
/**
 * In the hour that the end of summer time shows twice: the second time.
 */
second: boolean, };

export type WhereTo = { 
/**
 * For whom a bed is being picked.
 */
stay: StayId, 
/**
 * When; now if not said.
 */
at: WallTime | null, 
/**
 * Others who are to move along and for whom no bed is picked yet: their beds are free.
 */
along: Array<StayId>, 
/**
 * Beds picked so far for others who move along.
 */
picked: Array<MoveOne>, };

export type WhichPerson = { 
/**
 * The person.
 */
beneficiary: BeneficiaryId, };

export type WhichStaff = { 
/**
 * Whose.
 */
staff: StaffId, 
/**
 * The passphrase of the manager who asks for it.
 */
passphrase: string, };

export type WhichStay = { 
/**
 * The stay.
 */
stay: StayId, };

export type Who = { "is": "new" } | { "is": "known", "id": BeneficiaryId };

export type WhyNot = { "why": "taken", 
/**
 * Whose code.
 */
who: string, 
/**
 * Whether that person is away for a while.
 */
away: boolean, } | { "why": "picked" } | { "why": "rules", 
/**
 * Which.
 */
breaches: Array<RuleBreach>, };

export type Wing = "north" | "south";

export type Wish = "best" | "together" | "elsewhere" | "past_rule";

/** Every command: what it takes and what it gives. */
export interface Commands {
  status: { request: Nothing; answer: Status };
  set_look: { request: Look; answer: Status };
  proposal: { request: Nothing; answer: Found };
  new_recovery: { request: Nothing; answer: Recovery };
  create_centre: { request: NewCentre; answer: Status };
  open_sample: { request: Nothing; answer: Status };
  leave_sample: { request: Nothing; answer: Status };
  unlock: { request: SignIn; answer: Status };
  recover: { request: Recover; answer: Status };
  suggest_passphrase: { request: SuggestRequest; answer: Suggested };
  judge_passphrase: { request: JudgeRequest; answer: Strength };
  backups_in: { request: FolderRequest; answer: BackupFolder };
  restore_preview: { request: RestoreRequest; answer: RestorePreview };
  restore: { request: RestoreRequest; answer: Status };
  lock: { request: Nothing; answer: Status };
  work: { request: Nothing; answer: LongWork };
  stop_work: { request: Nothing; answer: Nothing };
  roll_call: { request: Nothing; answer: RollCall };
  issue: { request: Issue; answer: Issued };
  check_file: { request: Nothing; answer: Nothing };
  change_passphrase: { request: ChangePassphrase; answer: Nothing };
  draft: { request: Nothing; answer: KeptDraft };
  keep_draft: { request: KeptDraft; answer: Nothing };
  board: { request: Nothing; answer: Board };
  past: { request: PastRequest; answer: PastBoard };
  tape: { request: TapeRequest; answer: Tape };
  person: { request: WhichStay; answer: PersonView };
  put_right: { request: WhichStay; answer: Array<PutRight> };
  history: { request: WhichPerson; answer: History };
  usable: { request: Draft; answer: Usable };
  why_nothing_fits: { request: Draft; answer: Stuck };
  move_choices: { request: WhereTo; answer: MoveChoices };
  all_move_choices: { request: Nothing; answer: Array<StayChoices> };
  tidy_up: { request: Nothing; answer: TidyUp };
  find: { request: FindRequest; answer: Array<Hit> };
  check_in: { request: CheckIn; answer: Done };
  move_people: { request: Move; answer: Done };
  leave: { request: Leave; answer: Done };
  return_to_house: { request: Return; answer: Done };
  extend: { request: Extend; answer: Done };
  amend: { request: Amend; answer: Done };
  correct: { request: Correct; answer: Done };
  plan_departure: { request: PlanDeparture; answer: Done };
  discharge: { request: Discharge; answer: Done };
  plans: { request: Nothing; answer: Plans };
  assist: { request: Assist; answer: Done };
  close: { request: Close; answer: Done };
  reopen: { request: Reopen; answer: Done };
  wait: { request: Wait; answer: Done };
  end_wait: { request: EndWait; answer: Done };
  reorder: { request: Reorder; answer: Done };
  keep: { request: Keep; answer: Done };
  release: { request: Release; answer: Done };
  undo_preview: { request: UndoRequest; answer: UndoPreview };
  undo: { request: UndoRequest; answer: Done };
  show_identity: { request: IdentityRequest; answer: IdentityView };
  backup_state: { request: Nothing; answer: Backups };
  journal: { request: JournalRequest; answer: JournalPage };
  choose_file: { request: ChooseFile; answer: ChosenFile };
  desk: { request: Nothing; answer: DeskSettings };
  daily_sheet: { request: Nothing; answer: DailySheet };
  assistance_list: { request: Nothing; answer: Array<AssistanceOffered> };
  occupancy: { request: OccupancyRequest; answer: Occupancy | null };
  counted: { request: CountedRequest; answer: Array<CountedStay> };
  leaving: { request: OccupancyRequest; answer: Leaving | null };
  report_due: { request: Nothing; answer: ReportDue };
  export_preview: { request: ExportRequest; answer: ExportPreview };
  export: { request: ExportOrder; answer: Exported };
  read_register: { request: ReadRegister; answer: RegisterView };
  import_register: { request: ImportOrder; answer: Done };
  check_journal: { request: CheckJournal; answer: JournalCheck };
  accept_older: { request: AcceptOlder; answer: Backups };
  erase: { request: Erase; answer: Erased };
  retention: { request: Nothing; answer: Retention };
  forget_backups: { request: Nothing; answer: Retention };
  back_up: { request: Nothing; answer: Backups };
  set_backups: { request: BackupSettings; answer: Backups };
  rehearse: { request: Nothing; answer: Array<BackupView> };
  rules: { request: Nothing; answer: Array<RulesVersion> };
  set_rules: { request: SetRules; answer: Done };
  set_desk: { request: DeskSettings; answer: Done };
  capacities: { request: Nothing; answer: Array<CapacityVersion> };
  set_capacity: { request: SetCapacity; answer: Done };
  limits: { request: Nothing; answer: Array<LimitsVersion> };
  set_limits: { request: SetLimits; answer: Done };
  set_assistance: { request: SetAssistance; answer: Done };
  set_room: { request: SetRoom; answer: Done };
  kept_apart: { request: Nothing; answer: Array<PairView> };
  keep_apart: { request: KeepApart; answer: Done };
  let_together: { request: LetTogether; answer: Done };
  staff: { request: Nothing; answer: Array<StaffView> };
  employ: { request: NewStaff; answer: Array<StaffView> };
  change_staff: { request: ChangeStaff; answer: Array<StaffView> };
  lock_staff: { request: WhichStaff; answer: Array<StaffView> };
  remove_staff: { request: WhichStaff; answer: Array<StaffView> };
  reset_staff: { request: ResetStaff; answer: Array<StaffView> };
  recovery_state: { request: Nothing; answer: PaperState };
  try_recovery: { request: PaperTyped; answer: PaperState };
  new_paper: { request: Nothing; answer: Recovery };
  replace_recovery: { request: NewPaper; answer: Array<StaffView> };
}
