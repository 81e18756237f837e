journal-empty = Nothing has been recorded yet.
journal-noted = noted { $at }
journal-reason = Reason: { $reason }
journal-number = Number in the journal
journal-undid = Taken back: { $what }, { $who }
journal-undoes = Shows what was taken back, no. { $number }
journal-undone-by = Taken back by no. { $number }

undo-title = Undo this?
undo-when = { $at }, by { $who }
undo-afterwards = Afterwards
undo-in-bed = bed { $bed }
undo-not-here = not here
undo-reason = Why
undo-stuck =
    { $count ->
        [one] A later action stands in the way
       *[other] { $count } later actions stand in the way
    }
undo-stuck-help = Undo these first, the latest one first.
undo-those-too = Undo those too
undo-all-these = All of these will be taken back, the latest first:
