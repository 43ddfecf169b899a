//! Owns the completion of a date: years, months and centuries taken from the
//! context, then the interval, or the fault of a date no calendar has.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    calendar,
    interval::Interval,
    mention::{Anchor, DateMention, Fault, Kind, Reference},
    old_style,
    range::{beyond, lend},
    unit::Precision,
    written::{Era, Order},
    year::years_of,
};

/// What the text before a mention gives it.
#[derive(Debug, Default)]
pub(super) struct Context {
    pub(super) document: Option<Date>,
    /// The number of the block that is read.
    pub(super) block: usize,
    /// The last dated mention.
    pub(super) seen: Option<Seen>,
    /// The date that is the whole of the last heading: `1938` above a section.
    pub(super) heading: Option<Seen>,
    /// Years of one to three figures have been told.
    pub(super) ancient: bool,
}

/// A dated mention that others can hang on.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) range: Range<usize>,
    pub(super) interval: Interval,
    pub(super) month: Option<u32>,
    pub(super) block: usize,
}

/// A year and where it comes from.
pub(super) type Lent = Option<(i16, Anchor)>;

impl Context {
    /// Remembers a mention for those that follow.
    pub(super) fn see(&mut self, mention: &DateMention) {
        let last = mention.last();
        let none = last.base.is_open() || mention.is_unreal() || last.is_unreal();
        // `the year before` steps aside: what follows goes on from where the text was.
        let aside = mention.relative.as_ref().is_some_and(|relative| {
            relative.reference == Reference::Anaphoric
                && relative.offset.is_some_and(|offset| offset < 0)
        });
        if none || mention.recurring || aside || last.kind == Kind::Century {
            return;
        }
        let month = last
            .base
            .earliest
            .zip(last.base.latest)
            .filter(|(a, b)| (a.year(), a.month()) == (b.year(), b.month()));
        let month = month.and_then(|(a, _)| u32::try_from(a.month()).ok());
        self.ancient |= last.base.latest.is_some_and(|day| day.year() < 1000);
        self.seen = Some(Seen {
            range: mention.range.clone(),
            interval: last.base,
            month,
            block: self.block,
        });
    }

    /// Goes on to the next block; `line` is the byte range of the one that ends.
    pub(super) fn leave(&mut self, line: Range<usize>) {
        if line.is_empty() {
            return;
        }
        if let Some(seen) = self
            .seen
            .as_ref()
            .filter(|seen| seen.block == self.block && seen.range == line)
        {
            self.heading = Some(seen.clone());
        }
        self.block += 1;
    }

    /// Whether the last date told in this block is a day.
    pub(super) fn day_told(&self) -> bool {
        self.seen.as_ref().is_some_and(|seen| {
            let days = &seen.interval;
            seen.block == self.block && !days.is_open() && days.earliest == days.latest
        })
    }

    /// The year a yearless day takes: of the last date of the block, else of a
    /// heading that is a date, else of the document.
    fn year(&self) -> Lent {
        let seen = self
            .seen
            .as_ref()
            .filter(|seen| seen.block == self.block)
            .or(self.heading.as_ref());
        let from_text = seen.and_then(|seen| {
            Some((
                seen.interval.single_year()?,
                Anchor::Mention(seen.range.clone()),
            ))
        });
        from_text.or_else(|| self.document.map(|date| (date.year(), Anchor::Document)))
    }

    /// The year that a yearless day or month takes over from the block before, where nothing else has
    /// one: of a day or month told there, unless the new one lies before it.
    fn year_of_block_before(&self, month: Option<u32>) -> Lent {
        let seen = self.seen.as_ref()?;
        let near = seen.block + 1 == self.block && seen.month? <= month?;
        near.then_some(())?;
        Some((
            seen.interval.single_year()?,
            Anchor::Mention(seen.range.clone()),
        ))
    }

    /// The month of `Wednesday the 16th`, with its year.
    fn month(&self) -> Option<(u32, i16, Anchor)> {
        let seen = self.seen.as_ref().filter(|seen| seen.block == self.block);
        let from_text = seen.and_then(|seen| {
            Some((
                seen.month?,
                seen.interval.single_year()?,
                Anchor::Mention(seen.range.clone()),
            ))
        });
        from_text.or_else(|| {
            let date = self.document?;
            Some((
                u32::try_from(date.month()).ok()?,
                date.year(),
                Anchor::Document,
            ))
        })
    }

