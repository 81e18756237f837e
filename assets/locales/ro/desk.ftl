desk-heading = Activitatea recepției
desk-undo_hours = Recepția își poate anula propriile acțiuni timp de
desk-ending_days = Un termen este anunțat înainte de expirare cu
desk-lapsing_hours = O rezervare este anunțată înainte de expirare cu
desk-forgotten_days = Un plasament pare uitat dacă de la revenirea așteptată au trecut
desk-smallest_count = Cel mai mic număr arătat în afara centrului
desk-idle_minutes = Programul se blochează fără taste și clicuri după
desk-backup_actions = O copie de rezervă se face automat după
desk-backup_days = Ultima copie de rezervă este prea veche după
desk-erase_days = Identitățile se șterg după ieșirea din plasament la
desk-limit_victim = Limita pentru o victimă identificată
desk-limit_presumed_victim = Limita pentru o prezumată victimă
desk-limit_potential_victim = Limita pentru o potențială victimă
desk-limit_accompanying = Limita pentru un membru de familie însoțitor
desk-what = De acum înainte. Ceea ce a fost rămâne în evidență.
desk-erase-never = Gol: niciodată.
set-do = Stabilește
unit-hours = ore
unit-days = zile
unit-minutes = minute
unit-actions = acțiuni
unit-people = persoane
unit-years = ani
number-wrong = Un număr întreg de la { $least } la { $most }.
from-when = De când
from-now = De acum
from-day = Dintr-o zi
versions = În timp
version-now = în vigoare din { $from }
version-ahead = din { $from }
version-past = din { $from } până în { $to }

rules-heading = Regulile de cazare
rules-what = O schimbare contează de acum sau dintr-o zi ulterioară. Înregistrările târzii sunt judecate după regulile timpului lor.
rules-opposite_sex_age = Persoanele neînrudite de sex diferit nu împart camera de la vârsta de
rules-with_adult_age = Copilul stă în cameră cu un adult al familiei sub vârsta de
rules-upper_bunk_age = Fără patul de sus sub vârsta de
rules-cot_age = Pătuț doar sub vârsta de
rules-max_moves = Un plan poate muta cel mult
rules-short-opposite_sex_age = separat pe sexe de la { $n }
rules-short-with_adult_age = cu un adult sub { $n }
rules-short-upper_bunk_age = patul de sus de la { $n }
rules-short-cot_age = pătuț sub { $n }
rules-short-max_moves =
    { $n ->
        [one] cel mult { $n } mutare
        [few] cel mult { $n } mutări
       *[other] cel mult { $n } de mutări
    }

apart-heading = Ținuți separat
apart-what = Aceste persoane nu sunt propuse niciodată în aceeași cameră. Motivul îl vede doar managerul.
apart-nobody = Nimeni nu este ținut separat.
apart-pair = { $one } și { $other }
apart-in-one-room = Acum împart o cameră.
apart-end = Pot sta din nou în aceeași cameră
apart-add = Ține separat două persoane
apart-one = O persoană
apart-other = Cealaltă persoană
apart-code-hint = După cod, de exemplu K-214 sau 214.
apart-code-missing = Scrieți un cod.
apart-unknown = Nimeni nu are acest cod.
apart-reason-hint = Fără nume.

capacity-heading = Locuri
capacity-what = Cât permite licența. Se numără toți, și sugarii. Ziua poate fi în trecut: cifrele se schimbă după ea.
capacity-new = Locuri
capacity-places = { $places ->
        [one] { $places } loc
        [few] { $places } locuri
       *[other] { $places } de locuri
    }

terms-heading = Termene
terms-what = Un plasament își păstrează termenul dat. Schimbarea contează pentru cei care vin mai târziu.
terms-standard = Termenul obișnuit
terms-days = { $days ->
        [one] { $days } zi
        [few] { $days } zile
       *[other] { $days } de zile
    }
terms-set-term = Stabilește termenul
terms-limits = Limitele de prelungire
terms-limits-what = Cât poate dura în total un plasament, după temei. Gol: fără limită. Peste limită, prelungirea arată cine a permis-o.
terms-limit = { $ground }: { $days ->
        [one] { $days } zi
        [few] { $days } zile
       *[other] { $days } de zile
    }
terms-no-limits = fără limite
terms-set-limits = Stabilește limitele

assistance-heading = Altă asistență
assistance-what = Se oferă la notarea asistenței, pe lângă cea medicală, psihologică și juridică. Ce s-a notat își păstrează denumirea.
assistance-none = Lista este goală.
assistance-name = Denumire
assistance-name-missing = Scrieți denumirea.
assistance-add = Adaugă în listă
assistance-rename = Redenumește { $name }
assistance-rename-short = Redenumește
assistance-retire = Nu se mai oferă
assist-free = Altceva

rooms-heading = Camere și paturi
rooms-what = Alegeți o cameră pe plan. Schimbările contează de acum; panourile din trecut își păstrează paturile.
rooms-new = O cameră nouă
rooms-one = Camera { $room }
rooms-change = Schimbă camera { $room }
rooms-take-away = De scos
rooms-bed = { $who ->
        [none] Patul { $bed }, { $kind }
       *[other] Patul { $bed }, { $kind }: { $who }
    }
rooms-wing = Partea coridorului
rooms-wing-north = sus
rooms-wing-south = jos
rooms-column = Începe în coloana
rooms-width = Lățime în coloane
rooms-new-beds = Paturi adăugate
rooms-new-bed = Patul nou { $n }
rooms-new-bed-remove = Renunță la patul nou { $n }

notice-overrides = { $count ->
        [one] 1 decizie peste o regulă
        [few] { $count } decizii peste o regulă
       *[other] { $count } de decizii peste o regulă
    }
notice-override = { $what } — „{ $reason }” ({ $staff }, { $at })
notice-override-places = mai multe persoane decât locuri
extend-limit = Temeiul permite în total { $most ->
        [one] { $most } zi
        [few] { $most } zile
       *[other] { $most } de zile
    }.
extend-past-limit = Depășește { $most ->
        [one] { $most } zi
        [few] { $most } zile
       *[other] { $most } de zile
    } permise de temei: indicați cine a permis.
