//! Cells as tab-separated text, which every spreadsheet reads and writes.

/// Writes rows of texts; a text with a tab, a quote or a line break stands in quotes.
pub fn write(rows: impl Iterator<Item = Vec<String>>) -> String {
    let lines: Vec<String> =
        rows.map(|row| row.iter().map(|text| quoted(text)).collect::<Vec<_>>().join("\t")).collect();
    lines.join("\r\n")
}

/// Reads rows of texts.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut letters = text.chars().peekable();
    let mut in_quotes = false;
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().expect("there is always a row");
        let cell = row.last_mut().expect("there is always a cell");
        match letter {
            '"' if in_quotes && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if in_quotes => in_quotes = false,
            '"' if cell.is_empty() => in_quotes = true,
            '\t' if !in_quotes => row.push(String::new()),
            '\r' if !in_quotes => {}
            '\n' if !in_quotes => rows.push(vec![String::new()]),
            letter => cell.push(letter),
        }
    }
    // Spreadsheets end the last row too.
    rows.pop_if(|row| row.len() == 1 && row[0].is_empty());
    rows
}

fn quoted(text: &str) -> String {
    if text.contains(['\t', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let rows = vec![
            vec!["Budget".to_owned(), "7 500,5".to_owned()],
            vec!["två\nrader".to_owned(), "ett \"citat\"\toch tabb".to_owned()],
            vec![String::new(), "−3".to_owned()],
        ];
        assert_eq!(read(&write(rows.clone().into_iter())), rows);
    }

    #[test]
    fn the_last_line_break_adds_no_row() {
        assert_eq!(read("1\t2\r\n3\t4\r\n"), [["1", "2"], ["3", "4"]]);
        assert_eq!(read("12,5"), [["12,5"]]);
        assert!(read("").is_empty());
    }

    #[test]
    fn a_quote_inside_a_text_is_itself() {
        assert_eq!(read("5\" rör"), [["5\" rör"]]);
    }
}
