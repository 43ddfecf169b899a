//! `extends:`: a configuration on top of a shared one.

use super::Configuration;
use crate::yaml::Node;

impl Configuration {
    /// What a file says on top of what the file says that it extends. Of single values the file's own win;
    /// lists are added up, the file's own first where the first one found counts, last where the last does.
    #[must_use]
    pub(super) fn on_top_of(mut self, below: Configuration, node: &Node) -> Configuration {
        let says = |key: &str| node.get(key).is_some();
        if !says("profile") {
            self.profile = below.profile;
        }
        if !says("sources-complete") {
            self.sources_complete = below.sources_complete;
        }
        self.date = self.date.or(below.date);
        self.fail_on = self.fail_on.or(below.fail_on);
        self.baseline = self.baseline.or(below.baseline);
        self.style = self.style.or(&below.style);
        if !says("select") {
            self.select = below.select;
        }
        let own = std::mem::replace(&mut self.severity, below.severity);
        self.severity.extend(own);
        let people = below.people.into_iter();
        let new = people.filter(|person| self.people.iter().all(|own| own.name != person.name));
        let new: Vec<_> = new.collect();
        self.people.extend(new);
        let works = below.works.into_iter();
        let new: Vec<_> = works
            .filter(|work| self.works.iter().all(|own| own.title != work.title))
            .collect();
        self.works.extend(new);
        let events = below.events.into_iter();
        let new: Vec<_> = events
            .filter(|event| self.events.iter().all(|own| own.name != event.name))
            .collect();
        self.events.extend(new);
        self.ignore.extend(below.ignore);
        self.sources.extend(below.sources);
        self.bibliography.extend(below.bibliography);
        self.suppress.extend(below.suppress);
        self.extended.extend(below.extended);
        self.rules.splice(0..0, below.rules);
        self.overrides.splice(0..0, below.overrides);
        self
    }
}
