//! Owns the judgement whether `today`, `tomorrow` or `yesterday` is an age of the world and no day.

use super::scan::{Scan, Token};

/// `the cinema of yesterday`, but `the events of yesterday`.
pub(super) fn is_other_age(scan: Scan, token: Token) -> bool {
    const HAPPENING: &str = "as events event morning afternoon evening night meeting vote match game session debate \
    news letter attack";
    let of = scan.before(token.start);
    !token.is("today")
        && !token.is("tonight")
        && of.is("of")
        && !scan.before(of.start).within(HAPPENING)
        && !scan.next(token.end).is_apostrophe()
}

/// Words that tell of a lasting present beside `today`, where nothing dates the text.
const LASTING: &str = "is are has have remain remains live lives stand stands hold holds known can offers used use \
    uses exist exists take takes make makes making attract attracts serve serves continue continues";

/// What `today's` the present age is, and no day.
const OF_THE_AGE: &str = "generation generations world society youth youngsters children city town visitors \
    tourists readers standards money terms";

/// What `today's` a day brings, in a text that bears no date: any other thing is of the present age
/// (`today's Moriori`, `today's technology`).
const OF_THE_DAY: &str = "announcement news paper papers edition issue meeting vote match game session debate \
    hearing ruling decision attack race election elections lesson class date post episode show programme \
    program report statement speech event events ceremony festivities budget judgment verdict march strike \
    protest launch opening menu special guest guests topic work weather";

/// Words on either side of `today` that may tell whether it is a day.
pub(super) const REACH: usize = 14;

/// Whether `today` is the present age and no day: `the youth of today`, `still in use today`, and, in
/// a text that bears no date, beside a present tense that nobody speaks (`Today, the quarter is quiet`).
pub(super) fn is_nowadays(scan: Scan, token: Token, dated: bool) -> bool {
    let of = scan.before(token.start);
    let after = scan.next(token.end);
    let owns = after.is_apostrophe() && after.start == token.end;
    if of.is("of") && !owns {
        return !after.is_mark('"');
    }
    if after.is_apostrophe() {
        let thing = scan.next(scan.token(after.end).end);
        return thing.within(OF_THE_AGE) || !dated && !thing.within(OF_THE_DAY);
    }
    if compares(scan, of, after) {
        return true;
    }
    if [of, after].iter().any(|word| reports(word.text)) {
        return false;
    }
    let ends = |word: &Token| !word.is_word() && !word.is_number() && !word.is_mark(',');
    let before = std::iter::successors(Some(of), |word| Some(scan.before(word.start)));
    let behind = std::iter::successors(Some(after), |word| Some(scan.next(word.end)));
    let around: Vec<_> = before
        .take(REACH)
        .take_while(|word| !ends(word))
        .chain(behind.take(REACH).take_while(|word| !ends(word)))
        .collect();
    let has = |words: &str| around.iter().any(|word| word.within(words));
    has("still") || !dated && has(LASTING) && !has("i we you my our your me us")
}

/// `as strong today as it was then`, `better today than ever`, `the way it is today`.
fn compares(scan: Scan, before: Token, after: Token) -> bool {
    let then = scan.next(after.end);
    let was = scan.next(then.end).within("was were did had");
    let than = after.is("than") || after.is("as") && then.within("it they he she we") && was;
    let it = scan.before(before.start);
    let state = before.among(&["is", "are"]) && it.among(&["it", "they"]) && !after.is_word();
    than || state && !scan.starts_sentence(it.start)
}

/// A verb of one day: `said`, `announced`, `will`.
fn reports(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
        || matches!(word, "said" | "told" | "to" | "will" | "met" | "won")
}
