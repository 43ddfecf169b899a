//! How fast an article is checked: `cargo bench`. The bench makes its own text.
//!
//! What it takes from start to exit is measured on the binary: see `docs/speed.md`.

use divan::Bencher;
use divan::counter::BytesCount;
use textcheck::document::{Document, GivenDates};
use textcheck::mentions::Mentions;
use textcheck::style_sheet::StyleSheet;
use textcheck::{Checker, Configuration, RuleSet, SourceFile};

fn main() {
    divan::main();
}

/// Sentences of a history article: dates, names, quotations, and plain narration between them.
const SENTENCES: [&str; 10] = [
    "The compositors of the northern district had long complained of the cold and of the light in the shops.",
    "On 16 February 1928 the committee met in Plovdiv, and Stoyan Radkov was asked to take the chair.",
    "\"We were never told who had sent the money,\" said his sister Desislava years later.",
    "He had read everything that he could find, and he remembered most of what he had read.",
    "Between April and October 1919 some 1,200 letters were sent to the union's office in Ruse.",
    "Nobody in the street believed the story, but everybody repeated it until it was printed.",
    "In the winter of 1923-24 the press was closed, and its owner moved to Vienna with his wife.",
    "Petkov's account, which the journal printed in 1931, leaves little of the legend standing.",
    "It was a small room with a stove, two chairs and a window from which the harbour could be seen.",
    "The police, according to the report, found nothing but proofs of a calendar for the next year.",
];

/// About this many bytes of articles, in paragraphs of six sentences.
fn article(bytes: usize) -> SourceFile {
    let mut text = String::with_capacity(bytes + 200);
    let mut number = 0;
    while text.len() < bytes {
        text.push_str(SENTENCES[(number * 7 + number / 10) % SENTENCES.len()]);
        text.push_str(if number % 6 == 5 { "\n\n" } else { " " });
        number += 1;
    }
    SourceFile::new("bench.txt", text)
}

const SIZES: [usize; 3] = [12_000, 1_000_000, 10_000_000];

/// All default rules on one core.
#[divan::bench(args = SIZES, sample_count = 10)]
fn default_rules(bencher: Bencher, bytes: usize) {
    let source = article(bytes);
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| checker.check(&source));
}

/// The document alone: blocks and sentences.
#[divan::bench(args = SIZES, sample_count = 10)]
fn document(bencher: Bencher, bytes: usize) {
    let source = article(bytes);
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        Document::new(&source, GivenDates::default())
            .sentences()
            .len()
    });
}

/// Each kind of mention alone.
#[divan::bench(args = ["dates", "names", "quotes"], sample_count = 10)]
fn mentions(bencher: Bencher, kind: &str) {
    let source = article(1_000_000);
    let document = Document::new(&source, GivenDates::default());
    document.sentences();
    bencher.counter(BytesCount::new(1_000_000_usize)).bench(|| {
        let style_sheet = StyleSheet::default();
        let mentions = Mentions::new(&document, &style_sheet);
        match kind {
            "dates" => mentions.dates().dates.len(),
            "quotes" => mentions.quotes().quotations.len(),
            _ => mentions.names().spellings.len(),
        }
    });
}

/// Text with a date in every sentence, through the rules about dates.
#[divan::bench(args = SIZES, sample_count = 10)]
fn dates_in_every_sentence(bencher: Bencher, bytes: usize) {
    let mut text = String::with_capacity(bytes + 200);
    let mut year = 1700;
    while text.len() < bytes {
        year = if year > 1990 { 1701 } else { year + 1 };
        text.push_str(&format!(
            "On 3 May {year} the mill was sold. From {year} to {} it stood empty, three years, and in early {} it burned. ",
            year + 3,
            year + 4
        ));
        text.push_str("Karl Weiss, aged 40, left two days later, on the following Tuesday.\n\n");
    }
    let source = SourceFile::new("dates.txt", text);
    let configuration = Configuration {
        select: vec!["dates".into()],
        ..Configuration::default()
    };
    let checker = Checker::new(&RuleSet::defaults(), &configuration);
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| checker.check(&source));
}

/// What has to be done before the first article: reading the default rules.
#[divan::bench]
fn reading_the_rules() -> usize {
    let rules = RuleSet::defaults();
    let checker = Checker::new(&rules, &Configuration::default());
    checker.check(&SourceFile::new("empty.txt", "")).len()
}
