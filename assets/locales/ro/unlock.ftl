unlock-who = Cine sunteți?
unlock = Deblochează
unlock-busy = Se deschide…
unlock-sample = Intrați ca { $name } cu fraza de acces „{ $passphrase }”.
unlock-leave-sample = Ieși din centrul de probă

trouble-title = Vatra nu se poate deschide
trouble-again = Încearcă din nou
trouble-damaged = Nu ștergeți nimic. Fișierul poate fi înlocuit cu ultima copie de rezervă.
trouble-disk_full = Fișierele vechi se pot muta pe alt disc; din folderul Vatra nu ștergeți nimic.
trouble-system = Dacă persistă, verificați dacă discul este conectat.
languages = Limbi
language-ro = Română
language-ru = Русский
language-en = English
