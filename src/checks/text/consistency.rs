//! `consistency`: forms that must not meet in one article, reported once.

use schemars::JsonSchema;
use serde::Deserialize;

use super::pattern::Excuses;
use crate::checks::tally::{Tally, times};
use crate::checks::{Check, Context, Finding};
use crate::diagnostic::Applicability;
use crate::pattern::Pattern;

/// Reports, once, that an article mixes several forms of one thing: the rarer form as primary
/// label, the commoner as secondary, each with its count.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consistency {
    /// The forms; a place belongs to the first that matches there.
    forms: Vec<Form>,
    /// The key of `style:` in `textcheck.yaml` that settles the form.
    setting: Option<String>,
    /// Where a place of a form lies in a match of one of these, it does not count.
    #[serde(default)]
    except: Vec<Pattern>,
    /// Whether the rarer form may be rewritten without asking.
    #[serde(default)]
    fix: Applicability,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Form {
    /// What the message calls it; also what `style:` may say.
    name: String,
    /// What it looks like.
    regex: Pattern,
    /// What to write for it, when the others are rewritten to it; also what `style:` may say.
    write: Option<String>,
}

impl Check for Consistency {
    fn fields(&self) -> &'static [&'static str] {
        &["found", "found_times", "other", "other_times"]
    }

    fn patterns(&self) -> Vec<&Pattern> {
        self.forms
            .iter()
            .map(|form| &form.regex)
            .chain(&self.except)
            .collect()
    }

    fn check(&self, cx: &Context, findings: &mut Vec<Finding>) {
        let tally = self.tally(cx);
        let settled = self
            .setting
            .as_deref()
            .and_then(|setting| cx.style_sheet.style.get(setting))
            .and_then(|wanted| self.form(wanted));
        let Some((preferred, others)) = tally.verdict(settled) else {
            return;
        };
        let rarest = others[others.len() - 1];
        let first = &tally.places(rarest)[0];
        let mut finding = Finding::at(first.clone())
            .note(self.describe(&tally, rarest))
            .field("found", &self.forms[rarest].name)
            .field("found_times", times(tally.places(rarest).len()))
            .field("other", &self.forms[preferred].name)
            .field("other_times", times(tally.places(preferred).len()));
        for form in std::iter::once(preferred).chain(others.iter().copied()) {
            if form != rarest
                && let Some(place) = tally.places(form).first()
            {
                finding = finding.label(place.clone(), self.describe(&tally, form));
            }
        }
        findings.push(finding.fix(self.fix, self.edits(&tally, preferred, &others)));
    }
}

impl Consistency {
    /// Every place of every form, each place counted for the first form that matches there.
    fn tally(&self, cx: &Context) -> Tally {
        let mut places: Vec<_> = self
            .forms
            .iter()
            .enumerate()
            .flat_map(|(form, Form { regex, .. })| {
                cx.matches(regex).map(move |found| (found.range(), form))
            })
            .collect();
        places.sort_by_key(|(range, form)| (range.start, *form));
        let excuses = Excuses::new(cx, &self.except);
        let mut tally = Tally::new(self.forms.len());
        let mut end = 0;
        for (range, form) in places {
            if range.start >= end && !excuses.cover(&range) {
                end = range.end;
                tally.add(form, range);
            }
        }
        tally
    }

    fn form(&self, wanted: &str) -> Option<usize> {
        self.forms
            .iter()
            .position(|form| form.name == wanted || form.write.as_deref() == Some(wanted))
    }

    fn describe(&self, tally: &Tally, form: usize) -> String {
        format!(
            "{}, {}",
            self.forms[form].name,
            times(tally.places(form).len())
        )
    }

    fn edits(
        &self,
        tally: &Tally,
        preferred: usize,
        others: &[usize],
    ) -> Vec<(std::ops::Range<usize>, String)> {
        let Some(write) = &self.forms[preferred].write else {
            return Vec::new();
        };
        let mut edits: Vec<_> = others
            .iter()
            .flat_map(|&form| tally.places(form))
            .map(|place| (place.clone(), write.clone()))
            .collect();
        edits.sort_by_key(|(range, _)| range.start);
        edits
    }
}
