//! Office Open XML (ECMA-376), as Word writes it.

use std::collections::HashMap;

use super::Package;
use super::page::{Line, Note, put_together};
use super::style::{Named, Styles};
use super::xml::{self, Attributes, Piece};
use crate::source::paragraph::{Extract, Style};

/// Elements that are not shown: what was deleted or moved away, formats that were changed, what older
/// programs see in place of a newer thing, the settings of forms and sections.
const SKIPPED: [&str; 10] = [
    "del",
    "moveFrom",
    "rPrChange",
    "pPrChange",
    "sectPr",
    "Fallback",
    "sdtPr",
    "tblPr",
    "instrText",
    "delText",
];

pub(super) fn read(package: &mut Package) -> Result<Extract, String> {
    let main = package.main("word/document.xml")?;
    let styles = match package.part("word/styles.xml")? {
        Some(part) => styles(&part)?,
        None => Styles::default(),
    };
    let mut text = Text::new(&styles);
    xml::read(&main, &SKIPPED, |piece| text.take(piece))?;
    let mut notes = HashMap::new();
    for (kind, name) in [
        (Kind::Foot, "word/footnotes.xml"),
        (Kind::End, "word/endnotes.xml"),
    ] {
        if let Some(part) = package.part(name)? {
            let mut all = Text::new(&styles);
            xml::read(&part, &SKIPPED, |piece| all.take(piece))?;
            notes.extend(all.notes.into_iter().map(|(id, lines)| ((kind, id), lines)));
        }
    }
    let notes = text.cited.iter().filter_map(|(mark, label)| {
        let lines = notes.remove(mark)?;
        Some(Note {
            label: label.clone(),
            lines,
        })
    });
    let notes = notes.collect();
    Ok(put_together(text.lines, notes))
}

fn styles(part: &str) -> Result<Styles, String> {
    let mut styles = Styles::default();
    let mut open: Option<(String, Named)> = None;
    xml::read(part, &[], |piece| match piece {
        Piece::Start("style", attributes) => {
            open = attributes.get("styleId").map(|id| (id, Named::default()));
        }
        Piece::Start(name, attributes) => {
            let Some((_, style)) = &mut open else { return };
            match name {
                "name" => style.name = attributes.get("val").unwrap_or_default(),
                "basedOn" => style.parent = attributes.get("val"),
                "outlineLvl" => style.outline = is_outline(&attributes),
                "strike" | "dstrike" => style.struck = Some(is_on(&attributes)),
                _ => {}
            }
        }
        Piece::End("style") => {
            if let Some((id, style)) = open.take() {
                styles.add(id, style);
            }
        }
        _ => {}
    })?;
    Ok(styles)
}

/// Level 9 is that of running text.
fn is_outline(attributes: &Attributes) -> bool {
    attributes
        .get("val")
        .and_then(|level| level.parse::<u8>().ok())
        .is_some_and(|level| level < 9)
}

/// Whether a property that is on or off is on: it need not say so.
fn is_on(attributes: &Attributes) -> bool {
    !matches!(
        attributes.get("val").as_deref(),
        Some("0" | "false" | "off")
    )
}

/// Which kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Foot,
    End,
}

/// The text of a part as it is read.
struct Text<'s> {
    styles: &'s Styles,
    lines: Vec<Line>,
    /// The paragraphs that have begun: a box of text stands inside another paragraph.
    open: Vec<Line>,
    /// The lines of boxes, which follow the paragraph that they stand in.
    boxed: Vec<Line>,
    /// The notes of a part that holds them, by their ids.
    notes: Vec<(String, Vec<Line>)>,
    /// The notes that the text leads to, with their labels.
    cited: Vec<((Kind, String), String)>,
    cells: usize,
    formulas: usize,
    in_properties: bool,
    in_words: bool,
    run: Run,
}

/// What a run of words with the same properties is.
#[derive(Debug, Default)]
struct Run {
    code: bool,
    hidden: bool,
    /// Whether it is struck out, where it says so itself.
    struck: Option<bool>,
    /// The same of its style.
    struck_by_style: Option<bool>,
}

