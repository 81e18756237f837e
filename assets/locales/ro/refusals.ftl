refusal-in_future = Acest moment încă nu a venit.
    .help = Se notează numai ce s-a întâmplat deja. Alegeți o oră mai devreme.
refusal-no_such_time = Această oră nu a existat: în acea noapte ceasul a fost dat înainte.
    .help = Indicați ora de dinainte sau de după ora sărită.
refusal-needs_manager = Numai managerul poate lua această decizie.
    .help = Rugați managerul să intre în program și să o facă, indicând motivul.
refusal-needs_reason = Lipsește motivul.
    .help = Scrieți în câteva cuvinte de ce.
refusal-nothing_to_erase = Aici nu se păstrează nicio identitate.
    .help = A fost deja ștearsă sau nu a fost notată niciodată.
refusal-names_in_reason = Motivul repetă numele.
    .help = Motivul rămâne în jurnal pentru totdeauna. Scrieți-l fără nume.
refusal-nobody_named = Nu a fost indicat nimeni.
    .help = Adăugați cel puțin o persoană.
refusal-not_found = Această înregistrare nu mai există.
    .help = Cineva a schimbat-o între timp. Reveniți la panou și verificați din nou.
refusal-already_here = { $who } se află deja aici, din { $since }{ $bed ->
        [none] { "" }
       *[other] , patul { $bed }
    }.
    .help = Deschideți { $who } pe panou sau scoateți persoana din această listă.
refusal-not_here = { $who } nu se afla aici la acea oră.
    .help = Alegeți o oră din perioada plasamentului.
refusal-bed_taken = Patul { $bed } este al persoanei { $who } din { $since }{ $until ->
        [none] { "" }
       *[other] {" "}până la { $until }
    }.
    .help = Alegeți alt pat sau faceți schimb între cele două persoane.
refusal-bed_closed = Patul { $bed } este închis{ $until ->
        [none] { "" }
       *[other] {" "}până la { $until }
    }.
    .help = Alegeți alt pat sau redeschideți-l pe acesta.
refusal-bed_held = Patul { $bed } este rezervat pentru { $label } din { $from } până la { $until }.
    .help = Alegeți alt pat sau anulați rezervarea la „Sosiri”.
refusal-places_held = La { $at } { $taken ->
        [one] ar fi { $taken } persoană
        [few] ar fi { $taken } persoane
       *[other] ar fi { $taken } de persoane
    }, iar { $held } din { $places ->
        [one] { $places } loc
        [few] { $places } locuri
       *[other] { $places } de locuri
    } { $held ->
        [one] este rezervat
       *[other] sunt rezervate
    }: { $labels }.
    .help = Anulați o rezervare la „Sosiri” sau cereți managerului să treacă peste ea.
refusal-must_move_first = Acolo doarme cineva: { $people }.
    .help = Mutați-i mai întâi sau închideți patul de la o oră mai târzie.
refusal-ends_before_it_begins = S-ar încheia înainte de a începe.
    .help = Alegeți un sfârșit mai târziu.
refusal-bed_twice = Patul { $bed } a fost ales pentru două persoane.
    .help = Alegeți alt pat pentru una dintre ele.
refusal-no_bed = { $who } nu are pat.
    .help = Alegeți un pat pentru { $who }.
refusal-same_bed = { $who } este deja în patul { $bed }.
    .help = Alegeți alt pat.
refusal-over_capacity = { $taken ->
        [one] Ar fi { $taken } persoană
        [few] Ar fi { $taken } persoane
       *[other] Ar fi { $taken } de persoane
    } la { $places ->
        [one] { $places } loc
        [few] { $places } locuri
       *[other] { $places } de locuri
    }.
    .help = Managerul poate depăși limita, indicând motivul. Depășirea rămâne vizibilă.
refusal-too_few_places = La { $at } { $taken ->
        [one] ar fi { $taken } persoană
        [few] ar fi { $taken } persoane
       *[other] ar fi { $taken } de persoane
    } și { $held ->
        [one] { $held } loc rezervat
        [few] { $held } locuri rezervate
       *[other] { $held } de locuri rezervate
    }, la { $places ->
        [one] { $places } loc
        [few] { $places } locuri
       *[other] { $places } de locuri
    }.
    .help = Rezervați mai puține locuri, rezervați-le de la o oră mai târzie sau anulați altă rezervare.
