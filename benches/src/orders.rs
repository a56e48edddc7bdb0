//! The order as a type, for the peers that check types: read without copying where the text
//! has no escapes. White space around values, numbers in the place of texts and other
//! liberties that kvspec takes into account are not seen by them.

use std::borrow::Cow;
use std::net::Ipv4Addr;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::hand;

/// A text that is borrowed where it can be.
type Text<'a> = Option<Cow<'a, str>>;

/// Serde borrows a `Cow` only where it stands by itself.
fn borrowed<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Text<'a>, D::Error> {
    #[derive(Deserialize)]
    struct Borrowed<'a>(#[serde(borrow)] Cow<'a, str>);
    Ok(Option::<Borrowed<'a>>::deserialize(deserializer)?.map(|text| text.0))
}

macro_rules! order {
    ($($(#[$meta:meta])* $wire:literal $field:ident,)*) => {
        /// `CreateInstance`, Chinese edition: the parameters that the data has.
        #[derive(Debug, Clone, Default, Deserialize, garde::Validate, validator::Validate)]
        #[serde(default)]
        #[garde(custom(garde_rules))]
        #[validate(schema(function = "validator_rules", skip_on_field_errors = false))]
        pub struct Order<'a> {
            $(
                #[doc = concat!("`", $wire, "`")]
                #[serde(rename = $wire, borrow, deserialize_with = "borrowed")]
                $(#[$meta])*
                pub $field: Option<Cow<'a, str>>,
            )*
            /// Capacity
            #[serde(rename = "Capacity")]
            #[garde(range(min = 1))]
            #[validate(range(min = 1))]
            pub capacity: Option<u64>,
        }

        impl<'a> Order<'a> {
            /// The order of a parsed value; `None` where a type is another one.
            #[must_use]
            pub fn of(value: &'a Value) -> Option<Self> {
                let text = |name: &str| match value.get(name) {
                    None | Some(Value::Null) => Some(None),
                    Some(Value::String(text)) => Some(Some(Cow::Borrowed(text.as_str()))),
                    Some(_) => None,
                };
                Some(Self {
                    $($field: text($wire)?,)*
                    capacity: match value.get("Capacity") {
                        None | Some(Value::Null) => None,
                        Some(value) => Some(value.as_u64()?),
                    },
                })
            }
        }
    };
}

order! {
    #[garde(required)]
    #[validate(required)]
    "RegionId" region,
    #[garde(skip)]
    "ZoneId" zone,
    #[garde(skip)]
    "InstanceClass" class,
    #[garde(inner(ascii), inner(length(max = 64)))]
    #[validate(length(max = 64), custom(function = "by::ascii"))]
    "Token" token,
    #[garde(inner(length(chars, min = 2, max = 128), custom(garde_by(hand::name))))]
    #[validate(length(min = 2, max = 128), custom(function = "by::name"))]
    "InstanceName" name,
    #[garde(inner(length(chars, min = 8, max = 32), custom(garde_by(hand::password))))]
    #[validate(length(min = 8, max = 32), custom(function = "by::password"))]
    "Password" password,
    #[garde(inner(custom(garde_by(hand::json_object))))]
    #[validate(custom(function = "by::config"))]
    "Config" config,
    #[garde(inner(custom(garde_by(hand::charge_type))))]
    #[validate(custom(function = "by::charge_type"))]
    "ChargeType" charge_type,
    #[garde(inner(custom(garde_by(hand::months))))]
    #[validate(custom(function = "by::months"))]
    "Period" period,
    #[garde(inner(custom(garde_by(hand::network))))]
    #[validate(custom(function = "by::network"))]
    "NetworkType" network,
    #[garde(skip)]
    "VpcId" vpc,
    #[garde(skip)]
    "VSwitchId" vswitch,
    #[garde(inner(custom(garde_by(hand::version))))]
    #[validate(custom(function = "by::version"))]
    "EngineVersion" version,
    #[garde(inner(custom(garde_by(hand::boolean))))]
    #[validate(custom(function = "by::boolean"))]
    "AutoRenew" auto_renew,
    #[garde(inner(custom(garde_by(hand::renewal))))]
    #[validate(custom(function = "by::renewal"))]
    "AutoRenewPeriod" auto_renew_period,
    #[garde(inner(custom(garde_by(is_ipv4))))]
    #[validate(custom(function = "by::ipv4"))]
    "PrivateIpAddress" private_ip,
}

/// Whether it is an IPv4 address.
fn is_ipv4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

fn garde_by<'t, C>(
    check: fn(&str) -> bool,
) -> impl FnOnce(&Cow<'t, str>, &C) -> Result<(), garde::Error> {
    move |text, _| {
        if check(text) {
            Ok(())
        } else {
            Err(garde::Error::new("not allowed"))
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "garde hands over its context so"
)]
fn garde_rules(order: &Order<'_>, (): &()) -> Result<(), garde::Error> {
    if order.keeps_the_rules() {
        Ok(())
    } else {
        Err(garde::Error::new(
            "a parameter is missing or not applicable",
        ))
    }
}

fn validator_rules(order: &Order<'_>) -> Result<(), validator::ValidationError> {
    if order.keeps_the_rules() {
        Ok(())
    } else {
        Err(validator::ValidationError::new("rules"))
    }
}

/// The checks in the form that validator wants.
mod by {
    use super::{hand, is_ipv4};

    macro_rules! validator_by {
        ($($name:ident = $check:expr;)*) => {
            $(
                pub(super) fn $name(text: &str) -> Result<(), validator::ValidationError> {
                    let check: fn(&str) -> bool = $check;
                    if check(text) {
                        Ok(())
                    } else {
                        Err(validator::ValidationError::new(stringify!($name)))
                    }
                }
            )*
        };
    }

    validator_by! {
        ascii = |text| text.is_ascii();
        name = hand::name;
        password = hand::password;
        config = hand::json_object;
        charge_type = hand::charge_type;
        months = hand::months;
        network = hand::network;
        version = hand::version;
        boolean = hand::boolean;
        renewal = hand::renewal;
        ipv4 = is_ipv4;
    }
}

impl Order<'_> {
    /// What parameters mean for each other.
    #[must_use]
    pub fn keeps_the_rules(&self) -> bool {
        let prepaid = self.charge_type.as_deref() == Some("PrePaid");
        let postpaid = matches!(self.charge_type.as_deref(), None | Some("PostPaid"));
        let renews = self.auto_renew.as_deref() == Some("true");
        (self.class.is_some() || self.capacity.is_some())
            && !(prepaid && self.period.is_none())
            && !(postpaid && self.period.is_some())
            && !(renews && self.auto_renew_period.is_none())
    }

    /// The checks written out by hand.
    #[must_use]
    pub fn is_valid_by_hand(&self) -> bool {
        let fits = |text: &Text<'_>, check: fn(&str) -> bool| text.as_deref().is_none_or(check);
        self.region.is_some()
            && self.capacity.is_none_or(|capacity| capacity >= 1)
            && fits(&self.token, |text| text.len() <= 64 && text.is_ascii())
            && fits(&self.name, |text| {
                (2..=128).contains(&hand::characters(text)) && hand::name(text)
            })
            && fits(&self.password, |text| {
                (8..=32).contains(&text.len()) && hand::password(text)
            })
            && fits(&self.charge_type, hand::charge_type)
            && fits(&self.period, hand::months)
            && fits(&self.network, hand::network)
            && fits(&self.version, hand::version)
            && fits(&self.auto_renew, hand::boolean)
            && fits(&self.auto_renew_period, hand::renewal)
            && fits(&self.private_ip, is_ipv4)
            && fits(&self.config, hand::json_object)
            && self.keeps_the_rules()
    }

    /// The verdict of garde.
    #[must_use]
    pub fn is_valid_by_garde(&self) -> bool {
        garde::Validate::validate(self).is_ok()
    }

    /// The verdict of validator.
    #[must_use]
    pub fn is_valid_by_validator(&self) -> bool {
        validator::Validate::validate(self).is_ok()
    }
}
