//! `kvspec lint --baseline` and `--write-baseline`: findings that were there before.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use kvspec::render::fingerprint::Fingerprints;
use kvspec::render::line::write_pretty;
use kvspec::text::visible;
use kvspec::{Linted, Locale};
use serde::{Deserialize, Serialize};

use super::complain;
use super::config::{folder_of, relative};
use super::files::{Input, read_limited};

/// The name and version of the file's shape.
const SCHEMA: &str = "kvspec/baseline/v1";

/// Nobody has so many old findings.
const LARGEST: u64 = 256 << 20;

/// Of findings that are gone so many are told.
const MOST_GONE: usize = 10;

/// One finding that was there when the file was written. It holds names that documents give,
/// and nothing that an order does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Entry {
    file: String,
    code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    fingerprint: String,
}

/// The file as a whole.
#[derive(Debug, Serialize, Deserialize)]
struct Whole {
    schema: String,
    findings: Vec<Entry>,
}

/// A file of old findings that is read, or one that is written.
pub(super) struct Baseline {
    path: PathBuf,
    folder: PathBuf,
    is_written: bool,
    /// The old findings of each file, by their fingerprints.
    known: BTreeMap<String, BTreeMap<String, Entry>>,
    written: Vec<Entry>,
    gone: Vec<Entry>,
    met: usize,
}

/// The old findings of one input.
#[derive(Debug)]
pub(super) struct OfFile {
    file: String,
    fingerprints: Fingerprints,
    is_written: bool,
    known: BTreeMap<String, Entry>,
    written: Vec<Entry>,
    met: usize,
}

impl Baseline {
    /// A file that is to be written.
    pub(super) fn to_write(path: &Path) -> Self {
        Self {
            path: path.to_path_buf(),
            folder: folder_of(path),
            is_written: true,
            known: BTreeMap::new(),
            written: Vec::new(),
            gone: Vec::new(),
            met: 0,
        }
    }

    /// Reads a file, or says what is wrong with it.
    pub(super) fn read(path: &Path, locale: Locale) -> Result<Self, String> {
        let name = visible(&path.display().to_string()).into_owned();
        let bytes =
            read_limited(path, LARGEST, locale).map_err(|error| format!("{name}: {error}"))?;
        let whole: Whole = serde_json::from_slice(&bytes).map_err(|error| match locale {
            // What the parser repeats of the file is left out.
            Locale::En => format!("{name}:{}: this is no baseline", error.line()),
            Locale::Zh => format!("{name}:{}：不是基线文件", error.line()),
        })?;
        if whole.schema != SCHEMA {
            return Err(match locale {
                Locale::En => format!("{name}: this is no baseline of the version {SCHEMA}"),
                Locale::Zh => format!("{name}：不是版本为 {SCHEMA} 的基线文件"),
            });
        }
        let mut baseline = Self {
            is_written: false,
            ..Self::to_write(path)
        };
        for entry in whole.findings {
            let of_file = baseline.known.entry(entry.file.clone()).or_default();
            of_file.insert(entry.fingerprint.clone(), entry);
        }
        Ok(baseline)
    }

    /// The old findings of an input.
    pub(super) fn of(&mut self, input: &Input) -> OfFile {
        let file = match input {
            Input::File { path, .. } | Input::Missing { path, .. } => relative(path, &self.folder),
            Input::Stdin => input.name(),
        };
        OfFile {
            known: self.known.remove(&file).unwrap_or_default(),
            file,
            fingerprints: Fingerprints::default(),
            is_written: self.is_written,
            written: Vec::new(),
            met: 0,
        }
    }

    /// Takes back what was given out for an input, now that all of it was judged.
    pub(super) fn done(&mut self, of_file: OfFile) {
        self.met += of_file.met;
        self.gone.extend(of_file.known.into_values());
        self.written.extend(of_file.written);
    }

    /// How many findings were old.
    pub(super) const fn met(&self) -> usize {
        self.met
    }

    /// Writes the file, if it is one to be written, or says what of it is gone.
    pub(super) fn finish(mut self, locale: Locale) -> io::Result<()> {
        if self.is_written {
            return self.write(locale);
        }
        // Of files that this run did not look at nothing is known, unless they are gone as well.
        let folder = &self.folder;
        let lost = std::mem::take(&mut self.known).into_iter();
        let lost = lost.filter(|(file, _)| file != "<stdin>" && !folder.join(file).exists());
        self.gone
            .extend(lost.flat_map(|(_, entries)| entries.into_values()));
        if self.gone.is_empty() {
            return Ok(());
        }
        let name = self.path.display();
        let count = self.gone.len();
        complain(&match locale {
            Locale::En if count == 1 => {
                format!("{name}: 1 finding is gone; --write-baseline writes the file anew")
            }
            Locale::En => {
                format!("{name}: {count} findings are gone; --write-baseline writes the file anew")
            }
            Locale::Zh => {
                format!("{name}：{count} 项结果已不存在；可用 --write-baseline 重写该文件")
            }
        });
        for entry in self.gone.iter().take(MOST_GONE) {
            let parameter = entry.parameter.as_deref().unwrap_or_default();
            let told = format!("  {}: {} {parameter}", entry.file, entry.code);
            complain(&told.trim_end());
        }
        if count > MOST_GONE {
            let more = count - MOST_GONE;
            complain(&match locale {
                Locale::En => format!("  and {more} more"),
                Locale::Zh => format!("  其余 {more} 项从略"),
            });
        }
        Ok(())
    }

    fn write(mut self, locale: Locale) -> io::Result<()> {
        self.written.sort();
        let count = self.written.len();
        let whole = Whole {
            schema: SCHEMA.to_owned(),
            findings: self.written,
        };
        // Whole or not at all: somebody may read it meanwhile.
        let mut file = new_file(&self.folder)?;
        write_pretty(&mut file, &whole)?;
        file.flush()?;
        file.persist(&self.path).map_err(|error| error.error)?;
        let name = self.path.display();
        complain(&match locale {
            Locale::En if count == 1 => format!("{name}: 1 finding written"),
            Locale::En => format!("{name}: {count} findings written"),
            Locale::Zh => format!("{name}：已写入 {count} 项结果"),
        });
        Ok(())
    }
}

/// A file with the permissions of any that a person writes.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        tempfile::Builder::new()
            .permissions(std::fs::Permissions::from_mode(0o666))
            .tempfile_in(folder)
    }
    #[cfg(not(unix))]
    tempfile::Builder::new().tempfile_in(folder)
}

impl OfFile {
    /// Takes the old findings out of what was found, or notes all of it.
    pub(super) fn sift(&mut self, linted: &mut Linted) {
        let mut found = std::mem::take(&mut linted.diagnostics);
        found.retain(|found| {
            let fingerprint = self.fingerprints.of("", linted, found);
            if self.is_written {
                self.written.push(Entry {
                    file: self.file.clone(),
                    code: found.code.name().to_owned(),
                    parameter: found.parameter.map(str::to_owned),
                    fingerprint,
                });
                return true;
            }
            let is_old = self.known.remove(&fingerprint).is_some();
            self.met += usize::from(is_old);
            !is_old
        });
        linted.diagnostics = found;
    }
}
