//! Which beds can be picked for somebody, and why the others can't.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::plans::{Proposal, RoomNo, Stuck, proposals, rooms_refused, stuck};
use crate::assignment::Arrangement;
use crate::centre::{Centre, code};
use crate::id::{BedId, BeneficiaryId, HoldId, StayId, WaitingId};
use crate::placement::{Arrival, Scene, held_from};
use crate::refusal::{Refusal, RuleBreach, WhyNot};
use crate::terms::{Need, Sex};
use crate::time::{Instant, WallTime};
use crate::verbs::{self, Asking, Born, MoveOne, NewPlace, Sleeps, Who, birth, expected_with};

/// A party at the door while it is being typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Draft {
    /// When they arrived; now if not said.
    pub at: Option<WallTime>,
    /// Who has come, with the beds picked so far.
    pub members: Vec<DraftMember>,
    /// The member for whom a bed is being picked.
    pub picking: usize,
    /// Somebody of the party that they belong to, where it is here already.
    #[serde(default)]
    pub joins: Option<StayId>,
    /// The hold that was kept for them.
    #[serde(default)]
    pub hold: Option<HoldId>,
    /// What they waited as, where they are on the waiting list.
    #[serde(default)]
    pub waiting: Option<WaitingId>,
}

/// A member of a party while it is being typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DraftMember {
    /// Who.
    pub who: Who,
    /// Female or male.
    pub sex: Sex,
    /// Birth date or estimated age; a grown-up until something is typed.
    pub born: Option<Born>,
    /// What they need.
    pub needs: Vec<Need>,
    /// Where they are to sleep, if picked.
    pub sleeps: Option<Sleeps>,
}

/// The beds for one member of a party at the door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Usable {
    /// The codes the members have or will have.
    pub codes: Vec<String>,
    /// The age of each in completed years, where something was typed.
    pub ages: Vec<Option<u16>>,
    /// Every bed, by room and number.
    pub beds: Vec<BedChoice>,
    /// Beds for the whole party, best first: what was picked stays, the rest is planned around it. None
    /// where nothing fits.
    pub proposals: Vec<Proposal>,
    /// The rooms that can't take the whole party together, each with why.
    pub rooms: Vec<RoomNo>,
    /// Rules that the beds picked so far break.
    pub breaches: Vec<RuleBreach>,
    /// How many people would be here with the party: the most at once since they came.
    pub taken: usize,
    /// How many places there are then.
    pub places: usize,
    /// Members who are here already: their codes.
    pub already_here: Vec<String>,
}

/// A bed for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BedChoice {
    /// Which bed.
    pub bed: BedId,
    /// Why it can't be picked; it can where there is nothing.
    pub why_not: Option<WhyNot>,
    /// Whether a manager can pick it all the same: only rules stand in the way.
    pub overridable: bool,
}

/// Beds for one member of a party at the door.
///
/// # Errors
/// Refused for a time in the future or in the hour that summer time skips, an impossible age, or somebody
/// who is not in the record.
pub fn usable(
    centre: &Centre,
    draft: &Draft,
    next_code: u32,
    asking: Asking,
) -> Result<Usable, Refusal> {
    let at = asking.at(draft.at)?;
    let mut scene = at_the_door(centre, draft, at);
    let mut next = next_code;
    let mut codes = Vec::new();
    let mut ages = Vec::new();
    let mut already_here = Vec::new();
    let mut indices = Vec::new();
    for member in &draft.members {
        let known = member
            .who
            .known()
            .map(|id| centre.beneficiaries.get(&id).ok_or(Refusal::NotFound))
            .transpose()?;
        let number = known.map_or(next, |known| known.code);
        next += u32::from(known.is_none());
        if known.is_some_and(|known| is_here(centre, known.id, at)) {
            already_here.push(code(number));
        }
        let years = years(centre, member, at)?;
        codes.push(code(number));
        ages.push(years);
        indices.push(scene.add_arrival(
            &Arrival {
                who: member.who.known(),
                code: code(number),
                sex: member.sex,
                years: years.unwrap_or(30),
                needs: member.needs.clone(),
            },
            draft.joins,
        ));
    }
    for (member, index) in draft.members.iter().zip(&indices) {
        if let Some(Sleeps::Bed(bed)) = member.sleeps {
            scene.beds[*index] = scene.bed_index(bed);
        }
    }
    share(&mut scene, draft, &indices)?;
    let before: Vec<_> = scene.house.before();
    let proposals = propose(&scene, draft, &indices);
    let breaches = scene.brought_about(&before, scene.beds.clone());
    let picking = indices.get(draft.picking);
    let theirs = held_for(centre, draft);
    let beds = picking
        .map(|person| choices(&scene, *person, |bed| is_kept(centre, &theirs, bed, at)))
        .unwrap_or_default();
    let (taken, places) = verbs::fullest(centre, at, asking.now);
    Ok(Usable {
        codes,
        ages,
        beds,
        proposals,
        rooms: rooms_refused(&scene, &own_bed(draft, &indices)),
        breaches,
        taken: taken + draft.members.len(),
        places,
        already_here,
    })
}

