//! Owns the forward pass: finds the places where a mention can begin, asks the
//! grammars in turn, keeps the context, settles numeric orders at the end.

use super::{
    Dates, Order,
    age::{age_at, decade_of_life},
    core::core_at,
    counted::{Counted, article_at, counted_at, named_anniversary},
    day::weekday_at,
    evidence,
    life::is_life,
    list::year_behind_days,
    mention::{Anchor, DateMention, Kind, Prose},
    misspelt,
    number::number_at,
    order, prefix,
    range::joined,
    relative::{of_elapsed, relative_at, vague_at},
    scan::{Scan, is_letter},
    settle::{Context, Lent},
    words::{self, Word},
    year,
};

/// Reads the whole prose.
pub(super) fn run(prose: &Prose) -> Dates {
    let context = Context {
        document: prose.document_date,
        ..Context::default()
    };
    let mut pass = Pass {
        scan: Scan {
            text: prose.text,
            sentences: prose.sentences,
        },
        context,
        found: Dates::default(),
        floor: 0,
    };
    pass.read();
    order::settle_orders(&mut pass.found.dates);
    pass.found
}

struct Pass<'t> {
    scan: Scan<'t>,
    context: Context,
    found: Dates,
    /// The end of the last mention: nothing reaches back beyond it.
    floor: usize,
}

