//! A long session of small edits ends with what a fresh run finds.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::thread;

use lsp_server::{Message, Notification, Request};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use textcheck::lsp::{Connection, serve};
use textcheck::{Checker, Configuration, RuleSet, SourceFile};

const BEGINNING: &str = "Anna Holt met Karl Brandt on Monday, 16 February 1938. “We shall never accept \
    these terms,” said Holt.\r\n\r\nHolt was born in 1906. In 1938 Holt, aged 32, left for Alma Ata.\n";

/// What is typed, pasted and deleted: words that rules are about, and characters that are hard to count.
const TYPED: [&str; 14] = [
    "",
    "",
    "e",
    " ",
    "\n",
    "\r\n\r\n",
    "“",
    "\"",
    "😀",
    "31 June",
    "Жизнь",
    "Alma-Ata",
    "22th of May 1938",
    "é",
];

/// Edits: where each begins and ends, and what is written there.
fn edits() -> impl Strategy<Value = Vec<(Index, Index, usize)>> {
    let edit = (any::<Index>(), any::<Index>(), 0..TYPED.len());
    prop::collection::vec(edit, 1000)
}

/// An offset of the text on a character, near enough to another that little is deleted.
fn offset(text: &str, index: Index, near: usize) -> usize {
    let low = near.saturating_sub(6);
    let high = (near + 6).min(text.len());
    text.floor_char_boundary(low + index.index(high - low + 1))
}

/// Lines and columns in UTF-16, counted anew and slowly.
fn position(text: &str, offset: usize) -> Value {
    let before = &text[..offset];
    let whole = before
        .strip_suffix('\r')
        .filter(|_| text[offset..].starts_with('\n'));
    let before = whole.unwrap_or(before);
    let lines = before.replace("\r\n", "\n").replace('\r', "\n");
    let line = lines.matches('\n').count();
    let column = lines.rsplit('\n').next().unwrap().encode_utf16().count();
    json!({"line": line, "character": column})
}

fn notify(method: &str, params: Value) -> Result<Message, String> {
    Ok(Notification::new(method.into(), params).into())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn a_thousand_edits_end_with_what_a_fresh_run_finds(edits in edits()) {
        let (connection, write, read) = Connection::memory();
        let server = thread::spawn(move || serve(connection));
        write.send(Ok(Request::new(1.into(), "initialize".into(), json!({"capabilities": {}})).into())).unwrap();
        write.send(notify("initialized", json!({}))).unwrap();
        let mut text = BEGINNING.to_owned();
        let document = json!({"uri": "file:///drafts/a.txt", "languageId": "plaintext", "version": 0, "text": text});
        write.send(notify("textDocument/didOpen", json!({"textDocument": document}))).unwrap();
        for (version, (at, to, typed)) in (1..).zip(&edits) {
            let near = at.index(text.len() + 1);
            let start = offset(&text, *at, near);
            let end = offset(&text, *to, start).max(start);
            let range = json!({"start": position(&text, start), "end": position(&text, end)});
            let change = json!({"range": range, "text": TYPED[*typed]});
            let document = json!({"uri": "file:///drafts/a.txt", "version": version});
            write.send(notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": [change]}))).unwrap();
            // The place between \r and \n is the end of the line.
            let drawn = |offset: usize| {
                let inside = text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
                offset - usize::from(inside)
            };
            let (start, end) = (drawn(start), drawn(end));
            text.replace_range(start..end, TYPED[*typed]);
        }
        let last = edits.len();
        let shown = loop {
            if let Message::Notification(sent) = read.recv().unwrap()
                && sent.params["version"] == last
            {
                break sent.params["diagnostics"].clone();
            }
        };
        let source = SourceFile::new("/drafts/a.txt", text.as_str());
        let fresh = Checker::new(&RuleSet::defaults(), &Configuration::default()).check(&source);
        let shown: Vec<_> = shown.as_array().unwrap().iter()
            .map(|found| (found["code"].as_str().unwrap().to_owned(), found["range"]["start"].clone()))
            .collect();
        let fresh: Vec<_> = fresh.iter()
            .map(|found| (found.rule.clone(), position(&text, found.primary.span.start)))
            .collect();
        prop_assert_eq!(shown, fresh);
        drop(write);
        prop_assert!(!server.join().unwrap());
    }
}
