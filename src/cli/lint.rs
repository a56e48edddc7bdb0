//! `kvspec lint`.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use kvspec::diagnostic::Term;
use kvspec::house::Globs;
use kvspec::render::human::{Shown, Style};
use kvspec::render::json::{self, Summary};
use kvspec::render::line::write_pretty;
use kvspec::render::{github, gitlab, junit, ndjson, sarif};
use kvspec::text::visible;
use kvspec::{
    Context, Diagnostic, InputFormat, Linted, Linter, Locale, NoProfile, Run, Severity,
    holds_an_order,
};

use super::baseline::{Baseline, OfFile};
use super::config::Configs;
use super::files::{Input, Neighbours, inputs, read_limited, shares_stdin};
use super::fix::Mender;
use super::lines::{Batch, Line, Lines, side_by_side};
use super::single::style;
use super::{
    CLEAN, Deny, FAILED, FOUND, LintArguments, OutputFormat, complain, no_profile, profile_file,
};

/// What is written about many lines is handed over when it is so much.
const OUTPUT_BYTES: usize = 1 << 16;

/// Nobody's network takes more bytes to describe.
const LARGEST_CONTEXT: u64 = 16 << 20;

/// Of findings that say the same so many kinds are remembered.
const MOST_KINDS: usize = 4096;

/// Of places of one kind so many are told.
const MOST_PLACES: usize = 5;

pub(super) fn run(arguments: &LintArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    let Some(path) = &arguments.write_baseline else {
        let baseline = arguments.baseline.as_deref();
        return match baseline
            .map(|path| Baseline::read(path, locale))
            .transpose()
        {
            Ok(baseline) => lint(arguments, arguments.format, baseline, out),
            Err(problem) => {
                complain(&problem);
                Ok(FAILED)
            }
        };
    };
    let baseline = Some(Baseline::to_write(path));
    // What is written down is no reason to fail.
    let status = lint(arguments, OutputFormat::Concise, baseline, &mut io::sink())?;
    Ok(if status == FAILED { FAILED } else { CLEAN })
}

fn lint(
    arguments: &LintArguments,
    format: OutputFormat,
    mut baseline: Option<Baseline>,
    out: &mut impl Write,
) -> io::Result<u8> {
    let locale = arguments.language.locale();
    let mut linter = Linter::new()
        .format(arguments.input_format.into())
        .packs(&arguments.packs);
    let file = arguments.profile_file.as_deref();
    let Ok(profile) = profile_file::chosen(arguments.profile, file, locale) else {
        return Ok(FAILED);
    };
    if let Some(profile) = profile {
        linter = linter.profile(profile);
    }
    if let Some(day) = arguments.as_of {
        linter = linter.as_of(day);
    }
    let context = arguments.context.as_deref();
    let context = match context.map(|path| read_context(path, locale)) {
        Some(Ok(context)) => Some(context),
        Some(Err(problem)) => {
            complain(&problem(locale));
            return Ok(FAILED);
        }
        None => None,
    };
    if let Some(context) = &context {
        linter = linter.context(context);
    }
    if shares_stdin(&arguments.paths, locale) {
        return Ok(FAILED);
    }
    let exclude = match Globs::new(arguments.exclude.iter().map(String::as_str)) {
        Ok(globs) => globs,
        Err((glob, reason)) => {
            complain(&format_args!("--exclude {glob}: {}", reason.get(locale)));
            return Ok(FAILED);
        }
    };
    let mut inputs = inputs(&arguments.paths, &exclude);
    if arguments.pass_over {
        inputs.iter_mut().for_each(Input::meet);
    }
    let any_input = !inputs.is_empty();
    let configs = match &arguments.config {
        _ if arguments.no_config => Ok(Configs::none(&inputs)),
        Some(path) => Configs::named(path, &inputs, locale),
        None => Configs::found(&inputs, locale),
    };
    let Ok(mut configs) = configs else {
        return Ok(FAILED);
    };
    let excluded = configs.excluded(&inputs);
    let kept: Vec<bool> = excluded.into_iter().map(|one| !one).collect();
    configs.retain(&kept);
    let mut kept = kept.into_iter();
    let met = inputs.len();
    inputs.retain(|_| kept.next().unwrap_or(true));
    let left_out = met - inputs.len();
    let views = configs.views(&inputs);
    let is_lines = |input: &Input| match arguments.input_format.into() {
        InputFormat::Ndjson => true,
        InputFormat::Auto => input.is_ndjson(),
        _ => false,
    };
    if let Some(problem) = misused(arguments, &inputs, locale) {
        complain(&problem);
        return Ok(FAILED);
    }
    let mend = &arguments.mend;
    let deny_warnings = arguments.deny == Some(Deny::Warnings);
    let mut status = CLEAN;
    if mend.fix || mend.diff {
        let plain = Style {
            color: false,
            ..style(locale)
        };
        let mut mender = Mender::new(mend.unsafe_fixes, deny_warnings, plain);
        for (index, input) in inputs.iter().enumerate() {
            let mut linter = match views.get(index) {
                Some(Some(view)) => linter.house_rules(view),
                _ => linter,
            };
            if is_lines(input) {
                linter = linter.format(InputFormat::Ndjson);
            }
            if mend.diff {
                mender.diff(input, linter, out)?;
            } else {
                mender.mend(input, linter, out)?;
            }
        }
        let report_follows;
        (status, report_follows) = mender.finish(mend.diff);
        if !report_follows {
            return Ok(status);
        }
    }
    let checkout = match format {
        OutputFormat::Github | OutputFormat::Sarif => Some("GITHUB_WORKSPACE"),
        OutputFormat::Gitlab | OutputFormat::Junit => Some("CI_PROJECT_DIR"),
        _ => None,
    };
    let checkout = checkout
        .and_then(std::env::var_os)
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from);
    let most = arguments.max_findings;
    let most = match format {
        OutputFormat::Sarif => Some(most.unwrap_or(usize::MAX).min(sarif::MOST_RESULTS)),
        _ => most,
    };
    let mut session = Session {
        judge: Judge {
            linter,
            level: Level::of(None, format, deny_warnings),
            format,
            deny_warnings,
            style: style(locale),
            kept_free: match format {
                OutputFormat::Sarif => most.unwrap_or_default() / 2,
                _ => 0,
            },
        },
        // Whether there is room for more, or a finding is old, is known in one thread only.
        // WebAssembly has no threads.
        jobs: if most.is_some() || baseline.is_some() || cfg!(target_family = "wasm") {
            1
        } else {
            arguments.jobs.into()
        },
        run: Run::new(),
        summary: Summary::default(),
        unshown: 0,
        room: most,
        repeats: Repeats::default(),
        kept: Vec::new(),
        sarif: sarif::Writer::new(locale),
        neighbours: Neighbours::default(),
        old: None,
        is_sifted: baseline.is_some(),
        known: 0,
        unread: Vec::new(),
        unjudged: 0,
        left_out,
        status,
        checkout,
        out,
    };
    if !any_input {
        session.nothing(&arguments.paths);
    }
    let judges: Vec<Judge<'_>> = (0..inputs.len())
        .map(|index| {
            let asked = arguments.level.map(Severity::from);
            let level = Level::of(
                asked.or_else(|| configs.least(index)),
                format,
                deny_warnings,
            );
            // A finding that is not looked for would seem to be gone.
            let linter = linter.level(match baseline {
                Some(_) => Severity::Info,
                None => level.wanted,
            });
            Judge {
                level,
                linter: match views.get(index) {
                    Some(Some(view)) => linter.house_rules(view),
                    _ => linter,
                },
                ..session.judge
            }
        })
        .collect();
    let work: Vec<(&Input, Judge<'_>)> = inputs.iter().zip(judges).collect();
    for run in work.chunk_by(|(one, _), (next, _)| !is_lines(one) && !is_lines(next)) {
        // What a baseline holds is told of one file after the other.
        let done = if run.len() > 1 && session.jobs > 1 && baseline.is_none() {
            session.files_side_by_side(run)
        } else {
            run.iter().try_for_each(|(input, judge)| {
                session.judge = *judge;
                session.old = baseline
                    .as_mut()
                    .map(|baseline| Rc::new(RefCell::new(baseline.of(input))));
                let result = if is_lines(input) {
                    session.lines(input)
                } else {
                    session.whole(input)
                };
                let old = session.old.take().and_then(Rc::into_inner);
                if let (Some(baseline), Some(old)) = (&mut baseline, old) {
                    baseline.done(old.into_inner());
                    session.known = baseline.met();
                }
                session.settle(input, result)
            })
        };
        match done {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(session.status),
            Err(error) => return Err(error),
        }
    }
    let finished = session.finish();
    let mut status = session.status;
    if let Some(Err(error)) = baseline.map(|baseline| baseline.finish(locale)) {
        let path = arguments.write_baseline.as_deref().unwrap_or(Path::new(""));
        complain(&format_args!("{}: {error}", path.display()));
        status = FAILED;
    }
    match finished {
        // Whoever reads our output may stop reading: the verdict stays.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(status),
    }
}

/// What is wrong with options that do not go together.
fn misused(arguments: &LintArguments, inputs: &[Input], locale: Locale) -> Option<String> {
    let mend = &arguments.mend;
    if mend.unsafe_fixes && !mend.fix && !mend.diff {
        let problem = match locale {
            Locale::En => "--unsafe-fixes needs --fix or --diff",
            Locale::Zh => "--unsafe-fixes 须与 --fix 或 --diff 一起使用",
        };
        return Some(problem.to_owned());
    }
    if !mend.fix {
        return None;
    }
    if inputs.len() > 1 && inputs.iter().any(|input| matches!(input, Input::Stdin)) {
        let problem = match locale {
            Locale::En => "--fix writes standard input to standard output, so it must come alone",
            Locale::Zh => "--fix 会把标准输入修复后写到标准输出，因此不能与其他文件一起使用",
        };
        return Some(problem.to_owned());
    }
    let pipe = inputs.iter().find(|input| input.is_stream())?.name();
    Some(match locale {
        Locale::En => format!("--fix writes files in place, and {pipe} is none"),
        Locale::Zh => format!("--fix 会就地改写文件，而 {pipe} 不是普通文件"),
    })
}

/// Where it went wrong: only one input, or all output.
enum Problem {
    Input(io::Error),
    Output(io::Error),
}

/// Reads a context; what is wrong with it is told in the language asked for.
fn read_context(path: &Path, locale: Locale) -> Result<Context, Box<dyn Fn(Locale) -> String>> {
    let name = path.display().to_string();
    let bytes = match read_limited(path, LARGEST_CONTEXT, locale) {
        Ok(bytes) => bytes,
        Err(error) => return Err(Box::new(move |_| format!("{name}: {error}"))),
    };
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(Box::new(move |locale| {
            format!("{name}: {}", Term::InvalidUtf8.text(locale))
        }));
    };
    Context::from_json(&text).map_err(|error| -> Box<dyn Fn(Locale) -> String> {
        Box::new(move |locale| format!("{name}: {}", error.message(locale)))
    })
}

/// Which findings are made, which of them are counted, and which are shown.
#[derive(Debug, Clone, Copy)]
struct Level {
    wanted: Severity,
    counted: Severity,
    shown: Severity,
}

impl Level {
    /// What was asked for, or else: people see errors and warnings, and how many notes there are;
    /// programs get everything. Warnings that are denied are looked for in any case.
    fn of(asked: Option<Severity>, format: OutputFormat, deny_warnings: bool) -> Self {
        let counted = asked.unwrap_or(Severity::Info);
        let shown = match format {
            OutputFormat::Human | OutputFormat::Concise | OutputFormat::Github => {
                asked.unwrap_or(Severity::Warning)
            }
            _ => counted,
        };
        let wanted = if deny_warnings {
            counted.min(Severity::Warning)
        } else {
            counted
        };
        Self {
            wanted,
            counted,
            shown,
        }
    }
}

/// What is asked of every order, and how what was found is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judge<'o> {
    linter: Linter<'o>,
    level: Level,
    format: OutputFormat,
    deny_warnings: bool,
    style: Style,
    /// So much room is left for what is no note.
    kept_free: usize,
}

/// What is left of an order when its findings are written.
#[derive(Debug, Default)]
pub(super) struct Judged {
    summary: Summary,
    /// Why it was not checked.
    unchecked: Option<(usize, NoProfile)>,
    denied: bool,
    /// How many findings are denied, and not shown.
    unshown: usize,
    /// What is written about it for people, piece by piece.
    told: Vec<Told>,
    /// The line that says how it was checked.
    head: String,
    /// The findings, where the report is written at the end.
    kept: Option<Box<Linted>>,
}

/// One finding for people, which may have been told before.
#[derive(Debug)]
struct Told {
    /// What it says, wherever it stands.
    gist: String,
    line: usize,
    column: usize,
    /// Where it stands in what is written; nothing where this thread wrote it before.
    written: Range<usize>,
}

/// Judges the orders of one input, in one thread.
pub(super) struct Clerk<'o> {
    judge: Judge<'o>,
    name: &'o str,
    lines: ndjson::Lines<'o>,
    /// What this clerk told before, which need not be written again.
    before: Option<HashSet<u64>>,
    state: RandomState,
    /// For so many findings there is still room.
    room: Option<usize>,
    /// The findings of this input that were there before.
    old: Option<Rc<RefCell<OfFile>>>,
}

impl<'o> Clerk<'o> {
    pub(super) fn new(judge: Judge<'o>, name: &'o str) -> Self {
        let source = (name != "<stdin>").then_some(name);
        Self {
            judge,
            name,
            lines: ndjson::Lines::new(source, judge.style.locale),
            before: Some(HashSet::new()),
            state: RandomState::new(),
            room: None,
            old: None,
        }
    }

    /// A clerk that writes everything, for lines that another one judged before.
    fn again(judge: Judge<'o>, name: &'o str) -> Self {
        Self {
            before: None,
            ..Self::new(judge, name)
        }
    }

    /// Judges one line of NDJSON and writes what was found.
    pub(super) fn line(
        &mut self,
        line: Line<'_>,
        run: &mut Run,
        out: &mut Vec<u8>,
    ) -> io::Result<Judged> {
        let Judge { linter, format, .. } = self.judge;
        let blank = line.bytes.trim_ascii().is_empty();
        let text = simdutf8::basic::from_utf8(line.bytes);
        let mut linted = match text {
            Ok(text) => linter.lint_line(text, line.number, line.offset, run),
            Err(_) => linter.not_utf8(line.bytes, line.number, line.offset),
        };
        if blank && format != OutputFormat::Ndjson {
            return Ok(Judged::default());
        }
        linted.index = line.index;
        let shown = match text {
            Ok(text) if format == OutputFormat::Human && !linted.diagnostics.is_empty() => Some(
                Shown::redacted(linter.redact(text), line.number, line.offset),
            ),
            _ => None,
        };
        self.found(shown.as_ref(), linted, out)
    }

    fn found(
        &mut self,
        shown: Option<&Shown>,
        mut linted: Linted,
        out: &mut Vec<u8>,
    ) -> io::Result<Judged> {
        let Judge {
            level,
            format,
            deny_warnings,
            style,
            kept_free,
            ..
        } = self.judge;
        if let Some(old) = &self.old {
            old.borrow_mut().sift(&mut linted);
            // What only the old findings were looked for for is not wanted.
            linted
                .diagnostics
                .retain(|found| found.severity >= level.wanted);
        }
        let is_denied = |found: &Diagnostic| match found.severity {
            Severity::Error => true,
            Severity::Warning => deny_warnings,
            Severity::Info => false,
        };
        let denied = linted.diagnostics.iter().filter(|found| is_denied(found));
        let mut judged = Judged {
            unchecked: linted.unchecked.map(|reason| (linted.line, reason)),
            denied: denied.clone().next().is_some(),
            unshown: denied.filter(|found| found.severity < level.shown).count(),
            ..Judged::default()
        };
        linted
            .diagnostics
            .retain(|found| found.severity >= level.counted);
        judged.summary.add(&linted);
        linted
            .diagnostics
            .retain(|found| found.severity >= level.shown);
        if let Some(room) = &mut self.room {
            let all = linted.diagnostics.len();
            linted.diagnostics.retain(|found| {
                let is_note = found.severity == Severity::Info;
                let has_room = *room > if is_note { kept_free } else { 0 };
                *room -= usize::from(has_room);
                has_room
            });
            judged.summary.omitted += all - linted.diagnostics.len();
        }
        match format {
            OutputFormat::Human => self.human(shown, &linted, &mut judged, out)?,
            OutputFormat::Concise => {
                for found in &linted.diagnostics {
                    writeln!(out, "{}", style.concise(self.name, linted.line, found))?;
                }
            }
            OutputFormat::Ndjson => self.lines.write(out, &linted)?,
            OutputFormat::Github => {
                let annotations = github::annotations(self.name, &linted, style.locale);
                out.extend_from_slice(annotations.as_bytes());
            }
            OutputFormat::Json
            | OutputFormat::Sarif
            | OutputFormat::Gitlab
            | OutputFormat::Junit => judged.kept = Some(linted.into()),
        }
        Ok(judged)
    }

    /// Writes what was found in one order for people, but for what this clerk wrote before.
    fn human(
        &mut self,
        shown: Option<&Shown>,
        linted: &Linted,
        judged: &mut Judged,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let style = self.judge.style;
        if let (Some(profile), true) = (
            linted.profile,
            linted.inferred && !linted.diagnostics.is_empty(),
        ) {
            let (name, line) = (visible(self.name), linted.line);
            let called = linted.name.as_deref().map(visible);
            let called = called.map_or_else(String::new, |called| format!(" ({called})"));
            let id = profile.id;
            judged.head = match style.locale {
                Locale::En => format!("{name}:{line}{called}: checked as {id} (inferred)\n"),
                Locale::Zh => format!("{name}:{line}{called}：按 {id} 检查（自动推断）\n"),
            };
        }
        let start = out.len();
        for found in &linted.diagnostics {
            let gist = style.gist(found);
            let is_new = match &mut self.before {
                Some(before) if before.len() < MOST_KINDS => {
                    before.insert(self.state.hash_one(&gist))
                }
                Some(before) => !before.contains(&self.state.hash_one(&gist)),
                None => true,
            };
            let from = out.len() - start;
            if is_new {
                writeln!(out, "{}\n", style.finding(self.name, shown, found))?;
            }
            let (line, column) = (found.span).map_or((linted.line, 1), |span| {
                (span.start.line, span.start.column)
            });
            judged.told.push(Told {
                gist,
                line,
                column,
                written: from..out.len() - start,
            });
        }
        Ok(())
    }
}

/// What was told, and where it was found again.
#[derive(Debug, Default)]
struct Repeats {
    known: HashMap<String, usize>,
    kinds: Vec<Kind>,
}

/// One thing that was told.
#[derive(Debug)]
struct Kind {
    gist: String,
    /// How often it was found again.
    count: usize,
    /// Where, for the first few times.
    places: Vec<String>,
}

impl Repeats {
    /// Notes what is told at a place. Returns whether it is told for the first time.
    fn meet(&mut self, told: &Told, name: &str) -> bool {
        if let Some(index) = self.known.get(&told.gist) {
            if let Some(kind) = self.kinds.get_mut(*index) {
                kind.count += 1;
                if kind.places.len() < MOST_PLACES {
                    let name = visible(name);
                    kind.places
                        .push(format!("{name}:{}:{}", told.line, told.column));
                }
            }
            return false;
        }
        if self.kinds.len() < MOST_KINDS {
            self.known.insert(told.gist.clone(), self.kinds.len());
            self.kinds.push(Kind {
                gist: told.gist.clone(),
                count: 0,
                places: Vec::new(),
            });
        }
        true
    }

