//! Small cells: counts that could tell who is meant are hidden, and enough others that they can't be
//! worked out from what is shown.
//!
//! A publication is a list of counts and of equations between them (a total is the sum of its parts; two
//! figures are the same). Hidden are all counts from 1 to the threshold, then more until each hidden count
//! has a *witness*: other whole numbers from 1 up in the place of the hidden ones that satisfy every
//! equation and say something else of this one. What of these isn't needed after all is shown again, the
//! largest first. Nought is shown: nobody is meant. What is hidden carries one mark, whichever of both
//! reasons it has.

use std::cmp::Reverse;

/// Counts that are published together, with what is known between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    counts: Vec<Count>,
    equations: Vec<Vec<(usize, i64)>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    value: u64,
    standing: Standing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// May be shown or hidden.
    Free,
    /// May be shown or hidden, but the next report is likely to tell it.
    Told,
    /// Known to the reader anyway.
    Known,
    /// Hidden in any case.
    Withheld,
}

/// A count of a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At(usize);

impl Publication {
    /// Adds a count of people or of stays.
    pub fn count(&mut self, value: u64) -> At {
        self.add(value, Standing::Free)
    }

    /// Adds a count that the next report is likely to tell: others are hidden rather, where as few would do.
    pub fn told(&mut self, value: u64) -> At {
        self.add(value, Standing::Told)
    }

    /// Adds a count that the reader knows from elsewhere: it is never hidden.
    pub fn known(&mut self, value: u64) -> At {
        self.add(value, Standing::Known)
    }

    /// Adds a count that another publication hides: it is hidden here too, whatever its size.
    pub fn withheld(&mut self, value: u64) -> At {
        self.add(value, Standing::Withheld)
    }

    /// Adds a count, or one that another publication hides.
    pub(super) fn count_or_withhold(&mut self, value: u32, withheld: bool) -> At {
        if withheld {
            self.withheld(value.into())
        } else {
            self.count(value.into())
        }
    }

    fn add(&mut self, value: u64, standing: Standing) -> At {
        self.counts.push(Count { value, standing });
        At(self.counts.len() - 1)
    }

    /// Says that a total is the sum of its parts.
    pub fn sum(&mut self, total: At, parts: &[At]) {
        let mut terms: Vec<_> = parts.iter().map(|part| (*part, 1)).collect();
        terms.push((total, -1));
        self.equation(&terms);
    }

    /// Says that these counts, each taken so many times, add up to nought.
    pub fn equation(&mut self, terms: &[(At, i64)]) {
        self.equations
            .push(terms.iter().map(|(at, times)| (at.0, *times)).collect());
    }

    /// The counts in the order in which they were added.
    #[must_use]
    pub fn values(&self) -> Vec<u64> {
        self.counts.iter().map(|count| count.value).collect()
    }

    /// What is known between them: places and factors that add up to nought.
    #[must_use]
    pub fn equations(&self) -> &[Vec<(usize, i64)>] {
        &self.equations
    }

    /// Which counts to hide, so that none from 1 to below `least` is shown or can be worked out.
    #[must_use]
    pub fn hide(&self, least: u64) -> Hidden {
        let meant = |count: &Count| match count.standing {
            Standing::Free | Standing::Told => (1..least).contains(&count.value),
            Standing::Known => false,
            Standing::Withheld => true,
        };
        let meant: Vec<bool> = self.counts.iter().map(meant).collect();
        if !meant.contains(&true) {
            return Hidden(meant);
        }
        let mut search = Search::of(self, meant.clone());
        search.complete();
        search.show_again(&meant);
        // One that was kept may be worked out now that others are shown.
        search.complete();
        Hidden(search.hidden)
    }
}

/// What hiding one more count costs: as many more cells, and how large they are.
const CELL: u64 = 4 << 32;
/// A little more than another cell, less than two.
const TOLD_CELL: u64 = 5 << 32;
const NEVER: u64 = u64::MAX;

