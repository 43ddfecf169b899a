//! `identifier`: ISBN, ISSN, ORCID, DOI, arXiv and addresses that cannot be right.

mod address;
mod figures;
mod papers;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{place, words};
use crate::checks::{Check, Context, Finding};
use crate::mentions::citations::Scheme;
use address::url;
use figures::{isbn, issn, orcid, pmid};
use papers::{arxiv, doi};

/// Reports identifiers whose length, check digit or form is wrong.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentifierForm {
    /// Which ones.
    scheme: Scheme,
}

impl Check for IdentifierForm {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "scheme", "reason"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let citations = cx.mentions.citations();
        let own = citations
            .identifiers()
            .iter()
            .filter(|found| found.scheme == self.scheme);
        for identifier in own.filter(|found| cx.reads_source(found.span)) {
            let found = cx.source_words(identifier.span);
            findings.extend(
                self.fault(found)
                    .map(|reason| self.finding(Finding::at(identifier.span), found, reason)),
            );
        }
        for library in &citations.sources().libraries {
            let fields = library.entries.iter().flat_map(|entry| &entry.fields);
            for field in fields.filter(|field| Scheme::of_field(&field.name) == Some(self.scheme)) {
                let found = words(library, cx.document.source(), field.span);
                let bare = bare(found);
                findings.extend(self.fault(bare).map(|reason| {
                    self.finding(Finding::at(place(library, field.span)), found, reason)
                }));
            }
        }
    }
}

impl IdentifierForm {
    fn finding(&self, finding: Finding, found: &str, reason: String) -> Finding {
        finding
            .field("found", found)
            .field("scheme", self.scheme.name())
            .field("reason", reason)
    }

    /// What is wrong with an identifier.
    fn fault(&self, words: &str) -> Option<String> {
        match self.scheme {
            Scheme::Isbn => isbn(words),
            Scheme::Issn => issn(words),
            Scheme::Orcid => orcid(words),
            Scheme::Doi => doi(words),
            Scheme::Arxiv => arxiv(words),
            Scheme::Url => url(words),
            Scheme::Pmid => pmid(words),
        }
    }
}

/// The value of a bibliography's field without the address of its registry.
fn bare(words: &str) -> &str {
    let words = words.trim().trim_matches(['{', '}', '"']);
    [
        "https://doi.org/",
        "http://dx.doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "doi:",
        "ISBN",
        "ISSN",
        "https://orcid.org/",
    ]
    .iter()
    .find_map(|prefix| words.strip_prefix(prefix))
    .unwrap_or(words)
    .trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_those_of_the_standards() {
        for right in [
            "978-0-19-822345-0",
            "0-8044-2957-X",
            "9780140445688",
            "0-14-020925-5",
            "979-10-90636-07-1",
        ] {
            assert_eq!(isbn(right), None, "{right}");
        }
        for wrong in [
            "978-1-85984-451-3",
            "0-7148-3319-X",
            "978033028976",
            "977-0-521-83470-5",
        ] {
            assert!(isbn(wrong).is_some(), "{wrong}");
        }
        assert_eq!((issn("0378-5955"), issn("2434-561X")), (None, None));
        assert!(issn("0028-6061").is_some());
        assert_eq!(
            (orcid("0000-0002-1825-0097"), orcid("0000-0002-1694-233X")),
            (None, None)
        );
        assert!(orcid("0000-0001-7305-6612").is_some());
    }

    #[test]
    fn forms_are_those_of_their_registries() {
        for right in [
            "10.1016/0022-2836(81)90087-5",
            "10.1000/182",
            "10/aabbe",
            "10.1000.10/x",
        ] {
            assert_eq!(doi(right), None, "{right}");
        }
        for wrong in ["11.1017/tq.2014.8", "10.1046", "10.1046/", "10.12/x"] {
            assert!(doi(wrong).is_some(), "{wrong}");
        }
        for right in [
            "hep-th/9901001v3",
            "math.GT/0309136",
            "0704.0001",
            "2301.00001v2",
        ] {
            assert_eq!(arxiv(right), None, "{right}");
        }
        for wrong in ["1513.01234", "hep-th/97112", "2301.0001"] {
            assert!(arxiv(wrong).is_some(), "{wrong}");
        }
        for right in [
            "http://localhost:8080/",
            "http://[2001:db8::1]/",
            "https://a.org/b?c=d",
            "www.a.org",
        ] {
            assert_eq!(url(right), None, "{right}");
        }
        for wrong in [
            "http:/a.org",
            "https://a..org/b",
            "https://",
            "htp://a.org",
            "http://http://a.org",
        ] {
            assert!(url(wrong).is_some(), "{wrong}");
        }
    }
}
