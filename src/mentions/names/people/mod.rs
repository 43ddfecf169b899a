//! Which names are somebody's: what stands around them and what they are made of, weighed.

mod shape;

use std::collections::HashSet;
use std::ops::Range;

use shape::{is_slavic, shape};

pub use shape::{behind_offices, without_honours};

use super::groups::{Kind, is_acting, is_place, is_thing, is_title};
use super::{Group, whole};
use crate::document::Document;

/// Places of a name that are looked at; more say nothing new.
const PLACES: usize = 40;

/// What one sure sign weighs, and what a single word needs to be somebody's name.
const SURE: i32 = 3;

/// For each of the names of a document, in their order, whether it is somebody's.
pub(in crate::mentions) fn people(document: &Document, groups: &[Group]) -> Vec<bool> {
    let weights = groups.iter().map(|group| weight(document, group));
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
    for number in beside_people(document, groups, &people) {
        let group = &groups[number];
        people[number] |= shape(&group.name) >= 0 && is_somebody(group, weights[number] + SURE);
    }
    people
}

/// The numbers of names that `and` or a comma joins to somebody's.
fn beside_people(document: &Document, groups: &[Group], people: &[bool]) -> HashSet<usize> {
    const JOINTS: [&str; 5] = [" and ", ", ", ", and ", " or ", " & "];
    let numbered = groups.iter().enumerate();
    let mut places: Vec<(&Range<usize>, usize)> = numbered
        .flat_map(|(number, group)| group.mentions.iter().map(move |place| (place, number)))
        .collect();
    places.sort_by_key(|(place, _)| place.start);
    let mut found = HashSet::new();
    for pair in places.windows(2) {
        let [(first, a), (second, b)] = pair else {
            continue;
        };
        let between = document.text().get(first.end..second.start);
        if between.is_some_and(|between| JOINTS.contains(&between)) {
            // In a list, who was joined to somebody goes on joining.
            let known = |number: &usize| people[*number] || found.contains(number);
            match (known(a), known(b)) {
                (true, false) => found.insert(*b),
                (false, true) => found.insert(*a),
                _ => false,
            };
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
    let held = i32::from(office > 0) * SURE;
    let shape = shape(&group.name[office..]) + held;
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
    // Companies and countries say things too.
    let sayings = match group.name.contains(' ') {
        true => signs.sayings,
        false => i32::from(shape == SURE - 1 && signs.sayings + signs.possessive > 1),
    };
    shape + (signs.deeds + sayings).min(2 * SURE) + habits - against
}

/// What stands around a name, counted.
#[derive(Default)]
struct Signs {
    /// What only people do and are, each as it weighs.
    deeds: i32,
    /// What bodies do as well, and what is said of them.
    sayings: i32,
    things: i32,
    places: i32,
    possessive: i32,
}

impl Signs {
    fn of(document: &Document, group: &Group) -> Self {
        let mut signs = Signs::default();
        for place in group.mentions.iter().take(PLACES) {
            let Some(block) = document.block_at(place.start) else {
                continue;
            };
            let before = &document.text()[block.range.start..place.start];
            let after = &document.text()[place.end..block.range.end.max(place.end)];
            let name = &document.text()[place.clone()];
            let is_there = is_place(before) || is_goal(before);
            signs.places += i32::from(is_there);
            signs.things += i32::from(is_thing(before, name));
            signs.possessive += i32::from(after.starts_with("'s ") || after.starts_with("’s "));
            if is_introduced(before) || is_acting(after) {
                signs.deeds += SURE;
            } else if !is_there {
                signs.sayings +=
                    i32::from(is_speaking(before, after)) + i32::from(is_told_of(before, after));
            }
        }
        signs
    }
}

/// Whether somebody is named so and told of: `by Ziggy Elman`, `Ziggy Elman, a horn player`.
fn is_told_of(before: &str, after: &str) -> bool {
    const BEFORE: [&str; 6] = [" by ", " named ", " like ", " called ", " with ", " than "];
    const AFTER: [&str; 6] = [", a ", ", an ", ", the ", ", his ", ", her ", ", who "];
    BEFORE.iter().any(|word| before.ends_with(word))
        || AFTER.iter().any(|word| after.starts_with(word))
}

/// Whether somebody goes there: `was exiled to Alma Ata`.
fn is_goal(before: &str) -> bool {
    const WAYS: [&str; 20] = [
        "back",
        "came",
        "come",
        "deported",
        "drove",
        "exiled",
        "fled",
        "flew",
        "flight",
        "go",
        "going",
        "moved",
        "return",
        "returned",
        "road",
        "sailed",
        "travelled",
        "trip",
        "visit",
        "went",
    ];
    let way = before.strip_suffix(" to ");
    let last = way.and_then(|before| before.split_ascii_whitespace().next_back());
    last.is_some_and(|word| WAYS.contains(&word))
}

/// Whether what somebody is stands before the name: `Mr`, `the historian`, `his son`.
fn is_introduced(before: &str) -> bool {
    const ROLES: [&str; 40] = [
        "actor",
        "agent",
        "aide",
        "ally",
        "analyst",
        "architect",
        "author",
        "brother",
        "captain",
        "chairman",
        "coach",
        "colleague",
        "commander",
        "composer",
        "daughter",
        "director",
        "father",
        "friend",
        "husband",
        "judge",
        "leader",
        "manager",
        "minister",
        "mother",
        "officer",
        "opener",
        "partner",
        "philosopher",
        "poet",
        "president",
        "producer",
        "professor",
        "secretary",
        "sister",
        "son",
        "spokesman",
        "spokeswoman",
        "striker",
        "widow",
        "wife",
    ];
    const ENDINGS: [&str; 7] = ["ian", "ist", "maker", "writer", "player", "man", "woman"];
    let Some(before) = before.strip_suffix(' ') else {
        return false;
    };
    let last = before
        .rsplit(|c: char| c.is_whitespace() || c == '-')
        .next();
    let last = last.unwrap_or_default();
    let small = last.len() > 4 && last.starts_with(char::is_lowercase);
    is_title(last)
        || ROLES.contains(&last)
        || small && ENDINGS.iter().any(|ending| last.ends_with(ending))
}

/// Whether it says something; so do committees.
fn is_speaking(before: &str, after: &str) -> bool {
    const SAYS: [&str; 14] = [
        "added",
        "adds",
        "argued",
        "argues",
        "asked",
        "asks",
        "explained",
        "explains",
        "insisted",
        "replied",
        "said",
        "says",
        "tells",
        "told",
    ];
    let says = |word: Option<&str>| word.is_some_and(|word| SAYS.contains(&word));
    let behind = after.strip_prefix(' ').unwrap_or_default();
    says(behind.split(|c: char| !c.is_alphabetic()).next())
        || before.ends_with(' ') && says(before.split_ascii_whitespace().next_back())
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
        let people = people(&document, &groups);
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
        ] {
            assert_eq!(people_of(text), expected, "{text}");
        }
    }
}
