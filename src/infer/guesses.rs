//! What a run remembers of the names that told a profile.

use std::hash::BuildHasher as _;

use foldhash::quality::FixedState;

use super::{Date, Names, NoProfile, TAIR};
use crate::input::json;
use crate::profile::Profile;

/// What stands behind a name with null under it, and behind one whose value begins as types of
/// instances do that one operation alone has.
const NULL: char = '\0';
const LEANING: char = '\u{1}';

/// What was inferred for requests with the same names: most of a run are alike.
#[derive(Debug, Default)]
pub(crate) struct Guesses {
    /// Names as they were written, one behind the other, and what follows from them. Each has one
    /// place, which it shares with others.
    known: Vec<(String, Option<&'static Profile>)>,
    /// Room for the names of a request.
    written: String,
    /// The day whose editions were taken.
    as_of: Option<Date>,
}

impl Guesses {
    /// So many are remembered.
    const PLACES: usize = 256;
    /// Names that are longer than this, all together, are not.
    const LONGEST: usize = 1024;

    /// The profile that an object is meant for.
    pub(crate) fn profile(
        &mut self,
        object: &json::Object<'_>,
        as_of: Option<Date>,
    ) -> Result<&'static Profile, NoProfile> {
        if self.as_of != as_of {
            self.known.clear();
            self.as_of = as_of;
        }
        self.written.clear();
        for ((name, value), _) in &object.members {
            if self.written.len() + name.len() > Self::LONGEST {
                return Names::of(object).profile(as_of);
            }
            self.written.push_str(name);
            // No name has control characters in it as it is written.
            if *value == "null" {
                self.written.push(NULL);
            } else if value.starts_with('"') && value[1..].starts_with(TAIR) {
                self.written.push(LEANING);
            }
        }
        self.known.resize_with(Self::PLACES, Default::default);
        let hash = FixedState::with_seed(0).hash_one(&self.written);
        let place = usize::try_from(hash % Self::PLACES as u64).unwrap_or_default();
        let (written, known) = &mut self.known[place];
        if let Some(profile) = *known
            && *written == self.written
        {
            return Ok(profile);
        }
        let names = Names::of(object);
        let profile = names.profile(as_of)?;
        // The value of `Action` would have its say.
        if names.action.is_none() {
            written.clone_from(&self.written);
            *known = Some(profile);
        }
        Ok(profile)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// What is remembered is what would be inferred again.
        #[test]
        fn guesses_are_what_the_names_tell(
            requests in proptest::collection::vec(
                proptest::collection::vec((
                    proptest::sample::select(vec![
                        "RegionId", "regionId", "PrivateIp", "Instances", "billingMethod", "cacheInstance",
                        "izNo", "x", "\\u0041ction", "Action", "aCtion", "ZoneId\\u0000", "InstanceType",
                    ]),
                    proptest::sample::select(vec!["CreateInstances", "CreateInstance", "x", "tair_rdb"]),
                ), 0..4),
                0..40,
            ),
        ) {
            let mut guesses = Guesses::default();
            for members in requests {
                let members: Vec<String> = members
                    .iter()
                    .map(|(name, value)| format!("\"{name}\": \"{value}\""))
                    .collect();
                let text = format!("{{{}}}", members.join(", "));
                let object = json::Object::read(&text, 1).expect("an object");
                let again = Names::of(&object).profile(None).map(|profile| profile.id);
                prop_assert_eq!(guesses.profile(&object, None).map(|profile| profile.id), again);
            }
        }
    }

    #[test]
    fn long_names_are_not_remembered() {
        let mut guesses = Guesses::default();
        for name in ["x".repeat(Guesses::LONGEST), "y".repeat(Guesses::LONGEST)] {
            let text = format!("{{\"RegionId\": 1, \"Capacity\": 1, \"{name}\": 1}}");
            let object = json::Object::read(&text, 1).expect("an object");
            assert!(guesses.profile(&object, None).is_ok());
            assert!(guesses.known.iter().all(|(names, _)| names.is_empty()));
        }
    }
}
