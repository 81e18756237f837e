board-taken =
    { $places ->
        [one] Занято { $taken } из { $places } места,
       *[other] Занято { $taken } из { $places } мест,
    }
board-free =
    { $free ->
        [0] свободных нет
        [one] свободно { $free }
       *[other] свободно { $free }
    }
board-over = сверх нормы { $over }
board-held = придержано { $held }
board-beds-free =
    { $beds ->
        [0] Свободных кроватей нет
        [one] { $beds } кровать свободна
        [few] { $beds } кровати свободны
        [many] { $beds } кроватей свободно
       *[other] { $beds } кровати свободно
    }
board-cots =
    { $beds ->
        [0] все кровати заняты
       *[other] { $cots ->
            [0] детских среди них нет
            [one] из них { $cots } детская
           *[other] из них { $cots } детских
        }
    }
board-fits =
    { $largest ->
        [0] Больше никто не поместится
        [1] Поместится 1 человек
       *[other] Поместится семья из { $largest }
    }
board-fits-moves = с переводами: { $largest }
board-fits-places = предел — места, а не кровати
board-fits-beds = предел — кровати и правила
board-check-in = Приём
try-again = Попробовать ещё раз

count-woman =
    { $count ->
        [one] { $count } женщина
        [few] { $count } женщины
        [many] { $count } женщин
       *[other] { $count } женщины
    }
count-man =
    { $count ->
        [one] { $count } мужчина
        [few] { $count } мужчины
        [many] { $count } мужчин
       *[other] { $count } мужчины
    }
count-teenager =
    { $count ->
        [one] { $count } подросток
        [few] { $count } подростка
        [many] { $count } подростков
       *[other] { $count } подростка
    }
count-child =
    { $count ->
        [one] { $count } ребёнок
        [few] { $count } ребёнка
        [many] { $count } детей
       *[other] { $count } ребёнка
    }
count-infant =
    { $count ->
        [one] { $count } младенец
        [few] { $count } младенца
        [many] { $count } младенцев
       *[other] { $count } младенца
    }
count-free =
    { $count ->
        [one] { $count } свободное место
        [few] { $count } свободных места
        [many] { $count } свободных мест
       *[other] { $count } свободных места
    }

notices = Требует внимания
notice-comma = { ", " }
notice-more = и ещё { $count }
notice-late =
    { $count ->
        [one] { $count } просроченное возвращение
        [few] { $count } просроченных возвращения
        [many] { $count } просроченных возвращений
       *[other] { $count } просроченных возвращения
    }
notice-late-by = ожидалось в { $at }, прошло { $late }
notice-folders-late =
    { $count ->
        [one] В { $count } папку не поступают копии
        [few] В { $count } папки не поступают копии
        [many] В { $count } папок не поступают копии
       *[other] В { $count } папки не поступают копии
    }
notice-folder-late = ничего с { $day } в { $folder }
notice-folder-failed = { $folder }: { $why }
notice-breaches =
    { $count ->
        [one] { $count } нарушение правил
        [few] { $count } нарушения правил
        [many] { $count } нарушений правил
       *[other] { $count } нарушения правил
    }
notice-over =
    { $count ->
        [one] { $count } срок истёк
        [few] { $count } срока истекли
        [many] { $count } сроков истекло
       *[other] { $count } срока истекло
    }
notice-over-by =
    { $days ->
        [one] { $days } день назад
        [few] { $days } дня назад
        [many] { $days } дней назад
       *[other] { $days } дня назад
    }
notice-ending =
    { $count ->
        [one] Скоро истекает { $count } срок
        [few] Скоро истекают { $count } срока
        [many] Скоро истекает { $count } сроков
       *[other] Скоро истекает { $count } срока
    }
notice-ends-today = сегодня
notice-ends-tomorrow = завтра
notice-ends-on = { $day }
notice-erasures =
    { $count ->
        [one] К удалению личных данных: { $count } человек
        [few] К удалению личных данных: { $count } человека
        [many] К удалению личных данных: { $count } человек
       *[other] К удалению личных данных: { $count } человека
    }
