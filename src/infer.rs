//! Which profile a request is meant for, judged by its names.

mod date;
mod family;
#[cfg(feature = "fast")]
mod guesses;

use std::borrow::Cow;

use crate::input::json;
use crate::profile::{EDITIONS, Profile};
use crate::text::nearest_within;
use crate::words::Locale;
pub use date::{Date, InvalidDate};
use family::{FAMILIES, Family};
#[cfg(feature = "fast")]
pub(crate) use guesses::Guesses;

/// Why no profile could be inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoProfile {
    /// The names are those of one element of a list, not of a whole request.
    #[error(
        "this looks like one element of `Instances`: put it into {{\"Instances\": [ … ]}}, or name a profile"
    )]
    Element,
    /// There is no order here: hardly a name is one of any profile.
    #[error("no order is here: fewer than two parameters of any operation; name a profile")]
    Unknown,
    /// `Action` names an operation that orders nothing, or that another product has.
    #[error("`Action` names another operation, which is not looked at")]
    OtherOperation,
    /// `Action` would create an instance, and no profile describes that operation.
    #[error("`Action` would create an instance, but no profile describes this operation")]
    UnknownOperation,
}

impl NoProfile {
    /// The reason in one language.
    #[must_use]
    pub fn message(self, locale: Locale) -> String {
        let zh = match (locale, self) {
            (Locale::En, reason) => return reason.to_string(),
            (Locale::Zh, Self::Element) => {
                "这像是 `Instances` 中的一个元素：请放入 {\"Instances\": [ … ]}，或指定规范"
            }
            (Locale::Zh, Self::Unknown) => "这里没有订单：属于任一操作的参数不足两个；请指定规范",
            (Locale::Zh, Self::OtherOperation) => "`Action` 是其他操作，不予检查",
            (Locale::Zh, Self::UnknownOperation) => "`Action` 会创建实例，但没有规范描述该操作",
        };
        zh.to_owned()
    }

    /// Whether nothing that this tool judges is here, so that a file that was merely met may be
    /// passed over.
    #[must_use]
    pub const fn is_no_order(self) -> bool {
        matches!(self, Self::Unknown | Self::OtherOperation)
    }
}

/// The names at the top of a request, and those values that say more than names.
pub(crate) struct Names<'a> {
    written: Vec<Cow<'a, str>>,
    action: Option<Cow<'a, str>>,
    /// Whether `InstanceType` is one of those that `CreateTairInstance` alone has.
    is_tair: bool,
    /// Whether the request goes to the host of another product.
    is_elsewhere: bool,
    /// Whether it goes to the host of this one.
    is_ours: bool,
}

impl<'a> Names<'a> {
    /// The names of an object.
    pub(crate) fn of(object: &json::Object<'a>) -> Self {
        let mut names = Self::new();
        for ((name, value), _) in &object.members {
            // A name with null under it is not there: tools send null for all that was not set.
            if *value == "null" {
                continue;
            }
            names.add(json::decode(name), || {
                if value.starts_with('"') {
                    json::decode(value)
                } else {
                    Cow::Borrowed(value)
                }
            });
        }
        names
    }

