//! What is generated is up to date. `UPDATE=1 cargo test` rewrites it.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use textcheck::rules::{RuleSet, catalogue};
use textcheck::{Checker, Configuration, SourceFile, engine, report, schema};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Compares a generated file with what is kept, or rewrites it.
fn keep(name: &str, made: &str) {
    let path = root().join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, made).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        kept == made,
        "{name} is stale: `UPDATE=1 cargo test` rewrites it"
    );
}

#[test]
fn the_catalogue_of_rules_is_up_to_date() {
    keep(
        "docs/rules.md",
        &catalogue::markdown(&RuleSet::defaults_with_examples()),
    );
}

#[test]
fn the_schemas_are_up_to_date() {
    keep("docs/rules.schema.json", &schema::rules());
    keep("docs/configuration.schema.json", &schema::configuration());
    keep("docs/report.schema.json", &schema::report());
    keep("docs/facts.schema.json", &schema::facts());
}

/// A real report of a file with diagnostics and of one that cannot be read.
fn a_report() -> serde_json::Value {
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    let text = fs::read_to_string(root().join("fixtures/articles/printers.txt")).unwrap();
    let files = [
        engine::check(&Arc::new(checker), SourceFile::new("printers.txt", text)),
        engine::FileReport::unreadable(Path::new("gone.txt"), "no such file"),
    ];
    let (mut report, mut summary, mut out) = (
        report::Json::default(),
        report::Summary::default(),
        Vec::new(),
    );
    for file in &files {
        summary.add(file);
        report::Report::file(&mut report, &mut out, file).unwrap();
    }
    report::Report::finish(&mut report, &mut out, &summary).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn a_real_report_fits_its_schema() {
    let schema: serde_json::Value = serde_json::from_str(&schema::report()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let report = a_report();
    let faults: Vec<_> = validator
        .iter_errors(&report)
        .map(|fault| fault.to_string())
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(report["files"][0]["diagnostics"].as_array().unwrap().len() > 10);
}

#[test]
fn a_real_worksheet_fits_its_schema() {
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    let (mut worksheet, mut out) = (report::facts::Json::default(), Vec::new());
    for name in ["printers.txt", "harbour.md", "clean.txt"] {
        let text = fs::read_to_string(root().join("fixtures/articles").join(name)).unwrap();
        let source = SourceFile::new(name, text);
        let document = checker.document(&source);
        let mentions = checker.mentions(&document);
        let article = report::facts::Article::new(&mentions, None);
        report::facts::Worksheet::article(&mut worksheet, &mut out, &article).unwrap();
    }
    report::facts::Worksheet::finish(&mut worksheet, &mut out).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema::facts()).unwrap();
    let facts: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<_> = validator
        .iter_errors(&facts)
        .map(|fault| fault.to_string())
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    for list in [
        "dates",
        "ages",
        "durations",
        "anniversaries",
        "names",
        "quotations",
    ] {
        assert!(
            !facts["files"][0][list].as_array().unwrap().is_empty(),
            "{list}"
        );
    }
}

#[test]
fn the_default_rules_and_the_first_configuration_fit_their_schemas() {
    let yaml = |text: &str| -> serde_json::Value { serde_yaml::from_str(text).unwrap() };
    let validate = |schema: &str, value: &serde_json::Value, name: &str| {
        let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
        let faults: Vec<_> = validator
            .iter_errors(value)
            .map(|fault| fault.to_string())
            .collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    };
    for name in ["citations", "dates", "names", "quotes", "text"] {
        let text = fs::read_to_string(root().join(format!("rules/{name}.yaml"))).unwrap();
        validate(&schema::rules(), &yaml(&text), name);
    }
    // The commented keys of the first configuration, uncommented.
    let text = fs::read_to_string(root().join("src/cli/init.yaml")).unwrap();
    let keys: String = text
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .filter(|line| {
            line.starts_with("  - ")
                || line.split(':').next().is_some_and(|key| {
                    key.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                        && line.contains(':')
                        && !key.ends_with("yaml")
                })
        })
        .map(|line| format!("{line}\n"))
        .collect();
    validate(&schema::configuration(), &yaml(&keys), "init.yaml");
    assert!(keys.lines().count() >= 9, "{keys}");
}

#[test]
fn every_path_that_contributing_names_exists() {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let named = text.split('`').skip(1).step_by(2).filter(|words| {
        words.contains('/')
            && !words.starts_with('/')
            && !words.contains([' ', '<', '{', '*'])
            && words
                .split('/')
                .next()
                .is_some_and(|first| root().join(first).exists())
    });
    for path in named {
        assert!(root().join(path).exists(), "CONTRIBUTING.md names {path}");
    }
}

#[test]
fn every_address_of_the_project_is_its_repository_at_this_version() {
    let home = env!("CARGO_PKG_REPOSITORY").trim_start_matches("https://github.com/");
    let tag = concat!("v", env!("CARGO_PKG_VERSION"));
    let owned = regex::Regex::new(r"([\w-]+/textcheck)(?:\.git)?(?:@|/|#)(v\d[\w.]*)").unwrap();
    for name in ["README.md", "docs/ci.md", "templates/textcheck.yml"] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        for part in owned.captures_iter(&text) {
            assert_eq!((&part[1], &part[2]), (home, tag), "{name}");
        }
        for line in text
            .lines()
            .filter(|line| line.contains("/textcheck") && line.contains("github"))
        {
            assert!(line.contains(home), "{name}: {line}");
        }
    }
    let template = fs::read_to_string(root().join("templates/textcheck.yml")).unwrap();
    assert!(
        template.contains(&format!("--tag {tag}"))
            && template.contains(&format!("textcheck-{}", &tag[1..]))
    );
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains(&format!("rev: {tag}")));
}
