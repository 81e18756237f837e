checkin-title = Check in

checkin-who = Who has come
checkin-code = Code
checkin-relation = Relation
checkin-alone = { $sex ->
       *[other] alone
    }
checkin-sex = Sex
sex-short-female = F
sex-short-male = M
checkin-age = Age or birth date
checkin-needs = Needs
checkin-needs-none = none
checkin-needs-of = Needs: { $needs }
checkin-needs-for = Needs of { $who }
need-short-no_upper_bunk = no upper bunk
need-short-step_free = step-free
need-short-isolation = isolation
checkin-new = new
checkin-new-person = new person
checkin-remove = Remove { $who }
checkin-adult = Adult
checkin-child = Child
checkin-enter-hint = Enter after an age adds a child. Ages can be 27, 8 months, 11.06.2008 or 11 Jun 2008.
checkin-months = { $months } mo
checkin-years = { $years } y
checkin-age-missing = Type an age, estimated if need be.
checkin-age-missing-row = Type an age, even estimated; Backspace removes the row.
checkin-age-impossible = This age is not possible.
checkin-age-unreadable = Type 27, 8 months or 11.06.2008.
checkin-age-first = type an age first

checkin-before = Here before?
checkin-before-example = Old code or name
checkin-found = Found
checkin-nobody-found = Nobody found. They can come in as new.
checkin-hit-here = is here, bed { $bed }
checkin-hit-until = here until { $to }
checkin-by-name = found by name
checkin-is-here = { $who } is here already, bed { $bed }, since { $from }.
checkin-in-list = { $who } is in the list already.
checkin-already-here = { $who } is here already and cannot come in again.
checkin-here-before = Was here from { $from } to { $to }.
checkin-here-now = Here since { $from }.

checkin-why = { $count ->
        [one] Why this person is here
       *[other] Why they are here
    }
checkin-why-of = Ground of { $who }
checkin-along = { $count ->
        [one] { $who } comes as an accompanying family member.
       *[other] { $who } come as accompanying family members.
    }
checkin-apart = Choose for each person
checkin-along-again = Children accompany
checkin-decided-by = Who decided it
checkin-nobody-yet = nobody yet

checkin-origin = Who sent them, and from where
checkin-referrer = Sent by
checkin-territory = Home rayon or town
checkin-citizenship = { $count ->
        [one] Citizenship
       *[other] Citizenship of all
    }
checkin-phase = Phase

checkin-when = When they came in
checkin-when-wrong = Type the date and the time when they came in, or choose Now.

checkin-identity = Names and documents
checkin-identity-sealed = Kept sealed, apart from everything else. The board shows codes only.
checkin-name = Name
checkin-own-citizenship = Citizenship
checkin-documents = Documents
checkin-notes = Notes

checkin-beds = { $count ->
        [1] Bed for one
        [2] Beds for two
        [3] Beds for three
        [4] Beds for four
        [5] Beds for five
       *[other] Beds for { $count }
    }
checkin-propose-again = Propose again
checkin-plan = Beds for { $who }
checkin-plan-hint = Point at a bed, or press Alt+B and move with the arrow keys. Enter picks.
checkin-room = Room { $room }, { $use }
checkin-bed = bed { $bed }, { $kind }
checkin-bed-for = for { $who }
checkin-bed-free = can be picked
checkin-manager-may = A manager can pick it all the same, with a reason.
checkin-may-override = You can pick it all the same, with a reason.
checkin-sleeps = Who sleeps where
checkin-with = in the bed of { $who }
checkin-no-place = no bed yet
checkin-picked = picked
checkin-proposed = proposed
checkin-other-bed = Another bed
checkin-no-such-bed = There is no bed { $bed }.
checkin-share = Share the bed of { $who }
checkin-why-not = Why not elsewhere for { $who }
checkin-why-not-party = Why not all of them in another room
checkin-room-beds = { $free ->
        [0] full
        [one] { $free } bed free, { $needed } needed
       *[other] { $free } beds free, { $needed } needed
    }
