//! The requests that are judged: fixed forms of `CreateInstance` (Chinese edition), and a
//! generator with a fixed seed. Their mistakes are of kinds that every judge can see: a JSON
//! Schema knows nothing of names in another case or of repeated ones.

use serde_json::{Map, Value, json};

/// A small generator of numbers (`SplitMix64`): the same numbers on every machine.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A generator with that seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.bits() % end).unwrap_or_default()
    }

    /// One of the choices.
    pub fn pick<'c, T: ?Sized>(&mut self, choices: &[&'c T]) -> &'c T {
        choices[self.below(choices.len())]
    }

    /// An identifier of so many lowercase letters and digits.
    pub fn identifier(&mut self, length: usize) -> String {
        const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
        (0..length)
            .map(|_| char::from(LETTERS[self.below(LETTERS.len())]))
            .collect()
    }
}

/// A valid form with 15 parameters, in ASCII.
#[must_use]
pub fn ascii() -> Value {
    json!({
        "RegionId": "cn-hangzhou",
        "ZoneId": "cn-hangzhou-b",
        "InstanceClass": "redis.master.small.default",
        "Token": "0c593ea1-3bea-11e9-b96b-88e9fe637760",
        "InstanceName": "orders-cache-01",
        "Password": "Pass!123456",
        "Config": "{\"EvictionPolicy\":\"volatile-lru\",\"hash-max-ziplist-entries\":512}",
        "ChargeType": "PrePaid",
        "Period": "12",
        "NetworkType": "VPC",
        "VpcId": "vpc-bp1nme44gek34slfc",
        "VSwitchId": "vsw-bp1e7clcw529l773d",
        "EngineVersion": "5.0",
        "AutoRenew": "true",
        "AutoRenewPeriod": "3",
    })
}

/// A valid order of the edition of 2026 with 20 parameters, in ASCII.
#[must_use]
pub fn of_2026() -> Value {
    json!({
        "RegionId": "cn-hangzhou",
        "ZoneId": "cn-hangzhou-h",
        "SecondaryZoneId": "cn-hangzhou-g",
        "InstanceClass": "redis.shard.small.2.ce",
        "ShardCount": "1",
        "Token": "0c593ea1-3bea-11e9-b96b-88e9fe637760",
        "InstanceName": "orders-cache-01",
        "Password": "Pass!123456",
        "ChargeType": "PrePaid",
        "Period": "12",
        "AutoRenew": "true",
        "AutoRenewPeriod": "3",
        "NetworkType": "VPC",
        "VpcId": "vpc-bp1nme44gek34slfc",
        "VSwitchId": "vsw-bp1e7clcw529l773d",
        "PrivateIpAddress": "172.16.0.10",
        "EngineVersion": "7.0",
        "NodeType": "MASTER_SLAVE",
        "Port": "6380",
        "ResourceGroupId": "rg-acfmyiu4ekp2e7y",
    })
}

/// The same form with a Chinese name.
#[must_use]
pub fn chinese() -> Value {
    let mut form = ascii();
    form["InstanceName"] = "订单会话缓存生产环境杭州一区".into();
    form
}

/// The same form with six mistakes.
#[must_use]
pub fn six_mistakes() -> Value {
    let mut form = ascii();
    form["Token"] = "a".repeat(65).into();
    form["InstanceName"] = "orders cache".into();
    form["Password"] = "password".into();
    form["ChargeType"] = "prepaid".into();
    form["EngineVersion"] = "6.0".into();
    form["AutoRenewPeriod"] = "4".into();
    form
}

/// So many different forms, of which about half have mistakes.
#[must_use]
pub fn different(count: usize) -> Vec<Value> {
    let mut random = Random::new(7);
    (0..count).map(|_| order(&mut random)).collect()
}

/// One order, valid or with up to three mistakes.
#[must_use]
pub fn order(random: &mut Random) -> Value {
    let mut form = valid(random);
    if random.below(2) == 0 {
        for _ in 0..=random.below(3) {
            spoil(&mut form, random);
        }
    }
    Value::Object(form)
}

fn valid(random: &mut Random) -> Map<String, Value> {
    let mut form = Map::new();
    let mut set = |name: &str, value: String| {
        form.insert(name.to_owned(), Value::String(value));
    };
    let region = random.pick(&["cn-hangzhou", "cn-beijing", "cn-shanghai", "cn-hongkong"]);
    set("RegionId", region.to_owned());
    set(
        "ZoneId",
        format!("{region}-{}", random.pick(&["a", "b", "e"])),
    );
    set("Token", random.identifier(36));
    let name = match random.below(3) {
        0 => format!("订单缓存{}", random.below(100)),
        1 => format!("会话{}号", random.pick(&["一", "二", "三"])),
        _ => format!("cache-{}", random.identifier(12)),
    };
    set("InstanceName", name);
    set("Password", format!("Pass!{}", random.identifier(10)));
    if random.below(2) == 0 {
        set(
            "Config",
            format!(
                "{{\"EvictionPolicy\":\"volatile-lru\",\"hash-max-ziplist-entries\":{}}}",
                random.below(600)
            ),
        );
    }
    let version = random.pick(&["2.8", "4.0", "5.0"]);
    set("EngineVersion", version.to_owned());
    if random.below(2) == 0 {
        set("ChargeType", "PrePaid".into());
        set(
            "Period",
            random.pick(&["1", "3", "9", "12", "36"]).to_owned(),
        );
        if random.below(2) == 0 {
            set("AutoRenew", "true".into());
            set("AutoRenewPeriod", random.pick(&["1", "6", "12"]).to_owned());
        }
    }
    if random.below(2) == 0 {
        set("NetworkType", "VPC".into());
        set("VpcId", format!("vpc-bp1{}", random.identifier(18)));
        set("VSwitchId", format!("vsw-bp1{}", random.identifier(18)));
        if random.below(2) == 0 {
            set(
                "PrivateIpAddress",
                format!("172.16.0.{}", random.below(255)),
            );
        }
    }
    if random.below(2) == 0 {
        set(
            "InstanceClass",
            format!(
                "redis.master.{}.default",
                random.pick(&["small", "mid", "large"])
            ),
        );
    } else {
        form.insert("Capacity".into(), (1 + random.below(65_536)).into());
    }
    form
}

fn spoil(form: &mut Map<String, Value>, random: &mut Random) {
    let mut set = |name: &str, value: &str| {
        form.insert(name.to_owned(), Value::String(value.to_owned()));
    };
    match random.below(18) {
        0 => {
            form.remove("RegionId");
        }
        1 => {
            form.insert("Capacity".into(), 0.into());
        }
        2 => {
            form.remove("Capacity");
            form.remove("InstanceClass");
        }
        3 => set("InstanceName", "名"),
        4 => set("InstanceName", "_cache"),
        5 => set("InstanceName", "订单 缓存"),
        6 => set("InstanceName", &"中".repeat(129)),
        7 => set("Password", "Pass!12"),
        8 => set("Password", "password1"),
        9 => set("Password", "Pass,123456"),
        10 => set("ChargeType", "prepaid"),
        11 => set("Period", "10"),
        12 => {
            form.insert("ChargeType".into(), "PrePaid".into());
            form.remove("Period");
        }
        13 => {
            form.insert("ChargeType".into(), "PostPaid".into());
            form.insert("Period".into(), "1".into());
        }
        14 => set("EngineVersion", "6.0"),
        15 => {
            form.insert("AutoRenew".into(), "true".into());
            form.remove("AutoRenewPeriod");
        }
        16 => set("Token", &"t".repeat(65)),
        _ => set("PrivateIpAddress", "172.16.0.256"),
    }
}
