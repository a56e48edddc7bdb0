use std::cell::RefCell;
use std::io::{self, Write};
use std::path::Path;

use kvspec::diagnostic::Term;
use kvspec::render::human::{Shown, Style};
use kvspec::render::json::{self, Summary};
use kvspec::render::line::write_pretty;
use kvspec::render::{github, ndjson, sarif};
use kvspec::text::visible;
use kvspec::{Context, InputFormat, Linted, Linter, Locale, NoProfile, Run, Severity};

use super::config::Configs;
use super::files::{Input, inputs, shares_stdin};
use super::fix::Mender;
use super::lines::{Batch, Line, Lines, side_by_side};
use super::single::style;
use super::{CLEAN, Deny, FAILED, FOUND, LintArguments, OutputFormat, complain, no_profile};

/// What is written about many lines is handed over when it is so much.
const OUTPUT_BYTES: usize = 1 << 16;

pub(super) fn run(arguments: &LintArguments, out: &mut impl Write) -> io::Result<u8> {
    let mut linter = Linter::new().format(arguments.input_format.into());
    if let Some(profile) = arguments.profile {
        linter = linter.profile(profile);
    }
    let context = match arguments.context.as_deref().map(read_context) {
        Some(Ok(context)) => Some(context),
        Some(Err(problem)) => {
            complain(&problem(arguments.language.locale()));
            return Ok(FAILED);
        }
        None => None,
    };
    if let Some(context) = &context {
        linter = linter.context(context);
    }
    let locale = arguments.language.locale();
    if shares_stdin(&arguments.paths, locale) {
        return Ok(FAILED);
    }
    let inputs = inputs(&arguments.paths);
    let configs = match &arguments.config {
        _ if arguments.no_config => Ok(Configs::default()),
        Some(path) => Configs::named(path, &inputs, locale),
        None => Configs::found(&inputs, locale),
    };
    let Ok(configs) = configs else {
        return Ok(FAILED);
    };
    let views = configs.views(&inputs);
    let is_lines = |input: &Input| match arguments.input_format.into() {
        InputFormat::Ndjson => true,
        InputFormat::Auto => input.is_ndjson(),
        InputFormat::Json | InputFormat::Query => false,
    };
    let mend = &arguments.mend;
    if mend.unsafe_fixes && !mend.fix && !mend.diff {
        complain(match locale {
            Locale::En => &"--unsafe-fixes needs --fix or --diff",
            Locale::Zh => &"--unsafe-fixes 须与 --fix 或 --diff 一起使用",
        });
        return Ok(FAILED);
    }
    if mend.fix && inputs.len() > 1 && inputs.iter().any(|input| matches!(input, Input::Stdin)) {
        complain(match locale {
            Locale::En => &"--fix writes standard input to standard output, so it must come alone",
            Locale::Zh => &"--fix 会把标准输入修复后写到标准输出，因此不能与其他文件一起使用",
        });
        return Ok(FAILED);
    }
    if mend.fix
        && let Some(pipe) = inputs.iter().find(|input| input.is_stream())
    {
        complain(&match locale {
            Locale::En => format!("--fix writes files in place, and {} is none", pipe.name()),
            Locale::Zh => format!("--fix 会就地改写文件，而 {} 不是普通文件", pipe.name()),
        });
        return Ok(FAILED);
    }
    let mut status = CLEAN;
    if mend.fix || mend.diff {
        let mut mender = Mender::new(mend.unsafe_fixes, locale);
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
    let level = arguments.level.into();
    let deny_warnings = arguments.deny == Some(Deny::Warnings);
    // Warnings that are denied are looked for, whether they are shown or not.
    let linter = linter.level(match level {
        Severity::Error if deny_warnings => Severity::Warning,
        level => level,
    });
    let mut session = Session {
        judge: Judge {
            linter,
            level,
            format: arguments.format,
            deny_warnings,
            style: style(locale),
        },
        jobs: arguments.jobs.into(),
        run: Run::new(),
        summary: Summary::default(),
        kept: Vec::new(),
        unread: Vec::new(),
        status,
        out,
    };
    if inputs.is_empty() {
        let problem = match locale {
            Locale::En => {
                "there is nothing to check: no .json, .ndjson, .jsonl, .url or .query file"
            }
            Locale::Zh => "没有可检查的内容：没有 .json、.ndjson、.jsonl、.url 或 .query 文件",
        };
        complain(&problem);
        let folders = arguments.paths.iter();
        session.unread = folders
            .map(|folder| (folder.display().to_string(), problem.to_owned()))
            .collect();
        session.status = FAILED;
    }
    for (index, input) in inputs.iter().enumerate() {
        session.judge.linter = match views.get(index) {
            Some(Some(view)) => linter.house_rules(view),
            _ => linter,
        };
        let result = if is_lines(input) {
            session.lines(input)
        } else {
            session.whole(input)
        };
        match result {
            Ok(()) => {}
            Err(Problem::Input(error)) => {
                let (name, error) = (input.name(), error.to_string());
                complain(&format_args!("{name}: {error}"));
                session.unread.push((name, error));
                session.status = FAILED;
            }
            Err(Problem::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                return Ok(session.status);
            }
            Err(Problem::Output(error)) => return Err(error),
        }
    }
    session.finish()?;
    Ok(session.status)
}

/// Where it went wrong: only one input, or all output.
enum Problem {
    Input(io::Error),
    Output(io::Error),
}

/// Reads a context; what is wrong with it is told in the language asked for.
fn read_context(path: &Path) -> Result<Context, Box<dyn Fn(Locale) -> String>> {
    let name = path.display().to_string();
    let bytes = match std::fs::read(path) {
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

/// What is asked of every order, and how what was found is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judge<'o> {
    linter: Linter<'o>,
    level: Severity,
    format: OutputFormat,
    deny_warnings: bool,
    style: Style,
}

/// What is left of an order when its findings are written.
#[derive(Debug, Default)]
pub(super) struct Judged {
    summary: Summary,
    /// Why it was not checked.
    unchecked: Option<(usize, NoProfile)>,
    denied: bool,
    /// The findings, where the report is written at the end.
    kept: Option<Box<Linted>>,
}

/// Judges the orders of one input, in one thread.
pub(super) struct Clerk<'o> {
    judge: Judge<'o>,
    name: &'o str,
    lines: ndjson::Lines<'o>,
}

impl<'o> Clerk<'o> {
    pub(super) fn new(judge: Judge<'o>, name: &'o str) -> Self {
        let source = (name != "<stdin>").then_some(name);
        Self {
            judge,
            name,
            lines: ndjson::Lines::new(source, judge.style.locale),
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
            Ok(text) if format == OutputFormat::Human && !linted.diagnostics.is_empty() => {
                Some(Shown::new(text, line.number, line.offset))
            }
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
            ..
        } = self.judge;
        let mut judged = Judged {
            unchecked: linted.unchecked.map(|reason| (linted.line, reason)),
            denied: linted.diagnostics.iter().any(|found| match found.severity {
                Severity::Error => true,
                Severity::Warning => deny_warnings,
                Severity::Info => false,
            }),
            ..Judged::default()
        };
        if deny_warnings {
            linted.diagnostics.retain(|found| found.severity >= level);
        }
        judged.summary.add(&linted);
        match format {
            OutputFormat::Human => human(style, self.name, shown, &linted, out)?,
            OutputFormat::Ndjson => self.lines.write(out, &linted)?,
            OutputFormat::Github => {
                let annotations = github::annotations(self.name, &linted, style.locale);
                out.extend_from_slice(annotations.as_bytes());
            }
            OutputFormat::Json | OutputFormat::Sarif => judged.kept = Some(linted.into()),
        }
        Ok(judged)
    }
}

/// Writes what was found in one order for people.
fn human(
    style: Style,
    name: &str,
    shown: Option<&Shown>,
    linted: &Linted,
    out: &mut impl Write,
) -> io::Result<()> {
    if let (Some(profile), true) = (
        linted.profile,
        linted.inferred && !linted.diagnostics.is_empty(),
    ) {
        let name = visible(name);
        writeln!(
            out,
            "{}",
            match style.locale {
                Locale::En => format!(
                    "{name}:{}: checked as {} (inferred)",
                    linted.line, profile.id
                ),
                Locale::Zh => format!("{name}:{}：按 {} 检查（自动推断）", linted.line, profile.id),
            }
        )?;
    }
    for found in &linted.diagnostics {
        writeln!(out, "{}", style.finding(name, shown, found))?;
        if found.severity != Severity::Info {
            writeln!(out)?;
        }
    }
    if linted
        .diagnostics
        .last()
        .is_some_and(|last| last.severity == Severity::Info)
    {
        writeln!(out)?;
    }
    Ok(())
}

struct Session<'o, W> {
    judge: Judge<'o>,
    jobs: usize,
    run: Run,
    summary: Summary,
    kept: Vec<(String, Box<Linted>)>,
    /// The inputs that could not be read, and why.
    unread: Vec<(String, String)>,
    status: u8,
    out: &'o mut W,
}

