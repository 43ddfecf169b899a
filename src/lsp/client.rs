//! What the client at the other end can do.

use lsp_types::{ClientCapabilities, ResourceOperationKind};

use super::position::Encoding;

/// Capabilities that make a difference.
#[derive(Clone, Debug, Default)]
pub(super) struct Client {
    pub(super) encoding: Encoding,
    /// Shows the other places of a diagnostic.
    pub(super) related_information: bool,
    /// Links the code of a diagnostic to a page.
    pub(super) code_descriptions: bool,
    /// Asks for diagnostics, so that those of open documents need not be pushed.
    pub(super) pulls: bool,
    /// Asks again when told that something has changed.
    pub(super) refreshes: bool,
    /// Tells of files that change on the disk, if asked to.
    pub(super) watches: bool,
    /// Knows symbols within symbols.
    pub(super) nests_symbols: bool,
    /// Makes changes to a stated version of a document.
    pub(super) versioned_edits: bool,
    /// Creates files as a part of a change.
    pub(super) creates_files: bool,
}

impl Client {
    pub(super) fn new(capabilities: &ClientCapabilities) -> Self {
        let text = capabilities.text_document.as_ref();
        let workspace = capabilities.workspace.as_ref();
        let published = text.and_then(|text| text.publish_diagnostics.as_ref());
        let edits = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        let symbols = text.and_then(|text| text.document_symbol.as_ref());
        let watched = workspace.and_then(|workspace| workspace.did_change_watched_files);
        Client {
            encoding: Encoding::agreed(capabilities),
            related_information: published.and_then(|published| published.related_information)
                == Some(true),
            code_descriptions: published.and_then(|published| published.code_description_support)
                == Some(true),
            pulls: text.is_some_and(|text| text.diagnostic.is_some()),
            refreshes: workspace
                .and_then(|workspace| workspace.diagnostic.as_ref())
                .and_then(|diagnostic| diagnostic.refresh_support)
                == Some(true),
            watches: watched.and_then(|watched| watched.dynamic_registration) == Some(true),
            nests_symbols: symbols.and_then(|symbols| symbols.hierarchical_document_symbol_support)
                == Some(true),
            creates_files: edits
                .and_then(|edits| edits.resource_operations.as_ref())
                .is_some_and(|known| known.contains(&ResourceOperationKind::Create)),
            versioned_edits: edits.and_then(|edits| edits.document_changes) == Some(true),
        }
    }
}
