checkin-title = Primire

checkin-who = Cine a venit
checkin-code = Cod
checkin-relation = Relație
checkin-alone = { $sex ->
        [male] singur
       *[other] singură
    }
checkin-sex = Sex
sex-short-female = F
sex-short-male = M
checkin-age = Vârsta sau data nașterii
checkin-needs = Nevoi
checkin-needs-none = nu
checkin-needs-of = Nevoi: { $needs }
checkin-needs-for = Nevoile persoanei { $who }
need-short-no_upper_bunk = fără pat de sus
need-short-step_free = fără trepte
need-short-isolation = izolare
checkin-new = nou
checkin-new-person = persoană nouă
checkin-remove = Scoate { $who }
checkin-adult = Adult
checkin-child = Copil
checkin-enter-hint = Enter după vârstă adaugă un copil. Vârsta poate fi 27, 8 luni, 11.06.2008 sau 11 iun 2008.
checkin-months =
    { $months ->
        [one] { $months } lună
        [few] { $months } luni
       *[other] { $months } de luni
    }
checkin-years = { $years } a.
checkin-age-missing = Scrieți vârsta, chiar și estimată.
checkin-age-missing-row = Scrieți vârsta, chiar estimată; Backspace scoate rândul.
checkin-age-impossible = Această vârstă nu este posibilă.
checkin-age-unreadable = Scrieți 27, 8 luni sau 11.06.2008.
checkin-age-first = scrieți mai întâi vârsta

checkin-before = A mai fost aici?
checkin-before-example = Cod vechi sau nume
checkin-found = Rezultate
checkin-nobody-found = Nu s-a găsit nimeni. Persoana poate fi primită ca nouă.
checkin-hit-here = este aici, patul { $bed }
checkin-hit-until = a stat până la { $to }
checkin-by-name = după nume
checkin-is-here = { $who } se află deja aici, patul { $bed }, din { $from }.
checkin-in-list = { $who } este deja în listă.
checkin-already-here = { $who } se află deja aici; o nouă primire nu este posibilă.
checkin-here-before = A mai stat aici: { $from } – { $to }.
checkin-here-now = Se află aici din { $from }.

checkin-why = { $count ->
        [one] De ce este aici
       *[other] De ce sunt aici
    }
checkin-why-of = Temeiul pentru { $who }
checkin-along = { $count ->
        [one] { $who } vine ca membru de familie însoțitor.
       *[other] { $who } vin ca membri de familie însoțitori.
    }
checkin-apart = Alege pentru fiecare
checkin-along-again = Copiii însoțesc adultul
checkin-decided-by = Cine a decis
checkin-nobody-yet = încă nimeni

checkin-origin = Cine a trimis și de unde
checkin-referrer = Cine a trimis
checkin-territory = Raionul sau orașul de origine
checkin-citizenship = { $count ->
        [one] Cetățenia
       *[other] Cetățenia tuturor
    }
checkin-phase = Etapa

checkin-when = Când au venit
checkin-when-wrong = Scrieți data și ora sosirii sau alegeți „Acum”.

checkin-identity = Nume și acte
checkin-identity-sealed = Se păstrează sigilat, separat de celelalte date. Pe panou apar numai coduri.
checkin-name = Nume și prenume
checkin-own-citizenship = Cetățenia
checkin-documents = Acte
checkin-notes = Note

checkin-beds = { $count ->
        [1] Un pat
        [2] Două paturi
        [3] Trei paturi
        [4] Patru paturi
        [5] Cinci paturi
        [few] { $count } paturi
       *[other] { $count } de paturi
    }
checkin-propose-again = Propune din nou
checkin-plan = Paturi pentru { $who }
checkin-plan-hint = Indicați un pat cu mouse-ul sau apăsați Alt+B și folosiți săgețile. Enter alege.
checkin-room = Camera { $room }, { $use }
checkin-bed = patul { $bed }, { $kind }
checkin-bed-for = pentru { $who }
checkin-bed-free = poate fi ales
checkin-manager-may = Managerul îl poate alege totuși, indicând motivul.
checkin-may-override = Îl puteți alege totuși, indicând motivul.
checkin-sleeps = Cine unde doarme
checkin-with = în patul persoanei { $who }
checkin-no-place = încă fără pat
checkin-picked = ales
checkin-proposed = propus
checkin-other-bed = Alt pat
checkin-no-such-bed = Nu există patul { $bed }.
checkin-share = Împarte patul cu { $who }
checkin-why-not = De ce nu în altă parte, pentru { $who }
checkin-why-not-party = De ce nu toți împreună în altă cameră
checkin-room-beds = { $free ->
        [0] plină
        [one] un pat liber, trebuie { $needed }
        [few] { $free } paturi libere, trebuie { $needed }
       *[other] { $free } de paturi libere, trebuie { $needed }
    }
checkin-room-kinds = paturile libere nu sunt potrivite pentru { $who }
checkin-room-with = { $rule } ({ $who })
checkin-room-full = plină
checkin-room-picked = plină cu paturile alese
checkin-rule-B1 = un pat liber este închis sau rezervat, acum ori mai târziu
checkin-rule-B2 = este liber numai un pătuț
checkin-rule-B3 = este liber numai un pat de sus
checkin-rule-B4 = are trepte
checkin-rule-R1 = persoane care trebuie ținute separat
checkin-rule-R2 = un minor ar sta cu un adult străin de familie
checkin-rule-R3 = ar sta împreună persoane neînrudite de sex diferit
checkin-rule-R4 = cineva are nevoie de izolare
checkin-rule-R5 = un copil mic are nevoie în cameră de un adult din familie
checkin-rule-P1 = cineva de acolo trebuie să păstreze patul
checkin-rule-P2 = ar trebui mutate prea multe persoane

