//! What could be written at a place: names that are not there yet, values that a document lists,
//! classes with what they mean, and all that is missing at once.

use std::ops::Range;

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, Documentation, InsertTextFormat,
    InsertTextMode, MarkupContent, MarkupKind, TextEdit,
};

use super::document::Lines;
use super::hover::shards;
use super::slot::{Slot, finished};
use super::view::{Level, Order, Style, catalogue, orders, row};
use super::words;
use crate::diagnostic::{Code, Locale};
use crate::input::item::What;
use crate::lint::Linter;
use crate::profile::{ClassState, Constraint, Kind, Need, Parameter};
use crate::run::Run;

/// What a client can take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub(super) locale: Locale,
    /// Whether it fills in gaps.
    pub(super) snippets: bool,
}

/// What could be written at an offset.
pub(super) fn complete(
    linter: &Linter<'_>,
    lines: &Lines,
    offset: usize,
    asked: Asked,
) -> Vec<CompletionItem> {
    let text = lines.text();
    let (style, as_it_is) = orders(linter, text);
    let style = style_of_line(style, text, offset);
    let Some(slot) = Slot::at(text, offset, style) else {
        return Vec::new();
    };
    // As it is, or else without what is not finished.
    let whole = finished(text, &slot, offset, style);
    let (_, readable) = orders(linter, &whole);
    let around = |orders: Vec<Order>| {
        let mut orders = orders.into_iter();
        orders.find(|order| reaches(&order.whole, text, slot.start))
    };
    let (order, read) = match around(readable) {
        Some(order) => (order, whole.as_str()),
        None => match around(as_it_is) {
            Some(order) => (order, text),
            None => return Vec::new(),
        },
    };
    let level = order.level_at(slot.start);
    let writer = Writer {
        style,
        lines,
        slot: &slot,
        asked,
        order: &order,
    };
    if let Some(name) = &slot.value_of {
        return row(level.object, name).map_or_else(Vec::new, |row| writer.values(row));
    }
    let mut items = writer.names(level);
    if level.is_root && asked.snippets {
        let missing = missing(linter, read, &order, level);
        items.extend(writer.all_missing(&missing));
    }
    items
}

/// In Markdown, the fence decides how names are written; a line of a command has its dashes.
fn style_of_line(style: Style, text: &str, offset: usize) -> Style {
    let before = text.get(..offset).unwrap_or_default();
    let is_fenced = before.contains("```");
    let fence = before.rfind("```").map_or("", |at| &before[at + 3..]);
    match fence.lines().next().unwrap_or_default().trim() {
        _ if !is_fenced || style != Style::Shell => style,
        "hcl" | "terraform" | "tf" => Style::Hcl,
        "yaml" | "yml" => Style::Yaml,
        "json" => Style::Json,
        _ => style,
    }
}

/// Whether an order goes on to a place, with nothing but blanks of one line between.
fn reaches(whole: &Range<usize>, text: &str, place: usize) -> bool {
    let between = text.get(whole.end..place);
    whole.start <= place
        && (place <= whole.end
            || between.is_some_and(|between| {
                between
                    .chars()
                    .all(|c| matches!(c, ' ' | '\t' | '\\' | '\n' | '\r'))
                    && between.matches('\n').count() <= between.matches('\\').count()
            }))
}

/// The parameters that the order needs and does not have.
fn missing(
    linter: &Linter<'_>,
    text: &str,
    order: &Order,
    level: Level<'_>,
) -> Vec<&'static Parameter> {
    let head = order.head.start;
    let linted = linter.lint(text, &mut Run::new());
    let mut found: Vec<&'static Parameter> = Vec::new();
    for each in linted.iter().flat_map(|one| &one.diagnostics) {
        let is_of_it = each.span.is_some_and(|span| span.start.offset == head);
        let is_missing = matches!(
            each.code,
            Code::RequiredParameter | Code::RequiredWhen | Code::RequiredWith
        );
        let row = each.parameter.and_then(|name| level.object.parameter(name));
        if let Some(row) = row
            && is_of_it
            && is_missing
            && !level.members().iter().any(|member| member.name == row.name)
            && !found.iter().any(|known| known.name == row.name)
        {
            found.push(row);
        }
    }
    found
}

struct Writer<'w> {
    style: Style,
    lines: &'w Lines,
    slot: &'w Slot,
    asked: Asked,
    order: &'w Order,
}

