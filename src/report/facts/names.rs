//! The names of one or many articles: a list with suspected variants, or a style sheet to paste.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::{Article, Worksheet};
use crate::checks::names::suspects;
use crate::mentions::names::{behind_offices, particle, without_honours};
use crate::report::counted;
use crate::report::safe::safe;
use crate::yaml::scalar;

/// How the names are written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// In columns.
    #[default]
    Table,
    /// As `people:` of `textcheck.yaml`.
    StyleSheet,
}

/// Collects the names of all articles of a run and lists them at its end.
#[derive(Debug, Default)]
pub struct Names {
    listing: Listing,
    /// The words of all names in the order in which they are met.
    met: BTreeMap<String, usize>,
    names: BTreeMap<String, Entry>,
}

#[derive(Debug, Default)]
struct Entry {
    count: usize,
    articles: usize,
    spellings: BTreeMap<String, usize>,
    /// How many articles take it for somebody.
    persons: usize,
}

impl Entry {
    fn is_person(&self) -> bool {
        self.persons * 2 >= self.articles && self.persons > 0
    }
}

impl Names {
    /// Nothing is collected yet.
    pub fn new(listing: Listing) -> Self {
        Names {
            listing,
            ..Names::default()
        }
    }

    /// Words that may be spellings of another, under that one.
    fn suspected(&self) -> Suspected<'_> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (spelt, count) in self.names.values().flat_map(|entry| &entry.spellings) {
            let capital = |word: &&str| word.starts_with(char::is_uppercase);
            for word in spelt.split(' ').filter(capital) {
                *counts.entry(word).or_default() += count;
            }
        }
        let words: Vec<&str> = counts.keys().copied().collect();
        let letters = |word: &str| word.replace(['\'', '’', 'ʻ', '`'], "");
        // Of two as common the earlier, as the check has it.
        let rank = |word: &str| (Reverse(counts[word]), self.met.get(word));
        let mut suspected = Suspected::default();
        let pairs = suspects(&words).into_iter();
        // How an apostrophe looks is no spelling.
        let pairs = pairs.filter(|&(a, b)| letters(words[a]) != letters(words[b]));
        for (a, b) in pairs {
            let (common, rare) = if rank(words[a]) <= rank(words[b]) {
                (a, b)
            } else {
                (b, a)
            };
            if counts[words[common]] == counts[words[rare]] {
                suspected.tied.insert(words[rare]);
            }
            let spellings = suspected.spellings.entry(words[common]).or_default();
            spellings.push(words[rare]);
        }
        suspected
    }
}

/// Words that may be one name.
#[derive(Default)]
struct Suspected<'n> {
    /// The rarer ones under the commoner one; of two as common the later.
    spellings: BTreeMap<&'n str, Vec<&'n str>>,
    /// Those that are as common.
    tied: BTreeSet<&'n str>,
}

/// A variant of a word of a name as it is to be refused: of a given name with the surname, because others have
/// that name too.
fn refused(name: &str, variant: &str, suspected: &BTreeMap<&str, Vec<&str>>) -> String {
    let is_of = |word: &&str| {
        suspected
            .get(word)
            .is_some_and(|all| all.contains(&variant))
    };
    let mut words: Vec<&str> = name.split(' ').collect();
    match words.iter().position(is_of) {
        Some(at) if at + 1 < words.len() => {
            words[at] = variant;
            words.join(" ")
        }
        _ => variant.to_owned(),
    }
}

/// The variants of the words of a name.
fn variants_of<'s>(name: &str, suspected: &BTreeMap<&str, Vec<&'s str>>) -> Vec<&'s str> {
    let words = name.split(' ').filter_map(|word| suspected.get(word));
    words.flatten().copied().collect()
}

impl Worksheet for Names {
    fn article(&mut self, _: &mut dyn Write, article: &Article) -> io::Result<()> {
        let names = article.mentions.names();
        let mut words: Vec<_> = names.spellings.iter().chain(&names.openings).collect();
        words.sort_by_key(|spelling| spelling.places[0].start);
        for spelling in words {
            let met = self.met.len();
            self.met.entry(spelling.word.clone()).or_insert(met);
        }
        let people = article.mentions.people();
        for (group, is_person) in article.mentions.groups().iter().zip(people) {
            let particle = particle(article.document.text(), group).unwrap_or_default();
            let called = match is_person {
                true => without_honours(&group.name[behind_offices(&group.name)..]),
                false => &group.name,
            };
            let name = format!("{particle}{called}");
            let entry = self.names.entry(name).or_default();
            entry.articles += 1;
            entry.persons += usize::from(is_person);
            for (spelt, count) in &group.spellings {
                *entry.spellings.entry(spelt.clone()).or_default() += count;
                entry.count += count;
            }
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        match self.listing {
            Listing::Table => self.table(out),
            Listing::StyleSheet => self.style_sheet(out),
        }
    }
}

impl Names {
    fn table(&self, out: &mut dyn Write) -> io::Result<()> {
        let suspected = self.suspected();
        let mut names: Vec<_> = self.names.iter().collect();
        names.sort_by_key(|(name, entry)| (std::cmp::Reverse(entry.count), (*name).clone()));
        let widest = names
            .iter()
            .map(|(name, _)| name.chars().count())
            .max()
            .unwrap_or(0);
        for (name, entry) in &names {
            let mut line = format!("{:widest$}  {:>4}", safe(name), entry.count);
            if entry.articles > 1 {
                line.push_str(&format!("  in {}", counted(entry.articles, "article")));
            }
            if entry.spellings.len() > 1 {
                let each = entry
                    .spellings
                    .iter()
                    .map(|(spelt, count)| format!("{} {count}", safe(spelt)));
                line.push_str(&format!("  ({})", each.collect::<Vec<_>>().join(", ")));
            }
            let others = variants_of(name, &suspected.spellings);
            if !others.is_empty() {
                line.push_str(&format!("  also spelt {}?", safe(&others.join(", "))));
            }
            writeln!(out, "{line}")?;
        }
        writeln!(out, "{}", counted(names.len(), "name"))
    }

