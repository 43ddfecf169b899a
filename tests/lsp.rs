//! The language server as a client meets it: the program itself, its frames and its answers.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod client;

use std::fs;

use client::{Client, diagnostics};
use serde_json::{Value, json};

const DRAFT: &str = "They met on Monday, 16 February 1938. It was 31 June.\n";

fn rules(shown: &Value) -> Vec<&str> {
    let shown = shown.as_array().unwrap();
    shown
        .iter()
        .map(|diagnostic| diagnostic["code"].as_str().unwrap())
        .collect()
}

#[test]
fn findings_are_pushed_while_somebody_writes() {
    let mut client = Client::start(json!({}));
    client.open("file:///drafts/a.txt", "plaintext", DRAFT);
    let shown = client.pushed("file:///drafts/a.txt", 1);
    assert_eq!(rules(&shown), ["dates/weekday", "dates/impossible"]);
    let first = &shown[0];
    assert_eq!(first["source"], "textcheck");
    assert_eq!(first["severity"], 1);
    assert_eq!(first["range"]["start"], json!({"line": 0, "character": 12}));
    client.change(
        "file:///drafts/a.txt",
        2,
        json!([{"range": {"start": {"line": 0, "character": 12}, "end": {"line": 0, "character": 18}}, "text": "Wednesday"}]),
    );
    assert_eq!(
        rules(&client.pushed("file:///drafts/a.txt", 2)),
        ["dates/impossible"]
    );
    client.notify(
        "textDocument/didClose",
        json!({"textDocument": {"uri": "file:///drafts/a.txt"}}),
    );
    assert_eq!(
        diagnostics(&client.message("textDocument/publishDiagnostics")),
        json!([])
    );
    assert!(client.leave());
}

#[test]
fn findings_are_given_to_a_client_that_asks_for_them() {
    let mut client = Client::start(json!({"textDocument": {"diagnostic": {}}}));
    client.open("untitled:Untitled-1", "markdown", "It was *31 June*.");
    let report = client.ask(
        "textDocument/diagnostic",
        json!({"textDocument": {"uri": "untitled:Untitled-1"}}),
    );
    assert_eq!(report["kind"], "full");
    assert_eq!(rules(&report["items"]), ["dates/impossible"]);
}

