//! Names of papers: DOI and arXiv.

/// ISO 26324: `10.`, a registrant of digits, a slash, and anything.
pub(super) fn doi(words: &str) -> Option<String> {
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
pub(super) fn arxiv(words: &str) -> Option<String> {
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
