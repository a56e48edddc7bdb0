//! What the documents share: the provider's common parameters, which no operation lists one by
//! one, and sets that two or more documents print alike.

use crate::diagnostic::Code;
use crate::profile::{
    CharacterClass, Citation, ConfigKey, ConfigValue, Holds, Kind, Parameter, PasswordCharacters,
    PasswordRule, Sample, Test,
};

/// The samples of a row, which only tests and explanations read: none without the feature
/// `prose`.
pub(super) const fn proof(samples: &'static [Sample]) -> &'static [Sample] {
    if cfg!(feature = "prose") {
        samples
    } else {
        &[]
    }
}

/// A passage of the console's purchase page, which explains what the API documents only name.
pub(super) const fn page(quote: &'static str) -> Citation {
    Citation::new(crate::documents::titles::CONSOLE, "Procedure", quote)
}

/// One rule between parameters, in the order in which one would say it: the finding, where it
/// points, under which conditions, why, where that is written, and samples for both outcomes.
/// Names are looked up by the `at` of the file that uses it.
macro_rules! rule {
    (
        $code:ident $(as $severity:ident)? $(at $name:literal $(/ $member:literal)?)? if $($condition:ident($($argument:tt)*)),+ ;
        because $en:literal $zh:literal ;
        cite $citation:expr ;
        $(fix $fix:expr ;)?
        $(provider $provider:literal ;)?
        pass $($pass:literal),+ ;
        $($fail:tt)+
    ) => {
        crate::profile::Rule {
            code: crate::diagnostic::Code::$code,
            at: crate::documents::common::rule!(@at $($name)?),
            member: concat!($($($member)?)?),
            when: const { &[$(crate::documents::common::rule!(@$condition $($argument)*)),+] },
            reason: crate::profile::Bilingual::new($en, $zh),
            citation: $citation,
            samples: crate::documents::common::proof(
                crate::documents::common::rule!(@samples $code [$($pass),+] $($fail)+)
            ),
            severity: crate::documents::common::rule!(@severity $($severity)?),
            fix: crate::documents::common::rule!(@fix $($fix)?),
            provider_code: crate::documents::common::rule!(@provider $($provider)?),
        }
    };
    (@severity) => { None };
    (@severity $severity:ident) => { Some(crate::diagnostic::Severity::$severity) };
    (@fix) => { crate::profile::RuleFix::None };
    (@fix $fix:expr) => { $fix };
    (@provider) => { None };
    (@provider $provider:literal) => { Some($provider) };
    (@samples $code:ident [$($pass:literal),+] $(outer $outer:literal)? fail $fail:literal) => {
        &[
            $(crate::profile::Sample::passes($pass),)+
            crate::profile::Sample::fails(crate::diagnostic::Code::$code, $fail)$(.within($outer))?,
        ]
    };
    (@samples $code:ident [$($pass:literal),+] outer $outer:literal fail $fail:literal along $($along:ident),+) => {
        &[
            $(crate::profile::Sample::passes($pass),)+
            crate::profile::Sample::fails(crate::diagnostic::Code::$code, $fail)
                .within($outer)
                .along(&[$(crate::diagnostic::Code::$along),+]),
        ]
    };
    (@samples $code:ident [$($pass:literal),+] fail $fail:literal along $($along:ident),+) => {
        &[
            $(crate::profile::Sample::passes($pass),)+
            crate::profile::Sample::fails(crate::diagnostic::Code::$code, $fail)
                .along(&[$(crate::diagnostic::Code::$along),+]),
        ]
    };
    (@samples $code:ident [$($pass:literal),+] fail $($fail:literal),+) => {
        &[
            $(crate::profile::Sample::passes($pass),)+
            $(crate::profile::Sample::fails(crate::diagnostic::Code::$code, $fail),)+
        ]
    };
    (@at) => { None };
    (@at $name:literal) => { Some(at($name)) };
    (@NotWithin $inner:literal, $outer:literal) => {
        crate::profile::Condition::NotWithin(at($inner), at($outer))
    };
    (@NotWithin $inner:literal, $outer:expr) => {
        crate::profile::Condition::NotWithin(at($inner), $outer)
    };
    (@Differs $inner:literal, $outer:expr) => {
        crate::profile::Condition::Differs(at($inner), $outer)
    };
    (@NoElement $list:literal, $condition:expr) => {
        crate::profile::Condition::NoElement(at($list), $condition)
    };
    (@AbsentOutside $outer:expr) => {
        crate::profile::Condition::Absent($outer)
    };
    (@IsNotOutside $outer:expr, $value:expr) => {
        crate::profile::Condition::IsNot($outer, $value)
    };
    (@Same $left:literal, $right:literal) => {
        crate::profile::Condition::Same(at($left), at($right))
    };
    (@Passes $test:expr, $($name:literal),+) => {
        crate::profile::Condition::Passes($test, const { &[$(at($name)),+] })
    };
    (@Either $($condition:ident($($argument:tt)*)),+) => {
        crate::profile::Condition::Either(const { &[
            $(crate::documents::common::rule!(@$condition $($argument)*)),+
        ] })
    };
    (@$condition:ident $name:literal $(, $value:expr)?) => {
        crate::profile::Condition::$condition(at($name) $(, $value)?)
    };
}
pub(in crate::documents) use rule;

/// Names that people use for a parameter: of other products, of SDKs, of other editions.
pub(super) const ALIASES: &[(&str, &str)] = &[
    ("PayType", "ChargeType"),
    ("PaymentType", "ChargeType"),
    ("InstanceChargeType", "ChargeType"),
    ("BillingMethod", "ChargeType"),
    ("InstanceSpec", "InstanceClass"),
    ("DBInstanceClass", "InstanceClass"),
    ("ClientToken", "Token"),
    ("Token", "ClientToken"),
    ("UsedTime", "Period"),
    ("DBInstanceName", "InstanceName"),
    ("DBInstanceDescription", "InstanceName"),
    ("Zone", "ZoneId"),
    ("Zone", "izNo"),
    ("ZoneId", "izNo"),
    ("Region", "RegionId"),
    ("RegionID", "RegionId"),
    ("VPCId", "VpcId"),
    ("VSwitch", "VSwitchId"),
    ("NodeType", "ShardType"),
    ("azIdSpec", "azId"),
    ("instanceName", "cacheInstanceName"),
    ("instanceClass", "cacheInstanceClass"),
    ("engineVersion", "redisVersion"),
    ("region", "regionId"),
];

/// A class of another edition than the classic one, as its name tells.
pub(super) static OF_ANOTHER_EDITION: Test = Test {
    name: "class-of-another-edition",
    needs_first: true,
    holds: Holds::Code(|values| {
        values[0].is_some_and(|class| {
            let last = class.rsplit('.').next();
            class.starts_with("tair.") || matches!(last, Some("ce" | "ee"))
        })
    }),
    says: None,
};

/// Months that 001, 002 and the console's page sell.
pub(super) const MONTHS: &[u32] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36];

