//! Owns the judgement whether a range in brackets is somebody's life dates.

use super::{
    mention::{DateMention, Kind},
    scan::Scan,
};

/// Whether a range stands in brackets after a person's name.
pub(super) fn is_life(scan: Scan, mention: &DateMention) -> bool {
    const EVENTS: &str = "War Wars I II Dynasty Republic Empire Revolution University Council Congress Party \
    Union Crisis Depression Period Era Age Kingdom Trials Plan Committee";
    if mention.kind != Kind::Range {
        return false;
    }
    let mut open = scan.before(mention.range.start);
    for _ in 0..2 {
        if open.is_mark('.') || open.among(&["b", "born"]) {
            open = scan.before(open.start);
        }
    }
    let name = scan.before(open.start);
    if !open.is_mark('(') || !name.is_capital() || EVENTS.contains(name.text) {
        return false;
    }
    let mut before = scan.before(name.start);
    let mut parts = 1;
    while parts < 5
        && (before.is_capital() || before.is_mark('.') || before.within("de van von der la al ibn"))
    {
        if before.is("the") {
            return false;
        }
        before = scan.before(before.start);
        parts += 1;
    }
    parts > 1 && !before.is("the")
}
