screen-occupancy = Заполняе­мость
occ-period = Период
occ-kind-month = Месяц
occ-kind-quarter = Квартал
occ-kind-half = Полугодие
occ-kind-year = Год
occ-kind-other = Другой
occ-quarter = { $number }-й квартал { $year }
occ-half = { $number }-е полугодие { $year }
occ-previous = Предыдущий период
occ-next = Следующий период
occ-from = Первый день
occ-to = Последний день
occ-backwards = Последний день раньше первого.
occ-known-on = Как знали на
occ-not-over = Ни один день этого периода ещё не окончен: учёт за день ведётся в его конце.
occ-until = Учтено по { $last } — последний оконченный день.
occ-nothing = нет
occ-explain = Пояснить
occ-table = Таблица

occ-note-occupancy = от разрешённых мест
occ-note-bed_days =
    из { $places ->
        [one] { $places } место-дня
       *[other] { $places } место-дней
    }
occ-note-mean_stay =
    { $count ->
        [0] никто не выбыл
        [one] у { $count } выбывшего
        [few] у { $count } выбывших
        [many] у { $count } выбывших
       *[other] у { $count } выбывших
    }
occ-note-turnover = место свободно между двумя пребываниями
occ-note-served = прибыло: { $arrived }, выбыло: { $left }
occ-value-nights = Ночей: { $nights }
occ-value-days = Дней: { $days }
occ-people =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }

occ-daily = Занятые места в полночь
occ-daily-months = Занятые места, в среднем за месяц
occ-scale = шкала начинается с { $from }
occ-daily-says =
    Занято мест: от { $lowest } до { $peak }. { $over ->
        [0] Разрешённые места не превышались.
       *[other] Сверх разрешённых мест: { $over } по шкале ниже.
    }
occ-key-free = свободно
occ-key-over = сверх мест
occ-key-in = прибыли
occ-key-out = выбыли
occ-axis-in = приб.
occ-axis-out = выб.
occ-column-day = День
occ-column-month = Месяц
occ-column-census = Занято
occ-column-places = Мест
occ-column-women = Женщины и девочки
occ-column-men = Мужчины и мальчики
occ-column-figure = Показатель
occ-column-value = Значение
occ-column-code = Код
occ-column-from = С
occ-column-to = По
occ-column-years = Возраст
occ-column-count = Учтено
occ-column-days = День
occ-column-term = Срок
occ-column-mark = Отметка

occ-who = Кому оказана помощь
occ-age = возраст
occ-women = Женщины, девочки { $count }
occ-men = Мужчины, мальчики { $count }
band-0-6 = 0–6 лет
band-7-13 = 7–13 лет
band-14-17 = 14–17 лет
band-18-25 = 18–25 лет
band-26-35 = 26–35 лет
band-36-59 = 36–59 лет
band-60 = 60+ лет

occ-lengths = Сколько они пробыли
occ-nights = Ночи
occ-stays-ended = Завершённые пребывания
occ-stays = Пребывания
occ-times = Сколько раз
nights-0 = выбытие в тот же день
nights-1-3 = 1–3 ночи
nights-4-7 = 4–7 ночей
nights-8-14 = 8–14 ночей
nights-15-30 = 15–30 ночей
nights-31-60 = 31–60 ночей
nights-61-90 = 61–90 ночей
nights-91 = 91 ночь и больше

occ-by-ground = Основание пребывания
occ-by-phase = Этап помощи
occ-by-referrer = Кто направил
occ-by-territory = Откуда прибыли
occ-by-citizenship = Гражданство
occ-by-party_size = Размер группы
occ-party-of =
    { $count ->
        [1] без сопровождения
        [one] группа из { $count }
        [few] группа из { $count }
        [many] группа из { $count }
       *[other] группа из { $count }
    }
occ-assistance = Оказанная помощь
occ-current = Здесь на { $day }
occ-over-term = срок истёк

occ-all-figures = Все показатели
occ-sum =
    { $stays ->
        [one] { $stays } пребывание
        [few] { $stays } пребывания
        [many] { $stays } пребываний
       *[other] { $stays } пребывания
    }, всего { $sum }
occ-still-here = ещё здесь
occ-day =
    { $day }: занято { $census } из { $places ->
        [one] { $places } места
       *[other] { $places } мест
    }

