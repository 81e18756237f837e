screen-import = Import of a register
import-open = Import a register
import-what = Takes over a register that was kept in a spreadsheet: Excel, LibreOffice or CSV. First a dry run shows every row as it would be, and everything wrong with it. Then all of it is taken over as one action, or nothing.
import-need = Needed are the day of arrival, the sex, and an age or birth date. Everything else may be missing. The help (F1) lists the columns.
import-choose = Choose a file
import-choose-other = Another file
import-again = Read it again
import-reading = Reading and trying every row. Nothing is written.
import-sheets = Columns
import-sheet = Sheet “{ $name }”
import-sheet-rows =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
import-holds = Rows are
import-kind-stays = stays
import-kind-nights = beds
import-kind-grounds = grounds
import-kind-phases = phases
import-kind-absences = absences
import-kind-assistance = assistance
import-kind-nothing = left out
import-column = Column
import-such-as = Such as
import-says = Says
import-says-nothing = Left out
import-try = Try with these columns
import-counts =
    { $stays ->
        [0] No stay can be taken over.
        [one] { $stays } stay would be added
       *[other] { $stays } stays would be added
    }{ $stays ->
        [0] { "" }
       *[other] : { $new } new people, { $known } known ones, { $parties } parties, from { $first } to { $last }.
    }
import-wrong =
    { $count ->
        [one] { $count } row can't be taken as it is.
       *[other] { $count } rows can't be taken as they are.
    }
import-wrong-help = Put them right in the spreadsheet and read it again, or leave them out. Until then nothing is taken over.
import-odd =
    { $count ->
        [one] { $count } row can be taken, with something to look at.
       *[other] { $count } rows can be taken, with something to look at.
    }
import-left-out =
    { $count ->
        [one] { $count } row is left out.
       *[other] { $count } rows are left out.
    }
import-skip = Leave out the rows that can't be taken
import-show = Show
import-show-all = all rows
import-show-wrong = can't be taken
import-show-odd = to look at
import-rows = Rows as they would be
import-row = Row
import-who = Person
import-when = Stay
import-bed = Bed
import-ground = Ground
import-problems = Problems
import-new = new
import-known = known
import-party = party { $party }
import-still-here = still here
import-unread = can't be read
import-none = No such row.
import-reason = Where the register comes from, for the journal
import-do =
    { $stays ->
        [one] Take over { $stays } stay
       *[other] Take over { $stays } stays
    }
import-writing = Taking over. This takes a few seconds.
import-done-help = It is one action: Ctrl+Z takes all of it back.

problem-missing = { $field }: missing.
problem-unreadable = { $field }: “{ $text }” can't be read.
problem-no_such_time = { $field }: the clocks skipped this time when summer time began.
problem-in_future = { $field }: has not come yet.
problem-ends_before_it_begins = Left before, or when, they arrived.
problem-bad_age = Born after arriving, or older than 120.
problem-too_long = { $field }: longer than 2,000 characters.
problem-twice = The same person with the same arrival as in row { $row }.
problem-overlaps = Row { $row } has the same person here at the same time.
problem-already_here = The record has this person here from { $since } { $until ->
        [none] on
       *[other] to { $until }
    }.
problem-already_recorded = The record has somebody of the same sex and birth with the same stay: { $who }. Somebody else needs a code of this program that is not given yet.
problem-unknown_room = There is no room { $text }. Leave the column out to have beds chosen.
problem-unknown_bed = There is no bed “{ $text }”. Leave the column out to have beds chosen.
problem-bed_taken = Bed { $bed } is taken then by { $who }{ $row ->
        [none] { "" }
       *[other] , row { $row }
    }.
problem-bed_closed = Bed { $bed } is closed then.
problem-no_bed_free = No bed is free for the whole stay.
problem-nobody_to_share_with = Nobody of the party has a bed for the whole time that could be shared.
problem-no_stay = Belongs to no stay of the register.
problem-several_stays = Several stays of the register bear this number. Give each its own.
problem-outside_stay = { $field }: outside the stay.
problem-gap = No bed is named from { $from } { $until ->
        [none] on
       *[other] until { $until }
    }.
problem-at_once = { $field }: two entries hold at the same time.
problem-left_empty = { $field }: “{ $text }” is not known, and stays empty.
problem-bed_chosen = No bed is named; { $bed } was free.
problem-shares = Sleeps in the bed of { $who }.
problem-differs = { $field }: { $row ->
        [none] the record says otherwise, and stays as it is
       *[other] row { $row } says otherwise of the same person, and counts; somebody else needs another code
    }.
problem-bed_held = Bed { $bed } is held for { $label } from { $from }.
problem-bed_closes = Bed { $bed } is closed from { $from }.
problem-breaks_rules = { $breaches }.
problem-over_capacity = { $taken } people for { $places } places.
problem-looks_forgotten = Here for { $days } days and never left: forgotten?

export-title = Export
export-open = Export
export-what = What leaves
export-what-record = The centre's record
export-what-figures = Figures of a period
export-what-htcds = HTCDS, for IOM
export-what-record-help = Every table, with codes and without names. It can be imported again. For the centre itself only.
export-what-figures-help = Counts alone, small ones hidden.
export-what-htcds-help = The same counts in the vocabulary of the Human Trafficking Case Data Standard.
export-days = Of which days
export-days-all = all
export-days-period = of a period
export-form = As
export-form-xlsx = workbook (XLSX)
export-form-csv = text (CSV)
export-confirm = Choose a place and save
export-rows =
    { $total ->
        [0] no rows
        [one] { $total } row
       *[other] { $total } rows
    }{ $more ->
        [0] { "" }
       *[other] , the first { $shown } are shown
    }
export-saved =
    { $count ->
        [one] Saved: { $files }
       *[other] { $count } files saved: { $files }
    }
export-settings = Register: import and export
export-settings-what = Tables of the record leave as a workbook or as text; a register that was kept elsewhere is taken over.
