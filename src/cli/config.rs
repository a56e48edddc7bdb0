//! Which `kvspec.toml` holds for which input, and `kvspec config`.

use std::collections::HashMap;
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use kvspec::diagnostic::Term;
use kvspec::house::{self, ConfigError, HouseRules, HouseView};
use kvspec::render::human::Style;
use kvspec::render::line::write_pretty;
use kvspec::text::visible;
use kvspec::{Locale, Severity};

use super::files::{Input, read_limited};
use super::single::style;
use super::{CLEAN, ConfigCommand, FAILED, complain, wants_color_on};

/// Of the mistakes of a file so many are shown.
const MOST_ERRORS: usize = 100;

/// A file of more bytes is nobody's policy.
const LARGEST: u64 = 4 << 20;

/// The files that were read, and for each input which of them holds for it.
#[derive(Default)]
pub(super) struct Configs {
    loaded: Vec<Loaded>,
    /// For each folder that was looked at: the file that holds in it.
    known: HashMap<PathBuf, Option<usize>>,
    of_input: Vec<Option<usize>>,
}

struct Loaded {
    folder: PathBuf,
    rules: HouseRules,
}

/// The file could not be read, or is wrong; this has been said.
#[derive(Debug)]
pub(super) struct Refused;

impl Configs {
    /// No file for any input.
    pub(super) fn none(inputs: &[Input]) -> Self {
        Self {
            of_input: vec![None; inputs.len()],
            ..Self::default()
        }
    }

    /// One file for all inputs.
    pub(super) fn named(path: &Path, inputs: &[Input], locale: Locale) -> Result<Self, Refused> {
        let rules = load(path, locale)?;
        let folder = folder_of(path);
        Ok(Self {
            loaded: vec![Loaded { folder, rules }],
            known: HashMap::new(),
            of_input: vec![Some(0); inputs.len()],
        })
    }

    /// For each input the file that is nearest above it. What is wrong with any of them is said.
    pub(super) fn found(inputs: &[Input], locale: Locale) -> Result<Self, Refused> {
        let mut configs = Self::default();
        let mut refused = false;
        for input in inputs {
            let folder = match input {
                Input::File { path, .. } => folder_of(path),
                Input::Stdin => folder_of(Path::new("-")),
                Input::Missing { .. } => {
                    configs.of_input.push(None);
                    continue;
                }
            };
            let index = configs.above(&folder, locale);
            refused |= index.is_err();
            configs.of_input.push(index.unwrap_or(None));
        }
        if refused { Err(Refused) } else { Ok(configs) }
    }

    fn above(&mut self, folder: &Path, locale: Locale) -> Result<Option<usize>, Refused> {
        if let Some(known) = self.known.get(folder) {
            return Ok(*known);
        }
        let path = folder.join(house::FILE_NAME);
        let found = if is_of_the_tree(&path, folder) {
            // Said once, however many inputs it holds for.
            self.known.insert(folder.to_path_buf(), None);
            let rules = load(&path, locale)?;
            self.loaded.push(Loaded {
                folder: folder.to_path_buf(),
                rules,
            });
            Some(self.loaded.len() - 1)
        } else {
            if path.is_file() {
                match locale {
                    Locale::En => complain(&format_args!(
                        "{}: this link leads out of its tree, and is not read",
                        shown(&path)
                    )),
                    Locale::Zh => complain(&format_args!(
                        "{}：该链接指向目录树之外，不予读取",
                        shown(&path)
                    )),
                }
            }
            match folder.parent() {
                // What lies above a checkout is no part of it.
                _ if folder.join(".git").exists() => None,
                Some(parent) => self.above(parent, locale)?,
                None => None,
            }
        };
        self.known.insert(folder.to_path_buf(), found);
        Ok(found)
    }

    /// Whether each input is one that its file passes over: one that was met and not named.
    pub(super) fn excluded(&self, inputs: &[Input]) -> Vec<bool> {
        let pairs = inputs.iter().zip(&self.of_input);
        pairs
            .map(|(input, index)| {
                let loaded = index.and_then(|index| self.loaded.get(index));
                match (input, loaded) {
                    (Input::File { path, met: true }, loaded)
                        if is_markdown(path)
                            && !loaded.is_some_and(|one| one.rules.reads_markdown()) =>
                    {
                        true
                    }
                    (Input::File { path, met: true }, Some(loaded)) => {
                        loaded.rules.is_excluded(&relative(path, &loaded.folder))
                    }
                    _ => false,
                }
            })
            .collect()
    }

    /// The inputs that are left when those are taken away.
    pub(super) fn retain(&mut self, kept: &[bool]) {
        let mut kept = kept.iter();
        self.of_input
            .retain(|_| kept.next().copied().unwrap_or(true));
    }

    /// The least severity that is shown of an input, where its file says one.
    pub(super) fn least(&self, index: usize) -> Option<Severity> {
        let loaded = (*self.of_input.get(index)?)?;
        self.loaded.get(loaded)?.rules.least()
    }

    /// What holds for each input.
    pub(super) fn views(&self, inputs: &[Input]) -> Vec<Option<HouseView<'_>>> {
        inputs
            .iter()
            .zip(&self.of_input)
            .map(|(input, index)| {
                let loaded = self.loaded.get((*index)?)?;
                Some(match input {
                    Input::File { path, .. } => {
                        loaded.rules.for_file(&relative(path, &loaded.folder))
                    }
                    Input::Stdin | Input::Missing { .. } => loaded.rules.for_no_file(),
                })
            })
            .collect()
    }
}

