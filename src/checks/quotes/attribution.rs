//! `attribution`: speech without its speaker, its name or its reference.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::checks::{Check, Context, Finding};
use crate::document::BlockKind;
use crate::mentions::names::sex_of_pronoun;
use crate::mentions::quotes::{Class, Grade, Quotation, is_rumour};

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
        let told = Told::of(&cx.mentions.quotes().quotations);
        let quotations = cx.mentions.quotes().quotations.iter();
        let lacking = quotations.filter(|quotation| {
            // Where a quotation ends that is never closed is what its author has to say first.
            self.is_of(quotation)
                && !quotation.is_unclosed()
                && self.is_lacking(cx, quotation)
                && quotation.length(cx.text()) >= self.min_words
                && expects_speaker(cx, quotation)
                && cx.reads_block(quotation.range().start)
                && !self.is_second(cx, quotation)
                && !(self.lacks == Lack::Speaker && told.beside(cx, quotation))
        });
        findings.extend(lacking.map(|quotation| finding(cx, quotation)));
    }
}

/// Where the text has said who speaks: the first bytes of the quotations with a speaker or a source, in order.
struct Told(Vec<usize>);

impl Told {
    fn of(quotations: &[Quotation]) -> Self {
        let told = quotations
            .iter()
            .filter(|one| one.is_speech() && one.attribution.grade != Grade::None);
        Told(told.map(|one| one.range().start).collect())
    }

    /// Whether words that only go on the author's sentence stand in a paragraph that tells whose words it quotes: they
    /// are from the same mouth, or the same page, to every reader. Not where somebody unnamed speaks: `accused of`,
    /// `hailed as`, `warned that`, `there is talk of`.
    fn beside(&self, cx: &Context, quotation: &Quotation) -> bool {
        let start = quotation.range().start;
        let is_fragment = cx
            .words(&quotation.runs[0].words)
            .starts_with(char::is_lowercase);
        let Some(block) = cx.document.block_at(start).filter(|_| is_fragment) else {
            return false;
        };
        let mut before = cx.text()[block.range.start..start].split_whitespace();
        let led = matches!(
            before.next_back(),
            Some("of" | "as" | "that" | "to" | "for")
        );
        let is_done = |word: &str| word.ends_with("ed") || word == "seen";
        let passive = led && before.next_back().is_some_and(is_done);
        let narration = &cx.text()[block.range.start..start];
        if passive || is_agentless(narration) || is_rumour(narration) {
            return false;
        }
        let next = self.0.partition_point(|&told| told < block.range.start);
        self.0.get(next).is_some_and(|&told| told < block.range.end)
    }
}

/// Whether what leads to a quotation leaves out who says it: `There had been a`, `there was a remark that`, `have been
/// called`.
fn is_agentless(before: &str) -> bool {
    let mut back = before.split_whitespace().rev();
    let mut last = back.next().unwrap_or_default();
    if last == "that" {
        last = back.nth(1).unwrap_or_default();
    }
    if matches!(last, "a" | "an") {
        last = back.next().unwrap_or_default();
        let there = back.find(|word| !matches!(*word, "had" | "has" | "have"));
        return matches!(last, "was" | "is" | "been") && matches!(there, Some("There" | "there"));
    }
    last.ends_with("ed") && matches!(back.next(), Some("been" | "was" | "were" | "is" | "are"))
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
            Lack::Speaker => found.grade == Grade::None && !self.is_layout(cx, quotation),
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
