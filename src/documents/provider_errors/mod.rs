//! The tables of provider errors: what 002 and 003 list, and what it means for a request.

mod batch;
mod chinese;
#[cfg(feature = "editions")]
mod editions;
mod notes;

use crate::profile::{Bilingual, Citation, Profile};
use crate::words::Locale;

#[cfg(feature = "editions")]
pub use editions::{UNLISTED_ERRORS, UnlistedError, edition_error, edition_errors, unlisted_error};

/// Whether this library finds a mistake before the provider does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Detection {
    /// A check of the request finds it.
    Client,
    /// A check finds it if it is told more than the request: the other requests of the same run,
    /// or the surroundings of the new instance.
    Context,
    /// A check warns of it, as far as the catalogue of classes knows what is sold.
    #[cfg(feature = "editions")]
    Catalogue,
    /// Only the provider knows: balances, quotas, stock, real names.
    Server,
}

impl Detection {
    /// The published name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Context => "context",
            #[cfg(feature = "editions")]
            Self::Catalogue => "catalogue",
            Self::Server => "server",
        }
    }

    /// What it means, in one sentence.
    #[must_use]
    pub const fn sentence(self) -> &'static Bilingual {
        match self {
            Self::Client => {
                const {
                    &Bilingual::new(
                        "kvspec finds this before the request is sent.",
                        "kvspec 在发送请求之前就能发现此问题。",
                    )
                }
            }
            Self::Context => {
                const {
                    &Bilingual::new(
                        "kvspec can find this before the request is sent, if it is told more than the request.",
                        "若提供请求之外的信息，kvspec 可以在发送请求之前发现此问题。",
                    )
                }
            }
            #[cfg(feature = "editions")]
            Self::Catalogue => {
                const {
                    &Bilingual::new(
                        "kvspec warns of this as far as its list of classes tells; what a zone really sells only the provider knows.",
                        "kvspec 会依据规格表给出警告；可用区实际出售哪些规格，只有服务商知道。",
                    )
                }
            }
            Self::Server => {
                const {
                    &Bilingual::new(
                        "Only the provider can know this; no check of the request finds it.",
                        "只有服务商知道，检查请求无法发现此问题。",
                    )
                }
            }
        }
    }
}

/// What a code means, whichever document lists it.
#[derive(Debug)]
pub(super) struct Note {
    meaning: Bilingual,
    advice: Bilingual,
    detection: Detection,
}

/// One row of a document's table of errors.
#[derive(Debug)]
#[non_exhaustive]
pub struct ProviderError {
    /// Identifier of the profile whose document has the row.
    pub profile: &'static str,
    /// HTTP status.
    pub status: u16,
    /// The provider's code. It is not unique: 003 lists `InvalidCapacity.NotFound` twice.
    pub code: &'static str,
    /// The provider's message, as the document prints it.
    pub message: &'static str,
    /// The document's description, in its language; 003 leaves it out of most rows.
    pub description: Option<&'static str>,
    /// JSON Pointers to the parameters concerned, the likeliest first, an element's index
    /// written `*`. Empty where the error is about the account or the zone as a whole.
    pub parameters: &'static [&'static str],
    citation: Citation,
    note: &'static Note,
}

impl ProviderError {
    /// What the code means.
    #[must_use]
    pub const fn meaning(&self) -> &'static Bilingual {
        &self.note.meaning
    }

    /// What to do about it.
    #[must_use]
    pub const fn advice(&self) -> &'static Bilingual {
        &self.note.advice
    }

    /// Whether this library finds it before the provider does.
    #[must_use]
    pub const fn detection(&self) -> Detection {
        self.note.detection
    }

    /// The row as the document prints it: the description, or where it has none the message.
    #[must_use]
    pub const fn citation(&self) -> &Citation {
        &self.citation
    }

    /// The same sentence as [`Detection::sentence`], in one language.
    #[must_use]
    pub const fn found_when(&self, locale: Locale) -> &'static str {
        self.detection().sentence().get(locale)
    }
}

/// Every row of both tables, in the order of the documents.
pub fn provider_errors() -> impl Iterator<Item = &'static ProviderError> + Clone {
    chinese::ROWS.iter().chain(batch::ROWS)
}

/// The rows of that code, in every document that lists it.
///
/// ```
/// use kvspec::{Detection, provider_error};
///
/// let rows: Vec<_> = provider_error("InvalidCapacity.NotFound").collect();
/// assert_eq!(rows.iter().map(|row| row.status).collect::<Vec<_>>(), [400, 400, 404]);
/// assert_eq!(rows[0].parameters, ["/Capacity"]);
/// assert_eq!(rows[0].detection(), Detection::Server);
/// assert_eq!(provider_error("NoSuchCode").count(), 0);
/// ```
pub fn provider_error(code: &str) -> impl Iterator<Item = &'static ProviderError> {
    provider_errors().filter(move |row| row.code == code)
}

/// Every code that a document lists, once, in alphabetical order.
#[must_use]
pub fn provider_codes() -> Vec<&'static str> {
    let mut codes: Vec<&str> = provider_errors().map(|row| row.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

impl Profile {
    /// The errors that the profile's own document lists: none but for 002 and 003.
    pub fn provider_errors(&self) -> impl Iterator<Item = &'static ProviderError> + use<> {
        let id = self.id;
        provider_errors().filter(move |row| row.profile == id)
    }
}
