sex-female = Feminin
sex-male = Masculin

room-use-women = Femei
room-use-men = Bărbați
room-use-family = Familie
room-use-minors = Minori
room-use-isolation = Izolare
room-use-any = Oricine

bed-kind-single = simplu
bed-kind-lower = pat de jos
bed-kind-upper = pat de sus
bed-kind-cot = pătuț

need-no_upper_bunk = Fără pat de sus
need-step_free = Cameră fără trepte
need-isolation = Izolare

relation-head = persoana principală
relation-mother = mamă
relation-father = tată
relation-daughter = fiică
relation-son = fiu
relation-sister = soră
relation-brother = frate
relation-grandmother = bunică
relation-grandfather = bunic
relation-spouse = soț sau soție
relation-relative = rudă
relation-companion = persoană însoțitoare

ground-victim = Victimă identificată
ground-presumed_victim = Prezumată victimă
ground-potential_victim = Potențială victimă
ground-accompanying = Membru de familie însoțitor

body-nrs_team = Echipa SNR
body-police = Poliția
body-justice = Procuratura sau instanța
body-iom = OIM
body-ngo = ONG
body-hotline = Linia fierbinte
body-social_assistance = Asistența socială
body-health = Serviciul medical
body-border = Poliția de frontieră
body-consulate = Ambasadă sau consulat
body-centre = Centrul
body-self = Din proprie inițiativă
body-other = Altă instituție

phase-crisis = Asistență în criză
phase-rehabilitation = Reabilitare

absence-medical = Spital, îngrijire medicală
absence-authority = Instanță, poliție, autoritate
absence-family = Familie
absence-day = Școală sau serviciu
absence-unexplained = Plecare neanunțată
absence-other = În altă parte

departure-completed = Asistență finalizată
departure-term_ended = Termen expirat
departure-own_wish = Din propria dorință
departure-referred = Referire către alt serviciu
departure-repatriated = Repatriere
departure-absconded = Plecare neanunțată
departure-rules = Încălcarea regulilor centrului
departure-died = Deces
departure-other = Alt motiv

destination-family = Acasă, în familie
destination-own_home = Locuință proprie
destination-relatives = Rude sau prieteni
destination-other_centre = Alt centru
destination-hospital = Spital
destination-abroad = Peste hotare
destination-unknown = Necunoscută
destination-other = În altă parte

role-guard = gardă
role-reception = recepție
role-manager = manager

group-woman = femeie
group-man = bărbat
group-teenager = adolescent
group-child = copil
group-infant = sugar

missing-birth_date = data nașterii
missing-citizenship = cetățenia
missing-ground = temeiul
missing-ground_decision = cine a decis temeiul
missing-referrer = cine a trimis
missing-territory = de unde
missing-departure_reason = motivul ieșirii
missing-destination = destinația

action-found = Crearea centrului
action-employ = Cont
action-check_in = Primire
action-move = Mutare
action-swap = Schimb de paturi
action-leave = Absență
action-return = Revenire
action-extend = Prelungire
action-amend = Modificare de date
action-correct = Corectare
action-discharge = Ieșire din plasament
action-assist = Asistență
action-close = Închiderea paturilor
action-reopen = Redeschiderea paturilor
action-wait = Lista de așteptare
action-end_wait = Sfârșitul așteptării
action-reorder = Ordinea listei de așteptare
action-keep = Rezervare
action-release = Anularea rezervării
action-set_rules = Reguli
action-keep_apart = Ținere separată
action-let_together = Sfârșitul ținerii separate
action-import = Importul unui registru
action-undo = Anulare
action-renew_key = Cheie nouă
action-restore = Restaurare
action-show_identity = Consultarea identității
action-change_staff = Modificarea unui cont
action-lock_staff = Blocarea unui cont
action-remove_staff = Eliminarea unui cont
action-replace_recovery = Foaie de recuperare nouă
action-try_recovery = Încercarea foii de recuperare
action-set_desk = Setările recepției
action-export = Export
action-print = Tipărire
action-failed_unlock = Fraze de acces greșite
action-back_up = Copie de rezervă
action-rehearse = Proba unei copii
action-rehearse_failed = Probă nereușită a unei copii
action-verify = Verificarea jurnalului
action-accept_older = Continuarea cu un fișier mai vechi
action-erase = Ștergerea unei identități
action-set_capacity = Numărul de locuri
action-set_limits = Limitele de prelungire
action-set_assistance = Lista de asistență
action-set_room = Camere și paturi

assistance-medical = Asistență medicală
assistance-psychological = Consiliere psihologică
assistance-legal = Asistență juridică
assistance-other = Altceva
waiting-end-checked_in = Primit
waiting-end-elsewhere = A mers în altă parte
waiting-end-withdrawn = Nu mai are nevoie
waiting-end-refused = Nu a putut fi primit
