use serde::Serialize;
use serde_json::Value;

use super::{Diagnostic, Text, abbreviated, push_segment};
use crate::words::Bilingual;

/// Whether a fix may be applied without a person looking at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Applicability {
    /// It keeps the meaning, and never adds a finding.
    Safe,
    /// It is likely what was meant, but a person should look at it.
    Unsafe,
}

/// One change to the text that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// Byte offset at which the old text begins.
    pub start: usize,
    /// Byte offset at which it ends.
    pub end: usize,
    /// The new text.
    pub text: Text,
}

/// One operation of a JSON Patch (RFC 6902).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "op", rename_all = "lowercase")]
#[non_exhaustive]
pub enum PatchOperation {
    /// Puts a member where there is none.
    Add {
        /// JSON Pointer to the member.
        path: String,
        /// Its value.
        value: Value,
    },
    /// Puts another value in the place of the old one.
    Replace {
        /// JSON Pointer to the value.
        path: String,
        /// The new value.
        value: Value,
    },
    /// Gives a member another name.
    Move {
        /// JSON Pointer to the old name.
        from: String,
        /// JSON Pointer to the new name.
        path: String,
    },
    /// Takes a member away.
    Remove {
        /// JSON Pointer to the member.
        path: String,
    },
}

/// What mends a finding, before it is known how the text is quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Give the name another spelling.
    Rename(&'static str),
    /// Put another value in place.
    Replace(Text),
    /// Take white space off both ends, without repeating what is between.
    Trim,
    /// Put a number or boolean in quotes, or an object or array into a string.
    Quote,
    /// Take the member away.
    Remove,
    /// Put a member of that name with that value beside it.
    Add(&'static str, &'static str),
}

const RENAME: Bilingual = Bilingual::new("rename to `{}`", "改名为 `{}`");
const REPLACE: Bilingual = Bilingual::new("replace with `{}`", "替换为 `{}`");
const TRIM: Bilingual = Bilingual::new("remove the white space", "删除多余的空白字符");
const QUOTE: Bilingual = Bilingual::new("put it in quotes", "加上引号");
const REMOVE: Bilingual = Bilingual::new("remove it", "删除");
const ADD: Bilingual = Bilingual::new("add `{}`", "添加 `{}`");

/// What the titles of fixes are made of.
#[cfg(feature = "messages")]
pub(crate) const FIX_TITLES: [Bilingual; 6] = [RENAME, REPLACE, TRIM, QUOTE, REMOVE, ADD];

/// What a fix changes in a parsed value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Patched {
    /// Nothing: a parsed value cannot be mended, or a secret would have to be written down.
    No,
    /// What the action says, at this pointer.
    At(Text),
    /// The value at this pointer becomes this text.
    Quoted(Text, Text),
    /// The value moves from the first pointer to the second, whose name more than the action's word makes.
    Moved(Text, Text),
}

