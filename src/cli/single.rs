//! What the commands that look at one or two requests have in common.

use std::io::{self, Write};
use std::path::Path;

use kvspec::diagnostic::{LineIndex, Term};
use kvspec::render::human::{Shown, Style};
use kvspec::{Linter, Locale, Profile, Report};

use super::files::Input;
use super::{complain, no_profile};

/// One request, as text.
pub(super) struct Single {
    pub(super) name: String,
    pub(super) text: String,
}

impl Single {
    /// Reads a file, or standard input for `-`. Says what went wrong.
    pub(super) fn read(path: &Path, locale: Locale) -> Option<Self> {
        let input = Input::named(path);
        let name = input.name();
        let bytes = match input.read() {
            Ok(bytes) => bytes,
            Err(error) => {
                complain(&format_args!("{name}: {error}"));
                return None;
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => Some(Self { name, text }),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(&error.as_bytes()[..valid]);
                let at = LineIndex::new(&text).position(&text, valid);
                complain(&format_args!(
                    "{name}:{}:{}: {}",
                    at.line,
                    at.column,
                    Term::InvalidUtf8.text(locale)
                ));
                None
            }
        }
    }

    /// The same for what is a request by itself. Of another tool's file it says which command writes
    /// one.
    pub(super) fn request(path: &Path, locale: Locale) -> Option<Self> {
        Self::read(path, locale).filter(|single| single.is_request("json", locale))
    }

    /// Whether it is a request by itself. Of another tool's file it says so, and what `transfer` has
    /// to be told.
    pub(super) fn is_request(&self, to: &str, locale: Locale) -> bool {
        let name = &self.name;
        let is_other = Linter::new().file(name, &[]).reads_another_tool(&self.text);
        if is_other {
            let file = if *name == Input::Stdin.name() {
                "-"
            } else {
                name
            };
            match locale {
                Locale::En => complain(&format_args!(
                    "{name}: this reads a request as JSON or as a query string, not a file of another tool's (Terraform, a template, a script); `kvspec transfer {file} --to {to}` reads one"
                )),
                Locale::Zh => complain(&format_args!(
                    "{name}：这里读取 JSON 或查询字符串形式的请求，不读取其他工具的文件（Terraform、模板、脚本）；`kvspec transfer {file} --to {to}` 可以读取"
                )),
            }
        }
        !is_other
    }

    /// The profile that was named by this option, or the one that the request is meant for. Says
    /// why there is none.
    pub(super) fn profile(
        &self,
        named: Option<&'static Profile>,
        option: &str,
        locale: Locale,
    ) -> Option<&'static Profile> {
        if named.is_some() {
            return named;
        }
        match Profile::infer(&self.text) {
            Ok(profile) => Some(profile),
            Err(reason) => {
                let reason = no_profile(reason, option, locale);
                complain(&format_args!("{}: {reason}", self.name));
                None
            }
        }
    }

    /// Writes what was found in it.
    pub(super) fn findings(
        &self,
        report: &Report,
        style: Style,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let shown = Shown::new(&self.text, 1, 0);
        for found in report {
            writeln!(out, "{}\n", style.finding(&self.name, Some(&shown), found))?;
        }
        Ok(())
    }
}

/// How findings are written to this terminal.
pub(super) fn style(locale: Locale) -> Style {
    let width = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    Style {
        color: super::wants_color(),
        width: width.unwrap_or(120_usize).clamp(40, 1_000),
        locale,
    }
}
