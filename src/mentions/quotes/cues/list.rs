//! `rules/cues.yaml` as it is looked up: the words by their lists, the verbs in all their forms.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::yaml;

const SOURCE: &str = include_str!("../../../../rules/cues.yaml");

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Lists {
    #[serde(deserialize_with = "yaml::words")]
    leading: Vec<String>,
    #[serde(deserialize_with = "yaml::words")]
    verbs: Vec<String>,
    #[serde(deserialize_with = "yaml::words")]
    deeds: Vec<String>,
    #[serde(deserialize_with = "yaml::words")]
    beats: Vec<String>,
    irregular_leading: HashMap<String, Vec<String>>,
    irregular: HashMap<String, Vec<String>>,
    #[serde(deserialize_with = "yaml::words")]
    foreign: Vec<String>,
    pairs: Vec<(String, String)>,
    #[serde(deserialize_with = "yaml::words")]
    introductions: Vec<String>,
    #[serde(deserialize_with = "yaml::words")]
    nouns: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    views: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    echoes: Vec<String>,
    #[serde(deserialize_with = "yaml::words")]
    leads: Vec<String>,
    #[serde(deserialize_with = "yaml::words")]
    moods: Vec<String>,
    #[serde(deserialize_with = "yaml::words")]
    attitudes: Vec<String>,
    #[serde(deserialize_with = "yaml::words")]
    attitudes_irregular: Vec<String>,
    #[serde(deserialize_with = "yaml::words")]
    bodies: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    offices: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    humans: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    texts: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    answers: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    kinds: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    wordings: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    works: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    rumours: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    moves: HashSet<String>,
    #[serde(deserialize_with = "yaml::words")]
    gestures: Vec<String>,
    #[serde(deserialize_with = "yaml::words")]
    gestures_irregular: Vec<String>,
}

/// A form of a verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// It ties the sentence behind its own as well.
    pub(super) leading: bool,
    pub(super) inflection: Inflection,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inflection {
    /// `claim`: a noun as well, unless a plural or an auxiliary stands before it.
    Plain,
    /// `claims`, `claimed`
    Finite,
    /// `claiming`
    Participle,
}

pub(super) struct Cues {
    pub(super) forms: HashMap<String, Form>,
    /// The second words of verbs of two, by the first.
    pub(super) pairs: HashMap<String, Vec<String>>,
    /// What follows the first word of phrases, by that word: ` to` for `according`.
    pub(super) introductions: HashMap<String, Vec<String>>,
    pub(super) nouns: HashSet<String>,
    pub(super) views: HashSet<String>,
    pub(super) echoes: Vec<String>,
    pub(super) leads: Vec<String>,
    pub(super) moods: Vec<String>,
    pub(super) bodies: HashSet<String>,
    pub(super) offices: HashSet<String>,
    pub(super) humans: HashSet<String>,
    pub(super) texts: HashSet<String>,
    pub(super) answers: HashSet<String>,
    pub(super) kinds: HashSet<String>,
    pub(super) wordings: HashSet<String>,
    pub(super) works: HashSet<String>,
    pub(super) rumours: HashSet<String>,
    pub(super) moves: HashSet<String>,
    /// In all their forms.
    pub(super) attitudes: HashSet<String>,
    /// In all their forms.
    pub(super) gestures: HashSet<String>,
    /// In all their forms.
    pub(super) beats: HashSet<String>,
    /// In all their forms.
    pub(super) deeds: HashSet<String>,
}

