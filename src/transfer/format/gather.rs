//! What a file says of each setting, under the API's name and in the API's words.

use std::ops::Range;

use super::{Action, NotRewritten, step};
use crate::diagnostic::{Code, LineIndex, Span};
use crate::documents::ALIBABA_CREATE_INSTANCE_2026;
use crate::documents::counterparts::{
    CREATE_INSTANCE, CREATE_TAIR_INSTANCE, Counterpart, in_pulumi, to_api,
};
use crate::envelope::Spec;
use crate::input::InputFormat;
use crate::input::item::{Item, Member, What, Written};
use crate::input::{parse_query, yaml};
use crate::lint::Linter;
use crate::profile::{Bilingual, Kind, Object, Parameter, Profile};
use crate::run::Run;
use crate::spec_format::SpecFormat;
use crate::text::placeholder::{self, Place, Placeholder};
use crate::transfer::{Step, transfer};

/// What is said of a setting.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Said {
    /// A text, number or boolean, as its text.
    Text(String),
    List(Vec<Said>),
    Map(Vec<(String, Said)>),
    /// Not known, with what tells it from others: the text of its reference.
    Unknown(Option<String>),
    /// A secret; what it is was left behind. With its reference, where it was one already.
    Secret(Option<String>),
}

/// A setting of an order.
#[derive(Debug)]
pub(super) struct Setting {
    /// The API's name of it, or Terraform's where the API has none: see the table of counterparts.
    pub(super) key: String,
    /// JSON Pointer to it in the order.
    pub(super) from: String,
    pub(super) span: Option<Span>,
    pub(super) said: Said,
    /// How it was written, where it may be shown.
    pub(super) was: Option<String>,
    /// The name through which it was followed and that somebody can override.
    pub(super) is_default: bool,
}

/// An order as its file has it.
pub(super) struct Order {
    pub(super) name: Option<String>,
    pub(super) format: SpecFormat,
    pub(super) profile: &'static Profile,
    pub(super) span: Range<usize>,
    pub(super) copies: u64,
    pub(super) settings: Vec<Setting>,
    /// What does not go further.
    pub(super) steps: Vec<Step>,
    /// The arguments as they stand there: JD Cloud's have the same names in both of its formats.
    pub(super) arguments: Item,
    /// Whether it is of the operation that orders Tair.
    pub(super) is_tair: bool,
}

impl Order {
    pub(super) const fn table(&self) -> &'static [Counterpart] {
        if self.is_tair {
            CREATE_TAIR_INSTANCE
        } else {
            CREATE_INSTANCE
        }
    }

    pub(super) fn said(&self, key: &str) -> Option<&Said> {
        let setting = self.settings.iter().find(|setting| setting.key == key);
        setting.map(|setting| &setting.said)
    }

    /// The text of a setting, if it is known.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match self.said(key) {
            Some(Said::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(super) fn take(&mut self, key: &str) -> Option<Setting> {
        let at = self.settings.iter().position(|one| one.key == key)?;
        Some(self.settings.remove(at))
    }
}

/// Reads every order of a text.
pub(super) fn orders(linter: &Linter<'_>, text: &str) -> Result<Vec<Order>, NotRewritten> {
    let index = LineIndex::new(text);
    let linted = linter.lint(text, &mut Run::new());
    let is_unreadable = linted.iter().any(|one| {
        one.diagnostics
            .iter()
            .any(|found| found.code == Code::Syntax)
    });
    if is_unreadable {
        return Err(NotRewritten::Unreadable(linted));
    }
    let mut orders = Vec::new();
    match linter.orders_in(text).map(|(_, found)| found) {
        Some(found) => {
            for spec in &found.specs {
                orders.push(of_spec(spec, text, &index)?);
            }
        }
        None => requests(linter, text, &index, &mut orders)?,
    }
    if orders.is_empty() {
        return Err(NotRewritten::NoOrder);
    }
    Ok(orders)
}

