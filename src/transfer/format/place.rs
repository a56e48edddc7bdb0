//! Where the settings of an order stand in another format, and how they are spelled there.

use super::gather::{Order, Said, Setting};
use super::names::{Holds, Names, own};
use super::{Action, Moving, NotRewritten, OrderFormat, step};
use crate::documents::counterparts::{Counterpart, from_api, in_pulumi};
use crate::input::item::{Item, What};
use crate::profile::{Bilingual, Kind, Need, Object, Parameter, Profile};
use crate::spec_format::SpecFormat;
use crate::transfer::Step;

/// A value as it is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Written {
    Text(String),
    Number(String),
    Boolean(bool),
    List(Vec<Written>),
    Map(Vec<(String, Written)>),
    /// A reference, by its place among the names.
    Reference(usize),
}

const LATER: Bilingual = Bilingual::new(
    "another operation sets it, once the instance exists",
    "由实例创建之后的另一操作设置",
);
const NO_ARGUMENT: Bilingual = Bilingual::new(
    "the resource has no argument for it",
    "该资源没有对应的参数",
);
const NO_PROPERTY: Bilingual = Bilingual::new(
    "the resource type has no property for it",
    "该资源类型没有对应的属性",
);
const NO_PARAMETER: Bilingual = Bilingual::new(
    "the operation has no parameter for it",
    "该操作没有对应的参数",
);
const LOOKED_UP: Bilingual = Bilingual::new(
    "the provider looks it up by the vSwitch",
    "由 provider 根据交换机查得",
);
const STACK: Bilingual = Bilingual::new("it is the stack's region", "地域由资源栈决定");
const MADE_ANEW: Bilingual = Bilingual::new("the tool makes one itself", "由工具自行生成");
const ONE_SETTING: Bilingual = Bilingual::new(
    "a template sets the eviction policy only",
    "模板只能设置逐出策略",
);
const POLICY: Bilingual = Bilingual::new(
    "a template's backup policy needs both days and a time",
    "模板的备份策略须同时给出周期和时间",
);
const ALWAYS_PAYS: Bilingual =
    Bilingual::new("the provider always pays at once", "provider 总是自动支付");
const RENEWAL: Bilingual = Bilingual::new(
    "renewal wants a number of months, which is not known",
    "自动续费须给出月数，而月数未知",
);
const NO_WAY: Bilingual = Bilingual::new("a command has no way to say it", "命令行无法表达该值");

/// The profile that judges an order in a format; nothing where the format does not write it.
fn target(order: &Order, to: OrderFormat) -> Option<&'static Profile> {
    let is_jd = order.profile.operation == "createCacheInstance";
    let id = match (to, order.is_tair) {
        (OrderFormat::Json | OrderFormat::Jdc, _) if is_jd => "jdcloud.create-cache-instance.2026",
        _ if is_jd => return None,
        (OrderFormat::Jdc, _) => return None,
        (OrderFormat::Json | OrderFormat::Aliyun, false) => "alibaba.create-instance.2026",
        (OrderFormat::Json | OrderFormat::Aliyun, true) => "alibaba.create-tair-instance.2026",
        (OrderFormat::Terraform, false) => "terraform.alicloud-kvstore-instance",
        (OrderFormat::Terraform, true) => "terraform.alicloud-redis-tair-instance",
        (OrderFormat::Pulumi, false) => "pulumi.kvstore-instance",
        (OrderFormat::Pulumi, true) => "pulumi.redis-tair-instance",
        (OrderFormat::Ros, _) => {
            let pays = order.said("AutoPay").is_some();
            if pays || order.profile.id == "ros.redis-prepay-instance" {
                "ros.redis-prepay-instance"
            } else {
                "ros.redis-instance"
            }
        }
    };
    Profile::by_id(id)
}

