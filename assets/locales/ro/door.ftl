program = Vatra
sample = Centru de probă
sample-detail = Toate persoanele de aici sunt inventate. Încercați orice.
curtain-show = Apăsați orice tastă

welcome-lead = Paturi, camere și oamenii din ele, pentru un singur centru. Datele nu părăsesc acest calculator.
welcome-own = Centrul nostru
welcome-own-detail = Camerele și paturile, un cont pentru dumneavoastră și o cheie pe hârtie. Durează câteva minute; nimic nu este definitiv până la sfârșit.
welcome-own-do = Creează centrul nostru
welcome-own-on = Continuă crearea centrului
welcome-sample = Centru de probă
welcome-sample-detail = Un centru inventat, la 2 martie 2009, pentru încercări. Toate persoanele sunt inventate, iar datele se păstrează separat de ale dumneavoastră.
welcome-sample-do = Deschide centrul de probă
welcome-sample-busy = Se creează centrul de probă…
welcome-restore = Restaurează un centru
welcome-restore-detail = Dintr-o copie de pe un stick sau dintr-un folder, cu o frază de acces sau cu cheia de recuperare.

unlock-who = Cine sunteți?
unlock = Deblochează
unlock-busy = Se deschide…
unlock-sample = Intrați ca { $name } cu fraza de acces „{ $passphrase }”.
unlock-leave-sample = Ieși din centrul de probă
passphrase = Fraza de acces
recover = Am uitat fraza de acces
restore = Restaurează dintr-o copie
restore-done-sign-in = Intrați cu un nume și o frază de acces de atunci.

trouble-title = Vatra nu se poate deschide
trouble-again = Încearcă din nou
trouble-damaged = Nu ștergeți nimic. Fișierul poate fi înlocuit cu ultima copie de rezervă.
trouble-disk_full = Fișierele vechi se pot muta pe alt disc; din folderul Vatra nu ștergeți nimic.
trouble-system = Dacă persistă, verificați dacă discul este conectat.
languages = Limbi
language-ro = Română
language-ru = Русский
language-en = English
