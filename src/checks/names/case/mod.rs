//! `mixed-case`: a term with all its capitals, and without one of them.

mod inner;
mod particle;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::attributive::is_before_noun;
use super::enclosed::is_enclosed;
use super::two_forms::{Form, two_forms};
use crate::checks::{Check, Context, Finding};
use crate::document::BlockKind;
use crate::mentions::is_determiner;
use crate::mentions::names::leads;
use crate::pattern::at_boundaries;

/// Reports, once per term, `left Opposition` in an article that has `Left Opposition`, and `Openoffice` in one that
/// has `OpenOffice`, and `Jean Van Heijenoort` beside `Jean van Heijenoort`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MixedCase {
    /// First words that a capital makes another thing of (`Young Poland`), or none, lower case.
    #[serde(default)]
    except: Vec<String>,
}

/// Shorter first words are articles and prepositions.
const SHORTEST: usize = 4;

/// Where so many times more places have one capital, those with two are headings and titles.
const OUTVOTED: usize = 4;

impl Check for MixedCase {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "found_times", "other", "other_times"]
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let terms = Terms::new(cx);
        let mut found = inner::findings(cx);
        found.extend(particle::findings(cx));
        if !terms.whole.is_empty() {
            found.extend(self.halves(cx, &terms));
        }
        if !found.is_empty() && cx.document.foreign_language().is_none() {
            findings.append(&mut found);
        }
    }
}

impl MixedCase {
    /// What is said of terms that lack a capital somewhere.
    fn halves(&self, cx: &Context, terms: &Terms) -> Vec<Finding> {
        let mut partial: HashMap<&str, Places> = HashMap::new();
        for pair in half_capitals(cx) {
            for (term, place) in terms.at(cx, &pair) {
                if cx.reads(&place)
                    && is_inside(cx, place.start)
                    && !is_one_of_several(cx, place.start)
                    && !(is_described(cx, &place) && terms.are_called(cx, term))
                {
                    partial.entry(term).or_default().insert(place.start, place);
                }
            }
        }
        let sure = |term: &str, places: &Places| {
            let first = term.split(' ').next().unwrap_or_default();
            // A first word that has its capital anyway (`Spanish anarchists`) says nothing of the second.
            let mut places_in = places.values();
            let adjective = places_in
                .next()
                .is_some_and(|place| cx.words(place).starts_with(char::is_uppercase));
            let whole = terms.whole[term].len();
            whole > usize::from(adjective)
                && places.len() <= whole * OUTVOTED
                && !self.except.iter().any(|word| word == first)
        };
        let found = partial.iter().filter(|(term, places)| sure(term, places));
        found
            .map(|(term, places)| {
                let places: Vec<_> = places.values().cloned().collect();
                finding(cx, &places, &terms.whole[*term])
            })
            .collect()
    }
}

/// Places by where they begin.
type Places = BTreeMap<usize, Range<usize>>;

/// Terms of two or three words with all their capitals inside a sentence.
struct Terms {
    /// Their places by their letters.
    whole: HashMap<String, Vec<Range<usize>>>,
    /// Terms of three words by the two of them that stand together, with whether these come last.
    longer: HashMap<String, Vec<(String, bool)>>,
}

impl Terms {
    fn new(cx: &Context) -> Self {
        let mut terms = Terms {
            whole: HashMap::new(),
            longer: HashMap::new(),
        };
        let groups = cx.mentions.groups().iter();
        for group in groups.filter(|group| group.name.contains(' ')) {
            for place in group.mentions.iter().filter(|place| cx.reads(place)) {
                let words = cx.words(place);
                if (2..=3).contains(&words.split(' ').count())
                    && is_inside(cx, place.start)
                    && !is_titled(cx, place)
                    && !cx.mentions.is_titled(place.start)
                    && !is_in_heading(cx, place)
                {
                    let places = terms.whole.entry(words.to_lowercase()).or_default();
                    places.push(place.clone());
                }
            }
        }
        for term in terms.whole.keys() {
            if let [first, second, third] = term.split(' ').collect::<Vec<_>>()[..] {
                for (pair, last) in [([first, second], false), ([second, third], true)] {
                    let terms = terms.longer.entry(pair.join(" ")).or_default();
                    terms.push((term.clone(), last));
                }
            }
        }
        terms
    }

    /// Whether a term has nowhere an article, as who is called by it has none: `Queen Asheviere`.
    fn are_called(&self, cx: &Context, term: &str) -> bool {
        let mut places = self.whole[term].iter();
        places.all(|place| !last_word(cx, place.start).is_some_and(is_determiner))
    }

    /// The terms that two words are, or are a part of, with the place of each whole.
    fn at(&self, cx: &Context, pair: &Range<usize>) -> Vec<(&str, Range<usize>)> {
        let key = cx.words(pair).to_lowercase();
        let own = self.whole.get_key_value(&key);
        let own = own.map(|(term, _)| (term.as_str(), pair.clone()));
        let longer = self.longer.get(&key).into_iter().flatten();
        let longer = longer.filter_map(|(term, last)| {
            let more = term.len().checked_sub(key.len())?;
            let place = match last {
                true => pair.start.checked_sub(more)?..pair.end,
                false => pair.start..pair.end + more,
            };
            let words = cx.text().get(place.clone())?;
            let apart = at_boundaries(cx.text(), &place);
            (apart && words.to_lowercase() == *term).then_some((term.as_str(), place))
        });
        own.into_iter().chain(longer).collect()
    }
}

/// Whether the word before is of the same sentence, so that a capital means something.
fn is_inside(cx: &Context, start: usize) -> bool {
    let sentence = cx.document.sentence_at(start).start.min(start);
    cx.text()[sentence..start].ends_with(' ')
        && cx.text()[sentence..start]
            .trim_end()
            .ends_with(|c: char| c.is_alphanumeric() || c == ',')
}

