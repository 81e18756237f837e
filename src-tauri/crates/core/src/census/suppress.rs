//! Small cells: counts that could tell who is meant are hidden, and enough others that they can't be
//! worked out from what is shown.
//!
//! A publication is a list of counts and of equations between them (a total is the sum of its parts; two
//! figures are the same). Hidden are all counts from 1 to the threshold, then more until each hidden count
//! has a *witness*: other whole numbers from 1 up in the place of the hidden ones that satisfy every
//! equation and say something else of this one. Nought is shown: nobody is meant. What is hidden carries
//! one mark, whichever of both reasons it has.

/// Counts that are published together, with what is known between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    counts: Vec<Count>,
    equations: Vec<Vec<(usize, i64)>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    value: u64,
    /// Known to the reader anyway.
    known: bool,
}

/// A count of a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At(usize);

impl Publication {
    /// Adds a count of people or of stays.
    pub fn count(&mut self, value: u64) -> At {
        self.counts.push(Count {
            value,
            known: false,
        });
        At(self.counts.len() - 1)
    }

    /// Adds a count that the reader knows from elsewhere: it is never hidden.
    pub fn known(&mut self, value: u64) -> At {
        self.counts.push(Count { value, known: true });
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
        let small = |count: &Count| !count.known && (1..least).contains(&count.value);
        let mut hidden: Vec<bool> = self.counts.iter().map(small).collect();
        // Each round hides one more, so that it ends.
        while let Some(next) = self
            .pinned(&hidden)
            .and_then(|cell| self.beside(cell, &hidden))
        {
            hidden[next] = true;
        }
        Hidden(hidden)
    }

    /// A hidden count without a witness, if there is one.
    fn pinned(&self, hidden: &[bool]) -> Option<usize> {
        // The largest first: they give way where the others are varied.
        let mut columns: Vec<usize> = (0..hidden.len()).filter(|at| hidden[*at]).collect();
        columns.sort_by_key(|at| std::cmp::Reverse(self.counts[*at].value));
        let ways = ways(&self.equations, &columns);
        let mut witnessed = vec![false; columns.len()];
        for way in &ways {
            let possible = |sign: i128| {
                way.iter()
                    .zip(&columns)
                    .all(|(step, at)| i128::from(self.counts[*at].value) + sign * step >= 1)
            };
            if possible(1) || possible(-1) {
                way.iter()
                    .zip(&mut witnessed)
                    .for_each(|(step, seen)| *seen |= *step != 0);
            }
        }
        columns
            .iter()
            .zip(&witnessed)
            .find(|(_, seen)| !**seen)
            .map(|(at, _)| *at)
    }

    /// The smallest shown count that stands in an equation with this one, or else with any hidden one.
    fn beside(&self, cell: usize, hidden: &[bool]) -> Option<usize> {
        let smallest = |near: &dyn Fn(usize) -> bool| {
            let near = self
                .equations
                .iter()
                .filter(|terms| terms.iter().any(|(at, _)| near(*at)));
            let shown = near.flatten().map(|(at, _)| *at).filter(|at| {
                let count = self.counts[*at];
                !hidden[*at] && !count.known && count.value > 0
            });
            shown.min_by_key(|at| (self.counts[*at].value, *at))
        };
        smallest(&|at| at == cell).or_else(|| smallest(&|at| hidden[at]))
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
fn ways(equations: &[Vec<(usize, i64)>], columns: &[usize]) -> Vec<Vec<i128>> {
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
        let pivot = rows[done].clone();
        for (_, row) in rows
            .iter_mut()
            .enumerate()
            .filter(|(at, row)| *at != done && row[column] != 0)
        {
            let (a, b) = (pivot[column], row[column]);
            row.iter_mut()
                .zip(&pivot)
                .for_each(|(one, other)| *one = *one * a - other * b);
            shorten(row);
        }
        pivots.push(column);
    }
    let free = (0..columns.len()).filter(|column| !pivots.contains(column));
    free.map(|column| {
        // One step of the free count, in a measure in which every pivot makes a whole step.
        let measure = pivots.iter().zip(&rows).fold(1, |all, (pivot, row)| {
            if row[column] == 0 {
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
    let common = row.iter().fold(0, |all, one| divisor(all, *one));
    if common > 1 {
        row.iter_mut().for_each(|one| *one /= common);
    }
}

fn divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { divisor(b, a % b) }
}
