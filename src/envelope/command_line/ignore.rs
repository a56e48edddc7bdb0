//! Comments in scripts that put findings off: `# kvspec: ignore[code, code]`.

use std::ops::Range;

use crate::envelope::Ignore;
use crate::envelope::ignore::directive;

/// The directives among a script's comments: one covers the command or assignment whose last line
/// it ends, or that begins in the line behind it. Both lists are in the order of the script.
pub(super) fn of_stretches(
    text: &str,
    comments: &[Range<usize>],
    stretches: &[Range<usize>],
) -> Vec<Ignore> {
    let mut ignores = Vec::new();
    for comment in comments {
        let Some(said) = text
            .get(comment.clone())
            .and_then(|it| directive(it, comment.start))
        else {
            continue;
        };
        let next = stretches.partition_point(|stretch| stretch.start < comment.start);
        let before = next.checked_sub(1).and_then(|index| stretches.get(index));
        let ends_line = before.filter(|stretch| {
            text.get(stretch.end..comment.start)
                .is_some_and(is_one_line)
        });
        let alone = line_before(text, comment.start).trim().is_empty();
        let begins_next = stretches.get(next).filter(|stretch| {
            let between = text.get(comment.end..stretch.start).unwrap_or("");
            alone
                && between
                    .bytes()
                    .filter(|byte| *byte == b'\n')
                    .take(2)
                    .count()
                    == 1
        });
        let covers = ends_line.or(begins_next).cloned();
        ignores.push(said.covering(comment.clone(), covers));
    }
    ignores
}

/// Whether a stretch has no line break but escaped ones.
fn is_one_line(stretch: &str) -> bool {
    let mut lines = stretch.split('\n').peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        if lines.peek().is_some() && !line.ends_with(['\\', '|']) && !line.ends_with("&&") {
            return false;
        }
    }
    true
}

/// What stands before a place in its line.
fn line_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    &before[before.rfind('\n').map_or(0, |index| index + 1)..]
}
