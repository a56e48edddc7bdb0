//! Commands of a script, in the order in which they stand, with the blocks around them.

use std::collections::HashMap;

use super::expansion::assignment;
use super::{Command, Heredoc, Piece, Reader, Word, is_ours, runs_input};

/// What ends a list of commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Close {
    /// The end of the script.
    End,
    /// `)`.
    Parenthesis,
    /// A backquote.
    Backquote,
    /// `)`, and the words are the elements of an array.
    Array,
}

/// What encloses commands within one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    If,
    Loop,
    Function,
    Braces,
    Subshell,
    /// `case`, up to its `in`; its patterns; the commands of a pattern.
    CaseHead,
    CasePattern,
    CaseBody,
}

/// Blocks are not looked for deeper than this below the innermost one: a script that needs it
/// is none.
const DEEPEST_LOOK: usize = 64;

/// So many variables in conditions around a command are noted.
const MOST_GUARDS: usize = 64;

/// The present state of a list.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else about the present command"
)]
struct State<'t> {
    /// The words of the command so far.
    words: Vec<Word<'t>>,
    blocks: Vec<Block>,
    /// How many of the blocks are loops and functions.
    repeating: usize,
    /// Whether the present command follows `&&`, `||` or `|`.
    is_chained: bool,
    /// Whether a function's name was read and its body comes next.
    awaits_body: bool,
    /// Whether one of our commands is being read.
    is_ours: bool,
    /// Whether the present command is part of a condition: it stands between `if` and `then`.
    is_condition: bool,
    /// How many guards the lists around this one have.
    outer_guards: usize,
    /// How many guards there were before the tests of the present chain: `[ … ] && …`.
    before_chain: Option<usize>,
}

