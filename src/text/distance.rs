//! The nearest documented word to a misspelt one.

/// Words longer than this are not compared: no documented name comes near it, and the work
/// would grow with the square of the length.
const LONGEST: usize = 64;

/// The candidate at the smallest edit distance, where that is close enough to be a sensible
/// guess: a third of the letters at most. Case counts for little.
#[must_use]
pub fn nearest<'c>(
    written: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    nearest_within(written, candidates, LONGEST, |letters| (letters / 3).max(1))
}

/// The same for words of at most `longest` bytes, and with a limit of its own: how many letters
/// may differ, given the number of letters of the longer word.
pub(crate) fn nearest_within<'c>(
    written: &str,
    candidates: impl IntoIterator<Item = &'c str>,
    longest: usize,
    limit: impl Fn(usize) -> usize,
) -> Option<&'c str> {
    if written.len() > longest || written.is_empty() {
        return None;
    }
    let written = Word::new(written);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let (ours, theirs) = (written.letters.len(), candidate.chars().count());
        let limit = limit(ours.max(theirs));
        // Only what is nearer than the best so far counts.
        let limit = best.map_or(limit, |(known, _)| limit.min(known - 1));
        // Nearly every pair of words is told apart by its length, or by its letters without
        // their order.
        if ours.abs_diff(theirs) > limit {
            continue;
        }
        let other = Word::new(candidate);
        if written.least_distance(&other) > limit {
            continue;
        }
        let distance = distance(&written.letters, &other.letters);
        if distance <= limit {
            best = Some((distance, candidate));
        }
        if best.is_some_and(|(known, _)| known == 0) {
            break;
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// A word as it is compared: in lower case, with the number of its letters of each kind.
struct Word {
    letters: Vec<char>,
    kinds: [u8; 64],
}

impl Word {
    fn new(word: &str) -> Self {
        let letters: Vec<char> = word.chars().map(|c| c.to_ascii_lowercase()).collect();
        let mut kinds = [0_u8; 64];
        for letter in &letters {
            // Letters that share a kind make the estimate lower, never too high.
            let kind = &mut kinds[u32::from(*letter) as usize % 64];
            *kind = kind.saturating_add(1);
        }
        Self { letters, kinds }
    }

    /// A distance that the real one is never below: each edit takes away one letter at most,
    /// and adds one at most.
    fn least_distance(&self, other: &Self) -> usize {
        let (mut missing, mut extra) = (0, 0);
        for (left, right) in self.kinds.iter().zip(&other.kinds) {
            missing += usize::from(right.saturating_sub(*left));
            extra += usize::from(left.saturating_sub(*right));
        }
        missing.max(extra)
    }
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before = vec![0; right.len() + 1];
    let mut previous: Vec<usize> = (0..=right.len()).collect();
    let mut current = vec![0; right.len() + 1];
    for (i, l) in left.iter().enumerate() {
        current[0] = i + 1;
        for (j, r) in right.iter().enumerate() {
            let mut best = (previous[j] + usize::from(l != r))
                .min(previous[j + 1] + 1)
                .min(current[j] + 1);
            if i > 0 && j > 0 && *l == right[j - 1] && left[i - 1] == *r {
                best = best.min(before[j - 1] + 1);
            }
            current[j + 1] = best;
        }
        std::mem::swap(&mut before, &mut previous);
        std::mem::swap(&mut previous, &mut current);
    }
    previous[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_are_sensible() {
        let names = [
            "Period",
            "Password",
            "PrivateIpAddress",
            "RegionId",
            "ZoneId",
        ];
        assert_eq!(nearest("Peroid", names), Some("Period"));
        assert_eq!(nearest("Passwrod", names), Some("Password"));
        assert_eq!(nearest("RegionID", names), Some("RegionId"));
        assert_eq!(nearest("Colour", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest(&"x".repeat(100_000), names), None);
    }

    fn apart(left: &str, right: &str) -> usize {
        distance(&Word::new(left).letters, &Word::new(right).letters)
    }

    #[test]
    fn a_swap_counts_once() {
        assert_eq!(apart("ab", "ba"), 1);
        assert_eq!(apart("kitten", "sitting"), 3);
        assert_eq!(apart("", "abc"), 3);
        assert_eq!(apart("PERIOD", "period"), 0);
        // Optimal string alignment: no letter is edited twice.
        assert_eq!(apart("ca", "abc"), 3);
    }

    #[test]
    fn a_third_of_the_letters_may_differ() {
        assert_eq!(nearest("abcdxx", ["abcdef"]), Some("abcdef"));
        assert_eq!(nearest("abcxxx", ["abcdef"]), None);
        assert_eq!(nearest("x", ["y"]), Some("y"));
        assert_eq!(nearest("xx", ["yy"]), None);
        let longest = "a".repeat(LONGEST);
        assert_eq!(
            nearest(&longest, [longest.as_str()]),
            Some(longest.as_str())
        );
        assert_eq!(nearest(&"a".repeat(LONGEST + 1), [longest.as_str()]), None);
    }

    #[test]
    fn of_equals_the_first_is_taken() {
        assert_eq!(nearest("aaax", ["aaay", "aaaz"]), Some("aaay"));
        assert_eq!(nearest("aaax", ["aayy", "aaaz"]), Some("aaaz"));
        assert_eq!(nearest("aaaz", ["aaay", "AAAZ", "aaaz"]), Some("AAAZ"));
    }

    proptest::proptest! {
        /// What is skipped could not have been chosen.
        #[test]
        fn the_estimate_is_never_too_high(left in "[a-eA-E\u{4e00}-\u{4e80}]{0,12}", right in "[a-eA-E\u{4e00}-\u{4e80}]{0,12}") {
            let estimate = Word::new(&left).least_distance(&Word::new(&right));
            proptest::prop_assert!(estimate <= apart(&left, &right));
        }
    }
}