impl Pass<'_> {
    /// Walks over the bytes; stops only at digits, words that may begin
    /// something, and apostrophes.
    fn read(&mut self) {
        let bytes = self.scan.text.as_bytes();
        let (mut at, mut line) = (0, 0);
        while let Some(&byte) = bytes.get(at) {
            at = match byte {
                b'a'..=b'z' | b'A'..=b'Z' => {
                    let rest = bytes.get(at..).unwrap_or_default();
                    let length = rest
                        .iter()
                        .position(|b| !b.is_ascii_alphabetic())
                        .unwrap_or(rest.len());
                    let end = at + length;
                    match bytes.get(end) {
                        Some(b'0'..=b'9') => self.glued_word(at, end),
                        _ if words::possible(byte, length) => self.word(at, end),
                        _ => end,
                    }
                }
                b'0'..=b'9' => self.digits(at),
                b'\'' => self.apostrophe(at, at + 1),
                b'\n' => {
                    self.context.leave(line..at);
                    line = at + 1;
                    line
                }
                b':' if bytes.get(at + 1..at + 3) == Some(b"//".as_slice()) => self.address_end(at),
                b'@' => self.address_end(at),
                0x80.. => self.beyond_ascii(at),
                _ => at + 1,
            };
        }
    }

    /// Past a character beyond ASCII; letters take the rest of their word along.
    fn beyond_ascii(&mut self, at: usize) -> usize {
        match self.scan.char_at(at) {
            Some(mark @ ('’' | '‘')) => self.apostrophe(at, at + mark.len_utf8()),
            Some(c) if is_letter(c) => {
                let rest = self.scan.text.get(at..).unwrap_or("");
                let end = rest.find(|c: char| !is_letter(c) && !c.is_ascii_digit());
                at + end.unwrap_or(rest.len())
            }
            Some(c) => at + c.len_utf8(),
            None => at + 1,
        }
    }

    /// Past a web or mail address.
    fn address_end(&self, at: usize) -> usize {
        let rest = self.scan.text.get(at..).unwrap_or("");
        at + rest
            .find(|c: char| c.is_whitespace() || ")>]\"".contains(c))
            .unwrap_or(rest.len())
            .max(1)
    }

    fn apostrophe(&mut self, at: usize, end: usize) -> usize {
        let digit = self.scan.char_at(end).is_some_and(|c| c.is_ascii_digit());
        let free = self
            .scan
            .char_before(at)
            .is_none_or(|c| !c.is_alphanumeric());
        if digit && free {
            self.date(at).unwrap_or(end)
        } else {
            end
        }
    }

    /// A run of digits and what begins with it.
    fn digits(&mut self, at: usize) -> usize {
        let bytes = self.scan.text.as_bytes().get(at..).unwrap_or_default();
        let end = at
            + bytes
                .iter()
                .position(|b| !b.is_ascii_alphanumeric() && *b != b'_')
                .unwrap_or(bytes.len());
        let short = bytes
            .iter()
            .take(10)
            .take_while(|b| b.is_ascii_digit())
            .count()
            < 10;
        if !short {
            return end;
        }
        let done = self
            .slipped(at)
            .or_else(|| self.anno_domini(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.date(at));
        done.unwrap_or_else(|| number_at(self.scan, at).map_or(end, |number| number.end.max(end)))
    }

    /// `Febmary 24`, from its figures: only they tell that the word is a month.
    fn slipped(&mut self, at: usize) -> Option<usize> {
        let word = self.scan.before(at);
        let figures = self.scan.token(at).text.len();
        let word = if word.is_mark(',') && figures == 4 {
            self.scan.before(word.start)
        } else {
            word
        };
        let near = word.is_word() && word.end < at && word.start >= self.floor;
        if near && misspelt::month(word.text).is_some() && matches!(figures, 1 | 2 | 4) {
            self.date(word.start)
        } else {
            None
        }
    }

    /// `A.D. 402`, from its figures.
    fn anno_domini(&mut self, at: usize) -> Option<usize> {
        let start = year::pointed_era_before(self.scan, at)?;
        (start >= self.floor).then(|| self.date(start)).flatten()
    }

    /// A word that passed the filter.
    fn word(&mut self, at: usize, end: usize) -> usize {
        let scan = self.scan;
        if scan.glued(end) {
            return self.glued_word(at, end);
        }
        let Some(word) = words::lookup(scan.slice(at..end)) else {
            return end;
        };
        let done = match word {
            Word::Cardinal(_) | Word::Ordinal(_) => self.spelt(at),
            Word::Hundred => self.hundred(at),
            Word::Month(..) | Word::Season(_) | Word::Era => self.date(at),
            Word::Tens(_) => self.tens(at),
            Word::Weekday(..) => self.date(at).or_else(|| self.relative(at, word)),
            Word::Day(_) | Word::Pointer(_) => self.relative(at, word),
            Word::Unit(..) => self.unit(at, word),
            Word::Some(_) => self.vague(at),
            Word::Metal(_) | Word::Centenary(_) => self.named(at),
        };
        done.unwrap_or(end)
    }

    /// A word that goes on in digits or in letters beyond ASCII: `AD842`.
    fn glued_word(&mut self, at: usize, end: usize) -> usize {
        let rest = self.scan.text.get(end..).unwrap_or("");
        let past = end
            + rest
                .find(|c: char| !is_letter(c) && !c.is_ascii_digit())
                .unwrap_or(rest.len());
        if matches!(words::lookup(self.scan.slice(at..end)), Some(Word::Era)) {
            self.date(at).unwrap_or(past)
        } else {
            past
        }
    }

    fn spelt(&mut self, at: usize) -> Option<usize> {
        let done = self.counted(at).or_else(|| self.date(at));
        done.or_else(|| number_at(self.scan, at).map(|number| number.end))
    }

    /// `a hundred years ago`, from its `hundred`.
    fn hundred(&mut self, at: usize) -> Option<usize> {
        let a = self.scan.before(at);
        if a.among(&["a", "an"]) && a.start >= self.floor {
            self.counted(a.start)
        } else {
            None
        }
    }

    /// Ages, durations, elapsed time and anniversaries that begin with a number.
    fn counted(&mut self, at: usize) -> Option<usize> {
        let number = number_at(self.scan, at)?;
        if !self.counts_freely(at) {
            return None;
        }
        if let Some(age) =
            decade_of_life(self.scan, at).or_else(|| age_at(self.scan, &number, self.floor))
        {
            let end = age.range.end;
            self.found.ages.push(age);
            return Some(self.advance(end));
        }
        let counted = counted_at(self.scan, &number, self.floor)?;
        Some(self.push_counted(counted))
    }

    /// Whether a number is not the tail of another or of a price.
    fn counts_freely(&self, at: usize) -> bool {
        let scan = self.scan;
        match scan.char_before(at) {
            Some('$' | '£' | '€' | '/' | '#' | '@' | '_' | '=') => false,
            Some(mark @ ('.' | ',' | ':')) => !scan.before(at - mark.len_utf8()).is_number(),
            Some(mark @ ('-' | '–')) => !scan
                .char_before(at - mark.len_utf8())
                .is_some_and(char::is_alphanumeric),
            _ => true,
        }
    }

    fn push_counted(&mut self, counted: Counted) -> usize {
        let end = match counted {
            Counted::Duration(duration) => {
                let end = duration.range.end;
                self.found.durations.push(duration);
                end
            }
            Counted::Anniversary(anniversary) => {
                let end = anniversary.range.end;
                self.found.anniversaries.push(anniversary);
                end
            }
            Counted::Elapsed(elapsed) => {
                let end = elapsed.range.end;
                if let Some(mention) = of_elapsed(&elapsed, &self.context) {
                    self.context.see(&mention);
                    self.found.dates.push(mention);
                }
                self.found.elapsed.push(elapsed);
                end
            }
        };
        self.advance(end)
    }

    fn advance(&mut self, end: usize) -> usize {
        self.floor = end;
        end
    }

    fn tens(&mut self, at: usize) -> Option<usize> {
        if let Some(age) = decade_of_life(self.scan, at) {
            let end = age.range.end;
            self.found.ages.push(age);
            return Some(self.advance(end));
        }
        self.date(at)
    }

    fn unit(&mut self, at: usize, word: Word) -> Option<usize> {
        if let Some(counted) = article_at(self.scan, at, self.floor) {
            return Some(self.push_counted(counted));
        }
        self.relative(at, word)
    }

    fn vague(&mut self, at: usize) -> Option<usize> {
        let mention = vague_at(self.scan, at, &self.context, self.floor)?;
        Some(self.push_date(mention))
    }

    fn named(&mut self, at: usize) -> Option<usize> {
        let anniversary = named_anniversary(self.scan, at)?;
        let end = anniversary.range.end;
        self.found.anniversaries.push(anniversary);
        Some(self.advance(end))
    }

    fn relative(&mut self, at: usize, word: Word) -> Option<usize> {
        let mut mention = relative_at(self.scan, at, word, &self.context, self.floor)?;
        if matches!(word, Word::Weekday(..)) {
            mention.written.weekday = weekday_at(self.scan, at).map(|(figure, _)| figure);
            mention.recurring = self.scan.before(at).among(&["every", "each"]);
        }
        Some(self.push_date(mention))
    }

    /// A date with figures or a month, with the words before it and, in a range,
    /// its other end.
    fn date(&mut self, at: usize) -> Option<usize> {
        let scan = self.scan;
        let core = core_at(scan, at)?;
        let first = prefix::parts(scan, core, self.floor);
        let mut mention = joined(scan, first, self.floor);
        if !evidence::holds(scan, &mention, self.context.ancient) {
            return None;
        }
        let lent = self.year_ahead(&mention);
        mention = prefix::bounds(scan, mention, self.floor);
        mention.life = is_life(scan, &mention);
        self.context.settle(&mut mention, lent);
        Some(self.push_date(mention))
    }

    /// The year of `April` in `April and October 1928`.
    fn year_ahead(&self, mention: &DateMention) -> Lent {
        let yearless =
            mention.written.year.is_none() && matches!(mention.kind, Kind::Day | Kind::Month);
        if !yearless {
            return None;
        }
        if mention.form.order == Order::MonthDay
            && let Some(year) = year_behind_days(self.scan, mention.range.end)
        {
            return Some((year.value, Anchor::Mention(year.range)));
        }
        let mut end = mention.range.end;
        for _ in 0..4 {
            let token = self.scan.next(end);
            let and = if token.is_mark(',') {
                self.scan.next(token.end)
            } else {
                token
            };
            let past = if and.among(&["and", "or"]) || and.is_mark('&') {
                and.end
            } else {
                token.end
            };
            if !token.is_mark(',') && past != and.end {
                return None;
            }
            let ahead = core_at(self.scan, self.scan.skip(past))
                .filter(|ahead| ahead.kind == mention.kind)?;
            if let Some(year) = &ahead.written.year {
                return Some((year.value, Anchor::Mention(ahead.range.clone())));
            }
            end = ahead.range.end;
        }
        None
    }

    fn push_date(&mut self, mention: DateMention) -> usize {
        self.context.see(&mention);
        let end = mention.range.end;
        self.found.dates.push(mention);
        self.advance(end)
    }
}
