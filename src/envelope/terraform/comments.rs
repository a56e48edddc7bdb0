//! Comments that put findings off, and what they stand at.

use std::ops::Range;

use hcl_edit::expr::Expression;
use hcl_edit::structure::{Body, Structure};

use super::place::Place;
use crate::envelope::Ignore;
use crate::envelope::ignore::directive;
use crate::input::hcl::{Document, Parsed};

/// The comments of a file that put findings off. Those in a block that cannot be read stand at
/// nothing, and are left out.
pub(super) fn ignores(
    document: &Document<'_>,
    parsed: &[Parsed],
    place: &Place<'_>,
) -> Vec<Ignore> {
    let text = document.text;
    let said: Vec<_> = document
        .comments
        .iter()
        .filter_map(|at| Some((at, directive(&text[at.clone()], at.start)?)))
        .collect();
    if said.is_empty() {
        return Vec::new();
    }
    let mut targets = Vec::new();
    for parsed in parsed {
        let place = Place {
            base: parsed.base,
            ..place.clone()
        };
        in_body(&parsed.body, &place, &mut targets);
    }
    // Where two begin together, the one around the other comes first.
    targets.sort_by_key(|target| (target.start, usize::MAX - target.end));
    let mut ends: Vec<(usize, usize)> = targets.iter().map(|target| target.end).zip(0..).collect();
    ends.sort_unstable();
    // Chunks and what was parsed of them are in the order of the text.
    let is_read = |at: &Range<usize>| {
        let chunks = &document.chunks;
        let begun = chunks.partition_point(|chunk| chunk.range.start <= at.start);
        let around = chunks[..begun]
            .last()
            .filter(|chunk| at.end <= chunk.range.end);
        around.is_none_or(|chunk| {
            let is_parsed = parsed.binary_search_by_key(&chunk.range.start, |parsed| parsed.base);
            is_parsed.is_ok()
        })
    };
    said.into_iter()
        .filter(|(at, _)| is_read(at))
        .map(|(at, said)| {
            let covers = covered(document, at, &targets, &ends);
            said.covering(at.clone(), covers)
        })
        .collect()
}

/// What a comment stands at: at the end of a line what begins there, or else ends there; on a
/// line of its own what comes next. The ends of targets come in their order, each with which target
/// it is of.
fn covered(
    document: &Document<'_>,
    comment: &Range<usize>,
    targets: &[Range<usize>],
    ends: &[(usize, usize)],
) -> Option<Range<usize>> {
    let text = document.text;
    let line = text[..comment.start].rfind('\n').map_or(0, |at| at + 1);
    let before = text[line..comment.start].trim_start_matches('\u{feff}');
    if before.trim().is_empty() {
        let next = behind_comments(document, comment.end);
        let first = targets.partition_point(|target| target.start < next);
        return targets
            .get(first)
            .filter(|target| target.start == next)
            .cloned();
    }
    let first = targets.partition_point(|target| target.start < line);
    let begins = targets
        .get(first)
        .filter(|target| target.start < comment.start);
    let ends = || {
        let ending = ends[ends.partition_point(|(end, _)| *end <= line)..].iter();
        let on_line = ending.take_while(|(end, _)| *end <= comment.start);
        let outermost = on_line.map(|(_, target)| *target).min()?;
        targets[..first].get(outermost)
    };
    begins.or_else(ends).cloned()
}

/// The next place that is neither white space nor in a comment.
fn behind_comments(document: &Document<'_>, mut at: usize) -> usize {
    let text = document.text;
    let mut next = document
        .comments
        .partition_point(|comment| comment.start < at);
    loop {
        at = text.len() - text[at..].trim_start().len();
        match document.comments.get(next) {
            Some(comment) if comment.start == at => at = comment.end,
            _ => return at,
        }
        next += 1;
    }
}

fn in_body(body: &Body, place: &Place<'_>, targets: &mut Vec<Range<usize>>) {
    for structure in body {
        targets.push(place.span(structure));
        match structure {
            Structure::Attribute(attribute) => in_value(&attribute.value, place, targets),
            Structure::Block(block) => in_body(&block.body, place, targets),
        }
    }
}

fn in_value(value: &Expression, place: &Place<'_>, targets: &mut Vec<Range<usize>>) {
    match value {
        Expression::Array(array) => {
            for element in array {
                targets.push(place.span(element));
                in_value(element, place, targets);
            }
        }
        Expression::Object(object) => {
            for (key, value) in object {
                targets.push(place.span(key).start..place.span(value.expr()).end);
                in_value(value.expr(), place, targets);
            }
        }
        Expression::Parenthesis(inner) => in_value(inner.inner(), place, targets),
        Expression::FuncCall(call) => {
            for argument in &call.args {
                in_value(argument, place, targets);
            }
        }
        _ => {}
    }
}