/// The requests of a text that is no other tool's.
fn requests(
    linter: &Linter<'_>,
    text: &str,
    index: &LineIndex,
    orders: &mut Vec<Order>,
) -> Result<(), NotRewritten> {
    let named = linter.asked_profile();
    let profile_of = |slice: &str| named.or_else(|| Profile::infer(slice).ok());
    match InputFormat::of(text) {
        InputFormat::Query => {
            let (Some(profile), Ok((_, pairs))) = (profile_of(text), parse_query(text)) else {
                return Err(NotRewritten::NoOrder);
            };
            let base = text.as_ptr().addr();
            let members = pairs.iter().map(|pair| {
                let place = |slice: &str| {
                    let start = slice.as_ptr().addr() - base;
                    start..start + slice.len()
                };
                let span = place(pair.raw_value);
                let what = What::Text(pair.value.to_string());
                let value = Item::new(what, span, Written::Block);
                member(&pair.name, place(pair.raw_name), value)
            });
            let what = What::Map {
                members: members.collect(),
                open: false,
            };
            let item = Item::new(what, 0..text.len(), Written::Block);
            let order = request(profile, SpecFormat::Query, item, text, index)?;
            orders.extend(order);
        }
        InputFormat::Json => {
            let start = text.len() - text.trim_start_matches('\u{feff}').len();
            let Ok(root) = yaml::json(&text[start..]) else {
                return Err(NotRewritten::NoOrder);
            };
            let elements = root.elements().unwrap_or(std::slice::from_ref(&root));
            for element in elements {
                let span = element.span.start + start..element.span.end + start;
                let Some(profile) = text.get(span).and_then(profile_of) else {
                    continue;
                };
                let mut item = crate::envelope::literally(element);
                shift(&mut item, start);
                orders.extend(request(profile, SpecFormat::Json, item, text, index)?);
            }
        }
        _ => {
            // A request a line.
            let mut offset = 0;
            for line in text.split_inclusive('\n') {
                let at = offset;
                offset += line.len();
                let Some(profile) = profile_of(line) else {
                    continue;
                };
                let Ok(root) = yaml::json(line.trim_end()) else {
                    continue;
                };
                let mut item = crate::envelope::literally(&root);
                shift(&mut item, at);
                orders.extend(request(profile, SpecFormat::Ndjson, item, text, index)?);
            }
        }
    }
    Ok(())
}

/// Moves all places of a value.
fn shift(item: &mut Item, by: usize) {
    let moved = |range: &mut Range<usize>| *range = range.start + by..range.end + by;
    moved(&mut item.span);
    match &mut item.what {
        What::List { elements, .. } => elements.iter_mut().for_each(|item| shift(item, by)),
        What::Map { members, .. } => {
            for member in members {
                moved(&mut member.key);
                moved(&mut member.whole);
                shift(&mut member.value, by);
            }
        }
        _ => {}
    }
}

fn member(name: &str, key: Range<usize>, value: Item) -> Member {
    Member {
        name: name.to_owned(),
        shown: None,
        whole: key.start..key.start,
        key,
        is_block: false,
        value,
    }
}

/// A request of an API, or of the console's page, which becomes one.
fn request(
    profile: &'static Profile,
    format: SpecFormat,
    item: Item,
    text: &str,
    index: &LineIndex,
) -> Result<Vec<Order>, NotRewritten> {
    let is_direct = matches!(
        profile.operation,
        "CreateInstance" | "CreateTairInstance" | "createCacheInstance"
    ) && profile.id != "alibaba.console";
    let span = item.span.clone();
    let spec = |arguments, profile: &'static Profile| {
        let places = (span.start..span.start, span.clone());
        Spec::new(profile.id, format, String::new(), places, arguments)
    };
    if is_direct {
        return Ok(vec![of_spec(&spec(item, profile), text, index)?]);
    }
    let slice = text.get(span.clone()).unwrap_or(text);
    let moved = transfer(slice, profile, &ALIBABA_CREATE_INSTANCE_2026)
        .map_err(|_| NotRewritten::Unreadable(Vec::new()))?;
    let mut orders = Vec::new();
    for (number, moved_request) in moved.requests.iter().enumerate() {
        let arguments = of_value(moved_request.spec(), &span);
        let mut order = of_spec(&spec(arguments, &ALIBABA_CREATE_INSTANCE_2026), text, index)?;
        order.copies = moved_request.copies;
        let steps = moved.steps.iter().filter(|step| step.request == number);
        order.steps.extend(steps.cloned());
        order.profile = profile;
        orders.push(order);
    }
    Ok(orders)
}

