//! A strict JSON reader that keeps slices of the source instead of building a tree: a value is
//! the stretch of text it was written as. That gives spans for nothing, keeps number literals
//! as they were written, and lets repeated names be seen.

use std::borrow::Cow;
use std::ops::Range;

use super::JsonKind;
use super::escape::unit;
use super::plain::end_of_plain;
use crate::diagnostic::Term;

pub(crate) use super::escape::{Room, decode, encode, escaped, unquoted};

/// The deepest nesting that is read, unless the caller sets another limit: 128 levels.
pub const DEFAULT_MAX_DEPTH: u32 = 128;

/// Why a text is not JSON, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct JsonError {
    /// Byte offset into the text that was read.
    pub(crate) offset: usize,
    pub(crate) problem: Term,
}

type Result<T> = std::result::Result<T, JsonError>;

/// Reads one JSON value from the front of a text.
#[derive(Debug, Clone)]
pub(crate) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    max_depth: u32,
    /// Whether an escape was met, since somebody last said that there was none.
    escaped: bool,
}

impl<'a> Scanner<'a> {
    /// A scanner at the beginning of a text; a byte order mark there is skipped.
    pub(crate) fn new(text: &'a str, max_depth: u32) -> Self {
        let at = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        Self {
            at,
            ..Self::within(text, max_depth)
        }
    }

    /// A scanner at the beginning of a text that stands in a value: a byte order mark there is
    /// a character like others.
    pub(crate) const fn within(text: &'a str, max_depth: u32) -> Self {
        Self {
            text,
            at: 0,
            max_depth,
            escaped: false,
        }
    }

    /// The whole text as one value, with white space around it.
    pub(crate) fn document(text: &'a str, max_depth: u32) -> Result<&'a str> {
        Self::new(text, max_depth).whole()
    }

    /// The same of a text that stands in a value.
    pub(crate) fn inner_document(text: &'a str, max_depth: u32) -> Result<&'a str> {
        Self::within(text, max_depth).whole()
    }

    fn whole(mut self) -> Result<&'a str> {
        let value = self.value()?;
        self.end()?;
        Ok(value)
    }

    fn fail<T>(&self, problem: Term) -> Result<T> {
        self.fail_at(self.at, problem)
    }

    #[cold]
    fn fail_at<T>(&self, offset: usize, problem: Term) -> Result<T> {
        if offset < self.text.len() || problem == Term::UnterminatedString {
            let problem = named(problem, self.text.get(offset..).unwrap_or_default());
            return Err(JsonError { offset, problem });
        }
        // What is missing at the end is missing behind the last thing that is there.
        let offset = self.text.trim_end().len();
        let empty = self.text[..offset]
            .trim_start_matches('\u{feff}')
            .is_empty();
        let problem = if empty {
            Term::InputEmpty
        } else {
            Term::UnexpectedEnd
        };
        Err(JsonError { offset, problem })
    }

    /// Whether that byte comes next.
    pub(crate) fn stands_on(&self, byte: u8) -> bool {
        self.peek() == Some(byte)
    }

    /// How many bytes were read.
    pub(crate) const fn offset(&self) -> usize {
        self.at
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    pub(crate) fn skip_white_space(&mut self) {
        self.at = behind_white_space(self.text.as_bytes(), self.at);
    }

    /// The kind of the value that begins here, by its first byte.
    pub(crate) fn kind(&self) -> Option<JsonKind> {
        self.peek().map(JsonKind::of_first_byte)
    }

    /// Only white space may be left.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.skip_white_space();
        if self.at < self.text.len() {
            return self.fail(Term::TrailingText);
        }
        Ok(())
    }

    /// Steps over the next value, checks all of it, and returns the text it was written as.
    pub(crate) fn value(&mut self) -> Result<&'a str> {
        self.skip_white_space();
        let start = self.at;
        self.skip()?;
        Ok(&self.text[start..self.at])
    }