/// Places the settings of an order.
pub(super) fn place(
    mut order: Order,
    to: OrderFormat,
    number: usize,
    names: &mut Names,
) -> Result<Moving, NotRewritten> {
    let Some(profile) = target(&order, to) else {
        return Err(NotRewritten::NotWritten {
            name: order.name,
            from: order.profile,
        });
    };
    let mut placing = Placing {
        to,
        from: order.profile,
        profile,
        number,
        names,
        steps: std::mem::take(&mut order.steps),
        placed: Vec::new(),
        region: None,
        supplied: None,
    };
    if order.profile.operation == "createCacheInstance" {
        placing.as_it_is(&order.arguments, profile.request, &mut Vec::new(), "");
    } else {
        placing.special(&mut order);
        for setting in std::mem::take(&mut order.settings) {
            placing.setting(setting, order.table());
        }
        if let Some(identity) = placing.supplied.take() {
            placing.supply("VpcId", identity);
        }
        placing.missing(order.table());
    }
    let Placing {
        steps,
        placed,
        region,
        ..
    } = placing;
    Ok(Moving {
        name: order.name,
        called: Vec::new(),
        span: order.span,
        from: order.profile,
        to: profile,
        copies: order.copies,
        steps,
        placed,
        region,
    })
}

struct Placing<'p> {
    to: OrderFormat,
    from: &'static Profile,
    profile: &'static Profile,
    number: usize,
    names: &'p mut Names,
    steps: Vec<Step>,
    placed: Vec<(Vec<String>, Written)>,
    region: Option<Written>,
    /// What tells the VPC from others that has to be given.
    supplied: Option<String>,
}

