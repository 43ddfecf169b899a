//! Which names are somebody's: what stands around them and what they are made of, weighed.

mod shape;
mod signs;

use std::collections::HashMap;
use std::ops::Range;

use shape::{is_slavic, shape};
use signs::Signs;

pub(super) use shape::given_names;
pub use shape::{behind_offices, is_given_name, without_honours};

use super::given::sex;
use super::groups::Kind;
use super::known_words::{is_common_word, is_established_name, is_known_word};
use super::{Group, whole};
use crate::document::Document;

/// Places of a name that are looked at; more say nothing new.
const PLACES: usize = 40;

/// What one sure sign weighs, and what a single word needs to be somebody's name.
const SURE: i32 = 3;

/// For each of the names of a document, in their order, whether it is somebody's. `titled` says which offsets lie in the
/// titles of works.
pub(in crate::mentions) fn people(
    document: &Document,
    groups: &[Group],
    titled: impl Fn(usize) -> bool,
) -> Vec<bool> {
    let weights = groups.iter().map(|group| {
        let mut places = group.mentions.iter();
        let in_titles = places.all(|place| titled(place.start));
        weight(document, group) - i32::from(in_titles) * SURE
    });
    let weights: Vec<i32> = weights.collect();
    let is_somebody = |group: &Group, weight: i32| match group.name.contains(' ') {
        true => weight >= SURE - 1,
        false => weight >= SURE,
    };
    let known = groups.iter().zip(&weights);
    let mut people: Vec<bool> = known
        .map(|(group, &weight)| is_somebody(group, weight))
        .collect();
    // `Zinoviev and Kamenev`: who is named beside people is one.
    for (number, joints) in beside_people(document, groups, &people) {
        let group = &groups[number];
        let shape = shape(&group.name);
        // A comma joins clauses, too.
        let joined = joints > 1 || shape > 0;
        people[number] |= joined
            && shape >= 0
            && !is_known_word(&group.name)
            && is_somebody(group, weights[number] + SURE);
    }
    let named: HashMap<&str, usize> = groups
        .iter()
        .enumerate()
        .map(|(number, group)| (group.name.as_str(), number))
        .collect();
    let longer: Vec<usize> = (0..groups.len())
        .filter(|&number| people[number] && is_longer(&groups[number], &named, &people))
        .collect();
    for number in longer {
        people[number] = false;
    }
    people
}

/// Whether a name is another one and a word that is none: `Echoing Proudhon`; a `Margaret Hamilton Lego`.
fn is_longer(group: &Group, named: &HashMap<&str, usize>, people: &[bool]) -> bool {
    let name = group.name.as_str();
    let opened = name.split_once(' ').is_some_and(|(first, rest)| {
        is_common_word(first)
            && !is_established_name(&first.to_lowercase())
            && named.contains_key(rest)
    });
    let extended = name.rsplit_once(' ').is_some_and(|(rest, _)| {
        let other = named.get(rest).filter(|_| rest.contains(' '));
        group.kind == Kind::Thing && other.is_some_and(|&other| people[other])
    });
    opened || extended
}

/// The numbers of names that are joined to somebody's, and how firmly: `and` counts twice as much as a comma.
fn beside_people(document: &Document, groups: &[Group], people: &[bool]) -> HashMap<usize, usize> {
    const JOINTS: [(&str, usize); 5] = [
        (" and ", 2),
        (", ", 1),
        (", and ", 2),
        (" or ", 2),
        (" & ", 2),
    ];
    let numbered = groups.iter().enumerate();
    let mut places: Vec<(&Range<usize>, usize)> = numbered
        .flat_map(|(number, group)| group.mentions.iter().map(move |place| (place, number)))
        .collect();
    places.sort_by_key(|(place, _)| place.start);
    let mut found: HashMap<usize, usize> = HashMap::new();
    for pair in places.windows(2) {
        let [(first, a), (second, b)] = pair else {
            continue;
        };
        let between = document.text().get(first.end..second.start);
        let joint = between.and_then(|between| JOINTS.iter().find(|(joint, _)| *joint == between));
        let Some((_, firmly)) = joint else {
            continue;
        };
        // In a list, who was joined to somebody goes on joining.
        let known = |number: &usize| people[*number] || found.contains_key(number);
        for (one, other) in [(known(a), b), (known(b), a)] {
            if one && !people[*other] {
                *found.entry(*other).or_default() += firmly;
            }
        }
    }
    found
}

