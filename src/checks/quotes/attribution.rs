//! `attribution`: speech without its speaker, its name or its reference.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::document::BlockKind;
use crate::mentions::names::sex_of_pronoun;
use crate::mentions::quotes::{Class, Grade, Quotation, leaves_out_agent};

/// Reports direct speech or block quotations that lack what the house asks for.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Attribution {
    /// What is quoted.
    of: Quoted,
    /// What is missing.
    lacks: Lack,
    /// Shorter quotations are left alone, in words.
    #[serde(default = "five")]
    min_words: usize,
}

#[derive(Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Quoted {
    /// Words in marks.
    Direct,
    /// Paragraphs set apart.
    Block,
}

#[derive(Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Lack {
    /// Neither a speaker nor a source.
    Speaker,
    /// A name: only a pronoun says who.
    Name,
    /// A note or a reference, though somebody is said to have said it.
    Citation,
}

fn five() -> usize {
    5
}

impl Check for Attribution {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "words", "speaker"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        if self.is_habit(cx) {
            return;
        }
        let quotations = cx.mentions.quotes().quotations.iter();
        let lacking = quotations.filter(|quotation| {
            // Where a quotation ends that is never closed is what its author has to say first.
            self.is_of(quotation)
                && !quotation.is_unclosed()
                && quotation.length(cx.text()) >= self.min_words
                && self.is_lacking(cx, quotation)
                && expects_speaker(cx, quotation)
                && cx.reads_block(quotation.range().start)
                && !self.is_second(cx, quotation)
        });
        findings.extend(lacking.map(|quotation| finding(cx, quotation)));
    }
}

impl Attribution {
    fn is_of(&self, quotation: &Quotation) -> bool {
        quotation.depth == 0
            && match self.of {
                Quoted::Direct => quotation.class == Class::Direct,
                Quoted::Block => quotation.class == Class::Block,
            }
    }

    /// Whether words that lack the same stand right before: one place, one report.
    fn is_second(&self, cx: &Context, quotation: &Quotation) -> bool {
        let all = &cx.mentions.quotes().quotations;
        let start = quotation.range().start;
        let place = all.partition_point(|other| other.range().start < start);
        let before = all[..place].iter().rfind(|other| self.is_of(other));
        before.is_some_and(|before| {
            let between = cx.text().get(before.range().end..start);
            between == Some(" ")
                && self.is_lacking(cx, before)
                && before.length(cx.text()) >= self.min_words
        })
    }

    /// Whether a text sets apart, again and again, what has no source, and more seldom what has: legends that are told,
    /// a talk that is written down. Its blocks are no slips then.
    fn is_habit(&self, cx: &Context) -> bool {
        if self.of != Quoted::Block || self.lacks != Lack::Speaker {
            return false;
        }
        let quotations = cx.mentions.quotes().quotations.iter();
        let (bare, sourced): (Vec<_>, Vec<_>) = quotations
            .filter(|quotation| self.is_of(quotation))
            .partition(|quotation| quotation.attribution.grade == Grade::None);
        bare.len() > sourced.len().max(1)
    }

    /// Whether a block is set apart only to stand apart: behind a colon or a semicolon that names nobody, as a list, as a
    /// reference, as a line without a stop.
    fn is_layout(&self, cx: &Context, quotation: &Quotation) -> bool {
        let start = quotation.range().start;
        let led = cx.text()[..start].trim_end().ends_with([':', ';']);
        let words = cx.words(&quotation.runs[0].words).trim();
        let first = words.split(' ').next().unwrap_or_default();
        // `e)`
        let lettered = first.len() == 2 && first.ends_with([')', '.']);
        let numbered =
            lettered || first.contains('.') && first.contains(|c: char| c.is_ascii_digit());
        let listed =
            numbered || words.starts_with(|c: char| c.is_ascii_digit() || "*•·-–—".contains(c));
        let labelled = words
            .split_whitespace()
            .take(3)
            .any(|word| word.ends_with(':'));
        let last = words.trim_end_matches(|c: char| !c.is_alphanumeric());
        let reference = last.ends_with(|c: char| c.is_ascii_digit())
            || ["available at", " pp. ", "(eds.)"]
                .iter()
                .any(|sign| words.contains(sign));
        let layout = led || listed || labelled || reference || !ends_in_stop(words);
        self.of == Quoted::Block && layout
    }

