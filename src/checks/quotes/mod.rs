//! Quotations: who says it, and is it marked right.

mod marks;
mod unattributed;
mod unbalanced;

pub(super) use marks::QuotationMarks;
pub(super) use unattributed::Unattributed;
pub(super) use unbalanced::Unbalanced;