/// How to mend what was found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Fix {
    pub(crate) action: Action,
    pub(crate) patched: Patched,
    /// Whether it may be applied without a person looking at it.
    pub applicability: Applicability,
    /// Changes to the text, if text was checked; none overlap.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// What [`Fix::title`] is made of: words with a gap, and what fills it.
    #[doc(hidden)]
    #[must_use]
    pub fn title_parts(&self) -> (Bilingual, Text) {
        match &self.action {
            Action::Rename(name) => (RENAME, Text::fixed(name)),
            Action::Replace(value) => (
                REPLACE,
                abbreviated(value).unwrap_or_else(|| Text::fixed("…")),
            ),
            Action::Trim => (TRIM, Text::new()),
            Action::Quote => (QUOTE, Text::new()),
            Action::Remove => (REMOVE, Text::new()),
            Action::Add(name, value) => (ADD, format!("{name}={value}").into()),
        }
    }

    /// Whether all that it changes stands at that pointer, and is the same wherever that is.
    pub(crate) fn is_in_place(&self, path: &Text) -> bool {
        let goes_elsewhere = matches!(self.action, Action::Rename(_) | Action::Add(..));
        match &self.patched {
            Patched::No => !goes_elsewhere,
            Patched::At(at) => at == path && !goes_elsewhere,
            Patched::Quoted(..) | Patched::Moved(..) => false,
        }
    }

    /// Whether another fix, for a finding at that pointer, does there what this one does in its
    /// own place.
    pub(crate) fn is_alike(&self, other: &Self, path: &Text) -> bool {
        let patched = match (&self.patched, &other.patched) {
            (Patched::No, Patched::No) => true,
            (Patched::At(_), Patched::At(at)) => at == path,
            _ => false,
        };
        let mut texts = self.edits.iter().zip(&other.edits);
        patched
            && self.action == other.action
            && self.applicability == other.applicability
            && self.edits.len() == other.edits.len()
            && texts.all(|(known, edit)| known.text == edit.text)
    }

    /// What the fix does, in a few words.
    #[must_use]
    pub fn title(&self, locale: super::Locale) -> String {
        let (title, subject) = self.title_parts();
        title.get(locale).replace("{}", &subject)
    }

    /// The same change to the parsed value, as a JSON Patch. Empty where a secret would have to
    /// be written down in it, or where a parsed value cannot show the mistake.
    #[must_use]
    pub fn patch(&self) -> Vec<PatchOperation> {
        let replaced = |path: &Text, value: &Text| PatchOperation::Replace {
            path: path.to_string(),
            value: value.as_str().into(),
        };
        let operation = match (&self.patched, &self.action) {
            (Patched::No, _) | (Patched::At(_), Action::Quote | Action::Trim) => return Vec::new(),
            (Patched::Quoted(path, text), _) => replaced(path, text),
            (Patched::Moved(from, path), _) => PatchOperation::Move {
                from: from.to_string(),
                path: path.to_string(),
            },
            (Patched::At(path), Action::Replace(value)) => replaced(path, value),
            (Patched::At(path), Action::Remove) => PatchOperation::Remove {
                path: path.to_string(),
            },
            (Patched::At(from), Action::Rename(name)) => PatchOperation::Move {
                from: from.to_string(),
                path: beside(from, name),
            },
            (Patched::At(path), Action::Add(name, value)) => PatchOperation::Add {
                path: beside(path, name),
                value: (*value).into(),
            },
        };
        vec![operation]
    }
}

/// The pointer of another member of the same object.
fn beside(path: &str, name: &str) -> String {
    let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
    let mut path = parent.to_owned();
    push_segment(&mut path, name);
    path
}

/// The edits of the fixes that can be made together. A fix is made whole or not at all: one that
/// meets an earlier one is left for the next time the text is checked.
#[must_use]
pub fn compatible_edits<'d>(
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    unsafe_too: bool,
) -> Vec<&'d Edit> {
    let mut fixes: Vec<(usize, usize, &Fix)> = diagnostics
        .into_iter()
        .filter_map(|found| found.fix.as_deref())
        .filter(|fix| unsafe_too || fix.applicability == Applicability::Safe)
        .filter_map(|fix| {
            let start = fix.edits.iter().map(|edit| edit.start).min()?;
            let end = fix.edits.iter().map(|edit| edit.end).max()?;
            Some((start, end, fix))
        })
        .collect();
    fixes.sort_by_key(|(start, end, _)| (*start, *end));
    let mut done: Option<usize> = None;
    let mut edits = Vec::new();
    for (start, end, fix) in fixes {
        if done.is_none_or(|done| start > done) {
            edits.extend(&fix.edits);
            done = Some(end);
        }
    }
    edits
}

/// Applies edits to the text that they were made for. Where two overlap, or one does not fit
/// the text, the later one is left out.
#[must_use]
pub fn apply_edits<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| (edit.start, edit.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let fits = edit.start >= done && text.get(edit.start..edit.end).is_some();
        if let Some(before) = text.get(done..edit.start).filter(|_| fits) {
            out.push_str(before);
            out.push_str(&edit.text);
            done = edit.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_edits_are_left_out() {
        let edits = [
            Edit {
                start: 0,
                end: 2,
                text: "X".into(),
            },
            Edit {
                start: 1,
                end: 3,
                text: "Y".into(),
            },
            Edit {
                start: 9,
                end: 12,
                text: "Z".into(),
            },
            Edit {
                start: 4,
                end: 4,
                text: "+".into(),
            },
        ];
        assert_eq!(apply_edits("abcd", &edits), "Xcd+");
    }
}
