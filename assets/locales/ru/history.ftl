lanes = Ход размещения
lane-on = { $text }, { $at }
lane-span = { $text }, с { $from }{ $to ->
        [none] { "" }
       *[other] {" "}до { $to }
    }
history-open = Вся история
history-line = { $group }, { $age }{ $country ->
        [none] { "" }
       *[other] , { $country }
    }
history-stay = { $to ->
        [none] Здесь с { $from }
       *[other] { $from } – { $to }
    }
history-left = . Выбытие: { $why }
history-actions =
    { $count ->
        [one] { $count } действие привело к этому
        [few] { $count } действия привели к этому
        [many] { $count } действий привели к этому
       *[other] { $count } действия привели к этому
    }
history-reason = . Причина: { $reason }
history-by = { $who }, записано { $at }, № { $number }
notice-forgotten =
    { $count ->
        [one] Похоже, забыто { $count } размещение
        [few] Похоже, забыто { $count } размещения
        [many] Похоже, забыто { $count } размещений
       *[other] Похоже, забыто { $count } размещения
    }
notice-lapsing =
    { $count ->
        [one] Скоро истечёт { $count } бронь
        [few] Скоро истекут { $count } брони
        [many] Скоро истекут { $count } броней
       *[other] Скоро истекут { $count } брони
    }
notice-lapses = { $label }, { $until }
notice-must-move =
    { $count ->
        [one] Переселить { $count } человека
        [few] Переселить { $count } человек
        [many] Переселить { $count } человек
       *[other] Переселить { $count } человека
    }
notice-bed-closes = { $bed } закроется { $at }
