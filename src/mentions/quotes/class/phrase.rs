//! Phrases: words in marks that are nobody's speech though they are a clause: a set phrase before its noun, an
//! example, a sentence that is spoken of.

use super::around::{Around, without_article};
use crate::document::Document;
use crate::mentions::quotes::{Class, Quotation, cues};
use crate::mentions::words::is_determiner;

impl Around<'_> {
    /// Whether five words or more are a phrase.
    pub(super) fn is_phrase(&self, words: &str) -> bool {
        self.is_explained()
            || self.is_instance()
            || !self.has_cue() && (self.is_attribute(words) || self.is_idea())
    }

    /// `a general | “do what you are told” | contract`, `the | “we are all in this together” | kind of message`.
    fn is_attribute(&self, words: &str) -> bool {
        if words.ends_with(['.', ',']) || !self.behind.starts_with(' ') {
            return false;
        }
        let mut next = cues::words(self.behind).map(|word| &self.behind[word]);
        let kind = match (next.next(), next.next()) {
            (Some(noun), _) if cues::is_kind(noun) => true,
            // `horror trope`
            (Some(first), Some(noun)) => !is_function(first) && cues::is_kind(noun),
            _ => false,
        };
        let clause = self.clause().trim_end();
        let mut before = cues::words(clause).rev().map(|word| &clause[word]);
        let (last, further) = (before.next(), before.next());
        let article = |word: Option<&str>| word.is_some_and(is_determiner);
        kind && (article(last) || article(further) && !last.is_some_and(is_function))
    }

    /// `comments like | “the free market benefits all”`, `For example: | “…”`.
    fn is_instance(&self) -> bool {
        let clause = self.clause().trim_end();
        let bare = clause.trim_end_matches([',', ':']);
        const SHOWN: [&str; 11] = [
            "E.g.",
            "such as",
            "as in",
            "along the lines of",
            "e.g.",
            "as follows",
            "compare to",
            "For example",
            "For instance",
            "for example",
            "for instance",
        ];
        let noun = |before: &str| cues::words(before).next_back().map_or(0, |word| word.start);
        let like = bare.strip_suffix(" like").filter(|before| {
            let noun = before[noun(before)..].trim_end_matches(',');
            matches!(noun, "something" | "anything" | "nothing")
                || cues::has_noun(noun)
                || noun.ends_with('s') && !is_seeming(noun)
        });
        // `such remarks as, “…”`
        let such = bare.strip_suffix(" as").is_some_and(|before| {
            let mut last = cues::words(before).rev().map(|word| &before[word]);
            let noun = last.next().is_some_and(cues::has_noun);
            noun && last.take(2).any(|word| word == "such")
        });
        let defined = bare.ends_with("; as") && clause.ends_with(',');
        // `comments` is no verb there.
        let said = |like: &str| cues::says(&like[..noun(like)]);
        like.is_some_and(|like| !said(like))
            || such
            || (defined || SHOWN.iter().any(|phrase| bare.ends_with(phrase)))
                && !cues::says(self.sentence())
                && !self.behind.trim_start().starts_with('[')
    }

    /// `the idea of | “no war but the class war”`, `So much for | “…”`, `what they mean by | “…”`.
    fn is_idea(&self) -> bool {
        const IDEAS: [&str; 26] = [
            "So much for",
            "so much for",
            "akin to",
            "equivalent of",
            "equivalent to",
            "parallel to",
            "problem of",
            "question of",
            "tantamount to",
            "variant of",
            "concept of",
            "cry of",
            "doctrine of",
            "ethos of",
            "idea of",
            "logic of",
            "maxim of",
            "mean by",
            "means by",
            "meant by",
            "myth of",
            "notion of",
            "principle of",
            "rhetoric of",
            "slogan of",
            "spirit of",
        ];
        let clause = without_article(self.clause().trim_end());
        IDEAS.iter().any(|idea| clause.ends_with(idea)) && !cues::says(self.sentence())
    }

    /// `“…” | means that you are hungry`: the words are spoken of.
    fn is_explained(&self) -> bool {
        const VERBS: [&str; 13] = [
            "illustrates ",
            "means ",
            "meant ",
            "does not mean ",
            "simply means ",
            "translates as ",
            "simply translates as ",
            "translates to ",
            "is a phrase",
            "is a saying",
            "is an expression",
            "is a slogan",
            "is an old saying",
        ];
        let behind = self.behind.trim_start_matches(',');
        let Some(rest) = behind.strip_prefix(' ') else {
            return false;
        };
        // `was a command so plain`
        let mut next = cues::words(rest).take(4).map(|word| &rest[word]);
        let is_a = matches!(
            (next.next(), next.next()),
            (Some("is" | "was"), Some("a" | "an"))
        );
        VERBS.iter().any(|verb| rest.starts_with(verb))
            || is_a && next.any(|noun| noun == "command" || cues::has_noun(noun))
    }
}

fn is_seeming(verb: &str) -> bool {
    matches!(
        verb,
        "acts"
            | "feels"
            | "goes"
            | "is"
            | "looks"
            | "reads"
            | "seems"
            | "smells"
            | "sounds"
            | "tastes"
            | "was"
    )
}

fn is_function(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on", "or",
        "over", "than", "that", "to", "was", "were", "when", "which", "with",
    ];
    WORDS.contains(&word)
}

/// Whether a quotation goes on with a phrase: `excuses like “…”, or “…”`.
pub(in crate::mentions::quotes) fn joins(
    document: &Document,
    last: &Quotation,
    next: &Quotation,
) -> bool {
    let text = document.text();
    let phrase = |quotation: &Quotation| quotation.length(text) > 4;
    let between = text.get(last.range().end..next.range().start);
    // `the nickname “mkono,” or “the man with the hand,”`: what a word or two mean.
    let gloss = last.class == Class::Term || last.class == Class::Scare;
    let or = between.is_some_and(|between| between.trim_matches([' ', ',']) == "or");
    let level = next.is_level(last);
    if gloss && or && level {
        return true;
    }
    last.class == Class::Term
        && level
        && phrase(last)
        && between.is_some_and(|between| {
            matches!(
                between.trim_matches([' ', ',']),
                "and" | "or" | "nor" | "not"
            )
        })
}
