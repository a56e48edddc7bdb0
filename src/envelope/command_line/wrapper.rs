//! What other commands put into a command that they run: `xargs`, `parallel`, `find -exec`, `fd -x`.

use std::borrow::Cow;
use std::ops::Range;

use crate::input::shell::{Piece, Word, part_of, program};

/// Options of `xargs` in one letter that have a value.
const XARGS_WITH_VALUE: &str = "aEdLnPsRS";

/// What stands in a command for a word that is known only when the command runs.
enum Marks {
    /// There is none: the words are added at the end.
    None,
    /// That text.
    Text(String),
    /// `{}` and others in braces: `{.}`, `{1}`, `{= … =}`.
    Braces,
}

/// The words of a command from one of our tools on, at that place, as the command that runs it makes
/// them; nothing where no command runs it that changes words.
pub(super) fn run_by<'t>(words: &[Word<'t>], at: usize) -> Option<Vec<Word<'t>>> {
    let name = |word: &Word<'t>| word.literal().map(|text| program(&text).to_owned());
    let (before, own) = words.split_at(at);
    let (place, wrapper) = before.iter().enumerate().rev().find_map(|(place, word)| {
        let name = name(word)?;
        let changes = matches!(
            name.as_str(),
            "xargs" | "gxargs" | "parallel" | "env_parallel" | "find" | "gfind" | "fd" | "fdfind"
        );
        changes.then_some((place, name))
    })?;
    let options = &before[place + 1..];
    let has = |texts: &[&str]| {
        let mut words = options.iter().filter_map(Word::literal);
        words.any(|text| texts.contains(&&*text))
    };
    let (marks, end) = match wrapper.as_str() {
        "xargs" | "gxargs" => (xargs_marks(options), own.len()),
        "find" | "gfind" => {
            if !has(&["-exec", "-execdir", "-ok", "-okdir"]) {
                return None;
            }
            (Marks::Text("{}".to_owned()), end_of_exec(own))
        }
        "fd" | "fdfind" => {
            if !has(&["-x", "-X", "--exec", "--exec-batch"]) {
                return None;
            }
            (Marks::Braces, end_of_exec(own))
        }
        _ => {
            let sources = |word: &Word<'t>| {
                let text = word.literal();
                text.is_some_and(|text| matches!(&*text, ":::" | "::::" | ":::+" | "::::+"))
            };
            let end = own.iter().position(sources).unwrap_or(own.len());
            (parallel_marks(options), end)
        }
    };
    let mut is_marked = false;
    let mut made: Vec<Word<'t>> = Vec::with_capacity(end + 1);
    for word in &own[..end] {
        let new = marks.in_word(word);
        is_marked |= new.is_some();
        made.push(new.unwrap_or_else(|| word.clone()));
    }
    let adds = match wrapper.as_str() {
        "xargs" | "gxargs" => matches!(marks, Marks::None),
        "find" | "gfind" => false,
        _ => !is_marked,
    };
    if let Some(last) = made.last().map(|word| word.span.end).filter(|_| adds) {
        made.push(Word {
            span: last..last,
            pieces: vec![Piece::Words { span: last..last }],
        });
    }
    Some(made)
}

