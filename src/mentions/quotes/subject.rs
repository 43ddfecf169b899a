//! The subject beside a verb of saying: a name, a pronoun or a description, read without a parser.
//! The grammar of one subject with its tests: longer than most files.

use std::ops::Range;

use super::attribution::{Grade, Subject};
use super::cues::{is_adverb, is_body, is_human, shift, verbs, words};
use crate::mentions::names::{is_common_word, is_established_name, names_and_acronyms};
use crate::mentions::words::{is_determiner, is_pronoun};

/// A stretch of narration with its names.
pub(super) struct Narration<'t> {
    text: &'t str,
    names: Vec<Range<usize>>,
}

/// Parentheses between a subject and its verb.
const PARENTHESES: usize = 3;

/// Descriptions are not longer, in words.
const LONGEST: usize = 14;

/// And those without an article.
const SHORT: usize = 4;

/// Words between a subject and its verb.
const AUXILIARIES: &str = " again also always be been can could d did do does even ever famously first further goes \
    had has have heard herself himself is just later ll may might must never now often once only quoted recently \
    shall should simply so soon still subsequently then thus themselves was were went will would as far to on supposed reported believed known reputed alleged said thought used ve ";

/// Verbs that are no verbs of saying, before `to say`.
const LEADING_ON: &str = " able anxious bound careful compelled eager fond forced free glad happy inclined keen obliged \
    prepared proud quick ready reluctant right unable unwilling willing wrong begins began chose comes came continues dares gets got goes has likes needs proceeds seems wants went ";

/// Verbs that make somebody speak.
const CAUSING: &str = " allowed allows caused causes drove forced inspired inspires leads led moved moves prompted prompts provoked ";

/// Words that end a description behind a verb: `said the minister | when he left`.
const ENDS: &str = " about after again and as at because before but during during earlier following how if in into \
    last later on recently since that this through to today tomorrow under until what when where whether which \
    while who whose why with without yesterday adding over not than by now is are was were has had have did does \
    can could will would ";

/// Nouns that speak without an article.
const BARE: &str = " activists aides analysts authorities campaigners colleagues commentators contemporaries critics \
    defenders detectives diplomats doctors economists experts firefighters friends historians inspectors \
    investigators journalists judges lawmakers lawyers neighbours neighbors officers officials opponents organisers \
    organizers parents police prosecutors protesters relatives reporters rescuers researchers residents scholars \
    scientists sources staff students supporters survivors teachers tradition unions villagers visitors volunteers \
    witnesses workers ";

/// Words that stand for people without a noun: `one said`, `others disagree`.
const INDEFINITE: &str = " all another anyone both each everybody everyone few many most neither nobody none one others \
    several some somebody someone ";

/// Articles of other languages, behind a verb: `rief der Fährmann`.
const ARTICLES: &str = " das der die ein eine el il la le les los un una une ";

/// Words that tie a name or a noun to what stands before: `a spokesman | for Lufthansa`.
const TIES: &str = " against at by for from in near of on to with ";

fn holds(list: &str, word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && list.contains(&format!(" {} ", word.to_lowercase()))
}

