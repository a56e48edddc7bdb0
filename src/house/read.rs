//! Reads the text of a `kvspec.toml` and says everything that is wrong with it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::{ConfigError, Problem};
use super::keys::{
    KNOWN_CLASSES, Key, LEAST, LEVELS, MAX_MB, MESSAGE_KEYS, MIN_MB, PACKS, ROOT, Shape,
    UNKNOWN_CLASS,
};
use super::pattern::{self, PatternError};
use super::target::{Named, named, parameter_names};
use crate::diagnostic::Pack;
use crate::diagnostic::{Code, LineIndex, Span, abbreviated};
use crate::documents::notions::BILLING;
use crate::text::nearest;
use crate::words::Bilingual;

/// Reads a text whose every key and value is what it must be.
pub(super) fn read(text: &str) -> Result<Spanned<DeTable<'_>>, Vec<ConfigError>> {
    let (table, syntax) = DeTable::parse_recoverable(text);
    let mut reader = Reader {
        text,
        index: LineIndex::new(text),
        errors: Vec::new(),
    };
    for error in &syntax {
        let range = error.span().unwrap_or(0..0);
        let reason = error.message().lines().next().unwrap_or_default();
        let reason = without_quotes(&abbreviated_or_cut(reason));
        reader.fail(range, "", Problem::Syntax(reason), None);
    }
    if syntax.is_empty() {
        let whole = table.span();
        reader.table(table.get_ref(), whole, "", ROOT);
        reader.classes(table.get_ref());
        reader.bounds(table.get_ref());
    }
    let mut errors = reader.errors;
    if errors.is_empty() {
        return Ok(table);
    }
    errors.sort_by_key(|error| error.span.start.offset);
    Err(errors)
}

/// What the parser says, without what it repeats of the file: what is no TOML may hold anything. Single signs stay.
fn without_quotes(reason: &str) -> String {
    let mut parts = reason.split('`');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (index, part) in parts.enumerate() {
        out.push('`');
        let is_quoted = index % 2 == 0;
        out.push_str(if is_quoted && part.chars().count() > 2 {
            "…"
        } else {
            part
        });
    }
    out
}

fn abbreviated_or_cut(text: &str) -> String {
    let plain = |c: char| !crate::text::is_invisible(c);
    text.chars().filter(|c| plain(*c)).take(200).collect()
}

struct Reader<'t> {
    text: &'t str,
    index: LineIndex,
    errors: Vec<ConfigError>,
}

/// What a value is, as TOML calls it.
const fn kind(value: &DeValue<'_>) -> Bilingual {
    match value {
        DeValue::String(_) => Bilingual::new("a string", "字符串"),
        DeValue::Integer(_) => Bilingual::new("an integer", "整数"),
        DeValue::Float(_) => Bilingual::new("a float", "浮点数"),
        DeValue::Boolean(_) => Bilingual::new("a boolean", "布尔值"),
        DeValue::Datetime(_) => Bilingual::new("a date or time", "日期或时间"),
        DeValue::Array(_) => Bilingual::new("an array", "数组"),
        DeValue::Table(_) => Bilingual::new("a table", "表"),
    }
}

const STRING: Bilingual = Bilingual::new("a string", "字符串");
const ARRAY: Bilingual = Bilingual::new("an array", "数组");
const TABLE: Bilingual = Bilingual::new("a table", "表");

/// What a shape is, where a value of another kind stands.
const fn expected(shape: Shape) -> Bilingual {
    match shape {
        Shape::Flag => Bilingual::new("true or false", "true 或 false"),
        Shape::List(_) => ARRAY,
        Shape::Table(_) | Shape::Severities => TABLE,
        Shape::Megabytes => Bilingual::new("an integer", "整数"),
        Shape::Short(Shape::Flag, _) => {
            Bilingual::new("true, false or a table", "true、false 或表")
        }
        Shape::Short(Shape::List(_), _) => Bilingual::new("an array or a table", "数组或表"),
        Shape::Short(..) | Shape::Message => Bilingual::new("a string or a table", "字符串或表"),
        _ => STRING,
    }
}

/// A number of MB: a whole one, and not nothing.
pub(super) fn megabytes(value: &Spanned<DeValue<'_>>) -> Option<u64> {
    let integer = value.get_ref().as_integer()?;
    let number = u64::from_str_radix(integer.as_str(), integer.radix()).ok()?;
    (number > 0).then_some(number)
}

/// A key in dotted form, with one segment more.
fn dotted(outer: &str, name: &str) -> String {
    let bare = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let segment = match abbreviated(name) {
        Some(name) if bare => name.into(),
        Some(name) => format!("\"{name}\""),
        None => "…".to_owned(),
    };
    if outer.is_empty() {
        segment
    } else {
        format!("{outer}.{segment}")
    }
}

