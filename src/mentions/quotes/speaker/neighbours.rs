//! What stands around a quotation that has no tag: the words quoted before, who acts beside it, the paragraphs
//! on its two sides.

use super::brief;
use super::search::{REACH, Search};
use super::subject::Narration;
use crate::document::BlockKind;
use crate::mentions::quotes::Quotation;
use crate::mentions::quotes::attribution::{Attribution, Grade};
use crate::mentions::quotes::cues::{self, shift};

/// An action between two pieces of speech is told in at most this many bytes.
const BEAT: usize = 70;

impl Search<'_, '_> {
    /// `"At home." Mrs Pell folded her hands. "I had gone up at nine."`: who acts between two pieces
    /// of speech speaks both.
    pub(super) fn beat(&self) -> Option<Attribution> {
        let before = self.last_speech().map(|before| before.range());
        let before = before.filter(|before| before.start >= self.block.start);
        let behind = self.range.end..self.next;
        let beats = [
            before.map(|before| before.end..self.range.start),
            Some(behind),
        ];
        beats.into_iter().flatten().find_map(|beat| {
            if beat.len() > BEAT || beat.end > self.block.end {
                return None;
            }
            // Where marks are damaged, what comes next may begin before this ends.
            let between = self.text.get(beat.clone())?;
            let (speaker, grade) = Narration::new(between).after(0)?;
            let opening = &between[speaker.clone()];
            // `Though many Marines are tested, some “may never have stepped aboard”` is one sentence.
            let part = between.trim_end().ends_with(char::is_alphanumeric);
            if part
                && beat.end == self.range.start
                && self.spoken(self.quotation).starts_with(char::is_lowercase)
            {
                return None;
            }
            // `A diplomat told Reuters: “…”` is the tag of the words behind it.
            let tags_next = beat.start == self.range.end && leads_on(between, grade);
            // Not `said Hale. It rained.`, `The roof leaks.`
            let acts = match grade {
                Grade::Described => cues::has_human(opening),
                Grade::Pronoun => !opening.eq_ignore_ascii_case("it"),
                // `Police came at six.`
                _ => opening != "Police",
            };
            if !acts
                || tags_next
                || between.trim_start().starts_with(char::is_lowercase) && grade == Grade::Named
            {
                return None;
            }
            Some(Attribution::to((shift(speaker, beat.start), grade), None))
        })
    }

    /// `“I'll show you,” Hearst replied. He tossed it into the basket. “Don't bother.”`: who has spoken in the
    /// paragraph, and acts before the next words.
    pub(super) fn acting(&self) -> Option<Attribution> {
        let before = self.last_speech()?;
        let end = self.text[..self.range.start].trim_end().len();
        let sentence = self.document.sentence_at(end.checked_sub(1)?);
        let near = sentence.start >= before.range().end
            && before.range().start >= self.block.start
            && sentence.len() <= 2 * BEAT;
        let text = near.then(|| self.text.get(sentence.start..end)).flatten()?;
        let (speaker, _) = Narration::new(text).after(0)?;
        let next = cues::words(&text[speaker.end..]).next()?;
        let he = matches!(&text[speaker.clone()], "He" | "She")
            && cues::is_move(&text[speaker.end..][next]);
        let speaker = shift(speaker, sentence.start);
        let name = before.attribution.name.clone()?;
        (he && self.may_be_same(before, &speaker)).then_some(Attribution {
            speaker: Some(speaker),
            name: Some(name),
            grade: Grade::Pronoun,
            ..Attribution::default()
        })
    }

    /// `"I could not say." She shrugged.`: whose hands and face move behind the words.
    pub(super) fn gesture(&self) -> Option<Attribution> {
        let behind = self.range.end..self.next.min(self.block.end);
        let sentence = self.document.sentence_at(behind.start + 1);
        let text = self.text.get(behind.start..sentence.end.min(behind.end))?;
        if sentence.start > behind.start + 1 {
            return None;
        }
        let text = &text[..text.floor_char_boundary(REACH)];
        // `“Where are you going?” Orlik's face was grim.`
        let end = behind.start + text.trim_end().len();
        if self.opens_block()
            && sentence.start < end
            && end == self.block.end
            && let Some(name) = brief::named(self.antecedents.people(), &(sentence.start..end))
        {
            return Some(Attribution::to((name, Grade::Named), None));
        }
        let (speaker, grade) = Narration::new(text).after(0)?;
        // `The young man spoke steadily, but he looked old.`
        let spoke = text[speaker.end..].starts_with(" spoke ");
        let moves = cues::gestures(text)
            .next()
            .filter(|moves| !spoke && moves.start == speaker.end + 1);
        // `I smiled, eager to lift the gloom that lay upon her face.`
        let apart = moves
            .as_ref()
            .is_some_and(|moves| text[moves.end..].starts_with(','));
        if text.len() > BEAT && !(spoke || apart) {
            return None;
        }
        let moves = moves.is_some();
        let found = shift(speaker, behind.start);
        let one = self.antecedents.people().is_one(&found, grade);
        (one && (moves && !leads_on(text, grade) || spoke))
            .then(|| Attribution::to((found, grade), None))
    }

