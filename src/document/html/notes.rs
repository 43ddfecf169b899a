//! Notes of a page: which links are marks, and which elements are the notes that they lead to.

use std::collections::{HashMap, HashSet};

use html5gum::Token;

use super::elements;
use super::{attribute, tokens};

/// Marks and notes by the offset of their start tags.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// What each mark calls its note.
    pub(super) marks: HashMap<usize, String>,
    /// What each note is called.
    pub(super) bodies: HashMap<usize, String>,
    /// Links back from a note to its mark, and links between notes that are no words.
    pub(super) backlinks: HashSet<usize>,
}

/// A link within the page.
struct Link {
    at: usize,
    target: String,
    words: String,
    raised: bool,
    /// Its attributes speak of notes.
    named: bool,
}

/// Words in attributes that tell a note.
const NAMES: [&str; 7] = ["note", "ftn", "fn", "ref", "cite", "_edn", "sdend"];

/// Reads the links and anchors of a page; most pages have none, and cost one look.
pub(super) fn find(source: &str) -> Notes {
    if memchr::memmem::find(source.as_bytes(), b"href").is_none() || !source.contains('#') {
        return Notes::default();
    }
    let (links, anchors) = scan(source);
    let mut marks: Vec<(&Link, Option<usize>)> = Vec::new();
    let mut astray: Vec<&Link> = Vec::new();
    let mut notes = Notes::default();
    for link in &links {
        let Some(label) = label(&link.words) else {
            if link.words.trim().chars().all(|c| !c.is_alphanumeric()) {
                notes.backlinks.insert(link.at);
            }
            continue;
        };
        let target = anchors.get(&link.target).copied();
        let bracketed = link.words.trim().starts_with(['[', '(']);
        let numbered = label.bytes().all(|byte| byte.is_ascii_digit());
        match target {
            Some(target) if target < link.at && (link.named || link.raised) => {
                notes.backlinks.insert(link.at);
            }
            Some(target) if target < link.at => {}
            Some(target) if link.raised || bracketed || link.named && numbered => {
                marks.push((link, Some(target)));
            }
            None if link.raised && link.named && numbered => marks.push((link, None)),
            None if (link.raised || bracketed) && numbered => astray.push(link),
            _ => {}
        }
    }
    // Beside marks that lead to their notes, what looks like them is one that leads nowhere.
    let alike = |link: &&Link| {
        let mut marks = marks.iter().filter(|(_, target)| target.is_some());
        marks.any(|(mark, _)| mark.raised == link.raised)
    };
    let astray: Vec<&Link> = astray.into_iter().filter(alike).collect();
    marks.extend(astray.into_iter().map(|link| (link, None)));
    marks.sort_by_key(|(link, _)| link.at);
    name(&marks, &mut notes);
    add_unmarked(&marks, &anchors, &mut notes);
    notes
}

/// `fn9` is a note too where `fn1` and `fn2` are notes 1 and 2, though no mark leads to it.
fn add_unmarked(
    marks: &[(&Link, Option<usize>)],
    anchors: &HashMap<String, usize>,
    notes: &mut Notes,
) {
    let numbered: HashSet<&str> = marks
        .iter()
        .filter(|(_, target)| target.is_some())
        .filter_map(|(link, _)| link.target.strip_suffix(label(&link.words)?.as_str()))
        .collect();
    let mut prefixes = numbered.into_iter();
    let (Some(prefix), None) = (prefixes.next(), prefixes.next()) else {
        return;
    };
    if marks.len() < 2 || !prefix.ends_with(|c: char| !c.is_ascii_digit()) {
        return;
    }
    for (id, at) in anchors {
        let number = id.strip_prefix(prefix).filter(|number| {
            (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        if let Some(number) = number {
            notes.bodies.entry(*at).or_insert(number.to_owned());
        }
    }
}

/// Gives marks and notes their labels: the number that is shown, unless two notes show the same.
fn name(marks: &[(&Link, Option<usize>)], notes: &mut Notes) {
    let mut shown: HashMap<String, &str> = HashMap::new();
    let unique = marks.iter().all(|(link, _)| {
        let label = label(&link.words).unwrap_or_default();
        *shown.entry(label).or_insert(&link.target) == link.target
    });
    for (link, target) in marks {
        let label = match unique {
            true => label(&link.words).unwrap_or_default(),
            false => link.target.clone(),
        };
        let named =
            target.map(|target| notes.bodies.entry(target).or_insert(label.clone()).clone());
        notes.marks.insert(link.at, named.unwrap_or(label));
    }
}

/// What a mark shows without its brackets: a number, a letter, an asterisk or a dagger.
fn label(words: &str) -> Option<String> {
    let bare = words.trim_matches(|c: char| c.is_whitespace() || "[](){}.".contains(c));
    let number = (1..=4).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
    let letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase());
    let sign = !bare.is_empty()
        && bare
            .chars()
            .all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶'));
    let note = bare
        .strip_prefix("note ")
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
    (number || letter || sign || note).then(|| bare.to_owned())
}

/// The links within a page, and where each anchor stands.
fn scan(source: &str) -> (Vec<Link>, HashMap<String, usize>) {
    let mut links: Vec<Link> = Vec::new();
    let mut anchors = HashMap::new();
    let mut open: Option<usize> = None;
    let mut raised = 0_usize;
    for token in tokens(source) {
        match token {
            Token::StartTag(tag) => {
                for name in ["id", "name"] {
                    if let Some(id) = attribute(&tag, name) {
                        anchors.entry(id).or_insert(tag.span.start);
                    }
                }
                match &tag.name[..] {
                    b"sup" => {
                        raised += 1;
                        if let Some(link) = open {
                            links[link].raised = true;
                        }
                    }
                    b"a" => {
                        open = None;
                        let target =
                            attribute(&tag, "href").filter(|target| target.starts_with('#'));
                        if let Some(target) = target.filter(|target| target.len() > 1) {
                            let spoken = ["class", "role", "epub:type", "id", "rel", "href"];
                            let named = spoken.iter().filter_map(|name| attribute(&tag, name)).any(
                                |value| {
                                    let value = value.to_ascii_lowercase();
                                    NAMES.iter().any(|name| value.contains(name))
                                },
                            );
                            open = Some(links.len());
                            links.push(Link {
                                at: tag.span.start,
                                target: target[1..].to_owned(),
                                words: String::new(),
                                raised: raised > 0,
                                named,
                            });
                        }
                    }
                    name if elements::find(name).is_some_and(|(_, class)| class.is_block()) => {
                        (open, raised) = (None, 0);
                    }
                    _ => {}
                }
            }
            Token::EndTag(tag) => match &tag.name[..] {
                b"sup" => raised = raised.saturating_sub(1),
                b"a" => open = None,
                _ => {}
            },
            Token::String(words) => {
                if let Some(link) = open.map(|link| &mut links[link])
                    && link.words.len() < 40
                {
                    link.words.push_str(&String::from_utf8_lossy(&words.value));
                }
            }
            _ => {}
        }
    }
    (links, anchors)
}
