//! A client of the language server: frames on the program's standard input and output.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]
#![allow(unreachable_pub, reason = "a module of several tests")]

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

pub struct Client {
    server: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    asked: u64,
    /// Messages that came while another was waited for.
    kept: Vec<Value>,
}

impl Client {
    /// A server that nobody has greeted.
    pub fn silent() -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_textcheck"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Client {
            input: server.stdin.take().unwrap(),
            output: BufReader::new(server.stdout.take().unwrap()),
            server,
            asked: 0,
            kept: Vec::new(),
        }
    }

    pub fn start(capabilities: Value) -> Self {
        let mut client = Self::silent();
        client.greet(capabilities);
        client
    }

    pub fn greet(&mut self, capabilities: Value) -> Value {
        let told = self.ask("initialize", json!({"capabilities": capabilities}));
        self.notify("initialized", json!({}));
        told
    }

    pub fn raw(&mut self, bytes: &str) {
        self.input.write_all(bytes.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    fn send(&mut self, message: Value) {
        let body = message.to_string();
        self.raw(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    }

    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    pub fn open(&mut self, uri: &str, language: &str, text: &str) {
        let document = json!({"uri": uri, "languageId": language, "version": 1, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({"uri": uri, "version": version});
        self.notify(
            "textDocument/didChange",
            json!({"textDocument": document, "contentChanges": changes}),
        );
    }

    fn answered(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        self.find(|message| message["id"] == id && message.get("method").is_none())
    }

    /// The result of a request.
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        let answer = self.answered(method, params);
        assert!(answer.get("error").is_none(), "{answer}");
        answer["result"].clone()
    }

    /// The code with which a request is refused.
    pub fn refused(&mut self, method: &str, params: Value) -> i64 {
        self.answered(method, params)["error"]["code"]
            .as_i64()
            .unwrap()
    }

    /// The next notification of a kind.
    pub fn message(&mut self, method: &str) -> Value {
        self.find(|message| message["method"] == method)
    }

    /// What is pushed for a version of a document.
    pub fn pushed(&mut self, uri: &str, version: i32) -> Value {
        let pushed = self.find(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
                && message["params"]["version"] == version
        });
        diagnostics(&pushed)
    }

    fn find(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&wanted) {
            return self.kept.remove(at);
        }
        loop {
            let message = self.read();
            if wanted(&message) {
                return message;
            }
            self.kept.push(message);
        }
    }

    fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(
                self.output.read_line(&mut line).unwrap() > 0,
                "the server is gone"
            );
            match line.trim() {
                "" => break,
                header => {
                    if let Some(figure) = header.strip_prefix("Content-Length: ") {
                        length = figure.parse().unwrap();
                    }
                }
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).unwrap();
        serde_json::from_slice(&body).unwrap()
    }

    /// Takes leave; says whether the server ended well.
    pub fn leave(&mut self) -> bool {
        self.ask("shutdown", Value::Null);
        self.exit()
    }

    pub fn exit(&mut self) -> bool {
        self.notify("exit", Value::Null);
        self.server.wait().unwrap().success()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

pub fn diagnostics(pushed: &Value) -> Value {
    pushed["params"]["diagnostics"].clone()
}

/// The address of a file of which the name needs no escapes.
pub fn uri(path: &Path) -> String {
    let path = path.to_str().unwrap().replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{path}")
}