impl<'t> Narration<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Narration {
            text,
            names: names_and_acronyms(text, &(0..text.len()))
                .into_iter()
                .filter_map(|name| behind_opening(text, name))
                .map(|name| with_article(text, name))
                .collect(),
        }
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    fn word(&self, range: &Range<usize>) -> &'t str {
        &self.text[range.clone()]
    }

    fn name_from(&self, start: usize) -> Option<Range<usize>> {
        self.names.iter().find(|name| name.start == start).cloned()
    }

    /// The first name of the narration that nothing belongs to (`Trotsky's`).
    pub(super) fn first_name(&self) -> Option<Range<usize>> {
        self.names.iter().find(|name| !self.owns(name)).cloned()
    }

    /// The first name of the narration, though something belongs to it: `the verdict was Trotsky's`.
    pub(super) fn first_owner(&self) -> Option<Range<usize>> {
        self.names.first().cloned()
    }

    /// The last name of the narration that something belongs to: `Trotsky's`.
    pub(super) fn last_owner(&self) -> Option<Range<usize>> {
        self.names.iter().rfind(|name| self.owns(name)).cloned()
    }

    /// Whether a name begins there.
    pub(super) fn is_named_at(&self, start: usize) -> bool {
        self.name_from(start).is_some()
    }

    fn owns(&self, name: &Range<usize>) -> bool {
        let behind = &self.text[name.end..];
        behind.starts_with("'s")
            || behind.starts_with("’s")
            || behind.starts_with("' ")
            || behind.starts_with("’ ")
    }

    /// The name that a description opens with: `Gazette` of `Gazette's verdict`.
    pub(super) fn owner_of(&self, (range, _): &Subject) -> Option<Subject> {
        let owner = self.name_from(range.start).filter(|name| self.owns(name))?;
        Some((owner, Grade::Named))
    }

    fn words_from(&self, at: usize) -> impl Iterator<Item = Range<usize>> {
        words(&self.text[at..]).map(move |word| shift(word, at))
    }

    fn words_before(&self, at: usize) -> impl Iterator<Item = Range<usize>> {
        words(&self.text[..at]).rev()
    }

    /// The subject that follows a verb: `said Maria Lopez, who …`, `wrote his mother, Natalya`.
    pub(super) fn after(&self, at: usize) -> Option<Subject> {
        let first = self.words_from(at).next()?;
        if !self.text[at..first.start]
            .chars()
            .all(|c| matches!(c, ' ' | ','))
        {
            return None;
        }
        let spelt = self.word(&first);
        // `according to him`
        let he = is_pronoun(spelt) || matches!(spelt, "him" | "them");
        if he || spelt.eq_ignore_ascii_case("it") {
            return Some((first, Grade::Pronoun));
        }
        // `Asked | if he rang Radio Harwich`
        if matches!(
            spelt,
            "about" | "how" | "if" | "what" | "when" | "whether" | "why"
        ) {
            return None;
        }
        if let Some(name) = self.name_from(first.start) {
            return Some(if self.owns(&name) {
                self.described_after(first)
            } else {
                (self.behind_office(&name).unwrap_or(name), Grade::Named)
            });
        }
        // `wrote user jayk1984`
        let account = self
            .words_from(first.end)
            .next()
            .filter(|next| next.start == first.end + 1 && is_account(self.word(next)));
        if let Some(account) = account.filter(|_| spelt.starts_with(char::is_lowercase)) {
            return Some((account, Grade::Named));
        }
        let speaks =
            is_determiner(spelt) || holds(BARE, spelt) || holds(ARTICLES, spelt) || number(spelt);
        let found = self.described_after(first);
        // `said defence minister Lena Roth`: without an article only a name makes it a subject.
        (speaks || found.1 == Grade::Named).then_some(found)
    }

    /// `Jane Roe` of `Team captain Jane Roe`, `Westpac chief economist Jane Roe`.
    fn behind_office(&self, name: &Range<usize>) -> Option<Range<usize>> {
        const LONGEST: usize = 3;
        let mut words = self.words_from(name.end).take(LONGEST);
        // `accused` is a verb before a name.
        let office = words.find(|word| {
            let word = self.word(word);
            is_human(word) && verbs(word).next().is_none()
        })?;
        let between = &self.text[name.end..office.end];
        let plain =
            !between.contains(|c: char| c.is_uppercase() || !(c.is_alphabetic() || c == ' '));
        self.name_from(office.end + 1).filter(|_| plain)
    }

    /// A description and the name that it ends with or that is set beside it.
    fn described_after(&self, first: Range<usize>) -> Subject {
        let start = first.start;
        let mut end = first.end;
        for (number, word) in self.words_from(start).enumerate() {
            if number > 0 {
                let gap = &self.text[end..word.start];
                let apposed = (gap == ", ").then(|| self.name_from(word.start)).flatten();
                if let Some(name) = apposed.filter(|name| !self.owns(name)) {
                    return (name, Grade::Named);
                }
                if gap.chars().any(|c| !matches!(c, ' ' | '-')) || number >= LONGEST {
                    break;
                }
                let acts = number > 1 && verbs(self.word(&word)).next().is_some();
                if acts || holds(ENDS, self.word(&word)) {
                    break;
                }
                let of = self.words_before(word.start).next();
                let free =
                    of.is_none_or(|of| !matches!(self.word(&of), "of" | "for" | "from" | "the"));
                // `said a GPU | agent`, `said a Greek | government official`
                let held = |name: &Range<usize>| {
                    let mut end = name.end;
                    self.words_from(name.end)
                        .take(SHORT - 1)
                        .take_while(|next| {
                            let free = next.start == end + 1 && !self.is_named_at(next.start);
                            end = next.end;
                            free && verbs(self.word(next)).next().is_none()
                        })
                        .any(|next| is_human(self.word(&next)))
                };
                if let Some(name) = self
                    .name_from(word.start)
                    .filter(|name| free && !self.owns(name) && !held(name))
                {
                    return (name, Grade::Named);
                }
            }
            end = word.end;
        }
        (start..end, Grade::Described)
    }

    /// The subject that stands before a verb: `Amy Trask, a councillor, said`, `the water board has said`.
    pub(super) fn before(&self, at: usize) -> Option<Subject> {
        let mut end = at;
        let mut to = false;
        for word in self.words_before(at).take(8) {
            let spelt = self.word(&word);
            let gap = &self.text[word.end..end];
            if gap.contains(',') && end == at {
                break;
            }
            let adverb = is_adverb(spelt);
            // `who proceeded | to tell`
            let leads = to && (spelt.ends_with("ed") || holds(LEADING_ON, spelt));
            if !(holds(AUXILIARIES, spelt) || adverb || leads) {
                break;
            }
            to = spelt == "to";
            // `she | 'd | say`
            end = self.text[..word.start].trim_end_matches(['\'', '’']).len();
        }
        // `wrote the victims | to see`: who shall see does not speak; but `has caused the dean | to say`.
        let caused = || {
            let mut before = self.words_before(end).take(SHORT + 2);
            before.any(|word| holds(CAUSING, self.word(&word)))
        };
        if to && !caused() && verbs(&self.text[..end]).next().is_some() {
            return None;
        }
        let last = self.words_before(end).next()?;
        let gap = &self.text[last.end..end];
        // `Queen Elsa, who | said`, `a man who | said`
        if self.word(&last) == "who" && gap == " " {
            let head = self.words_before(last.start).next()?;
            // `data from the comptroller, who | said`
            let near = || {
                let article = self
                    .words_before(head.start)
                    .find(|word| !self.word(word).contains('-'))?;
                let whole = is_determiner(self.word(&article)) && is_human(self.word(&head));
                whole.then_some((article.start..head.end, Grade::Described))
            };
            // `took the plan to Wilson, who | said`
            let told = || {
                let name = self.names.iter().find(|name| name.end == head.end)?;
                let tie = self.words_before(name.start).next()?;
                (self.word(&tie) == "to").then(|| (name.clone(), Grade::Named))
            };
            return told().or_else(|| self.ending_with(&head)).or_else(near);
        }
        if gap.contains([',', '—', '–', ')']) {
            return self.before_parenthesis(last.end);
        }
        (gap.trim().is_empty() || gap == " - ")
            .then(|| self.ending_with(&last))
            .flatten()
    }

    /// `The union's secretary, Paul Okoro, | said`, `Amy Trask, a councillor, who left on Monday, | said`.
    fn before_parenthesis(&self, end: usize) -> Option<Subject> {
        let mut found: Option<Subject> = None;
        let mut end = end;
        for _ in 0..PARENTHESES {
            let behind = self.text[end..].trim_start_matches(['.', ' ']);
            let open = if behind.starts_with(')') {
                self.text[..end].rfind('(')?
            } else {
                match self.text[..end].rfind([',', '—', '–']) {
                    Some(open) => open,
                    None => break,
                }
            };
            let inside = self.words_from(open).next()?;
            let Some(head) = self.words_before(open).next() else {
                break;
            };
            // `In May, a councillor, who left, said`: nothing acts before the comma.
            if !self.text[head.end..open]
                .trim_matches(['.', ' ', ')'])
                .is_empty()
            {
                break;
            }
            let apposed = self
                .name_from(inside.start)
                .filter(|name| name.end >= end && !self.owns(name));
            let subject = self.ending_with(&head);
            // `His fellow Virginian, George Washington,`
            let held = |name: &Range<usize>| {
                let mut before = self.words_before(name.start).take(3);
                !self.word(name).contains(' ')
                    && before
                        .any(|word| is_determiner(self.word(&word)) && self.word(&word) != "the")
            };
            match (&subject, apposed) {
                (Some((range, Grade::Named)), Some(name)) if held(range) => {
                    return Some((name, Grade::Named));
                }
                (Some((_, Grade::Named)), _) => return subject,
                (Some(_), Some(name)) => return Some((name, Grade::Named)),
                (Some(_), None) => found = found.or(subject),
                (None, _) => {}
            }
            end = head.end;
        }
        found
    }

    /// The subject whose last word is given.
    fn ending_with(&self, last: &Range<usize>) -> Option<Subject> {
        let spelt = self.word(last);
        if is_pronoun(spelt) || spelt.eq_ignore_ascii_case("it") {
            return Some((last.clone(), Grade::Pronoun));
        }
        // `This asserted that`: the text told of before.
        if matches!(spelt, "This" | "These") && self.text[..last.start].trim().is_empty() {
            return Some((last.clone(), Grade::Described));
        }
        // `Let me | say`
        let of = self.words_before(last.start).next();
        if spelt == "me" && of.is_some_and(|of| matches!(self.word(&of), "Let" | "let")) {
            return Some((last.clone(), Grade::Pronoun));
        }
        // `the need for | added capital`: no subject ends there.
        if holds(TIES, spelt) || matches!(spelt, "of" | "and" | "or" | "as") {
            return None;
        }
        // The name of an account: `@tidewatch_88`.
        let account = self.text[..last.end].rfind('@').filter(|&at| {
            self.text[at..last.end]
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '@' | '_' | '.'))
        });
        if let Some(at) = account {
            return Some((at..last.end, Grade::Named));
        }
        if let Some(name) = self.names.iter().find(|name| name.end == last.end) {
            return self.ending_with_name(name, last.end);
        }
        if is_account(spelt) {
            return Some((last.clone(), Grade::Named));
        }
        // The name of a site: `Ferries.net`.
        if self.text[..last.start].ends_with('.') {
            let site = self.text[..last.end]
                .rfind(' ')
                .map_or(0, |blank| blank + 1);
            let whole = self.text[site..last.end]
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
            return whole.then_some((site..last.end, Grade::Named));
        }
        self.described_to(last, last.end)
    }

    /// The subject that ends with a name: the name, the one it belongs to (`Jean Dubois of the Red Cross`),
    /// or a description (`a spokesman for Lufthansa`).
    fn ending_with_name(&self, name: &Range<usize>, end: usize) -> Option<Subject> {
        let mut name = name.clone();
        let mut whole = name.start..end;
        loop {
            let mut before = self.words_before(name.start);
            let mut tie = before.next();
            let mut from = name.start;
            let the = tie.clone().filter(|word| self.word(word) == "the");
            if let Some(the) = &the {
                from = the.start;
                tie = before.next();
            }
            let tie = tie.filter(|word| {
                self.text[word.end..from] == *" "
                    && (holds(TIES, self.word(word))
                        || self.word(word) == "as" && !self.opens_clause(word))
            });
            let Some(tie) = tie else {
                // `the University of Leeds` is one name, `Jean Dubois of Leeds` another's.
                let found = if the.is_some() { whole } else { name };
                return Some((found, Grade::Named));
            };
            // `Director of Communications Jane Roe | said`
            if self.word(&tie) == "of" && self.word(&name).split(' ').count() > 2 {
                return Some((name, Grade::Named));
            }
            // `In London, | said`: a place, not who speaks.
            if self.opens_clause(&tie) {
                return None;
            }
            let held = self
                .names
                .iter()
                .find(|held| held.end + 1 == tie.start && self.text[held.end..].starts_with(' '));
            // `a white line of rage as Parker | snarled`, but `a man known as Parker`
            let known = || {
                let before = self.words_before(tie.start).next();
                before.is_some_and(|word| {
                    let word = self.word(&word);
                    word.ends_with("ed") || word == "known"
                })
            };
            if self.word(&tie) == "as" && !known() {
                return Some((name, Grade::Named));
            }
            let Some(held) = held else {
                let described = self.described_to(&tie, end);
                return Some(described.unwrap_or((name, Grade::Named)));
            };
            name = held.clone();
            whole.start = name.start;
        }
    }

    /// Whether nothing of the clause stands before a word: `as | the chairman put it`.
    fn opens_clause(&self, word: &Range<usize>) -> bool {
        let before = self.text[..word.start].trim_end();
        let last = words(before).next_back().map(|last| &before[last]);
        before.is_empty()
            || before.ends_with([',', ';', ':', '.', '(', '—', '–', '-'])
            || matches!(last, Some("or" | "and" | "just"))
    }

    /// A description from its article to `end`, walking left from `last`, of somebody or something that may speak.
    fn described_to(&self, last: &Range<usize>, end: usize) -> Option<Subject> {
        let (range, grade) = self.described_before(last, end)?;
        let described = self.word(&range);
        // `a nation that | says`
        let whole = [" that", " which"]
            .iter()
            .find_map(|relative| described.strip_suffix(relative));
        if let Some(whole) = whole {
            let speaks =
                words(whole).any(|word| is_human(&whole[word.clone()]) || is_body(&whole[word]));
            return speaks.then(|| (range.start..range.start + whole.len(), grade));
        }
        (!is_clause(described)).then_some((range, grade))
    }

    fn described_before(&self, last: &Range<usize>, end: usize) -> Option<Subject> {
        let mut start = last.start;
        let mut whole = None;
        for (number, word) in self.words_before(last.end).enumerate() {
            let gap = if number == 0 {
                " "
            } else {
                &self.text[word.end..start]
            };
            if gap.chars().any(|c| !matches!(c, ' ' | '-')) || number >= LONGEST {
                break;
            }
            let spelt = self.word(&word);
            // `thought the man was very rude`: a clause, nobody's name.
            if matches!(spelt, "is" | "was" | "were" | "are") {
                // `is known as | the source of the quotation`
                return whole.map(|start| (start..end, Grade::Described));
            }
            start = word.start;
            let owner = self
                .names
                .iter()
                .find(|name| self.owns(name) && name.end <= word.end && name.end > word.start);
            if let Some(owner) = owner {
                // `Smith's | claims`
                if number == 0 && word.end == end {
                    return None;
                }
                return Some((owner.start..end, Grade::Described));
            }
            let indefinite = holds(INDEFINITE, spelt);
            let begins = is_determiner(spelt) || indefinite;
            if begins && !spelt.eq_ignore_ascii_case("that") {
                let of = self.words_before(start).next();
                let goes_on = of.is_some_and(|of| {
                    let tie = self.word(&of);
                    self.text[of.end..start] == *" "
                        && (holds(TIES, tie)
                            || matches!(tie, "who" | "gave" | "consulted")
                            || tie == "as" && !self.opens_clause(&of))
                });
                if goes_on {
                    whole = Some(start);
                } else {
                    // `the | claims`: nobody makes them.
                    let alone = !indefinite && start + spelt.len() == end;
                    return (!alone).then_some((start..end, Grade::Described));
                }
            }
        }
        // `Police | said`, `Union officials | said`: a clause may open without an article.
        let opens = self.text[..start].trim_end();
        let clause =
            opens.is_empty() || opens.ends_with([',', ';', ':', '.', '(', '—', '“', '"', '”']);
        let count = words(&self.text[start..end]).count();
        let described = &self.text[start..end];
        let titled = described.starts_with(char::is_uppercase) && described.contains(" of ");
        // `well-meaning friends of Captain Heard | advised`
        let before = self.words_before(last.start).next();
        let many = count <= 2 * SHORT
            && self.word(last) == "of"
            && before.is_some_and(|word| self.is_plural(&word));
        (clause && (titled || many || count <= SHORT && self.is_plural(last)))
            .then_some((start..end, Grade::Described))
    }

    fn is_plural(&self, word: &Range<usize>) -> bool {
        let spelt = self.word(word);
        holds(BARE, spelt) || spelt.len() > 3 && spelt.ends_with('s') && !spelt.ends_with("ss")
    }
}

