//! Texts of an exact number of user-perceived characters, by the rules of a row.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::Union;

use super::shrink;
use crate::profile::{CharacterClass, NameCharacters, NameRule, PasswordCharacters, PasswordRule};

/// Pieces of one user-perceived character each, that do not run together with a neighbour.
const CLUSTERS: &[&str] = &["e\u{301}", "각", "👍🏽", "👨\u{200d}👩\u{200d}👧", "🇨🇳", "ﷺ"];

/// White space that a reader may not see, along with the blank.
pub(super) const BLANKS: &[char] = &[' ', '\t', '\u{a0}', '\u{3000}', '\n'];

/// Characters that are neither letters, digits and ASCII marks, nor Chinese, and stand alone.
const FOREIGN: &[char] = &['é', 'Ж', '٣', '，', '😀', 'ﬀ'];

fn boxed<S: Strategy + 'static>(strategy: S) -> BoxedStrategy<S::Value> {
    strategy.boxed()
}

fn pieces<S: Strategy<Value = char> + 'static>(characters: S) -> BoxedStrategy<String> {
    boxed(characters.prop_map(String::from))
}

fn letter() -> BoxedStrategy<String> {
    pieces(prop_oneof![
        proptest::char::range('a', 'z'),
        proptest::char::range('A', 'Z')
    ])
}

/// Chinese characters of one and of two UTF-16 units.
fn han() -> BoxedStrategy<String> {
    pieces(prop_oneof![
        proptest::char::range('\u{4e00}', '\u{9fff}'),
        proptest::char::range('\u{20000}', '\u{2a6df}')
    ])
}

/// Printable ASCII that passes the test.
pub(super) fn ascii(allowed: impl Fn(char) -> bool) -> Vec<char> {
    ('!'..='~').filter(|c| allowed(*c)).collect()
}

/// One of these, or nothing to choose from.
fn among(characters: Vec<char>) -> Option<BoxedStrategy<String>> {
    (!characters.is_empty()).then(|| pieces(select(characters)))
}

/// The ASCII marks that a name may hold.
pub(super) fn name_marks(rule: NameRule) -> Vec<char> {
    ascii(|c| {
        !c.is_ascii_alphanumeric()
            && match rule.characters {
                NameCharacters::Except(refused) => !refused.contains(c),
                NameCharacters::WordsAndHan => c == '_',
            }
    })
}

fn name_piece(rule: NameRule) -> BoxedStrategy<String> {
    let mut pieces = vec![
        (4, letter()),
        (2, self::pieces(proptest::char::range('0', '9'))),
        (3, han()),
    ];
    pieces.extend(among(name_marks(rule)).map(|marks| (3, marks)));
    if matches!(rule.characters, NameCharacters::Except(_)) {
        pieces.push((1, boxed(select(CLUSTERS).prop_map(str::to_owned))));
    }
    boxed(Union::new_weighted(pieces))
}

fn concat((first, rest): (String, Vec<String>)) -> String {
    first + &rest.concat()
}

/// Names of so many characters that are right in all else. `length` counts at least one.
pub(super) fn name(rule: NameRule, length: usize) -> BoxedStrategy<String> {
    let first = if rule.starts_with_letter {
        prop_oneof![letter(), han()].boxed()
    } else {
        name_piece(rule)
    };
    // A text of one kind of piece shows where the counts of characters disagree.
    let rest = prop_oneof![
        4 => shrink::pieces(name_piece(rule), "a", length.saturating_sub(1)),
        1 => shrink::pieces(pieces(proptest::char::range('\u{20000}', '\u{2a6df}')), "a", length.saturating_sub(1)),
    ];
    boxed((first, rest).prop_map(concat))
}

