//! Owns the order of day and month in dates of figures, which one date that can
//! be read one way only settles for the whole article.

use super::{interval::Interval, mention::DateMention, written::Order};

/// Lets the article settle the order of `03/04/1938`: by another date in figures
/// that can be read one way only.
pub(super) fn settle_orders(dates: &mut [DateMention]) {
    let any = |test: fn(&Order) -> bool| {
        dates
            .iter()
            .filter(|mention| !is_twin(mention))
            .any(|mention| !mention.is_unreal() && test(&mention.form.order))
    };
    let day_first = any(|order| matches!(order, Order::NumericDayMonth(_)));
    let month_first = any(|order| matches!(order, Order::NumericMonthDay(_)));
    if day_first == month_first {
        return;
    }
    for mention in dates {
        let Order::NumericAmbiguous(mark) = mention.form.order else {
            continue;
        };
        mention.form.order = if day_first {
            Order::NumericDayMonth(mark)
        } else {
            Order::NumericMonthDay(mark)
        };
        let written = &mut mention.written;
        if month_first
            && let (Some(day), Some(month)) = (written.day.as_mut(), written.month.as_mut())
        {
            std::mem::swap(&mut day.value, &mut month.value);
            std::mem::swap(&mut day.range, &mut month.range);
        }
        let parts = written
            .day
            .as_ref()
            .zip(written.month.as_ref())
            .zip(written.year.as_ref());
        let date = parts.and_then(|((day, month), year)| {
            let (month, day) = (
                i8::try_from(month.value).ok()?,
                i8::try_from(day.value).ok()?,
            );
            super::calendar::date(mention.calendar, year.value, month, day)
        });
        if let Some(date) = date {
            mention.base = Interval::day(date);
            mention.interval = mention.base.narrowed(mention.precision, mention.inclusive);
        }
    }
}

/// Whether day and month are the same, as in `10/10/1938`: either order reads so.
fn is_twin(mention: &DateMention) -> bool {
    let written = &mention.written;
    let figures = written.day.as_ref().zip(written.month.as_ref());
    figures.is_some_and(|(day, month)| day.value == month.value)
}
