//! What people write for textcheck, of any bytes: `textcheck.yaml`, rule files, bibliographies. Never a panic or a
//! hang; what is wrong is said with a place inside the file. The first byte chooses the file.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use textcheck::bibliography::Library;
use textcheck::config::Project;
use textcheck::{RuleSet, SourceFile};

const NAMES: [&str; 5] = ["textcheck.yaml", "rules.yaml", "a.bib", "a.json", "a.yaml"];

fuzz_target!(|input: &[u8]| {
    let Some((&choice, bytes)) = input.split_first() else {
        return;
    };
    let name = NAMES[usize::from(choice) % NAMES.len()];
    let Ok(source) = SourceFile::from_bytes(Path::new(name), bytes.to_vec(), None) else {
        return;
    };
    let length = source.text().len();
    let faults = match name {
        "textcheck.yaml" => {
            let _ = Project::of(&source, RuleSet::empty());
            Vec::new()
        }
        "rules.yaml" => RuleSet::empty().add_file(&source).err().unwrap_or_default(),
        _ => Library::read(source).faults,
    };
    for fault in faults {
        assert!(fault.span.end <= length, "{fault:?}");
    }
});
