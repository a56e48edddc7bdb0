//! A reader of shell scripts that keeps places. It judges no grammar: it cuts a script into
//! commands and these into words with their quoting, wherever they stand (in `if`, loops,
//! functions, pipelines, `$(…)`), and goes on behind what no shell would read, because scripts
//! that people show each other are full of placeholders.
//!
//! Published parsers were tried and do not serve: they refuse a whole script for one unclosed
//! quote, take the words behind an unquoted `<region>` for files, or stop the program at odd
//! words.

mod assignments;
mod expansion;
mod list;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

pub(crate) use assignments::{Assigned, Assignments};

/// Commands in commands (`$(…)`) and expansions in expansions are followed so deep: the reader
/// calls itself for them. What lies deeper is text.
const DEEPEST: usize = 48;

/// What a script holds.
#[derive(Debug, Default)]
pub(crate) struct Script<'t> {
    /// Its commands, inner ones before the outer one that they stand in.
    pub(crate) commands: Vec<Command<'t>>,
    /// Its comments, from `#` to the end of the line, in the order of the script.
    pub(crate) comments: Vec<Range<usize>>,
    /// What it assigns to which name.
    pub(crate) assignments: Assignments<'t>,
    /// Here-documents that a shell is given to run.
    pub(crate) documents: Vec<Range<usize>>,
    /// Blanks behind a backslash that should carry one of our commands on to the next line.
    pub(crate) blanks: Vec<Range<usize>>,
    /// The quote in one of our commands that is closed nowhere.
    pub(crate) unclosed: Option<usize>,
}

/// A simple command: its words without the assignments before them, without redirections.
#[derive(Debug)]
pub(crate) struct Command<'t> {
    /// Its words, of which there is at least one.
    pub(crate) words: Vec<Word<'t>>,
    /// Whether it stands in a loop or function, so that assignments behind it can come before it.
    pub(crate) is_repeated: bool,
    /// Whether the words are the elements of an array: `args=(a b)`.
    pub(crate) is_array: bool,
    /// The variables that conditions around it look at, if it is one of those that matter.
    pub(crate) guards: Vec<&'t str>,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    /// Where it stands, with its quotes.
    pub(crate) span: Range<usize>,
    /// What it is made of; nothing for `''`.
    pub(crate) pieces: Vec<Piece<'t>>,
}

/// A piece of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Text that the command gets as it stands here.
    Text {
        /// The text, without quotes and escapes.
        text: Cow<'t, str>,
        /// Where it stands: as long as the text, unless it is an escape.
        span: Range<usize>,
        /// Whether it is quoted or escaped.
        is_quoted: bool,
    },
    /// `$x`, `${x}`, `${x:-text}`.
    Parameter {
        /// The name.
        name: &'t str,
        /// Where it is used, from the dollar sign.
        span: Range<usize>,
        /// What stands in for it where it is not set.
        default: Option<Box<Word<'t>>>,
    },
    /// Any number of words: `"$@"`, `${args[@]}`.
    Words {
        /// Where it stands.
        span: Range<usize>,
    },
    /// Anything else that is known only when the script runs: `$(…)`, `$((…))`, `${x%y}`.
    Other {
        /// Where it stands.
        span: Range<usize>,
    },
}

impl Word<'_> {
    /// All of it, if that is text.
    pub(crate) fn literal(&self) -> Option<Cow<'_, str>> {
        match self.pieces.as_slice() {
            [] => Some(Cow::Borrowed("")),
            [Piece::Text { text, .. }] => Some(Cow::Borrowed(text)),
            pieces => {
                let mut all = String::new();
                for piece in pieces {
                    let Piece::Text { text, .. } = piece else {
                        return None;
                    };
                    all.push_str(text);
                }
                Some(Cow::Owned(all))
            }
        }
    }

    /// Its text, if it is one stretch without quotes: what can be a word of the shell's own.
    pub(crate) fn bare(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [
                Piece::Text {
                    text,
                    is_quoted: false,
                    ..
                },
            ] => Some(text),
            _ => None,
        }
    }

    /// Whether it names a shell, as such or at the end of a path.
    pub(crate) fn is_shell(&self) -> bool {
        self.literal()
            .is_some_and(|text| SHELLS.contains(&program(&text)))
    }

    /// Whether its text begins like that, quoted or not.
    pub(crate) fn begins_with(&self, prefix: &str) -> bool {
        let mut left = prefix;
        for piece in &self.pieces {
            let Piece::Text { text, .. } = piece else {
                return false;
            };
            if text.len() >= left.len() {
                return text.starts_with(left);
            }
            match left.strip_prefix(text.as_ref()) {
                Some(rest) => left = rest,
                None => return false,
            }
        }
        false
    }

    /// The text up to the first of those characters, where it stands, and the word behind that
    /// character. Nothing if something unknown stands before it, or no such character.
    pub(crate) fn split(&self, at: &[char]) -> Option<(String, Range<usize>, Self)> {
        let mut before = String::new();
        for (index, piece) in self.pieces.iter().enumerate() {
            let Piece::Text {
                text,
                span,
                is_quoted,
            } = piece
            else {
                return None;
            };
            let Some(cut) = text.find(at) else {
                before.push_str(text);
                continue;
            };
            before.push_str(&text[..cut]);
            let is_verbatim = text.len() == span.len();
            let name_end = if is_verbatim {
                span.start + cut
            } else {
                span.end
            };
            let rest_start = if is_verbatim { name_end + 1 } else { span.end };
            let mut pieces = Vec::with_capacity(self.pieces.len() - index);
            if cut + 1 < text.len() {
                let rest = part_of(text, cut + 1..text.len());
                pieces.push(Piece::Text {
                    text: rest,
                    span: rest_start..span.end,
                    is_quoted: *is_quoted,
                });
            }
            pieces.extend(self.pieces[index + 1..].iter().cloned());
            let rest = Self {
                span: rest_start..self.span.end,
                pieces,
            };
            return Some((before, self.span.start..name_end, rest));
        }
        None
    }
}

