//! A particle that has a capital in one place and none in another: `Jean van Heijenoort`, `Jean Van Heijenoort`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::finding;
use crate::checks::{Context, Finding};
use crate::mentions::names::is_particle;

/// What is said of whole names that differ in the capital of a particle alone. Before a surname that stands alone some
/// languages ask for one: `Van Heijenoort`.
pub(super) fn findings(cx: &Context) -> Vec<Finding> {
    let mut spelt: BTreeMap<String, BTreeMap<&str, Vec<Range<usize>>>> = BTreeMap::new();
    for group in cx.mentions.groups() {
        for place in group.mentions.iter().filter(|place| cx.reads(place)) {
            let words = cx.words(place);
            let mut parts = words.split(' ').skip(1);
            if parts.any(|word| is_particle(&word.to_lowercase())) {
                let spellings = spelt.entry(words.to_lowercase()).or_default();
                spellings.entry(words).or_default().push(place.clone());
            }
        }
    }
    let small = |words: &&str| {
        let mut parts = words.split(' ').skip(1);
        parts.any(is_particle)
    };
    let several = spelt.values();
    let several = several.filter(|spellings| spellings.len() > 1 && spellings.keys().any(small));
    let found = several.filter_map(|spellings| {
        let mut spellings: Vec<_> = spellings.values().collect();
        spellings.sort_by_key(|places| places.len());
        Some(finding(cx, spellings.first()?, spellings.last()?))
    });
    found.collect()
}
