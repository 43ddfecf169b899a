//! Paths in addresses (RFC 3986).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but the unreserved characters and the slash; a colon, too, which in the first part of a
/// relative address would end a scheme.
const ESCAPED: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// A path with `/` between its parts, as it stands in an address.
pub(crate) fn escaped(path: &str) -> String {
    utf8_percent_encode(path, &ESCAPED).to_string()
}