    fn is_lacking(&self, cx: &Context, quotation: &Quotation) -> bool {
        let found = &quotation.attribution;
        match self.lacks {
            Lack::Speaker => {
                found.grade == Grade::None
                    && !self.is_layout(cx, quotation)
                    && !is_worked_in(cx, quotation)
            }
            // `I` is the author, `you` whoever reads; `they` may be many, and `it` a text.
            Lack::Name => {
                let pronoun = found
                    .speaker
                    .as_ref()
                    .map_or("", |speaker| cx.words(speaker));
                found.grade == Grade::Pronoun
                    && found.name.is_none()
                    && found.cue.is_some()
                    && sex_of_pronoun(pronoun).is_some()
                    && !opens_text(cx, quotation)
            }
            Lack::Citation => found.grade < Grade::Citation && !found.cited,
        }
    }
}

fn finding(cx: &Context, quotation: &Quotation) -> Finding {
    let first = &quotation.runs[0];
    let end = first
        .close
        .as_ref()
        .map_or(first.words.end, |close| close.end);
    let speaker = quotation.attribution.speaker.clone();
    let finding = Finding::at(first.open.start..end)
        .field("found", opening(cx.words(&first.words)))
        .field("words", quotation.length(cx.text()))
        .field(
            "speaker",
            speaker.as_ref().map_or("", |speaker| cx.words(speaker)),
        );
    match speaker {
        Some(speaker) => finding.label(speaker, "who says it"),
        None => finding,
    }
}

/// Whether the text begins with the sentence of a quotation: it may be cut out of one that names the speaker.
fn opens_text(cx: &Context, quotation: &Quotation) -> bool {
    let sentence = cx.document.sentence_at(quotation.range().start);
    !cx.text()[..sentence.start].contains(char::is_alphabetic)
}

/// Titles and tables quote without saying whom; how other languages say it is not known here.
fn expects_speaker(cx: &Context, quotation: &Quotation) -> bool {
    let range = quotation.range();
    cx.document.block_at(range.start).is_some_and(|block| {
        // Words alone in their paragraph without a stop are a title too: those of a picture, or pulled out of the text.
        let is_line = block.range == range
            && quotation.class == Class::Direct
            && !ends_in_stop(cx.words(&range));
        matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::List | BlockKind::Quote
        ) && !is_line
            && !cx.document.is_foreign(block.range.start)
    })
}

/// Whether a stop stands before or behind the closing mark.
fn ends_in_stop(words: &str) -> bool {
    words
        .trim_end_matches(|c| "\"'”’»«“‘".contains(c))
        .ends_with(|c: char| c.is_ascii_punctuation() || c == '…')
}

/// The first words, for a message; a block may stand in marks of its own.
pub(super) fn opening(words: &str) -> String {
    const SHOWN: usize = 6;
    let mut all = words
        .trim_start_matches(['"', '“', '„', '«', '‘', '\''])
        .split_whitespace();
    let mut opening: Vec<_> = all.by_ref().take(SHOWN).collect();
    if all.next().is_some() {
        opening.push("…");
    }
    opening.join(" ")
}

/// Whether words go on a sentence of the author's that leaves out nobody: `It lessens “the need for work on the spot”`.
/// Such words are an epithet, a motto, what the text at hand says, to every reader; whose they are is missed only where
/// the sentence itself hides it: `It was described as`.
fn is_worked_in(cx: &Context, quotation: &Quotation) -> bool {
    // Bytes before the words that are read: the same words of a long line are not read for each of its quotations.
    const NEAR: usize = 400;
    let start = quotation.range().start;
    let sentence = cx.document.sentence_at(start).start;
    let block = cx.document.block_at(start);
    let from = block.map_or(sentence, |block| block.range.start.max(sentence));
    let near = cx.text().ceil_char_boundary(start.saturating_sub(NEAR));
    let before = &cx.text()[from.max(near).min(start)..start];
    before.contains(char::is_alphabetic)
        && !before.trim_end().ends_with(':')
        && !leaves_out_agent(before)
}
