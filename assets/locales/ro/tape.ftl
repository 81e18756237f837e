screen-tape = Grafic
tape-title = Graficul paturilor
tape-earlier = Mai devreme
tape-later = Mai târziu
tape-today = Astăzi
tape-span = { $from } – { $to }
tape-zoom = Câte zile
tape-zoom-7 = 1 săptămână
tape-zoom-28 = 4 săptămâni
tape-zoom-91 = 3 luni
tape-zoom-365 = 1 an
tape-days = Zile
tape-places = locuri din { $places }
tape-to = până la { $day }
tape-was = { $who }, patul { $bed }, din { $from } până la { $to }
tape-is = { $who }, patul { $bed }, din { $from }, termen până la { $to }
tape-over = { $who }, patul { $bed }, din { $from }, termen depășit
tape-held = Patul { $bed } rezervat pentru { $label } până la { $until }
tape-closed = Patul { $bed } închis din { $from }{ $until ->
        [none] { "" }
       *[other] {" "}până la { $until }
    }: { $reason }
tape-free = Patul { $bed } este liber acum
tape-open = Deschide
tape-key-past = a fost aici
tape-key-plan = planificat, până la termen
tape-key-held = rezervat
tape-key-closed = închis
tape-key-away = lipsă
