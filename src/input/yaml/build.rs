//! From the events of a YAML parser to a tree.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput, Tag};

use super::merge::{forbid_cuts, members};
use super::offsets::Offsets;
use super::{Alias, Document, Kind, MAX_ALIASED, MAX_DEPTH, Node, Pair, Problem, scalar, whole};
use crate::input::item::Written;

/// The document that stands in that part of a file, which is one of [`super::documents`].
pub(crate) fn document(text: &str, part: Range<usize>) -> Document<'_> {
    let mut builder = Builder {
        text,
        end: part.end,
        offsets: Offsets::new(&text[part.clone()], part.start),
        frames: Vec::new(),
        root: None,
        anchors: HashMap::new(),
        anchored: 0,
        aliased: 0,
        scalars: Vec::new(),
    };
    let root = builder.read(&text[part.clone()]);
    let empty = || Node::new(Kind::Null, part.start..part.start, Written::YamlPlain);
    Document {
        root: root.map(|()| builder.root.unwrap_or_else(empty)),
        scalars: builder.scalars,
    }
}

/// A value that was read to its end.
#[derive(Clone)]
struct Done<'t> {
    node: Node<'t>,
    /// How many values it consists of.
    weight: usize,
    /// Whether there is an anchor in it, without which an alias elsewhere would mean nothing.
    is_anchored: bool,
}

/// A list or map that is being read.
struct Frame<'t> {
    content: Content<'t>,
    layout: Layout,
    span: Range<usize>,
    tag: Option<Box<str>>,
    anchor: usize,
    weight: usize,
    is_anchored: bool,
}

enum Content<'t> {
    List(Vec<Node<'t>>),
    Map(Vec<Pair<'t>>, Option<Key<'t>>),
}

struct Key<'t> {
    name: Cow<'t, str>,
    span: Range<usize>,
    is_merge: bool,
    is_anchored: bool,
}

/// How a list or map is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// By indentation.
    Block,
    /// In brackets.
    Flow,
    /// As a single pair in a list in brackets: `[a: b]`.
    Pair,
}

/// Tag and anchor of a value.
struct Properties {
    tag: Option<Box<str>>,
    /// The part behind `!!` of a tag of YAML itself.
    core: Option<String>,
    anchor: usize,
}

impl Properties {
    fn new(anchor: usize, tag: Option<Cow<'_, Tag>>) -> Self {
        let mut properties = Self {
            tag: None,
            core: None,
            anchor,
        };
        match tag.map(Cow::into_owned) {
            Some(tag) if tag.is_yaml_core_schema() => properties.core = Some(tag.suffix),
            // `! x` says that it is no number.
            Some(tag) if tag.suffix == "!" => properties.core = Some("str".to_owned()),
            Some(tag) => {
                let name = tag.suffix.strip_prefix("Fn::").unwrap_or(&tag.suffix);
                properties.tag = Some(name.trim_start_matches('!').into());
            }
            None => {}
        }
        properties
    }
}

struct Builder<'t> {
    text: &'t str,
    /// Where the document ends.
    end: usize,
    offsets: Offsets<'t>,
    frames: Vec<Frame<'t>>,
    root: Option<Node<'t>>,
    anchors: HashMap<usize, Done<'t>>,
    /// How many values are kept for aliases.
    anchored: usize,
    /// How many values aliases have added.
    aliased: usize,
    scalars: Vec<(Range<usize>, Written)>,
}

impl<'t> Builder<'t> {
    fn read(&mut self, part: &'t str) -> Result<(), Problem> {
        let mut parser: Parser<'t, StrInput<'t>> = Parser::new_from_str(part);
        while let Some(event) = parser.next_event() {
            let (event, span) = event.map_err(|error| {
                let at = self.offsets.byte(error.marker().index());
                Problem::at(self.text, at, error.info())
            })?;
            self.event(event, span)?;
        }
        Ok(())
    }

    fn event(&mut self, event: Event<'t>, span: Span) -> Result<(), Problem> {
        let span = self.offsets.byte(span.start.index())..self.offsets.byte(span.end.index());
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                let properties = Properties::new(anchor, tag);
                self.scalar(value, style, properties, span);
                Ok(())
            }
            Event::SequenceStart(anchor, tag) => {
                let properties = Properties::new(anchor, tag);
                self.open(Content::List(Vec::new()), properties, span)
            }
            Event::MappingStart(anchor, tag) => {
                let properties = Properties::new(anchor, tag);
                self.open(Content::Map(Vec::new(), None), properties, span)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.close(&span);
                Ok(())
            }
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    /// Where a value begins whose tag and anchor begin there.
    fn behind_properties(&self, mut at: usize) -> usize {
        let blank = [' ', '\t', '\r', '\n'];
        loop {
            let rest = &self.text[at..self.end];
            let length = if rest.starts_with(['!', '&']) {
                rest.find(blank)
            } else if rest.starts_with(blank) {
                rest.find(|c| !blank.contains(&c))
            } else if rest.starts_with('#') {
                rest.find('\n')
            } else {
                return at;
            };
            at += length.unwrap_or(rest.len());
        }
    }

