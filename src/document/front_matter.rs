//! What an article says about itself before it begins: YAML between two lines of `---`.

use std::ops::Range;

use jiff::civil::Date;

use crate::yaml;

/// The `date:` of a front matter; a date with a time (`2008-02-15T10:00:00Z`) counts by its day.
///
/// Front matter that is not YAML, or has no date, has none: other programs read it too.
pub(super) fn date(source: &str, range: Range<usize>) -> Option<Date> {
    let body = source[range]
        .trim()
        .trim_start_matches("---")
        .trim_end_matches("---");
    let date: String = yaml::parse(body).ok()?.get("date")?.read().ok()?;
    date.get(..10)?.parse().ok()
}