impl Piece<'_> {
    /// Where it stands.
    pub(crate) const fn span(&self) -> &Range<usize> {
        match self {
            Self::Text { span, .. }
            | Self::Parameter { span, .. }
            | Self::Words { span }
            | Self::Other { span } => span,
        }
    }
}

/// Reads a script. `ours` are the names of the commands that matter: in them also the signs of
/// other shells (`^`, a backquote) at the end of a line carry on, and if a quote is nowhere
/// closed they are read anew line by line.
pub(crate) fn read<'t>(text: &'t str, ours: &[&str]) -> Script<'t> {
    let mut reader = Reader::new(text, ours);
    reader.at = usize::from(text.starts_with('\u{feff}')) * '\u{feff}'.len_utf8();
    reader.list(list::Close::End);
    let is_broken = reader.unclosed.is_some();
    let mut script = reader.script;
    if is_broken {
        read_anew(text, ours, &mut script);
    }
    script
}

/// Reads each line that has one of our commands by itself: a quote that is closed nowhere may
/// have hidden it. Each line is read at most twice, up to the next such line.
fn read_anew<'t>(text: &'t str, ours: &[&str], script: &mut Script<'t>) {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if ours.iter().any(|name| line.contains(name)) && !line.trim_start().starts_with('#') {
            starts.push(at);
        }
        at += line.len();
    }
    let mut known: Vec<usize> = script
        .commands
        .iter()
        .filter(|command| command.is_one_of(ours))
        .filter_map(|command| Some(command.words.first()?.span.start))
        .collect();
    known.sort_unstable();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(text.len());
        let mut line = Reader::of_one_command(text, ours, *start..end);
        if let Some(unclosed) = line.unclosed {
            if script.unclosed.is_none() && text[unclosed..].starts_with(['"', '\'']) {
                let whole = Reader::of_one_command(text, ours, *start..text.len());
                script.unclosed = whole.unclosed.filter(|quote| *quote == unclosed);
            }
            let rest = &text[unclosed..end];
            let end = unclosed + rest.find('\n').unwrap_or(rest.len());
            line = Reader::of_one_command(text, ours, *start..end);
        }
        let read = *start..line.at.max(*start);
        // What the first reading found there was not hidden.
        let first = known.partition_point(|place| *place < read.start);
        if known.get(first).is_some_and(|place| *place < read.end) {
            continue;
        }
        let new = line.script.commands.into_iter();
        script
            .commands
            .extend(new.filter(|command| command.is_one_of(ours)));
        script.comments.extend(line.script.comments);
    }
    script.comments.sort_by_key(|comment| comment.start);
    script.comments.dedup();
}

impl Command<'_> {
    /// Whether a word of it is one of those names, as such or at the end of a path.
    fn is_one_of(&self, ours: &[&str]) -> bool {
        self.words.iter().any(|word| is_ours(word, ours))
    }
}

/// Whether a word is one of those names, as such or at the end of a path.
fn is_ours(word: &Word<'_>, ours: &[&str]) -> bool {
    word.literal()
        .is_some_and(|text| ours.contains(&program(&text)))
}

