lanes = Cronologia plasamentului
lane-on = { $text }, { $at }
lane-span = { $text }, din { $from }{ $to ->
        [none] { "" }
       *[other] {" "}până la { $to }
    }
history-open = Tot istoricul
history-line = { $group }, { $age }{ $country ->
        [none] { "" }
       *[other] , { $country }
    }
history-stay = { $to ->
        [none] Aici din { $from }
       *[other] { $from } – { $to }
    }
history-left = . A plecat: { $why }
history-actions =
    { $count ->
        [one] { $count } acțiune a dus aici
        [few] { $count } acțiuni au dus aici
       *[other] { $count } de acțiuni au dus aici
    }
history-reason = . Motiv: { $reason }
history-by = { $who }, notat { $at }, nr. { $number }
notice-forgotten =
    { $count ->
        [one] 1 plasament pare uitat
        [few] { $count } plasamente par uitate
       *[other] { $count } de plasamente par uitate
    }
notice-lapsing =
    { $count ->
        [one] 1 rezervare expiră curând
        [few] { $count } rezervări expiră curând
       *[other] { $count } de rezervări expiră curând
    }
notice-lapses = { $label }, { $until }
notice-must-move =
    { $count ->
        [one] 1 persoană trebuie mutată
        [few] { $count } persoane trebuie mutate
       *[other] { $count } de persoane trebuie mutate
    }
notice-bed-closes = { $bed } se închide la { $at }
