desk-heading = The work of the desk
desk-undo_hours = Reception may undo its own actions for
desk-ending_days = A term is listed as ending before its end by
desk-lapsing_hours = A hold is listed before it lapses by
desk-forgotten_days = A stay looks forgotten beyond the expected return by
desk-smallest_count = The smallest count shown outside the centre
desk-idle_minutes = The program locks itself without a key or click after
desk-backup_actions = A backup is made by itself after
desk-backup_days = The last backup is too old after
desk-erase_days = Identities are erased after the discharge by
desk-limit_victim = Limit for an identified victim
desk-limit_presumed_victim = Limit for a presumed victim
desk-limit_potential_victim = Limit for a potential victim
desk-limit_accompanying = Limit for an accompanying family member
desk-what = From now on. What was before stays in the record.
desk-erase-never = Empty: never.
set-do = Set
unit-hours = hours
unit-days = days
unit-minutes = minutes
unit-actions = actions
unit-people = people
unit-years = years
number-wrong = A whole number from { $least } to { $most }.
from-when = From when on
from-now = From now
from-day = From a day
versions = Through time
version-now = in force since { $from }
version-ahead = from { $from }
version-past = from { $from } to { $to }

rules-heading = Rules of room assignment
rules-what = A change counts from now or from a later day. Late entries are judged by the rules of their time.
rules-opposite_sex_age = Unrelated people of different sex share no room from the age of
rules-with_adult_age = A child is in a room with an adult of the family below the age of
rules-upper_bunk_age = No upper bunk below the age of
rules-cot_age = A cot only below the age of
rules-max_moves = A plan may move at most
rules-short-opposite_sex_age = apart by sex from { $n }
rules-short-with_adult_age = with an adult below { $n }
rules-short-upper_bunk_age = upper bunk from { $n }
rules-short-cot_age = cot below { $n }
rules-short-max_moves = moves up to { $n }

apart-heading = Kept apart
apart-what = These people are never proposed for one room. Only a manager sees the reason.
apart-nobody = Nobody is kept apart.
apart-pair = { $one } and { $other }
apart-in-one-room = They share a room now.
apart-end = May share a room again
apart-add = Keep two people apart
apart-one = One person
apart-other = The other person
apart-code-hint = By code, such as K-214 or 214.
apart-code-missing = Type a code.
apart-unknown = Nobody has this code.
apart-reason-hint = Without names.

capacity-heading = Places
capacity-what = What the licence allows. Everybody counts, infants too. A day may lie behind: the figures follow.
capacity-new = Places
capacity-places = { $places ->
        [one] { $places } place
       *[other] { $places } places
    }

terms-heading = Terms
terms-what = A stay keeps the term it was given. A change counts for those who come later.
terms-standard = Standard term
terms-days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
terms-set-term = Set the term
terms-limits = Limits of extension
terms-limits-what = How long a stay may last in all, by its ground. Empty: no limit. Beyond it an extension says who allowed it.
terms-limit = { $ground }: { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
terms-no-limits = no limits
terms-set-limits = Set the limits

assistance-heading = Other assistance
assistance-what = Offered when assistance is noted, beside medical, psychological and legal. What was noted keeps its name.
assistance-none = The list is empty.
assistance-name = Name
assistance-name-missing = Type a name.
assistance-add = Add to the list
assistance-rename = Rename { $name }
assistance-rename-short = Rename
assistance-retire = Offer no more
assist-free = Something else

rooms-heading = Rooms and beds
rooms-what = Choose a room on the plan. Changes count from now; past boards keep the beds of their time.
rooms-new = A new room
rooms-one = Room { $room }
rooms-change = Change room { $room }
rooms-take-away = Take away
rooms-bed = { $who ->
        [none] Bed { $bed }, { $kind }
       *[other] Bed { $bed }, { $kind }: { $who }
    }
rooms-wing = Side of the corridor
rooms-wing-north = above
rooms-wing-south = below
rooms-column = Begins in column
rooms-width = Columns wide
rooms-new-beds = Beds that are put in
rooms-new-bed = New bed { $n }
rooms-new-bed-remove = Leave out new bed { $n }

notice-overrides = { $count ->
        [one] 1 decision past a rule
       *[other] { $count } decisions past a rule
    }
notice-override = { $what } — “{ $reason }” ({ $staff }, { $at })
notice-override-places = more people than places
extend-limit = The ground allows { $most ->
        [one] { $most } day
       *[other] { $most } days
    } in all.
extend-past-limit = This is beyond the { $most ->
        [one] { $most } day
       *[other] { $most } days
    } of the ground: say who allowed it.
