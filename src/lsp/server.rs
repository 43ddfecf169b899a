//! The conversation: what comes in is answered in order, checking goes on beside it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossbeam_channel::{Sender, select};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{LogMessage, PublishDiagnostics};
use lsp_types::request::{RegisterCapability, Request as _, Shutdown, WorkspaceDiagnosticRefresh};
use lsp_types::{
    InitializeParams, LogMessageParams, MessageType, PublishDiagnosticsParams, Uri, WorkspaceFolder,
};
use serde::Serialize;

use super::board::Board;
use super::buffer::Buffer;
use super::capabilities::{registrations, result};
use super::client::Client;
use super::transport::Connection;
use super::worker::{self, Checked, Done, Job, Order};
use super::{diagnostics, uri};
use crate::engine::FileReport;

/// Serves a client until it leaves; says whether it took its leave in order.
pub fn serve(connection: Connection) -> bool {
    let (orders, done) = worker::start();
    let mut server = Server::new(connection.sender, orders);
    loop {
        select! {
            recv(connection.receiver) -> received => match received {
                Ok(Ok(Message::Request(request))) => server.request(request),
                Ok(Ok(Message::Notification(notification))) => {
                    if notification.method == "exit" {
                        return server.state == State::Leaving;
                    }
                    server.notification(notification);
                }
                Ok(Ok(Message::Response(_))) => {}
                Ok(Err(damage)) => server.log(format!("a message was skipped: {damage}")),
                Err(_) => return false,
            },
            recv(done) -> done => match done {
                Ok(Done::Checked(checked)) => server.checked(*checked),
                Ok(Done::Read(reading)) => server.read(reading),
                Err(_) => return false,
            },
        }
        // What has come in meanwhile may make a check needless.
        if connection.receiver.is_empty() {
            server.check();
        }
    }
}

/// How far the conversation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing but `initialize` is answered.
    New,
    Talking,
    /// Nothing but `exit` is heard.
    Leaving,
}

/// An open document and what was last found in it.
pub(super) struct Open {
    pub(super) buffer: Buffer,
    pub(super) checked: Option<Checked>,
    /// Its text, configuration or neighbours have changed since a check was ordered.
    dirty: bool,
    /// Stops the check that was ordered last.
    stop: Arc<AtomicBool>,
}

impl Open {
    /// Whether its text as it is now was checked.
    fn is_fresh(&self) -> bool {
        let checked = self.checked.as_ref();
        !self.dirty && checked.is_some_and(|checked| checked.version == self.buffer.version)
    }
}

/// The server's side of the conversation.
pub(super) struct Server {
    out: Sender<Message>,
    orders: Sender<Order>,
    state: State,
    pub(super) client: Client,
    /// Folders of the workspace: whose configuration a document without a file has.
    pub(super) folders: Vec<PathBuf>,
    pub(super) open: HashMap<Uri, Open>,
    board: Board,
    /// Requests about documents that are being checked.
    waiting: Vec<(Uri, Request)>,
    asked: i32,
}

impl Server {
    fn new(out: Sender<Message>, orders: Sender<Order>) -> Self {
        Server {
            out,
            orders,
            state: State::New,
            client: Client::default(),
            folders: Vec::new(),
            open: HashMap::new(),
            board: Board::default(),
            waiting: Vec::new(),
            asked: 0,
        }
    }

    fn request(&mut self, request: Request) {
        match self.state {
            State::New if request.method == "initialize" => self.initialize(request),
            State::New => self.refuse(
                request.id,
                ErrorCode::ServerNotInitialized,
                "`initialize` comes first",
            ),
            State::Leaving => self.refuse(
                request.id,
                ErrorCode::InvalidRequest,
                "after `shutdown` only `exit` is heard",
            ),
            State::Talking if request.method == Shutdown::METHOD => {
                self.state = State::Leaving;
                self.answer(request.id, ());
            }
            State::Talking => self.answer_about(request),
        }
    }

