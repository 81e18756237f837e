leaving-help = Вышедшее нельзя вернуть. В журнале остаётся, что вышло, когда, кто разрешил и почему.
leaving-reason = Зачем это выходит из центра
leaving-reason-hint = Например: годовой отчёт министерству. Без имён.
leaving-reason-missing = Укажите, зачем это выходит из центра.
leaving-what = Выходит именно это
leaving-hidden =
    { $hidden ->
        [0] Ни одно число не настолько мало, чтобы его скрывать (меньше { $least }).
        [one] Скрыта { $hidden } ячейка: числа меньше { $least } и те, по которым их можно вычислить.
        [few] Скрыты { $hidden } ячейки: числа меньше { $least } и те, по которым их можно вычислить.
        [many] Скрыто { $hidden } ячеек: числа меньше { $least } и те, по которым их можно вычислить.
       *[other] Скрыто { $hidden } ячейки: числа меньше { $least } и те, по которым их можно вычислить.
    }
leaving-under = скрыто
leaving-all = всего
leaving-column-figure = Показатель
leaving-column-value = Значение
leaving-column-day = День
leaving-column-month = Месяц
leaving-column-bed_days = Койко-дней
leaving-column-place_days = Место-дней
leaving-column-occupancy = Заполняемость
leaving-column-admissions = Поступления
leaving-column-discharges = Выбытия
leaving-column-census_last = Присутствуют в последний день
leaving-column-census = Присутствуют
leaving-column-places = Мест
leaving-column-sex = Пол
leaving-column-age = Возраст
leaving-column-persons = Человек
leaving-column-nights = Ночей
leaving-column-stays = Пребываний
leaving-column-kind = Категория
leaving-column-times = Сколько раз
leaving-figure-stays = Пребывания
leaving-table-months = По месяцам
