/// Appends one segment to a JSON Pointer, escaped as RFC 6901 has it.
///
/// ```
/// let mut path = String::from("/Instances");
/// kvspec::diagnostic::push_segment(&mut path, "a/b~c");
/// assert_eq!(path, "/Instances/a~1b~0c");
/// ```
pub fn push_segment(pointer: &mut String, segment: &str) {
    pointer.push('/');
    // Nearly every name stands as it is.
    if !is_escaped(segment) {
        pointer.push_str(segment);
        return;
    }
    for character in segment.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// Whether a segment has a character that is written in another way.
pub(super) fn is_escaped(segment: &str) -> bool {
    segment.bytes().any(|byte| matches!(byte, b'~' | b'/'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_escaped_is_seen(segment in "[a-z0.}\u{7f}é中]{0,9}[~/0.}]?[a-z0.}\u{7f}é中]{0,9}") {
            prop_assert_eq!(super::is_escaped(&segment), segment.contains(['~', '/']));
        }
    }
}
