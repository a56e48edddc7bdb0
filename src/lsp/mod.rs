//! A language server: findings while an order is written, what an argument takes, and fixes.
//!
//! [`serve`] speaks the Language Server Protocol over a connection. It reads no files itself:
//! whoever starts it gives it a [`Disk`].

mod completion;
mod document;
mod findings;
mod hover;
mod outline;
mod server;
mod slot;
mod view;
mod words;

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::diagnostic::Pack;
use crate::diagnostic::{Locale, Severity};
use crate::profile::Profile;

pub use server::{Failed, serve};

/// What the server has to know of files that are not open.
pub trait Disk {
    /// The Terraform files of a folder that define variables, local values or providers, each with
    /// its name and its text.
    fn module(&self, folder: &Path) -> Vec<(String, String)>;

    /// The `kvspec.toml` that holds for the files of a folder, if there is one.
    fn policy(&self, folder: &Path) -> Option<PathBuf>;

    /// The text of a file.
    fn read(&self, path: &Path) -> Option<String>;
}

/// What a client can set, under `initializationOptions` or as settings under `kvspec`. A name that
/// is not known is passed over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Settings {
    /// Language of messages, such as `zh-CN`; otherwise that of the editor.
    pub locale: Option<String>,
    /// Identifier of the profile to judge by; otherwise it is inferred.
    pub profile: Option<String>,
    /// Names of the packs of rules to hold orders against.
    pub packs: Vec<String>,
    /// Least severity that is shown: `info`, `warning` or `error`.
    pub level: Option<String>,
}

impl Settings {
    fn locale(&self, editor: Option<&str>) -> Locale {
        let tag = self.locale.as_deref().or(editor);
        tag.map_or(Locale::En, Locale::from_tag)
    }

    fn profile(&self) -> Option<&'static Profile> {
        self.profile.as_deref().and_then(Profile::by_id)
    }

    fn packs(&self) -> Vec<Pack> {
        let packs = self.packs.iter();
        packs.filter_map(|id| Pack::by_id(id)).collect()
    }

    fn level(&self) -> Option<Severity> {
        let all = [Severity::Info, Severity::Warning, Severity::Error];
        let name = self.level.as_deref()?;
        all.into_iter().find(|severity| severity.name() == name)
    }
}
