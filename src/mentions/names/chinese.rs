//! Chinese given names in the spelling of Wade and Giles, and Korean ones: two syllables and a hyphen, the second in
//! small letters (`Tse-tung`, `Hsiao-p'ing`, `Il-sung`); no English compound (`Moscow-trained`) has that shape.

/// What a syllable begins with, the longer first.
const INITIALS: [&str; 22] = [
    "ch", "hs", "sh", "ts", "tz", "ss", "sz", "p", "m", "f", "t", "n", "l", "k", "h", "j", "w",
    "y", "s", "g", "d", "",
];

/// What it ends with.
const FINALS: [&str; 60] = [
    "a", "ai", "an", "ang", "ao", "e", "eh", "ei", "en", "eng", "erh", "i", "ia", "iang", "iao",
    "ie", "ieh", "ien", "ih", "in", "ing", "iu", "iung", "o", "ou", "u", "ua", "uai", "uan",
    "uang", "uei", "ui", "un", "ung", "uo", "ü", "üan", "üeh", "ün", "eong", "ee", "ak", "at",
    "ek", "eok", "eon", "eun", "il", "ok", "uk", "ul", "ae", "ong", "oo", "oon", "yeol", "yeon",
    "yeong", "yun", "yung",
];

/// Whether a word with its hyphen is such a name.
pub(super) fn is_given_name(word: &str) -> bool {
    word.to_lowercase()
        .split_once('-')
        .is_some_and(|(first, second)| is_syllable(first) && is_syllable(second))
}

fn is_syllable(word: &str) -> bool {
    INITIALS.iter().any(|initial| {
        word.strip_prefix(initial).is_some_and(|rest| {
            let rest = rest.strip_prefix(['\'', '’']).unwrap_or(rest);
            FINALS.contains(&rest)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_given_name;

    #[test]
    fn two_syllables_and_a_hyphen_are_a_given_name() {
        for name in [
            "Tse-tung",
            "En-lai",
            "Hsiao-p'ing",
            "Tu-hsiu",
            "Ta-chao",
            "Fan-hsi",
            "Shu-tse",
            "Kai-shek",
            "Il-sung",
            "Jae-myung",
            "Dong-hoon",
        ] {
            assert!(is_given_name(name), "{name}");
        }
        for compound in [
            "Paris-based",
            "Nazi-led",
            "Stalin-era",
            "Anti-war",
            "Iron-clad",
            "Tory-run",
            "Sit-in",
        ] {
            assert!(!is_given_name(compound), "{compound}");
        }
    }
}
