board-taken =
    { $places ->
        [one] { $taken } din { $places } loc ocupat,
        [few] { $taken } din { $places } locuri ocupate,
       *[other] { $taken } din { $places } de locuri ocupate,
    }
board-free =
    { $free ->
        [0] niciunul liber
        [one] { $free } liber
       *[other] { $free } libere
    }
board-over = { $over } peste limită
board-held =
    { $held ->
        [one] { $held } rezervat
       *[other] { $held } rezervate
    }
board-beds-free =
    { $beds ->
        [0] Niciun pat liber
        [one] { $beds } pat liber
        [few] { $beds } paturi libere
       *[other] { $beds } de paturi libere
    }
board-cots =
    { $beds ->
        [0] toate paturile sunt ocupate
       *[other] { $cots ->
            [0] niciun pătuț printre ele
            [one] dintre care { $cots } pătuț
            [few] dintre care { $cots } pătuțuri
           *[other] dintre care { $cots } de pătuțuri
        }
    }
board-fits =
    { $largest ->
        [0] Nu mai încape nimeni
        [1] Mai încape o persoană
        [few] Încape o familie de { $largest }
       *[other] Încape o familie de { $largest }
    }
board-fits-moves = cu mutări: { $largest }
board-fits-places = limita o dau locurile, nu paturile
board-fits-beds = limita o dau paturile și regulile
board-check-in = Primire
try-again = Încearcă din nou

count-woman =
    { $count ->
        [one] { $count } femeie
        [few] { $count } femei
       *[other] { $count } de femei
    }
count-man =
    { $count ->
        [one] { $count } bărbat
        [few] { $count } bărbați
       *[other] { $count } de bărbați
    }
count-teenager =
    { $count ->
        [one] { $count } adolescent
        [few] { $count } adolescenți
       *[other] { $count } de adolescenți
    }
count-child =
    { $count ->
        [one] { $count } copil
        [few] { $count } copii
       *[other] { $count } de copii
    }
count-infant =
    { $count ->
        [one] { $count } sugar
        [few] { $count } sugari
       *[other] { $count } de sugari
    }
count-free =
    { $count ->
        [one] { $count } loc liber
        [few] { $count } locuri libere
       *[other] { $count } de locuri libere
    }

notices = De urmărit
notice-comma = { ", " }
notice-more = și încă { $count }
notice-late =
    { $count ->
        [one] { $count } revenire întârziată
        [few] { $count } reveniri întârziate
       *[other] { $count } de reveniri întârziate
    }
notice-late-by = prevăzută la { $at }, acum { $late }
notice-folders-late =
    { $count ->
        [one] Un folder de copii nu mai primește nimic
        [few] { $count } foldere de copii nu mai primesc nimic
       *[other] { $count } de foldere de copii nu mai primesc nimic
    }
notice-folder-late = nimic din { $day } în { $folder }
notice-folder-failed = { $folder }: { $why }
notice-breaches =
    { $count ->
        [one] { $count } regulă încălcată
        [few] { $count } reguli încălcate
       *[other] { $count } de reguli încălcate
    }
notice-over =
    { $count ->
        [one] { $count } termen expirat
        [few] { $count } termene expirate
       *[other] { $count } de termene expirate
    }
notice-over-by =
    { $days ->
        [one] de { $days } zi
        [few] de { $days } zile
       *[other] de { $days } de zile
    }
notice-ending =
    { $count ->
        [one] { $count } termen expiră curând
        [few] { $count } termene expiră curând
       *[other] { $count } de termene expiră curând
    }
notice-ends-today = azi
notice-ends-tomorrow = mâine
notice-ends-on = pe { $day }
notice-erasures =
    { $count ->
        [one] O identitate de șters
        [few] { $count } identități de șters
       *[other] { $count } de identități de șters
    }
notice-erased-on = { $code } pe { $day }
notice-away =
    { $count ->
        [one] { $count } absență
        [few] { $count } absențe
       *[other] { $count } de absențe
    }
