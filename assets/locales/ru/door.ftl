program = Vatra
sample = Учебный центр
sample-detail = Все люди здесь вымышлены. Пробуйте что угодно.
curtain-show = Нажмите любую клавишу

welcome-lead = Кровати, комнаты и люди в них, для одного центра. Данные не покидают этот компьютер.
welcome-own = Наш центр
welcome-own-detail = Комнаты и кровати, ваша учётная запись и ключ на бумаге. Это займёт несколько минут; до последнего шага всё можно изменить.
welcome-own-do = Создать наш центр
welcome-own-on = Продолжить создание центра
welcome-sample = Учебный центр
welcome-sample-detail = Вымышленный центр на 2 марта 2009 года, чтобы всё попробовать. Все люди в нём вымышлены, и хранится он отдельно от вашего.
welcome-sample-do = Открыть учебный центр
welcome-sample-busy = Создаётся учебный центр…
welcome-restore = Вернуть центр
welcome-restore-detail = Из копии на флешке или в папке, с парольной фразой или ключом восстановления.

unlock-who = Кто вы?
unlock = Открыть
unlock-busy = Открывается…
unlock-sample = Войдите как { $name } с парольной фразой «{ $passphrase }».
unlock-leave-sample = Выйти из учебного центра
passphrase = Парольная фраза
recover = Парольная фраза забыта
restore = Восстановить из копии
restore-done-sign-in = Войдите с именем и парольной фразой того времени.

trouble-title = Vatra не открывается
trouble-again = Попробовать снова
trouble-damaged = Ничего не удаляйте. Файл можно заменить последней резервной копией.
trouble-disk_full = Старые файлы можно перенести на другой диск; из папки Vatra ничего удалять нельзя.
trouble-system = Если не поможет, проверьте, подключён ли диск.
languages = Языки
language-ro = Română
language-ru = Русский
language-en = English
