//! What a profile that was read from a file brings along beside its tables: rules that look beyond
//! the request, rows of packs, and names of instance classes as data.

use super::{SettingSaid, SettingValues};
use crate::diagnostic::{Arg, Args, abbreviated};
use crate::text::nearest;

/// What stands beside the tables of one object.
#[derive(Debug)]
pub(crate) struct Own {
    /// How names of classes are made, if the profile says so.
    pub(crate) grammar: Option<&'static Grammar>,
}

/// How a provider makes names of instance classes.
#[derive(Debug)]
pub(crate) struct Grammar {
    /// The day of the source, as `yyyy-mm-dd`.
    pub(crate) as_of: &'static str,
    /// The families.
    pub(crate) families: &'static [Family],
}

/// Classes whose names are made in the same ways.
#[derive(Debug)]
pub(crate) struct Family {
    /// Its name.
    pub(crate) name: &'static str,
    /// How its names are written, as the file has them: `nb.std.{memory}g`.
    pub(crate) written: &'static [&'static str],
    /// The same, in pieces.
    pub(crate) forms: &'static [&'static [Piece]],
    /// What stands for each part of a name.
    pub(crate) parts: &'static [(&'static str, Part)],
    /// The engine versions that its classes run; empty where the document does not say.
    pub(crate) engine_versions: &'static [&'static str],
}

/// A piece of a name.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Piece {
    /// These letters.
    Text(&'static str),
    /// Whatever the part of this name may be.
    Part(&'static str, Part),
}

/// What stands for a part of a name.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part {
    /// One of these.
    Words(&'static [&'static str]),
    /// A whole number in this range, without zeros in front.
    Whole(u64, u64),
}

impl Part {
    /// What it may be, up to a bound; the rest of a range is left out.
    fn listed(self, most: usize) -> Vec<String> {
        match self {
            Self::Words(words) => words.iter().map(|word| (*word).to_owned()).collect(),
            Self::Whole(min, max) => (min..=max).take(most).map(|n| n.to_string()).collect(),
        }
    }
}

/// Names that are written out at most, to be compared with a misspelt one or to be drawn from.
const MOST_NAMES: usize = 2_000;

/// The parts of a name, each with what stands for it there.
type Parts<'n> = Vec<(&'static str, &'n str)>;

impl Grammar {
    /// The family of a name, and its parts.
    fn parse<'n>(&self, name: &'n str) -> Option<(&'static Family, Parts<'n>)> {
        self.families.iter().find_map(|family| {
            family.forms.iter().find_map(|form| {
                let mut parts = Parts::new();
                fits(form, name, &mut parts).then_some((family, parts))
            })
        })
    }

    /// Names that there are, as many as are worth writing out.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for form in self.families.iter().flat_map(|family| family.forms) {
            let mut begun = vec![String::new()];
            for piece in *form {
                let most = MOST_NAMES / begun.len().max(1) + 1;
                let ways = match piece {
                    Piece::Text(text) => vec![(*text).to_owned()],
                    Piece::Part(_, part) => part.listed(most),
                };
                begun = begun
                    .iter()
                    .flat_map(|start| ways.iter().map(move |way| format!("{start}{way}")))
                    .take(MOST_NAMES)
                    .collect();
            }
            names.extend(begun);
            names.truncate(MOST_NAMES);
        }
        names
    }
}

/// Whether a name is made of these pieces. Where a number could end sooner, the rest decides.
fn fits<'n>(pieces: &[Piece], name: &'n str, parts: &mut Parts<'n>) -> bool {
    let Some((piece, rest)) = pieces.split_first() else {
        return name.is_empty();
    };
    let mut follow = |part: Option<&'static str>, length: usize| {
        let (given, behind) = name.split_at(length);
        let known = parts.len();
        parts.extend(part.map(|part| (part, given)));
        let fits = fits(rest, behind, parts);
        if !fits {
            parts.truncate(known);
        }
        fits
    };
    match *piece {
        Piece::Text(text) => name.starts_with(text) && follow(None, text.len()),
        Piece::Part(part, Part::Words(words)) => words
            .iter()
            .any(|word| name.starts_with(word) && follow(Some(part), word.len())),
        Piece::Part(part, Part::Whole(min, max)) => {
            let digits = name.bytes().take_while(u8::is_ascii_digit).count();
            (1..=digits).rev().any(|length| {
                let digits = &name[..length];
                let is_plain = length == 1 || !digits.starts_with('0');
                let number = digits.parse::<u64>().ok().filter(|_| is_plain);
                number.is_some_and(|number| (min..=max).contains(&number))
                    && follow(Some(part), length)
            })
        }
    }
}

