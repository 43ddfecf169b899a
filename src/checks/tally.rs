//! Several forms of one thing in one article: which is the rule, which the exception.

use std::ops::Range;

/// Occurrences of the forms that an article mixes, by the number of the form.
#[derive(Debug)]
pub(super) struct Tally {
    places: Vec<Vec<Range<usize>>>,
}

impl Tally {
    pub(super) fn new(forms: usize) -> Self {
        Tally {
            places: vec![Vec::new(); forms],
        }
    }

    pub(super) fn add(&mut self, form: usize, place: Range<usize>) {
        self.places[form].push(place);
    }

    /// Where a form stands, in the order of the text.
    pub(super) fn places(&self, form: usize) -> &[Range<usize>] {
        &self.places[form]
    }

    /// The preferred form, and the others that occur, the commoner first; `None` when the article
    /// keeps to one. The majority is preferred, the earlier form on a tie, unless `settled` says otherwise.
    pub(super) fn verdict(&self, settled: Option<usize>) -> Option<(usize, Vec<usize>)> {
        let mut found: Vec<usize> = (0..self.places.len())
            .filter(|&form| !self.places[form].is_empty())
            .collect();
        found.sort_by_key(|&form| {
            let first = self.places[form].first().map_or(0, |place| place.start);
            (std::cmp::Reverse(self.places[form].len()), first)
        });
        let preferred = settled.or_else(|| found.first().copied())?;
        found.retain(|&form| form != preferred);
        (!found.is_empty()).then_some((preferred, found))
    }
}

/// “never”, “once”, “twice”, “3 times”.
pub(super) fn times(count: usize) -> String {
    match count {
        0 => "never".into(),
        1 => "once".into(),
        2 => "twice".into(),
        _ => format!("{count} times"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_majority_is_preferred_and_the_earlier_on_a_tie() {
        let mut tally = Tally::new(3);
        tally.add(0, 10..11);
        assert_eq!(tally.verdict(None), None);
        tally.add(2, 5..6);
        assert_eq!(tally.verdict(None), Some((2, vec![0])));
        tally.add(0, 20..21);
        assert_eq!(tally.verdict(None), Some((0, vec![2])));
        assert_eq!(tally.verdict(Some(2)), Some((2, vec![0])));
    }

    #[test]
    fn a_settled_form_speaks_even_where_the_article_keeps_to_another() {
        let mut tally = Tally::new(2);
        tally.add(0, 10..11);
        assert_eq!(tally.verdict(Some(1)), Some((1, vec![0])));
    }
}
