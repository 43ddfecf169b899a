//! Whether two texts say the same in the same markup, their comments apart. What is put into an article without
//! its author must not change how it is read.

use std::path::Path;

use super::{Format, html, markdown};

/// Whether nothing but comments, and blanks where they mean nothing, tells two texts of a format apart.
pub fn read_alike(path: &Path, one: &str, other: &str) -> bool {
    match Format::of(path) {
        Format::Markdown => markdown::outline(one) == markdown::outline(other),
        Format::Html => html::outline(one) == html::outline(other),
        Format::Plain | Format::Office => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with a comment, and without it and its line.
    fn both(before: &str, behind: &str) -> (String, String) {
        let rest = behind.strip_prefix('\n').filter(|_| before.ends_with('\n'));
        let with = format!("{before}<!-- c -->{behind}");
        (with, format!("{before}{}", rest.unwrap_or(behind)))
    }

    #[test]
    fn a_comment_changes_nothing_where_it_is_only_a_comment() {
        for (path, before, behind) in [
            ("a.md", "One.\n\n", "\nTwo.\n"),
            ("a.md", "One,\n  two ", "\nand three.\n"),
            ("a.md", "- one ", "\n- two\n"),
            ("a.md", "# One ", "\n\nTwo.\n"),
            ("a.md", "> one ", "\n> two\n"),
            ("a.md", "<p>One</p> ", "\n<p>Two</p>\n"),
            ("a.html", "<p>One,\n", "\ntwo.</p>\n"),
            ("a.html", "<p>One</p> ", "\n<p>Two</p>\n"),
        ] {
            let (with, without) = both(before, behind);
            assert!(read_alike(Path::new(path), &without, &with), "{with:?}");
        }
    }

    #[test]
    fn a_comment_that_becomes_words_or_breaks_markup_is_told() {
        for (path, before, behind) in [
            ("a.md", "```\none\n", "\n```\n"),
            ("a.md", "```\none\n``` ", "\n\nTwo.\n"),
            ("a.md", "---\ntitle: A\n", "\n---\n"),
            ("a.md", "1. one\n\n", "\n2. two\n"),
            ("a.md", "One,\n", "\nand two.\n"),
            ("a.md", "| a |\n|---| ", "\n| b |\n"),
            ("a.md", "One  ", "\ntwo\n"),
            ("a.md", "<a\n", "\nhref=x>One</a>\n"),
            ("a.md", "<!-- one\n", "\ntwo -->\n"),
            ("a.md", "One\n", "\n===\n"),
            ("a.html", "<a\n", "\nhref=x>One</a>\n"),
            ("a.html", "<!-- one\n", "\ntwo --> three\n"),
            ("a.html", "<script>a\n", "\nb</script>\n"),
            ("a.html", "<title>One\n", "\ntwo</title>\n"),
        ] {
            let (with, without) = both(before, behind);
            assert!(!read_alike(Path::new(path), &without, &with), "{with:?}");
        }
    }
}