notice-back = revine { $back }
notice-back-unknown = nu se știe când revine
notice-incomplete =
    { $count ->
        [one] { $count } fișă de completat
        [few] { $count } fișe de completat
       *[other] { $count } de fișe de completat
    }

room-aria = Camera { $number }, { $meant }{ $stepFree ->
        [true] , fără trepte
       *[other] { "" }
    }, { $taken } din { $beds } { $beds ->
        [one] pat ocupat
        [few] paturi ocupate
       *[other] de paturi ocupate
    }
room-step-free = Fără trepte
room-count = { $taken } / { $beds }
party-aria = O familie: { $codes }
plan-desk = Recepție
plan-entrance = Intrare

tile-free = Liber
tile-kept-aria = Patul { $bed }, { $kind }
tile-free-aria = Patul { $bed } liber, { $kind }
tile-kind-single = pat
tile-kind-lower = jos
tile-kind-upper = sus
tile-kind-cot = pătuț
tile-person = { $code }, { $group }, patul { $bed }
tile-day-word = ziua
tile-day = { $day } din { $days }
tile-day-of = ziua { $day } din { $days }
tile-day-only = ziua { $day }
tile-late = +{ $late }
    .short = +{ $late }
tile-late-by = lipsește, întârzie { $late }
tile-back = revine
tile-away = absență
tile-away-until = lipsește, revine { $back }
tile-ending = termenul expiră
tile-over = termen expirat
tile-shared = cu { $who } în același pat
tile-sharing = { $words }, în patul persoanei { $who }
tile-incomplete = fișă de completat
tile-goes = la { $bed }
tile-comes = vine { $who }
tile-goes-aria = ar trece la { $bed }
tile-comes-aria = aici ar veni { $who }

fit-own = aici
fit-usable = mutare
fit-share = împarte
fit-swap = schimb
fit-rules = nepermis
fit-picked = ales
fit-taken = ocupat
fit-own-words = Aici doarme acum.
fit-usable-words = Se poate muta aici.
fit-share-words = Poate împărți patul cu { $who }.
fit-picked-words = Ales pentru alt membru.
fit-swap-words = Poate face schimb cu { $who }.
fit-swap-rules-words = Schimbul cu { $who } încalcă o regulă: { $why }.
fit-rules-words = Regulile nu permit: { $why }.
fit-taken-words = Nu se poate: { $why }.

legend = Legendă
legend-family = familie
legend-free = liber
legend-away = absență
legend-late = întârziere
legend-term = termen pe sfârșite
legend-gap = de completat

panel = Detalii
bed-title = Patul { $bed }
bed-is-free = Liber. Camera { $room }, { $kind }.
bed-suits = Potrivit pentru
bed-others =
    { $count ->
        [0] Nimeni altcineva nu doarme în această cameră
        [one] În această cameră doarme { $count } persoană
        [few] În această cameră dorm { $count } persoane
       *[other] În această cameră dorm { $count } de persoane
    }
bed-check-in = Primire aici
bed-full =
    { $places ->
        [one] Singurul loc este ocupat.
        [few] Toate cele { $places } locuri sunt ocupate.
       *[other] Toate cele { $places } de locuri sunt ocupate.
    } Depășirea o decide managerul, indicând motivul.
bed-rest-held = Locurile rămase sunt rezervate. Trecerea peste rezervare o decide managerul, indicând motivul.
suits-women = Femei adulte și minorii din familiile lor
suits-men = Bărbați adulți
suits-family = Familii cu un minor
suits-minors = Minori veniți fără un adult
suits-isolation = Cine are nevoie de izolare
suits-any = Oricine
suits-cot = Pătuț: numai pentru copii mici
suits-upper = Pat de sus: nu pentru copii mici
suits-step-free = Se ajunge fără trepte
suits-steps = Până aici sunt trepte

idle-title = Paturi libere
idle-bed = { $kind } { $bed }
idle-none = Toate paturile sunt ocupate.
idle-room = Camera { $room }, { $meant }
fits-title = Cine mai încape
fits-woman = o femeie
fits-man = un bărbat
fits-mother = { $children ->
        [one] o mamă cu { $children } copil
        [few] o mamă cu { $children } copii
       *[other] o mamă cu { $children } de copii
    }
