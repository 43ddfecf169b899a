//! Changes to documents, in the form that the client can make them.

use std::sync::Arc;

use lsp_types::{
    CreateFile, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, ResourceOp, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};

use super::client::Client;
use super::worker::Checked;
use crate::diagnostic::Fix;
use crate::fix;
use crate::source::SourceFile;
use crate::yaml::Insertion;

/// Edits of one action.
pub(super) struct Edits<'c> {
    client: &'c Client,
    documents: Vec<(OptionalVersionedTextDocumentIdentifier, Vec<TextEdit>)>,
    /// Files that must be there first.
    created: Vec<Uri>,
}

/// A file beside the document that was checked.
pub(super) struct Elsewhere {
    pub(super) uri: Uri,
    pub(super) source: Arc<SourceFile>,
    /// Of the text in the editor; nothing where it is not open.
    pub(super) version: Option<i32>,
    pub(super) exists: bool,
}

impl<'c> Edits<'c> {
    pub(super) fn new(client: &'c Client) -> Self {
        Edits {
            client,
            documents: Vec::new(),
            created: Vec::new(),
        }
    }

    /// Makes fixes of a document as it was checked; of two that meet, the first.
    pub(super) fn fix<'f>(
        &mut self,
        uri: &Uri,
        checked: &Checked,
        fixes: impl IntoIterator<Item = &'f Fix>,
    ) {
        let source = &checked.report.source;
        let (edits, _) = fix::choose(source.text(), fixes);
        let edits = edits.into_iter().map(|edit| TextEdit {
            range: self.client.encoding.range(source, edit.span),
            new_text: edit.content.clone(),
        });
        let document = OptionalVersionedTextDocumentIdentifier {
            uri: uri.clone(),
            version: Some(checked.version),
        };
        self.documents.push((document, edits.collect()));
    }

    /// Puts words into the document as it was checked.
    pub(super) fn insert(&mut self, uri: &Uri, checked: &Checked, insertion: &Insertion) {
        let edit = self.insertion(&checked.report.source, insertion);
        let version = Some(checked.version);
        let uri = uri.clone();
        let document = OptionalVersionedTextDocumentIdentifier { uri, version };
        self.documents.push((document, vec![edit]));
    }

    /// Puts words into another file, in the version that is open or else that of the disk; a file that is
    /// not there is created.
    pub(super) fn insert_elsewhere(&mut self, file: &Elsewhere, insertion: &Insertion) {
        let edit = self.insertion(&file.source, insertion);
        self.created
            .extend((!file.exists).then(|| file.uri.clone()));
        let document = OptionalVersionedTextDocumentIdentifier {
            uri: file.uri.clone(),
            version: file.version,
        };
        self.documents.push((document, vec![edit]));
    }

    fn insertion(&self, source: &SourceFile, insertion: &Insertion) -> TextEdit {
        let place = self.client.encoding.position(source, insertion.at);
        TextEdit {
            range: Range::new(place, place),
            new_text: insertion.words.clone(),
        }
    }

    pub(super) fn finish(self) -> WorkspaceEdit {
        if !self.client.versioned_edits {
            let documents = self.documents.into_iter();
            return WorkspaceEdit {
                changes: Some(
                    documents
                        .map(|(document, edits)| (document.uri, edits))
                        .collect(),
                ),
                ..WorkspaceEdit::default()
            };
        }
        let documents = self.documents.into_iter();
        let edits = documents.map(|(text_document, edits)| TextDocumentEdit {
            text_document,
            edits: edits.into_iter().map(OneOf::Left).collect(),
        });
        let created = self.created.into_iter().map(|uri| {
            DocumentChangeOperation::Op(ResourceOp::Create(CreateFile {
                uri,
                options: None,
                annotation_id: None,
            }))
        });
        let created: Vec<_> = created.collect();
        let changes = if created.is_empty() {
            DocumentChanges::Edits(edits.collect())
        } else {
            let edits = edits.map(DocumentChangeOperation::Edit);
            DocumentChanges::Operations(created.into_iter().chain(edits).collect())
        };
        WorkspaceEdit {
            document_changes: Some(changes),
            ..WorkspaceEdit::default()
        }
    }
}
