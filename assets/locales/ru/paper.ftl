paper-page = страница { $page } из { $pages }
paper-continued = { $title }, продолжение
paper-sign = заполняется от руки
