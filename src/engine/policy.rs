//! What a team says beside the documents. It is handed in: the engine knows of no file of anybody's.

use std::fmt::Debug;

use super::{Engine, Scope};
use crate::diagnostic::{Diagnostic, Packs};

/// A team's policy. It never changes whether a request is valid.
pub(crate) trait Policy: Debug + Sync {
    /// Holds the team's own rules against one object of a request.
    fn judge(&self, engine: &mut Engine<'_>, scope: &Scope<'_>);

    /// Gives findings the severity that the team wants, and says how many it hides.
    fn overrule(&self, diagnostics: &mut Vec<Diagnostic>) -> usize;

    /// A bit for each code that it gives a severity: such findings are wanted, whatever their own
    /// severity is.
    fn codes(&self) -> u128;

    /// The packs that the team asks for.
    #[cfg_attr(
        not(feature = "editions"),
        allow(dead_code, reason = "the rows of packs come with the editions")
    )]
    fn packs(&self) -> Packs;
}
