unlock-who = Who are you?
unlock = Unlock
unlock-busy = Opening…
unlock-sample = Sign in as { $name } with the passphrase “{ $passphrase }”.
unlock-leave-sample = Leave the sample centre

trouble-title = Vatra cannot open
trouble-again = Try again
trouble-damaged = Do not delete anything. The last backup can take the place of the file.
trouble-disk_full = Old files can go to another disk; nothing in the folder of Vatra should be deleted.
trouble-system = If it stays, check that the disk is connected.
languages = Languages
language-ro = Română
language-ru = Русский
language-en = English
