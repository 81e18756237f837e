roll-in-house =
    { $count ->
        [one] person must be found in the house
       *[other] people must be found in the house
    }
roll-out =
    { $count ->
        [one] { $count } is out
       *[other] { $count } are out
    }
roll-at = As recorded by { $at }
roll-room = { $present } of { $all } in the house
roll-present = in the house
roll-back = { $where }, back { $at }
roll-help = needs a way without steps
roll-empty = Nobody has a bed in: { $rooms }.
