screen-tape = Tape chart
tape-title = Tape chart
tape-earlier = Earlier
tape-later = Later
tape-today = Today
tape-span = { $from } to { $to }
tape-zoom = How many days
tape-zoom-7 = 1 week
tape-zoom-28 = 4 weeks
tape-zoom-91 = 3 months
tape-zoom-365 = 1 year
tape-days = Days
tape-places = places of { $places }
tape-to = to { $day }
tape-was = { $who }, bed { $bed }, from { $from } to { $to }
tape-is = { $who }, bed { $bed }, since { $from }, term to { $to }
tape-over = { $who }, bed { $bed }, since { $from }, term over
tape-held = Bed { $bed } held for { $label } until { $until }
tape-closed = Bed { $bed } closed from { $from }{ $until ->
        [none] { "" }
       *[other] {" "}to { $until }
    }: { $reason }
tape-free = Bed { $bed } is free now
tape-open = Open
tape-key-past = was here
tape-key-plan = planned, to end of term
tape-key-held = held
tape-key-closed = closed
tape-key-away = away
