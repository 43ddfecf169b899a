//! `identifier`: ISBN, ISSN, ORCID, DOI, arXiv and addresses that cannot be right.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{place, words};
use crate::checks::{Check, Context, Finding};
use crate::mentions::citations::Scheme;

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

fn figures(words: &str) -> Vec<u32> {
    words
        .chars()
        .filter_map(|c| match c {
            'x' | 'X' => Some(10),
            _ => c.to_digit(10),
        })
        .collect()
}

fn symbol(figure: u32) -> String {
    if figure == 10 {
        "X".into()
    } else {
        figure.to_string()
    }
}

fn check_digit(found: u32, expected: u32) -> Option<String> {
    (found != expected).then(|| format!("its check digit should be {}", symbol(expected)))
}

/// ISO 2108: of ten figures the weighted sum (10, 9, ... 1) is a multiple of 11; of thirteen, which begin
/// with 978 or 979, that with the weights 1 and 3 by turns a multiple of 10.
fn isbn(words: &str) -> Option<String> {
    let figures = figures(words);
    let ten_inside = figures[..figures.len().saturating_sub(1)].contains(&10);
    match figures.len() {
        10 if !ten_inside => {
            let sum: u32 = (2..=10)
                .rev()
                .zip(&figures)
                .map(|(weight, figure)| weight * figure)
                .sum();
            check_digit(figures[9], (11 - sum % 11) % 11)
        }
        13 if !figures.contains(&10) => {
            if figures[..4] == [9, 7, 9, 0] {
                return Some("979-0 is for music".into());
            }
            if figures[..3] != [9, 7, 8] && figures[..3] != [9, 7, 9] {
                return Some("one of 13 figures begins with 978 or 979".into());
            }
            let sum: u32 = [1, 3]
                .into_iter()
                .cycle()
                .zip(&figures[..12])
                .map(|(weight, figure)| weight * figure)
                .sum();
            check_digit(figures[12], (10 - sum % 10) % 10)
        }
        10 | 13 => Some("X stands only for the last of 10 figures".into()),
        count => Some(format!("it has {count} figures, and should have 10 or 13")),
    }
}

/// ISO 3297: the weighted sum of eight figures (8, 7, ... 1) is a multiple of 11.
fn issn(words: &str) -> Option<String> {
    let figures = figures(words);
    if figures.len() != 8 {
        return Some(format!(
            "it has {} figures, and should have 8",
            figures.len()
        ));
    }
    let sum: u32 = (2..=8)
        .rev()
        .zip(&figures)
        .map(|(weight, figure)| weight * figure)
        .sum();
    check_digit(figures[7], (11 - sum % 11) % 11)
}

/// ISO 7064, MOD 11-2.
fn orcid(words: &str) -> Option<String> {
    let figures = figures(words);
    if figures.len() != 16 {
        return Some(format!(
            "it has {} figures, and should have 16",
            figures.len()
        ));
    }
    let total = figures[..15]
        .iter()
        .fold(0, |total, figure| (total + figure) * 2 % 11);
    check_digit(figures[15], (12 - total) % 11)
}

/// ISO 26324: `10.`, a registrant of digits, a slash, and anything.
fn doi(words: &str) -> Option<String> {
    let words = words.replace("%2F", "/").replace("%2f", "/");
    let Some(rest) = words.strip_prefix("10") else {
        return Some("a DOI begins with `10.`".into());
    };
    // A short DOI: `10/aabbe`.
    if rest.len() > 1 && rest.starts_with('/') {
        return None;
    }
    let Some((registrant, suffix)) = rest.split_once('/') else {
        return Some("nothing stands behind its registrant: `10.1000/182`".into());
    };
    let number = registrant.strip_prefix('.').unwrap_or_default();
    let numeric = number
        .split('.')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let first = number.split('.').next().unwrap_or_default();
    if !numeric || !(4..=9).contains(&first.len()) {
        return Some("its registrant is a number of four to nine figures behind `10.`".into());
    }
    suffix
        .is_empty()
        .then(|| "nothing stands behind its slash".into())
}

/// The archives that the old form names (arXiv’s list, with those that are closed).
const ARCHIVES: [&str; 39] = [
    "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an", "chao-dyn",
    "chem-ph", "cmp-lg", "comp-gas", "cond-mat", "cs", "dg-ga", "funct-an", "gr-qc", "hep-ex",
    "hep-lat", "hep-ph", "hep-th", "math", "math-ph", "mtrl-th", "nlin", "nucl-ex", "nucl-th",
    "patt-sol", "physics", "plasm-ph", "q-alg", "q-bio", "q-fin", "quant-ph", "solv-int", "stat",
    "supr-con", "test", "econ", "eess",
];

