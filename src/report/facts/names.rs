//! The names of one or many articles: a list with suspected variants, or a style sheet to paste.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::{Article, Worksheet};
use crate::checks::names::suspects;
use crate::mentions::names::Kind;
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
    /// How many articles take it for somebody, and for something.
    persons: usize,
    things: usize,
}

impl Names {
    /// Nothing is collected yet.
    pub fn new(listing: Listing) -> Self {
        Names {
            listing,
            ..Names::default()
        }
    }

    /// Words that may be spellings of a commoner one, under that one.
    fn suspected(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (spelt, count) in self.names.values().flat_map(|entry| &entry.spellings) {
            let capital = |word: &&str| word.starts_with(char::is_uppercase);
            for word in spelt.split(' ').filter(capital) {
                *counts.entry(word).or_default() += count;
            }
        }
        let words: Vec<&str> = counts.keys().copied().collect();
        // Of two as common the earlier, as the check has it.
        let rank = |word: &str| (Reverse(counts[word]), self.met.get(word));
        let mut suspected: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (a, b) in suspects(&words) {
            let (common, rare) = if rank(words[a]) <= rank(words[b]) {
                (a, b)
            } else {
                (b, a)
            };
            suspected
                .entry(words[common])
                .or_default()
                .push(words[rare]);
        }
        suspected
    }
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
        for group in article.mentions.groups() {
            let entry = self.names.entry(group.name.clone()).or_default();
            entry.articles += 1;
            entry.persons += usize::from(group.kind == Kind::Person);
            entry.things += usize::from(group.kind == Kind::Thing);
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
            let others = variants_of(name, &suspected);
            if !others.is_empty() {
                line.push_str(&format!("  also spelt {}?", safe(&others.join(", "))));
            }
            writeln!(out, "{line}")?;
        }
        writeln!(out, "{}", counted(names.len(), "name"))
    }

    /// People under their whole names, and whatever is suspected to be spelt in another way too, with
    /// how often each stands.
    fn style_sheet(&self, out: &mut dyn Write) -> io::Result<()> {
        let suspected = self.suspected();
        let rare: BTreeSet<&str> = suspected.values().flatten().copied().collect();
        let mut owned: BTreeSet<&str> = BTreeSet::new();
        writeln!(
            out,
            "# Take out what is no person, and decide on every variant.\npeople:"
        )?;
        let mut names: Vec<_> = self.names.iter().collect();
        // A variant belongs to the shortest name that has the right spelling.
        names.sort_by_key(|(name, entry)| (name.split(' ').count(), Reverse(entry.count)));
        let mut lines: Vec<(&str, String)> = Vec::new();
        for (name, entry) in names {
            let is_rare = name.split(' ').any(|word| rare.contains(&word));
            let mut variants = variants_of(name, &suspected);
            variants.retain(|variant| !is_rare && owned.insert(variant));
            let whole = name.contains(' ') && entry.things <= entry.persons;
            if variants.is_empty() && (is_rare || !whole) {
                continue;
            }
            let each = variants.iter().map(|variant| match entry.things {
                0 => refused(name, variant, &suspected),
                _ => (*variant).to_owned(),
            });
            let each: Vec<_> = each.map(|variant| scalar(&variant)).collect();
            let variants = match each.is_empty() {
                true => String::new(),
                false => format!(", variants: [{}]", each.join(", ")),
            };
            let name_written = scalar(name);
            lines.push((
                name,
                format!(
                    "  - {{name: {name_written}{variants}}}  # {}",
                    counted(entry.count, "time")
                ),
            ));
        }
        lines.sort();
        for (_, line) in lines {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }
}
