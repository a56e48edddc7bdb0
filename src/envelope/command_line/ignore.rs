//! Comments in scripts that put findings off: `# kvspec: ignore[code, code]`.

use std::ops::Range;

use crate::envelope::Ignore;

/// The directive in a comment that stands there, if it is one: `kvspec: ignore`, with or without
/// codes in brackets, behind the comment's sign. It covers nothing yet.
pub(in crate::envelope) fn directive(text: &str, comment: Range<usize>) -> Option<Ignore> {
    let content = text.get(comment.clone())?;
    let inner = content.trim_start_matches(['#', '/', '-', '<', '!', '*', ' ', '\t']);
    let rest = inner.strip_prefix("kvspec:")?.trim_start();
    let rest = rest.strip_prefix("ignore")?;
    let mut codes = Vec::new();
    if let Some(list) = rest.trim_start().strip_prefix('[') {
        let list = &list[..list.find(']')?];
        let mut at = comment.end - rest.len() + (rest.len() - rest.trim_start().len()) + 1;
        for code in list.split(',') {
            let name = code.trim();
            let start = at + (code.len() - code.trim_start().len());
            if !name.is_empty() {
                codes.push((name.to_owned(), start..start + name.len()));
            }
            at += code.len() + 1;
        }
    } else if rest.starts_with(|next: char| next.is_alphanumeric() || matches!(next, '-' | '_')) {
        // Some other word.
        return None;
    }
    Some(Ignore {
        covers: comment.end..comment.end,
        span: comment,
        codes,
    })
}

/// The directives among a script's comments: one covers the command whose last line it ends, or
/// that begins in the line behind it. Both lists are in the order of the script.
pub(super) fn of_commands(
    text: &str,
    comments: &[Range<usize>],
    commands: &[Range<usize>],
) -> Vec<Ignore> {
    let mut ignores = Vec::new();
    for comment in comments {
        let Some(mut ignore) = directive(text, comment.clone()) else {
            continue;
        };
        let next = commands.partition_point(|command| command.start < comment.start);
        let before = next.checked_sub(1).and_then(|index| commands.get(index));
        let ends_line = before.filter(|command| {
            text.get(command.end..comment.start)
                .is_some_and(is_one_line)
        });
        let alone = line_before(text, comment.start).trim().is_empty();
        let begins_next = commands.get(next).filter(|command| {
            let between = text.get(comment.end..command.start).unwrap_or("");
            alone
                && between
                    .bytes()
                    .filter(|byte| *byte == b'\n')
                    .take(2)
                    .count()
                    == 1
        });
        if let Some(command) = ends_line.or(begins_next) {
            ignore.covers = command.clone();
        }
        ignores.push(ignore);
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
