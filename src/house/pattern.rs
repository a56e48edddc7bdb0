//! Patterns and globs: compiled with limits, and their errors in both languages.

use globset::{Glob, GlobBuilder, GlobSet};
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::ErrorKind;

use crate::words::Bilingual;

/// A compiled pattern takes at most so many bytes: matching time grows with it.
const LARGEST: usize = 1 << 20;

/// Bytes that a glob may have at most.
const LONGEST: usize = 500;

/// Why a pattern does not compile.
#[derive(Debug)]
pub(super) struct PatternError {
    pub(super) reason: Bilingual,
    /// The bytes of the pattern that are at fault.
    pub(super) at: Option<std::ops::Range<usize>>,
}

/// Compiles a pattern. Matching takes time linear in the length of the text.
pub(super) fn compile(pattern: &str) -> Result<Regex, PatternError> {
    regex_syntax::parse(pattern).map_err(|error| {
        let (reason, span) = match &error {
            regex_syntax::Error::Parse(error) => (of_ast(error.kind()), Some(error.span())),
            regex_syntax::Error::Translate(error) => (
                Bilingual::new(
                    "there is no such class or property of characters, or it cannot stand here",
                    "没有这样的字符类或属性，或不能用在此处",
                ),
                Some(error.span()),
            ),
            _ => (OTHER, None),
        };
        PatternError {
            reason,
            at: span.map(|span| span.start.offset..span.end.offset),
        }
    })?;
    RegexBuilder::new(pattern)
        .size_limit(LARGEST)
        .build()
        .map_err(|_| PatternError {
            reason: Bilingual::new("it is too large", "规模过大"),
            at: None,
        })
}

const OTHER: Bilingual = Bilingual::new("it cannot be read", "无法读取");

const fn of_ast(kind: &ErrorKind) -> Bilingual {
    match kind {
        ErrorKind::CaptureLimitExceeded => Bilingual::new("it has too many groups", "分组过多"),
        ErrorKind::ClassEscapeInvalid => Bilingual::new(
            "this escape cannot stand in a character class",
            "此转义不能用在字符类中",
        ),
        ErrorKind::ClassRangeInvalid => {
            Bilingual::new("this range ends before it begins", "范围的终点小于起点")
        }
        ErrorKind::ClassRangeLiteral => Bilingual::new(
            "the ends of a range must be single characters",
            "范围的两端须为单个字符",
        ),
        ErrorKind::ClassUnclosed => Bilingual::new(
            "this character class has no closing `]`",
            "字符类缺少右方括号 `]`",
        ),
        ErrorKind::DecimalEmpty | ErrorKind::RepetitionCountDecimalEmpty => {
            Bilingual::new("a number should stand here", "此处应为数字")
        }
        ErrorKind::DecimalInvalid => Bilingual::new("this number is too large", "数字过大"),
        ErrorKind::EscapeHexEmpty
        | ErrorKind::EscapeHexInvalid
        | ErrorKind::EscapeHexInvalidDigit => Bilingual::new(
            "this is no hexadecimal number of a character",
            "不是字符的十六进制编号",
        ),
        ErrorKind::EscapeUnexpectedEof => Bilingual::new(
            "a character should stand behind the last backslash",
            "末尾的反斜杠之后应有字符",
        ),
        ErrorKind::EscapeUnrecognized => {
            Bilingual::new("there is no such escape", "没有这样的转义")
        }
        ErrorKind::FlagDanglingNegation
        | ErrorKind::FlagDuplicate { .. }
        | ErrorKind::FlagRepeatedNegation { .. }
        | ErrorKind::FlagUnexpectedEof
        | ErrorKind::FlagUnrecognized => {
            Bilingual::new("these flags cannot be read", "无法读取这些标志")
        }
        ErrorKind::GroupNameDuplicate { .. } => {
            Bilingual::new("two groups have this name", "分组名称重复")
        }
        ErrorKind::GroupNameEmpty
        | ErrorKind::GroupNameInvalid
        | ErrorKind::GroupNameUnexpectedEof => {
            Bilingual::new("this is no name of a group", "分组名称无效")
        }
        ErrorKind::GroupUnclosed => {
            Bilingual::new("this group has no closing `)`", "分组缺少右圆括号 `)`")
        }
        ErrorKind::GroupUnopened => Bilingual::new("no group is open here", "此处没有未闭合的分组"),
        ErrorKind::NestLimitExceeded(_) => Bilingual::new("it is nested too deeply", "嵌套过深"),
        ErrorKind::RepetitionCountInvalid => Bilingual::new(
            "the least count is greater than the most",
            "最少次数大于最多次数",
        ),
        ErrorKind::RepetitionCountUnclosed => Bilingual::new(
            "this repetition has no closing `}`",
            "重复次数缺少右花括号 `}`",
        ),
        ErrorKind::RepetitionMissing => {
            Bilingual::new("there is nothing to repeat here", "此处没有可重复的内容")
        }
        ErrorKind::UnicodeClassInvalid => {
            Bilingual::new("there is no such class of characters", "没有这样的字符类")
        }
        ErrorKind::UnsupportedBackreference => {
            Bilingual::new("back references are not supported", "不支持反向引用")
        }
        ErrorKind::UnsupportedLookAround => Bilingual::new(
            "looking ahead or behind is not supported",
            "不支持环视（前瞻、后顾）",
        ),
        _ => OTHER,
    }
}

