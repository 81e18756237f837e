sex-female = Female
sex-male = Male

room-use-women = Women
room-use-men = Men
room-use-family = Family
room-use-minors = Minors
room-use-isolation = Isolation
room-use-any = Any

bed-kind-single = single
bed-kind-lower = lower bunk
bed-kind-upper = upper bunk
bed-kind-cot = cot

need-no_upper_bunk = No upper bunk
need-step_free = Step-free room
need-isolation = Isolation

relation-head = head of the party
relation-mother = mother
relation-father = father
relation-daughter = daughter
relation-son = son
relation-sister = sister
relation-brother = brother
relation-grandmother = grandmother
relation-grandfather = grandfather
relation-spouse = spouse
relation-relative = relative
relation-companion = companion

ground-victim = Victim
ground-presumed_victim = Presumed victim
ground-potential_victim = Potential victim
ground-accompanying = Accompanying family member

body-nrs_team = NRS team
body-police = Police
body-justice = Prosecutor or court
body-iom = IOM
body-ngo = NGO
body-hotline = Hotline
body-social_assistance = Social assistance
body-health = Health care
body-border = Border police
body-consulate = Embassy or consulate
body-centre = The centre
body-self = Came alone
body-other = Another body

phase-crisis = Crisis assistance
phase-rehabilitation = Rehabilitation

absence-medical = Hospital, medical care
absence-authority = Court, police, authority
absence-family = Family
absence-day = School or work
absence-unexplained = Left without a word
absence-other = Elsewhere

departure-completed = Assistance completed
departure-term_ended = Term ended
departure-own_wish = Own wish
departure-referred = Referred to another service
departure-repatriated = Repatriated
departure-absconded = Left without a word
departure-rules = Broke the rules of the house
departure-died = Died
departure-other = Another reason

destination-family = Home, to the family
destination-own_home = Own home
destination-relatives = Relatives or friends
destination-other_centre = Another centre
destination-hospital = Hospital
destination-abroad = Abroad
destination-unknown = Unknown
destination-other = Elsewhere

role-guard = guard
role-reception = reception
role-manager = manager

group-woman = woman
group-man = man
group-teenager = teenager
group-child = child
group-infant = infant

missing-birth_date = birth date
missing-citizenship = citizenship
missing-ground = ground
missing-ground_decision = who decided the ground
missing-referrer = who sent them
missing-territory = where from
missing-departure_reason = reason for leaving
missing-destination = destination

action-found = Centre founded
action-employ = Account
action-check_in = Check-in
action-move = Move
action-swap = Swap of beds
action-leave = Absence
action-return = Return
action-extend = Extension
action-amend = Change of record
action-correct = Correction
action-discharge = Discharge
action-assist = Assistance
action-close = Closing of beds
action-reopen = Reopening of beds
action-wait = Waiting list
action-end_wait = End of waiting
action-reorder = Order of the waiting list
action-keep = Hold
action-release = Release of a hold
action-set_rules = Rules
action-keep_apart = Keeping apart
action-let_together = End of keeping apart
action-import = Import of a register
action-undo = Undo
action-renew_key = New key
action-restore = Restore
action-show_identity = Look at an identity
action-change_staff = Change of account
action-lock_staff = Locking of an account
action-remove_staff = Removal of an account
action-replace_recovery = New recovery paper
action-try_recovery = Trial of the recovery paper
action-set_desk = Settings of the desk
action-export = Export
action-print = Print
action-failed_unlock = Wrong passphrases
action-back_up = Backup
action-rehearse = Rehearsal of a backup
action-rehearse_failed = Failed rehearsal of a backup
action-verify = Check of the journal
action-accept_older = Going on with an older file
action-erase = Erasing an identity
action-set_capacity = Places
action-set_limits = Limits of extension
action-set_assistance = List of assistance
action-set_room = Rooms and beds

assistance-medical = Medical care
assistance-psychological = Psychological counselling
assistance-legal = Legal assistance
assistance-other = Other
waiting-end-checked_in = Checked in
waiting-end-elsewhere = Went elsewhere
waiting-end-withdrawn = No longer needed
waiting-end-refused = Could not be taken
