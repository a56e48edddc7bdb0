//! House rules: a team's own policy for its orders, kept in a file `kvspec.toml`.
//!
//! The file changes how much findings matter and adds rules of its own, for all orders or for
//! the files that a glob names. It never changes what the documents say: whether an order is
//! valid is decided before the file is looked at.

mod error;
mod judge;
mod keys;
mod pattern;
mod read;
mod rule;
mod schema;
mod target;

use globset::GlobSet;

pub use error::{ConfigError, ConfigErrors};
#[cfg(feature = "cli")]
pub(crate) use keys::all_names as key_names;
use rule::{Asks, Rule};
pub use schema::schema;

use crate::diagnostic::{Arg, Code, Diagnostic, Severity};
use crate::diagnostic::{NAMED_ONLY, Packs};

/// The name of the file that is looked for.
pub const FILE_NAME: &str = "kvspec.toml";

/// A severity, or nothing for `off`.
type Level = Option<Severity>;

/// A team's own policy.
///
/// ```
/// use kvspec::house::HouseRules;
/// use kvspec::{Checker, Code, Profile};
///
/// let rules = HouseRules::from_toml(
///     r#"
///     naming = { pattern = "^(prod|test)-", message = "names begin with their stage" }
///     [allowed]
///     regions = ["cn-hangzhou", "cn-shanghai"]
///     [severity]
///     default-applied = "off"
///     "#,
/// )
/// .unwrap();
/// let view = rules.for_file("orders/cache.json");
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let report = Checker::new(profile)
///     .house_rules(&view)
///     .check(r#"{"RegionId": "cn-beijing", "Capacity": 1024, "InstanceName": "cache"}"#);
/// let paths: Vec<&str> = report
///     .iter()
///     .filter(|found| found.code == Code::HouseRule)
///     .map(|found| found.path.as_str())
///     .collect();
/// assert_eq!(paths, ["/RegionId", "/InstanceName"]);
/// assert!(report.is_valid()); // no document says that it is wrong
/// ```
#[derive(Debug, Default)]
pub struct HouseRules {
    severities: Vec<(Code, Level)>,
    overrides: Vec<Override>,
    rules: Vec<Rule>,
    known_classes: Vec<String>,
    packs: Packs,
    exclude: Option<GlobSet>,
    markdown: bool,
    least: Option<Severity>,
}

/// Globs over the paths of files, as a `kvspec.toml` has them.
#[derive(Debug, Default)]
pub struct Globs(GlobSet);

impl Globs {
    /// Reads globs.
    ///
    /// # Errors
    ///
    /// The first glob that cannot be read, and why, in both languages.
    pub fn new<'g>(
        globs: impl IntoIterator<Item = &'g str>,
    ) -> Result<Self, (&'g str, crate::profile::Bilingual)> {
        let mut read = Vec::new();
        for glob in globs {
            read.push(pattern::path_glob(glob).map_err(|reason| (glob, reason))?);
        }
        Ok(Self(pattern::set(read)))
    }

    /// Whether a path, with slashes between its parts, or a folder above it matches.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        holds(&self.0, path)
    }
}

fn holds(globs: &GlobSet, path: &str) -> bool {
    let path = path.strip_prefix("./").unwrap_or(path);
    let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
    folders.chain([path]).any(|part| globs.is_match(part))
}

/// Severities for some files.
#[derive(Debug)]
struct Override {
    files: GlobSet,
    severities: Vec<(Code, Level)>,
}

impl HouseRules {
    /// Reads the text of a `kvspec.toml`.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the text, in the order of the text. If it is no TOML, the
    /// errors are those of its syntax alone.
    pub fn from_toml(text: &str) -> Result<Self, ConfigErrors> {
        let table = read::read(text).map_err(ConfigErrors)?;
        Ok(rule::build(table.get_ref()))
    }

    /// What holds for one file. The path is relative to the folder of the `kvspec.toml`, with
    /// slashes between its parts.
    #[must_use]
    pub fn for_file(&self, path: &str) -> HouseView<'_> {
        self.view(Some(path.strip_prefix("./").unwrap_or(path)))
    }

    /// What holds for an order that stands in no file: no glob is met.
    #[must_use]
    pub fn for_no_file(&self) -> HouseView<'_> {
        self.view(None)
    }

    /// Whether a file is to be passed over where a folder is read. The path is relative to the
    /// folder of the `kvspec.toml`, with slashes between its parts.
    #[must_use]
    pub fn is_excluded(&self, path: &str) -> bool {
        (self.exclude.as_ref()).is_some_and(|globs| holds(globs, path))
    }

    /// Whether Markdown files are read where a folder is read.
    #[must_use]
    pub const fn reads_markdown(&self) -> bool {
        self.markdown
    }

    /// The least severity that is shown, where the team says one.
    #[must_use]
    pub const fn least(&self) -> Option<Severity> {
        self.least
    }

    /// The names of the team's own rules, in the order of the keys that they stand under.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let mut last = None;
        self.rules
            .iter()
            .map(|rule| rule.name.as_str())
            // A rule about two parameters is one rule.
            .filter(move |name| last.replace(*name) != Some(*name))
    }

    /// The keys that set something besides the team's own rules, as a file has them.
    #[doc(hidden)]
    pub fn other_keys(&self) -> impl Iterator<Item = &'static str> {
        let keys = [
            (keys::SEVERITY, !self.severities.is_empty()),
            (keys::OVERRIDES, !self.overrides.is_empty()),
            (keys::PACKS, !self.packs.is_none()),
            (keys::KNOWN_CLASSES, !self.known_classes.is_empty()),
            (keys::EXCLUDE, self.exclude.is_some()),
            (keys::MARKDOWN, self.markdown),
            (keys::LEVEL, self.least.is_some()),
        ];
        keys.into_iter()
            .filter(|(_, is_set)| *is_set)
            .map(|(key, _)| key)
    }

    fn view(&self, path: Option<&str>) -> HouseView<'_> {
        let holds = |files: &GlobSet| path.is_some_and(|path| files.is_match(path));
        let mut levels = vec![None; Code::ALL.len()];
        let general = std::iter::once(&self.severities);
        let special = self
            .overrides
            .iter()
            .filter(|each| holds(&each.files))
            .map(|each| &each.severities);
        for (code, level) in general.chain(special).flatten() {
            levels[*code as usize] = Some(*level);
        }
        let ordinary = levels[Code::HouseRule as usize].unwrap_or(Some(Code::HouseRule.severity()));
        let rules = self
            .rules
            .iter()
            .filter(|rule| rule.files.as_ref().is_none_or(holds))
            .filter_map(|rule| Some((rule, rule.severity.unwrap_or(ordinary)?)))
            .collect();
        let names = matches!(levels[NAMED_ONLY as usize], Some(Some(_)));
        HouseView {
            packs: Packs {
                names,
                ..self.packs
            },
            levels,
            rules,
            known_classes: &self.known_classes,
        }
    }
}

/// What a team's policy says for one file.
#[derive(Debug)]
pub struct HouseView<'h> {
    /// For each code its level, where the policy gives one.
    levels: Vec<Option<Level>>,
    rules: Vec<(&'h Rule, Severity)>,
    known_classes: &'h [String],
    packs: Packs,
}

impl HouseView<'_> {
    fn knows_class(&self, found: &Diagnostic) -> bool {
        matches!(found.args.get("class"), Some(Arg::Text(class))
            if self.known_classes.iter().any(|known| known == class))
    }
}
