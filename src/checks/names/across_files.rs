//! `name-across-files`: a name that most articles spell in one way and a few in another.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use schemars::JsonSchema;
use serde::Deserialize;

use super::company::Company;
use super::likeness::{Difference, Spelt, alike};
use super::variant::is_common_word;
use crate::checks::{Articles, Check, Context, Edits, Finding, Needs, Place};
use crate::mentions::trace::Name;

/// Reports, once in each of the few articles, a name that more articles spell in another way.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameAcrossFiles {}

/// A spelling in all articles that have it.
struct Spelling<'t> {
    /// The number of the article and its places there.
    articles: BTreeMap<usize, &'t Name>,
}

impl Check for NameAcrossFiles {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "other", "found_articles", "other_articles"]
    }

    fn needs(&self) -> Needs {
        Needs::Articles
    }

    fn check(&self, _: &Context, _: &mut Vec<Finding>) {}

    fn across(&self, all: &Articles, findings: &mut Vec<(usize, Finding)>) {
        let mut spellings: BTreeMap<&str, Spelling> = BTreeMap::new();
        for (number, trace) in all.traces.iter().enumerate() {
            for name in &trace.names {
                let articles = BTreeMap::new();
                let spelling = spellings.entry(&name.word).or_insert(Spelling { articles });
                spelling.articles.insert(number, name);
            }
        }
        let refused: HashSet<&str> = all
            .style_sheet
            .refused()
            .flat_map(|(variant, _)| variant.split_whitespace())
            .collect();
        let accepted: HashSet<&str> = all
            .style_sheet
            .accepted()
            .flat_map(str::split_whitespace)
            .collect();
        let spelt: Vec<_> = spellings.keys().map(|word| Spelt::new(word)).collect();
        let spellings: Vec<_> = spellings.values().collect();
        let alike = alike(&spelt);
        let neighbours = spellings.iter().map(|spelling| {
            let names = spelling.articles.values();
            names.flat_map(|name| &name.neighbours).take(NEIGHBOURS)
        });
        let company = Company::new(&spelt, neighbours, &alike);
        // A spelling that is like several is reported once, beside the commonest of them.
        let mut best: HashMap<usize, usize> = HashMap::new();
        for (&(a, b), likeness) in &alike {
            let rank = |index: usize| {
                let known = accepted.contains(spelt[index].word());
                (known, spellings[index].articles.len())
            };
            let (found, other) = if rank(a) < rank(b) { (a, b) } else { (b, a) };
            let words = [spelt[found].word(), spelt[other].word()];
            // Of two words together, each is compared by itself too; how an apostrophe looks is no spelling.
            let apart = likeness.difference != Difference::Joining
                && words
                    .iter()
                    .any(|word| word.contains([' ', '-', '’', '\'']));
            // Far from each other two names that are one letter apart are two people.
            let certain = match likeness.difference {
                Difference::Slip => company.is_shared(a, b),
                Difference::Diacritics | Difference::Joining | Difference::Transliteration => {
                    company.may_be_one(a, b, likeness.evidence)
                }
            };
            if certain
                && !apart
                && rank(found) < rank(other)
                && spellings[found].articles.len() < spellings[other].articles.len()
                && !words.iter().any(|word| refused.contains(word))
                && !words.iter().all(|word| accepted.contains(word))
                && !words.iter().any(|word| is_common(all, word))
            {
                let known = best.entry(found).or_insert(other);
                *known = std::cmp::max_by_key(*known, other, |&index| rank(index));
            }
        }
        let best: BTreeSet<_> = best.into_iter().collect();
        for (found, other) in best {
            let (words, others) = (spelt[found].word(), spelt[other].word());
            let right = &spellings[other].articles;
            for (&number, name) in &spellings[found].articles {
                // Both in one article is that article's own to see.
                let elsewhere = right.iter().find(|(article, _)| **article != number);
                let Some((&article, there)) = elsewhere.filter(|_| !right.contains_key(&number))
                else {
                    continue;
                };
                let file = Place::File(all.traces[article].source.clone(), there.first);
                findings.push((
                    number,
                    Finding::at(name.places[0].clone())
                        .field("found", words)
                        .field("other", others)
                        .field("found_articles", counted(spellings[found].articles.len()))
                        .field("other_articles", counted(right.len()))
                        .note(format!(
                            "so in {}",
                            counted(spellings[found].articles.len())
                        ))
                        .label(file, format!("“{others}” in {}", counted(right.len())))
                        .suggested_fix(edits(name, others)),
                ));
            }
        }
    }
}

fn edits(name: &Name, right: &str) -> Edits {
    let places = name.places.iter().cloned();
    places.map(|place| (place, right.to_owned())).collect()
}

/// More neighbours than this say nothing new of a name.
const NEIGHBOURS: usize = 64;

fn is_common(all: &Articles, word: &str) -> bool {
    all.traces
        .iter()
        .any(|trace| is_common_word(trace.source.text(), word))
}

fn counted(articles: usize) -> String {
    match articles {
        1 => "1 article".into(),
        _ => format!("{articles} articles"),
    }
}