// A broken list is found by the test below, not by a user.
pub(super) static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let lists: Lists = yaml::parse(SOURCE)
        .and_then(|node| node.read())
        .unwrap_or_default();
    let mut forms = HashMap::new();
    for (lemmas, irregular, leading) in [
        (&lists.verbs, &lists.irregular, false),
        (&lists.leading, &lists.irregular_leading, true),
    ] {
        let regular = lemmas.iter().flat_map(|lemma| inflected(lemma));
        let others = irregular.iter().flat_map(|(lemma, forms)| {
            std::iter::once(lemma).chain(forms).map(move |form| {
                let inflection = match form {
                    // `put` and `read` are the past as well.
                    _ if form == lemma && !forms.contains(lemma) => Inflection::Plain,
                    form if form.ends_with("ing") && form != "sing" => Inflection::Participle,
                    _ => Inflection::Finite,
                };
                (form.clone(), inflection)
            })
        });
        forms.extend(regular.chain(others).map(|(form, inflection)| {
            (
                form,
                Form {
                    leading,
                    inflection,
                },
            )
        }));
    }
    let foreign = Form {
        leading: true,
        inflection: Inflection::Finite,
    };
    forms.extend(lists.foreign.into_iter().map(|form| (form, foreign)));
    let mut pairs: HashMap<String, Vec<String>> = HashMap::new();
    for (first, second) in lists.pairs {
        pairs.entry(first).or_default().push(second);
    }
    let mut introductions: HashMap<String, Vec<String>> = HashMap::new();
    for phrase in lists.introductions {
        let (first, rest) = phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()));
        introductions
            .entry(first.to_owned())
            .or_default()
            .push(rest.to_owned());
    }
    Cues {
        forms,
        pairs,
        introductions,
        nouns: lists.nouns,
        views: lists.views,
        echoes: lists.echoes,
        leads: lists.leads,
        moods: lists.moods,
        bodies: lists.bodies,
        offices: lists.offices,
        humans: lists.humans,
        texts: lists.texts,
        answers: lists.answers,
        kinds: lists.kinds,
        wordings: lists.wordings,
        works: lists.works,
        rumours: lists.rumours,
        moves: lists.moves,
        beats: finite_forms(&lists.beats),
        deeds: finite_forms(&lists.deeds)
            .into_iter()
            .chain(lists.deeds)
            .collect(),
        attitudes: finite_forms(&lists.attitudes)
            .into_iter()
            .chain(lists.attitudes)
            .chain(lists.attitudes_irregular)
            .collect(),
        gestures: finite_forms(&lists.gestures)
            .into_iter()
            .chain(lists.gestures_irregular)
            .collect(),
    }
});

/// The forms of regular verbs that tell.
fn finite_forms(lemmas: &[String]) -> HashSet<String> {
    lemmas
        .iter()
        .flat_map(|lemma| inflected(lemma))
        .filter(|(_, inflection)| *inflection == Inflection::Finite)
        .map(|(form, _)| form)
        .collect()
}

/// The forms of a regular verb.
fn inflected(lemma: &str) -> [(String, Inflection); 4] {
    let ends = |ends: &[&str]| ends.iter().any(|end| lemma.ends_with(end));
    let is_vowel = |byte: &u8| b"aeiou".contains(byte);
    let bytes = lemma.as_bytes();
    let last = bytes.len() - 1;
    let y = lemma.ends_with('y') && !is_vowel(&bytes[last - 1]);
    // `beg`, `quip`, `nod` double their last letter.
    let body = lemma.strip_prefix("qu").unwrap_or(lemma).as_bytes();
    let doubles = body.len() >= 2
        && b"bdgklmnprt".contains(&bytes[last])
        && is_vowel(&body[body.len() - 2])
        && body.iter().filter(|byte| is_vowel(byte)).count() == 1;
    let third = match lemma {
        _ if ends(&["s", "x", "z", "ch", "sh", "o"]) => format!("{lemma}es"),
        _ if y => format!("{}ies", &lemma[..last]),
        _ => format!("{lemma}s"),
    };
    let (past, ing) = match lemma {
        _ if lemma.ends_with('e') => (format!("{lemma}d"), format!("{}ing", &lemma[..last])),
        _ if y => (format!("{}ied", &lemma[..last]), format!("{lemma}ing")),
        _ if doubles => {
            let double = &lemma[last..];
            (format!("{lemma}{double}ed"), format!("{lemma}{double}ing"))
        }
        _ => (format!("{lemma}ed"), format!("{lemma}ing")),
    };
    [
        (lemma.to_owned(), Inflection::Plain),
        (third, Inflection::Finite),
        (past, Inflection::Finite),
        (ing, Inflection::Participle),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read() {
        let lists = yaml::parse(SOURCE).unwrap().read::<Lists>().unwrap();
        assert!(lists.leading.len() + lists.verbs.len() >= 200);
        assert!(CUES.nouns.len() >= 50 && CUES.introductions.values().flatten().count() >= 10);
    }

    #[test]
    fn regular_verbs_are_inflected() {
        for (lemma, forms) in [
            ("admonish", "admonishes admonished admonishing"),
            ("beg", "begs begged begging"),
            ("cry", "cries cried crying"),
            ("joke", "jokes joked joking"),
            ("quip", "quips quipped quipping"),
            ("reason", "reasons reasoned reasoning"),
        ] {
            let found = inflected(lemma).map(|(form, _)| form);
            assert_eq!(found[1..].join(" "), forms);
        }
    }
}