fits-yes = da
fits-moves = { $count ->
        [one] da, dacă se mută { $count } persoană
        [few] da, dacă se mută { $count } persoane
       *[other] da, dacă se mută { $count } de persoane
    }
fits-no = nu
fits-no-place = nu este loc
fits-unknown = nu e sigur
empty-title = Încă nu e nimeni aici
empty-text =
    { $beds ->
        [one] { $beds } pat este pregătit
        [few] { $beds } paturi sunt pregătite
       *[other] { $beds } de paturi sunt pregătite
    } pentru { $places ->
        [one] { $places } loc
        [few] { $places } locuri
       *[other] { $places } de locuri
    }. Începeți cu o primire sau alegeți un pat pe plan.

term-day = Ziua { $day } din { $days }
term-day-only = Ziua { $day }
term-left =
    { $days ->
        [0] ultima zi
        [one] mai e { $days } zi
        [few] mai sunt { $days } zile
       *[other] mai sunt { $days } de zile
    }
term-over =
    { $days ->
        [one] depășit cu { $days } zi
        [few] depășit cu { $days } zile
       *[other] depășit cu { $days } de zile
    }

person-line = { $group }, { $age }. { $where }
person-bed = Camera { $room }, patul { $bed }, { $kind }
person-shares = Patul { $bed }, împreună cu { $who }
person-no-bed = Fără pat
person-left = A fost aici: { $span }
person-late = : întârzie { $late }
person-back = : revine { $back }
person-missing = De completat
person-beds = Paturi
person-bed-own = { $bed } { $kind }
person-bed-shared = { $bed } cu { $who }
with-same-room =
    { $sex ->
        [male] Cu el, în aceeași cameră
       *[other] Cu ea, în aceeași cameră
    }
with-elsewhere =
    { $sex ->
        [male] Cu el, în altă cameră
       *[other] Cu ea, în altă cameră
    }
companion = { $relation }, { $age }
company-member = { $code }, { $relation }, { $age }

fact-ground = Temei
fact-decided = { $body }, decis { $day }
fact-from = De unde
fact-slash = { " / " }
fact-phase = Etapă
fact-citizenship = Cetățenie
fact-needs = Nevoi
fact-identity = Identitate

identity-none = nu se știe
identity-sealed = Sigilată
identity-former = Necunoscută acum, dar versiunile anterioare o spun
identity-show = Arată
identity-hide = Sigilează din nou
identity-reason = De ce aveți nevoie de ea? Motivul se înscrie în jurnal.
identity-name = Nume
identity-born = Data nașterii
identity-documents = Acte
identity-notes = Note

reason = Motiv
reason-missing = Scrieți în câteva cuvinte de ce.
do-move = Mutare
do-leave = Absență
do-return = Revenire
do-extend = Prelungire
do-discharge = Ieșire
do-amend = Completează
do-change = Modifică datele

move-title = Mutare: { $who }
move-whom = Cine se mută
move-alone = Fără ceilalți
move-with = Cu { $who }
move-pick = alegeți un pat
move-together-hint = Alegeți pe rând un pat pentru fiecare. Pentru ceilalți contează patul în care se vor muta.
move-how = Alegeți un pat pe plan: săgeți și Enter sau mouse-ul.
move-pointed = { $bed }: { $words }
move-usable =
    { $count ->
        [0] Niciun pat nu poate fi ocupat direct
        [one] { $count } pat poate fi ocupat
        [few] { $count } paturi pot fi ocupate
       *[other] { $count } de paturi pot fi ocupate
    }
move-bed = { $kind }, { $meant }
move-when = Când
move-when-wrong = Scrieți data și ora mutării sau alegeți „Acum”.
move-do = Mută-i pe toți
move-unpick = Alege din nou ultimul pat
move-swap-title = Schimb între { $who } și { $other }?
move-swap = Schimbă paturile
move-rules-title = Regulile nu permit: { $bed }
move-anyway = Mută totuși
move-reason = Motivul managerului