checkin-ways = { $count ->
        [1] o variantă găsită
        [2] două variante, prima e cea mai bună
        [3] trei variante, prima e cea mai bună
        [few] { $count } variante, prima e cea mai bună
       *[other] { $count } de variante, prima e cea mai bună
    }
checkin-ways-label = Variante de paturi
checkin-movers = Cine schimbă patul
checkin-mover = { $who } se mută din { $from } în { $to }
checkin-bed-leaves = { $who } se mută de aici în { $to }
checkin-bed-comes = { $who } se mută aici din { $from }
way-best = cea mai bună
way-not-proven = poate nu e cea mai bună
way-nobody-moves = Nu se mută nimeni
way-moves = { $count ->
        [1] O mutare: { $who }
        [2] Două mutări: { $who }
        [3] Trei mutări: { $who }
        [4] Patru mutări: { $who }
        [few] { $count } mutări: { $who }
       *[other] { $count } de mutări: { $who }
    }
way-move = { $who } în { $to }
way-together = Împreună în camera { $room }: { $beds }.
way-apart = { $beds }.
way-beds = { $count ->
        [one] patul { $beds }
       *[other] paturile { $beds }
    }
way-cots = { $count ->
        [one] pătuțul { $cots }
       *[other] pătuțurile { $cots }
    }
way-comma = { ", " }
way-to-themselves = { $count ->
        [one] Nimeni altcineva în camera { $room }.
       *[other] Au camera { $room } numai pentru ei.
    }
way-shared-with = Camera { $room } se împarte cu { $who }.
way-spread = Repartizare în camerele { $rooms }.
way-opens = Camera { $room } era goală.
way-last-women = Camera { $room } era ultima cameră goală pentru femei.
way-last-men = Camera { $room } era ultima cameră goală pentru bărbați.
way-last-family = Camera { $room } era ultima cameră goală pentru familii.
way-last-minors = Camera { $room } era ultima cameră goală pentru minori.
way-last-isolation = Camera { $room } era ultima cameră goală pentru izolare.
way-last-any = Camera { $room } era ultima cameră goală pentru oricine.
way-unsuited = Camera { $room } nu este prevăzută pentru { $who }.
way-past-title = Nu se mută nimeni, dar se încalcă o regulă
way-past = Se încalcă: { $breaches }. O poate alege numai managerul, indicând motivul.

stuck-title = Nu s-a găsit loc potrivit
stuck-unproven = Nu s-a găsit nimic la timp
stuck-beds = { $count ->
        [one] Lipsește un pat.
        [few] Lipsesc { $count } paturi.
       *[other] Lipsesc { $count } de paturi.
    }
stuck-rules = Ar fi posibil fără oricare dintre aceste reguli
stuck-rule-B1 = un pat este închis sau rezervat
stuck-rule-B2 = pătuțul este numai pentru un copil mic
stuck-rule-B3 = patul de sus nu este pentru oricine
stuck-rule-B4 = cineva are nevoie de o cameră fără trepte
stuck-rule-R1 = două persoane trebuie ținute separat
stuck-rule-R2 = un minor nu stă cu un adult străin de familie
stuck-rule-R3 = persoanele neînrudite de sex diferit nu stau împreună
stuck-rule-R4 = cineva are nevoie de izolare
stuck-rule-R5 = un copil mic stă cu un adult din familie
stuck-rule-P1 = cineva trebuie să păstreze patul
stuck-rule-P2 = se pot muta numai atâtea persoane
stuck-more-moves = dacă s-ar muta mai multe persoane decât permit regulile
stuck-help = Ce ar ajuta
stuck-cot = încă un pătuț în camera { $rooms }
stuck-bed = încă un pat în camera { $rooms }
stuck-open = dacă s-ar putea folosi patul { $beds }
stuck-unpin = dacă { $who } s-ar putea muta
stuck-override = managerul ar putea trece peste: { $rule }
stuck-incomplete = Nu s-a putut verifica totul la timp: poate ajuta și altceva.
stuck-around = Cu paturile alese manual, ceilalți nu mai încap. Alegeți paturi și pentru ei sau propuneți din nou.

checkin-taken-now = { $taken } din { $places } { $places ->
        [one] loc ocupat
        [few] locuri ocupate
       *[other] de locuri ocupate
    } { $when ->
        [now] acum
       *[since] de atunci
    },
checkin-taken-then = { $taken } din { $places } cu { $count ->
        [1] această persoană
        [2] aceste două persoane
        [3] aceste trei persoane
        [4] aceste patru persoane
        [5] aceste cinci persoane
        [few] aceste { $count } persoane
       *[other] aceste { $count } de persoane
    }
checkin-breaks = Se încalcă o regulă: { $breaches }.
checkin-needs-manager = Așa, primirea o poate face numai managerul, indicând motivul.
checkin-reason = Motivul abaterii
checkin-later = Se poate completa mai târziu: { $what }.
checkin-bed-missing = { $who } nu are încă pat. Alegeți unul pe plan.
checkin-do = { $count ->
        [one] Primește { $count } persoană
        [few] Primește { $count } persoane
       *[other] Primește { $count } de persoane
    }
