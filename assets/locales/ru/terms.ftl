sex-female = Женский
sex-male = Мужской

room-use-women = Женщины
room-use-men = Мужчины
room-use-family = Семья
room-use-minors = Дети
room-use-isolation = Изоляция
room-use-any = Любые

bed-kind-single = одноярусная
bed-kind-lower = нижняя
bed-kind-upper = верхняя
bed-kind-cot = детская кроватка

need-no_upper_bunk = Не на верхней кровати
need-step_free = Комната без ступеней
need-isolation = Отдельная комната

relation-head = глава группы
relation-mother = мать
relation-father = отец
relation-daughter = дочь
relation-son = сын
relation-sister = сестра
relation-brother = брат
relation-grandmother = бабушка
relation-grandfather = дедушка
relation-spouse = супруг(а)
relation-relative = родственник(ца)
relation-companion = сопровождающее лицо

ground-victim = Установленная жертва
ground-presumed_victim = Предполагаемая жертва
ground-potential_victim = Потенциальная жертва
ground-accompanying = Сопровождающий член семьи

body-nrs_team = Группа НСП
body-police = Полиция
body-justice = Прокуратура или суд
body-iom = МОМ
body-ngo = НПО
body-hotline = Горячая линия
body-social_assistance = Социальная помощь
body-health = Медицинская служба
body-border = Пограничная полиция
body-consulate = Посольство или консульство
body-centre = Центр
body-self = По собственной инициативе
body-other = Другая организация

phase-crisis = Кризисная помощь
phase-rehabilitation = Реабилитация

absence-medical = Больница, медицинская помощь
absence-authority = Суд, полиция, орган власти
absence-family = Семья
absence-day = Учёба или работа
absence-unexplained = Уход без предупреждения
absence-other = В другом месте

departure-completed = Помощь завершена
departure-term_ended = Срок истёк
departure-own_wish = По собственному желанию
departure-referred = Передача в другую службу
departure-repatriated = Репатриация
departure-absconded = Уход без предупреждения
departure-rules = Нарушение правил проживания
departure-died = Смерть
departure-other = Другая причина

destination-family = Домой, в семью
destination-own_home = Собственное жильё
destination-relatives = Родственники или друзья
destination-other_centre = Другой центр
destination-hospital = Больница
destination-abroad = За границу
destination-unknown = Неизвестно
destination-other = В другое место

role-guard = охранник
role-reception = дежурный
role-manager = руководитель

group-woman = женщина
group-man = мужчина
group-teenager = подросток
group-child = ребёнок
group-infant = младенец

missing-birth_date = дата рождения
missing-citizenship = гражданство
missing-ground = основание
missing-ground_decision = кто определил основание
missing-referrer = кто направил
missing-territory = откуда
missing-departure_reason = причина выбытия
missing-destination = куда выбывает

action-found = Создание центра
action-employ = Учётная запись
action-check_in = Приём
action-move = Перевод
action-swap = Обмен кроватями
action-leave = Отсутствие
action-return = Возвращение
action-extend = Продление
action-amend = Изменение данных
action-correct = Исправление
action-discharge = Выбытие
action-assist = Помощь
action-close = Закрытие кроватей
action-reopen = Открытие кроватей
action-wait = Лист ожидания
action-end_wait = Конец ожидания
action-reorder = Порядок листа ожидания
action-keep = Бронь
action-release = Снятие брони
action-set_rules = Правила
action-keep_apart = Раздельное проживание
action-let_together = Конец раздельного проживания
action-import = Импорт реестра
action-undo = Отмена
action-renew_key = Новый ключ
action-restore = Восстановление
action-show_identity = Просмотр личных данных
action-change_staff = Изменение учётной записи
action-lock_staff = Блокировка учётной записи
action-remove_staff = Удаление учётной записи
action-replace_recovery = Новый лист восстановления
action-try_recovery = Проверка листа восстановления
action-set_desk = Настройки дежурства
action-export = Выгрузка
action-print = Печать
action-failed_unlock = Неверные парольные фразы
action-back_up = Резервная копия
action-rehearse = Проба копии
action-rehearse_failed = Неудачная проба копии
action-verify = Проверка журнала
action-accept_older = Работа с более старым файлом
action-erase = Удаление личных данных
action-set_capacity = Число мест
action-set_limits = Пределы продления
action-set_assistance = Список видов помощи
action-set_room = Комнаты и кровати

assistance-medical = Медицинская помощь
assistance-psychological = Психологическая помощь
assistance-legal = Юридическая помощь
assistance-other = Другое
waiting-end-checked_in = Принята
waiting-end-elsewhere = Ушла в другое место
waiting-end-withdrawn = Больше не нужно
waiting-end-refused = Не смогли принять
