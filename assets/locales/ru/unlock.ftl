unlock-who = Кто вы?
unlock = Открыть
unlock-busy = Открывается…
unlock-sample = Войдите как { $name } с парольной фразой «{ $passphrase }».
unlock-leave-sample = Выйти из учебного центра

trouble-title = Vatra не открывается
trouble-again = Попробовать снова
trouble-damaged = Ничего не удаляйте. Файл можно заменить последней резервной копией.
trouble-disk_full = Старые файлы можно перенести на другой диск; из папки Vatra ничего удалять нельзя.
trouble-system = Если не поможет, проверьте, подключён ли диск.
languages = Языки
language-ro = Română
language-ru = Русский
language-en = English
