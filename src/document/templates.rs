//! Templates: what the programs that make pages are told between the words. Shortcodes and templates (`{{< … >}}`,
//! `{% … %}`), attributes (`{.class #id}`), callouts (`> [!NOTE]`), fences of divisions (`:::`), titles of
//! admonitions (`!!! note "…"`), targets of wiki links (`[[target|words]]`).

use std::ops::Range;

/// Longer templates are none, bytes.
const LONGEST: usize = 2_000;

/// A stretch of the source that is no prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) range: Range<usize>,
    /// Whether readers see something in its place.
    pub(super) shown: bool,
}

/// The stretches of a page, in order and apart; those of Markdown too where it is Markdown.
pub(super) fn find(source: &str, markdown: bool) -> Vec<Stretch> {
    let mut found = Vec::new();
    braces(source, markdown, &mut found);
    if markdown {
        lines(source, &mut found);
        wiki_links(source, &mut found);
    }
    found.sort_by_key(|stretch| stretch.range.start);
    let mut end = 0;
    found.retain(|stretch| {
        let apart = stretch.range.start >= end;
        end = end.max(stretch.range.end);
        apart
    });
    found
}

/// Whether a block quotation is none: the author speaks in a box of its own.
pub(super) fn is_callout(quotation: &str) -> bool {
    let words = quotation.trim_start_matches(['>', ' ', '\t']);
    let kind = callout(words).map(|length| words[2..length - 1].to_ascii_lowercase());
    let named = ["note", "tip", "important", "warning", "caution"];
    let bold = words
        .strip_prefix("**")
        .and_then(|rest| rest.split_once("**"));
    kind.is_some_and(|kind| !matches!(kind.as_str(), "quote" | "cite"))
        || bold.is_some_and(|(bold, _)| {
            let bold = bold.trim_end_matches([':', '.', '!']).to_ascii_lowercase();
            named.contains(&bold.as_str())
        })
}

/// Bytes of the `[!NOTE]` that a text begins with.
fn callout(words: &str) -> Option<usize> {
    let name = words.strip_prefix("[!")?;
    let length = name
        .bytes()
        .take(30)
        .take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'-')
        .count();
    (length > 0 && name[length..].starts_with(']')).then_some("[!]".len() + length)
}

fn braces(source: &str, markdown: bool, found: &mut Vec<Stretch>) {
    let mut end = 0;
    for at in memchr::memchr_iter(b'{', source.as_bytes()) {
        if at < end {
            continue;
        }
        let rest = &source[at..];
        let template = template(rest);
        let length = match template {
            Some(length) => length,
            None if markdown => match attributes(rest) {
                Some(length) => length,
                None => continue,
            },
            None => continue,
        };
        // The blanks before attributes go with them.
        let start = match template {
            Some(_) => at,
            None => end.max(source[..at].trim_end_matches(' ').len()),
        };
        end = at + length;
        found.push(Stretch {
            range: start..end,
            shown: template.is_some(),
        });
    }
}

/// Bytes of the template that a text begins with: within one paragraph, and no code.
fn template(rest: &str) -> Option<usize> {
    let close = match rest.get(..2)? {
        "{{" => "}}",
        "{%" => "%}",
        _ => return None,
    };
    let near = &rest[..rest.floor_char_boundary(LONGEST)];
    let length = near.find(close)? + close.len();
    let inside = &near[..length];
    let lines = inside.lines().skip(1);
    let whole = !inside.contains('`') && lines.into_iter().all(|line| !line.trim().is_empty());
    whole.then_some(length)
}

/// Bytes of the attributes that a text begins with: `{#id .class key="value"}`, `{: .class}`.
fn attributes(rest: &str) -> Option<usize> {
    const LONGEST: usize = 300;
    let near = &rest[..rest.floor_char_boundary(LONGEST)];
    let inside = near.lines().next()?.strip_prefix('{')?;
    let mut words = inside.strip_prefix(':').unwrap_or(inside).trim_start();
    let mut count = 0;
    loop {
        if let Some(behind) = words.strip_prefix('}') {
            return (count > 0).then_some("{".len() + inside.len() - behind.len());
        }
        words = attribute(words)?.trim_start();
        count += 1;
    }
}

