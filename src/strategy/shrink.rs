//! Texts of many pieces that become plain by halves: at most two steps for each piece, and few where one piece is what
//! matters.

use proptest::prelude::*;
use proptest::strategy::{NewTree, ValueTree};
use proptest::test_runner::TestRunner;

/// So many pieces, which shrink to a plain one.
#[derive(Debug, Clone)]
pub(super) struct Pieces {
    piece: BoxedStrategy<String>,
    plain: &'static str,
    length: usize,
}

/// Texts of so many pieces. `plain` takes the place of a piece for which nothing hangs on it.
pub(super) const fn pieces(
    piece: BoxedStrategy<String>,
    plain: &'static str,
    length: usize,
) -> Pieces {
    Pieces {
        piece,
        plain,
        length,
    }
}

impl Strategy for Pieces {
    type Tree = PiecesTree;
    type Value = Vec<String>;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let mut pieces = Vec::with_capacity(self.length);
        for _ in 0..self.length {
            pieces.push(self.piece.new_tree(runner)?.current());
        }
        Ok(PiecesTree {
            pieces,
            plain: self.plain,
            at: 0,
            step: self.length,
            undo: None,
        })
    }
}

/// Pieces while they are being shrunk: blocks of them become plain, first all at once, then halves, then quarters.
#[derive(Debug)]
pub(super) struct PiecesTree {
    pieces: Vec<String>,
    plain: &'static str,
    /// The next block, and how many pieces it has.
    at: usize,
    step: usize,
    undo: Option<(usize, Vec<String>)>,
}

impl ValueTree for PiecesTree {
    type Value = Vec<String>;

    fn current(&self) -> Vec<String> {
        self.pieces.clone()
    }

    fn simplify(&mut self) -> bool {
        while self.step > 0 {
            while self.at < self.pieces.len() {
                let end = (self.at + self.step).min(self.pieces.len());
                let block = &mut self.pieces[self.at..end];
                let at = std::mem::replace(&mut self.at, end);
                if block.iter().any(|piece| piece != self.plain) {
                    let old = block.to_vec();
                    block.fill(self.plain.to_owned());
                    self.undo = Some((at, old));
                    return true;
                }
            }
            self.at = 0;
            self.step /= 2;
        }
        false
    }

    fn complicate(&mut self) -> bool {
        let Some((at, old)) = self.undo.take() else {
            return false;
        };
        self.pieces[at..at + old.len()].clone_from_slice(&old);
        true
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "in a test a panic is how it fails")]
mod tests {
    use super::*;
    use proptest::sample::select;

    /// Steps until shrinking ends, and what is left, where a text is wrong with that piece in it.
    fn shrunk(length: usize, wrong: &str) -> (usize, Vec<String>) {
        let words = select(vec!["b", "c", "一"]).prop_map(str::to_owned).boxed();
        let mut tree = pieces(words, "a", length)
            .new_tree(&mut TestRunner::deterministic())
            .expect("a text");
        let mut steps = 0;
        while tree.simplify() {
            steps += 1;
            if !tree.current().iter().any(|piece| piece == wrong) {
                assert!(tree.complicate());
            }
        }
        (steps, tree.current())
    }

    #[test]
    fn shrinking_ends_soon() {
        let (steps, left) = shrunk(128, "none");
        assert!(
            left.iter().all(|piece| piece != "a") && steps < 256,
            "{steps}"
        );
        let (steps, left) = shrunk(128, "一");
        assert_eq!(left.iter().filter(|piece| *piece == "一").count(), 1);
        assert_eq!(left.iter().filter(|piece| *piece == "a").count(), 127);
        assert!(steps < 128, "{steps}");
    }
}
