//! How long functions and files are, crate by crate: figures to watch, beside the limits that hold.

use super::lengths;
use super::source::Rust;

const CRATES: [&str; 4] = ["engine", "web", "tests", "xtask"];
const LONG: usize = 50;
const LONGEST_FILES: usize = 10;

/// The figures as text.
pub fn report(files: &[Rust]) -> String {
    let mut lines = vec!["functions          count  median  p90  max  over 50 lines".to_owned()];
    for name in CRATES {
        lines.push(row(name, &lengths_of(files, &format!("{name}/"))));
    }
    lines.push(row("all", &lengths_of(files, "")));
    lines.push("longest files, without tests".to_owned());
    let mut sizes: Vec<(usize, &str)> = files.iter().map(|rust| (lengths::file_lines(rust), rust.path)).collect();
    sizes.sort_by(|one, other| other.cmp(one));
    lines.extend(sizes.iter().take(LONGEST_FILES).map(|(size, path)| format!("  {size:>4}  {path}")));
    lines.join("\n")
}

fn lengths_of(files: &[Rust], prefix: &str) -> Vec<usize> {
    let chosen = files.iter().filter(|rust| rust.path.starts_with(prefix));
    let mut lengths: Vec<usize> = chosen.flat_map(lengths::functions).map(|function| function.lines).collect();
    lengths.sort_unstable();
    lengths
}

fn row(name: &str, lengths: &[usize]) -> String {
    let long = lengths.iter().filter(|length| **length > LONG).count();
    let share = 100.0 * long as f64 / lengths.len().max(1) as f64;
    let [median, p90, max] = [50, 90, 100].map(|percent| percentile(lengths, percent));
    format!("  {name:<14} {:>7} {median:>7} {p90:>4} {max:>4} {share:>8.1} %", lengths.len())
}

/// The length that this share of functions does not exceed, in a sorted list.
fn percentile(sorted: &[usize], percent: usize) -> usize {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_ranks() {
        let lengths: Vec<usize> = (1..=10).collect();
        assert_eq!([50, 90, 100].map(|percent| percentile(&lengths, percent)), [5, 9, 10]);
        assert_eq!(percentile(&[], 50), 0);
    }
}
