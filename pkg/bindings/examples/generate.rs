//! Writes what the JavaScript side takes from the tables: types, profiles, explanations,
//! comparisons and JSON Schemas. `generate FOLDER`.

#![allow(clippy::expect_used, reason = "a tool that cannot do its work stops")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use kvspec::diagnostic::Term;
use kvspec::profile::{ClassCatalogue, Sample};
use kvspec::{Checker, Code, Locale, PROFILES, Profile, compare, documents, export, messages};
use serde_json::{Map, Value, json};

fn main() {
    let folder = PathBuf::from(env::args_os().nth(1).expect("a folder to write to"));
    fs::create_dir_all(&folder).expect("the folder can be made");
    let write = |name: &str, text: &str| {
        fs::write(folder.join(name), text).expect("the file can be written");
    };
    write("types.ts", &export::typescript_module());
    let ids: Vec<&str> = PROFILES.iter().map(|profile| profile.id).collect();
    write(
        "ids.ts",
        &format!(
            "// Generated from the tables of kvspec; do not edit.\nexport const ids = {} as const;\n",
            json!(ids)
        ),
    );
    let profiles: Vec<Value> = PROFILES.iter().copied().map(profile).collect();
    let none = Tables::default();
    let known = packed(&folder, "profiles", &json!(profiles), &none);
    write("texts.ts", &source("texts", &texts(PROFILES, &BOTH)));
    for locale in BOTH {
        let name = locale.name();
        let mut common = texts(&[], &[locale]);
        write(&format!("words.{name}.json"), &common.to_string());
        for profile in PROFILES {
            let mut own = texts(&[profile], &[locale]);
            // What every document says stands once.
            for part in ["codes", "terms"] {
                let columns = common[part].as_array_mut().expect("columns").len();
                own[part] = json!(vec![json!([]); columns]);
            }
            let words = json!({ "texts": own, "form": form(profile, locale) });
            write(
                &format!("words.{}.{name}.json", profile.id),
                &words.to_string(),
            );
        }
    }
    packed(&folder, "explanations", &explanations(), &none);
    packed(&folder, "comparisons", &comparisons(), &known);
    packed(&folder, "classes", &classes(), &none);
    let schemas: Map<String, Value> = PROFILES
        .iter()
        .map(|profile| {
            (
                profile.id.to_owned(),
                export::json_schema(profile, Locale::En),
            )
        })
        .collect();
    packed(&folder, "schemas", &Value::Object(schemas), &none);
    for profile in PROFILES {
        for (kind, locale) in [("en", Locale::En), ("zh", Locale::Zh)] {
            let schema = export::json_schema(profile, locale);
            write(
                &format!("schema.{}.{kind}.json", profile.id),
                &schema.to_string(),
            );
        }
        let form = serde_json::to_value(export::form(profile)).expect("a form is JSON");
        write(&format!("form.{}.json", profile.id), &form.to_string());
    }
}

/// The form metadata of a profile, under the names of the JavaScript side.
fn profile(profile: &'static Profile) -> Value {
    let mut form = serde_json::to_value(export::form(profile)).expect("a form is JSON");
    let members = form.as_object_mut().expect("a form is an object");
    members.remove("schema");
    members.remove("profile");
    members.insert("id".to_owned(), json!(profile.id));
    members.insert(
        "sample".to_owned(),
        serde_json::from_str(profile.sample).expect("JSON"),
    );
    form
}

const BOTH: [Locale; 2] = [Locale::En, Locale::Zh];

