//! Owns the judgement whether figures or a name really are a date where nothing
//! but the words around can tell: `1938` or 1938 letters, May or may, `1984` the
//! novel. Reads the text on both sides, changes nothing.

use super::{
    mention::{DateMention, Kind, Precision},
    month::ends_clause,
    scan::{Class, Scan, Token},
    written::{MonthStyle, Order},
};

/// Words after which figures are no year.
const NUMBERED: &str = "page pages pp p no nos number numbers room chapter vol volume section sec figure \
    fig table line lines verse flight route highway model version item lot bus train \
    platform suite apartment apt box psalm tel phone telephone fax call dial ext \
    extension building unit channel isbn issn rfc iso code id docket op opus rs usd \
    eur gbp chf novel film album song orwell hotel times plus minus equals exactly v \
    ver windows office din part paragraph para folio footnote note bwv kv arxiv doi \
    pmid zip class type area gate grade nearly almost only least than another some \
    exceed exceeds totalling numbered over estimated article articles clause";

/// Words before a year: nothing else of four figures stands there so often.
const DATING: &str = "in since until till by before after during from between year years early mid late \
    circa c ca about around born died anno summer spring autumn winter fall through \
    throughout christmas easter of and or to the copyright";

/// Units and things that figures count.
const COUNTED: &str = "km m cm mm kg g mg lb lbs ft feet foot inches metre meter metres meters kilometres \
    kilometers miles mile yards hours hour hrs minutes seconds people men women \
    children words dollars dollar pounds euros francs marks roubles rubles crowns \
    percent per votes soldiers troops times years days weeks months degrees calories \
    watts volts hz mhz ghz kb mb gb tonnes tons acres hectares litres liters gallons \
    copies pages letters inhabitants residents participants students employees or more \
    million billion thousand hundred square cubic mph rpm kw hp cc ml l points metric \
    different individual pairs members hundredths";

/// Whether the mention stands where a date can stand.
pub(super) fn holds(scan: Scan, mention: &DateMention, ancient: bool) -> bool {
    let first = mention.ends.as_deref().map_or(mention, |[first, _]| first);
    let core = core_start(first);
    if !free_left(scan, core, first.kind) {
        return false;
    }
    match mention.kind {
        Kind::Range if first.kind == Kind::Year => years_hold(scan, first, mention),
        Kind::Range if first.kind == Kind::Month => {
            mention.last().written.year.is_some() || month_holds(scan, mention, core)
        }
        Kind::Year => year_holds(scan, mention, ancient),
        Kind::Day if mention.form.order == Order::NumericDayMonth('.') => !scan
            .before(core)
            .within("version v section release ver chapter address"),
        Kind::Month if mention.written.year.is_none() => month_holds(scan, mention, core),
        Kind::Decade => decade_holds(scan, mention),
        Kind::Century => !scan.next(mention.range.end).is("fox"),
        _ => true,
    }
}

/// Where the figures or the month of a mention start, without the words before.
fn core_start(mention: &DateMention) -> usize {
    let written = &mention.written;
    let starts = [
        written.weekday.as_ref().map(|figure| figure.range.start),
        written.day.as_ref().map(|figure| figure.range.start),
        written.month.as_ref().map(|figure| figure.range.start),
        written.year.as_ref().map(|figure| figure.range.start),
    ];
    starts
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(mention.range.start)
        .max(mention.range.start)
}

/// Whether nothing that makes figures a part of something else stands before them.
fn free_left(scan: Scan, start: usize, kind: Kind) -> bool {
    let before = |at: usize| scan.char_before(at);
    match before(start) {
        Some(
            '/' | '@' | '#' | '_' | '=' | '&' | '$' | '£' | '€' | '¥' | '+' | '\\' | '^' | '%'
            | '§' | '\u{fffc}',
        ) => false,
        Some(mark @ ('.' | ',' | ':')) => {
            let word = scan.before(start - mark.len_utf8());
            let abbreviation = word.is_word() && word.text.len() <= 3 && mark == '.';
            !word.is_number() && (abbreviation || kind == Kind::Day && word.is_word())
        }
        Some('-' | '\u{2011}') => {
            let word = scan.before(start - 1);
            word.end + 1 != start
                || word.within("mid pre post early late inter to")
                || word.class == Class::Mark(' ')
        }
        Some('–' | '—') => !scan.before(start - 3).is_number() || kind != Kind::Year,
        _ => true,
    }
}

