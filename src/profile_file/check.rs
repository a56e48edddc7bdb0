//! Whether every key and value of a file has the shape that the table of keys gives it.

use super::keys::{Key, KindOf, Kinds, Shape};
use super::mistake::{Mistakes, Said, pointer, said};
use super::tree::{Json, What};
use crate::infer::Date;
use crate::text::{disturbs, nearest, visible};

/// Gathers what is wrong with the shape of a value.
pub(super) fn check(json: &Json<'_>, at: &str, shape: Shape, mistakes: &mut Mistakes<'_>) {
    Walk { mistakes }.value(json, at, shape);
}

struct Walk<'m, 't> {
    mistakes: &'m mut Mistakes<'t>,
}

/// A name or value as a message may repeat it.
pub(super) fn shown(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    let ellipsis = if short.len() < text.len() { "…" } else { "" };
    format!("{}{ellipsis}", visible(&short))
}

/// Words in a message, the first of them if there are many.
pub(super) fn listed(words: &[String], joint: &str) -> String {
    const MOST: usize = 12;
    let first = words
        .iter()
        .take(MOST)
        .map(|word| format!("`{}`", shown(word)));
    let ellipsis = if words.len() > MOST { ", …" } else { "" };
    first.collect::<Vec<_>>().join(joint) + ellipsis
}

const fn kind(json: &Json<'_>) -> (&'static str, &'static str) {
    match json.what {
        What::Null => ("null", "null"),
        What::Flag(_) => ("a boolean", "布尔值"),
        What::Number => ("a number", "数字"),
        What::Text(_) => ("a string", "字符串"),
        What::List(_) => ("an array", "数组"),
        What::Map(_) => ("an object", "对象"),
    }
}

/// What a shape is, where a value of another kind stands.
const fn expected(shape: Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Flag => ("true or false", "true 或 false"),
        Shape::Whole(_) => ("a whole number", "非负整数"),
        Shape::Bilingual | Shape::Kinds(_) => ("a string or an object", "字符串或对象"),
        Shape::List(..) => ("an array", "数组"),
        Shape::Map(_) | Shape::Record(_) | Shape::Object => ("an object", "对象"),
        _ => ("a string", "字符串"),
    }
}

impl Walk<'_, '_> {
    fn add(&mut self, json: &Json<'_>, at: &str, said: Said, suggestion: Option<&str>) {
        self.mistakes.add(at, json.place(), said, suggestion);
    }

    fn value(&mut self, json: &Json<'_>, at: &str, shape: Shape) {
        match (shape, &json.what) {
            (Shape::Json, _)
            | (Shape::Object, What::Map(_))
            | (Shape::Flag, What::Flag(_))
            | (Shape::Text, What::Text(_)) => {}
            (Shape::Whole(most), What::Number) => self.whole(json, at, most),
            (Shape::Line | Shape::Name | Shape::Reference, What::Text(text)) => {
                self.line(json, at, shape, text);
            }
            (Shape::Bilingual, What::Text(text)) => self.line(json, at, shape, text),
            (Shape::Day, What::Text(text)) => {
                if text.parse::<Date>().is_err() {
                    let said = said(
                        format!("`{}` is no day of the form yyyy-mm-dd", shown(text)),
                        format!("`{}` 不是 yyyy-mm-dd 格式的日期", shown(text)),
                    );
                    self.add(json, at, said, None);
                }
            }
            (Shape::Word(words), What::Text(text)) => {
                let all = words.all();
                if !all.iter().any(|word| word == text) {
                    let said = said(
                        format!("`{}` is none of {}", shown(text), listed(&all, ", ")),
                        format!("`{}` 不在可用取值中：{}", shown(text), listed(&all, "、")),
                    );
                    let near = nearest(text, all.iter().map(|word| &**word));
                    self.add(json, at, said, near);
                }
            }
            (Shape::Bilingual, What::Map(_)) => self.record(json, at, BOTH),
            (Shape::List(inner, least), What::List(elements)) => {
                for (index, element) in elements.iter().enumerate() {
                    self.value(element, &format!("{at}/{index}"), *inner);
                }
                if elements.len() < least {
                    let said = said("this list needs an entry", "此列表至少需要一项");
                    self.add(json, at, said, None);
                }
            }
            (Shape::Map(inner), What::Map(members)) => {
                self.twice(json, at);
                for member in members {
                    self.value(&member.value, &pointer(at, &member.name), *inner);
                }
            }
            (Shape::Record(record), What::Map(_)) => self.record(json, at, record.keys),
            (Shape::Kinds(kinds), What::Text(_) | What::Map(_)) => self.kinds(json, at, kinds),
            _ => {
                let (wanted, given) = (expected(shape), kind(json));
                let said = said(
                    format!("this must be {}, not {}", wanted.0, given.0),
                    format!("此处应为{}，而不是{}", wanted.1, given.1),
                );
                self.add(json, at, said, None);
            }
        }
    }

    fn whole(&mut self, json: &Json<'_>, at: &str, most: u64) {
        let said = match json.whole() {
            Some(number) if number <= most => return,
            Some(_) => said(
                format!("this number exceeds {most}"),
                format!("此数字超过 {most}"),
            ),
            None => said(
                "this must be a whole number that is not negative, in digits",
                "此处应为以数字书写的非负整数",
            ),
        };
        self.add(json, at, said, None);
    }

