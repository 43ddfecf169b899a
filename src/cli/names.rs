//! `textcheck names [PATH]...`: the names of some articles, with counts and suspected variants.

use std::io;

use textcheck::report::facts::{Listing, Names};

use super::Exit;
use super::args;
use super::facts::list;

pub(super) fn run(args: &args::Names) -> io::Result<Exit> {
    let listing = if args.style_sheet {
        Listing::StyleSheet
    } else {
        Listing::Table
    };
    list(
        &args.articles,
        args.config.as_deref(),
        Box::new(Names::new(listing)),
    )
}
