//! The texts that findings about requests carry along: what a build without the feature `messages`
//! leaves to whoever shows them, by their numbers.

use crate::diagnostic::FIX_TITLES;
use crate::engine::{MODES, NO_CHARACTER, NO_SURE_CHARACTER, SHOULD_MIX};
use crate::profile::{Bilingual, Citation, Profile};

/// Every text that is an argument of a finding about a request of these profiles, or the title of a
/// fix.
#[must_use]
pub fn arguments(profiles: &[&'static Profile]) -> Vec<Bilingual> {
    let mut texts = vec![NO_CHARACTER, NO_SURE_CHARACTER, MODES, SHOULD_MIX];
    #[cfg(feature = "editions")]
    texts.push(crate::documents::LOCAL_DISKS);
    texts.extend(FIX_TITLES);
    for profile in profiles {
        texts.extend(profile.gone.iter().map(|(_, advice)| *advice));
        profile.visit_objects(&mut |_, object| {
            texts.extend(object.parameters.iter().map(|parameter| parameter.label));
            let told = object.rules.iter().filter(|rule| rule.code.tells_reason());
            texts.extend(told.map(|rule| rule.reason));
        });
    }
    texts
}

/// Every passage that a finding about a request of these profiles can rest on.
#[must_use]
pub fn citations(profiles: &[&'static Profile]) -> Vec<Citation> {
    let mut citations: Vec<Citation> = Vec::new();
    for profile in profiles {
        profile.visit_objects(&mut |_, object| {
            let parameters = object.parameters.iter();
            citations.extend(parameters.map(|parameter| parameter.citation));
            citations.extend(object.rules.iter().map(|rule| rule.citation));
        });
        citations.extend(profile.context_rules.iter().map(|rule| rule.citation));
        citations.extend(profile.change_rules.iter().map(|rule| rule.citation));
    }
    citations
}
