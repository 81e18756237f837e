board-taken = { $taken } of { $places } places taken,
board-free =
    { $free ->
        [0] none free
       *[other] { $free } free
    }
board-over = { $over } over
board-held = { $held } held
board-beds-free =
    { $beds ->
        [0] No bed free
        [one] { $beds } bed free
       *[other] { $beds } beds free
    }
board-cots =
    { $beds ->
        [0] every bed is taken
       *[other] { $cots ->
            [0] no cot among them
            [one] { $cots } of them a cot
           *[other] { $cots } of them cots
        }
    }
board-fits =
    { $largest ->
        [0] Nobody more fits
       *[other] Largest family that fits: { $largest }
    }
board-fits-moves = { $largest } with moves
board-fits-places = limited by places, not by beds
board-fits-beds = limited by beds and rules
board-check-in = Check in
try-again = Try again

count-woman =
    { $count ->
        [one] { $count } woman
       *[other] { $count } women
    }
count-man =
    { $count ->
        [one] { $count } man
       *[other] { $count } men
    }
count-teenager =
    { $count ->
        [one] { $count } teenager
       *[other] { $count } teenagers
    }
count-child =
    { $count ->
        [one] { $count } child
       *[other] { $count } children
    }
count-infant =
    { $count ->
        [one] { $count } infant
       *[other] { $count } infants
    }
count-free =
    { $count ->
        [one] { $count } place free
       *[other] { $count } places free
    }

notices = To be seen to
notice-comma = { ", " }
notice-more = and { $count } more
notice-late =
    { $count ->
        [one] { $count } return overdue
       *[other] { $count } returns overdue
    }
notice-late-by = expected at { $at }, { $late } ago
notice-folders-late =
    { $count ->
        [one] A backup folder gets nothing
       *[other] { $count } backup folders get nothing
    }
notice-folder-late = nothing since { $day } in { $folder }
notice-folder-failed = { $folder }: { $why }
notice-breaches =
    { $count ->
        [one] { $count } rule broken
       *[other] { $count } rules broken
    }
notice-over =
    { $count ->
        [one] { $count } term has ended
       *[other] { $count } terms have ended
    }
notice-over-by =
    { $days ->
        [one] { $days } day ago
       *[other] { $days } days ago
    }
notice-ending =
    { $count ->
        [one] { $count } term ends soon
       *[other] { $count } terms end soon
    }
notice-ends-today = today
notice-ends-tomorrow = tomorrow
notice-ends-on = on { $day }
notice-erasures =
    { $count ->
        [one] Identity to be erased
       *[other] { $count } identities to be erased
    }
notice-erased-on = { $code } on { $day }
notice-away = { $count } away
notice-back = back { $back }
notice-back-unknown = return not known
notice-incomplete =
    { $count ->
        [one] { $count } record to complete
       *[other] { $count } records to complete
    }

room-aria = Room { $number }, { $meant }{ $stepFree ->
        [true] , step-free
       *[other] { "" }
    }, { $taken } of { $beds } beds taken
room-step-free = Step-free
room-count = { $taken } / { $beds }
party-aria = One family: { $codes }
plan-desk = Duty desk
plan-entrance = Entrance

tile-free = Free
tile-kept-aria = Bed { $bed }, { $kind }
tile-free-aria = Bed { $bed } free, { $kind }
tile-kind-single = bed
tile-kind-lower = lower
tile-kind-upper = upper
tile-kind-cot = cot
tile-person = { $code }, { $group }, bed { $bed }
tile-day-word = day
tile-day = { $day } of { $days }
tile-day-of = day { $day } of { $days }
tile-day-only = day { $day }
tile-late = { $late } late
    .short = +{ $late }
tile-late-by = away, { $late } late
tile-back = back
tile-away = away
tile-away-until = away, back { $back }
tile-ending = term ending
tile-over = term over
tile-shared = with { $who } in the same bed
tile-sharing = { $words }, in the bed of { $who }
tile-incomplete = record to complete
tile-goes = to { $bed }
tile-comes = { $who } comes
tile-goes-aria = would move to { $bed }
tile-comes-aria = { $who } would come here

