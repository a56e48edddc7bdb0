//! A profile as it stands in a file.

use super::keys::FORMAT;
use super::tree::{Json, Members, Out};
use crate::documents::{NamedTest, named_tests};
use crate::profile::own::{Ask, Grammar, OwnSetting, Part};
use crate::profile::{
    Asks, Bilingual, ChangeRule, CharacterClass, Citation, Coercion, Condition, ConfigKey,
    ConfigValue, Constraint, ContextRule, Holds, Kind, ListRule, NameCharacters, Need, Notion,
    Object, OwnSettings, OwnTest, Parameter, PasswordCharacters, Profile, Ref, Refused, Rule,
    RuleFix, Sample, SettingJudge, Test, TimeForm, Wire, place_of,
};

/// The whole file.
pub(super) fn profile(profile: &'static Profile) -> Out {
    let writer = Writer {
        tests: named_tests(),
    };
    let named = |name: &str| {
        let mut found = false;
        profile.visit_objects(&mut |_, object| found |= object.parameter(name).is_some());
        found
    };
    // What people call parameters of other profiles is of no use here.
    let aliases = profile.aliases.iter().filter(|(_, name)| named(name));
    let stands = |notion: &Notion| {
        let mut found = false;
        profile.visit_objects(&mut |_, object| found |= place_of(object, notion).is_some());
        found
    };
    // So are rules about what the operation does not let one choose.
    let context = profile
        .context_rules
        .iter()
        .filter(|rule| stands(rule.notion));
    let context = context.map(context_rule).collect();
    let changes = profile
        .change_rules
        .iter()
        .filter(|rule| stands(rule.notion));
    let changes = changes.map(change_rule).collect();
    let grammar = profile.request.own.and_then(|own| own.grammar);
    Members::default()
        .with("format", FORMAT)
        .with("id", profile.id)
        .with("title", bilingual(profile.title))
        .with("operation", profile.operation)
        .with("document", profile.document)
        .with_some("edition", some_bilingual(profile.edition))
        .with_some("since", some_text(profile.since))
        .with_some("supersedes", profile.supersedes)
        .with("wire", wire(profile.wire))
        .with_some(
            "aliases",
            map(aliases.map(|(name, it)| (*name, (*it).into()))),
        )
        .with_some(
            "gone",
            map(profile
                .gone
                .iter()
                .map(|(name, it)| (*name, bilingual(*it)))),
        )
        .with_some(
            "provider_codes",
            profile.provider_codes.map(|codes| {
                Members::default()
                    .with("missing", codes.missing)
                    .with("token_reused", codes.token_reused)
            }),
        )
        .with_some("classes", grammar.map(classes))
        .with_list("context_rules", context)
        .with_list("change_rules", changes)
        .with("sample", json(profile.sample))
        .with("request", writer.object(profile.request))
        .into()
}

struct Writer {
    tests: Vec<NamedTest>,
}

/// JSON that stands in a table as text.
fn json(text: &str) -> Out {
    Json::parse(text).map_or(Out::Null, |json| json.out())
}

fn some_text(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn bilingual(text: Bilingual) -> Out {
    if text.en == text.zh {
        return text.en.into();
    }
    Members::default()
        .with("en", text.en)
        .with("zh", text.zh)
        .into()
}

fn some_bilingual(text: Bilingual) -> Option<Out> {
    (!text.en.is_empty() || !text.zh.is_empty()).then(|| bilingual(text))
}

fn map<'n>(entries: impl Iterator<Item = (&'n str, Out)>) -> Option<Out> {
    let entries: Vec<_> = entries
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    (!entries.is_empty()).then_some(Out::Map(entries))
}

fn numbers(numbers: &[u32]) -> Out {
    Out::List(numbers.iter().map(|number| Out::from(*number)).collect())
}

/// A form that needs no more than its name.
fn kind(name: &str) -> Members {
    Members::default().with("kind", name)
}

fn citation(citation: Citation) -> Option<Members> {
    let Citation {
        document,
        section,
        quote,
        ..
    } = citation;
    [document, section, quote]
        .iter()
        .any(|text| !text.is_empty())
        .then(|| {
            Members::default()
                .with("document", document)
                .with_some("section", some_text(section))
                .with_some("quote", some_text(quote))
        })
}

fn wire(wire: Wire) -> Out {
    match wire {
        Wire::QUERY => "query".into(),
        Wire::JSON => "json".into(),
        Wire::TERRAFORM => "terraform".into(),
        Wire::ROS => "ros".into(),
        wire => kind("custom")
            .with_flag("strict", wire.is_strict)
            .with_flag("tells_coercion", wire.tells_coercion)
            .with_flag("converts", wire.converts)
            .with_flag("reads_yes", wire.reads_yes)
            .with_flag("rereads_numbers", wire.rereads_numbers)
            .with("unknown_name", wire.unknown_name.name())
            .into(),
    }
}

