//! Words of a script: quotes, escapes, and what a dollar sign or backquote begins.

use std::borrow::Cow;
use std::ops::Range;

use super::list::Close;
use super::{DEEPEST, Piece, Reader, Word};

/// Text in angle brackets that is longer is no placeholder.
const LONGEST_PLACEHOLDER: usize = 80;

/// A CI's reference `${{ … }}` is not longer.
const LONGEST_REFERENCE: usize = 256;

impl<'t> Reader<'t, '_> {
    /// The word that begins here: up to white space or a sign of the shell.
    pub(super) fn word(&mut self, is_ours: bool) -> Word<'t> {
        let start = self.at;
        let mut pieces = Vec::new();
        let mut end = start;
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' | b'\n' | b';' | b'&' | b'|' | b'(' | b')' => break,
                b'\r' if self.peek_behind(1) == Some(b'\n') => break,
                b'<' | b'>' => {
                    if let Some(length) = self.placeholder() {
                        self.text_of(&mut pieces, length, false);
                    } else if pieces.is_empty() && self.peek_behind(1) == Some(b'(') {
                        self.at += 2;
                        self.nested(start, Close::Parenthesis, &mut pieces);
                    } else {
                        break;
                    }
                }
                b'{' if is_ours && self.rest().starts_with("{{") => {
                    let length = self.template_reference().unwrap_or(2);
                    self.text_of(&mut pieces, length, false);
                }
                b'^' if is_ours && self.line_behind(1).is_some() => break,
                b'`' if self.in_backquotes || (is_ours && self.line_behind(1).is_some()) => break,
                b'\\' => {
                    if self.rest().starts_with("\\\n") {
                        self.at += 2;
                        continue;
                    }
                    if self.rest().starts_with("\\\r\n") {
                        self.at += 3;
                        continue;
                    }
                    if is_ours && self.line_behind(1).is_some() {
                        break;
                    }
                    self.escape(&mut pieces);
                }
                b'\'' => self.single_quoted(&mut pieces),
                b'"' => self.double_quoted(&mut pieces),
                b'$' | b'`' => self.expansion(&mut pieces, false),
                _ => {
                    let rest = self.rest();
                    let length = rest.bytes().take_while(|byte| !is_special(*byte));
                    let mut length = length.count().max(1);
                    // The length ends before a byte of ASCII, or at the end.
                    if let Some(text) = rest.get(..length)
                        && is_ours
                        && let Some(before) = text.find("{{").filter(|before| *before > 0)
                    {
                        length = before;
                    }
                    self.text_of(&mut pieces, length, false);
                }
            }
            end = self.at;
        }
        Word {
            span: start..end,
            pieces,
        }
    }

    /// Takes so many bytes as text.
    fn text_of(&mut self, pieces: &mut Vec<Piece<'t>>, length: usize, is_quoted: bool) {
        let span = self.at..(self.at + length).min(self.end);
        self.at = span.end;
        let text = self.text.get(span.clone()).unwrap_or("");
        if let Some(Piece::Text {
            text: before,
            span: place,
            is_quoted: was_quoted,
        }) = pieces.last_mut()
            && *was_quoted == is_quoted
            && place.end == span.start
            && place.len() == before.len()
            && let Some(whole) = self.text.get(place.start..span.end)
        {
            *before = Cow::Borrowed(whole);
            place.end = span.end;
            return;
        }
        pieces.push(Piece::Text {
            text: Cow::Borrowed(text),
            span,
            is_quoted,
        });
    }

    /// Takes a backslash and what it escapes.
    fn escape(&mut self, pieces: &mut Vec<Piece<'t>>) {
        let start = self.at;
        self.at += 1;
        let length = self.rest().chars().next().map_or(0, char::len_utf8);
        let text = self.text.get(self.at..self.at + length).unwrap_or("");
        self.at += length;
        pieces.push(Piece::Text {
            text: Cow::Borrowed(if text.is_empty() { "\\" } else { text }),
            span: start..self.at,
            is_quoted: true,
        });
    }

    fn single_quoted(&mut self, pieces: &mut Vec<Piece<'t>>) {
        let start = self.at;
        self.at += 1;
        let Some(length) = self.rest().find('\'') else {
            self.runs_out(start, pieces);
            return;
        };
        if length > 0 {
            self.text_of(pieces, length, true);
        }
        self.at += 1;
    }

    /// Notes a quote that is nowhere closed: what it holds cannot be told.
    fn runs_out(&mut self, start: usize, pieces: &mut Vec<Piece<'t>>) {
        self.unclosed = Some(self.unclosed.map_or(start, |first| first.min(start)));
        self.at = self.end;
        pieces.push(Piece::Other {
            span: start..self.end,
        });
    }

    fn double_quoted(&mut self, pieces: &mut Vec<Piece<'t>>) {
        let start = self.at;
        self.at += 1;
        loop {
            let rest = self.rest();
            let length = rest.find(['"', '\\', '$', '`']).unwrap_or(rest.len());
            if length > 0 {
                self.text_of(pieces, length, true);
            }
            match self.peek() {
                None => {
                    self.runs_out(start, pieces);
                    return;
                }
                Some(b'"') => {
                    self.at += 1;
                    return;
                }
                Some(b'\\') => match self.peek_behind(1) {
                    Some(b'\n') => self.at += 2,
                    Some(b'$' | b'`' | b'"' | b'\\') => self.escape(pieces),
                    _ => self.text_of(pieces, 1, true),
                },
                Some(b'`') if self.in_backquotes => {
                    self.runs_out_here(start, pieces);
                    return;
                }
                Some(_) => self.expansion(pieces, true),
            }
        }
    }

    /// A quote that the end of backquotes leaves open.
    fn runs_out_here(&self, start: usize, pieces: &mut Vec<Piece<'t>>) {
        pieces.push(Piece::Other {
            span: start..self.at,
        });
    }

    /// Takes what a dollar sign or backquote begins.
    fn expansion(&mut self, pieces: &mut Vec<Piece<'t>>, is_quoted: bool) {
        let start = self.at;
        let rest = self.rest();
        if rest.starts_with('`') {
            self.at += 1;
            if self.depth < DEEPEST {
                self.nested(start, Close::Backquote, pieces);
            } else {
                pieces.push(Piece::Other {
                    span: start..self.at,
                });
            }
            return;
        }
        if rest.starts_with("${{") {
            // A CI's own reference, which it replaces before any shell sees it.
            let near = &rest.as_bytes()[..rest.len().min(LONGEST_REFERENCE)];
            let ends = |pair: &[u8]| pair == b"}}" || pair[0] == b'\n';
            if let Some(length) = near.windows(2).position(ends)
                && near[length] == b'}'
            {
                self.text_of(pieces, length + 2, is_quoted);
                return;
            }
        }
        if self.depth >= DEEPEST {
            self.text_of(pieces, 1, is_quoted);
            return;
        }
        if rest.starts_with("$((") {
            self.at += 1;
            self.arithmetic();
            pieces.push(Piece::Other {
                span: start..self.at,
            });
        } else if rest.starts_with("$(") {
            self.at += 2;
            self.nested(start, Close::Parenthesis, pieces);
        } else if rest.starts_with("${") {
            self.braces(pieces, is_quoted);
        } else if rest.starts_with("$'") && !is_quoted {
            self.ansi_quoted(pieces);
        } else if rest.starts_with("$\"") && !is_quoted {
            self.at += 1;
            self.double_quoted(pieces);
        } else {
            self.named(pieces, is_quoted);
        }
    }

    /// `$x`, `$1`, `$@`, or a dollar sign that means nothing.
    fn named(&mut self, pieces: &mut Vec<Piece<'t>>, is_quoted: bool) {
        let start = self.at;
        let rest = &self.rest()[1..];
        let mut length = name_length(rest);
        if length == 0 {
            match rest.bytes().next() {
                Some(b'@' | b'*') => {
                    self.at += 2;
                    pieces.push(Piece::Words {
                        span: start..self.at,
                    });
                    return;
                }
                Some(b'0'..=b'9') => length = 1,
                Some(b'#' | b'?' | b'$' | b'!' | b'-') => {
                    self.at += 2;
                    pieces.push(Piece::Other {
                        span: start..self.at,
                    });
                    return;
                }
                _ => {
                    self.text_of(pieces, 1, is_quoted);
                    return;
                }
            }
        }
        if rest[..length].eq_ignore_ascii_case("env") && rest[length..].starts_with(':') {
            // PowerShell's name of a variable of the environment.
            length += 1 + name_length(&rest[length + 1..]);
        }
        self.at += 1 + length;
        pieces.push(Piece::Parameter {
            name: &rest[..length],
            span: start..self.at,
            default: None,
        });
    }

    /// `${…}`.
    fn braces(&mut self, pieces: &mut Vec<Piece<'t>>, is_quoted: bool) {
        let start = self.at;
        self.at += 2;
        let rest = self.rest();
        let mut length = name_length(rest);
        if length == 0 {
            length = rest.bytes().take_while(u8::is_ascii_digit).count();
        }
        let name = &rest[..length];
        self.at += length;
        if length == 0 && (self.takes("@}") || self.takes("*}")) {
            pieces.push(Piece::Words {
                span: start..self.at,
            });
            return;
        }
        if length > 0 && self.takes("}") {
            pieces.push(Piece::Parameter {
                name,
                span: start..self.at,
                default: None,
            });
            return;
        }
        // `${x[@]}` and `${x[@]:1}` are words, whatever is cut from them.
        let is_words = self.rest().starts_with("[@]") || self.rest().starts_with("[*]");
        let assigns = self.rest().starts_with(":=") || self.rest().starts_with('=');
        let has_default = length > 0
            && [":-", "-", ":=", "="]
                .iter()
                .any(|operator| self.takes(operator));
        self.depth += 1;
        let default = self.inside_braces(is_quoted);
        self.depth -= 1;
        let is_closed = self.takes("}");
        let span = start..self.at;
        if is_words {
            pieces.push(Piece::Words { span });
        } else if has_default && is_closed {
            let piece = Piece::Parameter {
                name,
                span: span.clone(),
                default: Some(Box::new(default)),
            };
            if assigns {
                let value = (!self.is_uncertain).then(|| Word {
                    span: span.clone(),
                    pieces: vec![piece.clone()],
                });
                let assignments = &mut self.script.assignments;
                assignments.note(self.text, name, span.start, value);
            }
            pieces.push(piece);
        } else {
            pieces.push(Piece::Other { span });
        }
    }

    /// What stands in `${…}` up to its end, at most to the end of the line.
    fn inside_braces(&mut self, is_quoted: bool) -> Word<'t> {
        let start = self.at;
        let mut pieces = Vec::new();
        while let Some(byte) = self.peek() {
            match byte {
                b'}' | b'\n' => break,
                b'"' if is_quoted
                    && self.rest()[1..].find(['"', '}', '\n']).is_some_and(|next| {
                        self.rest().as_bytes().get(1 + next) != Some(&b'"')
                    }) =>
                {
                    // The quotes around it end before it does.
                    break;
                }
                b'`' if self.in_backquotes => break,
                b'\\' => self.escape(&mut pieces),
                b'\'' if !is_quoted => self.single_quoted(&mut pieces),
                b'"' => self.double_quoted(&mut pieces),
                b'$' | b'`' => self.expansion(&mut pieces, is_quoted),
                _ => {
                    let rest = self.rest();
                    let length = rest
                        .find(['}', '\n', '\\', '\'', '"', '$', '`'])
                        .unwrap_or(rest.len());
                    self.text_of(&mut pieces, length.max(1), is_quoted);
                }
            }
        }
        Word {
            span: start..self.at,
            pieces,
        }
    }

    /// `$'…'`, with its escapes.
    fn ansi_quoted(&mut self, pieces: &mut Vec<Piece<'t>>) {
        let start = self.at;
        self.at += 2;
        let rest = self.rest();
        let mut text = String::new();
        let mut characters = rest.char_indices();
        while let Some((index, character)) = characters.next() {
            match character {
                '\'' => {
                    self.at += index + 1;
                    pieces.push(Piece::Text {
                        text: Cow::Owned(text),
                        span: start..self.at,
                        is_quoted: true,
                    });
                    return;
                }
                '\\' => match characters.next() {
                    Some((_, 'n')) => text.push('\n'),
                    Some((_, 't')) => text.push('\t'),
                    Some((_, 'r')) => text.push('\r'),
                    Some((_, other @ ('\\' | '\'' | '"' | '?'))) => text.push(other),
                    // The others are numbers of characters, and too rare to be read.
                    Some((_, other)) => {
                        text.push('\\');
                        text.push(other);
                    }
                    None => {}
                },
                other => text.push(other),
            }
        }
        self.runs_out(start, pieces);
    }

    /// Takes commands in a word, behind what opens them.
    fn nested(&mut self, start: usize, close: Close, pieces: &mut Vec<Piece<'t>>) {
        if self.depth >= DEEPEST {
            pieces.push(Piece::Other {
                span: start..self.at,
            });
            return;
        }
        let was = (self.is_uncertain, self.in_backquotes);
        self.is_uncertain = true;
        self.in_backquotes |= close == Close::Backquote;
        self.depth += 1;
        self.list(close);
        self.depth -= 1;
        (self.is_uncertain, self.in_backquotes) = was;
        pieces.push(Piece::Other {
            span: start..self.at,
        });
    }

    /// Steps over `((…))`, which stands here: to its end, or that of the line. What it assigns to is
    /// not known from there on.
    pub(super) fn arithmetic(&mut self) {
        let start = self.at;
        self.step_over_arithmetic();
        let text = self.text;
        for name in assigned_names(&text[start..self.at]) {
            self.script.assignments.note(text, name, start, None);
        }
    }

    fn step_over_arithmetic(&mut self) {
        let mut open = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'\n' => return,
                b'`' if self.in_backquotes => return,
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        self.at += 1;
                        return;
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    /// How long the reference `{{ … }}` of a template is that begins here: it is filled in before
    /// a shell sees it, so that its blanks and quotes part no words.
    fn template_reference(&self) -> Option<usize> {
        let inner = self.rest().strip_prefix("{{")?;
        let mut characters = inner.char_indices().take(LONGEST_REFERENCE);
        let (end, _) = characters.find(|(_, character)| matches!(character, '{' | '}' | '\n'))?;
        (end > 0 && inner[end..].starts_with("}}")).then_some(end + 4)
    }

    /// The length of a placeholder such as `<region>`, if one stands here, which the shell
    /// would take for redirections.
    pub(super) fn placeholder(&self) -> Option<usize> {
        let inner = self.rest().strip_prefix('<')?;
        let close = inner
            .char_indices()
            .take(LONGEST_PLACEHOLDER)
            .find(|(_, character)| {
                matches!(
                    character,
                    '<' | '>' | '\n' | '"' | '\'' | '`' | '|' | ';' | '&' | '('
                )
            })?;
        let content = inner.get(..close.0)?;
        let behind = inner
            .get(close.0 + 1..)
            .and_then(|rest| rest.chars().next());
        let is_alone = behind.is_none_or(|next| {
            next.is_whitespace() || matches!(next, ')' | '"' | '\'' | ',' | ']' | '\\' | ';')
        });
        (close.1 == '>'
            && is_alone
            && content.trim() == content
            && content.chars().any(char::is_alphabetic))
        .then_some(content.len() + 2)
    }
}

