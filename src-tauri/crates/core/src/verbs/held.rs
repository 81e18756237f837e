//! Holds against people: a held bed is nobody else's, and what is held has places.

use std::collections::BTreeSet;

use crate::centre::Centre;
use crate::facts::{HeldBed, Hold};
use crate::id::{BedId, HoldId, StayId};
use crate::refusal::Refusal;
use crate::time::{Instant, Span};

/// Somebody is to have a bed while it is held for others.
pub(super) type Clash = (StayId, HoldId, BedId);

/// The part of a hold that is not over yet.
pub(crate) fn ahead(hold: &Hold, now: Instant) -> Option<Span> {
    let span = Span {
        from: hold.span.from.max(now),
        ..hold.span
    };
    span.is_possible().then_some(span)
}

/// Beds that are held with what is not over yet of their holds.
pub(super) fn held_ahead(
    centre: &Centre,
    now: Instant,
) -> impl Iterator<Item = (&HeldBed, &Hold, Span)> {
    centre.held_beds.values().filter_map(move |held| {
        let hold = centre.holds.get(&held.hold)?;
        Some((held, hold, ahead(hold, now)?))
    })
}

/// Who is to have a bed while it is held. Who has stayed on past the expected departure doesn't clash: the
/// bed is theirs until they have left, and the board says so.
fn clashes(centre: &Centre, now: Instant) -> BTreeSet<Clash> {
    held_ahead(centre, now)
        .flat_map(|(held, _, span)| {
            let of_bed = centre.bed_assignments.values();
            let inside =
                of_bed.filter(move |a| a.bed == held.bed && centre.expected_use(a).overlaps(span));
            inside.map(move |a| (a.stay, held.hold, held.bed))
        })
        .collect()
}

/// The clashes that a change of the record brings about.
pub(super) fn new_clashes(before: &Centre, after: &Centre, now: Instant) -> Vec<Clash> {
    let standing = clashes(before, now);
    let mut new = clashes(after, now);
    new.retain(|clash| !standing.contains(clash));
    new.into_iter().collect()
}

/// Whether a change of the record puts somebody into a bed that is held for others, or lets them stay.
///
/// # Errors
/// Refused where it does, naming the hold.
pub(super) fn keeps_holds(before: &Centre, after: &Centre, now: Instant) -> Result<(), Refusal> {
    let new = new_clashes(before, after, now);
    let Some((_, hold, bed)) = new.first() else {
        return Ok(());
    };
    let hold = after.holds.get(hold).ok_or(Refusal::NotFound)?;
    Err(bed_held(after, *bed, hold))
}

/// The refusal that names a hold.
pub(super) fn bed_held(centre: &Centre, bed: BedId, hold: &Hold) -> Refusal {
    Refusal::BedHeld {
        bed: centre.bed_label(bed),
        label: hold.label.clone(),
        from: hold.span.from,
        until: hold.span.to,
    }
}

/// The first moment of a time at which people and holds together need more places than there are.
pub(super) fn short_of_places(centre: &Centre, time: Span, now: Instant) -> Option<Refusal> {
    let begins = centre.holds.values().map(|hold| hold.span.from);
    let inside = begins.filter(|from| time.contains(*from));
    let mut moments: Vec<_> = inside.chain([time.from]).collect();
    moments.sort_unstable();
    moments.into_iter().find_map(|at| short_at(centre, at, now))
}

fn short_at(centre: &Centre, at: Instant, now: Instant) -> Option<Refusal> {
    let holds: Vec<_> = centre
        .holds
        .values()
        .filter(|hold| hold.span.contains(at))
        .collect();
    let held: usize = holds.iter().map(|hold| usize::from(hold.places)).sum();
    let (taken, places) = (expected_at(centre, at, now), centre.capacity(at));
    (held > 0 && taken + held > places).then(|| Refusal::PlacesHeld {
        taken,
        held,
        places,
        labels: holds.iter().map(|hold| hold.label.clone()).collect(),
        at,
    })
}

/// How many people are there at an instant, without those who are expected to have left by then. Who
/// should have left by now and has not still counts.
pub(super) fn expected_at(centre: &Centre, at: Instant, now: Instant) -> usize {
    let gone = |stay: StayId| {
        centre
            .expected_departure(stay)
            .is_some_and(|one| one.at > now && one.at <= at)
    };
    centre.stays_at(at).filter(|stay| !gone(stay.id)).count()
}
