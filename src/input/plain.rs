//! How far a string of JSON text goes on before something in it matters.

/// Where from `at` on the first quote, backslash or control character stands; the length of the
/// text if there is none.
#[inline]
pub(super) fn end_of_plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let special = special(u64::from_le_bytes(*chunk));
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    end_of_rest(bytes, at)
}

/// Whether nothing in a text has to be written in another way in JSON.
pub(crate) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (words, rest) = bytes.as_chunks();
    let plain = |word: &[u8; 8]| special(u64::from_le_bytes(*word)) == 0;
    // What is left is looked at along with what comes before it.
    words.iter().all(plain)
        && match bytes.last_chunk() {
            Some(last) if !rest.is_empty() => plain(last),
            _ => end_of_rest(bytes, bytes.len() - rest.len()) == bytes.len(),
        }
}

/// The same where less than eight bytes are left.
fn end_of_rest(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    at + rest.iter().position(special).unwrap_or(rest.len())
}

/// How many bytes of a word come before the first that matters.
#[inline]
pub(super) const fn plain_bytes(word: u64) -> usize {
    special(word).trailing_zeros() as usize / 8
}

/// The lowest bit that is set is in the first byte of a word that matters.
#[inline]
const fn special(word: u64) -> u64 {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    // With its second bit turned, a quote comes right behind the control characters.
    let controls_or_quotes = (word ^ (EACH * 0x02)).wrapping_sub(EACH * 0x21);
    let backslashes = (word ^ (EACH * b'\\' as u64)).wrapping_sub(EACH);
    // Below zero is what is meant. What was borrowed from above the first says nothing.
    (controls_or_quotes | backslashes) & !word & EACH << 7
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn plain_texts_have_nothing_that_matters(text in "[a-z\\x7f\u{80}-\u{ffff}]{0,20}[\"\\\\\\x00-\\x1fb]{0,1}[a-z]{0,20}") {
            let matters = |byte: u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
            prop_assert_eq!(is_plain(&text), !text.bytes().any(matters));
        }

        #[test]
        fn plain_text_ends_where_something_matters(
            text in "[a-zA-Z~ \u{80}-\u{ffff}]{0,40}",
            special in "[\"\\\\\\x00-\\x1f]{0,1}",
            rest in "[a\"\\\\\\n]{0,20}",
            before in "[\"a\\\\]{0,20}",
        ) {
            let whole = format!("{before}{text}{special}{rest}");
            let matters = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
            let bytes = whole.as_bytes();
            for at in 0..=bytes.len() {
                let place = bytes[at..].iter().position(matters);
                let expected = place.map_or(bytes.len(), |place| at + place);
                prop_assert_eq!(end_of_plain(bytes, at), expected);
            }
        }
    }
}
