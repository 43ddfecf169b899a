//! What holds for every text: no panic, spans on characters, the same words on both sides of the map.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use textcheck::diagnostic::Applicability;
use textcheck::document::{Document, GivenDates};
use textcheck::mentions::{Mentions, quotes};
use textcheck::style_sheet::StyleSheet;
use textcheck::{Checker, Configuration, Diagnostic, RuleSet, SourceFile, fix};

static CHECKER: LazyLock<Arc<Checker>> = LazyLock::new(|| {
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    Arc::new(checker)
});

/// Pieces of what articles are made of, and of what breaks programs.
const PIECES: [&str; 76] = [
    "On Tuesday, 16 February 1938",
    "31 June",
    "1940–1929",
    "from 1937 to 1928",
    "the 1930's",
    "tomorrow",
    "70th anniversary of the murder",
    "aged 32",
    "twenty-one year old",
    "the the",
    "Natalya",
    "Natatia",
    "Trotsky's",
    "Paris, He",
    "1,200 letters",
    "3400 cards",
    "in all",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "—",
    " - ",
    " – ",
    "...",
    "…",
    "**bold**",
    "[link](http://a.b)",
    "`code`",
    "<b>",
    "&amp;",
    "&#8217;",
    "\\*",
    "\n",
    "\n\n",
    "\r\n",
    "> ",
    "- ",
    "# ",
    "| a | b |\n|---|---|\n",
    "<p>",
    "</p>",
    "<q>",
    "</q>",
    "<blockquote cite='a.b'>",
    "<sup><a href=\"#fn1\">1</a></sup>",
    "<li id=\"fn1\">",
    "<br>",
    "<td",
    "<span lang=de>",
    "</span>",
    "<code>",
    "<sup>2</sup>",
    "&nbsp;",
    "&ldquo;",
    "<!-- c -->",
    "<script>",
    "{{< a \"b\" >}}",
    "{{",
    "}}",
    "{#id .c}",
    "[[a|",
    "]]",
    "> [!NOTE] ",
    "!!! note \"a\"\n",
    "~~struck~~",
    "[^1]",
    "\n[^1]: Ibid.\n",
    "é",
    "😀",
    "e\u{301}",
    "\u{200B}",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => "[ -~]{0,12}",
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec((piece, prop::bool::ANY), 0..40).prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(piece, blank)| if blank { piece + " " } else { piece })
            .collect()
    })
}

/// Sentences with quotations in marks of all styles.
const MARKED: [&str; 20] = [
    "“We left,” said Ann. ",
    "\"We left,\" said Paul. ",
    "“We left,\" said Paul. ",
    "\"We left,” he said. ",
    "‘We left,’ said Ann. ",
    "'We left,' said Paul. ",
    "He told us, “She said ‘never’ twice.” ",
    "He told us, \"She said 'never' twice.\" ",
    "He told us, “She said \"never\" twice.” ",
    "He told us, “She said 'never' twice.\" ",
    "The workers’ flag, the workers' own. ",
    "It was in the ’90s, or the '90s. ",
    "A 12\" board and a 6' one. ",
    "It has ATTR{x}=='0' and name=\"no\". ",
    "They read ‘Pravda’ and 'Iskra'. ",
    "He read ``the end'' of it. ",
    "«Jamais,» he wrote. ",
    "„Niemals“, he wrote. ",
    "“We left.\n\n“It rained,” she said. ",
    "\n\n",
];

/// The words of each quotation, without any marks.
fn quoted(text: &str) -> Vec<String> {
    let source = SourceFile::new("a.txt", text);
    let document = Document::new(&source, GivenDates::default());
    let words = |run: &quotes::Run| {
        let is_mark = |c: char| matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’');
        document.text()[run.words.clone()].replace(is_mark, "")
    };
    let found = quotes::extract(&document).quotations;
    found
        .iter()
        .flat_map(|found| found.runs.iter().map(words))
        .collect()
}

