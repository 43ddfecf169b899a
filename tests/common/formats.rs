//! Reads back what the reports say: one reader for each format.

use std::collections::BTreeSet;

use regex::Regex;
use serde_json::Value;

/// The formats, as `--format` names them.
pub(crate) const ALL: [&str; 10] = [
    "fancy",
    "short",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
];

/// What every format says of a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) path: String,
    pub(crate) line: u64,
    /// In characters, 1-based.
    pub(crate) column: u64,
    pub(crate) rule: String,
    pub(crate) severity: &'static str,
}

/// The texts that columns are counted in, by their paths.
pub(crate) type Texts<'t> = &'t dyn Fn(&str) -> String;

/// What a report says, in the order of files and places.
pub(crate) fn parsed(name: &str, text: &str, texts: Texts) -> Vec<Found> {
    let mut found = match name {
        "short" => short(text),
        "json" => json(text),
        "jsonl" => text.lines().filter_map(line_of_json).collect(),
        "sarif" => sarif(text, texts),
        "github" => text.lines().filter_map(github).collect(),
        "gitlab" => gitlab(text),
        "junit" => junit(text),
        "checkstyle" => checkstyle(text),
        "rdjson" => rdjson(text, texts),
        other => panic!("no reader of {other}"),
    };
    found.sort();
    found
}

/// Holds the graphical report to what the others say: the same rules in the same order, each with its line.
pub(crate) fn agree_with_fancy(text: &str, in_order: &[Found]) {
    let heads = Regex::new(r"(?m)^(error|warning|suggestion)\[(\S+)\]$").unwrap();
    let heads: Vec<_> = heads.captures_iter(text).collect();
    assert_eq!(heads.len(), in_order.len());
    let place = Regex::new(r"╭─\[(.*):\d+:\d+\]|(?m)^ *(\d+) │").unwrap();
    for (number, (head, found)) in heads.iter().zip(in_order).enumerate() {
        assert_eq!((&head[1], &head[2]), (found.severity, found.rule.as_str()));
        let end = heads
            .get(number + 1)
            .map_or(text.len(), |next| next.get(0).unwrap().start());
        let (mut path, mut places) = (String::new(), BTreeSet::new());
        for part in place.captures_iter(&text[head.get(0).unwrap().end()..end]) {
            match (part.get(1), part.get(2)) {
                (Some(named), _) => path = named.as_str().to_owned(),
                (_, Some(line)) => {
                    places.insert((path.clone(), line.as_str().parse().unwrap()));
                }
                _ => {}
            }
        }
        assert!(
            places.contains(&(found.path.clone(), found.line)),
            "{found:?}: {places:?}"
        );
    }
}

/// What `short` says, in the order in which it says it.
pub(crate) fn short(text: &str) -> Vec<Found> {
    let line = Regex::new(r"^(.*?):(\d+):(\d+): (\w+)\[(\S+)\] ").unwrap();
    text.lines()
        .filter_map(|words| line.captures(words))
        .map(|part| Found {
            path: part[1].to_owned(),
            line: part[2].parse().unwrap(),
            column: part[3].parse().unwrap(),
            rule: part[5].to_owned(),
            severity: severity(&part[4]),
        })
        .collect()
}

fn json(text: &str) -> Vec<Found> {
    let report: Value = serde_json::from_str(text).unwrap();
    let files = list(&report["files"]).iter();
    files
        .flat_map(|file| {
            let all = list(&file["diagnostics"]).iter();
            all.map(|found| of_json(found, &file["path"]))
        })
        .collect()
}

fn line_of_json(line: &str) -> Option<Found> {
    let found: Value = serde_json::from_str(line).unwrap();
    assert!(
        found["path"].is_string() && found["article"].is_string(),
        "{line}"
    );
    found["error"]
        .is_null()
        .then(|| of_json(&found, &Value::Null))
}

fn of_json(found: &Value, path: &Value) -> Found {
    let path = if found["path"].is_string() {
        &found["path"]
    } else {
        path
    };
    Found {
        path: word(path),
        line: number(&found["from"]["line"]),
        column: number(&found["from"]["column"]),
        rule: word(&found["rule"]),
        severity: severity(&word(&found["severity"])),
    }
}

fn sarif(text: &str, texts: Texts) -> Vec<Found> {
    let log: Value = serde_json::from_str(text).unwrap();
    let run = &log["runs"][0];
    let rules = list(&run["tool"]["driver"]["rules"]);
    let results = list(&run["results"]).iter();
    results
        .map(|result| {
            let index = usize::try_from(number(&result["ruleIndex"])).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            let place = &result["locations"][0]["physicalLocation"];
            let path = unescaped(&word(&place["artifactLocation"]["uri"]));
            let region = &place["region"];
            let line = number(&region["startLine"]);
            let column = number(&region["startColumn"]);
            Found {
                column: characters(&texts(&path), line, column, |c| c.len_utf16()),
                path,
                line,
                rule: word(&result["ruleId"]),
                severity: severity(&word(&result["level"])),
            }
        })
        .collect()
}

