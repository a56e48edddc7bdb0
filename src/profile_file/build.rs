//! Makes a profile of a file without mistakes. A profile is data that lives as long as the program
//! (see [`Profile`]), so what is made here is never given back.

use std::collections::HashMap;

use super::meaning::pieces;
use super::refer::{Chain, inner, name_of, parameters, resolve};
use super::tree::Json;
use crate::diagnostic::{Code, Severity};
use crate::documents::{NamedTest, catalogues, named_tests, notions};
use crate::profile::own::{Ask, Family, Grammar, Own, OwnSetting, Part, Piece};
use crate::profile::{
    Asks, Bilingual, ChangeRule, CharacterClass, Citation, Coercion, Condition, ConfigKey,
    ConfigValue, Constraint, ContextRule, Holds, Kind, ListRule, NameCharacters, NameRule, Need,
    Object, OwnSettings, OwnTest, Parameter, PasswordCharacters, PasswordRule, Profile,
    ProviderCodes, Ref, Refused, Rule, RuleFix, Sample, SettingCatalogue, SettingJudge, Test,
    TimeForm, Wire,
};

/// The profile of a file in which nothing is wrong.
pub(super) fn profile(json: &Json<'_>) -> &'static Profile {
    let mut builder = Builder {
        texts: HashMap::new(),
        document: "",
        tests: named_tests(),
        grammar: None,
    };
    builder.document = builder.text_under(json, "document");
    builder.grammar = json.get("classes").map(|classes| builder.classes(classes));
    keep(builder.profile(json))
}

struct Builder {
    /// Texts that are kept already: citations repeat the names of documents.
    texts: HashMap<String, &'static str>,
    /// Name of the document, from which a row comes that says nothing else.
    document: &'static str,
    tests: Vec<NamedTest>,
    grammar: Option<&'static Grammar>,
}

fn keep<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn keep_all<T>(values: impl IntoIterator<Item = T>) -> &'static [T] {
    let values: Vec<T> = values.into_iter().collect();
    if values.is_empty() {
        &[]
    } else {
        values.leak()
    }
}

fn under<'j>(json: &'j Json<'_>, name: &str) -> &'j str {
    json.get(name).and_then(Json::text).unwrap_or_default()
}

fn flag(json: &Json<'_>, name: &str) -> bool {
    json.get(name).and_then(Json::flag).unwrap_or_default()
}

fn number(json: &Json<'_>, name: &str) -> Option<u64> {
    json.get(name).and_then(Json::whole)
}

/// A number that the table of keys bounds to 32 bits.
fn small(json: &Json<'_>, name: &str) -> Option<u32> {
    number(json, name).and_then(|number| number.try_into().ok())
}

fn elements<'j, 't>(json: &'j Json<'t>, name: &str) -> &'j [Json<'t>] {
    json.get(name).map_or(&[], Json::elements)
}

