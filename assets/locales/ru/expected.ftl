screen-expected = Ожидаем
expected-title = Ожидаем
expected-places =
    { $free ->
        [0] Свободных мест нет
        [one] Свободно { $free } место
        [few] Свободно { $free } места
        [many] Свободно { $free } мест
       *[other] Свободно { $free } мест
    }{ $held ->
        [0] { "" }
       *[other] , придержано { $held }
    }
expected-waiting =
    { $count ->
        [0] Лист ожидания
       *[other] Лист ожидания: { $count }
    }
expected-nobody = Места никто не ждёт.
expected-since = с { $since }
expected-urgent = Срочно: { $why }
expected-is-held = Места придержаны.
expected-fits = Есть место сейчас: { $beds }
expected-fits-moves = Есть место, если { $moves }; тогда { $beds }
expected-move = { $who } переходит на { $to }
expected-fits-places =
    { $missing ->
        [one] Будет место, когда освободится { $missing }
        [few] Будет место, когда освободится { $missing }
        [many] Будет место, когда освободится { $missing }
       *[other] Будет место, когда освободится { $missing }
    }
expected-fits-beds =
    { $missing ->
        [one] Не хватает { $missing } кровати
        [few] Не хватает { $missing } кроватей
        [many] Не хватает { $missing } кроватей
       *[other] Не хватает { $missing } кроватей
    }
expected-fits-not = Правила сейчас не дают кроватей для этой группы
expected-keep = Придержать места
expected-check-in = Принять
expected-up = Выше на одно место: { $who }
expected-end = Больше не ждёт
expected-how-ended = Чем закончилось
expected-end-do = Убрать из листа
expected-when = Когда изменился порядок или закончилось ожидание
expected-add = Внести в лист ожидания
expected-label = Кто, без имён
expected-label-hint = Например: семья из трёх человек, от полиции
expected-label-missing = Напишите в нескольких словах, кто это.
expected-person = Человек { $number }
expected-sex = Пол
expected-years = Возраст
expected-years-missing = Введите возраст в годах.
expected-remove = Убрать
expected-one-more = Ещё один человек
expected-urgency = Почему срочно
expected-wait = Внести в лист
expected-member = { $group }, { $years }
expected-count = Сколько мест
expected-these-beds = Эти кровати: { $beds }
expected-until = До
expected-holds = Придержанные места
expected-no-holds = Придержанных мест нет.
expected-held =
    { $places ->
        [one] { $places } место
        [few] { $places } места
        [many] { $places } мест
       *[other] { $places } мест
    }
expected-held-beds =
    { $places ->
        [one] { $places } место
        [few] { $places } места
        [many] { $places } мест
       *[other] { $places } мест
    }: { $beds }
expected-held-until = до { $until }
expected-lapsed = освобождено { $at }
expected-release = Снять бронь
expected-when-released = Когда бронь снята
expected-closures = Закрытые кровати
expected-no-closures = Закрытых кроватей нет. Закрыть можно на плане: выберите свободную кровать.
expected-must-move = Там спит { $who }: сначала нужно переселить.
kept-held = Придержано: { $label }, до { $until }
kept-closed = Закрыто: { $reason }{ $until ->
        [none] { "" }
       *[other] , до { $until }
    }
kept-closes = Закроется { $from }: { $reason }{ $until ->
        [none] { "" }
       *[other] , до { $until }
    }
tile-closed = Закрыта
tile-held = Бронь
bed-close = Закрыть эту кровать
close-title = Закрыть кровать { $bed }
bed-reopen = Открыть снова
reopen-when = Когда кровать снова открыта
close-why = Почему закрывается
close-room = Вся комната { $room }
close-later = С более позднего времени
close-from = С
close-ends = Известно, до какого времени
close-to = До
close-submit =
    { $beds ->
        [one] Закрыть кровать
        [few] Закрыть { $beds } кровати
        [many] Закрыть { $beds } кроватей
       *[other] Закрыть { $beds } кроватей
    }
checkin-hold = Для них придержаны места: { $label }
checkin-hold-over = Места для них больше не придержаны: { $label }
checkin-waiting = Они в листе ожидания: { $label }
checkin-hold-not = Не эти
person-assistance = Помощь
do-assist = Записать помощь
assist-title = Помощь: { $who }
assist-submit = Записать
assist-kind = Какая
assist-name = Какая именно
assist-who = Кому
bed-is = Комната { $room }, { $kind }.
half-title = Приём введён наполовину
half-text =
    { $count ->
        [one] Уже введён { $count } человек.
        [few] Уже введены { $count } человека.
        [many] Уже введены { $count } человек.
       *[other] Уже введены { $count } человека.
    } Если начать заново, введённое пропадёт.
half-same = Оставить введённое: это { $label }
half-anew = Начать заново: { $label }
