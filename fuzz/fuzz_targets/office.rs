//! A file of a word processor, of any bytes: read or refused. The first byte chooses the format.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use textcheck::SourceFile;
use textcheck::document::{Document, GivenDates};

fuzz_target!(|input: &[u8]| {
    let Some((&choice, bytes)) = input.split_first() else {
        return;
    };
    let name = ["a.docx", "a.odt"][usize::from(choice) % 2];
    if let Ok(source) = SourceFile::from_bytes(Path::new(name), bytes.to_vec(), None) {
        let document = Document::new(&source, GivenDates::default());
        for sentence in document.sentences() {
            assert!(source.text().get(document.span(sentence).range()).is_some());
        }
    }
});
