//! How citations grow with notes and bibliographies: `cargo bench --bench citations`.

use divan::Bencher;
use textcheck::{Checker, Configuration, RuleSet, SourceFile};

fn main() {
    divan::main();
}

const SIZES: [usize; 2] = [5_000, 10_000];

/// Every rule of citations on an article.
fn checker(files: Vec<SourceFile>) -> Checker {
    let configuration = Configuration {
        select: vec!["citations".into()],
        bibliography: files.iter().map(|file| file.path().to_path_buf()).collect(),
        ..Configuration::default()
    };
    Checker::new(&RuleSet::defaults(), &configuration).with_files(files)
}

/// A Markdown article with so many notes, each with its mark.
#[divan::bench(args = SIZES, sample_count = 5)]
fn notes(bencher: Bencher, count: usize) {
    let mut text = String::new();
    for number in 1..=count {
        text.push_str(&format!(
            "The harbour froze in that winter, and nobody came.[^{number}]\n\n"
        ));
    }
    for number in 1..=count {
        text.push_str(&format!("[^{number}]: Lang, *The Crash*, p. {number}.\n"));
    }
    let source = SourceFile::new("bench.md", text);
    let checker = checker(Vec::new());
    bencher.bench(|| checker.check(&source).len());
}

/// The same as plain text with a list of notes.
#[divan::bench(args = SIZES, sample_count = 5)]
fn numbered(bencher: Bencher, count: usize) {
    let mut text = String::new();
    for number in 1..=count {
        text.push_str(&format!(
            "The harbour froze in that winter, and nobody came [{number}].\n\n"
        ));
    }
    text.push_str("Notes\n\n");
    for number in 1..=count {
        text.push_str(&format!("[{number}] Lang, The Crash, p. {number}.\n"));
    }
    let source = SourceFile::new("bench.txt", text);
    let checker = checker(Vec::new());
    bencher.bench(|| checker.check(&source).len());
}

/// A bibliography read, and every key of it cited.
#[divan::bench(args = [2_500, 5_000], sample_count = 5)]
fn entries(bencher: Bencher, count: usize) {
    let mut text = String::new();
    let mut library = String::new();
    for number in 0..count {
        text.push_str(&format!(
            "It froze in that winter [@lang{number}, p. 5].\n\n"
        ));
        library.push_str(&format!(
            "@book{{lang{number},\n  author = {{Lang, Hans}},\n  title = {{The Crash}},\n  year = {{1932}}\n}}\n"
        ));
    }
    let source = SourceFile::new("bench.md", text);
    bencher.bench(|| {
        checker(vec![SourceFile::new("refs.bib", library.as_str())])
            .check(&source)
            .len()
    });
}
