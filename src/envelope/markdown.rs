//! Code in Markdown: each fenced block is read as what its info word says, and what is found
//! there is mapped to the places of the whole file.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::elision::take_dots;
use super::ignore::{Directive, directive};
use super::{Found, Ignore, Remark, Spec, SpecFormat, command_line};
use crate::input::item::{Item, What};

/// The info words of blocks that are read, each with the one of several that is handed on.
const INFO_WORDS: [(&str, &str); 19] = [
    ("hcl", "hcl"),
    ("terraform", "hcl"),
    ("tf", "hcl"),
    ("tofu", "hcl"),
    ("opentofu", "hcl"),
    ("bash", "bash"),
    ("shell", "bash"),
    ("sh", "bash"),
    ("zsh", "bash"),
    ("console", "console"),
    ("shell-session", "console"),
    ("shellsession", "console"),
    ("bash-session", "console"),
    ("sh-session", "console"),
    ("yaml", "yaml"),
    ("yml", "yaml"),
    ("json", "json"),
    ("jsonl", "json"),
    ("ndjson", "json"),
];

/// Reads the fenced blocks of a Markdown file with `inner`, which gets the kind of the block (`hcl`,
/// `yaml`, `json`, `bash`, `console`) and its text.
pub(crate) fn read(text: &str, inner: &dyn Fn(&str, &str) -> Found) -> Found {
    let mut found = Found::default();
    // Directives that wait for the block behind them.
    let mut waiting: Vec<(Range<usize>, Directive)> = Vec::new();
    let mut block: Option<Block<'_>> = None;
    // Behind a byte order mark, a fence would not begin its line.
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let parser = Parser::new_ext(&text[start..], Options::ENABLE_TABLES);
    for (event, place) in parser.into_offset_iter() {
        let place = start + place.start..start + place.end;
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                for (span, said) in waiting.drain(..) {
                    let ignore = said.covering(span, Some(place.clone()));
                    found.ignores.push(ignore);
                }
                block = info_word(&kind).map(|word| Block::new(word, text));
            }
            Event::Text(piece) if block.is_some() => {
                if let Some(block) = &mut block {
                    block.push(&piece, place);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some(block) = block.take() {
                    block.read(inner, &mut found);
                }
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                waiting.extend(html_comment(text, place));
            }
            // A comment in a paragraph of its own, or in a list, still stands before the block.
            Event::Start(Tag::HtmlBlock | Tag::Paragraph | Tag::Item | Tag::List(_))
            | Event::End(TagEnd::HtmlBlock | TagEnd::Paragraph)
            | Event::SoftBreak => {}
            _ => found.ignores.extend(idle(&mut waiting)),
        }
    }
    found.ignores.extend(idle(&mut waiting));
    found.specs.sort_by_key(|spec| spec.head.start);
    found.ignores.sort_by_key(|ignore| ignore.span.start);
    command_line::name_commands(text, &mut found);
    found
}

/// The info word of a block that is read: up to a blank, a comma or an attribute.
fn info_word(kind: &CodeBlockKind<'_>) -> Option<&'static str> {
    let CodeBlockKind::Fenced(info) = kind else {
        return None;
    };
    let info = info.trim_start_matches(['{', '.', ' ']);
    let word = info
        .split([' ', '\t', ',', '{', '}', ':'])
        .next()
        .unwrap_or("");
    INFO_WORDS
        .into_iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(word))
        .map(|(_, kind)| kind)
}

/// Directives behind which no block stands: they cover nothing.
fn idle(waiting: &mut Vec<(Range<usize>, Directive)>) -> impl Iterator<Item = Ignore> {
    waiting
        .drain(..)
        .map(|(span, said)| said.covering(span, None))
}

/// The directive in an HTML comment, and where the comment stands.
fn html_comment(text: &str, place: Range<usize>) -> Option<(Range<usize>, Directive)> {
    let content = text.get(place.clone())?;
    let start = content.find("<!--")?;
    let end = start + content[start..].find("-->")? + "-->".len();
    let said = directive(&content[start..end], place.start + start)?;
    Some((place.start + start..place.start + end, said))
}