leave-title = Absență: { $who }
leave-submit = Notează absența
leave-where = Unde
leave-since = Plecare
leave-is-back = Revenirea a avut loc deja
leave-back = Revenire așteptată
leave-back-time = Scrieți și ora sau ștergeți data.
leave-who = Cine lipsește

return-title = Revenire: { $who }
return-submit = Notează revenirea
return-left = { $kind }, din { $since }
return-when = Revenire
return-who = Cine a revenit

extend-title = Prelungire: { $who }
extend-submit = Prelungește
extend-now = Acum ziua { $day } din { $days }, până la { $last }.
extend-days = Zile în total
extend-days-wrong = Un număr întreg de zile.
extend-until = Ultima zi
extend-authority = Cine a aprobat
extend-who = Pentru cine
extend-to = până la { $last }

discharge-title = Ieșire din plasament: { $who }
discharge-submit =
    { $count ->
        [0] Notează ieșirea
        [one] Notează ieșirea: { $count } persoană
        [few] Notează ieșirea: { $count } persoane
       *[other] Notează ieșirea: { $count } de persoane
    }
discharge-who = Cine pleacă
discharge-reason = De ce
discharge-destination = Destinație
discharge-when = Ieșire
discharge-minors = De ce rămân copiii

amend-title = Date: { $who }
amend-submit = Salvează
amend-born = Data nașterii sau vârsta
amend-born-hint = Acum: { $age }. Lăsați gol ca să nu se schimbe.
amend-born-wrong = Scrieți o vârstă sau o dată, de exemplu { $example }.
amend-sex = Sex
amend-relation = În grup
amend-decided-by = Cine a decis
amend-decided-on = Data deciziei
amend-referrer = Cine a trimis
amend-territory = Raionul sau orașul de origine
amend-identity-add = Notează cine este
amend-identity-anew = Completează sau corectează
amend-identity-kept = Ce rămâne gol nu se schimbă.

tidy-open = Rearanjarea camerelor
tidy-title = Rearanjare
tidy-looking = Se caută paturi mai potrivite…
tidy-hint = Puține mutări și ce s-ar câștiga. Nu se întâmplă nimic până nu alegeți.
tidy-nothing = { $count ->
        [one] Nu este nimic de câștigat: cu o singură mutare nimeni nu ar sta mai bine.
        [few] Nu este nimic de câștigat: cu cel mult { $count } mutări nimeni nu ar sta mai bine.
       *[other] Nu este nimic de câștigat: cu cel mult { $count } de mutări nimeni nu ar sta mai bine.
    }
tidy-not-proven = Nu s-a putut verifica totul la timp: poate există ceva mai bun.
tidy-ways = Variante de rearanjare
tidy-instead = { $then } în loc de { $now }
tidy-broken = Reguli încălcate
tidy-spread = Camere în plus ale familiilor despărțite
tidy-strangers = Perechi de persoane străine în camere cu familii cu copii
tidy-unsuited = Persoane în camere neprevăzute pentru ele
tidy-do = { $count ->
        [one] Mută o persoană
        [few] Mută { $count } persoane
       *[other] Mută { $count } de persoane
    }
tidy-undo = Este o singură acțiune și poate fi anulată dintr-odată.

identity-erase = Șterge
identity-erase-what = Numele, actele, notele și ziua exactă a nașterii se șterg definitiv, din toate versiunile. Nu se mai poate anula. Codul, plasamentele și cifrele tuturor lunilor și anilor rămân.
identity-erase-why = De ce se șterge
identity-erase-do = Șterge definitiv
identity-erased =
    { $count ->
        [0] Identitate ștearsă: { $who }
        [one] Identitate ștearsă: { $who }; o copie mai veche încă o păstrează
        [few] Identitate ștearsă: { $who }; { $count } copii mai vechi încă o păstrează
       *[other] Identitate ștearsă: { $who }; { $count } de copii mai vechi încă o păstrează
    }