    /// The names in a text that cannot be read: what stands in quotation marks before a colon, or
    /// before an equals sign.
    pub(crate) fn of_broken(text: &'a str) -> Self {
        let mut names = Self::new();
        for (at, _) in text.match_indices([':', '=']) {
            let before = text[..at].trim_end();
            let quoted = before.trim_end_matches(['"', '\'', '\\', '\u{201c}', '\u{201d}']);
            let start = quoted
                .rfind(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .map_or(0, |at| {
                    at + quoted[at..].chars().next().map_or(1, char::len_utf8)
                });
            let name = &quoted[start..];
            if name.is_empty() || name.len() > 64 || names.written.iter().any(|known| known == name)
            {
                continue;
            }
            let value = text[at + 1..].trim_start();
            let value = value.trim_start_matches(['"', '\'', '\u{201c}', '\u{201d}']);
            let end = value
                .find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(value.len());
            names.add(Cow::Borrowed(name), || Cow::Borrowed(&value[..end]));
            if names.written.len() > MOST_NAMES {
                break;
            }
        }
        names
    }

    pub(crate) const fn new() -> Self {
        Self {
            written: Vec::new(),
            action: None,
            is_tair: false,
            is_elsewhere: false,
            is_ours: false,
        }
    }

    pub(crate) fn add(&mut self, name: Cow<'a, str>, value: impl FnOnce() -> Cow<'a, str>) {
        if name.eq_ignore_ascii_case("Action") {
            self.action = Some(value());
        } else if EDITIONS && is_instance_type(&name) {
            self.is_tair = value().starts_with(TAIR);
        }
        self.written.push(name);
    }

    /// Notes to which host the request goes.
    pub(crate) fn note_host(&mut self, host: &str) {
        let host = host.to_ascii_lowercase();
        let is_vendors = host.ends_with(".aliyuncs.com");
        self.is_ours = is_vendors && host.starts_with("r-kvstore");
        self.is_elsewhere = is_vendors && !self.is_ours;
    }

    /// What `Action` says, if it is the name of an operation.
    pub(crate) fn operation(&self) -> Option<&str> {
        let action = self.action.as_deref()?.trim();
        let is_name = action.starts_with(|c: char| c.is_ascii_uppercase())
            && action.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (is_name && action.len() > 3).then_some(action)
    }

    /// The known operation that `Action` is but for a slip of the hand. `DeleteInstance`, and other
    /// products' `CreateDBInstance`, are words of their own.
    fn meant(action: &str) -> Option<&'static str> {
        const SLIPS: usize = 2;
        let words = |name: &str| name.bytes().filter(u8::is_ascii_uppercase).count();
        let known = FAMILIES.iter().filter(|family| family.has_action);
        let alike = known
            .map(|family| family.operation)
            .filter(|known| words(known) == words(action));
        nearest_within(action, alike, MOST_NAMES, |_| SLIPS).filter(|_| action.starts_with('C'))
    }

