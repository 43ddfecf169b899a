//! From a keystroke to the findings that the editor shows: `cargo bench --bench lsp`.

use std::thread;

use crossbeam_channel::{Receiver, Sender};
use divan::Bencher;
use lsp_server::{Message, Notification, Request};
use serde_json::{Value, json};
use textcheck::lsp::{Connection, Received, serve};

fn main() {
    divan::main();
}

/// A paragraph of an article with what rules are about.
const PARAGRAPH: &str = "On 16 February 1928 the committee met in Plovdiv, and Stoyan Radkov was asked to take \
    the chair. \"We were never told who had sent the money,\" said his sister Desislava years later. He had read \
    everything that he could find, and he remembered most of it. Between April and October 1919 some 1,200 \
    letters were sent to the union's office in Ruse. It was a small room with a stove, two chairs and a window.\n\n";

/// An editor with one article open.
struct Editor {
    write: Sender<Received>,
    read: Receiver<Message>,
    version: i32,
}

impl Editor {
    fn open(bytes: usize) -> Self {
        let (connection, write, read) = Connection::memory();
        thread::spawn(move || serve(connection));
        let greeting = Request::new(1.into(), "initialize".into(), json!({"capabilities": {}}));
        let mut editor = Editor {
            write,
            read,
            version: 0,
        };
        editor.send(greeting.into());
        let text = PARAGRAPH.repeat(bytes / PARAGRAPH.len() + 1);
        let document =
            json!({"uri": "file:///a.txt", "languageId": "plaintext", "version": 0, "text": text});
        editor.notify("textDocument/didOpen", json!({"textDocument": document}));
        editor.type_letter();
        editor
    }

    fn send(&self, message: Message) {
        self.write.send(Ok(message)).expect("the server listens");
    }

    fn notify(&self, method: &str, params: Value) {
        self.send(Notification::new(method.into(), params).into());
    }

    /// Types a letter in the first line, and waits until the findings of that version are shown.
    fn type_letter(&mut self) {
        self.version += 1;
        let place = json!({"line": 0, "character": 3});
        let change = json!({"range": {"start": place, "end": place}, "text": "x"});
        let document = json!({"uri": "file:///a.txt", "version": self.version});
        let params = json!({"textDocument": document, "contentChanges": [change]});
        self.notify("textDocument/didChange", params);
        let asked = json!({"textDocument": {"uri": "file:///a.txt"}});
        let ask = Request::new(self.version.into(), "textDocument/diagnostic".into(), asked);
        self.send(ask.into());
        let answered = |message: Message| match message {
            Message::Response(answer) => answer.id == self.version.into(),
            _ => false,
        };
        while !answered(self.read.recv().expect("the server speaks")) {}
    }
}

#[divan::bench(args = [12_000, 1_000_000], sample_count = 50)]
fn keystroke(bencher: Bencher, bytes: usize) {
    let mut editor = Editor::open(bytes);
    bencher.bench_local(|| editor.type_letter());
}
