//! For people at a terminal: each finding with its line of source, why, and what to do.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Applicability, Diagnostic, Locale, Severity, Span};
use crate::render::json::Summary;
use crate::text::visible;

/// How findings are written.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether to use colour.
    pub color: bool,
    /// Columns that a line may have.
    pub width: usize,
    /// Language.
    pub locale: Locale,
}

/// A text with its secrets hidden, and where it begins in its file.
#[derive(Debug)]
pub struct Shown {
    text: String,
    line: usize,
    offset: usize,
    lines: Vec<usize>,
}

/// Lines of more bytes than this are cut.
const LONG: usize = 2_000;

/// A long line is cut to so many bytes on either side of what is marked.
const AROUND: usize = 160;

/// End a line for whoever reads Unicode by the letter.
const SEPARATORS: [char; 2] = ['\u{2028}', '\u{2029}'];

/// Of what is marked, so many bytes are shown.
const MARKED: usize = 400;

impl Shown {
    /// Takes a text that begins at that line and byte offset of its file, and hides its secrets.
    #[must_use]
    pub fn new(text: &str, line: usize, offset: usize) -> Self {
        Self::masked(crate::redact(text), line, offset)
    }

    /// Takes a text whose secrets are hidden already.
    #[must_use]
    pub fn redacted(text: String, line: usize, offset: usize) -> Self {
        Self::masked(text, line, offset)
    }

    /// Takes a whole response, and hides what the documents do not know of it.
    #[must_use]
    pub fn response(text: &str) -> Self {
        Self::masked(crate::response::redact_response(text), 1, 0)
    }

    fn masked(text: String, line: usize, offset: usize) -> Self {
        // Separators that end a line elsewhere; other controls are replaced where lines are drawn.
        // What takes their place has as many bytes.
        let text = if text.contains(SEPARATORS) {
            text.replace(SEPARATORS, "\u{fffd}")
        } else {
            text
        };
        let mut lines = vec![0];
        lines.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        Self {
            text,
            line,
            offset,
            lines,
        }
    }

    /// The line on which a range begins, and the range within it. A very long line is cut.
    fn excerpt(&self, range: Range<usize>) -> Excerpt {
        let start = range.start.saturating_sub(self.offset).min(self.text.len());
        let end = range
            .end
            .saturating_sub(self.offset)
            .clamp(start, self.text.len());
        let number = self.lines.partition_point(|line| *line <= start) - 1;
        let from = self.lines[number];
        let next = self.lines.get(number + 1);
        let until = next.map_or(self.text.len(), |next| next - 1);
        let line = self.text[from..until].trim_end_matches('\r');
        let (line, from) = match line.strip_prefix('\u{feff}') {
            Some(rest) => (rest, from + '\u{feff}'.len_utf8()),
            None => (line, from),
        };
        let start = start.saturating_sub(from).min(line.len());
        let end = end.saturating_sub(from).clamp(start, line.len());
        let cut = line.len() > LONG;
        let (left, right, end) = if cut {
            let end = end.min(start + MARKED);
            let left = boundary(line, start.saturating_sub(AROUND));
            (
                left,
                boundary(line, (end + AROUND).min(line.len())),
                boundary(line, end),
            )
        } else {
            (0, line.len(), end)
        };
        let lead = if left > 0 { "…" } else { "" };
        let trail = if right < line.len() { "…" } else { "" };
        let (text, marked) = without_controls(&line[left..right], start - left..end - left);
        Excerpt {
            text: [lead, &text, trail].concat(),
            line: self.line + number,
            marked: lead.len() + marked.start..lead.len() + marked.end,
            cut,
        }
    }
}

/// A line as it is shown.
struct Excerpt {
    text: String,
    line: usize,
    marked: Range<usize>,
    cut: bool,
}

