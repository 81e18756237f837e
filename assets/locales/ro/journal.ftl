journal-empty = Încă nu s-a înregistrat nimic.
journal-noted = notat la { $at }
journal-reason = Motiv: { $reason }
journal-number = Numărul din jurnal
journal-undid = Anulat: { $what }, { $who }
journal-undoes = Arată ce s-a anulat, nr. { $number }
journal-undone-by = Anulat prin nr. { $number }
journal-filter = O parte din jurnal
journal-what = Ce s-a făcut
journal-any = orice
journal-by = Cine
journal-anybody = oricine
journal-about = Despre (cod)
journal-from = De la
journal-to = Până la
journal-all = Arată tot
journal-nothing = Nu s-a înregistrat nimic de acest fel.
journal-check = Verifică

check-title = Verificarea jurnalului
check-what = Citește întregul fișier și urmează lanțul sigiliilor de la prima acțiune până la ultima. Pentru comparare cu o foaie tipărită, introduceți numărul și sigiliul de pe ea.
check-number = Număr
check-seal = Sigiliul de pe foaie
check-seal-hint = Patru grupuri de câte patru semne
check-do = Verifică
check-holds =
    { $count ->
        [one] Singura acțiune este întreagă
        [few] Toate cele { $count } acțiuni sunt întregi și în ordine
       *[other] Toate cele { $count } de acțiuni sunt întregi și în ordine
    }
check-proves = Nimeni fără o cheie a acestui centru nu a modificat, scos, adăugat sau mutat nimic până la ultima acțiune.
check-breaks = Lanțul nu mai ține de la acțiunea { $number }
check-breaks-help = Ceva a fost modificat în afara programului de cineva care avea o cheie. Păstrați fișierul deoparte și restaurați ultima copie de dinainte; previzualizarea arată până unde ajunge.
check-printed-same = Sigiliul de pe foaie se află în acest jurnal: nimic până la el nu s-a schimbat de la tipărire
check-printed-other = Sigiliul de pe foaie nu se află în acest jurnal
check-printed-other-help = Introduceți-l încă o dată. Dacă rămâne așa, acesta nu este fișierul din care s-a tipărit foaia sau a fost rescris între timp.
check-behind = Îi lipsește sfârșitul, deși înăuntru nu este nimic rupt.
check-unknown = Ceea ce se păstrează lângă el despre sfârșitul lui lipsește: de aici nu se poate spune dacă este cel mai nou.
check-compared =
    { $count ->
        [one] Sfârșitul a fost comparat cu o însemnare păstrată în altă parte: se află în acest jurnal.
        [few] Sfârșitul a fost comparat cu { $count } însemnări păstrate în altă parte: toate se află în acest jurnal.
       *[other] Sfârșitul a fost comparat cu { $count } de însemnări păstrate în altă parte: toate se află în acest jurnal.
    }
check-cannot = Ce nu poate dovedi: că cele introduse sunt adevărate; că identitățile nu au fost modificate, fiindcă pot fi șterse și stau în afara lanțului; și că nimeni cu o cheie nu a rescris totul, pentru aceasta sunt foile pe hârtie.
check-head = Ultima: nr. { $number }, { $at }, sigiliul

undo-title = Anulați această acțiune?
undo-when = { $at }, { $who }
undo-afterwards = După anulare
undo-in-bed = patul { $bed }
undo-not-here = nu se află aici
undo-reason = De ce
undo-stuck =
    { $count ->
        [one] O acțiune ulterioară împiedică anularea
        [few] { $count } acțiuni ulterioare împiedică anularea
       *[other] { $count } de acțiuni ulterioare împiedică anularea
    }
undo-stuck-help = Anulați-le mai întâi pe acestea, începând cu ultima.
undo-those-too = Anulează-le și pe acestea
undo-all-these = Se vor anula toate acestea, începând cu ultima:
