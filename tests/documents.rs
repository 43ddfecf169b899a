//! One article in every format that is read: the same findings, each on its own words; what HTML and Markdown read as.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod common;

use std::path::{Path, PathBuf};

use common::Desk;
use textcheck::document::{Document, GivenDates};
use textcheck::{Checker, Configuration, RuleSet, SourceFile, Span};

const FORMATS: &[&str] = if cfg!(feature = "office") {
    &["txt", "md", "html", "docx", "odt"]
} else {
    &["txt", "md", "html"]
};

fn article(extension: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/documents/bell")
        .with_extension(extension)
}

/// The words of a place without markup, entities and the ends of lines.
fn words(source: &SourceFile, span: Span) -> String {
    let written = source
        .slice(span)
        .replace("&nbsp;", " ")
        .replace("&rsquo;", "’")
        .replace("&ldquo;", "“")
        .replace("&rdquo;", "”");
    let mut words = String::new();
    let mut in_tag = false;
    for c in written.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            '*' => {}
            c if !in_tag => words.push(c),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is found in an article: rule, message, and the words of each label.
fn findings(source: &SourceFile) -> Vec<String> {
    let checker = Checker::new(&RuleSet::defaults(), &Configuration::default());
    let mut found: Vec<String> = checker
        .check(source)
        .iter()
        .map(|diagnostic| {
            let labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary);
            let places: Vec<_> = labels.map(|label| words(source, label.span)).collect();
            format!(
                "{}: {} | {}",
                diagnostic.rule,
                diagnostic.message,
                places.join(" | ")
            )
        })
        .collect();
    found.sort();
    found
}

#[test]
fn one_article_has_the_same_findings_in_every_format() {
    let plain = findings(&SourceFile::read(&article("txt")).unwrap());
    let rules: Vec<_> = plain
        .iter()
        .map(|found| found.split(':').next().unwrap())
        .collect();
    assert_eq!(
        rules,
        [
            "citations/page-range",
            "dates/duration",
            "dates/impossible",
            "dates/impossible",
            "dates/weekday",
            "names/variant",
            "text/repeated-word",
            "text/sum",
        ],
        "{plain:#?}"
    );
    for extension in FORMATS {
        let source = SourceFile::read(&article(extension)).unwrap();
        assert_eq!(findings(&source), plain, "{extension}");
    }
}

#[test]
fn text_prints_what_was_read() {
    let desk = Desk::new(&[(
        "a.html",
        "<title>T</title><p>One <b>two</b> &amp; three<p>Four",
    )]);
    assert_eq!(desk.run("text a.html").out, "T\nOne two & three\nFour\n");
}

#[test]
fn another_encoding_is_named_and_can_be_given() {
    let desk = Desk::new(&[]);
    desk.write(
        "a.txt",
        b"It rained in the caf\xE9 on 31 June 1938, \x93and so on\x94.",
    );
    let refused = desk.run("--format short a.txt");
    assert_eq!(refused.code, 2);
    assert!(
        refused.out.contains(
            "byte 0xE9 at offset 20 (line 1); it looks like windows-1252: save it as UTF-8"
        ),
        "{}",
        refused.out
    );
    let read = desk.run("--format short --encoding windows-1252 a.txt");
    assert!(
        read.out.contains("a.txt:1:26: error[dates/impossible]"),
        "{}",
        read.out
    );
    let unknown = desk.run("--encoding nonsense a.txt");
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.contains("no encoding is called `nonsense`"),
        "{}",
        unknown.err
    );
}

#[test]
fn words_marked_as_another_language_are_left_alone() {
    for (path, text) in [
        (
            "a.html",
            "<p>It rained on 31 June 1938.<p lang=de>Am 31 June 1939 nicht.",
        ),
        (
            "b.md",
            "It rained on 31 June 1938.\n\n<div lang=\"fr\">\n\nLe 31 June 1939.\n\n</div>\n",
        ),
    ] {
        let source = SourceFile::new(path, text);
        let found = findings(&source);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("1938"));
    }
    for (path, text) in [
        ("c.md", "---\nlang: de\n---\nAm 31 June 1938."),
        (
            "d.md",
            "+++\nlang = \"de-AT\"\ndate = 2008-02-15\n+++\nAm 31 June 1938.",
        ),
        ("e.html", "<html lang=de><p>Am 31 June 1938."),
    ] {
        assert_eq!(
            findings(&SourceFile::new(path, text)),
            Vec::<String>::new(),
            "{path}"
        );
    }
}

#[test]
fn an_article_in_another_language_is_noticed_in_the_summary() {
    let german = "Am Montag trafen sich die Drucker der Stadt in dem Saal hinter dem Bahnhof, und niemand \
        sprach. Dann gingen sie nach Hause, denn es regnete, und der alte Lehrling hatte die Schlüssel \
        vergessen. Erst am nächsten Tag wurde weiter gedruckt, wie es beschlossen worden war.\n";
    let desk = Desk::new(&[
        ("a.txt", german),
        ("b.md", &format!("---\nlang: de\n---\n{german}")),
    ]);
    let out = desk.run("--format short a.txt").out;
    assert!(
        out.contains("; it reads like German, and the rules are for English"),
        "{out}"
    );
    let out = desk.run("--format short b.md").out;
    assert!(
        out.contains("; it is in another language (de), and the rules are for English"),
        "{out}"
    );
    let out = desk.run("--format short a.txt b.md").out;
    assert!(
        out.contains("; 2 are not in English, which the rules are for"),
        "{out}"
    );
}

