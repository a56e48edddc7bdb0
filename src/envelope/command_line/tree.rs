//! JSON in a word of a command, with its places, read through the shell's quoting.

use std::ops::Range;

use super::values::{Meaning, Surroundings, unknown};
use crate::input::item::{Item, Member, What, Written};
use crate::input::shell::{Piece, Word};

/// Values in values are followed so deep.
const DEEPEST: usize = 64;

/// What stands in the text for something unknown; where, [`Flat::holes`] says.
const HOLE: char = '\0';

/// Why there is no tree.
enum Trouble {
    /// The text is not JSON.
    Broken,
    /// Something unknown stands outside of a string.
    Unknown,
}

/// Reads a word that holds JSON; `is_yaml` lets names and texts stand without quotes, as in a
/// flow of YAML. What is no JSON stays text; what is not known is unknown.
pub(super) fn read(word: &Word<'_>, surroundings: Surroundings<'_, '_>, is_yaml: bool) -> Item {
    let (pieces, span, via) = match surroundings.meaning(word) {
        Meaning::Unknown { reference } => return unknown(reference, word.span.clone()),
        Meaning::Known { pieces, span, via } => (pieces, span, via),
    };
    if via.as_ref().is_some_and(|via| via.is_hidden) {
        let reference = via.as_ref().map(|via| via.name.clone());
        return Item {
            via: via.map(Box::new),
            ..unknown(reference, word.span.clone())
        };
    }
    let flat = Flat::new(pieces, &span);
    let mut parser = Parser {
        flat: &flat,
        at: 0,
        is_yaml,
    };
    let mut item = match parser.document() {
        Ok(item) => item,
        Err(Trouble::Broken) if flat.holes.is_empty() => {
            Item::new(What::Text(flat.text.clone()), span, Written::ShellJson)
        }
        Err(_) => return unknown(via.map(|via| via.name), word.span.clone()),
    };
    item.via = via.map(Box::new);
    item
}

/// The text of some pieces in one, and where it comes from.
struct Flat {
    text: String,
    /// Where a piece begins in the text, where it stands, and whether each byte has its own
    /// place.
    pieces: Vec<(usize, Range<usize>, bool)>,
    /// Where something unknown stands in the text.
    holes: Vec<usize>,
    end: usize,
}

impl Flat {
    fn new(pieces: &[Piece<'_>], span: &Range<usize>) -> Self {
        let mut flat = Self {
            text: String::new(),
            pieces: Vec::with_capacity(pieces.len()),
            holes: Vec::new(),
            end: span.end,
        };
        for piece in pieces {
            let start = flat.text.len();
            let place = piece.span().clone();
            let mut is_verbatim = false;
            if let Piece::Text { text, .. } = piece {
                is_verbatim = text.len() == place.len();
                flat.text.push_str(text);
            } else {
                flat.holes.push(start);
                flat.text.push(HOLE);
            }
            flat.pieces.push((start, place, is_verbatim));
        }
        flat
    }

    /// Where a byte of the text stands in the script.
    fn place(&self, at: usize) -> Range<usize> {
        let behind = self.pieces.partition_point(|(start, ..)| *start <= at);
        let Some((start, place, is_verbatim)) = behind
            .checked_sub(1)
            .and_then(|index| self.pieces.get(index))
        else {
            return self.end..self.end;
        };
        if *is_verbatim {
            let begin = place.start + (at - start);
            begin..begin + 1
        } else {
            place.clone()
        }
    }

    /// Where a stretch of the text stands in the script.
    fn span(&self, stretch: Range<usize>) -> Range<usize> {
        if stretch.is_empty() {
            let start = self.place(stretch.start).start;
            return start..start;
        }
        self.place(stretch.start).start..self.place(stretch.end - 1).end
    }

    fn is_hole(&self, at: usize) -> bool {
        self.holes.binary_search(&at).is_ok()
    }
}

struct Parser<'f> {
    flat: &'f Flat,
    at: usize,
    is_yaml: bool,
}

impl<'f> Parser<'f> {
    fn document(&mut self) -> Result<Item, Trouble> {
        let item = self.value(0)?;
        self.skip();
        if self.at < self.flat.text.len() {
            return Err(self.trouble());
        }
        Ok(item)
    }

    fn rest(&self) -> &'f str {
        self.flat.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<u8> {
        self.flat.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// What is wrong at the present place.
    fn trouble(&self) -> Trouble {
        if self.flat.is_hole(self.at) {
            Trouble::Unknown
        } else {
            Trouble::Broken
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), Trouble> {
        self.skip();
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.trouble())
        }
    }

    fn item(&self, what: What, start: usize) -> Item {
        Item::new(what, self.flat.span(start..self.at), Written::ShellJson)
    }

    fn value(&mut self, depth: usize) -> Result<Item, Trouble> {
        self.skip();
        let start = self.at;
        if depth > DEEPEST {
            return Err(Trouble::Unknown);
        }
        let what = match self.peek() {
            Some(b'{') => self.map(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => self.string()?,
            Some(b'\'') if self.is_yaml => self.single()?,
            Some(_) => self.plain()?,
            None => return Err(Trouble::Broken),
        };
        Ok(self.item(what, start))
    }

    /// Whether the list or map ends here; if not, a comma must stand between its items.
    fn ends(&mut self, close: u8, is_first: bool) -> Result<bool, Trouble> {
        self.skip();
        if self.peek() == Some(close) {
            self.at += 1;
            return Ok(true);
        }
        if !is_first {
            self.expect(b',')?;
            self.skip();
            if self.is_yaml && self.peek() == Some(close) {
                self.at += 1;
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn list(&mut self, depth: usize) -> Result<What, Trouble> {
        self.at += 1;
        let mut elements = Vec::new();
        while !self.ends(b']', elements.is_empty())? {
            elements.push(self.value(depth + 1)?);
        }
        Ok(What::List {
            elements,
            open: false,
        })
    }

    fn map(&mut self, depth: usize) -> Result<What, Trouble> {
        self.at += 1;
        let mut members = Vec::new();
        let mut is_open = false;
        while !self.ends(b'}', members.is_empty() && !is_open)? {
            let start = self.at;
            let name = match self.peek() {
                Some(b'"') => self.string()?,
                Some(b'\'') if self.is_yaml => self.single()?,
                Some(_) if self.is_yaml => What::Text(self.plain_text()?.to_owned()),
                _ => return Err(self.trouble()),
            };
            let key = self.flat.span(start..self.at);
            self.expect(b':')?;
            let value = self.value(depth + 1)?;
            // A name that is not known may be any.
            let What::Text(name) = name else {
                is_open = true;
                continue;
            };
            members.push(Member {
                name,
                shown: None,
                whole: key.start..key.start,
                key,
                is_block: false,
                value,
            });
        }
        Ok(What::Map {
            members,
            open: is_open,
        })
    }

    /// A string in double quotes, with its escapes and unknown stretches.
    fn string(&mut self) -> Result<What, Trouble> {
        self.at += 1;
        let mut parts: Vec<Option<String>> = Vec::new();
        let mut written = String::from("\"");
        loop {
            let rest = self.rest();
            let length = rest.find(['"', '\\', HOLE]).ok_or(Trouble::Broken)?;
            written.push_str(&rest[..length]);
            self.at += length;
            match self.peek() {
                Some(b'\\') => {
                    let escape = self.rest().chars().nth(1).ok_or(Trouble::Broken)?;
                    written.push('\\');
                    written.push(escape);
                    self.at += 1 + escape.len_utf8();
                }
                Some(b'"') => {
                    self.at += 1;
                    push_part(&mut parts, &mut written)?;
                    return Ok(text_of(parts));
                }
                _ if self.flat.is_hole(self.at) => {
                    self.at += 1;
                    push_part(&mut parts, &mut written)?;
                    parts.push(None);
                }
                _ => return Err(Trouble::Broken),
            }
        }
    }

    /// A text of YAML in single quotes.
    fn single(&mut self) -> Result<What, Trouble> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = self.rest();
            let length = rest.find(['\'', HOLE]).ok_or(Trouble::Broken)?;
            text.push_str(&rest[..length]);
            self.at += length + 1;
            if rest[length..].starts_with("''") {
                text.push('\'');
                self.at += 1;
            } else if rest[length..].starts_with('\'') {
                return Ok(What::Text(text));
            } else {
                return Err(Trouble::Unknown);
            }
        }
    }

    /// What stands without quotes up to a sign of the list or map around it.
    fn plain_text(&mut self) -> Result<&'f str, Trouble> {
        let rest = self.rest();
        let mut length = rest.len();
        for (index, character) in rest.char_indices() {
            let ends = match character {
                ',' | ']' | '}' | '[' | '{' | '"' | HOLE | '\n' => true,
                ':' => {
                    !self.is_yaml
                        || rest[index + 1..].starts_with([' ', '\t', '\n', '"', '{', '['])
                        || rest.len() == index + 1
                }
                _ => false,
            };
            if ends {
                length = index;
                break;
            }
        }
        if self.flat.is_hole(self.at + length) {
            return Err(Trouble::Unknown);
        }
        let text = rest[..length].trim_end();
        self.at += text.len();
        if text.is_empty() {
            return Err(Trouble::Broken);
        }
        Ok(text)
    }

    /// A number, `true`, `false`, `null`, and in YAML a text.
    fn plain(&mut self) -> Result<What, Trouble> {
        let text = self.plain_text()?;
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(text) {
            return match value {
                serde_json::Value::Null => Ok(What::Null),
                serde_json::Value::Bool(value) => Ok(What::Boolean(value)),
                _ => Ok(What::Number(text.to_owned())),
            };
        }
        if !self.is_yaml {
            return Err(Trouble::Broken);
        }
        Ok(match text {
            "~" | "Null" | "NULL" => What::Null,
            "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => What::Boolean(true),
            "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => What::Boolean(false),
            _ => What::Text(text.to_owned()),
        })
    }
}

/// Decodes what was collected of a string, without its closing quote, into a part.
fn push_part(parts: &mut Vec<Option<String>>, written: &mut String) -> Result<(), Trouble> {
    written.push('"');
    let text: String = serde_json::from_str(written).map_err(|_| Trouble::Broken)?;
    written.clear();
    written.push('"');
    if !text.is_empty() {
        parts.push(Some(text));
    }
    Ok(())
}

fn text_of(mut parts: Vec<Option<String>>) -> What {
    parts.dedup_by(|next, before| next.is_none() && before.is_none());
    match parts.as_mut_slice() {
        [] => What::Text(String::new()),
        [Some(text)] => What::Text(std::mem::take(text)),
        [None] => What::Unknown { reference: None },
        _ => What::Partial(parts),
    }
}