fn part(part: Part) -> Members {
    match part {
        Part::Words(words) => kind("words").with("values", words),
        Part::Whole(min, max) => kind("range").with("min", min).with("max", max),
    }
}

fn classes(grammar: &'static Grammar) -> Members {
    let families = grammar.families.iter().map(|family| {
        Members::default()
            .with("name", family.name)
            .with("forms", family.written)
            .with_some(
                "parts",
                map(family
                    .parts
                    .iter()
                    .map(|(name, it)| (*name, part(*it).into()))),
            )
            .with_some(
                "engine_versions",
                (!family.engine_versions.is_empty()).then_some(family.engine_versions),
            )
            .into()
    });
    Members::default()
        .with("as_of", grammar.as_of)
        .with("families", Out::List(families.collect()))
}

fn context_rule(rule: &ContextRule) -> Out {
    Members::default()
        .with("code", rule.code.name())
        .with("notion", rule.notion.id)
        .with(
            "asks",
            match rule.asks {
                Asks::InRange => "in-range",
                Asks::SameRegion => "same-region",
                Asks::SameNetwork => "same-network",
                Asks::SameVpc => "same-vpc",
            },
        )
        .with("reason", bilingual(rule.reason))
        .with_some("citation", citation(rule.citation))
        .into()
}

fn change_rule(rule: &ChangeRule) -> Out {
    let (from, to) = match rule.refused {
        Refused::FromTo(from, to) => (Some(from), Some(to)),
        Refused::Any => (None, None),
    };
    Members::default()
        .with("notion", rule.notion.id)
        .with_some("from", from)
        .with_some("to", to)
        .with("reason", bilingual(rule.reason))
        .with_some("citation", citation(rule.citation))
        .into()
}

fn samples(samples: &[Sample]) -> Vec<Out> {
    let sample = |sample: &Sample| {
        let along = sample.along.iter().map(|code| code.name().into()).collect();
        Members::default()
            .with("patch", json(sample.patch))
            .with_some("outer", (sample.outer != "{}").then(|| json(sample.outer)))
            .with_some("code", sample.code.map(crate::Code::name))
            .with_list("along", along)
            .into()
    };
    samples.iter().map(sample).collect()
}

fn reference(reference: Ref) -> Out {
    let outward = "../".repeat(usize::from(reference.up));
    Out::Text(outward + reference.name)
}

fn integers_by(name: &str, decided_by: Ref, cases: &[(&str, &[u32])]) -> Members {
    let cases = cases.iter();
    let cases = map(cases.map(|(value, allowed)| (*value, numbers(allowed))));
    kind(name)
        .with("decided_by", reference(decided_by))
        .with_some("cases", cases)
}

fn references(references: &[Ref]) -> Out {
    Out::List(references.iter().copied().map(reference).collect())
}

fn list_rule(members: Members, rule: ListRule) -> Members {
    members
        .with_some("usual", rule.usual)
        .with_some("most", rule.most)
        .with_some("distinct_by", rule.distinct_by)
        .with_some("needs_one", rule.needs_one.then_some(true))
}

impl Writer {
    fn object(&self, object: &'static Object) -> Members {
        let parameters = object
            .parameters
            .iter()
            .map(|parameter| self.parameter(parameter));
        let rules = |rules: &'static [Rule]| rules.iter().map(|rule| self.rule(rule)).collect();
        let old_names = object.old_names.iter();
        Members::default()
            .with("parameters", Out::List(parameters.collect()))
            .with_list("rules", rules(object.rules))
            .with_list("pack_rules", rules(object.packs))
            .with_flag("lenient_case", object.lenient_case)
            .with_flag("small_letters", object.small_letters)
            .with_flag("keeps_blanks", object.keeps_blanks)
            .with_some(
                "old_names",
                map(old_names.map(|(old, name)| (*old, (*name).into()))),
            )
            .with_some(
                "idle_when",
                object.idle_when.map(|when| self.condition(when)),
            )
    }

