//! Reading: the texts of an archive, each byte of them where the file has it.

use std::path::Path;

use crate::source::SourceFile;
use crate::wording::PADDING;

/// The words of a source file in its own bytes, where they are not all of its text: markup of HTML is blanked
/// out, so that every place in the words is a place in the file.
///
/// # Errors
/// Its format is none that is read, or there are no words in it.
pub(super) fn prose(file: &SourceFile) -> Result<Option<String>, String> {
    is_read(file.path())?;
    let prose = matches!(extension(file.path()).as_str(), "html" | "htm" | "xhtml")
        .then(|| blanked(file.text()));
    let words = prose.as_deref().unwrap_or(file.text());
    if words.is_empty() {
        return Err("it is empty".into());
    }
    if !words.contains(char::is_alphanumeric) {
        return Err("there are no words in it".into());
    }
    Ok(prose)
}

/// Refuses formats that are none of text.
///
/// # Errors
/// The remedy.
pub(super) fn is_read(path: &Path) -> Result<(), String> {
    match extension(path).as_str() {
        "pdf" => Err("a PDF is not read; make a text of it (`pdftotext -layout FILE.pdf`)".into()),
        "doc" | "docx" | "odt" | "rtf" | "epub" => {
            Err("not read in this format; save it as text or HTML".into())
        }
        _ => Ok(()),
    }
}

fn extension(path: &Path) -> String {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.unwrap_or_default().to_ascii_lowercase()
}

/// Elements whose words are no prose.
const LEFT_OUT: [&str; 5] = ["script", "style", "nav", "template", "noscript"];

/// HTML with its tags and entities replaced by as many bytes of blanks or of what they stand for.
fn blanked(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut at = 0;
    while let Some(found) = html[at..].find(['<', '&']) {
        text.push_str(&html[at..at + found]);
        at += found;
        let rest = &html[at..];
        let length = if rest.starts_with('<') {
            let length = tag(rest);
            let blank = if is_inline(rest) { PADDING } else { ' ' };
            text.extend(std::iter::repeat_n(blank, length));
            length
        } else {
            entity(rest, &mut text)
        };
        at += length;
    }
    text.push_str(&html[at..]);
    text
}

/// The length of a tag, or of a whole element that is left out.
fn tag(rest: &str) -> usize {
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or(rest.len(), |end| end + 3);
    }
    let end = rest.find('>').map_or(rest.len(), |end| end + 1);
    let name = name(rest);
    if name == "sup"
        && let Some(length) = note_mark(rest)
    {
        return length;
    }
    if !LEFT_OUT.contains(&name.as_str()) {
        return end;
    }
    let close = format!("</{name}");
    let mut from = 0;
    while let Some(at) = rest[from..].find("</").map(|at| from + at) {
        let same = rest.get(at..at + close.len());
        if same.is_some_and(|same| same.eq_ignore_ascii_case(&close)) {
            return at + rest[at..].find('>').map_or(rest.len() - at, |end| end + 1);
        }
        from = at + 2;
    }
    rest.len()
}

/// The length of a raised figure, which is the mark of a note and no word.
fn note_mark(rest: &str) -> Option<usize> {
    const MARK: usize = 200;
    let head = &rest[..rest.floor_char_boundary(MARK)];
    let inside = head.find("</sup")?;
    let mut tag = false;
    let letters = head[..inside].chars().any(|c| {
        tag = c == '<' || tag && c != '>';
        !tag && c.is_alphabetic()
    });
    let end = inside + head[inside..].find('>')? + 1;
    (!letters).then_some(end)
}

fn name(rest: &str) -> String {
    rest.trim_start_matches(['<', '/'])
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}

/// Emphasis may stand inside a word.
fn is_inline(rest: &str) -> bool {
    matches!(
        name(rest).as_str(),
        "b" | "em" | "i" | "span" | "strong" | "a" | "sup" | "sub" | "u"
    )
}

/// Writes what an entity stands for, padded to its length; returns the length.
fn entity(rest: &str, text: &mut String) -> usize {
    let end = rest.bytes().take(12).position(|byte| byte == b';');
    let Some((end, character)) = end.and_then(|end| Some((end + 1, character(&rest[1..end])?)))
    else {
        text.push('&');
        return 1;
    };
    let pad = end.saturating_sub(character.len_utf8());
    text.extend(std::iter::repeat_n(PADDING, pad));
    text.push(character);
    end
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "apos" => '\'',
        "gt" => '>',
        "hellip" => '…',
        "ldquo" => '“',
        "lsquo" => '‘',
        "lt" => '<',
        "mdash" => '—',
        "nbsp" => ' ',
        "ndash" => '–',
        "quot" => '"',
        "rdquo" => '”',
        "rsquo" => '’',
        "shy" => '\u{AD}',
        "eacute" => 'é',
        "egrave" => 'è',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_blanked_and_every_byte_stays_where_it_is() {
        let html = "<p>It <em>is</em> the people&rsquo;s choice&hellip;<sup><a href='#n'>2</a></sup></p><script>var a;</script>";
        let text = blanked(html);
        assert_eq!(text.len(), html.len());
        assert_eq!(text.find("choice"), html.find("choice"));
        let words: Vec<String> = crate::wording::words(&text, 0)
            .into_iter()
            .map(|word| word.key)
            .collect();
        assert_eq!(words, ["it", "is", "the", "people's", "choice", ""]);
    }
}