impl Writer<'_> {
    fn edit(&self, range: &Range<usize>, new_text: String) -> CompletionTextEdit {
        CompletionTextEdit::Edit(TextEdit {
            range: self.lines.range(range),
            new_text,
        })
    }

    /// The names that are not there yet: what is required first.
    fn names(&self, level: Level<'_>) -> Vec<CompletionItem> {
        let is_there = |row: &Parameter| {
            let mut members = level.members().iter();
            members.any(|member| member.name.eq_ignore_ascii_case(row.name))
        };
        let rows = level.object.parameters.iter();
        rows.filter(|row| !is_there(row))
            .filter(|row| !row.common || row.need == Need::Required)
            .map(|row| {
                let order = match row.need {
                    Need::Required => '0',
                    Need::RequiredOnWire if self.style == Style::Query => '0',
                    _ => '1',
                };
                CompletionItem {
                    label: row.name.to_owned(),
                    kind: Some(CompletionItemKind::PROPERTY),
                    detail: Some(row.label.get(self.asked.locale))
                        .filter(|label| !label.is_empty())
                        .map(str::to_owned),
                    documentation: Some(self.documentation(row)),
                    sort_text: Some(format!("{order}{}", row.name)),
                    filter_text: Some(row.name.to_owned()),
                    text_edit: Some(self.edit(&self.slot.written, self.named(row))),
                    ..CompletionItem::default()
                }
            })
            .collect()
    }

    fn documentation(&self, row: &Parameter) -> Documentation {
        Documentation::MarkupContent(MarkupContent {
            kind: MarkupKind::Markdown,
            value: words::parameter(row, self.order.profile, self.asked.locale),
        })
    }

    /// A name with the sign behind it, where the text does not have that already.
    fn named(&self, row: &Parameter) -> String {
        let text = self.lines.text();
        let behind = &text[self.slot.written.end..];
        let behind = behind.lines().next().unwrap_or_default();
        let behind = behind.trim_start_matches('"').trim_start();
        let goes_on = behind.starts_with(['=', ':']);
        let is_block = matches!(row.kind, Kind::Object(_) | Kind::Objects(..));
        let name = row.name;
        match (self.style, goes_on) {
            (_, true) => name.to_owned(),
            (Style::Hcl, _) if is_block => format!("{name} "),
            (Style::Hcl, _) => format!("{name} = "),
            (Style::Yaml, _) => format!("{name}: "),
            (Style::Json, _) if self.slot.is_quoted => name.to_owned(),
            (Style::Json, _) => format!("\"{name}\": "),
            (Style::Shell, _) if self.slot.start == self.slot.written.start => {
                format!("--{name} ")
            }
            (Style::Shell, _) => format!("{name} "),
            (Style::Query, _) => format!("{name}="),
        }
    }

    /// The values that the document lists.
    fn values(&self, row: &'static Parameter) -> Vec<CompletionItem> {
        if matches!(row.constraint, Constraint::InstanceClass) {
            return self.classes(row);
        }
        let values = closed(row, self.order);
        let written = values.iter().zip(0..).map(|(value, at)| CompletionItem {
            label: value.clone(),
            kind: Some(CompletionItemKind::ENUM_MEMBER),
            sort_text: Some(format!("{at:04}")),
            filter_text: Some(value.clone()),
            detail: row
                .default
                .filter(|default| default == value)
                .map(|_| words::pick(self.asked.locale, "default", "默认值").to_owned()),
            text_edit: Some(self.edit(&self.slot.written, self.quoted(row, value))),
            ..CompletionItem::default()
        });
        written.collect()
    }

    fn classes(&self, row: &'static Parameter) -> Vec<CompletionItem> {
        let profile = self.order.profile;
        let (locale, shards) = (self.asked.locale, shards(self.order));
        // An operation of its own sells Tair.
        let is_tair = profile.id.contains("tair");
        let classes = catalogue(profile).classes.iter();
        classes
            .filter(|class| matches!(class.state, ClassState::Sold | ClassState::Doubtful))
            .filter(|class| !is_tair || class.name.starts_with("tair."))
            .map(|class| CompletionItem {
                label: class.name.to_owned(),
                kind: Some(CompletionItemKind::ENUM_MEMBER),
                detail: Some(words::class_in_short(class, shards, locale)),
                documentation: Some(Documentation::MarkupContent(MarkupContent {
                    kind: MarkupKind::Markdown,
                    value: words::class_at_length(class, shards, locale),
                })),
                filter_text: Some(class.name.to_owned()),
                // The smaller ones first.
                sort_text: Some(format!(
                    "{:08}{}",
                    class.capacity.mb().unwrap_or_default(),
                    class.name
                )),
                text_edit: Some(self.edit(&self.slot.written, self.quoted(row, class.name))),
                ..CompletionItem::default()
            })
            .collect()
    }

    /// A value as the style writes it, with quotes where it needs them and has none.
    fn quoted(&self, row: &Parameter, value: &str) -> String {
        if self.slot.is_quoted || !needs_quotes(self.style, row, value) {
            return value.to_owned();
        }
        match self.style {
            Style::Yaml => format!("'{value}'"),
            _ => format!("\"{value}\""),
        }
    }

    /// Everything that is missing, with gaps to fill in.
    fn all_missing(&self, rows: &[&'static Parameter]) -> Option<CompletionItem> {
        if rows.len() < 2 {
            return None;
        }
        let pairs = rows.iter().zip(1..).map(|(row, at)| self.gap(row, at));
        let pairs: Vec<String> = pairs.collect();
        let new_text = match self.style {
            Style::Hcl | Style::Yaml => pairs.join("\n"),
            Style::Json => pairs.join(",\n"),
            Style::Shell => pairs.join(" \\\\\n"),
            Style::Query => pairs.join("&"),
        };
        let count = rows.len();
        let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
        let label = match self.asked.locale {
            Locale::En => format!("all {count} missing parameters"),
            Locale::Zh => format!("全部 {count} 个缺少的参数"),
        };
        Some(CompletionItem {
            filter_text: Some(
                self.lines
                    .text()
                    .get(self.slot.start..self.slot.written.end)
                    .filter(|written| !written.is_empty())
                    .map_or_else(|| label.clone(), str::to_owned),
            ),
            label,
            kind: Some(CompletionItemKind::SNIPPET),
            detail: Some(names.join(", ")),
            sort_text: Some(" ".to_owned()),
            insert_text_format: Some(InsertTextFormat::SNIPPET),
            insert_text_mode: Some(InsertTextMode::ADJUST_INDENTATION),
            text_edit: Some(self.edit(&(self.slot.start..self.slot.written.end), new_text)),
            ..CompletionItem::default()
        })
    }

    /// One pair with a gap for its value.
    fn gap(&self, row: &'static Parameter, at: usize) -> String {
        let values = closed(row, self.order);
        let gap = if values.is_empty() {
            format!("${{{at}}}")
        } else {
            let values: Vec<String> = values.iter().map(|value| escaped(value)).collect();
            format!("${{{at}|{}|}}", values.join(","))
        };
        let example = values.first().map_or("", String::as_str);
        let quote = match self.style {
            _ if !needs_quotes(self.style, row, example) => "",
            Style::Yaml => "'",
            _ => "\"",
        };
        let name = row.name;
        match self.style {
            Style::Hcl => format!("{name} = {quote}{gap}{quote}"),
            Style::Yaml => format!("{name}: {quote}{gap}{quote}"),
            Style::Json => format!("\"{name}\": {quote}{gap}{quote}"),
            Style::Shell => format!("--{name} {gap}"),
            Style::Query => format!("{name}={gap}"),
        }
    }
}