/// First parts of instance classes, by the engine they are for.
pub(super) const REDIS_CLASSES: &[&str] = &["redis.", "tair."];
pub(super) const MEMCACHE_CLASSES: &[&str] = &["memcache."];

/// The password rule that 002 and 003 share.
pub(in crate::documents) const PASSWORD: PasswordRule = PasswordRule {
    min: 8,
    max: 32,
    characters: PasswordCharacters::Special("!@#$%^&*()_+-="),
    at_least: 3,
    classes: &[
        CharacterClass::Uppercase,
        CharacterClass::Lowercase,
        CharacterClass::Digit,
        CharacterClass::Special,
    ],
    should_mix: false,
};

/// Redis's eviction policies.
const EVICTION_POLICIES: &[&str] = &[
    "volatile-lru",
    "allkeys-lru",
    "volatile-lfu",
    "allkeys-lfu",
    "volatile-random",
    "allkeys-random",
    "volatile-ttl",
    "noeviction",
];

const fn count(name: &'static str) -> ConfigKey {
    ConfigKey {
        name,
        value: ConfigValue::Count,
    }
}

/// The keys of `Config` in 002's sample.
pub(super) const CONFIG: &[ConfigKey] = &[
    ConfigKey {
        name: "EvictionPolicy",
        value: ConfigValue::OneOf(EVICTION_POLICIES),
    },
    count("hash-max-ziplist-entries"),
    count("hash-max-ziplist-value"),
    count("zset-max-ziplist-entries"),
    count("zset-max-ziplist-value"),
    count("set-max-intset-entries"),
];

const fn common(name: &'static str, samples: &'static [Sample], citation: Citation) -> Parameter {
    Parameter::new(name, Kind::Untyped)
        .common()
        .cite(citation)
        .samples(samples)
}

pub(super) const fn version(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"Version": "2015-01-01"}"#),
        Sample::fails(Code::TypeMismatch, r#"{"Version": ["2015-01-01"]}"#),
    ];
    common("Version", SAMPLES, citation)
        .label("API version", "API 版本")
        .hint("Common parameter: 2015-01-01.", "公共参数：2015-01-01。")
}

pub(super) const fn format(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"Format": "JSON"}"#),
        Sample::fails(Code::TypeMismatch, r#"{"Format": {}}"#),
    ];
    common("Format", SAMPLES, citation)
        .label("Response format", "返回格式")
        .hint("Common parameter: JSON or XML.", "公共参数：JSON 或 XML。")
}

pub(super) const fn access_key_id(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"AccessKeyId": "LTAIxxxxxxxxxxxx"}"#),
        Sample::fails(Code::TypeMismatch, r#"{"AccessKeyId": []}"#),
    ];
    common("AccessKeyId", SAMPLES, citation)
        .label("Access key ID", "访问密钥 ID")
        .hint(
            "The ID, never the secret; signing tools add it.",
            "只填 ID，切勿填写密钥；签名工具会自动添加。",
        )
}

