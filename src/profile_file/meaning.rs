//! Whether what a file says can be meant: that references lead somewhere, that bounds leave room,
//! that a condition can hold.

use super::check::{listed, shown};
use super::mistake::{Mistakes, Said, pointer, said};
use super::refer::{Chain, Target, all, inner, name_of, parameters, parts, resolve};
use super::tree::Json;
use crate::documents::notions::notion;
use crate::documents::{NamedTest, named_tests};
use crate::profile::{MAX_PARAMETERS, MAX_RULES, Mask};
use crate::text::nearest;

/// Gathers what cannot be meant in a file.
pub(super) fn check(json: &Json<'_>, mistakes: &mut Mistakes<'_>) {
    let mut reader = Reader {
        mistakes,
        tests: named_tests(),
        families: json
            .get("classes")
            .and_then(|classes| classes.get("families"))
            .map_or(&[], Json::elements),
    };
    reader.root(json);
}

struct Reader<'m, 'f, 'c, 't> {
    mistakes: &'m mut Mistakes<'f>,
    tests: Vec<NamedTest>,
    /// The families of classes.
    families: &'c [Json<'t>],
}

/// The most values that a test is given.
const MOST_READ: usize = 6;

fn text<'j>(json: &'j Json<'_>, name: &str) -> &'j str {
    json.get(name).and_then(Json::text).unwrap_or_default()
}

fn whole(json: &Json<'_>, name: &str) -> Option<u64> {
    json.get(name).and_then(Json::whole)
}

fn flag(json: &Json<'_>, name: &str) -> bool {
    json.get(name).and_then(Json::flag).unwrap_or_default()
}

impl<'c, 't> Reader<'_, '_, 'c, 't> {
    fn add(&mut self, json: &Json<'_>, at: &str, said: Said, suggestion: Option<&str>) {
        self.mistakes.add(at, json.place(), said, suggestion);
    }

    fn root(&mut self, json: &'c Json<'t>) {
        if let Some(id) = json.get("id") {
            let named = id.text().unwrap_or("a");
            let good = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-');
            if !named.bytes().all(good) || !named.starts_with(|c: char| c.is_ascii_lowercase()) {
                let said = said(
                    "an identifier has small letters, digits, points and hyphens, the first of them a letter",
                    "标识符只能由小写字母、数字、点和连字符组成，并以字母开头",
                );
                self.add(id, "/id", said, None);
            }
        }
        self.classes();
        let Some(request) = json.get("request") else {
            return;
        };
        for (key, rules) in ["context_rules", "change_rules"].map(|key| (key, json.get(key))) {
            for (index, rule) in rules.map_or(&[][..], Json::elements).iter().enumerate() {
                let at = format!("/{key}/{index}");
                self.notion(rule, &at, request);
                if rule.get("from").is_some() != rule.get("to").is_some() {
                    let said = said(
                        "`from` and `to` belong together",
                        "`from` 与 `to` 必须同时给出",
                    );
                    self.add(rule, &at, said, None);
                }
            }
        }
        let names: Vec<&str> = every_row(request).into_iter().map(name_of).collect();
        for member in json.get("aliases").map_or(&[][..], Json::members) {
            self.known(&member.value, &pointer("/aliases", &member.name), &names);
        }
        if let Some(when) = request.get("idle_when") {
            let said = said(
                "nothing stands around the request, by which it could be without meaning",
                "请求之外没有对象，不能使用 idle_when",
            );
            self.add(when, "/request/idle_when", said, None);
        }
        self.object(request, "/request", &[]);
    }

    /// One of some names.
    fn known(&mut self, json: &Json<'_>, at: &str, names: &[&str]) {
        let Some(name) = json.text().filter(|name| !names.contains(name)) else {
            return;
        };
        let said = said(
            format!("there is no parameter `{}`", shown(name)),
            format!("没有参数 `{}`", shown(name)),
        );
        self.add(json, at, said, nearest(name, names.iter().copied()));
    }