/// The search for what to hide.
struct Search<'a> {
    of: &'a Publication,
    /// The equations in which each count stands, and at which place.
    places: Vec<Vec<(usize, usize)>>,
    hidden: Vec<bool>,
    /// Of each equation, what it would cost to vary it by each of its counts: that one is hidden, and so is
    /// one in each other equation in which it stands.
    costs: Vec<Vec<u64>>,
}

impl<'a> Search<'a> {
    fn of(of: &'a Publication, hidden: Vec<bool>) -> Self {
        let mut places = vec![Vec::new(); of.counts.len()];
        for (equation, terms) in of.equations.iter().enumerate() {
            for (place, (at, _)) in terms.iter().enumerate() {
                places[*at].push((equation, place));
            }
        }
        let costs = of.equations.iter().map(|terms| vec![NEVER; terms.len()]);
        Self {
            of,
            places,
            hidden,
            costs: costs.collect(),
        }
    }

    /// Hides more until each hidden count has a witness, or nothing is left that would help it.
    fn complete(&mut self) {
        self.costs.iter_mut().for_each(|costs| costs.fill(NEVER));
        let mut done = vec![false; self.hidden.len()];
        for start in 0..self.hidden.len() {
            if !self.hidden[start] || done[start] {
                continue;
            }
            // Each round hides one more, so that it ends.
            let together = loop {
                let together = self.component(start);
                let Some(next) = self.beside(&together) else {
                    break together;
                };
                self.hidden[next] = true;
            };
            together.into_iter().for_each(|at| done[at] = true);
        }
    }

    /// Shows what needn't be hidden, the largest first: whatever isn't small, wherever nothing more of what
    /// is can be worked out then.
    fn show_again(&mut self, meant: &[bool]) {
        let mut others: Vec<usize> = (0..meant.len())
            .filter(|at| self.hidden[*at] && !meant[*at])
            .collect();
        others.sort_by_key(|at| Reverse((self.of.counts[*at].value, *at)));
        let small = |pinned: Vec<usize>| pinned.into_iter().filter(|at| meant[*at]);
        let mut lost = vec![false; meant.len()];
        for at in small(self.pinned(&self.all())) {
            lost[at] = true;
        }
        for at in others {
            let mut together = self.component(at);
            together.retain(|one| *one != at);
            let tells = self.follow(at).any(|told| meant[told] && !lost[told])
                || small(self.pinned(&together)).any(|told| !lost[told]);
            self.hidden[at] = tells;
        }
    }

    /// All hidden counts.
    fn all(&self) -> Vec<usize> {
        (0..self.hidden.len())
            .filter(|at| self.hidden[*at])
            .collect()
    }

    /// The hidden counts that follow one after another, if this one is told, from equations in which each is
    /// the last that is hidden. These are quicker found than by elimination, and are most of the pinned ones.
    fn follow(&self, told: usize) -> impl Iterator<Item = usize> + use<> {
        let mut found = vec![told];
        let mut next = 0;
        while let Some(at) = found.get(next).copied() {
            next += 1;
            for (equation, _) in &self.places[at] {
                let terms = self.of.equations[*equation].iter().map(|(at, _)| *at);
                let mut left = terms.filter(|at| self.hidden[*at] && !found.contains(at));
                if let (Some(last), None) = (left.next(), left.next()) {
                    found.push(last);
                }
            }
        }
        found.into_iter().skip(1)
    }

    /// The hidden counts that hang together with this one by equations.
    fn component(&self, start: usize) -> Vec<usize> {
        let mut found = vec![start];
        let mut seen = vec![false; self.hidden.len()];
        let mut used = vec![false; self.of.equations.len()];
        seen[start] = true;
        let mut next = 0;
        while let Some(at) = found.get(next).copied() {
            next += 1;
            for (equation, _) in &self.places[at] {
                if std::mem::replace(&mut used[*equation], true) {
                    continue;
                }
                for (other, _) in &self.of.equations[*equation] {
                    if self.hidden[*other] && !std::mem::replace(&mut seen[*other], true) {
                        found.push(*other);
                    }
                }
            }
        }
        found
    }

