screen-tape = График
tape-title = График кроватей
tape-earlier = Раньше
tape-later = Позже
tape-today = Сегодня
tape-span = { $from } – { $to }
tape-zoom = Сколько дней
tape-zoom-7 = 1 неделя
tape-zoom-28 = 4 недели
tape-zoom-91 = 3 месяца
tape-zoom-365 = 1 год
tape-days = Дни
tape-places = мест из { $places }
tape-to = до { $day }
tape-was = { $who }, кровать { $bed }, с { $from } до { $to }
tape-is = { $who }, кровать { $bed }, с { $from }, срок до { $to }
tape-over = { $who }, кровать { $bed }, с { $from }, срок истёк
tape-held = Кровать { $bed } придержана: { $label }, до { $until }
tape-closed = Кровать { $bed } закрыта с { $from }{ $until ->
        [none] { "" }
       *[other] {" "}до { $until }
    }: { $reason }
tape-free = Кровать { $bed } сейчас свободна
tape-open = Открыть
tape-key-past = был здесь
tape-key-plan = запланировано, до конца срока
tape-key-held = бронь
tape-key-closed = закрыто
tape-key-away = отсутствие