/// What titles of works stand in.
const MARKS: [(char, char); 5] = [('[', ']'), ('“', '”'), ('‘', '’'), ('«', '»'), ('"', '"')];

/// Whether a place stands in the title of a work: in marks, in square brackets, or in a run of capitals
/// that little words join (`History of the Spanish Anarchists`).
fn is_titled(cx: &Context, place: &Range<usize>) -> bool {
    const JOINTS: [&str; 9] = ["a", "and", "for", "from", "in", "of", "on", "the", "to"];
    let sentence = cx.document.sentence_at(place.start);
    let runs_on = |words: &mut dyn Iterator<Item = &str>| {
        let mut words = words.peekable();
        let joined = words.next_if(|word| JOINTS.contains(word)).is_some();
        let mut behind = words.skip_while(|word| JOINTS.contains(word));
        joined
            && behind
                .next()
                .is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let before = &cx.text()[sentence.start.min(place.start)..place.start];
    let after = &cx.text()[place.end..sentence.end.max(place.end)];
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let behind = after.starts_with(' ') && last != "the";
    // `Bookchin’s The Spanish Anarchists`, `see How To Compile SQLite`, `the Independent State of the Congo`.
    let inside = before.trim().len() > last.len();
    let begun = inside
        && last.starts_with(char::is_uppercase)
        && last.ends_with(char::is_alphabetic)
        && leads(last);
    let of = after
        .strip_prefix(" of ")
        .map(|name| name.trim_start_matches("the "));
    let longer = of.is_some_and(|name| name.starts_with(char::is_uppercase));
    begun
        || longer
        || is_enclosed(cx, place.start, &MARKS)
        || runs_on(&mut before.split_whitespace().rev())
        || behind && runs_on(&mut after.split_whitespace())
}

/// Whether what begins at an offset is one of several such things, and so no name: `any German revolution`.
fn is_one_of_several(cx: &Context, start: usize) -> bool {
    const SOME: [&str; 9] = [
        "a", "an", "another", "any", "each", "every", "no", "some", "such",
    ];
    last_word(cx, start).is_some_and(|word| SOME.contains(&word.to_lowercase().as_str()))
}

/// Whether a word in small letters says what somebody or something is, whose name follows: `the evil queen Asheviere`.
fn is_described(cx: &Context, place: &Range<usize>) -> bool {
    /// The article and a word between.
    const NEAR: usize = 2;
    let before = words_before(cx, place.start).take(NEAR);
    cx.words(place).starts_with(char::is_lowercase)
        && !is_before_noun(cx, place)
        && before
            .take_while(|word| word.ends_with(char::is_alphabetic))
            .any(|word| is_determiner(word) || word.ends_with("'s") || word.ends_with("’s"))
}

/// Whether a place stands in a heading, or in a line that is written as one: all its longer words have capitals.
fn is_in_heading(cx: &Context, place: &Range<usize>) -> bool {
    const LONG: usize = 5;
    const OTHERS: usize = 2;
    let block = cx.document.block_at(place.start);
    let sentence = cx.document.sentence_at(place.start);
    let line = &cx.text()[sentence.start.min(place.start)..sentence.end.max(place.end)];
    let own = cx.words(place);
    let words = line.split(|c: char| !c.is_alphabetic());
    let mut long = words.filter(|word| word.chars().count() >= LONG && !own.contains(word));
    let mut others = 0;
    let capitals = long.all(|word| {
        others += 1;
        word.starts_with(char::is_uppercase)
    });
    let alone = || {
        !line
            .split(' ')
            .any(|word| word.starts_with(char::is_lowercase))
    };
    block.is_some_and(|block| block.kind == BlockKind::Heading)
        || capitals && (others >= OTHERS || alone())
}

/// The words before an offset in its sentence, from the last.
fn words_before<'c>(cx: &Context<'c>, start: usize) -> impl Iterator<Item = &'c str> {
    let sentence = cx.document.sentence_at(start).start.min(start);
    cx.text()[sentence..start].split_whitespace().rev()
}

fn last_word<'c>(cx: &Context<'c>, start: usize) -> Option<&'c str> {
    words_before(cx, start).next()
}

/// Neighbouring words of which one has a capital and the other none.
fn half_capitals<'c>(cx: &Context<'c>) -> impl Iterator<Item = Range<usize>> {
    let text = cx.text();
    let mut before: Option<(Range<usize>, bool)> = None;
    let words = text.split(' ').filter_map(move |word| {
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        let kept = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let range = start..start + kept.len();
        let capital = kept.starts_with(char::is_uppercase);
        let half = before
            .take()
            .filter(|&(_, other)| kept.len() >= SHORTEST && capital != other);
        // What a stop ends goes together with nothing behind it.
        before =
            (kept.len() == word.len() && kept.len() >= SHORTEST).then(|| (range.clone(), capital));
        half.map(|(first, _)| (first, range))
    });
    words
        .filter(move |(first, second)| {
            let letters =
                |range: &Range<usize>| text[range.clone()].chars().all(char::is_alphabetic);
            letters(first) && letters(second)
        })
        .map(|(first, second)| first.start..second.end)
}

fn finding(cx: &Context, partial: &[Range<usize>], whole: &[Range<usize>]) -> Finding {
    let (found, other) = if partial.len() <= whole.len() {
        (partial, whole)
    } else {
        (whole, partial)
    };
    let preferred = cx.words(&other[0]);
    let edits = found
        .iter()
        .map(|place| (place.clone(), preferred.to_owned()))
        .collect();
    let at_fault = Form::new(cx.words(&found[0]), found);
    two_forms(&at_fault, &Form::new(preferred, other), edits)
}