/// Names that are right but for their first character.
pub(super) fn name_with_wrong_start(rule: NameRule) -> BoxedStrategy<String> {
    let mut firsts = vec![pieces(proptest::char::range('0', '9'))];
    firsts.extend(among(name_marks(rule)));
    firsts.push(pieces(select(FOREIGN)));
    let rest = vec(name_piece(rule), least(rule.min) - 1..=least(rule.min) + 6);
    boxed((Union::new(firsts), rest).prop_map(concat))
}

/// Names that are right but for one character that they may not hold.
pub(super) fn name_with_forbidden(rule: NameRule) -> BoxedStrategy<String> {
    let mut forbidden = vec![pieces(select(BLANKS))];
    match rule.characters {
        NameCharacters::Except(refused) => {
            forbidden.extend(among(refused.chars().collect()));
        }
        NameCharacters::WordsAndHan => {
            forbidden.extend(among(ascii(|c| !c.is_ascii_alphanumeric() && c != '_')));
            forbidden.push(pieces(select(FOREIGN)));
        }
    }
    let first = name(rule, 1);
    let tail = vec(name_piece(rule), 0..=least(rule.max) - 2);
    boxed(
        (first, Union::new(forbidden), tail)
            .prop_map(|(first, forbidden, tail)| first + &forbidden + &tail.concat()),
    )
}

/// A documented number of characters. None is zero.
pub(super) fn least(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX).max(1)
}

/// The characters of a class.
pub(super) fn class(class: CharacterClass, rule: PasswordRule) -> Vec<char> {
    ascii(|c| match class {
        CharacterClass::Uppercase => c.is_ascii_uppercase(),
        CharacterClass::Lowercase => c.is_ascii_lowercase(),
        CharacterClass::Digit => c.is_ascii_digit(),
        CharacterClass::Special => match rule.characters {
            PasswordCharacters::Special(special) => special.contains(c),
            PasswordCharacters::Refused(_) => false,
        },
    })
}

/// Passwords with a character of each of these classes, and no other.
fn password_of(
    rule: PasswordRule,
    classes: &[CharacterClass],
    length: usize,
) -> BoxedStrategy<String> {
    let alphabets: Vec<Vec<char>> = classes.iter().map(|each| class(*each, rule)).collect();
    let any: Vec<char> = alphabets.concat();
    let one_of_each: Vec<_> = alphabets.into_iter().map(select).collect();
    let rest = vec(select(any), length.saturating_sub(one_of_each.len()));
    boxed(
        (one_of_each, rest)
            .prop_map(|(each, rest)| [each, rest].concat())
            .prop_shuffle()
            .prop_map(move |characters| characters.into_iter().take(length).collect()),
    )
}

/// The classes of which a rule wants some; letters and digits where it wants none.
fn classes(rule: PasswordRule) -> &'static [CharacterClass] {
    const PLAIN: &[CharacterClass] = &[
        CharacterClass::Lowercase,
        CharacterClass::Uppercase,
        CharacterClass::Digit,
    ];
    if rule.classes.is_empty() {
        PLAIN
    } else {
        rule.classes
    }
}

/// Passwords of so many characters that are right in all else, as far as the length has room
/// for the classes that are wanted.
pub(super) fn password(rule: PasswordRule, length: usize) -> BoxedStrategy<String> {
    let all = classes(rule);
    let need = (rule.at_least as usize).max(1).min(all.len());
    let most = all.len().min(length).max(need);
    boxed(
        subsequence(all, need..=most)
            .prop_flat_map(move |chosen| password_of(rule, &chosen, length)),
    )
}

/// Passwords that hold too few classes of characters.
pub(super) fn password_of_few_classes(rule: PasswordRule) -> Option<BoxedStrategy<String>> {
    let most = (rule.at_least as usize).checked_sub(1)?;
    if most == 0 {
        return None;
    }
    let length = least(rule.min)..=least(rule.max);
    let chosen = (subsequence(rule.classes, 1..=most), length);
    Some(boxed(chosen.prop_flat_map(move |(chosen, length)| {
        password_of(rule, &chosen, length)
    })))
}

