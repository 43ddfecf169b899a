//! Plain rules about words: the kinds with which an editor writes house rules in YAML alone.

mod consistency;
mod numbers;
mod pattern;
mod repeated_word;
mod substitution;
mod sum;
mod thousands;

pub(super) use consistency::Consistency;
pub(super) use pattern::PatternCheck;
pub(super) use repeated_word::RepeatedWord;
pub(super) use substitution::Substitution;
pub(super) use sum::Sum;
pub(super) use thousands::Thousands;
