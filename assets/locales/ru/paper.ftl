paper-page = страница { $page } из { $pages }
paper-continued = { $title }, продолжение
paper-sign = заполняется от руки
screen-paper = Печать
paper-which = Лист
paper-which-roll_call = Перекличка
paper-which-daily = Лист дня
paper-which-report = Отчёт
paper-which-record = Досье
paper-print = Печатать
paper-save = Сохранить как PDF
paper-saved = Сохранено как { $name }
paper-printed = Отправлено на принтер
paper-preview = Просмотр
paper-as-it-leaves = Так, как выходит из центра: числа без кодов, малые скрыты.
paper-open = Перекличка и другие листы
paper-due-title = Годовой отчёт
paper-due = Годовой отчёт за { $year } нужно сдать до { $day }.
paper-due-open = Подготовить
paper-with-identity = Добавить личные данные
paper-without-identity = Без личных данных
paper-identity-why = Личные данные хранятся закрытыми. Причина запроса попадёт в журнал.
paper-leaves-report = Отчёт выходит из центра
paper-leaves-record = Досье выдаётся на руки

paper-centre = Центр помощи и защиты, Кишинёв
paper-sample = Учебный центр: все люди в нём вымышлены.
paper-roll = Перекличка
paper-roll-caption = По комнатам
paper-roll-sum = В доме: { $present }. Отсутствуют: { $away }.
paper-roll-room = Комната { $number }
paper-roll-empty = никого
paper-roll-help = , нужна помощь на лестнице
paper-roll-present = в доме
paper-roll-away =
    НЕТ с { $since }: { $where }{ $back ->
        [none] { "" }
       *[other] , вернётся { $back }
    }
paper-column-room = Комната
paper-column-found = Есть
paper-column-bed = Кровать
paper-column-who = Кто
paper-column-where = Где
paper-column-what = Что
paper-column-for = Для кого
paper-column-places = Мест
paper-column-until = До
paper-column-since = С
paper-column-urgent = Срочно, потому что
paper-column-people = Человек
paper-column-why = Причина
paper-column-when = Когда
paper-column-definition = Что считается
paper-none = нет
paper-still = продолжается
paper-open-end = без срока

paper-daily = Лист дня, { $day }
paper-daily-open = Лист дня для передачи смены
paper-daily-line = Занято мест: { $taken } из { $places }; свободно: { $free }; придержано: { $held }. Свободных кроватей: { $beds }, из них детских: { $cots }.
paper-daily-at = По состоянию на { $at }.
paper-todo = Требует внимания
paper-todo-none = Ничего не ждёт.
paper-today = Сегодня на этот час
paper-today-none = Пока ничего не произошло.
paper-here =
    { $count ->
        [one] Присутствует { $count } человек
        [few] Присутствуют { $count } человека
        [many] Присутствуют { $count } человек
       *[other] Присутствуют { $count } человека
    }
paper-term = день { $day } из { $days }, до { $last }
paper-held = Придержанные места
paper-held-places = { $places }{ $beds ->
        [none] { "" }
       *[other] {" "}({ $beds })
    }
paper-waiting = Лист ожидания
paper-closed = Закрытые кровати
paper-handed = Сдал смену
paper-taken = Принял смену
paper-did-arrived = поступление{ $bed ->
        [none] { "" }
       *[other] , кровать { $bed }
    }
paper-did-left = выбытие{ $why ->
        [none] { "" }
       *[other] : { $why }
    }{ $where ->
        [none] { "" }
       *[other] ; куда: { $where }
    }
paper-did-out = отсутствие: { $where }{ $back ->
        [none] { "" }
       *[other] , вернётся { $back }
    }
paper-did-back = возвращение: { $where }
paper-did-moved = перевод с { $from } на { $to }

paper-report-open = Отчёт на бумаге
paper-report-month = Месячный отчёт: { $period }
paper-report-quarter = Квартальный отчёт: { $period }
paper-report-half = Полугодовой отчёт: { $period }
paper-report-year = Годовой отчёт: { $period }
paper-report-other = Отчёт: { $period }
paper-begins = Места центра учтены с { $day }; у дней до этого мест нет.
paper-known-on = Как было известно на { $day }
paper-part-course = Насколько центр был заполнен
paper-part-whom = Получатели помощи
paper-part-from = Кто направил и откуда
paper-part-stay = Сколько пробыли и что получили
paper-part-figures = Показатели и что они считают
paper-part-read = Как читать этот лист
paper-figures = Показатели
paper-read-days = Дни — календарные дни в Кишинёве; учёт ведётся в конце каждого дня, в полночь. Считаются все, и младенцы, и временно отсутствующие. Таблицы пребываний считают каждое пребывание, которое касается периода, один раз; таблицы людей считают каждого человека один раз.
paper-read-hidden = Скрытое помечено. Коды, имена и даты отдельных людей в отчёт не входят.
paper-stamp = Выдано: { $at }, { $by }. Журнал: действие { $seq }, код подлинности { $seal }. Код отвечает за всё, что было записано к этому времени; центр может его проверить.
paper-stamp-later = При печати или сохранении лист получит номер и код подлинности последнего действия журнала.
paper-foot = { $title } · журнал { $seq }, { $seal }
paper-sign-manager = Руководитель центра
paper-sign-date = Дата и печать
paper-sign-received = Получил
paper-def-occupancy = Койко-дни, делённые на место-дни; больше 100 %, когда мест не хватало.
paper-def-peak = Наибольшее число людей в полночь за период.
paper-def-lowest = Наименьшее число людей в полночь за период.
paper-def-persons_served = Разные люди, чьё пребывание касается периода.
paper-def-stays = Пребывания, которые касаются периода, каждое один раз.

paper-record = Досье { $code }
paper-record-print = Напечатать досье
paper-record-read = Этот лист содержит то, что центр записал об одном человеке: пребывания, основания, этапы, сроки, кровати, отсутствия и помощь. О других людях в нём ничего нет.
paper-identity = Личные данные
paper-stay = Пребывание
paper-stay-from = Прибытие
paper-stay-to = Выбытие
paper-relation = В группе
paper-left-why = Почему пребывание закончилось
paper-left-where = Куда
paper-ground = { $ground }{ $by ->
        [none] { "" }
       *[other] , решение: { $by }
    }{ $on ->
        [none] { "" }
       *[other] , { $on }
    }
paper-extensions = Продления срока
paper-beds = Кровати
paper-absences = Отсутствия
