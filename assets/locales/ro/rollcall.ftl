roll-in-house =
    { $count ->
        [one] persoană trebuie găsită în casă
        [few] persoane trebuie găsite în casă
       *[other] de persoane trebuie găsite în casă
    }
roll-out =
    { $count ->
        [one] { $count } este plecată
        [few] { $count } sunt plecate
       *[other] { $count } sunt plecate
    }
roll-at = Conform înregistrărilor la { $at }
roll-room = { $present } din { $all } în casă
roll-present = în casă
roll-back = { $where }, se întoarce { $at }
roll-help = are nevoie de o cale fără trepte
roll-empty = Nimeni nu are pat în: { $rooms }.
