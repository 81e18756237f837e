journal-empty = Записей пока нет.
journal-noted = отмечено { $at }
journal-reason = Причина: { $reason }
journal-number = Номер в журнале
journal-undid = Отменено: { $what }, { $who }
journal-undoes = Показать, что отменено, № { $number }
journal-undone-by = Отменено записью № { $number }

undo-title = Отменить это действие?
undo-when = { $at }, { $who }
undo-afterwards = После отмены
undo-in-bed = кровать { $bed }
undo-not-here = не в центре
undo-reason = Почему
undo-stuck =
    { $count ->
        [one] Мешает { $count } более позднее действие
        [few] Мешают { $count } более поздних действия
        [many] Мешают { $count } более поздних действий
       *[other] Мешают { $count } более поздних действия
    }
undo-stuck-help = Сначала отмените их, начиная с последнего.
undo-those-too = Отменить и их
undo-all-these = Будет отменено всё это, начиная с последнего:
