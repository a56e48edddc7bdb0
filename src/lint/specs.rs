//! Orders in files of other tools: linting is a loop over what an envelope yields.

#[cfg(all(test, feature = "messages"))]
mod tests;

use std::collections::HashMap;
use std::ops::Range;

use super::{Linted, Linter};
use crate::check::Checker;
use crate::diagnostic::bare;
use crate::diagnostic::{
    Action, Applicability, Arg, Args, Code, Diagnostic, Edit, Fix, LineIndex, Patched, Severity,
    Span, Term, Text,
};
use crate::diagnostic::{Pack, Packs};
use crate::envelope::{
    Found, Ignore, Mend, Neighbour, Remark, Spec, SpecFormat, What as Wrong, command_line,
    markdown, request, terraform, yaml_file,
};
use crate::infer::Date;
use crate::input::InputFormat;
use crate::input::item::{Item, Member, What, Written};
use crate::input::shell::SHELLS;
use crate::input::{begins_a_url, message};
use crate::profile::{Bilingual, Condition, Kind, Object, Parameter, Profile, Ref};
use crate::run::Run;
use crate::words::Locale;

/// What a missing flag would hold, which another one cannot stand for.
const MISSING_FLAG: &Bilingual = &Bilingual::new(
    "the tool asks for it even if `--input-json` holds everything",
    "即使 `--input-json` 已含全部内容，工具仍要求提供",
);

/// The tools whose files are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tool {
    Hcl,
    HclJson,
    Yaml,
    /// A template in a file that is called JSON, where YAML's freedoms are mistakes.
    TemplateJson,
    Shell,
    Markdown,
    /// A file of which nothing here can be an order: program code, and others.
    Other,
}

/// Endings of names, and the tool that each is for.
const ENDINGS: &[(&str, Tool)] = &[
    (".tf.json", Tool::HclJson),
    (".tofu.json", Tool::HclJson),
    (".tf", Tool::Hcl),
    (".tofu", Tool::Hcl),
    (".hcl", Tool::Hcl),
    (".yaml", Tool::Yaml),
    (".yml", Tool::Yaml),
    (".template", Tool::Yaml),
    (".sh", Tool::Shell),
    (".bash", Tool::Shell),
    (".zsh", Tool::Shell),
    (".ksh", Tool::Shell),
    (".md", Tool::Markdown),
    (".markdown", Tool::Markdown),
];

/// Endings of files that hold requests, in which another tool's document is met by what it holds.
const PLAIN: &[&str] = &[".json", ".ndjson", ".jsonl", ".url", ".query", ".txt"];

/// Files without an ending that are programs of other tools, though they may hold commands.
const PROGRAMS: &[&str] = &[
    "makefile",
    "gnumakefile",
    "dockerfile",
    "containerfile",
    "jenkinsfile",
    "vagrantfile",
    "justfile",
    "rakefile",
    "gemfile",
    "procfile",
    "brewfile",
    "tiltfile",
    "earthfile",
    "readme",
    "license",
    "changelog",
];

/// Whether a file's name, in small letters, says that it is another tool's.
fn is_of_another_tool(name: &str) -> bool {
    let has_ending = name
        .rsplit_once('.')
        .is_some_and(|(stem, _)| !stem.is_empty());
    has_ending || PROGRAMS.contains(&name)
}

/// Whether the rest of a first line behind `#!` names a shell.
fn names_a_shell(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default();
    let mut words = line.split([' ', '\t', '/']);
    words.any(|word| SHELLS.contains(&word.trim_end()))
}

/// Words of which one stands in every script that orders an instance, unless a line breaks them.
const COMMANDS: &[&str] = &["aliyun r-kvstore ", "jdc redis "];

/// Words of which one stands in every template that orders an instance.
const TEMPLATES: &[&str] = &[
    "ALIYUN::REDIS::",
    "ALIYUN::KVSTORE::",
    "ALIYUN::TAIR::",
    "alicloud:kvstore",
    "alicloud:redis",
    "redis.alibaba.crossplane.io",
    "tair.alibabacloud.crossplane.io",
];

/// Whether a text begins as a URL or as a query does.
fn begins_a_request(start: &str) -> bool {
    let word = start.split(char::is_whitespace).next().unwrap_or_default();
    begins_a_url(start) || (word.contains('=') && word.contains('&'))
}

impl Tool {
    /// The tool of a text: what was asked for, then what the file's name says, then what the text
    /// holds. Nothing where it is a request by itself.
    fn of(format: InputFormat, file: Option<&str>, text: &str) -> Option<Self> {
        match format {
            InputFormat::Hcl => return Some(Self::Hcl),
            InputFormat::Yaml => return Some(Self::Yaml),
            InputFormat::Shell => return Some(Self::Shell),
            InputFormat::Markdown => return Some(Self::Markdown),
            InputFormat::Auto => {}
            InputFormat::Json | InputFormat::Ndjson | InputFormat::Query | InputFormat::Urls => {
                return None;
            }
        }
        let name = file.map(|file| file.rsplit(['/', '\\']).next().unwrap_or(file));
        let name = name.map(str::to_ascii_lowercase);
        let ends = |ending: &str| name.as_deref().is_some_and(|name| name.ends_with(ending));
        if let Some((_, tool)) = ENDINGS.iter().find(|(ending, _)| ends(ending)) {
            return Some(*tool);
        }
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if start.starts_with(['{', '[']) {
            let tool = Self::of_json(text);
            let is_json = ends(".json");
            return tool.map(|tool| match tool {
                Self::Yaml if is_json => Self::TemplateJson,
                tool => tool,
            });
        }
        if PLAIN.iter().any(|ending| ends(ending)) {
            return if ends(".txt") {
                Self::of_text(text, start)
            } else {
                None
            };
        }
        // A name with an ending that is none of ours is program code, or another tool's, whatever
        // it quotes.
        let is_other = name.as_deref().is_some_and(is_of_another_tool)
            && !begins_a_url(start)
            && message(start).is_none();
        if is_other {
            return Some(Self::Other);
        }
        // So is a file without an ending that names an interpreter which is no shell.
        match start.strip_prefix("#!") {
            Some(line) if !names_a_shell(line) => Some(Self::Other),
            Some(_) => Some(Self::Shell),
            None => Self::of_text(text, start),
        }
    }

    /// A JSON document of another tool's.
    fn of_json(text: &str) -> Option<Self> {
        let holds = |word: &str| text.contains(word);
        if holds("\"resource\"") && (holds("\"alicloud_") || holds("\"jdcloud_")) {
            return Some(Self::HclJson);
        }
        TEMPLATES
            .iter()
            .any(|word| holds(word))
            .then_some(Self::Yaml)
    }

    /// A text that no name and no bracket tells of.
    fn of_text(text: &str, start: &str) -> Option<Self> {
        // What begins as a request is one, whatever its values say.
        if begins_a_request(start) {
            return None;
        }
        let mut lines = text.lines().map(str::trim_start);
        if lines.any(|line| line.starts_with("resource \"")) {
            return Some(Self::Hcl);
        }
        if TEMPLATES.iter().any(|word| text.contains(word)) {
            return Some(Self::Yaml);
        }
        if start.starts_with("```") || start.starts_with("~~~") {
            return Some(Self::Markdown);
        }
        // A script may begin as a query does: `X=1`.
        if COMMANDS.iter().any(|command| text.contains(command)) {
            return Some(Self::Shell);
        }
        let is_script = start.starts_with("#!")
            || text.contains("r-kvstore")
            || text.contains("jdc redis")
            || start.starts_with("aliyun ")
            || start.starts_with("jdc ");
        (is_script && InputFormat::of(text) == InputFormat::Json).then_some(Self::Shell)
    }

    fn read(
        self,
        text: &str,
        file: &str,
        neighbours: &[Neighbour<'_>],
        as_of: Option<Date>,
    ) -> Found {
        match self {
            Self::Hcl => terraform::read(text, file, neighbours),
            Self::HclJson => terraform::read_json(text, file, neighbours),
            Self::Yaml => {
                let mut found = yaml_file::read(text, &|inner| terraform::read(inner, file, &[]));
                if is_patch(file) {
                    found.specs.iter_mut().for_each(yaml_file::is_part);
                }
                if is_chart(text) {
                    found
                        .remarks
                        .retain(|remark| !matches!(remark.what, Wrong::Syntax(_)));
                }
                found
            }
            Self::TemplateJson => {
                yaml_file::read_json(text, &|inner| terraform::read(inner, file, &[]))
            }
            Self::Shell => command_line::read(text),
            Self::Markdown => markdown::read(text, &|info, inner| match info {
                "hcl" => terraform::read(inner, file, &[]),
                "yaml" => Self::Yaml.read(inner, file, &[], as_of),
                "json" => match Self::of_json(inner) {
                    Some(tool) => tool.read(inner, file, &[], as_of),
                    None => request::read(inner, as_of),
                },
                _ => command_line::read(inner),
            }),
            Self::Other => Found::default(),
        }
    }

    /// The format that a text of this tool was taken for, where nothing in it tells.
    const fn format(self) -> SpecFormat {
        match self {
            Self::Hcl | Self::Other => SpecFormat::Terraform,
            Self::HclJson => SpecFormat::TerraformJson,
            Self::Yaml | Self::TemplateJson => SpecFormat::Ros,
            Self::Shell => SpecFormat::Shell,
            Self::Markdown => SpecFormat::Markdown,
        }
    }
}

/// Whether a file's name says that Kustomize merges it into a resource of another file.
fn is_patch(file: &str) -> bool {
    let mut parts = file.rsplit(['/', '\\']);
    let is_called = parts
        .next()
        .is_some_and(|name| name.to_ascii_lowercase().contains("patch"));
    is_called || parts.any(|folder| matches!(folder, "patches" | "overlays"))
}

/// Whether a text that cannot be read as YAML is a template of a Helm chart, which becomes YAML only when it is
/// rendered.
fn is_chart(text: &str) -> bool {
    text.lines().any(|line| {
        let value = line.split_once(": ").map_or("", |(_, value)| value);
        [line, value].iter().any(|part| {
            part.trim_start()
                .strip_prefix("{{")
                .is_some_and(|rest| rest.contains("}}"))
        })
    })
}

/// Conditions of one order that are told apart; of more than that their values are not known.
const MOST_CONDITIONS: usize = 4;

impl Linter<'_> {
    /// What a text was taken for that cannot be read: by what was asked for, or by its file's name.
    pub(super) fn taken_for(&self) -> Option<(SpecFormat, Term)> {
        let tool = Tool::of(self.format, self.file, "")?;
        Some((tool.format(), term_of(tool.format())))
    }

    /// Whether a text is a file of another tool's that orders are read from, not a request by itself.
    #[must_use]
    #[doc(hidden)]
    pub fn reads_another_tool(&self, text: &str) -> bool {
        // A request stays one under any name.
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if begins_a_request(start) {
            return false;
        }
        if start.starts_with(['{', '[']) {
            let names_an_action = serde_json::from_str::<serde_json::Value>(start)
                .is_ok_and(|root| root.get("Action").is_some());
            return !names_an_action && Tool::of_json(text).is_some();
        }
        let tool = Tool::of(self.format, self.file, text);
        !matches!(tool, None | Some(Tool::Other))
    }

    /// Whether a text that cannot be read names an order of the kind that its file may hold.
    #[must_use]
    #[doc(hidden)]
    pub fn may_hold_an_order(&self, text: &str) -> bool {
        let names_one = || {
            yaml_file::names_a_type(text)
                || text.contains("r-kvstore")
                || text.contains("jdc redis")
        };
        match Tool::of(self.format, self.file, text) {
            Some(Tool::Other) => false,
            Some(_) => names_one(),
            None => names_one() || super::mentions_an_order(text),
        }
    }

    /// The orders of a text that is another tool's, and what that text is; nothing where it is a
    /// request by itself.
    pub(crate) fn orders_in(&self, text: &str) -> Option<(SpecFormat, Found)> {
        let (tool, found) = self.found_in(text)?;
        Some((tool.format(), found))
    }

    /// What a text of another tool's holds, read together with the other files of its folder.
    fn found_in(&self, text: &str) -> Option<(Tool, Found)> {
        let tool = Tool::of(self.format, self.file, text)?;
        let neighbours: Vec<Neighbour<'_>> = self
            .neighbours
            .iter()
            .map(|(name, text)| Neighbour { name, text })
            .collect();
        let file = self.file.unwrap_or_default();
        let found = tool.read(text, file, &neighbours, self.as_of);
        Some((tool, found))
    }

    /// Lints a text that is another tool's; nothing where it is a request by itself.
    pub(super) fn specs(&self, text: &str, run: &mut Run) -> Option<Vec<Linted>> {
        let (tool, found) = self.found_in(text)?;
        let mut judge = Judge {
            linter: self,
            is_json: tool == Tool::TemplateJson,
            text,
            index: LineIndex::new(text),
            blocks: &found.blocks,
            ignores: &found.ignores,
            by_start: Cover::sorted(&found.ignores),
            used: found.ignores.iter().map(used_by_none).collect(),
        };
        let mut linted = Vec::new();
        for remark in &found.remarks {
            linted.push(judge.alone(remark, tool.format()));
        }
        for spec in &found.specs {
            linted.extend(judge.spec(spec, run));
        }
        judge.unused(&found, tool.format(), &mut linted);
        linted.sort_by_key(|one| one.line);
        for (index, one) in linted.iter_mut().enumerate() {
            one.index = index;
        }
        Some(linted)
    }
}

/// For each code of a comment, or for the comment as a whole, whether it put anything off.
fn used_by_none(ignore: &Ignore) -> Vec<bool> {
    vec![false; ignore.codes.len().max(1)]
}

struct Judge<'j> {
    linter: &'j Linter<'j>,
    /// Whether the file is JSON, whichever tool it is for.
    is_json: bool,
    text: &'j str,
    index: LineIndex,
    /// Where blocks of Markdown begin, and what each is read as.
    blocks: &'j [(usize, SpecFormat)],
    ignores: &'j [Ignore],
    /// What the comments cover, in the order of the file.
    by_start: Vec<Cover>,
    used: Vec<Vec<bool>>,
}

/// What a comment covers, in a list sorted by where that begins.
struct Cover {
    start: usize,
    /// Where the last one ends of all up to this one.
    last_end: usize,
    /// Which comment.
    ignore: usize,
}

impl Cover {
    fn sorted(ignores: &[Ignore]) -> Vec<Self> {
        let mut covers: Vec<Self> = ignores
            .iter()
            .enumerate()
            .filter(|(_, ignore)| !ignore.covers.is_empty())
            .map(|(index, ignore)| Self {
                start: ignore.covers.start,
                last_end: ignore.covers.end,
                ignore: index,
            })
            .collect();
        covers.sort_by_key(|cover| cover.start);
        let mut last_end = 0;
        for cover in &mut covers {
            last_end = last_end.max(cover.last_end);
            cover.last_end = last_end;
        }
        covers
    }
}

impl Judge<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        let within = |offset: usize| {
            let mut offset = offset.min(self.text.len());
            while !self.text.is_char_boundary(offset) {
                offset -= 1;
            }
            self.index.position(self.text, offset)
        };
        Span {
            start: within(range.start),
            end: within(range.end.max(range.start)),
        }
    }

    /// What a text is called that cannot be read: in Markdown, the block around that place.
    fn term(&self, format: SpecFormat, at: usize) -> Term {
        if self.is_json {
            return Term::JsonFormat;
        }
        let begun = self.blocks.partition_point(|(start, _)| *start <= at);
        let block = self.blocks[..begun].last();
        term_of(block.map_or(format, |(_, format)| *format))
    }

    /// A remark that is about no order.
    fn alone(&mut self, remark: &Remark, format: SpecFormat) -> Linted {
        let found = self.remark(remark, format);
        let line = found.span.map_or(1, |span| span.start.line);
        let wrong = found.severity == Severity::Error;
        let (format, name) = match &remark.what {
            // In Markdown everything counts as Markdown.
            Wrong::UnknownOperation {
                order: Some((own, name)),
                ..
            } => {
                let is_whole_file = format != SpecFormat::Markdown;
                let own = if is_whole_file { *own } else { format };
                (own, Some(name.clone()))
            }
            Wrong::UnknownOperation { order: None, .. }
                if matches!(format, SpecFormat::Shell | SpecFormat::Markdown) =>
            {
                (format, Some(format!("line {line}")))
            }
            _ => (format, None),
        };
        Linted {
            format,
            name,
            inferred: true,
            wrong,
            diagnostics: self.shown(vec![found]),
            ..Linted::empty(line)
        }
    }

    fn remark(&self, remark: &Remark, format: SpecFormat) -> Diagnostic {
        let forced = |is_forced: bool| {
            if is_forced {
                Severity::Warning
            } else {
                Severity::Error
            }
        };
        let mut args = Args::new();
        let (code, severity) = match &remark.what {
            Wrong::Syntax(problem) => {
                args.term("format", self.term(format, remark.span.start));
                match in_chinese(problem) {
                    Some(chinese) => {
                        let both = (problem.clone(), chinese);
                        args.with("problem", Arg::Translated(Box::new(both)));
                    }
                    None => {
                        args.text("problem", problem.as_str());
                    }
                }
                (Code::Syntax, Severity::Error)
            }
            Wrong::Character(character) => {
                args.term("format", self.term(format, remark.span.start));
                let number = u32::from(*character);
                let both = (
                    format!("the character U+{number:04X} stands where a plain blank belongs"),
                    format!("字符 U+{number:04X} 出现在应为普通空格的位置"),
                );
                args.with("problem", Arg::Translated(Box::new(both)));
                (Code::Syntax, Severity::Error)
            }
            Wrong::UnknownOperation {
                written,
                suggestion,
                is_info,
                order: _,
            } => {
                args.text("written", written.as_str());
                if let Some(suggestion) = suggestion {
                    args.text("suggestion", suggestion.as_str());
                }
                let severity = if *is_info {
                    Severity::Info
                } else {
                    Severity::Error
                };
                (Code::UnknownOperation, severity)
            }
            Wrong::Spelling {
                written,
                right,
                is_forced,
            } => {
                args.text("written", written.as_str());
                args.text("documented", right.as_str());
                (Code::ParameterCase, forced(*is_forced))
            }
            Wrong::UnknownFlag {
                written,
                suggestion,
                inside,
                is_forced,
                is_word,
            } => {
                let has_dashes = *is_word || written.starts_with('-');
                let dashes = if has_dashes { "" } else { "--" };
                args.text("written", format!("{dashes}{written}"));
                if let Some(inside) = inside {
                    args.text("inside", inside.as_str());
                }
                if let Some(suggestion) = suggestion {
                    args.text("suggestion", suggestion.as_str());
                }
                (Code::UnknownParameter, forced(*is_forced))
            }
            Wrong::NoJson { flag } => {
                args.text("parameter", *flag);
                args.term("expected", Term::JsonObjectText);
                (Code::MalformedJson, Severity::Error)
            }
            Wrong::MissingFlag { flag } => {
                args.text("parameter", *flag);
                args.with("label", Arg::Bilingual(MISSING_FLAG));
                (Code::RequiredParameter, Severity::Error)
            }
        };
        let mut found = bare(code, args);
        found.severity = severity;
        found.path = remark.path.as_str().into();
        found.span = Some(self.span(&remark.span));
        found.fix = remark.fix.as_ref().map(mended);
        found
    }

    /// Judges one order.
    fn spec(&mut self, spec: &Spec, run: &mut Run) -> Option<Linted> {
        let profile = self
            .linter
            .profile
            .or_else(|| Profile::by_id(spec.profile))?;
        let mut checker = Checker::new(profile).asked(self.linter.packs);
        if let Some(context) = self.linter.context {
            checker = checker.context(context);
        }
        #[cfg(feature = "config")]
        if let Some(policy) = self.linter.policy {
            checker = checker.policy(policy);
        }
        let mut arguments = spec.arguments.clone();
        veil(&mut arguments, Some(profile.request), spec.format);
        let mut conditions = Vec::new();
        conditions_of(&arguments, &mut conditions);
        conditions.truncate(MOST_CONDITIONS);
        let mut merged: Option<Vec<Diagnostic>> = None;
        let mut unknown = 0;
        for world in 0..1_u32 << conditions.len() {
            let arguments = settled(&arguments, &conditions, world);
            let (found, count) =
                checker.check_spec((self.text, &self.index), spec, &arguments, Some(run));
            unknown = unknown.max(count);
            merged = Some(match merged {
                None => found,
                Some(before) => in_every_world(before, found, profile),
            });
        }
        // Whichever arm is taken, what depends on a condition is one value that is not known.
        if !conditions.is_empty() {
            let arguments = settled(&arguments, &[], 0);
            (_, unknown) = checker.check_spec((self.text, &self.index), spec, &arguments, None);
        }
        let mut diagnostics = merged.unwrap_or_default();
        for found in &mut diagnostics {
            doubt_renaming(found, &spec.ignored_changes);
        }
        diagnostics.extend(
            spec.remarks
                .iter()
                .map(|remark| self.remark(remark, spec.format)),
        );
        diagnostics.sort_by_key(|found| found.span.map(|span| span.start.offset));
        let wrong = diagnostics.iter().any(Diagnostic::is_documented_error);
        let before = diagnostics.len();
        diagnostics.retain(|found| !self.put_off(found));
        let hidden = before - diagnostics.len();
        Some(Linted {
            format: spec.format,
            name: Some(spec.name.clone()),
            unknown,
            profile: Some(profile),
            inferred: self.linter.profile.is_none(),
            wrong,
            hidden,
            diagnostics: self.shown(diagnostics),
            ..Linted::empty(self.span(&spec.head).start.line)
        })
    }

    /// The packs that the caller asks for, and those that the team does.
    fn packs(&self) -> Packs {
        #[cfg(feature = "config")]
        if let Some(policy) = self.linter.policy {
            return self.linter.packs.and(policy.packs());
        }
        self.linter.packs
    }

    /// The findings that are wanted, with the severities that the team gives them.
    fn shown(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        #[cfg(feature = "config")]
        let diagnostics: Vec<Diagnostic> = match self.linter.policy {
            Some(policy) => crate::report::Report::new(crate::documents::PROFILES[0], diagnostics)
                .overruled(policy)
                .into_iter()
                .collect(),
            None => diagnostics,
        };
        let mut diagnostics = diagnostics;
        diagnostics.retain(|found| found.severity >= self.linter.level);
        diagnostics
    }

    /// Whether a comment puts a finding off.
    fn put_off(&mut self, found: &Diagnostic) -> bool {
        let Some(span) = found.span else {
            return false;
        };
        let mut is_off = false;
        let begun = self
            .by_start
            .partition_point(|cover| cover.start <= span.start.offset);
        // From the nearest one back, as long as one before may reach as far.
        let reaching = self.by_start[..begun].iter().rev();
        for cover in reaching.take_while(|cover| span.end.offset <= cover.last_end) {
            let ignore = &self.ignores[cover.ignore];
            let used = &mut self.used[cover.ignore];
            if ignore.covers.end < span.end.offset {
                continue;
            }
            if ignore.codes.is_empty() {
                used[0] = true;
                is_off = true;
            }
            for ((code, _), used) in ignore.codes.iter().zip(used) {
                if code == found.code.name() {
                    *used = true;
                    is_off = true;
                }
            }
        }
        is_off
    }

    /// Comments that put nothing off, each told with the order that it stands at.
    fn unused(&self, found: &Found, format: SpecFormat, linted: &mut Vec<Linted>) {
        if self.linter.level > Severity::Warning {
            return;
        }
        // What a comment stands at may be what could not be read.
        let is_broken =
            |remark: &Remark| matches!(remark.what, Wrong::Syntax(_) | Wrong::Character(_));
        let is_read_in_part = found.remarks.iter().any(is_broken);
        // The first order of each name, and how far the orders up to each one reach.
        let mut homes: HashMap<String, usize> = HashMap::new();
        let mut reach: Vec<usize> = Vec::new();
        if !self.ignores.is_empty() {
            for (at, one) in linted.iter().enumerate() {
                // What was not judged is no order.
                if let (Some(name), Some(_)) = (&one.name, one.profile) {
                    homes.entry(name.clone()).or_insert(at);
                }
            }
            for spec in &found.specs {
                let before = reach.last().copied().unwrap_or_default();
                reach.push(spec.whole.end.max(before));
            }
        }
        for (ignore, used) in self.ignores.iter().zip(&self.used) {
            if is_read_in_part && (ignore.covers.is_empty() || homes.is_empty()) {
                continue;
            }
            for (at, used) in used.iter().enumerate() {
                if *used {
                    continue;
                }
                let code = ignore.codes.get(at);
                // What would be put off if somebody asked for its pack is not put off in vain.
                let waits = code
                    .and_then(|(code, _)| Code::from_name(code))
                    .is_some_and(|code| Pack::of(code).is_some() && !self.packs().ask_for(code));
                if waits {
                    continue;
                }
                let range = code.map_or(&ignore.span, |(_, range)| range);
                let mut finding = bare(Code::UnusedIgnore, Args::new());
                finding.severity = Severity::Warning;
                finding.span = Some(self.span(range));
                if let Some((code, _)) = code {
                    match near_code(code) {
                        Some(near) => {
                            finding.args.text("value", code.as_str());
                            if near != code {
                                finding.args.fixed("suggestion", near);
                            }
                        }
                        None => {
                            finding.args.term("problem", Term::NoSuchCode);
                        }
                    }
                }
                let line = finding.span.map_or(1, |span| span.start.line);
                let near = reach.partition_point(|end| *end <= ignore.span.start);
                let home = found.specs.get(near).or(found.specs.last());
                match home.and_then(|spec| homes.get(&spec.name)) {
                    Some(home) => linted[*home].diagnostics.push(finding),
                    None => linted.push(Linted {
                        format,
                        inferred: true,
                        diagnostics: vec![finding],
                        ..Linted::empty(line)
                    }),
                }
            }
        }
    }
}

/// The code that a word in an ignore comment is, or the one that it misspells. What is neither may
/// be anything, also a password.
fn near_code(word: &str) -> Option<&'static str> {
    let codes = Code::ALL.iter().map(|code| code.name());
    match Code::from_name(word) {
        Some(code) => Some(code.name()),
        None => crate::text::nearest(word, codes),
    }
}

const fn term_of(format: SpecFormat) -> Term {
    match format {
        SpecFormat::Terraform => Term::HclFormat,
        SpecFormat::Ros | SpecFormat::Pulumi | SpecFormat::Crossplane => Term::YamlFormat,
        SpecFormat::Shell => Term::ShellFormat,
        SpecFormat::Markdown => Term::MarkdownFormat,
        SpecFormat::Query | SpecFormat::Urls => Term::QueryFormat,
        SpecFormat::Json | SpecFormat::Ndjson | SpecFormat::TerraformJson => Term::JsonFormat,
    }
}

#[expect(clippy::unnecessary_box_returns, reason = "a finding keeps it so")]
fn mended(mend: &Mend) -> Box<Fix> {
    let edits = mend.edits.iter().map(|(range, text)| Edit {
        start: range.start,
        end: range.end,
        text: text.as_str().into(),
    });
    let text: Text = mend
        .edits
        .first()
        .map(|(_, text)| text.as_str().into())
        .unwrap_or_default();
    let action = if text.is_empty() {
        Action::Remove
    } else {
        Action::Replace(text)
    };
    Box::new(Fix {
        action,
        patched: Patched::No,
        applicability: if mend.is_safe {
            Applicability::Safe
        } else {
            Applicability::Unsafe
        },
        edits: edits.collect(),
    })
}

/// What the reader of YAML says, in Chinese: the usual problems by their sense, others in its
/// own words.
fn in_chinese(problem: &str) -> Option<String> {
    const USUAL: [(&str, &str); 27] = [
        (
            "leads nowhere",
            "没有引号的词是引用，而此处的引用没有指向任何内容",
        ),
        ("closed nowhere", "此处开始的引号没有闭合"),
        ("behind the backslash", "反斜杠之后有空白，命令到本行即结束"),
        ("aliases blow this document up", "别名引用使文档过度膨胀"),
        (
            "stands inside its own anchor",
            "别名位于自身的锚点之内，或锚点过多",
        ),
        ("nesting goes deeper than", "嵌套过深"),
        ("is nested more than", "嵌套过深"),
        ("did not find expected node content", "此处缺少值"),
        ("did not find expected key", "此处应为键，请检查缩进"),
        (
            "did not find expected '-'",
            "此处应为列表项的 `-`，请检查缩进",
        ),
        ("did not find expected ',' or '}'", "映射中缺少 `,` 或 `}`"),
        ("expected ',' or ']'", "列表中缺少 `,` 或 `]`"),
        (
            "mapping values are not allowed",
            "此处不能出现 `:`，请检查缩进或为文本加引号",
        ),
        ("mapping keys are not allowed", "此处不能出现键"),
        (
            "block sequence entries are not allowed",
            "此处不能出现列表项 `-`",
        ),
        ("invalid indentation", "缩进不正确"),
        ("tabs disallowed", "此处不能使用制表符，请改用空格"),
        ("found a tab", "此处不能使用制表符，请改用空格"),
        ("cannot start with a tab", "此处不能使用制表符，请改用空格"),
        ("found unexpected end of stream", "引号没有闭合"),
        ("found unexpected document indicator", "引号没有闭合"),
        (
            "invalid trailing content after double-quoted",
            "双引号之后有多余内容",
        ),
        ("simple key expect", "键之后缺少 `:`"),
        ("found unknown escape character", "双引号中的转义无效"),
        ("found unknown anchor", "引用的锚点不存在"),
        ("unexpected character", "此处出现了不能使用的字符"),
        (
            "did not find expected alphabetic or numeric character",
            "`*` 或 `&` 之后缺少名称",
        ),
    ];
    // The reader of JSON is our own.
    let mut terms = Term::ALL.iter();
    if let Some(own) = terms.find(|term| term.text(Locale::En) == problem) {
        return Some(own.text(Locale::Zh).to_owned());
    }
    if !problem.is_ascii() {
        return None;
    }
    let usual = USUAL.iter().find(|(words, _)| problem.contains(words));
    Some(match usual {
        Some((_, chinese)) => (*chinese).to_owned(),
        None => format!("内容有误（解析器原文：{problem}）"),
    })
}

/// Says that a new name for an argument changes what the file does, where the old one also stands
/// among those whose changes are ignored: the new one does not.
fn doubt_renaming(found: &mut Diagnostic, ignored: &[String]) {
    let path = found.path.to_string();
    let is_ignored = path
        .strip_prefix('/')
        .is_some_and(|name| ignored.iter().any(|other| other == name));
    if let Some(fix) = &mut found.fix
        && is_ignored
        && matches!(fix.action, Action::Rename(_))
    {
        fix.applicability = Applicability::Unsafe;
    }
}

/// The findings of two ways in which conditions can turn out: a value is judged on each arm, what
/// values mean for each other only counts if it is so on every one.
fn in_every_world(
    before: Vec<Diagnostic>,
    now: Vec<Diagnostic>,
    profile: &'static Profile,
) -> Vec<Diagnostic> {
    let (mut kept, mut fresh) = (Vec::new(), now);
    for found in before {
        let relates = is_of_a_relation(&found, profile);
        let again = fresh.iter().position(|other| {
            let is_same = found.code == other.code && found.path == other.path;
            // Another arm is another value, under the same name.
            is_same && (relates || is_of_a_name(found.code) || found.span == other.span)
        });
        match again {
            // What is said whatever turns out is the least that is said.
            Some(at) if fresh[at].severity < found.severity => kept.push(fresh.remove(at)),
            Some(at) => {
                fresh.remove(at);
                kept.push(found);
            }
            None if relates => {}
            None => kept.push(found),
        }
    }
    kept.extend((fresh.into_iter()).filter(|found| !is_of_a_relation(found, profile)));
    kept
}

/// Whether a finding is about an argument's name, whatever its value is.
const fn is_of_a_name(code: Code) -> bool {
    matches!(
        code,
        Code::DeprecatedParameter | Code::ParameterCase | Code::UnknownParameter
    )
}

/// Whether a finding is about what values mean for each other, or about what is missing, and not
/// about one value by itself.
fn is_of_a_relation(found: &Diagnostic, profile: &'static Profile) -> bool {
    if matches!(
        found.code,
        Code::RequiredParameter
            | Code::ZoneOutsideRegion
            | Code::DuplicateItem
            | Code::DuplicateParameter
            | Code::ConflictingParameters
    ) {
        return true;
    }
    let Some(reason) = found.reason else {
        return false;
    };
    // What a team asks for, it asks of the order.
    if Pack::of(found.code).is_some() {
        return true;
    }
    let mut relates = None;
    profile.visit_objects(&mut |_, object| {
        let rule = (object.rules.iter()).find(|rule| std::ptr::eq(&raw const rule.reason, reason));
        relates = relates.or(rule.map(|rule| {
            let is_own = |condition| rule.at.is_some_and(|at| is_about(condition, at));
            !rule.when.iter().all(is_own)
        }));
    });
    // Of a word without quotes it is said why, although it is about that value alone.
    relates.unwrap_or(found.code != Code::ConfigUnlikelyValue)
}

/// Whether a condition asks about that value alone, and about one that is there.
fn is_about(condition: &Condition, at: Ref) -> bool {
    match condition {
        Condition::Present(reference) => *reference == at,
        Condition::Absent(_) | Condition::Unknown(_) | Condition::NoElement(..) => false,
        Condition::Either(all) => all.iter().all(|condition| is_about(condition, at)),
        other => {
            let mut is_own = true;
            other.visit_values(&mut |reference| is_own &= reference == at);
            is_own
        }
    }
}

/// The parameter that a name stands for, also an old name.
fn row_of(object: Option<&'static Object>, name: &str) -> Option<&'static Parameter> {
    let object = object?;
    let renamed = object.old_names.iter().find(|(old, _)| *old == name);
    object.parameter(renamed.map_or(name, |(_, new)| new))
}

/// Takes away what the tool shows to nobody, wherever it is used: a message would repeat it. Only
/// of a secret parameter no message repeats the value.
fn veil(item: &mut Item, object: Option<&'static Object>, format: SpecFormat) {
    if item.via.as_ref().is_some_and(|via| via.is_hidden) {
        let is_nothing = match &item.what {
            What::Null => true,
            What::Text(text) => text.is_empty(),
            _ => false,
        };
        let at = item.via.take().map_or(item.span.clone(), |via| via.used_at);
        let what = if is_nothing {
            What::Unsettled { reference: None }
        } else {
            What::Unknown { reference: None }
        };
        *item = Item::new(what, at, item.written);
        return;
    }
    match &mut item.what {
        What::List { elements, .. } => {
            for element in elements {
                veil(element, object, format);
            }
        }
        What::Map { members, .. } => {
            for member in members {
                let row = row_of(object, &member.name);
                let inner = match row.map(|row| row.kind) {
                    Some(
                        Kind::Object(inner) | Kind::JsonArray(inner) | Kind::Objects(inner, _),
                    ) => Some(inner),
                    _ => None,
                };
                if row.is_some_and(|row| row.secret) {
                    unveil(&mut member.value, format);
                } else {
                    veil(&mut member.value, inner, format);
                }
            }
        }
        What::Choice { arms, .. } => {
            for arm in arms.iter_mut() {
                veil(arm, object, format);
            }
        }
        _ => {}
    }
}

/// What is hidden from the tool's output can be read in the file all the same, where it is no
/// parameter of a stack. One that is called secret where it is used came through no name.
fn unveil(item: &mut Item, format: SpecFormat) {
    if let Some(via) = &mut item.via {
        via.is_hidden &= format == SpecFormat::Ros;
        if via.name.is_empty() {
            item.via = None;
        }
    }
    if let What::Choice { arms, .. } = &mut item.what {
        arms.iter_mut().for_each(|arm| unveil(arm, format));
    }
}

fn conditions_of(item: &Item, conditions: &mut Vec<String>) {
    match &item.what {
        What::Choice { condition, arms } => {
            if !conditions.contains(condition) {
                conditions.push(condition.clone());
            }
            for arm in arms.iter() {
                conditions_of(arm, conditions);
            }
        }
        What::List { elements, .. } => {
            for element in elements {
                conditions_of(element, conditions);
            }
        }
        What::Map { members, .. } => {
            for member in members {
                conditions_of(&member.value, conditions);
            }
        }
        _ => {}
    }
}

/// The same value with every condition settled: the bits of `world` say which arm is taken.
fn settled(item: &Item, conditions: &[String], world: u32) -> Item {
    let mut item = item.clone();
    item.what = match item.what {
        What::Choice { condition, arms } => {
            let [first, second] = *arms;
            match conditions.iter().position(|known| *known == condition) {
                Some(at) => {
                    let arm = if world >> at & 1 == 0 { first } else { second };
                    return settled(&arm, conditions, world);
                }
                None if matches!(first.what, What::Null) || matches!(second.what, What::Null) => {
                    What::Unsettled { reference: None }
                }
                None => What::Unknown { reference: None },
            }
        }
        What::List { elements, open } => What::List {
            elements: elements
                .iter()
                .map(|element| settled(element, conditions, world))
                .collect(),
            open,
        },
        What::Map { members, open } => What::Map {
            members: members
                .into_iter()
                .map(|mut member| {
                    member.value = settled(&member.value, conditions, world);
                    member
                })
                .collect(),
            open,
        },
        other => other,
    };
    item
}

/// What may be seen of a file: names and values of orders, but for secrets, and what holds them
/// together. A comment, or what is no order, may hold anything.
struct Sight<'t> {
    text: &'t str,
    visible: Vec<bool>,
    /// The order that is looked at. What has no place of its own in it, but the order's, is
    /// written with escapes among which nothing can be found.
    whole: Range<usize>,
    /// Where secrets stand, whoever else refers to them.
    secrets: Vec<Range<usize>>,
}

impl Sight<'_> {
    fn show(&mut self, range: &Range<usize>) {
        if range.start <= self.whole.start && range.end >= self.whole.end {
            return;
        }
        if let Some(visible) = self.visible.get_mut(range.clone()) {
            visible.fill(true);
        }
    }

    /// Shows a name, unless a secret may be a part of it.
    fn key(&mut self, member: &Member) {
        if crate::redact::without_secret(&member.name).is_none() {
            self.show(&member.key);
        }
    }

    fn hide(&mut self, range: &Range<usize>) {
        if let Some(visible) = self.visible.get_mut(range.clone()) {
            visible.fill(false);
        }
    }

    /// Shows blanks, brackets and the like, which hold names and values together.
    fn show_signs(&mut self, range: &Range<usize>) {
        let Some(stretch) = self.text.as_bytes().get(range.clone()) else {
            return;
        };
        for (at, byte) in stretch.iter().enumerate() {
            let is_sign = byte.is_ascii_whitespace() || b"{}[]()=,:-\\|>".contains(byte);
            if is_sign {
                self.visible[range.start + at] = true;
            }
        }
    }

    /// Shows what a comment puts off, and hides what it says besides, and what is no code: it may be
    /// anything.
    fn ignore(&mut self, ignore: &Ignore, comment: &str) {
        let marks = |c: char| "#/*-!; \t<".contains(c);
        let lead = comment.len() - comment.trim_start_matches(marks).len();
        let begin = comment.find("kvspec").unwrap_or(lead);
        let last = ignore.codes.last().map(|(_, place)| place.end);
        let end = match last.and_then(|last| last.checked_sub(ignore.span.start)) {
            Some(last) => {
                last + comment
                    .get(last..)
                    .map_or(0, |rest| usize::from(rest.starts_with(']')))
            }
            None => comment
                .find("ignore")
                .map_or(begin, |at| at + "ignore".len()),
        };
        let start = ignore.span.start;
        self.show(&(start..start + lead));
        self.show(&(start + begin..start + end.max(begin)));
        for (code, place) in &ignore.codes {
            if near_code(code).is_none() {
                self.hide(place);
            }
        }
    }

    /// Shows the words of a command up to its operation, but for the values of the flags among
    /// them: some of those are keys.
    fn command(&mut self, head: &Range<usize>) {
        let Some(text) = self.text.get(head.clone()) else {
            return;
        };
        let mut at = head.start;
        let mut may_be_value = false;
        let last = text.split_ascii_whitespace().count().saturating_sub(1);
        for (index, word) in text.split_ascii_whitespace().enumerate() {
            let found = self.text[at..].find(word).map_or(at, |found| at + found);
            at = found + word.len();
            let name = word.find(['=', ':']).map_or(word, |end| &word[..end]);
            let is_name = |c: char| c.is_ascii_lowercase() || c == '-';
            let is_flag = name.starts_with('-') && name.chars().all(is_name);
            let is_product = ["r-kvstore", "redis"]
                .iter()
                .any(|product| word.eq_ignore_ascii_case(product));
            if index == 0 || index == last || is_product {
                self.visible[found..at].fill(true);
            } else if is_flag && !may_be_value {
                self.visible[found..found + name.len()].fill(true);
            }
            may_be_value = is_flag
                && name.len() == word.len()
                && crate::redact::names_a_password(&name.replace("private-key", "secret"));
        }
    }

    fn members(&mut self, item: &Item, object: Option<&'static Object>) {
        let What::Map { members, .. } = &item.what else {
            return;
        };
        // A parameter of the server, as a pair of name and value.
        let is_secret_pair = members.iter().any(|member| {
            let is_name = ["name", "key"]
                .iter()
                .any(|name| member.name.eq_ignore_ascii_case(name));
            matches!(&member.value.what, What::Text(text) if is_name
                && crate::redact::names_a_password(text))
        });
        for member in members {
            self.key(member);
            let row = row_of(object, &member.name);
            if is_secret_pair && member.name.eq_ignore_ascii_case("value") {
                self.secret(&member.value);
                continue;
            }
            match row.map(|row| (row.secret, row.kind)) {
                Some((true, _)) => self.secret(&member.value),
                Some((
                    false,
                    Kind::Object(inner) | Kind::JsonArray(inner) | Kind::Objects(inner, _),
                )) => {
                    self.nested(&member.value, Some(inner));
                }
                // What stands in a text may hold a secret, and so may what nobody knows.
                None | Some((false, Kind::JsonObject)) => {}
                // Whatever belongs to a key that a password was encrypted with.
                Some((false, _)) if is_of_key(&member.name) => {}
                Some((false, _)) => self.value(&member.value),
            }
        }
    }

    fn nested(&mut self, item: &Item, object: Option<&'static Object>) {
        match &item.what {
            What::List { elements, .. } => {
                for element in elements {
                    self.members(element, object);
                }
            }
            _ => self.members(item, object),
        }
    }

    /// Shows a value that is no secret by its parameter's name, but for what is called one in it.
    fn value(&mut self, item: &Item) {
        if item.via.as_ref().is_some_and(|via| via.is_hidden) {
            self.secret(item);
            return;
        }
        if let Some(via) = item.via.as_ref().filter(|via| via.file.is_some()) {
            // It stands in another file: here is no more than its name.
            let written = self.text.get(via.used_at.clone()).unwrap_or_default();
            let is_of_name = |c: char| c.is_ascii_alphanumeric() || "._-[]${}\"".contains(c);
            if written.contains(&via.name) && written.chars().all(is_of_name) {
                self.show(&via.used_at);
            }
            return;
        }
        if let What::Choice { arms, .. } = &item.what {
            let is_hidden = |arm: &&Item| arm.via.as_ref().is_some_and(|via| via.is_hidden);
            arms.iter()
                .filter(is_hidden)
                .for_each(|arm| self.secret(arm));
        }
        if item.via.as_ref().is_some_and(|via| via.file.is_none()) {
            // It stands elsewhere, under a name of its own.
            if let Some(name) = self.name_before(item.span.start, true) {
                self.show(&name);
            }
        }
        match &item.what {
            What::Map { members, .. } => {
                self.show_signs(&item.span);
                for member in members {
                    self.key(member);
                    if crate::redact::names_a_password(&member.name) {
                        self.secret(&member.value);
                    } else {
                        self.value(&member.value);
                    }
                }
            }
            What::List { elements, .. } => {
                self.show_signs(&item.span);
                for element in elements {
                    self.value(element);
                }
            }
            What::Unknown { .. } | What::Unsettled { .. } => {
                // An expression may hold anything, also a map with a password in it.
                let written = self.text.get(item.span.clone()).unwrap_or_default();
                let lower = written.to_ascii_lowercase();
                let may_be_a_map =
                    written.contains(['"', '\'']) && written.contains(['=', ':', '{']);
                let is_called_secret = lower.contains("sensitive(") || lower.contains("fn::secret");
                let names_one = may_be_a_map && crate::redact::names_a_password(&lower);
                if !names_one && !is_called_secret {
                    self.show(&item.span);
                }
            }
            _ => self.show(&item.span),
        }
        if let What::Text(text) = &item.what {
            let written = self.text.get(item.span.clone()).unwrap_or_default();
            let users = crate::redact::users(written);
            if users.is_empty() && crate::redact::names_a_user(text) {
                self.hide(&item.span);
            }
        }
    }

    /// Shows the word that a remark is about and repeats.
    fn remark(&mut self, remark: &Remark) {
        let (Wrong::Spelling { written, .. }
        | Wrong::UnknownFlag { written, .. }
        | Wrong::UnknownOperation { written, .. }) = &remark.what
        else {
            // Of a line that cannot be read, the name that it begins with.
            if let Some(name) = self.name_before(remark.span.start, false) {
                self.show(&name);
            }
            return;
        };
        if self.text.get(remark.span.clone()) == Some(written) {
            self.show(&remark.span);
        }
    }

    /// The name that a line begins with, with the sign behind it: the one that holds a place; if
    /// `is_value`, what stands at the place must be its value. Only names that are known are names
    /// in a line that cannot be read: a line of a key in a text can end in an equals sign.
    fn name_before(&self, place: usize, is_value: bool) -> Option<Range<usize>> {
        let start = self.text.get(..place)?.rfind('\n').map_or(0, |at| at + 1);
        let line = self.text[start..].split('\n').next()?;
        // What is longer is no name with a sign behind it.
        let is_in_reach = place - start <= LONGEST_LEAD;
        let lead = line.trim_start_matches([' ', '\t', '-', '\u{a0}', '\u{3000}']);
        let sign = lead.find(['=', ':', '：']).filter(|_| is_in_reach)?;
        let name = lead[..sign].trim_end().trim_matches(['"', '\'']);
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        if name.is_empty() || !name.chars().all(is_word) {
            return None;
        }
        let from = start + (line.len() - lead.len());
        let end = from + sign + lead[sign..].chars().next().map_or(0, char::len_utf8);
        if is_value {
            let between = self.text.get(end..place)?;
            return between.trim().is_empty().then_some(start..place);
        }
        crate::redact::is_spelling(name).then_some(start..end)
    }

    /// Notes where a secret stands: nobody who refers to it may show it.
    fn secret(&mut self, item: &Item) {
        if item.via.as_ref().is_some_and(|via| via.file.is_some()) {
            return;
        }
        match &item.what {
            What::Text(_) | What::Number(_) | What::Boolean(_) | What::Partial(_) => {
                self.secrets.push(item.span.clone());
            }
            What::List { elements, .. } => elements.iter().for_each(|item| self.secret(item)),
            What::Map { members, .. } => {
                for member in members {
                    self.secret(&member.value);
                }
            }
            What::Choice { arms, .. } => arms.iter().for_each(|item| self.secret(item)),
            What::Null | What::Unknown { .. } | What::Unsettled { .. } => {}
        }
    }
}

