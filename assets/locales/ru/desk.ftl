desk-heading = Работа дежурного поста
desk-undo_hours = Дежурный может отменять свои действия в течение
desk-ending_days = О конце срока сообщается заранее, за
desk-lapsing_hours = О конце брони сообщается заранее, за
desk-forgotten_days = Размещение считается забытым после ожидаемого возвращения через
desk-smallest_count = Наименьшее число, видимое за пределами центра
desk-idle_minutes = Программа запирается без нажатий и щелчков через
desk-backup_actions = Резервная копия делается сама после
desk-backup_days = Последняя копия считается старой через
desk-erase_days = Личные данные удаляются после выбытия через
desk-limit_victim = Предел для установленной жертвы
desk-limit_presumed_victim = Предел для предполагаемой жертвы
desk-limit_potential_victim = Предел для потенциальной жертвы
desk-limit_accompanying = Предел для сопровождающего члена семьи
desk-what = С этой минуты. Прежнее остаётся в записях.
desk-erase-never = Пусто: никогда.
set-do = Задать
unit-hours = часов
unit-days = дней
unit-minutes = минут
unit-actions = действий
unit-people = человек
unit-years = лет
number-wrong = Целое число от { $least } до { $most }.
from-when = С какого времени
from-now = С этой минуты
from-day = С определённого дня
versions = Во времени
version-now = действует с { $from }
version-ahead = с { $from }
version-past = с { $from } до { $to }

rules-heading = Правила расселения
rules-what = Изменение действует с этой минуты или с более позднего дня. Поздние записи оцениваются по правилам своего времени.
rules-opposite_sex_age = Посторонние разного пола не живут в одной комнате с возраста
rules-with_adult_age = Ребёнок живёт в комнате со взрослым из семьи до возраста
rules-upper_bunk_age = Верхняя кровать не раньше возраста
rules-cot_age = Детская кроватка только до возраста
rules-max_moves = План может переселить не больше
rules-short-opposite_sex_age = раздельно по полу с { $n }
rules-short-with_adult_age = со взрослым до { $n }
rules-short-upper_bunk_age = верхняя кровать с { $n }
rules-short-cot_age = кроватка до { $n }
rules-short-max_moves = переселений до { $n }

apart-heading = Живут раздельно
apart-what = Этих людей никогда не предлагают селить в одну комнату. Причину видит только руководитель.
apart-nobody = Таких людей нет.
apart-pair = { $one } и { $other }
apart-in-one-room = Сейчас живут в одной комнате.
apart-end = Снова могут жить вместе
apart-add = Расселить двоих раздельно
apart-one = Один человек
apart-other = Другой человек
apart-code-hint = По коду, например K-214 или 214.
apart-code-missing = Введите код.
apart-unknown = Такого кода ни у кого нет.
apart-reason-hint = Без имён.

capacity-heading = Места
capacity-what = Сколько разрешает лицензия. Считаются все, и младенцы. День может быть в прошлом: показатели пересчитаются.
capacity-new = Мест
capacity-places = { $places ->
        [one] { $places } место
        [few] { $places } места
        [many] { $places } мест
       *[other] { $places } места
    }

terms-heading = Сроки
terms-what = Размещение сохраняет данный ему срок. Изменение действует для тех, кто придёт позже.
terms-standard = Обычный срок
terms-days = { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }
terms-set-term = Задать срок
terms-limits = Пределы продления
terms-limits-what = Сколько всего может длиться размещение, по основанию. Пусто: без предела. Сверх предела указывается, кто разрешил.
terms-limit = { $ground }: { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }
terms-no-limits = без пределов
terms-set-limits = Задать пределы

assistance-heading = Другая помощь
assistance-what = Предлагается при записи помощи, кроме медицинской, психологической и юридической. Записанное сохраняет своё название.
assistance-none = Список пуст.
assistance-name = Название
assistance-name-missing = Введите название.
assistance-add = Добавить в список
assistance-rename = Переименовать: { $name }
assistance-rename-short = Переименовать
assistance-retire = Больше не предлагать
assist-free = Что-то другое

rooms-heading = Комнаты и кровати
rooms-what = Выберите комнату на плане. Изменения действуют с этой минуты; прошлые планы сохраняют свои кровати.
rooms-new = Новая комната
rooms-one = Комната { $room }
rooms-change = Изменить комнату { $room }
rooms-take-away = Убрать
rooms-bed = { $who ->
        [none] Кровать { $bed }, { $kind }
       *[other] Кровать { $bed }, { $kind }: { $who }
    }
rooms-wing = Сторона коридора
rooms-wing-north = сверху
rooms-wing-south = снизу
rooms-column = Начинается с колонки
rooms-width = Ширина в колонках
rooms-new-beds = Добавляемые кровати
rooms-new-bed = Новая кровать { $n }
rooms-new-bed-remove = Не добавлять новую кровать { $n }

notice-overrides = { $count ->
        [one] { $count } решение вопреки правилу
        [few] { $count } решения вопреки правилу
        [many] { $count } решений вопреки правилу
       *[other] { $count } решения вопреки правилу
    }
notice-override = { $what } — «{ $reason }» ({ $staff }, { $at })
notice-override-places = людей больше, чем мест
extend-limit = Основание допускает всего { $most ->
        [one] { $most } день
        [few] { $most } дня
        [many] { $most } дней
       *[other] { $most } дня
    }.
extend-past-limit = Это больше, чем допускает основание ({ $most ->
        [one] { $most } день
        [few] { $most } дня
        [many] { $most } дней
       *[other] { $most } дня
    }): укажите, кто разрешил.
