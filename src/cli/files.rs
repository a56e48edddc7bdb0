//! Which files to read, their names, and their bytes.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;
use kvspec::Locale;
use kvspec::house::Globs;

use super::complain;

/// Endings of files that hold orders as such: what is wrong with one that was named is an error.
const PLAIN: [&str; 5] = ["json", "ndjson", "jsonl", "url", "query"];

/// Endings of files that are taken from a directory. A file that is named is always read.
const MET: [&str; 13] = [
    "json", "ndjson", "jsonl", "url", "query", "tf", "tofu", "yaml", "yml", "sh", "bash", "md",
    "markdown",
];

/// What standard input is called.
const STDIN: &str = "<stdin>";

/// Reads an input.
pub(super) type Reader = BufReader<Box<dyn Read>>;

/// Something to lint, or why there is nothing.
pub(super) enum Input {
    Stdin,
    File {
        path: PathBuf,
        /// Whether it was met in a directory that was named, and not named itself.
        met: bool,
    },
    Missing {
        path: PathBuf,
        problem: String,
    },
}

impl Input {
    /// The file of that name, or standard input.
    pub(super) fn named(path: &Path) -> Self {
        if path.as_os_str() == "-" {
            return Self::Stdin;
        }
        Self::File {
            path: path.to_path_buf(),
            met: false,
        }
    }

    /// Takes a file that was named as one that was met. A pipe was made for this.
    pub(super) fn meet(&mut self) {
        let is_stream = self.is_stream();
        if let Self::File { met, .. } = self {
            *met |= !is_stream;
        }
    }

    /// What reports call it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Stdin => STDIN.to_owned(),
            Self::File { path, .. } | Self::Missing { path, .. } => short(path),
        }
    }

    /// What reports call it that are read beside a checkout in this folder.
    pub(super) fn name_in(&self, checkout: Option<&Path>) -> String {
        let (Self::File { path, .. } | Self::Missing { path, .. }, Some(checkout)) =
            (self, checkout)
        else {
            return self.name();
        };
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let parent = whole.parent().and_then(|parent| parent.canonicalize().ok());
        let real = match (parent, whole.file_name()) {
            (Some(parent), Some(name)) => parent.join(name),
            _ => whole,
        };
        let checkout = checkout.canonicalize().unwrap_or_else(|_| checkout.into());
        real.strip_prefix(&checkout)
            .map_or_else(|_| self.name(), slashed)
    }

    /// Whether it is a named pipe or a device: what can be read once, and not put in place.
    pub(super) fn is_stream(&self) -> bool {
        match self {
            Self::File { path, .. } => path.metadata().is_ok_and(|metadata| !metadata.is_file()),
            Self::Stdin | Self::Missing { .. } => false,
        }
    }

    /// Whether it is passed over if it holds no order: it was only met, or its name does not say
    /// that it holds orders as such.
    pub(super) fn may_be_none(&self) -> bool {
        match self {
            Self::File { path, met } => {
                let is_other = !has_ending(path, &PLAIN);
                // A pipe can be read only once, and was made for this.
                *met || (is_other && !self.is_stream())
            }
            Self::Stdin | Self::Missing { .. } => false,
        }
    }

    pub(super) fn open(&self) -> io::Result<Reader> {
        let reader: Box<dyn Read> = match self {
            Self::Stdin => Box::new(io::stdin()),
            Self::File { path, .. } => Box::new(File::open(path)?),
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
            Self::File { path, .. } => has_ending(path, &["ndjson", "jsonl"]),
            _ => false,
        }
    }
}

/// The files of folders whose variables and settings hold for each other, read once.
#[derive(Default)]
pub(super) struct Neighbours {
    folder: Option<PathBuf>,
    files: Vec<(String, String)>,
}

/// Of a folder so many files are read for what they define; past that none is.
const MOST_NEIGHBOURS: usize = 200;
/// So many bytes of them are kept.
const MOST_BYTES: u64 = 4 << 20;

impl Neighbours {
    /// The files of the folder of an input, if it is one of Terraform with an order in it.
    pub(super) fn of(&mut self, input: &Input, text: &str) -> Vec<(String, String)> {
        let Input::File { path, .. } = input else {
            return Vec::new();
        };
        if !has_ending(path, &["tf", "tofu"]) || !text.contains("alicloud_") {
            return Vec::new();
        }
        let folder = path.parent().unwrap_or_else(|| Path::new(""));
        if self.folder.as_deref() != Some(folder) {
            self.folder = Some(folder.to_path_buf());
            self.files = defining(folder);
        }
        let own = path.file_name().and_then(std::ffi::OsStr::to_str);
        let others = self
            .files
            .iter()
            .filter(|(name, _)| Some(name.as_str()) != own);
        others.cloned().collect()
    }
}