/// Passwords that are right but for one character that they may not hold.
pub(super) fn password_with_forbidden(rule: PasswordRule) -> BoxedStrategy<String> {
    let forbidden = match rule.characters {
        PasswordCharacters::Refused(refused) => refused.chars().collect(),
        PasswordCharacters::Special(special) => {
            let mut out = ascii(|c| !c.is_ascii_alphanumeric() && !special.contains(c));
            out.extend(BLANKS);
            out.extend(FOREIGN);
            out
        }
    };
    let right =
        (least(rule.min)..=least(rule.max) - 1).prop_flat_map(move |length| password(rule, length));
    boxed(
        (right, select(forbidden), any::<proptest::sample::Index>()).prop_map(
            |(right, forbidden, at)| {
                let mut characters: Vec<char> = right.chars().collect();
                characters.insert(at.index(characters.len() + 1), forbidden);
                characters.into_iter().collect()
            },
        ),
    )
}

/// Characters of which a password's document does not speak: they are accepted, with a warning.
pub(super) fn password_with_undocumented(rule: PasswordRule) -> Option<BoxedStrategy<String>> {
    let PasswordCharacters::Refused(refused) = rule.characters else {
        return None;
    };
    let unsaid = ascii(|c| !c.is_ascii_alphanumeric() && !refused.contains(c));
    let right = password(rule, least(rule.max) - 1);
    Some(boxed((right, select(unsaid)).prop_map(
        |(mut right, unsaid)| {
            right.push(unsaid);
            right
        },
    )))
}

/// Tokens of so many characters.
pub(super) fn token(length: usize) -> BoxedStrategy<String> {
    boxed(
        vec(proptest::char::range('!', '~'), length)
            .prop_map(|characters| characters.into_iter().collect()),
    )
}

/// Tokens with a character that is not ASCII.
pub(super) fn token_not_ascii(max: u32) -> BoxedStrategy<String> {
    let right = (1..=least(max) - 1).prop_flat_map(token);
    let at = any::<proptest::sample::Index>();
    boxed(
        (right, select(FOREIGN), at).prop_map(|(mut right, foreign, at)| {
            // Every character before it is of one byte.
            right.insert(at.index(right.len() + 1), foreign);
            right
        }),
    )
}

/// Free text of so many characters, none of them white space at an end.
pub(super) fn free_text(length: usize) -> BoxedStrategy<String> {
    let piece = prop_oneof![
        4 => pieces(proptest::char::range('!', '~')),
        2 => han(),
        1 => pieces(Just(' ')),
        1 => select(CLUSTERS).prop_map(str::to_owned),
    ];
    let edge = prop_oneof![letter(), han()];
    boxed(
        (
            edge.clone(),
            shrink::pieces(piece.boxed(), "a", length.saturating_sub(2)),
            edge,
        )
            .prop_map(move |(first, middle, last)| {
                let last = if length > 1 { last } else { String::new() };
                first + &middle.concat() + &last
            }),
    )
}

fn text_of(
    characters: impl Strategy<Value = char> + 'static,
    most: usize,
) -> BoxedStrategy<String> {
    boxed(vec(characters, 1..=most).prop_map(|characters| characters.into_iter().collect()))
}

/// A word without white space.
pub(super) fn word() -> BoxedStrategy<String> {
    prop_oneof![
        3 => text_of(proptest::char::range('a', 'z'), 8),
        2 => text_of(proptest::char::range('!', '~'), 12),
        1 => text_of(proptest::char::range('\u{4e00}', '\u{9fff}'), 6),
    ]
    .boxed()
}

/// Two words with a point between them, as instance classes are written.
pub(super) fn dotted() -> BoxedStrategy<String> {
    let part = || text_of(proptest::char::range('a', 'z'), 8);
    boxed((part(), part()).prop_map(|(first, second)| format!("{first}.{second}")))
}
