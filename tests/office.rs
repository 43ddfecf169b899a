//! Word processors' files: what is read of them, and those that are out of the ordinary: bombs, passwords, big archives.

#![cfg(feature = "office")]
#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use common::Desk;
use textcheck::document::{BlockKind, Document, GivenDates};
use textcheck::{Checker, Configuration, RuleSet, SourceFile};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A .docx with these paragraphs, each of a style by name.
fn document(paragraphs: &[(&str, &str)]) -> String {
    let paragraphs: String = paragraphs
        .iter()
        .map(|(style, words)| {
            format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
        })
        .collect();
    format!("<w:document xmlns:w=\"{WORD}\"><w:body>{paragraphs}</w:body></w:document>")
}

fn styles(names: &[&str]) -> String {
    let styles: String = names
        .iter()
        .map(|name| format!("<w:style w:styleId=\"{name}\"><w:name w:val=\"{name}\"/></w:style>"))
        .collect();
    format!("<w:styles xmlns:w=\"{WORD}\">{styles}</w:styles>")
}

/// An archive with these parts.
fn archive(parts: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// An article of the fixtures, as a word processor wrote it.
fn bell(extension: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/documents/bell")
        .with_extension(extension)
}

/// What is said of a file that cannot be read.
fn refusal(path: &str, bytes: Vec<u8>) -> String {
    SourceFile::from_bytes(Path::new(path), bytes, None)
        .unwrap_err()
        .to_string()
}

#[test]
fn an_archive_that_inflates_beyond_reason_is_refused() {
    let bomb = vec![b' '; (100 << 20) + 1];
    for (path, part) in [("a.docx", "word/document.xml"), ("a.odt", "content.xml")] {
        let parts = [(part, &bomb[..])];
        let bytes = archive(&parts, SimpleFileOptions::default());
        assert!(bytes.len() < 1 << 20, "{}", bytes.len());
        let said = refusal(path, bytes);
        assert!(
            said.contains("inflates to more than 100 MB; save it as text"),
            "{said}"
        );
    }
}

#[test]
fn an_archive_with_sizes_in_64_bits_and_one_without_compression_are_read() {
    let content = document(&[("Normal", "It rained on 31 June.")]);
    let parts = [("word/document.xml", content.as_bytes())];
    for options in [
        SimpleFileOptions::default().large_file(true),
        SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
    ] {
        let bytes = archive(&parts, options);
        let source = SourceFile::from_bytes(Path::new("a.docx"), bytes, None).unwrap();
        assert_eq!(source.text(), "It rained on 31 June.\n");
    }
}

#[test]
fn a_file_behind_a_password_is_told() {
    let content = document(&[("Normal", "It rained.")]);
    let mut bytes = archive(
        &[("word/document.xml", content.as_bytes())],
        SimpleFileOptions::default(),
    );
    // The bit that says that a part is encrypted, in its own header and in the directory (APPNOTE 4.4.4).
    for (mark, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = bytes.windows(4).position(|four| four == mark).unwrap();
        bytes[at + flags] |= 1;
    }
    let said = refusal("a.docx", bytes);
    assert!(said.contains("it has a password"), "{said}");

    // OpenDocument encrypts its parts itself, and says so in its list of parts.
    let list = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
        <manifest:file-entry manifest:full-path=\"content.xml\" manifest:size=\"4000\">\
        <manifest:encryption-data manifest:checksum-type=\"SHA1/1K\"/></manifest:file-entry></manifest:manifest>";
    let parts: [(&str, &[u8]); 2] = [
        ("META-INF/manifest.xml", list.as_bytes()),
        ("content.xml", b"\x8E\x11\xF0\x42\x99\x00\x17\xC3"),
    ];
    let said = refusal("a.odt", archive(&parts, SimpleFileOptions::default()));
    assert!(said.contains("it has a password"), "{said}");
}

#[test]
fn a_file_that_is_cut_anywhere_is_refused_and_the_others_are_checked() {
    let content = document(&[("Normal", "It rained on 31 June.")]);
    let bytes = archive(
        &[("word/document.xml", content.as_bytes())],
        SimpleFileOptions::default(),
    );
    for cut in 0..bytes.len() {
        let said = refusal("a.docx", bytes[..cut].to_vec());
        assert!(
            said.contains("not a word processor's file, or damaged"),
            "{cut}: {said}"
        );
    }
    let desk = Desk::new(&[("b.txt", "It rained on 31 June.")]);
    desk.write("a.docx", &bytes[..bytes.len() - 9]);
    let ran = desk.run("--format short .");
    assert_eq!(ran.code, 2);
    assert!(
        ran.out.contains("a.docx: error: not a word") && ran.out.contains("b.txt:1:14: "),
        "{}",
        ran.out
    );
}

#[test]
fn titles_are_read_like_headings_and_bylines_are_not() {
    let content = document(&[
        ("Title", "What was written on 31 June"),
        ("Author", "By the the staff"),
        ("Date", "15 February 2008"),
        ("Normal", "Tomorrow it rains."),
    ]);
    let styles = styles(&["Title", "Author", "Date"]);
    let parts = [
        ("word/document.xml", content.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
    ];
    let bytes = archive(&parts, SimpleFileOptions::default());
    let source = SourceFile::from_bytes(Path::new("a.docx"), bytes, None).unwrap();
    let document = Document::new(&source, GivenDates::default());
    let kinds: Vec<_> = document.blocks().iter().map(|block| block.kind).collect();
    let expected = [
        BlockKind::Heading,
        BlockKind::Metadata,
        BlockKind::Metadata,
        BlockKind::Paragraph,
    ];
    assert_eq!(kinds, expected);
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    let found = checker.check(&source);
    let rules: Vec<_> = found.iter().map(|found| found.rule.as_str()).collect();
    assert_eq!(rules, ["dates/impossible"]);
}

#[test]
fn a_source_may_be_a_word_processors_file() {
    let content = document(&[
        ("Normal", "It rained."),
        (
            "Normal",
            "We had no money for bronze, so we melted the gates.",
        ),
    ]);
    let parts = [("word/document.xml", content.as_bytes())];
    let desk = Desk::new(&[]);
    desk.write(
        "sources/letter.docx",
        &archive(&parts, SimpleFileOptions::default()),
    );
    let mut command = desk.command();
    command.args(["quote", "so we melted the gates", "--sources", "sources"]);
    let said = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(
        said.starts_with("verbatim\nsources/letter.docx:2: "),
        "{said}"
    );
}

#[test]
fn a_word_processors_file_is_reported_by_paragraph_and_never_has_fixes() {
    let source = SourceFile::read(&bell("docx")).unwrap();
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    let found = checker.check(&source);
    assert!(found.iter().all(|diagnostic| diagnostic.fix.is_none()));
    let weekday = found
        .iter()
        .find(|found| found.rule == "dates/weekday")
        .unwrap();
    let from = source.position(weekday.primary.span.start);
    assert_eq!((from.line, from.column), (2, 22), "{}", source.text());
}

#[test]
fn deletions_code_and_notes_of_word_processors_are_told_from_the_text() {
    for extension in ["docx", "odt"] {
        let source = SourceFile::read(&bell(extension)).unwrap();
        let document = Document::new(&source, GivenDates::default());
        assert!(!document.text().contains("1920"), "{extension}");
        assert!(!document.text().contains("the the bell"), "{extension}");
        assert!(
            source.text().contains("above the lake.[1] He had"),
            "{}",
            source.text()
        );
        assert!(
            source.text().contains("[2] Letter of the bishop"),
            "{}",
            source.text()
        );
        let of = |kind| {
            document
                .blocks()
                .iter()
                .filter(|block| block.kind == kind)
                .count()
        };
        let counts = [
            BlockKind::Heading,
            BlockKind::Quote,
            BlockKind::List,
            BlockKind::Note,
        ]
        .map(of);
        assert_eq!(counts, [2, 1, 2, 2], "{extension}");
    }
}

/// What the runs of a paragraph read as, in a .docx with these styles.
fn docx_reads(styles: &str, runs: &str) -> String {
    let content = format!("<w:document xmlns:w=\"{WORD}\"><w:body>{runs}</w:body></w:document>");
    let styles = format!("<w:styles xmlns:w=\"{WORD}\">{styles}</w:styles>");
    let parts: [(&str, &[u8]); 3] = [
        ("word/document.xml", content.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        (
            "word/footnotes.xml",
            b"<w:footnotes><w:footnote w:id=\"2\"><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        ),
    ];
    let bytes = archive(&parts, SimpleFileOptions::default());
    let source = SourceFile::from_bytes(Path::new("a.docx"), bytes, None).unwrap();
    source.text().to_owned()
}

#[test]
fn words_struck_out_in_a_docx_are_left_out() {
    let styles = "<w:style w:styleId=\"Old\"><w:name w:val=\"Old\"/><w:rPr><w:strike/></w:rPr></w:style>\
        <w:style w:styleId=\"Older\"><w:name w:val=\"Older\"/><w:basedOn w:val=\"Old\"/></w:style>";
    let run = |properties: &str, words: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>")
    };
    for properties in [
        "<w:strike/>",
        "<w:b/><w:dstrike w:val=\"true\"/>",
        "<w:strike/><w:dstrike w:val=\"0\"/>",
        "<w:rStyle w:val=\"Older\"/>",
    ] {
        let runs = format!("<w:p>{}{}</w:p>", run(properties, "Gone"), run("", "Kept"));
        assert_eq!(docx_reads(styles, &runs), "Kept\n", "{properties}");
    }
    for properties in [
        "<w:strike w:val=\"0\"/>",
        "<w:rStyle w:val=\"Older\"/><w:strike w:val=\"false\"/>",
        "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>",
    ] {
        let runs = format!("<w:p>{}</w:p>", run(properties, "Kept"));
        assert_eq!(docx_reads(styles, &runs), "Kept\n", "{properties}");
    }
    let whole = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Old\"/><w:rPr><w:strike/></w:rPr></w:pPr>{}{}</w:p>",
        run("", "Gone"),
        run("<w:strike w:val=\"0\"/>", "Kept"),
    );
    assert_eq!(docx_reads(styles, &whole), "Kept\n");
    let mark = "<w:footnoteReference w:id=\"2\"/>";
    let noted = format!("<w:p><w:r><w:t>Kept</w:t>{mark}</w:r></w:p>");
    assert_eq!(docx_reads(styles, &noted), "Kept[1]\n[1] Note.\n");
    let struck = "<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr>";
    let noted = format!("{struck}{mark}</w:r></w:p>");
    assert_eq!(docx_reads(styles, &noted), "Kept\n");
}

#[test]
fn tracked_deletions_in_a_docx_are_left_out() {
    let runs = "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>\
        <w:moveFrom><w:r><w:t>Gone</w:t></w:r></w:moveFrom><w:ins><w:r><w:t> too</w:t></w:r></w:ins></w:p>";
    assert_eq!(docx_reads("", runs), "Kept too\n");
}

#[test]
fn words_struck_out_in_an_odt_are_left_out() {
    let style = |name: &str, parent: &str, line: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:parent-style-name=\"{parent}\">\
             <style:text-properties {line}/></style:style>"
        )
    };
    let styles = [
        style("T1", "", "style:text-line-through-style=\"solid\""),
        style("T2", "T1", "fo:color=\"#ff0000\""),
        style("T3", "", "style:text-line-through-type=\"double\""),
        style("T4", "T1", "style:text-line-through-style=\"none\""),
        style("T5", "", "style:text-underline-style=\"solid\""),
    ];
    let reads = |body: &str| {
        let content = format!(
            "<office:document-content><office:automatic-styles>{}</office:automatic-styles>\
             <office:body><office:text>{body}</office:text></office:body></office:document-content>",
            styles.concat()
        );
        let parts = [("content.xml", content.as_bytes())];
        let bytes = archive(&parts, SimpleFileOptions::default());
        let source = SourceFile::from_bytes(Path::new("a.odt"), bytes, None).unwrap();
        source.text().to_owned()
    };
    let span = |style: &str, words: &str| {
        format!("<text:span text:style-name=\"{style}\">{words}</text:span>")
    };
    for style in ["T1", "T2", "T3"] {
        let body = format!("<text:p>Kept{}</text:p>", span(style, "Gone"));
        assert_eq!(reads(&body), "Kept\n", "{style}");
        let body = format!("<text:p text:style-name=\"{style}\">Gone</text:p>");
        assert_eq!(reads(&body), "\n", "{style}");
    }
    for style in ["T4", "T5"] {
        let body = format!("<text:p>{}</text:p>", span(style, "Kept"));
        assert_eq!(reads(&body), "Kept\n", "{style}");
    }
    let note = "<text:note><text:note-citation>1</text:note-citation>\
        <text:note-body><text:p>Note.</text:p></text:note-body></text:note>";
    let body = format!("<text:p>Kept{note}</text:p>");
    assert_eq!(reads(&body), "Kept[1]\n[1] Note.\n");
    let body = format!("<text:p>Kept{}</text:p>", span("T1", note));
    assert_eq!(reads(&body), "Kept\n");
}

