//! Findings: what was found, where, why, and what to do about it.

mod args;
mod argument;
mod code;
mod fix;
mod message;
mod names;
mod pack;
mod pointer;
mod position;
mod tells;
mod term;
mod text;
mod unreadable;

pub use args::{Arg, Args, CharacterCount, CharacterName, Numbers, Terms, ranges};
pub use argument::{ArgumentInfo, ArgumentKind};
pub use code::{Code, CodeInfo, UnknownCode};
pub use fix::{Applicability, Edit, Fix, PatchOperation, apply_edits, compatible_edits};
pub use names::{UnknownLocale, UnknownSeverity};
pub use pack::Pack;
pub use pointer::push_segment;
pub use position::{LineIndex, Position, Span};
pub use term::Term;
pub use text::Text;

pub(crate) use args::{ArgsIn, abbreviated, echoed};
#[cfg(feature = "messages")]
pub(crate) use fix::FIX_TITLES;
pub(crate) use fix::{Action, Patched};
pub(crate) use pack::{NAMED_ONLY, Packs};
pub(crate) use position::Cursor;
pub(crate) use tells::Tells;
pub(crate) use unreadable::{Format, bare, mark, not_an_object, not_utf8, syntax};

pub use crate::words::{Locale, Severity};

use crate::words::{Bilingual, Citation};

/// One finding. It carries data; sentences are made when somebody asks for them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What was found.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// JSON Pointer (RFC 6901) to the value, or to where a missing one would stand.
    pub path: Text,
    /// The documented parameter concerned, if it is one.
    pub parameter: Option<&'static str>,
    /// Figures and names of this finding, for messages and for programs.
    pub args: Args,
    /// Where it stands in the text that was checked, if it was text.
    pub span: Option<Span>,
    /// How to mend it, where that is known.
    pub fix: Option<Box<Fix>>,
    /// The provider's own code for this mistake, where its document lists one.
    pub provider_code: Option<&'static str>,
    /// The passage that the finding rests on.
    pub source: Option<&'static Citation>,
    /// The reason that the rule's row gives, where it says more than the code does.
    pub reason: Option<&'static Bilingual>,
    /// Where the value comes from, if it does not stand where it is used.
    pub origin: Option<Box<Origin>>,
}

/// Why a value is refused where the document asks for a whole number and lists none.
static NOT_WHOLE: Bilingual = Bilingual::of_code(
    "The document asks for a whole number, which is written in digits alone.",
    "文档要求整数，整数只写数字。",
);

/// Why a value is refused for a part of it.
static REFUSED_PART: Bilingual = Bilingual::of_code(
    "The document says what the value cannot hold.",
    "文档写明了该值不能包含的内容。",
);

/// Where a value comes from that does not stand where it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Origin {
    /// The name through which it was followed, such as `var.class`.
    pub name: Text,
    /// Whether somebody can give another value when the tool runs.
    pub is_default: bool,
    /// The file in which it is written, where that is another one.
    pub file: Option<Text>,
}

impl Origin {
    fn tell(&self, locale: Locale, out: &mut String) {
        let name = self.name.as_str();
        let file = self.file.as_deref().map(crate::text::visible);
        let file = file.as_deref();
        // What stands in a file of values is no default, though another file may override it.
        let is_given = self
            .file
            .as_deref()
            .is_some_and(|file| file.ends_with(".tfvars") || file.ends_with(".tfvars.json"));
        let said = match (locale, self.is_default && !is_given, file) {
            (Locale::En, true, None) => format!(" (with the default of `{name}`)"),
            (Locale::En, true, Some(file)) => format!(" (with the default of `{name}` in {file})"),
            (Locale::En, false, None) => format!(" (the value of `{name}`)"),
            (Locale::En, false, Some(file)) => format!(" (the value of `{name}` in {file})"),
            (Locale::Zh, true, None) => format!("（取 `{name}` 的默认值时）"),
            (Locale::Zh, true, Some(file)) => format!("（取 {file} 中 `{name}` 的默认值时）"),
            (Locale::Zh, false, None) => format!("（`{name}` 的值）"),
            (Locale::Zh, false, Some(file)) => format!("（{file} 中 `{name}` 的值）"),
        };
        out.push_str(&said);
    }
}

