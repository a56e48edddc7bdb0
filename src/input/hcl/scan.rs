//! The pieces of an HCL text: a pass over its bytes that knows texts, heredocs, comments and
//! brackets, and splits it into top-level blocks before anything is parsed. It keeps its own
//! stack, so that no nesting can overflow the program's.

use std::ops::Range;

use super::{Chunk, Problem};

/// The deepest nesting that is read.
pub(crate) const MAX_DEPTH: usize = 64;

/// So many times the scan goes back to the next block behind one that has no end. More would take
/// time that grows with the square of the text.
const MAX_RECOVERIES: u32 = 16;

/// So many lines or pairs between two braces are read.
const MAX_ENTRIES: usize = 20_000;

/// Words with which a block of Terraform begins.
const BLOCKS: [&str; 12] = [
    "check",
    "data",
    "import",
    "locals",
    "module",
    "moved",
    "output",
    "provider",
    "removed",
    "resource",
    "terraform",
    "variable",
];

/// What the place that is looked at stands in.
#[derive(Debug, Clone)]
enum Frame {
    /// A bracket, with its byte and place, and how many commas and line breaks stand in it.
    Open(u8, usize, usize),
    /// `${` or `%{` in a text.
    Inside(usize),
    /// A text in double quotes.
    Quote(usize),
    /// A heredoc: where it begins, and its word.
    Heredoc(usize, Range<usize>),
}

/// Where comments stand, what the top-level pieces are, and characters that cannot stand where
/// they do.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub(super) chunks: Vec<Chunk>,
    pub(super) comments: Vec<Range<usize>>,
    pub(super) odd: Vec<Range<usize>>,
}

/// Splits a text.
pub(super) fn scan(text: &str) -> Scanned {
    let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut scanner = Scanner::new(text, at);
    loop {
        while scanner.at < text.len() {
            scanner.step();
        }
        if scanner.frames.is_empty() || !scanner.recover() {
            break;
        }
    }
    scanner.end_chunk(text.len());
    scanner.scanned
}

/// Whether a template, such as a text of Terraform in JSON, is nested no deeper than can be read,
/// and each of its interpolations has an end.
pub(super) fn is_sound_template(text: &str) -> bool {
    let mut scanner = Scanner::new(text, 0);
    // A heredoc whose word stands nowhere.
    scanner.frames.push(Frame::Heredoc(0, 0..0));
    while scanner.at < text.len() {
        scanner.step();
    }
    scanner.problem.is_none() && scanner.frames.len() == 1
}

struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    frames: Vec<Frame>,
    /// Where the current piece begins.
    chunk: Option<usize>,
    /// The first thing that is wrong with it.
    problem: Option<Problem>,
    /// The first line in it that looks like the head of another block.
    next_head: Option<usize>,
    recoveries: u32,
    scanned: Scanned,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str, at: usize) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at,
            frames: Vec::new(),
            chunk: None,
            problem: None,
            next_head: None,
            recoveries: 0,
            scanned: Scanned::default(),
        }
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn step(&mut self) {
        match self.frames.last() {
            Some(Frame::Quote(start)) => self.in_quote(*start),
            Some(Frame::Heredoc(_, word)) => self.in_heredoc(word.clone()),
            _ => self.in_code(),
        }
    }

    fn wrong(&mut self, span: Range<usize>, message: String) {
        self.problem.get_or_insert(Problem {
            span,
            message,
            character: None,
        });
    }

    fn push(&mut self, frame: Frame) {
        if self.frames.len() >= MAX_DEPTH {
            self.wrong(
                self.at..self.at + 1,
                format!("what stands here is nested more than {MAX_DEPTH} levels deep"),
            );
        }
        self.frames.push(frame);
    }

    fn end_chunk(&mut self, end: usize) {
        let problem = self.problem.take();
        self.next_head = None;
        if let Some(start) = self.chunk.take() {
            let end = start + self.text[start..end].trim_end().len();
            self.scanned.chunks.push(Chunk {
                range: start..end,
                problem,
            });
        }
    }

    /// The text has come to its end within something: the block is broken, and the scan goes on
    /// at the next line that looks like the head of a block.
    fn recover(&mut self) -> bool {
        match self.frames.last().cloned() {
            Some(Frame::Open(open, at, _)) => self.wrong(
                at..at + 1,
                format!("the `{}` that opens here is never closed", char::from(open)),
            ),
            Some(Frame::Inside(at)) => self.wrong(
                at..at + 2,
                "the interpolation that begins here is never closed by `}`".to_owned(),
            ),
            Some(Frame::Quote(at)) => self.wrong(
                at..at + 1,
                "the text that begins here is never closed by `\"`".to_owned(),
            ),
            Some(Frame::Heredoc(at, word)) => self.wrong(
                at..word.end,
                format!(
                    "the heredoc that begins here is never ended by a line `{}`",
                    &self.text[word]
                ),
            ),
            None => {}
        }
        self.frames.clear();
        match self.next_head {
            Some(head) if self.recoveries < MAX_RECOVERIES => {
                self.recoveries += 1;
                self.scanned.comments.retain(|comment| comment.start < head);
                self.scanned.odd.retain(|odd| odd.start < head);
                self.end_chunk(head);
                self.at = head;
                true
            }
            _ => false,
        }
    }

    /// A line has ended within something.
    fn inner_line(&mut self) {
        if self.next_head.is_some() || self.chunk.is_none() {
            return;
        }
        let rest = &self.text[self.at..];
        let word = rest
            .find(|c: char| !c.is_ascii_lowercase())
            .map_or(rest, |end| &rest[..end]);
        let behind = rest[word.len()..].trim_start_matches([' ', '\t']);
        if BLOCKS.contains(&word) && behind.starts_with(['"', '{']) {
            self.next_head = Some(self.at);
        }
    }

    fn in_code(&mut self) {
        let Some(byte) = self.byte(0) else {
            return;
        };
        match (byte, self.byte(1)) {
            (b'\n', _) if self.frames.is_empty() => {
                self.end_chunk(self.at);
                self.at += 1;
                return;
            }
            (b'\n', _) => {
                self.count_entry();
                self.at += 1;
                self.inner_line();
                return;
            }
            (b' ' | b'\t' | b'\r', _) => {
                self.at += 1;
                return;
            }
            (b'#', _) | (b'/', Some(b'/')) => {
                self.line_comment();
                return;
            }
            (b'/', Some(b'*')) => {
                self.block_comment();
                return;
            }
            _ => {}
        }
        self.chunk.get_or_insert(self.at);
        match byte {
            b'"' => {
                self.push(Frame::Quote(self.at));
                self.at += 1;
            }
            b'(' | b'[' | b'{' => {
                self.push(Frame::Open(byte, self.at, 0));
                self.at += 1;
            }
            b')' | b']' | b'}' => self.close(byte),
            b',' => {
                self.count_entry();
                self.at += 1;
            }
            b'<' if self.byte(1) == Some(b'<') => self.heredoc(),
            0..=0x7f => self.at += 1,
            _ => self.odd_character(),
        }
    }

    /// The parser compares each name of a map with all others, which takes its time.
    fn count_entry(&mut self) {
        if let Some(Frame::Open(b'{', at, count)) = self.frames.last_mut() {
            *count += 1;
            if *count > MAX_ENTRIES {
                let at = *at;
                let message = format!("more than {MAX_ENTRIES} lines stand in these braces");
                self.wrong(at..at + 1, message);
            }
        }
    }

    fn line_comment(&mut self) {
        let rest = &self.bytes[self.at..];
        let length = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(rest.len());
        let end = self.at + length;
        let is_crlf = length > 0 && self.bytes[end - 1] == b'\r';
        self.scanned
            .comments
            .push(self.at..end - usize::from(is_crlf));
        self.at = end;
    }

    fn block_comment(&mut self) {
        let start = self.at;
        if let Some(length) = self.text[start + 2..].find("*/") {
            self.at = start + 2 + length + 2;
            self.scanned.comments.push(start..self.at);
            return;
        }
        self.chunk.get_or_insert(start);
        self.wrong(
            start..start + 2,
            "the comment that begins here is never closed by `*/`".to_owned(),
        );
        self.at = self.text.len();
    }

    fn odd_character(&mut self) {
        let start = self.at;
        let Some(character) = self.text[start..].chars().next() else {
            return;
        };
        self.at += character.len_utf8();
        if !is_odd(character) {
            return;
        }
        while let Some(next) = self.text[self.at..].chars().next().filter(|c| is_odd(*c)) {
            self.at += next.len_utf8();
        }
        self.scanned.odd.push(start..self.at);
        self.problem.get_or_insert(Problem {
            span: start..self.at,
            message: format!(
                "U+{:04X} stands where only blanks and tabs can stand",
                u32::from(character)
            ),
            character: Some(character),
        });
    }

    fn close(&mut self, byte: u8) {
        let fits = |frame: &Frame| match frame {
            Frame::Open(open, ..) => closing(*open) == byte,
            Frame::Inside(_) => byte == b'}',
            Frame::Quote(_) | Frame::Heredoc(..) => false,
        };
        let at = self.at;
        self.at += 1;
        let Some(last) = self.frames.last() else {
            self.stray(byte, at);
            return;
        };
        if fits(last) {
            self.frames.pop();
            return;
        }
        let expected = match last {
            Frame::Open(open, ..) => closing(*open),
            _ => b'}',
        };
        self.wrong(
            at..at + 1,
            format!(
                "a `{}` stands where a `{}` should close what was opened before",
                char::from(byte),
                char::from(expected)
            ),
        );
        let level = self
            .frames
            .iter()
            .rev()
            .take_while(|frame| matches!(frame, Frame::Open(..) | Frame::Inside(_)))
            .position(fits);
        if let Some(level) = level {
            self.frames.truncate(self.frames.len() - 1 - level);
        }
    }

    /// A bracket that closes nothing: the block before it ended too early, so that nobody knows
    /// what belongs to it.
    fn stray(&mut self, byte: u8, at: usize) {
        self.wrong(
            at..at + 1,
            format!("the `{}` here closes nothing", char::from(byte)),
        );
        let before = self.scanned.chunks.iter_mut().rev();
        for chunk in before.take_while(|_| byte == b'}') {
            if chunk.problem.is_none() {
                chunk.problem.clone_from(&self.problem);
            }
            if self.bytes[chunk.range.clone()].last() == Some(&b'}') {
                break;
            }
        }
    }

    fn heredoc(&mut self) {
        let start = self.at;
        let mut word = start + 2;
        if self.bytes.get(word) == Some(&b'-') {
            word += 1;
        }
        let rest = &self.text[word..];
        let length = rest
            .find(|c: char| !is_name_character(c))
            .unwrap_or(rest.len());
        let behind = &rest[length..];
        let line_end = if behind.starts_with("\r\n") { 2 } else { 1 };
        if length > 0 && behind.starts_with(['\n', '\r']) {
            self.push(Frame::Heredoc(start, word..word + length));
            self.at = (word + length + line_end).min(self.text.len());
        } else {
            self.at += 2;
        }
    }

    fn in_heredoc(&mut self, word: Range<usize>) {
        let begins_line = self.at > 0 && self.bytes[self.at - 1] == b'\n';
        if begins_line && !word.is_empty() {
            let rest = &self.text[self.at..];
            let line = rest.trim_start_matches([' ', '\t']);
            let behind = line.strip_prefix(&self.text[word.clone()]);
            if behind.is_some_and(|behind| !behind.starts_with(is_name_character)) {
                self.at += rest.len() - line.len() + word.len();
                self.frames.pop();
                return;
            }
        }
        match self.byte(0) {
            Some(b'\n') => {
                self.at += 1;
                self.inner_line();
            }
            Some(b'$' | b'%') => self.marker(),
            _ => self.at += 1,
        }
    }

    fn in_quote(&mut self, start: usize) {
        match self.byte(0) {
            Some(b'"') => {
                self.frames.pop();
                self.at += 1;
            }
            Some(b'\\') if self.byte(1).is_some_and(|next| next != b'\n') => self.at += 2,
            Some(b'\n') => {
                self.wrong(
                    start..start + 1,
                    "the text that begins here is not closed by `\"` on its line".to_owned(),
                );
                self.frames.pop();
            }
            Some(b'$' | b'%') => self.marker(),
            _ => self.at += 1,
        }
    }

    /// A `$` or `%` in a text: an interpolation, an escape of one, or itself.
    fn marker(&mut self) {
        let byte = self.byte(0);
        if self.byte(1) == Some(b'{') {
            self.push(Frame::Inside(self.at));
            self.at += 2;
        } else if self.byte(1) == byte && self.byte(2) == Some(b'{') {
            self.at += 3;
        } else {
            self.at += 1;
        }
    }
}

const fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

fn is_name_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// White space that is none in HCL, and characters that nobody sees.
fn is_odd(c: char) -> bool {
    !c.is_ascii()
        && (c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
}
