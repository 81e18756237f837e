screen-expected = Sosiri
expected-title = Sosiri așteptate
expected-places =
    { $free ->
        [0] Niciun loc liber
        [one] { $free } loc liber
        [few] { $free } locuri libere
       *[other] { $free } de locuri libere
    }{ $held ->
        [0] { "" }
        [one] , { $held } rezervat
       *[other] , { $held } rezervate
    }
expected-waiting =
    { $count ->
        [0] Lista de așteptare
       *[other] Lista de așteptare: { $count }
    }
expected-nobody = Nimeni nu așteaptă un loc.
expected-since = din { $since }
expected-urgent = Urgent: { $why }
expected-is-held = Locurile sunt rezervate.
expected-fits = Încape acum: { $beds }
expected-fits-moves = Încape dacă { $moves }; apoi { $beds }
expected-move = { $who } trece în { $to }
expected-fits-places =
    { $missing ->
        [one] Încape când se eliberează un loc
        [few] Încape când se eliberează { $missing } locuri
       *[other] Încape când se eliberează { $missing } de locuri
    }
expected-fits-beds =
    { $missing ->
        [one] Lipsește un pat
        [few] Lipsesc { $missing } paturi
       *[other] Lipsesc { $missing } de paturi
    }
expected-fits-not = Regulile nu permit acum paturi pentru acest grup
expected-keep = Rezervă locuri
expected-check-in = Primește
expected-up = { $who } cu un loc mai sus
expected-end = Nu mai așteaptă
expected-how-ended = Cum s-a încheiat
expected-end-do = Scoate de pe listă
expected-when = Când s-a schimbat ordinea sau s-a încheiat așteptarea
expected-add = Trece pe lista de așteptare
expected-label = Cine, fără nume
expected-label-hint = De exemplu: familie de trei, trimisă de poliție
expected-label-missing = Scrieți în câteva cuvinte cine este.
expected-person = Persoana { $number }
expected-sex = Sex
expected-years = Vârsta
expected-years-missing = Scrieți vârsta în ani.
expected-remove = Elimină
expected-one-more = Încă o persoană
expected-urgency = De ce este urgent
expected-wait = Trece pe listă
expected-member =
    { $group }, { $years ->
        [one] { $years } an
        [few] { $years } ani
       *[other] { $years } de ani
    }
expected-count = Câte locuri
expected-these-beds = Aceste paturi: { $beds }
expected-until = Până la
expected-holds = Locuri rezervate
expected-no-holds = Nu sunt locuri rezervate.
expected-held =
    { $places ->
        [one] { $places } loc
        [few] { $places } locuri
       *[other] { $places } de locuri
    }
expected-held-beds =
    { $places ->
        [one] { $places } loc
        [few] { $places } locuri
       *[other] { $places } de locuri
    }: { $beds }
expected-held-until = până la { $until }
expected-lapsed = eliberat la { $at }
expected-release = Anulează rezervarea
expected-when-released = Când a fost anulată
expected-closures = Paturi închise
expected-no-closures = Niciun pat nu este închis. Se închide de pe panou: alegeți patul liber.
expected-must-move = { $who } doarme acolo și trebuie mutat mai întâi.
kept-held = Rezervat pentru { $label } până la { $until }
kept-closed = Închis: { $reason }{ $until ->
        [none] { "" }
       *[other] , până la { $until }
    }
kept-closes = Se închide la { $from }: { $reason }{ $until ->
        [none] { "" }
       *[other] , până la { $until }
    }
tile-closed = Închis
tile-held = Rezervat
bed-close = Închide acest pat
close-title = Închiderea patului { $bed }
bed-reopen = Redeschide
reopen-when = Când a fost redeschis
close-why = De ce se închide
close-room = Toată camera { $room }
close-later = De la o oră mai târzie
close-from = De la
close-ends = Se știe până când
close-to = Până la
close-submit =
    { $beds ->
        [one] Închide patul
        [few] Închide { $beds } paturi
       *[other] Închide { $beds } de paturi
    }
checkin-hold = Au locuri rezervate: { $label }
checkin-hold-over = Locurile lor nu mai sunt rezervate: { $label }
checkin-waiting = Sunt pe lista de așteptare: { $label }
checkin-hold-not = Nu sunt ei
person-assistance = Asistență
do-assist = Notează asistență
assist-title = Asistență pentru { $who }
assist-submit = Notează
assist-kind = Ce fel
assist-name = Care anume
assist-who = Pentru cine
bed-is = Camera { $room }, { $kind }.
half-title = O primire este scrisă pe jumătate
half-text =
    { $count ->
        [one] O persoană este deja scrisă.
        [few] { $count } persoane sunt deja scrise.
       *[other] { $count } de persoane sunt deja scrise.
    } Ce este scris se pierde dacă începeți din nou.
half-same = Păstrează ce este scris: aceasta este { $label }
half-anew = Începe din nou cu { $label }