impl<W: Write> Session<'_, W> {
    /// Lints one text that is read as a whole.
    fn whole(&mut self, input: &Input) -> Result<(), Problem> {
        let bytes = input.read().map_err(Problem::Input)?;
        let name = input.name();
        let mut clerk = Clerk::new(self.judge, &name);
        let mut written = Vec::new();
        let Ok(text) = std::str::from_utf8(&bytes) else {
            let linted = self.judge.linter.not_utf8(&bytes, 1, 0);
            let judged = clerk.found(None, linted, &mut written);
            self.count(&name, judged.map_err(Problem::Output)?);
            return self.out.write_all(&written).map_err(Problem::Output);
        };
        let linted = self.judge.linter.lint(text, &mut self.run);
        let wanted = self.judge.format == OutputFormat::Human
            && linted.iter().any(|one| !one.diagnostics.is_empty());
        let shown = wanted.then(|| Shown::new(text, 1, 0));
        for one in linted {
            let judged = clerk.found(shown.as_ref(), one, &mut written);
            self.count(&name, judged.map_err(Problem::Output)?);
            self.out.write_all(&written).map_err(Problem::Output)?;
            written.clear();
        }
        Ok(())
    }

    /// Lints one order a line, without keeping more than a few lines.
    fn lines(&mut self, input: &Input) -> Result<(), Problem> {
        let name = input.name();
        let mut reader = Lines::new(input.open().map_err(Problem::Input)?);
        if self.jobs > 1 {
            self.side_by_side(&name, &mut reader)?;
        } else {
            let mut clerk = Clerk::new(self.judge, &name);
            let (mut bytes, mut written) = (Vec::new(), Vec::new());
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
                self.count(&name, judged.map_err(Problem::Output)?);
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
        Ok(())
    }

    /// The same by several threads, with the same output in the same order.
    fn side_by_side(&mut self, name: &str, reader: &mut Lines) -> Result<(), Problem> {
        let judge = self.judge;
        let scout = self.run.scout();
        let mut again = Clerk::new(judge, name);
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
        let (mut done, mut unwritten) = (0, 0);
        let mut anew = Vec::new();
        let mut all = std::mem::take(&mut batch.found);
        for (line, found) in batch.lines().zip(all.drain(..)) {
            let new = found
                .sighting
                .is_none_or(|sighting| self.run.note(sighting));
            let judged = if new {
                found.judged
            } else {
                self.out.write_all(&batch.written[unwritten..done])?;
                unwritten = found.end;
                anew.clear();
                let judged = again.line(line, &mut self.run, &mut anew)?;
                self.out.write_all(&anew)?;
                judged
            };
            done = found.end;
            self.count(name, judged);
        }
        batch.found = all;
        self.out.write_all(&batch.written[unwritten..])
    }

    fn count(&mut self, name: &str, judged: Judged) {
        let Judged {
            summary,
            unchecked,
            denied,
            kept,
        } = judged;
        self.summary += summary;
        if let Some((line, reason)) = unchecked {
            complain(&format_args!(
                "{name}:{line}: {}",
                no_profile(reason, "--profile", self.judge.style.locale)
            ));
            self.status = FAILED;
        }
        if denied {
            self.status = self.status.max(FOUND);
        }
        self.kept
            .extend(kept.map(|linted| (name.to_owned(), linted)));
    }

    fn finish(&mut self) -> io::Result<()> {
        match self.judge.format {
            OutputFormat::Human => {
                let summary = self.judge.style.summary(self.summary, self.judge.level);
                writeln!(self.out, "{summary}")
            }
            OutputFormat::Ndjson | OutputFormat::Github => Ok(()),
            OutputFormat::Json | OutputFormat::Sarif => {
                let specs = self
                    .kept
                    .iter()
                    .map(|(name, linted)| (name.as_str(), &**linted));
                let locale = self.judge.style.locale;
                if self.judge.format == OutputFormat::Sarif {
                    let unread = self.unread.iter();
                    let unread = unread.map(|(name, error)| (name.as_str(), error.as_str()));
                    write_pretty(self.out, &sarif::log(specs, locale).unread(unread))
                } else {
                    write_pretty(self.out, &json::report(specs, locale))
                }
            }
        }
    }
}
