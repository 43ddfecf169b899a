//! Messages with fields in braces: `“{found}” was a {expected}`.

/// The words with each field replaced by its value; a field without one stays as it is.
pub fn render(template: &str, fields: &[(&'static str, String)]) -> String {
    let mut words = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, name, after)) = next_field(rest) {
        words.push_str(before);
        match fields.iter().find(|(field, _)| *field == name) {
            Some((_, value)) => words.push_str(value),
            None => {
                words.push('{');
                words.push_str(name);
                words.push('}');
            }
        }
        rest = after;
    }
    words.push_str(rest);
    words
}

/// The fields that a template names, with their byte offsets.
pub(super) fn fields(template: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some((before, name, after)) = next_field(rest) {
        found.push((template.len() - rest.len() + before.len() + 1, name));
        rest = after;
    }
    found
}

/// The next field with what stands before and behind it. Braces around anything but a name, as in
/// `people: {name: x}`, are words.
fn next_field(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let behind = &text[open + 1..];
        let length = behind
            .find(|c: char| !(c.is_ascii_lowercase() || c == '_'))
            .unwrap_or(behind.len());
        if length > 0 && behind[length..].starts_with('}') {
            return Some((&text[..open], &behind[..length], &behind[length + 1..]));
        }
        from = open + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_replaced_once() {
        let fields = [("a", "{b}".to_owned()), ("b", "x".to_owned())];
        assert_eq!(render("{a} and {b}, {c", &fields), "{b} and x, {c");
        assert_eq!(
            render("plain {x: 1} {a}", &[("a", "y".to_owned())]),
            "plain {x: 1} y"
        );
    }

    #[test]
    fn fields_are_listed_with_their_places() {
        assert_eq!(fields("a {b} {c}"), [(3, "b"), (7, "c")]);
    }
}
