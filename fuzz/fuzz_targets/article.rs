//! An article of any bytes in any format, through every rule: no panic, places on characters and inside the text,
//! fixes that end. The first byte chooses the format.

#![no_main]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use textcheck::report::facts::{Article, Json, Worksheet as _};
use textcheck::{Checker, Configuration, RuleSet, SourceFile, fix};

const NAMES: [&str; 5] = ["a.txt", "a.md", "a.html", "a.xhtml", "a.markdown"];

/// Every rule, those that an editor has to ask for included.
static CHECKER: LazyLock<Arc<Checker>> = LazyLock::new(|| {
    let rules = RuleSet::defaults();
    let configuration = Configuration {
        select: rules.ids().map(str::to_owned).collect(),
        ..Configuration::default()
    };
    Arc::new(Checker::new(&rules, &configuration))
});

fuzz_target!(|input: &[u8]| {
    let Some((&choice, bytes)) = input.split_first() else {
        return;
    };
    let name = NAMES[usize::from(choice) % NAMES.len()];
    let Ok(source) = SourceFile::from_bytes(Path::new(name), bytes.to_vec(), None) else {
        return;
    };
    let document = CHECKER.document(&source);
    let mentions = CHECKER.mentions(&document);
    let text = source.text();
    for found in CHECKER.check_mentions(&mentions) {
        let labels = std::iter::once(&found.primary)
            .chain(&found.secondary)
            .map(|label| label.span);
        let edits = found
            .fix
            .iter()
            .flat_map(|fix| &fix.edits)
            .map(|edit| edit.span);
        for span in labels.chain(edits) {
            assert!(text.get(span.range()).is_some(), "{} {span:?}", found.rule);
        }
    }
    let mut facts = Json::default();
    let article = Article::new(&mentions, None);
    assert!(facts.article(&mut std::io::sink(), &article).is_ok());
    let once = fix::fix(&CHECKER, SourceFile::new(name, text), true);
    let twice = fix::fix(
        &CHECKER,
        SourceFile::new(name, once.report.source.text()),
        true,
    );
    assert_eq!(once.report.source.text(), twice.report.source.text());
});
