past-title = Privire în urmă
past-mark = Trecut: se privește, nu se modifică
past-close = Înapoi la prezent
past-earlier = Ziua dinainte
past-later = Ziua următoare
past-taken =
    { $places ->
        [one] { $taken } din { $places } loc ocupat
        [few] { $taken } din { $places } locuri ocupate
       *[other] { $taken } din { $places } de locuri ocupate
    }
past-known = Se arată
past-known-now = Cum se știe acum
past-known-then = Cum se știa atunci
past-since =
    { $count ->
        [0] Nimic notat mai târziu nu a schimbat cine unde era
        [one] Notat mai târziu: aceasta a făcut diferența
       *[other] Notate mai târziu: acestea au făcut diferența
    }
past-noted = { $at }, { $who }
past-person = { $group }, patul { $bed }, ziua { $day } din { $days }
past-away = Lipsă: { $where }, din { $since }
past-open = Deschide cum este acum
