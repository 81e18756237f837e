program = Vatra
sample = Sample centre
sample-detail = Everybody here is invented. Try whatever you like.
curtain-show = Press any key

welcome-lead = Beds, rooms and the people in them, for one shelter. Nothing leaves this computer.
welcome-own = Our centre
welcome-own-detail = Rooms and beds, an account for you, and a key on paper. It takes a few minutes; nothing is final until the end.
welcome-own-do = Make our centre
welcome-own-on = Go on making our centre
welcome-sample = Sample centre
welcome-sample-detail = A made-up centre on 2 March 2009, for trying things out. Everybody in it is invented, and it is kept apart from yours.
welcome-sample-do = Open the sample centre
welcome-sample-busy = Making the sample centre…
welcome-restore = Bring a centre back
welcome-restore-detail = From a backup on a stick or in a folder, with a passphrase or the recovery key.

unlock-who = Who are you?
unlock = Unlock
unlock-busy = Opening…
unlock-sample = Sign in as { $name } with the passphrase “{ $passphrase }”.
unlock-leave-sample = Leave the sample centre
passphrase = Passphrase
recover = Passphrase forgotten
restore = Restore from a backup
restore-done-sign-in = Sign in with a name and a passphrase of that time.

trouble-title = Vatra cannot open
trouble-again = Try again
trouble-damaged = Do not delete anything. The last backup can take the place of the file.
trouble-disk_full = Old files can go to another disk; nothing in the folder of Vatra should be deleted.
trouble-system = If it stays, check that the disk is connected.
languages = Languages
language-ro = Română
language-ru = Русский
language-en = English