    /// `"He was a fine man."`, `Orlik leaned back in his chair and told her how`: a paragraph of speech before the
    /// one that shows who speaks.
    pub(super) fn shown_below(&self) -> Option<Attribution> {
        if self.range != self.block || !self.opens_block() {
            return None;
        }
        let blocks = self.document.blocks();
        let number = blocks.partition_point(|block| block.range.end <= self.range.start);
        let below = blocks.get(number + 1)?.range.clone();
        let text = &self.text[self.near(below.clone())];
        let (speaker, grade) = Narration::new(text).after(0)?;
        let moves = cues::gestures(text).next()?;
        // `Orlik swung his chair. “Well, …”` is another turn.
        let turn = self.text[below.start..below.end.min(self.next)].trim_end();
        let silent = self.next >= below.end || !turn.ends_with(['.', '!', '?', ':', ',']);
        let shown = silent && moves.start == speaker.end + 1 && grade == Grade::Named;
        shown.then(|| Attribution::to((shift(speaker, below.start), grade), None))
    }

    /// `She said it was “…” and that the report was “…”`: one sentence, one speaker.
    pub(super) fn same_sentence(&self) -> Option<Attribution> {
        let before = self.last_speech()?;
        let joined = self.before().contains(&before.range().start)
            && before.attribution.grade < Grade::Citation;
        joined.then(|| before.attribution.clone())
    }

    /// `According to Marsh the "Concord" was “…”`: what introduces the sentence holds behind a word in marks too.
    pub(super) fn introduced(&self) -> Option<Attribution> {
        let before = self.near(self.before());
        let (text, start) = (&self.text[before.clone()], before.start);
        let cue = cues::introduction(text)?;
        let subject = Narration::new(text).after(cue.end)?;
        Some(Attribution::to(
            (shift(subject.0, start), subject.1),
            Some(shift(cue, start)),
        ))
    }

    /// The speaker before goes on, when nothing but the tag stands between.
    pub(super) fn same_speaker(&self) -> Option<Attribution> {
        let before = self.last_speech()?;
        let end = before.range().end;
        let attribution = &before.attribution;
        if attribution.grade == Grade::None || attribution.grade == Grade::Citation {
            return None;
        }
        let between = without_caption(self.text.get(end..self.range.start)?);
        // `Okoro replied: "It was dark."`, `"It was not."`: where another paragraph ends in a closing mark, the
        // next is another's, unless it was all that one's.
        let closed = between.trim().is_empty()
            && (self.document.block_at(before.range().start)).is_some_and(|block| {
                block.range.start < self.block.start && block.range != before.range()
            });
        if closed || self.is_beside(before) {
            return None;
        }
        let asked = self.text[..end]
            .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?')
            .ends_with('?');
        let opens = self.range.start == self.block.start;
        // Another paragraph answers a question in another voice, and goes on with whole sentences only.
        // `They will “see it otherwise,” he said.` has ended with its tag.
        let tagged = attribution.cue.as_ref().is_some_and(|cue| cue.start >= end);
        let starts = |quotation: &Quotation| {
            self.text[quotation.runs[0].words.clone()].starts_with(|c: char| !c.is_lowercase())
        };
        let whole = starts(self.quotation) && (tagged || starts(before));
        if opens && (asked || !whole)
            || between.len() > REACH
            || between.matches('\n').count() > usize::from(opens)
        {
            return None;
        }
        let speaker = attribution.speaker.as_ref();
        let tag = speaker.map_or(0, |speaker| speaker.end.saturating_sub(end));
        let cue = attribution.cue.as_ref();
        let tag = tag.max(cue.map_or(0, |cue| cue.end.saturating_sub(end)));
        // What is left of the sentence of the tag (`on Monday.`) tells nothing new.
        let behind = between.get(tag.min(between.len())..)?;
        let rest = if tag == 0 {
            behind
        } else {
            // Not at the point of `on Aug. 4`.
            let sentence = self.document.sentence_at(end + tag).end;
            let stop = behind
                .find(['.', '!', '?'])
                .map_or(behind.len(), |at| at + 1);
            let told = sentence.saturating_sub(end + tag).max(stop);
            behind.get(told..).unwrap_or_default()
        };
        // `I waited.`: who asks only listens.
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let listens = rest.starts_with("I ")
            && rest.len() <= BEAT
            && !asked
            && !rest
                .trim_end()
                .trim_end_matches('.')
                .contains(['.', '!', '?', '\n']);
        (rest.is_empty() || listens).then(|| attribution.clone())
    }

