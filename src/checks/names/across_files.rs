//! `name-across-files`: a name that most articles spell in one way and a few in another.

use std::collections::{BTreeMap, HashSet};

use schemars::JsonSchema;
use serde::Deserialize;

use super::company::Company;
use super::likeness::{Alike, Difference, Evidence, Likeness, Spelt, alike};
use super::wanted::Wanted;
use crate::checks::{Articles, Check, Context, Edits, Finding, Needs, Place};
use crate::mentions::names::is_established_name;
use crate::mentions::trace::Name;

/// Reports, once in each of the few articles, a name that more articles spell in another way.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameAcrossFiles {}

impl Check for NameAcrossFiles {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "other", "found_articles", "other_articles"]
    }

    fn needs(&self) -> Needs {
        Needs::Articles
    }

    fn check(&self, _: &Context, _: &mut Vec<Finding>) {}

    fn across(&self, all: &Articles, findings: &mut Vec<(usize, Finding)>) {
        let spellings = spellings(all);
        let spelt: Vec<_> = spellings
            .iter()
            .map(|spelling| Spelt::new(spelling.word))
            .collect();
        let alike = alike(&spelt);
        let decided = Decided::new(all, &spellings, &alike);
        let neighbours = spellings.iter().map(|spelling| {
            let names = spelling.articles.values();
            names.flat_map(|name| &name.neighbours).take(NEIGHBOURS)
        });
        let company = Company::new(&spelt, neighbours, &alike);
        // A spelling that is like several is reported once, beside the commonest of them.
        let mut best: BTreeMap<usize, usize> = BTreeMap::new();
        for (&pair, likeness) in &alike {
            if let Some((found, other)) = decided.minority(&spellings, pair)
                && is_one(&spellings, &company, pair, likeness)
            {
                let known = best.entry(found).or_insert(other);
                let rank = |&index: &usize| decided.rank(&spellings[index]);
                *known = std::cmp::max_by_key(*known, other, rank);
            }
        }
        for (found, other) in best {
            let likeness = &alike[&(found.min(other), found.max(other))];
            report(
                all,
                &spellings[found],
                &spellings[other],
                likeness,
                findings,
            );
        }
    }
}

/// More neighbours than this say nothing new of a name.
const NEIGHBOURS: usize = 64;

/// A spelling in all articles that have it.
struct Spelling<'t> {
    word: &'t str,
    /// The number of the article and its places there.
    articles: BTreeMap<usize, &'t Name>,
}

/// The spellings of all articles, in the order of their letters.
fn spellings<'t>(all: &Articles<'t>) -> Vec<Spelling<'t>> {
    let mut spellings: BTreeMap<&str, BTreeMap<usize, &Name>> = BTreeMap::new();
    for (number, trace) in all.traces.iter().enumerate() {
        for name in &trace.names {
            let articles = spellings.entry(&name.word).or_default();
            articles.insert(number, name);
        }
    }
    let spellings = spellings.into_iter();
    spellings
        .map(|(word, articles)| Spelling { word, articles })
        .collect()
}

/// What the style sheet, or a word's own use, has decided.
struct Decided<'t> {
    refused: HashSet<&'t str>,
    accepted: HashSet<&'t str>,
    /// Words that also stand in small letters.
    common: HashSet<String>,
}

impl<'t> Decided<'t> {
    fn new(all: &Articles<'t>, spellings: &[Spelling<'t>], alike: &Alike) -> Self {
        let refused = all.style_sheet.refused().map(|(variant, _)| variant);
        let accepted = all.style_sheet.accepted();
        let compared: HashSet<usize> = alike.keys().flat_map(|&(a, b)| [a, b]).collect();
        let compared = compared.into_iter().map(|index| spellings[index].word);
        let small: Vec<String> = compared.map(str::to_lowercase).collect();
        let small = Wanted::new(small.iter().map(String::as_str));
        let texts = all.traces.iter().map(|trace| trace.source.text());
        let common = texts.flat_map(|text| small.among(text));
        Decided {
            refused: refused.flat_map(str::split_whitespace).collect(),
            accepted: accepted.flat_map(str::split_whitespace).collect(),
            common: common.map(str::to_owned).collect(),
        }
    }

    /// What the style sheet accepts is right, else what more articles have.
    fn rank(&self, spelling: &Spelling) -> (bool, usize) {
        let known = self.accepted.contains(spelling.word);
        (known, spelling.articles.len())
    }

    /// The spelling of fewer articles and the other, if there is anything to be said of them.
    fn minority(&self, spellings: &[Spelling], (a, b): (usize, usize)) -> Option<(usize, usize)> {
        let (first, second) = (&spellings[a], &spellings[b]);
        let (found, other) = if self.rank(first) < self.rank(second) {
            (a, b)
        } else {
            (b, a)
        };
        let words = [first.word, second.word];
        let fewer = self.rank(&spellings[found]) < self.rank(&spellings[other])
            && spellings[found].articles.len() < spellings[other].articles.len();
        let settled = words.iter().any(|word| self.refused.contains(word))
            || words.iter().all(|word| self.accepted.contains(word))
            || words
                .iter()
                .any(|word| self.common.contains(&word.to_lowercase()));
        (fewer && !settled).then_some((found, other))
    }
}

