//! What a page says about itself: its date, by the names that programs write it under.

use html5gum::StartTag;
use jiff::civil::Date;

use super::attribute;
use crate::document::front_matter::day;

/// Names of `meta` elements that hold the day of publication, small letters, the surest first.
const DATES: [&str; 8] = [
    "date",
    "article:published_time",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
    "dcterms.issued",
    "datepublished",
    "pubdate",
];

/// The day of publication that a `meta` element gives, with its rank: the lowest is the surest.
pub(super) fn published(tag: &StartTag<usize>) -> Option<(usize, Date)> {
    let name = ["name", "property", "itemprop"]
        .iter()
        .find_map(|key| attribute(tag, key))?
        .to_ascii_lowercase();
    let rank = DATES.iter().position(|known| *known == name)?;
    Some((rank, day(&attribute(tag, "content")?)?))
}

/// The day of a `time` element that is marked as the day of publication.
pub(super) fn time(tag: &StartTag<usize>) -> Option<(usize, Date)> {
    let marked = tag.attributes.contains_key(&b"pubdate"[..])
        || ["itemprop", "class"]
            .iter()
            .filter_map(|key| attribute(tag, key))
            .any(|value| {
                value
                    .to_ascii_lowercase()
                    .split_ascii_whitespace()
                    .any(|word| matches!(word, "datepublished" | "published" | "dt-published"))
            });
    let day = day(&attribute(tag, "datetime")?)?;
    marked.then_some((DATES.len(), day))
}