    /// Those of these hidden counts that have no witness; nothing else of what they stand with is hidden.
    fn pinned(&self, together: &[usize]) -> Vec<usize> {
        // The largest first: they give way where the others are varied.
        let mut columns = together.to_vec();
        columns.sort_by_key(|at| (Reverse(self.of.counts[*at].value), *at));
        let mut equations: Vec<usize> = (columns.iter())
            .flat_map(|at| self.places[*at].iter().map(|(equation, _)| *equation))
            .collect();
        equations.sort_unstable();
        equations.dedup();
        let equations = equations.iter().map(|at| &self.of.equations[*at]);
        let mut witnessed = vec![false; columns.len()];
        for way in &ways(equations, &columns) {
            let possible = |sign: i128| {
                way.iter()
                    .zip(&columns)
                    .all(|(step, at)| i128::from(self.of.counts[*at].value) + sign * step >= 1)
            };
            if possible(1) || possible(-1) {
                way.iter()
                    .zip(&mut witnessed)
                    .for_each(|(step, seen)| *seen |= *step != 0);
            }
        }
        let pinned = columns.iter().zip(&witnessed).filter(|(_, seen)| !**seen);
        pinned.map(|(at, _)| *at).collect()
    }

    /// The shown count that is cheapest to hide beside pinned ones of what hangs together, if there is any:
    /// in an equation in which a pinned one is the only hidden count, or else in any of theirs, or else in any
    /// at all of what hangs together.
    fn beside(&mut self, together: &[usize]) -> Option<usize> {
        self.weigh();
        let of = |counts: &[usize]| -> Vec<usize> {
            let places = counts.iter().flat_map(|at| &self.places[*at]);
            places.map(|(equation, _)| *equation).collect()
        };
        let alone = |equation: &usize| {
            let terms = self.of.equations[*equation].iter();
            terms.filter(|(at, _)| self.hidden[*at]).count() == 1
        };
        let cheapest = |equations: &[usize]| {
            let shown = equations.iter().flat_map(|equation| {
                let terms = self.of.equations[*equation].iter();
                terms.zip(&self.costs[*equation])
            });
            let shown = shown.filter(|((at, _), cost)| !self.hidden[*at] && **cost < NEVER);
            shown.map(|((at, _), cost)| (*cost, *at)).min()
        };
        let near = of(together);
        let only: Vec<usize> = near.iter().copied().filter(alone).collect();
        let found = cheapest(&only).or_else(|| {
            let pinned = self.pinned(together);
            let near = (!pinned.is_empty()).then_some(near)?;
            cheapest(&of(&pinned)).or_else(|| cheapest(&near))
        });
        found.map(|(_, at)| at)
    }

    /// Brings the costs up to what is hidden now: they only fall while more is hidden.
    fn weigh(&mut self) {
        let mut changed = true;
        while changed {
            changed = false;
            // The cheapest of each equation, where it stands, and the next.
            let least: Vec<(u64, usize, u64)> = (self.costs.iter())
                .map(|costs| {
                    let mut least = (NEVER, usize::MAX, NEVER);
                    for (place, cost) in costs.iter().enumerate() {
                        if *cost < least.0 {
                            least = (*cost, place, least.0);
                        } else {
                            least.2 = least.2.min(*cost);
                        }
                    }
                    least
                })
                .collect();
            for (at, count) in self.of.counts.iter().enumerate() {
                let one = match count.standing {
                    _ if self.hidden[at] => 0,
                    Standing::Known => continue,
                    _ if count.value == 0 => continue,
                    Standing::Told => TOLD_CELL.saturating_add(count.value),
                    Standing::Free | Standing::Withheld => CELL.saturating_add(count.value),
                };
                let others = |without: usize| {
                    let others = self.places[at]
                        .iter()
                        .filter(|(equation, _)| *equation != without);
                    others.fold(one, |sum, (equation, place)| {
                        let (cheapest, stands, next) = least[*equation];
                        sum.saturating_add(if stands == *place { next } else { cheapest })
                    })
                };
                for (equation, place) in &self.places[at] {
                    let cost = if self.hidden[at] {
                        0
                    } else {
                        others(*equation)
                    };
                    if cost < self.costs[*equation][*place] {
                        self.costs[*equation][*place] = cost;
                        changed = true;
                    }
                }
            }
        }
    }
}

