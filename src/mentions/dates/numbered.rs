//! Owns the words that make figures the number of a thing or a count of things:
//! `room 1938`, `1938 letters`, `1984` the novel. Knows nothing of dates beyond that.

use super::scan::{Scan, Token};

/// Parts of books and papers.
const PASSAGES: &str = "page pages pp p chapter vol volume section sec figure fig table line lines verse \
    verses stanza paragraph para folio footnote note part article articles clause psalm ll";

/// Things that bear numbers: rooms, roads, machines, licences.
const THINGS: &str = "no nos number numbers numbered room flight route highway model version ver item lot bus \
    train platform suite apartment apt box ext extension building unit channel code id docket \
    op opus resolution error windows office class type area gate grade desk local rule form ward pier berth";

/// Series of numbers that publishers, scholars and engineers give out.
const SERIES: &str = "isbn issn rfc iso bwv kv arxiv doi pmid zip din accession";

/// The same in letters that are everyday words or names when they are small.
const SERIES_IN_CAPITALS: &[&str] = &[
    "BS", "EN", "NGC", "IC", "ANSI", "ASTM", "IEEE", "HIP", "SAO",
];

/// Makers who name what they make by numbers.
const MAKERS: &str = "colt winchester peugeot nokia cisco";

/// Telephones; a name may stand between: `Ring Primrose 1946`.
const CALLS: &str = "tel phone telephone fax call dial ring";

/// Money before figures.
const MONEY: &str = "rs usd eur gbp chf";

/// Words of one work that is named by a year, and of works in general.
const WORKS: &str = "novel film album song orwell hotel";

/// Words that reckon.
const RECKONING: &str = "times plus minus equals exactly v nearly almost only least than another some exceed \
    exceeds totalling over estimated";

/// What `of` gives a size, behind an article that does not know it yet: `a population of 1850`, but
/// `the average of 1913`.
const SIZES: &str = "total sum population height depth length weight speed altitude elevation score average \
    maximum minimum crowd audience attendance membership distance circulation";

/// What has a size and no year: `the rating of 2010`.
const SIZES_ALWAYS: &str = "rating capacity tonnage";

/// What is counted on two sides: `by 1938 votes to 1902`.
const SIDES: &str = "votes points seats ballots";

/// Units and things that figures count.
pub(super) const COUNTED: &str = "km m cm mm kg g mg lb lbs ft feet foot inches metre meter metres meters kilometres \
    kilometers miles mile yards hours hour hrs minutes seconds people men women \
    children words dollars dollar pounds euros francs marks roubles rubles crowns lire \
    liras pesetas florins guilders ducats shillings pence cents rupees zlotys kronor \
    kroner yen \
    percent per votes soldiers troops times years days weeks months degrees calories \
    watts volts hz mhz ghz kb mb gb tonnes tons acres hectares litres liters gallons \
    copies pages letters inhabitants residents participants students employees or more \
    million billion thousand hundred square cubic mph rpm kw hp cc ml l points metric \
    different individual pairs members hundredths";

/// Words before a year: nothing else of four figures stands there so often.
pub(super) const DATING: &str = "in since until till by before after during from between year years early mid late \
    circa c ca about around born died anno summer spring autumn winter fall through \
    throughout christmas easter of and or to the copyright";

/// Whether quotation marks hold just these figures: `1984` the novel.
pub(super) fn is_title(scan: Scan, start: usize, end: usize) -> bool {
    let quote = |c: Option<char>| c.is_some_and(|c| "\"'“”‘’«»‹›".contains(c));
    let inner = scan
        .char_at(end)
        .filter(|c| ",.".contains(*c))
        .map_or(end, |c| end + c.len_utf8());
    quote(scan.char_before(start)) && (quote(scan.char_at(end)) || quote(scan.char_at(inner)))
}

/// Whether the figures are a part of the name of a work: `the 1812 Overture`, `a copy of 1984`.
pub(super) fn is_work(scan: Scan, before: Token, end: usize) -> bool {
    let noun = scan.before(before.start);
    let copy = before.is("of")
        && (noun.is("copies")
            || noun.is("copy") && scan.before(noun.start).among(&["a", "his", "her"]));
    copy || scan.next(end).text == "Overture"
}

/// Whether the words before make figures the number of something.
pub(super) fn is_numbered(scan: Scan, before: Token) -> bool {
    if before.is_mark('§') || before.is_mark('¶') || before.is_mark('№') {
        return true;
    }
    let noun = scan.before(before.start);
    if before.is("than") {
        return !noun.among(&["later", "earlier"]);
    }
    if before.is("of") {
        let new = scan.before(noun.start).among(&["a", "an"]);
        return noun.within(SIZES_ALWAYS) || new && noun.within(SIZES);
    }
    if before.is("to") {
        return noun.within(SIDES) && scan.before(noun.start).is_number();
    }
    if before.is_mark('.') && !noun.is_word() {
        return false;
    }
    let token = if before.is_mark('.') { noun } else { before };
    if token.is("s")
        && scan
            .char_before(token.start)
            .is_some_and(|c| "'’".contains(c))
    {
        let owner =
            scan.before(token.start - scan.char_before(token.start).map_or(0, char::len_utf8));
        return owner.is("orwell");
    }
    if before.is_mark('.')
        && !token.within("p pp no nos vol v fig sec op art ch tel ext para n rs ll")
    {
        return false;
    }
    let rung = token.is_capital() && scan.before(token.start).within(CALLS);
    rung || SERIES_IN_CAPITALS.contains(&token.text)
        || token.is_capital() && token.within(MAKERS)
        || [PASSAGES, THINGS, SERIES, CALLS, MONEY, WORKS, RECKONING]
            .iter()
            .any(|words| token.within(words))
}

/// Whether figures from `start` to `end` count what follows them: `1938 letters`.
pub(super) fn counts(scan: Scan, start: usize, end: usize) -> bool {
    let hyphen = scan.char_at(end) == Some('-');
    let next = scan.token(if hyphen { end + 1 } else { scan.skip(end) });
    if !next.is_small() {
        return next.is_mark('%') || next.is_mark('°');
    }
    let before = scan.before(start);
    // `pre-1914 toys`.
    if before.is_mark('-') && before.end == start {
        return false;
    }
    if next.is("or") {
        return scan.next(next.end).among(&["more", "so", "fewer", "less"]);
    }
    if next.within(COUNTED) {
        // `in 1938 people went hungry`, `in 1938 more of them`: the year opens the clause.
        let opening = before.text == "In"
            || (before.is("in")
                && next.within("people men women more children students members different"));
        return !opening;
    }
    let plural = next.text.len() > 3
        && next.text.ends_with('s')
        && !next.text.ends_with("ss")
        && !next.text.ends_with("us");
    let earlier = scan.before(before.start);
    let list = before.among(&["and", "or", "to"]) && earlier.text.len() == 4 && earlier.is_number();
    let dated = before.within(DATING) && !before.among(&["of", "and", "or", "to"]) || list;
    plural && !dated && !is_verb(scan, before, next)
}

/// Whether a word in -s behind figures is no plural: `1938 was`, `the census of 1897 counts one piano`.
fn is_verb(scan: Scan, before: Token, next: Token) -> bool {
    let object = scan.next(next.end);
    let of = before.is("of")
        && (object.within(
            "a an the one two three four five six several many no this that his her its their",
        ) || object.is_number());
    of || next.within(
        "was is has does this his its as marks saw sees brings always perhaps \
            towards besides across afterwards sometimes levels figures prices \
            elections terms",
    )
}
