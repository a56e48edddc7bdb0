//! Commands of `aliyun` and `jdc` that order an instance, wherever they stand in a shell script.

mod aliyun;
mod flags;
mod ignore;
mod jdc;
mod names;
mod scripts;
mod secrets;
#[cfg(test)]
mod tests;
mod tree;
mod values;
mod wrapper;

use std::ops::Range;

use super::inner::Inner;
use super::{Found, Mend, Remark, Spec, SpecFormat, What as Wrong};
use crate::input::item::{Item, Member, What, Written};
use crate::input::shell::{self, Command, Script, Word, program};

/// The tools whose commands are looked at.
const TOOLS: [&str; 2] = ["aliyun", "jdc"];

/// So many words of a command are looked at that may be a tool of ours and may be an argument.
const MOST_TOOLS: usize = 8;

/// Scripts in scripts are read so deep.
const DEEPEST: usize = 3;

/// Commands that only print or look up what stands behind them.
const PRINTERS: [&str; 6] = ["echo", "printf", "grep", "which", "man", "type"];

/// Finds the orders in a shell script.
pub(crate) fn read(text: &str) -> Found {
    read_within(text, 0)
}

/// Finds the orders in a script that so many others hold.
fn read_within(text: &str, depth: usize) -> Found {
    let mut found = Found::default();
    // Most scripts have none.
    if !TOOLS.iter().any(|tool| text.contains(tool)) {
        return found;
    }
    let script = shell::read(text, &TOOLS);
    for command in &script.commands {
        for at in tools_of(command).take(MOST_TOOLS) {
            let made = wrapper::run_by(&command.words, at);
            let context = Context {
                script: &script,
                is_repeated: command.is_repeated,
                guards: &command.guards,
                takes_more: command.is_array || made.is_some(),
            };
            let words = made.as_deref().unwrap_or(&command.words[at..]);
            let next = match words[0].literal().as_deref().map(program) {
                Some("aliyun") => aliyun::read(context, words, &mut found),
                _ => jdc::read(context, words, &mut found),
            };
            if next {
                break;
            }
        }
    }
    if let Some(quote) = script.unclosed {
        let text = "the quote that begins here is closed nowhere";
        tell(&mut found, text, &(quote..quote + 1), false);
        for spec in &mut found.specs {
            if spec.whole.contains(&quote) {
                hide_behind(&mut spec.arguments, quote);
            }
        }
    }
    for blanks in &script.blanks {
        let text = "blanks stand behind the backslash, so that the command ends with this line";
        tell(&mut found, text, blanks, true);
    }
    for spec in &mut found.specs {
        secrets::conceal(&mut spec.arguments);
    }
    let mut ignores = Vec::new();
    if depth < DEEPEST {
        for inner in scripts::run_by(text, &script) {
            let mut there = read_within(&text[inner.span.clone()], depth + 1);
            Inner::stretch(inner.span, inner.is_document).outward(&mut there);
            found.specs.append(&mut there.specs);
            found.remarks.append(&mut there.remarks);
            found.secrets.append(&mut there.secrets);
            ignores.append(&mut there.ignores);
        }
    }
    found.secrets.append(&mut secrets::places(&script));
    found.specs.sort_by_key(|spec| spec.head.start);
    found.remarks.sort_by_key(|remark| remark.span.start);
    name_by_lines(text, &mut found.specs);
    let mut stretches: Vec<_> = found.specs.iter().map(|spec| spec.whole.clone()).collect();
    script.assignments.visit(|_, start, value| {
        stretches.push(start..value.span.end.max(start));
    });
    stretches.sort_by_key(|stretch| stretch.start);
    found.ignores = ignore::of_stretches(text, &script.comments, &stretches);
    found.ignores.append(&mut ignores);
    found.ignores.sort_by_key(|ignore| ignore.span.start);
    found
}

/// Takes what stands in a quote that is closed nowhere for unknown: a value, and arguments behind it.
fn hide_behind(arguments: &mut Item, quote: usize) {
    arguments.open();
    if let What::Map { members, .. } = &mut arguments.what {
        for member in members
            .iter_mut()
            .filter(|member| member.value.span.end > quote)
        {
            member.value.what = What::Unknown { reference: None };
        }
    }
}