/// Whether a file is there, and no link out of its own tree: whoever can put a link there does not
/// get to see what it leads to.
pub(super) fn is_of_the_tree(path: &Path, folder: &Path) -> bool {
    if !path.is_file() {
        return false;
    }
    let is_checkout = |folder: &&Path| folder.join(".git").exists();
    let root = folder.ancestors().find(is_checkout).unwrap_or(folder);
    path.canonicalize().is_ok_and(|real| real.starts_with(root))
}

/// The folder that a file stands in, as the system knows it; a link to the file is not followed.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    parent
        .canonicalize()
        .or_else(|_| std::path::absolute(parent))
        .unwrap_or_else(|_| parent.to_path_buf())
}

/// The path of a file below a folder, with slashes; one that is not below it keeps its whole path.
pub(super) fn relative(path: &Path, folder: &Path) -> String {
    let whole = folder_of(path).join(path.file_name().unwrap_or_default());
    let short = whole.strip_prefix(folder).unwrap_or(&whole);
    let text = short.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

/// The shortest name for a path that a person would use here.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let short = here
        .ok()
        .and_then(|here| path.strip_prefix(here).ok().map(Path::to_path_buf))
        .filter(|short| !short.as_os_str().is_empty());
    let short = short.unwrap_or_else(|| path.to_path_buf());
    visible(&short.display().to_string()).into_owned()
}

pub(super) fn load(path: &Path, locale: Locale) -> Result<HouseRules, Refused> {
    let name = shown(path);
    let bytes = read_limited(path, LARGEST, locale).map_err(|error| {
        complain(&format_args!("{name}: {error}"));
        Refused
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let read = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + String::from_utf8_lossy(read).matches('\n').count();
        complain(&format_args!(
            "{name}:{line}: {}",
            Term::InvalidUtf8.text(locale)
        ));
        Refused
    })?;
    HouseRules::from_toml(&text).map_err(|errors| {
        say(&errors, &name, &text, locale);
        Refused
    })
}

fn say(errors: &[ConfigError], name: &str, text: &str, locale: Locale) {
    let style = Style {
        color: wants_color_on(io::stderr().is_terminal()),
        ..style(locale)
    };
    let mut out = io::stderr().lock();
    for error in errors.iter().take(MOST_ERRORS) {
        let _ = writeln!(out, "{}\n", error.rendered(style, name, text));
    }
    drop(out);
    if errors.len() > MOST_ERRORS {
        match locale {
            Locale::En => complain(&format_args!("only the first {MOST_ERRORS} are shown")),
            Locale::Zh => complain(&format_args!("仅显示前 {MOST_ERRORS} 个")),
        }
    }
    let count = errors.len();
    match locale {
        Locale::En if count == 1 => complain(&format_args!("{name}: 1 error")),
        Locale::En => complain(&format_args!("{name}: {count} errors")),
        Locale::Zh => complain(&format_args!("{name}：{count} 个错误")),
    }
}

pub(super) fn run(command: &ConfigCommand, out: &mut impl Write) -> io::Result<u8> {
    match command {
        ConfigCommand::Schema => {
            write_pretty(out, &house::schema())?;
            Ok(CLEAN)
        }
        ConfigCommand::Check { file, language } => check(file.as_deref(), language.locale(), out),
    }
}

fn check(file: Option<&Path>, locale: Locale, out: &mut impl Write) -> io::Result<u8> {
    let found = match file {
        Some(path) => Some(path.to_path_buf()),
        None => folder_of(Path::new("-"))
            .ancestors()
            .scan(false, |is_above, folder| {
                let above = std::mem::replace(is_above, folder.join(".git").exists());
                (!above).then(|| (folder, folder.join(house::FILE_NAME)))
            })
            .find(|(folder, path)| is_of_the_tree(path, folder))
            .map(|(_, path)| path),
    };
    let Some(path) = found else {
        match locale {
            Locale::En => complain(&"there is no kvspec.toml here or in a folder above"),
            Locale::Zh => complain(&"此目录及其上级目录中没有 kvspec.toml"),
        }
        return Ok(FAILED);
    };
    let Ok(rules) = load(&path, locale) else {
        return Ok(FAILED);
    };
    let (name, count) = (shown(&path), rules.names().count());
    match locale {
        Locale::En if count == 1 => writeln!(out, "{name}: 1 rule")?,
        Locale::En => writeln!(out, "{name}: {count} rules")?,
        Locale::Zh => writeln!(out, "{name}：{count} 条规则")?,
    }
    for rule in rules.names() {
        writeln!(out, "  {rule}")?;
    }
    let others: Vec<&str> = rules.other_keys().collect();
    if !others.is_empty() {
        match locale {
            Locale::En => writeln!(out, "it also sets {}", others.join(", "))?,
            Locale::Zh => writeln!(out, "此外还设置了 {}", others.join("、"))?,
        }
    }
    Ok(CLEAN)
}

fn is_markdown(path: &Path) -> bool {
    let ending = path.extension().and_then(std::ffi::OsStr::to_str);
    ending.is_some_and(|ending| {
        ["md", "markdown"]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}
