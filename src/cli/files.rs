//! Which files to read, and their bytes.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use kvspec::Locale;
use walkdir::WalkDir;

use super::complain;

/// Endings of files that are taken from a directory. A file that is named is always read.
const ENDINGS: [&str; 5] = ["json", "ndjson", "jsonl", "url", "query"];

/// Reads an input.
pub(super) type Reader = BufReader<Box<dyn Read>>;

/// Something to lint, or why there is nothing.
pub(super) enum Input {
    Stdin,
    File(PathBuf),
    Missing { path: PathBuf, problem: String },
}

impl Input {
    /// What reports call it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) | Self::Missing { path, .. } => path.display().to_string(),
        }
    }

    /// Whether it is a named pipe or a device: what can be read once, and not put in place.
    pub(super) fn is_stream(&self) -> bool {
        match self {
            Self::File(path) => path.metadata().is_ok_and(|metadata| !metadata.is_file()),
            Self::Stdin | Self::Missing { .. } => false,
        }
    }

    pub(super) fn open(&self) -> io::Result<Reader> {
        let reader: Box<dyn Read> = match self {
            Self::Stdin => Box::new(io::stdin()),
            Self::File(path) => Box::new(File::open(path)?),
            Self::Missing { problem, .. } => return Err(io::Error::other(problem.clone())),
        };
        Ok(BufReader::with_capacity(1 << 16, reader))
    }

    pub(super) fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Whether the file's name says that it holds one order a line.
    pub(super) fn is_ndjson(&self) -> bool {
        match self {
            Self::File(path) => path.extension().is_some_and(|ending| {
                ending.eq_ignore_ascii_case("ndjson") || ending.eq_ignore_ascii_case("jsonl")
            }),
            _ => false,
        }
    }
}

/// Whether two of these paths are standard input, of which the second would find nothing. Says so.
pub(super) fn shares_stdin<'p>(
    paths: impl IntoIterator<Item = &'p PathBuf>,
    locale: Locale,
) -> bool {
    let twice = paths
        .into_iter()
        .filter(|path| path.as_os_str() == "-")
        .nth(1)
        .is_some();
    if twice {
        complain(match locale {
            Locale::En => &"standard input can be read only once",
            Locale::Zh => &"标准输入只能读取一次",
        });
    }
    twice
}

/// What the paths stand for, directories in the order of their names. A link that leads back to
/// where it came from is left out.
pub(super) fn inputs(paths: &[PathBuf]) -> Vec<Input> {
    let mut inputs = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.push(Input::Stdin);
        } else if path.is_dir() {
            inputs.extend(in_directory(path));
        } else {
            inputs.push(Input::File(path.clone()));
        }
    }
    inputs
}

fn in_directory(root: &Path) -> Vec<Input> {
    // Nobody keeps orders there.
    let skipped = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() > 0 && (name.starts_with('.') || name == "node_modules")
    };
    WalkDir::new(root)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !skipped(entry))
        .filter_map(|entry| match entry {
            Ok(entry) => (entry.file_type().is_file() && has_ending(entry.path()))
                .then(|| Input::File(entry.into_path())),
            Err(error) if error.loop_ancestor().is_some() => None,
            Err(error) => Some(Input::Missing {
                path: error.path().unwrap_or(root).to_path_buf(),
                problem: error
                    .io_error()
                    .map_or_else(|| error.to_string(), ToString::to_string),
            }),
        })
        .collect()
}

fn has_ending(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}