refusal-breaks_rules = { $count ->
        [one] Se încalcă o regulă
        [few] Se încalcă { $count } reguli
       *[other] Se încalcă { $count } de reguli
    }: { $breaches }.
    .help = Alegeți alt pat. Managerul poate trece peste regulă, indicând motivul.
refusal-cannot_share = { $who } nu poate împărți acest pat.
    .help = Numai un sugar poate, cu un adult din același grup care are pat.
refusal-infant_in_bed = { $infant } doarme în patul persoanei { $who }.
    .help = Găsiți mai întâi un pat pentru { $infant } sau includeți { $infant }.
refusal-later_event = Nu se potrivește cu ce este notat despre { $who }: { $what }, { $at }.
    .help = Alegeți o oră care se potrivește sau corectați mai întâi acea înregistrare.
refusal-already_away = { $who } lipsește deja.
    .help = Notați mai întâi revenirea.
refusal-away_then = O absență a persoanei { $who } este deja notată: din { $from }{ $until ->
        [none] { "" }
       *[other] , revenire { $until }
    }.
    .help = Dacă este alta, notați și plecarea, și revenirea.
refusal-not_away = { $who } nu lipsește.
    .help = Alegeți o oră din perioada absenței.
refusal-return_before_leaving = Revenirea este înainte de plecare.
    .help = Alegeți o revenire mai târzie sau lăsați câmpul gol.
refusal-minors_left_behind = { $count ->
        [one] { $minors } ar rămâne fără un adult din familie.
        [few] { $minors } ar rămâne fără un adult din familie.
       *[other] { $minors } ar rămâne fără un adult din familie.
    }
    .help = Includeți și copiii sau scrieți de ce rămân.
refusal-bad_age = Data nașterii sau vârsta nu este posibilă.
    .help = Indicați o dată din trecut sau o vârstă de cel mult 120 de ani.
refusal-text_too_long = Un text este prea lung.
    .help = Scurtați-l la cel mult { $most ->
        [one] { $most } caracter
        [few] { $most } caractere
       *[other] { $most } de caractere
    }.
refusal-not_in_list = Această țară sau acest teritoriu nu este în listă.
    .help = Alegeți din listă.
refusal-term_too_short = Astăzi este deja ziua { $day }.
    .help = Termenul întreg trebuie să fie de cel puțin { $day ->
        [one] { $day } zi
        [few] { $day } zile
       *[other] { $day } de zile
    }.
refusal-nothing_to_undo = Aceasta nu se poate anula sau a fost deja anulată.
    .help = Căutați în jurnal ce se poate anula.
refusal-undo_not_yours = Altcineva a făcut aceasta.
    .help = Rugați persoana respectivă sau managerul să anuleze.
refusal-undo_too_late = S-a înregistrat acum mai mult de { $hours ->
        [one] { $hours } oră
        [few] { $hours } ore
       *[other] { $hours } de ore
    }.
    .help = Rugați managerul să anuleze.
refusal-later_actions = { $count ->
        [one] O acțiune ulterioară depinde de aceasta: { $actions }.
        [few] { $count } acțiuni ulterioare depind de aceasta: { $actions }.
       *[other] { $count } de acțiuni ulterioare depind de aceasta: { $actions }.
    }
    .help = Anulați mai întâi ce a urmat.
refusal-later-action = { $what } ({ $at })
refusal-nothing_changes = Nu s-ar schimba nimic.
    .help = Schimbați un câmp sau mergeți înapoi.
refusal-bad_layout = Aceste camere nu sunt posibile.
    .help = Fiecare cameră are nevoie de un pat, iar numerele camerelor nu se repetă.
refusal-name_missing = Lipsește numele de utilizator.
    .help = Ajung inițialele.
refusal-name_taken = Altcineva folosește deja acest nume.
    .help = Alegeți alt nume.
