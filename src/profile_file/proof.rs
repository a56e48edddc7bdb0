//! Whether the samples of a profile that was read show what they are said to.

use std::collections::BTreeSet;

use serde_json::Value;

use super::mistake::{Mistakes, pointer, said};
use super::refer::{inner, name_of, parameters};
use super::tree::Json;
use crate::check::Checker;
use crate::diagnostic::{Code, Severity};
use crate::profile::Profile;
use crate::profile::merge_patch::{merge, merge_at};

/// Gathers samples that show something else.
pub(super) fn check(profile: &'static Profile, json: &Json<'_>, mistakes: &mut Mistakes<'_>) {
    let Some(Ok(sample)) = json
        .get("sample")
        .map(|sample| serde_json::from_str(sample.raw))
    else {
        return;
    };
    let mut proof = Proof {
        checker: Checker::new(profile),
        sample,
        mistakes,
    };
    proof.whole(json);
    if let Some(request) = json.get("request") {
        proof.object(request, "/request", &mut Vec::new());
    }
}

struct Proof<'m, 't> {
    checker: Checker<'static>,
    /// The profile's own sample.
    sample: Value,
    mistakes: &'m mut Mistakes<'t>,
}

impl Proof<'_, '_> {
    fn whole(&mut self, json: &Json<'_>) {
        let report = self.checker.check(&self.sample);
        let mut found = report
            .iter()
            .filter(|found| found.severity != Severity::Info);
        if let (Some(first), Some(sample)) = (found.next(), json.get("sample")) {
            let (code, path) = (first.code, &first.path);
            let said = said(
                format!("the sample has no error or warning, but `{code}` at {path}"),
                format!("样例不应有错误或警告，但 {path} 处有 `{code}`"),
            );
            self.mistakes.add("/sample", sample.place(), said, None);
        }
    }

    /// The samples of an object's rows and rules, and of what is in it. `*` in the way stands for
    /// an element of a list.
    fn object(&mut self, json: &Json<'_>, at: &str, way: &mut Vec<String>) {
        for (index, row) in parameters(json).iter().enumerate() {
            let at = format!("{at}/parameters/{index}");
            self.samples(row, &at, way, None);
            if let Some((key, object)) = inner(row) {
                let known = way.len();
                way.push(name_of(row).to_owned());
                way.extend((key == "element").then(|| "*".to_owned()));
                self.object(object, &format!("{at}/type/{key}"), way);
                way.truncate(known);
            }
        }
        let rules = json.get("rules").map_or(&[][..], Json::elements);
        for (index, rule) in rules.iter().enumerate() {
            let text = |name: &str| rule.get(name).and_then(Json::text);
            let code = text("code").and_then(Code::from_name);
            let is_info = match text("severity") {
                Some(severity) => severity == Severity::Info.name(),
                None => code.is_some_and(|code| code.severity() == Severity::Info),
            };
            let of_info = code.filter(|_| is_info);
            self.samples(rule, &format!("{at}/rules/{index}"), way, of_info);
        }
    }

    /// The samples of one row. Where it is a rule whose findings are notes, that code, of which a
    /// sample that passes has none at its place.
    fn samples(&mut self, row: &Json<'_>, at: &str, way: &[String], note: Option<Code>) {
        let place = place_of(row, way);
        let samples = row.get("samples").map_or(&[][..], Json::elements);
        for (index, sample) in samples.iter().enumerate() {
            let at = pointer(&format!("{at}/samples"), &index.to_string());
            let Some(spec) = self.changed(sample, way) else {
                let said = said(
                    "the patch does not fit the profile's sample, or is no JSON Merge Patch",
                    "该补丁与样例不符，或不是 JSON Merge Patch",
                );
                self.mistakes.add(&at, sample.place(), said, None);
                continue;
            };
            let report = self.checker.check(&spec);
            let wanted = sample
                .get("code")
                .and_then(Json::text)
                .and_then(Code::from_name);
            let along = sample.get("along").into_iter().flat_map(Json::texts);
            let along: BTreeSet<Code> = along.filter_map(Code::from_name).chain(wanted).collect();
            // What stands in a list that is deprecated cannot do without it.
            let list = way.strip_suffix(&["*".to_owned()]).unwrap_or_default();
            let list = path(list.iter().map(|name| &**name));
            let is_loud = |found: &&crate::Diagnostic| {
                found.severity != Severity::Info
                    && !(found.code == Code::DeprecatedParameter && found.path == list.as_str())
            };
            let codes: BTreeSet<Code> = report
                .iter()
                .filter(is_loud)
                .map(|found| found.code)
                .collect();
            let (missing, more) = match (wanted, note) {
                (None, Some(note)) => (
                    None,
                    report
                        .iter()
                        .find(|found| found.code == note && found.path == place.as_str())
                        .map(|found| found.code),
                ),
                (Some(wanted), _) => (
                    (!report.iter().any(|found| found.code == wanted)).then_some(wanted),
                    codes.difference(&along).next().copied(),
                ),
                (None, None) => (None, codes.difference(&along).next().copied()),
            };
            let said = match (missing, more) {
                (Some(code), _) => said(
                    format!("the sample does not give `{code}`"),
                    format!("该样例没有得到 `{code}`"),
                ),
                (None, Some(code)) => said(
                    format!("the sample gives `{code}`, of which it does not speak"),
                    format!("该样例得到了没有写明的 `{code}`"),
                ),
                (None, None) => continue,
            };
            self.mistakes.add(&at, sample.place(), said, None);
        }
    }

    /// The profile's sample, with the changes of a row's.
    fn changed(&self, sample: &Json<'_>, way: &[String]) -> Option<Value> {
        let mut spec = self.sample.clone();
        let parsed = |json: &Json<'_>| serde_json::from_str(json.raw).ok();
        if let Some(outer) = sample.get("outer") {
            merge(&mut spec, &parsed(outer)?);
        }
        let way: Vec<&str> = way.iter().map(|name| &**name).collect();
        merge_at(&mut spec, &way, &parsed(sample.get("patch")?)?)?;
        Some(spec)
    }
}

/// The place in a request of what a rule is about.
fn place_of(rule: &Json<'_>, way: &[String]) -> String {
    let mut about = ["at", "member"].map(|name| rule.get(name).and_then(Json::text));
    let mut way = way;
    while let Some(outer) = about[0].and_then(|at| at.strip_prefix("../")) {
        about[0] = Some(outer);
        way = &way[..way.len().saturating_sub(1)];
    }
    let way = way.iter().map(|name| if name == "*" { "0" } else { name });
    path(way.chain(about.into_iter().flatten()))
}

/// Names as a path.
fn path<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.fold(String::new(), |path, name| path + "/" + name)
}