    /// Tells what was found again, and where.
    fn write(&self, style: Style, out: &mut impl Write) -> io::Result<()> {
        let again = self.kinds.iter().filter(|kind| kind.count > 0);
        let mut any = false;
        for kind in again {
            let Kind {
                gist,
                count,
                places,
            } = kind;
            let more = count - places.len();
            let (places, gist) = (places.join(", "), gist.replace('\n', " "));
            match (style.locale, more) {
                (Locale::En, 0) => writeln!(out, "{count} more: {gist}\n    {places}")?,
                (Locale::En, _) => {
                    writeln!(out, "{count} more: {gist}\n    {places} and {more} others")?;
                }
                (Locale::Zh, 0) => writeln!(out, "另有 {count} 处：{gist}\n    {places}")?,
                (Locale::Zh, _) => {
                    writeln!(
                        out,
                        "另有 {count} 处：{gist}\n    {places} 等，其余 {more} 处从略"
                    )?;
                }
            }
            any = true;
        }
        if any { writeln!(out) } else { Ok(()) }
    }
}

struct Session<'o, W> {
    judge: Judge<'o>,
    jobs: usize,
    run: Run,
    summary: Summary,
    /// How many findings are denied, and not shown.
    unshown: usize,
    /// For so many findings there is still room.
    room: Option<usize>,
    repeats: Repeats,
    kept: Vec<(String, Box<Linted>)>,
    sarif: sarif::Writer,
    neighbours: Neighbours,
    /// The findings of the input at hand that were there before.
    old: Option<Rc<RefCell<OfFile>>>,
    /// Whether old findings are left out, and how many were so far.
    is_sifted: bool,
    known: usize,
    /// The inputs that could not be read, and why.
    unread: Vec<(String, String)>,
    /// How many requests were read and not judged, since it is not known by which profile.
    unjudged: usize,
    /// How many files of folders nobody looked into: Markdown that nobody asked for, or what is excluded.
    left_out: usize,
    status: u8,
    /// The folder of the checkout, relative to which a code host wants paths.
    checkout: Option<PathBuf>,
    out: &'o mut W,
}

impl<'o, W: Write> Session<'o, W> {
    fn name(&self, input: &Input) -> String {
        input.name_in(self.checkout.as_deref())
    }

    /// Says that there is no file to look at.
    fn nothing(&mut self, folders: &[PathBuf]) {
        let problem = match self.judge.style.locale {
            Locale::En => {
                "there is nothing to check: no .tf, .tofu, .yaml, .yml, .sh, .bash, .json, .ndjson, .jsonl, .url or .query file"
            }
            Locale::Zh => {
                "没有可检查的内容：没有 .tf、.tofu、.yaml、.yml、.sh、.bash、.json、.ndjson、.jsonl、.url 或 .query 文件"
            }
        };
        complain(&problem);
        let folders = folders.iter();
        self.unread = folders
            .map(|folder| (folder.display().to_string(), problem.to_owned()))
            .collect();
        self.status = FAILED;
    }

    /// Says that a file that was named holds no orders, which is neither good nor bad.
    fn no_orders(&self, name: &str) {
        match self.judge.style.locale {
            Locale::En => complain(&format_args!("{name}: no orders in it")),
            Locale::Zh => complain(&format_args!("{name}：其中没有订单")),
        }
    }

    /// Says why an input could not be read, if it could not.
    fn settle(&mut self, input: &Input, result: Result<(), Problem>) -> io::Result<()> {
        match result {
            Ok(()) => Ok(()),
            Err(Problem::Output(error)) => Err(error),
            Err(Problem::Input(error)) => {
                let (name, error) = (self.name(input), error.to_string());
                complain(&format_args!("{name}: {error}"));
                self.unread.push((name, error));
                self.status = FAILED;
                Ok(())
            }
        }
    }