impl<'t> Reader<'t, '_> {
    /// Reads commands up to what closes them, and steps over that.
    pub(super) fn list(&mut self, close: Close) {
        let outer_guards = self.guards.len();
        self.commands(close, outer_guards);
        self.guards.truncate(outer_guards);
    }

    fn commands(&mut self, close: Close, outer_guards: usize) {
        let mut state = State {
            outer_guards,
            ..State::default()
        };
        loop {
            self.white_space(&state, close);
            let Some(byte) = self.peek() else { break };
            match byte {
                b'\n' => {
                    self.at += 1;
                    let ends = self.is_one_command && self.depth == 0 && !state.words.is_empty();
                    self.finish(&mut state, close);
                    self.bodies();
                    if ends {
                        return;
                    }
                }
                b'#' => {
                    let mut end = self.end_of_line();
                    // In backquotes the next one ends a comment too.
                    if self.in_backquotes
                        && let Some(length) = self.rest()[..end - self.at].find('`')
                    {
                        end = self.at + length;
                    }
                    self.script.comments.push(self.at..end);
                    self.at = end;
                }
                b'`' if self.in_backquotes => {
                    self.at += usize::from(close == Close::Backquote);
                    break;
                }
                b')' => {
                    self.at += 1;
                    self.finish(&mut state, close);
                    if !state.closes_parenthesis()
                        && matches!(close, Close::Parenthesis | Close::Array)
                    {
                        return;
                    }
                }
                b'(' => self.parenthesis(&mut state),
                b';' | b'|' | b'&' => self.separator(&mut state, close),
                b'<' | b'>'
                    if self.placeholder().is_none() && self.peek_behind(1) != Some(b'(') =>
                {
                    self.redirection(&mut state);
                }
                _ => {
                    let before = self.at;
                    let word = self.word(state.is_ours);
                    if self.at == before {
                        self.at += self.rest().chars().next().map_or(1, char::len_utf8);
                        continue;
                    }
                    self.take(word, &mut state, close);
                }
            }
        }
        self.finish(&mut state, close);
    }

    /// Steps over white space, and over line breaks that do not end the command.
    fn white_space(&mut self, state: &State<'t>, close: Close) {
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' | b'\r' => self.at += 1,
                b'\n' if close == Close::Array => self.at += 1,
                b'\\' if self.rest().starts_with("\\\n") => self.at += 2,
                b'\\' if self.rest().starts_with("\\\r\n") => self.at += 3,
                // Blanks behind the backslash, which nobody sees, and the signs of cmd and
                // PowerShell, where they carry on a command that is looked at.
                b'\\' | b'^' | b'`' if state.is_ours && !(byte == b'`' && self.in_backquotes) => {
                    match self.line_behind(1) {
                        Some(next) if next <= self.end => {
                            let behind = self.text[self.at..next].trim_end_matches(['\r', '\n']);
                            if byte == b'\\' && behind.len() > 1 {
                                let blanks = self.at + 1..self.at + behind.len();
                                self.script.blanks.push(blanks);
                            }
                            self.at = next;
                        }
                        _ => return,
                    }
                }
                _ => return,
            }
        }
    }

    /// `(`: a function's, an array's, or commands by themselves.
    fn parenthesis(&mut self, state: &mut State<'t>) {
        if self.rest().starts_with("((") {
            self.arithmetic();
            return;
        }
        self.at += 1;
        if state.blocks.last() == Some(&Block::CasePattern) {
            // A pattern may have a parenthesis before it as well.
            return;
        }
        if state.words.len() == 1 && self.rest().trim_start_matches([' ', '\t']).starts_with(')') {
            let end = self.rest().find(')').unwrap_or(0);
            self.at += end + 1;
            state.words.clear();
            state.awaits_body = true;
            return;
        }
        if self.is_array_behind(state) && self.depth < super::DEEPEST {
            let was = self.is_uncertain;
            self.is_uncertain = true;
            self.depth += 1;
            self.list(Close::Array);
            self.depth -= 1;
            self.is_uncertain = was;
            // The name is assigned to, and what it holds is not one word.
            if let Some(word) = state.words.last_mut() {
                let span = word.span.end..self.at;
                word.span.end = span.end;
                word.pieces.push(Piece::Words { span });
            }
            return;
        }
        let block = if std::mem::take(&mut state.awaits_body) {
            Block::Function
        } else {
            Block::Subshell
        };
        state.words.clear();
        state.is_ours = false;
        state.open(block);
    }

    /// Whether the parenthesis that was just read follows `name=` or `name+=`.
    fn is_array_behind(&self, state: &State<'t>) -> bool {
        state.words.last().is_some_and(|word| {
            word.span.end + 1 == self.at
                && word.bare().is_some_and(|text| text.ends_with('='))
                && assignment(word).is_some()
        })
    }

    /// `;`, `&`, `|` and their doubles.
    fn separator(&mut self, state: &mut State<'t>, close: Close) {
        let rest = self.rest();
        if rest.starts_with("&>") {
            self.at += 1;
            self.redirection(state);
            return;
        }
        let ends_case = rest.starts_with(";;") || rest.starts_with(";&");
        let chains = rest.starts_with("&&") || rest.starts_with('|');
        self.finish(state, close);
        let signs = rest
            .bytes()
            .take_while(|byte| matches!(byte, b';' | b'&' | b'|'));
        self.at += signs.count().clamp(1, 3);
        if ends_case && let Some(Block::CaseBody) = state.blocks.last() {
            state.close_innermost();
            state.open(Block::CasePattern);
        }
        state.is_chained = chains;
    }

    /// `<`, `>`, `>>`, `<<`, `<<<`, `>&`: steps over the sign and the file behind it.
    fn redirection(&mut self, state: &mut State<'t>) {
        if let Some(word) = state.words.last()
            && word.span.end == self.at
            && word
                .bare()
                .is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
        {
            state.words.pop();
        }
        let is_document = self.rest().starts_with("<<") && !self.rest().starts_with("<<<");
        if is_document {
            self.at += 2;
            let strips_tabs = self.takes("-");
            self.blanks();
            let word = self.word(false);
            if let Some(delimiter) = word.literal()
                && !delimiter.is_empty()
            {
                self.heredocs.push(Heredoc {
                    delimiter: delimiter.into_owned(),
                    strips_tabs,
                    is_run: runs_input(&state.words),
                });
            }
            return;
        }
        let rest = self.rest();
        let signs = rest
            .bytes()
            .take(3)
            .take_while(|byte| matches!(byte, b'<' | b'>' | b'&'));
        let mut length = signs.count();
        if rest[length..].starts_with('|') {
            length += 1;
        }
        self.at += length.max(1);
        self.blanks();
        if self
            .peek()
            .is_some_and(|byte| byte != b'`' || !self.in_backquotes)
        {
            self.word(state.is_ours);
        }
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t')) {
            self.at += 1;
        }
    }

    /// Steps over the bodies of here-documents, which begin here.
    fn bodies(&mut self) {
        for heredoc in std::mem::take(&mut self.heredocs) {
            let (text, end) = (self.text, self.end);
            let lines = self
                .lines
                .get_or_insert_with(|| lines_by_content(text, end));
            let Some(places) = lines.get(&(heredoc.strips_tabs, heredoc.delimiter.as_str())) else {
                continue;
            };
            let next = places.partition_point(|place| *place < self.at);
            if let Some(place) = places.get(next) {
                if heredoc.is_run {
                    self.script.documents.push(self.at..*place);
                }
                self.at = *place;
                self.at = (self.end_of_line() + 1).min(self.end);
            }
        }
    }

    /// Adds a word to the command, unless it is a word of the shell's own.
    fn take(&mut self, word: Word<'t>, state: &mut State<'t>, close: Close) {
        if close == Close::Array {
            state.is_ours |= is_ours(&word, self.ours);
            state.words.push(word);
            return;
        }
        if state.blocks.last() == Some(&Block::CaseHead) {
            if word.bare() == Some("in") {
                state.close_innermost();
                state.open(Block::CasePattern);
            }
            self.guard(std::slice::from_ref(&word), state.blocks.len());
            return;
        }
        if state.words.is_empty()
            && let Some(text) = word.bare()
            && self.keyword(text, state)
        {
            return;
        }
        if state.blocks.last() == Some(&Block::CasePattern) {
            return;
        }
        state.awaits_body = false;
        state.is_ours |= is_ours(&word, self.ours);
        state.words.push(word);
    }

    /// Whether a word that begins a command is the shell's own; if so, it is dealt with.
    fn keyword(&mut self, text: &str, state: &mut State<'t>) -> bool {
        if state.blocks.last() == Some(&Block::CasePattern) && text != "esac" {
            return false;
        }
        match text {
            "if" | "elif" | "while" | "until" => state.is_condition = true,
            "then" | "do" | "else" => state.is_condition = false,
            _ => {}
        }
        match text {
            "if" => state.open(Block::If),
            "fi" => state.close(&[Block::If]),
            "while" | "until" => state.open(Block::Loop),
            // The name that follows is assigned to when the command is finished.
            "for" | "select" => {
                state.open(Block::Loop);
                return false;
            }
            "done" => state.close(&[Block::Loop]),
            "case" => state.open(Block::CaseHead),
            "esac" => state.close(&[Block::CasePattern, Block::CaseBody]),
            "function" => {
                self.blanks();
                self.word(false);
                let rest = self.rest().trim_start_matches([' ', '\t']);
                if let Some(behind) = rest.strip_prefix("()") {
                    self.at = self.end - behind.len();
                }
                state.awaits_body = true;
            }
            "{" => {
                let block = if std::mem::take(&mut state.awaits_body) {
                    Block::Function
                } else {
                    Block::Braces
                };
                state.open(block);
            }
            "}" => state.close(&[Block::Braces, Block::Function]),
            "then" | "elif" | "else" | "do" | "!" | "time" | "coproc" => {}
            _ => return false,
        }
        true
    }

    /// Ends the command.
    fn finish(&mut self, state: &mut State<'t>, close: Close) {
        state.is_ours = false;
        // What a closed block's condition looked at guards nothing any more.
        let depth = state.blocks.len();
        while self.guards.len() > state.outer_guards
            && self.guards.last().is_some_and(|(of, _)| *of > depth)
        {
            self.guards.pop();
        }
        if state.words.is_empty() {
            return;
        }
        let words = std::mem::take(&mut state.words);
        let rest = self.rest();
        let is_followed = rest.starts_with("&&") || rest.starts_with("||");
        let is_test = words.first().and_then(Word::bare);
        if is_followed && is_test.is_some_and(|name| matches!(name, "[" | "[[" | "test")) {
            state.before_chain.get_or_insert(self.guards.len());
            self.guard(&words, depth);
        }
        self.command(words, state, close);
        if !is_followed && let Some(before) = state.before_chain.take() {
            self.guards.truncate(before);
        }
    }

    /// Notes what a command assigns, and keeps its other words.
    fn command(&mut self, words: Vec<Word<'t>>, state: &mut State<'t>, close: Close) {
        let depth = state.blocks.len();
        let is_repeated = self.is_repeated || state.repeating > 0;
        let is_array = close == Close::Array;
        if !is_array && state.blocks.last() == Some(&Block::CasePattern) {
            return;
        }
        let is_certain = !self.is_uncertain && !state.is_chained && !state.is_enclosed();
        state.is_chained = false;
        if is_array {
            let guards = self.guards_of(&words);
            self.script.commands.push(Command {
                words,
                is_repeated,
                is_array,
                guards,
            });
            return;
        }
        let own = words
            .iter()
            .take_while(|word| assignment(word).is_some())
            .count();
        if own == words.len() {
            for word in words {
                self.assign(&word, is_certain);
            }
            return;
        }
        let words: Vec<_> = words.into_iter().skip(own).collect();
        self.note_assigning(&words, is_certain);
        // A condition's own command is before what it decides.
        let guards = self.guards_of(&words);
        if state.is_condition {
            self.guard(&words, depth);
        }
        self.script.commands.push(Command {
            words,
            is_repeated,
            is_array,
            guards,
        });
    }

    /// Notes the variables in words of a condition.
    fn guard(&mut self, words: &[Word<'t>], depth: usize) {
        for piece in words.iter().flat_map(|word| &word.pieces) {
            if let Piece::Parameter { name, .. } = piece
                && self.guards.len() < MOST_GUARDS
            {
                self.guards.push((depth, name));
            }
        }
    }

    /// The variables that conditions around a command look at.
    fn guards_of(&self, words: &[Word<'t>]) -> Vec<&'t str> {
        if !words.iter().any(|word| is_ours(word, self.ours)) {
            return Vec::new();
        }
        self.guards.iter().map(|(_, name)| *name).collect()
    }

    /// Notes an assignment.
    fn assign(&mut self, word: &Word<'t>, is_certain: bool) {
        let Some((name, value)) = assignment(word) else {
            return;
        };
        let text = self.text;
        let at = name.start;
        let name = text.get(name).unwrap_or("");
        let value = value.filter(|_| is_certain);
        self.script.assignments.note(text, name, at, value);
    }

    /// Notes what a command assigns that is no assignment by itself: `export x=1`, `read x`.
    fn note_assigning(&mut self, words: &[Word<'t>], is_certain: bool) {
        let Some(first) = words.first().and_then(Word::bare) else {
            return;
        };
        let at = words.first().map_or(self.at, |word| word.span.start);
        let first = first.to_owned();
        let mut names: &[Word<'t>] = &[];
        match first.as_str() {
            "export" | "local" | "declare" | "readonly" | "typeset" => {
                // `declare -n a=b` gives `b` a second name.
                let is_reference = |word: &Word<'_>| {
                    let flag = word.bare().and_then(|text| text.strip_prefix('-'));
                    flag.is_some_and(|flags| flags.contains('n'))
                };
                let refers = first != "export" && words.iter().any(is_reference);
                for word in &words[1..] {
                    if refers
                        && let Some((_, name)) = word
                            .literal()
                            .as_deref()
                            .and_then(|text| text.split_once('='))
                    {
                        self.script.assignments.note(self.text, name, at, None);
                    }
                    self.assign(word, is_certain && !refers);
                }
            }
            "." | "source" | "eval" => self.script.assignments.note_barrier(at),
            "read" | "mapfile" | "readarray" | "unset" | "getopts" | "let" => names = &words[1..],
            "for" | "select" => names = words.get(1..2).unwrap_or(&[]),
            "printf" if words.get(1).and_then(Word::bare) == Some("-v") => {
                names = words.get(2..3).unwrap_or(&[]);
            }
            _ => {}
        }
        for word in names {
            if let Some(text) = word.literal() {
                let name = text.split(['=', '[', '+']).next().unwrap_or("");
                self.script.assignments.note(self.text, name, at, None);
            }
        }
    }
}

impl State<'_> {
    /// Whether assignments here may not be made.
    fn is_enclosed(&self) -> bool {
        self.blocks
            .iter()
            .rev()
            .take(DEEPEST_LOOK)
            .any(|block| *block != Block::Braces)
            || self.blocks.len() > DEEPEST_LOOK
    }

    fn open(&mut self, block: Block) {
        self.repeating += usize::from(block.repeats());
        self.blocks.push(block);
    }

    fn close_innermost(&mut self) {
        if let Some(block) = self.blocks.pop() {
            self.repeating -= usize::from(block.repeats());
        }
    }

    /// Closes the innermost of such blocks, and those inside it.
    fn close(&mut self, kinds: &[Block]) {
        let look = self.blocks.iter().rev().take(DEEPEST_LOOK);
        if let Some(depth) = look.clone().position(|block| kinds.contains(block)) {
            for _ in 0..=depth {
                self.close_innermost();
            }
        }
    }

    /// Whether a parenthesis closes something in this list; if so, that is closed.
    fn closes_parenthesis(&mut self) -> bool {
        if self.blocks.last() == Some(&Block::CasePattern) {
            self.close_innermost();
            self.open(Block::CaseBody);
            return true;
        }
        let before = self.blocks.len();
        let look = self.blocks.iter().rev().take(DEEPEST_LOOK);
        let function = look.clone().position(|block| *block == Block::Function);
        let subshell = look.clone().position(|block| *block == Block::Subshell);
        // The body of a function can stand in parentheses too; braces are the rule.
        if subshell.is_some() && (function.is_none() || subshell < function) {
            self.close(&[Block::Subshell]);
        }
        self.blocks.len() < before
    }
}

impl Block {
    const fn repeats(self) -> bool {
        matches!(self, Self::Loop | Self::Function)
    }
}

/// Where each line begins, by what stands in it.
fn lines_by_content(text: &str, end: usize) -> HashMap<(bool, &str), Vec<usize>> {
    let mut lines: HashMap<(bool, &str), Vec<usize>> = HashMap::new();
    let mut at = 0;
    for line in text.get(..end).unwrap_or("").split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        lines.entry((false, content)).or_default().push(at);
        let stripped = content.trim_start_matches('\t');
        lines.entry((true, stripped)).or_default().push(at);
        at += line.len();
    }
    lines
}
