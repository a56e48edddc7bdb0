//! How a build without the feature `messages` names its texts: by a number that is computed of them
//! while they are compiled. Whoever shows them finds them by that number in a table of its own.

/// The number of a text; nothing where the text itself is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TextNumber {
    #[cfg(not(feature = "messages"))]
    number: u32,
}

impl TextNumber {
    #[cfg(feature = "messages")]
    pub(super) const fn of(_: &[&str]) -> Self {
        Self {}
    }

    #[cfg(not(feature = "messages"))]
    pub(super) const fn of(parts: &[&str]) -> Self {
        Self {
            number: number(parts),
        }
    }

    /// The number, given the text where it is there.
    #[cfg(feature = "messages")]
    #[allow(clippy::unused_self, reason = "as in a build without texts")]
    pub(super) const fn number(self, parts: &[&str]) -> u32 {
        number(parts)
    }

    #[cfg(not(feature = "messages"))]
    pub(super) const fn number(self, _: &[&str]) -> u32 {
        self.number
    }
}

/// FNV-1a over the parts, each with its end, folded to 24 bits. That no two texts share a number
/// is looked after where the table is written.
const fn number(parts: &[&str]) -> u32 {
    let mut sum = 0x811c_9dc5_u32;
    let mut part = 0;
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            sum = (sum ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
            at += 1;
        }
        sum = (sum ^ 0xff).wrapping_mul(0x0100_0193);
        part += 1;
    }
    (sum >> 24) ^ (sum & 0x00ff_ffff)
}