/// The Terraform files of a folder that define variables, local values or providers.
pub(super) fn defining(folder: &Path) -> Vec<(String, String)> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let mut room = MOST_BYTES;
    let mut files = Vec::new();
    let Ok(entries) = folder.read_dir() else {
        return files;
    };
    let mut declared = HashSet::new();
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let size = entry.metadata().map_or(u64::MAX, |metadata| metadata.len());
        if !has_ending(&path, &["tf", "tofu", "tfvars"]) || size > room {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        // Terraform refuses a folder that declares a name twice: its files are then no module.
        let overrides = name.contains("override.t");
        for line in text.lines().filter(|_| !overrides) {
            let is_declaration = line.starts_with("resource \"") || line.starts_with("variable \"");
            if is_declaration
                && !declared.insert(line.trim_end_matches([' ', '{', '\r', '}']).to_owned())
            {
                return Vec::new();
            }
        }
        let defines = ["variable", "locals", "provider", "terraform"];
        if name.ends_with(".tfvars") || defines.iter().any(|word| text.contains(word)) {
            room -= size;
            files.push((name, text));
        }
        if files.len() > MOST_NEIGHBOURS {
            return Vec::new();
        }
    }
    files.sort();
    files
}

/// Reads a file of settings, which nobody writes by the gigabyte.
pub(super) fn read_limited(path: &Path, most: u64, locale: Locale) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        let size = most >> 20;
        return Err(io::Error::other(match locale {
            Locale::En => format!("this is larger than {size} MiB, and is not read"),
            Locale::Zh => format!("超过 {size} MiB，不予读取"),
        }));
    }
    Ok(bytes)
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

/// What the paths stand for, directories in the order of their names. A file that is there twice,
/// also through a link, is visited once. Files that these globs match are passed over in
/// directories.
pub(super) fn inputs(paths: &[PathBuf], exclude: &Globs) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut visited = HashSet::new();
    let mut add = |input: Input| {
        let is_new = match &input {
            Input::File { path, .. } => path
                .canonicalize()
                .map_or(true, |path| visited.insert(path)),
            Input::Stdin | Input::Missing { .. } => true,
        };
        if is_new {
            inputs.push(input);
        }
    };
    for path in paths {
        if path.as_os_str() != "-" && path.is_dir() {
            in_directory(path, exclude).into_iter().for_each(&mut add);
        } else {
            add(Input::named(path));
        }
    }
    inputs
}

/// The files of a directory that may hold orders. Links are not followed: they may lead anywhere,
/// also in what a stranger sends.
fn in_directory(root: &Path, exclude: &Globs) -> Vec<Input> {
    // A link that was named is one that was meant.
    let top = root.join("");
    WalkBuilder::new(&top)
        .follow_links(false)
        .git_global(false)
        .sort_by_file_name(std::cmp::Ord::cmp)
        // Nobody keeps orders there.
        .filter_entry(|entry| entry.depth() == 0 || entry.file_name() != "node_modules")
        .build()
        .filter_map(|entry| match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                let path = entry.into_path();
                let wanted = is_file && has_ending(&path, &MET) && !exclude.holds(&short(&path));
                wanted.then_some(Input::File { path, met: true })
            }
            Err(error) => Some(Input::Missing {
                path: path_of(&error).unwrap_or(root).to_path_buf(),
                problem: (error.io_error()).map_or_else(|| error.to_string(), ToString::to_string),
            }),
        })
        .collect()
}

/// Which file or folder could not be read.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        _ => None,
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| {
        endings
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

/// The path as all reports have it: relative to this folder where it was given so, without `.`,
/// and without `a/..` where that is the same file.
pub(super) fn short(path: &Path) -> String {
    let mut parts: Vec<Component<'_>> = Vec::new();
    let mut is_stepped_back = false;
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(parts.last(), Some(Component::Normal(_))) => {
                parts.pop();
                is_stepped_back = true;
            }
            part => parts.push(part),
        }
    }
    let shortened: PathBuf = parts.iter().collect();
    // A link may lead elsewhere.
    let is_other = is_stepped_back && shortened.canonicalize().ok() != path.canonicalize().ok();
    if is_other || shortened.as_os_str().is_empty() {
        return slashed(path);
    }
    slashed(&shortened)
}

/// A path with slashes.
fn slashed(path: &Path) -> String {
    let text = path.display().to_string();
    if std::path::MAIN_SEPARATOR == '/' {
        text
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_in_one_way() {
        for (written, expected) in [
            ("./a.json", "a.json"),
            ("a//b/./c.json", "a/b/c.json"),
            ("../a.json", "../a.json"),
            ("/tmp/./a.json", "/tmp/a.json"),
            (".", "."),
            ("nowhere/../a.json", "a.json"),
        ] {
            assert_eq!(short(Path::new(written)), expected, "{written}");
        }
    }
}
