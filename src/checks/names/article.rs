//! The Arabic article of a name written in two ways: `al-Sisi`, `el-Sisi`.

use std::collections::HashSet;
use std::ops::Range;

use super::places::Read;
use super::two_forms::{Form, two_forms};
use crate::checks::{Context, Finding};

const FORMS: [&str; 2] = ["al-", "el-"];

/// The places of one form, with their article, and the words before them with a capital.
#[derive(Default)]
struct Tied<'t> {
    places: Vec<Range<usize>>,
    before: HashSet<&'t str>,
}

/// What is said of a name that has both forms and is one person's, as far as the given names before it show.
pub(super) fn finding(cx: &Context, read: &Read) -> Option<Finding> {
    let [al, el] = FORMS.map(|article| form(cx, read, article));
    let (found, other) = if al.places.len() < el.places.len() {
        (al, el)
    } else {
        (el, al)
    };
    let apart = !found.before.is_empty()
        && !other.before.is_empty()
        && found.before.is_disjoint(&other.before);
    if found.places.is_empty() || apart {
        return None;
    }
    let preferred = cx.words(&other.places[0]);
    let edits = found.places.iter().map(|place| {
        let capital = cx.words(place).starts_with('E') || cx.words(place).starts_with('A');
        let small = preferred[..1].to_lowercase();
        let first = if capital { small.to_uppercase() } else { small };
        (place.clone(), first + &preferred[1..])
    });
    let at_fault = Form::new(cx.words(&found.places[0]), &found.places);
    let right = Form::new(preferred, &other.places);
    Some(two_forms(&at_fault, &right, edits.collect()))
}

fn form<'t>(cx: &Context<'t>, read: &Read, article: &str) -> Tied<'t> {
    let mut form = Tied::default();
    for place in &read.places {
        let start = place.start.saturating_sub(article.len());
        let written = cx.text().get(start..place.start);
        if !written.is_some_and(|written| written.eq_ignore_ascii_case(article)) {
            continue;
        }
        let before = &cx.text()[..start];
        if before.ends_with(char::is_alphanumeric) {
            continue;
        }
        form.places.push(start..place.end);
        let last = before.strip_suffix(' ').and_then(|before| {
            let end = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| {
                at + before[at..].chars().next().map_or(1, char::len_utf8)
            });
            Some(&before[end..]).filter(|word| word.starts_with(char::is_uppercase))
        });
        form.before.extend(last);
    }
    form
}