    /// Lints files that are read as a whole by several threads, with the output that one would
    /// write. What has to be judged in its turn is left to this one.
    fn files_side_by_side(&mut self, work: &[(&Input, Judge<'o>)]) -> io::Result<()> {
        let checkout = self.checkout.clone();
        let mut given = 0..work.len();
        let mut taken = 0;
        let mut done = Ok(());
        side_by_side(
            self.jobs,
            &|| {
                let mut neighbours = Neighbours::default();
                let checkout = checkout.as_deref();
                move |index: usize| {
                    let (input, judge) = work.get(index)?;
                    by_itself(input, *judge, checkout, &mut neighbours)
                }
            },
            || (given.next(), Ok(())),
            |found: Option<FileFound>| {
                let (input, judge) = work[taken];
                taken += 1;
                self.judge = judge;
                done = if let Some(found) = found {
                    self.take_file(input, found)
                } else {
                    let result = self.whole(input);
                    self.settle(input, result)
                };
                done.is_ok()
            },
        )?;
        done
    }

    /// Writes what a thread found in a file.
    fn take_file(&mut self, input: &Input, found: FileFound) -> io::Result<()> {
        let name = self.name(input);
        match found {
            FileFound::PassedOver => self.summary.passed_over += 1,
            FileFound::Orders(orders) => {
                if orders.is_empty() {
                    self.no_orders(&name);
                }
                for (judged, written) in orders {
                    self.put(&name, judged, &written)?;
                }
            }
        }
        Ok(())
    }

    /// Lints one text that is read as a whole.
    fn whole(&mut self, input: &Input) -> Result<(), Problem> {
        let bytes = input.read().map_err(Problem::Input)?;
        let name = self.name(input);
        let mut clerk = Clerk::new(self.judge, &name);
        clerk.room = self.room;
        clerk.old.clone_from(&self.old);
        let mut written = Vec::new();
        let Ok(text) = std::str::from_utf8(&bytes) else {
            let file = input.name();
            let linter = self.judge.linter.file(&file, &[]);
            if input.may_be_none() && !linter.may_hold_an_order(&readable(&bytes)) {
                self.summary.passed_over += 1;
                return Ok(());
            }
            let linted = linter.not_utf8(&bytes, 1, 0);
            let judged = clerk.found(None, linted, &mut written);
            self.room = clerk.room;
            let judged = judged.map_err(Problem::Output)?;
            return self.put(&name, judged, &written).map_err(Problem::Output);
        };
        let file = input.name();
        let neighbours = self.neighbours.of(input, text);
        let linter = self.judge.linter.file(&file, &neighbours);
        let linted = linter.lint(text, &mut self.run);
        if input.may_be_none() && !holds_an_order(&linted, text) {
            self.summary.passed_over += 1;
            return Ok(());
        }
        if linted.is_empty() {
            self.no_orders(&name);
        }
        let wanted = self.judge.format == OutputFormat::Human
            && linted.iter().any(|one| !one.diagnostics.is_empty());
        let shown = wanted.then(|| Shown::redacted(linter.redact(text), 1, 0));
        for one in linted {
            let judged = clerk.found(shown.as_ref(), one, &mut written);
            self.room = clerk.room;
            let judged = judged.map_err(Problem::Output)?;
            self.put(&name, judged, &written).map_err(Problem::Output)?;
            written.clear();
        }
        Ok(())
    }

    /// Whether a line of an input is an order, or was meant as one.
    fn any_order(&self, input: &Input) -> io::Result<bool> {
        let mut reader = Lines::new(input.open()?);
        let mut bytes = Vec::new();
        while let Some(line) = reader.next(&mut bytes)? {
            let text = readable(line.bytes);
            let linter = self.judge.linter.level(Severity::Error);
            let linted = linter.lint_line(&text, line.number, line.offset, &mut Run::new());
            let blank = text.trim().is_empty();
            if !blank && holds_an_order(std::slice::from_ref(&linted), &text) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Lints one order a line, without keeping more than a few lines.
    fn lines(&mut self, input: &Input) -> Result<(), Problem> {
        if input.may_be_none() && !self.any_order(input).map_err(Problem::Input)? {
            self.summary.passed_over += 1;
            return Ok(());
        }
        let name = self.name(input);
        let mut reader = Lines::new(input.open().map_err(Problem::Input)?);
        if self.jobs > 1 {
            self.side_by_side(&name, &mut reader)?;
        } else {
            let mut clerk = Clerk::new(self.judge, &name);
            clerk.room = self.room;
            clerk.old.clone_from(&self.old);
            let (mut bytes, mut written) = (Vec::new(), Vec::new());
            let is_told = self.judge.format == OutputFormat::Human;
            let read = loop {
                if reader.may_wait() {
                    // Whoever asks line by line has the answers before the next question.
                    self.out.write_all(&written).map_err(Problem::Output)?;
                    self.out.flush().map_err(Problem::Output)?;
                    written.clear();
                }
                let line = match reader.next(&mut bytes) {
                    Ok(Some(line)) => line,
                    Ok(None) => break Ok(()),
                    Err(error) => break Err(error),
                };
                let judged = clerk.line(line, &mut self.run, &mut written);
                self.room = clerk.room;
                let judged = judged.map_err(Problem::Output)?;
                if is_told {
                    self.put(&name, judged, &written).map_err(Problem::Output)?;
                    written.clear();
                    continue;
                }
                self.count(&name, judged).map_err(Problem::Output)?;
                // So much is written as it stands, without a copy in between.
                if written.len() >= OUTPUT_BYTES {
                    self.out.write_all(&written).map_err(Problem::Output)?;
                    written.clear();
                }
            };
            self.out.write_all(&written).map_err(Problem::Output)?;
            read.map_err(Problem::Input)?;
        }
        if reader.is_empty() {
            return Err(Problem::Input(io::Error::other("there is nothing to read")));
        }
        if reader.is_blank() {
            self.no_orders(&name);
        }
        Ok(())
    }

    /// The same by several threads, with the same output in the same order.
    fn side_by_side(&mut self, name: &str, reader: &mut Lines) -> Result<(), Problem> {
        let judge = self.judge;
        let scout = self.run.scout();
        let mut again = Clerk::again(judge, name);
        let mut failed = Ok(());
        let done = RefCell::new(Vec::new());
        let read = side_by_side(
            self.jobs,
            &|| {
                let mut clerk = Clerk::new(judge, name);
                let mut scout = scout.scout();
                move |batch: Batch| batch.judge(&mut clerk, &mut scout)
            },
            || reader.batch(done.borrow_mut().pop()),
            |batch| {
                failed = batch.and_then(|mut batch| {
                    self.take(name, &mut again, &mut batch)?;
                    done.borrow_mut().push(batch);
                    Ok(())
                });
                failed.is_ok()
            },
        );
        failed.map_err(Problem::Output)?;
        read.map_err(Problem::Input)
    }

    /// Writes what a thread found. Where a Token is not new, the finding that says so is still
    /// missing, and the line is judged again.
    fn take(&mut self, name: &str, again: &mut Clerk<'_>, batch: &mut Batch) -> io::Result<()> {
        let is_told = self.judge.format == OutputFormat::Human;
        let (mut done, mut unwritten) = (0, 0);
        let mut anew = Vec::new();
        let mut all = std::mem::take(&mut batch.found);
        for (line, found) in batch.lines().zip(all.drain(..)) {
            let new = found
                .sighting
                .is_none_or(|sighting| self.run.note(sighting));
            if new && is_told {
                let written = &batch.written[done..found.end];
                self.put(name, found.judged, written)?;
                unwritten = found.end;
            } else if new {
                self.count(name, found.judged)?;
            } else {
                self.out.write_all(&batch.written[unwritten..done])?;
                unwritten = found.end;
                anew.clear();
                let judged = again.line(line, &mut self.run, &mut anew)?;
                self.put(name, judged, &anew)?;
            }
            done = found.end;
        }
        batch.found = all;
        self.out.write_all(&batch.written[unwritten..])
    }

    /// Writes what was written about one order, but for what was told before, and counts it.
    fn put(&mut self, name: &str, mut judged: Judged, written: &[u8]) -> io::Result<()> {
        let (told, head) = (
            std::mem::take(&mut judged.told),
            std::mem::take(&mut judged.head),
        );
        if self.judge.format == OutputFormat::Human {
            let mut is_headed = false;
            for one in told {
                if !self.repeats.meet(&one, name) {
                    continue;
                }
                if !is_headed {
                    self.out.write_all(head.as_bytes())?;
                    is_headed = true;
                }
                self.out.write_all(&written[one.written])?;
            }
        } else {
            self.out.write_all(written)?;
        }
        self.count(name, judged)
    }

    fn count(&mut self, name: &str, judged: Judged) -> io::Result<()> {
        let Judged {
            summary,
            unchecked,
            denied,
            unshown,
            kept,
            ..
        } = judged;
        self.summary += summary;
        self.unshown += unshown;
        match unchecked {
            None => {}
            Some((_, NoProfile::OtherOperation)) => self.summary.passed_over += 1,
            Some((line, reason)) => {
                complain(&format_args!(
                    "{name}:{line}: {}",
                    no_profile(reason, "--profile", self.judge.style.locale)
                ));
                self.unjudged += 1;
                self.status = FAILED;
            }
        }
        if denied {
            self.status = self.status.max(FOUND);
        }
        match (self.judge.format, kept) {
            (OutputFormat::Sarif, Some(linted)) => self.sarif.add(self.out, name, &linted),
            (_, kept) => {
                self.kept
                    .extend(kept.map(|linted| (name.to_owned(), linted)));
                Ok(())
            }
        }
    }

    /// What is kept of every order, with the name of its file.
    fn all(&self) -> impl Iterator<Item = (&str, &Linted)> {
        let kept = self.kept.iter();
        kept.map(|(name, linted)| (name.as_str(), &**linted))
    }

    fn finish(&mut self) -> io::Result<()> {
        let Judge { format, style, .. } = self.judge;
        let summary = self.summary;
        let locale = style.locale;
        let mut notes = Vec::new();
        if self.unshown > 0 {
            notes.push(match locale {
                Locale::En if self.unshown == 1 => "1 warning not shown".to_owned(),
                Locale::En => format!("{} warnings not shown", self.unshown),
                Locale::Zh => format!("另有 {} 个警告未显示", self.unshown),
            });
        }
        if summary.specs == 0 && summary.passed_over > 0 && self.unread.is_empty() {
            notes.push(match locale {
                Locale::En if summary.passed_over == 1 => {
                    "no order was found: 1 file was passed over".to_owned()
                }
                Locale::En => format!(
                    "no order was found: {} files were passed over",
                    summary.passed_over
                ),
                Locale::Zh => format!("未找到订单：跳过了 {} 个文件", summary.passed_over),
            });
        }
        let is_none = summary.specs == 0 && summary.passed_over == 0 && self.unread.is_empty();
        if is_none && self.left_out > 0 {
            notes.push(match locale {
                Locale::En => format!(
                    "no order was found: {} left out, as excluded or as Markdown, which is read where it is named or `markdown = true` stands in kvspec.toml",
                    match self.left_out {
                        1 => "1 file was".to_owned(),
                        count => format!("{count} files were"),
                    }
                ),
                Locale::Zh => format!(
                    "未找到订单：有 {} 个文件未读取（已排除，或是 Markdown：点名该文件或在 kvspec.toml 中写 `markdown = true` 才会读取）",
                    self.left_out
                ),
            });
        }
        if summary.omitted > 0 && format != OutputFormat::Human {
            notes.push(match locale {
                Locale::En => format!("findings not written, being too many: {}", summary.omitted),
                Locale::Zh => format!("有 {} 项结果因数量过多未写出", summary.omitted),
            });
        }
        match format {
            OutputFormat::Human => {
                self.repeats.write(style, self.out)?;
                let mut judged = summary;
                judged.specs -= self.unjudged.min(summary.specs);
                let mut line = style.summary(judged, self.judge.level.counted);
                if self.unjudged > 0 {
                    let (before, after) = match locale {
                        Locale::En => ("; ", " not judged"),
                        Locale::Zh => ("；", " 个请求未作判断"),
                    };
                    line.extend([before, &self.unjudged.to_string(), after]);
                }
                if self.is_sifted {
                    let (before, after) = match locale {
                        Locale::En => ("; ", " of the baseline"),
                        Locale::Zh => ("；", " 项在基线中已有"),
                    };
                    line.extend([before, &self.known.to_string(), after]);
                }
                // What makes the exit status is never left out.
                if self.unshown > 0 {
                    line += style.pick("; ", "；");
                    line += &notes.remove(0);
                }
                writeln!(self.out, "{line}")?;
            }
            OutputFormat::Concise | OutputFormat::Ndjson | OutputFormat::Github => {}
            OutputFormat::Sarif => {
                let mut writer = std::mem::replace(&mut self.sarif, sarif::Writer::new(locale));
                for (name, error) in &self.unread {
                    writer.unread(name, error);
                }
                writer.omit(summary.omitted);
                writer.finish(self.out)?;
            }
            OutputFormat::Gitlab => {
                let report = gitlab::code_quality(self.all(), locale);
                let unread = self.unread.iter();
                let unread = unread.map(|(name, error)| (name.as_str(), error.as_str()));
                write_pretty(self.out, &report.unread(unread))?;
            }
            OutputFormat::Junit => {
                let unread = self.unread.iter();
                let unread = unread.map(|(name, error)| (name.as_str(), error.as_str()));
                let mut report = Vec::new();
                let deny = self.judge.deny_warnings;
                junit::write(&mut report, self.all(), unread, deny, locale)?;
                self.out.write_all(&report)?;
            }
            OutputFormat::Json => {
                let specs = self
                    .kept
                    .iter()
                    .map(|(name, linted)| (name.as_str(), &**linted));
                write_pretty(self.out, &json::report(specs, locale).summary(summary))?;
            }
        }
        for note in notes {
            complain(&note);
        }
        Ok(())
    }
}

/// What a thread found in a file.
enum FileFound {
    /// It holds no order, and was not named.
    PassedOver,
    /// For each order, what is left of it, and what was written about it.
    Orders(Vec<(Judged, Vec<u8>)>),
}

/// Lints a file that can be judged by itself; nothing where it cannot: it may give a Token, which
/// another file may give too, or cannot be read.
fn by_itself(
    input: &Input,
    judge: Judge<'_>,
    checkout: Option<&Path>,
    neighbours: &mut Neighbours,
) -> Option<FileFound> {
    if input.is_stream() {
        return None;
    }
    let bytes = input.read().ok()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    if text.contains("oken") || text.contains("OKEN") {
        return None;
    }
    let file = input.name();
    let near = neighbours.of(input, text);
    let linter = judge.linter.file(&file, &near);
    let linted = linter.lint(text, &mut Run::new());
    if input.may_be_none() && !holds_an_order(&linted, text) {
        return Some(FileFound::PassedOver);
    }
    let wanted =
        judge.format == OutputFormat::Human && linted.iter().any(|one| !one.diagnostics.is_empty());
    let shown = wanted.then(|| Shown::redacted(linter.redact(text), 1, 0));
    let name = input.name_in(checkout);
    let mut clerk = Clerk::new(judge, &name);
    let mut orders = Vec::new();
    for one in linted {
        let mut written = Vec::new();
        let judged = clerk.found(shown.as_ref(), one, &mut written).ok()?;
        orders.push((judged, written));
    }
    Some(FileFound::Orders(orders))
}

/// A text that may not be UTF-8, as far as its letters can be told: also in UTF-16.
fn readable(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    if text.contains('\0') {
        text.replace('\0', "")
    } else {
        text.into_owned()
    }
}
