guide-steps = Шаги
guide-done = готово:
guide-step-rooms = Комнаты и кровати
guide-step-account = Ваша учётная запись
guide-step-paper = Ключ восстановления
guide-step-back = Проверка ключа
guide-title-rooms = Комнаты и кровати
guide-title-account = Ваша учётная запись
guide-title-paper = Ключ на бумаге
guide-title-back = Введите ключ с бумаги
guide-on-rooms = Дальше: учётная запись
guide-on-account = Дальше: ключ восстановления
guide-on-paper = Ключ на бумаге, дальше
guide-make = Создать центр
guide-making = Центр создаётся…

guide-rooms-lead = Это начальный план. Выберите комнату, чтобы её изменить, или продолжайте так.
guide-plan = План здания
guide-corridor = Коридор
guide-room = Комната { $room }, { $use }
guide-room-beds = { $beds ->
        [one] { $beds } кровать
        [few] { $beds } кровати
        [many] { $beds } кроватей
       *[other] { $beds } кровати
    }
guide-step-free = без ступеней
guide-sum = { $rooms ->
        [one] { $rooms } комната
        [few] { $rooms } комнаты
        [many] { $rooms } комнат
       *[other] { $rooms } комнаты
    }, { $beds ->
        [one] { $beds } кровать
        [few] { $beds } кровати
        [many] { $beds } кроватей
       *[other] { $beds } кровати
    }{ $cots ->
        [0] { "" }
        [one] {" "}({ $cots } детская)
        [few] {" "}({ $cots } детские)
        [many] {" "}({ $cots } детских)
       *[other] {" "}({ $cots } детской)
    }, { $places ->
        [one] { $places } место
        [few] { $places } места
        [many] { $places } мест
       *[other] { $places } места
    }
guide-places = Мест по лицензии
guide-places-hint = Каждый человек занимает одно место, младенцы тоже.
guide-places-wrong = Введите число мест, от 1 до 999.
guide-room-add = Добавить комнату
guide-full = На плане больше нет места. Сначала сделайте какую-нибудь комнату уже.
guide-number = Номер
guide-number-wrong = Введите номер.
guide-number-twice = Такой номер есть у другой комнаты.
guide-use = Для кого
guide-beds = Кровати
guide-bed-kind = Вид кровати { $bed }
guide-bed-remove = Убрать кровать { $bed }
guide-bed-add = Добавить кровать
guide-place = Место на плане
guide-left = Влево
guide-right = Вправо
guide-across = Через коридор
guide-wider = Шире
guide-narrower = Уже
guide-room-remove = Убрать комнату { $room }

guide-account-lead = Вы руководитель: решаете сложные случаи и создаёте учётные записи для других. Парольная фраза открывает файл и нигде не хранится.
guide-name = Короткое имя
guide-name-hint = Достаточно инициалов. Другие видят, кто что записал.
guide-name-missing = Введите короткое имя, например инициалы.
passphrase-again = Она же ещё раз
passphrase-hint = Не меньше { $least ->
        [one] { $least } знака
        [few] { $least } знаков
        [many] { $least } знаков
       *[other] { $least } знака
    }: несколько не связанных между собой слов легко запомнить и трудно угадать.
passphrase-short = { $missing ->
        [one] Не хватает { $missing } знака.
        [few] Не хватает { $missing } знаков.
        [many] Не хватает { $missing } знаков.
       *[other] Не хватает { $missing } знака.
    }
passphrase-differs = Фразы не совпадают.
passphrase-show = Показывать, что я ввожу

guide-paper-lead = Если забыты все парольные фразы, файл откроет только этот ключ. Он показывается один раз и на этом компьютере не хранится.
guide-paper-keep = Напечатайте его или перепишите и заприте бумагу отдельно от компьютера: в сейфе или в запечатанном конверте. У кого есть и бумага, и компьютер, тот может прочесть всё.
guide-sheet-title = Ключ восстановления
guide-sheet-use = Этот ключ открывает один файл, если утеряны все парольные фразы. Храните его под замком, отдельно от компьютера. Никому не показывайте. Заглавные и строчные буквы не различаются, пробелы не важны.
guide-sheet-zero = В ключе 0 — всегда цифра: буквы O в нём нет.
guide-sheet-date = Создан { $date }
guide-key = Ключ восстановления
guide-print = Печать
guide-print-or-write = Или перепишите от руки, группу за группой.
guide-back-lead = Введите ключ с бумаги, чтобы он точно подошёл в тот день, когда понадобится. Пробелы и заглавные буквы не важны.
guide-back-hint = Все группы, одну за другой. Введённое останется, если вернуться назад.
guide-back-other = Группа { $group } не такая, как была показана. Сверьте её с бумагой.
guide-back-short = Ключ обрывается в группе { $group }.
guide-back-empty = Введите ключ с бумаги.
guide-back-same = Ключ верный.
guide-back-show = Показать ключ ещё раз
guide-sheet-picture = Ключ восстановления как картинка для сканирования