/// A test that is data of a file.
#[derive(Debug, Clone, Copy)]
pub struct OwnTest(pub(crate) &'static Ask);

/// Settings that are data of a file.
#[derive(Debug, Clone, Copy)]
pub struct OwnSettings(pub(crate) &'static [OwnSetting]);

/// What a rule of a file asks of several values.
#[derive(Debug)]
pub(crate) enum Ask {
    /// The numbers together exceed this one.
    SumAbove(u64),
    /// The class is of one of these families.
    OfFamily(&'static Grammar, &'static [&'static str]),
    /// The class is of no family.
    OfNone(&'static Grammar),
    /// The class runs other engine versions than the second value.
    RunsNot(&'static Grammar),
    /// A part of the class's name is another one than the second value.
    PartDiffers(&'static Grammar, &'static str),
}

impl Ask {
    /// The name under which rules are described.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::SumAbove(_) => "sum-above",
            Self::OfFamily(..) => "class-of-family",
            Self::OfNone(_) => "class-of-no-family",
            Self::RunsNot(_) => "class-runs-not",
            Self::PartDiffers(..) => "class-part-differs",
        }
    }

    pub(super) fn holds(&self, values: &[Option<&str>]) -> bool {
        let value = |at: usize| values.get(at).copied().flatten();
        let class = |grammar: &Grammar| value(0).and_then(|class| grammar.parse(class));
        match self {
            Self::SumAbove(most) => {
                let numbers = values.iter().flatten();
                let numbers = numbers.filter_map(|text| text.parse().ok());
                numbers.fold(0, u64::saturating_add) > *most
            }
            Self::OfFamily(grammar, families) => {
                class(grammar).is_some_and(|(family, _)| families.contains(&family.name))
            }
            Self::OfNone(grammar) => value(0).is_some() && class(grammar).is_none(),
            Self::RunsNot(grammar) => {
                class(grammar)
                    .zip(value(1))
                    .is_some_and(|((family, _), version)| {
                        !family.engine_versions.is_empty()
                            && !family.engine_versions.contains(&version)
                    })
            }
            Self::PartDiffers(grammar, part) => {
                let class = class(grammar);
                part_of(class.as_ref(), part)
                    .zip(value(1))
                    .is_some_and(|(part, value)| !is_same(part, value))
            }
        }
    }

    pub(super) fn say(&self, values: &[Option<&str>], args: &mut Args) {
        let value = |at: usize| values.get(at).copied().flatten();
        let mut say = |name: &'static str, arg: Arg| {
            if args.get(name).is_none() {
                args.with(name, arg);
            }
        };
        match self {
            Self::SumAbove(most) => say("max", Arg::Number(*most)),
            Self::OfFamily(..) => {}
            Self::OfNone(grammar) => {
                say("date", Arg::Text(grammar.as_of.into()));
                let names = grammar.names();
                let near = value(0).and_then(|class| nearest(class, names.iter().map(|n| &**n)));
                if let Some(near) = near.and_then(abbreviated) {
                    say("suggestion", Arg::Text(near));
                }
            }
            Self::RunsNot(grammar) => {
                if let Some((family, _)) = value(0).and_then(|class| grammar.parse(class)) {
                    say("allowed", Arg::AnyOf(family.engine_versions));
                }
            }
            Self::PartDiffers(grammar, part) => {
                let class = value(0).and_then(|class| grammar.parse(class));
                if let Some(part) = part_of(class.as_ref(), part).and_then(abbreviated) {
                    say("expected", Arg::Text(part));
                }
            }
        }
    }
}

fn part_of<'n>(class: Option<&(&Family, Parts<'n>)>, part: &str) -> Option<&'n str> {
    let (_, parts) = class?;
    let found = parts.iter().find(|(name, _)| *name == part);
    found.map(|(_, given)| *given)
}

