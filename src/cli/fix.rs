//! `kvspec lint --fix` and `--diff`.

use std::fs::OpenOptions;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write};
#[cfg(unix)]
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use kvspec::diagnostic::Term;
use kvspec::render::human::{Style, plural};
use kvspec::text::visible;
use kvspec::{Counts, Linter, Locale, NoProfile, Run, Severity, holds_an_order};
use similar::TextDiff;

use super::files::{Input, Neighbours};
use super::{CLEAN, FAILED, FOUND, complain, no_profile};

/// Mends files one by one, and remembers what came of it.
pub(super) struct Mender {
    unsafe_too: bool,
    locale: Locale,
    changed: usize,
    status: u8,
    /// Standard input was mended to standard output, where no report can follow.
    streamed: bool,
    /// Whether warnings that are left count for the exit status.
    deny_warnings: bool,
    style: Style,
}

impl Mender {
    pub(super) const fn new(unsafe_too: bool, deny_warnings: bool, style: Style) -> Self {
        Self {
            unsafe_too,
            deny_warnings,
            style,
            locale: style.locale,
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
        let neighbours = Neighbours::default().of(input, &text);
        let fixed = linter.file(&name, &neighbours).fix(&text, self.unsafe_too);
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
        self.left(input, &new, linter);
        if old == new {
            return Ok(());
        }
        self.status = self.status.max(FOUND);
        let name = input.name();
        let neighbours = Neighbours::default().of(input, &old);
        let linter = linter.file(&name, &neighbours);
        let (old, new) = (linter.redact(&old), linter.redact(&new));
        let name = visible(&name);
        let diff = TextDiff::from_lines(&old, &new);
        write!(out, "{}", diff.unified_diff().header(&name, &name))
    }

    /// Says what no fix mends: a text that cannot be read or judged, and what is wrong in it. The
    /// exit status is that of a run without fixes.
    fn left(&mut self, input: &Input, text: &str, linter: Linter<'_>) {
        let name = input.name();
        let neighbours = Neighbours::default().of(input, text);
        let left = linter.file(&name, &neighbours).lint(text, &mut Run::new());
        if input.may_be_none() && !holds_an_order(&left, text) {
            return;
        }
        for one in &left {
            match one.unchecked {
                Some(NoProfile::OtherOperation) | None => {}
                Some(reason) => {
                    let reason = no_profile(reason, "--profile", self.locale);
                    self.fail(&format!("{name}:{}: {reason}", one.line));
                }
            }
            for found in &one.diagnostics {
                let is_denied = match found.severity {
                    Severity::Error => true,
                    Severity::Warning => self.deny_warnings,
                    Severity::Info => false,
                };
                if is_denied {
                    complain(&self.style.concise(&name, one.line, found));
                    self.status = self.status.max(FOUND);
                }
            }
        }
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
                    if let Some(reason) = one
                        .unchecked
                        .filter(|reason| *reason != NoProfile::OtherOperation)
                    {
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
            (Input::File { path, .. }, Ok((old, new))) if old != new => {
                let problem = match replace(path, &old, &new) {
                    Ok(()) => return Ok(()),
                    Err(NotReplaced::Changed) => match self.locale {
                        Locale::En => "it was changed meanwhile, and is left as it is".to_owned(),
                        Locale::Zh => "文件在此期间被修改，未作改动".to_owned(),
                    },
                    Err(NotReplaced::Failed(error)) => error.to_string(),
                };
                self.changed -= 1;
                self.fail(&format!("{}: {problem}", input.name()));
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

/// Why a file was not replaced.
enum NotReplaced {
    /// Somebody else wrote it since it was read.
    Changed,
    Failed(io::Error),
}

impl From<io::Error> for NotReplaced {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// Puts a text in the place of a file that held another one: the whole of it or nothing, with the
/// same permissions. A link stays a link, and a file with several names stays one file: that one is
/// written where it is.
fn replace(path: &Path, old: &str, new: &str) -> Result<(), NotReplaced> {
    let path = path.canonicalize()?;
    let metadata = std::fs::metadata(&path)?;
    // A rename would go past this. WASI knows no permissions.
    if !cfg!(target_os = "wasi") && metadata.permissions().readonly() {
        return Err(io::Error::from(io::ErrorKind::PermissionDenied).into());
    }
    // Whoever may not write the file may not replace it either.
    let mut standing = OpenOptions::new().read(true).write(true).open(&path)?;
    let mut now = Vec::new();
    standing.read_to_end(&mut now)?;
    if now != old.as_bytes() {
        return Err(NotReplaced::Changed);
    }
    #[cfg(unix)]
    let is_kept = metadata.nlink() > 1;
    // WASI could not give another file the permissions of this one.
    #[cfg(not(unix))]
    let is_kept = cfg!(target_os = "wasi");
    if is_kept {
        standing.seek(SeekFrom::Start(0))?;
        standing.write_all(new.as_bytes())?;
        standing.set_len(new.len() as u64)?;
        return Ok(standing.sync_all()?);
    }
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(new.as_bytes())?;
    file.as_file().sync_all()?;
    // Whoever may give files away leaves this one with whom it belongs to.
    #[cfg(unix)]
    let _ = std::os::unix::fs::chown(file.path(), Some(metadata.uid()), Some(metadata.gid()));
    std::fs::set_permissions(file.path(), metadata.permissions())?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}
