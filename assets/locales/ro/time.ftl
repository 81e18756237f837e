do-plan = Plecare prevăzută
plan-title = Plecarea prevăzută: { $who }
plan-submit = Notează
plan-help = Un plan: patul rămâne al persoanei până la plecare.
plan-forget = Nu se mai știe
plan-is = Plecare prevăzută: { $at }
plan-was = Plecare prevăzută: { $at }; este încă aici
plan-hold = Rezervă patul după plecare
plan-hold-title = Rezervă patul { $bed } după { $who }
plan-first = Nu este notat când pleacă { $who }. Notați mai întâi plecarea prevăzută.
tile-leaves = până la { $at }
tile-stayed = era până la { $at }
tile-leaves-aria = plecare prevăzută { $at }
notice-stayed =
    { $count ->
        [one] { $count } plecare întârziată
        [few] { $count } plecări întârziate
       *[other] { $count } de plecări întârziate
    }
notice-stayed-by = prevăzută { $at }
notice-leaving =
    { $count ->
        [one] { $count } persoană pleacă azi
        [few] { $count } persoane pleacă azi
       *[other] { $count } de persoane pleacă azi
    }
notice-in-held =
    { $count ->
        [one] { $count } persoană într-un pat rezervat
        [few] { $count } persoane în paturi rezervate
       *[other] { $count } de persoane în paturi rezervate
    }
notice-in-held-bed = { $bed } este rezervat pentru { $label }
notice-arrivals =
    { $count ->
        [one] { $count } sosire așteptată
        [few] { $count } sosiri așteptate
       *[other] { $count } de sosiri așteptate
    }
notice-arrives = { $label } ({ $places }){ $from ->
        [now] { "" }
       *[other] {" "}din { $from }
    }{ $until ->
        [none] { "" }
       *[other] {" "}până la { $until }
    }
kept-held-from = Rezervat pentru { $label } din { $from } până la { $until }
expected-later = De la o oră mai târzie
expected-from = De la
expected-held-from = din { $from } până la { $until }
expected-called = Când au cerut
extend-when = Aprobată
amend-how = Ce se scrie aici
amend-how-new = se știe acum
amend-how-wrong = era notat greșit
amend-since = Temeiul nou sau etapa nouă din
correct-ground = Corectează temeiul
correct-phase = Corectează etapa
correct-assistance = Corectează asistența
correct-title-ground = Temeiul { $who } a fost notat greșit
correct-title-phase = Etapa { $who } a fost notată greșit
correct-title-assistance = Asistența pentru { $who } a fost notată greșit
correct-otherwise-assistance = A fost alta
correct-not-assistance = Nu a fost acordată
formerly = Notat înainte
formerly-by = corectat { $at }, { $who }
former-arrival = Sosire { $at }
former-departure = Ieșire { $at }
former-here = Încă aici
former-bed = Patul { $bed }, { $span }
former-span = { $what }, { $span }
former-party = Împreună cu { $who }
former-person = Sub alt cod
former-born = Data nașterii: { $month }
tape-leaves = { $who }, patul { $bed }, din { $from }, plecare prevăzută { $to }
tape-stayed = { $who }, patul { $bed }, din { $from }, plecarea era prevăzută { $to }
tape-goes = pleacă { $day }
noted-bed = patul
noted-absence = absența
noted-ground = temeiul
noted-phase = etapa
noted-assistance = asistența
noted-arrival = sosirea
noted-discharge = ieșirea
keys-plan = notează plecarea prevăzută a persoanei
    .key = L
keys-hold = rezervă patul
    .key = K
refusal-stays_on = { $who } are patul { $bed }{ $until ->
        [none] , iar o plecare înainte de această oră nu este notată
       *[other] {" "}până la { $until }
    }.
    .help = Notați mai întâi când pleacă { $who }, începeți rezervarea după plecare sau rezervați un loc fără pat.
refusal-is_over = Această oră a trecut deja.
    .help = Alegeți o oră mai târzie.
done-plan_departure = Plecarea prevăzută a fost notată: { $who }
action-plan_departure = Plecare prevăzută
