//! Reading a [`Node`] into a type: a serde deserializer whose errors know their place.

use std::fmt::{self, Display};

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};

use super::node::{Key, Node, Scalar, Value};
use super::{kind_name, suggestion};
use crate::source::Span;

/// A mistake in a YAML file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Byte offsets into the file.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl Fault {
    /// A fault at a place.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Fault {
            span,
            message: message.into(),
            help: None,
        }
    }

    /// The same in a text that begins so many bytes later.
    #[must_use]
    pub fn shifted(mut self, bytes: usize) -> Self {
        self.span = Span::new(self.span.start + bytes, self.span.end + bytes);
        self
    }

    /// The same with words on what to do.
    #[must_use]
    pub fn with_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }
}

impl Node {
    /// Reads the value into a type.
    ///
    /// # Errors
    /// The first mistake, at the value that is at fault.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        T::deserialize(self).map_err(|error| error.at(self.label_span()))
    }
}

impl Node {
    /// Reads a map into a type and says everything that is wrong with it, not only the first mistake:
    /// an entry that cannot be read is left out, and the rest read again.
    pub fn read_all<T: DeserializeOwned>(&self, faults: &mut Vec<Fault>) -> Option<T> {
        if let Ok(value) = T::deserialize(self) {
            return Some(value);
        }
        let mut rest = self.clone();
        let mut left_out = false;
        loop {
            match T::deserialize(&rest) {
                Ok(_) => return None,
                // What is missing now may be what was left out.
                Err(error) if left_out && error.missing => return None,
                Err(error) => {
                    let fault = error.at(rest.label_span());
                    let start = fault.span.start;
                    faults.push(fault);
                    left_out = rest.remove_entry_at(start);
                    if !left_out {
                        return None;
                    }
                }
            }
        }
    }

    /// Removes the entry of a map that a byte offset lies in.
    fn remove_entry_at(&mut self, offset: usize) -> bool {
        let Value::Map(entries) = &mut self.value else {
            return false;
        };
        let after = entries.partition_point(|(key, _)| key.span.start <= offset);
        match after.checked_sub(1) {
            Some(entry) => {
                entries.remove(entry);
                true
            }
            None => false,
        }
    }
}

/// An error that gets its place from the innermost value it passes on its way out.
#[derive(Debug)]
pub struct Error {
    span: Option<Span>,
    message: String,
    help: Option<String>,
    /// A key is missing, which is nobody's place.
    missing: bool,
}

impl Error {
    fn at(self, span: Span) -> Fault {
        Fault {
            span: self.span.unwrap_or(span),
            message: self.message,
            help: self.help,
        }
    }

    fn within(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: Display>(message: T) -> Self {
        Error {
            span: None,
            message: message.to_string(),
            help: None,
            missing: false,
        }
    }

    fn invalid_type(unexpected: Unexpected, expected: &dyn Expected) -> Self {
        // What serde calls by its Rust name, people call by its YAML kind.
        let expected = expected.to_string();
        let expected = match expected.split(' ').next() {
            Some("struct") => "a map",
            Some("enum") => "a word",
            _ if expected == "a sequence" => "a list",
            _ => &expected,
        };
        Self::custom(format!(
            "expected {expected}, found {}",
            kind_name(&unexpected)
        ))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Error {
            help: suggestion(field, expected),
            ..Self::custom(format!("unknown key `{field}`"))
        }
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Error {
            help: suggestion(variant, expected),
            ..Self::custom(format!("unknown value `{variant}`"))
        }
    }

    fn missing_field(field: &'static str) -> Self {
        Error {
            help: Some(format!("add `{field}:`")),
            missing: true,
            ..Self::custom(format!("the key `{field}` is missing"))
        }
    }
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.value {
            Value::Null => visitor.visit_unit(),
            Value::Scalar { text, scalar } => match *scalar {
                Scalar::Text => visitor.visit_str(text),
                Scalar::Bool(value) => visitor.visit_bool(value),
                Scalar::Int(value) => visitor.visit_i64(value),
                Scalar::Float(value) => visitor.visit_f64(value),
            },
            Value::List(items) => visitor.visit_seq(Items(items.iter())),
            Value::Map(entries) => visitor.visit_map(Entries::new(entries)),
        }
        .map_err(|error| error.within(self.label_span()))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.value {
            Value::Scalar { text, .. } => visitor
                .visit_str(text)
                .map_err(|error: Error| error.within(self.span)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let access = match &self.value {
            Value::Scalar { text, .. } => Variant {
                name: text,
                span: self.span,
                options: None,
            },
            Value::Map(entries) if entries.len() == 1 => Variant {
                name: &entries[0].0.name,
                span: entries[0].0.span,
                options: Some(&entries[0].1),
            },
            Value::Map(entries) if entries.len() > 1 => {
                let second = &entries[1].0;
                return Err(<Error as de::Error>::custom(format!(
                    "`{}` is one too many here: one key, `{}`, was expected",
                    second.name, entries[0].0.name
                ))
                .within(second.span));
            }
            _ => return self.deserialize_any(visitor),
        };
        let span = access.span;
        visitor
            .visit_enum(access)
            .map_err(|error| error.within(span))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct ignored_any
    }
}

struct Items<'de>(std::slice::Iter<'de, Node>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(item) = self.0.next() else {
            return Ok(None);
        };
        let read = seed.deserialize(item);
        read.map(Some)
            .map_err(|error| error.within(item.label_span()))
    }
}

struct Entries<'de> {
    rest: std::slice::Iter<'de, (Key, Node)>,
    value: Option<&'de Node>,
}

impl<'de> Entries<'de> {
    fn new(entries: &'de [(Key, Node)]) -> Self {
        Entries {
            rest: entries.iter(),
            value: None,
        }
    }
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(StrDeserializer::<Error>::new(&key.name))
            .map(Some)
            .map_err(|error| error.within(key.span))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let value = self
            .value
            .take()
            .ok_or_else(|| <Error as de::Error>::custom("a value without a key"))?;
        seed.deserialize(value)
            .map_err(|error| error.within(value.label_span()))
    }
}

/// One variant of an externally tagged enum: a word, or a map of one key to its options.
struct Variant<'de> {
    name: &'de str,
    span: Span,
    options: Option<&'de Node>,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let name = seed
            .deserialize(StrDeserializer::<Error>::new(self.name))
            .map_err(|error| error.within(self.span))?;
        Ok((name, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self.options {
            None => Ok(()),
            Some(options) => Err(<Error as de::Error>::custom(format!(
                "`{}` takes no options",
                self.name
            ))
            .within(options.label_span())),
        }
    }

    /// A kind whose options all have defaults may be written as a word.
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        match self.options {
            Some(options) => seed.deserialize(options),
            None => seed.deserialize(de::value::MapDeserializer::<_, Error>::new(
                std::iter::empty::<(&str, &str)>(),
            )),
        }
        .map_err(|error| error.within(self.span))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.struct_variant(&[], visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.options {
            Some(options) => options.deserialize_any(visitor),
            None => Err(<Error as de::Error>::custom(format!(
                "`{}` needs options",
                self.name
            ))),
        }
    }
}
