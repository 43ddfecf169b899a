//! Who says a quotation: the words beside it that tell, and whom its paragraph and the text tell of.

mod antecedent;
mod brief;
mod credit;
mod described;
mod floor;
mod habit;
mod handover;
mod head;
mod interview;
mod label;
mod lead;
mod neighbours;
mod noun;
mod order;
mod paragraph;
mod person;
mod placed;
mod pointed;
mod portrait;
mod pronoun;
mod reading;
mod reference;
mod report;
mod sayer;
mod search;
mod seen;
mod set_apart;
mod sharing;
mod sitter;
mod subject;
mod tag;
mod tagged;
mod talk;
mod telling;
mod told;
mod voice;

use super::Quotation;
use crate::document::Document;
use antecedent::Antecedents;
pub(super) use credit::is_credit;
use person::People;
use search::Search;
pub(super) use subject::Narration;
use telling::Telling;

/// Gives each quotation its speaker.
pub(super) fn attribute(document: &Document, quotations: &mut [Quotation]) {
    let telling = Telling::new(document, quotations);
    let antecedents = Antecedents::new(People::new(document), telling);
    for number in 0..quotations.len() {
        let search = Search::new(
            &antecedents,
            document,
            &quotations[..number],
            &quotations[number..],
        );
        let found = search.run();
        quotations[number].attribution = found;
    }
    sharing::part_adjacent(document, quotations);
    sharing::share_backwards(document, quotations);
    paragraph::share_pulled(document, quotations);
    habit::share(&antecedents, document, quotations);
    sitter::share(&antecedents, document, quotations);
}