fn numbers(json: &Json<'_>) -> &'static [u32] {
    let numbers = json.elements().iter().filter_map(Json::whole);
    keep_all(numbers.filter_map(|number| number.try_into().ok()))
}

fn severity(name: &str) -> Option<Severity> {
    [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .find(|severity| severity.name() == name)
}

/// The code of that name. The table of keys lets no other name through.
fn code(name: &str) -> Code {
    Code::from_name(name).unwrap_or(Code::InvalidValue)
}

fn list_rule(builder: &mut Builder, json: &Json<'_>) -> ListRule {
    ListRule {
        usual: small(json, "usual"),
        most: small(json, "most"),
        distinct_by: json.get("distinct_by").map(|by| builder.text(by)),
        needs_one: flag(json, "needs_one"),
    }
}

impl Builder {
    fn keep_text(&mut self, text: &str) -> &'static str {
        if text.is_empty() {
            return "";
        }
        if let Some(known) = self.texts.get(text) {
            return known;
        }
        let kept: &'static str = String::from(text).leak();
        self.texts.insert(text.to_owned(), kept);
        kept
    }

    fn text(&mut self, json: &Json<'_>) -> &'static str {
        self.keep_text(json.text().unwrap_or_default())
    }

    fn text_under(&mut self, json: &Json<'_>, name: &str) -> &'static str {
        self.keep_text(under(json, name))
    }

    fn some_text(&mut self, json: &Json<'_>, name: &str) -> Option<&'static str> {
        json.get(name).map(|text| self.text(text))
    }

    fn texts(&mut self, json: &Json<'_>, name: &str) -> &'static [&'static str] {
        let texts = json.get(name).into_iter().flat_map(Json::texts);
        let texts: Vec<&'static str> = texts.map(|text| self.keep_text(text)).collect();
        keep_all(texts)
    }

    fn bilingual(&mut self, json: Option<&Json<'_>>) -> Bilingual {
        let Some(json) = json else {
            return Bilingual::new("", "");
        };
        match json.text() {
            Some(text) => {
                let text = self.keep_text(text);
                Bilingual::new(text, text)
            }
            None => Bilingual::new(self.text_under(json, "en"), self.text_under(json, "zh")),
        }
    }

    fn pairs(&mut self, json: &Json<'_>, name: &str) -> &'static [(&'static str, &'static str)] {
        let members = json.get(name).map_or(&[][..], Json::members).iter();
        let pairs: Vec<_> = members
            .map(|member| (self.keep_text(&member.name), self.text(&member.value)))
            .collect();
        keep_all(pairs)
    }

    fn citation(&mut self, json: &Json<'_>) -> Citation {
        json.get("citation")
            .map_or(Citation::new(self.document, "", ""), |citation| {
                Citation::new(
                    self.text_under(citation, "document"),
                    self.text_under(citation, "section"),
                    self.text_under(citation, "quote"),
                )
            })
    }

    fn profile(&mut self, json: &Json<'_>) -> Profile {
        let gone = json.get("gone").map_or(&[][..], Json::members).iter();
        let gone: Vec<_> = gone
            .map(|member| {
                (
                    self.keep_text(&member.name),
                    self.bilingual(Some(&member.value)),
                )
            })
            .collect();
        let request = json.get("request").map(|request| {
            let object = self.object(request, &[]);
            keep(object)
        });
        Profile {
            id: self.text_under(json, "id"),
            title: self.bilingual(json.get("title")),
            operation: self.text_under(json, "operation"),
            document: self.text_under(json, "document"),
            edition: self.bilingual(json.get("edition")),
            since: self.text_under(json, "since"),
            supersedes: self.some_text(json, "supersedes"),
            notions: notions::NOTIONS,
            context_rules: self.context_rules(json),
            change_rules: self.change_rules(json),
            aliases: self.pairs(json, "aliases"),
            gone: keep_all(gone),
            wire: wire(json.get("wire")),
            request: request.unwrap_or(const { &Object::new(&[], &[]) }),
            provider_codes: json.get("provider_codes").map(|codes| ProviderCodes {
                missing: self.text_under(codes, "missing"),
                token_reused: self.text_under(codes, "token_reused"),
            }),
            sample: json
                .get("sample")
                .map_or("{}", |sample| self.keep_text(sample.raw)),
        }
    }

    fn context_rules(&mut self, json: &Json<'_>) -> &'static [ContextRule] {
        let rules = elements(json, "context_rules").iter().filter_map(|rule| {
            let (asks, within) = match under(rule, "asks") {
                "in-range" => (Asks::InRange, Some(&notions::VSWITCH)),
                "same-region" => (Asks::SameRegion, None),
                "same-network" => (Asks::SameNetwork, None),
                _ => (Asks::SameVpc, Some(&notions::NETWORK)),
            };
            Some(ContextRule {
                code: code(under(rule, "code")),
                notion: notions::notion(under(rule, "notion"))?,
                asks,
                within,
                reason: self.bilingual(rule.get("reason")),
                citation: self.citation(rule),
            })
        });
        let rules: Vec<_> = rules.collect();
        keep_all(rules)
    }

    fn change_rules(&mut self, json: &Json<'_>) -> &'static [ChangeRule] {
        let rules = elements(json, "change_rules").iter().filter_map(|rule| {
            Some(ChangeRule {
                notion: notions::notion(under(rule, "notion"))?,
                refused: if rule.get("from").is_some() {
                    Refused::FromTo(self.text_under(rule, "from"), self.text_under(rule, "to"))
                } else {
                    Refused::Any
                },
                reason: self.bilingual(rule.get("reason")),
                citation: self.citation(rule),
            })
        });
        let rules: Vec<_> = rules.collect();
        keep_all(rules)
    }

    fn part(&mut self, json: &Json<'_>) -> Part {
        match json.kind() {
            Some("range") => Part::Whole(
                number(json, "min").unwrap_or_default(),
                number(json, "max").unwrap_or_default(),
            ),
            _ => Part::Words(self.texts(json, "values")),
        }
    }

    fn classes(&mut self, json: &Json<'_>) -> &'static Grammar {
        let families = elements(json, "families").iter().map(|family| {
            let parts = family.get("parts").map_or(&[][..], Json::members).iter();
            let parts: Vec<(&'static str, Part)> = parts
                .map(|part| (self.keep_text(&part.name), self.part(&part.value)))
                .collect();
            let written = self.texts(family, "forms");
            let forms = written.iter().map(|form| {
                let pieces = pieces(form).unwrap_or_default().into_iter();
                keep_all(pieces.filter_map(|(piece, is_part)| {
                    if !is_part {
                        return Some(Piece::Text(piece));
                    }
                    let part = parts.iter().find(|(name, _)| *name == piece)?;
                    Some(Piece::Part(part.0, part.1))
                }))
            });
            Family {
                name: self.text_under(family, "name"),
                written,
                forms: keep_all(forms),
                parts: keep_all(parts.iter().copied()),
                engine_versions: self.texts(family, "engine_versions"),
            }
        });
        let families: Vec<_> = families.collect();
        keep(Grammar {
            as_of: self.text_under(json, "as_of"),
            families: keep_all(families),
        })
    }

    fn object(&mut self, json: &Json<'_>, outer: &Chain<'_, '_>) -> Object {
        let mut chain = outer.to_vec();
        chain.push(json);
        let rows: Vec<Parameter> = parameters(json)
            .iter()
            .map(|row| self.parameter(row, &chain))
            .collect();
        let rules: Vec<Rule> = elements(json, "rules")
            .iter()
            .map(|rule| self.rule(rule, &chain))
            .collect();
        let packs: Vec<Rule> = elements(json, "pack_rules")
            .iter()
            .map(|rule| self.rule(rule, &chain))
            .collect();
        let mut object = Object::new(keep_all(rows), keep_all(rules));
        object.lenient_case = flag(json, "lenient_case");
        object.small_letters = flag(json, "small_letters");
        object.keeps_blanks = flag(json, "keeps_blanks");
        object.old_names = self.pairs(json, "old_names");
        object.idle_when = json
            .get("idle_when")
            .map(|when| keep(self.condition(when, outer)));
        object.packs = keep_all(packs);
        object.own = Some(keep(Own {
            grammar: self.grammar,
        }));
        object
    }

    fn parameter(&mut self, json: &Json<'_>, chain: &Chain<'_, '_>) -> Parameter {
        let kind = self.kind(json, chain);
        let mut parameter = Parameter::new(self.text_under(json, "name"), kind);
        if let Some(constraint) = json.get("constraint") {
            parameter = parameter.constraint(self.constraint(constraint, chain));
        }
        parameter.need = match under(json, "need") {
            "required" => Need::Required,
            "required-on-wire" => Need::RequiredOnWire,
            _ => Need::Optional,
        };
        parameter.default = self.some_text(json, "default");
        parameter.secret = flag(json, "secret");
        if let Some(verbatim) = json.get("verbatim").and_then(Json::flag) {
            parameter.verbatim = verbatim;
        }
        parameter.common = flag(json, "common");
        parameter.prose = flag(json, "prose");
        parameter.may_be_empty = flag(json, "may_be_empty");
        parameter.coercion = match under(json, "coercion") {
            "silent" => Coercion::Silent,
            "told" => Coercion::Told,
            "reformed" => Coercion::Reformed,
            "refused" => Coercion::Refused,
            _ => Coercion::ByWire,
        };
        parameter.zone = flag(json, "zone");
        parameter.closed = flag(json, "closed");
        parameter.words = self.pairs(json, "words");
        parameter.notion = match json.get("notion") {
            Some(_) => notions::notion(under(json, "notion")),
            None if flag(json, "common") => None,
            None => (notions::NOTIONS.iter().copied())
                .find(|notion| notion.names.contains(&parameter.name)),
        };
        parameter.label = self.bilingual(json.get("label"));
        parameter.hint = self.bilingual(json.get("hint"));
        parameter.citation = self.citation(json);
        parameter.provider_code = self.some_text(json, "provider_code");
        parameter.samples = self.samples(json);
        parameter
    }

    fn kind(&mut self, row: &Json<'_>, chain: &Chain<'_, '_>) -> Kind {
        let Some(json) = row.get("type") else {
            return Kind::Untyped;
        };
        let object = inner(row).map(|(_, object)| {
            let object = self.object(object, chain);
            keep(object)
        });
        match (json.kind().unwrap_or_default(), object) {
            ("object", Some(object)) => Kind::Object(object),
            ("json-array", Some(element)) => Kind::JsonArray(element),
            ("objects", Some(element)) => Kind::Objects(element, list_rule(self, json)),
            ("texts", _) => Kind::Texts(list_rule(self, json)),
            ("map", _) => Kind::Map(list_rule(self, json)),
            ("string", _) => Kind::String,
            ("long", _) => Kind::Long,
            ("integer", _) => Kind::Integer,
            ("boolean", _) => Kind::Boolean,
            ("json-object", _) => Kind::JsonObject,
            ("anything", _) => Kind::Anything,
            _ => Kind::Untyped,
        }
    }

    fn samples(&mut self, json: &Json<'_>) -> &'static [Sample] {
        let samples = elements(json, "samples").iter().map(|sample| {
            let along = sample.get("along").into_iter().flat_map(Json::texts);
            Sample {
                patch: sample
                    .get("patch")
                    .map_or("{}", |patch| self.keep_text(patch.raw)),
                outer: sample
                    .get("outer")
                    .map_or("{}", |outer| self.keep_text(outer.raw)),
                code: sample.get("code").and_then(Json::text).map(code),
                along: keep_all(along.map(code)),
            }
        });
        let samples: Vec<_> = samples.collect();
        keep_all(samples)
    }

    fn reference(&mut self, json: &Json<'_>, name: &str, chain: &Chain<'_, '_>) -> Ref {
        self.leads(under(json, name), chain)
    }

    fn leads(&mut self, reference: &str, chain: &Chain<'_, '_>) -> Ref {
        match resolve(reference, chain) {
            Some(target) => {
                let name = self.keep_text(name_of(target.parameter));
                target.reference(name)
            }
            // A reference that leads nowhere was a mistake.
            None => Ref::outer(0, 0, ""),
        }
    }

    fn constraint(&mut self, json: &Json<'_>, chain: &Chain<'_, '_>) -> Constraint {
        let bound = |name: &str| small(json, name).unwrap_or_default();
        let (min, max) = (bound("min"), bound("max"));
        match json.kind().unwrap_or_default() {
            "by-rule" => Constraint::ByRule,
            "without" => Constraint::Without(self.text_under(json, "text")),
            "within" => Constraint::Within(self.reference(json, "parameter", chain)),
            "one-of" => Constraint::OneOf(self.texts(json, "values")),
            "integers" => Constraint::Integers(json.get("values").map_or(&[], numbers)),
            kind @ ("integers-by" | "integers-by-rule") => {
                let cases = json.get("cases").map_or(&[][..], Json::members).iter();
                let cases: Vec<_> = cases
                    .map(|case| (self.keep_text(&case.name), numbers(&case.value)))
                    .collect();
                let cases = keep_all(cases);
                let decided_by = self.reference(json, "decided_by", chain);
                if kind == "integers-by" {
                    Constraint::IntegersBy { decided_by, cases }
                } else {
                    Constraint::IntegersByRule { decided_by, cases }
                }
            }
            "range" => Constraint::Range {
                min: number(json, "min").unwrap_or_default(),
                max: number(json, "max"),
            },
            "boolean" => Constraint::Boolean,
            "name" => Constraint::Name(NameRule {
                min,
                max,
                starts_with_letter: flag(json, "starts_with_letter"),
                characters: match self.some_text(json, "refused") {
                    Some(refused) => NameCharacters::Except(refused),
                    None => NameCharacters::WordsAndHan,
                },
            }),
            "password" => Constraint::Password(PasswordRule {
                min,
                max,
                characters: match self.some_text(json, "refused") {
                    Some(refused) => PasswordCharacters::Refused(refused),
                    None => PasswordCharacters::Special(self.text_under(json, "special")),
                },
                at_least: bound("at_least"),
                classes: keep_all(
                    json.get("classes")
                        .into_iter()
                        .flat_map(Json::texts)
                        .map(characters),
                ),
                should_mix: flag(json, "should_mix"),
            }),
            "token" => Constraint::Token { max },
            "description" => Constraint::Description { max },
            "ipv4" => Constraint::Ipv4,
            "config" => {
                let keys = elements(json, "keys").iter().map(|key| ConfigKey {
                    name: self.text_under(key, "name"),
                    value: if key.get("values").is_some() {
                        ConfigValue::OneOf(self.texts(key, "values"))
                    } else {
                        ConfigValue::Count
                    },
                });
                let keys: Vec<_> = keys.collect();
                Constraint::Config(keep_all(keys))
            }
            "settings" => self.settings(json),
            "instance-class" => Constraint::InstanceClass,
            "versions" => Constraint::Versions(self.texts(json, "values")),
            "time" => Constraint::Time(match under(json, "form") {
                "instant" => TimeForm::Instant,
                "date" => TimeForm::Date,
                "minute" => TimeForm::Minute,
                _ => TimeForm::Window,
            }),
            "prefix" => Constraint::Prefix { min, max },
            "distinct" => Constraint::Distinct,
            "modes" => Constraint::Modes(self.texts(json, "values")),
            "whitelist" => Constraint::Whitelist,
            "activity" => Constraint::Activity,
            _ => Constraint::Any,
        }
    }

    fn settings(&mut self, json: &Json<'_>) -> Constraint {
        let wanted = under(json, "catalogue");
        if let Some(known) = catalogues().into_iter().find(|known| known.name == wanted) {
            return Constraint::Settings(known);
        }
        let settings = json.get("settings").map_or(&[][..], Json::members).iter();
        let settings = settings.map(|setting| OwnSetting {
            name: self.keep_text(&setting.name),
            takes: match setting.value.kind() {
                Some("any") => None,
                _ => Some(self.part(&setting.value)),
            },
        });
        let settings: Vec<_> = settings.collect();
        Constraint::Settings(keep(SettingCatalogue {
            name: self.text_under(json, "name"),
            judge: SettingJudge::Data(OwnSettings(keep_all(settings))),
        }))
    }

    fn rule(&mut self, json: &Json<'_>, chain: &Chain<'_, '_>) -> Rule {
        let when: Vec<_> = elements(json, "when")
            .iter()
            .map(|condition| self.condition(condition, chain))
            .collect();
        Rule {
            code: code(under(json, "code")),
            at: json
                .get("at")
                .and_then(Json::text)
                .map(|at| self.leads(at, chain)),
            member: self.text_under(json, "member"),
            when: keep_all(when),
            reason: self.bilingual(json.get("reason")),
            citation: self.citation(json),
            samples: self.samples(json),
            severity: severity(under(json, "severity")),
            fix: match json
                .get("fix")
                .map(|fix| (fix.kind().unwrap_or_default(), fix))
            {
                Some(("remove", _)) => RuleFix::Remove,
                Some(("replace", fix)) => RuleFix::Replace(self.text_under(fix, "value")),
                Some(("rename", fix)) => RuleFix::Rename(self.text_under(fix, "name")),
                Some(("add", fix)) => {
                    RuleFix::Add(self.text_under(fix, "name"), self.text_under(fix, "value"))
                }
                _ => RuleFix::None,
            },
            provider_code: self.some_text(json, "provider_code"),
        }
    }

    fn condition(&mut self, json: &Json<'_>, chain: &Chain<'_, '_>) -> Condition {
        let kind = json.kind().unwrap_or_default();
        let it = self.reference(json, "parameter", chain);
        let mut other = || self.reference(json, "other", chain);
        let number = number(json, "number").unwrap_or_default();
        match kind {
            "not-within" => Condition::NotWithin(it, other()),
            "differs" => Condition::Differs(it, other()),
            "same" => Condition::Same(it, other()),
            "is" => Condition::Is(it, self.text_under(json, "value")),
            "is-not" => Condition::IsNot(it, self.text_under(json, "value")),
            "one-of" => Condition::OneOf(it, self.texts(json, "values")),
            "present" => Condition::Present(it),
            "absent" => Condition::Absent(it),
            "valid" => Condition::Valid(it),
            "unknown" => Condition::Unknown(it),
            "wrong" => Condition::Wrong(it),
            "starts-with" => Condition::StartsWith(it, self.texts(json, "values")),
            "at-least" => Condition::AtLeast(it, number),
            "at-most" => Condition::AtMost(it, number),
            "lets-everybody-in" => Condition::LetsEverybodyIn(it),
            "no-element" => {
                let mut within = chain.to_vec();
                let list = resolve(under(json, "parameter"), chain);
                within.extend(
                    list.and_then(|list| inner(list.parameter))
                        .map(|(_, element)| element),
                );
                let condition = json
                    .get("condition")
                    .map(|condition| self.condition(condition, &within));
                Condition::NoElement(it, keep(condition.unwrap_or(Condition::Present(it))))
            }
            "either" => {
                let conditions = elements(json, "conditions").iter();
                let conditions: Vec<_> =
                    conditions.map(|each| self.condition(each, chain)).collect();
                Condition::Either(keep_all(conditions))
            }
            "passes" => {
                let wanted = under(json, "test");
                let known = self.tests.iter().find(|known| known.name == wanted);
                let test = known.map_or(const { &NEVER }, |known| known.test);
                Condition::Passes(test, self.reads(json, chain))
            }
            _ => self.own(json, kind, it, chain),
        }
    }

    fn reads(&mut self, json: &Json<'_>, chain: &Chain<'_, '_>) -> &'static [Ref] {
        let reads = json.get("parameters").into_iter().flat_map(Json::texts);
        let reads: Vec<Ref> = reads
            .map(|reference| self.leads(reference, chain))
            .collect();
        keep_all(reads)
    }

    /// A condition that is data of the file.
    fn own(&mut self, json: &Json<'_>, kind: &str, it: Ref, chain: &Chain<'_, '_>) -> Condition {
        let grammar = self.grammar.unwrap_or(const { &NO_CLASSES });
        let (ask, reads) = match kind {
            "class-of-family" => (
                Ask::OfFamily(grammar, self.texts(json, "families")),
                keep_all([it]),
            ),
            "class-of-no-family" => (Ask::OfNone(grammar), keep_all([it])),
            "class-runs-not" => {
                let other = self.reference(json, "other", chain);
                (Ask::RunsNot(grammar), keep_all([it, other]))
            }
            "class-part-differs" => {
                let other = self.reference(json, "other", chain);
                let part = self.text_under(json, "part");
                (Ask::PartDiffers(grammar, part), keep_all([it, other]))
            }
            _ => (
                Ask::SumAbove(number(json, "number").unwrap_or_default()),
                self.reads(json, chain),
            ),
        };
        let test = Test {
            name: ask.name(),
            needs_first: !matches!(ask, Ask::SumAbove(_)),
            holds: Holds::Data(OwnTest(keep(ask))),
            says: None,
        };
        Condition::Passes(keep(test), reads)
    }
}

/// Stands for a test that there is none of, which was a mistake.
static NEVER: Test = Test {
    name: "never",
    needs_first: true,
    holds: Holds::Code(|_| false),
    says: None,
};

static NO_CLASSES: Grammar = Grammar {
    as_of: "",
    families: &[],
};

fn characters(name: &str) -> CharacterClass {
    match name {
        "uppercase" => CharacterClass::Uppercase,
        "lowercase" => CharacterClass::Lowercase,
        "digit" => CharacterClass::Digit,
        _ => CharacterClass::Special,
    }
}

fn wire(json: Option<&Json<'_>>) -> Wire {
    let Some(json) = json else {
        return Wire::QUERY;
    };
    match json.kind() {
        Some("json") => Wire::JSON,
        Some("terraform") => Wire::TERRAFORM,
        Some("ros") => Wire::ROS,
        Some("custom") => Wire {
            is_strict: flag(json, "strict"),
            tells_coercion: flag(json, "tells_coercion"),
            converts: flag(json, "converts"),
            reads_yes: flag(json, "reads_yes"),
            rereads_numbers: flag(json, "rereads_numbers"),
            unknown_name: severity(under(json, "unknown_name")).unwrap_or(Severity::Warning),
        },
        _ => Wire::QUERY,
    }
}
