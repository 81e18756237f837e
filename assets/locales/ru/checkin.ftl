checkin-title = Приём

checkin-who = Кто прибыл
checkin-code = Код
checkin-relation = Кем приходится
checkin-alone = { $sex ->
        [male] один
       *[other] одна
    }
checkin-sex = Пол
sex-short-female = Ж
sex-short-male = М
checkin-age = Возраст или дата рождения
checkin-needs = Потребности
checkin-needs-none = нет
checkin-needs-of = Особые нужды: { $needs }
checkin-needs-for = Особые нужды: { $who }
need-short-no_upper_bunk = не верхняя
need-short-step_free = без ступеней
need-short-isolation = отдельно
checkin-new = новый
checkin-new-person = новый человек
checkin-remove = Убрать { $who }
checkin-adult = Взрослый
checkin-child = Ребёнок
checkin-enter-hint = Enter после возраста добавляет ребёнка. Можно ввести 27, 8 мес, 11.06.2008 или 11 июня 2008.
checkin-months = { $months } мес.
checkin-years = { $years } { $years ->
        [one] г.
        [few] г.
        [many] л.
       *[other] г.
    }
checkin-age-missing = Введите возраст, можно приблизительно.
checkin-age-missing-row = Введите возраст, хотя бы примерно; Backspace убирает строку.
checkin-age-impossible = Такой возраст невозможен.
checkin-age-unreadable = Введите 27, 8 мес или 11.06.2008.
checkin-age-first = сначала введите возраст

checkin-before = Были здесь раньше?
checkin-before-example = Прежний код или имя
checkin-found = Найдено
checkin-nobody-found = Никто не найден. Можно принять как нового человека.
checkin-hit-here = сейчас здесь, кровать { $bed }
checkin-hit-until = размещение до { $to }
checkin-by-name = найдено по имени
checkin-is-here = { $who } уже здесь, кровать { $bed }, с { $from }.
checkin-in-list = { $who } уже в списке.
checkin-already-here = { $who } уже здесь, принять ещё раз нельзя.
checkin-here-before = Прежнее размещение: { $from } – { $to }.
checkin-here-now = Здесь с { $from }.

checkin-why = { $count ->
        [one] Почему этот человек здесь
       *[other] Почему они здесь
    }
checkin-why-of = Основание: { $who }
checkin-along = { $who } — { $count ->
        [one] сопровождающий член семьи.
       *[other] сопровождающие члены семьи.
    }
checkin-apart = Указать для каждого
checkin-along-again = Дети сопровождают взрослого
checkin-decided-by = Кто определил
checkin-nobody-yet = пока никто

checkin-origin = Кто направил и откуда
checkin-referrer = Кто направил
checkin-territory = Из какого района (города)
checkin-citizenship = { $count ->
        [one] Гражданство
       *[other] Гражданство всех
    }
checkin-phase = Этап

checkin-when = Когда прибыли
checkin-when-wrong = Введите дату и время прибытия или выберите «Сейчас».

checkin-identity = Имена и документы
checkin-identity-sealed = Хранится под замком, отдельно от остального. На плане видны только коды.
checkin-name = Имя и фамилия
checkin-own-citizenship = Гражданство
checkin-documents = Документы
checkin-notes = Заметки

checkin-beds = { $count ->
        [1] Кровать для одного
        [2] Кровати для двоих
        [3] Кровати для троих
        [4] Кровати для четверых
        [5] Кровати для пятерых
        [one] Кровати для { $count } человека
       *[other] Кровати для { $count } человек
    }
checkin-propose-again = Предложить заново
checkin-plan = Кровати для { $who }
checkin-plan-hint = Наведите на кровать или нажмите Alt+B и двигайтесь стрелками. Enter выбирает.
checkin-room = Комната { $room }, { $use }
checkin-bed = кровать { $bed }, { $kind }
checkin-bed-for = для { $who }
checkin-bed-free = можно выбрать
checkin-manager-may = Руководитель может выбрать её с указанием причины.
checkin-may-override = Вы можете выбрать её с указанием причины.
checkin-sleeps = Кто где спит
checkin-with = на кровати { $who }
checkin-no-place = пока без кровати
checkin-picked = выбрано
checkin-proposed = предложено
checkin-other-bed = Другая кровать
checkin-no-such-bed = Кровати { $bed } нет.
checkin-share = На одной кровати с { $who }
checkin-why-not = Почему не в другой комнате, для { $who }
checkin-why-not-party = Почему не все вместе в другой комнате
checkin-room-beds = { $free ->
        [0] нет мест
        [one] { $free } свободная кровать, нужно { $needed }
        [few] { $free } свободные кровати, нужно { $needed }
        [many] { $free } свободных кроватей, нужно { $needed }
       *[other] { $free } свободной кровати, нужно { $needed }
    }
checkin-room-kinds = свободные кровати не подходят: { $who }
checkin-room-with = { $rule } ({ $who })
checkin-room-full = нет мест
checkin-room-picked = нет мест с учётом выбранных
checkin-rule-B1 = свободная кровать закрыта или придержана, сейчас или на будущее
checkin-rule-B2 = свободна только детская кроватка
checkin-rule-B3 = свободна только верхняя кровать
checkin-rule-B4 = есть ступени
checkin-rule-R1 = люди, которые должны жить раздельно
checkin-rule-R2 = несовершеннолетний жил бы с посторонним взрослым
checkin-rule-R3 = вместе жили бы посторонние люди разного пола
checkin-rule-R4 = кому-то нужна отдельная комната
checkin-rule-R5 = маленькому ребёнку нужен в комнате взрослый из семьи
checkin-rule-P1 = кто-то там сохраняет свою кровать
checkin-rule-P2 = пришлось бы переводить слишком многих

