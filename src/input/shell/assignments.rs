//! What a script assigns to which name, as far as that is certain.

use std::collections::HashMap;

use super::Word;

/// The assignments of a script.
#[derive(Debug, Default)]
pub(crate) struct Assignments<'t> {
    names: HashMap<String, Name<'t>>,
    /// Where other scripts are read in, which may assign anything.
    barriers: Vec<usize>,
}

/// A name that is assigned to.
#[derive(Debug, Default)]
struct Name<'t> {
    /// The first assignment, if it is certain: where it stands, and the value.
    first: Option<(usize, Word<'t>)>,
    /// From where on it cannot be told what the name means.
    unclear_from: Option<usize>,
}

/// What a name means at some place.
#[derive(Debug)]
pub(crate) enum Assigned<'a, 't> {
    /// The script has not assigned it.
    Nowhere,
    /// That cannot be told.
    Unclear,
    /// That value, assigned at that place.
    To(&'a Word<'t>, usize),
}

impl<'t> Assignments<'t> {
    /// Notes an assignment; without a value, one whose value cannot be told.
    pub(super) fn note(&mut self, text: &str, name: &str, at: usize, value: Option<Word<'t>>) {
        let known = self.names.entry(name.to_owned()).or_default();
        if known.unclear_from.is_some() {
            return;
        }
        let source = |word: &Word<'_>| text.get(word.span.clone()).unwrap_or("").to_owned();
        match (&known.first, value) {
            (None, Some(value)) => known.first = Some((at, value)),
            (Some((_, first)), Some(value)) if source(first) == source(&value) => {}
            _ => known.unclear_from = Some(at),
        }
    }

    /// Notes that another script is read in.
    pub(super) fn note_barrier(&mut self, at: usize) {
        self.barriers.push(at);
    }

    /// What a name means at a place; in a loop or function, what stands behind counts as well.
    pub(crate) fn look_up(&self, name: &str, at: usize, is_repeated: bool) -> Assigned<'_, 't> {
        let Some(known) = self.names.get(name) else {
            return Assigned::Nowhere;
        };
        if known
            .unclear_from
            .is_some_and(|from| from < at || is_repeated)
        {
            return Assigned::Unclear;
        }
        match &known.first {
            Some((place, value)) if *place < at => {
                let behind = self.barriers.partition_point(|barrier| barrier < place);
                let is_hidden = self
                    .barriers
                    .get(behind)
                    .is_some_and(|barrier| *barrier < at);
                if is_hidden {
                    Assigned::Unclear
                } else {
                    Assigned::To(value, *place)
                }
            }
            Some(_) if is_repeated => Assigned::Unclear,
            _ => Assigned::Nowhere,
        }
    }
}
