//! Addresses of pages.

/// RFC 3986: a scheme, `://`, and a host whose labels are not empty.
pub(super) fn url(words: &str) -> Option<String> {
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
