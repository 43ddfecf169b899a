//! Citations by author and year, each led to its reference.

use std::collections::{HashMap, HashSet};

use super::author_year::{self, AuthorYear};
use super::page::{Apparatus, Page};
use super::references::{self, Reference};
use super::surname::{self, Author};
use super::year::{self, Year};
use crate::source::Span;

/// Where a citation leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// To the reference of this number.
    Found(usize),
    /// Nearly: its year is written otherwise there.
    Year(usize),
    /// Nearly: the cited author's name (first number of the pair) is written otherwise there (second).
    Author(usize, (usize, usize)),
    /// Nowhere.
    Nowhere,
}

/// The author-year apparatus of an article.
#[derive(Debug, Default)]
pub struct Works {
    /// The reference list.
    pub references: Vec<Reference>,
    /// The citations with where they lead.
    pub citations: Vec<(AuthorYear, Lead)>,
    /// The references that some words outside the list name by author and year, by their numbers.
    pub cited: HashSet<usize>,
}

/// Of so many works of one author, or of one year, a citation may be meant for one.
const COMPARED: usize = 200;

/// Author and year of one citation stand within so many bytes.
const NEAR: usize = 80;

pub(super) fn extract(page: &Page) -> Works {
    let references = references::extract(page);
    let citations = author_year::extract(page);
    let index = Index::new(page, &references);
    let citations: Vec<(AuthorYear, Lead)> = citations
        .into_iter()
        .map(|citation| {
            let lead = match index.lead(&citation) {
                // `(NUTS, Hoffman and Gelman, 2014)`: what the work is cited for stands before it.
                Lead::Nowhere if citation.authors.len() > 1 => {
                    let mut rest = citation.clone();
                    rest.authors.remove(0);
                    match index.lead(&rest) {
                        Lead::Found(number) => Lead::Found(number),
                        _ => Lead::Nowhere,
                    }
                }
                lead => lead,
            };
            (citation, lead)
        })
        .collect();
    let mut cited = index.cited(page);
    for (_, lead) in &citations {
        match lead {
            Lead::Found(number) | Lead::Year(number) | Lead::Author(number, _) => {
                cited.insert(*number);
            }
            Lead::Nowhere => {}
        }
    }
    Works {
        references,
        citations,
        cited,
    }
}

/// References by first author and by year.
struct Index<'r> {
    references: &'r [Reference],
    by_author: HashMap<String, Vec<usize>>,
    by_year: HashMap<&'r str, Vec<usize>>,
}

