screen-expected = Expected
expected-title = Expected
expected-places =
    { $free ->
        [0] No place free
        [one] { $free } place free
       *[other] { $free } places free
    }{ $held ->
        [0] { "" }
       *[other] , { $held } held
    }
expected-waiting =
    { $count ->
        [0] Waiting list
       *[other] Waiting list: { $count }
    }
expected-nobody = Nobody waits for a place.
expected-since = since { $since }
expected-urgent = Urgent: { $why }
expected-is-held = Places are held.
expected-fits = Fits now: { $beds }
expected-fits-moves = Fits if { $moves }; then { $beds }
expected-move = { $who } moves to { $to }
expected-fits-places =
    { $missing ->
        [one] Fits when one place becomes free
       *[other] Fits when { $missing } places become free
    }
expected-fits-beds =
    { $missing ->
        [one] One bed is missing
       *[other] { $missing } beds are missing
    }
expected-fits-not = The rules allow no beds for this party now
expected-keep = Hold places
expected-check-in = Check in
expected-up = { $who } one place up
expected-end = No longer waits
expected-how-ended = How it ended
expected-end-do = Take off the list
expected-when = When the order changed or the waiting ended
expected-add = Put on the waiting list
expected-label = Who, without names
expected-label-hint = For example: family of three, sent by the police
expected-label-missing = Write in a few words who it is.
expected-person = Person { $number }
expected-sex = Sex
expected-years = Age
expected-years-missing = Type the age in years.
expected-remove = Remove
expected-one-more = One more person
expected-urgency = Why it is urgent
expected-wait = Put on the list
expected-member = { $group } of { $years }
expected-count = How many places
expected-these-beds = These beds: { $beds }
expected-until = Until
expected-holds = Held places
expected-no-holds = No places are held.
expected-held =
    { $places ->
        [one] { $places } place
       *[other] { $places } places
    }
expected-held-beds =
    { $places ->
        [one] { $places } place
       *[other] { $places } places
    }: { $beds }
expected-held-until = until { $until }
expected-lapsed = released at { $at }
expected-release = Release
expected-when-released = When it was released
expected-closures = Closed beds
expected-no-closures = No bed is closed. Close one from the board: choose the free bed.
expected-must-move = { $who } sleeps there and must move first.
kept-held = Held for { $label } until { $until }
kept-closed = Closed: { $reason }{ $until ->
        [none] { "" }
       *[other] , until { $until }
    }
kept-closes = Closes on { $from }: { $reason }{ $until ->
        [none] { "" }
       *[other] , until { $until }
    }
tile-closed = Closed
tile-held = Held
bed-close = Close this bed
close-title = Close bed { $bed }
bed-reopen = Open again
reopen-when = When it was opened again
close-why = Why it is closed
close-room = The whole of room { $room }
close-later = From a later time on
close-from = From
close-ends = It is known until when
close-to = Until
close-submit =
    { $beds ->
        [one] Close the bed
       *[other] Close { $beds } beds
    }
checkin-hold = Places are held for them: { $label }
checkin-hold-over = Their places are no longer held: { $label }
checkin-waiting = They are on the waiting list: { $label }
checkin-hold-not = Not these
person-assistance = Assistance
do-assist = Note assistance
assist-title = Assistance for { $who }
assist-submit = Note
assist-kind = What
assist-name = Which
assist-who = For whom
bed-is = Room { $room }, { $kind }.
half-title = A check-in is half typed
half-text =
    { $count ->
        [one] One person is typed already.
       *[other] { $count } people are typed already.
    } What is typed is lost when you begin anew.
half-same = Keep what is typed: this is { $label }
half-anew = Begin anew with { $label }