/// A text in a list of choices of a snippet.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if matches!(character, '\\' | '$' | '}' | ',' | '|') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

fn needs_quotes(style: Style, row: &Parameter, value: &str) -> bool {
    let is_text = matches!(
        row.kind,
        Kind::String | Kind::Untyped | Kind::Texts(_) | Kind::JsonObject
    );
    // Tools that convert take a number where a text of digits belongs, and so do their users.
    let counts = matches!(
        row.constraint,
        Constraint::Integers(_)
            | Constraint::IntegersBy { .. }
            | Constraint::IntegersByRule { .. }
            | Constraint::Range { .. }
    );
    match style {
        Style::Hcl => is_text && !counts,
        Style::Json => is_text,
        Style::Yaml => {
            let is_other = value.parse::<f64>().is_ok() || matches!(value, "true" | "false");
            is_text && !counts && is_other
        }
        Style::Shell | Style::Query => false,
    }
}

/// The values that a document lists for a parameter, as words.
fn closed(row: &'static Parameter, order: &Order) -> Vec<String> {
    let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    let numbers = |numbers: &[u32]| numbers.iter().map(ToString::to_string).collect();
    match row.constraint {
        Constraint::OneOf(values) | Constraint::Versions(values) | Constraint::Modes(values) => {
            owned(values)
        }
        Constraint::Integers(values) => numbers(values),
        Constraint::IntegersBy { decided_by, cases }
        | Constraint::IntegersByRule { decided_by, cases } => {
            let mut decided = None;
            order.visit(&mut |_, argument| {
                if argument.parameter.name == decided_by.name
                    && let What::Text(value) = &argument.member.value.what
                {
                    decided = cases.iter().find(|(case, _)| case == value);
                }
            });
            if let Some((_, values)) = decided {
                return numbers(values);
            }
            let all = cases.iter().flat_map(|(_, values)| values.iter());
            let mut all: Vec<u32> = all.copied().collect();
            all.sort_unstable();
            all.dedup();
            numbers(&all)
        }
        Constraint::Boolean => owned(&["true", "false"]),
        _ if matches!(row.kind, Kind::Boolean) => owned(&["true", "false"]),
        _ => Vec::new(),
    }
}