    /// Steps over the value that begins here, and checks all of it.
    pub(crate) fn skip(&mut self) -> Result<()> {
        match self.peek() {
            Some(b'{' | b'[') => self.container(),
            _ => self.scalar(),
        }
    }

    fn scalar(&mut self) -> Result<()> {
        match self.peek() {
            Some(b'"') => self.string(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            Some(b'n') => self.literal("null"),
            Some(b'a'..=b'z' | b'A'..=b'Z') => self.fail(Term::InvalidLiteral),
            _ => self.fail(Term::ExpectedValue),
        }
    }

    fn literal(&mut self, word: &str) -> Result<()> {
        let rest = &self.text.as_bytes()[self.at..];
        let follows = rest.get(word.len()).copied();
        if !rest.starts_with(word.as_bytes())
            || follows.is_some_and(|byte| byte.is_ascii_alphanumeric())
        {
            return self.fail(Term::InvalidLiteral);
        }
        self.at += word.len();
        Ok(())
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Result<()> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let leading_zero = self.peek() == Some(b'0');
        let count = self.digits();
        if count == 0 || (leading_zero && count > 1) {
            return self.fail_at(start, Term::InvalidNumber);
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            if self.digits() == 0 {
                return self.fail_at(start, Term::InvalidNumber);
            }
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            if self.digits() == 0 {
                return self.fail_at(start, Term::InvalidNumber);
            }
        }
        if self
            .peek()
            .is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'.')
        {
            return self.fail_at(start, Term::InvalidNumber);
        }
        Ok(())
    }

    fn string(&mut self) -> Result<()> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        self.at += 1;
        loop {
            self.at = end_of_plain(bytes, self.at);
            match bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.escaped = true;
                    self.escape()?;
                }
                Some(_) => return self.fail(Term::ControlCharacter),
                None => return self.fail_at(start, Term::UnterminatedString),
            }
        }
    }

    fn escape(&mut self) -> Result<()> {
        let start = self.at;
        match self.text.as_bytes().get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 2;
                Ok(())
            }
            Some(b'u') => {
                let Some(unit) = self.unit(start) else {
                    return self.fail_at(start, Term::InvalidEscape);
                };
                self.at += 6;
                match unit {
                    0xd800..=0xdbff => match self.unit(self.at) {
                        Some(0xdc00..=0xdfff) => {
                            self.at += 6;
                            Ok(())
                        }
                        _ => self.fail_at(start, Term::LoneSurrogate),
                    },
                    0xdc00..=0xdfff => self.fail_at(start, Term::LoneSurrogate),
                    _ => Ok(()),
                }
            }
            _ => self.fail_at(start, Term::InvalidEscape),
        }
    }

    /// The UTF-16 unit of a `\uXXXX` escape that begins here.
    fn unit(&self, at: usize) -> Option<u16> {
        unit(self.text.as_bytes().get(at..at + 6)?)
    }

    /// An object or array, without recursion: what encloses the current place is kept as one
    /// bit for each level.
    fn container(&mut self) -> Result<()> {
        let mut levels = Levels::default();
        loop {
            // Here a value begins.
            match self.peek() {
                Some(open @ (b'{' | b'[')) => {
                    if levels.depth >= self.max_depth {
                        return self.fail(Term::TooDeep);
                    }
                    self.at += 1;
                    self.skip_white_space();
                    let close = if open == b'{' { b'}' } else { b']' };
                    if self.peek() == Some(close) {
                        self.at += 1;
                    } else {
                        levels.push(open == b'{');
                        if open == b'{' {
                            self.name()?;
                        }
                        continue;
                    }
                }
                _ => self.scalar()?,
            }
            // Here a value has ended.
            loop {
                if levels.depth == 0 {
                    return Ok(());
                }
                let object = levels.in_object();
                self.skip_white_space();
                match (self.peek(), object) {
                    (Some(b','), _) => {
                        let comma = self.at;
                        self.at += 1;
                        self.skip_white_space();
                        if let (Some(b'}'), true) | (Some(b']'), false) = (self.peek(), object) {
                            return self.fail_at(comma, Term::TrailingComma);
                        }
                        if object {
                            self.name()?;
                        }
                        break;
                    }
                    (Some(b'}'), true) | (Some(b']'), false) => {
                        self.at += 1;
                        levels.pop();
                    }
                    (_, true) => return self.fail(Term::ExpectedCommaOrBrace),
                    (_, false) => return self.fail(Term::ExpectedCommaOrBracket),
                }
            }
        }
    }

    /// A name, its colon, and the white space up to the value. Returns where the name stands,
    /// quotes included.
    fn name(&mut self) -> Result<Range<usize>> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return self.fail(Term::ExpectedName);
        }
        self.string()?;
        let end = self.at;
        self.skip_white_space();
        if self.peek() != Some(b':') {
            return self.fail(Term::ExpectedColon);
        }
        self.at += 1;
        self.skip_white_space();
        Ok(start..end)
    }

    /// Steps over the bracket of an object or array, which comes next, for whoever looks at what
    /// is inside by itself.
    pub(crate) fn enter(&mut self) -> Result<()> {
        if self.max_depth == 0 {
            return self.fail(Term::TooDeep);
        }
        self.max_depth -= 1;
        self.at += 1;
        Ok(())
    }

    /// Steps up to the next value of an object or array that was entered; `true` means that it
    /// is the first. Returns whether there is one; behind the last the bracket is stepped over.
    #[inline]
    fn advance(&mut self, first: bool, object: bool) -> Result<bool> {
        let close = if object { b'}' } else { b']' };
        self.skip_white_space();
        let next = self.peek();
        if next == Some(close) {
            self.at += 1;
            self.max_depth += 1;
            return Ok(false);
        }
        if !first {
            if next != Some(b',') {
                return self.fail(if object {
                    Term::ExpectedCommaOrBrace
                } else {
                    Term::ExpectedCommaOrBracket
                });
            }
            let comma = self.at;
            self.at += 1;
            self.skip_white_space();
            if self.peek() == Some(close) {
                return self.fail_at(comma, Term::TrailingComma);
            }
        }
        Ok(true)
    }

    /// Steps up to the value of the next member of an object that was entered. Returns the bytes
    /// of its name without the quotes, and whether they are the name itself; nothing behind the
    /// last.
    ///
    /// With `QUOTED` this is JSON that stands in a string of the text that is read, where quotes
    /// are written with a backslash; other escapes are not read there but give an error.
    #[cfg_attr(feature = "fast", inline(always))]
    #[cfg_attr(
        feature = "fast",
        expect(
            clippy::inline_always,
            reason = "once for every member of every request"
        )
    )]
    #[cfg_attr(not(feature = "fast"), inline(never))]
    pub(crate) fn member<const QUOTED: bool>(
        &mut self,
        first: bool,
    ) -> Result<Option<(&'a [u8], bool)>> {
        match self.ordinary_member::<QUOTED>(first) {
            Some(name) => Ok(Some((&self.text.as_bytes()[name], true))),
            None => self.any_member::<QUOTED>(first),
        }
    }

    /// The same for a name without escapes: where it stands. Nothing, and stays where it is, if
    /// there is none, or something is wrong.
    #[cfg_attr(feature = "fast", inline(always))]
    #[cfg_attr(
        feature = "fast",
        expect(
            clippy::inline_always,
            reason = "once for every member of every request"
        )
    )]
    #[cfg_attr(not(feature = "fast"), inline(never))]
    fn ordinary_member<const QUOTED: bool>(&mut self, first: bool) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        let mut at = behind_white_space(bytes, self.at);
        if !first {
            if bytes.get(at) != Some(&b',') {
                return None;
            }
            at = behind_white_space(bytes, at + 1);
        }
        let (name, end) = plain_string::<QUOTED>(bytes, at)?;
        if bytes.get(end) != Some(&b':') {
            return None;
        }
        self.at = behind_white_space(bytes, end + 1);
        Some(name)
    }

    #[inline(never)]
    fn any_member<const QUOTED: bool>(&mut self, first: bool) -> Result<Option<(&'a [u8], bool)>> {
        if !self.advance(first, true)? {
            return Ok(None);
        }
        if QUOTED {
            return self.fail(Term::ExpectedName);
        }
        self.escaped = false;
        let name = self.name()?;
        let name = &self.text.as_bytes()[name.start + 1..name.end - 1];
        Ok(Some((name, !self.escaped)))
    }

    /// Steps up to the next element of an array that was entered. Returns whether there is one.
    pub(crate) fn element(&mut self, first: bool) -> Result<bool> {
        self.advance(first, false)
    }

    /// Steps over a string, which comes next. Returns its text, decoded into the room if that is
    /// large enough.
    pub(crate) fn decoded<'r, const BYTES: usize>(
        &mut self,
        room: &'r mut Room<BYTES>,
    ) -> Result<Cow<'r, str>>
    where
        'a: 'r,
    {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut filled = 0;
        self.at += 1;
        while let Some(plain) = room.copy_plain(filled, bytes, self.at) {
            self.at += plain;
            filled += plain;
            match bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    match room.text(filled) {
                        Some(text) => return Ok(Cow::Borrowed(text)),
                        None => break,
                    }
                }
                Some(b'\\') => {
                    let escape = &self.text[self.at..];
                    self.escape()?;
                    match room.put(filled, escape) {
                        Some(length) => filled += length,
                        None => break,
                    }
                }
                Some(0..=0x1f) => return self.fail(Term::ControlCharacter),
                Some(_) => {}
                None => return self.fail_at(start, Term::UnterminatedString),
            }
        }
        self.at = start;
        self.string()?;
        Ok(decode(&self.text[start..self.at]))
    }

    /// Steps over a string without escapes, which in a string has its own quotes escaped. Returns
    /// what stands between its quotes; nothing, and stays where it is, if something else comes
    /// next.
    #[inline]
    pub(crate) fn plain_string<const QUOTED: bool>(&mut self) -> Option<&'a str> {
        let (inner, end) = plain_string::<QUOTED>(self.text.as_bytes(), self.at)?;
        self.at = end;
        self.text.get(inner)
    }

    /// What `read` makes of the JSON in a string, on whose opening quote the scanner stands, with
    /// a limit of nesting of its own. Nothing, and the scanner stays where it is, if there is
    /// more in the string.
    pub(crate) fn inside_string<T, E>(
        &mut self,
        max_depth: u32,
        read: impl FnOnce(&mut Self) -> std::result::Result<T, E>,
    ) -> std::result::Result<Option<T>, E> {
        let mut inner = Self {
            at: self.at + 1,
            max_depth,
            ..*self
        };
        inner.skip_white_space();
        let value = read(&mut inner)?;
        inner.skip_white_space();
        // White space of the JSON inside may be none of a string. All bytes are looked at, which
        // takes less time than to stop at the first.
        let inside = &self.text.as_bytes()[self.at + 1..inner.at];
        let controls = inside
            .iter()
            .fold(0, |found, byte| found | u8::from(*byte < b' '));
        if !inner.stands_on(b'"') || controls != 0 {
            return Ok(None);
        }
        self.at = inner.at + 1;
        Ok(Some(value))
    }
}

