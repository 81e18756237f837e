//! What was noted of somebody before it was put right: the old version behind the fact.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::centre::{Centre, Fact};
use crate::facts::{Beneficiary, Ground, Party, Phase, Stay};
use crate::id::StayId;
use crate::terms::{
    AbsenceKind, AssistanceKind, Body, DepartureReason, Destination, GroundKind, PhaseKind,
    Relation, Sex,
};
use crate::time::{Instant, Span};

/// A fact as it was noted before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Former {
    /// When they arrived.
    Arrival {
        /// The time.
        at: Instant,
    },
    /// When they left, why and where to; that they were here still, where there is no time.
    Departure {
        /// The time.
        at: Option<Instant>,
        /// Why.
        reason: Option<DepartureReason>,
        /// Where to.
        destination: Option<Destination>,
    },
    /// Where they slept.
    Bed {
        /// Room and bed; empty for a bed that is no more.
        bed: String,
        /// From when.
        from: Instant,
        /// Until when, if it was over.
        to: Option<Instant>,
    },
    /// When they were away.
    Absence {
        /// Where.
        kind: AbsenceKind,
        /// From when.
        from: Instant,
        /// Until when, if it was over.
        to: Option<Instant>,
    },
    /// Why they were here.
    Ground {
        /// Why.
        kind: GroundKind,
        /// Who decided it.
        decided_by: Option<Body>,
        /// From when.
        from: Instant,
    },
    /// What the centre did for them.
    Phase {
        /// Which phase.
        kind: PhaseKind,
        /// From when.
        from: Instant,
    },
    /// Assistance.
    Assistance {
        /// What.
        kind: AssistanceKind,
        /// Its name.
        name: Option<String>,
    },
    /// What they are in the party.
    Relation {
        /// What.
        is: Relation,
    },
    /// With whom they are.
    Party {
        /// The codes of the others who are of that party still.
        with: Vec<String>,
    },
    /// Who it was thought to be.
    Person,
    /// Female or male.
    Sex {
        /// Which.
        is: Sex,
    },
    /// When they were born.
    Born {
        /// Calendar year.
        year: i32,
        /// Month, 1 to 12.
        month: u32,
    },
    /// Country, ISO 3166-1 alpha-2.
    Citizenship {
        /// Which.
        is: String,
    },
    /// Who sent the party, and from where.
    Sent {
        /// The body.
        referrer: Option<Body>,
        /// Rayon or town.
        territory: Option<String>,
    },
}

/// What a fact said that a later version doesn't say any more. What was merely not known says nothing.
#[must_use]
pub fn former(centre: &Centre, old: &Fact, new: Option<&Fact>) -> Vec<Former> {
    match (old, new) {
        (Fact::Stay(old), Some(Fact::Stay(new))) => stay(centre, old, new),
        (Fact::Beneficiary(old), Some(Fact::Beneficiary(new))) => person(old, new),
        (Fact::Party(old), Some(Fact::Party(new))) => sent(old, new),
        (Fact::BedAssignment(old), _) => vec![Former::Bed {
            bed: centre.bed_label(old.bed),
            from: old.span.from,
            to: old.span.to,
        }],
        (Fact::BedShare(old), _) => vec![Former::Bed {
            bed: (centre.bed_of(old.with, old.span.from))
                .map(|bed| centre.bed_label(bed))
                .unwrap_or_default(),
            from: old.span.from,
            to: old.span.to,
        }],
        (Fact::Absence(old), _) => vec![Former::Absence {
            kind: old.kind,
            from: old.span.from,
            to: old.span.to,
        }],
        (Fact::Ground(old), _) => vec![Former::Ground {
            kind: old.kind,
            decided_by: old.decided_by,
            from: old.span.from,
        }],
        (Fact::Phase(old), _) => vec![Former::Phase {
            kind: old.kind,
            from: old.span.from,
        }],
        (Fact::Assistance(old), _) => vec![Former::Assistance {
            kind: old.kind,
            name: old.name.clone(),
        }],
        _ => Vec::new(),
    }
}

/// Whether a ground or a phase only begins and ends with its stay, which was put right: it was noted as it is.
#[must_use]
pub fn goes_with_stay(old: &Fact, new: &Fact, was: Span, is: Span) -> bool {
    let moved = |span: Span| Span {
        from: if span.from == was.from {
            is.from
        } else {
            span.from
        },
        to: if span.to == was.to { is.to } else { span.to },
    };
    match (old, new) {
        (Fact::Ground(old), Fact::Ground(new)) => {
            let span = moved(old.span);
            Ground {
                span,
                ..old.clone()
            } == *new
        }
        (Fact::Phase(old), Fact::Phase(new)) => {
            let span = moved(old.span);
            Phase {
                span,
                ..old.clone()
            } == *new
        }
        _ => false,
    }
}

/// The stay that a fact belongs to; none for what is known of a person or a party as a whole.
#[must_use]
pub fn stay_of(fact: &Fact) -> Option<StayId> {
    match fact {
        Fact::Stay(fact) => Some(fact.id),
        Fact::BedAssignment(fact) => Some(fact.stay),
        Fact::BedShare(fact) => Some(fact.stay),
        Fact::Absence(fact) => Some(fact.stay),
        Fact::Ground(fact) => Some(fact.stay),
        Fact::Phase(fact) => Some(fact.stay),
        Fact::Term(fact) => Some(fact.stay),
        Fact::Assistance(fact) => Some(fact.stay),
        Fact::ExpectedDeparture(fact) => Some(fact.stay),
        _ => None,
    }
}

fn stay(centre: &Centre, old: &Stay, new: &Stay) -> Vec<Former> {
    let mut found = Vec::new();
    if old.span.from != new.span.from {
        found.push(Former::Arrival { at: old.span.from });
    }
    if (old.span.to, old.departure) != (new.span.to, new.departure) {
        found.push(Former::Departure {
            at: old.span.to,
            reason: old.departure.and_then(|departure| departure.reason),
            destination: old.departure.and_then(|departure| departure.destination),
        });
    }
    if old.relation != new.relation {
        found.push(Former::Relation { is: old.relation });
    }
    if old.party != new.party {
        let others = centre.stays.values();
        let others = others.filter(|other| other.party == old.party && other.id != old.id);
        let mut with: Vec<_> = others.map(|other| centre.code_of(other.id)).collect();
        with.sort();
        found.push(Former::Party { with });
    }
    if old.beneficiary != new.beneficiary {
        found.push(Former::Person);
    }
    found
}

fn person(old: &Beneficiary, new: &Beneficiary) -> Vec<Former> {
    let mut found = Vec::new();
    if old.sex != new.sex {
        found.push(Former::Sex { is: old.sex });
    }
    if (old.born.year, old.born.month) != (new.born.year, new.born.month) {
        found.push(Former::Born {
            year: old.born.year,
            month: old.born.month,
        });
    }
    if let Some(is) = old.citizenship.clone()
        && old.citizenship != new.citizenship
    {
        found.push(Former::Citizenship { is });
    }
    found
}

fn sent(old: &Party, new: &Party) -> Vec<Former> {
    let lost = |old: bool, same: bool| old && !same;
    let referrer = lost(old.referrer.is_some(), old.referrer == new.referrer);
    let territory = lost(old.territory.is_some(), old.territory == new.territory);
    if !referrer && !territory {
        return Vec::new();
    }
    vec![Former::Sent {
        referrer: old.referrer.filter(|_| referrer),
        territory: old.territory.clone().filter(|_| territory),
    }]
}