/// A fenced block while its lines are collected.
struct Block<'t> {
    info_word: &'static str,
    /// The whole file.
    file: &'t str,
    text: String,
    /// Where a stretch begins in the block's text, where it stands in the file, and whether each
    /// byte has its own place.
    stretches: Vec<(usize, Range<usize>, bool)>,
}

impl<'t> Block<'t> {
    const fn new(info_word: &'static str, file: &'t str) -> Self {
        Self {
            info_word,
            file,
            text: String::new(),
            stretches: Vec::new(),
        }
    }

    fn push(&mut self, piece: &str, place: Range<usize>) {
        let is_verbatim = self.file.get(place.clone()) == Some(piece);
        self.stretches.push((self.text.len(), place, is_verbatim));
        self.text.push_str(piece);
    }

    fn read(mut self, inner: &dyn Fn(&str, &str) -> Found, found: &mut Found) {
        if let Some((_, place, _)) = self.stretches.first() {
            found.blocks.push((place.start, self.format()));
        }
        if self.info_word == "console" {
            self.text = without_prompts(&self.text);
        }
        let left_out = match self.info_word {
            "hcl" | "yaml" => without_elisions(&mut self.text),
            _ => Vec::new(),
        };
        let mut here = inner(self.info_word, &self.text);
        for at in left_out {
            // What stands behind an order's last argument is outside of it where indentation tells.
            let begins_before = |spec: &&mut Spec| spec.whole.start <= at;
            if let Some(spec) = here.specs.iter_mut().rev().find(begins_before) {
                open(&mut spec.arguments, at);
            }
        }
        for mut spec in here.specs {
            spec.format = SpecFormat::Markdown;
            take_dots(&mut spec.arguments);
            self.map(&mut spec.head);
            self.map(&mut spec.whole);
            self.map_item(&mut spec.arguments);
            for remark in &mut spec.remarks {
                self.map_remark(remark);
            }
            found.specs.push(spec);
        }
        for mut remark in here.remarks {
            self.map_remark(&mut remark);
            found.remarks.push(remark);
        }
        for mut ignore in here.ignores {
            self.map(&mut ignore.span);
            self.map(&mut ignore.covers);
            for (_, place) in &mut ignore.codes {
                self.map(place);
            }
            found.ignores.push(ignore);
        }
        for mut secret in here.secrets {
            self.map(&mut secret);
            found.secrets.push(secret);
        }
    }

    /// What it is read as.
    fn format(&self) -> SpecFormat {
        match self.info_word {
            "hcl" => SpecFormat::Terraform,
            "yaml" => SpecFormat::Ros,
            "json" => SpecFormat::Json,
            _ => SpecFormat::Shell,
        }
    }

    /// Where a byte of the block stands in the file.
    fn place(&self, at: usize) -> Range<usize> {
        let behind = self.stretches.partition_point(|(start, ..)| *start <= at);
        match behind
            .checked_sub(1)
            .and_then(|index| self.stretches.get(index))
        {
            Some((start, place, true)) => {
                let begin = (place.start + (at - start)).min(place.end);
                begin..(begin + 1).min(place.end)
            }
            Some((_, place, false)) => place.clone(),
            None => 0..0,
        }
    }

    fn map(&self, span: &mut Range<usize>) {
        let start = self.place(span.start).start;
        let end = if span.start >= span.end {
            start
        } else {
            self.place(span.end - 1).end
        };
        *span = start..end.max(start);
    }

    /// As `map`, of what is cut: whole lines go with what the list or quote around the block puts
    /// before each.
    fn map_whole(&self, span: &mut Range<usize>) {
        let begins_line = |at: usize| at == 0 || self.text[..at].ends_with('\n');
        let is_of_lines = span.start < span.end && begins_line(span.start) && begins_line(span.end);
        self.map(span);
        if is_of_lines {
            let before = &self.file[..span.start];
            span.start = before.rfind('\n').map_or(0, |at| at + 1);
        }
    }

