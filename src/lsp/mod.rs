//! The language server: findings while somebody writes. A second front door beside the command line, on
//! the same library.

mod actions;
mod board;
mod buffer;
mod capabilities;
mod client;
mod diagnostics;
mod edits;
mod messages;
mod position;
mod projects;
mod server;
mod symbols;
mod transport;
mod uri;
mod worker;

use std::io;

pub use server::serve;
pub use transport::{Connection, Received};

/// Serves a client on standard input and output; says whether it took its leave in order.
///
/// # Errors
/// Standard output is gone.
pub fn stdio() -> io::Result<bool> {
    let (connection, writing) = Connection::stdio()?;
    let in_order = serve(connection);
    writing.finish()?;
    Ok(in_order)
}