/// Whether a byte ends a stretch of plain text.
const fn is_special(byte: u8) -> bool {
    matches!(
        byte,
        b' ' | b'\t'
            | b'\n'
            | b'\r'
            | b';'
            | b'&'
            | b'|'
            | b'('
            | b')'
            | b'<'
            | b'>'
            | b'\\'
            | b'\''
            | b'"'
            | b'$'
            | b'`'
            | b'^'
    )
}

/// Where the name of an assignment ends, if the word is one, with its value: `x=1`.
pub(super) fn assignment<'t>(word: &Word<'t>) -> Option<(Range<usize>, Option<Word<'t>>)> {
    let Some(Piece::Text {
        text,
        is_quoted: false,
        span,
    }) = word.pieces.first()
    else {
        return None;
    };
    let length = name_length(text);
    let rest = text.get(length..)?;
    let name = span.start..span.start + length;
    if length == 0 {
        return None;
    }
    if rest.starts_with('=') {
        return Some((name, word.split(&['=']).map(|(_, _, value)| value)));
    }
    // What is added, or put into one place of an array, leaves the whole unknown.
    let is_part = rest.starts_with("+=") || (rest.starts_with('[') && rest.contains("]="));
    is_part.then_some((name, None))
}

/// How many bytes of a name a text begins with.
fn name_length(text: &str) -> usize {
    if text
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_digit())
    {
        return 0;
    }
    text.bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        .count()
}

/// The names that an arithmetic expression assigns to: `x = 1`, `x += 1`, `x++`, `--x`.
fn assigned_names(expression: &str) -> impl Iterator<Item = &str> {
    const OPERATORS: [&str; 11] = [
        "<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "=",
    ];
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut at = 0;
    let mut next = move || {
        let start = at + expression[at..].find(is_of_name)?;
        let rest = &expression[start..];
        let name = &rest[..rest.find(|c| !is_of_name(c)).unwrap_or(rest.len())];
        at = start + name.len();
        Some((start, name))
    };
    std::iter::from_fn(move || {
        loop {
            let (start, name) = next()?;
            let before = expression[..start].trim_end_matches([' ', '\t']);
            let behind = expression[start + name.len()..].trim_start_matches([' ', '\t']);
            let steps = |text: &str| text.starts_with("++") || text.starts_with("--");
            let is_assigned = steps(behind)
                || before.ends_with("++")
                || before.ends_with("--")
                || !behind.starts_with("==")
                    && OPERATORS.iter().any(|sign| behind.starts_with(sign));
            if is_assigned && !name.starts_with(|c: char| c.is_ascii_digit()) {
                return Some(name);
            }
        }
    })
}