/// A parsed value, all of which stands in one place.
fn of_value(value: &serde_json::Value, span: &Range<usize>) -> Item {
    use serde_json::Value;
    let what = match value {
        Value::Null => What::Null,
        Value::Bool(value) => What::Boolean(*value),
        Value::Number(number) => What::Number(number.to_string()),
        Value::String(text) => What::Text(text.clone()),
        Value::Array(elements) => What::List {
            elements: elements.iter().map(|one| of_value(one, span)).collect(),
            open: false,
        },
        Value::Object(members) => What::Map {
            members: members
                .iter()
                .map(|(name, value)| member(name, span.clone(), of_value(value, span)))
                .collect(),
            open: false,
        },
    };
    Item::new(what, span.clone(), Written::Block)
}

/// Gathers what an order says.
fn of_spec(spec: &Spec, text: &str, index: &LineIndex) -> Result<Order, NotRewritten> {
    let name = Some(spec.name.clone()).filter(|name| !name.is_empty());
    let profile = Profile::by_id(spec.profile).ok_or(NotRewritten::NoOrder)?;
    let not_written = || NotRewritten::NotWritten {
        name: name.clone(),
        from: profile,
    };
    // Of a batch in a command, and of the older provider for Kubernetes, nothing here knows the words.
    let format = format_of(profile, spec.format);
    if profile.operation == "CreateInstances" || profile.id == "crossplane.redis-instance" {
        return Err(not_written());
    }
    let mut gathering = Gathering {
        format,
        text,
        index,
        settings: Vec::new(),
        steps: Vec::new(),
    };
    let is_jd = profile.operation == "createCacheInstance";
    if !is_jd {
        gathering.object(&spec.arguments, profile.request, "", "");
    }
    if let What::Map { open: true, .. } = spec.arguments.what {
        let mut found = step(Action::Unreadable, Some(String::new()), None, Some(OTHERS));
        found.span = Some(gathering.span(&spec.head));
        gathering.steps.push(found);
    }
    let has_region = gathering.settings.iter().any(|one| one.key == "RegionId");
    if let Some(region) = spec.region.as_ref().filter(|_| !has_region && !is_jd) {
        gathering.settings.push(Setting {
            key: "RegionId".to_owned(),
            from: String::new(),
            span: None,
            said: Said::Text(region.clone()),
            was: Some(region.clone()),
            is_default: spec.region_is_default,
        });
    }
    let Gathering {
        settings, steps, ..
    } = gathering;
    let mut order = Order {
        name,
        format,
        profile,
        span: spec.head.start..spec.whole.end,
        copies: 1,
        settings,
        steps,
        arguments: spec.arguments.clone(),
        is_tair: profile.operation == "CreateTairInstance",
    };
    if format == SpecFormat::Ros {
        of_template(&mut order);
    }
    if !is_jd {
        name_settings(&mut order);
    }
    Ok(order)
}

/// What an order is written in; in Markdown its profile tells.
fn format_of(profile: &'static Profile, format: SpecFormat) -> SpecFormat {
    match profile.id.split('.').next() {
        Some("terraform") => SpecFormat::Terraform,
        Some("ros") => SpecFormat::Ros,
        Some("pulumi") => SpecFormat::Pulumi,
        Some("crossplane") => SpecFormat::Crossplane,
        _ if format == SpecFormat::Markdown => SpecFormat::Shell,
        _ => format,
    }
}

pub(super) const OTHERS: Bilingual = Bilingual::new(
    "there may be others, which are not known",
    "可能还有其他参数，无法得知",
);

const UNIT: Bilingual = Bilingual::new(
    "the unit is a year, and how many is not known",
    "单位为年，但数量未知",
);