notice-erased-on = { $code } { $day }
notice-away =
    { $count ->
        [one] { $count } отсутствует
        [few] { $count } отсутствуют
        [many] { $count } отсутствуют
       *[other] { $count } отсутствуют
    }
notice-back = вернётся { $back }
notice-back-unknown = когда вернётся, неизвестно
notice-incomplete =
    { $count ->
        [one] Дополнить { $count } запись
        [few] Дополнить { $count } записи
        [many] Дополнить { $count } записей
       *[other] Дополнить { $count } записи
    }

room-aria = Комната { $number }, { $meant }{ $stepFree ->
        [true] , без ступеней
       *[other] { "" }
    }, занято { $taken } из { $beds } { $beds ->
        [one] кровати
       *[other] кроватей
    }
room-step-free = Без ступеней
room-count = { $taken } / { $beds }
party-aria = Одна семья: { $codes }
plan-desk = Пост дежурного
plan-entrance = Вход

tile-free = Пусто
tile-kept-aria = Кровать { $bed }, { $kind }
tile-free-aria = Кровать { $bed } свободна, { $kind }
tile-kind-single = кровать
tile-kind-lower = низ
tile-kind-upper = верх
tile-kind-cot = дет.
tile-person = { $code }, { $group }, кровать { $bed }
tile-day-word = день
tile-day = { $day } из { $days }
tile-day-of = день { $day } из { $days }
tile-day-only = день { $day }
tile-late = +{ $late }
    .short = +{ $late }
tile-late-by = отсутствует, опоздание { $late }
tile-back = до
tile-away = не здесь
tile-away-until = отсутствует, вернётся { $back }
tile-ending = срок истекает
tile-over = срок истёк
tile-shared = с { $who } на одной кровати
tile-sharing = { $words }, на кровати { $who }
tile-incomplete = запись надо дополнить
tile-goes = на { $bed }
tile-comes = сюда { $who }
tile-goes-aria = перейдёт на { $bed }
tile-comes-aria = сюда перейдёт { $who }

fit-own = тут
fit-usable = сюда
fit-share = вместе
fit-swap = обмен
fit-rules = нельзя
fit-picked = выбрана
fit-taken = занята
fit-own-words = Здесь спит сейчас.
fit-usable-words = Можно перевести сюда.
fit-share-words = Может делить кровать с { $who }.
fit-picked-words = Выбрана для другого члена группы.
fit-swap-words = Можно поменяться с { $who }.
fit-swap-rules-words = Обмен с { $who } нарушает правило: { $why }.
fit-rules-words = Правила не позволяют: { $why }.
fit-taken-words = Невозможно: { $why }.

legend = Условные знаки
legend-family = семья
legend-free = свободно
legend-away = отсутствует
legend-late = опоздание
legend-term = срок истекает
legend-gap = дополнить

panel = Подробности
bed-title = Кровать { $bed }
bed-is-free = Свободна. Комната { $room }, { $kind }.
bed-suits = Подходит
bed-others =
    { $count ->
        [0] Больше никто не спит в этой комнате
        [one] В этой комнате спит { $count } человек
        [few] В этой комнате спят { $count } человека
        [many] В этой комнате спят { $count } человек
       *[other] В этой комнате спят { $count } человека
    }
bed-check-in = Принять сюда
bed-full = Все места заняты ({ $places }). Сверх нормы принимает только руководитель, с указанием причины.
bed-rest-held = Оставшиеся места придержаны. Обойти бронь может только руководитель, с указанием причины.
suits-women = Взрослым женщинам и несовершеннолетним из их семей
suits-men = Взрослым мужчинам
suits-family = Семьям с несовершеннолетними
suits-minors = Несовершеннолетним без взрослых
suits-isolation = Тем, кому нужна отдельная комната
suits-any = Всем
suits-cot = Детская кроватка: только для малышей
suits-upper = Верхняя кровать: не для маленьких детей
suits-step-free = Путь без ступеней
suits-steps = На пути есть ступени

