backups = Резервные копии
backup-sample = Примерному центру копии не нужны.
backup-overdue = Последняя резервная копия слишком старая
backup-overdue-help = Вставьте флешку или сделайте копию в настройках.
backup-never = Копий ещё нет.
backup-last =
    Последняя копия: { $at }. { $since ->
        [0] С тех пор ничего не записано.
        [one] С тех пор записано { $since } действие.
        [few] С тех пор записано { $since } действия.
        [many] С тех пор записано { $since } действий.
       *[other] С тех пор записано { $since } действия.
    }
backup-when =
    { $every ->
        [one] Делается через каждое { $every } действие и при блокировке. Считается, только если её удалось прочитать.
        [few] Делается через каждые { $every } действия и при блокировке. Считается, только если её удалось прочитать.
        [many] Делается через каждые { $every } действий и при блокировке. Считается, только если её удалось прочитать.
       *[other] Делается через каждые { $every } действия и при блокировке. Считается, только если её удалось прочитать.
    }
backup-count =
    { $count ->
        [0] копий ещё нет
        [one] { $count } копия
        [few] { $count } копии
        [many] { $count } копий
       *[other] { $count } копии
    }
backup-gone = сейчас недоступна: флешку вынули?
backup-forget = Больше не использовать { $folder }
backup-folder = Папка
backup-add = Другая папка
backup-add-do = Использовать эту папку
backup-now = Сделать копию сейчас
backup-doing = Резервная копия записывается и читается от начала до конца. Остальная программа её ждёт.
backup-rehearsing = Делается резервная копия; её дубликат открывается, читается от начала до конца и сравнивается с файлом.
backup-rehearse = Пробное восстановление
backup-rehearse-what = Открывает последнюю копию и сравнивает её с файлом
backup-rehearsed = Копия { $number } открывается и совпадает с файлом
restore = Восстановить из копии
restore-folder = Папка с копиями
restore-folder-hint = Полный путь, например /media/stick/vatra или E:\vatra
restore-look = Найти
restore-none = В этой папке копий нет.
restore-which = Какая копия
restore-option = { $number }: { $made }
restore-with = Чем открыть
restore-with-account = имя и парольная фраза
restore-with-paper = ключ восстановления
restore-show = Что она вернёт?
restore-reading = Читается…
restore-brings = Копия { $number }, сделана { $made }
restore-here =
    { $here ->
        [0] Тогда здесь никого не было.
        [one] Тогда здесь был { $here } человек.
        [few] Тогда здесь было { $here } человека.
        [many] Тогда здесь было { $here } человек.
       *[other] Тогда здесь было { $here } человека.
    }
restore-last = Последнее действие: № { $action }, { $at }.
restore-loses =
    { $lost ->
        [0] Ничего из записанного здесь не потеряется
        [one] Потеряется { $lost } действие, записанное здесь позже
        [few] Потеряются { $lost } действия, записанные здесь позже
        [many] Потеряется { $lost } действий, записанных здесь позже
       *[other] Потеряется { $lost } действия, записанных здесь позже
    }
restore-aside = Нынешний файл останется в стороне.
restore-do = Восстановить эту копию
recover = Парольная фраза забыта
recover-how = Ключ восстановления с бумаги впустит вас. Выберите новую парольную фразу.
recover-do = Войти
recovery-key = Ключ восстановления
recovery-key-hint = С бумаги: AGE-SECRET-KEY-1… Пробелы и регистр не важны.
passphrase-yours = Ваша парольная фраза
passphrase-old = Прежняя парольная фраза
passphrase-new = Новая парольная фраза
passphrase-change = Сменить парольную фразу
passphrase-changed = Парольная фраза изменена
welcome-restore = Вернуть центр
welcome-restore-detail = Из копии на флешке или в папке, с парольной фразой или ключом восстановления.
passphrase-words = Слова на языке
passphrase-propose = Предложить шесть слов
passphrase-guessable = Легко угадать: возьмите не связанные между собой слова или шесть предложенных.
passphrase-strength-0 = Угадывается сразу
passphrase-strength-1 = Угадывается за минуты
passphrase-strength-2 = Угадывается за дни
passphrase-strength-3 = Трудно угадать
passphrase-strength-4 = Очень трудно угадать
recovery-paper = Лист восстановления
recovery-paper-what = Лист открывает файл, если забыты все парольные фразы. Проверяйте его раз в год; если его кто-то видел или он потерян, сделайте новый: старый больше ничего не откроет.
recovery-paper-due = Проверьте лист восстановления
recovery-paper-due-help = Его проверяли больше года назад. Настройки, Лист восстановления.
recovery-paper-seen = Последняя проверка { $day }: ключ верный.
recovery-paper-try = Проверить лист
recovery-paper-try-do = Открывает?
recovery-paper-tried = Лист восстановления открывает файл
recovery-paper-new = Сделать новый
recovery-paper-replace-do = Заменить старый лист
recovery-paper-replaced = Действует новый лист восстановления; уничтожьте старый