fit-own = here
fit-usable = move here
fit-share = share bed
fit-swap = swap
fit-rules = refused
fit-picked = picked
fit-taken = taken
fit-own-words = Where this person sleeps now.
fit-usable-words = Can move here.
fit-share-words = Can share the bed of { $who }.
fit-picked-words = Picked for another member.
fit-swap-words = Can swap with { $who }.
fit-swap-rules-words = A swap with { $who } breaks a rule: { $why }.
fit-rules-words = Not by the rules: { $why }.
fit-taken-words = Not possible: { $why }.

legend = Key
legend-family = family
legend-free = free
legend-away = away
legend-late = overdue
legend-term = term ending
legend-gap = to complete

panel = Details
bed-title = Bed { $bed }
bed-is-free = Free. Room { $room }, { $kind }.
bed-suits = Suits
bed-others =
    { $count ->
        [0] Nobody else sleeps in this room
        [one] { $count } person sleeps in this room
       *[other] { $count } people sleep in this room
    }
bed-check-in = Check in here
bed-full = All { $places } places are taken. Going over needs a manager’s reason.
bed-rest-held = The places that are left are held. Going past that needs a manager’s reason.
suits-women = Adult women, and minors whose family has one
suits-men = Adult men
suits-family = Families with a minor
suits-minors = Minors who came without an adult
suits-isolation = Somebody who needs isolation
suits-any = Everybody
suits-cot = A cot: small children only
suits-upper = An upper bunk: not for small children
suits-step-free = Reached without a step
suits-steps = There are steps on the way

idle-title = Free beds
idle-bed = { $kind } { $bed }
idle-none = Every bed is taken.
idle-room = Room { $room }, { $meant }
fits-title = Who still fits
fits-woman = a woman
fits-man = a man
fits-mother = { $children ->
        [one] a mother with { $children } child
       *[other] a mother with { $children } children
    }
fits-yes = yes
fits-moves = { $count ->
        [one] yes, if { $count } person moves
       *[other] yes, if { $count } people move
    }
fits-no = no
fits-no-place = no place
fits-unknown = not certain
empty-title = Nobody is here yet
empty-text = { $beds } beds stand ready for { $places } places. Check in whoever comes first, or choose a bed on the plan.

term-day = Day { $day } of { $days }
term-day-only = Day { $day }
term-left =
    { $days ->
        [0] last day
        [one] { $days } day left
       *[other] { $days } days left
    }
term-over =
    { $days ->
        [one] { $days } day over
       *[other] { $days } days over
    }

person-line = { $group }, { $age }. { $where }
person-bed = Room { $room }, bed { $bed }, { $kind }
person-shares = Bed { $bed }, shared with { $who }
person-no-bed = No bed
person-left = Was here { $span }
person-late = : { $late } late
person-back = : back { $back }
person-missing = Still missing
person-beds = Beds
person-bed-own = { $bed } { $kind }
person-bed-shared = { $bed } with { $who }
with-same-room =
    { $sex ->
        [male] With him, same room
       *[other] With her, same room
    }
with-elsewhere =
    { $sex ->
        [male] With him, elsewhere
       *[other] With her, elsewhere
    }
companion = { $relation }, { $age }
company-member = { $code }, { $relation }, { $age }

fact-ground = Ground
fact-decided = { $body }, decided { $day }
fact-from = From
fact-slash = { " / " }
fact-phase = Phase
fact-citizenship = Citizenship
fact-needs = Needs
fact-identity = Identity

identity-none = not known
identity-sealed = Sealed
identity-former = Not known now, but earlier versions say it
identity-show = Show
identity-hide = Seal again
identity-reason = Why do you need to see it? It goes into the journal.
identity-name = Name
identity-born = Born
identity-documents = Documents
identity-notes = Notes