    fn parameter(&self, parameter: &'static Parameter) -> Out {
        let constrained =
            Parameter::new(parameter.name, parameter.kind).constraint(parameter.constraint);
        let words = parameter
            .words
            .iter()
            .map(|(word, own)| (*word, (*own).into()));
        Members::default()
            .with("name", parameter.name)
            .with("type", self.kind(parameter.kind))
            .with_some(
                "need",
                match parameter.need {
                    Need::Optional => None,
                    Need::Required => Some("required"),
                    Need::RequiredOnWire => Some("required-on-wire"),
                },
            )
            .with_some("constraint", constraint(&parameter.constraint))
            .with_some("default", parameter.default)
            .with_flag("secret", parameter.secret)
            .with_some(
                "verbatim",
                (parameter.verbatim != constrained.verbatim).then_some(parameter.verbatim),
            )
            .with_flag("common", parameter.common)
            .with_flag("prose", parameter.prose)
            .with_flag("may_be_empty", parameter.may_be_empty)
            .with_some(
                "coercion",
                match parameter.coercion {
                    Coercion::ByWire => None,
                    Coercion::Silent => Some("silent"),
                    Coercion::Told => Some("told"),
                    Coercion::Reformed => Some("reformed"),
                    Coercion::Refused => Some("refused"),
                },
            )
            .with_flag("zone", parameter.zone)
            .with_flag("closed", parameter.closed)
            .with_some("words", map(words))
            .with_some("notion", parameter.notion.map(|notion| notion.id))
            .with_some("label", some_bilingual(parameter.label))
            .with_some("hint", some_bilingual(parameter.hint))
            .with_some("citation", citation(parameter.citation))
            .with_some("provider_code", parameter.provider_code)
            .with_list("samples", samples(parameter.samples))
            .into()
    }

    fn kind(&self, it: Kind) -> Out {
        match it {
            Kind::String => "string".into(),
            Kind::Untyped => "untyped".into(),
            Kind::Long => "long".into(),
            Kind::Integer => "integer".into(),
            Kind::Boolean => "boolean".into(),
            Kind::JsonObject => "json-object".into(),
            Kind::Anything => "anything".into(),
            Kind::Texts(ListRule::FREE) => "texts".into(),
            Kind::Map(ListRule::FREE) => "map".into(),
            Kind::Texts(rule) => list_rule(kind("texts"), rule).into(),
            Kind::Map(rule) => list_rule(kind("map"), rule).into(),
            Kind::Object(object) => kind("object").with("object", self.object(object)).into(),
            Kind::JsonArray(element) => kind("json-array")
                .with("element", self.object(element))
                .into(),
            Kind::Objects(element, rule) => list_rule(kind("objects"), rule)
                .with("element", self.object(element))
                .into(),
        }
    }

    fn rule(&self, rule: &'static Rule) -> Out {
        let when = rule.when.iter().map(|condition| self.condition(condition));
        Members::default()
            .with("code", rule.code.name())
            .with_some("severity", rule.severity.map(crate::Severity::name))
            .with_some("at", rule.at.map(reference))
            .with_some("member", some_text(rule.member))
            .with("when", Out::List(when.collect()))
            .with("reason", bilingual(rule.reason))
            .with_some("citation", citation(rule.citation))
            .with_some(
                "fix",
                match rule.fix {
                    RuleFix::None => None,
                    RuleFix::Remove => Some(Out::from("remove")),
                    RuleFix::Replace(value) => Some(kind("replace").with("value", value).into()),
                    RuleFix::Rename(name) => Some(kind("rename").with("name", name).into()),
                    RuleFix::Add(name, value) => {
                        Some(kind("add").with("name", name).with("value", value).into())
                    }
                },
            )
            .with_some("provider_code", rule.provider_code)
            .with_list("samples", samples(rule.samples))
            .into()
    }

    fn condition(&self, condition: &'static Condition) -> Out {
        let about = |name: &str, it: &Ref| kind(name).with("parameter", reference(*it));
        let members = match condition {
            Condition::Is(it, value) => about("is", it).with("value", *value),
            Condition::IsNot(it, value) => about("is-not", it).with("value", *value),
            Condition::OneOf(it, values) => about("one-of", it).with("values", *values),
            Condition::Present(it) => about("present", it),
            Condition::Absent(it) => about("absent", it),
            Condition::Valid(it) => about("valid", it),
            Condition::Unknown(it) => about("unknown", it),
            Condition::Wrong(it) => about("wrong", it),
            Condition::StartsWith(it, values) => about("starts-with", it).with("values", *values),
            Condition::AtLeast(it, number) => about("at-least", it).with("number", *number),
            Condition::AtMost(it, number) => about("at-most", it).with("number", *number),
            Condition::NotWithin(it, other) => {
                about("not-within", it).with("other", reference(*other))
            }
            Condition::Differs(it, other) => about("differs", it).with("other", reference(*other)),
            Condition::Same(it, other) => about("same", it).with("other", reference(*other)),
            Condition::LetsEverybodyIn(it) => about("lets-everybody-in", it),
            Condition::NoElement(it, inner) => {
                about("no-element", it).with("condition", self.condition(inner))
            }
            Condition::Either(conditions) => {
                let all = conditions.iter().map(|each| self.condition(each)).collect();
                kind("either").with("conditions", Out::List(all))
            }
            Condition::Passes(test, reads) => self.passes(test, reads),
        };
        members.into()
    }

