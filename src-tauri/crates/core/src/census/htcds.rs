//! What leaves of a period in the vocabulary of HTCDS 2.0, the Human Trafficking Case Data Standard: counts by
//! field and value, so that nobody is told apart. They come from the tables in which small counts are hidden
//! already, and say nothing that those don't.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::leaving::{Cell, Column, Leaving};
use crate::codes;
use crate::terms::{AssistanceKind, Body, GroundKind, Sex, choice};

choice! {
    /// What is counted.
    Unit {
        /// Different persons.
        Persons = "persons",
        /// Stays.
        Stays = "stays",
        /// How often something was given.
        Times = "times",
    }
}

/// How many have a value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HtcdsLine {
    /// The field, as the standard names it.
    pub field: String,
    /// The value, as the standard names it; empty where it has no such value, or nothing is known.
    pub value: String,
    /// What is counted.
    pub unit: Unit,
    /// How many; none where it is hidden.
    pub count: Option<u32>,
}

/// The fields that are used, each with all values that the standard has for it. A list of countries by their
/// codes (ISO 3166) is not written out.
pub const FIELDS: &[(&str, &[&str])] = &[
    (
        "prs_Gender",
        &[
            "Feminine",
            "Masculine",
            "TransgenderFeminine",
            "TransgenderMasculine",
            "NonConforming",
            "NonSpecifiedUnknown",
        ],
    ),
    ("prs_Citizenship", &[]),
    (
        "vic_TraffickingStatus",
        &[
            "PossibleVictimOfTrafficking",
            "ActualVictimOfTrafficking",
            "NotAVictimOfTrafficking",
        ],
    ),
    (
        "org_Type",
        &[
            "NGO",
            "LawEnforcement",
            "HealthServiceOrganisation",
            "CentralGovernmentOrganisation",
            "LocalGovernmentOrganisation",
            "ImmigrationService",
            "LegalService",
            "CorporateBusiness",
            "SchoolOrCollege",
        ],
    ),
    (
        "spl_Type",
        &[
            "Education",
            "Financial",
            "Health",
            "LabourExploitationRehabilitation",
            "Legal",
            "Livelihood",
            "RightsBasedTraining",
            "SexualExploitationRehabilitation",
            "SocialCare",
        ],
    ),
];

/// The lines that are not in the vocabulary: none, unless something went wrong.
#[must_use]
pub fn outside_vocabulary(lines: &[HtcdsLine]) -> Vec<&HtcdsLine> {
    let known = |line: &&HtcdsLine| {
        let Some((field, values)) = FIELDS.iter().find(|(field, _)| *field == line.field) else {
            return false;
        };
        let value = line.value.as_str();
        value.is_empty()
            || values.contains(&value)
            || (*field == "prs_Citizenship" && value != "XX" && codes::is_country(value))
    };
    lines.iter().filter(|line| !known(line)).collect()
}

/// What leaves, in the vocabulary of the standard.
#[must_use]
pub fn htcds(leaving: &Leaving) -> Vec<HtcdsLine> {
    let mut lines = Vec::new();
    let mut add =
        |table: &str, count: Column, field: &str, unit: Unit, value: &dyn Fn(&str) -> String| {
            lines.extend(of_table(leaving, table, count, field, unit, value));
        };
    add(
        "served",
        Column::Persons,
        "prs_Gender",
        Unit::Persons,
        &gender,
    );
    add(
        "citizenship",
        Column::Stays,
        "prs_Citizenship",
        Unit::Stays,
        &citizenship,
    );
    add(
        "ground",
        Column::Stays,
        "vic_TraffickingStatus",
        Unit::Stays,
        &status,
    );
    add(
        "referrer",
        Column::Stays,
        "org_Type",
        Unit::Stays,
        &organisation,
    );
    add(
        "assistance",
        Column::Times,
        "spl_Type",
        Unit::Times,
        &support,
    );
    lines
}

/// Values that the standard doesn't tell apart are counted together; where one of them is hidden, all are.
fn of_table(
    leaving: &Leaving,
    name: &str,
    counted: Column,
    field: &str,
    unit: Unit,
    value: &dyn Fn(&str) -> String,
) -> Vec<HtcdsLine> {
    let Some(table) = leaving.tables.iter().find(|table| table.name == name) else {
        return Vec::new();
    };
    let column = table.columns.iter().position(|column| *column == counted);
    let mut counts: BTreeMap<String, Option<u64>> = BTreeMap::new();
    for row in &table.rows {
        // Of persons by sex and age the sums of each sex.
        if table.columns.len() == 3 && counted == Column::Persons && row.get(1) != Some(&Cell::All)
        {
            continue;
        }
        let Some(Cell::Word(_, what)) = row.first() else {
            continue;
        };
        let value = what.as_deref().map(value).unwrap_or_default();
        let count = match column.and_then(|column| row.get(column)) {
            Some(Cell::Count(count)) => Some(*count),
            _ => None,
        };
        let sum = counts.entry(value).or_insert(Some(0));
        *sum = sum.zip(count).map(|(sum, count)| sum + count);
    }
    counts
        .into_iter()
        .map(|(value, count)| HtcdsLine {
            field: field.to_owned(),
            value,
            unit,
            count: count.map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
        })
        .collect()
}

fn gender(kept: &str) -> String {
    match Sex::from_text(kept) {
        Some(Sex::Female) => "Feminine",
        Some(Sex::Male) => "Masculine",
        None => "",
    }
    .to_owned()
}

