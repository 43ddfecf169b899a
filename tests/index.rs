//! The index of big archives on the disk: the same verdicts, refreshed, found out when damaged, safe.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use textcheck::archive::{Archive, IndexFolder, Opened, Verdict, Wanted};
use textcheck::style_sheet::SourceEntry;

/// A folder of sources, and one for their index.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new(texts: &[(&str, &str)]) -> Self {
        let desk = Desk {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::create_dir(desk.sources()).unwrap();
        texts.iter().for_each(|(name, text)| desk.write(name, text));
        desk
    }

    fn sources(&self) -> PathBuf {
        self.folder.path().join("sources")
    }

    /// Writes a file that was last changed a while ago.
    fn write(&self, name: &str, text: &str) {
        let path = self.sources().join(name);
        fs::write(&path, text).unwrap();
        let past = SystemTime::now() - Duration::from_secs(3600);
        fs::File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_modified(past)
            .unwrap();
    }

    fn open(&self) -> Opened {
        let index = IndexFolder::Below {
            folder: self.folder.path().join("index"),
            above: 0,
        };
        Archive::open(&[entry(&self.sources())], &index, &|_| ()).unwrap()
    }

    /// The files of the index.
    fn files(&self) -> Vec<PathBuf> {
        let below = fs::read_dir(self.folder.path().join("index")).unwrap();
        let folder = below.map(|entry| entry.unwrap().path()).next().unwrap();
        let mut files: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        files
    }

    fn tables(&self) -> Vec<PathBuf> {
        let mut files = self.files();
        files.retain(|path| {
            path.extension()
                .is_some_and(|extension| extension == "rows")
        });
        files
    }

    fn finds(&self, quotation: &str) -> bool {
        matches!(
            verdict(&self.open().archive, quotation),
            Verdict::Verbatim(_)
        )
    }
}

fn entry(path: &Path) -> SourceEntry {
    SourceEntry {
        path: path.to_owned(),
        ..SourceEntry::default()
    }
}

fn verdict(archive: &Archive, quotation: &str) -> Verdict {
    archive
        .look_up(&[Wanted::new([(0, quotation)])])
        .pop()
        .unwrap()
}

const MILL: &str = "The mill stood empty for three years, and nobody in the valley would buy it.";
const BARN: &str = "Nine men carried the piano up the hill and set it down in the old barn.";

#[test]
fn an_index_gives_the_same_verdicts_as_memory() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sources");
    let folder = tempfile::tempdir().unwrap();
    let index = IndexFolder::Below {
        folder: folder.path().to_owned(),
        above: 0,
    };
    let entries = [entry(&fixtures.join("texts"))];
    let on_disk = Archive::open(&entries, &index, &|_| ()).unwrap().archive;
    let in_memory = Archive::open(&entries, &IndexFolder::None, &|_| ())
        .unwrap()
        .archive;
    let mut quotations = Vec::new();
    for half in ["blind.yaml", "own.yaml"] {
        let text = fs::read_to_string(fixtures.join(half)).unwrap();
        let lines = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("quotation: \""));
        quotations.extend(lines.map(|line| Wanted::new([(0, line.trim_end_matches('"'))])));
    }
    assert!(quotations.len() >= 120);
    let (a, b) = (on_disk.look_up(&quotations), in_memory.look_up(&quotations));
    for (a, b) in a.iter().zip(&b) {
        let told = |verdict: &Verdict| match verdict {
            Verdict::Misquoted(place, altered) => format!("{} {altered:?}", place.file.name()),
            other => {
                let place = other
                    .place()
                    .map(|place| (place.file.name(), place.range.clone()));
                format!("{:?} {place:?}", std::mem::discriminant(other))
            }
        };
        assert_eq!(told(a), told(b));
    }
    assert!(on_disk.faults().is_empty());
}

#[test]
fn only_what_has_changed_is_read_again() {
    let desk = Desk::new(&[("a.txt", MILL)]);
    assert!(desk.finds("The mill stood empty for three years"));
    let first = desk.tables();
    assert_eq!(first.len(), 1);
    assert!(desk.finds("The mill stood empty for three years"));
    assert_eq!(desk.tables(), first, "nothing has changed");

    desk.write("b.txt", BARN);
    assert!(desk.finds("set it down in the old barn"));
    assert_eq!(desk.tables().len(), 2, "one more table");
    assert!(desk.tables().contains(&first[0]), "the first is kept");

    desk.write("b.txt", &BARN.replace("piano", "organ"));
    assert!(desk.finds("Nine men carried the organ up the hill"));
    assert!(!desk.finds("Nine men carried the piano up the hill"));

    fs::remove_file(desk.sources().join("a.txt")).unwrap();
    assert!(!desk.finds("The mill stood empty for three years"));
    assert_eq!(desk.tables().len(), 1, "the table of what is gone has gone");
}

#[test]
fn a_file_changed_within_the_tick_of_the_clock_is_told_by_its_words() {
    let desk = Desk::new(&[]);
    let path = desk.sources().join("a.txt");
    let now = SystemTime::now();
    for words in ["three", "seven"] {
        fs::write(&path, MILL.replace("three", words)).unwrap();
        fs::File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_modified(now)
            .unwrap();
        assert!(desk.finds(&format!("The mill stood empty for {words} years")));
    }
}

