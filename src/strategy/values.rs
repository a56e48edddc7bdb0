//! Values of one parameter, read off its row: right ones, and ones that are wrong in one way.

use base64::Engine as _;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use serde_json::{Map, Value, json};

use super::alphabet;
use crate::diagnostic::Code;
use crate::profile::{ConfigKey, ConfigValue, Constraint, Kind, Parameter, TimeForm, Wire};

/// A value, or one for each value of the parameter that decides about it.
#[derive(Debug, Clone)]
pub(super) enum Draft {
    Value(Value),
    ByCase(Vec<(&'static str, Value)>),
}

pub(super) type Drafts = BoxedStrategy<Draft>;

fn values<S: Strategy + 'static>(strategy: S) -> Drafts
where
    Value: From<S::Value>,
{
    strategy
        .prop_map(|value| Draft::Value(Value::from(value)))
        .boxed()
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(list: Vec<T>) -> Drafts
where
    Value: From<T>,
{
    values(select(list))
}

/// Numbers as the row's type and the wire want them.
fn numbers<S: Strategy + 'static>(parameter: &'static Parameter, wire: Wire, numbers: S) -> Drafts
where
    S::Value: ToString,
    Value: From<S::Value>,
{
    let as_text = parameter.kind.is_text();
    let both = wire == Wire::QUERY && !as_text;
    let text = if both {
        any::<bool>().boxed()
    } else {
        Just(as_text).boxed()
    };
    (numbers, text)
        .prop_map(|(number, text)| {
            Draft::Value(if text {
                number.to_string().into()
            } else {
                Value::from(number)
            })
        })
        .boxed()
}

/// Numbers for each case of a parameter that decides.
fn by_case(parameter: &'static Parameter, cases: Vec<(&'static str, Vec<u32>)>) -> Drafts {
    let as_text = parameter.kind.is_text();
    cases
        .into_iter()
        .map(|(case, numbers)| (Just(case), select(numbers)))
        .collect::<Vec<_>>()
        .prop_map(move |cases| {
            let write = |number: u32| {
                if as_text {
                    number.to_string().into()
                } else {
                    Value::from(number)
                }
            };
            Draft::ByCase(
                cases
                    .into_iter()
                    .map(|(case, number)| (case, write(number)))
                    .collect(),
            )
        })
        .boxed()
}

/// Texts of lengths between two ends, and of each end for itself.
fn lengths<F>(min: u32, max: u32, text: F) -> BoxedStrategy<String>
where
    F: Fn(usize) -> BoxedStrategy<String> + 'static,
{
    let (min, max) = (alphabet::least(min), alphabet::least(max));
    prop_oneof![
        2 => text(min),
        1 => text(max),
        3 => (min..=max).prop_flat_map(text),
    ]
    .boxed()
}

/// The values that the row's own passing samples give to it.
fn sampled(parameter: &'static Parameter) -> Option<Drafts> {
    let list: Vec<String> = parameter
        .samples
        .iter()
        .filter(|sample| sample.code.is_none())
        .filter_map(|sample| {
            let patch: Value = serde_json::from_str(sample.patch).ok()?;
            Some(patch.get(parameter.name)?.as_str()?.to_owned())
        })
        .filter(|text| !text.is_empty())
        .collect();
    (!list.is_empty()).then(|| one_of(list))
}

/// Values that the row accepts.
pub(super) fn right(parameter: &'static Parameter, wire: Wire) -> Drafts {
    match parameter.constraint {
        Constraint::OneOf(allowed) | Constraint::Versions(allowed) => one_of(allowed.to_vec()),
        Constraint::Time(form) => open(parameter, times(form)),
        Constraint::Prefix { .. }
        | Constraint::Distinct
        | Constraint::Modes(_)
        | Constraint::Whitelist
        | Constraint::Within(_)
        | Constraint::Without(_)
        | Constraint::Settings(_) => open(parameter, alphabet::word()),
        Constraint::Boolean => booleans(parameter, wire),
        Constraint::Integers(allowed) => numbers(parameter, wire, select(allowed)),
        Constraint::IntegersBy { cases, .. } | Constraint::IntegersByRule { cases, .. } => by_case(
            parameter,
            cases
                .iter()
                .map(|(case, allowed)| (*case, allowed.to_vec()))
                .collect(),
        ),
        Constraint::Range { min, max } => {
            let end = max.or(parameter.kind.greatest()).unwrap_or(u64::MAX);
            let few = min.saturating_add(4096).min(end);
            let range = prop_oneof![2 => Just(min), 3 => min..=few, 1 => Just(end)];
            numbers(parameter, wire, range)
        }
        Constraint::Name(rule) => values(lengths(rule.min, rule.max, move |length| {
            alphabet::name(rule, length)
        })),
        Constraint::Password(rule) => {
            let right = values(lengths(rule.min, rule.max, move |length| {
                alphabet::password(rule, length)
            }));
            let odd = alphabet::password_with_undocumented(rule).map(values);
            // In a JSON request an empty password means that there is none.
            let none = (wire == Wire::JSON).then(|| one_of(vec![""]));
            let rare = odd.into_iter().chain(none).map(|drafts| (1, drafts));
            Union::new_weighted([(6, right)].into_iter().chain(rare).collect()).boxed()
        }
        Constraint::Token { max } => values(lengths(1, max, alphabet::token)),
        Constraint::Description { max } => values(lengths(1, max, alphabet::free_text)),
        Constraint::Ipv4 => values(addresses()),
        Constraint::Config(keys) => values(settings(keys)),
        Constraint::InstanceClass => open(parameter, alphabet::dotted()),
        Constraint::Activity => values((alphabet::word(), alphabet::word()).prop_map(
            |(kind, identifier)| {
                encode(
                    &json!({"activity": {"activityType": kind, "activityIdentifier": identifier}})
                        .to_string(),
                )
            },
        )),
        Constraint::Any | Constraint::ByRule => match parameter.kind {
            Kind::Boolean => booleans(parameter, wire),
            Kind::Long | Kind::Integer => numbers(parameter, wire, 0..=4096_u32),
            _ => open(parameter, alphabet::word()),
        },
    }
}

/// What samples show, texts that look like them, and now and then any other.
fn open(parameter: &'static Parameter, shape: BoxedStrategy<String>) -> Drafts {
    let free = values(shape);
    match (sampled(parameter), alike(parameter)) {
        // A service knows its regions; any other text is of no use.
        (Some(sampled), Some(alike)) if is_region(parameter) => {
            prop_oneof![1 => sampled, 2 => values(alike)].boxed()
        }
        (Some(sampled), Some(alike)) => {
            prop_oneof![3 => sampled, 6 => values(alike), 1 => free].boxed()
        }
        (None, Some(alike)) => prop_oneof![6 => values(alike), 1 => free].boxed(),
        (Some(sampled), None) => prop_oneof![3 => sampled, 1 => free].boxed(),
        (None, None) => free,
    }
}

fn is_region(parameter: &Parameter) -> bool {
    ["regionid", "region"]
        .iter()
        .any(|name| parameter.name.eq_ignore_ascii_case(name))
}

/// Texts like those that people write: regions, classes that are sold, identifiers of resources.
fn alike(parameter: &'static Parameter) -> Option<BoxedStrategy<String>> {
    if is_region(parameter) {
        return Some(super::orders::regions());
    }
    if matches!(parameter.constraint, Constraint::InstanceClass) {
        return sold_classes(false);
    }
    if parameter.name == "cacheInstanceClass" {
        return sold_classes(true);
    }
    let samples = parameter.samples.iter();
    let first = samples
        .filter(|sample| sample.code.is_none())
        .find_map(|sample| {
            let patch: Value = serde_json::from_str(sample.patch).ok()?;
            Some(patch.get(parameter.name)?.as_str()?.to_owned())
        });
    let by_name = match parameter.name {
        "vpcId" => "vpc-a",
        "subnetId" => "subnet-a",
        "vSwitchId" | "vswitchId" | "vswitch_id" => "vsw-bp1",
        _ => return identifiers(&first?),
    };
    identifiers(first.as_deref().unwrap_or(by_name))
}

/// Identifiers of the shape of one: `vpc-bp1` stands for all of its provider, a number for others as long as it is.
fn identifiers(sample: &str) -> Option<BoxedStrategy<String>> {
    let letters = || select(('a'..='z').chain('0'..='9').collect::<Vec<_>>());
    if sample.len() > 5 && sample.bytes().all(|byte| byte.is_ascii_digit()) {
        let length = sample.len() - 1;
        let rest = proptest::collection::vec(select(('0'..='9').collect::<Vec<_>>()), length);
        let first = select(('1'..='9').collect::<Vec<_>>());
        return Some(
            (first, rest)
                .prop_map(|(first, rest)| std::iter::once(first).chain(rest).collect())
                .boxed(),
        );
    }
    let (kind, rest) = sample.split_once('-')?;
    let is_identifier = (1..=6).contains(&kind.len())
        && kind.bytes().all(|byte| byte.is_ascii_lowercase())
        && !rest.is_empty()
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    // Regions and zones are told by their names.
    if !is_identifier || matches!(kind, "cn" | "ap" | "us" | "eu" | "me") {
        return None;
    }
    // Alibaba Cloud's begin with where they were made, JD Cloud's are ten signs.
    let (start, length) = if rest.starts_with("bp1") {
        (format!("{kind}-bp1"), 18)
    } else {
        (format!("{kind}-"), 10)
    };
    let drawn = proptest::collection::vec(letters(), length);
    Some(
        drawn
            .prop_map(move |drawn| start.clone() + &drawn.iter().collect::<String>())
            .boxed(),
    )
}

/// The names of all classes that the catalogues have.
pub(super) fn class_names() -> Vec<&'static str> {
    #[cfg(feature = "editions")]
    {
        use crate::documents::{alibaba, jdcloud};
        let all = alibaba::CATALOGUE
            .classes
            .iter()
            .chain(jdcloud::CATALOGUE.classes);
        all.map(|class| class.name).collect()
    }
    #[cfg(not(feature = "editions"))]
    Vec::new()
}

