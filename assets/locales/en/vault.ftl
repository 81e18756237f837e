backups = Backups
backup-sample = The sample centre needs no backups.
backup-overdue = The last backup is too old
backup-overdue-help = Put the stick in, or make one under Settings.
backup-never = There is no backup yet.
backup-last =
    Last backup: { $at }. { $since ->
        [0] Nothing was recorded since.
        [one] { $since } action was recorded since.
       *[other] { $since } actions were recorded since.
    }
backup-when =
    { $every ->
        [one] Made after every action, and when the program is locked. Read back before it counts.
       *[other] Made after every { $every } actions, and when the program is locked. Read back before it counts.
    }
backup-count =
    { $count ->
        [0] no backup yet
        [one] { $count } backup
       *[other] { $count } backups
    }
backup-gone = not there now: a stick that was taken out?
backup-folder-late = nothing got there since { $day }
backup-folder-failed = the last backup did not get there: { $why }
backup-forget = No longer use { $folder }
backup-folder = Folder
backup-add = Another folder
backup-add-do = Use this folder
backup-now = Back up now
backup-doing = A backup is being written and read back from end to end. Meanwhile the work can go on.
backup-rehearsing = Backups are being made; a copy of each is opened, read from end to end and compared with the file.
backup-rehearse = Rehearse a restore
backup-rehearse-what = Makes a backup in each folder that is there, opens a copy of it, and compares it with the file
backup-rehearsed =
    { $count ->
        [one] Backup { $number } opens and says the same as the file
       *[other] The newest backups in { $count } folders open and say the same as the file
    }
restore-folder = Folder of the backups
restore-folder-hint = The whole path, such as /media/ana/USB/vatra or E:\vatra
restore-look = Look
restore-none = There is no backup in this folder.
restore-which = Which backup
restore-option = { $number }: { $made }
restore-with = Open it with
restore-with-account = name and passphrase
restore-with-paper = recovery key
restore-show = What would it bring?
restore-reading = Reading…
restore-doing = The backup is put in the place of the file, which is kept aside.
restore-brings = Backup { $number }, made { $made }
restore-here =
    { $here ->
        [0] Nobody was here then.
        [one] { $here } person was here then.
       *[other] { $here } people were here then.
    }
restore-last = Last action: no. { $action }, { $at }.
restore-loses =
    { $lost ->
        [0] Nothing that is recorded here would be lost
        [one] { $lost } action recorded here later would be lost
       *[other] { $lost } actions recorded here later would be lost
    }
restore-loses-unknown = What would be lost of what is recorded here cannot be told: this does not open the file that is here
restore-accounts-back = Accounts that come back: { $names }
restore-accounts-gone = Accounts that vanish: { $names }
restore-erased =
    { $count ->
        [one] One person in it was erased since, and is erased again at once.
       *[other] { $count } people in it were erased since, and are erased again at once.
    }
restore-aside = The file that is here now is kept aside, with its present passphrases.
restore-do = Restore this backup
restore-done = Backup { $number } is in the place of the file
recover-how = The recovery key from the paper lets you in. Choose a new passphrase.
recover-nobody = There is no account with this name.
recover-do = Let me in
recover-doing = The key is checked, and the file gets another. This takes a few seconds.
recovery-key = Recovery key
recovery-key-hint = From the paper: AGE-SECRET-KEY-1… Spaces and case do not matter.
passphrase-yours = Your passphrase
passphrase-old = Passphrase so far
passphrase-new = New passphrase
passphrase-change = Change the passphrase
passphrase-changed = Passphrase changed
passphrase-words = Words in
passphrase-propose = Propose six words
passphrase-guessable = Easy to guess: take words that do not belong together, or the six that are proposed.
passphrase-strength-0 = Guessed at once
passphrase-strength-1 = Guessed within minutes
passphrase-strength-2 = Guessed within days
passphrase-strength-3 = Hard to guess
passphrase-strength-4 = Very hard to guess
recovery-paper = Recovery paper
recovery-paper-what = The paper opens the file if every passphrase is forgotten. Try it once a year; if it was seen by somebody or is lost, make a new one. The old one then opens only backups and copies from before.
recovery-paper-due = Try the recovery paper
recovery-paper-due-help = It was last tried more than a year ago. Settings, Recovery paper.
recovery-paper-seen = Last tried on { $day }: it was right.
recovery-paper-try = Try the paper
recovery-paper-try-do = Does it open?
recovery-paper-tried = The recovery paper opens the file
recovery-paper-new = Make a new one
recovery-paper-replace-do = Replace the old paper
recovery-paper-replaced = The new recovery paper holds; destroy the old one