reason = Reason
reason-missing = Write in a few words why.
do-move = Move
do-leave = Absent
do-return = Returned
do-extend = Extend
do-discharge = Discharge
do-amend = Complete
do-change = Change the record

move-title = Move { $who }
move-whom = Who moves
move-alone = Alone
move-with = With { $who }
move-pick = choose a bed
move-together-hint = Choose a bed for each in turn. The others count where they are to go.
move-how = Choose a bed on the plan: arrows and Enter, or the mouse.
move-pointed = { $bed }: { $words }
move-usable =
    { $count ->
        [0] No bed can simply be taken
        [one] { $count } bed can be taken
       *[other] { $count } beds can be taken
    }
move-bed = { $kind }, { $meant }
move-when = When
move-when-wrong = Type the date and the time of the move, or choose Now.
move-do = Move them
move-unpick = Choose the last bed again
move-swap-title = Swap { $who } and { $other }?
move-swap = Swap beds
move-rules-title = The rules say no to { $bed }
move-anyway = Move all the same
move-reason = A manager’s reason

leave-title = { $who } is away
leave-submit = Note the absence
leave-where = Where to
leave-since = Left
leave-is-back = Back already
leave-back = Expected back
leave-back-time = Type the time too, or clear the date.
leave-who = Who is away

return-title = { $who } is back
return-submit = Note the return
return-left = { $kind }, since { $since }
return-when = Came back
return-who = Who is back

extend-title = Extend { $who }
extend-submit = Extend
extend-now = Now day { $day } of { $days }, to { $last }.
extend-days = Days in all
extend-days-wrong = A whole number of days.
extend-until = Last day
extend-authority = Who allowed it
extend-who = For whom
extend-to = to { $last }

discharge-title = Discharge { $who }
discharge-submit =
    { $count ->
        [0] Discharge
        [one] Discharge { $count } person
       *[other] Discharge { $count } people
    }
discharge-who = Who leaves
discharge-reason = Why
discharge-destination = Where to
discharge-when = Left
discharge-minors = Why the children stay

amend-title = Record of { $who }
amend-submit = Save
amend-born = Birth date or age
amend-born-hint = Now: { $age }. Leave empty to keep it.
amend-born-wrong = Type an age, or a date such as { $example }.
amend-sex = Sex
amend-relation = In the party
amend-decided-by = Decided by
amend-decided-on = Decided on
amend-referrer = Sent by
amend-territory = Home rayon or town
amend-identity-add = Write down who this is
amend-identity-anew = Complete or correct it
amend-identity-kept = What is left empty stays as it was.

tidy-open = Tidy up the rooms
tidy-title = Tidy up
tidy-looking = Looking for better beds…
tidy-hint = Few moves, and what they would gain. Nothing happens until you choose.
tidy-nothing = { $count ->
        [one] Nothing to gain: with one move nobody would sleep better.
       *[other] Nothing to gain: with up to { $count } moves nobody would sleep better.
    }
tidy-not-proven = Not everything could be looked at in time: there may be something better.
tidy-ways = Ways to tidy up
tidy-instead = { $then } instead of { $now }
tidy-broken = Rules broken
tidy-spread = Extra rooms that families are spread over
tidy-strangers = Pairs of strangers in rooms with children’s families
tidy-unsuited = People in rooms not meant for them
tidy-do = { $count ->
        [one] Move one person
       *[other] Move { $count } people
    }
tidy-undo = One action: it can be taken back as one.

identity-erase = Erase
identity-erase-what = Names, documents, notes and the exact day of birth are erased for good, in all versions. This can't be taken back. The code, the stays and the figures of all months and years remain.
identity-erase-why = Why it is erased
identity-erase-do = Erase for good
identity-erased =
    { $count ->
        [0] Identity of { $who } erased
        [one] Identity of { $who } erased; one older backup still holds it
       *[other] Identity of { $who } erased; { $count } older backups still hold it
    }
