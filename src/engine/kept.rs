//! The values that a glance keeps, for the rules that look at them: classes, counts and times. In
//! a browser less code to load is worth more than the time, and nothing is kept.

pub(super) use values::Kept;

#[cfg(feature = "fast")]
mod values {
    use std::borrow::Cow;

    use crate::engine::conditions::{self, Known, Outcome, Value};
    use crate::engine::glance::{Result, Sight, Stop};
    use crate::engine::rules::Tally;
    use crate::input::small_number;
    use crate::profile::{Condition, Constraint, MOST_KEPT, Object, Ref, Test};
    use crate::text;

    /// The values that rules look at, beyond what a gate tells of them: an empty text where none is
    /// known.
    #[derive(Debug, Default)]
    pub(in crate::engine) struct Kept<'t>(Option<[&'t str; MOST_KEPT]>);

    impl<'t> Kept<'t> {
        /// Keeps the text of a value, if a rule looks at it.
        #[inline]
        pub(in crate::engine) fn keep(
            &mut self,
            object: &'static Object,
            index: usize,
            text: &'t str,
        ) {
            if let Some(place) = object.plan.kept(index) {
                self.0.get_or_insert_default()[place] = text;
            }
        }

        /// Keeps a number, if a rule looks at it. Of a large one nothing is known.
        #[inline]
        pub(in crate::engine) fn keep_number(
            &mut self,
            object: &'static Object,
            index: usize,
            number: u64,
        ) {
            if let Some(text) = small_number(number) {
                self.keep(object, index, text);
            }
        }

        /// Whether a rule that its gate lets pass is sure not to speak. Whether it does speak takes a
        /// closer look: a value may stand for another.
        #[inline(never)]
        pub(in crate::engine) fn look(&self, sight: &Sight, rule: usize) -> Result {
            let object = sight.object;
            let known = Looked { kept: self, sight };
            let mut conditions = object.rules[rule].when.iter();
            let is_silent = object.plan.gate(rule).is_told_by_kept()
                && conditions.any(|condition| known.denies(condition));
            if is_silent { Ok(()) } else { Err(Stop::Unsure) }
        }
    }

    /// A request at a glance, with the values that were kept.
    struct Looked<'l> {
        kept: &'l Kept<'l>,
        sight: &'l Sight,
    }

    impl Looked<'_> {
        const fn is_present(&self, index: usize) -> bool {
            self.sight.present >> index & 1 == 1
        }

        /// Whether a condition that the gate lets pass is sure not to hold.
        #[inline]
        fn denies(&self, condition: &Condition) -> bool {
            match condition {
                // The gate has seen to it.
                Condition::Present(_) | Condition::Absent(_) => false,
                // As below, without the detour over values that have to be let go again: it is asked
                // of nearly every order with two zones.
                Condition::Same(left, right) => {
                    let text = |reference: &Ref| self.text(usize::from(reference.index)).ok()?;
                    text(left)
                        .zip(text(right))
                        .is_some_and(|(left, right)| left != right)
                }
                Condition::Passes(test, reads) => self.passes(test, reads) == Some(false),
                condition => conditions::holds(self, condition, &[]) == Some(false),
            }
        }

        /// The text of a parameter, if it is there. Where it is not known, or white space in it is no
        /// part of the value, that takes a closer look.
        #[inline]
        fn text(&self, index: usize) -> Result<Option<&str>> {
            let object = self.sight.object;
            let values = self.kept.0.as_ref();
            let kept = values.zip(object.plan.kept(index));
            let text = kept.map_or("", |(values, place)| values[place]);
            let is_class = matches!(
                object.parameters[index].constraint,
                Constraint::InstanceClass
            );
            let is_whole = text::is_trimmed(text) && (!is_class || text::is_graphic(text));
            if is_whole {
                Ok(Some(text))
            } else if self.is_present(index) {
                Err(Stop::Unsure)
            } else {
                Ok(None)
            }
        }
    }

    impl Known for Looked<'_> {
        fn given(&self, reference: Ref) -> Value<'_> {
            match self.text(usize::from(reference.index)) {
                Ok(Some(text)) => Value::Is(Cow::Borrowed(text)),
                Ok(None) => Value::Absent,
                Err(_) => Value::Wrong,
            }
        }

        fn presence(&self, reference: Ref) -> Outcome {
            Some(self.is_present(usize::from(reference.index)))
        }

        fn default_of(&self, reference: Ref) -> Option<&'static str> {
            self.sight.object.parameters[usize::from(reference.index)].default
        }

        fn reference_of(&self, _: Ref) -> Option<&str> {
            None
        }

        fn beyond_values(&self, _: &Condition, _: &[Tally]) -> Outcome {
            None
        }

        #[inline]
        fn passes(&self, test: &Test, reads: &[Ref]) -> Outcome {
            let mut values: [Option<&str>; conditions::MOST_READ] = Default::default();
            for (value, reference) in values.iter_mut().zip(reads) {
                let given = self.text(usize::from(reference.index)).ok()?;
                *value = given.or_else(|| self.default_of(*reference));
            }
            Some(test.is_passed(values.get(..reads.len())?))
        }
    }
}

#[cfg(not(feature = "fast"))]
mod values {
    use crate::engine::glance::{Result, Sight, Stop};
    use crate::profile::Object;

    /// Without the code for it no value is kept.
    #[derive(Debug, Default)]
    pub(in crate::engine) struct Kept<'t>(std::marker::PhantomData<&'t str>);

    #[expect(clippy::unused_self, reason = "there is nothing in it")]
    impl<'t> Kept<'t> {
        pub(in crate::engine) const fn keep(&mut self, _: &'static Object, _: usize, _: &'t str) {}

        pub(in crate::engine) const fn keep_number(
            &mut self,
            _: &'static Object,
            _: usize,
            _: u64,
        ) {
        }

        pub(in crate::engine) const fn look(&self, _: &Sight, _: usize) -> Result {
            Err(Stop::Unsure)
        }
    }
}