refusal-bad_capacity = Acest număr de locuri nu este posibil.
    .help = Indicați numărul din licență.
refusal-bad_rules = Unul dintre aceste numere nu este posibil.
    .help = Vârstele pot fi de cel mult 18 ani, mutările cel mult 8, termenul de la 1 la 3650 de zile.
refusal-bed_gone = Patul { $bed } nu se află în casă la acel moment.
    .help = Alegeți alt pat sau alt moment.
refusal-room_number_taken = Camera { $number } există deja.
    .help = Dați-i alt număr.
refusal-spot_taken = Acolo, pe plan, se află camera { $number }.
    .help = Alegeți un loc liber sau îngustați mai întâi acea cameră.
refusal-listed_already = Această denumire este deja în listă.
    .help = Alegeți altă denumire.
refusal-past_limit = Temeiul pentru { $who } permite în total { $most ->
        [one] { $most } zi
        [few] { $most } zile
       *[other] { $most } de zile
    }.
    .help = Indicați cine a permis mai mult sau dați un termen mai scurt.
refusal-out_of_bounds = „{ $field }”: acest număr nu este posibil.
    .help = Poate fi de la { $least } la { $most }.
refusal-already_begun = Această zi a început deja.
    .help = Alegeți ziua de mâine sau una ulterioară, ori să se aplice de acum.

failure-wrong_passphrase = Numele sau fraza de acces nu este corectă.
    .help = Verificați Caps Lock și limba tastaturii, apoi încercați din nou.
failure-too_soon =
    { $seconds ->
        [one] Prea devreme după o frază greșită: așteptați { $seconds } secundă.
        [few] Prea devreme după o frază greșită: așteptați { $seconds } secunde.
       *[other] Prea devreme după o frază greșită: așteptați { $seconds } de secunde.
    }
    .help = Fiecare încercare greșită dublează așteptarea, până la 15 minute. Nimic nu se șterge.
failure-wrong_recovery = Această cheie de recuperare nu deschide nimic aici.
    .help = Comparați-o cu hârtia, literă cu literă.
failure-no_folder = Acest folder nu există.
    .help = Introduceți stickul sau verificați calea.
failure-bad_backup = Această copie nu este întreagă. Nimic nu s-a schimbat.
    .help = Alegeți altă copie.
failure-weak_passphrase = Această frază de acces este prea ușor de ghicit.
    .help = Folosiți cel puțin { $least ->
        [one] { $least } caracter
        [few] { $least } caractere
       *[other] { $least } de caractere
    }: câteva cuvinte fără legătură între ele.
failure-recovery_mismatch = Aceasta nu este cheia de recuperare care a fost arătată.
    .help = Comparați-o cu foaia, grup cu grup.
failure-locked = Programul este blocat.
    .help = Intrați din nou.
failure-not_permitted = Este nevoie de rolul „{ $role }”.
    .help = Rugați pe cineva cu acest rol să intre în program.
failure-centre_exists = Aici există deja un centru.
    .help = Intrați în el.
failure-no_centre = Aici încă nu există un centru.
    .help = Creați unul sau deschideți centrul de probă.
failure-open_elsewhere = Vatra este deja deschisă în altă fereastră.
    .help = Mergeți la acea fereastră sau închideți-o mai întâi.
failure-damaged = Fișierul centrului este deteriorat.
    .help = Nu s-a scris nimic. Restaurați ultima copie de rezervă.
failure-newer_file = Fișierul a fost scris de o versiune Vatra mai nouă (versiunea { $file }; aceasta citește până la { $program }).
    .help = Instalați programul mai nou.
failure-read_only = În acest folder nu se poate scrie.
    .help = Verificați dacă discul nu este protejat la scriere. Nu s-a schimbat nimic.
failure-disk_full = Discul este plin.
    .help = Eliberați spațiu și încercați din nou. Nu s-a schimbat nimic.
failure-changed_meanwhile = Altcineva a înregistrat ceva mai întâi.
    .help = Vedeți ce este acum și încercați din nou.
