//! Who is one person: told from bodies, crowds and places by the words for them.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use super::seen::{Seen, surname, title, without_titles};
use super::subject::is_past;
use crate::document::Document;
use crate::mentions::names::{Sex, is_common_word, is_established_name, is_proper_word, sex};
use crate::mentions::quotes::attribution::Grade;
use crate::mentions::quotes::cues::{self, words};
use crate::mentions::words::is_determiner;

/// The people of a document, as far as its names show them.
pub(super) struct People<'d> {
    document: &'d Document<'d>,
    /// Gathered when first asked for.
    seen: OnceCell<Seen<'d>>,
    /// Whether a last name has been what `he` means, and what `she` means.
    meant: RefCell<HashMap<&'d str, (bool, bool)>>,
    /// The spellings that have been asked for.
    spelt: RefCell<HashMap<&'d str, Traits>>,
}

/// What the spelling of a name shows, wherever it stands.
#[derive(Clone)]
struct Traits {
    /// By its title, or by the given name, its own or that of the whole name.
    sex: Option<Sex>,
    /// It may be somebody's; and so it may behind an article.
    person: bool,
    behind_article: bool,
    /// A word of it is an office, and so is the last, which is no surname.
    office: bool,
    only_office: bool,
    /// Its last word is a common one; or one for a place or a people, which somebody may be called who acts.
    common: bool,
    proper: bool,
    may_act: bool,
    /// The whole name of which it is the last.
    whole: Option<Range<usize>>,
}

/// Offices that are surnames as well.
const SURNAMES: [&str; 12] = [
    "Bishop", "Coach", "Duke", "Judge", "King", "Major", "Marshal", "Mayor", "Pope", "Prince",
    "Priest", "Sheriff",
];

/// Words before a place's name proper.
const PLACES: [&str; 9] = [
    "East", "Fort", "Lake", "Mount", "New", "North", "South", "United", "West",
];