    /// A rule about a notion that a parameter of the request has to stand for.
    fn notion(&mut self, rule: &Json<'_>, at: &str, request: &Json<'_>) {
        let Some(json) = rule.get("notion") else {
            return;
        };
        let Some(notion) = json.text().and_then(notion) else {
            return;
        };
        let stands = |parameter: &Json<'_>| match parameter.get("notion").and_then(Json::text) {
            Some(own) => own == notion.id,
            None => notion.names.contains(&name_of(parameter)) && !flag(parameter, "common"),
        };
        if !every_row(request).into_iter().any(stands) {
            let id = notion.id;
            let said = said(
                format!(
                    "no parameter of the request stands for `{id}`: give one of them \"notion\": \"{id}\""
                ),
                format!("请求中没有参数表示 `{id}`：请为其中一个参数写上 \"notion\": \"{id}\""),
            );
            self.add(json, &pointer(at, "notion"), said, None);
        }
    }

    fn classes(&mut self) {
        let families = self.families;
        for (index, family) in families.iter().enumerate() {
            let at = format!("/classes/families/{index}");
            let name = text(family, "name");
            if families[..index]
                .iter()
                .any(|earlier| text(earlier, "name") == name)
            {
                let said = said("there is a family of this name already", "已有同名的系列");
                self.add(
                    family.get("name").unwrap_or(family),
                    &pointer(&at, "name"),
                    said,
                    None,
                );
            }
            let parts = family.get("parts").map_or(&[][..], Json::members);
            let mut used = Vec::new();
            for (number, form) in family
                .get("forms")
                .map_or(&[][..], Json::elements)
                .iter()
                .enumerate()
            {
                let at = format!("{at}/forms/{number}");
                let Some(pieces) = form.text().map(pieces) else {
                    continue;
                };
                let Some(pieces) = pieces else {
                    let said = said(
                        "braces stand around the name of a part: nb.std.{memory}g",
                        "花括号内应为部分的名称，例如 nb.std.{memory}g",
                    );
                    self.add(form, &at, said, None);
                    continue;
                };
                for (part, _) in pieces.into_iter().filter(|(_, is_part)| *is_part) {
                    used.push(part);
                    if !parts.iter().any(|known| known.name == part) {
                        let said = said(
                            format!("`parts` does not say what stands for `{}`", shown(part)),
                            format!("`parts` 没有说明 `{}` 可取什么值", shown(part)),
                        );
                        let near = nearest(part, parts.iter().map(|known| &*known.name));
                        self.add(form, &at, said, near);
                    }
                }
            }
            for part in parts {
                let at = pointer(&pointer(&at, "parts"), &part.name);
                self.bounds(&part.value, &at, None);
                if !used.contains(&&*part.name) {
                    let said = said(
                        format!("no form has the part `{}`", shown(&part.name)),
                        format!("没有任何形式使用部分 `{}`", shown(&part.name)),
                    );
                    self.mistakes.add(&at, part.place.clone(), said, None);
                }
            }
        }
    }

    fn object(&mut self, json: &'c Json<'t>, at: &str, outer: &Chain<'c, 't>) {
        let mut chain = outer.to_vec();
        chain.push(json);
        let chain = chain.as_slice();
        let rows = parameters(json);
        let rules = json.get("rules").map_or(&[][..], Json::elements);
        for (key, count, most) in [
            ("parameters", rows.len(), MAX_PARAMETERS),
            ("rules", rules.len(), MAX_RULES),
        ] {
            if count > most {
                let said = said(
                    format!("an object has {most} at most, not {count}"),
                    format!("一个对象最多 {most} 项，而不是 {count} 项"),
                );
                self.add(json.get(key).unwrap_or(json), &pointer(at, key), said, None);
            }
        }
        for (index, row) in rows.iter().enumerate() {
            let at = format!("{at}/parameters/{index}");
            let name = name_of(row);
            if !name.is_empty() && rows[..index].iter().any(|earlier| name_of(earlier) == name) {
                let said = said(
                    format!("there is a parameter `{}` already", shown(name)),
                    format!("已有参数 `{}`", shown(name)),
                );
                self.add(
                    row.get("name").unwrap_or(row),
                    &pointer(&at, "name"),
                    said,
                    None,
                );
            }
            self.parameter(row, &at, chain);
        }
        let own: Vec<&str> = rows.iter().map(name_of).collect();
        for member in json.get("old_names").map_or(&[][..], Json::members) {
            let at = pointer(&pointer(at, "old_names"), &member.name);
            self.known(&member.value, &at, &own);
        }
        if let Some(when) = json.get("idle_when").filter(|_| !outer.is_empty()) {
            self.condition(when, &pointer(at, "idle_when"), outer, false);
        }
        for key in ["rules", "pack_rules"] {
            let rules = json.get(key).map_or(&[][..], Json::elements);
            for (index, rule) in rules.iter().enumerate() {
                self.rule(rule, &format!("{at}/{key}/{index}"), chain, key == "rules");
            }
        }
        self.facts(json, at, chain, rules);
    }

    /// The values that decide something must fit into one mask.
    fn facts(&mut self, json: &Json<'_>, at: &str, chain: &Chain<'c, 't>, rules: &[Json<'_>]) {
        let mut deciding: Vec<usize> = Vec::new();
        for condition in rules
            .iter()
            .filter_map(|rule| rule.get("when"))
            .flat_map(Json::elements)
        {
            if matches!(condition.kind(), Some("is" | "is-not")) {
                let target = resolve(text(condition, "parameter"), chain);
                deciding.extend(
                    target
                        .filter(|target| target.up == 0)
                        .map(|target| target.index),
                );
            }
        }
        let rows = parameters(json);
        for row in rows {
            let decided_by = row
                .get("constraint")
                .map_or("", |it| text(it, "decided_by"));
            deciding.extend(resolve(decided_by, chain).map(|target| target.index));
        }
        deciding.sort_unstable();
        deciding.dedup();
        let facts = deciding
            .iter()
            .filter_map(|index| rows.get(*index))
            .filter_map(|row| {
                let constraint = row.get("constraint")?;
                Some(match constraint.kind()? {
                    "one-of" | "versions" => constraint.get("values")?.elements().len(),
                    "boolean" => 2,
                    _ => 0,
                })
            });
        let (count, most) = (facts.sum::<usize>(), Mask::BITS as usize);
        if count > most {
            let said = said(
                format!(
                    "the parameters whose values decide something have {count} values together, and {most} at most can be told apart: use `one-of` in the conditions on the longest lists"
                ),
                format!(
                    "起决定作用的参数共有 {count} 个取值，最多只能区分 {most} 个：对最长的列表请在条件中改用 `one-of`"
                ),
            );
            self.mistakes.add(at, json.at..json.at + 1, said, None);
        }
    }

    fn parameter(&mut self, json: &'c Json<'t>, at: &str, chain: &Chain<'c, 't>) {
        let kind = json.get("type").and_then(Json::kind).unwrap_or_default();
        if let Some(it) = json.get("type") {
            let at = pointer(at, "type");
            if let (Some(usual), Some(most)) = (whole(it, "usual"), whole(it, "most"))
                && usual > most
            {
                let said = said("`usual` exceeds `most`", "`usual` 大于 `most`");
                self.add(it, &at, said, None);
            }
            if let Some((key, object)) = inner(json) {
                self.object(object, &pointer(&at, key), chain);
                if let Some(by) = it.get("distinct_by") {
                    let names: Vec<&str> = parameters(object).iter().map(name_of).collect();
                    self.known(by, &pointer(&at, "distinct_by"), &names);
                }
            }
        }
        let Some(constraint) = json.get("constraint") else {
            return;
        };
        let at_constraint = pointer(at, "constraint");
        self.constraint(constraint, &at_constraint, kind, chain);
        if constraint.kind() == Some("password") && !flag(json, "secret") {
            let said = said(
                "the value of a password must never be shown: add \"secret\": true",
                "密码的值不得显示：请加上 \"secret\": true",
            );
            self.add(constraint, &at_constraint, said, None);
        }
        if let Some(default) = json.get("default")
            && let Some(value) = default.text()
            && let Some(allowed) =
                values(json).filter(|allowed| !allowed.iter().any(|one| one == value))
        {
            let said = said(
                format!(
                    "the default `{}` is none of the values: {}",
                    shown(value),
                    listed(&allowed, ", ")
                ),
                format!(
                    "默认值 `{}` 不在取值列表中：{}",
                    shown(value),
                    listed(&allowed, "、")
                ),
            );
            let near = nearest(value, allowed.iter().map(|one| &**one));
            self.add(default, &pointer(at, "default"), said, near);
        } else if let Some(default) = json.get("default")
            && constraint.kind() == Some("range")
            && let Some(value) = default.text()
        {
            let number: Option<u64> = value.parse().ok();
            let (min, max) = (whole(constraint, "min"), whole(constraint, "max"));
            let is_within = number.is_some_and(|number| {
                min.is_none_or(|min| min <= number) && max.is_none_or(|max| number <= max)
            });
            if !is_within {
                let said = said(
                    format!("the default `{}` is outside the range", shown(value)),
                    format!("默认值 `{}` 不在范围内", shown(value)),
                );
                self.add(default, &pointer(at, "default"), said, None);
            }
        }
    }

    /// A smallest and a largest number.
    fn bounds(&mut self, json: &Json<'_>, at: &str, greatest: Option<u64>) {
        if let (Some(min), Some(max)) = (whole(json, "min"), whole(json, "max"))
            && min > max
        {
            let said = said(
                format!("the bounds contradict each other: {min} is more than {max}"),
                format!("上下限矛盾：{min} 大于 {max}"),
            );
            self.add(json, at, said, None);
        }
        if let (Some(greatest), Some(min)) = (greatest, whole(json, "min"))
            && min > greatest
        {
            let said = said(
                format!("the type holds no number above {greatest}"),
                format!("该类型不能容纳大于 {greatest} 的数"),
            );
            self.add(
                json.get("min").unwrap_or(json),
                &pointer(at, "min"),
                said,
                None,
            );
        }
    }

    /// A list that is ascending, or has nothing twice.
    fn list(&mut self, json: &Json<'_>, at: &str) {
        let elements = json.elements();
        for (index, element) in elements.iter().enumerate().skip(1) {
            let before = &elements[index - 1];
            let at = format!("{at}/{index}");
            if let (Some(before), Some(number)) = (before.whole(), element.whole()) {
                if number <= before {
                    let said = said(
                        format!("these numbers ascend: {number} does not stand behind {before}"),
                        format!("数字应按升序排列：{number} 不能在 {before} 之后"),
                    );
                    self.add(element, &at, said, None);
                }
            } else if let Some(value) = element.text()
                && elements[..index]
                    .iter()
                    .any(|earlier| earlier.text() == Some(value))
            {
                let said = said(
                    format!("`{}` is there twice", shown(value)),
                    format!("`{}` 重复出现", shown(value)),
                );
                self.add(element, &at, said, None);
            }
        }
    }

    fn constraint(&mut self, json: &'c Json<'t>, at: &str, kind: &str, chain: &Chain<'c, 't>) {
        let Some(name) = json.kind() else { return };
        let fits = match name {
            "settings" => kind == "map",
            "config" => kind == "json-object",
            "range" | "integers" | "integers-by" | "integers-by-rule" => !matches!(
                kind,
                "boolean"
                    | "object"
                    | "map"
                    | "anything"
                    | "objects"
                    | "json-array"
                    | "json-object"
            ),
            "whitelist" => !matches!(kind, "boolean" | "long" | "integer" | "object" | "map"),
            _ => !matches!(kind, "object" | "anything" | "objects" | "json-array"),
        };
        if !fits && !kind.is_empty() {
            let said = said(
                format!(
                    "`{}` says nothing of a value of the type `{}`",
                    shown(name),
                    shown(kind)
                ),
                format!("`{}` 不适用于类型 `{}`", shown(name), shown(kind)),
            );
            self.add(json, at, said, None);
        }
        let greatest = match kind {
            "long" => Some(i64::MAX as u64),
            "integer" => Some(i32::MAX as u64),
            _ => None,
        };
        self.bounds(json, at, greatest);
        if let Some(values) = json.get("values") {
            self.list(values, &pointer(at, "values"));
        }
        match name {
            "within" => {
                self.target(json, at, "parameter", chain);
            }
            "integers-by" | "integers-by-rule" => self.integers_by(json, at, chain),
            "password" => self.password(json, at),
            "settings" => {
                let is_own = json.get("settings").is_some();
                if is_own == json.get("catalogue").is_some() || is_own != json.get("name").is_some()
                {
                    let said = said(
                        "either `catalogue`, or `name` and `settings`, must be there",
                        "应写 `catalogue`，或同时写 `name` 与 `settings`",
                    );
                    self.add(json, at, said, None);
                }
                for member in json.get("settings").map_or(&[][..], Json::members) {
                    self.bounds(
                        &member.value,
                        &pointer(&pointer(at, "settings"), &member.name),
                        None,
                    );
                }
            }
            _ => {}
        }
    }

    fn integers_by(&mut self, json: &'c Json<'t>, at: &str, chain: &Chain<'c, 't>) {
        let decided_by = self.target(json, at, "decided_by", chain);
        if decided_by.is_some_and(|target| target.up > 0) {
            let said = said(
                "the parameter that decides is one of the same object",
                "起决定作用的参数必须属于同一对象",
            );
            let at = pointer(at, "decided_by");
            self.add(json.get("decided_by").unwrap_or(json), &at, said, None);
        }
        let allowed = decided_by.and_then(|target| values(target.parameter));
        for case in json.get("cases").map_or(&[][..], Json::members) {
            let at = pointer(&pointer(at, "cases"), &case.name);
            self.list(&case.value, &at);
            if let Some(allowed) = &allowed
                && !allowed.iter().any(|one| *one == case.name)
            {
                let said = said(
                    format!(
                        "`{}` is no value of the parameter that decides",
                        shown(&case.name)
                    ),
                    format!("`{}` 不是起决定作用的参数的取值", shown(&case.name)),
                );
                let near = nearest(&case.name, allowed.iter().map(|one| &**one));
                self.mistakes.add(&at, case.place.clone(), said, near);
            }
        }
    }

    fn password(&mut self, json: &Json<'_>, at: &str) {
        if json.get("refused").is_some() == json.get("special").is_some() {
            let said = said(
                "either `refused` or `special` must be there, not both",
                "`refused` 与 `special` 必须且只能写一个",
            );
            self.add(json, at, said, None);
        }
        let classes = json
            .get("classes")
            .map_or(0, |classes| classes.elements().len());
        if whole(json, "at_least").is_some_and(|least| least > classes as u64) {
            let said = said(
                format!("there are only {classes} classes of which it could hold some"),
                format!("`classes` 只有 {classes} 类字符"),
            );
            let at = pointer(at, "at_least");
            self.add(json.get("at_least").unwrap_or(json), &at, said, None);
        }
    }

    /// What a reference under a key leads to, or a mistake.
    fn target(
        &mut self,
        json: &'c Json<'t>,
        at: &str,
        key: &str,
        chain: &Chain<'c, 't>,
    ) -> Option<Target<'c, 't>> {
        self.leads(json.get(key)?, &pointer(at, key), chain)
    }

    fn leads(
        &mut self,
        json: &'c Json<'t>,
        at: &str,
        chain: &Chain<'c, 't>,
    ) -> Option<Target<'c, 't>> {
        let reference = json.text()?;
        let target = resolve(reference, chain);
        if target.is_none() {
            let all = all(chain);
            let (_, name) = parts(reference);
            // A name of another object is sooner meant than a similar one.
            let elsewhere = all.iter().find(|one| parts(one).1 == name);
            let near = elsewhere
                .map(|one| &**one)
                .or_else(|| nearest(reference, all.iter().map(|one| &**one)));
            let said = said(
                format!("there is no parameter `{}` here", shown(reference)),
                format!("此处没有参数 `{}`", shown(reference)),
            );
            self.add(json, at, said, near);
        }
        target
    }

    fn rule(&mut self, json: &'c Json<'t>, at: &str, chain: &Chain<'c, 't>, direct: bool) {
        self.target(json, at, "at", chain);
        if let Some(fix) = json
            .get("fix")
            .filter(|fix| matches!(fix.kind(), Some("rename" | "add")))
            && let Some(name) = fix.get("name")
        {
            let own: Vec<&str> = chain
                .last()
                .map_or(&[][..], |object| parameters(object))
                .iter()
                .map(name_of)
                .collect();
            self.known(name, &pointer(&pointer(at, "fix"), "name"), &own);
        }
        let conditions = json.get("when").map_or(&[][..], Json::elements);
        for (index, condition) in conditions.iter().enumerate() {
            let at = format!("{at}/when/{index}");
            self.condition(condition, &at, chain, direct);
            let about = text(condition, "parameter");
            let contradicts = |earlier: &&Json<'_>| {
                text(earlier, "parameter") == about
                    && match (earlier.kind(), condition.kind()) {
                        (Some("present"), Some("absent")) | (Some("absent"), Some("present")) => {
                            true
                        }
                        (Some("is"), Some("is")) => {
                            text(earlier, "value") != text(condition, "value")
                        }
                        (Some("at-least"), Some("at-most")) => {
                            whole(earlier, "number") > whole(condition, "number")
                        }
                        (Some("at-most"), Some("at-least")) => {
                            whole(earlier, "number") < whole(condition, "number")
                        }
                        _ => false,
                    }
            };
            if !about.is_empty()
                && conditions[..index]
                    .iter()
                    .any(|earlier| contradicts(&earlier))
            {
                let said = said(
                    "this contradicts a condition before it: the rule could never hold",
                    "此条件与前面的条件矛盾，该规则永远不会成立",
                );
                self.add(condition, &at, said, None);
            }
        }
    }

    /// A condition; `direct` if it stands directly under `when` of a rule that is no pack's, where
    /// elements of lists are counted.
    fn condition(&mut self, json: &'c Json<'t>, at: &str, chain: &Chain<'c, 't>, direct: bool) {
        let Some(kind) = json.kind() else { return };
        if kind == "either" {
            let conditions = json.get("conditions").map_or(&[][..], Json::elements);
            for (index, condition) in conditions.iter().enumerate() {
                self.condition(condition, &format!("{at}/conditions/{index}"), chain, false);
            }
            return;
        }
        let target = self.target(json, at, "parameter", chain);
        self.target(json, at, "other", chain);
        let reads = json.get("parameters").map_or(&[][..], Json::elements);
        for (index, reference) in reads.iter().enumerate() {
            self.leads(reference, &format!("{at}/parameters/{index}"), chain);
        }
        match kind {
            "is" | "is-not" | "one-of" => self.can_be(json, at, target),
            "no-element" if direct => self.no_element(json, at, target, chain),
            "no-element" => {
                let said = said(
                    "elements are counted for a condition directly under `when` of `rules` alone",
                    "只有直接写在 `rules` 的 `when` 之下的条件才能统计列表元素",
                );
                self.add(json, at, said, None);
            }
            "passes" => self.passes(json, at, reads.len()),
            "sum-above" if reads.len() > MOST_READ => {
                let said = said(
                    format!("a sum has {MOST_READ} parameters at most"),
                    format!("最多对 {MOST_READ} 个参数求和"),
                );
                self.add(json, at, said, None);
            }
            _ if kind.starts_with("class-") => self.class(json, at, kind),
            _ => {}
        }
    }

    /// A condition on a value that the parameter can have.
    fn can_be(&mut self, json: &Json<'_>, at: &str, target: Option<Target<'_, '_>>) {
        let Some(allowed) = target.and_then(|target| values(target.parameter)) else {
            return;
        };
        let one = json.get("value").map(|value| (value, pointer(at, "value")));
        let many = json
            .get("values")
            .map_or(&[][..], Json::elements)
            .iter()
            .enumerate();
        let many = many.map(|(index, value)| (value, format!("{at}/values/{index}")));
        for (value, at) in one.into_iter().chain(many) {
            let Some(given) = value.text() else { continue };
            if !allowed.iter().any(|one| one == given) {
                let said = said(
                    format!(
                        "the parameter never has the value `{}`, but {}",
                        shown(given),
                        listed(&allowed, ", ")
                    ),
                    format!(
                        "该参数不会取 `{}`，其取值为 {}",
                        shown(given),
                        listed(&allowed, "、")
                    ),
                );
                let near = nearest(given, allowed.iter().map(|one| &**one));
                self.add(value, &at, said, near);
            }
        }
    }

    fn no_element(
        &mut self,
        json: &'c Json<'t>,
        at: &str,
        target: Option<Target<'c, 't>>,
        chain: &Chain<'c, 't>,
    ) {
        let Some(target) = target else { return };
        let element =
            inner(target.parameter).filter(|(key, _)| *key == "element" && target.up == 0);
        let Some((_, element)) = element else {
            let said = said(
                "this must be a list of objects, of the rule's own object",
                "此处应为规则所在对象中的对象列表",
            );
            let at = pointer(at, "parameter");
            self.add(json.get("parameter").unwrap_or(json), &at, said, None);
            return;
        };
        let mut within = chain.to_vec();
        within.push(element);
        if let Some(condition) = json.get("condition") {
            self.condition(condition, &pointer(at, "condition"), &within, false);
        }
    }

    fn passes(&mut self, json: &Json<'_>, at: &str, reads: usize) {
        let name = text(json, "test");
        let known = self.tests.iter().find(|known| known.name == name);
        let wanted = known.map(|known| known.reads.clone());
        if let Some(wanted) = wanted.filter(|wanted| !wanted.contains(&reads)) {
            let wanted = match wanted.into_inner() {
                (least, most) if least == most => least.to_string(),
                (least, most) => format!("{least}–{most}"),
            };
            let said = said(
                format!("`{name}` reads {wanted} parameters, not {reads}"),
                format!("`{name}` 需要 {wanted} 个参数，而不是 {reads} 个"),
            );
            let at = pointer(at, "parameters");
            self.add(json.get("parameters").unwrap_or(json), &at, said, None);
        }
    }

    fn class(&mut self, json: &Json<'_>, at: &str, kind: &str) {
        let families = self.families;
        if families.is_empty() {
            let said = said(
                format!(
                    "`{kind}` needs `classes` at the top of the file, which says how names are made"
                ),
                format!("`{kind}` 需要文件顶层的 `classes` 来说明规格名称的构成"),
            );
            self.add(json, at, said, None);
            return;
        }
        let names: Vec<&str> = families.iter().map(|family| text(family, "name")).collect();
        let wanted = json.get("families").map_or(&[][..], Json::elements);
        for (index, family) in wanted.iter().enumerate() {
            let Some(name) = family.text().filter(|name| !names.contains(name)) else {
                continue;
            };
            let said = said(
                format!("there is no family `{}` under `classes`", shown(name)),
                format!("`classes` 中没有系列 `{}`", shown(name)),
            );
            let near = nearest(name, names.iter().copied());
            self.add(family, &format!("{at}/families/{index}"), said, near);
        }
        if let Some(part) = json.get("part")
            && let Some(name) = part.text()
        {
            let parts = families.iter().filter_map(|family| family.get("parts"));
            let parts: Vec<&str> = parts
                .flat_map(Json::members)
                .map(|part| &*part.name)
                .collect();
            if !parts.contains(&name) {
                let said = said(
                    format!("no family has the part `{}`", shown(name)),
                    format!("没有系列含有部分 `{}`", shown(name)),
                );
                self.add(
                    part,
                    &pointer(at, "part"),
                    said,
                    nearest(name, parts.iter().copied()),
                );
            }
        }
    }
}

