//! `kvspec transfer FILE --to FORMAT`: the new file on standard output, what happened on standard
//! error.

use std::io::{self, Write};

use kvspec::diagnostic::Span;
use kvspec::render::line::write_pretty;
use kvspec::text::visible;
use kvspec::{
    Action, Linter, Locale, NotRewritten, OrderFormat, PublishedRewrite, Rewritten, Severity, Step,
};
use serde::Serialize;

use super::files::{Input, Neighbours};
use super::single::Single;
use super::{CLEAN, FAILED, FOUND, TransferArguments, TwoFormats, complain};

#[derive(Serialize)]
struct Published<'r> {
    schema: &'static str,
    source: &'r str,
    #[serde(flatten)]
    rewritten: PublishedRewrite<'r>,
}

pub(super) fn run(
    arguments: &TransferArguments,
    single: &Single,
    to: OrderFormat,
    out: &mut impl Write,
) -> io::Result<u8> {
    let locale = arguments.language.locale();
    let input = Input::named(&arguments.file);
    let neighbours = Neighbours::default().of(&input, &single.text);
    let mut linter = Linter::new();
    if single.name != "-" {
        linter = linter.file(&single.name, &neighbours);
    }
    if let Some(profile) = arguments.from {
        linter = linter.profile(profile);
    }
    let rewritten = match linter.rewrite(&single.text, to) {
        Ok(rewritten) => rewritten,
        Err(problem) => return Ok(refused(single, &problem, to, locale)),
    };
    match arguments.format {
        TwoFormats::Human => {
            out.write_all(rewritten.text.as_bytes())?;
            out.flush()?;
            tell(single, &rewritten, locale);
        }
        TwoFormats::Json => {
            let published = Published {
                schema: "kvspec/rewrite/v1",
                source: &single.name,
                rewritten: rewritten.published(locale),
            };
            write_pretty(out, &published)?;
        }
    }
    Ok(if rewritten.is_valid() { CLEAN } else { FOUND })
}

/// Says why nothing was written.
fn refused(single: &Single, problem: &NotRewritten, to: OrderFormat, locale: Locale) -> u8 {
    let name = match problem {
        NotRewritten::NotWritten {
            name: Some(name), ..
        } => format!("{} ({name})", single.name),
        _ => single.name.clone(),
    };
    complain(&format_args!("{name}: {}", problem.message(to, locale)));
    if let NotRewritten::Unreadable(found) = problem {
        for found in found.iter().flat_map(|one| &one.diagnostics) {
            if found.severity == Severity::Error {
                let place = place(found.span);
                complain(&format_args!(
                    "{}{place}: {}",
                    single.name,
                    found.message(locale)
                ));
            }
        }
    }
    FAILED
}

fn place(span: Option<Span>) -> String {
    span.map_or_else(String::new, |span| {
        format!(":{}:{}", span.start.line, span.start.column)
    })
}

/// Says what did not stay as it was, and what is found in the new file.
fn tell(single: &Single, rewritten: &Rewritten, locale: Locale) {
    for order in &rewritten.orders {
        for step in &order.steps {
            let goes_without_saying = matches!(
                step.action,
                Action::Kept | Action::Renamed | Action::Respelled
            );
            if !goes_without_saying {
                let place = place(step.span);
                complain(&format_args!(
                    "{}{place}: {}",
                    single.name,
                    line(step, locale)
                ));
            }
        }
        if order.copies > 1 {
            let copies = order.copies;
            match locale {
                Locale::En => complain(&format_args!("to be sent {copies} times")),
                Locale::Zh => complain(&format_args!("须发送 {copies} 次")),
            }
        }
    }
    for one in &rewritten.findings {
        for found in &one.diagnostics {
            if found.severity == Severity::Info {
                continue;
            }
            let (label, there) = match locale {
                Locale::En => (found.severity.label(locale), "in the new file"),
                Locale::Zh => (found.severity.label(locale), "新文件"),
            };
            complain(&format_args!(
                "{there}{}: {label}[{}] {}: {}",
                place(found.span),
                found.code,
                found.path,
                found.message(locale)
            ));
        }
    }
}

fn line(step: &Step, locale: Locale) -> String {
    let mut out = String::new();
    match (&step.from, &step.to) {
        (Some(from), Some(to)) if from != to => out = format!("{from} → {to}"),
        (Some(one), _) | (None, Some(one)) => out.push_str(one),
        (None, None) => {}
    }
    if let (Some(now), true) = (
        &step.now,
        matches!(
            step.action,
            Action::Referred | Action::Hidden | Action::Supplied | Action::DefaultWritten
        ),
    ) {
        out = format!("{out} {now}");
    }
    let words = step.action.message(locale);
    let why = step.why.map(|why| why.get(locale));
    let out = visible(&out).into_owned();
    if out.is_empty() {
        return why.unwrap_or(words).to_owned();
    }
    match (locale, why) {
        (Locale::En, None) => format!("{out}: {words}"),
        (Locale::En, Some(why)) => format!("{out}: {words} ({why})"),
        (Locale::Zh, None) => format!("{out}：{words}"),
        (Locale::Zh, Some(why)) => format!("{out}：{words}（{why}）"),
    }
}