/// A glob over values: `*` stands for anything.
pub(super) fn value_glob(glob: &str) -> Result<Glob, Bilingual> {
    build(&mut GlobBuilder::new(glob), glob.len())
}

/// A glob over paths. As in an ignore file, one without a slash but at its end holds in every
/// folder, and one that ends with a slash for all that is below.
pub(super) fn path_glob(glob: &str) -> Result<Glob, Bilingual> {
    let trimmed = glob.strip_prefix("./").unwrap_or(glob);
    let anchored = trimmed.trim_end_matches('/').contains('/');
    let trimmed = trimmed.strip_prefix('/').unwrap_or(trimmed);
    let lead = if anchored { "" } else { "**/" };
    let trail = if trimmed.ends_with('/') { "**" } else { "" };
    let whole = format!("{lead}{trimmed}{trail}");
    build(
        GlobBuilder::new(&whole).literal_separator(true),
        whole.len(),
    )
}

fn build(builder: &mut GlobBuilder<'_>, length: usize) -> Result<Glob, Bilingual> {
    use globset::ErrorKind;
    if length > LONGEST {
        return Err(Bilingual::new("it is too long", "过长"));
    }
    // A backslash escapes on every system, so that the file means the same on each.
    let glob = builder.backslash_escape(true).build();
    let kind = match glob {
        Ok(glob) => match GlobSet::new([&glob]) {
            Ok(_) => return Ok(glob),
            Err(error) => error.kind().clone(),
        },
        Err(error) => error.kind().clone(),
    };
    Err(match kind {
        ErrorKind::UnclosedClass => {
            Bilingual::new("a `[` has no closing `]`", "`[` 缺少对应的 `]`")
        }
        ErrorKind::InvalidRange(..) => Bilingual::new(
            "a range of characters ends before it begins",
            "字符范围的终点小于起点",
        ),
        ErrorKind::UnopenedAlternates => {
            Bilingual::new("a `}` has no opening `{`", "`}` 缺少对应的 `{`")
        }
        ErrorKind::UnclosedAlternates => {
            Bilingual::new("a `{` has no closing `}`", "`{` 缺少对应的 `}`")
        }
        ErrorKind::DanglingEscape => Bilingual::new(
            "a character should stand behind the last backslash",
            "末尾的反斜杠之后应有字符",
        ),
        _ => OTHER,
    })
}

/// Globs that were each built before, as one set.
pub(super) fn set(globs: impl IntoIterator<Item = Glob>) -> GlobSet {
    GlobSet::new(globs).unwrap_or_else(|_| GlobSet::empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_hold_where_an_ignore_file_would() {
        let holds =
            |glob: &str, path: &str| path_glob(glob).is_ok_and(|glob| set([glob]).is_match(path));
        for (glob, path, expected) in [
            ("*.json", "a.json", true),
            ("*.json", "deep/down/a.json", true),
            ("*.json", "a.ndjson", false),
            ("prod/*.json", "prod/a.json", true),
            ("prod/*.json", "prod/eu/a.json", false),
            ("prod/*.json", "old/prod/a.json", false),
            ("prod/**", "prod/eu/a.json", true),
            ("prod/", "prod/eu/a.json", true),
            ("prod/", "old/prod/a.json", true),
            ("/prod/", "old/prod/a.json", false),
            ("/a.json", "a.json", true),
            ("/a.json", "b/a.json", false),
            ("./prod/a.json", "prod/a.json", true),
            ("{prod,test}/*", "test/x", true),
        ] {
            assert_eq!(holds(glob, path), expected, "{glob} {path}");
        }
    }

    #[test]
    fn errors_have_a_place_and_both_languages() {
        for (pattern, at) in [
            ("^prod-[a-z", 6..10),
            ("a)", 1..2),
            ("ab(?=c)", 2..5),
            ("x{3,1}", 1..6),
            (r"名\q", 3..5),
            (r"\p{Nonsense}", 0..12),
        ] {
            let error = compile(pattern).err().map(|error| (error.at, error.reason));
            let Some((place, reason)) = error else {
                panic!("{pattern} compiles")
            };
            assert!(
                place.as_ref().is_some_and(|place| place.start == at.start),
                "{pattern} {place:?}"
            );
            assert!(!reason.zh.is_ascii() && reason != OTHER, "{pattern}");
        }
    }

    #[test]
    fn what_is_too_large_is_refused() {
        assert!(compile(&"(a{1000}){1000}".repeat(2)).is_err());
        assert!(compile(&"(".repeat(100_000)).is_err());
    }
}
