refusal-in_future = This time has not come yet.
    .help = Only what has happened can be noted. Choose an earlier time.
refusal-no_such_time = This time did not exist: the clocks went forward that night.
    .help = Give the time before or after the skipped hour.
refusal-needs_manager = Only a manager can decide this.
    .help = Ask a manager to sign in and do it, with a reason.
refusal-needs_reason = A reason is missing.
    .help = Write in a few words why this is so.
refusal-nothing_to_erase = No identity is kept here.
    .help = It was erased already, or never noted.
refusal-names_in_reason = The reason repeats the name.
    .help = The reason stays in the journal for good. Say it without the name.
refusal-nobody_named = Nobody has been named.
    .help = Add at least one person.
refusal-not_found = This is no longer in the record.
    .help = Somebody changed it meanwhile. Go back to the board and look again.
refusal-already_here = { $who } is here already, since { $since }{ $bed ->
        [none] { "" }
       *[other] , bed { $bed }
    }.
    .help = Open { $who } on the board, or take them off this list.
refusal-not_here = { $who } was not here at that time.
    .help = Choose a time inside the stay.
refusal-bed_taken = Bed { $bed } is { $who }’s since { $since }{ $until ->
        [none] { "" }
       *[other] {" "}until { $until }
    }.
    .help = Choose another bed, or swap the two.
refusal-bed_closed = Bed { $bed } is closed{ $until ->
        [none] { "" }
       *[other] {" "}until { $until }
    }.
    .help = Choose another bed, or open this one again.
refusal-bed_held = Bed { $bed } is held for { $label } from { $from } until { $until }.
    .help = Choose another bed, or release the hold under Expected.
refusal-places_held = On { $at } there would be { $taken ->
        [one] { $taken } person
       *[other] { $taken } people
    }, and { $held } of { $places } places { $held ->
        [one] is
       *[other] are
    } held: { $labels }.
    .help = Release a hold under Expected, or ask a manager to go past it.
refusal-must_move_first = Somebody sleeps there: { $people }.
    .help = Move them first, or close the bed from a later time on.
refusal-ends_before_it_begins = This would end before it begins.
    .help = Choose a later end.
refusal-bed_twice = Bed { $bed } was given to two people.
    .help = Choose another bed for one of them.
refusal-no_bed = { $who } has no bed.
    .help = Choose a bed for { $who }.
refusal-same_bed = { $who } is in bed { $bed } already.
    .help = Choose another bed.
refusal-over_capacity = There would be { $taken } people on { $places } places.
    .help = A manager can go past this with a reason. It stays visible.
refusal-too_few_places = On { $at } there would be { $taken ->
        [one] { $taken } person
       *[other] { $taken } people
    } and { $held ->
        [one] { $held } held place
       *[other] { $held } held places
    }, and there are { $places } places.
    .help = Hold fewer places, hold them from a later time on, or release another hold.
refusal-breaks_rules = { $count ->
        [one] This breaks a rule
       *[other] This breaks { $count } rules
    }: { $breaches }.
    .help = Choose another bed. A manager can go past it with a reason.
refusal-cannot_share = { $who } cannot share this bed.
    .help = Only an infant can, with an adult of the same party who has a bed.
refusal-infant_in_bed = { $infant } sleeps in the bed of { $who }.
    .help = Find a bed for { $infant } first, or include { $infant }.
refusal-later_event = This does not agree with what is recorded about { $who }: { $what }, { $at }.
    .help = Choose a time that agrees with it, or correct that first.
refusal-already_away = { $who } is away already.
    .help = Note the return first.
refusal-away_then = An absence of { $who } is noted already: since { $from }{ $until ->
        [none] { "" }
       *[other] , back { $until }
    }.
    .help = If this is another one, note both when they left and when they came back.
refusal-not_away = { $who } is not away.
    .help = Choose a time within the absence.
refusal-return_before_leaving = The return lies before the leaving.
    .help = Choose a later return, or leave it out.
refusal-minors_left_behind = { $count ->
        [one] { $minors } would stay without an adult of the family.
       *[other] { $minors } would stay without an adult of the family.
    }
    .help = Include them, or write why they stay.
refusal-bad_age = This birth date or age is not possible.
    .help = Give a date in the past, or an age up to 120.
refusal-text_too_long = A text is too long.
    .help = Shorten it to at most { $most ->
        [one] { $most } character
       *[other] { $most } characters
    }.
refusal-not_in_list = This country or territory is not in the list.
    .help = Choose one from the list.
refusal-term_too_short = Today is day { $day } already.
    .help = The whole term must be at least { $day } days.
refusal-nothing_to_undo = This cannot be undone, or has been undone already.
    .help = Look in the journal for what can.
refusal-undo_not_yours = Somebody else did this.
    .help = Ask them or a manager to take it back.
refusal-undo_too_late = This was recorded more than { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    } ago.
    .help = Ask a manager to take it back.
refusal-later_actions = { $count ->
        [one] A later action depends on this one: { $actions }.
       *[other] { $count } later actions depend on this one: { $actions }.
    }
    .help = Undo what came later first.
refusal-later-action = { $what } ({ $at })
refusal-nothing_changes = Nothing would change.
    .help = Change a field, or go back.
refusal-bad_layout = These rooms do not work.
    .help = Each room needs a bed, and no two rooms the same number.
refusal-name_missing = A name to sign in with is missing.
    .help = Initials are enough.
refusal-name_taken = Somebody else signs in with this name.
    .help = Choose another name.
refusal-bad_capacity = This number of places is not possible.
    .help = Give the number in the licence.
refusal-bad_rules = One of these numbers is not possible.
    .help = Ages go up to 18, moves up to 8, the term from 1 to 3650 days.