impl<'s> Text<'s> {
    fn new(styles: &'s Styles) -> Self {
        Text {
            styles,
            lines: Vec::new(),
            open: Vec::new(),
            boxed: Vec::new(),
            notes: Vec::new(),
            cited: Vec::new(),
            cells: 0,
            formulas: 0,
            in_properties: false,
            in_words: false,
            run: Run::default(),
        }
    }

    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Start(name, attributes) => self.start(name, &attributes),
            Piece::End(name) => self.end(name),
            Piece::Words(words) if self.in_words => self.push(words),
            Piece::Words(_) => {}
        }
    }

    fn push(&mut self, words: &str) {
        let code = self.run.code || self.formulas > 0;
        if let Some(line) = self.shown() {
            line.push(words, code);
        }
    }

    /// The line that is being read, if what comes now is to be seen in it.
    fn shown(&mut self) -> Option<&mut Line> {
        let run = &self.run;
        let struck = run.struck.or(run.struck_by_style);
        let hides = |line: &&mut Line| run.hidden || struck.unwrap_or(line.struck);
        self.open.last_mut().filter(|line| !hides(line))
    }

    fn start(&mut self, name: &str, attributes: &Attributes) {
        match name {
            "p" => self.open.push(Line::new(if self.cells > 0 {
                Style::Cell
            } else {
                Style::Body
            })),
            "pPr" => self.in_properties = true,
            "r" => self.run = Run::default(),
            "t" => self.in_words = true,
            "tc" => self.cells += 1,
            "oMath" => self.formulas += 1,
            "footnote" | "endnote" => self.note(attributes),
            _ if self.in_properties => self.property(name, attributes),
            "rStyle" => {
                let id = attributes.get("val").unwrap_or_default();
                self.run.code = self.styles.of(&id) == Some(Style::Code);
                self.run.struck_by_style = self.styles.struck(&id);
            }
            "vanish" => self.run.hidden = is_on(attributes),
            // Struck out twice is one way of striking out, and may be switched off beside the other.
            "strike" | "dstrike" => {
                self.run.struck = Some(is_on(attributes) || self.run.struck == Some(true));
            }
            "tab" | "br" | "cr" | "ptab" => self.push(" "),
            "noBreakHyphen" => self.push("-"),
            "footnoteReference" => self.mark(Kind::Foot, attributes),
            "endnoteReference" => self.mark(Kind::End, attributes),
            _ => {}
        }
    }

    /// What the properties of a paragraph say of it.
    fn property(&mut self, name: &str, attributes: &Attributes) {
        let Some(line) = self.open.last_mut() else {
            return;
        };
        match name {
            "pStyle" => {
                let id = attributes.get("val").unwrap_or_default();
                line.style = self.styles.of(&id).unwrap_or(line.style);
                line.struck = self.styles.struck(&id) == Some(true);
            }
            "outlineLvl" if is_outline(attributes) => line.style = Style::Heading,
            "numId"
                if line.style == Style::Body
                    && attributes.get("val").is_some_and(|id| id != "0") =>
            {
                line.style = Style::Item;
            }
            _ => {}
        }
    }

    fn mark(&mut self, kind: Kind, attributes: &Attributes) {
        let id = attributes.get("id").filter(|_| self.shown().is_some());
        let Some(id) = id else { return };
        let key = (kind, id);
        let known = self.cited.iter().find(|(cited, _)| *cited == key);
        let label = match known {
            Some((_, label)) => label.clone(),
            None => {
                let before = self
                    .cited
                    .iter()
                    .filter(|((other, _), _)| *other == kind)
                    .count();
                let label = match kind {
                    Kind::Foot => (before + 1).to_string(),
                    // As Word numbers them beside footnotes.
                    Kind::End => roman(before + 1),
                };
                self.cited.push((key, label.clone()));
                label
            }
        };
        if let Some(line) = self.open.last_mut() {
            line.mark(&label);
        }
    }

    /// A note begins; the lines that separate notes from the text are none.
    fn note(&mut self, attributes: &Attributes) {
        let separates = attributes.get("type").is_some_and(|kind| kind != "normal");
        if let Some(id) = attributes.get("id").filter(|_| !separates) {
            self.notes.push((id, Vec::new()));
        }
        self.lines.clear();
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => {
                let Some(line) = self.open.pop() else { return };
                if self.open.is_empty() {
                    self.lines.push(line);
                    self.lines.append(&mut self.boxed);
                } else {
                    self.boxed.push(line);
                }
            }
            "pPr" => self.in_properties = false,
            "r" => self.run = Run::default(),
            "t" => self.in_words = false,
            "tc" => self.cells = self.cells.saturating_sub(1),
            "oMath" => self.formulas = self.formulas.saturating_sub(1),
            "footnote" | "endnote" => {
                if let Some((_, lines)) =
                    self.notes.last_mut().filter(|(_, lines)| lines.is_empty())
                {
                    *lines = std::mem::take(&mut self.lines);
                }
            }
            _ => {}
        }
    }
}

/// A number in small Roman figures.
fn roman(mut number: usize) -> String {
    const FIGURES: [(usize, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut words = String::new();
    for (value, figure) in FIGURES {
        while number >= value {
            words.push_str(figure);
            number -= value;
        }
    }
    words
}