/// What stands behind the attribute that a text begins with.
fn attribute(words: &str) -> Option<&str> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
    if let Some(name) = words.strip_prefix(['#', '.']) {
        let behind = name.trim_start_matches(is_name);
        return (behind.len() < name.len()).then_some(behind);
    }
    let behind = words.trim_start_matches(is_name);
    let value = behind
        .strip_prefix('=')
        .filter(|_| behind.len() < words.len())?;
    match value.chars().next()? {
        quote @ ('"' | '\'') => Some(value[1..].split_once(quote)?.1),
        _ => {
            let end = value.find(|c: char| c.is_whitespace() || c == '}')?;
            Some(&value[end..])
        }
    }
}

/// What opens boxes: fences of divisions, callouts, admonitions.
fn lines(source: &str, found: &mut Vec<Stretch>) {
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let words = line.trim_start_matches([' ', '\t', '>']);
        let at = start + line.len() - words.len();
        start += line.len();
        let words = words.trim_end();
        let mut drop = |from: usize, to: usize| {
            found.push(Stretch {
                range: at + from..at + to,
                shown: false,
            });
        };
        if let Some(length) = callout(words).filter(|_| line.trim_start().starts_with('>')) {
            let folds = words[length..].starts_with(['+', '-']);
            drop(0, length + usize::from(folds));
        } else if words.starts_with(":::") {
            drop(0, words.len());
        } else if ["!!! ", "??? ", "???+ "]
            .iter()
            .any(|open| words.starts_with(open))
        {
            match (words.find('"'), words.ends_with('"')) {
                (Some(open), true) if open + 1 < words.len() => {
                    drop(0, open + 1);
                    drop(words.len() - 1, words.len());
                }
                _ => drop(0, words.len()),
            }
        }
    }
}

/// `[[target|words]]` shows its words, `![[target]]` something that is not here.
fn wiki_links(source: &str, found: &mut Vec<Stretch>) {
    const LONGEST: usize = 300;
    for at in memchr::memmem::find_iter(source.as_bytes(), "[[") {
        let near = &source[at..];
        let near = &near[..near.floor_char_boundary(LONGEST)];
        let line = near.lines().next().unwrap_or_default();
        let Some(length) = line.find("]]") else {
            continue;
        };
        let end = at + length + 2;
        if source[..at].ends_with('!') {
            let range = at - 1..end;
            found.push(Stretch { range, shown: true });
        } else if let Some(bar) = line[..length].rfind('|') {
            for range in [at..at + bar + 1, end - 2..end] {
                found.push(Stretch {
                    range,
                    shown: false,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<&str> {
        find(source, true)
            .into_iter()
            .map(|stretch| &source[stretch.range])
            .collect()
    }

    #[test]
    fn what_programs_are_told_is_told_from_words() {
        for (source, expected) in [
            (
                "a {{< figure src=\"a\" >}} b",
                vec!["{{< figure src=\"a\" >}}"],
            ),
            (
                "{% include a.html\n  b=\"c\" %}",
                vec!["{% include a.html\n  b=\"c\" %}"],
            ),
            ("# A {#b .c}", vec![" {#b .c}"]),
            ("a{: .b } c", vec!["{: .b }"]),
            (
                "[a](b){target=\"_blank\" rel='x y' k=v}",
                vec!["{target=\"_blank\" rel='x y' k=v}"],
            ),
            ("> [!NOTE]- b", vec!["[!NOTE]-"]),
            ("::: warning\na\n:::", vec!["::: warning", ":::"]),
            ("!!! note \"A b\"", vec!["!!! note \"", "\""]),
            ("[[a|b c]] ![[d]]", vec!["[[a|", "]]", "![[d]]"]),
        ] {
            assert_eq!(found(source), expected, "{source}");
        }
        for words in [
            "{a}",
            "{1}",
            "{}",
            "{: }",
            "{{a",
            "{{a\n\nb}}",
            "`{{` and `}}`",
            "{a=b",
            "[[1]]",
            "[!NOTE]",
            "{\u{e9}",
            "{#}",
            "{%",
            "!!!",
            "{x=\"y}",
        ] {
            assert!(found(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn a_callout_is_no_quotation_unless_it_says_so() {
        assert!(is_callout("> [!NOTE]\n> a"));
        assert!(is_callout("> **Note**\n> a") && is_callout("> **Warning:** a"));
        assert!(!is_callout("> [!quote] a") && !is_callout("> **He** said") && !is_callout("> a"));
    }
}
