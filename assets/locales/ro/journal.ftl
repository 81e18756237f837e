journal-empty = Încă nu s-a înregistrat nimic.
journal-noted = notat la { $at }
journal-reason = Motiv: { $reason }
journal-number = Numărul din jurnal
journal-undid = Anulat: { $what }, { $who }
journal-undoes = Arată ce s-a anulat, nr. { $number }
journal-undone-by = Anulat prin nr. { $number }

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