/// What a form needs of a profile in one language to draw itself: its title, its fields, what its rules look at, and why
/// a parameter has no place in the order.
fn form(profile: &'static Profile, locale: Locale) -> Value {
    fn strip(value: &mut Value, other: &str) {
        match value {
            Value::Object(members) => {
                if members.keys().eq(["en", "zh"]) {
                    members[other] = json!("");
                }
                members.values_mut().for_each(|member| strip(member, other));
            }
            Value::Array(items) => items.iter_mut().for_each(|item| strip(item, other)),
            _ => {}
        }
    }
    let mut form = self::profile(profile);
    for rule in form["rules"].as_array_mut().expect("a list") {
        let hides = rule["code"] == "not-applicable" || rule["code"] == "ignored-parameter";
        let rule = rule.as_object_mut().expect("an object");
        rule.retain(|name, _| {
            matches!(name.as_str(), "code" | "at" | "when") || (hides && name == "reason")
        });
    }
    let members = form.as_object_mut().expect("an object");
    members.retain(|name, _| {
        let needed = [
            "id",
            "title",
            "operation",
            "wire",
            "fields",
            "rules",
            "sample",
        ];
        needed.contains(&name.as_str())
    });
    strip(&mut form, if locale == Locale::En { "zh" } else { "en" });
    form
}

fn both(text: kvspec::profile::Bilingual) -> Value {
    json!({ "en": text.en, "zh": text.zh })
}

fn explanations() -> Value {
    let provider_codes = provider_codes();
    let given = Code::ALL.iter().filter(|code| code.is_of_requests());
    let codes: Vec<Value> = given
        .map(|code| {
            let info = code.info();
            let theirs: Vec<&str> = provider_codes
                .iter()
                .filter(|(_, ours)| ours.contains(code))
                .map(|(theirs, _)| *theirs)
                .collect();
            let profiles: Vec<&str> = PROFILES
                .iter()
                .filter(|profile| profile.binds(*code))
                .map(|profile| profile.id)
                .collect();
            // Paragraph by paragraph: many pages say the same.
            let page = |locale| {
                let page = export::rule_page(*code, locale);
                page.split('\n').map(Value::from).collect::<Vec<_>>()
            };
            json!({
                "code": info.name,
                "severity": info.severity.name(),
                "title": both(info.title),
                "reason": both(info.reason),
                "providerCodes": theirs,
                "profiles": profiles,
                "page": { "en": page(Locale::En), "zh": page(Locale::Zh) },
            })
        })
        .collect();
    let listed = documents::provider_errors().chain(documents::edition_errors());
    let met = documents::UNLISTED_ERRORS.iter().map(|met| met.code);
    let answers: BTreeSet<&str> = listed.map(|row| row.code).chain(met).collect();
    let errors: Vec<Value> = answers
        .into_iter()
        .filter_map(|code| {
            let rows: Vec<_> = documents::provider_error(code)
                .chain(documents::edition_error(code))
                .collect();
            let (meaning, detection, advice) = if let Some(row) = rows.first() {
                (*row.meaning(), row.detection(), *row.advice())
            } else {
                let met = documents::unlisted_error(code)?;
                (met.meaning, met.detection, met.advice)
            };
            let ours = provider_codes.get(code);
            let profiles: BTreeSet<&str> = rows.iter().map(|row| row.profile).collect();
            let page = |locale| {
                let page = export::answer_page(code, locale).unwrap_or_default();
                page.split('\n').map(Value::from).collect::<Vec<_>>()
            };
            Some(json!({
                "providerCode": code,
                "title": both(meaning),
                "detection": detection.name(),
                "reason": both(*detection.sentence()),
                "advice": both(advice),
                "codes": ours.into_iter().flatten().map(|code| code.name()).collect::<Vec<_>>(),
                "profiles": profiles,
                "page": { "en": page(Locale::En), "zh": page(Locale::Zh) },
            }))
        })
        .collect();
    json!({ "codes": codes, "errors": errors })
}

/// The words of findings, which the module of WebAssembly does not hold: `pkg/src/words.ts` reads
/// them. Tables are written column by column, and numbers as steps from one to the next: so they
/// compress best. Of a language that is not asked for nothing is written.
fn texts(profiles: &[&'static Profile], locales: &[Locale]) -> Value {
    let wanted = |locale, text: &'static str| {
        if locales.contains(&locale) { text } else { "" }
    };
    let codes: Vec<Value> = Code::ALL
        .iter()
        .map(|code| {
            let info = code.info();
            // Numbers are places in this list, so that what is never given has its place as well.
            let is_given = code.is_of_requests();
            let phrases = |locale: Locale| -> Vec<&str> {
                let all = info.messages.iter().chain([&info.help]);
                let given = all.filter(|_| is_given && locales.contains(&locale));
                given.map(|text| text.get(locale)).collect()
            };
            let arguments = code.arguments().iter().filter(|_| is_given);
            let names: Vec<&str> = arguments.map(|known| known.name).collect();
            json!([info.name, names, phrases(Locale::En), phrases(Locale::Zh)])
        })
        .collect();
    let terms: Vec<Value> = Term::ALL
        .iter()
        .map(|term| {
            json!([
                term.id(),
                wanted(Locale::En, term.text(Locale::En)),
                wanted(Locale::Zh, term.text(Locale::Zh))
            ])
        })
        .collect();
    let arguments: BTreeMap<u32, _> = numbered(messages::arguments(profiles), |text| text.key());
    let citations: BTreeMap<u32, _> =
        numbered(messages::citations(profiles), |citation| citation.key());
    let mut documents: Vec<&str> = Vec::new();
    let mut sections: Vec<&str> = Vec::new();
    let sources: Vec<Value> = steps(citations.keys())
        .zip(citations.values())
        .map(|(step, citation)| {
            let document = place(&mut documents, citation.document);
            let section = place(&mut sections, citation.section);
            json!([step, document, section, citation.quote])
        })
        .collect();
    let words: Vec<Value> = steps(arguments.keys())
        .zip(arguments.values())
        .map(|(step, text)| {
            json!([
                step,
                wanted(Locale::En, text.en),
                wanted(Locale::Zh, text.zh)
            ])
        })
        .collect();
    json!({
        "codes": columns(&codes),
        "terms": columns(&terms),
        "arguments": columns(&words),
        "documents": documents,
        "sections": sections,
        "citations": columns(&sources),
    })
}

/// By how much each of some growing numbers is more than the one before.
fn steps<'n>(numbers: impl Iterator<Item = &'n u32>) -> impl Iterator<Item = u32> {
    let mut before = 0;
    numbers.map(move |number| number - std::mem::replace(&mut before, *number))
}

/// A table of rows as one of columns.
fn columns(rows: &[Value]) -> Vec<Value> {
    let width = rows.first().and_then(Value::as_array).map_or(0, Vec::len);
    (0..width)
        .map(|column| rows.iter().map(|row| row[column].clone()).collect())
        .collect()
}

/// Rows by their numbers, of which no two rows may share one.
fn numbered<T: PartialEq + std::fmt::Debug>(
    rows: Vec<T>,
    number: impl Fn(&T) -> u32,
) -> BTreeMap<u32, T> {
    let mut all = BTreeMap::new();
    for row in rows {
        let key = number(&row);
        if let Some(other) = all.get(&key) {
            assert_eq!(
                &row, other,
                "two texts share a number: change how it is computed"
            );
        }
        all.insert(key, row);
    }
    all
}

/// The place of a name in a list, to which it is added if it is new.
fn place<'n>(names: &mut Vec<&'n str>, name: &'n str) -> usize {
    names
        .iter()
        .position(|known| *known == name)
        .unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        })
}

/// A module that gives a value as JSON: a text that is parsed when it is needed costs less than a
/// literal that always is. Its type is no more than `string`, or the declarations would repeat it.
fn source(name: &str, value: &Value) -> String {
    format!(
        "// Generated from the tables of kvspec; do not edit.\nexport const {name}: string = {};\n",
        Value::from(value.to_string())
    )
}

/// Which codes each provider code comes with, as the samples of all rows show.
fn provider_codes() -> BTreeMap<&'static str, BTreeSet<Code>> {
    let mut found: BTreeMap<&'static str, BTreeSet<Code>> = BTreeMap::new();
    for profile in PROFILES {
        let mut note = |at: &str, sample: &Sample| {
            let report =
                Checker::new(profile).check(&sample.spec(profile, at).expect("a sample fits"));
            for finding in &report {
                if let Some(theirs) = finding.provider_code {
                    found.entry(theirs).or_default().insert(finding.code);
                }
            }
        };
        profile.visit_objects(&mut |at, object| {
            for sample in object
                .parameters
                .iter()
                .flat_map(|parameter| parameter.samples)
            {
                note(at, sample);
            }
            for sample in object.rules.iter().flat_map(|rule| rule.samples) {
                note(at, sample);
            }
        });
    }
    found
}

