//! Russian names in the schemes that meet in print, each pair of schemes against each other.
//!
//! The schemes are written here once more, forwards and from their sources, so that they are a test
//! of `rules/transliteration.yaml` and not its echo.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]
#![allow(clippy::print_stdout, reason = "the measure is to be read")]

use textcheck::checks::names::{Difference, difference};
use textcheck::{Checker, Configuration, Diagnostic, RuleSet, SourceFile};

/// Given names, surnames and whole names, of women too.
const NAMES: &str = "\
    Александр Пушкин, Лев Толстой, Фёдор Достоевский, Антон Чехов, Иван Тургенев, Николай Гоголь, \
    Михаил Лермонтов, Пётр Чайковский, Никита Хрущёв, Лев Троцкий, Николай Бухарин, Григорий Зиновьев, \
    Феликс Дзержинский, Анатолий Луначарский, Георгий Пятаков, Юрий Жуков, Дмитрий Шостакович, \
    Сергей Рахманинов, Наталья Седова, Софья Перовская, Александра Коллонтай, Надежда Крупская, \
    Анна Ахматова, Марина Цветаева, Евгения Гинзбург, Вера Засулич, Любовь Радищева, Татьяна Щепкина, \
    Зинаида Гиппиус, Ксения Ларина, Чернышевский, Преображенский, Вяземский, Ежов, Хвостов, Тимофеев, \
    Григорьев, Соловьёв, Чебышёв, Воровский, Щербаков, Ярославский, Яковлев, Юденич, Эйхенбаум, Эренбург, \
    Цюрупа, Циолковский, Шляпников, Шаляпин, Объедков, Подъячев, Рыков, Рыбаков, Крылов, Быков, Кузнецов, \
    Зайцев, Сазонов, Горький, Андреев, Алексеев, Мейерхольд, Майский, Раиса, Мария, Юлия, Екатерина, Людмила, \
    Ольга, Игорь, Илья, Маяковский, Гайдар, Аксельрод, Хлебников, Щедрин, Тютчев, Рязань, Челябинск, Фёдоровна, Ильич, \
    Солженицын, Чхеидзе, Сытин, Эйзенштейн, Ельцин, Жданов";

