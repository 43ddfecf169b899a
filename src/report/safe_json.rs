//! JSON without a control character in it: what serde leaves as it is may still move a terminal.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

use super::safe::is_control;

/// Writes a value on one line.
pub(super) fn compact(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    write(out, value, CompactFormatter)
}

/// Writes a value over several lines.
pub(super) fn pretty(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    write(out, value, PrettyFormatter::new())
}

fn write(out: &mut dyn Write, value: &impl Serialize, formatter: impl Formatter) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, Safe(formatter));
    value.serialize(&mut serializer)?;
    writeln!(out)
}

/// A formatter that names the control characters that JSON would allow; readers get them back.
struct Safe<F>(F);

impl<F: Formatter> Formatter for Safe<F> {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        words: &str,
    ) -> io::Result<()> {
        let mut done = 0;
        for (at, c) in words.char_indices().filter(|(_, c)| is_control(*c)) {
            out.write_all(&words.as_bytes()[done..at])?;
            // All of them lie in the first plane: one unit of UTF-16.
            write!(out, "\\u{:04x}", u32::from(c))?;
            done = at + c.len_utf8();
        }
        out.write_all(&words.as_bytes()[done..])
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_come_back_and_are_never_written() {
        let words = "a\u{1b}[31m \u{9b}31m \u{7f} \u{202e}é\n😀";
        let mut out = Vec::new();
        pretty(&mut out, &[words]).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(
            !out.trim_end().chars().any(|c| is_control(c) && c != '\n'),
            "{out}"
        );
        assert!(out.contains("\\u009b31m") && out.contains("é"), "{out}");
        let back: Vec<String> = serde_json::from_str(&out).unwrap();
        assert_eq!(back, [words]);
    }
}
