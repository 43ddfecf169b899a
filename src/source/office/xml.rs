//! The XML of a part as beginnings, ends and words, nothing else.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What comes next in a part.
pub(super) enum Piece<'p> {
    /// An element begins; its name is that without the namespace.
    Start(&'p str, Attributes<'p>),
    /// An element ends.
    End(&'p str),
    /// Words.
    Words(&'p str),
}

/// The attributes of an element by their names without the namespace.
pub(super) struct Attributes<'p>(Option<&'p BytesStart<'p>>);

impl Attributes<'_> {
    /// The value of one.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut all = self.0?.attributes();
        let mut all = all.with_checks(false).flatten();
        let found = all.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }
}

/// Hands over the pieces of a part in order, those inside elements that `skip` names left out.
///
/// # Errors
/// It is no XML.
pub(super) fn read(part: &str, skip: &[&str], mut take: impl FnMut(Piece)) -> Result<(), String> {
    let mut reader = Reader::from_str(part);
    reader.config_mut().expand_empty_elements = true;
    // How deep inside an element that is left out.
    let mut skipping = 0_usize;
    loop {
        let event = reader
            .read_event()
            .map_err(|error| format!("its XML is damaged ({error})"))?;
        match event {
            Event::Start(_) if skipping > 0 => skipping += 1,
            Event::End(_) if skipping > 0 => skipping -= 1,
            Event::Eof => return Ok(()),
            _ if skipping > 0 => {}
            Event::Start(start) => {
                let name = start.name();
                if skip.contains(&name.local_name().into_inner())
                    || skip.contains(&name.into_inner())
                {
                    skipping = 1;
                } else {
                    take(Piece::Start(
                        name.local_name().into_inner(),
                        Attributes(Some(&start)),
                    ));
                }
            }
            Event::End(end) => take(Piece::End(end.name().local_name().into_inner())),
            Event::Text(words) => take(Piece::Words(&words.xml10_content())),
            Event::CData(words) => take(Piece::Words(&words.xml10_content())),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(character)) => take(Piece::Words(character.encode_utf8(&mut [0; 4]))),
                _ => {
                    let words = reference.xml10_content();
                    take(Piece::Words(
                        resolve_predefined_entity(&words).unwrap_or_default(),
                    ));
                }
            },
            _ => {}
        }
    }
}