/// Puts those who share a bed beside whom they share it with, of the party at the door or of those who are here.
fn share(scene: &mut Scene, draft: &Draft, indices: &[usize]) -> Result<(), Refusal> {
    for (member, index) in draft.members.iter().zip(indices) {
        let adult = match member.sleeps {
            Some(Sleeps::With(adult)) => indices.get(adult).copied(),
            Some(Sleeps::Beside(stay)) => scene.person_index(stay),
            Some(Sleeps::Bed(_)) | None => continue,
        };
        scene.share(*index, adult.ok_or(Refusal::NotFound)?);
    }
    Ok(())
}

fn at_the_door(centre: &Centre, draft: &Draft, at: Instant) -> Scene {
    let mut scene = Scene::of(centre, at);
    scene.add_those_since(centre, at);
    scene.open_holds(centre, &held_for(centre, draft), at);
    scene
}

/// The holds that are kept for them.
fn held_for(centre: &Centre, draft: &Draft) -> Vec<HoldId> {
    let holds = expected_with(centre, draft.hold, draft.waiting).1;
    holds.iter().map(|hold| hold.id).collect()
}

/// The members who are to have a bed of their own.
fn own_bed(draft: &Draft, indices: &[usize]) -> Vec<usize> {
    let members = draft.members.iter().zip(indices);
    let shares =
        |member: &DraftMember| matches!(member.sleeps, Some(Sleeps::With(_) | Sleeps::Beside(_)));
    let own = members.filter(|(member, _)| !shares(member));
    own.map(|(_, index)| *index).collect()
}

fn propose(scene: &Scene, draft: &Draft, indices: &[usize]) -> Vec<Proposal> {
    let picked: Vec<_> = draft
        .members
        .iter()
        .zip(indices)
        .filter_map(|(member, index)| match member.sleeps {
            Some(Sleeps::Bed(bed)) => Some((*index, scene.bed_index(bed)?)),
            _ => None,
        })
        .collect();
    let own = own_bed(draft, indices);
    let mut found = proposals(scene, &own, &picked);
    // One bed for each member of the party, in their order; none for those who share one.
    for proposal in &mut found {
        let beds = indices.iter().map(|index| {
            let place = own.iter().position(|other| other == index)?;
            proposal.beds[place]
        });
        proposal.beds = beds.collect();
    }
    found
}

/// Why nothing fits for a party at the door, and what would help.
///
/// # Errors
/// As [`usable`].
pub fn why_nothing_fits(centre: &Centre, draft: &Draft, asking: Asking) -> Result<Stuck, Refusal> {
    let at = asking.at(draft.at)?;
    let mut scene = at_the_door(centre, draft, at);
    let mut indices = Vec::new();
    for member in &draft.members {
        indices.push(scene.add_arrival(
            &Arrival {
                who: member.who.known(),
                code: String::new(),
                sex: member.sex,
                years: years(centre, member, at)?.unwrap_or(30),
                needs: member.needs.clone(),
            },
            draft.joins,
        ));
    }
    share(&mut scene, draft, &indices)?;
    Ok(stuck(&scene, &own_bed(draft, &indices)))
}

/// Whether a bed is closed or held for others, so that no reason leads past it.
fn is_kept(centre: &Centre, theirs: &[HoldId], bed: BedId, at: Instant) -> bool {
    is_closed(centre, bed, at) || held_from(centre, at, theirs).contains(&bed)
}

fn is_closed(centre: &Centre, bed: BedId, at: Instant) -> bool {
    let mut closures = centre.closures.values();
    closures.any(|one| one.bed == bed && one.span.contains(at))
}

fn choices(scene: &Scene, person: usize, is_kept: impl Fn(BedId) -> bool) -> Vec<BedChoice> {
    let choice = |(index, bed): (usize, &BedId)| {
        let why_not = scene.why_not(person, index);
        let overridable = matches!(why_not, Some(WhyNot::Rules { .. })) && !is_kept(*bed);
        BedChoice {
            bed: *bed,
            why_not,
            overridable,
        }
    };
    scene.bed_ids.iter().enumerate().map(choice).collect()
}

fn is_here(centre: &Centre, person: BeneficiaryId, at: Instant) -> bool {
    let mut stays = centre.stays.values();
    stays.any(|stay| stay.beneficiary == person && stay.span.to.is_none_or(|to| to > at))
}