/// Whether two like spellings are one name in articles that may be far from each other.
fn is_one(
    spellings: &[Spelling],
    company: &Company,
    (a, b): (usize, usize),
    likeness: &Likeness,
) -> bool {
    // Of two words together, each is compared by itself too; how an apostrophe looks is no spelling.
    let whole = likeness.difference == Difference::Joining
        || ![a, b]
            .iter()
            .any(|&index| spellings[index].word.contains([' ', '-', '’', '\'']));
    whole
        && match likeness.difference {
            // Two names that are one letter apart are two people; two letters that changed places are a slip.
            Difference::Slip => {
                let swapped = is_swap(&spellings[a], &spellings[b]);
                company.is_shared(a, b) || swapped && company.may_be_one(a, b, Evidence::Enough)
            }
            // Luis González and Ed Gonzalez each keep their marks, and their company.
            Difference::Diacritics => company.is_shared(a, b) || company.is_unseen(a, b),
            Difference::Joining | Difference::Transliteration => {
                company.may_be_one(a, b, likeness.evidence)
            }
        }
}

/// Whether one article alone has two letters of a long name in the other order than several, and the names are not
/// such as many people bear: `Krivitksy`.
fn is_swap(a: &Spelling, b: &Spelling) -> bool {
    const LETTERS: usize = 7;
    const SEVERAL: usize = 3;
    let (few, many) = match a.articles.len() < b.articles.len() {
        true => (a, b),
        false => (b, a),
    };
    let one = few.articles.len() == 1 && many.articles.len() >= SEVERAL;
    let mut differ: Vec<(char, char)> = few.word.chars().zip(many.word.chars()).collect();
    let long = differ.len() >= LETTERS && few.word.chars().count() == many.word.chars().count();
    differ.retain(|(a, b)| a != b);
    let swapped = matches!(differ[..], [(a, b), (c, d)] if a == d && b == c);
    one && long && swapped && !is_established_name(&few.word.to_lowercase())
}

/// One finding in each article that has the rarer spelling; both in one article is that article's own to see.
fn report(
    all: &Articles,
    found: &Spelling,
    other: &Spelling,
    likeness: &Likeness,
    findings: &mut Vec<(usize, Finding)>,
) {
    // Where company must tell, it tells of this article's Stephen, and not of every Stephen.
    let in_company =
        likeness.evidence == Evidence::Company || likeness.difference == Difference::Slip;
    let in_company = in_company && !is_swap(found, other);
    let neighbours = other.articles.values().flat_map(|name| &name.neighbours);
    let company: HashSet<&String> = neighbours.collect();
    let Some((&article, there)) = other.articles.first_key_value() else {
        return;
    };
    let [few, most] = [found, other].map(|spelling| counted(spelling.articles.len()));
    for (&number, name) in &found.articles {
        let met = name.neighbours.iter().any(|word| company.contains(word));
        if other.articles.contains_key(&number) || in_company && !met {
            continue;
        }
        let file = Place::File(all.traces[article].source.clone(), there.first);
        findings.push((
            number,
            Finding::at(name.places[0].clone())
                .field("found", found.word)
                .field("other", other.word)
                .field("found_articles", &few)
                .field("other_articles", &most)
                .note(format!("so in {few}"))
                .label(file, format!("“{}” in {most}", other.word))
                .suggested_fix(edits(name, other.word)),
        ));
    }
}

fn edits(name: &Name, right: &str) -> Edits {
    let places = name.places.iter().cloned();
    places.map(|place| (place, right.to_owned())).collect()
}

fn counted(articles: usize) -> String {
    match articles {
        1 => "1 article".into(),
        _ => format!("{articles} articles"),
    }
}