/// What speaks for somebody, less what speaks for a place or a thing.
fn weight(document: &Document, group: &Group) -> i32 {
    let signs = Signs::of(document, group);
    // Who is also spoken of by the surname is somebody.
    let surname = group.spellings.iter().any(|(spelt, _)| {
        *spelt != group.name && group.name.ends_with(spelt.as_str()) && spelt.len() > 3
    });
    let times = i32::try_from(group.mentions.len()).unwrap_or(i32::MAX);
    let often = times > 1 && (signs.things + signs.places) * 6 <= times;
    let habits = [
        surname,
        often,
        often && times > 4,
        signs.possessive > 1,
        signs.possessive > 3,
    ];
    let habits: i32 = habits.into_iter().map(i32::from).sum();
    // Hobart is the name of people, too.
    let doubtful = !group.name.contains(' ')
        && !is_slavic(&group.name)
        && signs.deeds == 0
        && signs.possessive < 2;
    let habits = if doubtful { 0 } else { habits };
    let office = behind_offices(&group.name);
    let bare = shape(without_honours(&group.name[office..]));
    if bare <= -SURE && !group.name.contains(' ') {
        return bare;
    }
    // Pope Francis; the General Court
    let held = i32::from(office > 0 && bare > -SURE) * SURE;
    let shape = bare + held;
    // The Benny Goodman band is Benny Goodman's.
    let against = match shape >= SURE {
        true if signs.places * 2 >= times => 2,
        true => signs.things.min(1),
        // What Mann wrote is also to be found in Mann.
        false if signs.possessive > 1 && (signs.things + signs.places) * 3 <= times => 1,
        false => {
            let things = (signs.things + signs.places).min(SURE);
            things + i32::from(group.kind == Kind::Thing) * SURE
        }
    };
    let against = match signs.bodies * 4 > times {
        true => against + SURE,
        false => against,
    };
    // Companies and countries say things too.
    let sayings = match group.name.contains(' ') {
        true => signs.sayings,
        false => i32::from(shape == SURE - 1 && is_likely(group, &signs)),
    };
    shape + (signs.deeds + sayings).min(2 * SURE) + habits - against
}

/// Whether a single word that people bear is somebody's: it is never where something is, nor has an article, and it
/// says or has something, or is a given name.
fn is_likely(group: &Group, signs: &Signs) -> bool {
    let somewhere = signs.places + signs.things > 0;
    let tells = signs.sayings + signs.possessive;
    tells > 1 || !somewhere && (tells > 0 || sex(&group.name).is_some())
}

/// The particle that stands before every place of a name and is a part of it: `de Gaulle`.
pub fn particle<'t>(text: &'t str, group: &Group) -> Option<&'t str> {
    let mut places = group.mentions.iter().take(PLACES);
    let first = whole::particle_before(text, places.next()?.start)?;
    let same = |place: &Range<usize>| whole::particle_before(text, place.start) == Some(first);
    places.all(same).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SourceFile;
    use crate::document::GivenDates;

    fn people_of(text: &str) -> Vec<String> {
        let source = SourceFile::new("a.txt", text);
        let document = Document::new(&source, GivenDates::default());
        let names = super::super::extract(&document, |_| false);
        let groups = super::super::groups(&document, &names, &[]);
        let people = people(&document, &groups, |_| false);
        let found = groups
            .iter()
            .zip(people)
            .filter(|(_, is_person)| *is_person);
        found
            .map(|(group, _)| {
                let particle = particle(text, group).unwrap_or_default();
                format!("{particle}{}", &group.name[behind_offices(&group.name)..])
            })
            .collect()
    }

    #[test]
    fn people_are_told_from_places_and_things() {
        for (text, expected) in [
            (
                "They asked Prime Minister Atal Behari Vajpayee in Alice Springs, and the Hopman Cup was sold.",
                vec!["Atal Behari Vajpayee"],
            ),
            (
                "Old Bolsheviks like Zinoviev and Kamenev read the Red Book with Little Son in Alma Ata.",
                vec!["Zinoviev", "Kamenev"],
            ),
            (
                "In 1940 General de Gaulle wrote to them. The staff of Qantas Airways laughed.",
                vec!["de Gaulle"],
            ),
            (
                "In Zeitblom the critic sees Hieronymus Lang. Zeitblom's book is Zeitblom's own, and Zeitblom's wife knew Zeitblom.",
                vec!["Zeitblom", "Hieronymus Lang"],
            ),
            (
                "They read Plato. The Parish Priest of St. Anthony came with Tsipras, who sang, and with Reverend Richard Foran.",
                vec!["Plato", "Tsipras", "Richard Foran"],
            ),
            (
                "It was said by Martin Luther King Jr, and by Osama bin Laden of Saudi Arabia.",
                vec!["Martin Luther King Jr", "Osama bin Laden"],
            ),
            (
                "Then Verizon said that Idaho was bought. It was Verizon that said so.",
                vec![],
            ),
            (
                "The leader of the league, Wim Oostra, came with Bodil Krag, a weaver, and my aunt Zsuzsa. They like Steve Locks.",
                vec!["Wim Oostra", "Bodil Krag", "Zsuzsa", "Steve Locks"],
            ),
            (
                "The judge Benedetta d'Ancona and Siobhán Ó Dálaigh asked Cllr Ruth Marl and Lieutenant-Colonel Tom Ridley.",
                vec![
                    "Benedetta d'Ancona",
                    "Siobhán Ó Dálaigh",
                    "Ruth Marl",
                    "Tom Ridley",
                ],
            ),
            (
                "It fell on Con Ardent, which burned. Kunnen Falls sold Solander's shares to Solander's spokesman, not to Lovell Station.",
                vec![],
            ),
        ] {
            assert_eq!(people_of(text), expected, "{text}");
        }
    }
}
