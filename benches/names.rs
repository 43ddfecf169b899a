//! How the search for spellings of one name grows with the text and with its names: `cargo bench --bench names`.

use divan::Bencher;
use divan::counter::BytesCount;
use textcheck::document::{Document, GivenDates};
use textcheck::mentions::Mentions;
use textcheck::style_sheet::StyleSheet;
use textcheck::{Checker, Configuration, RuleSet, SourceFile};

fn main() {
    divan::main();
}

/// Bytes of text and names in it: each grows alone.
const SIZES: [(usize, usize); 4] = [
    (1_000_000, 2_000),
    (10_000_000, 2_000),
    (10_000_000, 20_000),
    (20_000_000, 40_000),
];

/// Syllables that make surnames of many languages.
const SYLLABLES: [&str; 40] = [
    "ba", "kov", "zin", "tcha", "mor", "ley", "ton", "wick", "sch", "ner", "ram", "shi", "khor",
    "yev", "dor", "lan", "gri", "pol", "tsu", "mei", "hart", "ben", "zhe", "ov", "sky", "vich",
    "qua", "len", "fer", "nan", "dez", "kow", "al", "bur", "ster", "field", "gar", "cia", "jan",
    "sen",
];

/// The name of a number: another one for every number.
fn name(number: usize) -> String {
    // Neighbours in the text are no neighbours in spelling.
    let mut digits = number * 1_234_567 % SYLLABLES.len().pow(4);
    let mut name = String::new();
    for _ in 0..4 {
        name.push_str(SYLLABLES[digits % SYLLABLES.len()]);
        digits /= SYLLABLES.len();
    }
    let mut letters = name.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

/// Prose in which the names come by turns.
fn text(bytes: usize, names: usize) -> SourceFile {
    let names: Vec<String> = (0..names).map(name).collect();
    let mut text = String::with_capacity(bytes + 300);
    let mut number = 0;
    while text.len() < bytes {
        let name = &names[number % names.len()];
        text.push_str("Nobody in the town had seen the letter that ");
        text.push_str(name);
        text.push_str(
            " wrote to the editor in the winter, and it was long before the answer came. ",
        );
        number += 1;
        if number.is_multiple_of(6) {
            text.push_str("\n\n");
        }
    }
    SourceFile::new("bench.txt", text)
}

/// Everything, with `names/variant` as the only rule.
#[divan::bench(args = SIZES, sample_count = 5)]
fn variants(bencher: Bencher, (bytes, names): (usize, usize)) {
    let source = text(bytes, names);
    let configuration = Configuration {
        select: vec!["names/variant".into()],
        ..Configuration::default()
    };
    let checker = Checker::new(&RuleSet::defaults(), &configuration);
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| checker.check(&source).len());
}

/// What that takes without comparing: the document and its names.
#[divan::bench(args = SIZES, sample_count = 5)]
fn finding_names(bencher: Bencher, (bytes, names): (usize, usize)) {
    let source = text(bytes, names);
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let document = Document::new(&source, GivenDates::default());
        Mentions::new(&document, &StyleSheet::default())
            .names()
            .spellings
            .len()
    });
}
