guide-steps = Pași
guide-done = gata:
guide-step-rooms = Camere și paturi
guide-step-account = Contul dumneavoastră
guide-step-paper = Cheia de recuperare
guide-step-back = Verificarea cheii
guide-title-rooms = Camere și paturi
guide-title-account = Contul dumneavoastră
guide-title-paper = O cheie pe hârtie
guide-title-back = Scrieți cheia de pe hârtie
guide-on-rooms = Continuă spre cont
guide-on-account = Continuă spre cheia de recuperare
guide-on-paper = Este pe hârtie: continuă
guide-make = Creează centrul
guide-making = Se creează centrul…

guide-rooms-lead = Acesta este un plan inițial. Alegeți o cameră ca s-o schimbați sau continuați așa.
guide-plan = Planul clădirii
guide-corridor = Coridor
guide-room = Camera { $room }, { $use }
guide-room-beds = { $beds ->
        [one] { $beds } pat
        [few] { $beds } paturi
       *[other] { $beds } de paturi
    }
guide-step-free = fără trepte
guide-sum = { $rooms ->
        [one] { $rooms } cameră
        [few] { $rooms } camere
       *[other] { $rooms } de camere
    }, { $beds ->
        [one] { $beds } pat
        [few] { $beds } paturi
       *[other] { $beds } de paturi
    }{ $cots ->
        [0] { "" }
        [one] {" "}({ $cots } pătuț)
        [few] {" "}({ $cots } pătuțuri)
       *[other] {" "}({ $cots } de pătuțuri)
    }, { $places ->
        [one] { $places } loc
        [few] { $places } locuri
       *[other] { $places } de locuri
    }
guide-places = Locuri conform licenței
guide-places-hint = Fiecare persoană ocupă un loc, inclusiv sugarii.
guide-places-wrong = Scrieți numărul de locuri, de la 1 la 999.
guide-room-add = Adaugă o cameră
guide-full = Pe plan nu mai este spațiu. Îngustați mai întâi o cameră.
guide-number = Număr
guide-number-wrong = Scrieți un număr.
guide-number-twice = Altă cameră are acest număr.
guide-use = Pentru cine
guide-beds = Paturi
guide-bed-kind = Felul patului { $bed }
guide-bed-remove = Scoate patul { $bed }
guide-bed-add = Adaugă un pat
guide-place = Locul pe plan
guide-left = La stânga
guide-right = La dreapta
guide-across = Peste coridor
guide-wider = Mai lată
guide-narrower = Mai îngustă
guide-room-remove = Scoate camera { $room }

guide-account-lead = Dumneavoastră sunteți managerul: decideți cazurile dificile și creați conturi pentru ceilalți. Fraza de acces deschide fișierul și nu se păstrează nicăieri.
guide-name = Nume scurt
guide-name-hint = Ajung inițialele. Ceilalți văd cine și ce a înregistrat.
guide-name-missing = Scrieți un nume scurt, de exemplu inițialele.
passphrase-again = Aceeași, încă o dată
passphrase-hint = Cel puțin { $least ->
        [one] { $least } caracter
        [few] { $least } caractere
       *[other] { $least } de caractere
    }: câteva cuvinte fără legătură între ele se țin minte ușor și se ghicesc greu.
passphrase-short = { $missing ->
        [one] Mai lipsește { $missing } caracter.
        [few] Mai lipsesc { $missing } caractere.
       *[other] Mai lipsesc { $missing } de caractere.
    }
passphrase-differs = Cele două nu sunt la fel.
passphrase-show = Arată ce scriu

guide-paper-lead = Dacă toate frazele de acces sunt uitate, fișierul se mai deschide numai cu această cheie. Ea se arată o singură dată și nu se păstrează pe acest calculator.
guide-paper-keep = Tipăriți-o sau copiați-o de mână și încuiați hârtia departe de calculator, într-un seif sau într-un plic sigilat. Cine are și hârtia, și calculatorul poate citi tot.
guide-sheet-title = Cheie de recuperare
guide-sheet-use = Această cheie deschide un fișier dacă s-au pierdut toate frazele de acces. Păstrați-o încuiată, separat de calculator. Nu o arătați nimănui. Literele mari și mici nu se deosebesc, iar spațiile nu contează.
guide-sheet-zero = În cheie, 0 este mereu cifra: litera O nu apare.
guide-sheet-date = Creată la { $date }
guide-key = Cheia de recuperare
guide-print = Tipărește
guide-print-or-write = Sau copiați-o de mână, grup cu grup.
guide-back-lead = Scrieți cheia de pe hârtie, ca să fie sigur că va funcționa în ziua când va fi nevoie. Spațiile și literele mari nu contează.
guide-back-hint = Toate grupurile, unul după altul. Ce scrieți rămâne dacă mergeți înapoi.
guide-back-other = Grupul { $group } nu este cum a fost arătat. Comparați-l cu hârtia.
guide-back-short = Se termină prea devreme, în grupul { $group }.
guide-back-empty = Scrieți cheia de pe hârtie.
guide-back-same = Cheia este corectă.
guide-back-show = Arată cheia din nou
guide-sheet-picture = Cheia de recuperare ca imagine de scanat
