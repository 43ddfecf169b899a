//! What machines write, take and show: code, messages, what is chosen and pressed. It is in marks, and nobody's speech.

use super::around::Around;
use crate::mentions::quotes::cues;

impl Around<'_> {
    /// Whether words are code, or shown, chosen or typed.
    pub(super) fn is_of_machine(&self, words: &str) -> bool {
        self.is_argument() || is_formula(words) || is_code(words) || self.is_shown()
    }

    /// `console.log(“Cannot pretend to be a bank!”)`, `version==“one or two of them”`
    fn is_argument(&self) -> bool {
        let call = self.before.strip_suffix('(');
        self.before.ends_with('=')
            || call.is_some_and(|call| call.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    }

    /// `Select | “Use the whole disk”`, `the option | “Use the whole disk”`, `an error like | “No such file or folder”`.
    fn is_shown(&self) -> bool {
        const CHOOSE: [&str; 10] = [
            "Choose", "Click", "Select", "Tick", "Type", "choose", "click", "select", "tick",
            "type",
        ];
        const SHOWN: [&str; 14] = [
            "button",
            "checkbox",
            "dialog",
            "error",
            "errors",
            "menu",
            "option",
            "options",
            "parameter",
            "preference",
            "prompt",
            "setting",
            "syntax",
            "warnings",
        ];
        let clause = self.clause();
        let near = clause.trim_end();
        let near = near.strip_suffix(" like").unwrap_or(near);
        let mut last = cues::words(near).rev();
        let word = last.next().filter(|word| word.end == near.len());
        let word = word.map(|word| &near[word]);
        let message = word == Some("message")
            && matches!(
                last.next().map(|word| &near[word]),
                Some("error" | "warning")
            );
        let chosen = word.is_some_and(|word| CHOOSE.contains(&word) || SHOWN.contains(&word));
        near.len() < clause.len() && (chosen || message)
    }
}

/// `3 + 4 = 4 + 3`
fn is_formula(words: &str) -> bool {
    let spelt = |word: &&str| word.contains(char::is_alphabetic);
    words.split_whitespace().filter(spelt).count() < 2
}

/// Signs that no speech has: `%s`, `a::b`, `x == y`, `{1, 2}`, `foo()`, `<b`, `-jN`, `some_name`.
pub(in crate::mentions::quotes) fn is_code(words: &str) -> bool {
    const SIGNS: [&str; 6] = ["::", "==", "&&", "||", "()", "\\"];
    let coded = |word: &str| {
        let word = word.trim_start_matches(['(', '[', '"', '\'', '“', '‘']);
        let first = word.chars().next().unwrap_or_default();
        let second = word.chars().nth(1).unwrap_or_default();
        // `_her_,` is set off.
        let named = word.trim_matches(|c: char| !c.is_alphanumeric());
        let letter = second.is_ascii_alphabetic();
        matches!(first, '%' | '$' | '<') && letter
            || first == '-' && letter
            || named.contains('_') && !named.contains(['-', '—'])
            || word.contains('=') && word.len() > 1
    };
    SIGNS.iter().any(|sign| words.contains(sign)) || words.split_whitespace().any(coded)
}