/// As the runner reads a command: <https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs>
fn github(line: &str) -> Option<Found> {
    let (head, data) = line.strip_prefix("::")?.split_once("::")?;
    let (level, properties) = head.split_once(' ')?;
    let property = |name: &str| {
        let mut all = properties
            .split(',')
            .filter_map(|pair| pair.split_once('='));
        all.find(|(key, _)| *key == name)
            .map(|(_, value)| unescaped(value))
    };
    let rule = property("title")?
        .strip_prefix("textcheck (")?
        .strip_suffix(')')?
        .to_owned();
    let (path, line) = (property("file")?, property("line")?);
    let place = unescaped(data);
    let behind = place
        .strip_prefix(&format!("{path}:{line}:"))
        .unwrap_or_else(|| panic!("{place}"));
    let column = behind.split(':').next()?;
    if let Some(given) = property("col") {
        assert_eq!(given, column);
    }
    Some(Found {
        path,
        line: line.parse().unwrap(),
        column: column.parse().unwrap(),
        rule,
        severity: severity(level),
    })
}

fn gitlab(text: &str) -> Vec<Found> {
    let issues: Value = serde_json::from_str(text).unwrap();
    let issues = list(&issues).iter();
    issues
        .filter(|issue| issue["check_name"] != "textcheck/unreadable")
        .map(|issue| {
            let begin = &issue["location"]["positions"]["begin"];
            Found {
                path: word(&issue["location"]["path"]),
                line: number(&begin["line"]),
                column: number(&begin["column"]),
                rule: word(&issue["check_name"]),
                severity: severity(&word(&issue["severity"])),
            }
        })
        .collect()
}

fn junit(text: &str) -> Vec<Found> {
    let document = roxmltree::Document::parse(text).unwrap();
    let root = document.root_element();
    let failures: Vec<_> = root
        .descendants()
        .filter(|node| node.has_tag_name("failure"))
        .collect();
    assert_eq!(
        root.attribute("failures").unwrap(),
        failures.len().to_string()
    );
    failures
        .into_iter()
        .map(|failure| {
            let name = failure.parent().unwrap().attribute("name").unwrap();
            let (rule, place) = name.split_once(" at ").unwrap();
            let mut parts = place.rsplitn(3, ':');
            let column = parts.next().unwrap().parse().unwrap();
            let line = parts.next().unwrap().parse().unwrap();
            Found {
                path: parts.next().unwrap().to_owned(),
                line,
                column,
                rule: rule.to_owned(),
                severity: severity(failure.attribute("type").unwrap()),
            }
        })
        .collect()
}

fn checkstyle(text: &str) -> Vec<Found> {
    let document = roxmltree::Document::parse(text).unwrap();
    let errors = document
        .descendants()
        .filter(|node| node.has_tag_name("error"));
    errors
        .filter(|error| error.attribute("source") != Some("textcheck/unreadable"))
        .map(|error| {
            let value = |name: &str| error.attribute(name).unwrap();
            Found {
                path: error
                    .parent()
                    .unwrap()
                    .attribute("name")
                    .unwrap()
                    .to_owned(),
                line: value("line").parse().unwrap(),
                column: value("column").parse().unwrap(),
                rule: value("source").to_owned(),
                severity: severity(value("severity")),
            }
        })
        .collect()
}

fn rdjson(text: &str, texts: Texts) -> Vec<Found> {
    let result: Value = serde_json::from_str(text).unwrap();
    let all = list(&result["diagnostics"]).iter();
    all.filter(|entry| !entry["code"].is_null())
        .map(|entry| {
            let path = word(&entry["location"]["path"]);
            let start = &entry["location"]["range"]["start"];
            let line = number(&start["line"]);
            Found {
                column: characters(&texts(&path), line, number(&start["column"]), |c| {
                    c.len_utf8()
                }),
                path,
                line,
                rule: word(&entry["code"]["value"]),
                severity: severity(&word(&entry["severity"])),
            }
        })
        .collect()
}

/// Severities as a format calls them.
fn severity(word: &str) -> &'static str {
    match word.to_lowercase().as_str() {
        "error" | "critical" => "error",
        "warning" | "major" => "warning",
        "suggestion" | "note" | "notice" | "minor" | "info" => "suggestion",
        other => panic!("no severity: {other}"),
    }
}

/// A column in characters, from one in units of which a character has some.
fn characters(text: &str, line: u64, column: u64, units: fn(char) -> usize) -> u64 {
    let line = usize::try_from(line - 1).unwrap();
    let words = text
        .replace("\r\n", "\n")
        .split('\n')
        .nth(line)
        .unwrap_or_default()
        .to_owned();
    let mut left = usize::try_from(column - 1).unwrap();
    let mut count = 1;
    for c in words.chars() {
        if left == 0 {
            break;
        }
        left = left
            .checked_sub(units(c))
            .expect("a column inside a character");
        count += 1;
    }
    assert_eq!(left, 0, "a column behind the end of line {line}: {words}");
    count
}

/// Words with their `%3A` read back.
fn unescaped(words: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = words.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn word(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("no word: {value}"))
        .to_owned()
}

fn number(value: &Value) -> u64 {
    value
        .as_u64()
        .unwrap_or_else(|| panic!("no number: {value}"))
}

fn list(value: &Value) -> &Vec<Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("no list: {value}"))
}