/// Which counts of a publication are hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden(Vec<bool>);

impl Hidden {
    /// Whether a count is hidden.
    #[must_use]
    pub fn is(&self, at: At) -> bool {
        self.0.get(at.0).copied().unwrap_or(true)
    }

    /// All of them in order.
    #[must_use]
    pub fn all(&self) -> &[bool] {
        &self.0
    }
}

/// The ways in which hidden counts can be changed together so that all equations stay true: a basis of
/// them, in whole numbers, found by elimination.
fn ways<'a>(
    equations: impl Iterator<Item = &'a Vec<(usize, i64)>>,
    columns: &[usize],
) -> Vec<Vec<i128>> {
    let mut place = vec![None; columns.iter().max().map_or(0, |last| last + 1)];
    columns
        .iter()
        .enumerate()
        .for_each(|(at, column)| place[*column] = Some(at));
    let mut rows: Vec<Vec<i128>> = Vec::new();
    for terms in equations {
        let mut row = vec![0; columns.len()];
        for (at, times) in terms {
            if let Some(Some(column)) = place.get(*at) {
                row[*column] += i128::from(*times);
            }
        }
        if row.iter().any(|one| *one != 0) {
            rows.push(row);
        }
    }
    let mut pivots: Vec<usize> = Vec::new();
    for column in 0..columns.len() {
        let done = pivots.len();
        let Some(found) = (done..rows.len()).find(|row| rows[*row][column] != 0) else {
            continue;
        };
        rows.swap(done, found);
        // Most steps are single: they need no common measure, and touch few counts.
        let pivot: Vec<(usize, i128)> = (rows[done].iter().copied().enumerate())
            .filter(|(_, step)| *step != 0)
            .collect();
        let own = rows[done][column];
        for (_, row) in rows
            .iter_mut()
            .enumerate()
            .filter(|(at, row)| *at != done && row[column] != 0)
        {
            let other = row[column];
            let single = own.abs() == 1;
            if !single {
                row.iter_mut().for_each(|one| *one *= own);
            }
            let times = if single { other * own } else { other };
            for (at, step) in &pivot {
                row[*at] -= step * times;
            }
            if !single {
                shorten(row);
            }
        }
        pivots.push(column);
    }
    let free = (0..columns.len()).filter(|column| !pivots.contains(column));
    free.map(|column| {
        // One step of the free count, in a measure in which every pivot makes a whole step.
        let measure = pivots.iter().zip(&rows).fold(1, |all, (pivot, row)| {
            if row[column] == 0 || row[*pivot].abs() == 1 {
                all
            } else {
                all / divisor(all, row[*pivot]) * row[*pivot].abs()
            }
        });
        let mut way = vec![0; columns.len()];
        way[column] = measure;
        for (pivot, row) in pivots.iter().zip(&rows) {
            way[*pivot] = -row[column] * (measure / row[*pivot]);
        }
        shorten(&mut way);
        way
    })
    .collect()
}

fn shorten(row: &mut [i128]) {
    let mut common = 0;
    for one in row.iter().filter(|one| **one != 0) {
        common = divisor(common, *one);
        if common == 1 {
            return;
        }
    }
    if common > 1 {
        row.iter_mut().for_each(|one| *one /= common);
    }
}

fn divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { divisor(b, a % b) }
}