    /// The operation that was probably meant. One that is known may have had no document on a day.
    pub(crate) fn suggestion(&self) -> Option<&'static str> {
        let written = self.operation()?;
        Self::meant(written).filter(|meant| *meant != written)
    }

    /// The profile that the names tell, in the edition that holds at a date. `Action` decides;
    /// then a name that one operation alone has; then how many names an operation has, of which
    /// one alone says nothing. Names in another case, or in `snake_case`, count like others.
    pub(crate) fn profile(&self, as_of: Option<Date>) -> Result<&'static Profile, NoProfile> {
        if self.is_elsewhere {
            return Err(NoProfile::OtherOperation);
        }
        let asked = self.action.as_deref().map(str::trim);
        if let Some(action) = asked {
            let of_operation = |family: &&Family| {
                family.has_action && family.operation.eq_ignore_ascii_case(action)
            };
            if let Some(family) = FAMILIES.iter().find(of_operation) {
                return family.edition(as_of).ok_or(NoProfile::UnknownOperation);
            }
        }
        if self.count(family::is_of_an_answer) > 1 && asked.is_none() {
            return Err(NoProfile::Unknown);
        }
        if let Some(action) = self.operation() {
            return Err(
                if family::creates_an_instance(action, self.is_ours)
                    || Self::meant(action).is_some()
                {
                    NoProfile::UnknownOperation
                } else {
                    NoProfile::OtherOperation
                },
            );
        }
        let best = FAMILIES
            .iter()
            .map(|family| (self.weight(family), family))
            .filter(|(weight, _)| weight.deciding > 0 || weight.names > 1)
            // Of two that weigh the same the first is taken.
            .rev()
            .max_by_key(|(weight, _)| *weight);
        let element = self.count(family::is_of_an_element);
        match best {
            Some((weight, _)) if element > 0 && weight.deciding == 0 => Err(NoProfile::Element),
            Some((_, family)) => family.edition(as_of).ok_or(NoProfile::Unknown),
            None if element > 0 => Err(NoProfile::Element),
            None => Err(NoProfile::Unknown),
        }
    }

    /// How much speaks for a family.
    fn weight(&self, family: &Family) -> Weight {
        let mut weight = Weight {
            deciding: self.count(|name| family.decides(name)),
            ..Weight::default()
        };
        for profile in family.profiles() {
            let names = self.written.iter().filter(|name| family.counts(name));
            let (mut known, mut exact) = (0, 0);
            for name in names {
                if let Some(parameter) = family::find(profile.request, name) {
                    known += 1;
                    exact += usize::from(parameter == *name);
                }
            }
            if (known, exact) > (weight.names, weight.exact) {
                (weight.names, weight.exact) = (known, exact);
            }
        }
        let leans = self.is_tair || self.count(|name| family.leans(name)) > 0;
        if EDITIONS && family.has_leaning() && leans && weight.names > 1 {
            weight.deciding += 1;
        }
        weight
    }

    /// Whether all that there is of an order are names that other things have as well, and something says
    /// that it is one of these: a name of theirs, or none that is written as a document writes it.
    pub(crate) fn are_anyones(&self) -> bool {
        let documented = |name: &str| {
            let mut profiles = FAMILIES.iter().flat_map(Family::profiles);
            profiles.find_map(|profile| family::find(profile.request, name))
        };
        let mut is_as_documented = false;
        for name in &self.written {
            if let Some(documented) = documented(name) {
                if !family::is_anyones(name) {
                    return false;
                }
                is_as_documented |= documented == *name && name.starts_with(char::is_uppercase);
            }
        }
        self.action.is_none() && (!is_as_documented || self.count(family::is_foreign) > 0)
    }

    /// Whether `Action` names an operation that a profile describes, and nothing speaks of another product.
    #[cfg(feature = "formats")]
    pub(crate) fn tell_an_operation(&self) -> bool {
        let asked = self.action.as_deref().map(str::trim);
        let is_asked = |family: &Family| {
            let operation = family.operation;
            family.has_action && asked.is_some_and(|asked| asked.eq_ignore_ascii_case(operation))
        };
        FAMILIES.iter().any(is_asked) && self.count(family::is_foreign) == 0
    }

    /// Whether one of them is a name that the operation of a profile alone has.
    #[cfg(feature = "formats")]
    pub(crate) fn are_decided(&self, profile: &Profile) -> bool {
        Family::of(profile).is_some_and(|family| self.count(|name| family.decides(name)) > 0)
    }

    /// Whether they are those of an answer, which lists what there is.
    pub(crate) fn are_of_an_answer(&self) -> bool {
        const ANSWERS: [&str; 5] = [
            "RequestId",
            "TotalCount",
            "PageNumber",
            "ReservationId",
            "NextToken",
        ];
        self.action.is_none() && self.count(|name| ANSWERS.contains(&name)) > 0
    }

    fn count(&self, is_one: impl Fn(&str) -> bool) -> usize {
        self.written.iter().filter(|name| is_one(name)).count()
    }
}

/// The profile of a request whose URL names the operation and whose body is JSON.
pub(crate) fn of_rest(as_of: Option<Date>) -> Result<&'static Profile, NoProfile> {
    let family = FAMILIES.iter().find(|family| family.is_rest);
    let profile = family.and_then(|family| family.edition(as_of));
    profile.ok_or(NoProfile::Unknown)
}

/// Whether the URL of a request under a profile names the operation, and may have the region.
#[cfg(feature = "formats")]
pub(crate) fn is_rest(profile: &Profile) -> bool {
    Family::of(profile).is_some_and(|family| family.is_rest)
}

/// Of a text that cannot be read so many names are looked at.
const MOST_NAMES: usize = 256;

/// How the types of instances begin that `CreateTairInstance` alone has.
const TAIR: &str = "tair_";