    /// People under their whole names, with how often each stands and the spellings that are suspected; what is not
    /// decided is a comment.
    fn style_sheet(&self, out: &mut dyn Write) -> io::Result<()> {
        let suspected = self.suspected();
        let surnames = self.surnames();
        let mut names: Vec<_> = self.names.iter().collect();
        names.retain(|(name, _)| !self.is_misspelt(name, &suspected));
        // Who bears a name that is like another's is no variant of him.
        let whole = names
            .iter()
            .filter(|(name, entry)| name.contains(' ') && entry.is_person());
        let borne: BTreeSet<&str> = whole.flat_map(|(name, _)| name.split(' ')).collect();
        let mut owned: BTreeSet<&str> = BTreeSet::new();
        // A variant belongs to the shortest name that has the right spelling.
        names.sort_by_key(|(name, entry)| (name.split(' ').count(), Reverse(entry.count)));
        let (mut people, mut others) = (Vec::new(), Vec::new());
        for (name, entry) in names {
            let mut variants = variants_of(name, &suspected.spellings);
            // `De Miranda` at the head of a sentence, and Luis de Miranda.
            let mut letters = name.chars();
            let small: String = letters
                .next()
                .into_iter()
                .flat_map(char::to_lowercase)
                .collect();
            let small = small + letters.as_str();
            let is_known = surnames.contains(name.as_str()) || surnames.contains(small.as_str());
            let is_person = entry.is_person() && !is_known;
            variants.retain(|variant| {
                (is_person || !is_known) && !borne.contains(variant) && owned.insert(variant)
            });
            if is_person {
                people.push((name, line(name, entry, &variants, &suspected)));
            } else if !variants.is_empty() {
                others.push(format!("{}, {}?", safe(name), safe(&variants.join(", "))));
            }
        }
        people.sort();
        let none = if people.is_empty() { " []" } else { "" };
        writeln!(
            out,
            "# Take out what is no person, and decide on every variant.\npeople:{none}"
        )?;
        for (_, line) in people {
            writeln!(out, "{line}")?;
        }
        if !others.is_empty() {
            others.sort();
            writeln!(out, "# One spelling or two?")?;
        }
        for line in others {
            writeln!(out, "#   {line}")?;
        }
        Ok(())
    }

    /// Whether a name is another one with a word misspelt, or such a word by itself.
    fn is_misspelt(&self, name: &str, suspected: &Suspected) -> bool {
        suspected.spellings.iter().any(|(right, rarer)| {
            let mut wrong = rarer
                .iter()
                .filter(|word| name.split(' ').any(|part| part == **word));
            wrong.any(|wrong| {
                let words = name
                    .split(' ')
                    .map(|word| if word == *wrong { right } else { word });
                let mended: Vec<&str> = words.collect();
                mended.len() == 1 || self.names.contains_key(&mended.join(" "))
            })
        })
    }

    /// What whole names of people end in or begin with: alone it is of these people.
    fn surnames(&self) -> BTreeSet<&str> {
        let whole = self.names.iter().filter(|(_, entry)| entry.is_person());
        let mut parts = BTreeSet::new();
        for (name, _) in whole {
            let joints = name.match_indices(' ').map(|(at, _)| at);
            parts.extend(joints.clone().map(|at| &name[at + 1..]));
            parts.extend(joints.take(1).map(|at| &name[..at]));
        }
        parts
    }
}

/// A person of the style sheet: what stands less often than the name is refused, and the rest left to decide.
fn line(name: &str, entry: &Entry, variants: &[&str], suspected: &Suspected) -> String {
    let (tied, rarer): (Vec<&str>, Vec<&str>) = variants
        .iter()
        .partition(|variant| suspected.tied.contains(**variant));
    let rarer = rarer
        .iter()
        .map(|variant| scalar(&refused(name, variant, &suspected.spellings)));
    let rarer: Vec<String> = rarer.collect();
    let refused = match rarer.is_empty() {
        true => String::new(),
        false => format!(", variants: [{}]", rarer.join(", ")),
    };
    let undecided = match tied.is_empty() {
        true => String::new(),
        false => format!(", as often {}", safe(&tied.join(", "))),
    };
    format!(
        "  - {{name: {}{refused}}}  # {}{undecided}",
        scalar(name),
        counted(entry.count, "time")
    )
}
