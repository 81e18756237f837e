screen-import = Importul unui registru
import-open = Importă un registru
import-what = Preia un registru ținut într-o foaie de calcul: Excel, LibreOffice sau CSV. Mai întâi, o probă arată fiecare rând așa cum ar fi și tot ce nu e în regulă. Apoi se preia totul ca o singură acțiune, sau nimic.
import-need = Sunt necesare ziua sosirii, sexul și vârsta sau data nașterii. Restul poate lipsi. Coloanele sunt descrise în ajutor (F1).
import-choose = Alege un fișier
import-choose-other = Alt fișier
import-again = Citește din nou
import-reading = Se citește și se încearcă fiecare rând. Nu se scrie nimic.
import-sheets = Coloane
import-sheet = Foaia „{ $name }”
import-sheet-rows =
    { $rows ->
        [one] { $rows } rând
        [few] { $rows } rânduri
       *[other] { $rows } de rânduri
    }
import-holds = Rândurile sunt
import-kind-stays = plasamente
import-kind-nights = paturi
import-kind-grounds = temeiuri
import-kind-phases = etape
import-kind-absences = absențe
import-kind-assistance = asistență
import-kind-nothing = omise
import-column = Coloana
import-such-as = De exemplu
import-says = Conține
import-says-nothing = Omisă
import-try = Încearcă cu aceste coloane
import-counts =
    { $stays ->
        [0] Niciun plasament nu poate fi preluat.
        [one] S-ar adăuga { $stays } plasament
        [few] S-ar adăuga { $stays } plasamente
       *[other] S-ar adăuga { $stays } de plasamente
    }{ $stays ->
        [0] { "" }
       *[other] : persoane noi { $new }, cunoscute { $known }, grupuri { $parties }, de la { $first } până la { $last }.
    }
import-wrong =
    { $count ->
        [one] { $count } rând nu poate fi preluat așa cum este.
        [few] { $count } rânduri nu pot fi preluate așa cum sunt.
       *[other] { $count } de rânduri nu pot fi preluate așa cum sunt.
    }
import-wrong-help = Corectați-le în foaia de calcul și citiți din nou, sau omiteți-le. Până atunci nu se preia nimic.
import-odd =
    { $count ->
        [one] { $count } rând poate fi preluat, dar merită privit.
        [few] { $count } rânduri pot fi preluate, dar merită privite.
       *[other] { $count } de rânduri pot fi preluate, dar merită privite.
    }
import-left-out =
    { $count ->
        [one] { $count } rând este omis.
        [few] { $count } rânduri sunt omise.
       *[other] { $count } de rânduri sunt omise.
    }
import-skip = Omite rândurile care nu pot fi preluate
import-show = Arată
import-show-all = toate rândurile
import-show-wrong = nu pot fi preluate
import-show-odd = de privit
import-rows = Rândurile așa cum ar fi
import-row = Rând
import-who = Persoana
import-when = Plasament
import-bed = Pat
import-ground = Temei
import-problems = Probleme
import-new = nouă
import-known = cunoscută
import-party = grupul { $party }
import-still-here = încă aici
import-unread = nu poate fi citit
import-none = Niciun astfel de rând.
import-reason = De unde provine registrul, pentru jurnal
import-do =
    { $stays ->
        [one] Preia { $stays } plasament
        [few] Preia { $stays } plasamente
       *[other] Preia { $stays } de plasamente
    }
import-writing = Se preia. Durează câteva secunde.
import-done-help = Este o singură acțiune: Ctrl+Z o anulează în întregime.

problem-missing = { $field }: lipsește.
problem-unreadable = { $field }: „{ $text }” nu poate fi citit.
problem-no_such_time = { $field }: ora a fost sărită la trecerea la ora de vară.
problem-in_future = { $field }: încă nu a venit.
problem-ends_before_it_begins = Plecarea este înainte de sosire sau odată cu ea.
problem-bad_age = Născut după sosire sau cu vârsta peste 120 de ani.
problem-too_long = { $field }: mai mult de 2.000 de caractere.
problem-twice = Aceeași persoană, cu aceeași sosire, ca în rândul { $row }.
problem-overlaps = Rândul { $row } are aceeași persoană aici în același timp.
problem-already_here = În evidență, persoana este aici din { $since }{ $until ->
        [none] { "" }
       *[other] { " " }până în { $until }
    }.