    fn scalar(
        &mut self,
        value: Cow<'t, str>,
        style: ScalarStyle,
        properties: Properties,
        span: Range<usize>,
    ) {
        let (written, span) = match style {
            ScalarStyle::Plain if value.is_empty() => (Written::YamlPlain, self.nothing(&span)),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let length = self.text[span.clone()].trim_end().len();
                (Written::Block, span.start..span.start + length)
            }
            ScalarStyle::Plain => (Written::YamlPlain, span),
            ScalarStyle::SingleQuoted => (Written::YamlSingle, span),
            ScalarStyle::DoubleQuoted => (Written::YamlDouble, span),
        };
        let has_properties =
            properties.anchor > 0 || properties.tag.is_some() || properties.core.is_some();
        let start = if has_properties && written != Written::Block && !span.is_empty() {
            self.behind_properties(span.start).min(span.end)
        } else {
            span.start
        };
        let end = match written {
            Written::YamlSingle | Written::YamlDouble => {
                behind_quotes(&self.text[start..span.end]).map_or(span.end, |end| start + end)
            }
            _ => span.end,
        };
        let span = start..end;
        self.scalars.push((span.clone(), written));
        if self.expects_a_key() {
            let is_merge = value == "<<" && written == Written::YamlPlain;
            self.key(value, span, is_merge, properties.anchor > 0);
            return;
        }
        let weight = 1 + value.len() / 64;
        let kind = match &properties.core {
            Some(suffix) => scalar::tagged(suffix, value),
            None if properties.tag.is_some() || written != Written::YamlPlain => Kind::Text(value),
            None => scalar::plain(value),
        };
        let mut node = Node::new(kind, span, written);
        node.tag = properties.tag;
        self.finish(properties.anchor, node, weight, false);
    }

    /// Where a value would stand that is not there.
    fn nothing(&self, span: &Range<usize>) -> Range<usize> {
        let key = match self.frames.last().map(|frame| &frame.content) {
            Some(Content::Map(_, Some(key))) => key.span.end,
            _ => return span.start..span.start,
        };
        let at = key.max(if span.is_empty() { key } else { span.start });
        let at = if self.text[key..].starts_with(':') {
            key + 1
        } else {
            at
        };
        at..at
    }

    fn expects_a_key(&self) -> bool {
        let top = self.frames.last().map(|frame| &frame.content);
        matches!(top, Some(Content::Map(_, None)))
    }

    fn key(&mut self, name: Cow<'t, str>, span: Range<usize>, is_merge: bool, is_anchored: bool) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        frame.reach(&span);
        frame.is_anchored |= is_anchored;
        if let Content::Map(_, key) = &mut frame.content {
            *key = Some(Key {
                name,
                span,
                is_merge,
                is_anchored,
            });
        }
    }

    fn open(
        &mut self,
        content: Content<'t>,
        properties: Properties,
        span: Range<usize>,
    ) -> Result<(), Problem> {
        if self.frames.len() >= MAX_DEPTH {
            let problem = format!("nesting goes deeper than {MAX_DEPTH} levels");
            return Err(Problem::at(self.text, span.start, &problem));
        }
        let start = self.behind_properties(span.start);
        let in_brackets = start < span.end && self.text[start..].starts_with(['{', '[']);
        let parent = self
            .frames
            .last()
            .map_or(Layout::Block, |frame| frame.layout);
        let layout = match (in_brackets, parent) {
            (true, _) => Layout::Flow,
            (false, Layout::Block) => Layout::Block,
            (false, _) => Layout::Pair,
        };
        let end = if in_brackets { start + 1 } else { start };
        self.frames.push(Frame {
            content,
            layout,
            span: start..end,
            tag: properties.tag,
            anchor: properties.anchor,
            weight: 1,
            is_anchored: false,
        });
        Ok(())
    }

    fn close(&mut self, end: &Range<usize>) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let mut span = frame.span;
        if frame.layout == Layout::Flow {
            // The parser counts a comment behind the bracket as a part of it.
            let is_bracket = self.text[end.start..].starts_with(['}', ']']);
            let end = if is_bracket { end.start + 1 } else { end.end };
            span.end = end.max(span.start);
        }
        let kind = match frame.content {
            Content::List(elements) => Kind::List(elements),
            Content::Map(pairs, _) => Kind::Map(members(self.text, pairs, frame.layout)),
        };
        let kind = self.as_placeholder(&span).unwrap_or(kind);
        let mut node = Node::new(kind, span, Written::YamlPlain);
        node.tag = frame.tag;
        self.finish(frame.anchor, node, frame.weight, frame.is_anchored);
    }

    /// A template's `{{ name }}` without quotes, which by the letter is a map in a map.
    fn as_placeholder(&self, span: &Range<usize>) -> Option<Kind<'t>> {
        let written = self.text.get(span.clone())?;
        let inner = written.strip_prefix("{{")?.strip_suffix("}}")?;
        let is_name = !inner.contains(['{', '}', '\n']);
        is_name.then_some(Kind::Text(Cow::Borrowed(written)))
    }

    fn alias(&mut self, anchor: usize, span: Range<usize>) -> Result<(), Problem> {
        let Some(done) = self.anchors.get(&anchor) else {
            let problem = "this alias stands inside its own anchor, or too much is anchored";
            return Err(Problem::at(self.text, span.start, problem));
        };
        self.aliased += done.weight;
        if self.aliased > MAX_ALIASED {
            let problem =
                format!("aliases blow this document up by more than {MAX_ALIASED} values");
            return Err(Problem::at(self.text, span.start, &problem));
        }
        let Done {
            mut node, weight, ..
        } = done.clone();
        if self.expects_a_key() {
            let name = match node.kind {
                Kind::Text(text) => text,
                _ => Cow::Borrowed(&self.text[span.clone()]),
            };
            self.key(name, span, false, false);
            return Ok(());
        }
        forbid_cuts(&mut node);
        node.alias = Some(Box::new(Alias {
            name: self.text[span.clone()].to_owned(),
            at: span.clone(),
        }));
        self.attach(
            Done {
                node,
                weight,
                is_anchored: false,
            },
            &span,
        );
        Ok(())
    }

    /// Keeps what has an anchor, and gives the value to what it stands in.
    fn finish(&mut self, anchor: usize, node: Node<'t>, weight: usize, is_anchored: bool) {
        let done = Done {
            node,
            weight,
            is_anchored: is_anchored || anchor > 0,
        };
        let span = done.node.span.clone();
        if self.expects_a_key() {
            let name = Cow::Borrowed(&self.text[span.clone()]);
            self.key(name, span, false, done.is_anchored);
            return;
        }
        if anchor > 0 {
            // Each level of nested anchors keeps all below it once more.
            self.anchored += weight;
            if self.anchored <= 4 * MAX_ALIASED {
                self.anchors.insert(anchor, done.clone());
            }
        }
        self.attach(done, &span);
    }

    /// Gives a value to what it stands in, where it is written in that stretch.
    fn attach(&mut self, done: Done<'t>, written: &Range<usize>) {
        let text = self.text;
        let Some(frame) = self.frames.last_mut() else {
            self.root.get_or_insert(done.node);
            return;
        };
        frame.reach(written);
        frame.weight += done.weight;
        frame.is_anchored |= done.is_anchored;
        match &mut frame.content {
            Content::List(elements) => elements.push(done.node),
            Content::Map(pairs, key) => {
                let Some(key) = key.take() else {
                    return;
                };
                let is_needed = done.is_anchored || key.is_anchored || key.is_merge;
                let whole = match frame.layout {
                    _ if is_needed => key.span.start..key.span.start,
                    Layout::Block => whole::lines(text, key.span.start, written.end),
                    Layout::Flow => whole::with_comma(text, key.span.start, written.end),
                    Layout::Pair => key.span.start..key.span.start,
                };
                pairs.push(Pair {
                    name: key.name,
                    key: key.span,
                    whole,
                    value: done.node,
                });
            }
        }
    }
}

impl Frame<'_> {
    /// Stretches what is laid out by indentation over one more part of it.
    fn reach(&mut self, part: &Range<usize>) {
        let is_empty = match &self.content {
            Content::List(elements) => elements.is_empty(),
            Content::Map(pairs, key) => pairs.is_empty() && key.is_none(),
        };
        if is_empty && self.layout != Layout::Flow {
            self.span = part.clone();
        }
        self.span.end = self.span.end.max(part.end);
    }
}

/// Where a text in quotes ends, behind which the parser may have gone on to a comment.
fn behind_quotes(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes.first()?;
    let mut at = 1;
    loop {
        match *bytes.get(at)? {
            b'\\' if quote == b'"' => at += 2,
            byte if byte != quote => at += 1,
            _ if quote == b'\'' && bytes.get(at + 1) == Some(&quote) => at += 2,
            _ => return Some(at + 1),
        }
    }
}