checkin-room-kinds = the free beds do not suit { $who }
checkin-room-with = { $rule } ({ $who })
checkin-room-full = full
checkin-room-picked = full with the beds picked
checkin-rule-B1 = a free bed is closed or held, now or later
checkin-rule-B2 = only a cot is free
checkin-rule-B3 = only an upper bunk is free
checkin-rule-B4 = not step-free
checkin-rule-R1 = people who must be kept apart
checkin-rule-R2 = a minor would share with an unrelated adult
checkin-rule-R3 = unrelated people of different sex would share
checkin-rule-R4 = somebody needs isolation
checkin-rule-R5 = a young child needs an adult of the family in the room
checkin-rule-P1 = somebody there must keep the bed
checkin-rule-P2 = too many would have to move

checkin-ways = { $count ->
        [one] one way found
        [2] two ways found, best first
        [3] three ways found, best first
       *[other] { $count } ways found, best first
    }
checkin-ways-label = Ways to give them beds
checkin-movers = Who changes beds
checkin-mover = { $who } moves from { $from } to { $to }
checkin-bed-leaves = { $who } moves from here to { $to }
checkin-bed-comes = { $who } moves here from { $from }
way-best = best
way-not-proven = not proven to be the best
way-nobody-moves = Nobody moves
way-moves = { $count ->
        [1] One move: { $who }
        [2] Two moves: { $who }
        [3] Three moves: { $who }
        [4] Four moves: { $who }
       *[other] { $count } moves: { $who }
    }
way-move = { $who } to { $to }
way-together = Together in room { $room }: { $beds }.
way-apart = { $beds }.
way-beds = { $count ->
        [one] bed { $beds }
       *[other] beds { $beds }
    }
way-cots = { $count ->
        [one] cot { $cots }
       *[other] cots { $cots }
    }
way-comma = { ", " }
way-to-themselves = { $count ->
        [one] Nobody else in room { $room }.
       *[other] They have room { $room } to themselves.
    }
way-shared-with = Room { $room } is shared with { $who }.
way-spread = Spread over rooms { $rooms }.
way-opens = Room { $room } has been empty.
way-last-women = Room { $room } was the last empty women’s room.
way-last-men = Room { $room } was the last empty men’s room.
way-last-family = Room { $room } was the last empty family room.
way-last-minors = Room { $room } was the last empty minors’ room.
way-last-isolation = Room { $room } was the last empty isolation room.
way-last-any = Room { $room } was the last empty room for everybody.
way-unsuited = Room { $room } is not meant for { $who }.
way-past-title = Nobody moves, but a rule is broken
way-past = Broken: { $breaches }. Only a manager can choose this, with a reason.

stuck-title = Nothing fits
stuck-unproven = Nothing found in time
stuck-beds = { $count ->
        [one] One bed too few.
       *[other] { $count } beds too few.
    }
stuck-rules = It would work without any one of these rules
stuck-rule-B1 = a bed is closed or held
stuck-rule-B2 = a cot takes only a small child
stuck-rule-B3 = an upper bunk is not for everybody
stuck-rule-B4 = somebody needs a step-free room
stuck-rule-R1 = two people must be kept apart
stuck-rule-R2 = a minor does not share with an unrelated adult
stuck-rule-R3 = unrelated people of different sex do not share
stuck-rule-R4 = somebody needs isolation
stuck-rule-R5 = a young child stays with an adult of the family
stuck-rule-P1 = somebody must keep the bed
stuck-rule-P2 = only so many people may move
stuck-more-moves = if more people moved than the rules allow
stuck-help = What would help
stuck-cot = one more cot in room { $rooms }
stuck-bed = one more bed in room { $rooms }
stuck-open = if bed { $beds } could be used
stuck-unpin = if { $who } could move
stuck-override = a manager could go past: { $rule }
stuck-incomplete = Not everything could be looked at in time: something else may help too.
stuck-around = Around the beds picked by hand, nothing fits for the others. Pick beds for them too, or propose again.

checkin-taken-now = { $taken } of { $places } places taken { $when ->
        [now] now
       *[since] since then
    },
checkin-taken-then = { $taken } of { $places } with { $count ->
        [1] this one
        [2] these two
        [3] these three
        [4] these four
        [5] these five
       *[other] these { $count }
    }
checkin-breaks = Breaks a rule: { $breaches }.
checkin-needs-manager = Only a manager can check them in like this, with a reason.
checkin-reason = Reason for going past this
checkin-later = Can be completed later: { $what }.
checkin-bed-missing = { $who } has no bed yet. Pick one in the plan.
checkin-do = { $count ->
        [one] Check in { $count } person
       *[other] Check in { $count } people
    }
