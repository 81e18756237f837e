paper-page = pagina { $page } din { $pages }
paper-continued = { $title }, continuare
paper-sign = de completat de mână