/// Says that something is no right script: of the order in which it stands, if it stands in one.
fn tell(found: &mut Found, text: &str, span: &Range<usize>, is_cut: bool) {
    let remark = Remark {
        what: Wrong::Syntax(text.to_owned()),
        path: String::new(),
        span: span.clone(),
        fix: is_cut.then(|| Mend::one(span.clone(), String::new(), true)),
    };
    let holds = |spec: &&mut Spec| spec.whole.start <= span.start && span.end <= spec.whole.end;
    match found.specs.iter_mut().find(holds) {
        Some(spec) => spec.remarks.push(remark),
        None => found.remarks.push(remark),
    }
}

/// Where in a command the word of one of our tools stands.
fn tools_of<'c>(command: &'c Command<'_>) -> impl Iterator<Item = usize> + use<'c> {
    let first = command.words.first().and_then(Word::literal);
    let prints = !command.is_array && first.is_some_and(|word| PRINTERS.contains(&word.as_ref()));
    let words = command.words.iter().enumerate();
    words.filter_map(move |(index, word)| {
        let is_tool = !prints && TOOLS.contains(&program(&word.literal()?));
        is_tool.then_some(index)
    })
}

/// Names orders by the lines in which they begin: `line 12`, and `line 12, 2nd` for a second one
/// in the same line.
fn name_by_lines(text: &str, specs: &mut [Spec]) {
    let mut line = 1;
    let mut at = 0;
    let mut before = 0;
    let mut count = 0;
    for spec in specs {
        let start = spec.head.start.min(text.len());
        if let Some(between) = text.get(at..start) {
            line += between.matches('\n').count();
            at = start;
        }
        count = if line == before { count + 1 } else { 1 };
        before = line;
        spec.name = match count {
            1 => format!("line {line}"),
            2 => format!("line {line}, 2nd"),
            3 => format!("line {line}, 3rd"),
            more => format!("line {line}, {more}th"),
        };
    }
}

/// Names the orders of commands by the lines of the whole file, in which they were read apart from
/// each other.
pub(super) fn name_commands(text: &str, found: &mut Found) {
    let mut commands: Vec<_> = Vec::new();
    let mut others: Vec<_> = Vec::new();
    for spec in found.specs.drain(..) {
        if spec.region_is_known_elsewhere && spec.name.starts_with("line ") {
            commands.push(spec);
        } else {
            others.push(spec);
        }
    }
    name_by_lines(text, &mut commands);
    others.append(&mut commands);
    others.sort_by_key(|spec| spec.head.start);
    found.specs = others;
}

/// An order that a command makes.
fn spec(profile: &'static str, words: &[Word<'_>], operation: &Word<'_>, arguments: What) -> Spec {
    let whole = words[0].span.start..words[words.len() - 1].span.end;
    let head = whole.start..operation.span.end;
    let arguments = Item::new(arguments, whole.clone(), Written::ShellWord);
    Spec {
        region_is_known_elsewhere: true,
        ..Spec::new(
            profile,
            SpecFormat::Shell,
            String::new(),
            (head, whole),
            arguments,
        )
    }
}

/// A remark that a word of the command is no operation or product.
fn unknown_word(word: &Word<'_>, path: &str, suggestion: Option<&str>) -> Remark {
    Remark {
        what: Wrong::UnknownOperation {
            written: word.literal().unwrap_or_default().into_owned(),
            suggestion: suggestion.map(ToOwned::to_owned),
            is_info: false,
            order: None,
        },
        path: path.to_owned(),
        span: word.span.clone(),
        fix: suggestion.map(|right| Mend::one(word.span.clone(), right.to_owned(), false)),
    }
}

/// The text of a value that stands in the script for certain.
fn certain_text(item: &Item) -> Option<String> {
    match &item.what {
        What::Text(text) => {
            let via = item.via.as_ref();
            let is_certain = via.is_none_or(|via| !via.is_default && !via.is_hidden);
            is_certain.then(|| text.clone())
        }
        _ => None,
    }
}

/// A member of a command's arguments.
fn member(name: &str, key: Range<usize>, whole: Range<usize>, value: Item) -> Member {
    Member {
        name: name.to_owned(),
        shown: None,
        key,
        whole,
        is_block: false,
        value,
    }
}

/// What stands around the words of a command. A script's commands do not know of each other, and
/// each reads the script's variables.
#[derive(Clone, Copy)]
struct Context<'a, 't> {
    script: &'a Script<'t>,
    /// Whether it stands in a loop or function, so that assignments behind it can come before it.
    is_repeated: bool,
    /// The variables that conditions around it look at: what they are set to may not be what they
    /// hold here.
    guards: &'a [&'t str],
    /// Whether it may get words that do not stand here: elements of an array that somebody adds, or
    /// what `xargs` and the like put in.
    takes_more: bool,
}
