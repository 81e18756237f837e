leaving-help = Once outside, it can't be taken back. The journal keeps what left, when, who let it leave and why.
leaving-reason = Why it leaves
leaving-reason-hint = Such as: annual report to the ministry. No names.
leaving-reason-missing = Say why it leaves.
leaving-what = Exactly this leaves
leaving-hidden =
    { $hidden ->
        [0] No count is small enough to be hidden (under { $least }).
        [one] { $hidden } cell is hidden: counts under { $least }, and those by which they could be worked out.
       *[other] { $hidden } cells are hidden: counts under { $least }, and those by which they could be worked out.
    }
leaving-under = hidden
leaving-all = all
leaving-column-figure = Figure
leaving-column-value = Value
leaving-column-day = Day
leaving-column-month = Month
leaving-column-bed_days = Bed-days
leaving-column-place_days = Place-days
leaving-column-occupancy = Occupancy
leaving-column-admissions = Admissions
leaving-column-discharges = Discharges
leaving-column-census_last = Census of the last day
leaving-column-census = Census
leaving-column-places = Places
leaving-column-sex = Sex
leaving-column-age = Age
leaving-column-persons = Persons
leaving-column-nights = Nights
leaving-column-stays = Stays
leaving-column-kind = Kind
leaving-column-times = Times
leaving-figure-stays = Stays
leaving-table-months = By month