    /// Whether another's whole words stand right before: `"Is it far?" "Not on a day like this."` Three in a row
    /// are a list.
    fn is_beside(&self, before: &Quotation) -> bool {
        let meet = |first: &Quotation, second: usize| {
            let closed = first.runs.last().is_some_and(|run| run.close.is_some());
            let between = self.text.get(first.range().end..second);
            closed
                && between.is_some_and(|between| !between.is_empty() && between.trim().is_empty())
        };
        let whole = [before, self.quotation].iter().all(|quotation| {
            let words = self.text[quotation.runs[0].words.clone()].trim();
            words.starts_with(|c: char| !c.is_lowercase()) && words.ends_with(['.', '!', '?', '…'])
        });
        let in_row = || {
            let mut further = self
                .earlier
                .iter()
                .rev()
                .filter(|other| other.is_level(before));
            further
                .nth(1)
                .is_some_and(|other| meet(other, before.range().start))
                || meet(self.quotation, self.next)
        };
        let found = &before.attribution;
        // `cries of “He's right!” “There must be a line!”`
        let crowd = found.cue.is_some() && found.cue == found.speaker;
        let here = before.range().start >= self.block.start && !crowd;
        here && whole && meet(before, self.range.start) && !in_row()
    }

    /// `While arguing that “…”, Hart forgets`: whose the participle is stands behind the words.
    pub(super) fn dangling(&self) -> Option<Attribution> {
        const OPENING: usize = 4;
        let before = self.near(self.before());
        let opening = &self.text[before.clone()];
        let verb = cues::verbs(opening).find(|verb| opening[verb.clone()].ends_with("ing"))?;
        let opens = cues::words(&opening[..verb.start]).count() <= OPENING;
        let after = self.near(self.after());
        let text = &self.text[after.clone()];
        let parted = self.ends_in_comma() || text.starts_with(',');
        if !(opens && parted) {
            return None;
        }
        let (speaker, grade) = Narration::new(text).after(0)?;
        let speaker = (shift(speaker, after.start), grade);
        Some(Attribution::to(speaker, Some(shift(verb, before.start))))
    }

    /// A paragraph of quoted words between two about the same person, as portraits have it:
    /// `She laughs when I ask.`, `“…”`, `She pours the coffee.`
    pub(super) fn framed(&self) -> Option<Attribution> {
        let blocks = self.document.blocks();
        let number = blocks.partition_point(|block| block.range.end <= self.range.start);
        let (before, behind) = (blocks.get(number.checked_sub(1)?)?, blocks.get(number + 1)?);
        let alone = self.range == self.block
            && [before, behind]
                .iter()
                .all(|block| block.kind == BlockKind::Paragraph);
        let rest = &self.text[behind.range.clone()];
        let (pronoun, rest) = rest.split_once(' ')?;
        let verb = rest.split(|c: char| !c.is_alphabetic()).next()?;
        // A reporter's `He says …` opens a matter of its own.
        let acts = verb.ends_with('s') && !matches!(verb, "says" | "adds" | "was");
        if !(alone && acts && matches!(pronoun, "He" | "She")) {
            return None;
        }
        let speaker = behind.range.start..behind.range.start + pronoun.len();
        let name = self
            .antecedents
            .of(&speaker, speaker.start, before.range.start, |name| {
                self.is_narrated(name)
            })?;
        Some(Attribution {
            speaker: Some(speaker),
            name: Some(name),
            grade: Grade::Pronoun,
            ..Attribution::default()
        })
    }
}

/// Whether what stands behind a quotation only leads to the next: `Ann Bell smiles and says, “…”`; not with a
/// pronoun, which goes on with who has spoken.
fn leads_on(between: &str, grade: Grade) -> bool {
    grade != Grade::Pronoun
        && !between
            .trim_end()
            .ends_with(['.', '!', '?', '…', '—', '–', '-'])
}

/// What stands before a line without a stop and a paragraph: what is under a picture or over a part tells nothing.
fn without_caption(between: &str) -> &str {
    const LINE: usize = 160;
    let mut lines = between.split_inclusive('\n');
    let (tag, line, rest) = (lines.next(), lines.next(), lines.next());
    let caption = line.is_some_and(|line| {
        let words = line.trim_end();
        line.len() <= LINE && words.ends_with(char::is_alphanumeric)
    });
    match tag {
        Some(tag) if caption && rest.is_none() && between.ends_with('\n') => tag,
        _ => between,
    }
}
