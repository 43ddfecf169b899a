//! The kinds of checks: the one list from which parsing, help and the JSON Schema come.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::{Check, citations, dates, names, quotes, text};

macro_rules! kinds {
    ($($name:literal => $variant:ident($check:ty),)+) => {
        /// A kind of check with its options, as a rule's `check:` names it.
        #[derive(Deserialize)]
        pub enum Kind {
            $(
                #[doc = concat!("`", $name, "`")]
                #[serde(rename = $name)]
                $variant($check),
            )+
        }

        impl Kind {
            /// What the rule file calls it.
            pub fn name(&self) -> &'static str {
                match self { $(Kind::$variant(_) => $name,)+ }
            }

            /// The check itself.
            pub fn check(&self) -> &dyn Check {
                match self { $(Kind::$variant(check) => check,)+ }
            }
        }

        impl JsonSchema for Kind {
            fn schema_name() -> Cow<'static, str> {
                "Kind".into()
            }

            /// A kind whose options all have defaults may be written as a word.
            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let mut words: Vec<&str> = Vec::new();
                let mut properties = serde_json::Map::new();
                $(
                    let options = <$check>::json_schema(&mut SchemaGenerator::default());
                    if options.get("required").is_none() {
                        words.push($name);
                    }
                    properties.insert($name.into(), generator.subschema_for::<$check>().into());
                )+
                json_schema!({
                    "description": "A kind of check: a word, or a map from the kind to its options.",
                    "oneOf": [
                        { "type": "string", "enum": words },
                        {
                            "type": "object",
                            "properties": properties,
                            "additionalProperties": false,
                            "minProperties": 1,
                            "maxProperties": 1
                        }
                    ]
                })
            }
        }
    };
}

kinds! {
    "access-date" => AccessDate(citations::AccessDate),
    "bibliography" => Bibliography(citations::BibliographyFault),
    "citation-placeholder" => CitationPlaceholder(citations::CitationPlaceholder),
    "definition" => Definition(citations::DefinitionOf),
    "duplicate-body" => DuplicateBody(citations::DuplicateBody),
    "empty-note" => EmptyNote(citations::EmptyNote),
    "ibid" => Ibid(citations::Ibid),
    "identifier" => Identifier(citations::IdentifierForm),
    "note-order" => NoteOrder(citations::NoteOrder),
    "page-range" => PageRange(citations::PageRangeForm),
    "reference" => Reference(citations::ReferenceFor),
    "repeated-note" => RepeatedNote(citations::RepeatedNote),
    "unknown-key" => UnknownKey(citations::UnknownKey),
    "unpaired-note" => UnpairedNote(citations::UnpairedNote),
    "unused-entry" => UnusedEntry(citations::Unused),
    "act-outside-life" => ActOutsideLife(dates::ActOutsideLife),
    "age" => Age(dates::Age),
    "ambiguous-numeric" => AmbiguousNumeric(dates::AmbiguousNumeric),
    "anniversary" => Anniversary(dates::Anniversary),
    "birth-death" => BirthDeath(dates::BirthDeath),
    "century" => Century(dates::Century),
    "date-form" => DateForm(dates::DateForm),
    "date-preference" => DatePreference(dates::DatePreference),
    "date-style" => DateStyle(dates::DateStyle),
    "duration" => Duration(dates::Duration),
    "elapsed" => Elapsed(dates::Elapsed),
    "event-conflict" => EventConflict(dates::EventConflict),
    "future" => Future(dates::Future),
    "impossible-date" => ImpossibleDate(dates::ImpossibleDate),
    "lifespan" => Lifespan(dates::Lifespan),
    "old-new-style" => OldNewStyle(dates::OldNewStyle),
    "range-reversed" => RangeReversed(dates::RangeReversed),
    "relative-conflict" => RelativeConflict(dates::RelativeConflict),
    "relative-unanchored" => RelativeUnanchored(dates::RelativeUnanchored),
    "weekday" => Weekday(dates::Weekday),
    "acronym" => Acronym(names::AcronymCheck),
    "feminine-form" => FeminineForm(names::FeminineForm),
    "first-mention" => FirstMention(names::FirstMention),
    "mixed-case" => MixedCase(names::MixedCase),
    "name-across-files" => NameAcrossFiles(names::NameAcrossFiles),
    "name-spelling" => NameSpelling(names::NameSpelling),
    "name-style" => NameStyle(names::NameStyle),
    "name-variant" => NameVariant(names::NameVariant),
    "refused-name" => RefusedName(names::RefusedName),
    "title-variant" => TitleVariant(names::TitleVariant),
    "attribution" => Attribution(quotes::Attribution),
    "closing-punctuation" => ClosingPunctuation(quotes::ClosingPunctuation),
    "mark-direction" => MarkDirection(quotes::MarkDirection),
    "nested-marks" => NestedMarks(quotes::NestedMarks),
    "quotation-marks" => QuotationMarks(quotes::QuotationMarks),
    "quoted-brackets" => QuotedBrackets(quotes::QuotedBrackets),
    "reworded" => Reworded(quotes::Reworded),
    "reworded-across-files" => RewordedAcrossFiles(quotes::RewordedAcrossFiles),
    "source" => Source(quotes::SourceCheck),
    "truncated" => Truncated(quotes::Truncated),
    "unbalanced" => Unbalanced(quotes::Unbalanced),
    "consistency" => Consistency(text::Consistency),
    "pattern" => Pattern(text::PatternCheck),
    "repeated-word" => RepeatedWord(text::RepeatedWord),
    "substitution" => Substitution(text::Substitution),
    "sum" => Sum(text::Sum),
    "thousands" => Thousands(text::Thousands),
}