    /// The whole year of one written with two figures.
    fn full_year(&self, short: i16, step: i16) -> i16 {
        let seen = self
            .seen
            .as_ref()
            .and_then(|seen| seen.interval.earliest)
            .map(|day| day.year());
        let near = seen.or(self.document.map(|day| day.year())).unwrap_or(1950);
        let year = near - near.rem_euclid(100) + short;
        let after = self
            .document
            .is_some_and(|day| year > day.year().saturating_add(1));
        let far = step == 1 && (year - near).abs() > 60;
        if year >= 1000 && (after || (far && year > near)) {
            year - 100
        } else {
            year
        }
    }

    /// Completes a mention and computes its interval. `lent` is a year that
    /// stands further on in the sentence.
    pub(super) fn settle(&self, mention: &mut DateMention, lent: Lent) {
        if mention.ends.is_some() {
            self.settle_range(mention, lent);
            return;
        }
        let lent = if mention.recurring {
            None
        } else {
            let month = mention.written.month.as_ref().map(|month| month.value);
            lent.or_else(|| self.year())
                .or_else(|| self.year_of_block_before(month))
        };
        self.settle_one(mention, lent);
        finish(mention);
    }

    fn settle_range(&self, mention: &mut DateMention, lent: Lent) {
        let recurring = mention.recurring;
        let Some(ends) = mention.ends.as_deref_mut() else {
            return;
        };
        let context = lent.or_else(|| self.year()).filter(|_| !recurring);
        lend(ends);
        let [first, second] = ends;
        let (first_lent, second_lent) = lent_years(first, second).unwrap_or_else(|| {
            let over = i16::from(runs_over(first, second));
            let second = context.clone().map(|(year, anchor)| (year + over, anchor));
            (context, second)
        });
        self.settle_one(first, first_lent);
        self.settle_one(second, second_lent);
        era_of_first(first, second);
        finish(first);
        finish(second);
        span_ends(mention);
        finish(mention);
    }

    /// Finds the days a single date names.
    fn settle_one(&self, mention: &mut DateMention, lent: Lent) {
        if mention.relative.is_some() {
            mention.base = self.document.map_or(Interval::OPEN, Interval::day);
            mention.anchor = self.document.map(|_| Anchor::Document);
            return;
        }
        self.complete_short(mention);
        let mut year = mention.written.year.as_ref().map(|year| year.value);
        if year.is_none()
            && matches!(mention.kind, Kind::Day | Kind::Month | Kind::Season)
            && let Some((lent, anchor)) = lent
        {
            mention.anchor = Some(anchor);
            year = Some(lent);
        }
        match mention.kind {
            Kind::Day => self.settle_day(mention, year),
            Kind::Month => {
                let month = mention
                    .written
                    .month
                    .as_ref()
                    .and_then(|month| i8::try_from(month.value).ok());
                mention.base = year
                    .zip(month)
                    .map_or(Interval::OPEN, |(y, m)| Interval::month(y, m));
            }
            Kind::Season if mention.base.is_open() => {
                let season = mention.written.season;
                mention.base = year
                    .zip(season)
                    .map_or(Interval::OPEN, |(y, s)| Interval::season(y, s));
            }
            Kind::Year => mention.base = year.map_or(Interval::OPEN, Interval::year),
            Kind::Decade | Kind::Century => {
                mention.base =
                    year.map_or(Interval::OPEN, |first| century_or_decade(mention, first));
            }
            _ => {}
        }
    }

    /// Gives a year of two figures its century.
    fn complete_short(&self, mention: &mut DateMention) {
        let step = if mention.kind == Kind::Decade { 10 } else { 1 };
        if let Some(year) = mention.written.year.as_mut()
            && (year.short && year.era.is_none() && year.value < 100)
            && mention.kind != Kind::Century
        {
            year.value = self.full_year(year.value, step);
        }
    }

