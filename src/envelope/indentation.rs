//! Files that are indented with U+00A0, as copies of web pages are.

use std::ops::Range;

use super::{Mend, Remark, What};
use crate::input::item::Written;

const NO_BREAK: char = '\u{a0}';

/// The stretches of U+00A0 with which lines of YAML are indented. In a block or between quotes
/// they are a part of the text.
pub(crate) fn in_yaml(
    text: &str,
    part: Range<usize>,
    scalars: &[(Range<usize>, Written)],
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = part.start;
    for line in text[part].split_inclusive('\n') {
        let blank = line.len() - line.trim_start_matches([' ', '\t', NO_BREAK]).len();
        let is_text = |place: usize| {
            let before = scalars.partition_point(|(span, _)| span.start <= place);
            before > 0
                && scalars[before - 1].0.end > place
                && scalars[before - 1].1 != Written::YamlPlain
        };
        for run in runs(&line[..blank]) {
            if !is_text(at + run.start) {
                found.push(at + run.start..at + run.end);
            }
        }
        at += line.len();
    }
    found
}

/// The stretches of U+00A0 in JSON outside of its strings, if the first of them indents a line.
pub(crate) fn in_json(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut in_string = false;
    let mut is_escaped = false;
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if in_string => is_escaped = true,
            '"' => in_string = !in_string,
            // A string that nobody ends would turn all the rest around.
            '\n' => in_string = false,
            NO_BREAK if !in_string => match found.last_mut() {
                Some(last) if last.end == at => last.end += NO_BREAK.len_utf8(),
                _ => found.push(at..at + NO_BREAK.len_utf8()),
            },
            _ => {}
        }
    }
    let indents = found.first().is_some_and(|first| {
        let line = text[..first.start].rfind('\n').map_or(0, |at| at + 1);
        text[line..first.start].trim().is_empty()
    });
    if indents { found } else { Vec::new() }
}

fn runs(blank: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, character) in blank.match_indices(NO_BREAK) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end += character.len(),
            _ => runs.push(at..at + character.len()),
        }
    }
    runs
}

/// The one finding of such a file.
pub(crate) fn remark(text: &str, runs: Vec<Range<usize>>) -> Option<Remark> {
    let first = runs.first()?.start;
    let edits = runs.into_iter().map(|run| {
        let blanks = " ".repeat(text[run.clone()].chars().count());
        (run, blanks)
    });
    Some(Remark {
        what: What::Character(NO_BREAK),
        path: String::new(),
        span: first..first + NO_BREAK.len_utf8(),
        fix: Some(Mend {
            edits: edits.collect(),
            is_safe: true,
        }),
    })
}
