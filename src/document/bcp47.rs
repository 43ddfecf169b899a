//! Tags of languages, as `lang` writes them (BCP 47).

/// Whether a tag names English: `en`, `en-GB`, `EN_us`, `eng`, or nothing that it could name.
pub(super) fn is_english(tag: &str) -> bool {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
    ["", "en", "eng", "english", "und", "zxx", "mul"]
        .iter()
        .any(|known| primary.eq_ignore_ascii_case(known))
}
