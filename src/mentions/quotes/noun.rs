//! Nouns that speak for somebody: `Trotsky's statement`, `a letter from Reiss`, `the inscription`.

use super::attribution::Grade;
use super::cues;
use super::subject::Narration;
use super::tag::{Side, Tag};

/// A noun further off than this says nothing of the quotation, in words.
const NOUN: usize = 6;

/// And one of somebody's mind: `Lucas's decision to finish the old film | "as it was meant to be"`.
const VIEW: usize = 14;

/// `Trotsky's statement`, `a letter from Reiss`, `the inscription`: words that speak for somebody.
pub(super) fn read(narration: &Narration, side: Side) -> Option<Tag> {
    let text = narration.text();
    let (cue, owned) = cues::noun(text, side == Side::Before)?;
    let between = if side == Side::Before {
        &text[cue.end..]
    } else {
        &text[..cue.start]
    };
    let led = text.trim_end().ends_with([':', ',']);
    // `the report was “full of errors”` is said of the report.
    let of_it = !led
        && side == Side::Before
        && cues::words(between).any(|word| matches!(&between[word], "was" | "is" | "were" | "are"));
    // `The widow's only comment on the statue, when the sheet came off, was “…”`
    let equals = text.trim_end().ends_with(':')
        || [" was", " is"]
            .iter()
            .any(|be| text.trim_end().ends_with(be));
    // `shared the Prize with two others | "for the raising of the barge"`
    let far = owned || text[cue.clone()].starts_with(char::is_uppercase);
    let near = if far { VIEW } else { NOUN };
    if !equals && cues::words(between).count() > near {
        return None;
    }
    let by = cues::words(&text[cue.end..])
        .next()
        .map(|word| cues::shift(word, cue.end));
    let author = by
        .filter(|word| matches!(&text[word.clone()], "by" | "from" | "of"))
        .and_then(|word| narration.after(word.end))
        .filter(|found| {
            // `the comment of an old ferryman that`
            let human = || cues::has_human(&text[found.0.clone()]);
            found.1 == Grade::Named || found.1 == Grade::Described && human()
        });
    let found = author.clone().or_else(|| narration.before(cue.end))?;
    // `The Gazette's verdict` is the Gazette's word.
    let owner = narration.owner_of(&found);
    let words = &text[found.0.clone()];
    let theirs = [
        "His ", "his ", "Her ", "her ", "Their ", "their ", "Its ", "its ",
    ];
    let possessed = ["'s ", "’s "].iter().any(|s| words.contains(s))
        || theirs.iter().any(|owner| words.starts_with(owner));
    let speaks = author.is_some() || owner.is_some() || possessed || !owned && !of_it;
    speaks.then(|| Tag::new(owner.unwrap_or(found), cue))
}
