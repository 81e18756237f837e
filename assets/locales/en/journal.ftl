journal-empty = Nothing has been recorded yet.
journal-noted = noted { $at }
journal-reason = Reason: { $reason }
journal-number = Number in the journal
journal-undid = Taken back: { $what }, { $who }
journal-undoes = Shows what was taken back, no. { $number }
journal-undone-by = Taken back by no. { $number }
journal-filter = Part of the journal
journal-what = What was done
journal-any = anything
journal-by = By
journal-anybody = anybody
journal-about = About (code)
journal-from = From
journal-to = To
journal-all = Show all
journal-nothing = Nothing of that kind was recorded.
journal-check = Check

check-title = Check the journal
check-what = Reads the whole file and follows the chain of seals from the first action to the last. To compare with a printed sheet, type its number and seal.
check-number = Number
check-seal = Seal on the sheet
check-seal-hint = Four groups of four signs
check-do = Check
check-holds =
    { $count ->
        [one] The one action is whole
       *[other] All { $count } actions are whole and in order
    }
check-proves = Nobody without a key of this centre has changed, removed, added or reordered anything up to the last action.
check-breaks = From action { $number } on the chain doesn't hold
check-breaks-help = Something was changed outside the program by somebody who had a key. Keep this file aside and restore the last backup from before; its preview says how far it goes.
check-printed-same = The seal on the sheet is in this journal: nothing up to it was changed since it was printed
check-printed-other = The seal on the sheet is not in this journal
check-printed-other-help = Type it once more. If it stays so, this is not the file from which the sheet was printed, or it was rewritten since.
check-behind = Its end is missing, although nothing inside is broken.
check-unknown = What is kept beside it about its end is gone: whether it is the newest can’t be told from here.
check-compared =
    { $count ->
        [one] The end was compared with one note of it kept elsewhere: it is in this journal.
       *[other] The end was compared with { $count } notes of it kept elsewhere: all are in this journal.
    }
check-cannot = What it can't prove: that what was entered is true; that identities were not changed, as they can be erased and stand outside the chain; and that nobody with a key rewrote everything, for which there are the sheets on paper.
check-head = Last: no. { $number }, { $at }, seal

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