occ-name-occupancy = Заполняемость
occ-def-occupancy = Койко-дни, делённые на место-дни. Больше 100 %, если мест было занято больше разрешённых; значение никогда не обрезается. Ниже показаны пребывания, из которых складываются койко-дни.
occ-name-bed_days = Койко-дни
occ-def-bed_days = Все, кто учтён в каждую полночь, в сумме по дням. Младенцы и временно отсутствующие тоже учитываются.
occ-name-place_days = Место-дни
occ-def-place_days = Разрешённые места, действовавшие в конце каждого дня, в сумме по дням.
occ-name-peak = Наибольшее число
occ-def-peak = Наибольшее число людей в полночь за период и дни, когда оно достигнуто.
occ-name-lowest = Наименьшее число
occ-def-lowest = Наименьшее число людей в полночь за период и дни, когда оно достигнуто.
occ-name-census_first_day = Число в первый день
occ-def-census_first_day = Кто был здесь в полночь, которой кончается первый день.
occ-name-census_last_day = Число в последний день
occ-def-census_last_day = Кто был здесь в полночь, которой кончается последний день.
occ-name-over_capacity_days = Дни сверх мест
occ-def-over_capacity_days = Дни, когда людей было больше, чем разрешено мест на этот день.
occ-name-absent_nights = Ночи отсутствия
occ-def-absent_nights = Ночи, когда учтённый человек отсутствовал, например был в больнице. Место за ним сохранялось.
occ-name-admissions = Поступления
occ-def-admissions = Пребывания, начавшиеся в один из дней.
occ-name-discharges = Выбытия
occ-def-discharges = Пребывания, завершившиеся в один из дней.
occ-name-same_day_stays = Пребывания одного дня
occ-def-same_day_stays = Пребывания, начавшиеся и завершившиеся в один и тот же день периода.
occ-name-mean_stay_nights = Среднее пребывание
occ-def-mean_stay_nights = Ночи со дня поступления до дня выбытия, в среднем по пребываниям, завершившимся за период.
occ-name-median_stay_nights = Медиана пребывания, ночей
occ-def-median_stay_nights = Из завершившихся пребываний столько же было короче, сколько длиннее.
occ-name-longest_stay_nights = Самое долгое пребывание, ночей
occ-def-longest_stay_nights = Самое долгое из завершившихся пребываний, со дня поступления до дня выбытия.
occ-name-turnover_interval_days = Интервал оборота
occ-def-turnover_interval_days = Место-дни, когда никого не было, делённые на выбытия: сколько дней место пустовало между двумя пребываниями.
occ-name-persons_served = Получили помощь
occ-def-persons_served = Разные люди, чьё пребывание приходится на период. Каждый показан с первым таким пребыванием.
occ-name-bed_nights = Кровати по ночам
occ-def-bed_nights = Кровати дома, кроме детских кроваток, в сумме по ночам.
occ-name-closed_bed_nights = Закрытые кровати по ночам
occ-def-closed_bed_nights = Из них кровати, закрытые в полночь.
occ-name-cot_nights = Детские кроватки по ночам
occ-def-cot_nights = Детские кроватки дома, в сумме по ночам.
occ-name-closed_cot_nights = Закрытые детские кроватки по ночам
occ-def-closed_cot_nights = Из них кроватки, закрытые в полночь.
occ-name-holds = Брони
occ-def-holds = Брони мест, начавшиеся в один из дней.
occ-name-holds_checked_in = Брони для прибывшей группы
occ-def-holds_checked_in = Из них брони для группы из листа ожидания, которая была заселена.
occ-name-holds_lapsed = Прочие завершённые брони
occ-def-holds_lapsed = Из них брони, которые закончились за период без заселения группы из листа ожидания: истекли, отменены или использованы для тех, кого не было в листе ожидания.
occ-name-waiting_checked_in = Ожидание: заселены
occ-def-waiting_checked_in = Группы из листа ожидания, заселённые в один из дней.
occ-name-waiting_elsewhere = Ожидание: ушли в другое место
occ-def-waiting_elsewhere = Группы из листа ожидания, ушедшие в другое место в один из дней.
occ-name-waiting_withdrawn = Ожидание: больше не нужно
occ-def-waiting_withdrawn = Группы из листа ожидания, которым место больше не было нужно.
occ-name-waiting_refused = Ожидание: не смогли принять
occ-def-waiting_refused = Группы из листа ожидания, которые центр не смог принять.
occ-name-mean_wait_days = Среднее ожидание, дней
occ-def-mean_wait_days = Дни от записи до заселения, в среднем по группам, заселённым в один из дней.