#[test]
fn many_small_changes_leave_few_tables() {
    let desk = Desk::new(&[("a.txt", MILL)]);
    for number in 0..20 {
        desk.write(
            &format!("b{number}.txt"),
            &BARN.replace("Nine", &format!("{number} strong")),
        );
        assert!(desk.finds(&format!(
            "{number} strong men carried the piano up the hill"
        )));
    }
    assert!(desk.finds("The mill stood empty for three years"));
    assert!(desk.tables().len() <= 9, "{:?}", desk.tables());
}

type Damage = fn(&[u8]) -> Vec<u8>;

#[test]
fn a_damaged_index_is_built_again_and_said_so() {
    let desk = Desk::new(&[("a.txt", MILL), ("b.txt", BARN)]);
    desk.open();
    let cut = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
    // Another version, another length, another letter.
    let altered = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        let at = bytes.len() - 20;
        bytes[at] ^= 0x55;
        bytes
    };
    let emptied = |_: &[u8]| Vec::new();
    let damages: [Damage; 3] = [cut, altered, emptied];
    for damage in damages {
        for suffix in ["manifest", ".rows"] {
            let named = |path: &PathBuf| path.to_string_lossy().ends_with(suffix);
            let path = desk.files().into_iter().find(named).unwrap();
            fs::write(&path, damage(&fs::read(&path).unwrap())).unwrap();
            let opened = desk.open();
            assert_eq!(opened.notes.len(), 1, "{}", path.display());
            assert!(opened.notes[0].contains("was built again"));
            assert!(opened.unreadable.is_empty());
            assert!(
                desk.finds("The mill stood empty for three years"),
                "{}",
                path.display()
            );
            assert!(desk.open().notes.is_empty());
        }
    }
}

#[test]
fn a_block_that_is_damaged_later_is_a_fault_and_no_verdict() {
    let desk = Desk::new(&[("a.txt", MILL)]);
    let opened = desk.open();
    let table = desk.tables().remove(0);
    let mut bytes = fs::read(&table).unwrap();
    bytes[3] ^= 1;
    fs::write(&table, bytes).unwrap();
    assert!(matches!(
        verdict(&opened.archive, "The mill stood empty"),
        Verdict::Absent
    ));
    assert_eq!(opened.archive.faults().len(), 1);
    assert!(
        desk.finds("The mill stood empty for three years"),
        "the next run builds it again"
    );
}

#[test]
fn a_source_that_changes_behind_an_open_index_is_a_fault() {
    let desk = Desk::new(&[("a.txt", MILL), ("b.txt", BARN)]);
    let opened = desk.open();
    fs::write(desk.sources().join("a.txt"), "Nothing is here now.").unwrap();
    assert!(matches!(
        verdict(&opened.archive, "The mill stood empty for three years"),
        Verdict::Absent
    ));
    let faults = opened.archive.faults();
    assert!(faults[0].path.ends_with("a.txt"));
    assert!(faults[0].reason.contains("changed"));
    assert!(matches!(
        verdict(&opened.archive, "set it down in the old barn"),
        Verdict::Verbatim(_)
    ));
}

#[test]
fn runs_at_once_are_all_right() {
    let desk = Desk::new(&[("a.txt", MILL), ("b.txt", BARN)]);
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..8)
            .map(|number| {
                let desk = &desk;
                scope.spawn(move || {
                    if number % 2 == 1 {
                        desk.write(&format!("c{number}.txt"), MILL);
                    }
                    desk.finds("The mill stood empty for three years")
                })
            })
            .collect();
        assert!(runs.into_iter().all(|run| run.join().unwrap()));
    });
}

#[test]
fn what_an_interrupted_run_left_is_removed() {
    let desk = Desk::new(&[("a.txt", MILL)]);
    desk.open();
    let folder = desk.files()[0].parent().unwrap().to_owned();
    fs::write(folder.join("table-left.part"), "half").unwrap();
    fs::write(folder.join("table-lost.rows"), "of no manifest").unwrap();
    desk.write("b.txt", BARN);
    assert!(desk.finds("set it down in the old barn"));
    let names: Vec<_> = desk
        .files()
        .iter()
        .map(|path| path.file_name().unwrap().to_owned())
        .collect();
    assert!(
        !names
            .iter()
            .any(|name| name == "table-left.part" || name == "table-lost.rows"),
        "{names:?}"
    );
}

#[test]
fn places_are_right_behind_a_byte_order_mark_in_utf16_and_in_html() {
    let desk = Desk::new(&[("a.txt", &format!("\u{FEFF}Erst kommt „ä“.\n{MILL}"))]);
    let utf16: Vec<u8> = format!("\u{FEFF}{BARN}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    fs::write(desk.sources().join("b.txt"), utf16).unwrap();
    desk.write(
        "c.html",
        "<p>A heron &amp; a <em>hare</em> kept house in the reeds by the weir.</p>",
    );
    let archive = desk.open().archive;
    for (quotation, line) in [
        ("The mill stood empty for three years", 2),
        ("set it down in the old barn", 1),
        ("hare kept house in the reeds", 1),
    ] {
        let verdict = verdict(&archive, quotation);
        let place = verdict.place().unwrap();
        assert_eq!(place.file.position(place.range.start).line, line);
        let found = &place.file.text()[place.range.clone()];
        assert!(
            found.starts_with(&quotation[..3])
                && found.ends_with(&quotation[quotation.len() - 4..]),
            "{found}"
        );
    }
}