pub(super) const fn security_token(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"SecurityToken": null}"#),
        Sample::fails(Code::SecretInSpec, r#"{"SecurityToken": "sample"}"#),
    ];
    common("SecurityToken", SAMPLES, citation)
        .secret()
        .label("Security token", "安全令牌")
        .hint(
            "Added by signing tools; does not belong in an order.",
            "由签名工具添加，不应写入订单。",
        )
}

pub(super) const fn signature(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"Signature": null}"#),
        Sample::fails(Code::SecretInSpec, r#"{"Signature": "sample"}"#),
    ];
    common("Signature", SAMPLES, citation)
        .secret()
        .label("Signature", "签名")
        .hint(
            "Added by signing tools; does not belong in an order.",
            "由签名工具添加，不应写入订单。",
        )
}

pub(super) const fn signature_method(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"SignatureMethod": "HMAC-SHA1"}"#),
        Sample::fails(Code::TypeMismatch, r#"{"SignatureMethod": []}"#),
    ];
    common("SignatureMethod", SAMPLES, citation)
        .label("Signature method", "签名方式")
        .hint("Added by signing tools.", "由签名工具添加。")
}

pub(super) const fn signature_version(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"SignatureVersion": "1.0"}"#),
        Sample::fails(Code::StrayWhitespace, r#"{"SignatureVersion": "1.0 "}"#),
    ];
    common("SignatureVersion", SAMPLES, citation)
        .label("Signature version", "签名版本")
        .hint("Added by signing tools.", "由签名工具添加。")
}

/// The region, where the operation has none of its own: SDKs choose the endpoint by it.
pub(super) const fn region_id(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"RegionId": "cn-hangzhou"}"#),
        Sample::fails(Code::TypeMismatch, r#"{"RegionId": []}"#),
    ];
    common("RegionId", SAMPLES, citation)
        .label("Region of the endpoint", "接入地域")
        .hint(
            "Added by SDKs to choose the endpoint.",
            "由 SDK 用于选择接入点。",
        )
}

pub(super) const fn signature_type(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"SignatureType": ""}"#),
        Sample::fails(Code::TypeMismatch, r#"{"SignatureType": []}"#),
    ];
    common("SignatureType", SAMPLES, citation)
        .may_be_empty()
        .label("Signature type", "签名类型")
        .hint(
            "Added by SDKs, often without a value.",
            "由 SDK 自动添加，通常为空。",
        )
}

/// Samples of `OwnerAccount`.
pub(in crate::documents) const OWNER_ACCOUNT: &[Sample] = &[
    Sample::passes(r#"{"OwnerAccount": "1"}"#),
    Sample::fails(Code::TypeMismatch, r#"{"OwnerAccount": []}"#),
];

/// Samples of `OwnerId`.
pub(in crate::documents) const OWNER_ID: &[Sample] = &[
    Sample::passes(r#"{"OwnerId": "1"}"#),
    Sample::fails(Code::TypeMismatch, r#"{"OwnerId": []}"#),
];

/// Samples of `ResourceOwnerAccount`.
pub(in crate::documents) const RESOURCE_OWNER_ACCOUNT: &[Sample] = &[
    Sample::passes(r#"{"ResourceOwnerAccount": "1"}"#),
    Sample::fails(Code::TypeMismatch, r#"{"ResourceOwnerAccount": []}"#),
];

/// Samples of `ResourceOwnerId`.
pub(in crate::documents) const RESOURCE_OWNER_ID: &[Sample] = &[
    Sample::passes(r#"{"ResourceOwnerId": "1"}"#),
    Sample::fails(Code::TypeMismatch, r#"{"ResourceOwnerId": []}"#),
];

/// One of the four parameters that every SDK has for accounts that act for others.
pub(super) const fn owner(
    name: &'static str,
    samples: &'static [Sample],
    citation: Citation,
) -> Parameter {
    common(name, samples, citation)
        .may_be_empty()
        .label("Owner of the resource", "资源所有者")
        .hint("Added by SDKs.", "由 SDK 自动添加。")
}

pub(super) const fn signature_nonce(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"SignatureNonce": "9b7a44b0"}"#),
        Sample::fails(Code::TypeMismatch, r#"{"SignatureNonce": []}"#),
    ];
    common("SignatureNonce", SAMPLES, citation)
        .label("Signature nonce", "签名随机数")
        .hint("Added by signing tools.", "由签名工具添加。")
}

pub(super) const fn timestamp(citation: Citation) -> Parameter {
    const SAMPLES: &[Sample] = &[
        Sample::passes(r#"{"Timestamp": "2026-01-01T12:00:00Z"}"#),
        Sample::fails(Code::TypeMismatch, r#"{"Timestamp": {}}"#),
    ];
    common("Timestamp", SAMPLES, citation)
        .label("Time stamp", "请求时间戳")
        .hint("Added by signing tools.", "由签名工具添加。")
}
