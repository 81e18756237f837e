screen-occupancy = Ocupare
occ-period = Perioada
occ-kind-month = Lună
occ-kind-quarter = Trimestru
occ-kind-half = Semestru
occ-kind-year = An
occ-kind-other = Alta
occ-quarter = Trimestrul { $number }, { $year }
occ-half = Semestrul { $number }, { $year }
occ-previous = Perioada dinainte
occ-next = Perioada următoare
occ-from = Prima zi
occ-to = Ultima zi
occ-backwards = Ultima zi este înaintea primei.
occ-known-on = Cum se știa la
occ-not-over = Nicio zi din această perioadă nu s-a încheiat: numărătoarea unei zile se face la sfârșitul ei.
occ-until = Numărat până la { $last }, ultima zi încheiată.
occ-nothing = nu există
occ-explain = Explică
occ-table = Tabel

occ-note-occupancy = din locurile autorizate
occ-note-bed_days =
    din { $places ->
        [one] { $places } zi-loc
        [few] { $places } zile-loc
       *[other] { $places } de zile-loc
    }
occ-note-mean_stay =
    { $count ->
        [0] nu a plecat nimeni
        [one] a unei persoane plecate
        [few] a celor { $count } persoane plecate
       *[other] a celor { $count } de persoane plecate
    }
occ-note-turnover = un loc liber între două șederi
occ-note-served = sosiri: { $arrived }, ieșiri: { $left }
occ-value-nights = { $nights } nopți
occ-value-days = { $days } zile
occ-people =
    { $count ->
        [one] { $count } persoană
        [few] { $count } persoane
       *[other] { $count } de persoane
    }

occ-daily = Locuri ocupate, la miezul nopții
occ-daily-months = Locuri ocupate, media fiecărei luni
occ-scale = scara începe de la { $from }
occ-daily-says =
    Locuri ocupate: de la { $lowest } la { $peak }. { $over ->
        [0] Niciodată peste locurile autorizate.
       *[other] Peste locurile autorizate: { $over } pe scara de mai jos.
    }
occ-key-free = libere
occ-key-over = peste locuri
occ-key-in = sosiți
occ-key-out = plecați
occ-axis-in = sosiți
occ-axis-out = plecați
occ-column-day = Ziua
occ-column-month = Luna
occ-column-census = Ocupate
occ-column-places = Locuri
occ-column-women = Femei și fete
occ-column-men = Bărbați și băieți
occ-column-figure = Indicator
occ-column-value = Valoare
occ-column-code = Cod
occ-column-from = De la
occ-column-to = Până la
occ-column-years = Vârsta
occ-column-count = Se numără
occ-column-days = Ziua
occ-column-term = Termen
occ-column-mark = Semn

occ-who = Cine a fost asistat
occ-age = vârsta
occ-women = Femei și fete { $count }
occ-men = Bărbați și băieți { $count }
band-0-6 = 0–6 ani
band-7-13 = 7–13 ani
band-14-17 = 14–17 ani
band-18-25 = 18–25 ani
band-26-35 = 26–35 ani
band-36-59 = 36–59 ani
band-60 = 60+ ani

occ-lengths = Cât au stat
occ-nights = Nopți
occ-stays-ended = Șederi încheiate
occ-stays = Șederi
occ-times = De câte ori
nights-0 = plecare în aceeași zi
nights-1-3 = 1–3 nopți
nights-4-7 = 4–7 nopți
nights-8-14 = 8–14 nopți
nights-15-30 = 15–30 de nopți
nights-31-60 = 31–60 de nopți
nights-61-90 = 61–90 de nopți
nights-91 = 91 de nopți și mai mult

occ-by-ground = Temeiul șederii
occ-by-phase = Etapa asistenței
occ-by-referrer = Cine i-a trimis
occ-by-territory = De unde au venit
occ-by-citizenship = Cetățenia
occ-by-party_size = Mărimea grupului
occ-party-of =
    { $count ->
        [1] singur sau singură
        [few] grup de { $count }
       *[other] grup de { $count }
    }
occ-assistance = Asistență acordată
occ-current = Prezenți la { $day }
occ-over-term = termen depășit

occ-all-figures = Toți indicatorii
occ-sum =
    { $stays ->
        [one] O ședere
        [few] { $stays } șederi
       *[other] { $stays } de șederi
    }, în total { $sum }
occ-still-here = încă aici
occ-day =
    { $day }: { $census } din { $places ->
        [one] { $places } loc
        [few] { $places } locuri
       *[other] { $places } de locuri
    }

