//! Finding people by code, and by name where one was given.

use rusqlite::{Connection, params};
use uuid::Uuid;
use vatra_core::id::{BeneficiaryId, StayId};
use vatra_core::spelling::begins_words;

use crate::error::StoreError;

/// Somebody who was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub beneficiary: BeneficiaryId,
    /// The latest stay.
    pub stay: StayId,
    /// Found by the name, not by the code.
    pub by_name: bool,
}

/// People whose code has these digits, those here first, then the latest; or whose name has words that
/// begin so.
pub(crate) fn find(
    conn: &Connection,
    text: &str,
    names: bool,
    most: usize,
) -> Result<Vec<Found>, StoreError> {
    let text = text.trim();
    let digits: String = text
        .trim_start_matches(['K', 'k', 'К', 'к', '-', ' '])
        .to_owned();
    let mut found = Vec::new();
    if !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) {
        let sql = "
            SELECT beneficiary.id, stay.id FROM beneficiary
            JOIN stay ON stay.beneficiary_id = beneficiary.id AND stay.until_action IS NULL
            WHERE beneficiary.until_action IS NULL AND printf('%03d', beneficiary.code) LIKE '%' || ?1 || '%'
              AND stay.from_at = (SELECT max(other.from_at) FROM stay AS other
                WHERE other.beneficiary_id = beneficiary.id AND other.until_action IS NULL)
            ORDER BY beneficiary.code <> ?2, stay.to_at IS NOT NULL, beneficiary.code DESC LIMIT ?3";
        let mut statement = conn.prepare_cached(sql)?;
        let number: i64 = digits.parse().unwrap_or(-1);
        let mut rows = statement.query(params![digits, number, most as i64])?;
        while let Some(row) = rows.next()? {
            found.push(hit(row, false)?);
        }
    } else if names && text.chars().count() >= 3 {
        let sql = "
            SELECT beneficiary.id, stay.id, identity.name FROM identity
            JOIN beneficiary ON beneficiary.id = identity.beneficiary_id AND beneficiary.until_action IS NULL
            JOIN stay ON stay.beneficiary_id = beneficiary.id AND stay.until_action IS NULL
            WHERE identity.until_action IS NULL AND identity.name <> ''
              AND stay.from_at = (SELECT max(other.from_at) FROM stay AS other
                WHERE other.beneficiary_id = beneficiary.id AND other.until_action IS NULL)
            ORDER BY stay.to_at IS NOT NULL, beneficiary.code DESC";
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if begins_words(&row.get::<_, String>(2)?, text) {
                found.push(hit(row, true)?);
                if found.len() == most {
                    break;
                }
            }
        }
    }
    Ok(found)
}

fn hit(row: &rusqlite::Row<'_>, by_name: bool) -> Result<Found, StoreError> {
    let id = |column| -> Result<Uuid, StoreError> {
        let bytes: Vec<u8> = row.get(column)?;
        Uuid::from_slice(&bytes).map_err(|_| StoreError::Damaged("an identifier"))
    };
    Ok(Found {
        beneficiary: BeneficiaryId(id(0)?),
        stay: StayId(id(1)?),
        by_name,
    })
}
