backups = Copii de rezervă
backup-sample = Centrul de probă nu are nevoie de copii.
backup-overdue = Ultima copie de rezervă este prea veche
backup-overdue-help = Introduceți stickul sau faceți o copie din Setări.
backup-never = Încă nu există nicio copie.
backup-last =
    Ultima copie: { $at }. { $since ->
        [0] De atunci nu s-a înregistrat nimic.
        [one] De atunci s-a înregistrat { $since } acțiune.
        [few] De atunci s-au înregistrat { $since } acțiuni.
       *[other] De atunci s-au înregistrat { $since } de acțiuni.
    }
backup-when =
    { $every ->
        [one] Se face la fiecare acțiune și la blocare. Contează abia după ce a fost recitită.
        [few] Se face la fiecare { $every } acțiuni și la blocare. Contează abia după ce a fost recitită.
       *[other] Se face la fiecare { $every } de acțiuni și la blocare. Contează abia după ce a fost recitită.
    }
backup-count =
    { $count ->
        [0] încă nicio copie
        [one] { $count } copie
        [few] { $count } copii
       *[other] { $count } de copii
    }
backup-gone = nu este disponibil acum: ați scos stickul?
backup-folder-late = nu a mai primit nicio copie din { $day }
backup-folder-failed = ultima copie nu a ajuns aici: { $why }
backup-forget = Nu mai folosi { $folder }
backup-folder = Folder
backup-add = Alt folder
backup-add-do = Folosește acest folder
backup-now = Fă o copie acum
backup-doing = Se scrie o copie de rezervă și se citește de la un capăt la altul. Între timp se poate lucra mai departe.
backup-rehearsing = Se fac copii de rezervă; un duplicat al fiecăreia se deschide, se citește de la un capăt la altul și se compară cu fișierul.
backup-rehearse = Restaurare de probă
backup-rehearse-what = Face o copie în fiecare folder disponibil, o deschide și o compară cu fișierul
backup-rehearsed =
    { $count ->
        [one] Copia { $number } se deschide și coincide cu fișierul
        [few] Cele mai noi copii din { $count } foldere se deschid și coincid cu fișierul
       *[other] Cele mai noi copii din { $count } de foldere se deschid și coincid cu fișierul
    }
restore-folder = Folderul copiilor
restore-folder-hint = Calea întreagă, de exemplu /media/ana/USB/vatra sau E:\vatra
restore-look = Caută
restore-none = În acest folder nu este nicio copie.
restore-which = Care copie
restore-option = { $number }: { $made }
restore-with = Deschide cu
restore-with-account = nume și frază de acces
restore-with-paper = cheia de recuperare
restore-show = Ce ar aduce?
restore-reading = Se citește…
restore-doing = Copia se pune la loc; ce înlocuiește rămâne alături.
restore-brings = Copia { $number }, făcută { $made }
restore-here =
    { $here ->
        [0] Atunci nu era nimeni aici.
        [one] Atunci era aici { $here } persoană.
        [few] Atunci erau aici { $here } persoane.
       *[other] Atunci erau aici { $here } de persoane.
    }
restore-last = Ultima acțiune: nr. { $action }, { $at }.
restore-loses =
    { $lost ->
        [0] Nu s-ar pierde nimic din ce este înregistrat aici
        [one] S-ar pierde { $lost } acțiune înregistrată aici mai târziu
        [few] S-ar pierde { $lost } acțiuni înregistrate aici mai târziu
       *[other] S-ar pierde { $lost } de acțiuni înregistrate aici mai târziu
    }
restore-loses-unknown = Nu se poate spune ce s-ar pierde din ce este înregistrat aici: aceasta nu deschide fișierul de aici
restore-accounts-back = Conturi care revin: { $names }
restore-accounts-gone = Conturi care dispar: { $names }
restore-erased =
    { $count ->
        [one] O persoană din ea a fost ștearsă între timp și se șterge din nou imediat.
        [few] { $count } persoane din ea au fost șterse între timp și se șterg din nou imediat.
       *[other] { $count } de persoane din ea au fost șterse între timp și se șterg din nou imediat.
    }
restore-aside = Fișierul de aici se păstrează deoparte, cu frazele de acces de acum.
restore-do = Restaurează această copie
restore-done = Copia { $number } este acum în locul fișierului
recover-how = Cheia de recuperare de pe hârtie vă permite să intrați. Alegeți o frază de acces nouă.
recover-nobody = Nu există niciun cont cu acest nume.
recover-do = Intră
recover-doing = Se verifică cheia, iar fișierul primește o cheie nouă. Durează câteva secunde.
recovery-key = Cheia de recuperare
recovery-key-hint = De pe hârtie: AGE-SECRET-KEY-1… Spațiile și literele mari sau mici nu contează.
passphrase-yours = Fraza dvs. de acces
passphrase-old = Fraza de acces de până acum
passphrase-new = Fraza de acces nouă
passphrase-change = Schimbă fraza de acces
passphrase-changed = Fraza de acces a fost schimbată
passphrase-words = Cuvinte în
passphrase-propose = Propune șase cuvinte
passphrase-guessable = Ușor de ghicit: luați cuvinte fără legătură între ele sau cele șase propuse.
passphrase-strength-0 = Se ghicește pe loc
passphrase-strength-1 = Se ghicește în câteva minute
passphrase-strength-2 = Se ghicește în câteva zile
passphrase-strength-3 = Greu de ghicit
passphrase-strength-4 = Foarte greu de ghicit
recovery-paper = Foaia de recuperare
recovery-paper-what = Foaia deschide fișierul dacă toate frazele de acces sunt uitate. Încercați-o o dată pe an; dacă a văzut-o cineva sau s-a pierdut, faceți una nouă. Cea veche va mai deschide doar copiile făcute înainte.
recovery-paper-due = Încercați foaia de recuperare
recovery-paper-due-help = A fost încercată ultima dată acum mai bine de un an. Setări, Foaia de recuperare.
recovery-paper-seen = Încercată ultima dată la { $day }: a fost bună.
recovery-paper-try = Încearcă foaia
recovery-paper-try-do = Se deschide?
recovery-paper-tried = Foaia de recuperare deschide fișierul
recovery-paper-new = Fă una nouă
recovery-paper-replace-do = Înlocuiește foaia veche
recovery-paper-replaced = Foaia de recuperare nouă este valabilă; distrugeți-o pe cea veche
