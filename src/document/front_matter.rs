//! What an article says about itself before it begins: YAML between two lines of `---`, TOML between
//! two lines of `+++`.

use std::ops::Range;

use jiff::civil::Date;

use crate::source::Span;
use crate::yaml::{self, Node};

/// What stands before an article, for this program and for others.
#[derive(Debug)]
pub struct FrontMatter {
    /// With the lines around it, bytes of the source.
    pub span: Span,
    /// Its keys and values, their places bytes of the source; nothing where it cannot be read.
    pub root: Option<Node>,
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
            root: root.ok().map(|root| root.shifted(range.start + start)),
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.root.as_ref()?.get(key)
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

/// A day as machines write it; a day with a time (`2008-02-15T10:00:00Z`) counts by its day.
pub(super) fn day(words: &str) -> Option<Date> {
    words.trim().get(..10)?.parse().ok()
}