fn is_instance_type(name: &str) -> bool {
    family::is_same(name, "InstanceType")
}

/// What speaks for a family, in the order in which it is weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Weight {
    /// Names that it alone has.
    deciding: usize,
    /// Names that one of its editions has.
    names: usize,
    /// Those that are written as the document writes them.
    exact: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&'static str], action: Option<&'static str>) -> Names<'static> {
        let mut all = Names::new();
        for name in names {
            all.add((*name).into(), || Cow::Borrowed(""));
        }
        if let Some(action) = action {
            all.add("Action".into(), || Cow::Borrowed(action));
        }
        all
    }

    fn infer(
        written: &[&'static str],
        action: Option<&'static str>,
    ) -> Result<&'static str, NoProfile> {
        let profile = names(written, action).profile(None)?;
        // The operation, whichever edition of it is the newest.
        Ok(profile.operation)
    }

    #[test]
    fn names_tell_the_operation() {
        for (names, operation) in [
            (&["RegionId", "Capacity"][..], "CreateInstance"),
            (&["RegionId", "InstanceClass"], "CreateInstance"),
            (&["region_id", "instance_class"], "CreateInstance"),
            (&["regionId", "instanceClass", "vpcId"], "CreateInstance"),
            (&["REGIONID", "CAPACITY"], "CreateInstance"),
            (&["RegionId", "Capacity", "Quantity"], "CreateInstance"),
            (&["Instances"], "CreateInstances"),
            (&["instances"], "CreateInstances"),
            (&["RegionId", "Instances"], "CreateInstances"),
            (
                &[
                    "RegionId",
                    "Instances",
                    "Token",
                    "EngineVersion",
                    "AutoRenew",
                ],
                "CreateInstances",
            ),
            (&["cacheInstance"], "createCacheInstance"),
            (&["cache_instance"], "createCacheInstance"),
            (
                &["cacheInstanceName", "subnetId", "azId"],
                "createCacheInstance",
            ),
        ] {
            assert_eq!(infer(names, None), Ok(operation), "{names:?}");
        }
        for written in [&["billingMethod"][..], &["region", "zone", "networkType"]] {
            let profile = names(written, None).profile(None);
            assert_eq!(profile.map(|profile| profile.id), Ok("alibaba.console"));
        }
        assert_eq!(
            infer(&["RegionId"], Some("CreateInstances")),
            Ok("CreateInstances")
        );
        assert_eq!(infer(&[], Some("createinstance")), Ok("CreateInstance"));
    }

    #[test]
    fn one_name_is_no_order() {
        for names in [
            &[][..],
            &["colour"],
            &["version"],
            &["name", "version", "description"],
            &["region"],
            &["quantity"],
            &["charge"],
            &["RegionId"],
            &["Version", "Statement"],
            &["Version", "Format", "Timestamp"],
            // An answer, which has what was ordered in it.
            &["RequestId", "InstanceId", "Capacity", "ChargeType", "VpcId"],
        ] {
            assert_eq!(infer(names, None), Err(NoProfile::Unknown), "{names:?}");
        }
    }

    #[test]
    fn names_that_anything_has_are_told() {
        let are = |list: &[&'static str]| names(list, None).are_anyones();
        assert!(are(&["port", "password", "host"]));
        assert!(are(&["capacity", "port", "tag"]));
        assert!(are(&["region", "zone", "version"]));
        assert!(are(&["RegionId", "ImageId", "InstanceType", "VSwitchId"]));
        assert!(are(&[
            "RegionId",
            "DBInstanceClass",
            "Engine",
            "EngineVersion"
        ]));
        assert!(!are(&["RegionId", "Capacity"]));
        assert!(!are(&["region_id", "instance_class"]));
        assert!(!are(&["regionId", "cacheInstance"]));
        assert!(!are(&["RegionId", "ImageId", "InstanceClass"]));
        assert!(!names(&["RegionId"], Some("CreateInstance")).are_anyones());
    }

    #[test]
    fn an_element_has_a_zone_of_its_own_name() {
        for names in [&["RegionId", "izNo", "instanceClass"][..], &["IzNo"]] {
            assert_eq!(infer(names, None), Err(NoProfile::Element), "{names:?}");
        }
    }

    #[test]
    fn other_operations_are_told_from_unknown_ones() {
        let of = |action| infer(&["RegionId", "Capacity"], Some(action));
        for creating in [
            "CreateRedisInstance",
            "CreateTairInstances",
            "CreateCacheInstances",
            "CreateKVStoreInstance",
            "BuyRedisInstance",
            "CreateTairKVCacheCustomInstance",
            "CreateInstanse",
            "CreatInstance",
            "CreateInstnaces",
        ] {
            assert_eq!(of(creating), Err(NoProfile::UnknownOperation), "{creating}");
        }
        for other in [
            // What becomes of an instance that is there.
            "DescribeInstances",
            "DeleteInstance",
            "RestartInstance",
            "RenewInstance",
            "RestoreInstance",
            "GetInstance",
            "UpdateInstance",
            "UpgradeInstance",
            "CloneInstance",
            "ReleaseInstance",
            "RecreateInstance",
            "ModifyInstanceSpec",
            "CreateTairInstanceBackup",
            // Other products, and other things of this one.
            "RunInstances",
            "CreateDBInstance",
            "CreateRdsInstance",
            "CreateEciInstance",
            "CreateTCInstance",
            "CreateAccount",
        ] {
            assert_eq!(of(other), Err(NoProfile::OtherOperation), "{other}");
        }
        assert_eq!(of("${ACTION}"), Ok("CreateInstance"));
    }

    #[test]
    fn the_host_tells_the_product() {
        let of = |host: &str, action: &'static str| {
            let mut names = names(&["RegionId", "Capacity"], Some(action));
            names.note_host(host);
            names.profile(None).map(|profile| profile.operation)
        };
        let ours = "r-kvstore.cn-hangzhou.aliyuncs.com";
        for action in ["CreateSomeInstance", "CreateDBInstance", "RunInstances"] {
            assert_eq!(of(ours, action), Err(NoProfile::UnknownOperation));
            assert_eq!(of("localhost", action), Err(NoProfile::OtherOperation));
        }
        for action in ["DeleteInstance", "RenewInstance", "CreateTCInstance"] {
            assert_eq!(of(ours, action), Err(NoProfile::OtherOperation));
        }
        let elsewhere = of("ecs.aliyuncs.com", "CreateInstance");
        assert_eq!(elsewhere, Err(NoProfile::OtherOperation));
    }

    #[test]
    fn a_date_tells_the_edition() {
        let of = |date: &str| {
            let date = date.parse().expect("a date");
            let profile = names(&["RegionId", "Capacity"], None).profile(Some(date));
            profile.map(|profile| profile.id)
        };
        assert_eq!(of("2016-05-01"), Ok("alibaba.create-instance.intl"));
        assert_eq!(of("2019-01-31"), Ok("alibaba.create-instance.intl"));
        assert_eq!(of("2019-02-01"), Ok("alibaba.create-instance.cn"));
        assert_eq!(of("2024-07-29"), Ok("alibaba.create-instance.cn"));
        let newest = Profile::by_id("alibaba.create-instance.2026");
        let newest = newest.map_or("alibaba.create-instance.cn", |profile| profile.id);
        assert_eq!(of("2024-07-30"), Ok(newest));
    }

    #[test]
    fn broken_texts_have_names_too() {
        for text in [
            r#"{"RegionId": "cn-hangzhou", "Capacity": 1024,}"#,
            "{\u{201c}RegionId\u{201d}:\u{201c}cn\u{201d}, \"Capacity\": 1}",
            "{'Action': 'CreateInstance'",
        ] {
            assert!(Names::of_broken(text).profile(None).is_ok(), "{text}");
        }
        assert!(Names::of_broken(r#"{"a": 1,}"#).profile(None).is_err());
    }
}
