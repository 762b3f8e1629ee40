//! What several rectangles cover together.

use tertial_engine::session::{Address, Range};

/// What is left of a rectangle when another is taken out of it: above, below, left and right of that.
pub fn without(range: Range, hole: Range) -> impl Iterator<Item = Range> {
    let Range { first, last } = range;
    let rest = match range.intersection(hole) {
        None => [Some(range), None, None, None],
        Some(hole) => {
            let rows = |from, to| Range::new(Address::new(from, first.column), Address::new(to, last.column));
            let beside = |from, to| Range::new(Address::new(hole.first.row, from), Address::new(hole.last.row, to));
            [
                (first.row < hole.first.row).then(|| rows(first.row, hole.first.row - 1)),
                (hole.last.row < last.row).then(|| rows(hole.last.row + 1, last.row)),
                (first.column < hole.first.column).then(|| beside(first.column, hole.first.column - 1)),
                (hole.last.column < last.column).then(|| beside(hole.last.column + 1, last.column)),
            ]
        }
    };
    rest.into_iter().flatten()
}

/// The same cells in rectangles that share none.
pub fn disjoint(ranges: impl Iterator<Item = Range>) -> Vec<Range> {
    let mut apart: Vec<Range> = Vec::new();
    for range in ranges {
        let rest = |parts: Vec<Range>, hole: &Range| parts.into_iter().flat_map(|part| without(part, *hole)).collect();
        let fresh = apart.iter().fold(vec![range], rest);
        apart.extend(fresh);
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> Range {
        Range::parse(text).unwrap()
    }

    fn rest(from: &str, hole: &str) -> Vec<String> {
        without(range(from), range(hole)).map(|part| part.to_string()).collect()
    }

    #[test]
    fn a_hole_leaves_what_lies_around_it() {
        assert_eq!(rest("B2:E6", "C3:D4"), ["B2:E2", "B5:E6", "B3:B4", "E3:E4"]);
        assert_eq!(rest("B2:E6", "A1:C9"), ["D2:E6"]);
        assert_eq!(rest("B2:E6", "G1"), ["B2:E6"]);
        assert!(rest("B2", "A1:C9").is_empty());
        assert_eq!(rest("B:B", "B3"), ["B1:B2", "B4:B1048576"]);
    }

    #[test]
    fn cells_that_are_covered_twice_count_once() {
        let ranges = ["A1:B3", "B2:C4", "A1:A2"].map(range);
        let apart = disjoint(ranges.into_iter());
        assert_eq!(apart.iter().map(|range| range.count()).sum::<u64>(), 10);
        for (index, one) in apart.iter().enumerate() {
            assert!(apart[index + 1..].iter().all(|other| one.intersection(*other).is_none()));
        }
    }
}
