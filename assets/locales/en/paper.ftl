paper-page = page { $page } of { $pages }
paper-continued = { $title }, continued
paper-sign = to be filled in by hand
screen-paper = Print
paper-which = Sheet
paper-which-roll_call = Roll call
paper-which-daily = Daily sheet
paper-which-report = Report
paper-which-record = Record
paper-print = Print
paper-save = Save as PDF
paper-saved = Saved as { $name }
paper-printed = Sent to the printer
paper-preview = Preview
paper-as-it-leaves = As it leaves: counts without codes, small ones hidden.
paper-open = Roll call and other sheets
paper-due-title = Annual report
paper-due = The annual report for { $year } is due by { $day }.
paper-due-open = Prepare it
paper-with-identity = Add the identity
paper-without-identity = Without the identity
paper-identity-why = The identity is kept sealed. Why it is asked for goes into the journal.
paper-leaves-report = Let the report leave
paper-leaves-record = Hand the record out

paper-centre = Assistance and Protection Centre, Chișinău
paper-sample = Sample centre: everybody in it is invented.
paper-roll = Roll call
paper-roll-caption = By room
paper-roll-sum = In the house: { $present }. Out: { $away }.
paper-roll-room = Room { $number }
paper-roll-empty = nobody
paper-roll-help = , needs help on stairs
paper-roll-present = in the house
paper-roll-away =
    OUT since { $since }: { $where }{ $back ->
        [none] { "" }
       *[other] , back { $back }
    }
paper-column-room = Room
paper-column-found = Found
paper-column-bed = Bed
paper-column-who = Who
paper-column-where = Where
paper-column-what = What
paper-column-for = For whom
paper-column-places = Places
paper-column-until = Until
paper-column-since = Since
paper-column-urgent = Urgent because
paper-column-people = People
paper-column-why = Reason
paper-column-when = When
paper-column-definition = What it counts
paper-none = none
paper-still = still
paper-open-end = open

paper-daily = Daily sheet, { $day }
paper-daily-open = Daily sheet for handover
paper-daily-line = { $taken } of { $places } places taken, { $free } free, { $held } held. Beds free: { $beds }, cots among them: { $cots }.
paper-daily-at = As it stands at { $at }.
paper-todo = To be seen to
paper-todo-none = Nothing is waiting.
paper-today = Today so far
paper-today-none = Nothing has happened yet.
paper-here =
    { $count ->
        [one] { $count } person is here
       *[other] { $count } people are here
    }
paper-term = day { $day } of { $days }, to { $last }
paper-held = Held places
paper-held-places = { $places }{ $beds ->
        [none] { "" }
       *[other] {" "}({ $beds })
    }
paper-waiting = Waiting list
paper-closed = Closed beds
paper-handed = Handed over by
paper-taken = Taken over by
paper-did-arrived = arrived{ $bed ->
        [none] { "" }
       *[other] , bed { $bed }
    }
paper-did-left = left for good{ $why ->
        [none] { "" }
       *[other] : { $why }
    }{ $where ->
        [none] { "" }
       *[other] , to: { $where }
    }
paper-did-out = went out: { $where }{ $back ->
        [none] { "" }
       *[other] , back { $back }
    }
paper-did-back = came back: { $where }
paper-did-moved = moved from { $from } to { $to }

paper-report-open = Report on paper
paper-report-month = Monthly report: { $period }
paper-report-quarter = Quarterly report: { $period }
paper-report-half = Half-yearly report: { $period }
paper-report-year = Annual report: { $period }
paper-report-other = Report: { $period }
paper-begins = The centre has places on record since { $day }; the days before count none.
paper-known-on = As known on { $day }
paper-part-course = How full the centre was
paper-part-whom = Whom it served
paper-part-from = Who sent them, and from where
paper-part-stay = How long they stayed, and what they received
paper-part-figures = The figures and what they count
paper-part-read = How to read this sheet
paper-figures = Figures
paper-read-days = Days are calendar days in Chișinău; the census is taken at the end of each day, at midnight. Everybody counts, infants and those away for a while too. Tables of stays count each stay that touches the period once; tables of persons count each person once.
paper-read-hidden = What is hidden is marked. Codes, names and dates of individuals are not part of this report.
paper-stamp = Issued on { $at } by { $by }. Journal: action { $seq }, seal { $seal }. The seal stands for all that was recorded up to then; the centre can check it.
paper-stamp-later = When it is printed or saved, this sheet gets the number and the seal of the journal's last action.
paper-foot = { $title } · journal { $seq }, { $seal }
paper-sign-manager = Manager of the centre
paper-sign-date = Date and stamp
paper-sign-received = Received by
paper-def-occupancy = Bed-days divided by place-days; over 100 % when the places were exceeded.
paper-def-peak = The highest number of people at any midnight of the period.
paper-def-lowest = The lowest number of people at any midnight of the period.
paper-def-persons_served = Different people with a stay that touches the period.
paper-def-stays = Stays that touch the period, each counted once.

paper-record = Record of { $code }
paper-record-print = Print the record
paper-record-read = This sheet holds what the centre has recorded about one person: stays, grounds, phases, terms, beds, absences and assistance. It says nothing of anybody else.
paper-identity = Identity
paper-stay = The stay
paper-stay-from = Arrived
paper-stay-to = Left
paper-relation = In the party
paper-left-why = Why the stay ended
paper-left-where = Where to
paper-ground = { $ground }{ $by ->
        [none] { "" }
       *[other] , decided by: { $by }
    }{ $on ->
        [none] { "" }
       *[other] , { $on }
    }
paper-extensions = Extensions of the term
paper-beds = Beds
paper-absences = Absences