/// `XX` stands for stateless here, and for nothing in the standard's list.
fn citizenship(kept: &str) -> String {
    Some(kept)
        .filter(|code| *code != "XX")
        .unwrap_or_default()
        .to_owned()
}

fn status(kept: &str) -> String {
    match GroundKind::from_text(kept) {
        Some(GroundKind::Victim) => "ActualVictimOfTrafficking",
        Some(GroundKind::PresumedVictim | GroundKind::PotentialVictim) => {
            "PossibleVictimOfTrafficking"
        }
        Some(GroundKind::Accompanying) => "NotAVictimOfTrafficking",
        None => "",
    }
    .to_owned()
}

fn organisation(kept: &str) -> String {
    match Body::from_text(kept) {
        Some(Body::Ngo | Body::Hotline) => "NGO",
        Some(Body::Police | Body::Border) => "LawEnforcement",
        Some(Body::Health) => "HealthServiceOrganisation",
        Some(Body::NrsTeam | Body::SocialAssistance) => "LocalGovernmentOrganisation",
        Some(Body::Justice | Body::Consulate | Body::Centre) => "CentralGovernmentOrganisation",
        // An international organisation, nobody, or another body: the standard has no word for it.
        Some(Body::Iom | Body::Oneself | Body::Other) | None => "",
    }
    .to_owned()
}

fn support(kept: &str) -> String {
    match AssistanceKind::from_text(kept) {
        Some(AssistanceKind::Medical | AssistanceKind::Psychological) => "Health",
        Some(AssistanceKind::Legal) => "Legal",
        Some(AssistanceKind::Other) | None => "",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::census::leaving::{Area, LeavingTable};
    use chrono::NaiveDate;

    fn table(name: &str, columns: &[Column], rows: Vec<Vec<Cell>>) -> LeavingTable {
        LeavingTable {
            name: name.into(),
            columns: columns.to_vec(),
            rows,
        }
    }

    #[test]
    fn every_value_of_the_record_has_its_place_in_the_vocabulary() {
        let word = |area, text: &str| Cell::Word(area, Some(text.to_owned()));
        let count = Cell::Count(9);
        let kinds = |area, values: Vec<&str>| -> Vec<Vec<Cell>> {
            values
                .into_iter()
                .map(|value| vec![word(area, value), count.clone()])
                .collect()
        };
        let assistance = AssistanceKind::ALL.iter().map(|kind| {
            vec![
                word(Area::Assistance, kind.text()),
                count.clone(),
                count.clone(),
            ]
        });
        let served = Sex::ALL
            .iter()
            .map(|sex| vec![word(Area::Sex, sex.text()), Cell::All, count.clone()]);
        let two = [Column::Kind, Column::Stays];
        let day = NaiveDate::default();
        let leaving = Leaving {
            first: day,
            last: day,
            least: 5,
            places_from: None,
            tables: vec![
                table(
                    "served",
                    &[Column::Sex, Column::Age, Column::Persons],
                    served.collect(),
                ),
                table(
                    "ground",
                    &two,
                    kinds(
                        Area::Ground,
                        GroundKind::ALL.iter().map(|one| one.text()).collect(),
                    ),
                ),
                table(
                    "referrer",
                    &two,
                    kinds(
                        Area::Referrer,
                        Body::ALL.iter().map(|one| one.text()).collect(),
                    ),
                ),
                table(
                    "citizenship",
                    &two,
                    kinds(Area::Citizenship, vec!["MD", "UA", "XX"]),
                ),
                table(
                    "assistance",
                    &[Column::Kind, Column::Times, Column::Persons],
                    assistance.collect(),
                ),
            ],
            hidden: 0,
        };
        let lines = htcds(&leaving);
        assert!(outside_vocabulary(&lines).is_empty());
        let of = |field: &str, value: &str| {
            lines
                .iter()
                .find(|line| line.field == field && line.value == value)
                .and_then(|line| line.count)
        };
        assert_eq!(of("prs_Gender", "Feminine"), Some(9));
        assert_eq!(
            of("vic_TraffickingStatus", "PossibleVictimOfTrafficking"),
            Some(18)
        );
        assert_eq!(of("prs_Citizenship", "MD"), Some(9));
        let wrong = HtcdsLine {
            field: "prs_Name".into(),
            ..lines[0].clone()
        };
        assert_eq!(outside_vocabulary(std::slice::from_ref(&wrong)).len(), 1);
    }

    #[test]
    fn what_is_hidden_stays_hidden_in_a_sum() {
        let word = |text: &str| Cell::Word(Area::Ground, Some(text.to_owned()));
        let rows = vec![
            vec![word("presumed_victim"), Cell::Hidden],
            vec![word("potential_victim"), Cell::Count(12)],
            vec![word("victim"), Cell::Count(7)],
        ];
        let leaving = Leaving {
            first: NaiveDate::default(),
            last: NaiveDate::default(),
            least: 5,
            places_from: None,
            tables: vec![table("ground", &[Column::Kind, Column::Stays], rows)],
            hidden: 1,
        };
        let lines = htcds(&leaving);
        let of = |value: &str| {
            lines
                .iter()
                .find(|line| line.value == value)
                .map(|line| line.count)
        };
        assert_eq!(of("PossibleVictimOfTrafficking"), Some(None));
        assert_eq!(of("ActualVictimOfTrafficking"), Some(Some(7)));
    }
}