/// A text without the controls from U+0080 to U+009F, one of which begins what ESC begins, and where
/// a range of it then lies. All else that may not reach a terminal the renderer knows.
pub(crate) fn without_controls(text: &str, range: Range<usize>) -> (Cow<'_, str>, Range<usize>) {
    let control = |c| matches!(c, '\u{80}'..='\u{9f}');
    if !text.contains(control) {
        return (text.into(), range);
    }
    let (start, end) = (boundary(text, range.start), boundary(text, range.end));
    let tame = |text: &str| text.replace(control, "\u{fffd}");
    let (before, within) = (tame(&text[..start]), tame(&text[start..end]));
    let range = before.len()..before.len() + within.len();
    ((before + &within + &tame(&text[end..])).into(), range)
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl Style {
    pub(crate) fn renderer(self) -> Renderer {
        let renderer = if self.color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        renderer.term_width(self.width)
    }

    /// The text in this style's language.
    #[doc(hidden)]
    #[must_use]
    pub const fn pick(self, en: &'static str, zh: &'static str) -> &'static str {
        match self.locale {
            Locale::En => en,
            Locale::Zh => zh,
        }
    }

    pub(crate) fn level(self, severity: Severity) -> Level<'static> {
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        level.with_name(severity.label(self.locale))
    }

    /// One finding, with its line of source. What is only worth knowing takes one line.
    #[must_use]
    pub fn finding(self, source: &str, shown: Option<&Shown>, found: &Diagnostic) -> String {
        let source = &*visible(source);
        let path = visible(&found.path);
        let message = found.message(self.locale);
        let title = self
            .level(found.severity)
            .primary_title(message)
            .id(found.code.name());
        let mut group = Group::with_title(title);
        if found.severity == Severity::Info {
            let line = self.renderer().short_message(true).render(&[group]);
            return match found.span {
                Some(Span { start, .. }) => {
                    format!("{line} ({source}:{}:{})", start.line, start.column)
                }
                None => format!("{line} ({source})"),
            };
        }
        let place = match found.span {
            Some(span) => Origin::path(source.to_owned())
                .line(span.start.line)
                .char_column(span.start.column),
            None => Origin::path(source.to_owned()),
        };
        let mut cut = false;
        if let (Some(shown), Some(span)) = (shown, found.span) {
            let excerpt = shown.excerpt(span.start.offset..span.end.offset);
            let label = (!path.is_empty()).then(|| path.clone());
            let mut snippet = Snippet::source(excerpt.text)
                .line_start(excerpt.line)
                .fold(false)
                .annotation(AnnotationKind::Primary.span(excerpt.marked).label(label));
            cut = excerpt.cut;
            if cut {
                // The renderer would count columns from where the excerpt begins.
                group = group.element(place);
            } else {
                snippet = snippet.path(source.to_owned());
            }
            group = group.element(snippet);
        } else {
            group = group.element(place);
            if !path.is_empty() {
                let at = Level::NOTE.with_name(self.pick("at", "位置"));
                group = group.element(at.message(path.clone()));
            }
        }
        let mut why = found.reason(self.locale).to_owned();
        if let Some(citation) = found.source {
            why.push('\n');
            why.push_str(&super::passage(citation, "“", "”"));
        }
        group = group.element(Level::NOTE.with_name(self.pick("why", "原因")).message(why));
        let help = Level::HELP.with_name(self.pick("help", "建议"));
        group = group.element(help.message(found.help(self.locale)));
        if let Some(fix) = &found.fix {
            let level = Level::HELP.with_name(self.pick("fix", "修复"));
            let safe = match fix.applicability {
                Applicability::Safe => self.pick(" (safe)", "（安全）"),
                Applicability::Unsafe => self.pick(" (look at it first)", "（请先确认）"),
            };
            group = group.element(level.message(fix.title(self.locale) + safe));
        }
        let rendered = self.renderer().render(&[group]);
        if !cut {
            return rendered;
        }
        // Behind the place, on the fourth line, it announces an excerpt from another file.
        let lines = rendered.lines().enumerate();
        let lines = lines.filter(|(number, line)| *number != 3 || !line.contains(":::"));
        lines.map(|(_, line)| line).collect::<Vec<_>>().join("\n")
    }

    /// One finding in one line: place, severity, code, pointer and message.
    #[must_use]
    pub fn concise(self, source: &str, line: usize, found: &Diagnostic) -> String {
        let source = visible(source);
        let (line, column) = found
            .span
            .map_or((line, 1), |span| (span.start.line, span.start.column));
        let kind = self.kind(found, found.severity.name());
        let path = visible(&found.path);
        let path = if path.is_empty() {
            String::new()
        } else {
            format!("{path}: ")
        };
        let message = found.message(self.locale);
        format!("{source}:{line}:{column}: {kind} {path}{message}")
    }

    /// Severity, by that word, and code of a finding.
    fn kind(self, found: &Diagnostic, severity: &str) -> String {
        let kind = format!("{severity}[{}]", found.code);
        if !self.color {
            return kind;
        }
        let color = match found.severity {
            Severity::Error => 31,
            Severity::Warning => 33,
            Severity::Info => 36,
        };
        format!("\u{1b}[1;{color}m{kind}\u{1b}[0m")
    }

    /// What a finding says, wherever it stands: findings that say the same are told once.
    #[must_use]
    pub fn gist(self, found: &Diagnostic) -> String {
        let kind = self.kind(found, found.severity.label(self.locale));
        format!("{kind} {}", found.message(self.locale))
    }

    /// The line that ends a run in which findings of this severity and above were counted.
    #[must_use]
    pub fn summary(self, summary: Summary, least: Severity) -> String {
        let Summary {
            specs,
            counts,
            hidden,
            passed_over,
            omitted,
        } = summary;
        let figures = [
            (Severity::Error, counts.errors, "error"),
            (Severity::Warning, counts.warnings, "warning"),
            (Severity::Info, counts.infos, "note"),
        ];
        let figures = figures.into_iter().filter(|figure| figure.0 >= least);
        let line = match self.locale {
            Locale::En => {
                let figures: Vec<String> = figures
                    .map(|(_, count, noun)| plural(count, noun))
                    .collect();
                format!("{} checked: {}", plural(specs, "spec"), figures.join(", "))
            }
            Locale::Zh => {
                let figures: Vec<String> = figures
                    .map(|(severity, count, _)| format!("{count} 个{}", severity.label(Locale::Zh)))
                    .collect();
                format!("共检查 {specs} 个请求：{}", figures.join("，"))
            }
        };
        let more = match self.locale {
            Locale::En => [
                (
                    hidden,
                    format!(
                        "{} put off by house rules or comments",
                        plural(hidden, "finding")
                    ),
                ),
                (
                    omitted,
                    format!("{} not shown, being too many", plural(omitted, "finding")),
                ),
                (
                    passed_over,
                    format!(
                        "{} without an order passed over",
                        plural(passed_over, "file")
                    ),
                ),
            ],
            Locale::Zh => [
                (hidden, format!("另有 {hidden} 项被团队规则或注释关闭")),
                (omitted, format!("另有 {omitted} 项因数量过多未显示")),
                (passed_over, format!("跳过 {passed_over} 个没有订单的文件")),
            ],
        };
        let mark = self.pick("; ", "；");
        let more = more.into_iter().filter(|(count, _)| *count > 0);
        more.fold(line, |line, (_, text)| line + mark + &text)
    }
}

/// A number of things, in English.
#[doc(hidden)]
#[must_use]
pub fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
