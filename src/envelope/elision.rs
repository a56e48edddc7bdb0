//! Dots that stand for what an author leaves out of an example.

use crate::input::item::{Item, What};

/// A text of which dots may stand for all, or for the rest: `...`, `cn-…`.
pub(super) fn without_dots(text: String) -> What {
    let known = text.trim_end_matches(['.', '…']);
    let dots = &text[known.len()..];
    if !dots.contains("...") && !dots.contains('…') {
        return What::Text(text);
    }
    if known.is_empty() {
        return What::Unknown { reference: None };
    }
    What::Partial(vec![Some(known.to_owned()), None])
}

/// Takes dots out of the texts of a value, and of all that is in it.
pub(super) fn take_dots(item: &mut Item) {
    if let What::Text(text) = &mut item.what {
        item.what = without_dots(std::mem::take(text));
    }
    item.each(take_dots);
}