impl Placing<'_> {
    const fn is_api(&self) -> bool {
        matches!(self.to, OrderFormat::Json | OrderFormat::Aliyun)
    }

    const fn is_terraform(&self) -> bool {
        matches!(self.to, OrderFormat::Terraform | OrderFormat::Pulumi)
    }

    fn tell(&mut self, action: Action, setting: &Setting, why: Option<Bilingual>) {
        let from = Some(setting.from.clone()).filter(|from| !from.is_empty());
        let mut told = step(action, from, None, why);
        told.was.clone_from(&setting.was);
        told.span = setting.span;
        self.steps.push(told);
    }

    /// What the new format requires and the old one does not: references, to be filled in. What the
    /// old one requires too, and is not there, stays missing.
    fn missing(&mut self, table: &'static [Counterpart]) {
        let is_open = self
            .steps
            .iter()
            .any(|step| step.why.is_some_and(|why| why == super::gather::OTHERS));
        // A template's class decides on the operation, and that of Tair wants a network.
        let is_tair = self.to == OrderFormat::Ros
            && self.placed.iter().any(|(path, value)| {
                path[0] == "InstanceClass"
                    && matches!(value, Written::Text(class) if class.starts_with("tair."))
            });
        for row in self.profile.request.parameters {
            let is_placed = self.placed.iter().any(|(path, _)| path[0] == row.name);
            // Without a vSwitch Terraform's provider asks for a network that is no more.
            let is_switch = self.is_terraform() && matches!(row.name, "vswitch_id" | "vswitchId")
                || is_tair && matches!(row.name, "VpcId" | "VSwitchId");
            if is_placed || !(row.need == Need::Required || is_switch) {
                continue;
            }
            let key = table.iter().find(|counterpart| match self.to {
                OrderFormat::Ros => counterpart.ros == row.name,
                OrderFormat::Terraform => counterpart.terraform == row.name,
                OrderFormat::Pulumi => in_pulumi(counterpart.terraform) == row.name,
                OrderFormat::Json | OrderFormat::Aliyun | OrderFormat::Jdc => {
                    counterpart.api == row.name
                }
            });
            let Some(key) = key else {
                continue;
            };
            let old = match self.from.id.split('.').next() {
                Some("terraform") => key.terraform.to_owned(),
                Some("pulumi") => in_pulumi(key.terraform),
                Some("ros") => key.ros.to_owned(),
                _ => key.api.to_owned(),
            };
            let old = self.from.request.parameter(&old);
            let was_required = old.is_some_and(|old| old.need == Need::Required);
            let is_own_rule = is_switch && !is_tair && self.from.id.starts_with(['t', 'p']);
            // An order without a class or a capacity lacks one in every format.
            let has_capacity = self.steps.iter().any(|step| {
                let from = step.from.as_deref();
                from.is_some_and(|from| from.eq_ignore_ascii_case("/capacity"))
            });
            let is_class = key.api == "InstanceClass" && !has_capacity;
            if is_open || !(was_required || is_own_rule || is_class) {
                let identity = format!("order {} {}", self.number, row.name);
                self.supply(row.name, identity);
            }
        }
    }

    /// What means something else than a parameter in one of the formats.
    fn special(&mut self, order: &mut Order) {
        self.region(order);
        self.renewal(order);
        self.type_of_instance(order);
        self.payment(order);
        let is_ros = self.to == OrderFormat::Ros;
        if (self.is_terraform() || is_ros)
            && let Some(network) = order.take("NetworkType")
        {
            let is_vpc = matches!(&network.said, Said::Text(text) if text == "VPC");
            let action = if is_vpc {
                Action::Implied
            } else {
                Action::NoCounterpart
            };
            self.tell(action, &network, Some(NO_ARGUMENT).filter(|_| !is_vpc));
        }
        for key in ["Token", "ClientToken"] {
            if !self.is_api()
                && let Some(token) = order.take(key)
            {
                self.tell(Action::Implied, &token, Some(MADE_ANEW));
            }
        }
        // Terraform's provider does not send a disk of no size.
        if !self.is_terraform()
            && order.text("Storage") == Some("0")
            && let Some(disk) = order.take("Storage")
        {
            self.tell(Action::NoEffect, &disk, None);
        }
        let is_policy = ["backup_period", "backup_time"]
            .iter()
            .all(|key| order.said(key).is_some());
        for key in ["backup_period", "backup_time", "enable_backup_log"] {
            if is_ros
                && !is_policy
                && let Some(part) = order.take(key)
            {
                self.tell(Action::NoCounterpart, &part, Some(POLICY));
            }
        }
        self.vpc(order);
    }

    fn region(&mut self, order: &mut Order) {
        if let Some(region) = order.take("RegionId") {
            match self.to {
                OrderFormat::Terraform => {
                    let written = self.written(&region.said, "RegionId", &region.from, Holds::Text);
                    self.done(&region, &written, "provider/region");
                    self.region = Some(written);
                }
                OrderFormat::Ros | OrderFormat::Pulumi => {
                    self.tell(Action::NoCounterpart, &region, Some(STACK));
                }
                _ => order.settings.insert(0, region),
            }
        } else if self.to == OrderFormat::Json {
            self.supply("RegionId", "region".to_owned());
        }
    }

    /// A reference to what the tool knew, and must be given now.
    fn supply(&mut self, key: &'static str, identity: String) {
        let reference = self.names.refer(identity, key, false, Holds::Text);
        let mut told = step(Action::Supplied, None, Some(format!("/{key}")), None);
        told.now = Some(self.shown(reference));
        self.steps.push(told);
        self.placed
            .push((vec![key.to_owned()], Written::Reference(reference)));
    }

    /// A VPC, which Terraform's provider looks up by the vSwitch.
    fn vpc(&mut self, order: &mut Order) {
        let is_looked_up = self.is_terraform() && !order.is_tair;
        if is_looked_up {
            if let Some(vpc) = order.take("VpcId") {
                self.tell(Action::Implied, &vpc, Some(LOOKED_UP));
            }
            return;
        }
        let was_looked_up =
            is_of_the_provider(order.format) && !order.is_tair && order.said("VpcId").is_none();
        if let Some(switch) = order.said("VSwitchId").filter(|_| was_looked_up) {
            let identity = match switch {
                Said::Text(text) => format!("vpc of {text}"),
                Said::Unknown(Some(reference)) => format!("vpc of ({reference})"),
                _ => format!("vpc of order {}", self.number),
            };
            self.supplied = Some(identity);
        }
    }

    /// A template renews if it has a number of months, other formats by a switch.
    fn renewal(&mut self, order: &mut Order) {
        let is_of_no_months = is_of_the_provider(order.format)
            && !self.is_terraform()
            && order.text("AutoRenew") == Some("true")
            && order.said("AutoRenewPeriod").is_none();
        if is_of_no_months && !order.is_tair {
            // Terraform's provider sends a default where nothing is said.
            order.settings.push(Setting {
                key: "AutoRenewPeriod".to_owned(),
                from: String::new(),
                span: None,
                said: Said::Text("1".to_owned()),
                was: None,
                is_default: false,
            });
        } else if is_of_no_months && let Some(switch) = order.take("AutoRenew") {
            // A request renews for a number of months, which a Tair resource need not give.
            self.tell(Action::NoCounterpart, &switch, Some(RENEWAL));
        }
        if self.to != OrderFormat::Ros {
            return;
        }
        let switch = order.take("AutoRenew");
        let is_on = match &switch {
            None => Some(false),
            Some(switch) => match &switch.said {
                Said::Text(text) => Some(text == "true"),
                _ => None,
            },
        };
        let has_months = order.said("AutoRenewPeriod").is_some();
        if is_on == Some(true)
            && !has_months
            && let Some(switch) = &switch
        {
            self.tell(Action::NoCounterpart, switch, Some(RENEWAL));
            return;
        }
        if is_on != Some(true)
            && let Some(months) = order.take("AutoRenewPeriod")
        {
            let action = if is_on.is_none() {
                Action::NoCounterpart
            } else {
                Action::NoEffect
            };
            self.tell(action, &months, None);
        }
        if let Some(switch) = switch.filter(|switch| !switch.from.is_empty()) {
            let action = if is_on.is_none() {
                Action::NoCounterpart
            } else {
                Action::Implied
            };
            self.tell(action, &switch, None);
        }
    }

    /// Redis goes without saying in a template, and Tair has to be named elsewhere.
    fn type_of_instance(&mut self, order: &mut Order) {
        if self.to == OrderFormat::Ros && !order.is_tair {
            let is_redis = order.text("InstanceType") == Some("Redis");
            if let Some(kind) = order.take("InstanceType") {
                let action = if is_redis {
                    Action::Implied
                } else {
                    Action::NoCounterpart
                };
                self.tell(action, &kind, Some(NO_PROPERTY).filter(|_| !is_redis));
            }
        }
        if order.format != SpecFormat::Ros || self.to == OrderFormat::Ros {
            return;
        }
        if !order.is_tair {
            if let Some(product) = order.take("ProductType") {
                let is_local = matches!(&product.said, Said::Text(text) if text == "Local");
                let action = if is_local {
                    Action::Implied
                } else {
                    Action::NoCounterpart
                };
                self.tell(action, &product, None);
            }
            return;
        }
        let is_none = order
            .text("InstanceType")
            .is_some_and(|kind| !kind.starts_with("tair_"));
        if is_none && let Some(product) = order.take("InstanceType") {
            self.tell(Action::NoCounterpart, &product, None);
        }
        let class = order.text("InstanceClass").unwrap_or_default();
        let kind = match class.split('.').nth(1) {
            Some("scm") => "tair_scm",
            Some("essd" | "localssd") => "tair_essd",
            _ => "tair_rdb",
        };
        if order.said("InstanceType").is_none() && class.starts_with("tair.") {
            order.settings.push(Setting {
                key: "InstanceType".to_owned(),
                from: String::new(),
                span: None,
                said: Said::Text(kind.to_owned()),
                was: None,
                is_default: false,
            });
        }
    }

    /// Who pays how where nothing is said differs from format to format.
    fn payment(&mut self, order: &mut Order) {
        let charge = |profile: &'static Profile| -> Option<&'static str> {
            if profile.id.starts_with("ros.") {
                // A pay-as-you-go instance, unless its type is a subscription.
                return Some(if profile.id == "ros.redis-instance" {
                    "PostPaid"
                } else {
                    "PrePaid"
                });
            }
            Some(if profile.operation == "CreateTairInstance" {
                "PrePaid"
            } else {
                "PostPaid"
            })
        };
        let is_implied = self.profile.id == "ros.redis-prepay-instance";
        if is_implied {
            if let Some(given) = order.take("ChargeType") {
                let is_same = matches!(&given.said, Said::Text(text) if text == "PrePaid");
                let action = if is_same {
                    Action::Implied
                } else {
                    Action::NoCounterpart
                };
                if !given.from.is_empty() {
                    self.tell(action, &given, None);
                }
            }
        } else if order.said("ChargeType").is_none()
            && charge(order.profile) != charge(self.profile)
            && let Some(value) = charge(order.profile)
        {
            order.settings.push(Setting {
                key: "ChargeType".to_owned(),
                from: String::new(),
                span: None,
                said: Said::Text(value.to_owned()),
                was: None,
                is_default: false,
            });
        }
        if self.is_terraform()
            && order.is_tair
            && let Some(pays) = order.take("AutoPay")
        {
            let is_same = matches!(&pays.said, Said::Text(text) if text == "true");
            let action = if is_same {
                Action::Implied
            } else {
                Action::NoCounterpart
            };
            self.tell(action, &pays, Some(ALWAYS_PAYS));
        }
        let was_unpaid = order.profile.id == "ros.redis-prepay-instance"
            && order.said("AutoPay").is_none()
            && order.is_tair
            && self.is_api();
        if was_unpaid {
            order.settings.push(Setting {
                key: "AutoPay".to_owned(),
                from: String::new(),
                span: None,
                said: Said::Text("false".to_owned()),
                was: None,
                is_default: false,
            });
        }
    }

    /// The path of a setting in the new format.
    fn path(&self, key: &str, table: &'static [Counterpart]) -> Option<Vec<String>> {
        let row = table.iter().find(|row| row.key() == key);
        let name = match (row, self.to) {
            (Some(row), OrderFormat::Ros) => row.ros.to_owned(),
            (Some(row), OrderFormat::Terraform) => row.terraform.to_owned(),
            (Some(row), OrderFormat::Pulumi) => in_pulumi(row.terraform),
            (Some(row), _) => row.api.to_owned(),
            (None, OrderFormat::Pulumi) => in_pulumi(key),
            (None, _) => key.to_owned(),
        };
        if name.is_empty() {
            return None;
        }
        let path: Vec<String> = name.split('/').map(ToOwned::to_owned).collect();
        parameter(self.profile.request, &path).map(|_| path)
    }

    fn setting(&mut self, setting: Setting, table: &'static [Counterpart]) {
        let Some(path) = self.path(&setting.key, table) else {
            let is_later = self.is_api()
                && setting.key.contains(|c: char| c.is_ascii_lowercase())
                && !setting
                    .key
                    .starts_with(|first: char| first.is_ascii_uppercase());
            let why = match self.to {
                _ if is_later => LATER,
                OrderFormat::Ros => NO_PROPERTY,
                OrderFormat::Terraform | OrderFormat::Pulumi => NO_ARGUMENT,
                _ => NO_PARAMETER,
            };
            self.tell(Action::NoCounterpart, &setting, Some(why));
            return;
        };
        let Some(row) = parameter(self.profile.request, &path) else {
            return;
        };
        let mut setting = setting;
        let to = path.join("/");
        if to == "EvictionPolicy"
            && let Said::Map(members) = &setting.said
        {
            let Some(setting) = self.eviction_policy(&setting, members) else {
                return;
            };
            let written = self.typed(&setting.said, row, &setting);
            self.done(&setting, &written, &to);
            self.placed.push((path, written));
            return;
        }
        if let Said::Text(text) = &mut setting.said {
            let word = from_api(self.profile.id, &setting.key, text);
            if word != text {
                *text = word.to_owned();
            }
        }
        // A list in one format is a text with commas in another.
        if setting.key == "backup_period" {
            match (&setting.said, row.kind) {
                (Said::Text(text), Kind::Texts(_)) => {
                    let days = text.split(',').map(|day| Said::Text(day.trim().to_owned()));
                    setting.said = Said::List(days.collect());
                }
                (Said::List(days), Kind::String) => {
                    let known: Option<Vec<&str>> = days
                        .iter()
                        .map(|day| match day {
                            Said::Text(text) => Some(text.as_str()),
                            _ => None,
                        })
                        .collect();
                    setting.said =
                        known.map_or(Said::Unknown(None), |days| Said::Text(days.join(",")));
                }
                _ => {}
            }
        }
        let is_odd = match &setting.said {
            Said::List(_) => !matches!(row.kind, Kind::Texts(_) | Kind::Objects(..)),
            Said::Map(_) => !matches!(row.kind, Kind::Map(_) | Kind::Objects(..) | Kind::Anything),
            _ => false,
        };
        if is_odd {
            self.tell(Action::Unreadable, &setting, None);
            return;
        }
        // A command has flags for texts, and for the members of tags that are known.
        let is_whole = matches!(setting.said, Said::Unknown(_) | Said::Secret(_));
        if self.to == OrderFormat::Aliyun && is_whole && row.kind.is_container() {
            self.tell(Action::NoCounterpart, &setting, Some(NO_WAY));
            return;
        }
        let written = self.typed(&setting.said, row, &setting);
        self.done(&setting, &written, &to);
        self.placed.push((path, written));
    }

    /// Of the server's settings a template has one.
    fn eviction_policy(
        &mut self,
        setting: &Setting,
        members: &[(String, Said)],
    ) -> Option<Setting> {
        let mut kept = None;
        for (name, said) in members {
            let mut from = setting.from.clone();
            if self.from.id != self.profile.id && !setting.from.ends_with("/EvictionPolicy") {
                crate::diagnostic::push_segment(&mut from, name);
            }
            let one = Setting {
                key: setting.key.clone(),
                from,
                span: setting.span,
                said: said.clone(),
                was: match said {
                    Said::Text(text) => Some(text.clone()),
                    _ => None,
                },
                is_default: setting.is_default,
            };
            if name == "maxmemory-policy" {
                kept = Some(one);
            } else {
                self.tell(Action::NoCounterpart, &one, Some(ONE_SETTING));
            }
        }
        kept
    }

    /// Notes what was done with a setting that has its place.
    fn done(&mut self, setting: &Setting, written: &Written, to: &str) {
        let to = format!("/{to}");
        let now = match written {
            Written::Text(text) | Written::Number(text) => Some(text.clone()),
            Written::Boolean(value) => Some(value.to_string()),
            Written::Reference(reference) => Some(self.shown(*reference)),
            Written::List(_) | Written::Map(_) => None,
        };
        let action = match (&setting.said, written) {
            (Said::Secret(_), _) => Action::Hidden,
            (Said::Unknown(_), _) => Action::Referred,
            _ if setting.is_default => Action::Followed,
            _ if setting.from.is_empty() && setting.was.is_none() => Action::DefaultWritten,
            _ if setting.was.is_some() && now != setting.was => Action::Respelled,
            _ if setting.from == to => Action::Kept,
            _ => Action::Renamed,
        };
        let from = Some(setting.from.clone()).filter(|from| !from.is_empty());
        let mut told = step(action, from, Some(to), None);
        told.was.clone_from(&setting.was);
        told.now = now;
        told.span = setting.span;
        self.steps.push(told);
    }

    fn shown(&self, reference: usize) -> String {
        super::write::reference(self.names, reference, self.to)
    }

    /// A value in the type that the new format gives it.
    fn typed(&mut self, said: &Said, row: &'static Parameter, setting: &Setting) -> Written {
        let holds = match row.kind {
            Kind::Long | Kind::Integer => Holds::Number,
            Kind::Boolean => Holds::Boolean,
            Kind::Texts(_) => Holds::List,
            Kind::Map(_) | Kind::Objects(..) | Kind::Anything => Holds::Map,
            _ => Holds::Text,
        };
        if let (Kind::Objects(..), Said::Map(members)) = (row.kind, said) {
            let elements = members.iter().map(|(name, said)| {
                let from = format!("{}/{name}", setting.from);
                let value = self.written(said, name, &from, Holds::Text);
                Written::Map(vec![
                    ("Key".to_owned(), Written::Text(name.clone())),
                    ("Value".to_owned(), value),
                ])
            });
            return Written::List(elements.collect());
        }
        match self.written(said, &setting.key, &setting.from, holds) {
            Written::Text(text) => scalar(row.kind, text),
            written => written,
        }
    }

    fn written(&mut self, said: &Said, called: &str, from: &str, holds: Holds) -> Written {
        match said {
            Said::Text(text) => Written::Text(text.clone()),
            Said::List(elements) => Written::List(
                elements
                    .iter()
                    .enumerate()
                    .map(|(index, one)| {
                        self.written(one, called, &format!("{from}/{index}"), Holds::Text)
                    })
                    .collect(),
            ),
            Said::Map(members) => Written::Map(
                members
                    .iter()
                    .map(|(name, one)| {
                        let value = self.written(one, name, &format!("{from}/{name}"), Holds::Text);
                        (name.clone(), value)
                    })
                    .collect(),
            ),
            Said::Unknown(reference) => {
                Written::Reference(self.refer(reference.as_deref(), called, from, false, holds))
            }
            Said::Secret(reference) => {
                Written::Reference(self.refer(reference.as_deref(), called, from, true, holds))
            }
        }
    }

    fn refer(
        &mut self,
        reference: Option<&str>,
        called: &str,
        from: &str,
        is_secret: bool,
        holds: Holds,
    ) -> usize {
        let identity = reference.map_or_else(
            || format!("order {} {from} {called}", self.number),
            |reference| format!("({reference}) {holds:?}"),
        );
        let name = reference.and_then(own).unwrap_or(called);
        self.names.refer(identity, name, is_secret, holds)
    }

    /// An order of JD Cloud, whose names are the same in both of its formats.
    fn as_it_is(&mut self, item: &Item, object: &'static Object, path: &mut Vec<String>, at: &str) {
        let What::Map { members, .. } = &item.what else {
            return;
        };
        if members.is_empty() && !path.is_empty() {
            let from = Some(at.to_owned());
            self.steps
                .push(step(Action::Kept, from.clone(), from, None));
            self.placed.push((path.clone(), Written::Map(Vec::new())));
        }
        for member in members {
            let mut from = at.to_owned();
            crate::diagnostic::push_segment(&mut from, &member.name);
            if matches!(member.value.what, What::Null) {
                continue;
            }
            let Some(row) = object.parameter(&member.name) else {
                self.steps
                    .push(step(Action::Unknown, Some(from), None, None));
                continue;
            };
            path.push(member.name.clone());
            if let (Kind::Object(inner), What::Map { .. }) = (row.kind, &member.value.what) {
                self.as_it_is(&member.value, inner, path, &from);
            } else {
                let said = plain(&member.value, row.secret);
                let written = match self.written(&said, row.name, &from, Holds::Text) {
                    Written::Text(text) => scalar(row.kind, text),
                    written => written,
                };
                let action = match said {
                    Said::Secret(_) => Action::Hidden,
                    Said::Unknown(_) => Action::Referred,
                    _ => Action::Kept,
                };
                let to = Some(format!("/{}", path.join("/")));
                self.steps.push(step(action, Some(from), to, None));
                self.placed.push((path.clone(), written));
            }
            path.pop();
        }
    }
}

