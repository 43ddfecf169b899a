//! What was understood, shown beside the text: the outline and the hover.

use std::collections::BTreeMap;

use lsp_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Hover, HoverContents,
    HoverParams, Location, MarkupContent, MarkupKind, Range, SymbolInformation, SymbolKind,
};

use super::server::Server;
use super::worker::Checked;
use crate::report::facts::Article;
use crate::report::facts::hover;
use crate::report::facts::outline::{Entry, Part, outline};
use crate::source::Span;

/// What was understood of the words under the cursor.
pub(super) fn hover(server: &Server, params: &HoverParams, checked: &Checked) -> Option<Hover> {
    let source = &checked.report.source;
    let position = params.text_document_position_params.position;
    let offset = server.client.encoding.offset(source, position);
    let hover = with_article(checked, |article| hover::at(article, offset))??;
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent {
            kind: MarkupKind::Markdown,
            value: hover.words,
        }),
        range: Some(server.client.encoding.range(source, hover.span)),
    })
}

/// Names, dates and quotations, each under its heading.
pub(super) fn symbols(
    server: &Server,
    params: &DocumentSymbolParams,
    checked: &Checked,
) -> Option<DocumentSymbolResponse> {
    let entries = with_article(checked, outline)?;
    let source = &checked.report.source;
    let range = |span: Span| server.client.encoding.range(source, span);
    if !server.client.nests_symbols {
        let flat = entries.into_iter().map(|entry| {
            #[allow(deprecated, reason = "the type has no other way to be made")]
            SymbolInformation {
                name: entry.title,
                kind: kind(entry.part),
                tags: None,
                deprecated: None,
                location: Location::new(params.text_document.uri.clone(), range(entry.span)),
                container_name: Some(heading(entry.part).to_owned()),
            }
        });
        return Some(DocumentSymbolResponse::Flat(flat.collect()));
    }
    let mut parts: BTreeMap<Part, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        parts.entry(entry.part).or_default().push(entry);
    }
    let all = range(Span::new(0, source.text().len()));
    let nested = parts.into_iter().map(|(part, entries)| {
        let detail = entries.len().to_string();
        let children = entries.into_iter().map(|entry| {
            symbol(
                entry.title,
                entry.detail,
                kind(part),
                range(entry.span),
                None,
            )
        });
        let children = Some(children.collect());
        symbol(
            heading(part).to_owned(),
            detail,
            SymbolKind::NAMESPACE,
            all,
            children,
        )
    });
    Some(DocumentSymbolResponse::Nested(nested.collect()))
}

/// What an article says, read again from the text that was checked; nothing of YAML.
fn with_article<T>(checked: &Checked, ask: impl FnOnce(&Article) -> T) -> Option<T> {
    if !checked.report.is_article() {
        return None;
    }
    let document = checked.checker.document(&checked.report.source);
    let mentions = checked.checker.mentions(&document);
    Some(ask(&Article::new(
        &mentions,
        checked.checker.sourced(&mentions),
    )))
}

fn symbol(
    name: String,
    detail: String,
    kind: SymbolKind,
    range: Range,
    children: Option<Vec<DocumentSymbol>>,
) -> DocumentSymbol {
    #[allow(deprecated, reason = "the type has no other way to be made")]
    DocumentSymbol {
        name,
        detail: (!detail.is_empty()).then_some(detail),
        kind,
        tags: None,
        deprecated: None,
        range,
        selection_range: range,
        children,
    }
}

fn heading(part: Part) -> &'static str {
    match part {
        Part::Name => "Names",
        Part::Date => "Dates",
        Part::Quotation => "Quotations",
    }
}

fn kind(part: Part) -> SymbolKind {
    match part {
        Part::Name => SymbolKind::OBJECT,
        Part::Date => SymbolKind::EVENT,
        Part::Quotation => SymbolKind::STRING,
    }
}