impl<'d> People<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Self {
        People {
            document,
            seen: OnceCell::new(),
            meant: RefCell::default(),
            spelt: RefCell::default(),
        }
    }

    /// Remembers that `he` or `she` has been found to mean somebody.
    pub(super) fn remember(&self, name: &Range<usize>, of: Sex) {
        let mut meant = self.meant.borrow_mut();
        let (man, woman) = meant.entry(self.surname(name)).or_default();
        *man |= of == Sex::Man;
        *woman |= of == Sex::Woman;
    }

    fn was_meant(&self, name: &Range<usize>) -> Option<Sex> {
        match self.meant.borrow().get(self.surname(name))? {
            (true, false) => Some(Sex::Man),
            (false, true) => Some(Sex::Woman),
            _ => None,
        }
    }

    /// Whether a name stands before a turn in a talk, whose words it says: `he` in them is somebody else.
    pub(super) fn is_before_turn(&self, name: &Range<usize>) -> bool {
        const FEWEST: usize = 3;
        let turns = &self.seen().turns;
        turns.len() >= FEWEST && turns.contains(&name.start)
    }

    /// Whether anything in the text shows that a name is somebody's.
    pub(super) fn is_somebody(&self, name: &Range<usize>) -> bool {
        self.seen().somebody.contains(self.surname(name)) || self.sex(name).is_some()
    }

    pub(super) fn document(&self) -> &'d Document<'d> {
        self.document
    }

    pub(super) fn text(&self) -> &'d str {
        self.document.text()
    }

    /// Whether a subject is one person or one text, which has words of its own.
    pub(super) fn is_one(&self, subject: &Range<usize>, grade: Grade) -> bool {
        let text = &self.text()[subject.clone()];
        match grade {
            Grade::Named => self.is_person(subject),
            Grade::Described => is_one(text),
            Grade::Pronoun => matches!(text, "He" | "he" | "She" | "she" | "I"),
            Grade::Citation | Grade::None => false,
        }
    }

    /// Whether a name may be somebody's; the name of a body, a country or a newspaper is not.
    pub(super) fn is_person(&self, name: &Range<usize>) -> bool {
        let before = &self.text()[..name.start];
        let traits = self.traits(name);
        match before.ends_with("the ") || before.ends_with("The ") {
            true => traits.behind_article,
            false => traits.person,
        }
    }

    /// Whether a name is somebody's own, and not an office: `Foreign Minister`.
    pub(super) fn is_own_name(&self, name: &Range<usize>) -> bool {
        !self.traits(name).only_office && self.is_person(name) && !self.is_thing(name)
    }

    /// Whether a name is a man's or a woman's: by its title, or by the given name, its own or that of the whole name,
    /// or by the pronouns that have meant it.
    pub(super) fn sex(&self, name: &Range<usize>) -> Option<Sex> {
        self.traits(name).sex.or_else(|| self.was_meant(name))
    }

    /// Whether a name is of a place, a people or a thing, by its last word: `Saudi Arabia`, `Various Other Diagnoses`.
    pub(super) fn is_thing(&self, name: &Range<usize>) -> bool {
        let (text, traits) = (self.text(), self.traits(name));
        // `Lincoln did not see it`, where nothing is `in Lincoln`, and of `President Lincoln`
        let place = traits.proper && !(traits.may_act && acts(&text[name.end..]));
        // `Rybnicek's Marble`, but `the Gazette's Ann Bell`
        let before = &text[..name.start];
        let single = !text[name.clone()].contains([' ', '-']);
        let owned = single && (before.ends_with("'s ") || before.ends_with("’s "));
        (place || traits.common || owned && !traits.office) && self.sex(name).is_none()
    }

    fn traits(&self, name: &Range<usize>) -> Traits {
        let spelt = &self.text()[name.clone()];
        if let Some(known) = self.spelt.borrow().get(spelt) {
            return known.clone();
        }
        let traits = self.spelling(name);
        self.spelt.borrow_mut().insert(spelt, traits.clone());
        traits
    }

    fn spelling(&self, name: &Range<usize>) -> Traits {
        let seen = self.seen();
        let spelt = &self.text()[name.clone()];
        let whole = self.whole_of(name);
        let sex = self.sex_by_name(name, whole.as_ref());
        let parts = || spelt.split([' ', '-', '.']).filter(|part| !part.is_empty());
        let office = parts().any(cues::is_office);
        let several = parts().nth(1).is_some();
        // `Foreign Affairs Minister Rosa Quist`, `Logan Airport Tom Kinton`: the last two words are hers.
        let mut own = parts().rev().take(2);
        let established = |part: &str| is_established_name(&part.to_lowercase());
        // `James Hall`
        let borne = |part: &str| established(part) && sex.is_some();
        let letters = |part: &str| is_acronym(part) && !cues::is_office(part);
        let body = own.any(|part| cues::is_body(part) && !borne(part) || letters(part));
        let derived = |end: &str| seen.inside.contains(format!("{spelt}{end}").as_str());
        let placed = seen.places.contains(spelt);
        // `Ministers said`: a plural that opens a sentence.
        let plural = spelt.ends_with('s') && !spelt.contains(' ') && !seen.inside.contains(spelt);
        let named = || {
            let place = parts().next().is_some_and(|first| PLACES.contains(&first));
            let stated = || placed || derived("i") || derived("n") || plural;
            !place && (seen.last.contains(spelt) || !stated())
        };
        let person = match body {
            true => office && several,
            false => office || named(),
        };
        // `Alasdair Urquhart-Finn` is no Finn.
        let last = match spelt.rsplit_once(' ') {
            Some((_, last)) => last,
            None => spelt.rsplit('-').next().unwrap_or_default(),
        };
        let single = last == spelt;
        let many = established(last);
        // `Americans`
        let proper = is_proper_word(last) || last.strip_suffix('s').is_some_and(is_proper_word);
        let called = many && single;
        // `Miss Bishop`, `Angela King`
        let tail = spelt.rsplit([' ', '-']).next().unwrap_or_default();
        let surname = spelt.contains(' ') && SURNAMES.contains(&tail);
        Traits {
            sex,
            person: person && !is_indefinite(spelt),
            behind_article: office && (several || !body),
            office,
            only_office: cues::is_office(tail) && !surname,
            common: !many && !(single && seen.last.contains(spelt)) && is_common_word(last),
            proper: proper && !(called && seen.officers.contains(spelt)),
            may_act: called && !placed,
            whole,
        }
    }

    fn sex_by_name(&self, name: &Range<usize>, whole: Option<&Range<usize>>) -> Option<Sex> {
        let text = self.text();
        let spelt = &text[name.clone()];
        let titled = words(spelt).next().and_then(|first| title(&spelt[first]));
        if titled.is_some() {
            return titled;
        }
        let own = whole.cloned();
        let own = &text[own.unwrap_or_else(|| without_titles(text, name))];
        if let Some((given, _)) = own.split_once([' ', '-']) {
            return sex(given);
        }
        match self.seen().titled.get(own) {
            Some((true, false)) => Some(Sex::Man),
            Some((false, true)) => Some(Sex::Woman),
            Some((true, true)) => None,
            _ => sex(own).filter(|_| !is_proper_word(own) && !is_common_word(own)),
        }
    }

    /// Whether a name is of two words, or the last word of one that is.
    pub(super) fn is_known(&self, name: &Range<usize>) -> bool {
        let spelt = &self.text()[name.clone()];
        let before = self.text()[..name.start]
            .trim_end()
            .rsplit(char::is_whitespace)
            .next();
        let free = !before.is_some_and(|word| {
            is_determiner(word) || matches!(word, "of" | "for" | "on" | "with" | "against")
        });
        free && (spelt.contains(' ') || self.seen().last.contains(spelt))
    }

    /// Whether a name is surely somebody's: known by a whole name or a title, or whose sex is known.
    pub(super) fn is_known_person(&self, name: &Range<usize>) -> bool {
        self.is_own_name(name) && (self.is_known(name) || self.sex(name).is_some())
    }

    /// Whether the text shows that a name is somebody's; a whole name that acts, opens a sentence or stands between commas
    /// is.
    pub(super) fn is_shown(&self, name: &Range<usize>) -> bool {
        let text = self.text();
        let (before, behind) = (&text[..name.start], &text[name.end..]);
        let apposed = before.ends_with(", ") && behind.starts_with(", ");
        let opens = || self.opens_sentence(name);
        // `Shakespeare does not tell us so.`, `Krivitsky came late.`; not `Improv was new to her.`
        let single = || {
            let be = [" does ", " had ", " has ", " is ", " was "];
            let inside = self.is_inside(&text[name.clone()]);
            acts(behind) && opens() && (inside || !be.iter().any(|be| behind.starts_with(be)))
        };
        self.is_somebody(name)
            || self.is_known(name) && (apposed || acts(behind) || opens())
            || single()
    }

    /// Whether no more than a word stands before a name in its sentence: `But Orlik`.
    pub(super) fn opens_sentence(&self, name: &Range<usize>) -> bool {
        let sentence = self.document.sentence_at(name.start).start;
        let before = self.text().get(sentence..name.start);
        before.is_none_or(|before| words(before).nth(1).is_none())
    }

    /// The last word of a name.
    pub(super) fn surname(&self, name: &Range<usize>) -> &'d str {
        surname(&self.text()[name.clone()])
    }

    /// Whether a word has its capital in the middle of a sentence too.
    fn is_inside(&self, word: &str) -> bool {
        self.seen().inside.contains(word)
    }

    /// The whole name of somebody who is called by the last one (`Simon Crean` for `Mr Crean`), or by it and an office
    /// (`Colin Rudd` for `State Colin Rudd`, who is Secretary of State).
    pub(super) fn whole(&self, name: &Range<usize>) -> Option<Range<usize>> {
        self.traits(name).whole
    }

    fn whole_of(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let text = self.text();
        let own = without_titles(text, name);
        let last = &text[own.clone()];
        if last.contains(' ') {
            return (own != *name).then_some(own);
        }
        let seen = self.seen();
        // `Mr. Hilbery` is not `Katharine Hilbery`, whose mother is `Mrs. Hilbery`.
        let (men, women) = seen.titled.get(last).copied().unwrap_or_default();
        let whole = seen.whole.get(last).cloned().flatten();
        whole.filter(|_| !(men && women))
    }

    fn seen(&self) -> &Seen<'d> {
        self.seen.get_or_init(|| Seen::of(self.document))
    }
}

