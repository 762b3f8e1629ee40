//! Cells as tab-separated text, which every spreadsheet reads and writes.

/// Writes rows of texts; a text with a tab, a quote or a line break stands in quotes.
pub fn write(rows: impl Iterator<Item = Vec<String>>) -> String {
    let lines: Vec<String> =
        rows.map(|row| row.iter().map(|text| quoted(text)).collect::<Vec<_>>().join("\t")).collect();
    lines.join("\r\n")
}

/// Reads rows of texts.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut rest) = (Vec::new(), Vec::new(), text);
    while !rest.is_empty() || !row.is_empty() {
        let (cell, after) = match rest.strip_prefix('"') {
            Some(quoted) => in_quotes(quoted),
            None => plain(rest),
        };
        row.push(cell);
        match after.strip_prefix('\t') {
            Some(next) => rest = next,
            None => {
                rest = after.strip_prefix('\n').unwrap_or(after);
                rows.push(std::mem::take(&mut row));
            }
        }
    }
    rows
}

/// A text up to the next tab or line break, and what follows it.
fn plain(text: &str) -> (String, &str) {
    let end = text.bytes().position(|byte| matches!(byte, b'\t' | b'\n')).unwrap_or(text.len());
    let (cell, after) = text.split_at(end);
    (cell.strip_suffix('\r').unwrap_or(cell).to_owned(), after)
}

/// A text after its opening quote up to the closing one, what stands between that and the next tab or line break, and what
/// follows.
fn in_quotes(text: &str) -> (String, &str) {
    let (mut cell, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('"') {
        cell.push_str(before);
        let Some(next) = after.strip_prefix('"') else {
            let (more, after) = plain(after);
            return (cell + &more, after);
        };
        cell.push('"');
        rest = next;
    }
    (cell + rest, "")
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
    fn a_quote_that_is_not_closed_takes_the_rest() {
        assert_eq!(read("1\t\"två\nrader\t3"), [["1", "två\nrader\t3"]]);
        assert_eq!(read("\"\"\t\"a\"b\r\n\t\r\n\r\n2"), [vec!["", "ab"], vec!["", ""], vec![""], vec!["2"]]);
    }

    #[test]
    fn a_quote_inside_a_text_is_itself() {
        assert_eq!(read("5\" rör"), [["5\" rör"]]);
    }
}
