//! Titles before names, in the kinds that one usage writes alike.
//!
//! American usage has a stop behind every title. British usage has none behind a contraction, which ends in the
//! word's last letter (`Dr`), and many keep it behind an abbreviation, which does not (`Prof.`); so that each
//! kind is compared with itself. `St` is a part of names, and each name has its own form (`St. Louis`, `St Albans`).

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Place, capitals};
use crate::checks::Context;
use crate::mentions::names::leads;

const CONTRACTIONS: [&str; 8] = ["Dr", "Lt", "Messrs", "Mr", "Mrs", "Ms", "Revd", "Sgt"];

/// Those of French, which has no stop behind a contraction whatever the text has.
const FRENCH: [&str; 2] = ["Mlle", "Mme"];

const ABBREVIATIONS: [&str; 12] = [
    "Adm", "Capt", "Cmdr", "Col", "Gen", "Gov", "Hon", "Maj", "Prof", "Rep", "Rev", "Sen",
];

const SAINT: &str = "St";

/// What is to be written alike.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Kind<'t> {
    Contraction,
    French,
    Abbreviation,
    /// With the name behind it.
    Saint(&'t str),
}

/// The titles before names by their kinds; the works that are called after somebody keep theirs.
pub(super) fn places(cx: &Context, except: &[String]) -> Vec<Vec<Place>> {
    let mut kinds: BTreeMap<Kind, Vec<Place>> = BTreeMap::new();
    for block in cx.document.blocks() {
        for at in capitals(cx.text(), &block.range) {
            if let Some((kind, place)) = title(cx.text(), &block.range, at, except)
                && cx.reads(&place.range)
                && !cx.mentions.is_titled(place.range.start)
            {
                kinds.entry(kind).or_default().push(place);
            }
        }
    }
    kinds.into_values().collect()
}

/// The title before a name that begins at an offset of a block.
fn title<'t>(
    text: &'t str,
    block: &Range<usize>,
    at: usize,
    except: &[String],
) -> Option<(Kind<'t>, Place)> {
    let words = &text[at..block.end];
    let length = words.find(|c: char| !c.is_alphabetic())?;
    let (title, behind) = words.split_at(length);
    if !CONTRACTIONS.contains(&title)
        && !FRENCH.contains(&title)
        && !ABBREVIATIONS.contains(&title)
        && title != SAINT
    {
        return None;
    }
    // `Mulholland Dr.` is a street.
    let before = text[block.start..at].trim_end().rsplit(' ').next();
    let before = before.unwrap_or_default();
    if before.starts_with(char::is_uppercase)
        && before.ends_with(char::is_lowercase)
        && !leads(before)
    {
        return None;
    }
    let unstopped = behind.strip_prefix('.');
    let name = unstopped
        .unwrap_or(behind)
        .strip_prefix([' ', '\u{A0}', '\u{202F}'])?;
    let name = &name[..name
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(name.len())];
    let kind = match title {
        SAINT => Kind::Saint(name),
        _ if CONTRACTIONS.contains(&title) => Kind::Contraction,
        _ if FRENCH.contains(&title) => Kind::French,
        _ => Kind::Abbreviation,
    };
    let initial = title != SAINT && kind == Kind::Contraction;
    let place = Place {
        range: at..at + length + usize::from(unstopped.is_some()),
        longer: unstopped.is_some(),
    };
    let kept = || except.contains(&name.to_lowercase());
    (is_name(name, initial) && !kept()).then_some((kind, place))
}

/// Whether a word may be the name behind a title: no `Gen Z`, and no word that begins a sentence.
fn is_name(word: &str, initial: bool) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && (initial && letters.clone().next().is_none()
            || letters.next().is_some_and(char::is_lowercase))
        && !leads(word)
}
