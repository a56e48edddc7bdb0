//! Draws what an object is made of, and shrinks it: first as many members as possible go, then
//! the values of those that stay become small. Values of members that are not there are shrunk
//! last, since hardly any of them is ever needed.

use proptest::prelude::*;
use proptest::strategy::{NewTree, ValueTree};
use proptest::test_runner::TestRunner;

use super::assemble::{Content, Member, Members};

/// For each parameter how likely it is there, and its values.
#[derive(Debug, Clone)]
pub(super) struct MembersStrategy {
    list: Vec<(f64, BoxedStrategy<Content>)>,
}

impl MembersStrategy {
    pub(super) const fn new(list: Vec<(f64, BoxedStrategy<Content>)>) -> Self {
        Self { list }
    }
}

impl Strategy for MembersStrategy {
    type Tree = MembersTree;
    type Value = Members;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let mut there = Vec::with_capacity(self.list.len());
        let mut contents = Vec::with_capacity(self.list.len());
        let mut fixed = Vec::with_capacity(self.list.len());
        // Now and then the least object, and now and then all that it can have.
        let breadth = (0..16_u8).new_tree(runner)?.current();
        for (likelihood, content) in &self.list {
            let always = *likelihood >= 1.0;
            fixed.push(always);
            let is_there = match breadth {
                1 => false,
                2 => *likelihood > 0.2,
                _ => proptest::bool::weighted(*likelihood)
                    .new_tree(runner)?
                    .current(),
            };
            there.push(always || is_there);
            contents.push(content.new_tree(runner)?);
        }
        Ok(MembersTree {
            there,
            fixed,
            contents,
            order: Vec::new(),
            step: Step::Drop(0),
            last: None,
        })
    }
}

/// The members of one object while they are being shrunk.
pub(super) struct MembersTree {
    there: Vec<bool>,
    fixed: Vec<bool>,
    contents: Vec<Box<dyn ValueTree<Value = Content>>>,
    /// The order in which values are shrunk, once no member can go any more.
    order: Vec<usize>,
    step: Step,
    last: Option<Step>,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    /// This member goes.
    Drop(usize),
    /// The value at this place of the order becomes smaller.
    Shrink(usize),
}

impl ValueTree for MembersTree {
    type Value = Members;

    fn current(&self) -> Members {
        self.there
            .iter()
            .zip(&self.contents)
            .map(|(there, content)| Member {
                there: *there,
                content: content.current(),
            })
            .collect()
    }

    fn simplify(&mut self) -> bool {
        loop {
            match self.step {
                Step::Drop(index) if index < self.there.len() => {
                    self.step = Step::Drop(index + 1);
                    if self.there[index] && !self.fixed[index] {
                        self.there[index] = false;
                        self.last = Some(Step::Drop(index));
                        return true;
                    }
                }
                Step::Drop(_) => {
                    let (here, gone): (Vec<usize>, Vec<usize>) =
                        (0..self.there.len()).partition(|index| self.there[*index]);
                    self.order = [here, gone].concat();
                    self.step = Step::Shrink(0);
                }
                Step::Shrink(place) => {
                    let Some(index) = self.order.get(place) else {
                        return false;
                    };
                    if self.contents[*index].simplify() {
                        self.last = Some(self.step);
                        return true;
                    }
                    self.step = Step::Shrink(place + 1);
                }
            }
        }
    }

    fn complicate(&mut self) -> bool {
        match self.last {
            Some(Step::Drop(index)) => {
                self.there[index] = true;
                self.last = None;
                true
            }
            Some(Step::Shrink(place)) => {
                let more = self.contents[self.order[place]].complicate();
                if !more {
                    self.last = None;
                }
                more
            }
            None => false,
        }
    }
}
