//! A response against its document's table.

use std::collections::HashMap;
use std::ops::Range;

use super::tree::{Item, Member, Shape, Tree};
use crate::diagnostic::{Arg, Args, Code, Diagnostic, Term, Text, abbreviated, push_segment};
use crate::diagnostic::{bare, not_an_object};
use crate::documents::{Identity, ResponseField, ResponseKind, ResponseTable};
use crate::engine::{Sink, Wanted};
use crate::input::JsonKind;
use crate::words::Bilingual;

/// How the documents write a time.
const TIME: &str = "YYYY-MM-DDThh:mm:ssZ";

/// What a response was seen to say.
pub(super) struct Seen {
    pub(super) sink: Sink,
    /// Fields that the document does not have, with where their names stand.
    pub(super) undocumented: Vec<(usize, String)>,
    pub(super) told: Vec<Told>,
    pub(super) instance_ids: Vec<String>,
    pub(super) order_id: Option<String>,
    pub(super) request_id: Option<String>,
}

/// A good value of a documented field.
pub(super) struct Told {
    pub(super) field: &'static ResponseField,
    pub(super) text: String,
    pub(super) range: Range<usize>,
}

impl Default for Seen {
    fn default() -> Self {
        Self {
            sink: Sink::collecting(Wanted::ALL),
            undocumented: Vec::new(),
            told: Vec::new(),
            instance_ids: Vec::new(),
            order_id: None,
            request_id: None,
        }
    }
}

fn below(at: &str, name: &str) -> String {
    let mut pointer = at.to_owned();
    push_segment(&mut pointer, name);
    pointer
}

impl Seen {
    pub(super) fn response(&mut self, table: &'static ResponseTable, tree: &Tree<'_>) {
        let root = &tree.root;
        // An XML element without elements in it is an object without members.
        if root.is_object() || (root.shape == Shape::XmlText && root.is_absent()) {
            self.object(table.fields, root, "");
        } else {
            let mut found = not_an_object(root.shape.term());
            found.args.fixed("parameter", "response");
            self.sink.push(found, Some(root.range.clone()));
        }
    }

    fn report(
        &mut self,
        code: Code,
        field: &'static ResponseField,
        pointer: &str,
        args: Args,
        range: Range<usize>,
        reason: &'static Bilingual,
    ) {
        let found = Diagnostic {
            path: pointer.into(),
            parameter: Some(field.name),
            source: Some(&field.citation),
            reason: Some(reason),
            ..bare(code, args)
        };
        self.sink.push(found, Some(range));
    }

    fn object(&mut self, fields: &'static [ResponseField], item: &Item<'_>, at: &str) {
        let mut members: HashMap<&str, Vec<&Member<'_>>> = HashMap::new();
        for member in &item.members {
            let same = members.entry(&member.name).or_default();
            if same.is_empty() && !fields.iter().any(|field| field.name == member.name) {
                let pointer = below(at, &member.name);
                self.undocumented.push((member.key.start, pointer));
            }
            same.push(member);
        }
        for field in fields {
            let same = members.remove(field.name).unwrap_or_default();
            self.field(field, &same, item, at);
        }
    }

