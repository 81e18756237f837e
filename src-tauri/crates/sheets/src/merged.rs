//! Cells that are merged over several rows. Of an ODS file what reads the cells doesn't tell them.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use calamine::Sheets;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape};

use crate::SheetError;
use crate::grid::{MOST_CELLS, Sheet, put};

/// The first and the last cell of what is merged, each a row and a column from 0.
pub(crate) type Region = ((u32, u32), (u32, u32));

/// What each sheet of an ODS file merges, by its name; none where that can't be read.
pub(crate) fn of_ods(bytes: &[u8]) -> Option<BTreeMap<String, Vec<Region>>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let content = zip.by_name("content.xml").ok()?;
    regions(content).ok()
}

fn regions(content: impl Read) -> quick_xml::Result<BTreeMap<String, Vec<Region>>> {
    let mut reader = Reader::from_reader(BufReader::new(content));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut sheets: BTreeMap<String, Vec<Region>> = BTreeMap::new();
    let mut sheet = Vec::new();
    let mut name = String::new();
    let (mut row, mut column, mut repeats) = (0_u32, 0_u32, 1);
    let (mut buffer, mut skipped) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table" => {
                    let said = attribute(&tag, "table:name")?.unwrap_or_default();
                    name = escape::unescape(&said)?.into_owned();
                    (row, sheet) = (0, Vec::new());
                }
                "table:table-row" => {
                    (column, repeats) = (0, number(&tag, "table:number-rows-repeated")?);
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    let down = number(&tag, "table:number-rows-spanned")?;
                    let across = number(&tag, "table:number-columns-spanned")?;
                    if down > 1 {
                        let last = (
                            row.saturating_add(down - 1),
                            column.saturating_add(across.max(1) - 1),
                        );
                        sheet.push(((row, column), last));
                    }
                    let wide = number(&tag, "table:number-columns-repeated")?;
                    column = column.saturating_add(wide);
                    reader.read_to_end_into(tag.name(), &mut skipped)?;
                }
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "table:table-row" => row = row.saturating_add(repeats),
                "table:table" => {
                    sheets.insert(std::mem::take(&mut name), std::mem::take(&mut sheet));
                }
                _ => {}
            },
            Event::Eof => return Ok(sheets),
            _ => {}
        }
        buffer.clear();
        skipped.clear();
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> quick_xml::Result<Option<String>> {
    let found = tag.try_get_attribute(name)?;
    Ok(found.map(|one| one.value.into_owned()))
}

/// How many times; once where it isn't said.
fn number(tag: &BytesStart<'_>, name: &str) -> quick_xml::Result<u32> {
    let said = attribute(tag, name)?;
    Ok(said.and_then(|text| text.parse().ok()).unwrap_or(1))
}

/// What a sheet of a workbook merges.
pub(crate) fn of_workbook(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Vec<Region> {
    let found = match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).ok(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).ok(),
        Sheets::Xlsb(_) | Sheets::Ods(_) => None,
    };
    let found = found.unwrap_or_default().into_iter();
    found.map(|one| (one.start, one.end)).collect()
}

/// What stands in merged cells holds for each of them: a family's date over its rows.
pub(crate) fn fill(regions: &[Region], sheet: &mut Sheet) -> Result<(), SheetError> {
    let mut filled = 0;
    for ((top, left), (bottom, right)) in regions {
        // Across columns it is a title, not a value.
        if left != right {
            continue;
        }
        let (Some(top), Some(bottom)) = (
            top.saturating_add(1).checked_sub(sheet.first_row),
            bottom.saturating_add(1).checked_sub(sheet.first_row),
        ) else {
            continue;
        };
        let from = sheet.rows.get(top as usize);
        let Some(value) = from.and_then(|row| row.get(*left as usize)).cloned() else {
            continue;
        };
        let below = sheet
            .rows
            .iter_mut()
            .take((bottom as usize).saturating_add(1));
        for row in below.skip(top as usize + 1) {
            filled += 1;
            if filled > MOST_CELLS {
                return Err(SheetError::TooLarge);
            }
            put(row, *left, value.clone());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Value, read};
    use std::io::Write;

    /// A zip of these parts.
    fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let plain = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored);
        for (name, part) in parts {
            zip.start_file(*name, plain).expect("a part");
            zip.write_all(part).expect("written");
        }
        zip.finish().expect("a zip").into_inner()
    }

    fn ods(tables: &str) -> Vec<u8> {
        let content = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:body>\
             <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
        );
        zipped(&[
            (
                "mimetype",
                b"application/vnd.oasis.opendocument.spreadsheet",
            ),
            ("META-INF/manifest.xml", b"<manifest:manifest/>"),
            ("content.xml", content.as_bytes()),
        ])
    }

    #[test]
    fn cells_of_an_ods_file_that_are_merged_over_rows_are_filled() {
        let cell = |attributes: &str, text: &str| {
            format!(
                "<table:table-cell {attributes} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            )
        };
        let covered = "<table:covered-table-cell/>";
        let row = |cells: &[&str]| format!("<table:table-row>{}</table:table-row>", cells.concat());
        let spanned = "table:number-rows-spanned=\"3\" table:number-columns-spanned=\"1\"";
        let title = "table:number-rows-spanned=\"2\" table:number-columns-spanned=\"3\"";
        let empty = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>";
        let gap = "<table:table-cell table:number-columns-repeated=\"2\"/>";
        let tables = format!(
            "<table:table table:name=\"2008\">{}</table:table><table:table table:name=\"a &amp; b\">{}{}{}{empty}{}{}{}</table:table>",
            row(&[&cell("", "nimic")]),
            row(&[gap, &cell("", "Rusu")]),
            row(&[&cell(title, "titlu"), covered, covered]),
            row(&[covered, covered, covered]),
            row(&[gap, &cell(spanned, "fam. 1"), &cell("", "f")]),
            row(&[gap, covered, &cell("", "m")]),
            row(&[gap, covered, &cell("", "f")]),
        );
        let grid = read(&ods(&tables)).expect("a spreadsheet");
        assert_eq!((grid[0].rows.len(), grid[1].name.as_str()), (1, "a & b"));
        let shown = |row: &Vec<Value>| row.iter().map(Value::shown).collect::<Vec<_>>().join(";");
        let rows: Vec<String> = grid[1].rows.iter().map(shown).collect();
        assert_eq!(
            rows,
            [
                ";;Rusu",
                "titlu",
                "",
                "",
                "",
                ";;fam. 1;f",
                ";;fam. 1;m",
                ";;fam. 1;f"
            ]
        );
    }

    #[test]
    fn a_workbook_whose_merged_cells_cannot_be_told_is_refused() {
        let binary = zipped(&[("xl/workbook.bin", &[0x90, 1, 0, 0x9d, 1, 0])]);
        assert!(matches!(
            calamine::open_workbook_auto_from_rs(Cursor::new(&binary)),
            Ok(Sheets::Xlsb(_))
        ));
        assert_eq!(read(&binary), Err(SheetError::NotASpreadsheet));
    }

    #[test]
    fn what_is_merged_over_and_over_is_too_large() {
        let rows = vec![vec![Value::Number(1.0)]; 10_000];
        let mut sheet = Sheet {
            name: String::new(),
            first_row: 1,
            rows,
        };
        let regions = vec![((0, 0), (u32::MAX, 0)); 1_000];
        assert_eq!(fill(&regions, &mut sheet), Err(SheetError::TooLarge));
    }
}
