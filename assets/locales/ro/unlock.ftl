unlock-who = Cine sunteți?
unlock = Deblochează
unlock-busy = Se deschide…
unlock-sample = Intrați ca { $name } cu fraza de acces „{ $passphrase }”.
unlock-leave-sample = Părăsește centrul de probă

trouble-title = Vatra nu se poate deschide
trouble-again = Încearcă din nou
trouble-damaged = Nu ștergeți nimic. Ultima copie de rezervă poate lua locul fișierului.
trouble-disk_full = Fișierele vechi se pot muta pe alt disc; din dosarul Vatra nu trebuie șters nimic.
trouble-system = Dacă persistă, verificați dacă discul este conectat.