/// Whether a single number is a year.
fn year_holds(scan: Scan, mention: &DateMention, ancient: bool) -> bool {
    let Some(year) = &mention.written.year else {
        return false;
    };
    if year.era.is_some() {
        return true;
    }
    let (start, end) = (year.range.start, year.range.end);
    let before = scan.before(start);
    if scan.char_at(end) == Some('/')
        || scan.token(end).is_dash() && scan.token(scan.token(end).end).is_number()
    {
        return false;
    }
    if is_title(scan, start, end)
        || is_numbered(scan, before)
        || before.is_number()
        || counts(scan, mention, end)
    {
        return false;
    }
    let dated =
        before.within(DATING) || mention.precision != Precision::Exact || mention.hint.is_some();
    let circa = mention.precision == Precision::Circa;
    match year.value {
        _ if year.short => before.within(SHORT_DATING) && ends_clause(scan, end),
        ..1000 => ancient_holds(scan, before, end, ancient, circa),
        1700..2100 => {
            let next = scan.next(end);
            dated || !next.is_number() || next.start == end
        }
        value => {
            let weak = dated && ends_clause(scan, end) && !before.is("the") && value % 100 != 0;
            let certain = before.within(DATING_STRONG) || mention.hint.is_some();
            certain || weak || stands_apart(scan, before, end, value)
        }
    }
}

/// Whether one to three figures are a year: after `the year`, or in a text that
/// has told years before 1000.
fn ancient_holds(scan: Scan, before: Token, end: usize, ancient: bool, circa: bool) -> bool {
    let told = before.within("in since until from by circa year after before about");
    let bracket = before.is_mark('(') && scan.char_at(end) == Some(')');
    let alone = circa && !scan.next(end).is_word() && !before.is("around");
    before.is("year") || ancient && (told || bracket) || alone
}

/// Whether marks on both sides set the figures of an old year off.
fn stands_apart(scan: Scan, before: Token, end: usize, value: i16) -> bool {
    if matches!(before.class, Class::Mark('(' | '[' | '†')) {
        return true;
    }
    let fresh = before.is_mark(',')
        || before.is_mark('.')
        || before.is_dash()
        || before.class == Class::Nothing;
    let closed = matches!(
        scan.next(end).class,
        Class::Mark(',' | '(' | ')' | ':' | ';' | '.') | Class::Nothing
    );
    fresh && closed && value < 1700
}

/// Words before a year of two figures, `'38`.
const SHORT_DATING: &str =
    "in of since until till by before after spring summer autumn fall winter from to";

/// Words before a year of any century.
const DATING_STRONG: &str = "in since until till by before after during from year circa summer spring early \
    late";

/// `1936–1938`, `1200–1215`: the words around may still say that these are pages.
fn years_hold(scan: Scan, first: &DateMention, mention: &DateMention) -> bool {
    let (Some(year), Some(last)) = (&first.written.year, &mention.last().written.year) else {
        return true;
    };
    if year.era.is_some() || last.era.is_some() {
        return true;
    }
    let start = year.range.start;
    let before = scan.before(start);
    let period = before.is("over") && year.value >= 1700;
    if is_title(scan, start, mention.range.end)
        || is_numbered(scan, before) && !period
        || before.is_number()
    {
        return false;
    }
    let next = scan.next(mention.range.end);
    let unit = next.within(COUNTED) && !next.is("or");
    let circa = first.precision == Precision::Circa || mention.last().kind == Kind::Day;
    !unit
        && (year.value >= 1000
            || first.range.start != mention.range.start
            || before.is_mark('(')
            || circa)
}

/// Whether quotation marks hold just these figures: `1984` the novel.
fn is_title(scan: Scan, start: usize, end: usize) -> bool {
    let quote = |c: Option<char>| c.is_some_and(|c| "\"'“”‘’«»‹›".contains(c));
    let inner = scan
        .char_at(end)
        .filter(|c| ",.".contains(*c))
        .map_or(end, |c| end + c.len_utf8());
    quote(scan.char_before(start)) && (quote(scan.char_at(end)) || quote(scan.char_at(inner)))
}