/// What belongs to a template alone: which operation is meant, and what is counted in another way.
fn of_template(order: &mut Order) {
    let class = order.text("InstanceClass").unwrap_or_default();
    let product = order.text("ProductType").unwrap_or_default();
    order.is_tair = class.starts_with("tair.") || product.starts_with("Tair_");
    if order.is_tair
        && order.said("ShardCount").is_none()
        && let Some(mut inner) = order.take("TairConfig/ShardCount")
    {
        "ShardCount".clone_into(&mut inner.key);
        order.settings.push(inner);
    }
    let unit = order.take("PeriodUnit");
    let is_year = unit.as_ref().is_some_and(
        |unit| matches!(&unit.said, Said::Text(text) if text.eq_ignore_ascii_case("year")),
    );
    if let Some(unit) = unit {
        let mut told = step(Action::Implied, Some(unit.from), None, None);
        told.span = unit.span;
        told.was = unit.was;
        let period = order.settings.iter_mut().find(|one| one.key == "Period");
        match period.filter(|_| is_year) {
            Some(period) => {
                if let Said::Text(text) = &period.said {
                    if let Ok(years) = text.parse::<u64>() {
                        period.said = Said::Text(years.saturating_mul(12).to_string());
                        told.action = Action::Respelled;
                        told.to = Some("/Period".to_owned());
                    }
                } else {
                    told.action = Action::Unreadable;
                    told.why = Some(UNIT);
                }
            }
            None if is_year => told.action = Action::NoEffect,
            None => {}
        }
        order.steps.push(told);
    }
    let synthetic = |key: &str, text: &str| Setting {
        key: key.to_owned(),
        from: String::new(),
        span: None,
        said: Said::Text(text.to_owned()),
        was: None,
        is_default: false,
    };
    if order.said("AutoRenewDuration").is_some() {
        order.settings.push(synthetic("AutoRenew", "true"));
    }
    if order.profile.id == "ros.redis-prepay-instance" {
        order.settings.push(synthetic("ChargeType", "PrePaid"));
        if order.said("Period").is_none() {
            order.settings.push(synthetic("Period", "1"));
        }
    }
    // A setting of the server, of which a template has one.
    if let Some(policy) = order
        .settings
        .iter_mut()
        .find(|one| one.key == "EvictionPolicy")
    {
        let said = std::mem::replace(&mut policy.said, Said::List(Vec::new()));
        policy.said = Said::Map(vec![("maxmemory-policy".to_owned(), said)]);
    }
}

/// What an argument of Terraform's is called in camelCase.
fn camel(format: SpecFormat, argument: &str) -> String {
    // Pulumi alone has a plural there.
    if format == SpecFormat::Crossplane && argument == "backup_period" {
        return "backupPeriod".to_owned();
    }
    in_pulumi(argument)
}

/// Gives every setting the API's name, and its words.
fn name_settings(order: &mut Order) {
    let table = order.table();
    let format = order.format;
    let profile = order.profile.id;
    for setting in &mut order.settings {
        let is_its = |row: &&Counterpart| match format {
            SpecFormat::Terraform => row.terraform == setting.key,
            SpecFormat::Pulumi | SpecFormat::Crossplane => {
                camel(format, row.terraform) == setting.key
            }
            SpecFormat::Ros => row.ros == setting.key,
            _ => row.api == setting.key,
        };
        if let Some(row) = table
            .iter()
            .find(|row| is_its(row) && !setting.key.is_empty())
        {
            row.key().clone_into(&mut setting.key);
        } else if matches!(format, SpecFormat::Pulumi | SpecFormat::Crossplane) {
            // What Terraform alone has goes by Terraform's name.
            let rows = crate::documents::TERRAFORM_KVSTORE_INSTANCE
                .request
                .parameters
                .iter()
                .chain(crate::documents::TERRAFORM_TAIR_INSTANCE.request.parameters);
            for row in rows {
                if camel(format, row.name) == setting.key {
                    row.name.clone_into(&mut setting.key);
                    break;
                }
            }
        }
        if let Said::Text(text) = &mut setting.said {
            let word = to_api(profile, &setting.key, text);
            if word != text {
                *text = word.to_owned();
            }
        }
    }
    // Given twice, the last one holds.
    let mut kept: Vec<Setting> = Vec::new();
    for setting in std::mem::take(&mut order.settings) {
        match kept.iter_mut().find(|other| other.key == setting.key) {
            Some(other) => {
                let mut told = step(Action::Overridden, Some(other.from.clone()), None, None);
                told.span = other.span;
                order.steps.push(told);
                *other = setting;
            }
            None => kept.push(setting),
        }
    }
    order.settings = kept;
}

struct Gathering<'g> {
    format: SpecFormat,
    text: &'g str,
    index: &'g LineIndex,
    settings: Vec<Setting>,
    steps: Vec<Step>,
}

