//! What a check may look at: the document, its mentions, the style sheet, all within the reach of its rule.

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::archive::Sourced;
use crate::document::{BlockKind, Document};
use crate::mentions::Mentions;
use crate::mentions::dates::DateMention;
use crate::pattern::Pattern;
use crate::source::Span;
use crate::style_sheet::StyleSheet;

/// What a rule does with quoted words: direct speech and block quotations.
/// (Titles, terms and scare quotes are the author's own words.)
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Quoted {
    /// Leaves them alone.
    #[default]
    Skip,
    /// Reads them like everything else.
    Include,
    /// Reads nothing else.
    Only,
}

/// Which part of a document a rule reads.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// The kinds of blocks; all of the author's prose when empty.
    pub scope: Vec<BlockKind>,
    /// What to do with quoted words.
    pub quoted: Quoted,
}

/// What one check looks at in one document.
pub struct Context<'c> {
    /// The article.
    pub document: &'c Document<'c>,
    /// What it says.
    pub mentions: &'c Mentions<'c>,
    /// What the copy editor keeps beside it.
    pub style_sheet: &'c StyleSheet,
    /// What the sources have of its quotations, where there are any.
    pub sources: Option<&'c Sourced<'c>>,
    /// Whether a quotation that is in none of them is reported.
    pub sources_complete: bool,
    /// Which part of it the rule reads.
    pub reach: &'c Reach,
    /// Where the patterns of all rules may match.
    pub hits: &'c Hits,
}

impl<'c> Context<'c> {
    /// The document's text.
    pub fn text(&self) -> &'c str {
        self.document.text()
    }

    /// The words of a range.
    pub fn words(&self, range: &Range<usize>) -> &'c str {
        &self.text()[range.clone()]
    }

    /// The words of a place of the source.
    pub fn source_words(&self, span: Span) -> &'c str {
        self.document.source().slice(span)
    }

    /// Whether the rule reads this place of the source, in whatever language.
    pub fn reads_source(&self, span: Span) -> bool {
        self.reaches(&self.document.text_range(span))
    }

    /// Whether the rule reads this place: words in another language than English are left alone.
    pub fn reads(&self, range: &Range<usize>) -> bool {
        self.reaches(range) && !self.document.is_foreign(range.start)
    }

    fn reaches(&self, range: &Range<usize>) -> bool {
        self.reads_block(range.start)
            && match self.reach.quoted {
                Quoted::Include => true,
                Quoted::Skip => !self.mentions.is_quoted(range.start),
                Quoted::Only => self.mentions.is_quoted(range.start),
            }
    }

    /// Whether the rule reads the block that holds an offset.
    pub fn reads_block(&self, offset: usize) -> bool {
        match &self.reach.scope[..] {
            // What is no prose is read by rules that name it.
            [] => !self.document.is_metadata(offset),
            scope => {
                let block = self.document.block_at(offset);
                block.is_some_and(|block| scope.contains(&block.kind))
            }
        }
    }

    /// The dates that the rule reads.
    pub fn dates(&self) -> impl Iterator<Item = &'c DateMention> {
        self.mentions
            .dates()
            .dates
            .iter()
            .filter(|date| self.reads(&date.range))
    }

    /// The matches of a pattern that the rule reads, as groups of byte ranges of the text:
    /// the whole match first, then its captures.
    pub fn matches<'p>(&'p self, pattern: &'p Pattern) -> impl Iterator<Item = Match<'p>> + 'p {
        let blocks = self.document.blocks();
        self.hits
            .blocks(pattern, blocks.len())
            .flat_map(move |block| {
                let range = blocks[block].range.clone();
                let base = range.start;
                pattern
                    .find_iter(self.text(), range)
                    .map(move |captures| Match { captures, base })
            })
            .filter(|found| self.reads(&found.range()))
    }
}

/// A match of a pattern.
pub struct Match<'t> {
    captures: regex::Captures<'t>,
    base: usize,
}

impl Match<'_> {
    /// The whole match, bytes of the document's text.
    pub fn range(&self) -> Range<usize> {
        let all = self.captures.get_match().range();
        self.base + all.start..self.base + all.end
    }

    /// A replacement with its `$1` and `${name}` filled in.
    pub fn expand(&self, replacement: &str) -> String {
        let mut expanded = String::new();
        self.captures.expand(replacement, &mut expanded);
        expanded
    }
}

/// For each pattern, the blocks that hold one of its literals: found in one pass for all patterns,
/// so that no pattern is compiled, or run, where it cannot match.
#[derive(Debug, Default)]
pub struct Hits {
    blocks: HashMap<String, Vec<usize>>,
}

/// The literals of all patterns of a set of rules, ready to be looked for.
#[derive(Debug)]
pub struct Triggers {
    search: Option<AhoCorasick>,
    /// For each literal, the patterns that have it.
    owners: Vec<Vec<usize>>,
    patterns: Vec<String>,
}

impl Triggers {
    /// Collects the literals of some patterns.
    pub fn new<'p>(patterns: impl IntoIterator<Item = &'p Pattern>) -> Self {
        let mut sources = Vec::new();
        let mut literals: Vec<&str> = Vec::new();
        let mut owners: Vec<Vec<usize>> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        for pattern in patterns
            .into_iter()
            .filter(|pattern| !pattern.literals().is_empty())
        {
            for literal in pattern.literals() {
                let index = *known.entry(literal).or_insert_with(|| {
                    literals.push(literal);
                    owners.push(Vec::new());
                    literals.len() - 1
                });
                owners[index].push(sources.len());
            }
            sources.push(pattern.source().to_owned());
        }
        let search = (!literals.is_empty())
            .then(|| {
                AhoCorasick::builder()
                    .ascii_case_insensitive(true)
                    .match_kind(MatchKind::Standard)
                    .build(&literals)
                    .ok()
            })
            .flatten();
        Triggers {
            search,
            owners,
            patterns: sources,
        }
    }

    /// Looks for them in a document.
    pub fn find(&self, document: &Document) -> Hits {
        let mut blocks: Vec<Vec<usize>> = vec![Vec::new(); self.patterns.len()];
        if let Some(search) = &self.search {
            let all = document.blocks();
            let mut block = 0;
            for found in search.find_overlapping_iter(document.text()) {
                while block < all.len() && all[block].range.end <= found.start() {
                    block += 1;
                }
                for &pattern in &self.owners[found.pattern().as_usize()] {
                    if blocks[pattern].last() != Some(&block) {
                        blocks[pattern].push(block);
                    }
                }
            }
        }
        Hits {
            blocks: self.patterns.iter().cloned().zip(blocks).collect(),
        }
    }
}

impl Hits {
    /// The numbers of the blocks that a pattern must be looked for in.
    fn blocks<'h>(&'h self, pattern: &Pattern, count: usize) -> impl Iterator<Item = usize> + 'h {
        let known = self.blocks.get(pattern.source());
        let all = if known.is_none() { 0..count } else { 0..0 };
        known
            .into_iter()
            .flatten()
            .copied()
            .filter(move |&block| block < count)
            .chain(all)
    }
}