problem-already_recorded = În evidență există cineva cu același sex, aceeași naștere și același plasament: { $who }. Altcineva are nevoie de un cod al acestui program, încă neatribuit.
problem-unknown_room = Nu există camera { $text }. Omiteți coloana, ca paturile să fie alese.
problem-unknown_bed = Nu există patul „{ $text }”. Omiteți coloana, ca paturile să fie alese.
problem-bed_taken = Patul { $bed } este ocupat atunci de { $who }{ $row ->
        [none] { "" }
       *[other] , rândul { $row }
    }.
problem-bed_closed = Patul { $bed } este închis atunci.
problem-no_bed_free = Niciun pat nu este liber pe tot plasamentul.
problem-nobody_to_share_with = Nimeni din grup nu are tot timpul un pat care să poată fi împărțit.
problem-no_stay = Nu aparține niciunui plasament din registru.
problem-several_stays = Mai multe plasamente din registru au acest număr. Dați fiecăruia numărul lui.
problem-outside_stay = { $field }: în afara plasamentului.
problem-gap = Nu este numit niciun pat din { $from }{ $until ->
        [none] { "" }
       *[other] { " " }până în { $until }
    }.
problem-at_once = { $field }: două înregistrări sunt valabile în același timp.
problem-left_empty = { $field }: „{ $text }” nu este cunoscut și rămâne gol.
problem-bed_chosen = Nu este numit niciun pat; { $bed } era liber.
problem-shares = Doarme în patul persoanei { $who }.
problem-differs = { $field }: { $row ->
        [none] evidența spune altceva și rămâne așa
       *[other] rândul { $row } spune altceva despre aceeași persoană și contează; altcineva are nevoie de alt cod
    }.
problem-bed_held = Patul { $bed } este rezervat pentru { $label } din { $from }.
problem-bed_closes = Patul { $bed } este închis din { $from }.
problem-breaks_rules = { $breaches }.
problem-over_capacity = Persoane: { $taken }, la { $places ->
        [one] { $places } loc
        [few] { $places } locuri
       *[other] { $places } de locuri
    }.
problem-looks_forgotten = Aici de { $days ->
        [one] { $days } zi
        [few] { $days } zile
       *[other] { $days } de zile
    }, fără plecare: uitat?

export-title = Export
export-open = Exportă
export-what = Ce iese
export-what-record = Evidența centrului
export-what-figures = Indicatorii unei perioade
export-what-htcds = HTCDS, pentru OIM
export-what-record-help = Toate tabelele, cu coduri și fără nume. Poate fi importată din nou. Numai pentru centru.
export-what-figures-help = Numai numere, cele mici ascunse.
export-what-htcds-help = Aceleași numere în vocabularul standardului HTCDS (Human Trafficking Case Data Standard).
export-days = Din care zile
export-days-all = toate
export-days-period = dintr-o perioadă
export-form = Ca
export-form-xlsx = registru de calcul (XLSX)
export-form-csv = text (CSV)
export-confirm = Alege locul și salvează
export-rows =
    { $total ->
        [0] niciun rând
        [one] { $total } rând
        [few] { $total } rânduri
       *[other] { $total } de rânduri
    }{ $more ->
        [0] { "" }
       *[other] , sunt arătate primele { $shown }
    }
export-saved =
    { $count ->
        [one] Salvat: { $files }
        [few] { $count } fișiere salvate: { $files }
       *[other] { $count } de fișiere salvate: { $files }
    }
export-settings = Registru: import și export
export-settings-what = Evidența se exportă în tabele, ca registru de calcul sau ca text. Un registru ținut altundeva poate fi preluat aici.