/// The values that a parameter can have, where they can be listed and the list is closed.
fn values(parameter: &Json<'_>) -> Option<Vec<String>> {
    let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    let Some(constraint) = parameter.get("constraint") else {
        let is_boolean = parameter.get("type").and_then(Json::kind) == Some("boolean");
        return is_boolean.then(|| owned(&["true", "false"]));
    };
    match constraint.kind()? {
        "boolean" => Some(owned(&["true", "false"])),
        "one-of" => Some(
            constraint
                .get("values")?
                .texts()
                .map(ToOwned::to_owned)
                .collect(),
        ),
        "integers" => Some(
            constraint
                .get("values")?
                .elements()
                .iter()
                .map(|number| number.raw.to_owned())
                .collect(),
        ),
        _ => None,
    }
}

/// Parameters of an object and of all that is in it.
fn every_row<'c, 't>(object: &'c Json<'t>) -> Vec<&'c Json<'t>> {
    let mut rows = Vec::new();
    for row in parameters(object) {
        rows.push(row);
        if let Some((_, object)) = inner(row) {
            rows.extend(every_row(object));
        }
    }
    rows
}

/// The pieces of a form of names, each with whether it is the name of a part; nothing where the
/// braces are not in order.
pub(super) fn pieces(form: &str) -> Option<Vec<(&str, bool)>> {
    let mut pieces = Vec::new();
    let mut rest = form;
    while let Some((letters, behind)) = rest.split_once('{') {
        let (part, behind) = behind.split_once('}')?;
        if letters.contains('}') || part.is_empty() || part.contains('{') {
            return None;
        }
        if !letters.is_empty() {
            pieces.push((letters, false));
        }
        pieces.push((part, true));
        rest = behind;
    }
    if rest.contains('}') {
        return None;
    }
    if !rest.is_empty() {
        pieces.push((rest, false));
    }
    Some(pieces)
}
