//! Mending a text: fixes are applied and the text is checked again, until there is none left.

use crate::diagnostic::{apply_edits, compatible_edits};
use crate::lint::Linter;
use crate::run::Run;

/// A text with its fixes applied.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fixed {
    /// The text; all bytes that no fix speaks of are what they were.
    pub text: String,
    /// How many times the text was changed and checked again; 0 where nothing was to mend.
    pub rounds: usize,
}

/// The text may hold secrets: they are not shown.
impl std::fmt::Debug for Fixed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fixed")
            .field("text", &crate::redact(&self.text))
            .field("rounds", &self.rounds)
            .finish()
    }
}

impl Fixed {
    /// Whether anything was mended.
    #[must_use]
    pub const fn is_changed(&self) -> bool {
        self.rounds > 0
    }
}

/// Mending one thing can bring to light another; no chain of them is nearly as long as this.
const MOST_ROUNDS: usize = 64;

impl Linter<'_> {
    /// Applies the fixes that keep a text's meaning; with `unsafe_too` also those that a person
    /// should look at, such as removing a parameter that has no effect.
    ///
    /// ```
    /// use kvspec::Linter;
    ///
    /// let text = r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "EngineVersion": 5.0}"#;
    /// let fixed = Linter::new().fix(text, false);
    /// assert_eq!(
    ///     fixed.text,
    ///     r#"{"RegionId": "cn-hangzhou", "Capacity": 1024, "EngineVersion": "5.0"}"#
    /// );
    /// ```
    #[must_use]
    pub fn fix(&self, text: &str, unsafe_too: bool) -> Fixed {
        let mut fixed = Fixed {
            text: text.to_owned(),
            rounds: 0,
        };
        while fixed.rounds < MOST_ROUNDS {
            let linted = self.lint(&fixed.text, &mut Run::new());
            let found = linted.iter().flat_map(|one| &one.diagnostics);
            let edits = compatible_edits(found, unsafe_too);
            if edits.is_empty() {
                break;
            }
            let text = apply_edits(&fixed.text, edits);
            if text == fixed.text {
                break;
            }
            fixed.text = text;
            fixed.rounds += 1;
        }
        fixed
    }
}