/// A part of a text, which is copied only where the text is one of its own.
pub(crate) fn part_of<'t>(text: &Cow<'t, str>, part: Range<usize>) -> Cow<'t, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[part]),
        Cow::Owned(text) => Cow::Owned(text[part].to_owned()),
    }
}

/// Programs that run what they are given.
pub(crate) const SHELLS: [&str; 6] = ["sh", "bash", "zsh", "ksh", "dash", "ash"];

/// Whether a command runs what it reads: a shell without a script's name, here or elsewhere.
fn runs_input(words: &[Word<'_>]) -> bool {
    let literal = |word: &Word<'_>| word.literal().map(Cow::into_owned).unwrap_or_default();
    let mut names = words.iter().map(literal);
    if names.next().is_some_and(|name| program(&name) == "ssh") {
        return true;
    }
    let shell = words.iter().position(Word::is_shell);
    shell.is_some_and(|at| {
        let behind = words[at + 1..].iter().map(literal).next();
        behind.is_none_or(|word| word.starts_with('-'))
    })
}

/// The name of a program without its folder and `.exe`.
pub(crate) fn program(word: &str) -> &str {
    let name = word.rsplit(['/', '\\']).next().unwrap_or(word);
    name.strip_suffix(".exe").unwrap_or(name)
}

/// Reads a script.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else about the present place"
)]
struct Reader<'t, 'o> {
    text: &'t str,
    /// Nothing from here on is read.
    end: usize,
    at: usize,
    ours: &'o [&'o str],
    script: Script<'t>,
    /// How many commands and expansions enclose the present place.
    depth: usize,
    /// Whether the present place is in backquotes, which the next one ends.
    in_backquotes: bool,
    /// Whether something around the present list makes it uncertain that its assignments hold.
    is_uncertain: bool,
    /// Whether the present list stands in a loop or function.
    is_repeated: bool,
    /// The variables that conditions around the present place look at, each with how many blocks of its
    /// list enclosed it.
    guards: Vec<(usize, &'t str)>,
    /// Whether the reading ends with the first line that has a command.
    is_one_command: bool,
    /// Here-documents whose bodies begin with the next line.
    heredocs: Vec<Heredoc>,
    /// Where lines begin that could end a here-document, by what stands in them; with and
    /// without the tabs before it. Made when it is needed.
    lines: Option<HashMap<(bool, &'t str), Vec<usize>>>,
    /// The first quote that is not closed.
    unclosed: Option<usize>,
}

/// A here-document.
struct Heredoc {
    /// What stands in the line that ends it.
    delimiter: String,
    /// Whether tabs before that do not count.
    strips_tabs: bool,
    /// Whether a shell runs it.
    is_run: bool,
}

impl<'t, 'o> Reader<'t, 'o> {
    fn new(text: &'t str, ours: &'o [&'o str]) -> Self {
        Self {
            text,
            end: text.len(),
            at: 0,
            ours,
            script: Script::default(),
            depth: 0,
            in_backquotes: false,
            is_uncertain: false,
            is_repeated: false,
            guards: Vec::new(),
            is_one_command: false,
            heredocs: Vec::new(),
            lines: None,
            unclosed: None,
        }
    }

    /// The reading of the first command of a stretch.
    fn of_one_command(text: &'t str, ours: &'o [&'o str], stretch: Range<usize>) -> Self {
        let mut reader = Self::new(text, ours);
        reader.at = stretch.start;
        reader.end = stretch.end;
        reader.is_one_command = true;
        reader.list(list::Close::End);
        reader
    }

    /// The byte at the present place.
    fn peek(&self) -> Option<u8> {
        self.peek_behind(0)
    }

    /// The byte so many behind the present place.
    fn peek_behind(&self, count: usize) -> Option<u8> {
        let at = self.at + count;
        (at < self.end).then(|| self.text.as_bytes().get(at).copied())?
    }

    /// What has not been read.
    fn rest(&self) -> &'t str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    /// Steps over that, if it comes next.
    fn takes(&mut self, what: &str) -> bool {
        let found = self.rest().starts_with(what);
        if found {
            self.at += what.len();
        }
        found
    }

    /// The end of the present line, its break left out.
    fn end_of_line(&self) -> usize {
        let rest = self.rest();
        self.at + rest.find('\n').unwrap_or(rest.len())
    }

    /// Where the next line begins if nothing but white space stands between so many bytes
    /// behind the present place and it.
    fn line_behind(&self, count: usize) -> Option<usize> {
        let mut at = self.at + count;
        let bytes = self.text.as_bytes();
        while at < self.end {
            match bytes.get(at) {
                Some(b'\n') => return Some(at + 1),
                Some(b' ' | b'\t' | b'\r') => at += 1,
                _ => return None,
            }
        }
        None
    }
}