/// A name for each format.
fn path() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["a.txt", "a.md", "a.html", "a.xhtml"][..])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn every_label_and_edit_lies_on_characters_inside_the_text(text in text(), path in path()) {
        let source = SourceFile::new(path, text.clone());
        for diagnostic in CHECKER.check(&source) {
            let labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary).map(|label| label.span);
            let edits = diagnostic.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
            for span in labels.chain(edits) {
                prop_assert!(text.get(span.range()).is_some(), "{} {span:?} in {text:?}", diagnostic.rule);
            }
            prop_assert!(!diagnostic.primary.span.is_empty(), "{} in {text:?}", diagnostic.rule);
        }
    }

    #[test]
    fn the_runs_of_a_quotation_stand_in_order_and_apart(text in text(), path in path()) {
        let source = SourceFile::new(path, text.clone());
        let document = Document::new(&source, GivenDates::default());
        let style_sheet = StyleSheet::default();
        for quotation in &Mentions::new(&document, &style_sheet).quotes().quotations {
            for pair in quotation.runs.windows(2) {
                prop_assert!(pair[0].words.end <= pair[1].open.start, "{:?} in {text:?}", quotation.runs);
            }
        }
    }

    #[test]
    fn fixing_twice_is_fixing_once_and_leaves_no_such_fix(text in text(), markdown in any::<bool>(), suggested in any::<bool>()) {
        let path = if markdown { "a.md" } else { "a.txt" };
        let once = fix::fix(&CHECKER, SourceFile::new(path, text.clone()), suggested);
        let twice = fix::fix(&CHECKER, SourceFile::new(path, once.report.source.text()), suggested);
        prop_assert_eq!(once.report.source.text(), twice.report.source.text(), "from {:?}", text);
        let left = once.report.diagnostics().iter().filter(|found| !once.endless.contains(&found.rule));
        let left = left.filter_map(|found| found.fix.as_ref());
        let left = left.filter(|fix| suggested || fix.applicability == Applicability::Safe).count();
        prop_assert_eq!(left, 0);
    }

    #[test]
    fn text_outside_the_edits_is_the_same_byte_for_byte(text in text()) {
        let found = CHECKER.check(&SourceFile::new("a.md", text.clone()));
        let fixes: Vec<_> = found.iter().filter_map(|found| found.fix.as_ref()).collect();
        let (fixed, made) = fix::apply(&text, fixes.iter().copied());
        let mut edits: Vec<_> = made.iter().flat_map(|&number| &fixes[number].edits).collect();
        edits.sort_by_key(|edit| edit.span);
        let (mut before, mut after) = (text.as_str(), fixed.as_str());
        let mut at = 0;
        for edit in edits {
            let kept = edit.span.start - at;
            prop_assert_eq!(&before[..kept], &after[..kept]);
            before = &before[kept + edit.span.len()..];
            after = after[kept..].strip_prefix(edit.content.as_str()).unwrap();
            at = edit.span.end;
        }
        prop_assert_eq!(before, after);
    }

    #[test]
    fn words_of_plain_text_are_the_same_on_both_sides_of_the_map(text in text()) {
        let source = SourceFile::new("a.txt", text);
        let document = Document::new(&source, GivenDates::default());
        for sentence in document.sentences() {
            // The `>` of a quoted mail stands before every line, and is read once; the hyphen of a word that the end
            // of a line breaks is not read.
            let left_out = |c: char| c.is_whitespace() || matches!(c, '>' | '-' | '‐' | '\u{AD}');
            let words = |text: &str| text.replace(left_out, "");
            let seen = words(&document.text()[sentence.clone()]);
            let written = words(source.slice(document.span(sentence)));
            // An address is one placeholder; without one the words are equal.
            if !seen.contains('\u{FFFC}') {
                prop_assert_eq!(seen, written);
            }
        }
    }

    #[test]
    fn every_character_of_a_document_has_a_place_in_order(text in text(), path in path()) {
        let source = SourceFile::new(path, text);
        let document = Document::new(&source, GivenDates::default());
        let mut before = 0;
        for (at, character) in document.text().char_indices() {
            let span = document.span(&(at..at + character.len_utf8()));
            prop_assert!(span.start >= before && span.end >= span.start, "{:?}", source.text());
            before = span.start;
        }
    }

    #[test]
    fn marks_in_one_style_hold_the_same_words(pieces in prop::collection::vec(prop::sample::select(&MARKED[..]), 1..12)) {
        let text = pieces.concat();
        let of_marks = |found: &Diagnostic| found.rule == "quotes/mixed-marks";
        let found = CHECKER.check(&SourceFile::new("a.txt", text.clone())).into_iter().find(of_marks);
        if let Some(fix) = found.and_then(|found| found.fix) {
            let (fixed, _) = fix::apply(&text, [&fix]);
            prop_assert_eq!(quoted(&text), quoted(&fixed), "{} becomes {}", text, fixed);
        }
    }

    #[test]
    fn a_text_without_mentions_yields_no_report(words in prop::collection::vec("[bcdfg]{2}[aeiou][lmnpr]{1,3}", 0..60)) {
        let distinct: Vec<String> = words.into_iter().enumerate().map(|(number, word)| {
            let letter = char::from(b'a' + u8::try_from(number % 26).unwrap());
            format!("{word}{letter}{}", ["o", "u"][number % 2])
        }).collect();
        let source = SourceFile::new("a.txt", distinct.join(" "));
        let repeated = |rule: &str| rule == "text/repeated-word";
        let found: Vec<_> = CHECKER.check(&source).into_iter().filter(|d| !repeated(&d.rule)).collect();
        prop_assert!(found.is_empty(), "{found:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    // A sentence is cut where it is too long to be one, which may be in the middle of a date.
    #[test]
    fn a_sentence_that_never_ends_is_read_to_its_end(
        pieces in prop::collection::vec(prop::sample::select(&["aged 32", "two years old", "born on 3 May 1902", "he", "Leon Sedov",
            "died in 1938", "from 1928 to 1931", "ten years later", "on Tuesday, 16 February 1938", "the 70th anniversary of", "said", "“no”"][..]), 1..6)
    ) {
        let text = (pieces.join(" ") + " ").repeat(10_000 / pieces.join(" ").len());
        for diagnostic in CHECKER.check(&SourceFile::new("a.txt", text.clone())) {
            prop_assert!(text.get(diagnostic.primary.span.range()).is_some(), "{}", diagnostic.rule);
        }
    }
}
