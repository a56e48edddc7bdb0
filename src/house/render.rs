//! Mistakes of a configuration file for people at a terminal.

use annotate_snippets::{AnnotationKind, Group, Level, Snippet};

use super::ConfigError;
use crate::render::human::{Style, without_controls};

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
        let end = self.span.end.offset.saturating_sub(mark);
        let (shown, range) = without_controls(shown, start..end.clamp(start, shown.len()));
        let mut group = Group::with_title(level.primary_title(self.message(locale)).id("config"))
            .element(
                Snippet::source(shown)
                    .path(name)
                    .annotation(AnnotationKind::Primary.span(range)),
            );
        if let Some(help) = self.help(locale) {
            let level = Level::HELP.with_name(style.pick("help", "建议"));
            group = group.element(level.message(help));
        }
        style.renderer().render(&[group])
    }
}
