//! Sorting. The library's own sorts are made anew for every type that is sorted, and are long; here the places of items
//! are sorted, so that one sort serves all types.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// The places of so many items in sorted order; equal items keep their order.
pub fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    order
}

/// Sorts items by a comparison; equal ones keep their order.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(items.len(), &mut |one, other| compare(&items[one], &items[other]));
    arrange(order, &mut |one, other| items.swap(one, other));
}

/// Sorts items; equal ones keep their order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts items by what is told of each; equal ones keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// A map of entries, of which a later one takes the place of an earlier one with the same key. Unlike the library's own
/// way from entries to a map it sorts nothing, which is as quick for entries that come in order.
pub fn map_of<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

/// Brings each item to its place by swaps along the circles of which any order consists.
fn arrange(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut order[place], place);
            if from == start {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_in_order_and_equal_ones_keep_theirs() {
        let items = (0..2_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24, number));
        let mut sorted: Vec<(u32, u32)> = items.collect();
        let mut wanted = sorted.clone();
        sort_by_key(&mut sorted, |(item, _)| *item);
        wanted.sort_by_key(|(item, _)| *item);
        assert_eq!(sorted, wanted);
    }
}
