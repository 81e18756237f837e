rail = Экраны
screen-board = План
screen-checkin = Приём
screen-rollcall = Перекличка
screen-journal = Журнал
screen-settings = Настройки
signed-in = Работает: { $name }, { $role }
lock = Запереть
hide = Скрыть F9
hide-keys = Скрыть всё: F9 или трижды Esc

close = Закрыть
cancel = Отмена
back = Назад
required = обязательно
optional = необязательно
not-known = неизвестно
show-more = Показать ещё
manager-only = Это может сделать только руководитель.

undo = Отменить
draft-back = То, что вы начали вводить, снова здесь.
undo-nothing = Вы ещё не сделали ничего, что можно было бы отменить.

when = Когда
when-now = Сейчас
when-earlier = Раньше
when-date = Дата
when-time = Время
when-date-wrong = Введите дату, например { $example }.
when-time-wrong = Введите время, например { $example }.
when-doubled = В ту ночь часы показали это время дважды
when-first = Первый раз
when-second = Второй раз

span-since = с { $from }
span = { $from } – { $to }
duration-minutes = { $minutes } мин
duration-hours = { $hours } ч { $minutes }
duration-days =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }
age-years =
    { $years ->
        [0] меньше года
        [one] { $years } год
        [few] { $years } года
        [many] { $years } лет
       *[other] { $years } года
    }
age-months =
    { $months ->
        [one] { $months } месяц
        [few] { $months } месяца
        [many] { $months } месяцев
       *[other] { $months } месяца
    }
age-about =
    около { $years ->
        [one] { $years } года
        [few] { $years } лет
        [many] { $years } лет
       *[other] { $years } лет
    }
age-about-months =
    { $months ->
        [0] меньше месяца
        [one] около { $months } месяца
        [few] около { $months } месяцев
        [many] около { $months } месяцев
       *[other] около { $months } месяцев
    }

done-found = Центр создан
done-employ = Учётная запись создана
done-check_in = Приём: { $who }{ $known ->
        [0] { "" }
        [one] , кровать { $beds }
       *[other] , кровати { $beds }
    }
done-made-room = { $done }; переведены { $moves }
done-move = Перевод: { $who }{ $known ->
        [0] { "" }
        [one] { " " }на кровать { $beds }
       *[other] { " " }на кровати { $beds }
    }
done-swap = Обмен кроватями: { $who }, теперь { $beds }
done-leave = Отсутствие отмечено: { $who }
done-return = Возвращение: { $who }
done-extend = Размещение продлено: { $who }
done-amend = Данные изменены: { $who }
done-correct = Исправлено: { $who }
done-discharge = Выбытие: { $who }
done-assist = Помощь записана: { $who }
done-close = Кровати закрыты
done-reopen = Кровати снова открыты
done-wait = Группа внесена в лист ожидания
done-end_wait = Ожидание окончено
done-reorder = Порядок листа ожидания изменён
done-keep = Места придержаны
done-release = Бронь снята
done-set_rules = Правила заданы
done-keep_apart = Живут раздельно: { $who }
done-let_together = Снова могут жить в одной комнате: { $who }
codes-many =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
done-import =
    { $count ->
        [one] Из реестра перенесён { $count } человек
        [few] Из реестра перенесены { $count } человека
        [many] Из реестра перенесены { $count } человек
       *[other] Из реестра перенесены { $count } человека
    }
done-undo = Отменено: { $who }
done-renew_key = Ключ учётной записи обновлён
done-restore = Файл восстановлен из копии
done-show_identity = Просмотр личных данных: { $who }
done-change_staff = Учётная запись изменена
done-lock_staff = Учётная запись заблокирована
done-remove_staff = Учётная запись удалена
done-replace_recovery = Лист восстановления заменён
done-try_recovery = Лист восстановления проверен
done-set_desk = Настройки дежурства изменены
done-export = Выгружено
done-print = Напечатано
done-failed_unlock = Неверные парольные фразы
done-back_up = Резервная копия сделана и прочитана
done-rehearse = Резервная копия опробована
done-rehearse_failed = Опробованная копия не совпала
done-verify = Журнал проверен
done-accept_older = Работа продолжена с более старым файлом
done-erase = Личные данные удалены: { $who }
done-set_capacity = Число мест задано
done-set_limits = Пределы продления заданы
done-set_assistance = Список видов помощи изменён
done-set_room = Комнаты и кровати изменены

work-stop = Остановить
work-stopping = Останавливается…
