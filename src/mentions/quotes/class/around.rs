//! The words on the two sides of a quotation, and what they say of its class.

use crate::mentions::quotes::cues;
use crate::mentions::quotes::marks::ends_in_dash;
use crate::mentions::words::{is_determiner, is_pronoun};

/// A clause before a quotation is read back this far, in bytes.
const CLAUSE: usize = 90;

/// And for a verb of saying that much, in bytes.
const SENTENCE: usize = 240;

/// What stands on the two sides of a quotation in its paragraph. A line may end anywhere in it.
pub(super) struct Around<'t> {
    pub(super) before: &'t str,
    pub(super) behind: &'t str,
}

impl Around<'_> {
    /// Whether a verb of saying or the like stands shortly before, in the same clause.
    pub(super) fn has_cue(&self) -> bool {
        let clause = self.clause();
        let near = cues::words(clause)
            .rev()
            .nth(3)
            .map_or(0, |word| word.start);
        cues::verbs(&clause[near..]).next().is_some()
            || cues::introduction(clause).is_some()
            || cues::ends_in_verb(clause.trim_end().trim_end_matches(" of").trim_end())
            || cues::says(self.sentence().rsplit(';').next().unwrap_or_default())
    }

    /// Whether it is said that somebody was called so: `was received as ‘…’`, `the claim that ‘…’`.
    pub(super) fn is_led(&self) -> bool {
        let clause = self.clause().trim_end();
        clause.ends_with(" as") && clause.contains("was ") || clause.ends_with(" that")
    }

    /// `what Americans call a “big tent” politician`: a way to speak, not somebody's words.
    pub(super) fn is_usage(&self) -> bool {
        let clause = without_article(self.clause().trim_end());
        let last = cues::words(clause).next_back().map(|word| &clause[word]);
        // `they call it here ‘the house’`
        let everybody = [
            "they call it",
            "we call it",
            "you call it",
            "people call it",
        ];
        let called = cues::words(clause)
            .rev()
            .nth(3)
            .map_or(clause, |word| &clause[word.start..]);
        matches!(last, Some("call" | "supposed"))
            || clause.ends_with(" describe as")
            || everybody.iter().any(|phrase| called.starts_with(phrase))
    }

    /// `takes “fair” to mean | “what the baker charges”`: the meaning of a word, nobody's.
    pub(super) fn is_gloss(&self) -> bool {
        let clause = without_article(self.clause().trim_end());
        let last = cues::words(clause)
            .next_back()
            .filter(|word| word.end == clause.len());
        const SENSES: [&str; 11] = [
            "abbreviation for",
            "acronym for",
            "is read",
            "short for",
            "shorthand for",
            "stands for",
            "the sense of",
            "translated as",
            "translates as",
            "translates to",
            "literally",
        ];
        last.is_some_and(|word| matches!(&clause[word], "mean" | "means" | "meaning"))
            || SENSES
                .iter()
                .any(|phrase| clause.trim_end_matches(',').ends_with(phrase))
    }

    /// `For example, after is a preposition in | “he left after the fight”`: a sentence to be looked at.
    pub(super) fn is_example(&self) -> bool {
        let sentence = self.sentence().trim_start();
        let opens = ["For example", "For instance", "E.g."]
            .iter()
            .any(|phrase| sentence.starts_with(phrase));
        let shows = ["the sentence", "English sentence", "the phrase", "e.g."];
        let clause = self.clause().trim_end().trim_end_matches(',');
        (opens || shows.iter().any(|phrase| clause.ends_with(phrase))) && !cues::says(sentence)
    }

    /// `“the house” had been a summer luxury`: what is told of is a thing, not words.
    pub(super) fn is_thing(&self, words: &str) -> bool {
        let be = [" is ", " was ", " are ", " were ", " has ", " had "];
        words.starts_with("the ")
            && self.before.trim_end().ends_with(',')
            && be.iter().any(|be| self.behind.starts_with(be))
    }

    /// Words that are spoken of: an example, what is searched for, what a court finds somebody guilty of.
    pub(super) fn is_mentioned(&self) -> bool {
        const MENTIONS: [&str; 17] = [
            "acquitted of",
            "charged with",
            "charge of",
            "charges of",
            "consider the claim",
            "convicted of",
            "guilty of",
            "guilty to",
            "hypothesis",
            "indicted for",
            "proposition",
            "search for",
            "searched for",
            "searches for",
            "searching for",
            "speak of a",
            "the sentence",
        ];
        const TONGUES: [&str; 14] = [
            "Arabic", "Danish", "Dutch", "English", "French", "Gaelic", "German", "Greek",
            "Hebrew", "Italian", "Latin", "Norse", "Spanish", "Welsh",
        ];
        let before = self.before.trim_end().trim_end_matches(',');
        let near = &before[before.ceil_char_boundary(before.len().saturating_sub(24))..];
        let lower = near.to_lowercase();
        let gloss = near.strip_suffix(" for");
        MENTIONS.iter().any(|mention| lower.ends_with(mention))
            || gloss.is_some_and(|near| TONGUES.iter().any(|tongue| near.ends_with(tongue)))
    }

    /// A name that somebody goes by: `known as the ‘Owl’`, `and as the ‘Widow’`.
    pub(super) fn is_nickname(&self) -> bool {
        let clause = self.clause().trim_end();
        let clause = clause.strip_suffix(" the").unwrap_or(clause);
        let known = clause.rfind("nown as").map(|at| &clause[at..]);
        clause.ends_with(" nicknamed")
            || clause.ends_with(" as") && known.is_some_and(|known| !known.contains([',', ';']))
    }

    /// Words that nobody has said: `as if to say, “…”`, `She didn't say “perhaps never”`,
    /// `“What a noble fellow!” you will exclaim`.
    pub(super) fn is_imagined(&self) -> bool {
        let clause = self.clause().trim_end().trim_end_matches(',');
        let mut before = cues::words(clause).rev().map(|word| &clause[word]);
        let (last, negation) = (before.next(), before.next());
        let is_not = negation
            .is_some_and(|word| word == "not" || word.ends_with("n't") || word.ends_with("n’t"));
        const SEEMING: [&str; 3] = ["as if to say", "as though to say", "as much as to say"];
        // `You need not say “…”`, `ask yourself, “…”`
        const SUPPOSED: [&str; 4] = [
            "need to say",
            "want to say",
            "ask yourself",
            "tell yourself",
        ];
        let supposed = SUPPOSED.iter().any(|phrase| clause.ends_with(phrase));
        supposed && cues::words(clause).any(|word| matches!(&clause[word], "you" | "You"))
            || last == Some("say") && is_not
            || SEEMING.iter().any(|phrase| clause.ends_with(phrase))
            || is_supposed(cues::words(clause).rev().map(|word| &clause[word]))
            || self.behind.starts_with(' ')
                && (is_supposed(self.tag().into_iter().rev()) || self.is_anybodys())
    }

    /// `“…?” it will be asked.`, `“…,” it may be said,`
    fn is_anybodys(&self) -> bool {
        let mut words = cues::words(self.behind)
            .take(4)
            .map(|word| &self.behind[word]);
        let it = words.next() == Some("it");
        let may = words
            .next()
            .is_some_and(|may| matches!(may, "will" | "may" | "might" | "could" | "can"));
        it && may && words.next() == Some("be") && words.next().is_some_and(cues::ends_in_verb)
    }

    /// The three words behind.
    fn tag(&self) -> Vec<&str> {
        let words = cues::words(self.behind).take(3);
        words.map(|word| &self.behind[word]).collect()
    }

    /// `said “Exactly” to her remarks`: one word may be all that is said.
    pub(super) fn is_said(&self, words: &str) -> bool {
        let before = self.clause().trim_end();
        let verb = cues::words(before).next_back().map(|word| &before[word]);
        matches!(verb, Some("said" | "says"))
            && (words.starts_with(char::is_uppercase) || words.ends_with(','))
    }

    /// `sing “See-Saw”`: without a comma what is sung or recited is a work.
    pub(super) fn is_performed(&self) -> bool {
        const PERFORMING: [&str; 12] = [
            "hum", "hummed", "play", "played", "recite", "recited", "sing", "singing", "sang",
            "sung", "whistle", "whistled",
        ];
        let before = self.before.trim_end();
        let verb = cues::words(before).next_back().map(|word| &before[word]);
        before.len() < self.before.len()
            && before.ends_with(char::is_alphabetic)
            && verb.is_some_and(|verb| PERFORMING.contains(&verb))
    }

    /// `“Psychic,” the girls whispered, and “spiritual.”`: the tag of the words before is for both.
    pub(super) fn is_second(&self, words: &str) -> bool {
        let Some(tag) = self.before.trim_end().strip_suffix(", and") else {
            return false;
        };
        let tag = &tag[tag.rfind(['"', '”', '’', '»']).unwrap_or(tag.len())..];
        stops(words) && cues::words(tag).count() <= 6 && cues::finite(tag).is_some()
    }

    /// `so-called`, `the term`, `known on the coast as`.
    pub(super) fn is_named(&self) -> bool {
        const NAMES: [&str; 25] = [
            "himself",
            "herself",
            "themselves",
            "so-called",
            "called",
            "called a",
            "called the",
            "calls",
            "the term",
            "the word",
            "the words",
            "the phrase",
            "termed",
            "dubbed",
            "known as",
            "known as a",
            "known as the",
            "the phrase goes",
            "the saying goes",
            "named",
            "the name",
            "the concept of",
            "the slogan",
            "nicknamed",
            "labelled",
        ];
        let before = self.before.trim_end().trim_end_matches(',');
        let near = &before[before.ceil_char_boundary(before.len().saturating_sub(CLAUSE))..];
        let clause = near
            .rsplit(['.', ',', ';', '\n'])
            .next()
            .unwrap_or_default();
        NAMES.iter().any(|cue| before.ends_with(cue))
            || (clause.ends_with(" as")
                && ["known ", "referred "]
                    .iter()
                    .any(|word| clause.contains(word)))
    }

    /// Whether a little word leads straight to what is quoted, as to any part of a sentence: `There had been a | ‘…’`,
    /// `had become | ‘…’`; a word stands before its gloss.
    pub(super) fn is_run_on(&self) -> bool {
        const LITTLE: [&str; 24] = [
            "and", "are", "as", "be", "became", "become", "been", "but", "by", "from", "had",
            "has", "have", "in", "is", "of", "on", "or", "that", "the", "to", "was", "were",
            "with",
        ];
        let before = self.before.trim_end();
        let last = cues::words(before)
            .next_back()
            .filter(|last| last.end == before.len());
        last.is_some_and(|last| {
            let last = &before[last];
            LITTLE.contains(&last) || is_determiner(last)
        })
    }

    pub(super) fn clause(&self) -> &str {
        self.near(CLAUSE)
    }

    pub(super) fn sentence(&self) -> &str {
        self.near(SENTENCE)
    }

    /// What stands before in the sentence, so far back in bytes.
    fn near(&self, reach: usize) -> &str {
        let start = self.before.len().saturating_sub(reach);
        let before = &self.before[self.before.ceil_char_boundary(start)..];
        before
            .rsplit(['.', '“', '"', '”'])
            .next()
            .unwrap_or_default()
    }

    /// Whether the quotation is a part of its sentence: a word of it stands right before, not a verb of saying.
    pub(super) fn is_part(&self) -> bool {
        let before = self.before.trim_end();
        before.ends_with(|c: char| c.is_alphanumeric())
            && before.len() < self.before.len()
            && !cues::ends_in_verb(self.clause().trim_end())
    }

    /// Whether words that end in a comma or a dash are followed by a tag: `"My dear Holmes," said I`.
    pub(super) fn tags(&self, words: &str) -> bool {
        const TAG: usize = 4;
        let ends = words.ends_with(',') || ends_in_dash(words);
        let behind = &self.behind[..self.behind.floor_char_boundary(60)];
        let clause = behind
            .split(['.', '“', '"', '‘'])
            .next()
            .unwrap_or_default();
        let before = self.before.trim_end();
        let begins = words.starts_with(|c: char| !c.is_lowercase())
            || before.is_empty()
            || before.ends_with([',', ';', '(', '[', '—', '–', '.', '!', '?', ':', '\n']);
        let tagged = |words: usize| {
            let near: Vec<_> = cues::words(clause).take(words).collect();
            let end = near.last().map_or(0, |word| word.end);
            let cue = |text: &str| cues::verbs(text).next().is_some();
            near.into_iter().any(|word| cue(&clause[word])) || cue(&clause[..end])
        };
        // `"We came for bread", recalled the weaver`: the British comma stands outside.
        let last = cues::words(clause).next_back().map(|word| &clause[word]);
        let short = cues::words(clause).nth(TAG).is_none();
        let told = short && last.is_some_and(|verb| cues::finite(verb).is_some());
        let outside = clause.starts_with(", ") && (tagged(1) || told);
        // `"Because--" he hesitated`
        let next = cues::words(clause).next().map(|word| &clause[word]);
        let begun = before.is_empty() || self.before.ends_with('\n');
        let acts = begun && ends && next.is_some_and(is_pronoun);
        // `"That is a handsome maid" he said`
        let sentence = begun || before.ends_with(['.', '!', '?']);
        let bare = sentence && next.is_some_and(is_pronoun) && tagged(2);
        begins && (outside || acts || bare || ends && clause.starts_with([' ', '\n']) && tagged(6))
    }
}

/// What stands before the article that a clause ends with.
pub(super) fn without_article(clause: &str) -> &str {
    [" a", " an", " the"]
        .iter()
        .find_map(|article| clause.strip_suffix(article))
        .unwrap_or(clause)
}

/// Whether words, the last one first, tell what anybody may say: `before you can say`, `one might ask`.
fn is_supposed<'t>(mut last: impl Iterator<Item = &'t str>) -> bool {
    const MAY: [&str; 6] = ["can", "could", "may", "might", "will", "would"];
    last.next().is_some_and(cues::ends_in_verb)
        && last.next().is_some_and(|may| MAY.contains(&may))
        && matches!(last.next(), Some("you" | "one"))
}

/// Whether words end as speech does.
pub(in crate::mentions::quotes) fn stops(words: &str) -> bool {
    words.ends_with([',', '.', '!', '?', '…']) || ends_in_dash(words)
}
