//! Schemes: what an identifier identifies by.

/// What an identifier identifies by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// A book.
    Isbn,
    /// A periodical.
    Issn,
    /// A researcher.
    Orcid,
    /// A document.
    Doi,
    /// A preprint.
    Arxiv,
    /// A paper in PubMed.
    Pmid,
    /// A page.
    Url,
}

impl Scheme {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Isbn => "ISBN",
            Scheme::Issn => "ISSN",
            Scheme::Orcid => "ORCID",
            Scheme::Doi => "DOI",
            Scheme::Arxiv => "arXiv",
            Scheme::Pmid => "PMID",
            Scheme::Url => "URL",
        }
    }

    /// The scheme of a bibliography's field.
    pub fn of_field(name: &str) -> Option<Self> {
        match name {
            "isbn" => Some(Scheme::Isbn),
            "issn" => Some(Scheme::Issn),
            "orcid" => Some(Scheme::Orcid),
            "doi" => Some(Scheme::Doi),
            "arxiv" => Some(Scheme::Arxiv),
            "pmid" => Some(Scheme::Pmid),
            "url" => Some(Scheme::Url),
            _ => None,
        }
    }
}