impl Gathering<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        let within = |offset: usize| {
            let mut offset = offset.min(self.text.len());
            while !self.text.is_char_boundary(offset) {
                offset -= 1;
            }
            self.index.position(self.text, offset)
        };
        Span {
            start: within(range.start),
            end: within(range.end.max(range.start)),
        }
    }

    fn drop(&mut self, action: Action, from: &str, member: &Member) {
        let mut told = step(action, Some(from.to_owned()), None, None);
        told.span = Some(self.span(&member.key));
        self.steps.push(told);
    }

    /// Gathers the members of an object; `path` is where the setting stands in a template.
    fn object(&mut self, item: &Item, object: &'static Object, at: &str, path: &str) {
        let What::Map { members, .. } = &item.what else {
            return;
        };
        let mut tags: Vec<(String, String, &Member)> = Vec::new();
        for member in members {
            let shown = member.shown.as_deref().unwrap_or(&member.name);
            let mut from = at.to_owned();
            crate::diagnostic::push_segment(&mut from, shown);
            if matches!(member.value.what, What::Null) {
                continue;
            }
            if let Some((number, part)) = flat_tag(&member.name) {
                tags.push((number.to_owned(), part.to_owned(), member));
                continue;
            }
            let new_name = object
                .old_names
                .iter()
                .find(|(old, _)| *old == member.name)
                .map_or(member.name.as_str(), |(_, new)| new);
            let row = object.parameter(new_name).or_else(|| {
                let mut rows = object.parameters.iter();
                rows.find(|row| row.name.eq_ignore_ascii_case(new_name))
            });
            let Some(row) = row else {
                self.drop(Action::Unknown, &from, member);
                continue;
            };
            if row.common {
                let is_operation = row.name == "Action";
                let action = if is_operation {
                    Action::Implied
                } else {
                    Action::Signing
                };
                if !is_operation {
                    self.drop(action, &from, member);
                }
                continue;
            }
            let key = if path.is_empty() {
                row.name.to_owned()
            } else {
                format!("{path}/{}", row.name)
            };
            match (row.kind, &member.value.what) {
                // The parts of a property have counterparts of their own.
                (Kind::Object(_), What::Map { members, .. })
                    if self.format == SpecFormat::Ros && members.is_empty() =>
                {
                    self.drop(Action::Empty, &from, member);
                }
                (Kind::Object(inner), What::Map { .. }) if self.format == SpecFormat::Ros => {
                    self.object(&member.value, inner, &from, &key);
                }
                _ => self.setting(row, key, from, member),
            }
        }
        self.flat_tags(&tags, at);
    }

    /// Tags that stand flattened: `Tag.1.Key`, `Tag.1.Value`.
    fn flat_tags(&mut self, tags: &[(String, String, &Member)], at: &str) {
        let Some((_, _, first)) = tags.first() else {
            return;
        };
        let span = self.span(&first.key);
        let mut pairs: Vec<(String, Said)> = Vec::new();
        for (number, part, member) in tags {
            if part.eq_ignore_ascii_case("key") {
                let Some(name) = scalar(&member.value.what) else {
                    continue;
                };
                let value = tags
                    .iter()
                    .find(|(other, part, _)| other == number && part.eq_ignore_ascii_case("value"));
                let said = value.map_or_else(
                    || Said::Text(String::new()),
                    |(_, _, member)| self.said(&member.value, None),
                );
                pairs.push((name.clone(), hidden_by_name(&name, said)));
            }
        }
        self.settings.push(Setting {
            key: "Tag".to_owned(),
            from: format!("{at}/Tag"),
            span: Some(span),
            said: Said::Map(pairs),
            was: None,
            is_default: false,
        });
    }

    fn setting(&mut self, row: &'static Parameter, key: String, from: String, member: &Member) {
        let item = &member.value;
        let span = if item.via.as_ref().is_some_and(|via| via.file.is_some()) {
            self.span(&member.key)
        } else {
            self.span(&item.span)
        };
        let mut said = self.said(item, Some(row));
        let is_list_of_pairs = matches!(key.as_str(), "Tag" | "Tags" | "parameters");
        if is_list_of_pairs && let Said::List(elements) = &said {
            said = pairs(elements);
        }
        // The deprecated list of the server's settings.
        let key = if key == "parameters" {
            "config".to_owned()
        } else {
            key
        };
        if let Said::Text(text) = &said
            && text.is_empty()
        {
            self.drop(Action::Empty, &from, member);
            return;
        }
        let was = match &said {
            Said::Text(text) => Some(text.clone()),
            _ => None,
        };
        let is_default = item.via.as_ref().is_some_and(|via| via.is_default);
        self.settings.push(Setting {
            key,
            from,
            span: Some(span),
            said,
            was,
            is_default,
        });
    }

    /// What a value says.
    fn said(&self, item: &Item, row: Option<&'static Parameter>) -> Said {
        let is_secret =
            row.is_some_and(|row| row.secret) || item.via.as_ref().is_some_and(|via| via.is_hidden);
        let said = match &item.what {
            What::Text(text) | What::Number(text) => Self::text_said(text, row),
            What::Boolean(value) => Said::Text(value.to_string()),
            What::List { elements, open } => {
                if *open {
                    Said::Unknown(None)
                } else {
                    Said::List(elements.iter().map(|one| self.said(one, None)).collect())
                }
            }
            What::Map { members, open } => {
                if *open {
                    Said::Unknown(None)
                } else {
                    let members = members
                        .iter()
                        .filter(|member| !matches!(member.value.what, What::Null));
                    Said::Map(
                        members
                            .map(|member| {
                                let said = self.said(&member.value, None);
                                (member.name.clone(), hidden_by_name(&member.name, said))
                            })
                            .collect(),
                    )
                }
            }
            What::Unknown { reference } => {
                let is_resource = matches!(
                    self.format,
                    SpecFormat::Ros | SpecFormat::Pulumi | SpecFormat::Crossplane
                );
                // A resource has a name of its own, which is no parameter's.
                Said::Unknown(reference.as_ref().map(|reference| {
                    if is_resource {
                        format!("({reference})")
                    } else {
                        reference.clone()
                    }
                }))
            }
            What::Unsettled { reference } => Said::Unknown(reference.clone()),
            What::Null | What::Partial(_) | What::Choice { .. } => Said::Unknown(None),
        };
        match said {
            Said::Unknown(reference) if is_secret => Said::Secret(reference),
            Said::Secret(reference) => Said::Secret(reference),
            Said::Text(text) if is_secret || crate::redact::holds_secret(&text) => {
                Said::Secret(None)
            }
            said if is_secret && !matches!(said, Said::Text(_)) => Said::Secret(None),
            said => said,
        }
    }

    /// A text that may be another system's own reference.
    fn text_said(text: &str, row: Option<&'static Parameter>) -> Said {
        let place = match row {
            Some(row) if row.secret => Place::Password,
            _ => Place::Identifier,
        };
        match placeholder::find(text, place) {
            Some(Placeholder::Whole { told: false }) => {
                let inside = text.trim_matches(['$', '{', '}', ' ']);
                Said::Unknown(Some(inside.to_owned()))
            }
            _ => Said::Text(text.to_owned()),
        }
    }
}

