leaving-help = Odată ieșit, nu mai poate fi luat înapoi. Jurnalul păstrează ce a ieșit, când, cine a permis și de ce.
leaving-reason = De ce iese din centru
leaving-reason-hint = De exemplu: raportul anual către minister. Fără nume.
leaving-reason-missing = Spuneți de ce iese din centru.
leaving-what = Iese exact acest conținut
leaving-hidden =
    { $hidden ->
        [0] Niciun număr nu este destul de mic ca să fie ascuns (sub { $least }).
        [one] O celulă este ascunsă: numere sub { $least } și cele din care s-ar putea calcula.
        [few] { $hidden } celule sunt ascunse: numere sub { $least } și cele din care s-ar putea calcula.
       *[other] { $hidden } de celule sunt ascunse: numere sub { $least } și cele din care s-ar putea calcula.
    }
leaving-under = ascuns
leaving-all = total
leaving-column-figure = Indicator
leaving-column-value = Valoare
leaving-column-day = Ziua
leaving-column-month = Luna
leaving-column-bed_days = Zile-pat
leaving-column-place_days = Zile-loc
leaving-column-occupancy = Grad de ocupare
leaving-column-admissions = Primiri
leaving-column-discharges = Ieșiri
leaving-column-census_last = Prezenți în ultima zi
leaving-column-census = Prezenți
leaving-column-places = Locuri
leaving-column-sex = Sexul
leaving-column-age = Vârsta
leaving-column-persons = Persoane
leaving-column-nights = Nopți
leaving-column-stays = Șederi
leaving-column-kind = Categoria
leaving-column-times = De câte ori
leaving-figure-stays = Șederi
leaving-table-months = Pe luni
