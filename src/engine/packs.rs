//! Rules of the packs that somebody asks for, held against one object of a request.

use super::rules::{self, Tally};
use super::{Engine, Scope};
use crate::diagnostic::{Arg, Args, Code};
use crate::input::JsonKind;
use crate::profile::Rule;

impl Engine<'_> {
    /// Every rule of a pack whose conditions all hold. The verdict is the documents' alone, so it
    /// does not wait for them.
    pub(super) fn packs(&mut self, scope: &Scope<'_>, tallies: &[Tally]) {
        if self.settings.packs.is_none() || !self.sink.wants_warnings() {
            return;
        }
        for rule in scope.object.packs {
            if self.settings.packs.ask_for(rule.code)
                && self.is_about(scope, rule)
                && rules::all_hold(scope, rule, tallies)
                && self.is_beyond_bound(scope, rule)
            {
                self.broken(scope, rule);
            }
        }
    }

    /// Whether a rule says anything of the value that it is about.
    fn is_about(&self, scope: &Scope<'_>, rule: &'static Rule) -> bool {
        let Some(at) = rule.at else {
            return true;
        };
        let index = usize::from(at.index);
        let Some(home) = scope.home(at) else {
            return false;
        };
        if rule.code == Code::LiteralPassword {
            return !self.settings.is_form && can_be_read(home, index);
        }
        // A value of the wrong JSON type has its one finding (JD Cloud).
        !(self.is_strict() && home.is_present(index) && home.is_mistyped(index))
    }

    /// Whether the memory that a rule knows is outside what the team wants. Without a bound there
    /// is nothing to say.
    fn is_beyond_bound(&self, scope: &Scope<'_>, rule: &'static Rule) -> bool {
        let packs = self.settings.packs;
        let is_beyond = |mb: u64| match rule.code {
            Code::MemoryBelow => packs.least.is_some_and(|least| mb < least),
            Code::MemoryAbove => packs.most.is_some_and(|most| mb > most),
            _ => true,
        };
        if !matches!(rule.code, Code::MemoryBelow | Code::MemoryAbove) {
            return true;
        }
        let mut args = Args::new();
        rules::arguments(&mut args, scope, rule);
        match args.get("value") {
            Some(Arg::Number(mb)) => is_beyond(*mb),
            _ => false,
        }
    }
}

/// Whether a password stands in the file for everybody to read: neither a placeholder nor what is
/// known only when a tool runs, nor a parameter's default that the service shows to nobody.
fn can_be_read(scope: &Scope<'_>, index: usize) -> bool {
    if scope.is_unknown(index) || scope.is_unsettled(index) {
        return false;
    }
    let node = scope.nodes[index];
    #[cfg(feature = "formats")]
    if let crate::input::Node::Item(item) = node
        && item.via.as_ref().is_some_and(|via| via.is_hidden)
    {
        return false;
    }
    match node.kind() {
        JsonKind::String | JsonKind::Number => !node.text().trim().is_empty(),
        _ => false,
    }
}
