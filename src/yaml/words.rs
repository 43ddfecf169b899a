//! Lists of words written as one text: a value of its own for each word takes a hundred times as long to read,
//! which a list of a thousand makes felt at every start.

use serde::de::{Deserialize, Deserializer};

/// Reads `agree, put it simply, note`: words and phrases with commas between them.
///
/// # Errors
/// The value is no text.
pub(crate) fn words<'de, D, C>(deserializer: D) -> Result<C, D::Error>
where
    D: Deserializer<'de>,
    C: FromIterator<String>,
{
    let text = String::deserialize(deserializer)?;
    let words = text.split(',').map(str::trim);
    Ok(words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect())
}
