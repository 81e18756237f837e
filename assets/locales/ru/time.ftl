do-plan = Ожидаемое выбытие
plan-title = Ожидаемое выбытие: { $who }
plan-submit = Записать
plan-help = Это план: кровать остаётся занятой до самого выбытия.
plan-forget = Больше не известно
plan-is = Ожидаемое выбытие: { $at }
plan-was = Выбытие ожидалось { $at }, но человек ещё здесь
plan-hold = Придержать кровать после выбытия
plan-hold-title = Придержать кровать { $bed } после { $who }
plan-first = Не записано, когда выбывает { $who }. Сначала запишите ожидаемое выбытие.
tile-leaves = до { $at }
tile-stayed = было до { $at }
tile-leaves-aria = ожидаемое выбытие { $at }
notice-stayed =
    { $count ->
        [one] Просрочено { $count } выбытие
        [few] Просрочено { $count } выбытия
        [many] Просрочено { $count } выбытий
       *[other] Просрочено { $count } выбытия
    }
notice-stayed-by = ожидалось { $at }
notice-leaving =
    { $count ->
        [one] Сегодня выбывает { $count } человек
        [few] Сегодня выбывают { $count } человека
        [many] Сегодня выбывают { $count } человек
       *[other] Сегодня выбывает { $count } человека
    }
notice-in-held =
    { $count ->
        [one] { $count } человек на придержанной кровати
        [few] { $count } человека на придержанных кроватях
        [many] { $count } человек на придержанных кроватях
       *[other] { $count } человека на придержанных кроватях
    }
notice-in-held-bed = { $bed } придержана: { $label }
notice-arrivals =
    { $count ->
        [one] Ожидается { $count } прибытие
        [few] Ожидаются { $count } прибытия
        [many] Ожидается { $count } прибытий
       *[other] Ожидается { $count } прибытия
    }
notice-arrives = { $label } ({ $places }){ $from ->
        [now] { "" }
       *[other] {" "}с { $from }
    }{ $until ->
        [none] { "" }
       *[other] {" "}до { $until }
    }
kept-held-from = Придержано: { $label }, с { $from } до { $until }
expected-later = С более позднего времени
expected-from = С
expected-held-from = с { $from } до { $until }
expected-called = Когда обратились
extend-when = Разрешено
amend-how = То, что здесь вводится
amend-how-new = теперь известно
amend-how-wrong = записано неверно
amend-since = Новое основание или новый этап с
correct-ground = Исправить основание
correct-phase = Исправить этап
correct-assistance = Исправить помощь
correct-title-ground = Основание { $who } записано неверно
correct-title-phase = Этап { $who } записан неверно
correct-title-assistance = Помощь { $who } записана неверно
correct-otherwise-assistance = Была другая
correct-not-assistance = Не оказана
formerly = Записано раньше
formerly-by = исправлено { $at }, { $who }
former-arrival = Прибытие { $at }
former-departure = Выбытие { $at }
former-here = Ещё здесь
former-bed = Кровать { $bed }, { $span }
former-span = { $what }, { $span }
former-party = Вместе с { $who }
former-person = Под другим кодом
former-born = Дата рождения: { $month }
tape-leaves = { $who }, кровать { $bed }, с { $from }, ожидаемое выбытие { $to }
tape-stayed = { $who }, кровать { $bed }, с { $from }, выбытие ожидалось { $to }
tape-goes = выбытие { $day }
noted-bed = кровать
noted-absence = отсутствие
noted-ground = основание
noted-phase = этап
noted-assistance = помощь
noted-arrival = прибытие
noted-discharge = выбытие
keys-plan = записывает ожидаемое выбытие
    .key = L
keys-hold = придерживает кровать
    .key = K
refusal-stays_on = { $who } занимает кровать { $bed }{ $until ->
        [none] , и выбытие до этого времени не записано
       *[other] {" "}до { $until }
    }.
    .help = Сначала запишите, когда выбывает { $who }, начните бронь позже или придержите место без кровати.
refusal-is_over = Это время уже прошло.
    .help = Выберите более позднее время.
done-plan_departure = Записано ожидаемое выбытие: { $who }
action-plan_departure = Ожидаемое выбытие