impl Diagnostic {
    /// A finding of a team's own, for a [`Report`](crate::Report) in which what the team checks in
    /// code stands beside what the documents say. It has the code `house-rule` and makes no order
    /// invalid; as an error it keeps the report from [passing](crate::Report::passes). The message
    /// is given in English and in Chinese, as one line.
    ///
    /// ```
    /// use kvspec::{Checker, Diagnostic, Profile, Severity};
    ///
    /// let checker = Checker::new(Profile::by_id("alibaba.create-instance.cn").unwrap());
    /// let mut report = checker.check(r#"{"RegionId": "cn-hangzhou", "Capacity": 131072}"#);
    /// report.push(
    ///     Diagnostic::house_rule(
    ///         "budget",
    ///         "/Capacity",
    ///         "more than 64 GB needs an approval",
    ///         "超过 64 GB 须经审批",
    ///     )
    ///     .with_severity(Severity::Error),
    /// );
    /// assert!(report.is_valid() && !report.passes());
    /// # #[cfg(feature = "messages")]
    /// assert_eq!(
    ///     report.to_string(),
    ///     "1 error: house-rule at /Capacity: more than 64 GB needs an approval"
    /// );
    /// ```
    #[must_use]
    pub fn house_rule(rule: &str, path: &str, en: &str, zh: &str) -> Self {
        let plain = |text: &str| crate::text::visible(text).into_owned();
        let mut args = Args::new();
        args.text("rule", rule);
        args.with("message", Arg::Translated(Box::new((plain(en), plain(zh)))));
        let mut found = bare(Code::HouseRule, args);
        found.path = path.into();
        found
    }

    /// The same finding with another severity.
    #[must_use]
    pub const fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same finding at a place in the text that was checked.
    #[must_use]
    pub const fn with_span(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same finding about a documented parameter.
    #[must_use]
    pub const fn with_parameter(mut self, parameter: &'static str) -> Self {
        self.parameter = Some(parameter);
        self
    }

    /// Whether it makes the request invalid: a document says that it is wrong. A team's own
    /// rule never does, nor does one of a pack.
    pub(crate) fn is_documented_error(&self) -> bool {
        if cfg!(feature = "editions") && Pack::of(self.code).is_some() {
            return false;
        }
        self.severity == Severity::Error && self.code != Code::HouseRule
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        let mut message = self.sentence(locale).first_of(self.code.info().messages);
        if let Some(origin) = &self.origin {
            origin.tell(locale, &mut message);
        }
        message
    }

    /// What to do about it, in one sentence.
    #[must_use]
    pub fn help(&self, locale: Locale) -> String {
        let mut help = self.sentence(locale).first_of(&[self.code.info().help]);
        if self.code == Code::InvalidValue {
            let colon = help.find([';', '；']).unwrap_or(help.len());
            if self.takes_words() {
                // How numbers are written is of no use where the values are words.
                help.truncate(colon);
            } else if self.is_not_whole() {
                // Nor is a list where the document has none.
                help = help[colon..]
                    .trim_start_matches([';', '；', ' '])
                    .to_owned();
            }
        }
        help
    }

    /// Whether the value has to be a whole number, and the document lists none.
    fn is_not_whole(&self) -> bool {
        let has = |name| self.args.get(name).is_some();
        self.code == Code::InvalidValue && !has("allowed") && !has("forbidden")
    }

    /// Whether the values that would be right are words.
    fn takes_words(&self) -> bool {
        match self.args.get("allowed") {
            Some(Arg::AnyNumber(_)) => false,
            Some(allowed) => {
                let words = allowed.listed(|term| term.text(Locale::En));
                !words
                    .iter()
                    .all(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
            }
            None => self.args.get("forbidden").is_some(),
        }
    }

    const fn sentence(&self, locale: Locale) -> message::Sentence<'_> {
        message::Sentence {
            args: &self.args,
            parameter: self.parameter,
            locale,
        }
    }

    /// Why: the reason that the rule's row gives, or else the code's.
    #[must_use]
    pub fn reason(&self, locale: Locale) -> &'static str {
        match self.reason {
            Some(reason) => reason.get(locale),
            None if self.is_not_whole() => NOT_WHOLE.get(locale),
            None if self.code == Code::InvalidValue && self.args.get("forbidden").is_some() => {
                REFUSED_PART.get(locale)
            }
            None => self.code.info().reason.get(locale),
        }
    }
}
