//! Code lists: countries and territories, as they stand in `assets/codes`.

use std::sync::LazyLock;

/// The first column of a list with a header line.
fn first_column(list: &'static str) -> Vec<&'static str> {
    list.lines()
        .skip(1)
        .filter_map(|line| line.split(';').next())
        .collect()
}

static COUNTRIES: LazyLock<Vec<&str>> =
    LazyLock::new(|| first_column(include_str!("../../../../assets/codes/countries.csv")));
static TERRITORIES: LazyLock<Vec<&str>> =
    LazyLock::new(|| first_column(include_str!("../../../../assets/codes/territories.csv")));

/// Whether this is a country, ISO 3166-1 alpha-2, or `XX` for stateless.
#[must_use]
pub fn is_country(code: &str) -> bool {
    COUNTRIES.contains(&code)
}

/// Whether this is a rayon, municipality or town, ISO 3166-2, or `XX` for abroad or unknown.
#[must_use]
pub fn is_territory(code: &str) -> bool {
    TERRITORIES.contains(&code)
}
