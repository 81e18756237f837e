screen-occupancy = Occupancy
occ-period = Period
occ-kind-month = Month
occ-kind-quarter = Quarter
occ-kind-half = Half-year
occ-kind-year = Year
occ-kind-other = Other
occ-quarter = Quarter { $number } of { $year }
occ-half = Half-year { $number } of { $year }
occ-previous = The one before
occ-next = The one after
occ-from = First day
occ-to = Last day
occ-backwards = The last day comes before the first.
occ-known-on = As known on
occ-not-over = No day of this period is over yet: the census of a day is taken at its end.
occ-until = Counted up to { $last }, the last day that is over.
occ-nothing = none
occ-explain = Explain
occ-table = Table

occ-note-occupancy = of the licensed places
occ-note-bed_days = of { $places } place-days
occ-note-mean_stay =
    { $count ->
        [0] nobody left
        [one] of the one who left
       *[other] of the { $count } who left
    }
occ-note-turnover = a place free between two stays
occ-note-served = { $arrived } arrived, { $left } left
occ-value-nights = { $nights } nights
occ-value-days = { $days } days
occ-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }

occ-daily = Places taken, at midnight
occ-daily-months = Places taken, mean of each month
occ-scale = scale starts at { $from }
occ-daily-says =
    From { $lowest } to { $peak } places taken. { $over ->
        [0] Never over the licensed places.
       *[other] Over the licensed places: { $over } on the scale below.
    }
occ-key-free = free
occ-key-over = over the places
occ-key-in = arrived
occ-key-out = left
occ-axis-in = in
occ-axis-out = out
occ-column-day = Day
occ-column-month = Month
occ-column-census = Taken
occ-column-places = Places
occ-column-women = Women and girls
occ-column-men = Men and boys
occ-column-figure = Figure
occ-column-value = Value
occ-column-code = Code
occ-column-from = From
occ-column-to = To
occ-column-years = Age
occ-column-count = Counts
occ-column-days = Day
occ-column-term = Term
occ-column-mark = Mark

occ-who = Who was served
occ-age = age
occ-women = Women and girls { $count }
occ-men = Men and boys { $count }
band-0-6 = 0 to 6
band-7-13 = 7 to 13
band-14-17 = 14 to 17
band-18-25 = 18 to 25
band-26-35 = 26 to 35
band-36-59 = 36 to 59
band-60 = 60 and over

occ-lengths = How long they stayed
occ-nights = Nights
occ-stays-ended = Stays that ended
occ-stays = Stays
occ-times = Times
nights-0 = left the same day
nights-1-3 = 1 to 3 nights
nights-4-7 = 4 to 7 nights
nights-8-14 = 8 to 14 nights
nights-15-30 = 15 to 30 nights
nights-31-60 = 31 to 60 nights
nights-61-90 = 61 to 90 nights
nights-91 = 91 nights and more

occ-by-ground = Why they were here
occ-by-phase = Phase of assistance
occ-by-referrer = Who sent them
occ-by-territory = Where they came from
occ-by-citizenship = Citizenship
occ-by-party_size = Size of the party
occ-party-of =
    { $count ->
        [1] alone
       *[other] party of { $count }
    }
occ-assistance = Assistance given
occ-current = Here on { $day }
occ-over-term = term over

occ-all-figures = All figures
occ-sum =
    { $stays ->
        [one] One stay
       *[other] { $stays } stays
    }, together { $sum }
occ-still-here = still here
occ-day = { $day }: { $census } of { $places } places

occ-name-occupancy = Occupancy
occ-def-occupancy = Bed-days divided by place-days. Over 100 % when the places were exceeded; it is never cut off. The stays below are those of the bed-days.
occ-name-bed_days = Bed-days
occ-def-bed_days = Everybody in the census of each midnight, summed over the days. Infants and those away for a while count too.
occ-name-place_days = Place-days
occ-def-place_days = The licensed places in force at the end of each day, summed over the days.
occ-name-peak = Highest census
occ-def-peak = The highest number of people at any midnight of the period, and the days when it was reached.
occ-name-lowest = Lowest census
occ-def-lowest = The lowest number of people at any midnight of the period, and the days when it was reached.
occ-name-census_first_day = Census of the first day
occ-def-census_first_day = The people here at the midnight that ends the first day.
occ-name-census_last_day = Census of the last day
occ-def-census_last_day = The people here at the midnight that ends the last day.
occ-name-over_capacity_days = Days over the places
occ-def-over_capacity_days = Days whose census exceeds the licensed places of that day.
occ-name-absent_nights = Nights away
occ-def-absent_nights = Nights on which somebody who counts in the census was away, such as in hospital. The bed was kept.
occ-name-admissions = Admissions
occ-def-admissions = Stays that began on one of the days.
occ-name-discharges = Discharges
occ-def-discharges = Stays that ended on one of the days.
occ-name-same_day_stays = Same-day stays
occ-def-same_day_stays = Stays that began and ended on the same day of the period.
occ-name-mean_stay_nights = Mean stay
occ-def-mean_stay_nights = Nights from the day of admission to the day of discharge, on average over the stays that ended in the period.
occ-name-median_stay_nights = Median stay, nights
occ-def-median_stay_nights = Of the stays that ended, as many were shorter as were longer.
occ-name-longest_stay_nights = Longest stay, nights
occ-def-longest_stay_nights = The longest of the stays that ended, from the day of admission to the day of discharge.
occ-name-turnover_interval_days = Turnover interval
occ-def-turnover_interval_days = Place-days without anybody, divided by the discharges: how many days a place stood free between two stays.
occ-name-persons_served = Served
occ-def-persons_served = Different people with a stay that touches the period. Each is shown with the first such stay.
occ-name-bed_nights = Beds by night
occ-def-bed_nights = The beds of the house but for cots, summed over the nights.
occ-name-closed_bed_nights = Beds closed by night
occ-def-closed_bed_nights = Of these, beds that were closed at midnight.
occ-name-cot_nights = Cots by night
occ-def-cot_nights = The cots of the house, summed over the nights.
occ-name-closed_cot_nights = Cots closed by night
occ-def-closed_cot_nights = Of these, cots that were closed at midnight.
occ-name-holds = Holds
occ-def-holds = Holds of places that began on one of the days.
occ-name-holds_checked_in = Holds for a party that came
occ-def-holds_checked_in = Of these, holds for a party of the waiting list that was checked in.
occ-name-holds_lapsed = Other holds that ended
occ-def-holds_lapsed = Of these, holds that ended in the period without a party of the waiting list being checked in on them: run out, released, or used for somebody who was not on the waiting list.
occ-name-waiting_checked_in = Waiting: checked in
occ-def-waiting_checked_in = Parties of the waiting list that were checked in on one of the days.
occ-name-waiting_elsewhere = Waiting: went elsewhere
occ-def-waiting_elsewhere = Parties of the waiting list that went elsewhere on one of the days.
occ-name-waiting_withdrawn = Waiting: no longer needed
occ-def-waiting_withdrawn = Parties of the waiting list that no longer needed a place.
occ-name-waiting_refused = Waiting: could not be taken
occ-def-waiting_refused = Parties of the waiting list that the centre could not take.
occ-name-mean_wait_days = Mean wait, days
occ-def-mean_wait_days = Days from being noted to being checked in, on average over the parties checked in on one of the days.
