//! A text that stands in another one, as HCL in a template: from places in it to places in the
//! file.

use std::ops::Range;

use super::{Found, Remark, Spec};
use crate::input::item::{Item, What, Written};
use crate::input::json;
use crate::input::yaml::Node;

/// Where an inner text stands.
pub(crate) struct Inner {
    /// All of it, in the file.
    span: Range<usize>,
    /// Places in the inner text from which on it goes along with the file, and where that is.
    /// Empty if only the whole is known.
    steps: Vec<(usize, usize)>,
    /// Whether it is written there without any escaping, so that it can be changed there.
    is_verbatim: bool,
}

impl Inner {
    /// The content of a scalar of the file.
    pub(crate) fn new(text: &str, node: &Node<'_>, content: &str) -> Self {
        let span = node.span.clone();
        let raw = &text[span.clone()];
        let (steps, is_verbatim) = match node.written {
            Written::Block => match by_lines(raw, span.start, content) {
                steps if steps.is_empty() => (folded(raw, span.start, content), false),
                steps => (steps, true),
            },
            Written::Json => (by_escapes(raw, span.start), false),
            _ => {
                let bare = |quote| raw.strip_prefix(quote)?.strip_suffix(quote);
                let quoted = bare('"').or_else(|| bare('\''));
                let start = span.start + usize::from(quoted.is_some());
                let inside = quoted.unwrap_or(raw);
                let is_same = inside == content;
                let steps = if is_same {
                    vec![(0, start)]
                } else {
                    folded(inside, start, content)
                };
                (steps, false)
            }
        };
        Self {
            is_verbatim: is_verbatim && !steps.is_empty(),
            span,
            steps,
        }
    }

    /// A stretch of the file as it stands; whether it can be changed there is told.
    pub(crate) fn stretch(span: Range<usize>, is_verbatim: bool) -> Self {
        Self {
            steps: vec![(0, span.start)],
            span,
            is_verbatim,
        }
    }

    /// Moves all places of what was found in the inner text to the file.
    pub(crate) fn outward(&self, found: &mut Found) {
        for spec in &mut found.specs {
            self.spec(spec);
        }
        for remark in &mut found.remarks {
            self.remark(remark);
        }
        for ignore in &mut found.ignores {
            self.range(&mut ignore.span);
            self.range(&mut ignore.covers);
            for (_, code) in &mut ignore.codes {
                self.range(code);
            }
        }
        for secret in &mut found.secrets {
            self.range(secret);
        }
    }

    fn spec(&self, spec: &mut Spec) {
        self.range(&mut spec.head);
        self.range(&mut spec.whole);
        self.item(&mut spec.arguments);
        for remark in &mut spec.remarks {
            self.remark(remark);
        }
    }

    fn remark(&self, remark: &mut Remark) {
        self.range(&mut remark.span);
        if !self.is_verbatim {
            remark.fix = None;
        }
        if let Some(fix) = &mut remark.fix {
            for (span, _) in &mut fix.edits {
                self.range(span);
            }
        }
    }

    fn item(&self, item: &mut Item) {
        match &mut item.via {
            Some(via) => {
                self.range(&mut via.used_at);
                if via.file.is_none() {
                    self.range(&mut item.span);
                }
            }
            None => self.range(&mut item.span),
        }
        if !self.is_verbatim {
            item.written = Written::Block;
        }
        match &mut item.what {
            What::List { elements, .. } => elements.iter_mut().for_each(|item| self.item(item)),
            What::Map { members, .. } => {
                for member in members {
                    self.range(&mut member.key);
                    self.range(&mut member.whole);
                    if !self.is_verbatim {
                        member.whole.end = member.whole.start;
                    }
                    self.item(&mut member.value);
                }
            }
            What::Choice { arms, .. } => arms.iter_mut().for_each(|item| self.item(item)),
            _ => {}
        }
    }

    fn range(&self, range: &mut Range<usize>) {
        if self.steps.is_empty() {
            *range = self.span.clone();
            return;
        }
        let start = self.place(range.start);
        *range = start..self.place(range.end).max(start);
    }

    fn place(&self, inner: usize) -> usize {
        let step = self.steps.partition_point(|(from, _)| *from <= inner);
        match self.steps.get(step.saturating_sub(1)) {
            Some((from, to)) => (to + inner.saturating_sub(*from)).min(self.span.end),
            None => self.span.start,
        }
    }
}

/// The lines of a literal block, each of which is indented in the file. Nothing for another kind
/// of block, whose lines are not those of its content.
fn by_lines(raw: &str, start: usize, content: &str) -> Vec<(usize, usize)> {
    // Empty lines at the beginning stand before the place at which the content is.
    let body = content.trim_start_matches('\n');
    let mut inner = content.len() - body.len();
    let mut outer = start;
    let mut steps = Vec::new();
    let mut lines = body.split('\n');
    for line in raw.split('\n') {
        let Some(expected) = lines.next() else {
            return Vec::new();
        };
        let (is, ought) = (line.trim_end(), expected.trim_end());
        let Some(indentation) = is.strip_suffix(ought) else {
            return Vec::new();
        };
        if !indentation.trim_start_matches(' ').is_empty() {
            return Vec::new();
        }
        let shift = if ought.is_empty() {
            line.len().saturating_sub(expected.len())
        } else {
            indentation.len()
        };
        steps.push((inner, outer + shift));
        inner += expected.len() + 1;
        outer += line.len() + 1;
    }
    // What is left are line breaks at the end.
    if !lines.all(|line| line.trim().is_empty()) {
        return Vec::new();
    }
    steps
}

/// The lines of a text that its content joins by blanks. Nothing where its content has other words.
fn folded(raw: &str, start: usize, content: &str) -> Vec<(usize, usize)> {
    let (mut rest, mut outer) = (content, start);
    let mut steps = Vec::new();
    for line in raw.split('\n') {
        let said = line.trim_start();
        if !said.trim_end().is_empty() {
            let expected = rest.trim_start();
            steps.push((
                content.len() - expected.len(),
                outer + line.len() - said.len(),
            ));
            match expected.strip_prefix(said.trim_end()) {
                Some(behind) => rest = behind,
                None => return Vec::new(),
            }
        }
        outer += line.len() + 1;
    }
    if rest.trim_start().is_empty() {
        steps
    } else {
        Vec::new()
    }
}

/// The stretches between the escapes of a JSON string.
fn by_escapes(raw: &str, start: usize) -> Vec<(usize, usize)> {
    let bytes = raw.as_bytes();
    let (mut inner, mut outer) = (0, 1);
    let mut steps = vec![(inner, start + outer)];
    while outer < bytes.len() {
        if bytes[outer] == b'\\' {
            let (character, length) = json::escaped(&raw[outer..]);
            outer += length;
            inner += character.len_utf8();
            steps.push((inner, start + outer));
        } else {
            outer += 1;
            inner += 1;
        }
    }
    steps
}
