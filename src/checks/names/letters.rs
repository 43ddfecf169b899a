//! The letters of a word without their diacritics, whatever its case.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The letters without what stands above, below and through them.
pub(super) fn plain(word: &str) -> String {
    word.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(|c| {
            match c {
                'ø' => "o".chars(),
                'ł' => "l".chars(),
                'đ' | 'ð' => "d".chars(),
                'ı' => "i".chars(),
                'æ' => "ae".chars(),
                'œ' => "oe".chars(),
                'ß' => "ss".chars(),
                _ => return c.to_string().chars().collect::<Vec<_>>(),
            }
            .collect::<Vec<_>>()
        })
        .collect()
}