occ-name-occupancy = Grad de ocupare
occ-def-occupancy = Zilele-pat împărțite la zilele-loc. Peste 100 % când locurile au fost depășite; nu se taie niciodată. Șederile de mai jos sunt cele din zilele-pat.
occ-name-bed_days = Zile-pat
occ-def-bed_days = Toate persoanele numărate la fiecare miez de noapte, adunate pe zile. Se numără și sugarii, și cei absenți temporar.
occ-name-place_days = Zile-loc
occ-def-place_days = Locurile autorizate în vigoare la sfârșitul fiecărei zile, adunate pe zile.
occ-name-peak = Cel mai mare număr
occ-def-peak = Cel mai mare număr de persoane la un miez de noapte din perioadă și zilele în care a fost atins.
occ-name-lowest = Cel mai mic număr
occ-def-lowest = Cel mai mic număr de persoane la un miez de noapte din perioadă și zilele în care a fost atins.
occ-name-census_first_day = Numărul din prima zi
occ-def-census_first_day = Persoanele prezente la miezul nopții care încheie prima zi.
occ-name-census_last_day = Numărul din ultima zi
occ-def-census_last_day = Persoanele prezente la miezul nopții care încheie ultima zi.
occ-name-over_capacity_days = Zile peste locuri
occ-def-over_capacity_days = Zilele în care numărul de persoane depășește locurile autorizate din acea zi.
occ-name-absent_nights = Nopți de absență
occ-def-absent_nights = Nopțile în care cineva numărat era plecat, de exemplu la spital. Patul i-a fost păstrat.
occ-name-admissions = Primiri
occ-def-admissions = Șederile care au început într-una din zile.
occ-name-discharges = Ieșiri
occ-def-discharges = Șederile care s-au încheiat într-una din zile.
occ-name-same_day_stays = Șederi de o zi
occ-def-same_day_stays = Șederile care au început și s-au încheiat în aceeași zi a perioadei.
occ-name-mean_stay_nights = Ședere medie
occ-def-mean_stay_nights = Nopțile din ziua primirii până în ziua plecării, în medie pe șederile încheiate în perioadă.
occ-name-median_stay_nights = Ședere mediană, nopți
occ-def-median_stay_nights = Dintre șederile încheiate, tot atâtea au fost mai scurte câte au fost mai lungi.
occ-name-longest_stay_nights = Cea mai lungă ședere, nopți
occ-def-longest_stay_nights = Cea mai lungă dintre șederile încheiate, din ziua primirii până în ziua plecării.
occ-name-turnover_interval_days = Interval de rotație
occ-def-turnover_interval_days = Zilele-loc fără nimeni, împărțite la ieșiri: câte zile a stat liber un loc între două șederi.
occ-name-persons_served = Asistați
occ-def-persons_served = Persoane diferite cu o ședere care atinge perioada. Fiecare apare cu prima astfel de ședere.
occ-name-bed_nights = Paturi pe nopți
occ-def-bed_nights = Paturile casei, fără pătuțuri, adunate pe nopți.
occ-name-closed_bed_nights = Paturi închise pe nopți
occ-def-closed_bed_nights = Dintre acestea, paturile închise la miezul nopții.
occ-name-cot_nights = Pătuțuri pe nopți
occ-def-cot_nights = Pătuțurile casei, adunate pe nopți.
occ-name-closed_cot_nights = Pătuțuri închise pe nopți
occ-def-closed_cot_nights = Dintre acestea, pătuțurile închise la miezul nopții.
occ-name-holds = Rezervări
occ-def-holds = Rezervările de locuri începute într-una din zile.
occ-name-holds_checked_in = Rezervări pentru un grup care a venit
occ-def-holds_checked_in = Dintre acestea, rezervările pentru un grup din lista de așteptare care a fost primit.
occ-name-holds_lapsed = Alte rezervări încheiate
occ-def-holds_lapsed = Dintre acestea, rezervările care s-au încheiat în perioadă fără ca un grup din lista de așteptare să fie primit: expirate, anulate sau folosite pentru cineva care nu era în lista de așteptare.
occ-name-waiting_checked_in = Așteptare: primiți
occ-def-waiting_checked_in = Grupurile din lista de așteptare primite într-una din zile.
occ-name-waiting_elsewhere = Așteptare: au mers în altă parte
occ-def-waiting_elsewhere = Grupurile din lista de așteptare care au mers în altă parte într-una din zile.
occ-name-waiting_withdrawn = Așteptare: nu mai au nevoie
occ-def-waiting_withdrawn = Grupurile din lista de așteptare care nu mai aveau nevoie de un loc.
occ-name-waiting_refused = Așteptare: nu au putut fi primiți
occ-def-waiting_refused = Grupurile din lista de așteptare pe care centrul nu le-a putut primi.
occ-name-mean_wait_days = Așteptare medie, zile
occ-def-mean_wait_days = Zilele de la înscriere până la primire, în medie pe grupurile primite într-una din zile.