    fn settle_day(&self, mention: &mut DateMention, year: Option<i16>) {
        let Some(day) = mention.written.day.clone() else {
            return;
        };
        let mut year = year;
        let month = match &mention.written.month {
            Some(month) => Some(month.value),
            None => self.month().map(|(month, lent, anchor)| {
                mention.anchor = Some(anchor);
                year = Some(lent);
                month
            }),
        };
        let parts = month
            .and_then(|month| Some((i8::try_from(month).ok()?, i8::try_from(day.value).ok()?)));
        let longest = parts.is_some_and(|(month, day)| Date::new(2000, month, day).is_ok());
        if beyond(&day) || (month.is_some() && !longest) {
            mention.fault = Some(Fault::Impossible);
            mention.anchor = None;
            return;
        }
        let (Some(year), Some((month, number))) = (year, parts) else {
            return;
        };
        if let Some(pair) = mention.old_style.as_mut() {
            old_style::measure(pair, year);
        }
        match calendar::date(mention.calendar, year, month, number) {
            Some(date) => mention.base = Interval::day(date),
            // 29 February of a year that was lent: of another year then.
            None if mention.anchor.is_some() => mention.anchor = None,
            None => mention.fault = Some(Fault::Impossible),
        }
        if let Order::NumericAmbiguous(_) = mention.form.order
            && let Some(other) = calendar::date(mention.calendar, year, number, month)
        {
            mention.base = mention.base.hull(&Interval::day(other));
        }
    }
}

/// Gives a range the days from its first end to its second, or its fault.
fn span_ends(mention: &mut DateMention) {
    let Some([first, second]) = mention.ends.as_deref() else {
        return;
    };
    if first.is_unreal() || second.is_unreal() {
        mention.fault = Some(Fault::Impossible);
        return;
    }
    if matches!((first.base.earliest, second.base.latest), (Some(a), Some(b)) if a > b) {
        mention.fault = Some(Fault::Reversed);
        return;
    }
    mention.base = Interval {
        earliest: first.interval.earliest,
        latest: second.interval.latest,
    };
    let fault = first.fault.as_ref().or(second.fault.as_ref());
    if mention.fault.is_none() {
        mention.fault = fault.cloned();
    }
    let range = &mention.range;
    let outside = |anchor: &&Anchor| match anchor {
        Anchor::Document => true,
        Anchor::Mention(other) => other.end <= range.start || other.start >= range.end,
    };
    let anchors = [&first.anchor, &second.anchor];
    mention.anchor = anchors.into_iter().flatten().find(outside).cloned();
}

/// The years that two ends of a range lend each other; `None` if neither has one.
fn lent_years(first: &DateMention, second: &DateMention) -> Option<(Lent, Lent)> {
    let year = |end: &DateMention| end.written.year.as_ref().map(|year| year.value);
    let from = |end: &DateMention| Anchor::Mention(end.range.clone());
    match (year(first), year(second)) {
        (None, None) => None,
        (Some(_), Some(_)) => Some((None, None)),
        (None, Some(year)) => Some((
            Some((year - i16::from(runs_over(first, second)), from(second))),
            None,
        )),
        (Some(year), None) => Some((
            None,
            Some((year + i16::from(runs_over(first, second)), from(first))),
        )),
    }
}

/// Whether a range of months without two years runs over New Year.
fn runs_over(first: &DateMention, second: &DateMention) -> bool {
    let month = |end: &DateMention| end.written.month.as_ref().map(|month| month.value);
    matches!((month(first), month(second)), (Some(a), Some(b)) if a > b)
}

/// `300–200 BC`: the first year is one before Christ too.
fn era_of_first(first: &mut DateMention, second: &DateMention) {
    let before = second
        .written
        .year
        .as_ref()
        .is_some_and(|year| year.era == Some(Era::Before));
    if let Some(year) = first.written.year.as_mut()
        && before
        && year.era.is_none()
        && first.kind == Kind::Year
    {
        year.value = 1 - year.value;
        first.base = Interval::year(year.value);
    }
}

fn century_or_decade(mention: &DateMention, first: i16) -> Interval {
    if mention
        .written
        .year
        .as_ref()
        .is_some_and(|year| year.era == Some(Era::Before))
    {
        return Interval::years(first, first.saturating_add(99));
    }
    years_of(mention.kind, first)
}

/// Narrows the named days by what stands before them.
fn finish(mention: &mut DateMention) {
    if mention.is_unreal() {
        mention.base = Interval::OPEN;
        mention.interval = Interval::OPEN;
        return;
    }
    let vague = mention.base.narrowed(mention.part, true);
    mention.interval = match mention.precision {
        Precision::Before | Precision::After => {
            vague.narrowed(mention.precision, mention.inclusive)
        }
        _ => vague,
    };
}
