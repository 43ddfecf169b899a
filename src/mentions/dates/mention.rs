//! Owns the types of a date mention: what later checks read, so that none of
//! them parses text again. All offsets are bytes of the prose, half open.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    calendar::Calendar,
    interval::Interval,
    unit::{Precision, Unit},
    written::{DayFigure, Form, MonthFigure, Written},
};

/// What the extraction reads: prose with markup removed.
#[derive(Debug, Clone, Copy)]
pub struct Prose<'t> {
    /// Blocks of prose separated by `'\n'`, which stands nowhere else; U+FFFC
    /// stands for something that is not prose.
    pub text: &'t str,
    /// Byte ranges of the sentences, in order.
    pub sentences: &'t [Range<usize>],
    /// The date the article gives itself.
    pub document_date: Option<Date>,
}

/// What sort of time a mention names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `16 February 1938`, `16 February`, `Wednesday the 16th`.
    Day,
    /// `February 1938`, `in February`.
    Month,
    /// `spring 1938`.
    Season,
    /// `1938`, `44 BC`.
    Year,
    /// `the 1930s`, `the thirties`.
    Decade,
    /// `the nineteenth century`, `the 1800s`.
    Century,
    /// Two ends: `from 1928 to 1931`.
    Range,
    /// `tomorrow`, `two years earlier`, `last Friday`.
    Relative,
}

/// A mention of a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// All its words, with `early`, `since`, `from` and the like.
    pub range: Range<usize>,
    /// What it names.
    pub kind: Kind,
    /// How sharply.
    pub precision: Precision,
    /// The vagueness under `since`, `by` and the like: `Early` for `since early
    /// 1934`; else the same as `precision`, or exact.
    pub part: Precision,
    /// `since`, `by`, `until`: the date named belongs to it, as it does not for
    /// `before` and `after`.
    pub inclusive: bool,
    /// The days it can be; open where the text does not say, and where no
    /// calendar has it.
    pub interval: Interval,
    /// The days of the date named, without `since`, `before`, `early`, `about`.
    pub base: Interval,
    /// The calendar it is written in; intervals are always Gregorian.
    pub calendar: Calendar,
    /// Where a missing year, month or base was taken from.
    pub anchor: Option<Anchor>,
    /// The figures as written.
    pub written: Written,
    /// The form they are written in.
    pub form: Form,
    /// What is wrong with it on its face.
    pub fault: Option<Fault>,
    /// The same day in the other calendar, written beside it: rare, and long.
    pub old_style: Option<Box<OldStyle>>,
    /// For a relative word: what it is relative to and by how much.
    pub relative: Option<Relative>,
    /// For a range: its two ends, in the order of the text.
    pub ends: Option<Box<[DateMention; 2]>>,
    /// `born`, `b.`, `died`, `d.` stands before it.
    pub hint: Option<Hint>,
    /// A range in brackets after a name: `(1906–1938)`.
    pub life: bool,
    /// `every year on August 20th`: no single year is meant.
    pub recurring: bool,
}

impl DateMention {
    pub(super) fn new(range: Range<usize>, kind: Kind) -> Self {
        Self {
            range,
            kind,
            precision: Precision::Exact,
            part: Precision::Exact,
            inclusive: false,
            interval: Interval::OPEN,
            base: Interval::OPEN,
            calendar: Calendar::Gregorian,
            anchor: None,
            written: Written::default(),
            form: Form::default(),
            fault: None,
            old_style: None,
            relative: None,
            ends: None,
            hint: None,
            life: false,
            recurring: false,
        }
    }

    /// A relative mention that is not yet settled.
    pub(super) fn relative(range: Range<usize>, reference: Reference) -> Self {
        let mut mention = Self::new(range, Kind::Relative);
        mention.relative = Some(Relative {
            reference,
            offset: None,
            unit: None,
            approximate: false,
        });
        mention
    }

    /// The end of a range that comes last in the text, or the mention itself.
    #[must_use]
    pub fn last(&self) -> &Self {
        self.ends.as_deref().map_or(self, |[_, last]| last)
    }

    /// Whether it counts from the day of writing: `tomorrow`, `last week`.
    #[must_use]
    pub fn is_deictic(&self) -> bool {
        self.relative
            .as_ref()
            .is_some_and(|relative| relative.reference == Reference::Deictic)
    }

    /// Whether its year is written, in it or in both of its ends.
    #[must_use]
    pub fn written_year(&self) -> bool {
        match self.ends.as_deref() {
            Some(ends) => ends.iter().all(|end| end.written.year.is_some()),
            None => self.written.year.is_some(),
        }
    }

    /// Whether there is no such time.
    #[must_use]
    pub fn is_unreal(&self) -> bool {
        self.fault.as_ref().is_some_and(Fault::is_unreal)
    }
}

/// Where a missing part of a date was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// The date of the document.
    Document,
    /// Another mention, by its byte range.
    Mention(Range<usize>),
}

/// A mark of life beside a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// `b. 1906`, `born in 1906`.
    Birth,
    /// `d. 1938`, `died in 1938`.
    Death,
}

/// What is wrong with a date on its face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No calendar has it: `31 June`, `2014-02-30`, `13/31/2018`.
    Impossible,
    /// `22th`.
    Ordinal {
        /// Place of the wrong suffix.
        suffix: Range<usize>,
        /// What it must be.
        right: &'static str,
    },
    /// `Febmary`.
    Misspelt {
        /// Place of the word.
        word: Range<usize>,
        /// The month meant, 1 to 12.
        month: i8,
    },
    /// `1930's`: the place of the apostrophe.
    DecadeApostrophe(Range<usize>),
    /// `from 1931-1935`, `between 1931–1935`.
    Wording,
    /// The ends of a range run backwards.
    Reversed,
}

impl Fault {
    /// Whether there is no such time, so that it can neither be compared nor
    /// serve as an anchor. The others are faults of form: the time is plain.
    #[must_use]
    pub fn is_unreal(&self) -> bool {
        matches!(self, Self::Impossible | Self::Reversed)
    }
}

/// The two days of `25 October (7 November) 1917`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldStyle {
    /// The Julian day, as written.
    pub julian: PairedDay,
    /// The Gregorian day, as written.
    pub gregorian: PairedDay,
    /// `O.S.`, `Old Style`, `N.S.` is written beside it.
    pub marked: bool,
    /// How many days the two are apart as written; `None` without a year.
    pub apart: Option<i32>,
    /// How many days they must be apart; `None` without a year.
    pub expected: Option<i32>,
}

/// One day of an Old Style / New Style pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairedDay {
    /// The day.
    pub day: DayFigure,
    /// The month, which the other day may lend.
    pub month: MonthFigure,
}

/// What a relative word is relative to, and by how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relative {
    /// To the day of writing, or to a date told before.
    pub reference: Reference,
    /// Units forwards (positive) or backwards; `None` when the words do not count.
    pub offset: Option<i64>,
    /// The unit of the offset.
    pub unit: Option<Unit>,
    /// `about two years later`.
    pub approximate: bool,
}

/// What a relative word points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// The day of writing: `tomorrow`, `last week`, `ago`.
    Deictic,
    /// A date told before: `later`, `the following year`.
    Anaphoric,
}