/// Whether two texts are the same number, or else the same text.
fn is_same(left: &str, right: &str) -> bool {
    match (left.parse::<u64>(), right.parse::<u64>()) {
        (Ok(left), Ok(right)) => left == right,
        _ => left == right,
    }
}

/// A setting of the server, as a file has it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OwnSetting {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it takes; any text where nothing is said.
    pub(crate) takes: Option<Part>,
}

#[cfg(feature = "proptest")]
impl OwnSetting {
    /// Values that it takes, some of a range.
    pub(crate) fn values(&self) -> Vec<String> {
        match self.takes {
            None => vec!["1".to_owned()],
            Some(Part::Whole(min, max)) if min < max => vec![min.to_string(), max.to_string()],
            Some(part) => part.listed(MOST_NAMES),
        }
    }
}

/// The settings of a map, where they are data of a file.
#[cfg(feature = "proptest")]
pub(crate) const fn settings_of(parameter: &super::Parameter) -> Option<&'static [OwnSetting]> {
    match parameter.constraint {
        super::Constraint::Settings(super::SettingCatalogue {
            judge: super::SettingJudge::Data(OwnSettings(settings)),
            ..
        }) => Some(settings),
        _ => None,
    }
}

/// What a list of settings says of one and of its value.
pub(super) fn judge(settings: &'static [OwnSetting], name: &str, value: &str) -> SettingSaid {
    let Some(known) = settings.iter().find(|setting| setting.name == name) else {
        return SettingSaid::Unknown(nearest(name, settings.iter().map(|setting| setting.name)));
    };
    let takes = match known.takes {
        None => true,
        Some(Part::Words(words)) => words.contains(&value),
        Some(Part::Whole(min, max)) => value
            .parse::<u64>()
            .is_ok_and(|number| (min..=max).contains(&number)),
    };
    if takes {
        SettingSaid::Good
    } else {
        SettingSaid::Unlikely(match known.takes {
            Some(Part::Words(words)) => Some(SettingValues::OneOf(words)),
            Some(Part::Whole(min, max)) => i64::try_from(min)
                .ok()
                .zip(i64::try_from(max).ok())
                .map(|(min, max)| SettingValues::Range(min, max)),
            None => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static GRAMMAR: Grammar = Grammar {
        as_of: "2026-11-01",
        families: &[Family {
            name: "cluster",
            written: &["nb.{tier}.{memory}g.{shards}s"],
            forms: &[&[
                Piece::Text("nb."),
                Piece::Part("tier", Part::Words(&["a", "ab"])),
                Piece::Text("."),
                Piece::Part("memory", Part::Whole(1, 64)),
                Piece::Text("g."),
                Piece::Part("shards", Part::Words(&["2", "4"])),
                Piece::Text("s"),
            ]],
            parts: &[],
            engine_versions: &["7.0"],
        }],
    };

    #[test]
    fn a_name_is_taken_apart() {
        let (family, parts) = GRAMMAR.parse("nb.ab.16g.4s").expect("a class");
        assert_eq!(family.name, "cluster");
        assert_eq!(parts, [("tier", "ab"), ("memory", "16"), ("shards", "4")]);
        for wrong in [
            "nb.ab.65g.4s",
            "nb.ab.016g.4s",
            "nb.ab.16g.3s",
            "nb.ab.16g.4sx",
            "nb.ab.g.4s",
        ] {
            assert!(GRAMMAR.parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn names_are_those_that_fit() {
        let names = GRAMMAR.names();
        assert_eq!(names.len(), 2 * 64 * 2);
        assert!(names.iter().all(|name| GRAMMAR.parse(name).is_some()));
    }

    #[test]
    fn a_part_is_held_against_a_number() {
        let differs = Ask::PartDiffers(&GRAMMAR, "memory");
        assert!(differs.holds(&[Some("nb.a.16g.2s"), Some("32")]));
        assert!(!differs.holds(&[Some("nb.a.16g.2s"), Some("16")]));
        assert!(!differs.holds(&[Some("nb.a.16g.2s"), None]));
        assert!(!differs.holds(&[Some("nobody"), Some("16")]));
    }
}