failure-bad_request = Programul nu a înțeles cererea.
    .help = Nu s-a schimbat nimic. Dacă se repetă, reporniți Vatra.
failure-system = Calculatorul nu a putut executa acțiunea.
    .help = Nu s-a schimbat nimic. Încercați din nou; dacă persistă, reporniți Vatra.

rule-B1 = { $who } nu poate avea un pat care este sau va fi închis ori rezervat
rule-B2 = { $who } este prea mare pentru pătuț
rule-B3 = { $who } nu trebuie să doarmă în patul de sus
rule-B4 = { $who } are nevoie de o cameră fără trepte, iar camera { $room } are trepte
rule-R1 = { $who } și { $other } nu pot sta în aceeași cameră, { $room }
rule-R2 = un minor și un adult străin de familie în aceeași cameră, { $room } ({ $who }, { $other })
rule-R3 = persoane neînrudite de sex diferit în aceeași cameră, { $room } ({ $who }, { $other })
rule-R4 = { $who } are nevoie de izolare, iar în camera { $room } { $count ->
        [one] este
       *[other] sunt
    } și { $other }
rule-R5 = vârsta nu permite ca { $who } să stea în camera { $room } fără un adult din familie
rule-P1 = { $who } trebuie să păstreze patul
rule-P2 = ar trebui mutate prea multe persoane
rule-somebody-new = cineva nou

why-taken = { $away ->
        [true] ocupat de { $who }, care lipsește și își păstrează patul
       *[other] ocupat de { $who }
    }
why-picked = ales pentru alt membru al grupului
refusal-who-bed = { $who } ({ $bed })
refusal-last_manager = Nu ar mai rămâne nimeni care poate crea conturi.
    .help = Faceți mai întâi manager pe altcineva.
refusal-own_account = Acesta este contul dumneavoastră.
    .help = Alt manager poate face acest lucru. Fraza de acces o puteți schimba singur.
failure-guessable_passphrase = Această frază de acces este ușor de ghicit.
    .help = Luați câteva cuvinte fără legătură între ele sau cele șase cuvinte propuse.
failure-shut_out = Fraza de acces este corectă, dar acest cont nu deschide fișierul.
    .help = Fie un manager a blocat contul, fie cheile din folder sunt ale altui fișier. Un manager poate debloca contul; altfel ajută foaia de recuperare sau o copie de rezervă.
refusal-rows_in_the_way =
    { $rows ->
        [one] { $rows } rând nu poate fi preluat așa cum este.
        [few] { $rows } rânduri nu pot fi preluate așa cum sunt.
       *[other] { $rows } de rânduri nu pot fi preluate așa cum sunt.
    }
    .help = Corectați-le în foaia de calcul și citiți din nou, sau omiteți-le.
failure-no_file = Fișierul nu este acolo sau nu poate fi citit.
    .help = Alegeți-l din nou. De pe un stick: introduceți-l mai întâi.
failure-not_a_spreadsheet = Acest fișier nu este o foaie de calcul.
    .help = Salvați registrul ca XLSX sau CSV și alegeți acel fișier.
failure-sheet_protected = Foaia de calcul este protejată cu parolă sau deteriorată.
    .help = Deschideți-o, salvați-o fără parolă și alegeți acel fișier.
failure-file_too_large = Fișierul este mai mare decât orice registru.
    .help = Salvați numai registrul, fără imagini, ca XLSX sau CSV.
failure-file_changed = Fișierul a fost schimbat de când a fost privit.
    .help = Citiți-l din nou și priviți ce ar deveni.
failure-stopped = Oprit. Nu s-a schimbat nimic.
    .help = Puteți începe din nou oricând.
failure-nothing_to_export = Nicio zi a perioadei nu s-a încheiat încă.
    .help = Alegeți o perioadă cu o zi încheiată: locurile ocupate se numără la miezul nopții.
failure-names_taken = Fiecare tabel ar avea fișierul lui, iar fișiere cu astfel de nume există deja aici. Nu s-a salvat nimic.
    .help = Alegeți alt nume sau alt folder, ori salvați ca registru de calcul.