    fn passes(&self, test: &'static Test, reads: &[Ref]) -> Members {
        let of = |at: usize| reads.get(at).copied().map(reference);
        let Holds::Data(OwnTest(ask)) = test.holds else {
            let known = self
                .tests
                .iter()
                .find(|known| std::ptr::eq(known.test, test));
            return kind("passes")
                .with("test", known.map_or(test.name, |known| &known.name))
                .with("parameters", references(reads));
        };
        let members = kind(ask.name());
        match ask {
            Ask::SumAbove(number) => members
                .with("parameters", references(reads))
                .with("number", *number),
            Ask::OfFamily(_, families) => members
                .with_some("parameter", of(0))
                .with("families", *families),
            Ask::OfNone(_) => members.with_some("parameter", of(0)),
            Ask::RunsNot(_) => members
                .with_some("parameter", of(0))
                .with_some("other", of(1)),
            Ask::PartDiffers(_, part) => members
                .with_some("parameter", of(0))
                .with("part", *part)
                .with_some("other", of(1)),
        }
    }
}

fn constraint(constraint: &Constraint) -> Option<Out> {
    let bounds = |name: &str, min: u32, max: u32| kind(name).with("min", min).with("max", max);
    let members = match *constraint {
        Constraint::Any => return None,
        Constraint::ByRule => kind("by-rule"),
        Constraint::Without(text) => kind("without").with("text", text),
        Constraint::Within(it) => kind("within").with("parameter", reference(it)),
        Constraint::OneOf(values) => kind("one-of").with("values", values),
        Constraint::Integers(values) => kind("integers").with("values", numbers(values)),
        Constraint::IntegersBy { decided_by, cases } => {
            integers_by("integers-by", decided_by, cases)
        }
        Constraint::IntegersByRule { decided_by, cases } => {
            integers_by("integers-by-rule", decided_by, cases)
        }
        Constraint::Range { min, max } => kind("range").with("min", min).with_some("max", max),
        Constraint::Boolean => kind("boolean"),
        Constraint::Name(rule) => bounds("name", rule.min, rule.max)
            .with_flag("starts_with_letter", rule.starts_with_letter)
            .with_some(
                "refused",
                match rule.characters {
                    NameCharacters::Except(refused) => Some(refused),
                    NameCharacters::WordsAndHan => None,
                },
            ),
        Constraint::Password(rule) => {
            let (refused, special) = match rule.characters {
                PasswordCharacters::Refused(refused) => (Some(refused), None),
                PasswordCharacters::Special(special) => (None, Some(special)),
            };
            let classes = rule
                .classes
                .iter()
                .map(|class| Out::from(characters(*class)));
            bounds("password", rule.min, rule.max)
                .with_some("refused", refused)
                .with_some("special", special)
                .with_some("at_least", (rule.at_least > 0).then_some(rule.at_least))
                .with_list("classes", classes.collect())
                .with_flag("should_mix", rule.should_mix)
        }
        Constraint::Token { max } => kind("token").with("max", max),
        Constraint::Description { max } => kind("description").with("max", max),
        Constraint::Ipv4 => kind("ipv4"),
        Constraint::Config(keys) => {
            kind("config").with("keys", Out::List(keys.iter().map(config_key).collect()))
        }
        Constraint::Settings(catalogue) => match catalogue.judge {
            SettingJudge::Code(_) => kind("settings").with("catalogue", catalogue.name),
            SettingJudge::Data(OwnSettings(own)) => kind("settings")
                .with("name", catalogue.name)
                .with_some("settings", map(own.iter().map(|it| (it.name, setting(it))))),
        },
        Constraint::InstanceClass => kind("instance-class"),
        Constraint::Versions(values) => kind("versions").with("values", values),
        Constraint::Time(form) => kind("time").with(
            "form",
            match form {
                TimeForm::Instant => "instant",
                TimeForm::Date => "date",
                TimeForm::Minute => "minute",
                TimeForm::Window => "window",
            },
        ),
        Constraint::Prefix { min, max } => bounds("prefix", min, max),
        Constraint::Distinct => kind("distinct"),
        Constraint::Modes(values) => kind("modes").with("values", values),
        Constraint::Whitelist => kind("whitelist"),
        Constraint::Activity => kind("activity"),
    };
    Some(members.alone())
}

const fn characters(class: CharacterClass) -> &'static str {
    match class {
        CharacterClass::Uppercase => "uppercase",
        CharacterClass::Lowercase => "lowercase",
        CharacterClass::Digit => "digit",
        CharacterClass::Special => "special",
    }
}

fn config_key(key: &ConfigKey) -> Out {
    Members::default()
        .with("name", key.name)
        .with_some(
            "values",
            match key.value {
                ConfigValue::OneOf(values) => Some(values),
                ConfigValue::Count => None,
            },
        )
        .into()
}

fn setting(setting: &OwnSetting) -> Out {
    setting
        .takes
        .map_or_else(|| "any".into(), |takes| part(takes).into())
}