/// Where the words end that `-exec` runs: at `;`, or at `+` behind `{}`.
fn end_of_exec(words: &[Word<'_>]) -> usize {
    let text = |index: usize| words.get(index).and_then(Word::literal);
    let ends = |index: &usize| match text(*index).as_deref() {
        Some(";") => true,
        Some("+") => index
            .checked_sub(1)
            .is_some_and(|before| text(before).as_deref() == Some("{}")),
        _ => false,
    };
    (0..words.len()).find(ends).unwrap_or(words.len())
}

/// The text that `xargs` replaces, by its options.
fn xargs_marks(options: &[Word<'_>]) -> Marks {
    let mut marks = Marks::None;
    let mut words = options.iter().map(Word::literal);
    while let Some(word) = words.next() {
        let Some(word) = word else { continue };
        if let Some(long) = word.strip_prefix("--") {
            if let Some(text) = long.strip_prefix("replace") {
                let text = text.strip_prefix('=').unwrap_or("{}");
                marks = Marks::Text(text.to_owned());
            }
            continue;
        }
        let Some(short) = word.strip_prefix('-') else {
            continue;
        };
        for (index, letter) in short.char_indices() {
            let rest = &short[index + letter.len_utf8()..];
            match letter {
                'I' | 'J' => {
                    let text = if rest.is_empty() {
                        words.next().flatten().map(Cow::into_owned)
                    } else {
                        Some(rest.to_owned())
                    };
                    // A variable may hold any text; braces are what people write.
                    marks = Marks::Text(text.unwrap_or_else(|| "{}".to_owned()));
                    break;
                }
                'i' => {
                    let text = if rest.is_empty() { "{}" } else { rest };
                    marks = Marks::Text(text.to_owned());
                    break;
                }
                letter if XARGS_WITH_VALUE.contains(letter) => break,
                _ => {}
            }
        }
    }
    marks
}

/// The text that `parallel` replaces, by its options.
fn parallel_marks(options: &[Word<'_>]) -> Marks {
    let mut words = options.iter().map(Word::literal);
    while let Some(word) = words.next() {
        let Some(word) = word else { continue };
        if let Some(text) = word.strip_prefix("-I") {
            let text = if text.is_empty() {
                words.next().flatten().map(Cow::into_owned)
            } else {
                Some(text.to_owned())
            };
            if let Some(text) = text {
                return Marks::Text(text);
            }
        }
    }
    Marks::Braces
}

impl Marks {
    /// Where the first mark stands in a text.
    fn find(&self, text: &str) -> Option<Range<usize>> {
        match self {
            Self::None => None,
            Self::Text(mark) if mark.is_empty() => None,
            Self::Text(mark) => text.find(mark).map(|at| at..at + mark.len()),
            Self::Braces => text.match_indices('{').find_map(|(at, _)| {
                let inner = &text[at + 1..];
                let length = if inner.starts_with('=') {
                    inner.find("=}")? + 1
                } else {
                    inner.find('}')?
                };
                let is_mark = |c: char| c.is_ascii_alphanumeric() || "_./#%+:-".contains(c);
                let inner = &inner[..length];
                (inner.starts_with('=') || inner.chars().all(is_mark))
                    .then_some(at..at + length + 2)
            }),
        }
    }

    /// A word with every mark taken for what is not known; nothing if it has none.
    fn in_word<'t>(&self, word: &Word<'t>) -> Option<Word<'t>> {
        let whole = word.literal().filter(|text| {
            let found = self.find(text);
            found.is_some_and(|found| found == (0..text.len()))
        });
        if whole.is_some() {
            let span = word.span.clone();
            return Some(Word {
                pieces: vec![Piece::Other { span: span.clone() }],
                span,
            });
        }
        let mut is_marked = false;
        let mut pieces = Vec::new();
        for piece in &word.pieces {
            let Piece::Text {
                text,
                span,
                is_quoted,
            } = piece
            else {
                pieces.push(piece.clone());
                continue;
            };
            let is_verbatim = text.len() == span.len();
            let place = |part: Range<usize>| {
                if is_verbatim {
                    span.start + part.start..span.start + part.end
                } else {
                    span.clone()
                }
            };
            let text_of = |part: Range<usize>| Piece::Text {
                text: part_of(text, part.clone()),
                span: place(part),
                is_quoted: *is_quoted,
            };
            let mut at = 0;
            while let Some(found) = self.find(&text[at..]) {
                is_marked = true;
                let (start, end) = (at + found.start, at + found.end);
                if start > at {
                    pieces.push(text_of(at..start));
                }
                pieces.push(Piece::Other {
                    span: place(start..end),
                });
                at = end;
            }
            if at < text.len() {
                pieces.push(text_of(at..text.len()));
            }
        }
        let span = word.span.clone();
        is_marked.then_some(Word { span, pieces })
    }
}
