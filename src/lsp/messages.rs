//! Which message means what: requests about documents, notifications of their changes.

use lsp_server::{ErrorCode, Notification, Request, RequestId};
use lsp_types::notification::{
    Cancel, DidChangeConfiguration, DidChangeTextDocument, DidChangeWatchedFiles,
    DidChangeWorkspaceFolders, DidCloseTextDocument, DidOpenTextDocument, DidSaveTextDocument,
    Initialized, Notification as _,
};
use lsp_types::request::{
    CodeActionRequest, DocumentDiagnosticRequest, DocumentSymbolRequest, HoverRequest, Request as _,
};
use lsp_types::{
    CancelParams, CodeActionParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentSymbolParams,
    FullDocumentDiagnosticReport, HoverParams, NumberOrString, RelatedFullDocumentDiagnosticReport,
    Uri,
};
use serde::de::DeserializeOwned;

use super::server::Server;
use super::worker::Checked;
use super::{actions, symbols, uri};

impl Server {
    /// Answers a request, at once or when the document it is about has been checked.
    pub(super) fn answer_about(&mut self, request: Request) {
        match request.method.as_str() {
            DocumentDiagnosticRequest::METHOD => self.about(
                request,
                |params: &DocumentDiagnosticParams| &params.text_document.uri,
                |server, params, _| report(server, &params.text_document.uri),
            ),
            CodeActionRequest::METHOD => self.about(
                request,
                |params: &CodeActionParams| &params.text_document.uri,
                actions::all,
            ),
            HoverRequest::METHOD => self.about(
                request,
                |params: &HoverParams| &params.text_document_position_params.text_document.uri,
                symbols::hover,
            ),
            DocumentSymbolRequest::METHOD => self.about(
                request,
                |params: &DocumentSymbolParams| &params.text_document.uri,
                symbols::symbols,
            ),
            method => {
                let why = format!("`{method}` is not known here");
                self.refuse(request.id, ErrorCode::MethodNotFound, &why);
            }
        }
    }

    /// Answers a request about a document from what was found in it. About one that is not open there
    /// is nothing to say.
    fn about<P: DeserializeOwned, A: serde::Serialize>(
        &mut self,
        request: Request,
        document: impl Fn(&P) -> &Uri,
        answer: impl FnOnce(&Server, &P, &Checked) -> A,
    ) {
        let params: P = match serde_json::from_value(request.params.clone()) {
            Ok(params) => params,
            Err(error) => {
                return self.refuse(request.id, ErrorCode::InvalidParams, &error.to_string());
            }
        };
        let uri = document(&params);
        if !self.open.contains_key(uri) {
            return self.answer(request.id, serde_json::Value::Null);
        }
        if self.is_fresh(uri, &request)
            && let Some(checked) = self.open[uri].checked.as_ref()
        {
            self.answer(request.id, answer(self, &params, checked));
        }
    }

    pub(super) fn notification(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        let heard = match method.as_str() {
            Initialized::METHOD => {
                self.initialized();
                Ok(())
            }
            DidOpenTextDocument::METHOD => read(params)
                .map(|params: DidOpenTextDocumentParams| self.open(params.text_document)),
            DidChangeTextDocument::METHOD => {
                read(params).map(|params: DidChangeTextDocumentParams| {
                    let encoding = self.client.encoding;
                    let document = params.text_document;
                    self.change(&document.uri, |buffer| {
                        buffer.change(document.version, params.content_changes, encoding);
                    });
                })
            }
            DidCloseTextDocument::METHOD => {
                read(params).map(|params: DidCloseTextDocumentParams| {
                    self.close(&params.text_document.uri);
                })
            }
            // What is asked of the disk may have changed with what was saved.
            DidSaveTextDocument::METHOD | DidChangeConfiguration::METHOD => {
                self.changed_on_disk(Vec::new());
                Ok(())
            }
            DidChangeWatchedFiles::METHOD => {
                read(params).map(|params: DidChangeWatchedFilesParams| {
                    let files = params.changes.iter();
                    self.changed_on_disk(
                        files.filter_map(|change| uri::file(&change.uri)).collect(),
                    );
                })
            }
            DidChangeWorkspaceFolders::METHOD => {
                read(params).map(|params: DidChangeWorkspaceFoldersParams| {
                    self.change_folders(&params.event.added, &params.event.removed);
                })
            }
            Cancel::METHOD => read(params).map(|params: CancelParams| self.cancel(&id(params.id))),
            // What begins so may be passed over, the protocol says; others are told of.
            method if method.starts_with("$/") => Ok(()),
            _ => Err("it is not known here".to_owned()),
        };
        if let Err(why) = heard {
            self.log(format!("`{method}` was skipped: {why}"));
        }
    }
}

fn read<P: DeserializeOwned>(params: serde_json::Value) -> Result<P, String> {
    serde_json::from_value(params).map_err(|error| error.to_string())
}

fn id(id: NumberOrString) -> RequestId {
    match id {
        NumberOrString::Number(number) => number.into(),
        NumberOrString::String(words) => words.into(),
    }
}

fn report(server: &Server, uri: &Uri) -> DocumentDiagnosticReport {
    RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport {
            result_id: None,
            items: server.shown(uri),
        },
    }
    .into()
}