idle-title = Свободные кровати
idle-bed = { $kind } { $bed }
idle-none = Все кровати заняты.
idle-room = Комната { $room }, { $meant }
fits-title = Кто ещё поместится
fits-woman = женщина
fits-man = мужчина
fits-mother = { $children ->
        [one] мать с { $children } ребёнком
        [few] мать с { $children } детьми
        [many] мать с { $children } детьми
       *[other] мать с { $children } ребёнка
    }
fits-yes = да
fits-moves = { $count ->
        [one] да, если перевести { $count } человека
        [few] да, если перевести { $count } человека
        [many] да, если перевести { $count } человек
       *[other] да, если перевести { $count } человека
    }
fits-no = нет
fits-no-place = нет места
fits-unknown = неясно
empty-title = Пока никого нет
empty-text =
    { $beds ->
        [one] Готова { $beds } кровать
        [few] Готовы { $beds } кровати
        [many] Готово { $beds } кроватей
       *[other] Готовы { $beds } кровати
    } на { $places ->
        [one] { $places } место
        [few] { $places } места
        [many] { $places } мест
       *[other] { $places } места
    }. Начните с приёма или выберите кровать на плане.

term-day = День { $day } из { $days }
term-day-only = День { $day }
term-left =
    { $days ->
        [0] последний день
        [one] ещё { $days } день
        [few] ещё { $days } дня
        [many] ещё { $days } дней
       *[other] ещё { $days } дня
    }
term-over =
    { $days ->
        [one] превышен на { $days } день
        [few] превышен на { $days } дня
        [many] превышен на { $days } дней
       *[other] превышен на { $days } дня
    }

person-line = { $group }, { $age }. { $where }
person-bed = Комната { $room }, кровать { $bed }, { $kind }
person-shares = Кровать { $bed }, вместе с { $who }
person-no-bed = Без кровати
person-left = Размещение { $span }
person-late = : опоздание { $late }
person-back = : вернётся { $back }
person-missing = Нужно дополнить
person-beds = Кровати
person-bed-own = { $bed } { $kind }
person-bed-shared = { $bed } с { $who }
with-same-room =
    { $sex ->
        [male] С ним, в той же комнате
       *[other] С ней, в той же комнате
    }
with-elsewhere =
    { $sex ->
        [male] С ним, в другой комнате
       *[other] С ней, в другой комнате
    }
companion = { $relation }, { $age }
company-member = { $code }, { $relation }, { $age }

fact-ground = Основание
fact-decided = { $body }, решение { $day }
fact-from = Откуда
fact-slash = { " / " }
fact-phase = Этап
fact-citizenship = Гражданство
fact-needs = Потребности
fact-identity = Личность

identity-none = неизвестна
identity-sealed = Закрыта
identity-former = Сейчас не указано, но есть в прежних версиях
identity-show = Показать
identity-hide = Закрыть снова
identity-reason = Зачем вам личные данные? Причина будет записана в журнал.
identity-name = Имя
identity-born = Дата рождения
identity-documents = Документы
identity-notes = Заметки

reason = Причина
reason-missing = Напишите в нескольких словах, почему.
do-move = Перевод
do-leave = Отсутствие
do-return = Возвра­щение
do-extend = Продление
do-discharge = Выбытие
do-amend = Дополнить
do-change = Изменить данные

move-title = Перевод: { $who }
move-whom = Кто переходит
move-alone = Без других
move-with = Вместе: { $who }
move-pick = выберите кровать
move-together-hint = Выберите кровать каждому по очереди. Остальные учитываются там, куда перейдут.
move-how = Выберите кровать на плане: стрелки и Enter или мышь.
move-pointed = { $bed }: { $words }
move-usable =
    { $count ->
        [0] Просто занять нельзя ни одну кровать
        [one] Можно занять { $count } кровать
        [few] Можно занять { $count } кровати
        [many] Можно занять { $count } кроватей
       *[other] Можно занять { $count } кровати
    }
move-bed = { $kind }, { $meant }
move-when = Когда
move-when-wrong = Введите дату и время переселения или выберите «Сейчас».
move-do = Перевести их
move-unpick = Выбрать последнюю кровать заново
move-swap-title = Поменять местами { $who } и { $other }?
move-swap = Поменять
move-rules-title = Правила не позволяют: { $bed }
move-anyway = Всё равно перевести
move-reason = Обоснование руководителя