/// What a value says, of which nothing is translated.
fn plain(item: &Item, is_secret: bool) -> Said {
    match &item.what {
        What::Unknown { reference } | What::Unsettled { reference } => {
            if is_secret {
                Said::Secret(reference.clone())
            } else {
                Said::Unknown(reference.clone())
            }
        }
        _ if is_secret => Said::Secret(None),
        What::Text(text) | What::Number(text) => {
            if crate::redact::holds_secret(text) {
                Said::Secret(None)
            } else {
                Said::Text(text.clone())
            }
        }
        What::Boolean(value) => Said::Text(value.to_string()),
        What::List { elements, .. } => {
            Said::List(elements.iter().map(|one| plain(one, false)).collect())
        }
        What::Map { members, .. } => Said::Map(
            members
                .iter()
                .map(|member| {
                    let is_secret = crate::redact::names_a_password(&member.name);
                    (member.name.clone(), plain(&member.value, is_secret))
                })
                .collect(),
        ),
        What::Null | What::Partial(_) | What::Choice { .. } => Said::Unknown(None),
    }
}

/// The row at a path of a profile.
fn parameter(object: &'static Object, path: &[String]) -> Option<&'static Parameter> {
    let (first, rest) = path.split_first()?;
    let row = object.parameter(first)?;
    match row.kind {
        Kind::Object(inner) if !rest.is_empty() => parameter(inner, rest),
        _ if rest.is_empty() => Some(row),
        _ => None,
    }
}

/// A text in the type of its parameter, where it is one.
fn scalar(kind: Kind, text: String) -> Written {
    match kind {
        Kind::Long | Kind::Integer => match text.parse::<u64>() {
            Ok(number) if number.to_string() == text => Written::Number(text),
            _ => Written::Text(text),
        },
        Kind::Boolean => match text.as_str() {
            "true" => Written::Boolean(true),
            "false" => Written::Boolean(false),
            _ => Written::Text(text),
        },
        _ => Written::Text(text),
    }
}

/// Whether Terraform's provider sends what a format says.
const fn is_of_the_provider(format: SpecFormat) -> bool {
    matches!(
        format,
        SpecFormat::Terraform | SpecFormat::Pulumi | SpecFormat::Crossplane
    )
}