/// So far into a line, a name may stand before its value.
const LONGEST_LEAD: usize = 200;

/// Whether a parameter is what a key was given to encrypt with.
fn is_of_key(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('_', "");
    name.contains("encryptioncontext")
}

impl Linter<'_> {
    /// The text with every byte that may be a secret replaced by an asterisk, as
    /// [`crate::redact`], but read as this linter reads it.
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        let Some((_, found)) = self.found_in(text) else {
            #[cfg(feature = "profile-files")]
            return crate::redact::redact_under(text, self.profile);
            #[cfg(not(feature = "profile-files"))]
            return crate::redact(text);
        };
        let mut sight = Sight {
            text,
            visible: vec![false; text.len()],
            whole: 0..text.len(),
            secrets: Vec::new(),
        };
        for spec in &found.specs {
            sight.whole = spec.whole.clone();
            sight.show_signs(&spec.whole);
            if spec.arguments.written == Written::ShellWord {
                sight.command(&spec.head);
            } else {
                sight.show(&spec.head);
            }
            let profile = self.profile.or_else(|| Profile::by_id(spec.profile));
            sight.members(&spec.arguments, profile.map(|profile| profile.request));
            spec.remarks.iter().for_each(|remark| sight.remark(remark));
        }
        sight.whole = 0..text.len();
        found.remarks.iter().for_each(|remark| sight.remark(remark));
        for ignore in &found.ignores {
            // In a text with escapes, the comment has no place of its own.
            let comment = text.get(ignore.span.clone()).unwrap_or_default();
            if !comment.contains(['"', '\n']) {
                sight.ignore(ignore, comment);
            }
        }
        let secrets = std::mem::take(&mut sight.secrets);
        for secret in secrets.iter().chain(&found.secrets) {
            sight.hide(secret);
        }
        for user in crate::redact::users(text) {
            sight.hide(&user);
        }
        let mut hidden: Vec<Range<usize>> = Vec::new();
        for (at, visible) in sight.visible.iter().enumerate() {
            match hidden.last_mut() {
                _ if *visible => {}
                Some(last) if last.end == at => last.end += 1,
                _ => hidden.push(at..at + 1),
            }
        }
        crate::redact::mask(text, &hidden)
    }
}
