//! The purchase page of Alibaba Cloud's Redis console: `000_2967709d0fcf866a.txt`. The page calls
//! `CreateInstance`, so where it is silent the Chinese edition's rule for the same parameter holds.

use super::alibaba_create_instance_cn as create_instance;
use super::common::{self, page, rule};
use crate::diagnostic::Code;
#[cfg(feature = "editions")]
use crate::documents::class_tests as tests;
use crate::documents::{beyond, notions, overhead};
use crate::profile::{
    Bilingual, Citation, Coercion, Constraint, Kind, Object, Parameter, Profile, Ref, Rule, Sample,
    Wire,
};

const DOCUMENT: &str = crate::documents::titles::CONSOLE;

/// What the Chinese edition says where the page is silent.
const fn edition(quote: &'static str) -> Citation {
    Citation::new(crate::documents::titles::CHINESE, "请求参数", quote)
}

const PARAMETERS: &[Parameter] = &[
    Parameter::new("billingMethod", Kind::String).notion(&notions::BILLING)
        .required()
        .constraint(Constraint::OneOf(&["Subscription", "Pay-As-You-Go"]))
        .label("Billing method", "付费方式")
        .hint("Subscription can never be turned back into Pay-As-You-Go.", "包年包月（Subscription）不能改回按量付费（Pay-As-You-Go）。")
        .cite(page("Select a billing method."))
        .samples(&[
            Sample::passes(r#"{"billingMethod": "Subscription", "duration": "12"}"#),
            Sample::fails(Code::InvalidValue, r#"{"billingMethod": "PostPaid"}"#),
            Sample::fails(Code::RequiredParameter, r#"{"billingMethod": null}"#),
        ]),
    Parameter::new("region", Kind::String).notion(&notions::REGION)
        .required()
        .label("Region", "地域")
        .hint("Near your users, and that of the ECS instance; it can never be changed.", "选择靠近用户且与 ECS 实例相同的地域；购买后不可更改。")
        .cite(page("Indicates the geo-location where the instance resides."))
        .samples(&[
            Sample::passes(r#"{"region": "cn-hangzhou"}"#),
            Sample::fails(Code::RequiredParameter, r#"{"region": null}"#),
        ]),
    Parameter::new("zone", Kind::String).notion(&notions::ZONE)
        .required()
        .label("Zone", "可用区")
        .hint("A zone in the region.", "该地域内的可用区。")
        .cite(page("Each zone is an independent geographical location that resides in a region."))
        .samples(&[
            Sample::passes(r#"{"zone": "cn-hangzhou-b"}"#),
            Sample::fails(Code::RequiredParameter, r#"{"zone": null}"#),
        ]),
    Parameter::new("networkType", Kind::String).notion(&notions::NETWORK)
        .required()
        .constraint(Constraint::OneOf(&["Classic Network", "VPC"]))
        .label("Network type", "网络类型")
        .hint("VPC is recommended; there is no way back from it.", "推荐 VPC（专有网络）；选择后不可改回经典网络（Classic Network）。")
        .cite(page("Ensure an identical network type for both the ApsaraDB for Redis instance and the ECS instance."))
        .samples(&[
            Sample::passes(r#"{"networkType": "Classic Network", "vpc": null, "vSwitch": null}"#),
            Sample::fails(Code::InvalidValue, r#"{"networkType": "Classic"}"#),
        ]),
    Parameter::new("vSwitch", Kind::String).notion(&notions::VSWITCH)
        .label("VSwitch", "交换机")
        .hint("A vSwitch in the VPC.", "该专有网络内的交换机。")
        .cite(page("A VSwitch is the basic network module for you to build a VPC."))
        .samples(&[
            Sample::passes(r#"{"vSwitch": "vsw-bp2"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"vSwitch": []}"#),
        ]),
    Parameter::new("vpc", Kind::String).notion(&notions::VPC)
        .label("VPC", "专有网络")
        .hint("The VPC of the vSwitch.", "交换机所属的专有网络。")
        .cite(page("A VPC provides an isolated network environment with high security and performance over classic networks."))
        .samples(&[
            Sample::passes(r#"{"vpc": "vpc-bp2"}"#),
            Sample::fails(Code::TypeMismatch, r#"{"vpc": {}}"#),
        ]),
    Parameter::new("version", Kind::String).notion(&notions::ENGINE_VERSION)
        .required()
        .constraint(Constraint::OneOf(&["2.8", "4.0", "5.0"]))
        .label("Version", "版本")
        .hint("2.8, 4.0 or 5.0.", "2.8、4.0 或 5.0。")
        .cite(page("Supported versions for an ApsaraDB for Redis instance are listed as follows"))
        .samples(&[
            Sample::passes(r#"{"version": "2.8"}"#),
            Sample::fails(Code::InvalidValue, r#"{"version": "3.0"}"#),
            Sample::fails(Code::TypeCoerced, r#"{"version": 5.0}"#),
        ]),
    Parameter::new("nodeType", Kind::String).notion(&notions::NODE_TYPE)
        .required()
        .constraint(Constraint::OneOf(&["Dual Copy"]))
        .label("Node type", "节点类型")
        .hint("Dual Copy is the only one.", "只有 Dual Copy（双副本）。")
        .cite(page("Dual Copy: provides a primary-secondary hot standby architecture for persistent data storage."))
        .samples(&[
            Sample::passes(r#"{"nodeType": "Dual Copy"}"#),
            Sample::fails(Code::InvalidValue, r#"{"nodeType": "Single"}"#),
        ]),
    Parameter::new("instanceClass", Kind::String).notion(&notions::CLASS)
        .required()
        .constraint(Constraint::InstanceClass)
        .label("Instance class", "实例规格")
        .hint("Memory size, connections and bandwidth.", "决定内存、连接数和带宽。")
        .cite(page("Each class corresponds to a set of configurations"))
        .samples(&[
            Sample::passes(r#"{"instanceClass": "redis.master.small.default"}"#),
            Sample::fails(Code::StrayWhitespace, r#"{"instanceClass": "redis.master.small.default "}"#),
        ]),
    Parameter::new("instanceName", Kind::String).notion(&notions::INSTANCE_NAME)
        .constraint(Constraint::Name(create_instance::NAME))
        .label("Instance name", "实例名称")
        .hint(
            "2 to 128 characters, beginning with a letter or a Chinese character; no space and none of @ / : = \" < > { [ ] }.",
            "2 到 128 个字符，以大小写字母或中文开头，不支持空格和 @ / : = \" < > { [ ] }。",
        )
        .cite(page("Enter the Instance Name and select the Quantity."))
        .samples(&[
            Sample::passes(r#"{"instanceName": "缓存01"}"#),
            Sample::fails(Code::NameLength, r#"{"instanceName": "a"}"#),
            Sample::fails(Code::NameFirstCharacter, r#"{"instanceName": "01缓存"}"#),
            Sample::fails(Code::NameForbiddenCharacter, r#"{"instanceName": "cache”1"}"#),
            Sample::fails(Code::LengthAmbiguous, r#"{"instanceName": "a𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀"}"#),
            Sample::fails(Code::InvisibleCharacter, r#"{"instanceName": "a\u200bb"}"#),
        ]),
    Parameter::new("quantity", Kind::Integer).notion(&notions::QUANTITY)
        .required()
        .constraint(Constraint::Range { min: 1, max: None })
        .label("Quantity", "数量")
        .hint("How many instances to buy.", "购买实例的数量。")
        .cite(page("Enter the Instance Name and select the Quantity."))
        .samples(&[
            Sample::passes(r#"{"quantity": "3"}"#),
            Sample::fails(Code::OutOfRange, r#"{"quantity": 0}"#),
            Sample::fails(Code::InvalidValue, r#"{"quantity": -1}"#),
        ]),
    Parameter::new("duration", Kind::String).notion(&notions::DURATION)
        .coercion(Coercion::Silent)
        .constraint(Constraint::Integers(common::MONTHS))
        .label("Duration", "购买时长")
        .hint("Months: 1-9, 12, 24 or 36. With Subscription only.", "单位为月：1-9、12、24、36，仅用于包年包月。")
        .cite(page("If you purchase a subscription instance, you need to select the Duration."))
        .samples(&[
            Sample::passes(r#"{"billingMethod": "Subscription", "duration": "36"}"#),
            Sample::fails(Code::InvalidValue, r#"{"billingMethod": "Subscription", "duration": "48"}"#),
        ]),
    Parameter::new("password", Kind::String)
        .secret()
        .verbatim()
        .label("Password", "密码")
        .hint("Set after the instance is there.", "在实例创建后设置。")
        .cite(page("The connection password can be set after creating the instance"))
        .samples(&[
            Sample::passes(r#"{"password": null}"#),
            Sample::fails(Code::EmptyValue, r#"{"password": ""}"#),
        ]),
];

const fn at(name: &str) -> Ref {
    Ref::to(PARAMETERS, name)
}

const RULES: &[Rule] = &[
    rule! {
        RequiredWhen at "vSwitch" if Is("networkType", "VPC"), Absent("vSwitch");
        because "In a VPC the instance gets its address from a vSwitch." "专有网络中的实例从交换机获得地址。";
        cite page("If no VSwitch is available in the VPC, we recommend that you Create a VSwitch.");
        pass r#"{"vSwitch": "vsw-bp1"}"#;
        fail r#"{"vSwitch": null, "vpc": null}"#
    },
    rule! {
        RequiredWhen at "duration" if Is("billingMethod", "Subscription"), Absent("duration");
        because "A subscription is bought for a number of months." "包年包月须指定购买月数。";
        cite page("If you purchase a subscription instance, you need to select the Duration.");
        pass r#"{"billingMethod": "Subscription", "duration": "1"}"#;
        fail r#"{"billingMethod": "Subscription"}"#
    },
    rule! {
        NotApplicable at "duration" if Present("duration"), Is("billingMethod", "Pay-As-You-Go");
        because "Pay-as-you-go has no duration." "按量付费没有购买时长。";
        cite edition("付费类型为PostPaid时不支持传入此参数。");
        pass r#"{"billingMethod": "Subscription", "duration": "1"}"#;
        fail r#"{"duration": "1"}"#
    },
    rule! {
        IgnoredParameter at "vSwitch" if Present("vSwitch"), Is("networkType", "Classic Network");
        because "The classic network has no vSwitch." "经典网络没有交换机。";
        cite page("A VSwitch is the basic network module for you to build a VPC.");
        pass r#"{"networkType": "VPC"}"#;
        fail r#"{"networkType": "Classic Network"}"#
    },
    rule! {
        IgnoredParameter at "vpc" if Present("vpc"), Is("networkType", "Classic Network");
        because "The classic network has no VPC." "经典网络没有 VPC。";
        cite edition("默认为经典网络。");
        pass r#"{"networkType": "VPC"}"#;
        fail r#"{"networkType": "Classic Network"}"#
    },
    rule! {
        IgnoredParameter at "password" if Present("password");
        because "The page has no place for a password." "购买页没有密码选项。";
        cite page("The connection password can be set after creating the instance");
        pass r#"{"password": null}"#;
        fail r#"{"password": "Pass!123456"}"#
    },
    rule! {
        SwappedIdentifiers at "vpc" if StartsWith("vpc", &["vsw-"]);
        because "it is the identifier of a vSwitch" "这是交换机的标识符";
        cite page("A VSwitch is the basic network module for you to build a VPC.");
        pass r#"{"vpc": "vpc-bp1", "vSwitch": "vsw-bp1"}"#;
        fail r#"{"vpc": "vsw-bp1", "vSwitch": "vsw-bp1"}"#
    },
    rule! {
        SwappedIdentifiers at "vSwitch" if StartsWith("vSwitch", &["vpc-"]);
        because "it is the identifier of a VPC" "这是专有网络的标识符";
        cite page("A VSwitch is the basic network module for you to build a VPC.");
        pass r#"{"vpc": "vpc-bp1", "vSwitch": "vsw-bp1"}"#;
        fail r#"{"vpc": "vpc-bp1", "vSwitch": "vpc-bp1"}"#
    },
    #[cfg(feature = "editions")]
    rule! {
        UnlikelyValue as Info at "region" if Passes(&tests::UNLIKE_A_REGION, "region");
        because "IDs of regions are written like cn-hangzhou or ap-southeast-1" "地域 ID 的写法形如 cn-hangzhou 或 ap-southeast-1";
        cite page("You cannot change the region after you purchase the instance.");
        pass r#"{"region": "cn-hangzhou"}"#;
        fail r#"{"region": "cn-hangzhou-e"}"#
    },
    rule! {
        ZoneOutsideRegion at "zone" if NotWithin("zone", "region");
        because "A zone resides in a region." "可用区位于地域之内。";
        cite page("Each zone is an independent geographical location that resides in a region.");
        pass r#"{"zone": "cn-hangzhou-b"}"#;
        fail r#"{"zone": "cn-beijing-a"}"#
    },
    rule! {
        PlaintextPassword at "password" if Present("password");
        because "Whoever can read the order can read the password." "能读取订单的人都能读到密码。";
        cite page("The connection password can be set after creating the instance");
        pass r#"{"password": null}"#;
        fail r#"{"password": "Pass!123456"}"# along IgnoredParameter
    },
    rule! {
        OneWayChoice at "billingMethod" if Is("billingMethod", "Subscription");
        because "a subscription can never be turned back into pay-as-you-go" "包年包月不能改回按量付费";
        cite page("you cannot switch the billing method from subscription to Pay-As-You-Go");
        pass r#"{"billingMethod": "Pay-As-You-Go"}"#;
        fail r#"{"billingMethod": "Subscription", "duration": "1"}"#
    },
    rule! {
        OneWayChoice at "networkType" if Is("networkType", "VPC");
        because "an instance can never go back from a VPC to the classic network" "专有网络不能改回经典网络";
        cite page("you cannot change the network type of ApsaraDB for Redis instance from VPC to classic network");
        pass r#"{"networkType": "Classic Network", "vpc": null, "vSwitch": null}"#;
        fail r#"{"networkType": "VPC"}"#
    },
    rule! {
        OneWayChoice at "region" if Valid("region");
        because "the region of an instance can never be changed" "实例的地域不能更改";
        cite page("You cannot change the region after you purchase the instance.");
        pass r#"{"region": []}"#;
        fail r#"{"region": "cn-hangzhou"}"#
    },
    rule! {
        MetadataOverhead at "instanceClass" if Valid("instanceClass"), Passes(&overhead::TOLD_BY_CLASS, "instanceClass");
        because "A metadatabase takes part of the memory that the class names." "元数据库会占用规格所标内存的一部分。";
        cite page("For a Standard version, the size of the metadatabase is about 32 MB.");
        pass r#"{"instanceClass": "tair.rdb.1g"}"#;
        fail r#"{"instanceClass": "redis.master.small.default"}"#
    },
];

static REQUEST: Object = Object::new(PARAMETERS, RULES);

/// The console's purchase page.
pub static PROFILE: Profile = Profile {
    id: "alibaba.console",
    title: Bilingual::new("Alibaba Cloud console, purchase page", "阿里云控制台购买页"),
    operation: "CreateInstance",
    document: DOCUMENT,
    edition: Bilingual::new("international edition", "国际版"),
    since: "",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: beyond::CONTEXT_RULES,
    change_rules: beyond::CHANGE_RULES,
    aliases: common::ALIASES,
    gone: &[],
    wire: Wire::QUERY,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"billingMethod": "Pay-As-You-Go", "region": "cn-hangzhou", "zone": "cn-hangzhou-e", "networkType": "VPC", "vpc": "vpc-bp1", "vSwitch": "vsw-bp1", "version": "5.0", "nodeType": "Dual Copy", "instanceClass": "redis.master.small.default", "quantity": 1}"#,
};
