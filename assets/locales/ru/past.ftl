past-title = Взгляд назад
past-mark = Прошлое: только для просмотра
past-close = К настоящему
past-earlier = Днём раньше
past-later = Днём позже
past-taken = Занято мест: { $taken } из { $places }
past-known = Показать
past-known-now = Как известно сейчас
past-known-then = Как знали тогда
past-since =
    { $count ->
        [0] Ничего внесённого позже не изменило, кто где был
        [one] Внесено позже: это изменило картину
       *[other] Внесено позже: эти записи изменили картину
    }
past-noted = { $at }, { $who }
past-person = { $group }, кровать { $bed }, день { $day } из { $days }
past-away = Отсутствие: { $where }, с { $since }
past-open = Открыть как есть сейчас