leave-title = Отсутствие: { $who }
leave-submit = Отметить отсутствие
leave-where = Где
leave-since = Уход
leave-is-back = Возвращение уже было
leave-back = Ожидается
leave-back-time = Введите и время или сотрите дату.
leave-who = Кто отсутствует

return-title = Возвращение: { $who }
return-submit = Отметить возвращение
return-left = { $kind }, с { $since }
return-when = Возвращение
return-who = Кто вернулся

extend-title = Продление: { $who }
extend-submit = Продлить
extend-now = Сейчас день { $day } из { $days }, до { $last }.
extend-days = Всего дней
extend-days-wrong = Целое число дней.
extend-until = Последний день
extend-authority = Кто разрешил
extend-who = Кому
extend-to = до { $last }

discharge-title = Выбытие: { $who }
discharge-submit =
    { $count ->
        [0] Отметить выбытие
        [one] Отметить выбытие: { $count } человек
        [few] Отметить выбытие: { $count } человека
        [many] Отметить выбытие: { $count } человек
       *[other] Отметить выбытие: { $count } человека
    }
discharge-who = Кто выбывает
discharge-reason = Почему
discharge-destination = Куда
discharge-when = Выбытие
discharge-minors = Почему дети остаются

amend-title = Данные: { $who }
amend-submit = Сохранить
amend-born = Дата рождения или возраст
amend-born-hint = Сейчас: { $age }. Оставьте пустым, чтобы не менять.
amend-born-wrong = Введите возраст или дату, например { $example }.
amend-sex = Пол
amend-relation = В группе
amend-decided-by = Кто решил
amend-decided-on = Дата решения
amend-referrer = Кто направил
amend-territory = Из какого района (города)
amend-identity-add = Записать, кто это
amend-identity-anew = Дополнить или исправить
amend-identity-kept = Что оставлено пустым, не изменится.

tidy-open = Навести порядок в комнатах
tidy-title = Порядок в комнатах
tidy-looking = Идёт поиск более подходящих кроватей…
tidy-hint = Мало переводов и что они дадут. Ничего не произойдёт, пока вы не выберете.
tidy-nothing = { $count ->
        [1] Улучшить нечего: с одним переводом никому не станет лучше.
        [one] Улучшить нечего: даже с { $count } переводом никому не станет лучше.
        [few] Улучшить нечего: даже с { $count } переводами никому не станет лучше.
        [many] Улучшить нечего: даже с { $count } переводами никому не станет лучше.
       *[other] Улучшить нечего: даже с { $count } перевода никому не станет лучше.
    }
tidy-not-proven = За отведённое время проверено не всё: возможно, есть вариант лучше.
tidy-ways = Варианты перестановки
tidy-instead = { $then } вместо { $now }
tidy-broken = Нарушено правил
tidy-spread = Лишних комнат у разделённых семей
tidy-strangers = Пар посторонних в комнатах с семьями с детьми
tidy-unsuited = Людей в комнатах не по назначению
tidy-do = { $count ->
        [1] Перевести одного человека
        [one] Перевести { $count } человека
        [few] Перевести { $count } человека
        [many] Перевести { $count } человек
       *[other] Перевести { $count } человека
    }
tidy-undo = Это одно действие: его можно отменить целиком.

identity-erase = Удалить
identity-erase-what = Имена, документы, заметки и точный день рождения удаляются насовсем, во всех версиях. Отменить это нельзя. Код, размещения и цифры всех месяцев и лет остаются.
identity-erase-why = Почему удаляются
identity-erase-do = Удалить насовсем
identity-erased =
    { $count ->
        [0] Личные данные удалены: { $who }
        [one] Личные данные удалены: { $who }; их ещё хранит { $count } прежняя копия
        [few] Личные данные удалены: { $who }; их ещё хранят { $count } прежние копии
        [many] Личные данные удалены: { $who }; их ещё хранят { $count } прежних копий
       *[other] Личные данные удалены: { $who }; их ещё хранят { $count } прежней копии
    }