#[test]
fn html_reads_as_a_browser_shows_it() {
    for (html, shown) in [
        ("<p>One<p>Two</div></p>Three", "One\nTwo\nThree\n"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo\n"),
        ("a<br>b<br><br>c", "a b\nc\n"),
        ("<b>Natalya</b> <i>Sedov</i>", "Natalya Sedov\n"),
        ("9<sup>th</sup> June, 5 km<sup>2</sup>", "9th June, 5 km²\n"),
        ("<p>A <q>b <q>c</q></q> d", "A “b ‘c’” d\n"),
        (
            "<script>var a='<p>x</p>';</script><style>p{}</style>y<pre>z</pre><nav>n</nav>",
            "y\n",
        ),
        ("<p hidden>x</p><p style='display: none'>y</p>z", "z\n"),
        ("1 < 2 &amp; 3 > 2 &c.", "1 < 2 & 3 > 2 &c.\n"),
        ("<table><tr><td>a<td>b<tr><th>c</table>", "a\nb\nc\n"),
        ("<p>a<!-- b -->c <del>d</del><ins>e</ins>", "ac e\n"),
        ("<p>a <s>b</s><strike>c</strike><ins>e</ins>", "a e\n"),
        (
            "<a href=x title='a > b'>word</a>, <img alt=p src=q>and",
            "word, \u{FFFC}and\n",
        ),
        (
            "<dl><dt>a<dd>b</dl><figure><figcaption>c</figure>",
            "a\nb\nc\n",
        ),
        ("<template><div>x</template>y<noscript>z</noscript>", "y\n"),
        (
            "<p>un&shy;broken&nbsp;line\r\n  and\tmore",
            "un\u{AD}broken\u{A0}line and more\n",
        ),
        ("<td>x</span></b>y</td>", "xy\n"),
    ] {
        let source = SourceFile::new("a.html", html);
        let document = Document::new(&source, GivenDates::default());
        assert_eq!(document.text(), shown, "{html}");
    }
}

#[test]
fn markdown_reads_html_notes_lists_and_struck_words() {
    for (markdown, shown) in [
        (
            "**Natalya** Sedov\nand [Natatia](u)",
            "Natalya Sedov and Natatia\n",
        ),
        (
            "<div>\n\n*a* b\n\n<p>c &mdash; d</p>\n</div>",
            "a b\nc — d\n",
        ),
        ("> <p>one\n> two</p>\n", "one two\n"),
        (
            "He said <q>go</q> at 5 km<sup>2</sup>.",
            "He said “go” at 5 km².\n",
        ),
        ("Term\n: what it means\n", "Term\nwhat it means\n"),
        ("It was ~~32~~ 33.", "It was  33.\n"),
        ("a[^1]\n\n[^1]: b\n", "a\u{FFFB}\nb\n"),
        ("+++\ntitle = \"x\"\n+++\ny", "y\n"),
        (
            "| a | b |\n|---|---|\n| c | `d` e |\n",
            "a\nb\nc\n\u{FFFC} e\n",
        ),
        ("line<br>\nbreak &amp; \\* &#8217;", "line break & * ’\n"),
    ] {
        let source = SourceFile::new("a.md", markdown);
        let document = Document::new(&source, GivenDates::default());
        assert_eq!(document.text(), shown, "{markdown}");
    }
}

#[test]
fn a_page_dates_itself() {
    for (html, date) in [
        ("<meta name=date content=2008-02-15>", Some("2008-02-15")),
        (
            "<meta property='article:published_time' content='2008-02-15T10:00:00Z'>",
            Some("2008-02-15"),
        ),
        (
            "<meta name=DC.Date content='2007-01-01'><meta name=date content=2008-02-15>",
            Some("2008-02-15"),
        ),
        (
            "<time datetime=2008-02-15 itemprop=datePublished>Friday</time>",
            Some("2008-02-15"),
        ),
        ("<time datetime=2008-02-15>then</time>", None),
        ("<meta name=viewport content=2008-02-15>", None),
    ] {
        let source = SourceFile::new("a.html", html);
        let document = Document::new(&source, GivenDates::default());
        let found = document.date().map(|found| found.date.to_string());
        assert_eq!(found.as_deref(), date, "{html}");
    }
}

#[test]
fn what_programs_that_make_pages_are_told_is_no_prose() {
    let text = "> [!NOTE]\n> Nobody who has seen it rain here will ever forget that.\n\nIt rained {{< figure title=\"the first of the great wet Mondays\" >}} again.{: .wide}\n\n\
        {% include a.html caption=\"the second of the great wet Mondays\" %}\n\n# So [[Rain|it rained]] {#rain}\n";
    let source = SourceFile::new("a.md", text);
    let document = Document::new(&source, GivenDates::default());
    let expected = "Nobody who has seen it rain here will ever forget that.\nIt rained \u{FFFC} again.\nSo it rained\n";
    assert_eq!(document.text(), expected);
    assert_eq!(findings(&source), [""; 0]);
    let page = SourceFile::new(
        "a.html",
        "<p>{{ page.title | default: \"a title of more than five words\" }} It rained.",
    );
    let document = Document::new(&page, GivenDates::default());
    assert_eq!(document.text(), "\u{FFFC} It rained.\n");
}