checkin-ways = { $count ->
        [1] найден один вариант
        [2] два варианта, первый лучший
        [3] три варианта, первый лучший
        [one] { $count } вариант, первый лучший
        [few] { $count } варианта, первый лучший
        [many] { $count } вариантов, первый лучший
       *[other] { $count } варианта, первый лучший
    }
checkin-ways-label = Варианты размещения
checkin-movers = Кто меняет кровать
checkin-mover = { $who } переходит с { $from } на { $to }
checkin-bed-leaves = { $who } переходит отсюда на { $to }
checkin-bed-comes = { $who } переходит сюда с { $from }
way-best = лучший
way-not-proven = возможно, не лучший
way-nobody-moves = Никто не переходит
way-moves = { $count ->
        [1] Один перевод: { $who }
        [2] Два перевода: { $who }
        [3] Три перевода: { $who }
        [4] Четыре перевода: { $who }
        [one] { $count } перевод: { $who }
        [few] { $count } перевода: { $who }
        [many] { $count } переводов: { $who }
       *[other] { $count } перевода: { $who }
    }
way-move = { $who } на { $to }
way-together = Вместе в комнате { $room }: { $beds }.
way-apart = { $beds }.
way-beds = { $count ->
        [1] кровать { $beds }
       *[other] кровати { $beds }
    }
way-cots = { $count ->
        [1] детская кроватка { $cots }
       *[other] детские кроватки { $cots }
    }
way-comma = { ", " }
way-to-themselves = { $count ->
        [1] Больше никого в комнате { $room }.
       *[other] Комната { $room } только для них.
    }
way-shared-with = В комнате { $room } также { $who }.
way-spread = В разных комнатах: { $rooms }.
way-opens = Комната { $room } пустовала.
way-last-women = Комната { $room } была последней пустой комнатой для женщин.
way-last-men = Комната { $room } была последней пустой комнатой для мужчин.
way-last-family = Комната { $room } была последней пустой комнатой для семей.
way-last-minors = Комната { $room } была последней пустой комнатой для несовершеннолетних.
way-last-isolation = Комната { $room } была последней пустой комнатой для изоляции.
way-last-any = Комната { $room } была последней пустой комнатой для всех.
way-unsuited = Комната { $room } не предназначена для { $who }.
way-past-title = Никто не переходит, но нарушается правило
way-past = Нарушается: { $breaches }. Выбрать может только руководитель, с указанием причины.

stuck-title = Разместить негде
stuck-unproven = За отведённое время ничего не найдено
stuck-beds = { $count ->
        [1] Не хватает одной кровати.
        [one] Не хватает { $count } кровати.
        [few] Не хватает { $count } кроватей.
        [many] Не хватает { $count } кроватей.
       *[other] Не хватает { $count } кровати.
    }
stuck-rules = Получилось бы без любого из этих правил
stuck-rule-B1 = кровать закрыта или придержана
stuck-rule-B2 = детская кроватка только для маленького ребёнка
stuck-rule-B3 = верхняя кровать подходит не всем
stuck-rule-B4 = кому-то нужна комната без ступеней
stuck-rule-R1 = двух человек нужно размещать раздельно
stuck-rule-R2 = несовершеннолетний не живёт с посторонним взрослым
stuck-rule-R3 = посторонние люди разного пола не живут вместе
stuck-rule-R4 = кому-то нужна отдельная комната
stuck-rule-R5 = маленький ребёнок остаётся со взрослым из семьи
stuck-rule-P1 = кто-то сохраняет свою кровать
stuck-rule-P2 = переводить можно лишь ограниченное число людей
stuck-more-moves = если перевести больше людей, чем разрешают правила
stuck-help = Что помогло бы
stuck-cot = ещё одна детская кроватка в комнате { $rooms }
stuck-bed = ещё одна кровать в комнате { $rooms }
stuck-open = если бы можно было занять кровать { $beds }
stuck-unpin = если бы { $who } можно было перевести
stuck-override = руководитель может обойти: { $rule }
stuck-incomplete = За отведённое время проверено не всё: возможно, поможет и что-то ещё.
stuck-around = С кроватями, выбранными вручную, остальных разместить негде. Выберите кровати и для них или предложите заново.

checkin-taken-now = { $when ->
        [now] Сейчас занято
       *[since] С тех пор занято
    } { $taken } из { $places } { $places ->
        [one] места
       *[other] мест
    },
checkin-taken-then = { $taken } из { $places } с { $count ->
        [1] этим человеком
        [2] этими двумя
        [3] этими тремя
        [4] этими четырьмя
        [5] этими пятью
        [one] этим { $count } человеком
       *[other] этими { $count } людьми
    }
checkin-breaks = Нарушается правило: { $breaches }.
checkin-needs-manager = Так их может принять только руководитель, с указанием причины.
checkin-reason = Причина отступления
checkin-later = Можно дополнить позже: { $what }.
checkin-bed-missing = { $who } пока без кровати. Выберите её на плане.
checkin-do = { $count ->
        [one] Принять { $count } человека
        [few] Принять { $count } человека
        [many] Принять { $count } человек
       *[other] Принять { $count } человека
    }
