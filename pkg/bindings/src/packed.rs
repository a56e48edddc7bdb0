//! Findings as numbers and one text. `pkg/src/findings.ts` makes objects of them, with the words
//! that it has as data: neither messages nor quotations are in this module.

use kvspec::diagnostic::{
    Arg, CharacterName, Diagnostic, Edit, Fix, PatchOperation, Position, ranges,
};
use kvspec::profile::Bilingual;
use kvspec::text::{is_invisible, looks_like_ascii};
use kvspec::{Code, Incremental, Linted, Severity};

use crate::memory::Output;

/// What follows the number of a finding's code in the same number, bit by bit.
const SEVERITY: u32 = 8;
const PARAMETER: u32 = 10;
const PROVIDER_CODE: u32 = 12;
const SPAN: u32 = 13;
const FIX: u32 = 14;
const SOURCE: u32 = 15;
const ARGUMENTS: u32 = 16;

/// How the parameter of a finding is told: not at all, as the last part of its path, or written.
const PATH_ENDS_WITH_IT: u32 = 1;
const WRITTEN: u32 = 2;

/// Writes findings, and before them how many of each severity there are.
pub(crate) fn findings(out: &mut Output, found: &[Diagnostic]) {
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let count = found.iter().filter(|one| one.severity == severity).count();
        out.number(count);
    }
    for one in found {
        out.measured(|out| finding(out, one));
    }
}

/// Writes how many findings there are of each severity, and in all; then for each its number, and
/// whether it is new: only such a one is written. The lowest bit of a number says that.
pub(crate) fn kept(out: &mut Output, request: &Incremental) {
    let places = [(); 4].map(|()| out.place());
    let mut counts = [0; 4];
    for (number, is_new, found) in request.findings() {
        counts[match found.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Info => 2,
        }] += 1;
        counts[3] += 1;
        out.number(number << 1 | usize::from(is_new));
        if is_new {
            out.measured(|out| finding(out, found));
        }
    }
    for (place, count) in places.into_iter().zip(counts) {
        out.put(place, count);
    }
}

fn finding(out: &mut Output, found: &Diagnostic) {
    let parameter = match found.parameter {
        None => 0,
        Some(name) => match found.path.rsplit_once('/') {
            Some((_, last)) if last == name => PATH_ENDS_WITH_IT,
            _ => WRITTEN,
        },
    };
    let flag = |there: bool, bit: u32| u32::from(there) << bit;
    let arguments = out.place();
    let mut head = found.code as u32
        | (found.severity as u32) << SEVERITY
        | parameter << PARAMETER
        | flag(found.provider_code.is_some(), PROVIDER_CODE)
        | flag(found.span.is_some(), SPAN)
        | flag(found.fix.is_some(), FIX)
        | flag(found.source.is_some(), SOURCE);
    out.text(&found.path);
    if let (Some(name), WRITTEN) = (found.parameter, parameter) {
        out.text(name);
    }
    if let Some(code) = found.provider_code {
        out.text(code);
    }
    for (name, arg) in found.args.iter() {
        head += 1 << ARGUMENTS;
        argument(out, found.code, name, arg);
    }
    if let Some(span) = found.span {
        position(out, span.start);
        position(out, span.end);
    }
    if let Some(fix) = &found.fix {
        mend(out, fix);
    }
    if let Some(source) = found.source {
        out.number(source.key() as usize);
    }
    out.put(arguments, head);
}

/// The place of the name among the arguments of the code, and above it what kind of value follows.
fn argument(out: &mut Output, code: Code, name: &str, arg: &Arg) {
    let kind = match arg {
        Arg::Number(_) => 0,
        Arg::Text(_) => 1,
        Arg::Term(_) => 2,
        Arg::Any(_) | Arg::AnyOf(_) => 3,
        Arg::AnyNumber(_) => 8,
        Arg::Terms(_) => 4,
        Arg::Characters(_) => 5,
        Arg::Bilingual(_) => 6,
        Arg::Translated(_) => 7,
    };
    let known = code.arguments().iter();
    let place = known.take_while(|info| info.name != name).count();
    out.number(place | kind << 8);
    match arg {
        Arg::Number(number) => out.wide(*number),
        Arg::Text(text) => out.text(text),
        Arg::Term(term) => out.number(*term as usize),
        Arg::Any(values) => {
            out.number(values.len());
            for value in values {
                out.text(value);
            }
        }
        Arg::AnyOf(values) => {
            out.number(values.len());
            for value in *values {
                out.text(value);
            }
        }
        Arg::AnyNumber(numbers) => {
            let ranges: Vec<_> = ranges(numbers).collect();
            out.number(ranges.len());
            for range in ranges {
                out.text(&range.to_string());
            }
        }
        Arg::Terms(terms) => {
            out.number(terms.iter().count());
            for term in terms.iter() {
                out.number(term as usize);
            }
        }
        Arg::Characters(characters) => {
            out.number(characters.len());
            for entry in characters {
                // Above the character: whether it is only a kind, or one that nobody sees, or one
                // that is taken for another.
                out.number(match entry.character {
                    CharacterName::Kind(term) => term as usize | 1 << 24,
                    CharacterName::Itself(character) => {
                        let unseen = is_invisible(character) || character.is_whitespace();
                        let alike = looks_like_ascii(character);
                        character as usize | usize::from(unseen) << 25 | usize::from(alike) << 26
                    }
                });
                out.number(entry.count as usize);
            }
        }
        Arg::Bilingual(text) => words(out, **text),
        Arg::Translated(texts) => {
            out.text(&texts.0);
            out.text(&texts.1);
        }
    }
}

fn words(out: &mut Output, text: Bilingual) {
    out.number(text.key() as usize);
}

fn position(out: &mut Output, position: Position) {
    out.number(position.offset);
    out.number(position.line);
    out.number(position.column);
}

fn mend(out: &mut Output, fix: &Fix) {
    let (title, subject) = fix.title_parts();
    words(out, title);
    out.text(&subject);
    out.number(fix.applicability as usize);
    out.number(fix.edits.len());
    for Edit { start, end, text } in &fix.edits {
        out.number(*start);
        out.number(*end);
        out.text(text);
    }
    let patch = fix.patch();
    out.number(patch.len());
    for operation in &patch {
        match operation {
            PatchOperation::Replace { path, value } => {
                out.number(0);
                out.text(path);
                out.text(value.as_str().unwrap_or_default());
            }
            PatchOperation::Move { from, path } => {
                out.number(1);
                out.text(from);
                out.text(path);
            }
            PatchOperation::Remove { path } => {
                out.number(2);
                out.text(path);
            }
            PatchOperation::Add { path, value } => {
                out.number(3);
                out.text(path);
                out.text(value.as_str().unwrap_or_default());
            }
            _ => out.number(4),
        }
    }
}

/// Writes what was found in the requests of one text.
pub(crate) fn report(out: &mut Output, linted: &[Linted], chinese: bool) {
    out.number(linted.len());
    for one in linted {
        out.number(one.line);
        let profile = one.profile.and_then(|profile| {
            let all = kvspec::PROFILES.iter();
            all.enumerate()
                .find(|(_, known)| known.id == profile.id)
                .map(|(place, _)| place)
        });
        out.number(profile.map_or(0, |place| place + 1));
        let told = usize::from(one.inferred) | usize::from(one.is_valid()) << 1;
        out.number(told | (one.format as usize) << 2);
        out.number(one.unknown);
        out.text(
            &one.unchecked
                .map(|reason| reason.message(crate::locale(chinese)))
                .unwrap_or_default(),
        );
        findings(out, &one.diagnostics);
    }
}