/// Whether a description is of one person or text: `the harbour master`, not `two witnesses`, `the ministry`.
fn is_one(description: &str) -> bool {
    const MANY: [&str; 14] = [
        "all", "both", "few", "five", "four", "many", "most", "no", "nobody", "none", "several",
        "some", "these", "those",
    ];
    const TIES: [&str; 13] = [
        "at",
        "by",
        "consulted",
        "close",
        "familiar",
        "for",
        "from",
        "in",
        "of",
        "on",
        "to",
        "who",
        "with",
    ];
    let all: Vec<_> = words(description).map(|word| &description[word]).collect();
    let many = |word: &&str| {
        let word = word.to_lowercase();
        MANY.contains(&word.as_str()) || matches!(word.as_str(), "two" | "three" | "others")
    };
    let head = all.iter().take_while(|word| !TIES.contains(word)).last();
    let Some(head) = head.filter(|_| !all.first().is_some_and(many)) else {
        return false;
    };
    let plural = head.ends_with('s') && !head.ends_with("ss") && head.len() > 3
        || head.ends_with("men")
        || matches!(*head, "children" | "people" | "police" | "staff");
    !plural && !cues::is_body(head)
}

/// Whether a verb stands right behind a word.
pub(super) fn acts(behind: &str) -> bool {
    const VERBS: [&str; 18] = [
        "came", "did", "does", "had", "has", "hit", "is", "left", "made", "met", "put", "sat",
        "stood", "took", "was", "went", "won", "wrote",
    ];
    let Some(rest) = behind.strip_prefix(' ') else {
        return false;
    };
    let verb = rest
        .split(|c: char| !c.is_lowercase())
        .next()
        .unwrap_or_default();
    is_past(verb)
        || VERBS.contains(&verb)
        || cues::is_move(verb)
        || verb.ends_with('s') && cues::finite(verb).is_some()
}

/// `Nobody`, with its capital at the head of a sentence.
fn is_indefinite(word: &str) -> bool {
    const ANYBODY: [&str; 14] = [
        "All",
        "Anybody",
        "Anyone",
        "Both",
        "Everybody",
        "Everyone",
        "Few",
        "Many",
        "Neither",
        "Nobody",
        "None",
        "Several",
        "Somebody",
        "Someone",
    ];
    ANYBODY.contains(&word)
}

fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}