/// `al-Barwani` of `Barwani`: an article that is tied to a name is its own.
fn with_article(text: &str, name: Range<usize>) -> Range<usize> {
    let before = &text[..name.start];
    let Some(tied) = before.strip_suffix(['-', '\'', '’']) else {
        return name;
    };
    let small = tied.trim_end_matches(char::is_lowercase);
    let letters = tied.len() - small.len();
    if (1..=3).contains(&letters) && !small.ends_with(char::is_alphanumeric) {
        small.len()..name.end
    } else {
        name
    }
}

/// `Joyce` of `Compare Joyce, who opens with`, `Trevelyan` of `Already Trevelyan had`; nothing of `Having`, `Sleepily`.
fn behind_opening(text: &str, name: Range<usize>) -> Option<Range<usize>> {
    const OPENINGS: [&str; 11] = [
        "Already", "Clad", "Compare", "Consider", "More", "See", "Take", "Watch", "WATCH",
        "Whenever", "Wherever",
    ];
    let first = text[name.clone()].split(' ').next().unwrap_or_default();
    let before = text[..name.start].trim_end();
    let opens =
        before.is_empty() || before.ends_with(['.', '!', '?', '…', '"', '”', '’', ':', ';']);
    // `Having`, `Sleepily`; not `Browning`, nor `Reading` inside a sentence.
    let borne = || is_established_name(&first.to_lowercase());
    let participle =
        (first.ends_with("ing") || first.ends_with("ly")) && is_common_word(first) && !borne();
    if !(opens && (OPENINGS.contains(&first) || participle)) {
        return Some(name);
    }
    let rest = name.start + first.len() + 1;
    (rest < name.end).then_some(rest..name.end)
}

