rail = Ecrane
screen-board = Panou
screen-checkin = Primire
screen-rollcall = Lista de apel
screen-journal = Jurnal
screen-settings = Setări
signed-in = Utilizator: { $name }, { $role }
lock = Blochează
hide = Ascunde F9
hide-keys = Ascunde tot: F9 sau Esc de trei ori

close = Închide
cancel = Renunță
back = Înapoi
required = obligatoriu
optional = facultativ
not-known = nu se știe
show-more = Arată mai multe
manager-only = Numai managerul poate face asta.

undo = Anulează
draft-back = Ce ați început să scrieți este din nou aici.
undo-nothing = Încă nu ați făcut nimic ce ar putea fi anulat.

when = Când
when-now = Acum
when-earlier = Mai devreme
when-date = Data
when-time = Ora
when-date-wrong = Scrieți o dată, de exemplu { $example }.
when-time-wrong = Scrieți o oră, de exemplu { $example }.
when-doubled = În acea noapte ceasul a arătat această oră de două ori
when-first = Prima dată
when-second = A doua oară

span-since = din { $from }
span = { $from } – { $to }
duration-minutes = { $minutes } min
duration-hours = { $hours } h { $minutes }
duration-days =
    { $days ->
        [one] { $days } zi
        [few] { $days } zile
       *[other] { $days } de zile
    }
age-years =
    { $years ->
        [0] sub un an
        [one] { $years } an
        [few] { $years } ani
       *[other] { $years } de ani
    }
age-months =
    { $months ->
        [one] { $months } lună
        [few] { $months } luni
       *[other] { $months } de luni
    }
age-about =
    circa { $years ->
        [one] { $years } an
        [few] { $years } ani
       *[other] { $years } de ani
    }
age-about-months =
    { $months ->
        [0] sub o lună
        [one] circa { $months } lună
        [few] circa { $months } luni
       *[other] circa { $months } de luni
    }

done-found = Centrul a fost creat
done-employ = Contul a fost creat
done-check_in = Primire: { $who }{ $known ->
        [0] { "" }
        [one] , patul { $beds }
       *[other] , paturile { $beds }
    }
done-made-room = { $done }; s-au mutat { $moves }
done-move = Mutare: { $who }{ $known ->
        [0] { "" }
        [one] { " " }în patul { $beds }
       *[other] { " " }în paturile { $beds }
    }
done-swap = Schimb de paturi: { $who }, acum { $beds }
done-leave = Absență notată: { $who }
done-return = Revenire: { $who }
done-extend = Plasament prelungit: { $who }
done-amend = Date modificate: { $who }
done-correct = Corectat: { $who }
done-discharge = Ieșire din plasament: { $who }
done-assist = Asistență notată: { $who }
done-close = Paturi închise
done-reopen = Paturi redeschise
done-wait = Grup trecut pe lista de așteptare
done-end_wait = Așteptare încheiată
done-reorder = Lista de așteptare reordonată
done-keep = Locuri rezervate
done-release = Rezervare anulată
done-set_rules = Reguli stabilite
done-keep_apart = Ținute separat: { $who }
done-let_together = Pot sta din nou în aceeași cameră: { $who }
codes-many =
    { $count ->
        [one] { $count } persoană
        [few] { $count } persoane
       *[other] { $count } de persoane
    }
done-import =
    { $count ->
        [one] { $count } persoană preluată din registru
        [few] { $count } persoane preluate din registru
       *[other] { $count } de persoane preluate din registru
    }
done-undo = Anulat: { $who }
done-renew_key = Cheia unui cont reînnoită
done-restore = Fișier restaurat dintr-o copie
done-show_identity = Identitate consultată: { $who }
done-change_staff = Cont modificat
done-lock_staff = Cont blocat
done-remove_staff = Cont eliminat
done-replace_recovery = Foaia de recuperare înlocuită
done-try_recovery = Foaia de recuperare încercată
done-set_desk = Setările recepției au fost schimbate
done-export = Exportat
done-print = Tipărit
done-failed_unlock = Fraze de acces greșite
done-back_up = Copie de rezervă făcută și recitită
done-rehearse = Copia de rezervă a fost probată
done-rehearse_failed = O copie probată nu coincide cu fișierul
done-verify = Jurnal verificat
done-accept_older = Lucru continuat cu un fișier mai vechi
done-erase = Identitate ștearsă: { $who }
done-set_capacity = Numărul de locuri a fost stabilit
done-set_limits = Limitele de prelungire au fost stabilite
done-set_assistance = Lista de asistență a fost schimbată
done-set_room = Camerele și paturile au fost schimbate

work-stop = Oprește
work-stopping = Se oprește…
