lanes = Timeline of the stay
lane-on = { $text } on { $at }
lane-span = { $text }, from { $from }{ $to ->
        [none] { "" }
       *[other] {" "}to { $to }
    }
history-open = Whole history
history-line = { $group }, { $age }{ $country ->
        [none] { "" }
       *[other] , { $country }
    }
history-stay = { $to ->
        [none] Here since { $from }
       *[other] { $from } to { $to }
    }
history-left = . Left: { $why }
history-actions =
    { $count ->
        [one] { $count } action made it so
       *[other] { $count } actions made it so
    }
history-reason = . Reason: { $reason }
history-by = { $who }, noted { $at }, no. { $number }
notice-forgotten =
    { $count ->
        [one] 1 stay looks forgotten
       *[other] { $count } stays look forgotten
    }
notice-lapsing =
    { $count ->
        [one] 1 hold lapses soon
       *[other] { $count } holds lapse soon
    }
notice-lapses = { $label }, { $until }
notice-must-move =
    { $count ->
        [one] 1 person must move
       *[other] { $count } people must move
    }
notice-bed-closes = { $bed } closes on { $at }
