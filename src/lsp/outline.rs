//! Orders as an outline, and what their classes mean beside them.

use lsp_types::{
    DocumentSymbol, InlayHint, InlayHintKind, InlayHintLabel, Range as LspRange, SymbolKind,
};

use super::document::Lines;
use super::hover::shards;
use super::view::Order;
use super::words;
use crate::words::Locale;

/// The orders of a text with their arguments: names, and no values, which could be secret.
pub(super) fn symbols(lines: &Lines, orders: &[Order]) -> Vec<DocumentSymbol> {
    let of = |order: &Order, number: usize| {
        let mut children = Vec::new();
        order.visit(&mut |level, argument| {
            if level.is_root {
                let member = argument.member;
                let value = argument.value();
                let end = value.end.max(member.key.end);
                let name = member.shown.clone().unwrap_or_else(|| member.name.clone());
                let whole = lines.range(&(member.key.start..end));
                let key = lines.range(&member.key);
                children.push(symbol(name, None, SymbolKind::PROPERTY, whole, key, None));
            }
        });
        let name = order.name.clone();
        let name = name.unwrap_or_else(|| format!("{} {number}", order.profile.operation));
        let whole = order.whole.start.min(order.head.start)..order.whole.end.max(order.head.end);
        symbol(
            name,
            Some(order.profile.id.to_owned()),
            SymbolKind::OBJECT,
            lines.range(&whole),
            lines.range(&order.head),
            Some(children),
        )
    };
    orders
        .iter()
        .zip(1..)
        .map(|(order, number)| of(order, number))
        .collect()
}

#[expect(deprecated, reason = "the type still has a field for what tags say")]
fn symbol(
    name: String,
    detail: Option<String>,
    kind: SymbolKind,
    range: LspRange,
    selection_range: LspRange,
    children: Option<Vec<DocumentSymbol>>,
) -> DocumentSymbol {
    // A client refuses a symbol whose head is not within it, or that has no name.
    let selection_range =
        if range.start <= selection_range.start && selection_range.end <= range.end {
            selection_range
        } else {
            LspRange::new(range.start, range.start)
        };
    DocumentSymbol {
        name: if name.is_empty() {
            "-".to_owned()
        } else {
            name
        },
        detail,
        kind,
        tags: None,
        deprecated: None,
        range,
        selection_range,
        children,
    }
}

/// What the classes of a stretch mean.
pub(super) fn hints(
    lines: &Lines,
    orders: &[Order],
    range: LspRange,
    locale: Locale,
) -> Vec<InlayHint> {
    let asked = lines.offset(range.start)..lines.offset(range.end);
    let mut hints = Vec::new();
    for order in orders {
        order.visit(&mut |_, argument| {
            let end = argument.value().end;
            if end < asked.start || asked.end < end {
                return;
            }
            let Some(class) = argument.class(order.profile) else {
                return;
            };
            let label = words::class_in_short(class, shards(order), locale);
            if !label.is_empty() {
                hints.push(InlayHint {
                    position: lines.position(end),
                    label: InlayHintLabel::String(label),
                    kind: Some(InlayHintKind::TYPE),
                    text_edits: None,
                    tooltip: None,
                    padding_left: Some(true),
                    padding_right: None,
                    data: None,
                });
            }
        });
    }
    hints
}