fn years(centre: &Centre, member: &DraftMember, at: Instant) -> Result<Option<u16>, Refusal> {
    if let Some(born) = member.born {
        birth(born, None, at)?;
        return Ok(Some(born.years(at.day())));
    }
    let Some(id) = member.who.known() else {
        return Ok(None);
    };
    Ok(centre
        .beneficiaries
        .get(&id)
        .map(|person| centre.age(person, at).years))
}

/// Where people who are here can move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoveChoices {
    /// Every bed, by room and number.
    pub beds: Vec<MoveChoice>,
}

/// A bed to move to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoveChoice {
    /// Which bed.
    pub bed: BedId,
    /// Why the person can't simply be put there.
    pub why_not: Option<WhyNot>,
    /// Whether only rules stand in the way, which a manager can go past.
    pub overridable: bool,
    /// For a taken bed: the stay with which beds can be swapped.
    pub swap_with: Option<StayId>,
    /// The rules that the swap would break.
    pub swap_breaches: Vec<RuleBreach>,
}

/// Where one person who is here can move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StayChoices {
    /// Whose stay.
    pub stay: StayId,
    /// Every bed, by room and number.
    pub beds: Vec<MoveChoice>,
}

/// Who is to move, and what was picked so far.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WhereTo {
    /// For whom a bed is being picked.
    pub stay: StayId,
    /// When; now if not said.
    pub at: Option<WallTime>,
    /// Others who are to move along and for whom no bed is picked yet: their beds are free.
    #[serde(default)]
    pub along: Vec<StayId>,
    /// Beds picked so far for others who move along.
    #[serde(default)]
    pub picked: Vec<MoveOne>,
}

/// Where one person can move at an instant, everybody else staying, moving along, or swapping.
///
/// # Errors
/// Refused for somebody who has no bed at that time.
pub fn move_choices(centre: &Centre, to: &WhereTo, asking: Asking) -> Result<MoveChoices, Refusal> {
    let at = asking.at(to.at)?;
    let mut scene = Scene::of(centre, at);
    let not_here = |stay| Refusal::NotHere {
        who: centre.code_of(stay),
    };
    let index = |scene: &Scene, stay| scene.person_index(stay).ok_or_else(|| not_here(stay));
    let person = index(&scene, to.stay)?;
    let own = scene.beds[person].ok_or_else(|| not_here(to.stay))?;
    let before = scene.house.before();
    for other in to.along.iter().filter(|other| **other != to.stay) {
        let other = index(&scene, *other)?;
        scene.beds[other] = None;
    }
    for one in &to.picked {
        let other = index(&scene, one.stay)?;
        if let NewPlace::Bed(bed) = one.to {
            scene.beds[other] = scene.bed_index(bed);
        }
    }
    Ok(MoveChoices {
        beds: choices_of(&scene, &before, person, own, |bed| {
            is_closed(centre, bed, at)
        }),
    })
}

/// Where everybody who has a bed can move now, one at a time: what the board lights up while somebody is
/// dragged, without asking again.
#[must_use]
pub fn all_move_choices(centre: &Centre, now: Instant) -> Vec<StayChoices> {
    let scene = Scene::of(centre, now);
    let before = scene.house.before();
    let everybody = scene.stays.iter().enumerate();
    everybody
        .filter_map(|(person, stay)| {
            Some(StayChoices {
                stay: (*stay)?,
                beds: choices_of(&scene, &before, person, scene.beds[person]?, |bed| {
                    is_closed(centre, bed, now)
                }),
            })
        })
        .collect()
}

/// Every bed for one person, who has a bed. No reason leads into one that is closed; whether a hold is in the way hangs by
/// when they leave, and is asked when they are moved.
fn choices_of(
    scene: &Scene,
    before: &Arrangement,
    person: usize,
    own: usize,
    is_closed: impl Fn(BedId) -> bool,
) -> Vec<MoveChoice> {
    let shares = own >= scene.bed_ids.len();
    let choice = |(index, bed): (usize, &BedId)| {
        let mut choice = MoveChoice {
            bed: *bed,
            why_not: scene.why_not(person, index),
            overridable: false,
            swap_with: None,
            swap_breaches: Vec::new(),
        };
        choice.overridable =
            matches!(choice.why_not, Some(WhyNot::Rules { .. })) && !is_closed(*bed);
        if let Some(WhyNot::Taken { .. }) = choice.why_not {
            let other = scene.beds.iter().position(|taken| *taken == Some(index));
            if let Some(other) =
                other.filter(|_| !shares && !is_closed(*bed) && !is_closed(scene.bed_ids[own]))
            {
                let mut after = scene.beds.clone();
                after[person] = Some(index);
                after[other] = Some(own);
                choice.swap_with = scene.stays[other];
                choice.swap_breaches = scene.brought_about(before, after);
            }
        }
        choice
    };
    scene.bed_ids.iter().enumerate().map(choice).collect()
}