    fn map_remark(&self, remark: &mut Remark) {
        self.map(&mut remark.span);
        for (place, _) in remark.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            self.map(place);
        }
    }

    fn map_item(&self, item: &mut Item) {
        let via = item.via.as_deref_mut();
        let is_elsewhere = via.as_ref().is_some_and(|via| via.file.is_some());
        if let Some(via) = via {
            self.map(&mut via.used_at);
        }
        if !is_elsewhere {
            self.map(&mut item.span);
        }
        match &mut item.what {
            What::List { elements, .. } => {
                for element in elements {
                    self.map_item(element);
                }
            }
            What::Map { members, .. } => {
                for member in members {
                    self.map(&mut member.key);
                    self.map_whole(&mut member.whole);
                    self.map_item(&mut member.value);
                }
            }
            What::Choice { arms, .. } => {
                for arm in arms.iter_mut() {
                    self.map_item(arm);
                }
            }
            _ => {}
        }
    }
}

/// So many places of a block are looked at where something is left out.
const MOST_ELISIONS: usize = 1_000;

/// Puts blanks for the dots that stand for what a block's author leaves out, as `...` in a line of
/// its own, `# ... more`, `{ ... }`, and says where they were. Nothing moves.
fn without_elisions(text: &mut String) -> Vec<usize> {
    const DOTS: [char; 2] = ['.', '…'];
    let mut left_out: Vec<Range<usize>> = Vec::new();
    let mut begin = 0;
    for line in text.split_inclusive('\n') {
        let mut at = 0;
        while let Some(start) = line[at..].find(DOTS).map(|found| at + found) {
            let dots = &line[start..];
            at = line.len() - dots.trim_start_matches(DOTS).len();
            let dots = &line[start..at];
            if (dots.len() < 3 && !dots.contains('…')) || left_out.len() == MOST_ELISIONS {
                continue;
            }
            let (before, behind) = (line[..start].trim(), line[at..].trim());
            let signs = ['#', '/', '*', '(', '[', ' '];
            let is_comment =
                before.starts_with(['#', '/']) && before.trim_matches(signs).is_empty();
            // In YAML three dots at the beginning of a line end a document.
            let is_alone = start > 0 && before.is_empty() && behind.is_empty();
            let is_within = before.ends_with(['{', '[', ',']) && behind.starts_with(['}', ']']);
            if is_comment || is_alone || is_within {
                left_out.push(begin + start..begin + at);
            }
        }
        begin += line.len();
    }
    for dots in &left_out {
        text.replace_range(dots.clone(), &" ".repeat(dots.len()));
    }
    left_out.into_iter().map(|dots| dots.start).collect()
}

/// Notes that something is left out at that place: in the innermost list or map around it.
fn open(item: &mut Item, at: usize) {
    let around = |item: &Item| {
        item.span.contains(&at) && matches!(item.what, What::List { .. } | What::Map { .. })
    };
    let inner = match &mut item.what {
        What::List { elements, .. } => elements.iter_mut().find(|item| around(item)),
        What::Map { members, .. } => {
            let mut values = members.iter_mut().map(|member| &mut member.value);
            values.find(|item| around(item))
        }
        _ => None,
    };
    match inner {
        Some(inner) => open(inner, at),
        None => item.open(),
    }
}

