//! Texts that stand for another text: what templates, people and documents write in the place of
//! a value.

/// What stands in the place of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Placeholder<'t> {
    /// The whole value is one; `told` is false for a CI's own reference, which is no mistake.
    Whole {
        /// Whether that is worth a finding.
        told: bool,
    },
    /// A mask, such as `r-bp1****`: how documents hide a value.
    Mask,
    /// There are placeholders in the text; these are its literal pieces, with `None` for each
    /// placeholder.
    Part {
        /// The pieces in order.
        pieces: Vec<Option<&'t str>>,
        /// Whether one of the placeholders is worth a finding.
        told: bool,
    },
}

/// Which texts count as placeholders, besides those that count everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// An identifier: a mask in it is one.
    Identifier,
    /// A name or other free text: a mask may be meant.
    Prose,
    /// A password: it may hold all these characters.
    Password,
}

/// What a byte can be in a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Nothing of note.
    None,
    /// One of a row that makes a mask.
    Hides,
    /// A sign that placeholders begin with.
    Opens,
}

static MARKS: [Mark; 256] = {
    let mut marks = [Mark::None; 256];
    let mut rest: &[u8] = b"*xX";
    while let [byte, others @ ..] = rest {
        marks[*byte as usize] = Mark::Hides;
        rest = others;
    }
    rest = b"${<%";
    while let [byte, others @ ..] = rest {
        marks[*byte as usize] = Mark::Opens;
        rest = others;
    }
    marks
};

const fn hides(byte: u8) -> bool {
    matches!(MARKS[byte as usize], Mark::Hides)
}

/// Whether a value could be one: a quick look that nearly every value fails.
#[inline(never)]
pub(crate) fn may_be(text: &str) -> bool {
    let mut run = 0;
    text.bytes().any(|byte| match MARKS[usize::from(byte)] {
        Mark::None => {
            run = 0;
            false
        }
        Mark::Hides => {
            run += 1;
            run >= MASK
        }
        Mark::Opens => true,
    })
}

/// What stands in the place of a value, if anything does.
pub(crate) fn find(text: &str, place: Place) -> Option<Placeholder<'_>> {
    if !may_be(text) {
        return None;
    }
    if is_mask(text, place) {
        return Some(Placeholder::Mask);
    }
    if is_named(text, place) {
        return Some(Placeholder::Whole { told: true });
    }
    let mut pieces = Vec::new();
    let (mut told, mut found) = (false, false);
    let mut literal = 0;
    let mut at = 0;
    let opens = |byte: u8| matches!(byte, b'$' | b'{');
    while let Some(start) = text
        .bytes()
        .skip(at)
        .position(opens)
        .map(|start| start + at)
    {
        match stretch(&text[start..]) {
            Some((length, is_told)) => {
                if start > literal {
                    pieces.push(Some(&text[literal..start]));
                }
                pieces.push(None);
                found = true;
                told |= is_told;
                at = start + length;
                literal = at;
            }
            None => at = start + 1,
        }
    }
    if !found {
        return None;
    }
    if literal < text.len() {
        pieces.push(Some(&text[literal..]));
    }
    Some(if pieces.len() == 1 {
        Placeholder::Whole { told }
    } else {
        Placeholder::Part { pieces, told }
    })
}

/// How long the placeholder is that a text begins with, and whether it is worth a finding.
fn stretch(text: &str) -> Option<(usize, bool)> {
    let bounded = |open: &str, close: &str| {
        let inside = text.strip_prefix(open)?;
        let end = inside.find(['{', '}'])?;
        let is_one = end > 0 && inside[end..].starts_with(close);
        is_one.then_some(open.len() + end + close.len())
    };
    if let Some(length) = bounded("${{", "}}") {
        return Some((length, false));
    }
    bounded("${", "}")
        .or_else(|| bounded("{{", "}}"))
        .map(|length| (length, true))
}

/// `<…>`, `$NAME` and `%NAME%`, which stand for a whole value only.
fn is_named(text: &str, place: Place) -> bool {
    let is_name = |name: &str| {
        let fits = |byte: u8| {
            byte == b'_'
                || byte.is_ascii_digit()
                || byte.is_ascii_uppercase()
                || (byte.is_ascii_lowercase() && place != Place::Password)
        };
        !name.is_empty() && name.bytes().all(fits)
    };
    let angled =
        |inside: &str| !inside.contains(['<', '>']) && inside.chars().any(char::is_alphabetic);
    text.strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'))
        .is_some_and(angled)
        || text.strip_prefix('$').is_some_and(is_name)
        || text
            .strip_prefix('%')
            .and_then(|rest| rest.strip_suffix('%'))
            .is_some_and(is_name)
}

/// How many of `*`, `x` and `X` in a row make a mask.
const MASK: usize = 4;

fn is_mask(text: &str, place: Place) -> bool {
    match place {
        Place::Prose => false,
        Place::Password => text.len() >= MASK && text.bytes().all(hides),
        Place::Identifier => {
            let mut run = 0;
            text.bytes().any(|byte| {
                run = if hides(byte) { run + 1 } else { 0 };
                run >= MASK
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_values() {
        for text in [
            "${X}",
            "{{ x }}",
            "<your-id>",
            "<区>",
            "$REGION",
            "$1a",
            "%REGION%",
        ] {
            let found = find(text, Place::Identifier);
            assert_eq!(found, Some(Placeholder::Whole { told: true }), "{text}");
        }
        let ci = find("${{ secrets.X }}", Place::Identifier);
        assert_eq!(ci, Some(Placeholder::Whole { told: false }));
        for text in [
            "${}", "{{}}", "<>", "<1>", "$", "%%", "$a-b", "<a><b>", "a<b>", "{x}",
        ] {
            assert_eq!(find(text, Place::Identifier), None, "{text}");
        }
    }

    #[test]
    fn passwords_hold_signs_of_their_own() {
        assert_eq!(find("$Secret1", Place::Password), None);
        assert_eq!(find("%Secret1%", Place::Password), None);
        assert_eq!(find("Passxxxx1", Place::Password), None);
        for text in ["$PASS_1", "%PASS%"] {
            let whole = Some(Placeholder::Whole { told: true });
            assert_eq!(find(text, Place::Password), whole, "{text}");
        }
        assert_eq!(find("xX**", Place::Password), Some(Placeholder::Mask));
    }

    #[test]
    fn parts_and_masks() {
        let found = find("vpc-${ID}-{{ y }}", Place::Identifier);
        let pieces = vec![Some("vpc-"), None, Some("-"), None];
        assert_eq!(found, Some(Placeholder::Part { pieces, told: true }));
        assert_eq!(
            find("r-bp1****", Place::Identifier),
            Some(Placeholder::Mask)
        );
        assert_eq!(find("cachexxxx", Place::Prose), None);
        assert_eq!(find("${X}xxxx", Place::Identifier), Some(Placeholder::Mask));
    }
}
