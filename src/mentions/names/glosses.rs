//! Words around an acronym that say what it is without spelling it out: `the secret police, the GPU`.

/// Whether the words around an acronym say what it is.
pub(super) fn is_glossed(before: &str, behind: &str) -> bool {
    is_bracketed(before, behind)
        || ends_bracket(before, behind)
        || is_introduced(before)
        || is_apposition(before, behind)
        || is_told(behind)
        || is_classed(before, behind)
}

/// `the prime minister's questions (PMQs)`, `the Initiative Obdach (Initiative for Shelter) (IOS)`: alone in brackets,
/// or first (`(BIPM, in Paris)`), it stands for what they follow, whatever its words are.
fn is_bracketed(before: &str, behind: &str) -> bool {
    let before = before.strip_suffix("the ").unwrap_or(before);
    let told = before.strip_suffix('(').map(str::trim_end);
    let told = told
        .is_some_and(|told| told.ends_with(|c: char| c.is_alphanumeric() || ")”’\"*_".contains(c)));
    told && behind
        .strip_prefix('s')
        .unwrap_or(behind)
        .starts_with([')', ',', ';'])
}

/// `(Armée Nationale du Tchad, ANT)`: last in brackets, behind a name that begins as it does.
fn ends_bracket(before: &str, behind: &str) -> bool {
    let told = before
        .strip_suffix(", ")
        .filter(|_| behind.starts_with(')'));
    let name = told.and_then(|told| told.rsplit(['(', ';', ')']).next());
    name.is_some_and(|name| {
        name.contains(' ')
            && name.trim_start().starts_with(char::is_uppercase)
            && !name.contains(',')
    })
}

/// `ANZ Bank`, where it is a part of a name; `the insurance giant HIH`, `the AFP news agency`.
fn is_classed(before: &str, behind: &str) -> bool {
    const CLASSES: [&str; 27] = [
        "agency",
        "airline",
        "alliance",
        "army",
        "association",
        "bank",
        "broadcaster",
        "coalition",
        "committee",
        "company",
        "federation",
        "firm",
        "giant",
        "group",
        "guerrillas",
        "league",
        "militia",
        "movement",
        "network",
        "newspaper",
        "organisation",
        "organization",
        "party",
        "publisher",
        "service",
        "team",
        "union",
    ];
    let is_class = |word: &str| CLASSES.contains(&word);
    let named = behind.strip_prefix(' ').is_some_and(|name| {
        let mut letters = name.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    });
    let class = before.strip_suffix("the ").unwrap_or(before);
    let last = class.split_whitespace().next_back();
    let behind = behind.strip_prefix(' ').unwrap_or_default();
    let mut next = behind.split(|c: char| !c.is_alphabetic()).take(2);
    named || before.ends_with(' ') && last.is_some_and(is_class) || next.any(is_class)
}

/// `known as the GPU`, `hereafter “GPU”`, `the State Political Directorate, or GPU`.
fn is_introduced(before: &str) -> bool {
    const LEADS: [&str; 12] = [
        "hereafter",
        "henceforth",
        " known as",
        " called",
        " abbreviated",
        " abbreviated as",
        " abbreviated to",
        " acronym",
        " i.e.",
        ", or",
        "(or",
        " initials",
    ];
    let before = before
        .trim_end()
        .trim_end_matches(['“', '"', '‘'])
        .trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    // `an exchange for physical or EFP`
    let noun = before
        .strip_suffix(" or")
        .and_then(|told| told.split_whitespace().next_back());
    LEADS.iter().any(|lead| before.ends_with(lead))
        || noun.is_some_and(|noun| noun.len() > 2 && noun.chars().all(char::is_lowercase))
}

/// `the secret police, the GPU.`, `a trade union, the CNT, which`; not a list of several.
fn is_apposition(before: &str, behind: &str) -> bool {
    let Some(told) = [", the ", " – the ", " — the ", " - the "]
        .iter()
        .find_map(|joint| before.strip_suffix(joint))
    else {
        return false;
    };
    let noun = told.rsplit(' ').next().unwrap_or_default();
    let next = behind.trim_start_matches([',', ' ']);
    noun.len() > 2
        && noun.chars().all(|c| c.is_lowercase())
        && behind.starts_with(['.', ',', ';', ')', ' '])
        && !(behind.starts_with(' ') && !behind.starts_with(" –") && !behind.starts_with(" —"))
        && !["and ", "or ", "the "]
            .iter()
            .any(|word| next.starts_with(word))
}

/// `the GPU is a police`, `GPU stands for`, `the GPU, a secret police`, `GPU (the secret police)`.
fn is_told(behind: &str) -> bool {
    const VERBS: [&str; 10] = [
        " stands for",
        " stood for",
        " means ",
        " is a ",
        " is an ",
        " is the ",
        " was a ",
        " was an ",
        " was the ",
        ", or ",
    ];
    const ARTICLES: [&str; 7] = [
        ", a ",
        ", an ",
        ", the ",
        " – the ",
        " – a ",
        " — the ",
        " -- a ",
    ];
    let noun = |article: &str| {
        behind
            .strip_prefix(article)
            .is_some_and(|noun| noun.starts_with(char::is_lowercase))
    };
    let bracket = behind
        .strip_prefix(" (")
        .and_then(|inside| inside.split_once(')'));
    VERBS.iter().any(|verb| behind.starts_with(verb))
        || ARTICLES.iter().any(|article| noun(article))
        || bracket.is_some_and(|(inside, _)| {
            let words = inside
                .split(' ')
                .filter(|word| word.chars().all(char::is_alphabetic));
            words.filter(|word| word.len() > 2).count() > 1
                && !inside.contains(|c: char| c.is_ascii_digit())
        })
}
