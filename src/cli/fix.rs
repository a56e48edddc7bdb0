//! `kvspec lint --fix` and `--diff`.

use std::io::{self, Write};
#[cfg(unix)]
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use kvspec::diagnostic::Term;
use kvspec::render::human::plural;
use kvspec::text::visible;
use kvspec::{Counts, Linter, Locale, Run, redact};
use similar::TextDiff;

use super::files::Input;
use super::{CLEAN, FAILED, FOUND, complain, no_profile};

/// Mends files one by one, and remembers what came of it.
pub(super) struct Mender {
    unsafe_too: bool,
    locale: Locale,
    changed: usize,
    status: u8,
    /// Standard input was mended to standard output, where no report can follow.
    streamed: bool,
}

impl Mender {
    pub(super) const fn new(unsafe_too: bool, locale: Locale) -> Self {
        Self {
            unsafe_too,
            locale,
            changed: 0,
            status: CLEAN,
            streamed: false,
        }
    }

    /// The text of an input and the same mended, or why it cannot be read.
    fn mended(&mut self, input: &Input, linter: Linter<'_>) -> Result<(String, String), String> {
        let name = input.name();
        let bytes = input.read().map_err(|error| format!("{name}: {error}"))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| format!("{name}: {}", Term::InvalidUtf8.text(self.locale)))?;
        let fixed = linter.fix(&text, self.unsafe_too);
        self.changed += usize::from(fixed.is_changed());
        Ok((text, fixed.text))
    }

    fn fail(&mut self, problem: &str) {
        complain(&problem);
        self.status = FAILED;
    }

    /// Shows what would be changed, as a unified diff. Secrets are hidden in it, so that a line
    /// with a password in it cannot be applied as a patch.
    pub(super) fn diff(
        &mut self,
        input: &Input,
        linter: Linter<'_>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let (old, new) = match self.mended(input, linter) {
            Ok(texts) => texts,
            Err(problem) => {
                self.fail(&problem);
                return Ok(());
            }
        };
        if old == new {
            return Ok(());
        }
        self.status = self.status.max(FOUND);
        let name = input.name();
        let name = visible(&name);
        let (old, new) = (redact(&old), redact(&new));
        let diff = TextDiff::from_lines(&old, &new);
        write!(out, "{}", diff.unified_diff().header(&name, &name))
    }

    /// Mends a file in its place, or standard input to standard output.
    pub(super) fn mend(
        &mut self,
        input: &Input,
        linter: Linter<'_>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        match (input, self.mended(input, linter)) {
            (Input::Stdin, Err(problem)) => {
                self.fail(&problem);
                self.streamed = true;
            }
            (Input::Stdin, Ok((_, new))) => {
                out.write_all(new.as_bytes())?;
                self.changed = 0;
                self.streamed = true;
                let left = linter.lint(&new, &mut Run::new());
                let mut counts = Counts::default();
                for one in &left {
                    counts += Counts::of(&one.diagnostics);
                    if let Some(reason) = one.unchecked {
                        self.fail(&no_profile(reason, "--profile", self.locale));
                    }
                }
                let Counts {
                    errors, warnings, ..
                } = counts;
                if errors + warnings > 0 {
                    complain(&match self.locale {
                        Locale::En => format!(
                            "left: {}, {}",
                            plural(errors, "error"),
                            plural(warnings, "warning")
                        ),
                        Locale::Zh => format!("剩余：{errors} 个错误，{warnings} 个警告"),
                    });
                }
                if errors > 0 {
                    self.status = self.status.max(FOUND);
                }
            }
            (Input::File(path), Ok((old, new))) if old != new => {
                if let Err(error) = replace(path, &new) {
                    self.changed -= 1;
                    self.fail(&format!("{}: {error}", path.display()));
                }
            }
            // Nothing to mend, or what cannot be read: the report says so.
            _ => {}
        }
        Ok(())
    }

    /// Says what was done. Returns the exit status so far, and whether a report follows.
    pub(super) fn finish(&self, is_diff: bool) -> (u8, bool) {
        let count = self.changed;
        let files = plural(count, "file");
        if count > 0 {
            complain(&match (self.locale, is_diff) {
                (Locale::En, true) => format!("{files} would be mended"),
                (Locale::En, false) => format!("{files} mended"),
                (Locale::Zh, true) => format!("将修复 {count} 个文件"),
                (Locale::Zh, false) => format!("已修复 {count} 个文件"),
            });
        }
        (self.status, !is_diff && !self.streamed)
    }
}

/// Puts a text in the place of a file: the whole of it or nothing, with the same permissions. A
/// link stays a link.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = path.canonicalize()?;
    let metadata = std::fs::metadata(&path)?;
    // A rename would go past this.
    if metadata.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    // Whoever may give files away leaves this one with whom it belongs to.
    #[cfg(unix)]
    let _ = std::os::unix::fs::chown(file.path(), Some(metadata.uid()), Some(metadata.gid()));
    std::fs::set_permissions(file.path(), metadata.permissions())?;
    file.persist(&path)?;
    Ok(())
}