#[test]
fn text_prints_a_word_processors_file_as_places_count_it() {
    let desk = Desk::new(&[]);
    desk.write("b.docx", &std::fs::read(bell("docx")).unwrap());
    let printed = desk.run("text b.docx").out;
    assert_eq!(printed, SourceFile::read(&bell("docx")).unwrap().text());
}

#[test]
fn damaged_and_protected_files_of_word_processors_end_in_a_clear_error() {
    let docx = std::fs::read(bell("docx")).unwrap();
    let desk = Desk::new(&[]);
    desk.write("cut.docx", &docx[..docx.len() / 2]);
    desk.write("none.odt", b"It rained.");
    desk.write("locked.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    desk.write("other.odt", &docx);
    let ran = desk.run("--format short cut.docx none.odt locked.docx other.odt");
    assert_eq!(ran.code, 2);
    let lines: Vec<_> = ran.out.lines().collect();
    let expected = [
        "cut.docx: error: not a word processor's file, or damaged",
        "none.odt: error: not a word processor's file, or damaged",
        "locked.docx: error: it has a password",
        "other.odt: error: it has no text: no part content.xml",
    ];
    for (number, words) in expected.into_iter().enumerate() {
        assert!(lines[number].contains(words), "{}", ran.out);
    }
    for cut in (0..docx.len()).step_by(37) {
        let _ = SourceFile::from_bytes(Path::new("a.docx"), docx[..cut].to_vec(), None);
        let mut turned = docx.clone();
        turned[cut] ^= 0x55;
        let _ = SourceFile::from_bytes(Path::new("a.docx"), turned, None);
    }
}