/// A console's lines with blanks for the prompts, and, if it has any, for what the commands
/// print. Nothing moves.
fn without_prompts(text: &str) -> String {
    let prompt_of = |line: &str| {
        let indent = line.len() - line.trim_start_matches(' ').len();
        ["$ ", "> ", "% "]
            .iter()
            .find(|prompt| line[indent..].starts_with(**prompt))
            .map(|prompt| indent + prompt.len())
    };
    let begins = |line: &str| prompt_of(line).is_some() && !line.trim_start().starts_with('>');
    let has_prompts = text.lines().any(begins);
    let mut read = String::with_capacity(text.len());
    let mut goes_on = false;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let hidden = match prompt_of(content) {
            Some(length) if goes_on || begins(content) => length,
            _ if goes_on || !has_prompts => 0,
            _ => content.len(),
        };
        read.extend(std::iter::repeat_n(' ', hidden));
        read.push_str(&line[hidden..]);
        goes_on = hidden < content.len() && content.trim_end().ends_with('\\');
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(word: &str, text: &str) -> Found {
        if matches!(word, "bash" | "console") {
            command_line::read(text)
        } else {
            Found::default()
        }
    }

    #[test]
    fn places_are_those_of_the_file() {
        let text = "# Order\n\n> 1. first\n>\n>    ```bash title=\"x\"\n>    aliyun r-kvstore CreateInstance \\\n>      --RegionId cn-hangzhou \\\n>      --InstanceClass 'redis.a'\n>    ```\n\n```go\naliyun r-kvstore CreateInstance\n```\n";
        let found = read(text, &shell);
        assert_eq!(found.specs.len(), 1);
        let spec = &found.specs[0];
        assert_eq!(spec.name, "line 6");
        assert_eq!(spec.format, SpecFormat::Markdown);
        assert_eq!(&text[spec.head.clone()], "aliyun r-kvstore CreateInstance");
        let What::Map { members, .. } = &spec.arguments.what else {
            panic!("{spec:?}")
        };
        let shown: Vec<_> = members
            .iter()
            .map(|m| (&text[m.key.clone()], &text[m.value.span.clone()]))
            .collect();
        assert_eq!(
            shown,
            [("RegionId", "cn-hangzhou"), ("InstanceClass", "'redis.a'")]
        );
    }

    #[test]
    fn dots_stand_for_what_is_left_out() {
        for (text, blank) in [
            ("a {\n  ...\n}\n", "a {\n     \n}\n"),
            ("a {\n  # ... more\n}", "a {\n  #     more\n}"),
            ("a { … }", "a {     }"),
            ("a = [1, ...]", "a = [1,    ]"),
        ] {
            let mut read = text.to_owned();
            assert_eq!(without_elisions(&mut read).len(), 1, "{text}");
            assert_eq!(read, blank);
        }
        for text in ["...\n", "a = f(b...)", "# and so on ...", "a = \"...\""] {
            let mut read = text.to_owned();
            assert!(without_elisions(&mut read).is_empty(), "{text}");
            assert_eq!(read, text);
        }
    }

    #[test]
    fn comments_cover_the_block_behind_them() {
        let text = "<!-- kvspec: ignore[unknown-class] -->\n```sh\naliyun r-kvstore CreateInstance\n```\n\n<!-- kvspec: ignore -->\n\ntext\n\n```sh\naliyun r-kvstore CreateInstance # kvspec: ignore\n```\n";
        let found = read(text, &shell);
        assert_eq!(found.ignores.len(), 3);
        assert!(text[found.ignores[0].covers.clone()].starts_with("```sh\naliyun"));
        let (code, place) = &found.ignores[0].codes[0];
        assert_eq!(
            (code.as_str(), &text[place.clone()]),
            ("unknown-class", "unknown-class")
        );
        assert!(found.ignores[1].covers.is_empty());
        assert_eq!(
            &text[found.ignores[2].covers.clone()],
            "aliyun r-kvstore CreateInstance"
        );
    }

    #[test]
    fn prompts_and_output_of_consoles_are_no_words() {
        let text = "```console\n$ aliyun r-kvstore CreateInstance \\\n> --ZoneId a\n{\"it's\": 1}\n$ jdc redis create-cache-instance\n```\r\n";
        let found = read(text, &shell);
        let names: Vec<_> = found.specs.iter().map(|spec| spec.name.as_str()).collect();
        assert_eq!(names, ["line 2", "line 5"]);
        let What::Map { members, .. } = &found.specs[0].arguments.what else {
            panic!("{found:?}")
        };
        assert_eq!(members.len(), 1);
        assert_eq!(&text[members[0].value.span.clone()], "a");
    }

    #[test]
    fn a_byte_order_mark_hides_no_fence() {
        let text = "\u{feff}```shell-session\n$ aliyun r-kvstore CreateInstance\n```\n";
        let found = read(text, &shell);
        assert_eq!(
            &text[found.specs[0].head.clone()],
            "aliyun r-kvstore CreateInstance"
        );
    }

    #[test]
    fn line_breaks_of_windows_and_tabs_keep_places() {
        let text =
            "- a\r\n\r\n\t```sh\r\n\taliyun r-kvstore CreateInstance --ZoneId a\r\n\t```\r\n";
        let found = read(text, &shell);
        assert_eq!(found.specs.len(), 1);
        assert_eq!(
            &text[found.specs[0].head.clone()],
            "aliyun r-kvstore CreateInstance"
        );
    }
}
