do-plan = Expected departure
plan-title = { $who } is expected to leave
plan-submit = Note
plan-help = A plan: the bed stays theirs until they have left.
plan-forget = Not known any more
plan-is = Expected to leave { $at }
plan-was = Was expected to leave { $at }, and is still here
plan-hold = Hold the bed after that
plan-hold-title = Hold bed { $bed } after { $who }
plan-first = It is not noted when { $who } leaves. Note the expected departure first.
tile-leaves = by { $at }
tile-stayed = was due { $at }
tile-leaves-aria = expected to leave { $at }
notice-stayed =
    { $count ->
        [one] { $count } departure overdue
       *[other] { $count } departures overdue
    }
notice-stayed-by = was due { $at }
notice-leaving =
    { $count ->
        [one] { $count } leaves today
       *[other] { $count } leave today
    }
notice-in-held =
    { $count ->
        [one] { $count } person in a held bed
       *[other] { $count } people in held beds
    }
notice-in-held-bed = { $bed } is held for { $label }
notice-arrivals =
    { $count ->
        [one] { $count } expected arrival
       *[other] { $count } expected arrivals
    }
notice-arrives = { $label } ({ $places }){ $from ->
        [now] { "" }
       *[other] {" "}from { $from }
    }{ $until ->
        [none] { "" }
       *[other] {" "}until { $until }
    }
kept-held-from = Held for { $label } from { $from } until { $until }
expected-later = From a later time on
expected-from = From
expected-held-from = from { $from } until { $until }
expected-called = When they asked
extend-when = Allowed
amend-how = What is typed here
amend-how-new = is now known
amend-how-wrong = was noted wrong
amend-since = New ground or phase since
correct-ground = Correct the ground
correct-phase = Correct the phase
correct-assistance = Correct the assistance
correct-title-ground = Ground of { $who } was noted wrong
correct-title-phase = Phase of { $who } was noted wrong
correct-title-assistance = Assistance for { $who } was noted wrong
correct-otherwise-assistance = Was another
correct-not-assistance = Was not given
formerly = Noted before
formerly-by = put right { $at }, { $who }
former-arrival = Arrived { $at }
former-departure = Left { $at }
former-here = Was still here
former-bed = Bed { $bed }, { $span }
former-span = { $what }, { $span }
former-party = With { $who }
former-person = Under another code
former-born = Born in { $month }
tape-leaves = { $who }, bed { $bed }, since { $from }, expected to leave { $to }
tape-stayed = { $who }, bed { $bed }, since { $from }, was expected to leave { $to }
tape-goes = leaves { $day }
noted-bed = bed
noted-absence = absence
noted-ground = ground
noted-phase = phase
noted-assistance = assistance
noted-arrival = arrival
noted-discharge = discharge
keys-plan = notes when the person is expected to leave
    .key = L
keys-hold = holds the bed
    .key = K
refusal-stays_on = { $who } has bed { $bed }{ $until ->
        [none] , and it is not noted that they leave before that
       *[other] {" "}until { $until }
    }.
    .help = Note first when { $who } leaves, let the hold begin after that, or hold a place without a bed.
refusal-is_over = This time is over already.
    .help = Choose a later time.
done-plan_departure = Expected departure of { $who } noted
action-plan_departure = Expected departure
