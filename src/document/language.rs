//! Which language an article is in that says nothing of it: the rules know English alone.

use whatlang::Lang;

use super::{BlockKind, Document};

/// Bytes of prose that are looked at.
const SAMPLE: usize = 16 << 10;

/// Fewer letters tell nothing.
const LETTERS: usize = 200;

/// Words without which nobody writes English, and that no neighbour has; one word in four of it is among them.
const ENGLISH: [&str; 22] = [
    "and", "at", "be", "by", "for", "from", "had", "he", "in", "is", "it", "not", "of", "on", "or",
    "that", "the", "they", "to", "was", "were", "with",
];

/// An article has at least this share of them in its running text, quotations in another language
/// and lists of titles included.
const SHARE: f64 = 0.06;

/// The English name of the language that an article is plainly written in, if that is not English.
pub(super) fn foreign(document: &Document) -> Option<&'static str> {
    let sample = sample(document);
    if sample
        .chars()
        .filter(|c| c.is_alphabetic())
        .take(LETTERS)
        .count()
        < LETTERS
    {
        return None;
    }
    let (mut all, mut english) = (0_u32, 0_u32);
    for word in sample
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        all += 1;
        english += u32::from(ENGLISH.binary_search(&word.to_lowercase().as_str()).is_ok());
    }
    if f64::from(english) >= SHARE * f64::from(all) {
        return None;
    }
    let found = whatlang::detect(&sample)?;
    (found.is_reliable() && found.lang() != Lang::Eng).then(|| found.lang().eng_name())
}

/// The beginning of the running text, without what it quotes in blocks.
fn sample(document: &Document) -> String {
    let mut sample = String::new();
    for block in document.blocks() {
        if block.kind == BlockKind::Paragraph && !document.is_foreign(block.range.start) {
            let words = &document.text()[block.range.clone()];
            let room = SAMPLE.saturating_sub(sample.len());
            sample.push_str(&words[..words.floor_char_boundary(room)]);
            sample.push('\n');
        }
        if sample.len() >= SAMPLE {
            break;
        }
    }
    sample
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, GivenDates};
    use crate::source::SourceFile;

    fn foreign(text: &str) -> Option<&'static str> {
        let source = SourceFile::new("a.txt", text);
        Document::new(&source, GivenDates::default()).foreign_language()
    }

    #[test]
    fn an_article_in_another_language_is_noticed() {
        let german = "Am Montag trafen sich die Drucker der Stadt in dem Saal hinter dem Bahnhof, und \
            niemand sprach. Dann gingen sie nach Hause, denn es regnete, und der alte Lehrling hatte \
            die Schlüssel vergessen. Erst am nächsten Tag wurde weiter gedruckt, wie es beschlossen war.";
        assert_eq!(foreign(german), Some("German"));
        let english = "On Monday the printers of the town met in the hall behind the station, and nobody \
            spoke. Then they went home, for it rained, and the old apprentice had forgotten the keys.";
        assert_eq!(foreign(english), None);
        assert_eq!(
            foreign(&format!("{english}\n\n“{german}”, he wrote.")),
            None
        );
        assert_eq!(foreign("Zu kurz."), None);
    }
}
