//! A strict JSON reader that keeps slices of the source instead of building a tree: a value is
//! the stretch of text it was written as. That gives spans for nothing, keeps number literals
//! as they were written, and lets repeated names be seen.

use std::borrow::Cow;

use crate::diagnostic::Term;

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
            text,
            at,
            max_depth,
            escaped: false,
        }
    }

    /// The whole text as one value, with white space around it.
    pub(crate) fn document(text: &'a str, max_depth: u32) -> Result<&'a str> {
        let mut scanner = Self::new(text, max_depth);
        let value = scanner.value()?;
        scanner.end()?;
        Ok(value)
    }

    fn fail<T>(&self, problem: Term) -> Result<T> {
        self.fail_at(self.at, problem)
    }

    #[cold]
    fn fail_at<T>(&self, offset: usize, problem: Term) -> Result<T> {
        if offset < self.text.len() || problem == Term::UnterminatedString {
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

    pub(crate) fn skip_white_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
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
        match self.peek() {
            Some(b'{' | b'[') => self.container()?,
            _ => self.scalar()?,
        }
        Ok(&self.text[start..self.at])
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
            self.at = plain_up_to(bytes, self.at);
            match bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.escaped = true;
                    self.escape()?;
                }
                Some(0..=0x1f) => return self.fail(Term::ControlCharacter),
                Some(_) => self.at += 1,
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

    /// A name, its colon, and the white space up to the value.
    fn name(&mut self) -> Result<&'a str> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return self.fail(Term::ExpectedName);
        }
        self.string()?;
        let name = &self.text[start..self.at];
        self.skip_white_space();
        if self.peek() != Some(b':') {
            return self.fail(Term::ExpectedColon);
        }
        self.at += 1;
        self.skip_white_space();
        Ok(name)
    }
}

/// Where a string goes on that is plain up to there: at a quote, a backslash or a control
/// character, or where the text ends so soon that it has to be read byte by byte. Eight bytes
/// are looked at in one word.
#[inline]
fn plain_up_to(bytes: &[u8], mut at: usize) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    const QUOTES: u64 = u64::from_ne_bytes([b'"'; 8]);
    const BACKSLASHES: u64 = u64::from_ne_bytes([b'\\'; 8]);
    // The lowest byte that is zero has its high bit set; the bits above it say nothing.
    const fn zero(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word & HIGH
    }
    while let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let word = u64::from_le_bytes(*word);
        let found = (word.wrapping_sub(ONES * 0x20) & !word & HIGH)
            | zero(word ^ QUOTES)
            | zero(word ^ BACKSLASHES);
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
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

fn unit(escape: &[u8]) -> Option<u16> {
    let [b'\\', b'u', digits @ ..] = escape else {
        return None;
    };
    digits.iter().try_fold(0, |unit: u16, digit| {
        let digit = char::from(*digit).to_digit(16)?;
        u16::try_from(digit).ok().map(|digit| unit << 4 | digit)
    })
}

/// Walks over the members of an object or the elements of an array, checking the text as it
/// goes. Over text that was checked before, it never fails.
#[derive(Debug, Clone)]
pub(crate) struct Walker<'a> {
    scanner: Scanner<'a>,
    object: bool,
    first: bool,
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
        let close = if self.object { b'}' } else { b']' };
        scanner.skip_white_space();
        if self.first {
            self.first = false;
            if scanner.peek() == Some(close) {
                scanner.at += 1;
                return Ok(None);
            }
        } else {
            match scanner.peek() {
                Some(b',') => {
                    let comma = scanner.at;
                    scanner.at += 1;
                    scanner.skip_white_space();
                    if scanner.peek() == Some(close) {
                        return scanner.fail_at(comma, Term::TrailingComma);
                    }
                }
                Some(byte) if byte == close => {
                    scanner.at += 1;
                    return Ok(None);
                }
                _ if self.object => return scanner.fail(Term::ExpectedCommaOrBrace),
                _ => return scanner.fail(Term::ExpectedCommaOrBracket),
            }
        }
        let name = if self.object { scanner.name()? } else { "" };
        scanner.escaped = false;
        Ok(Some((name, scanner.value()?)))
    }

    /// Whether the last value has no escape in it.
    pub(crate) const fn is_plain(&self) -> bool {
        !self.scanner.escaped
    }
}