/// A scheme: its name, what it has in common with others, and its own letters, which win. `^` is the
/// beginning of a word or what follows a vowel or a sign, `$` the end of a word.
struct Scheme(&'static str, &'static [&'static str]);

/// What most schemes have in common.
const COMMON: &str =
    "а=a б=b в=v г=g д=d е=e ё=e з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ы=y э=e ъ= ь=";

/// ж х ц ч ш щ as English writes them.
const ENGLISH: &str = "ж=zh х=kh ц=ts ч=ch ш=sh щ=shch";

/// And as Czech writes them.
const CZECH: &str = "ж=ž ц=c ч=č ш=š щ=šč";

const WITH_I: &str = "й=i ю=iu я=ia";
const WITH_Y: &str = "й=y ю=yu я=ya";
const WITH_J: &str = "й=j ю=ju я=ja";

const SCHEMES: [Scheme; 21] = [
    Scheme(
        "scientific",
        &["х=x ё=ë э=ė ъ=ʺ ь=ʹ", CZECH, WITH_J, COMMON],
    ),
    Scheme("ISO/R 9:1968", &["х=ch ё=ë э=ė ь='", CZECH, WITH_J, COMMON]),
    Scheme(
        "GOST 16876-71",
        &["ц=c щ=shh ё=jo э=eh ь='", ENGLISH, WITH_J, COMMON],
    ),
    Scheme("UN 1987", &["х=h ё=ë э=è ь='", CZECH, WITH_J, COMMON]),
    Scheme(
        "GOST 16876-71, second table",
        &["ц=c щ=shh ё=jo э=eh й=jj ъ=\" ь='", ENGLISH, WITH_J, COMMON],
    ),
    Scheme(
        "GOST 7.79-2000, system B",
        &[
            "х=x ци=ci це=ce ц=cz щ=shh ё=yo э=e` ы=y` й=j ъ=`` ь=`",
            ENGLISH,
            WITH_Y,
            COMMON,
        ],
    ),
    Scheme(
        "GOST R 7.0.34-2014",
        &["х=x ц=c щ=shh ё=yo й=j ь='", ENGLISH, WITH_Y, COMMON],
    ),
    Scheme(
        "GOST R 52290-2004",
        &[
            "^е=ye ^ё=yo чё=che шё=she щё=shche ё=ye ь='",
            ENGLISH,
            WITH_Y,
            COMMON,
        ],
    ),
    Scheme("telegram", &["ж=j х=h щ=sc", ENGLISH, WITH_I, COMMON]),
    Scheme(
        "passport before 1997",
        &[
            "ж=j кс=x у=ou ч=tch ш=ch щ=chtch ю=iou ^е=ie ье=ie х=kh ц=ts й=i я=ia",
            COMMON,
        ],
    ),
    Scheme(
        "ISO 9:1995",
        &["х=h щ=ŝ ё=ë э=è ю=û я=â ъ=ʺ ь=ʹ", CZECH, WITH_J, COMMON],
    ),
    Scheme(
        "ALA-LC 2012",
        &["ц=t͡s ю=i͡u я=i͡a й=ĭ ё=ë э=ė ъ=ʺ ь=ʹ", ENGLISH, COMMON],
    ),
    Scheme("ALA-LC without diacritics", &[ENGLISH, WITH_I, COMMON]),
    Scheme(
        "BS 2979:1958",
        &["ий$=y ый$=y й=ĭ ё=ë э=é ы=ȳ ь='", ENGLISH, WITH_Y, COMMON],
    ),
    Scheme(
        "BGN/PCGN 1947",
        &["^е=ye ^ё=yë ё=ë ь=’", ENGLISH, WITH_Y, COMMON],
    ),
    Scheme(
        "passport 1997",
        &["ье=ye ьё=ye ^е=ye кс=x", ENGLISH, WITH_Y, COMMON],
    ),
    Scheme("passport 2010", &["ц=tc", ENGLISH, WITH_I, COMMON]),
    Scheme("passport 2013", &["ъ=ie", ENGLISH, WITH_I, COMMON]),
    Scheme(
        "French",
        &[
            "ий$=i ин$=ine кс=x ай=aï ой=oï ей=eï аи=aï ге=gue ги=gui гё=guio ье=ie ьё=io ^е=ie ё=io",
            "у=ou ю=iou я=ia ж=j х=kh ц=ts ч=tch ш=ch щ=chtch й=i",
            COMMON,
        ],
    ),
    Scheme(
        "German",
        &[
            "ий$=i кс=x чё=tscho щё=schtscho шё=scho ё=jo ^е=je ье=je ьё=jo й=i ю=ju я=ja в=w з=s",
            "ж=sch х=ch ц=z ч=tsch ш=sch щ=schtsch",
            COMMON,
        ],
    ),
    Scheme(
        "English, popular",
        &[
            "чай=tchai ий$=y ый$=y кс=x ье=ie ьё=yo ^е=ye чё=che щё=shche ё=yo ов$=off",
            ENGLISH,
            WITH_Y,
            COMMON,
        ],
    ),
];

impl Scheme {
    /// A name in Latin letters.
    fn write(&self, name: &str) -> String {
        let words = name.split(' ').map(|word| self.write_word(word));
        words.collect::<Vec<_>>().join(" ")
    }

    fn write_word(&self, word: &str) -> String {
        let small = word.to_lowercase();
        let mut latin = String::new();
        let mut at = 0;
        while at < small.len() {
            let (letters, written) = self.letters_at(&small, at);
            latin.push_str(written);
            at += letters.len();
        }
        let mut letters = latin.chars();
        let first = letters.next().unwrap();
        first.to_uppercase().chain(letters).collect()
    }

    /// The letters of the scheme that stand at `at`, and how it writes them.
    fn letters_at(&self, word: &str, at: usize) -> (&str, &str) {
        let rest = &word[at..];
        let first = word[..at]
            .chars()
            .next_back()
            .is_none_or(|before| "аеёиоуыэюяъь".contains(before));
        let mut entries = self.1.iter().flat_map(|letters| letters.split(' '));
        let found = entries.find_map(|entry| {
            let (key, written) = entry.split_once('=').unwrap();
            let letters = key.trim_start_matches('^').trim_end_matches('$');
            let stands = rest.starts_with(letters)
                && (first || !key.starts_with('^'))
                && (rest == letters || !key.ends_with('$'));
            stands.then_some((letters, written))
        });
        found.unwrap()
    }
}

/// Without the signs for softness and hardness: what differs in them alone no reader sees as two spellings.
fn without_signs(name: &str) -> String {
    name.replace(['ʹ', 'ʺ', '\'', '’', '`', '"'], "")
}

fn is_found(checker: &Checker, a: &str, b: &str) -> bool {
    let text = format!(
        "In the spring they met {a} again. It was late. The others had heard of {b} before. Later {a} left."
    );
    let found = checker.check(&SourceFile::new("pair.txt", text));
    // Diacritics alone are another rule's.
    let named = |diagnostic: &Diagnostic| {
        ["names/variant", "names/diacritics"].contains(&diagnostic.rule.as_str())
    };
    found.iter().any(named) || difference(a, b) == Some(Difference::Diacritics)
}

#[test]
fn one_russian_name_in_two_schemes_is_found() {
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    let (mut pairs, mut missed) = (0, Vec::new());
    for name in NAMES.split(", ") {
        for (number, scheme) in SCHEMES.iter().enumerate() {
            for other in &SCHEMES[number + 1..] {
                let (a, b) = (scheme.write(name), other.write(name));
                if without_signs(&a) == without_signs(&b) {
                    continue;
                }
                pairs += 1;
                if !is_found(&checker, &a, &b) {
                    missed.push(format!("{a}/{b} ({}, {})", scheme.0, other.0));
                }
            }
        }
    }
    let told = format!(
        "{} of {pairs} pairs found, not {missed:#?}",
        pairs - missed.len()
    );
    println!("{told}");
    assert!(missed.len() * 100 <= pairs * 2, "{told}");
}