impl<'r> Index<'r> {
    fn new(page: &Page, references: &'r [Reference]) -> Self {
        let mut by_author: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_year: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, reference) in references.iter().enumerate() {
            let Some(first) = reference.authors.first() else {
                continue;
            };
            by_author
                .entry(first.core.clone())
                .or_default()
                .push(number);
            // A person whose forename stands first goes by the surname.
            if let Some((_, last)) = first.core.rsplit_once(' ') {
                by_author.entry(last.to_owned()).or_default().push(number);
            }
            // A body goes by its initials too, and by its whole name where commas or `and` part it.
            if let Some(letters) = surname::acronym(page.words(first.span)) {
                by_author.entry(letters).or_default().push(number);
            }
            let start = first.span.start;
            let last = reference
                .years
                .first()
                .map_or(start, |year| year.span.start)
                .max(start);
            let whole = surname::core(page.text[start..last].trim_end_matches([' ', '(', '.']));
            if whole != first.core {
                by_author.entry(whole).or_default().push(number);
            }
            for year in &reference.years {
                by_year
                    .entry(year.text.get(..4).unwrap_or(&year.text))
                    .or_default()
                    .push(number);
            }
        }
        Index {
            references,
            by_author,
            by_year,
        }
    }

    fn lead(&self, citation: &AuthorYear) -> Lead {
        let Some(first) = citation.authors.first() else {
            return Lead::Nowhere;
        };
        let whole: Vec<&str> = citation
            .authors
            .iter()
            .map(|author| author.core.as_str())
            .collect();
        let joined = whole.join(" and ");
        let mut same: Vec<usize> = [first.core.as_str(), joined.as_str()]
            .into_iter()
            .filter_map(|name| self.by_author.get(name))
            .flat_map(|numbers| numbers.iter().take(COMPARED))
            .copied()
            .collect();
        same.dedup();
        let dated: Vec<usize> = same
            .iter()
            .copied()
            .filter(|&number| self.dates(number, citation))
            .collect();
        if !dated.is_empty() {
            return self.second(&dated, citation);
        }
        let slipped = same
            .iter()
            .copied()
            .find(|&number| self.slips(number, citation));
        if let Some(number) = slipped {
            return Lead::Year(number);
        }
        self.misspelt(citation).unwrap_or(Lead::Nowhere)
    }

    /// Of works by the first author in this year the one whose second author fits.
    fn second(&self, dated: &[usize], citation: &AuthorYear) -> Lead {
        let Some(second) = citation.authors.get(1) else {
            return Lead::Found(dated[0]);
        };
        let fits = |number: &&usize| {
            let authors = &self.references[**number].authors;
            authors.iter().any(|author| author.core == second.core)
        };
        if let Some(&number) = dated.iter().find(fits) {
            return Lead::Found(number);
        }
        let number = dated[0];
        match self.references[number].authors.get(1) {
            Some(other) if near(&second.core, &other.core) => Lead::Author(number, (1, 1)),
            _ => Lead::Found(number),
        }
    }

    fn dates(&self, number: usize, citation: &AuthorYear) -> bool {
        self.references[number]
            .years
            .iter()
            .any(|year| citation.years.iter().any(|cited| cited.meets(year)))
    }

    /// Whether the year differs by one figure, or by two that have changed places.
    fn slips(&self, number: usize, citation: &AuthorYear) -> bool {
        let slip = |a: &Year, b: &Year| {
            strsim::damerau_levenshtein(&a.text, &b.text) == 1 && a.text.len() == b.text.len()
        };
        let reference = &self.references[number];
        // Of the years of a whole entry, the last is that of the work.
        let skipped = match reference.dated_last {
            true => reference.years.len().saturating_sub(1),
            false => 0,
        };
        reference.years[skipped..]
            .iter()
            .any(|year| citation.years.iter().any(|cited| slip(cited, year)))
    }

    /// A work of the same year whose first author is spelt almost so.
    fn misspelt(&self, citation: &AuthorYear) -> Option<Lead> {
        let first = citation.authors.first()?;
        let year = citation.years.last()?;
        let same_year = self.by_year.get(year.text.get(..4).unwrap_or(&year.text))?;
        let number = same_year.iter().take(COMPARED).copied().find(|&number| {
            let authors = &self.references[number].authors;
            authors
                .first()
                .is_some_and(|author| near(&first.core, &author.core))
        })?;
        Some(Lead::Author(number, (0, 0)))
    }

    /// The references that words outside the list name: a surname with a year shortly behind it.
    fn cited(&self, page: &Page) -> HashSet<usize> {
        let mut cited = HashSet::new();
        if self.references.is_empty() {
            return cited;
        }
        // A name of several words is looked for by its first one.
        let mut words: HashMap<&str, Vec<usize>> = HashMap::new();
        for (name, numbers) in &self.by_author {
            let first = name.split([' ', '-', '\'']).next().unwrap_or(name);
            words.entry(first).or_default().extend(numbers);
        }
        let mut from = 0;
        let lists = page
            .sections
            .iter()
            .filter(|section| section.apparatus == Apparatus::References);
        let mut ranges = Vec::new();
        for section in lists {
            ranges.push(from..section.body.start);
            from = section.body.end;
        }
        ranges.push(from..page.text.len());
        for range in ranges {
            let text = &page.text[range];
            let mut at = 0;
            for word in text.split(|c: char| !c.is_alphanumeric()) {
                let end = at + word.len();
                let named = word
                    .starts_with(char::is_uppercase)
                    .then(|| words.get(surname::plain(word).as_str()))
                    .flatten();
                if let Some(numbers) = named {
                    let behind = &text[end..text.floor_char_boundary(end + NEAR)];
                    let years = year::all(behind, 0);
                    cited.extend(numbers.iter().take(COMPARED).copied().filter(|&number| {
                        let known = &self.references[number].years;
                        years
                            .iter()
                            .any(|year| known.iter().any(|known| year.meets(known)))
                    }));
                }
                at = end + text[end..].chars().next().map_or(0, char::len_utf8);
            }
        }
        cited
    }
}

/// Whether two surnames are one with a slip of the pen.
fn near(a: &str, b: &str) -> bool {
    let length = a.chars().count().min(b.chars().count());
    let distance = strsim::damerau_levenshtein(a, b);
    distance > 0 && (distance == 1 && length >= 4 || distance == 2 && length >= 8)
}

impl Reference {
    /// The place of its year, and of an author of it.
    pub fn year(&self) -> Span {
        self.years.last().map_or(self.span, |year| year.span)
    }

    /// An author by number.
    pub fn author(&self, number: usize) -> Option<&Author> {
        self.authors.get(number)
    }
}