/// A value under a name that says what it is.
fn hidden_by_name(name: &str, said: Said) -> Said {
    match said {
        Said::Text(text) if !text.is_empty() && crate::redact::names_a_password(name) => {
            Said::Secret(None)
        }
        said => said,
    }
}

/// The number and the part of a flattened tag.
fn flat_tag(name: &str) -> Option<(&str, &str)> {
    let (first, rest) = name.split_once('.')?;
    let is_tag = first.eq_ignore_ascii_case("tag") || first.eq_ignore_ascii_case("tags");
    is_tag.then(|| rest.split_once('.')).flatten()
}

fn scalar(what: &What) -> Option<String> {
    match what {
        What::Text(text) | What::Number(text) => Some(text.clone()),
        What::Boolean(value) => Some(value.to_string()),
        _ => None,
    }
}

/// A list of names and values as a map; not known where a name is not.
fn pairs(elements: &[Said]) -> Said {
    let mut map = Vec::new();
    for element in elements {
        let Said::Map(members) = element else {
            return Said::Unknown(None);
        };
        let of = |names: &[&str]| {
            members
                .iter()
                .find(|(name, _)| names.iter().any(|one| name.eq_ignore_ascii_case(one)))
                .map(|(_, said)| said)
        };
        let Some(Said::Text(name)) = of(&["key", "name"]) else {
            return Said::Unknown(None);
        };
        let value = of(&["value"]).cloned();
        let value = value.unwrap_or_else(|| Said::Text(String::new()));
        map.push((name.clone(), hidden_by_name(name, value)));
    }
    Said::Map(map)
}