/// Where the inside of a string without escapes stands that begins here, and where the text goes
/// on.
#[inline]
fn plain_string<const QUOTED: bool>(bytes: &[u8], at: usize) -> Option<(Range<usize>, usize)> {
    let quote = |at: usize| {
        let quote: &[u8] = if QUOTED { b"\\\"" } else { b"\"" };
        let end = at + quote.len();
        (bytes.get(at..end) == Some(quote)).then_some(end)
    };
    let start = quote(at)?;
    let end = end_of_plain(bytes, start);
    Some((start..end, quote(end)?))
}

#[inline]
fn behind_white_space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\t' | b'\n' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

/// Which levels are objects: a bit each, 64 to a word.
#[derive(Default)]
struct Levels {
    depth: u32,
    word: u64,
    full: Vec<u64>,
}

impl Levels {
    fn push(&mut self, object: bool) {
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.full.push(self.word);
        }
        self.word = self.word << 1 | u64::from(object);
        self.depth += 1;
    }

    fn pop(&mut self) {
        self.depth -= 1;
        self.word >>= 1;
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.word = self.full.pop().unwrap_or_default();
        }
    }

    fn in_object(&self) -> bool {
        self.word & 1 == 1
    }
}

/// A problem by the name of the character that makes it, where that is one that people paste or that
/// tools put in: outside of strings it is no secret.
#[cold]
fn named(problem: Term, rest: &str) -> Term {
    let is_open = matches!(
        problem,
        Term::ExpectedValue
            | Term::ExpectedName
            | Term::ExpectedColon
            | Term::ExpectedCommaOrBrace
            | Term::ExpectedCommaOrBracket
            | Term::TrailingText
    );
    if !is_open {
        return problem;
    }
    match rest.chars().next() {
        Some('\u{201c}') => Term::LeftCurlyQuote,
        Some('\u{201d}') => Term::RightCurlyQuote,
        Some('\u{2018}') => Term::LeftSingleQuote,
        Some('\u{2019}') => Term::RightSingleQuote,
        Some('\'') => Term::Apostrophe,
        Some('\u{a0}') => Term::NoBreakSpace,
        Some('\u{3000}') => Term::IdeographicSpace,
        Some('\u{200b}') => Term::ZeroWidthSpace,
        Some('\u{feff}') => Term::InnerByteOrderMark,
        Some('\u{ff0c}') => Term::FullwidthComma,
        Some('\u{ff1a}') => Term::FullwidthColon,
        Some('\0') => Term::Utf16,
        Some('#') => Term::Comment,
        Some('/') if rest.starts_with("//") || rest.starts_with("/*") => Term::Comment,
        _ => problem,
    }
}