#[test]
fn both_places_of_a_contradiction_are_shown() {
    let mut client = Client::start(json!({
        "textDocument": {"publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true}}
    }));
    client.open("file:///a.txt", "plaintext", DRAFT);
    let shown = client.pushed("file:///a.txt", 1);
    let other = &shown[0]["relatedInformation"][0];
    assert_eq!(other["location"]["uri"], "file:///a.txt");
    assert_eq!(other["location"]["range"]["start"]["character"], 20);
    let page = shown[0]["codeDescription"]["href"].as_str().unwrap();
    assert!(page.ends_with("docs/rules.md#dates"), "{page}");
}

#[test]
fn columns_are_counted_as_was_agreed() {
    for (encodings, column) in [
        (json!([]), 8),
        (json!(["utf-8", "utf-16"]), 11),
        (json!(["utf-32"]), 7),
    ] {
        let mut client = Client::start(json!({"general": {"positionEncodings": encodings}}));
        client.open("file:///a.txt", "plaintext", "É 😀 on 31 June.");
        let shown = client.pushed("file:///a.txt", 1);
        assert_eq!(
            shown[0]["range"]["start"]["character"], column,
            "{encodings}"
        );
    }
}

#[test]
fn a_fix_is_offered_alone_with_its_kind_and_with_all_safe_ones() {
    let mut client =
        Client::start(json!({"workspace": {"workspaceEdit": {"documentChanges": true}}}));
    let text = "It was the 22th of May 1938 and the 23th of June 1938.";
    client.open("file:///a.txt", "plaintext", text);
    client.pushed("file:///a.txt", 1);
    let actions = |client: &mut Client, only: Value| {
        client.ask(
            "textDocument/codeAction",
            json!({
                "textDocument": {"uri": "file:///a.txt"},
                "range": {"start": {"line": 0, "character": 12}, "end": {"line": 0, "character": 12}},
                "context": {"diagnostics": [], "only": only}
            }),
        )
    };
    let quick = actions(&mut client, json!(["quickfix"]));
    let titles: Vec<_> = quick
        .as_array()
        .unwrap()
        .iter()
        .map(|action| action["title"].clone())
        .collect();
    assert_eq!(titles[0], "Replace “22th” with “22nd”");
    assert_eq!(titles[1], "Make all 2 fixes of dates/malformed-ordinal");
    let all = actions(&mut client, json!(["source.fixAll"]));
    let edits = &all[0]["edit"]["documentChanges"][0];
    assert_eq!(all[0]["kind"], "source.fixAll.textcheck");
    assert_eq!(edits["textDocument"]["version"], 1);
    assert_eq!(edits["edits"].as_array().unwrap().len(), 2);
}

#[test]
fn what_was_understood_is_shown_beside_the_text() {
    let mut client = Client::start(json!({
        "textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}
    }));
    let text = "“We shall never accept these terms,” said Anna Holt in early 1931. Holt was 32.";
    client.open("file:///a.txt", "plaintext", text);
    let hover = |client: &mut Client, words: &str| {
        let column = text[..text.find(words).unwrap()].encode_utf16().count();
        let shown = client.ask(
            "textDocument/hover",
            json!({"textDocument": {"uri": "file:///a.txt"}, "position": {"line": 0, "character": column}}),
        );
        shown["contents"]["value"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        hover(&mut client, "early 1931"),
        "**year** 1931-01-01 to 1931-06-30 (early)"
    );
    assert!(hover(&mut client, "Anna").contains("**name** Anna Holt (1), Holt (1)"));
    assert!(
        hover(&mut client, "accept")
            .contains("**quotation** (direct) by Anna Holt, told by “said”")
    );
    let symbols = client.ask(
        "textDocument/documentSymbol",
        json!({"textDocument": {"uri": "file:///a.txt"}}),
    );
    let headings: Vec<_> = symbols
        .as_array()
        .unwrap()
        .iter()
        .map(|symbol| symbol["name"].clone())
        .collect();
    assert_eq!(headings, ["Names", "Dates", "Quotations"]);
    assert_eq!(symbols[2]["children"][0]["detail"], "Anna Holt");
}

#[test]
fn a_configuration_is_read_again_when_it_changes_and_its_mistakes_are_shown_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let uri = |name: &str| client::uri(&folder.path().join(name));
    let configuration = folder.path().join("textcheck.yaml");
    fs::write(&configuration, "ignore: [dates/weekday]\n").unwrap();
    let mut client = Client::start(json!({}));
    client.open(&uri("a.txt"), "plaintext", DRAFT);
    assert_eq!(
        rules(&client.pushed(&uri("a.txt"), 1)),
        ["dates/impossible"]
    );

    let overrides = "overrides: [{files: a.txt, ignore: [dates]}]\n";
    fs::write(&configuration, overrides).unwrap();
    client.notify(
        "workspace/didChangeWatchedFiles",
        json!({"changes": [{"uri": uri("textcheck.yaml"), "type": 2}]}),
    );
    assert_eq!(client.pushed(&uri("a.txt"), 1), json!([]));

    fs::write(&configuration, "ignored: [dates]\n").unwrap();
    client.notify(
        "workspace/didChangeWatchedFiles",
        json!({"changes": [{"uri": uri("textcheck.yaml"), "type": 2}]}),
    );
    let shown = client.message("textDocument/publishDiagnostics");
    assert_eq!(shown["params"]["uri"], uri("textcheck.yaml"));
    assert_eq!(rules(&diagnostics(&shown)), ["textcheck/configuration"]);

    client.open(&uri("textcheck.yaml"), "yaml", "ignore: [dats]\n");
    let shown = client.pushed(&uri("textcheck.yaml"), 1);
    assert!(
        shown[0]["message"]
            .as_str()
            .unwrap()
            .contains("did you mean `dates`?")
    );
    client.open(
        &uri("house.yaml"),
        "yaml",
        "rules:\n- {id: a/b, check: wekday}\n",
    );
    assert_eq!(
        rules(&client.pushed(&uri("house.yaml"), 1))[0],
        "textcheck/rule-file"
    );
    client.open(&uri("other.yaml"), "yaml", "services: {a: 1}\n");
    let report = client.ask(
        "textDocument/diagnostic",
        json!({"textDocument": {"uri": uri("other.yaml")}}),
    );
    assert_eq!(report["items"], json!([]));
}

#[test]
fn what_is_right_as_it_is_can_be_accepted_and_a_spelling_settled() {
    let folder = tempfile::tempdir().unwrap();
    let uri = |name: &str| client::uri(&folder.path().join(name));
    let edits = json!({"documentChanges": true, "resourceOperations": ["create"]});
    let mut client = Client::start(json!({"workspace": {"workspaceEdit": edits}}));
    let text = "His wife Natalya Sedova wrote to him. In 1929 the letter that Natatia Sedova sent came on 31 June.\n";
    client.open(&uri("a.txt"), "plaintext", text);
    client.open(
        &uri("a.md"),
        "markdown",
        "It rained, and\nit was 31 June.\n",
    );
    client.pushed(&uri("a.txt"), 1);
    client.pushed(&uri("a.md"), 1);
    let mut titles = |name: &str, line: u32, column: usize| {
        let place = json!({"line": line, "character": column});
        let actions = client.ask(
            "textDocument/codeAction",
            json!({
                "textDocument": {"uri": uri(name)},
                "range": {"start": place, "end": place},
                "context": {"diagnostics": [], "only": ["quickfix"]}
            }),
        );
        let actions = actions.as_array().unwrap().clone();
        let all = actions.into_iter().map(|action| {
            let title = action["title"].as_str().unwrap().to_owned();
            (title, action["edit"]["documentChanges"].clone())
        });
        all.collect::<Vec<_>>()
    };
    let new = |changes: &Value| {
        changes[1]["edits"][0]["newText"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let spelling = titles("a.txt", 0, text.find("Natatia").unwrap());
    assert_eq!(
        spelling[1].0,
        "Accept “Natatia” too: an alias in textcheck.yaml"
    );
    assert_eq!(
        spelling[1].1[0],
        json!({"kind": "create", "uri": uri("textcheck.yaml")})
    );
    assert_eq!(
        new(&spelling[1].1),
        "people:\n  - {name: Natalya Sedova, aliases: [Natatia]}\n"
    );
    assert_eq!(
        spelling[2].0,
        "Refuse “Natatia” for “Natalya” in textcheck.yaml"
    );
    assert_eq!(
        new(&spelling[2].1),
        "people:\n  - {name: Natalya Sedova, variants: [Natatia]}\n"
    );
    let plain = titles("a.txt", 0, text.find("31").unwrap());
    assert_eq!(plain[0].0, "Suppress dates/impossible in textcheck.yaml");
    assert_eq!(
        new(&plain[0].1),
        "suppress:\n  - {rule: dates/impossible, text: \"31 June\"}\n"
    );
    let markdown = titles("a.md", 1, 8);
    assert_eq!(markdown[0].0, "Suppress dates/impossible on this line");
    let edit = &markdown[0].1[0]["edits"][0];
    assert_eq!(edit["range"]["start"], json!({"line": 0, "character": 14}));
    assert_eq!(
        edit["newText"],
        " <!-- textcheck-disable-next-line dates/impossible -->"
    );
}

#[test]
fn hostile_messages_cost_only_themselves() {
    let mut client = Client::start(json!({}));
    client.open("file:///a.txt", "plaintext", "a😀b");
    client.raw("Content-Length: 12\r\n\r\n{\"not\": json");
    client.raw("Content-Length: 99999999999999999999\r\n\r\n");
    client.raw("Content-Length: -1\r\n\r\n{}");
    client.raw("Content-Length: 7\r\n\r\n{\"a\": 1}rest");
    client.raw("junk without a header\r\n\r\n");
    client.raw(&format!(
        "Content-Length: 200000\r\n\r\n{}",
        "[".repeat(200_000)
    ));
    for position in [
        json!({"line": 4_000_000_000_u32, "character": 4_000_000_000_u32}),
        json!({"line": 0, "character": 2}),
        json!({"line": 1, "character": 0}),
    ] {
        let asked = json!({"textDocument": {"uri": "file:///a.txt"}, "position": position});
        assert_eq!(client.ask("textDocument/hover", asked), Value::Null);
    }
    let backwards = json!([{"range": {"start": {"line": 9, "character": 9}, "end": {"line": 0, "character": 2}}, "text": "c"}]);
    client.change("file:///a.txt", 2, backwards);
    client.change("file:///never-opened.txt", 2, json!([{"text": "x"}]));
    client.notify("textDocument/didChange", json!({"nonsense": true}));
    client.notify(
        "textDocument/didClose",
        json!({"textDocument": {"uri": "file:///never-opened.txt"}}),
    );
    client.notify("$/unknown", json!({}));
    assert_eq!(client.refused("textDocument/unknown", json!({})), -32601);
    assert_eq!(
        client.refused("textDocument/hover", json!({"position": 3})),
        -32602
    );
    client.change("file:///a.txt", 3, json!([{"text": "It was 31 June."}]));
    assert_eq!(
        rules(&client.pushed("file:///a.txt", 3)),
        ["dates/impossible"]
    );
    assert!(client.leave());
}

#[test]
fn nothing_is_answered_before_the_greeting_or_after_the_farewell() {
    let mut client = Client::silent();
    assert_eq!(client.refused("textDocument/hover", json!({})), -32002);
    client.greet(json!({}));
    client.ask("shutdown", Value::Null);
    assert_eq!(client.refused("textDocument/hover", json!({})), -32600);
    assert!(client.exit());
}