    fn line(&mut self, json: &Json<'_>, at: &str, shape: Shape, text: &str) {
        let said = if text.trim().is_empty() || text.contains(disturbs) {
            said(
                "this must be one line of visible text, and not blank",
                "此处应为一行可见的文字，且不能为空",
            )
        } else if matches!(shape, Shape::Name) && text.contains('/') {
            said(
                "a name of a parameter has no slash, with which references lead outward",
                "参数名不能含斜杠：引用用斜杠指向外层对象",
            )
        } else {
            return;
        };
        self.add(json, at, said, None);
    }

    /// Names that stand in an object twice.
    fn twice(&mut self, json: &Json<'_>, at: &str) {
        let members = json.members();
        for (index, member) in members.iter().enumerate() {
            if members[..index]
                .iter()
                .any(|earlier| earlier.name == member.name)
            {
                let name = shown(&member.name);
                let said = said(
                    format!("`{name}` is there twice"),
                    format!("`{name}` 重复出现"),
                );
                let at = pointer(at, &member.name);
                self.mistakes.add(&at, member.place.clone(), said, None);
            }
        }
    }

    fn record(&mut self, json: &Json<'_>, at: &str, keys: &'static [Key]) {
        self.members(json, at, keys, false);
    }

    /// The members of an object; `kind` among them where it says which form it has.
    fn members(&mut self, json: &Json<'_>, at: &str, keys: &'static [Key], has_kind: bool) {
        self.twice(json, at);
        let mut misspelt = Vec::new();
        for member in json.members() {
            let path = pointer(at, &member.name);
            if let Some(key) = keys.iter().find(|key| key.name == member.name) {
                self.value(&member.value, &path, key.shape);
            } else if !(has_kind && member.name == KIND) {
                let names: Vec<String> = keys.iter().map(|key| key.name.to_owned()).collect();
                let free = keys
                    .iter()
                    .map(|key| key.name)
                    .filter(|name| json.get(name).is_none());
                let near = nearest(&member.name, free);
                misspelt.extend(near);
                let name = shown(&member.name);
                let said = if names.is_empty() {
                    said(
                        format!("there is no key `{name}` here"),
                        format!("此处没有 `{name}` 这个键"),
                    )
                } else {
                    said(
                        format!(
                            "there is no key `{name}` here; the keys are {}",
                            listed(&names, ", ")
                        ),
                        format!(
                            "此处没有 `{name}` 这个键；可用的键有 {}",
                            listed(&names, "、")
                        ),
                    )
                };
                self.mistakes.add(&path, member.place.clone(), said, near);
            }
        }
        for key in keys.iter().filter(|key| key.required) {
            if json.get(key.name).is_none() && !misspelt.contains(&key.name) {
                let name = key.name;
                let said = said(
                    format!("the key `{name}` is missing"),
                    format!("缺少键 `{name}`"),
                );
                // The object's first sign: all of it would be a page.
                self.mistakes.add(at, json.at..json.at + 1, said, None);
            }
        }
    }

    fn kinds(&mut self, json: &Json<'_>, at: &str, kinds: &'static Kinds) {
        let is_word = json.text().is_some();
        let Some(kind) = json.kind() else {
            if let Some(kind) = json.get(KIND) {
                self.value(kind, &pointer(at, KIND), Shape::Text);
            } else {
                let said = said("the key `kind` is missing", "缺少键 `kind`");
                self.mistakes.add(at, json.at..json.at + 1, said, None);
            }
            return;
        };
        let Some(known) = find(kinds, kind) else {
            let names: Vec<String> = kinds
                .forms
                .iter()
                .map(|kind| kind.name.to_owned())
                .collect();
            let said = said(
                format!(
                    "there is no {} `{}`; there are {}",
                    kinds.name,
                    shown(kind),
                    listed(&names, ", ")
                ),
                format!(
                    "没有 `{}` 这种写法；可用 {}",
                    shown(kind),
                    listed(&names, "、")
                ),
            );
            let near = nearest(kind, kinds.forms.iter().map(|kind| kind.name));
            let place = json.get(KIND).unwrap_or(json).place();
            let at = if is_word {
                at.to_owned()
            } else {
                pointer(at, KIND)
            };
            self.mistakes.add(&at, place, said, near);
            return;
        };
        if !is_word {
            self.members(json, at, known.keys, true);
        } else if let Some(key) = known.keys.iter().find(|key| key.required) {
            let said = said(
                format!(
                    "`{kind}` needs the key `{}`: write it as an object",
                    key.name
                ),
                format!("`{kind}` 需要键 `{}`，请写成对象", key.name),
            );
            self.add(json, at, said, None);
        }
    }
}

/// The key that says which of several forms an object has.
pub(super) const KIND: &str = "kind";

/// The form of that name.
pub(super) fn find(kinds: &'static Kinds, name: &str) -> Option<&'static KindOf> {
    kinds.forms.iter().find(|kind| kind.name == name)
}

/// The keys of a text in both languages.
pub(super) const BOTH: &[Key] = &[
    Key {
        name: "en",
        shape: Shape::Text,
        required: true,
        about: "English.",
    },
    Key {
        name: "zh",
        shape: Shape::Text,
        required: true,
        about: "Simplified Chinese.",
    },
];