fn comparisons() -> Value {
    let mut all = Map::new();
    for a in PROFILES {
        for b in PROFILES {
            let comparison = compare::compare(a, b);
            let published = |locale| {
                serde_json::to_value(comparison.published(locale)).expect("a comparison is JSON")
            };
            let texts = in_both(published(Locale::En), published(Locale::Zh));
            all.insert(format!("{} {}", a.id, b.id), texts);
        }
    }
    Value::Object(all)
}

/// What the providers sell, class by class.
fn classes() -> Value {
    let published = |locale| {
        let of = |provider, catalogue: &'static ClassCatalogue| {
            let classes = catalogue.classes.iter();
            classes.map(move |class| export::class(provider, class, locale))
        };
        let all: Vec<_> = of("alibaba", &documents::alibaba::CATALOGUE)
            .chain(of("jdcloud", &documents::jdcloud::CATALOGUE))
            .collect();
        serde_json::to_value(all).expect("classes are JSON")
    };
    in_both(published(Locale::En), published(Locale::Zh))
}

/// The names of a value that is another one in each language.
const LANGUAGES: [&str; 2] = ["$en", "$zh"];

/// The same value in both languages as one, with pairs where they differ.
fn in_both(en: Value, zh: Value) -> Value {
    match (en, zh) {
        (Value::Array(en), Value::Array(zh)) if en.len() == zh.len() => en
            .into_iter()
            .zip(zh)
            .map(|(en, zh)| in_both(en, zh))
            .collect(),
        (Value::Object(en), Value::Object(zh)) if en.keys().eq(zh.keys()) => {
            let members = en.into_iter().zip(zh);
            members
                .map(|((name, en), (_, zh))| (name, in_both(en, zh)))
                .collect()
        }
        (en, zh) if en == zh => en,
        (en, zh) => json!({ LANGUAGES[0]: en, LANGUAGES[1]: zh }),
    }
}

/// Stands for the first text that was not met before: numbers that grow with every step compress badly.
const NEXT: i32 = -1;

/// What packed values have in common.
#[derive(Default)]
struct Tables {
    scalars: Vec<Value>,
    places: BTreeMap<String, usize>,
    shapes: Vec<Vec<String>>,
    shape_places: BTreeMap<Vec<String>, usize>,
}

impl Tables {
    fn pack(&mut self, value: &Value) -> Value {
        match value {
            Value::Array(items) => {
                let mut out = vec![json!(0)];
                out.extend(items.iter().map(|item| self.pack(item)));
                Value::Array(out)
            }
            Value::Object(members) => {
                let names: Vec<String> = members.keys().cloned().collect();
                let place = if names == LANGUAGES {
                    json!(-1)
                } else {
                    json!(*self.shape_places.entry(names.clone()).or_insert_with(|| {
                        self.shapes.push(names);
                        self.shapes.len()
                    }))
                };
                let mut out = vec![place];
                out.extend(members.values().map(|member| self.pack(member)));
                Value::Array(out)
            }
            scalar => {
                let next = self.scalars.len();
                let place = *self.places.entry(scalar.to_string()).or_insert(next);
                if place == next {
                    self.scalars.push(scalar.clone());
                    return json!(NEXT);
                }
                json!(place)
            }
        }
    }
}

/// Writes a value with every text and every list of names only once, and none that the known
/// tables have: `pkg/src/unpack.ts` reads it.
fn packed(folder: &Path, name: &str, value: &Value, known: &Tables) -> Tables {
    let mut tables = Tables {
        scalars: known.scalars.clone(),
        places: known.places.clone(),
        ..Tables::default()
    };
    let root = tables.pack(value);
    let own = &tables.scalars[known.scalars.len()..];
    let packed = json!([own, tables.shapes, root]);
    fs::write(folder.join(format!("{name}.ts")), source(name, &packed))
        .expect("the file can be written");
    tables
}