    /// One field, as often as it stands there.
    fn field(
        &mut self,
        field: &'static ResponseField,
        same: &[&Member<'_>],
        around: &Item<'_>,
        at: &str,
    ) {
        let pointer = below(at, field.name);
        let in_xml = around.shape == Shape::XmlElement;
        if in_xml && matches!(field.kind, ResponseKind::Strings) {
            let there: Vec<&Item<'_>> = same
                .iter()
                .map(|member| &member.item)
                .filter(|item| !item.is_absent())
                .collect();
            if there.is_empty() {
                self.missing(field, &pointer, around);
            }
            for (index, item) in there.into_iter().enumerate() {
                self.string(field, &below(&pointer, &index.to_string()), item);
            }
            return;
        }
        for member in same.iter().skip(1) {
            self.report(
                Code::DuplicateParameter,
                field,
                &pointer,
                [("parameter", Arg::Text(Text::fixed(field.name)))].into(),
                member.key.clone(),
                const {
                    &Bilingual::new(
                        "Which of two values a program sees depends on its reader.",
                        "程序读到哪一个值取决于其解析器。",
                    )
                },
            );
        }
        match same.last() {
            Some(member) if !member.item.is_absent() => self.value(field, &member.item, &pointer),
            _ => self.missing(field, &pointer, around),
        }
    }

    fn missing(&mut self, field: &'static ResponseField, pointer: &str, around: &Item<'_>) {
        if !field.required {
            return;
        }
        let brace = around.range.start..(around.range.start + 1).min(around.range.end);
        self.report(
            Code::RequiredParameter,
            field,
            pointer,
            [("label", Arg::Bilingual(&field.label))].into(),
            brace,
            const {
                &Bilingual::new(
                    "Without it a client cannot find what it has bought.",
                    "缺少它，客户端就找不到所购买的实例。",
                )
            },
        );
    }

    fn value(&mut self, field: &'static ResponseField, item: &Item<'_>, pointer: &str) {
        match field.kind {
            ResponseKind::Object(inner) if item.is_object() => self.object(inner, item, pointer),
            ResponseKind::Object(_) => self.mismatch(field, pointer, item, Term::Object),
            ResponseKind::Strings if item.shape == Shape::Json(JsonKind::Array) => {
                if item.members.is_empty() {
                    self.report(
                        Code::EmptyList,
                        field,
                        pointer,
                        Args::new(),
                        item.range.clone(),
                        const {
                            &Bilingual::new(
                                "A response that names no instance leaves nothing to find.",
                                "返回中没有任何实例 ID，无从查找所购买的实例。",
                            )
                        },
                    );
                }
                for (index, member) in item.members.iter().enumerate() {
                    self.string(field, &below(pointer, &index.to_string()), &member.item);
                }
            }
            ResponseKind::Strings => self.mismatch(field, pointer, item, Term::Array),
            ResponseKind::String => self.string(field, pointer, item),
            ResponseKind::Time => {
                if !self.is_text(field, pointer, item) {
                    return;
                }
                // An instance that is paid by use has no end.
                if item.text.trim().is_empty() {
                    self.missing(field, pointer, item);
                } else {
                    self.time(field, pointer, item);
                }
            }
            ResponseKind::Long => self.number(field, pointer, item, i64::MIN, i64::MAX),
            ResponseKind::Integer => {
                self.number(field, pointer, item, i32::MIN.into(), i32::MAX.into());
            }
        }
    }

    fn mismatch(
        &mut self,
        field: &'static ResponseField,
        pointer: &str,
        item: &Item<'_>,
        expected: Term,
    ) {
        self.report(
            Code::TypeMismatch,
            field,
            pointer,
            [
                ("expected", Arg::Term(expected)),
                ("found", Arg::Term(item.shape.term().instead_of(expected))),
            ]
            .into(),
            item.range.clone(),
            const { &Bilingual::new("The document types every field of the response; a client that relies on it cannot read this one.", "文档规定了返回中每个字段的类型；依赖该类型的客户端无法读取此值。") },
        );
    }

    fn is_text(&mut self, field: &'static ResponseField, pointer: &str, item: &Item<'_>) -> bool {
        let is_text = matches!(item.shape, Shape::Json(JsonKind::String) | Shape::XmlText);
        if !is_text {
            self.mismatch(field, pointer, item, Term::String);
        }
        is_text
    }

    fn string(&mut self, field: &'static ResponseField, pointer: &str, item: &Item<'_>) {
        if !self.is_text(field, pointer, item) {
            return;
        }
        let text = item.text.trim();
        if text.is_empty() && field.required {
            self.missing(field, pointer, item);
            return;
        }
        match field.identifies {
            Some(Identity::Instance) => self.instance_ids.push(text.to_owned()),
            Some(Identity::Order) => self.order_id = Some(text.to_owned()),
            Some(Identity::Request) => self.request_id = Some(text.to_owned()),
            None => {}
        }
        self.tell(field, item);
    }

    fn tell(&mut self, field: &'static ResponseField, item: &Item<'_>) {
        self.told.push(Told {
            field,
            text: match item.shape {
                Shape::XmlText => item.text.trim().to_owned(),
                _ => item.text.clone().into_owned(),
            },
            range: item.range.clone(),
        });
    }

    fn time(&mut self, field: &'static ResponseField, pointer: &str, item: &Item<'_>) {
        let text = item.text.trim();
        if is_time(text) {
            self.tell(field, item);
            return;
        }
        let mut args = Args::new();
        if let Some(value) = abbreviated(text) {
            args.text("value", value);
        }
        args.with("allowed", Arg::AnyOf(&[TIME]));
        self.report(
            Code::InvalidValue,
            field,
            pointer,
            args,
            item.range.clone(),
            const { &Bilingual::new("Times are in UTC, written YYYY-MM-DDThh:mm:ssZ, and each is a moment of the calendar.", "时间为 UTC 时间，格式为 YYYY-MM-DDThh:mm:ssZ，且须是日历中存在的时刻。") },
        );
    }

    fn number(
        &mut self,
        field: &'static ResponseField,
        pointer: &str,
        item: &Item<'_>,
        min: i64,
        max: i64,
    ) {
        let text = item.text.trim();
        let digits = text.strip_prefix('-').unwrap_or(text);
        let whole = matches!(item.shape, Shape::Json(JsonKind::Number) | Shape::XmlText)
            && crate::text::is_whole_number(digits);
        if !whole {
            self.mismatch(field, pointer, item, Term::Integer);
        } else if text.parse::<i64>().is_ok_and(|n| (min..=max).contains(&n)) {
            self.tell(field, item);
        } else {
            self.report(
                Code::OutOfRange,
                field,
                pointer,
                Args::new(),
                item.range.clone(),
                const { &Bilingual::new("The number does not fit the documented type: a Long has 64 bits, an Integer 32.", "数值超出文档规定的类型：Long 为 64 位，Integer 为 32 位。") },
            );
        }
    }
}

/// Whether a text is a moment of the calendar as `YYYY-MM-DDThh:mm:ssZ`.
pub(super) fn is_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let shape = bytes.len() == TIME.len()
        && bytes.iter().zip(TIME.bytes()).all(|(byte, pattern)| {
            if matches!(pattern, b'-' | b':' | b'T' | b'Z') {
                *byte == pattern
            } else {
                byte.is_ascii_digit()
            }
        });
    if !shape {
        return false;
    }
    let number = |at: Range<usize>| text[at].parse::<u32>().unwrap_or(u32::MAX);
    let (year, month, day) = (number(0..4), number(5..7), number(8..10));
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    let (hour, minute, second) = (number(11..13), number(14..16), number(17..19));
    (1..=days).contains(&day) && hour < 24 && minute < 60 && second < 60
}

#[cfg(test)]
mod tests {
    use super::is_time;

    #[test]
    fn times_are_moments_of_the_calendar() {
        for good in [
            "2019-01-18T16:00:00Z",
            "2020-02-29T00:00:00Z",
            "2000-02-29T23:59:59Z",
            "2024-12-31T23:59:59Z",
        ] {
            assert!(is_time(good), "{good}");
        }
        for bad in [
            "",
            "2019-01-18",
            "2019-01-18 16:00:00Z",
            "2019-01-18T16:00:00",
            "2019-01-18T16:00:00+08:00",
            "2019-1-18T16:00:00Z",
            "2019-01-18t16:00:00z",
            "2019-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2019-13-01T00:00:00Z",
            "2019-00-01T00:00:00Z",
            "2019-04-31T00:00:00Z",
            "2019-04-00T00:00:00Z",
            "2019-01-18T24:00:00Z",
            "2019-01-18T23:60:00Z",
            "2019-01-18T23:59:60Z",
            "２019-01-18T16:00Z",
        ] {
            assert!(!is_time(bad), "{bad}");
        }
    }
}