/// Walks over the members of an object or the elements of an array, checking the text as it
/// goes. Over text that was checked before, it never fails.
#[derive(Debug, Clone)]
pub(crate) struct Walker<'a> {
    scanner: Scanner<'a>,
    object: bool,
    first: bool,
    done: bool,
}

impl<'a> Walker<'a> {
    /// Begins at the opening bracket, which the scanner must stand on.
    pub(crate) fn open(mut scanner: Scanner<'a>) -> Self {
        let object = scanner.peek() == Some(b'{');
        scanner.at += 1;
        scanner.max_depth = scanner.max_depth.saturating_sub(1);
        Self {
            scanner,
            object,
            first: true,
            done: false,
        }
    }

    /// Begins an object or array that was checked before.
    pub(crate) fn over(raw: &'a str) -> Self {
        Self::open(Scanner {
            text: raw,
            at: 0,
            max_depth: u32::MAX,
            escaped: false,
        })
    }

    /// The scanner behind the closing bracket.
    pub(crate) fn finish(self) -> Scanner<'a> {
        self.scanner
    }

    /// The next member: its name with quotes (empty in an array), and its value.
    pub(crate) fn next(&mut self) -> Result<Option<(&'a str, &'a str)>> {
        let scanner = &mut self.scanner;
        let first = std::mem::take(&mut self.first);
        let name = if !self.object {
            if !scanner.advance(first, false)? {
                self.done = true;
                return Ok(None);
            }
            ""
        } else if let Some(name) = scanner.ordinary_member::<false>(first) {
            &scanner.text[name.start - 1..=name.end]
        } else {
            if !scanner.advance(first, true)? {
                self.done = true;
                return Ok(None);
            }
            let name = scanner.name()?;
            &scanner.text[name]
        };
        scanner.escaped = false;
        let start = scanner.at;
        if let Some((_, end)) = plain_string::<false>(scanner.text.as_bytes(), start) {
            scanner.at = end;
            return Ok(Some((name, &scanner.text[start..end])));
        }
        Ok(Some((name, scanner.value()?)))
    }

    /// Whether the closing bracket was reached, and nothing but white space stands behind it.
    pub(crate) fn ends_well(mut self) -> bool {
        self.done && self.scanner.end().is_ok()
    }

    /// Whether the last value has no escape in it.
    pub(crate) const fn is_plain(&self) -> bool {
        !self.scanner.escaped
    }
}

