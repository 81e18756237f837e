//! Code lists: countries and territories, as they stand in `assets/codes`.

use std::sync::LazyLock;

/// A code, and what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The code.
    pub code: &'static str,
    /// In English.
    pub en: &'static str,
    /// In Romanian.
    pub ro: &'static str,
    /// In Russian.
    pub ru: &'static str,
}

/// A list with a header line.
fn read(list: &'static str) -> Vec<Named> {
    list.lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split(';');
            Some(Named {
                code: cells.next()?,
                en: cells.next()?,
                ro: cells.next()?,
                ru: cells.next()?,
            })
        })
        .collect()
}

static COUNTRIES: LazyLock<Vec<Named>> =
    LazyLock::new(|| read(include_str!("../../../../assets/codes/countries.csv")));
static TERRITORIES: LazyLock<Vec<Named>> =
    LazyLock::new(|| read(include_str!("../../../../assets/codes/territories.csv")));

/// Countries, ISO 3166-1 alpha-2, and `XX` for stateless.
#[must_use]
pub fn countries() -> &'static [Named] {
    &COUNTRIES
}

/// Rayons, municipalities and towns, ISO 3166-2, and `XX` for abroad or unknown.
#[must_use]
pub fn territories() -> &'static [Named] {
    &TERRITORIES
}

/// Whether this is a country, ISO 3166-1 alpha-2, or `XX` for stateless.
#[must_use]
pub fn is_country(code: &str) -> bool {
    COUNTRIES.iter().any(|country| country.code == code)
}

/// Whether this is a rayon, municipality or town, ISO 3166-2, or `XX` for abroad or unknown.
#[must_use]
pub fn is_territory(code: &str) -> bool {
    TERRITORIES.iter().any(|territory| territory.code == code)
}
