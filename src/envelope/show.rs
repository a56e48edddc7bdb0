//! What was found in a short form, for tests.

use super::{Found, Spec};
use crate::input::item::{Item, What};

/// A value: texts in quotes, `?` for what is unknown and `~` for what is unsettled, each with its
/// reference, the name through which it was followed in angle brackets.
pub(crate) fn item(item: &Item) -> String {
    let reference = |mark: char, reference: &Option<String>| {
        format!("{mark}{}", reference.as_deref().unwrap_or_default())
    };
    let shown = match &item.what {
        What::Null => "null".to_owned(),
        What::Boolean(value) => value.to_string(),
        What::Number(number) => number.clone(),
        What::Text(text) => format!("{text:?}"),
        What::Partial(pieces) => {
            let piece = |piece: &Option<String>| piece.clone().unwrap_or_else(|| "…".to_owned());
            format!("\"{}\"", pieces.iter().map(piece).collect::<String>())
        }
        What::List { elements, open } => {
            let mut shown: Vec<_> = elements.iter().map(self::item).collect();
            shown.extend(open.then(|| "..".to_owned()));
            format!("[{}]", shown.join(" "))
        }
        What::Map { members, open } => {
            let member = |member: &crate::input::item::Member| {
                let name = member.name.replace('\u{0}', "^");
                format!("{name}={}", self::item(&member.value))
            };
            let mut shown: Vec<_> = members.iter().map(member).collect();
            shown.extend(open.then(|| "..".to_owned()));
            format!("{{{}}}", shown.join(" "))
        }
        What::Unknown { reference: name } => reference('?', name),
        What::Unsettled { reference: name } => reference('~', name),
        What::Choice { condition, arms } => {
            format!(
                "({condition}: {} | {})",
                self::item(&arms[0]),
                self::item(&arms[1])
            )
        }
    };
    match &item.via {
        Some(via) if via.is_default => format!("{shown}<{}?>", via.name),
        Some(via) => format!("{shown}<{}>", via.name),
        None => shown,
    }
}

/// An order: its profile, its name, its arguments.
pub(crate) fn spec(spec: &Spec) -> String {
    format!("{} {} {}", spec.profile, spec.name, item(&spec.arguments))
}

/// The orders of a file, each of whose places is one in it.
pub(crate) fn specs(text: &str, found: &Found) -> Vec<String> {
    for spec in &found.specs {
        assert!(text.get(spec.head.clone()).is_some());
        assert!(text.get(spec.whole.clone()).is_some());
        places(text, &spec.arguments);
    }
    for remark in &found.remarks {
        assert!(text.get(remark.span.clone()).is_some());
    }
    for ignore in &found.ignores {
        assert!(text.get(ignore.covers.clone()).is_some());
    }
    found.specs.iter().map(spec).collect()
}

fn places(text: &str, item: &Item) {
    assert!(text.get(item.span.clone()).is_some());
    match &item.what {
        What::List { elements, .. } => elements.iter().for_each(|item| places(text, item)),
        What::Map { members, .. } => {
            for member in members {
                assert!(text.get(member.key.clone()).is_some());
                assert!(text.get(member.whole.clone()).is_some());
                places(text, &member.value);
            }
        }
        What::Choice { arms, .. } => arms.iter().for_each(|item| places(text, item)),
        _ => {}
    }
}

/// Reads a file without Terraform in it.
pub(crate) fn read(text: &str) -> Found {
    super::yaml_file::read(text, &|_| Found::default())
}

/// The arguments of the only order of a file.
pub(crate) fn only(text: &str) -> String {
    let found = read(text);
    assert_eq!(found.specs.len(), 1, "{found:?}");
    specs(text, &found);
    item(&found.specs[0].arguments)
}
