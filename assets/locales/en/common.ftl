rail = Screens
screen-board = Board
screen-checkin = Check-in
screen-rollcall = Roll call
screen-journal = Journal
screen-settings = Settings
signed-in = Signed in: { $name }, { $role }
lock = Lock
hide = Hide F9
hide-keys = Hide everything: F9, or Esc three times

close = Close
cancel = Cancel
back = Back
required = required
optional = optional
not-known = not known
show-more = Show more
manager-only = Only a manager can do this.

undo = Undo
draft-back = What you were typing is here again.
undo-nothing = You have done nothing yet that could be undone.

when = When
when-now = Now
when-earlier = Earlier
when-date = Date
when-time = Time
when-date-wrong = Type a date, such as { $example }.
when-time-wrong = Type a time, such as { $example }.
when-doubled = The clocks showed this time twice that night
when-first = First time
when-second = Second time

span-since = since { $from }
span = { $from } to { $to }
duration-minutes = { $minutes } min
duration-hours = { $hours } h { $minutes }
duration-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
age-years =
    { $years ->
        [0] under 1
       *[other] { $years }
    }
age-months =
    { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
age-about = about { $years }
age-about-months =
    { $months ->
        [0] less than a month
        [one] about { $months } month
       *[other] about { $months } months
    }

done-found = Centre founded
done-employ = Account made
done-check_in = { $who } checked in{ $known ->
        [0] { "" }
        [one] , bed { $beds }
       *[other] , beds { $beds }
    }
done-made-room = { $done }; moved: { $moves }
done-move = { $who } moved{ $known ->
        [0] { "" }
       *[other] { " " }to { $beds }
    }
done-swap = { $who } swapped beds: now { $beds }
done-leave = { $who } noted as away
done-return = { $who } back in the house
done-extend = Term of { $who } extended
done-amend = Record of { $who } changed
done-correct = Record of { $who } corrected
done-discharge = { $who } discharged
done-assist = Assistance noted: { $who }
done-close = Beds closed
done-reopen = Beds open again
done-wait = Party put on the waiting list
done-end_wait = Waiting ended
done-reorder = Waiting list reordered
done-keep = Places held
done-release = Held places released
done-set_rules = Rules set
done-keep_apart = Kept apart: { $who }
done-let_together = May share a room again: { $who }
codes-many =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
done-import =
    { $count ->
        [one] { $count } person taken over from the register
       *[other] { $count } people taken over from the register
    }
done-undo = Undone: { $who }
done-renew_key = Key of an account renewed
done-restore = File restored from backup
done-show_identity = Identity of { $who } shown
done-change_staff = Account changed
done-lock_staff = Account locked
done-remove_staff = Account removed
done-replace_recovery = Recovery paper replaced
done-try_recovery = Recovery paper tried
done-set_desk = Settings of the desk changed
done-export = Exported
done-print = Printed
done-failed_unlock = Wrong passphrases
done-back_up = Backup made and read back
done-rehearse = Backup rehearsed
done-rehearse_failed = A rehearsed backup did not hold
done-verify = Journal checked
done-accept_older = Went on with an older file
done-erase = Identity of { $who } erased
done-set_capacity = Places set
done-set_limits = Limits of extension set
done-set_assistance = List of assistance changed
done-set_room = Rooms and beds changed

work-stop = Stop
work-stopping = Stopping…