/// arXiv’s own description of its identifiers: `hep-th/9901001` up to March 2007, then `0704.0001`, with
/// five figures since 2015.
fn arxiv(words: &str) -> Option<String> {
    let number = match words.rsplit_once('v') {
        Some((number, version))
            if !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            number
        }
        _ => words,
    };
    if words.len() > number.len() && words[number.len() + 1..].trim_start_matches('0').is_empty() {
        return Some("versions are counted from v1".into());
    }
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let month = |part: &str| {
        part.get(2..4)
            .is_some_and(|month| ("01"..="12").contains(&month))
    };
    if let Some((archive, number)) = number.split_once('/') {
        let formed = number.len() == 7 && digits(number) && month(number);
        if !formed {
            return Some("the old form is an archive, a slash, year, month and three figures: `hep-th/9901001`".into());
        }
        let name = archive.split('.').next().unwrap_or_default();
        if !ARCHIVES.contains(&name) {
            return Some(format!("there is no archive `{archive}`"));
        }
        let date = &number[..4];
        return ("0704".."9107")
            .contains(&date)
            .then(|| "the old form was given from July 1991 to March 2007".into());
    }
    let Some((date, serial)) = number.split_once('.') else {
        return Some("the form is year, month, a dot and a number: `2301.00001`".into());
    };
    if date.len() != 4 || !digits(date) || !digits(serial) || serial.is_empty() {
        return Some("the form is year, month, a dot and a number: `2301.00001`".into());
    }
    if !month(date) {
        return Some(format!("there is no month {}", &date[2..]));
    }
    if date < "0704" {
        return Some("this form is given since April 2007".into());
    }
    let figures = if date < "1501" { 4 } else { 5 };
    (serial.len() != figures).then(|| {
        format!(
            "its number has {} figures, and should have {figures}",
            serial.len()
        )
    })
}

/// PubMed counts from 1, and has not come to nine figures.
fn pmid(words: &str) -> Option<String> {
    if words.starts_with('0') {
        return Some("a PMID does not begin with 0".into());
    }
    (words.len() > 8).then(|| format!("it has {} figures, and should have 8 at most", words.len()))
}

/// RFC 3986: a scheme, `://`, and a host whose labels are not empty.
fn url(words: &str) -> Option<String> {
    if words.contains(' ') {
        return Some("a blank stands inside it".into());
    }
    if words
        .get(..4)
        .is_some_and(|head| head.eq_ignore_ascii_case("www."))
    {
        return host(words.split(['/', '?', '#']).next().unwrap_or_default());
    }
    let length = words.bytes().take_while(u8::is_ascii_alphabetic).count();
    let scheme = words[..length].to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https" | "ftp") {
        return Some(format!("there is no scheme `{scheme}`"));
    }
    let Some(rest) = words[length..].strip_prefix("://") else {
        return Some(format!("`://` stands behind `{scheme}`"));
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host(authority.rsplit('@').next().unwrap_or_default()).or_else(|| escapes(rest))
}

fn host(authority: &str) -> Option<String> {
    // An address by number, or a place for one to be filled in.
    if authority.contains([
        '[', ']', '{', '}', '<', '>', '$', '*', '(', ')', '%', '|', '\'', '’',
    ]) {
        return None;
    }
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    if host.is_empty() {
        return Some("it names no host".into());
    }
    if matches!(host, "http" | "https") {
        return Some("its scheme stands twice".into());
    }
    let labels: Vec<&str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    if labels.contains(&"") {
        return Some("a part of its host is empty".into());
    }
    let foreign = |c: &char| {
        c.is_ascii() && !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~'))
    };
    if let Some(c) = host.chars().find(foreign) {
        return Some(format!("`{c}` cannot stand in a host"));
    }
    // The last label may go on in the next line.
    let (last, first) = labels.split_last().unwrap_or((&"", &[]));
    if last.starts_with('-')
        || first
            .iter()
            .any(|label| label.starts_with('-') || label.ends_with('-'))
    {
        return Some("a part of its host begins or ends with a hyphen".into());
    }
    let numeric = |label: &&str| label.bytes().all(|byte| byte.is_ascii_digit());
    let of_four = labels.len() == 4 && labels.iter().all(|part| part.parse::<u8>().is_ok());
    if labels.len() > 1 && labels.last().is_some_and(numeric) && !of_four {
        return Some("its host is no number of four parts up to 255".into());
    }
    // `example.org:port` is a place to be filled in.
    if port.starts_with(|c: char| c.is_ascii_digit())
        && !port.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Some("its port is no number".into());
    }
    (port.len() > 5 || port.parse::<u32>().is_ok_and(|port| port > 65535))
        .then(|| "ports end at 65535".into())
}

/// `%` stands before two hexadecimal figures; `%s` is a place to be filled in.
fn escapes(words: &str) -> Option<String> {
    words.match_indices('%').find_map(|(at, _)| {
        let code = words.as_bytes().get(at + 1..at + 3)?;
        let meant = code.iter().all(u8::is_ascii_alphanumeric);
        let filled = matches!(code[0], b's' | b'd' | b'i' | b'u' | b'S' | b'Y' | b'v');
        (meant && !filled && !code.iter().all(u8::is_ascii_hexdigit))
            .then(|| "`%` stands before two hexadecimal figures".into())
    })
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
