//! Holds the order of the layers: a room imports only from rooms before it on the road.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use std::fs;
use std::path::{Path, PathBuf};

/// The road, as `src/lib.rs` draws it.
const ROAD: [&str; 24] = [
    "source",
    "diagnostic",
    "yaml",
    "pattern",
    "bibliography",
    "style_sheet",
    "document",
    "wording",
    "mentions",
    "archive",
    "checks",
    "rules",
    "config",
    "engine",
    "fix",
    "trial",
    "accept",
    "changed",
    "fingerprint",
    "baseline",
    "report",
    "schema",
    "lsp",
    "cli",
];

fn place(layer: &str) -> usize {
    ROAD.iter()
        .position(|known| *known == layer)
        .unwrap_or_else(|| {
            panic!("`{layer}` has no place on the road: add it to ROAD and to src/lib.rs")
        })
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn a_layer_imports_only_layers_before_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    let mut offences = Vec::new();
    for file in files {
        let relative = file.strip_prefix(&root).unwrap();
        let first = relative.iter().next().unwrap().to_str().unwrap();
        let layer = first.trim_end_matches(".rs");
        if ["lib", "main"].contains(&layer) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for import in code.split("crate::").skip(1) {
            let end = import
                .find(|c: char| !(c.is_ascii_lowercase() || c == '_'))
                .unwrap_or(import.len());
            let imported = &import[..end];
            // A capital names what `lib.rs` exports again; `crate::cli` is the binary's own.
            if !imported.is_empty() && place(imported) > place(layer) {
                offences.push(format!("{} imports {imported}", relative.display()));
            }
        }
    }
    assert!(
        offences.is_empty(),
        "against the road:\n{}",
        offences.join("\n")
    );
}

#[test]
fn lib_draws_the_same_road() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let drawn: Vec<&str> = lib
        .lines()
        .skip_while(|line| !line.contains("```text"))
        .skip(1)
        .take_while(|line| !line.contains("```"))
        .filter_map(|line| line.trim_start_matches("//!").split_whitespace().next())
        .collect();
    assert_eq!(
        drawn,
        ROAD[..ROAD.len() - 1],
        "src/lib.rs draws another road than tests/layers.rs"
    );
}

#[test]
fn the_library_never_uses_the_network() {
    let lock =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let dependencies = lock.split("[dev-dependencies]").next().unwrap();
    for client in ["reqwest", "hyper", "ureq", "curl", "tokio", "isahc"] {
        assert!(
            !dependencies.contains(client),
            "{client} talks to the network"
        );
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        assert!(
            !text.contains("std::net"),
            "{} uses std::net",
            file.display()
        );
    }
}
