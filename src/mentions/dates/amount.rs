//! Owns the types of mentions that count time: ages, durations, anniversaries
//! and elapsed time. All offsets are bytes of the prose, half open.

use std::ops::{Range, RangeInclusive};

use super::unit::Unit;

/// A number with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub value: u32,
    /// Its place, as figures or words.
    pub range: Range<usize>,
    /// Written in words.
    pub spelt: bool,
}

/// A mention of somebody's age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeMention {
    /// All its words.
    pub range: Range<usize>,
    /// The age in completed years.
    pub years: Figure,
    /// The ages it may mean: wider than one for `about 32` and `in his thirties`.
    pub span: RangeInclusive<u32>,
    /// How it is worded.
    pub wording: AgeWording,
    /// For `six year-old` and `six years-old`: the blanks where a hyphen is missing.
    pub missing_hyphens: Vec<Range<usize>>,
    /// It is said of a thing (`a 70-year-old question`).
    pub thing: bool,
}

impl AgeMention {
    pub(super) fn new(years: Figure, range: Range<usize>, wording: AgeWording) -> Self {
        Self {
            range,
            span: years.value..=years.value,
            years,
            wording,
            missing_hyphens: Vec::new(),
            thing: false,
        }
    }
}

/// How an age is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeWording {
    /// `aged 32`, `age 32`.
    Aged,
    /// `at the age of 32`.
    AtTheAgeOf,
    /// `at twenty-two`.
    At,
    /// `thirty-two years of age`.
    YearsOfAge,
    /// `32 years old`.
    YearsOld,
    /// `32-year-old`.
    YearOld,
    /// `he was thirty-two`.
    Was,
    /// `a boy of twelve`.
    PersonOf,
    /// `, 32,` after a name.
    AfterName,
    /// `turned 40`.
    Turned,
    /// `his 40th birthday`.
    Birthday,
    /// `in his thirties`.
    InTheDecade,
}

/// A mention of a length of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DurationMention {
    /// All its words.
    pub range: Range<usize>,
    /// How many.
    pub amount: Figure,
    /// Of what.
    pub unit: Unit,
    /// `about`, `nearly`, `more than` stands before it.
    pub approximate: bool,
    /// `five-year`, before a noun.
    pub compound: bool,
}

/// A mention of an anniversary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnniversaryMention {
    /// All its words.
    pub range: Range<usize>,
    /// The years since the event.
    pub years: Figure,
    /// How it is worded.
    pub wording: AnniversaryWording,
    /// `about`, `nearly` stands before it.
    pub approximate: bool,
}

/// How an anniversary is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnniversaryWording {
    /// `70th anniversary`, `70-year anniversary`.
    Anniversary,
    /// `centenary`, `bicentenary`, `sesquicentennial`.
    Centenary,
    /// `golden jubilee`.
    Jubilee,
}

/// A mention of time gone by between two events: `70 years since`, `three days later`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElapsedMention {
    /// All its words.
    pub range: Range<usize>,
    /// How many.
    pub amount: Figure,
    /// Of what.
    pub unit: Unit,
    /// How it is worded.
    pub wording: ElapsedWording,
    /// `about`, `nearly`, `more than` stands before it.
    pub approximate: bool,
}

/// How elapsed time is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElapsedWording {
    /// `ago`, `back`: from the day of writing.
    Ago,
    /// `later`, `afterwards`, `on`: from the date told before.
    Later,
    /// `earlier`, `previously`.
    Earlier,
    /// `before` an event that follows.
    Before,
    /// `after` an event that follows.
    After,
    /// `since` an event that follows, seen from the day of writing.
    Since,
    /// `from now`, `hence`.
    Hence,
}

impl ElapsedWording {
    /// 1 when the event told lies after the one it is measured from, -1 when before.
    #[must_use]
    pub fn direction(self) -> i8 {
        match self {
            Self::Ago | Self::Earlier | Self::Before => -1,
            Self::Later | Self::After | Self::Since | Self::Hence => 1,
        }
    }
}