/// Whether the word before makes figures the number of something.
fn is_numbered(scan: Scan, before: Token) -> bool {
    if before.is("than") {
        return !scan.before(before.start).among(&["later", "earlier"]);
    }
    let token = if before.is_mark('.') {
        scan.before(before.start)
    } else {
        before
    };
    if before.is_mark('.') && !token.is_word() {
        return false;
    }
    if token.is("s")
        && scan
            .char_before(token.start)
            .is_some_and(|c| "'’".contains(c))
    {
        let owner =
            scan.before(token.start - scan.char_before(token.start).map_or(0, char::len_utf8));
        return owner.is("orwell");
    }
    if before.is_mark('.') && !token.within("p pp no nos vol v fig sec op art ch tel ext para n rs")
    {
        return false;
    }
    token.within(NUMBERED)
}

/// Whether figures count what follows them: `1938 letters`.
fn counts(scan: Scan, mention: &DateMention, end: usize) -> bool {
    let hyphen = scan.char_at(end) == Some('-');
    let next = scan.token(if hyphen { end + 1 } else { scan.skip(end) });
    if !next.is_small() {
        return next.is_mark('%') || next.is_mark('°');
    }
    let before = scan.before(
        mention
            .written
            .year
            .as_ref()
            .map_or(end, |year| year.range.start),
    );
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
    let verb = next.within(
        "was is has does this his its as marks saw sees brings always perhaps \
            towards besides across afterwards sometimes levels figures prices \
            elections terms",
    );
    let list = before.among(&["and", "or", "to"])
        && scan.before(before.start).text.len() == 4
        && scan.before(before.start).is_number();
    let dated = before.within(DATING) && !before.among(&["of", "and", "or", "to"]) || list;
    plural && !verb && !dated
}

/// Whether a month's name without figures is the month.
fn month_holds(scan: Scan, mention: &DateMention, start: usize) -> bool {
    let first = mention.ends.as_deref().map_or(mention, |[first, _]| first);
    let Some(month) = &first.written.month else {
        return false;
    };
    if month.style != MonthStyle::Full {
        return false;
    }
    let token = scan.token(start);
    if !token.is_capital() {
        return false;
    }
    let before = scan.before(start);
    let hyphen = before.is_dash() && before.end == start;
    let before = if hyphen {
        scan.before(before.start)
    } else {
        before
    };
    let next = scan.next(month.range.end);
    let named = next.is_capital()
        && next.start > month.range.end
        && next.text.len() > 1
        && !next.among(&["in", "on", "and"]);
    let preposition = before.within(
        "in since until till during from between early mid late last next this that \
            every each through by following previous throughout of",
    );
    if mention.kind == Kind::Range {
        return true;
    }
    let doubtful = matches!(month.value, 3 | 4 | 5 | 6 | 8);
    if doubtful {
        let closes = ends_clause(scan, month.range.end);
        let strong = preposition && !before.among(&["by", "of", "from", "that"]);
        let weak =
            preposition && !before.is("that") || before.among(&["to", "or", "before", "after"]);
        return !named && (strong || weak && closes);
    }
    let proper = scan.is_proper(before) && !preposition && !before.among(&["early", "late"]);
    !named && (preposition || !proper)
}

/// Whether `the thirties`, `the 30s` are years and no ages or degrees.
fn decade_holds(scan: Scan, mention: &DateMention) -> bool {
    let Some(year) = &mention.written.year else {
        return false;
    };
    let full = year.range.end - year.range.start == 4 && scan.token(year.range.start).is_number();
    if full {
        return !scan.before(year.range.start).is_mark('$');
    }
    let apostrophe = scan
        .char_before(year.range.start)
        .is_some_and(|c| "'’‘".contains(c));
    let mut before = scan.before(mention.range.start);
    if before.is_mark('-') {
        before = scan.before(before.start);
    }
    let next = scan.next(mention.range.end);
    let winds = before.text == "Roaring" && scan.slice(mention.range.clone()).ends_with("Forties");
    let other = winds || next.among(&["of", "degrees", "percent", "per"]) || next.is_mark('°');
    !other && (apostrophe || before.among(&["the", "roaring", "swinging", "and"]))
}