    fn initialize(&mut self, request: Request) {
        let params: InitializeParams = match serde_json::from_value(request.params) {
            Ok(params) => params,
            Err(error) => {
                return self.refuse(request.id, ErrorCode::InvalidParams, &error.to_string());
            }
        };
        self.client = Client::new(&params.capabilities);
        #[allow(deprecated, reason = "what older clients send instead of folders")]
        let root = params.root_uri.as_ref().and_then(uri::file);
        let folders = params.workspace_folders.unwrap_or_default();
        self.folders = folders_of(&folders).collect();
        if self.folders.is_empty() {
            self.folders.extend(root);
        }
        self.state = State::Talking;
        self.answer(request.id, result(&self.client));
    }

    /// The client is ready to be asked.
    pub(super) fn initialized(&mut self) {
        if self.client.watches {
            self.ask::<RegisterCapability>(registrations());
        }
    }

    /// Folders come and go.
    pub(super) fn change_folders(
        &mut self,
        added: &[WorkspaceFolder],
        removed: &[WorkspaceFolder],
    ) {
        let removed: Vec<_> = folders_of(removed).collect();
        self.folders.retain(|folder| !removed.contains(folder));
        self.folders.extend(folders_of(added));
        self.look_again();
    }

    pub(super) fn open(&mut self, document: lsp_types::TextDocumentItem) {
        let uri = document.uri.clone();
        let open = Open {
            buffer: Buffer::open(document),
            checked: None,
            dirty: true,
            stop: Arc::default(),
        };
        self.open.insert(uri, open);
    }

    /// Changes the text of a document, if it is open.
    pub(super) fn change(&mut self, uri: &Uri, change: impl FnOnce(&mut Buffer)) {
        if let Some(open) = self.open.get_mut(uri) {
            open.stop.store(true, Ordering::Relaxed);
            open.dirty = true;
            change(&mut open.buffer);
        }
    }

    /// A document is no longer looked at; nobody asks about it any more.
    pub(super) fn close(&mut self, uri: &Uri) {
        if let Some(open) = self.open.remove(uri) {
            open.stop.store(true, Ordering::Relaxed);
            self.put(uri, Vec::new());
        }
        for request in self.waiting_for(uri) {
            self.refuse(request.id, ErrorCode::ContentModified, "it was closed");
        }
    }

    /// Files on the disk have changed: configurations, rules, sources.
    pub(super) fn changed_on_disk(&mut self, files: Vec<PathBuf>) {
        // What is gone has no mistakes any more.
        let gone = files.iter().filter(|file| !file.exists());
        for uri in gone.filter_map(|file| uri::of(file)).collect::<Vec<_>>() {
            self.put(&uri, Vec::new());
        }
        if self.orders.send(Order::Changed(files)).is_ok() {
            self.look_again();
        }
    }

    fn look_again(&mut self) {
        for open in self.open.values_mut() {
            open.dirty = true;
        }
    }

    /// Orders the checks that are due.
    fn check(&mut self) {
        let Server {
            open,
            orders,
            folders,
            ..
        } = self;
        for (uri, open) in open.iter_mut().filter(|(_, open)| open.dirty) {
            open.dirty = false;
            open.checked = None;
            open.stop.store(true, Ordering::Relaxed);
            open.stop = Arc::default();
            let source = open.buffer.source.clone();
            let own = source.path().parent().filter(|folder| folder.is_absolute());
            let folder = own.map(PathBuf::from).or_else(|| folders.first().cloned());
            let job = Job {
                uri: uri.clone(),
                version: open.buffer.version,
                source,
                folder: folder.unwrap_or_else(|| ".".into()),
                stop: open.stop.clone(),
            };
            // Without a worker the conversation is over, which its silence tells.
            let _ = orders.send(Order::Check(job));
        }
    }

