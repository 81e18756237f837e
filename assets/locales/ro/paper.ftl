paper-page = pagina { $page } din { $pages }
paper-continued = { $title }, continuare
paper-sign = de completat de mână
screen-paper = Tipărire
paper-which = Foaia
paper-which-roll_call = Lista de apel
paper-which-daily = Foaia zilei
paper-which-report = Raport
paper-which-record = Dosar
paper-print = Tipărește
paper-save = Salvează ca PDF
paper-saved = Salvat ca { $name }
paper-printed = Trimis la imprimantă
paper-preview = Previzualizare
paper-as-it-leaves = Așa cum iese din centru: numere fără coduri, cele mici ascunse.
paper-open = Lista de apel și alte foi
paper-due-title = Raport anual
paper-due = Raportul anual pentru { $year } se depune până la { $day }.
paper-due-open = Pregătește-l
paper-with-identity = Adaugă identitatea
paper-without-identity = Fără identitate
paper-identity-why = Identitatea este sigilată. Motivul pentru care este cerută intră în jurnal.
paper-leaves-report = Raportul iese din centru
paper-leaves-record = Dosarul se înmânează

paper-centre = Centrul de Asistență și Protecție, Chișinău
paper-sample = Centru de probă: toate persoanele sunt inventate.
paper-roll = Lista de apel
paper-roll-caption = Pe camere
paper-roll-sum = În casă: { $present }. Plecați: { $away }.
paper-roll-room = Camera { $number }
paper-roll-empty = nimeni
paper-roll-help = , are nevoie de ajutor pe scări
paper-roll-present = în casă
paper-roll-away =
    ABSENT din { $since }: { $where }{ $back ->
        [none] { "" }
       *[other] , revine { $back }
    }
paper-column-room = Camera
paper-column-found = Găsit
paper-column-bed = Patul
paper-column-who = Cine
paper-column-where = Unde
paper-column-what = Ce
paper-column-for = Pentru cine
paper-column-places = Locuri
paper-column-until = Până la
paper-column-since = Din
paper-column-urgent = Urgent deoarece
paper-column-people = Persoane
paper-column-why = Motivul
paper-column-when = Când
paper-column-definition = Ce se numără
paper-none = nu sunt
paper-still = continuă
paper-open-end = fără termen

paper-daily = Foaia zilei, { $day }
paper-daily-open = Foaia zilei, pentru predarea turei
paper-daily-line = Locuri ocupate: { $taken } din { $places }; libere: { $free }; rezervate: { $held }. Paturi libere: { $beds }, dintre care pătuțuri: { $cots }.
paper-daily-at = Situația la ora { $at }.
paper-todo = De rezolvat
paper-todo-none = Nu este nimic de rezolvat.
paper-today = Astăzi, până acum
paper-today-none = Încă nu s-a întâmplat nimic.
paper-here =
    { $count ->
        [one] { $count } persoană prezentă
        [few] { $count } persoane prezente
       *[other] { $count } de persoane prezente
    }
paper-term = ziua { $day } din { $days }, până la { $last }
paper-held = Locuri rezervate
paper-held-places = { $places }{ $beds ->
        [none] { "" }
       *[other] {" "}({ $beds })
    }
paper-waiting = Lista de așteptare
paper-closed = Paturi închise
paper-handed = A predat
paper-taken = A preluat
paper-did-arrived = primire{ $bed ->
        [none] { "" }
       *[other] , patul { $bed }
    }
paper-did-left = ieșire din plasament{ $why ->
        [none] { "" }
       *[other] : { $why }
    }{ $where ->
        [none] { "" }
       *[other] ; unde: { $where }
    }
paper-did-out = absență: { $where }{ $back ->
        [none] { "" }
       *[other] , revine { $back }
    }
paper-did-back = revenire: { $where }
paper-did-moved = mutare din { $from } în { $to }

paper-report-open = Raport pe hârtie
paper-report-month = Raport lunar: { $period }
paper-report-quarter = Raport trimestrial: { $period }
paper-report-half = Raport semestrial: { $period }
paper-report-year = Raport anual: { $period }
paper-report-other = Raport: { $period }
paper-begins = Centrul are locuri înregistrate din { $day }; zilele dinainte nu au locuri.
paper-known-on = Cum se știa la { $day }
paper-part-course = Cât de plin a fost centrul
paper-part-whom = Persoanele asistate
paper-part-from = Cine i-a trimis și de unde
paper-part-stay = Cât au stat și ce asistență au primit
paper-part-figures = Indicatorii și ce se numără
paper-part-read = Cum se citește această foaie
paper-figures = Indicatori
paper-read-days = Zilele sunt zile calendaristice la Chișinău; numărătoarea se face la sfârșitul fiecărei zile, la miezul nopții. Se numără toți, și sugarii, și cei absenți pentru o vreme. Tabelele de șederi numără o dată fiecare ședere care atinge perioada; tabelele de persoane numără o dată fiecare persoană.
paper-read-hidden = Ce este ascuns este marcat. Codurile, numele și datele unor persoane nu fac parte din acest raport.
paper-stamp = Emis la { $at } de { $by }. Jurnal: acțiunea { $seq }, sigiliul { $seal }. Sigiliul cuprinde tot ce a fost notat până atunci; centrul îl poate verifica.
paper-stamp-later = La tipărire sau salvare, foaia primește numărul și sigiliul ultimei acțiuni din jurnal.
paper-foot = { $title } · jurnal { $seq }, { $seal }
paper-sign-manager = Managerul centrului
paper-sign-date = Data și ștampila
paper-sign-received = A primit
paper-def-occupancy = Zilele-pat împărțite la zilele-loc; peste 100 % când locurile au fost depășite.
paper-def-peak = Cel mai mare număr de persoane la un miez de noapte din perioadă.
paper-def-lowest = Cel mai mic număr de persoane la un miez de noapte din perioadă.
paper-def-persons_served = Persoane diferite cu o ședere care atinge perioada.
paper-def-stays = Șederile care ating perioada, fiecare o dată.

paper-record = Dosarul { $code }
paper-record-print = Tipărește dosarul
paper-record-read = Această foaie cuprinde ce a notat centrul despre o singură persoană: șederi, temeiuri, etape, termene, paturi, absențe și asistență. Nu spune nimic despre altcineva.
paper-identity = Identitatea
paper-stay = Șederea
paper-stay-from = Sosire
paper-stay-to = Plecare
paper-relation = În grup
paper-left-why = De ce s-a încheiat șederea
paper-left-where = Unde
paper-ground = { $ground }{ $by ->
        [none] { "" }
       *[other] , decizie: { $by }
    }{ $on ->
        [none] { "" }
       *[other] , { $on }
    }
paper-extensions = Prelungiri ale termenului
paper-beds = Paturi
paper-absences = Absențe
