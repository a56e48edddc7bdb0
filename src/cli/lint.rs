use std::io::{self, BufRead, Write};
use std::path::Path;

use kvspec::diagnostic::Term;
use kvspec::render::human::{Shown, Style};
use kvspec::render::json::{self, Summary};
use kvspec::render::line::{write_line, write_pretty};
use kvspec::render::{github, ndjson, sarif};
use kvspec::{Context, InputFormat, Linted, Linter, Locale, Run, Severity};

use super::config::Configs;
use super::files::{Input, inputs};
use super::fix::Mender;
use super::{CLEAN, Deny, FAILED, FOUND, LintArguments, OutputFormat, complain, wants_color};

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
        complain(&"--unsafe-fixes needs --fix or --diff");
        return Ok(FAILED);
    }
    if mend.fix && inputs.len() > 1 && inputs.iter().any(|input| matches!(input, Input::Stdin)) {
        complain(&"--fix writes standard input to standard output, so it must come alone");
        return Ok(FAILED);
    }
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
        if let Some(status) = mender.finish(mend.diff) {
            return Ok(status);
        }
    }
    let mut session = Session {
        linter,
        format: arguments.format,
        locale,
        deny_warnings: arguments.deny == Some(Deny::Warnings),
        run: Run::new(),
        summary: Summary::default(),
        kept: Vec::new(),
        status: CLEAN,
        out,
    };
    if inputs.is_empty() {
        complain(&"there is nothing to check: no .json, .ndjson, .jsonl, .url or .query file");
        session.status = FAILED;
    }
    for (index, input) in inputs.iter().enumerate() {
        session.linter = match views.get(index) {
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
                complain(&format_args!("{}: {error}", input.name()));
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

struct Session<'o, W> {
    linter: Linter<'o>,
    format: OutputFormat,
    locale: Locale,
    deny_warnings: bool,
    run: Run,
    summary: Summary,
    kept: Vec<(String, Linted)>,
    status: u8,
    out: &'o mut W,
}

impl<W: Write> Session<'_, W> {
    /// Lints one text that is read as a whole.
    fn whole(&mut self, input: &Input) -> Result<(), Problem> {
        let bytes = input.read().map_err(Problem::Input)?;
        let name = input.name();
        let Ok(text) = std::str::from_utf8(&bytes) else {
            let linted = self.linter.not_utf8(&bytes, 1, 0);
            return self.found(&name, None, linted);
        };
        let linted = self.linter.lint(text, &mut self.run);
        let wanted = self.format == OutputFormat::Human
            && linted.iter().any(|one| !one.diagnostics.is_empty());
        let shown = wanted.then(|| Shown::new(text, 1, 0));
        for one in linted {
            self.found(&name, shown.as_ref(), one)?;
        }
        Ok(())
    }

    /// Lints one order a line, without keeping more than a line.
    fn lines(&mut self, input: &Input) -> Result<(), Problem> {
        let name = input.name();
        let mut reader = input.open().map_err(Problem::Input)?;
        let mut bytes = Vec::new();
        let (mut number, mut offset, mut index) = (0, 0, 0);
        loop {
            bytes.clear();
            if reader
                .read_until(b'\n', &mut bytes)
                .map_err(Problem::Input)?
                == 0
            {
                break;
            }
            number += 1;
            let mut linted = match std::str::from_utf8(&bytes) {
                Ok(text) => self.linter.lint_line(text, number, offset, &mut self.run),
                Err(_) => self.linter.not_utf8(&bytes, number, offset),
            };
            let blank = bytes.trim_ascii().is_empty();
            if blank && self.format != OutputFormat::Ndjson {
                offset += bytes.len();
                continue;
            }
            linted.index = index;
            index += usize::from(!blank);
            let shown = match std::str::from_utf8(&bytes) {
                Ok(text)
                    if self.format == OutputFormat::Human && !linted.diagnostics.is_empty() =>
                {
                    Some(Shown::new(text, number, offset))
                }
                _ => None,
            };
            offset += bytes.len();
            self.found(&name, shown.as_ref(), linted)?;
        }
        if number == 0 {
            return Err(Problem::Input(io::Error::other("there is nothing to read")));
        }
        Ok(())
    }

    fn found(&mut self, name: &str, shown: Option<&Shown>, linted: Linted) -> Result<(), Problem> {
        self.judge(name, &linted);
        match self.format {
            OutputFormat::Human => self.human(name, shown, &linted),
            OutputFormat::Ndjson => {
                let source = (name != "<stdin>").then_some(name);
                write_line(self.out, &ndjson::line(source, &linted, self.locale))
            }
            OutputFormat::Json | OutputFormat::Sarif => {
                self.kept.push((name.to_owned(), linted));
                Ok(())
            }
            OutputFormat::Github => self
                .out
                .write_all(github::annotations(name, &linted, self.locale).as_bytes()),
        }
        .map_err(Problem::Output)
    }

    fn judge(&mut self, name: &str, linted: &Linted) {
        self.summary.add(linted);
        if let Some(reason) = linted.unchecked {
            complain(&format_args!(
                "{name}:{}: {}",
                linted.line,
                reason.message(self.locale)
            ));
            self.status = FAILED;
        }
        let denied = linted.diagnostics.iter().any(|found| match found.severity {
            Severity::Error => true,
            Severity::Warning => self.deny_warnings,
            Severity::Info => false,
        });
        if denied {
            self.status = self.status.max(FOUND);
        }
    }

    fn style(&self) -> Style {
        let width = std::env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok());
        Style {
            color: wants_color(),
            width: width.unwrap_or(120_usize).clamp(40, 1_000),
            locale: self.locale,
        }
    }

    fn human(&mut self, name: &str, shown: Option<&Shown>, linted: &Linted) -> io::Result<()> {
        let style = self.style();
        if let (Some(profile), true) = (
            linted.profile,
            linted.inferred && !linted.diagnostics.is_empty(),
        ) {
            writeln!(
                self.out,
                "{}",
                match self.locale {
                    Locale::En => format!(
                        "{name}:{}: checked as {} (inferred)",
                        linted.line, profile.id
                    ),
                    Locale::Zh =>
                        format!("{name}:{}：按 {} 检查（自动推断）", linted.line, profile.id),
                }
            )?;
        }
        for found in &linted.diagnostics {
            writeln!(self.out, "{}", style.finding(name, shown, found))?;
            if found.severity != Severity::Info {
                writeln!(self.out)?;
            }
        }
        if linted
            .diagnostics
            .last()
            .is_some_and(|last| last.severity == Severity::Info)
        {
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        match self.format {
            OutputFormat::Human => {
                let summary = self.style().summary(self.summary);
                writeln!(self.out, "{summary}")
            }
            OutputFormat::Ndjson | OutputFormat::Github => Ok(()),
            OutputFormat::Json | OutputFormat::Sarif => {
                let specs = self
                    .kept
                    .iter()
                    .map(|(name, linted)| (name.as_str(), linted));
                if self.format == OutputFormat::Sarif {
                    write_pretty(self.out, &sarif::log(specs, self.locale))
                } else {
                    write_pretty(self.out, &json::report(specs, self.locale))
                }
            }
        }
    }
}
