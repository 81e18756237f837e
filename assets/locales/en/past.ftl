past-title = Look back
past-mark = The past: to be looked at, not changed
past-close = Back to now
past-earlier = Day before
past-later = Day after
past-taken = { $taken } of { $places } places taken
past-known = Shown
past-known-now = As known now
past-known-then = As known then
past-since =
    { $count ->
        [0] Nothing noted later changed who was where
        [one] Noted later: this made the difference
       *[other] Noted later: these made the difference
    }
past-noted = { $at }, { $who }
past-person = { $group }, bed { $bed }, day { $day } of { $days }
past-away = Away: { $where }, since { $since }
past-open = Open as it is now
