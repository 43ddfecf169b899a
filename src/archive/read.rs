//! Reading: the texts of an archive, each byte of them where the file has it.

use std::path::Path;

use crate::document::{Document, Format, GivenDates};
use crate::source::SourceFile;
use crate::wording::PADDING;

/// The words of a source file in its own bytes, where they are not all of its text: what is not shown of it is
/// blanked out, so that every place in the words is a place in the file.
///
/// # Errors
/// Its format is none that is read, or there are no words in it.
pub(super) fn prose(file: &SourceFile) -> Result<Option<String>, String> {
    is_read(file.path())?;
    let prose = match Format::of(file.path()) {
        Format::Plain => None,
        Format::Markdown | Format::Html | Format::Office => {
            let document = Document::new(file, GivenDates::default());
            Some(document.shown_source(PADDING).into_owned())
        }
    };
    let words = prose.as_deref().unwrap_or(file.text());
    if words.is_empty() {
        return Err("it is empty".into());
    }
    if !words.contains(char::is_alphanumeric) {
        return Err("there are no words in it".into());
    }
    Ok(prose)
}

/// Refuses formats that are none of text.
///
/// # Errors
/// The remedy.
pub(super) fn is_read(path: &Path) -> Result<(), String> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension.unwrap_or_default().to_ascii_lowercase().as_str() {
        "pdf" => Err("a PDF is not read; make a text of it (`pdftotext -layout FILE.pdf`)".into()),
        "doc" | "rtf" | "epub" => Err("not read in this format; save it as text or HTML".into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(path: &str, text: &str) -> Vec<String> {
        let prose = prose(&SourceFile::new(path, text)).unwrap().unwrap();
        assert_eq!(prose.len(), text.len());
        let words = crate::wording::words(&prose, 0);
        for word in words.iter().filter(|word| word.key == "choice") {
            assert_eq!(&text[word.range.clone()], "choice");
        }
        words.into_iter().map(|word| word.key).collect()
    }

    #[test]
    fn markup_is_blanked_and_every_byte_stays_where_it_is() {
        let html = "<nav>Home</nav><p>It <em>is</em> the peo<i>ple</i>&rsquo;s choice&hellip;<sup><a href='#n'>2</a></sup></p><script>var a;</script>";
        assert_eq!(
            keys("a.html", html),
            ["it", "is", "the", "people's", "choice", ""]
        );
        let markdown =
            "It [is](http://a.b/c_d) the peo**ple**&rsquo;s choice&hellip;[^1]\n\n[^1]: So.\n";
        assert_eq!(
            keys("a.md", markdown),
            ["it", "is", "the", "people's", "choice", "", "so"]
        );
    }

    #[test]
    fn verse_and_letters_that_stand_as_they_are_written_are_words_of_a_source() {
        let html = "<p>He sang:</p><pre>The choice\n   is ours</pre><p>and <code>left</code>.</p>";
        let words = ["he", "sang", "the", "choice", "is", "ours", "and", "left"];
        assert_eq!(keys("a.html", html), words);
        let markdown = "He sang:\n\n    The choice\n      is ours\n\nand `left`.\n";
        assert_eq!(keys("a.md", markdown), words);
    }
}
