//! Owns the units and seasons that prose counts time by, and how sharply a mention names a time.

/// How sharply the mention names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Precision {
    /// As written.
    #[default]
    Exact,
    /// `c. 1905`, `about 1905`.
    Circa,
    /// `early 1931`, `the beginning of 1931`.
    Early,
    /// `mid-1931`.
    Mid,
    /// `late 1931`, `the end of 1931`.
    Late,
    /// `before 1938`, `by 1932`, `until 1938`.
    Before,
    /// `after 1938`, `since 1934`.
    After,
}

/// Seasons, northern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// March to June.
    Spring,
    /// June to September.
    Summer,
    /// September to December; also `fall`.
    Autumn,
    /// December to March.
    Winter,
}

/// Units of time from a day upwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Days (and nights).
    Day,
    /// Weeks.
    Week,
    /// Fourteen days.
    Fortnight,
    /// Months.
    Month,
    /// Years.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    /// `count` of them as a span of the calendar; `None` if no calendar is so long.
    #[must_use]
    pub fn span(self, count: i64) -> Option<jiff::Span> {
        let span = jiff::Span::new();
        match self {
            Self::Day => span.try_days(count),
            Self::Week => span.try_weeks(count),
            Self::Fortnight => span.try_weeks(count.checked_mul(2)?),
            Self::Month => span.try_months(count),
            Self::Year => span.try_years(count),
            Self::Decade => span.try_years(count.checked_mul(10)?),
            Self::Century => span.try_years(count.checked_mul(100)?),
        }
        .ok()
    }
}
