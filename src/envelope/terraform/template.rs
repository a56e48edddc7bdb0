//! Texts with interpolations.

use std::ops::Range;

use hcl_edit::template::{Element, Strip};

use super::place::Place;
use super::value::Reader;
use crate::input::item::{Item, Via, What, Written};

/// What such a text is worth. One that is a single interpolation is what stands inside.
pub(super) fn value<'e>(
    reader: &Reader<'_>,
    elements: impl Iterator<Item = &'e Element>,
    span: Range<usize>,
    place: &Place<'_>,
    written: Written,
) -> Item {
    let elements: Vec<_> = elements.collect();
    if let [Element::Interpolation(only)] = elements[..] {
        let mut item = reader.value(&only.expr, place);
        if item.via.is_none() && !matches!(item.what, What::List { .. } | What::Map { .. }) {
            item.span = span;
        }
        return item;
    }
    let mut pieces = Pieces::default();
    let mut via: Option<Box<Via>> = None;
    for element in elements {
        match element {
            Element::Literal(text) => pieces.text(text.value()),
            Element::Interpolation(inner) => {
                pieces.strip_before(inner.strip);
                let item = reader.value(&inner.expr, place);
                if !matches!(item.what, What::Unknown { .. } | What::Unsettled { .. }) {
                    via = merged(via, item.via);
                }
                match item.what {
                    What::Text(text) | What::Number(text) => pieces.text(&text),
                    What::Boolean(value) => pieces.text(if value { "true" } else { "false" }),
                    What::Partial(inner) => {
                        for piece in inner {
                            match piece {
                                Some(text) => pieces.text(&text),
                                None => pieces.hole(),
                            }
                        }
                    }
                    _ => pieces.hole(),
                }
                pieces.strip_behind(inner.strip);
            }
            Element::Directive(_) => pieces.hole(),
        }
    }
    let mut item = Item::new(pieces.what(), span, written);
    if !matches!(item.what, What::Unknown { .. }) {
        item.via = via.map(|mut via| {
            // The whole text stands here, wherever its pieces do.
            via.file = place.file.map(str::to_owned);
            via
        });
    }
    item
}

/// Of two names the one whose value can be overridden. What is made of a hidden value is hidden.
fn merged(first: Option<Box<Via>>, second: Option<Box<Via>>) -> Option<Box<Via>> {
    let is_hidden = [&first, &second]
        .into_iter()
        .flatten()
        .any(|via| via.is_hidden);
    let merged = match (first, second) {
        (Some(first), Some(second)) if second.is_default && !first.is_default => Some(second),
        (Some(first), _) => Some(first),
        (None, second) => second,
    };
    merged.map(|mut via| {
        via.is_hidden = is_hidden;
        via
    })
}

/// Pieces of a text, those that stand together as one.
#[derive(Default)]
struct Pieces {
    pieces: Vec<Option<String>>,
    /// Whether white space at the beginning of the next piece does not count.
    strips: bool,
}

impl Pieces {
    fn text(&mut self, text: &str) {
        let text = if std::mem::take(&mut self.strips) {
            text.trim_start()
        } else {
            text
        };
        if let Some(Some(last)) = self.pieces.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            self.pieces.push(Some(text.to_owned()));
        }
    }

    fn hole(&mut self) {
        self.strips = false;
        if self.pieces.last() != Some(&None) {
            self.pieces.push(None);
        }
    }

    fn strip_before(&mut self, strip: Strip) {
        if matches!(strip, Strip::Start | Strip::Both)
            && let Some(Some(last)) = self.pieces.last_mut()
        {
            last.truncate(last.trim_end().len());
        }
        self.strips = false;
    }

    fn strip_behind(&mut self, strip: Strip) {
        self.strips = matches!(strip, Strip::End | Strip::Both);
    }

    fn what(mut self) -> What {
        self.pieces.retain(|piece| piece.as_deref() != Some(""));
        match &mut self.pieces[..] {
            [] => What::Text(String::new()),
            [Some(text)] => What::Text(std::mem::take(text)),
            [None] => What::Unknown { reference: None },
            _ => What::Partial(self.pieces),
        }
    }
}
