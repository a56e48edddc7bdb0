//! Mistakes of a profile in a file for people at a terminal.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet};

use super::Mistake;
use crate::render::human::{Style, without_controls};
use crate::text::visible;

impl Mistake {
    /// The mistake with its line of the file, whose name and text these are. Of a text that is no
    /// profile no line is shown: it may be anything.
    #[must_use]
    pub fn rendered(&self, style: Style, name: &str, text: &str) -> String {
        let locale = style.locale;
        let level = style.level(crate::Severity::Error);
        let title = match &*self.pointer {
            "" => self.message(locale).to_owned(),
            pointer => format!("{}: {}", visible(pointer), self.message(locale)),
        };
        let mut group = Group::with_title(level.primary_title(title).id("profile"));
        let (line, column) = (self.span.start.line, self.span.start.column);
        if self.is_of_a_profile {
            let start = self.span.start.offset.min(text.len());
            let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
            let from = from + usize::from(text[from..].starts_with('\u{feff}')) * 3;
            let until = text[start..].find('\n').map_or(text.len(), |at| start + at);
            // Of a value over many lines the first is enough.
            let end = self.span.end.offset.clamp(start, until);
            let (shown, range) = without_controls(&text[from..until], start - from..end - from);
            group = group.element(
                Snippet::source(shown)
                    .path(name)
                    .line_start(line)
                    .annotation(AnnotationKind::Primary.span(range)),
            );
        } else {
            group = group.element(Origin::path(name).line(line).char_column(column));
        }
        if let Some(help) = self.help(locale) {
            let level = Level::HELP.with_name(style.pick("help", "建议"));
            group = group.element(level.message(help));
        }
        style.renderer().render(&[group])
    }
}