refusal-bed_gone = Bed { $bed } does not stand in the house then.
    .help = Choose another bed, or another time.
refusal-room_number_taken = There is a room { $number } already.
    .help = Give it another number.
refusal-spot_taken = Room { $number } lies there on the plan.
    .help = Choose a free place, or make that room narrower first.
refusal-listed_already = The list has this name already.
    .help = Choose another name.
refusal-past_limit = The ground of { $who } allows { $most ->
        [one] { $most } day
       *[other] { $most } days
    } in all.
    .help = Say who allowed more, or give a shorter term.
refusal-out_of_bounds = “{ $field }”: this number is not possible.
    .help = It may be from { $least } to { $most }.
refusal-already_begun = This day has begun already.
    .help = Choose tomorrow or a later day, or let it count from now on.

failure-wrong_passphrase = The name or the passphrase is not right.
    .help = Check Caps Lock and the keyboard language, and try again.
failure-too_soon =
    { $seconds ->
        [one] Too soon after a wrong passphrase: wait { $seconds } second.
       *[other] Too soon after a wrong passphrase: wait { $seconds } seconds.
    }
    .help = Each wrong try doubles the wait, up to 15 minutes. Nothing is ever deleted.
failure-wrong_recovery = This recovery key opens nothing here.
    .help = Compare it with the paper, letter by letter.
failure-no_folder = This folder is not there.
    .help = Put the stick in, or check the path.
failure-bad_backup = This backup is not whole. Nothing was changed.
    .help = Choose another backup.
failure-weak_passphrase = This passphrase is too easy to guess.
    .help = Use at least { $least ->
        [one] { $least } character
       *[other] { $least } characters
    }: several words that do not belong together.
failure-recovery_mismatch = This is not the recovery key that was shown.
    .help = Compare it with the paper, group by group.
failure-locked = The program is locked.
    .help = Sign in again.
failure-not_permitted = This needs the role “{ $role }”.
    .help = Ask somebody with this role to sign in.
failure-centre_exists = There is a centre here already.
    .help = Sign in to it.
failure-no_centre = There is no centre here yet.
    .help = Make one, or open the sample centre.
failure-open_elsewhere = Vatra is already open in another window.
    .help = Go to that window, or close it first.
failure-damaged = The file of the centre is damaged.
    .help = Nothing was written. Restore the last backup.
failure-newer_file = The file was written by a newer Vatra (version { $file }; this one reads up to { $program }).
    .help = Install the newer program.
failure-read_only = The folder cannot be written to.
    .help = Check that the disk is not write-protected. Nothing was changed.
failure-disk_full = The disk is full.
    .help = Free some space and try again. Nothing was changed.
failure-changed_meanwhile = Somebody else recorded something first.
    .help = Look at what is there now, and try again.
failure-bad_request = The program did not understand this.
    .help = Nothing was changed. If it happens again, restart Vatra.
failure-system = The computer could not do this.
    .help = Nothing was changed. Try again; if it stays, restart Vatra.

rule-B1 = { $who } can't have a bed that is or will be closed or held
rule-B2 = { $who } is too old for a cot
rule-B3 = { $who } must not sleep in an upper bunk
rule-B4 = { $who } needs a step-free room, and room { $room } is not
rule-R1 = { $who } must be kept apart from { $other } (room { $room })
rule-R2 = a minor and an unrelated adult in one room, { $room } ({ $who }, { $other })
rule-R3 = unrelated people of different sex in one room, { $room } ({ $who }, { $other })
rule-R4 = { $who } needs isolation, and { $other } { $count ->
        [one] is
       *[other] are
    } in room { $room } too
rule-R5 = { $who } is too young to be in room { $room } without an adult of the family
rule-P1 = { $who } must keep the bed
rule-P2 = too many people would have to move
rule-somebody-new = somebody new

why-taken = { $away ->
        [true] taken by { $who }, who is away and keeps the bed
       *[other] taken by { $who }
    }
why-picked = picked for another member of the party
refusal-who-bed = { $who } ({ $bed })
refusal-last_manager = Nobody would be left who may give accounts.
    .help = Make somebody else a manager first.
refusal-own_account = This is your own account.
    .help = Another manager can do this. You can change your passphrase yourself.
failure-guessable_passphrase = This passphrase is easy to guess.
    .help = Take several words that do not belong together, or the six words that are proposed.
failure-shut_out = The passphrase is right, but this account does not open the file.
    .help = Either a manager has locked the account, or the keys in the folder belong to another file. A manager can open the account again; otherwise the recovery paper or a backup helps.
refusal-rows_in_the_way =
    { $rows ->
        [one] { $rows } row can't be taken over as it is.
       *[other] { $rows } rows can't be taken over as they are.
    }
    .help = Put them right in the spreadsheet and read it again, or leave them out.
failure-no_file = The file is not there, or can't be read.
    .help = Choose it again. On a stick: put it in first.
failure-not_a_spreadsheet = This file is no spreadsheet.
    .help = Save the register as XLSX or CSV and choose that file.
failure-sheet_protected = The spreadsheet is protected by a password, or damaged.
    .help = Open it, save it without a password, and choose that file.
failure-file_too_large = The file is larger than any register.
    .help = Save the register alone, without pictures, as XLSX or CSV.
failure-file_changed = The file was changed since it was looked at.
    .help = Read it again and look at what would become of it.
failure-stopped = Stopped. Nothing was changed.
    .help = You can begin again at any time.
failure-nothing_to_export = No day of the period is over yet.
    .help = Choose a period with a day that is over: its census is taken at midnight.
failure-names_taken = Each table would get a file of its own, and files with such names are here already. Nothing was saved.
    .help = Choose another name or another folder, or save a workbook.
