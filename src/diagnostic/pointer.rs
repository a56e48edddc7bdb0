/// Appends one segment to a JSON Pointer, escaped as RFC 6901 has it.
///
/// ```
/// let mut path = String::from("/Instances");
/// kvspec::diagnostic::push_segment(&mut path, "a/b~c");
/// assert_eq!(path, "/Instances/a~1b~0c");
/// ```
pub fn push_segment(pointer: &mut String, segment: &str) {
    write_segment(segment, |piece| pointer.push_str(piece));
}

/// Whether a segment has a character that is written in another way.
pub(super) fn is_escaped(segment: &str) -> bool {
    let is_special = |byte: u8| byte == b'~' || byte == b'/';
    segment
        .bytes()
        .fold(false, |any, byte| any | is_special(byte))
}

/// The pieces of a segment with the slash before it.
pub(super) fn write_segment(segment: &str, mut push: impl FnMut(&str)) {
    push("/");
    let mut rest = segment;
    // Nearly every name stands as it is.
    while is_escaped(rest) {
        let at = rest.find(['~', '/']).unwrap_or_default();
        push(&rest[..at]);
        push(if rest.as_bytes()[at] == b'~' {
            "~0"
        } else {
            "~1"
        });
        rest = &rest[at + 1..];
    }
    push(rest);
}