    fn checked(&mut self, checked: Checked) {
        let uri = checked.uri.clone();
        let Some(open) = self.open.get_mut(&uri) else {
            return;
        };
        if checked.version != open.buffer.version || open.dirty {
            return;
        }
        let found = diagnostics::all(&checked.report, &uri, Some(&checked.checker), &self.client);
        open.checked = Some(checked);
        self.put(&uri, found);
        for request in self.waiting_for(&uri) {
            self.answer_about(request);
        }
    }

    fn read(&mut self, reading: super::projects::Reading) {
        for reason in reading.unreadable {
            self.log(reason);
        }
        let Some(owner) = uri::of(&reading.of) else {
            return;
        };
        let mut found = Vec::new();
        for file in reading.faulty {
            // An open one is checked as it stands in the editor.
            let target = uri::of(file.source.path()).filter(|uri| !self.open.contains_key(uri));
            if let Some(target) = target {
                found.extend(diagnostics::all(
                    &FileReport::faulty(file),
                    &target,
                    None,
                    &self.client,
                ));
            }
        }
        self.put(&owner, found);
        if self.client.pulls && self.client.refreshes {
            self.ask::<WorkspaceDiagnosticRefresh>(());
        }
    }

    /// Shows what was found, unless the client asks for it.
    fn put(&mut self, owner: &Uri, found: Vec<(Uri, lsp_types::Diagnostic)>) {
        for target in self.board.put(owner, found) {
            let open = self.open.get(&target);
            if open.is_none() || !self.client.pulls {
                let shown = PublishDiagnosticsParams {
                    version: open.map(|open| open.buffer.version),
                    diagnostics: self.board.of(&target),
                    uri: target,
                };
                self.tell::<PublishDiagnostics>(shown);
            }
        }
    }

    /// What is shown in a document.
    pub(super) fn shown(&self, uri: &Uri) -> Vec<lsp_types::Diagnostic> {
        self.board.of(uri)
    }

    /// Whether it is known what is in an open document as it is now; until then, the request waits.
    pub(super) fn is_fresh(&mut self, uri: &Uri, request: &Request) -> bool {
        let fresh = self.open.get(uri).is_some_and(Open::is_fresh);
        if !fresh {
            self.waiting.push((uri.clone(), request.clone()));
        }
        fresh
    }

    /// The requests that wait for a document, which wait no longer.
    fn waiting_for(&mut self, uri: &Uri) -> Vec<Request> {
        let waiting = self.waiting.extract_if(.., |(about, _)| about == uri);
        waiting.map(|(_, request)| request).collect()
    }

    /// Takes a request back that still waits.
    pub(super) fn cancel(&mut self, id: &RequestId) {
        let before = self.waiting.len();
        self.waiting.retain(|(_, request)| request.id != *id);
        if self.waiting.len() < before {
            self.refuse(id.clone(), ErrorCode::RequestCanceled, "taken back");
        }
    }

    pub(super) fn answer(&self, id: RequestId, result: impl Serialize) {
        self.send(Response::new_ok(id, result).into());
    }

    pub(super) fn refuse(&self, id: RequestId, code: ErrorCode, why: &str) {
        self.send(Response::new_err(id, code as i32, why.to_owned()).into());
    }

    fn tell<N: lsp_types::notification::Notification>(&self, params: N::Params) {
        self.send(Notification::new(N::METHOD.to_owned(), params).into());
    }

    fn ask<R: lsp_types::request::Request>(&mut self, params: R::Params) {
        self.asked += 1;
        let id = RequestId::from(self.asked);
        self.send(Request::new(id, R::METHOD.to_owned(), params).into());
    }

    pub(super) fn log(&self, words: String) {
        self.tell::<LogMessage>(LogMessageParams {
            typ: MessageType::WARNING,
            message: words,
        });
    }

    /// A client that does not listen any more will be gone soon.
    fn send(&self, message: Message) {
        let _ = self.out.send(message);
    }
}

fn folders_of(folders: &[WorkspaceFolder]) -> impl Iterator<Item = PathBuf> {
    folders.iter().filter_map(|folder| uri::file(&folder.uri))
}
