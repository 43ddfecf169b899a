//! What an article says about itself before it begins: YAML between two lines of `---`, TOML between
//! two lines of `+++`.

use std::ops::Range;

use jiff::civil::Date;

use crate::source::Span;
use crate::yaml::{self, Fault, Node};

/// What stands before an article, for this program and for others.
#[derive(Debug)]
pub struct FrontMatter {
    /// With the lines around it, bytes of the source.
    pub span: Span,
    /// Its keys and values, or why it cannot be read; places are bytes of the source.
    pub root: Result<Node, Fault>,
}

impl FrontMatter {
    /// Reads the front matter that stands in a place of the source.
    pub(super) fn read(source: &str, range: Range<usize>) -> Self {
        let whole = &source[range.clone()];
        let fence = if whole.trim_start().starts_with("+++") {
            "+++"
        } else {
            "---"
        };
        let start = whole.find(fence).map_or(0, |at| at + fence.len());
        let body = whole[start..].trim_end();
        let body = ["...", fence]
            .iter()
            .find_map(|end| body.strip_suffix(end))
            .unwrap_or(body);
        let root = if fence == "+++" {
            yaml::parse_toml(body)
        } else {
            yaml::parse(body)
        };
        FrontMatter {
            span: range.clone().into(),
            root: match root {
                Ok(root) => Ok(root.shifted(range.start + start)),
                Err(fault) => Err(fault.shifted(range.start + start)),
            },
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.root.as_ref().ok()?.get(key)
    }

    /// The words of a key.
    pub(super) fn words(&self, key: &str) -> Option<String> {
        self.get(key)?.read().ok()
    }

    /// Its `lang:` or `language:`.
    pub(super) fn language(&self) -> Option<String> {
        self.words("lang").or_else(|| self.words("language"))
    }

    /// Its `date:`.
    pub(super) fn date(&self) -> Option<Date> {
        day(&self.words("date")?)
    }
}

/// A day as machines write it, or people in full; a day with a time (`2008-02-15T10:00:00Z`) counts by its day.
pub(super) fn day(words: &str) -> Option<Date> {
    const FORMS: [&str; 5] = ["%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y"];
    let words = words.trim();
    let whole = words.get(..10).and_then(|day| day.parse().ok());
    whole.or_else(|| {
        let mut read = FORMS
            .iter()
            .filter_map(|form| Date::strptime(form, words).ok());
        read.next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_the_forms_that_people_write_it_in() {
        for words in [
            "2008-02-05",
            "2008-02-05T10:00:00Z",
            "2008-02-05 10:00",
            "2008/02/05",
            "5 February 2008",
            "05 Feb 2008",
            "February 5, 2008",
            "Feb 05, 2008",
        ] {
            assert_eq!(day(words), Some(jiff::civil::date(2008, 2, 5)), "{words}");
        }
        for words in ["2008-02-30", "05/02/2008", "February 2008", "today", ""] {
            assert_eq!(day(words), None, "{words}");
        }
    }
}
