roll-in-house =
    { $count ->
        [one] человек должен быть найден в доме
        [few] человека должны быть найдены в доме
        [many] человек должны быть найдены в доме
       *[other] человека должны быть найдены в доме
    }
roll-out =
    { $count ->
        [one] { $count } отсутствует
        [few] { $count } отсутствуют
        [many] { $count } отсутствуют
       *[other] { $count } отсутствуют
    }
roll-at = По записям на { $at }
roll-room = { $present } из { $all } в доме
roll-present = в доме
roll-back = { $where }, вернётся { $at }
roll-help = нужен путь без ступеней
roll-empty = Ни у кого нет кровати в комнатах: { $rooms }.