impl Reader<'_> {
    fn fail(&mut self, range: Range<usize>, key: &str, problem: Problem, suggestion: Option<&str>) {
        let end = range.end.max(range.start);
        self.errors.push(ConfigError {
            span: Span {
                start: self.index.position(self.text, range.start),
                end: self.index.position(self.text, end),
            },
            key: key.to_owned(),
            suggestion: suggestion.map(ToOwned::to_owned),
            problem,
        });
    }

    fn table(&mut self, table: &DeTable<'_>, range: Range<usize>, at: &str, keys: &'static [Key]) {
        let mut misspelt = Vec::new();
        for (name, value) in table {
            let path = dotted(at, name.get_ref());
            if let Some(key) = keys.iter().find(|key| key.name == name.get_ref()) {
                self.value(value, &path, key.shape);
                continue;
            }
            let names = keys.iter().map(|key| key.name);
            let free = names.clone().filter(|known| !table.contains_key(*known));
            let meant = nearest(name.get_ref(), free);
            misspelt.extend(meant);
            self.fail(
                name.span(),
                &path,
                Problem::UnknownKey(names.collect()),
                meant,
            );
        }
        for key in keys.iter().filter(|key| key.required) {
            if !table.contains_key(key.name) && !misspelt.contains(&key.name) {
                let at = if at.is_empty() { "kvspec.toml" } else { at };
                // A table with a heading has the span of the heading.
                self.fail(range.clone(), at, Problem::MissingKey(key.name), None);
            }
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, at: &str, shape: Shape) {
        let range = value.span();
        match (shape, value.get_ref()) {
            (Shape::Table(keys), DeValue::Table(table)) => self.table(table, range, at, keys),
            (Shape::Message, DeValue::Table(table)) => {
                self.table(table, range, at, MESSAGE_KEYS);
            }
            (Shape::Short(short, keys), inner) => match inner {
                DeValue::Table(table) => self.table(table, range, at, keys),
                DeValue::Array(_) if matches!(short, Shape::List(_)) => {
                    self.value(value, at, *short);
                }
                DeValue::Boolean(_) if matches!(short, Shape::Flag) => {}
                DeValue::String(_) if !matches!(short, Shape::List(_) | Shape::Flag) => {
                    self.value(value, at, *short);
                }
                other => self.mistyped(range, at, shape, other),
            },
            (Shape::Severities, DeValue::Table(table)) => self.severities(table, at),
            (Shape::List(inner), DeValue::Array(list)) => {
                for (index, element) in list.iter().enumerate() {
                    self.value(element, &format!("{at}[{index}]"), *inner);
                }
                if list.is_empty() {
                    self.fail(range, at, Problem::EmptyList, None);
                }
            }
            (Shape::Flag, DeValue::Boolean(_)) => {}
            (Shape::Megabytes, DeValue::Integer(_)) => {
                if megabytes(value).is_none() {
                    self.fail(range, at, Problem::Megabytes, None);
                }
            }
            (
                Shape::Megabytes
                | Shape::Flag
                | Shape::List(_)
                | Shape::Table(_)
                | Shape::Severities,
                other,
            ) => {
                self.mistyped(range, at, shape, other);
            }
            (_, DeValue::String(text)) => self.text(text, range, at, shape),
            (_, other) => self.mistyped(range, at, shape, other),
        }
    }

    fn mistyped(&mut self, range: Range<usize>, at: &str, shape: Shape, found: &DeValue<'_>) {
        let (expected, found) = (expected(shape), kind(found));
        self.fail(range, at, Problem::Type { expected, found }, None);
    }

    fn severities(&mut self, table: &DeTable<'_>, at: &str) {
        for (name, value) in table {
            let path = dotted(at, name.get_ref());
            match Code::from_name(name.get_ref()) {
                Some(Code::Syntax) => self.fail(name.span(), &path, Problem::FixedCode, None),
                Some(_) => self.value(value, &path, Shape::Level),
                None => {
                    let codes = Code::ALL.iter().map(|code| code.name());
                    let meant = nearest(name.get_ref(), codes);
                    self.fail(name.span(), &path, Problem::UnknownCode, meant);
                }
            }
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>, at: &str, shape: Shape) {
        let shown = text
            .chars()
            .all(|c| !crate::text::is_invisible(c) && (c == ' ' || !c.is_whitespace()));
        // A pattern may be written over several lines, and speak of what cannot be seen.
        let may_hide = matches!(shape, Shape::Pattern);
        if text.trim().is_empty() || !(shown || may_hide) {
            return self.fail(range, at, Problem::Unshowable, None);
        }
        match shape {
            Shape::Level if !LEVELS.contains(&text) => {
                self.fail(range, at, Problem::Level, nearest(text, LEVELS));
            }
            Shape::Least if !LEAST.contains(&text) => {
                self.fail(range, at, Problem::Least, nearest(text, LEAST));
            }
            Shape::Pattern => {
                if let Err(error) = pattern::compile(text) {
                    self.pattern(text, &error, range, at);
                }
            }
            Shape::PathGlob => {
                if let Err(reason) = pattern::path_glob(text) {
                    self.fail(range, at, Problem::Glob(reason), None);
                }
            }
            Shape::ValueGlob => {
                if let Err(reason) = pattern::value_glob(text) {
                    self.fail(range, at, Problem::Glob(reason), None);
                }
            }
            Shape::ChargeType if BILLING.choice(text).is_none() => {
                let choices = BILLING.choices.iter();
                let spellings = choices.flat_map(|choice| choice.names).copied();
                let meant = nearest(text, spellings.clone());
                self.fail(range, at, Problem::ChargeType(spellings.collect()), meant);
            }
            Shape::Class
                if (text.contains(|c: char| c.is_whitespace() || "*?[]{}".contains(c))
                    || text.chars().count() > 64) =>
            {
                self.fail(range, at, Problem::Class, None);
            }
            Shape::Pack if Pack::by_id(text).is_none() => {
                let meant = nearest(text, Pack::ids());
                self.fail(range, at, Problem::Pack, meant);
            }
            Shape::Parameter => self.parameter(text, range, at, false),
            Shape::OpenParameter => self.parameter(text, range, at, true),
            _ => {}
        }
    }

    fn parameter(&mut self, name: &str, range: Range<usize>, at: &str, open: bool) {
        match named(name) {
            Named::Unknown => {
                let meant = nearest(name, parameter_names());
                self.fail(range, at, Problem::UnknownParameter, meant);
            }
            Named::Secret if open => self.fail(range, at, Problem::SecretParameter, None),
            Named::Container if open => self.fail(range, at, Problem::Container, None),
            Named::Secret | Named::Container | Named::Plain => {}
        }
    }

    /// Points at the faulty part of a pattern, where the text stands as it is written.
    fn pattern(&mut self, text: &str, error: &PatternError, range: Range<usize>, at: &str) {
        let character = error
            .at
            .as_ref()
            .and_then(|place| text.get(..place.start))
            .map(|before| before.chars().count() + 1);
        let marked = error.at.as_ref().and_then(|place| {
            let raw = self.text.get(range.clone())?;
            let start = written(raw, text, place.start)?;
            let end = written(raw, text, place.end)?;
            Some(range.start + start..range.start + end)
        });
        self.fail(
            marked.unwrap_or(range),
            at,
            Problem::Pattern(error.reason, character),
            None,
        );
    }

    /// The bounds of the memory, between which there has to be something.
    fn bounds(&mut self, table: &DeTable<'_>) {
        let cost = table
            .get(PACKS)
            .and_then(|packs| packs.get_ref().as_table());
        let cost = cost.and_then(|packs| packs.get(Pack::Cost.id())?.get_ref().as_table());
        let bound = |key: &str| cost.and_then(|cost| cost.get(key)).and_then(megabytes);
        if let (Some(least), Some(most)) = (bound(MIN_MB), bound(MAX_MB))
            && least > most
            && let Some((key, _)) = cost.and_then(|cost| cost.get_key_value(MAX_MB))
        {
            let at = format!("{PACKS}.{}.{MAX_MB}", Pack::Cost.id());
            self.fail(key.span(), &at, Problem::Bounds, None);
        }
    }

    /// What a class is known by, where unknown ones are to be reported.
    fn classes(&mut self, table: &DeTable<'_>) {
        if let (Some((key, _)), None) =
            (table.get_key_value(UNKNOWN_CLASS), table.get(KNOWN_CLASSES))
        {
            self.fail(key.span(), UNKNOWN_CLASS, Problem::NoKnownClasses, None);
        }
    }
}

/// Where a byte of a string's text stands in the string as it is written: nothing where that
/// cannot be told, as in a string over several lines.
fn written(raw: &str, text: &str, offset: usize) -> Option<usize> {
    if raw.starts_with("'''") || raw.starts_with("\"\"\"") {
        return None;
    }
    if raw.starts_with('\'') {
        return Some(1 + offset);
    }
    let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
    let mut at = 0;
    for character in text.get(..offset)?.chars() {
        let rest = inner.get(at..)?;
        at += match rest.strip_prefix('\\').and_then(|rest| rest.chars().next()) {
            None => character.len_utf8(),
            Some('u') => 6,
            Some('U') => 10,
            Some('x') => 4,
            Some(escape) => 1 + escape.len_utf8(),
        };
    }
    (at <= inner.len()).then_some(1 + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_in_strings_are_those_of_the_file() {
        for (raw, text, offset, expected) in [
            ("'a[b'", "a[b", 1, Some(2)),
            (r#""\\d[""#, r"\d[", 2, Some(4)),
            (r#""\u540d[""#, "名[", 3, Some(7)),
            (r#""\t\x41b""#, "\tAb", 2, Some(7)),
            ("'''a'''", "a", 0, None),
        ] {
            assert_eq!(written(raw, text, offset), expected, "{raw}");
        }
    }
}
