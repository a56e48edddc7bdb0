//! Scripts that a script's commands hold for a shell to run: `ssh host "…"`, `bash -c '…'`, `eval`,
//! here-documents.

use std::ops::Range;

use crate::input::shell::{Script, Word, program};

/// A script in a script.
pub(super) struct Inner {
    /// Where it stands, without quotes.
    pub(super) span: Range<usize>,
    /// Whether it is a here-document, in which a change needs no other quotes than in a script.
    pub(super) is_document: bool,
}

/// The scripts that the commands of a script run.
pub(super) fn run_by(text: &str, script: &Script<'_>) -> Vec<Inner> {
    let documents = script.documents.iter().cloned();
    let documents = documents
        // What another shell is to expand is escaped there.
        .filter(|span| {
            !["\\$", "\\`"]
                .iter()
                .any(|sign| text[span.clone()].contains(sign))
        })
        .map(|span| Inner {
            span,
            is_document: true,
        });
    let words = script.commands.iter().filter(|command| !command.is_array);
    let words = words.flat_map(|command| quoted(&command.words));
    let words = words.filter_map(|word| unquoted(text, &word.span));
    let words = words.map(|span| Inner {
        span,
        is_document: false,
    });
    documents.chain(words).collect()
}

/// The words of a command that a shell runs.
fn quoted<'w, 't>(words: &'w [Word<'t>]) -> Vec<&'w Word<'t>> {
    let literal = |word: &Word<'_>| word.literal().unwrap_or_default().into_owned();
    let first = words.first().map(literal).unwrap_or_default();
    match program(&first) {
        "eval" => return words[1..].iter().collect(),
        "ssh" => return words[1..].last().into_iter().collect(),
        _ => {}
    }
    let takes_one = |word: &Word<'_>| word.is_shell() || program(&literal(word)) == "su";
    let Some(shell) = words.iter().position(takes_one) else {
        return Vec::new();
    };
    // `-c`, `-lc`, `-ec`.
    let is_flag = |word: &Word<'_>| {
        let flag = literal(word);
        flag.starts_with('-') && !flag.starts_with("--") && flag.ends_with('c')
    };
    let mut pairs = words[shell..].windows(2);
    let script = pairs.find(|pair| is_flag(&pair[0]));
    script.map(|pair| &pair[1]).into_iter().collect()
}

/// A quoted word without its quotes, if it is a script as it stands there.
fn unquoted(text: &str, span: &Range<usize>) -> Option<Range<usize>> {
    let raw = text.get(span.clone())?;
    let inner = match raw.as_bytes().first()? {
        b'\'' => raw.strip_prefix('\'')?.strip_suffix('\'')?,
        b'"' => raw.strip_prefix('"')?.strip_suffix('"')?,
        _ => return None,
    };
    let is_double = raw.starts_with('"');
    if inner.contains(&raw[..1]) {
        return None;
    }
    // Between double quotes this shell runs what is substituted, and takes escapes away.
    let is_other = |(at, _): (usize, &str)| !inner[at + 1..].starts_with(['\n', '\r']);
    if is_double
        && (inner.contains(['`'])
            || inner.contains("$(")
            || inner.match_indices('\\').any(is_other))
    {
        return None;
    }
    Some(span.start + 1..span.start + 1 + inner.len())
}
