//! What an archive of source texts costs: `cargo bench --bench sources` makes 10 MB, 100 MB and 1 GB of texts in a
//! temporary folder, indexes them and looks 50 quotations up. `cargo bench --bench sources -- 10 100` does it for so many MB.
//!
//! Each step runs in a process of its own, so that its memory is its own.

#![allow(
    clippy::cast_possible_truncation,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "it is run to be read"
)]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use textcheck::archive::{Archive, IndexFolder, Verdict, Wanted};
use textcheck::style_sheet::SourceEntry;

/// Bytes of a source file.
const FILE: usize = 100_000;

/// Quotations that are looked up at once.
const QUOTATIONS: usize = 50;

fn main() {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with("--"))
        .collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["build", folder] => build(Path::new(folder)),
        ["ask", folder] => ask(Path::new(folder)),
        [] => [10, 100, 1000].into_iter().for_each(measure),
        ref sizes => sizes.iter().for_each(|size| measure(size.parse().unwrap())),
    }
}

fn measure(megabytes: usize) {
    let folder = tempfile::tempdir().unwrap();
    let files = megabytes * 1_000_000 / FILE;
    for number in 0..files {
        let path = folder
            .path()
            .join("texts")
            .join(format!("{:03}", number / 100));
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join(format!("{number}.txt")), text(number)).unwrap();
    }
    println!("{megabytes} MB in {files} files");
    for step in ["build", "ask"] {
        let program = std::env::current_exe().unwrap();
        let run = Command::new(program)
            .arg(step)
            .arg(folder.path())
            .output()
            .unwrap();
        print!("{}", String::from_utf8_lossy(&run.stdout));
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
    }
}

fn open(folder: &Path) -> Archive {
    let entry = SourceEntry {
        path: folder.join("texts"),
        ..SourceEntry::default()
    };
    let index = IndexFolder::Below {
        folder: folder.join("index"),
        above: 0,
    };
    let opened = Archive::open(&[entry], &index, &|_| ()).unwrap();
    assert!(opened.unreadable.is_empty());
    opened.archive
}

fn build(folder: &Path) {
    let started = Instant::now();
    open(folder);
    let took = started.elapsed();
    let below = fs::read_dir(folder.join("index"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let sizes = fs::read_dir(below.path()).unwrap();
    let size: u64 = sizes
        .map(|file| file.unwrap().metadata().unwrap().len())
        .sum();
    println!(
        "  index built in {:.1} s, {} MB; memory {}",
        took.as_secs_f64(),
        size / 1_000_000,
        memory()
    );
}

fn ask(folder: &Path) {
    let started = Instant::now();
    let archive = open(folder);
    println!(
        "  opened again, nothing changed: {:.0} ms",
        started.elapsed().as_secs_f64() * 1000.0
    );
    let files = archive.sources().len();
    let quotations: Vec<String> = (0..QUOTATIONS)
        .map(|number| quotation(number, files))
        .collect();
    let wanted: Vec<_> = quotations
        .iter()
        .map(|words| Wanted::new([(0, words.as_str())]))
        .collect();
    let mut times = Vec::new();
    for _ in 0..6 {
        let started = Instant::now();
        let verdicts = archive.look_up(&wanted);
        times.push(started.elapsed().as_secs_f64() * 1000.0);
        for (number, verdict) in verdicts.iter().enumerate() {
            match number % 5 {
                4 => assert!(
                    matches!(verdict, Verdict::Absent | Verdict::Misquoted(..)),
                    "{verdict:?}"
                ),
                3 => assert!(matches!(verdict, Verdict::Misquoted(..)), "{verdict:?}"),
                _ => assert!(matches!(verdict, Verdict::Verbatim(_)), "{verdict:?}"),
            }
        }
    }
    times[1..].sort_by(f64::total_cmp);
    println!(
        "  {QUOTATIONS} quotations: {:.0} ms, again {:.0} ms; memory {}",
        times[0],
        times[3],
        memory()
    );
}

/// The most memory that the process had at once.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}

/// Three of five stand in a file word for word, one with a word altered, one stands nowhere.
fn quotation(number: usize, files: usize) -> String {
    let text = text(number * 7919 % files);
    let words: Vec<&str> = text.split_whitespace().collect();
    let length = [4, 6, 9, 14, 30][number / 5 % 5].max(if number % 5 == 3 { 6 } else { 4 });
    let from = 500 + number * 31;
    let mut words: Vec<String> = words[from..from + length]
        .iter()
        .map(|&word| word.to_owned())
        .collect();
    match number % 5 {
        3 => words[2] = "altered".into(),
        4 => words = words.iter().rev().map(|word| format!("{word}q")).collect(),
        _ => {}
    }
    words.join(" ")
}

/// Words as frequent as those of a language (Zipf 1949), always the same for a number.
fn text(number: usize) -> String {
    const FREQUENT: [&str; 24] = [
        "the", "of", "and", "to", "in", "a", "he", "that", "was", "it", "his", "had", "with",
        "for", "as", "not", "but", "at", "on", "they", "by", "which", "all", "from",
    ];
    const SYLLABLES: [&str; 16] = [
        "ba", "ce", "dor", "fin", "gal", "hem", "ist", "ju", "kar", "lo", "men", "nu", "pol", "ri",
        "sta", "ver",
    ];
    let mut state = number as u64 * 0x9E37_79B9_7F4A_7C15 + 1;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut text = String::with_capacity(FILE + 16);
    let mut line = 0;
    while text.len() < FILE {
        // A rank whose logarithm is even is a rank of Zipf's.
        let part = (random() >> 11) as f64 / (1_u64 << 53) as f64;
        let rank = 100_000_f64.powf(part) as usize;
        match FREQUENT.get(rank - 1) {
            Some(word) => text.push_str(word),
            None => {
                let mut rest = rank;
                while rest > 0 {
                    text.push_str(SYLLABLES[rest % 16]);
                    rest /= 16;
                }
            }
        }
        line += 1;
        text.push(if line % 12 == 0 { '\n' } else { ' ' });
    }
    text
}
