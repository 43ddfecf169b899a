//! Quotations: who says it, and is it marked right.

mod attribution;
mod brackets;
mod direction;
mod marks;
mod nested;
mod punctuation;
mod reworded;
mod reworded_across_files;
mod source;
mod truncated;
mod unbalanced;

pub(super) use attribution::Attribution;
pub(super) use brackets::QuotedBrackets;
pub(super) use direction::MarkDirection;
pub(super) use marks::QuotationMarks;
pub(super) use nested::NestedMarks;
pub(super) use punctuation::ClosingPunctuation;
pub(super) use reworded::Reworded;
pub(super) use reworded_across_files::RewordedAcrossFiles;
pub(super) use source::SourceCheck;
pub(super) use truncated::Truncated;
pub(super) use unbalanced::Unbalanced;
