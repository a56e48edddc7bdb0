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
    /// The assignments that are certain, in the order of the script: where each stands, and the
    /// value.
    certain: Vec<(usize, Word<'t>)>,
    /// Whether two of them differ.
    changes: bool,
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
        let Some(value) = value else {
            known.unclear_from = Some(at);
            return;
        };
        let first = known.certain.first();
        known.changes |= first.is_some_and(|(_, first)| source(first) != source(&value));
        // One that stands inside of another is noted before it.
        let place = known.certain.partition_point(|(before, _)| *before < at);
        known.certain.insert(place, (at, value));
    }

    /// Notes that another script is read in.
    pub(super) fn note_barrier(&mut self, at: usize) {
        self.barriers.push(at);
    }

    /// Shows every name with each value that it is assigned for certain, and where that begins.
    pub(crate) fn visit(&self, mut show: impl FnMut(&str, usize, &Word<'t>)) {
        for (name, known) in &self.names {
            for (place, value) in &known.certain {
                show(name, *place, value);
            }
        }
    }

    /// What a name means at a place: the last value before it. In a loop or function, what stands
    /// behind counts as well, and so do values that the place may never see.
    pub(crate) fn look_up(&self, name: &str, at: usize, is_repeated: bool) -> Assigned<'_, 't> {
        let Some(known) = self.names.get(name) else {
            return Assigned::Nowhere;
        };
        if known
            .unclear_from
            .is_some_and(|from| from < at || is_repeated)
            || (is_repeated && known.changes)
        {
            return Assigned::Unclear;
        }
        let before = known.certain.partition_point(|(place, _)| *place < at);
        match before
            .checked_sub(1)
            .and_then(|last| known.certain.get(last))
        {
            Some((place, value)) => {
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
            None if is_repeated && !known.certain.is_empty() => Assigned::Unclear,
            None => Assigned::Nowhere,
        }
    }
}
