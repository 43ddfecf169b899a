//! The words that the worksheet has for what was understood: one set for all formats.

use crate::archive::Status;
use crate::mentions::dates::{Calendar, Kind, Precision, Unit};
use crate::mentions::quotes::{Class, Grade, How};

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Day => "day",
        Kind::Month => "month",
        Kind::Season => "season",
        Kind::Year => "year",
        Kind::Decade => "decade",
        Kind::Century => "century",
        Kind::Range => "range",
        Kind::Relative => "relative",
    }
}

pub(super) fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Exact => "exact",
        Precision::Circa => "circa",
        Precision::Early => "early",
        Precision::Mid => "mid",
        Precision::Late => "late",
        Precision::Before => "before",
        Precision::After => "after",
    }
}

pub(super) fn calendar(calendar: Calendar) -> &'static str {
    match calendar {
        Calendar::Gregorian => "gregorian",
        Calendar::Julian => "julian",
    }
}

pub(super) fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Fortnight => "fortnight",
        Unit::Month => "month",
        Unit::Year => "year",
        Unit::Decade => "decade",
        Unit::Century => "century",
    }
}

/// `1 year`, `3 years`, `2 centuries`.
pub(super) fn amount(amount: u32, of: Unit) -> String {
    match (amount, of) {
        (1, of) => format!("1 {}", unit(of)),
        (amount, Unit::Century) => format!("{amount} centuries"),
        (amount, of) => format!("{amount} {}s", unit(of)),
    }
}

pub(super) fn class(class: Class) -> &'static str {
    match class {
        Class::Direct => "direct",
        Class::Block => "block",
        Class::Title => "title",
        Class::Term => "term",
        Class::Scare => "scare",
    }
}

pub(super) fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Named => "named",
        Grade::Described => "described",
        Grade::Pronoun => "pronoun",
        Grade::Citation => "citation",
        Grade::None => "none",
    }
}

pub(super) fn how(how: How) -> &'static str {
    match how {
        How::Before => "before",
        How::After => "after",
        How::Inside => "inside",
        How::Colon => "colon",
        How::Credit => "credit",
        How::Citation => "citation",
        How::Beside => "beside",
        How::Continuing => "continuing",
        How::Turn => "turn",
        How::Text => "text",
    }
}

pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Verbatim => "verbatim",
        Status::Altered => "altered",
        Status::Misquoted => "misquoted",
        Status::Misattributed => "misattributed",
        Status::Spliced => "spliced",
        Status::Absent => "absent",
        Status::TooShort => "too-short",
    }
}