/// An object that was read to its end, for whoever has to know its names first.
#[derive(Debug)]
pub(crate) struct Object<'a> {
    /// As it was written.
    #[cfg(feature = "fast")]
    pub(crate) raw: &'a str,
    /// Names with quotes, values, and whether a value has no escape in it.
    pub(crate) members: Vec<((&'a str, &'a str), bool)>,
}

impl<'a> Object<'a> {
    /// The object that a text holds, if it holds one and nothing else.
    pub(crate) fn read(text: &'a str, max_depth: u32) -> Option<Self> {
        let mut scanner = Scanner::new(text, max_depth);
        scanner.skip_white_space();
        if !scanner.stands_on(b'{') {
            return None;
        }
        #[cfg(feature = "fast")]
        let start = scanner.offset();
        let mut walker = Walker::open(scanner);
        let mut members = Vec::with_capacity(16);
        while let Some(member) = walker.next().ok()? {
            members.push((member, walker.is_plain()));
        }
        let mut scanner = walker.finish();
        #[cfg(feature = "fast")]
        let raw = &text[start..scanner.offset()];
        scanner.end().ok()?;
        Some(Self {
            #[cfg(feature = "fast")]
            raw,
            members,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn problem(text: &str) -> (usize, Term) {
        match Scanner::document(text, DEFAULT_MAX_DEPTH) {
            Ok(value) => panic!("{text:?} was read as {value:?}"),
            Err(error) => (error.offset, error.problem),
        }
    }

    #[test]
    fn problems_have_a_place() {
        assert_eq!(problem(""), (0, Term::InputEmpty));
        assert_eq!(problem("  \n"), (0, Term::InputEmpty));
        assert_eq!(problem("{\n\n"), (1, Term::UnexpectedEnd));
        assert_eq!(problem("{"), (1, Term::UnexpectedEnd));
        assert_eq!(problem("{\"a\":1,}"), (6, Term::TrailingComma));
        assert_eq!(problem("{a:1}"), (1, Term::ExpectedName));
        assert_eq!(problem("{\"a\" 1}"), (5, Term::ExpectedColon));
        assert_eq!(
            problem("{\"a\":1 \"b\":2}"),
            (7, Term::ExpectedCommaOrBrace)
        );
        assert_eq!(problem("[1 2]"), (3, Term::ExpectedCommaOrBracket));
        assert_eq!(problem("{} {}"), (3, Term::TrailingText));
        assert_eq!(problem("\"abc"), (0, Term::UnterminatedString));
        assert_eq!(problem("\"a\nb\""), (2, Term::ControlCharacter));
        assert_eq!(problem(r#""a\x""#), (2, Term::InvalidEscape));
        assert_eq!(problem(r#""\ud800""#), (1, Term::LoneSurrogate));
        assert_eq!(problem(r#""\udc00""#), (1, Term::LoneSurrogate));
        assert_eq!(problem(r#""\ud800\u0041""#), (1, Term::LoneSurrogate));
        assert_eq!(problem("012"), (0, Term::InvalidNumber));
        assert_eq!(problem("1."), (0, Term::InvalidNumber));
        assert_eq!(problem("NaN"), (0, Term::InvalidLiteral));
        assert_eq!(problem("^a"), (0, Term::ExpectedValue));
        assert_eq!(problem("'a'"), (0, Term::Apostrophe));
        for (text, at, expected) in [
            ("{\u{201c}a\u{201d}: 1}", 1, Term::LeftCurlyQuote),
            ("{\"a\": \u{2018}1\u{2019}}", 6, Term::LeftSingleQuote),
            ("{\u{a0}\"a\": 1}", 1, Term::NoBreakSpace),
            ("{\"a\": 1\u{ff0c}\"b\": 2}", 7, Term::FullwidthComma),
            ("{\"a\"\u{ff1a}1}", 4, Term::FullwidthColon),
            ("{\"a\": 1, // x\n\"b\": 2}", 9, Term::Comment),
            ("{ # x\n}", 2, Term::Comment),
            ("{\0\"\0a\0", 1, Term::Utf16),
        ] {
            assert_eq!(problem(text), (at, expected), "{text}");
        }
    }

    #[test]
    fn nesting_has_a_limit() {
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(Scanner::document(&nested(128), 128).is_ok());
        assert_eq!(problem(&nested(129)), (128, Term::TooDeep));
        assert_eq!(problem(&nested(100_000)).1, Term::TooDeep);
        assert!(Scanner::document(&nested(1_000), 1_000).is_ok());
    }

    #[test]
    fn levels_remember_what_encloses_them() {
        let text = "[{\"a\":[".repeat(60) + &"]}]".repeat(60);
        assert!(Scanner::document(&text, 1_000).is_ok());
        let wrong = "[{\"a\":[".repeat(60) + &"]]]".repeat(60);
        assert!(Scanner::document(&wrong, 1_000).is_err());
    }

    #[test]
    fn numbers_of_any_size_are_read() {
        for number in ["1e999", "-0", "5.0", &"9".repeat(10_000)] {
            assert_eq!(Scanner::document(number, 1), Ok(number));
        }
    }

    /// JSON-like texts: tokens in random order, so that many are nearly right.
    fn nearly_json() -> impl Strategy<Value = String> {
        let token = prop_oneof![
            Just("{"),
            Just("}"),
            Just("["),
            Just("]"),
            Just(","),
            Just(":"),
            Just("\"a\""),
            Just("\"\\u0041\""),
            Just("\"\\ud83d\\ude00\""),
            Just("\"\\ud83d\""),
            Just("1"),
            Just("-0.5e+3"),
            Just("01"),
            Just("true"),
            Just("nul"),
            Just(" "),
            Just("\"中\\n\""),
            Just("\"\\q\""),
            Just("\t"),
        ];
        proptest::collection::vec(token, 0..24).prop_map(|tokens| tokens.concat())
    }

    proptest! {
        #[test]
        fn reads_what_serde_json_reads(text in nearly_json()) {
            let ours = Scanner::document(&text, DEFAULT_MAX_DEPTH);
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            // It keeps numbers, which a reader of requests need not.
            let is_large = |error: &serde_json::Error| error.to_string().contains("out of range");
            if !theirs.as_ref().is_err_and(is_large) {
                prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{}", text);
            }
        }

        #[test]
        fn walking_gives_the_members(members in proptest::collection::btree_map(".{0,8}", 0u32..9, 0..8)) {
            let text = serde_json::to_string_pretty(&members).expect("a map is JSON");
            let mut walker = Walker::open(Scanner::new(&text, 4));
            let mut seen = Vec::new();
            while let Some((name, value)) = walker.next().expect("serde_json writes JSON") {
                seen.push((decode(name).into_owned(), value.parse::<u32>().expect("a number")));
            }
            prop_assert_eq!(seen, members.into_iter().collect::<Vec<_>>());
        }
    }
}
