//! Mistakes of a configuration file for people at a terminal.

use annotate_snippets::{AnnotationKind, Group, Level, Snippet};

use super::human::{Style, without_controls};
use crate::house::ConfigError;

/// Lines with asterisks for all but the names of keys that there are.
fn masked(lines: &str) -> String {
    let mut out = String::with_capacity(lines.len());
    let names = crate::house::key_names();
    for line in lines.split_inclusive('\n') {
        let at = line.find('=').map_or(0, |at| at + 1);
        let (name, value) = line.split_at(at);
        let mut parts = name.trim_end_matches('=').trim().split('.');
        let is_key = at > 0 && parts.all(|part| names.contains(&part.trim()));
        let (shown, hidden) = if is_key { (name, value) } else { ("", line) };
        out.push_str(shown);
        for c in hidden.chars() {
            if c.is_whitespace() {
                out.push(c);
            } else {
                // As many bytes, so that places stay.
                out.extend(std::iter::repeat_n('*', c.len_utf8()));
            }
        }
    }
    out
}

impl ConfigError {
    /// The mistake with its line of the file, whose name and text these are.
    #[must_use]
    pub fn rendered(&self, style: Style, name: &str, text: &str) -> String {
        let locale = style.locale;
        let level = style.level(crate::Severity::Error);
        // A byte order mark has no column.
        let shown = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mark = text.len() - shown.len();
        let start = self.span.start.offset.saturating_sub(mark).min(shown.len());
        let end = self
            .span
            .end
            .offset
            .saturating_sub(mark)
            .clamp(start, shown.len());
        // The lines concerned: a file may be long, and its mistakes many.
        let from = shown[..start].rfind('\n').map_or(0, |at| at + 1);
        let until = shown[end..].find('\n').map_or(shown.len(), |at| end + at);
        let lines = if self.is_syntax() {
            // What is no TOML may be anything, also what nobody should see.
            masked(&shown[from..until])
        } else {
            shown[from..until].to_owned()
        };
        let (shown, range) = without_controls(&lines, start - from..end - from);
        let mut group = Group::with_title(level.primary_title(self.message(locale)).id("config"))
            .element(
                Snippet::source(shown)
                    .path(name)
                    .line_start(self.span.start.line)
                    .annotation(AnnotationKind::Primary.span(range)),
            );
        if let Some(help) = self.help(locale) {
            let level = Level::HELP.with_name(style.pick("help", "建议"));
            group = group.element(level.message(help));
        }
        style.renderer().render(&[group])
    }
}
