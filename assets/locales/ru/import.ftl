screen-import = Импорт реестра
import-open = Импортировать реестр
import-what = Переносит реестр, который вёлся в электронной таблице: Excel, LibreOffice или CSV. Сначала проба показывает каждую строку такой, какой она станет, и всё, что в ней не так. Затем переносится всё одним действием или ничего.
import-need = Нужны день прибытия, пол и возраст или дата рождения. Остального может не быть. Столбцы описаны в помощи (F1).
import-choose = Выбрать файл
import-choose-other = Другой файл
import-again = Прочитать снова
import-reading = Строки читаются и проверяются. Ничего не записывается.
import-sheets = Столбцы
import-sheet = Лист «{ $name }»
import-sheet-rows =
    { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
        [many] { $rows } строк
       *[other] { $rows } строки
    }
import-holds = Строки — это
import-kind-stays = размещения
import-kind-nights = кровати
import-kind-grounds = основания
import-kind-phases = этапы
import-kind-absences = отсутствия
import-kind-assistance = помощь
import-kind-nothing = пропускаются
import-column = Столбец
import-such-as = Например
import-says = Содержит
import-says-nothing = Пропускается
import-try = Проверить с этими столбцами
import-counts =
    { $stays ->
        [0] Ни одно размещение перенести нельзя.
        [one] Добавится { $stays } размещение
        [few] Добавятся { $stays } размещения
        [many] Добавятся { $stays } размещений
       *[other] Добавятся { $stays } размещения
    }{ $stays ->
        [0] { "" }
       *[other] : новых людей { $new }, известных { $known }, групп { $parties }, с { $first } по { $last }.
    }
import-wrong =
    { $count ->
        [one] { $count } строку нельзя перенести в таком виде.
        [few] { $count } строки нельзя перенести в таком виде.
        [many] { $count } строк нельзя перенести в таком виде.
       *[other] { $count } строки нельзя перенести в таком виде.
    }
import-wrong-help = Исправьте их в таблице и прочитайте её снова или пропустите их. До этого ничего не переносится.
import-odd =
    { $count ->
        [one] { $count } строку можно перенести, но на неё стоит взглянуть.
        [few] { $count } строки можно перенести, но на них стоит взглянуть.
        [many] { $count } строк можно перенести, но на них стоит взглянуть.
       *[other] { $count } строки можно перенести, но на них стоит взглянуть.
    }
import-left-out =
    { $count ->
        [one] { $count } строка пропускается.
        [few] { $count } строки пропускаются.
        [many] { $count } строк пропускаются.
       *[other] { $count } строки пропускаются.
    }
import-skip = Пропустить строки, которые нельзя перенести
import-show = Показать
import-show-all = все строки
import-show-wrong = нельзя перенести
import-show-odd = взглянуть
import-rows = Строки, какими они станут
import-row = Строка
import-who = Человек
import-when = Размещение
import-bed = Кровать
import-ground = Основание
import-problems = Что не так
import-new = новый код
import-known = уже известен
import-party = группа { $party }
import-still-here = всё ещё здесь
import-unread = нельзя прочитать
import-none = Таких строк нет.
import-reason = Откуда реестр, для журнала
import-do =
    { $stays ->
        [one] Перенести { $stays } размещение
        [few] Перенести { $stays } размещения
        [many] Перенести { $stays } размещений
       *[other] Перенести { $stays } размещения
    }
import-writing = Переносится. Это займёт несколько секунд.
import-done-help = Это одно действие: Ctrl+Z отменяет его целиком.

problem-missing = { $field }: нет.
problem-unreadable = { $field }: «{ $text }» прочитать нельзя.
problem-no_such_time = { $field }: этого времени не было, часы перевели на летнее.
problem-in_future = { $field }: ещё не наступило.
problem-ends_before_it_begins = Уход раньше прибытия или в тот же миг.
problem-bad_age = Рождение после прибытия или возраст больше 120 лет.
problem-too_long = { $field }: больше 2 000 знаков.
problem-twice = Тот же человек с тем же прибытием, что в строке { $row }.
problem-overlaps = По строке { $row } этот человек был здесь в то же время.
problem-already_here = По записям этот человек здесь с { $since }{ $until ->
        [none] { "" }
       *[other] { " " }по { $until }
    }.
problem-already_recorded = В записях есть человек того же пола и рождения с тем же размещением: { $who }. Другому человеку нужен код этой программы, который ещё никому не дан.
problem-unknown_room = Комнаты { $text } нет. Пропустите столбец, и кровати будут выбраны.
problem-unknown_bed = Кровати «{ $text }» нет. Пропустите столбец, и кровати будут выбраны.
problem-bed_taken = Кровать { $bed } тогда занята: { $who }{ $row ->
        [none] { "" }
       *[other] , строка { $row }
    }.
problem-bed_closed = Кровать { $bed } тогда закрыта.
problem-no_bed_free = Ни одна кровать не свободна на всё время.
problem-nobody_to_share_with = Ни у кого из группы нет на всё время кровати, которую можно разделить.
problem-no_stay = Не относится ни к одному размещению реестра.
problem-several_stays = Этот номер в реестре у нескольких размещений. Дайте каждому свой.
problem-outside_stay = { $field }: вне времени размещения.
problem-gap = Кровать не названа с { $from }{ $until ->
        [none] { "" }
       *[other] { " " }до { $until }
    }.
problem-at_once = { $field }: две записи действуют одновременно.
problem-left_empty = { $field }: «{ $text }» неизвестно и остаётся пустым.
problem-bed_chosen = Кровать не названа; { $bed } была свободна.
problem-shares = Спит в кровати { $who }.
problem-differs = { $field }: { $row ->
        [none] в записях иначе, и так и останется
       *[other] в строке { $row } об этом человеке иначе, и считается она; другому человеку нужен другой код
    }.
problem-bed_held = Кровать { $bed } придержана: { $label }, с { $from }.
problem-bed_closes = Кровать { $bed } закрыта с { $from }.
problem-breaks_rules = { $breaches }.
problem-over_capacity = Людей: { $taken }, на { $places ->
        [one] { $places } место
        [few] { $places } места
        [many] { $places } мест
       *[other] { $places } места
    }.
problem-looks_forgotten = Здесь { $days } дн. и без ухода: забыли отметить?

export-title = Экспорт
export-open = Экспортировать
export-what = Что уходит
export-what-record = Записи центра
export-what-figures = Показатели за период
export-what-htcds = HTCDS, для МОМ
export-what-record-help = Все таблицы, с кодами и без имён. Их можно импортировать снова. Только для самого центра.
export-what-figures-help = Только числа, малые скрыты.
export-what-htcds-help = Те же числа в словаре стандарта HTCDS (Human Trafficking Case Data Standard).
export-days = За какие дни
export-days-all = все
export-days-period = за период
export-form = Как
export-form-xlsx = книга (XLSX)
export-form-csv = текст (CSV)
export-confirm = Выбрать место и сохранить
export-rows =
    { $total ->
        [0] нет строк
        [one] { $total } строка
        [few] { $total } строки
        [many] { $total } строк
       *[other] { $total } строки
    }{ $more ->
        [0] { "" }
       *[other] , показаны первые { $shown }
    }
export-saved =
    { $count ->
        [one] Сохранено: { $files }
        [few] Сохранено файлов { $count }: { $files }
        [many] Сохранено файлов { $count }: { $files }
       *[other] Сохранено файлов { $count }: { $files }
    }
export-settings = Реестр: импорт и экспорт
export-settings-what = Записи центра выгружаются таблицами: книгой или текстом. Реестр, который вёлся в другом месте, можно перенести сюда.