/// Whether a description is a clause or the half of one, which nobody is: `An approach that`, `a number of times`,
/// `The accused did not`, `with the words`.
fn is_clause(described: &str) -> bool {
    const FINITE: &str = " could did had has have must should was were will would ";
    const TAILS: &str = " much more most not saying somewhat than that very whether ";
    let all: Vec<_> = words(described).map(|word| &described[word]).collect();
    let relative = |word: &&str| matches!(*word, "who" | "that" | "which" | "whom" | "whose");
    let own = all.iter().position(relative).unwrap_or(all.len());
    let (Some(first), Some(last)) = (all.first(), all.last()) else {
        return true;
    };
    holds(TAILS, last)
        || holds(TIES, last)
        || matches!(*first, "with" | "from" | "in" | "at" | "of")
        || all[..own].iter().skip(2).any(|word| holds(FINITE, word))
}

/// `elmo666`: the name of an account.
fn is_account(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
        && word.contains(|c: char| c.is_ascii_digit())
        && word.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && word.chars().all(char::is_alphanumeric)
}

fn number(word: &str) -> bool {
    matches!(
        word,
        "two" | "three" | "four" | "five" | "several" | "both" | "no" | "these" | "those"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_behind_a_verb() {
        for (text, subject, grade) in [
            (
                "said Maria Lopez, who has run it.",
                "Maria Lopez",
                Grade::Named,
            ),
            (
                "said the minister on Monday.",
                "the minister",
                Grade::Described,
            ),
            (
                "said a spokesman for the water board.",
                "a spokesman for the water board",
                Grade::Described,
            ),
            (
                "wrote his mother Natalya Sedov,",
                "Natalya Sedov",
                Grade::Named,
            ),
            (
                "said the union's secretary, Paul Okoro.",
                "Paul Okoro",
                Grade::Named,
            ),
            (
                "said defence minister Lena Roth.",
                "Lena Roth",
                Grade::Named,
            ),
            ("said she.", "she", Grade::Pronoun),
            ("said police.", "police", Grade::Described),
            ("said Trotsky's widow.", "Trotsky's widow", Grade::Described),
        ] {
            let found = Narration::new(text).after(text.find(' ').unwrap());
            assert_eq!(
                found.map(|(range, grade)| (&text[range], grade)),
                Some((subject, grade)),
                "{text}"
            );
        }
    }

    #[test]
    fn subjects_before_a_verb() {
        for (text, subject, grade) in [
            (
                "Amy Trask, a councillor who resigned, said",
                "Amy Trask",
                Grade::Named,
            ),
            (
                "The union's general secretary, Paul Okoro, said",
                "Paul Okoro",
                Grade::Named,
            ),
            (
                "the mountain patrol said",
                "the mountain patrol",
                Grade::Described,
            ),
            ("Trotsky went so far as to say", "Trotsky", Grade::Named),
            (
                "A spokesman for Lufthansa said",
                "A spokesman for Lufthansa",
                Grade::Described,
            ),
            ("As Trotsky has often said", "Trotsky", Grade::Named),
            (
                "their deliberations said",
                "their deliberations",
                Grade::Described,
            ),
            ("Union officials said", "Union officials", Grade::Described),
            ("the BBC said", "BBC", Grade::Named),
            ("He said", "He", Grade::Pronoun),
        ] {
            let verb = text.rfind(' ').unwrap() + 1;
            let found = Narration::new(text).before(verb);
            assert_eq!(
                found.map(|(range, grade)| (&text[range], grade)),
                Some((subject, grade)),
                "{text}"
            );
        }
    }
}