/// Classes that are sold.
#[cfg(feature = "editions")]
fn sold_classes(of_jd: bool) -> Option<BoxedStrategy<String>> {
    use crate::documents::{alibaba, jdcloud};
    use crate::profile::ClassState;
    let catalogue = if of_jd {
        &jdcloud::CATALOGUE
    } else {
        &alibaba::CATALOGUE
    };
    let classes = catalogue.classes.iter();
    let sold = classes.filter(|class| matches!(class.state, ClassState::Sold));
    let names: Vec<&str> = sold.map(|class| class.name).collect();
    (!names.is_empty()).then(|| select(names).prop_map(str::to_owned).boxed())
}

#[cfg(not(feature = "editions"))]
const fn sold_classes(_: bool) -> Option<BoxedStrategy<String>> {
    None
}

fn booleans(parameter: &'static Parameter, wire: Wire) -> Drafts {
    let plain = values(any::<bool>());
    let text = one_of(vec!["false", "true"]);
    match (wire.is_strict, parameter.kind) {
        (true, _) => plain,
        (false, Kind::Boolean) => prop_oneof![text, plain].boxed(),
        (false, _) => text,
    }
}

/// Times that there are, in the form of the document.
fn times(form: TimeForm) -> BoxedStrategy<String> {
    let date = (2027..=2030_u16, 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
    let minute =
        || (0..24_u8, 0..60_u8).prop_map(|(hour, minute)| format!("{hour:02}:{minute:02}"));
    match form {
        TimeForm::Instant => (date, minute())
            .prop_map(|(date, minute)| format!("{date}T{minute}:00Z"))
            .boxed(),
        TimeForm::Date => date.boxed(),
        TimeForm::Minute => minute().prop_map(|minute| format!("{minute}Z")).boxed(),
        TimeForm::Window => (minute(), minute())
            .prop_map(|(start, end)| format!("{start}Z-{end}Z"))
            .boxed(),
    }
}

fn addresses() -> BoxedStrategy<String> {
    let octet = any::<u8>;
    prop_oneof![
        4 => (octet(), octet(), octet()).prop_map(|(b, c, d)| format!("10.{b}.{c}.{d}")),
        2 => (16..=31_u8, octet(), octet()).prop_map(|(b, c, d)| format!("172.{b}.{c}.{d}")),
        2 => (octet(), octet()).prop_map(|(c, d)| format!("192.168.{c}.{d}")),
        1 => any::<[u8; 4]>().prop_map(|[a, b, c, d]| format!("{a}.{b}.{c}.{d}")),
    ]
    .boxed()
}

fn settings(keys: &'static [ConfigKey]) -> BoxedStrategy<String> {
    let members: Vec<_> = keys
        .iter()
        .map(|key| {
            let value = match key.value {
                ConfigValue::OneOf(allowed) => select(allowed).prop_map(Value::from).boxed(),
                ConfigValue::Count => (0..=65_536_u32, any::<bool>())
                    .prop_map(|(count, text)| {
                        if text {
                            count.to_string().into()
                        } else {
                            Value::from(count)
                        }
                    })
                    .boxed(),
            };
            (Just(key.name), any::<bool>(), value)
        })
        .collect();
    members
        .prop_map(|members| {
            let object: Map<String, Value> = members
                .into_iter()
                .filter(|(_, there, _)| *there)
                .map(|(name, _, value)| (name.to_owned(), value))
                .collect();
            Value::Object(object).to_string()
        })
        .boxed()
}

fn encode(text: &str) -> String {
    base64::engine::general_purpose::STANDARD.encode(text)
}

/// Numbers one step outside a set, for texts and numbers alike.
fn beside(allowed: &[u32]) -> Vec<u32> {
    let mut out: Vec<u32> = allowed
        .iter()
        .flat_map(|number| [number.wrapping_sub(1), number + 1])
        .chain([u32::MAX])
        .filter(|number| !allowed.contains(number))
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Texts that are no whole number, or not written as one.
fn not_whole(texts_fit: bool) -> Option<Drafts> {
    let texts = [
        "-1", "+1", "1.0", "01", "1e1", "one", "１", "1 2", "0x1", "１月",
    ];
    texts_fit.then(|| one_of(texts.to_vec()))
}

fn union(list: Vec<Option<Drafts>>) -> Option<Drafts> {
    let list: Vec<Drafts> = list.into_iter().flatten().collect();
    (!list.is_empty()).then(|| Union::new(list).boxed())
}

fn filtered(
    texts: impl Strategy<Value = String> + 'static,
    keep: impl Fn(&str) -> bool + 'static,
) -> Drafts {
    values(texts.prop_filter("a right value after all", move |text| keep(text)))
}

/// Values that have exactly this error, where the row can give it: half of them as people have them wrong, of which the
/// row's own samples are.
pub(super) fn wrong(parameter: &'static Parameter, wire: Wire, code: Code) -> Option<Drafts> {
    let drawn = wrong_by_row(parameter, wire, code)?;
    let closed = matches!(
        parameter.constraint,
        Constraint::OneOf(_) | Constraint::Versions(_) | Constraint::Boolean
    );
    if code != Code::InvalidValue
        || !closed
        || matches!(wire, Wire::JSON if !parameter.kind.is_text())
    {
        return Some(drawn);
    }
    Some(match as_people_write(parameter) {
        Some(usual) => prop_oneof![1 => usual, 1 => drawn].boxed(),
        None => drawn,
    })
}

/// Words that people write where a closed list has others: those of the row's samples, of other editions, and of speech.
fn as_people_write(parameter: &'static Parameter) -> Option<Drafts> {
    const WORDS: &[&str] = &[
        "Prepaid",
        "Postpaid",
        "PREPAY",
        "POSTPAY",
        "Subscription",
        "PayAsYouGo",
        "prepaid",
        "postpaid",
        "Vpc",
        "vpc",
        "classic",
        "Classic",
        "redis",
        "Redis",
        "memcache",
        "master-slave",
        "cluster",
        "Yes",
        "No",
        "enable",
        "on",
    ];
    const VERSIONS: &[&str] = &[
        "5", "6", "7", "5.0.5", "6.0", "6.2", "7.0", "7.2", "redis5.0", "4", "3.2", "latest",
    ];
    let (Constraint::OneOf(allowed) | Constraint::Versions(allowed)) = parameter.constraint else {
        return None;
    };
    let is_version = |text: &str| {
        text.contains('.') && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.'))
    };
    let usual = if allowed.iter().all(|text| is_version(text)) {
        VERSIONS
    } else {
        WORDS
    };
    let list: Vec<&str> = usual
        .iter()
        .copied()
        .filter(|word| !allowed.contains(word))
        // What another document calls it is judged as its own word.
        .filter(|word| parameter.words.iter().all(|(other, _)| other != word))
        .collect();
    (!list.is_empty()).then(|| one_of(list))
}

fn wrong_by_row(parameter: &'static Parameter, wire: Wire, code: Code) -> Option<Drafts> {
    let is_text = !matches!(wire, Wire::JSON) || matches!(parameter.kind, Kind::String);
    match (code, parameter.constraint) {
        (Code::TypeMismatch, _) => Some(mismatched(parameter, wire)),
        (Code::EmptyList, _) if matches!(parameter.kind, Kind::JsonArray(_)) => {
            union(vec![Some(one_of(vec![
                json!("[]"),
                json!([]),
                json!("[ ]"),
            ]))])
        }
        (Code::MalformedJson, _) if matches!(parameter.kind, Kind::JsonArray(_)) => {
            Some(one_of(vec![
                json!("["),
                json!("{}"),
                json!("[1,]"),
                json!("null"),
                json!("cn-hangzhou"),
                json!("[\"\\ud800\"]"),
                json!(1),
                json!(true),
                json!("[] []"),
            ]))
        }
        (Code::MalformedJson, Constraint::Config(_)) => Some(one_of(vec![
            json!("{"),
            json!("[]"),
            json!("{\"a\":}"),
            json!("null"),
            json!("noeviction"),
            json!("{'a': 1}"),
            json!(1),
            json!(false),
            json!("\"{}\""),
            json!("{} {}"),
        ])),
        (Code::MalformedJson, Constraint::Activity) => Some(one_of(
            [
                "",
                "{",
                "[]",
                "{}",
                "{\"activity\":{}}",
                "{\"activity\":[]}",
                "{\"activity\":{\"activityType\":\"\",\"activityIdentifier\":\"a\"}}",
                "{\"activity\":{\"activityType\":\"a\",\"activityIdentifier\":null}}",
            ]
            .map(|text| {
                if text.is_empty() {
                    "/w==".to_owned()
                } else {
                    encode(text)
                }
            })
            .to_vec(),
        )),
        (Code::MalformedBase64, Constraint::Activity) => Some(one_of(vec![
            "{}", "a", "e30", "e30==", "e30=\n", "中", "e3-_", " e30=",
        ])),
        (Code::InvalidValue, Constraint::OneOf(allowed)) => union(vec![
            Some(filtered(case_variants(allowed), move |text| {
                !allowed.contains(&text)
            })),
            Some(filtered(alphabet::word(), move |text| {
                !allowed.contains(&text)
            })),
        ]),
        (Code::InvalidValue, Constraint::Boolean) if is_text => Some(one_of(vec![
            "True", "FALSE", "1", "0", "yes", "on", "nul", "是",
        ])),
        (Code::InvalidValue, Constraint::Any) if is_text => match parameter.kind {
            Kind::Boolean => Some(one_of(vec!["True", "1", "no"])),
            Kind::Long | Kind::Integer => not_whole(true),
            _ => None,
        },
        (Code::InvalidValue, Constraint::Integers(allowed)) => union(vec![
            Some(numbers(parameter, wire, select(beside(allowed)))),
            not_whole(is_text),
        ]),
        (Code::InvalidValue, Constraint::IntegersBy { cases, .. }) => union(vec![
            Some(by_case(
                parameter,
                cases
                    .iter()
                    .map(|(case, allowed)| (*case, beside(allowed)))
                    .collect(),
            )),
            not_whole(is_text),
        ]),
        (Code::InvalidValue, Constraint::Range { .. }) => not_whole(is_text),
        (Code::OutOfRange, Constraint::Range { min, max }) => union(vec![
            (min > 0).then(|| numbers(parameter, wire, 0..min)),
            max.filter(|max| *max < u64::MAX).map(|max| {
                let above = prop_oneof![Just(max + 1), max + 1..=u64::MAX];
                numbers(parameter, wire, above)
            }),
            max.filter(|_| is_text).map(|_| {
                one_of(vec![
                    "18446744073709551616",
                    "340282366920938463463374607431768211456",
                ])
            }),
        ]),
        (Code::NameLength, Constraint::Name(rule)) => union(vec![
            (rule.min > 1).then(|| short(rule.min, move |length| alphabet::name(rule, length))),
            Some(long(rule.max, move |length| alphabet::name(rule, length))),
        ]),
        (Code::NameFirstCharacter, Constraint::Name(rule)) => rule
            .starts_with_letter
            .then(|| values(alphabet::name_with_wrong_start(rule))),
        (Code::NameForbiddenCharacter, Constraint::Name(rule)) => {
            Some(values(alphabet::name_with_forbidden(rule)))
        }
        (Code::PasswordLength, Constraint::Password(rule)) => {
            let least = (rule.at_least as usize).max(1);
            let short = least..alphabet::least(rule.min);
            union(vec![
                (!short.is_empty()).then(|| {
                    values(short.prop_flat_map(move |length| alphabet::password(rule, length)))
                }),
                Some(long(rule.max, move |length| {
                    alphabet::password(rule, length)
                })),
            ])
        }
        (Code::PasswordForbiddenCharacter, Constraint::Password(rule)) => {
            Some(values(alphabet::password_with_forbidden(rule)))
        }
        (Code::PasswordCharacterClasses, Constraint::Password(rule)) => {
            alphabet::password_of_few_classes(rule).map(values)
        }
        (Code::TokenLength, Constraint::Token { max }) => Some(long(max, alphabet::token)),
        (Code::TokenNotAscii, Constraint::Token { max }) => {
            Some(values(alphabet::token_not_ascii(max)))
        }
        (Code::DescriptionLength, Constraint::Description { max }) => {
            Some(long(max, alphabet::free_text))
        }
        (Code::MalformedIp, Constraint::Ipv4) => Some(one_of(vec![
            "10.0.0",
            "10.0.0.256",
            "10.0.0.1.1",
            "10.0.0.01",
            "10.0.0.1/24",
            "::1",
            "localhost",
            "１０.0.0.1",
            "10.0.0.-1",
            "10,0,0,1",
            "167772161",
        ])),
        _ => None,
    }
}

fn case_variants(allowed: &'static [&'static str]) -> BoxedStrategy<String> {
    let variants: Vec<String> = allowed
        .iter()
        .flat_map(|text| {
            let doubled = format!("{text}{text}");
            [
                text.to_ascii_lowercase(),
                text.to_ascii_uppercase(),
                doubled,
            ]
        })
        .filter(|text| !allowed.contains(&text.as_str()))
        .collect();
    select(variants).boxed()
}

fn short<F>(min: u32, text: F) -> Drafts
where
    F: Fn(usize) -> BoxedStrategy<String> + 'static,
{
    values((1..alphabet::least(min)).prop_flat_map(text))
}

fn long<F>(max: u32, text: F) -> Drafts
where
    F: Fn(usize) -> BoxedStrategy<String> + 'static,
{
    let first = alphabet::least(max) + 1;
    values(prop_oneof![Just(first), first..=first + 12].prop_flat_map(text))
}

/// JSON of a type that cannot be this parameter.
fn mismatched(parameter: &'static Parameter, wire: Wire) -> Drafts {
    let lists = [json!([]), json!(["a"]), json!([{}])];
    let objects = [json!({}), json!({"a": 1})];
    let texts = [json!("a"), json!("1"), json!("true")];
    let counts = [json!(0), json!(7)];
    let fractions = [json!(1.5), json!(-0.5)];
    let truths = [json!(true), json!(false)];
    let list: Vec<&[Value]> = match (wire.is_strict, parameter.kind) {
        (_, Kind::Object(_) | Kind::Map(_) | Kind::Anything) => {
            vec![&lists, &texts, &counts, &truths]
        }
        (_, Kind::Objects(..) | Kind::Texts(_)) => vec![&objects, &texts, &counts, &truths],
        (_, Kind::JsonArray(_)) => vec![&objects],
        (false, Kind::JsonObject) => vec![&lists],
        (false, _) => vec![&lists, &objects],
        (true, Kind::Boolean) => vec![&texts, &counts, &lists, &objects],
        (true, Kind::Long | Kind::Integer) => {
            vec![&texts, &fractions, &truths, &lists, &objects]
        }
        (true, _) => vec![&counts, &fractions, &truths, &lists, &objects],
    };
    one_of(list.concat())
}

/// Every limit of a row once: values at it, and one step to either side of it, with the error that follows.
pub(super) fn limits(parameter: &'static Parameter, wire: Wire) -> Vec<(Draft, Option<Code>)> {
    let write = |number: u32| -> Value {
        if parameter.kind.is_text() {
            number.to_string().into()
        } else {
            number.into()
        }
    };
    match parameter.constraint {
        Constraint::Integers(allowed) => {
            let right = allowed.iter().map(|number| (*number, None));
            let wrong = beside(allowed).into_iter();
            let all = right.chain(wrong.map(|number| (number, Some(Code::InvalidValue))));
            let mut all: Vec<_> = all.collect();
            all.sort_unstable_by_key(|(number, _)| *number);
            all.into_iter()
                .map(|(number, code)| (Draft::Value(write(number)), code))
                .collect()
        }
        Constraint::IntegersBy { cases, .. } => cases
            .iter()
            .flat_map(|(case, allowed)| {
                let right = allowed.iter().map(|number| (*number, None));
                let wrong = beside(allowed).into_iter();
                let all = right.chain(wrong.map(|number| (number, Some(Code::InvalidValue))));
                all.map(|(number, code)| (Draft::ByCase(vec![(*case, write(number))]), code))
                    .collect::<Vec<_>>()
            })
            .collect(),
        _ => {
            let mut runner = proptest::test_runner::TestRunner::deterministic();
            near(parameter, wire)
                .into_iter()
                .filter_map(|(drafts, code)| {
                    Some((drafts.new_tree(&mut runner).ok()?.current(), code))
                })
                .collect()
        }
    }
}

/// Values at a limit of the row, and one step to either side of it, with the error that follows.
pub(super) fn near(parameter: &'static Parameter, wire: Wire) -> Vec<(Drafts, Option<Code>)> {
    fn around(
        min: u32,
        max: u32,
        code: Code,
        text: impl Fn(usize) -> BoxedStrategy<String>,
    ) -> Vec<(Drafts, Option<Code>)> {
        let (min, max) = (min as usize, max as usize);
        [min.wrapping_sub(1), min, min + 1, max - 1, max, max + 1]
            .into_iter()
            .filter(|length| (1..=max + 1).contains(length))
            .map(|length| {
                let inside = (min..=max).contains(&length);
                (values(text(length)), (!inside).then_some(code))
            })
            .collect()
    }
    match parameter.constraint {
        Constraint::Name(rule) => around(rule.min, rule.max, Code::NameLength, |length| {
            alphabet::name(rule, length)
        }),
        Constraint::Password(rule) => around(rule.min, rule.max, Code::PasswordLength, |length| {
            alphabet::password(rule, length)
        }),
        Constraint::Token { max } => around(1, max, Code::TokenLength, alphabet::token),
        Constraint::Description { max } => {
            around(1, max, Code::DescriptionLength, alphabet::free_text)
        }
        Constraint::Range { min, max } => {
            let mut list: Vec<u64> = vec![min.saturating_sub(1), min, min + 1];
            list.extend(
                max.into_iter()
                    .flat_map(|max| [max - 1, max, max.saturating_add(1)]),
            );
            list.dedup();
            list.into_iter()
                .map(|number| {
                    let inside = number >= min && max.is_none_or(|max| number <= max);
                    let code = (!inside).then_some(Code::OutOfRange);
                    (numbers(parameter, wire, Just(number)), code)
                })
                .collect()
        }
        Constraint::Integers(allowed) => vec![
            (numbers(parameter, wire, select(allowed)), None),
            (
                numbers(parameter, wire, select(beside(allowed))),
                Some(Code::InvalidValue),
            ),
        ],
        Constraint::IntegersBy { cases, .. } => {
            let each = |numbers: fn(&[u32]) -> Vec<u32>| {
                let cases = cases
                    .iter()
                    .map(|(case, allowed)| (*case, numbers(allowed)));
                by_case(parameter, cases.collect())
            };
            vec![
                (each(<[u32]>::to_vec), None),
                (each(beside), Some(Code::InvalidValue)),
            ]
        }
        _ => Vec::new(),
    }
}