/// What stands between the quotes of a string literal.
pub(crate) fn unquoted(literal: &str) -> &str {
    literal
        .get(1..literal.len().saturating_sub(1))
        .unwrap_or_default()
}

/// Room for short texts, so that those with escapes need no allocation.
pub(crate) struct Room([u8; Room::BYTES]);

impl Room {
    /// Texts that are written in more bytes than these are decoded elsewhere.
    const BYTES: usize = 512;

    pub(crate) const fn new() -> Self {
        Self([0; Self::BYTES])
    }

    /// As [`decode`]. No text becomes longer.
    pub(crate) fn decode<'t>(&'t mut self, literal: &'t str) -> Cow<'t, str> {
        let mut rest = unquoted(literal);
        if rest.len() > Self::BYTES {
            return decode(literal);
        }
        let mut length = 0;
        let mut push = |piece: &str| {
            self.0[length..length + piece.len()].copy_from_slice(piece.as_bytes());
            length += piece.len();
        };
        while let Some(at) = rest.bytes().position(|byte| byte == b'\\') {
            push(&rest[..at]);
            let (character, read) = escaped(&rest[at..]);
            push(character.encode_utf8(&mut [0; 4]));
            rest = &rest[at + read..];
        }
        push(rest);
        std::str::from_utf8(&self.0[..length]).map_or_else(|_| decode(literal), Cow::Borrowed)
    }
}

/// The text of a JSON string literal that was checked before, without its quotes and escapes.
pub(crate) fn decode(literal: &str) -> Cow<'_, str> {
    let inner = unquoted(literal);
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let (character, length) = escaped(&rest[at..]);
        out.push(character);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that an escape stands for, and how many bytes the escape has.
pub(crate) fn escaped(escape: &str) -> (char, usize) {
    let bytes = escape.as_bytes();
    match bytes.get(1) {
        Some(b'b') => ('\u{8}', 2),
        Some(b'f') => ('\u{c}', 2),
        Some(b'n') => ('\n', 2),
        Some(b'r') => ('\r', 2),
        Some(b't') => ('\t', 2),
        Some(b'u') => {
            let high = bytes.get(..6).and_then(unit).unwrap_or_default();
            if let 0xd800..=0xdbff = high {
                let low = bytes.get(6..12).and_then(unit).unwrap_or_default();
                let scalar = 0x1_0000 + (u32::from(high & 0x3ff) << 10) + u32::from(low & 0x3ff);
                (
                    char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER),
                    12,
                )
            } else {
                (
                    char::from_u32(u32::from(high)).unwrap_or(char::REPLACEMENT_CHARACTER),
                    6,
                )
            }
        }
        Some(other) => (char::from(*other), 2),
        None => ('\\', 1),
    }
}

/// Writes a text as a JSON string literal, without the quotes.
pub(crate) fn encode(text: &str) -> String {
    let literal = serde_json::Value::from(text).to_string();
    literal[1..literal.len() - 1].to_owned()
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
        assert_eq!(problem("'a'"), (0, Term::ExpectedValue));
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

    /// The quick look reaches as far as whole words of eight bytes go, or to what ends it.
    #[test]
    fn plain_stretches_are_passed_in_words() {
        for length in 0..40 {
            let plain = "a€~!".repeat(10);
            let plain = &plain.as_bytes()[..length];
            let reach = length - length % 8;
            assert_eq!(plain_up_to(plain, 0), reach, "{length}");
            for at in 0..length {
                for end in [b'"', b'\\', 0, 0x1f] {
                    let mut bytes = plain.to_vec();
                    bytes[at] = end;
                    assert_eq!(plain_up_to(&bytes, 0), at.min(reach), "{length} {at}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn reads_what_serde_json_reads(text in nearly_json()) {
            let ours = Scanner::document(&text, DEFAULT_MAX_DEPTH);
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{}", text);
        }

        #[test]
        fn strings_survive(text in any::<String>()) {
            let literal = serde_json::Value::from(text.as_str()).to_string();
            let raw = Scanner::document(&literal, 1).expect("serde_json writes JSON");
            let mut room = Room::new();
            prop_assert_eq!(room.decode(raw), text.as_str());
            prop_assert_eq!(decode(raw), text);
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
