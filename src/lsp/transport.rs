//! Messages on standard input and output, in frames of `Content-Length` as the base protocol has them.
//! A damaged frame costs only itself: reading goes on at the next header.

use std::io::{self, BufRead, Write};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, unbounded};
use lsp_server::Message;
use memchr::memmem;

/// The only header that matters; `Content-Type` can only say UTF-8.
const LENGTH: &[u8] = b"Content-Length:";

/// A longer message is not waited for, in bytes.
const LONGEST: usize = 1 << 30;

/// A message, or what is wrong with the bytes that should have been one.
pub type Received = Result<Message, String>;

/// Two channels to a client.
pub struct Connection {
    /// What the client shall read.
    pub sender: Sender<Message>,
    /// What the client has written.
    pub receiver: Receiver<Received>,
}

/// The thread that writes.
pub(super) struct Writing(JoinHandle<io::Result<()>>);

impl Writing {
    /// Waits until everything is written, once the connection is gone.
    pub(super) fn finish(self) -> io::Result<()> {
        self.0.join().unwrap_or(Ok(()))
    }
}

impl Connection {
    /// Standard input and output.
    ///
    /// # Errors
    /// The system gives no threads.
    pub(super) fn stdio() -> io::Result<(Self, Writing)> {
        let (sender, to_write) = unbounded();
        let (read, receiver) = unbounded();
        // It ends with the process: a read cannot be interrupted.
        thread::Builder::new()
            .name("read".into())
            .spawn(move || read_all(io::stdin().lock(), &read))?;
        let writing = thread::Builder::new()
            .name("write".into())
            .spawn(move || write_all(io::stdout().lock(), &to_write))?;
        Ok((Connection { sender, receiver }, Writing(writing)))
    }

    /// A connection inside the process, and the client's ends of its channels.
    pub fn memory() -> (Self, Sender<Received>, Receiver<Message>) {
        let (sender, written) = unbounded();
        let (write, receiver) = unbounded();
        (Connection { sender, receiver }, write, written)
    }
}

fn write_all(mut out: impl Write, messages: &Receiver<Message>) -> io::Result<()> {
    messages
        .iter()
        .try_for_each(|message| message.write(&mut out))
}

fn read_all(input: impl BufRead, read: &Sender<Received>) {
    let mut frames = Frames::new(input);
    while let Ok(Some(received)) = frames.next() {
        if read.send(received).is_err() {
            break;
        }
    }
}

/// What is read from a stream, cut into messages.
struct Frames<R> {
    input: R,
    /// Read and not yet used.
    bytes: Vec<u8>,
}

impl<R: BufRead> Frames<R> {
    fn new(input: R) -> Self {
        Frames {
            input,
            bytes: Vec::new(),
        }
    }

    /// The next message, or what is wrong with it; nothing at the end of the stream.
    fn next(&mut self) -> io::Result<Option<Received>> {
        let Some((start, length)) = self.header()? else {
            return Ok(None);
        };
        let length = match length {
            Ok(length) => length,
            Err(damage) => {
                self.bytes.drain(..start);
                return Ok(Some(Err(damage)));
            }
        };
        while self.bytes.len() < start + length {
            if !self.more()? {
                return Ok(None);
            }
        }
        let body = &self.bytes[start..start + length];
        let mut values = serde_json::Deserializer::from_slice(body).into_iter::<Message>();
        let (frame, used) = match values.next() {
            // A length that is too great has swallowed the next header.
            Some(Ok(message)) => (Ok(message), values.byte_offset()),
            Some(Err(error)) => (
                Err(error.to_string()),
                memmem::find(body, LENGTH).unwrap_or(length),
            ),
            None => (Err("it is empty".to_owned()), length),
        };
        self.bytes.drain(..start + used);
        Ok(Some(frame))
    }

    /// Where the next body starts and how long it is said to be; what stands before its header is dropped.
    fn header(&mut self) -> io::Result<Option<(usize, Result<usize, String>)>> {
        let mut from = 0;
        loop {
            if let Some(at) = memmem::find(&self.bytes[from..], LENGTH) {
                self.bytes.drain(..from + at);
                break;
            }
            // A header may be cut by the end of what was read.
            from = (self.bytes.len() + 1).saturating_sub(LENGTH.len());
            if !self.more()? {
                return Ok(None);
            }
        }
        loop {
            if let Some(end) = memmem::find(&self.bytes, b"\r\n\r\n") {
                let head = String::from_utf8_lossy(&self.bytes[LENGTH.len()..end]);
                let figure = head.lines().next().unwrap_or_default().trim();
                let length = figure.parse().ok().filter(|&length| length <= LONGEST);
                let length = length.ok_or_else(|| format!("its length is {figure:?}"));
                let start = if length.is_ok() {
                    end + 4
                } else {
                    LENGTH.len()
                };
                return Ok(Some((start, length)));
            }
            if self.bytes.len() > 8192 || !self.more()? {
                let length = Err("its header has no end".to_owned());
                return Ok((self.bytes.len() > 8192).then_some((LENGTH.len(), length)));
            }
        }
    }

    fn more(&mut self) -> io::Result<bool> {
        let read = self.input.fill_buf()?;
        let count = read.len();
        self.bytes.extend_from_slice(read);
        self.input.consume(count);
        Ok(count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn methods(stream: &str) -> Vec<String> {
        let mut frames = Frames::new(stream.as_bytes());
        let mut found = Vec::new();
        while let Some(frame) = frames.next().unwrap() {
            found.push(match frame {
                Ok(Message::Notification(notification)) => notification.method,
                Ok(other) => format!("{other:?}"),
                Err(_) => "damaged".into(),
            });
        }
        found
    }

    fn framed(length: usize, body: &str) -> String {
        format!("Content-Length: {length}\r\n\r\n{body}")
    }

    const A: &str = r#"{"jsonrpc":"2.0","method":"a"}"#;
    const B: &str = r#"{"jsonrpc":"2.0","method":"b"}"#;

    #[test]
    fn messages_follow_each_other_with_any_headers() {
        let typed = format!(
            "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n{}",
            framed(A.len(), A)
        );
        assert_eq!(methods(&(typed + &framed(B.len(), B))), ["a", "b"]);
    }

    #[test]
    fn a_damaged_message_costs_only_itself() {
        for (damaged, expected) in [
            (framed(9, "{not json"), &["damaged", "b"][..]),
            (framed(0, ""), &["damaged", "b"]),
            (framed(usize::MAX, A), &["damaged", "b"]),
            ("Content-Length: many\r\n\r\n{}".into(), &["damaged", "b"]),
            (framed(A.len() - 5, A), &["damaged", "b"]),
            (framed(A.len() + 20, A), &["a", "b"]),
            ("junk".repeat(10_000), &["b"]),
            (framed(2, "[]"), &["damaged", "b"]),
        ] {
            let stream = damaged + &framed(B.len(), B);
            assert_eq!(methods(&stream), expected, "{}", &stream[..60]);
        }
    }

    #[test]
    fn a_stream_that_breaks_off_ends() {
        assert_eq!(methods(&framed(1000, A)), [""; 0]);
        assert_eq!(methods("Content-Length: 5"), [""; 0]);
    }
}
