//! Properties that both resource types have. Their names and ranges are the schema's; bounds of which the
//! schema does not speak are those of the operations.

use super::tair_config::TAIR_CONFIG;
use crate::diagnostic::Code::{
    DuplicateItem, InvalidValue, InvisibleCharacter, LengthAmbiguous, MalformedPrefix,
    MalformedTime, NameFirstCharacter, NameForbiddenCharacter, NameLength, NewerVersion,
    OutOfRange, PasswordCharacterClasses, PasswordForbiddenCharacter, PasswordLength,
    PlaceholderValue, RequiredParameter, TooManyItems, TypeCoerced, TypeMismatch, UnlikelyValue,
};
use crate::documents::alibaba::rows::{MONTHS, NAME, row, schema};
use crate::documents::class_tests as tests;
use crate::documents::common::{self, rule};
use crate::documents::{notions, packs};
use crate::profile::{
    Citation, Coercion, Constraint, Kind, ListRule, Object, Parameter, Ref, Rule, Sample, TimeForm,
};

/// The schema of both resource types, as the vendor's package of that day has it.
pub(super) const DOCUMENT: &str = "ALIYUN::REDIS (ros-cdk-redis 1.15.0, 2026-09-05)";

/// A passage of the description of a property.
pub(in crate::documents) const fn property(quote: &'static str) -> Citation {
    Citation::new(DOCUMENT, "Properties", quote)
}

macro_rules! samples {
    ($($pass:literal),+ $(; $code:ident $fail:literal)*) => {{
        const SAMPLES: &[Sample] = &[$(Sample::passes($pass),)+ $(Sample::fails($code, $fail),)*];
        SAMPLES
    }};
}

const fn text(name: &'static str) -> Parameter {
    Parameter::new(name, Kind::String)
}

const fn one_of(name: &'static str, allowed: &'static [&'static str]) -> Parameter {
    text(name).constraint(Constraint::OneOf(allowed))
}

pub(super) const fn whole(name: &'static str, min: u64, max: u64) -> Parameter {
    Parameter::new(name, Kind::Integer).constraint(Constraint::Range {
        min,
        max: Some(max),
    })
}

pub(super) const fn switch(name: &'static str) -> Parameter {
    Parameter::new(name, Kind::Boolean)
        .constraint(Constraint::Boolean)
        .default("false")
}

const fn object(name: &'static str, inner: &'static Object) -> Parameter {
    Parameter::new(name, Kind::Object(inner))
}

// ---- Properties whose rules are those of an order of Tair, and which stand first: objects that
// ---- are further in refer to them by their place.

pub(super) const PROPERTIES: &[Parameter] = &[
    text("InstanceClass").notion(&notions::CLASS)
        .required()
        .constraint(Constraint::InstanceClass)
        .label("Instance class", "实例规格")
        .hint("From the list of classes, such as redis.shard.small.2.ce; see `kvspec classes`.", "见实例规格表，例如 redis.shard.small.2.ce；可用 `kvspec classes` 查询。")
        .cite(row("you must specify at least one of the Capacity and InstanceClass parameters"))
        .samples(samples!(r#"{"InstanceClass": "redis.shard.mid.2.ce"}"#; RequiredParameter r#"{"InstanceClass": null}"#)),
    one_of("ProductType", &["Local", "Tair_rdb", "Tair_scm", "Tair_essd", "OnECS"])
        .label("Product type", "产品类型")
        .hint("Local (classic), OnECS (cloud-native), Tair_rdb, Tair_scm or Tair_essd; as the class has it.", "Local（本地盘）、OnECS（云盘）、Tair_rdb、Tair_scm 或 Tair_essd，须与规格一致。")
        .cite(property("Local: Community Edition(Local) or Enhanced Edition(Local)"))
        .samples(samples!(r#"{"ProductType": "Tair_rdb"}"#; InvalidValue r#"{"ProductType": "tair_rdb"}"#)),
    whole("ShardCount", 1, 128)
        .label("Shards", "分片数")
        .hint("1 for a standard instance, 2 to 128 for a cluster. Cloud-native classes only.", "1 为标准架构，2 到 128 为集群架构。仅用于云原生规格。")
        .cite(schema("ShardCount: minimum 1, maximum 128"))
        .samples(samples!(r#"{"ShardCount": 3}"#, r#"{"ShardCount": "3"}"#; OutOfRange r#"{"ShardCount": 129}"#; InvalidValue r#"{"ShardCount": 1.5}"#; TypeMismatch r#"{"ShardCount": "three"}"#)),
    object("BackupPolicy", &BACKUP_POLICY)
        .label("Backups", "备份策略")
        .hint("On which days, at which time.", "备份的日期和时间。")
        .cite(property("Backup policy."))
        .samples(samples!(
            r#"{"BackupPolicy": {"PreferredBackupPeriod": "Monday,Friday", "PreferredBackupTime": "18:00Z-19:00Z"}}"#;
            TypeMismatch r#"{"BackupPolicy": "Monday"}"#
        )),
    object("Connections", &CONNECTIONS)
        .label("Connection addresses", "连接地址")
        .hint("Port and prefix of each address.", "各连接地址的端口和前缀。")
        .cite(property("Connection address."))
        .samples(samples!(r#"{"Connections": {"PublicConnection": {"ConnectionPort": 6379}}}"#; TypeMismatch r#"{"Connections": []}"#)),
    switch("DeletionForce")
        .label("Delete for good", "彻底删除")
        .hint("Whether an instance in the recycle bin is destroyed.", "是否销毁回收站中的实例。")
        .cite(property("Whether destroy instance when it is in recycle. Default is false"))
        .samples(samples!(r#"{"DeletionForce": true}"#; TypeMismatch r#"{"DeletionForce": "always"}"#)),
    switch("DeletionProtection")
        .label("Release protection", "释放保护")
        .hint("Whether the instance is kept from being released.", "是否防止实例被释放。")
        .cite(property("Specifies whether to enable the release protection feature for the instance. Default is false."))
        .samples(samples!(r#"{"DeletionProtection": "true"}"#; TypeMismatch r#"{"DeletionProtection": 1}"#)),
    text("EngineVersion").notion(&notions::ENGINE_VERSION)
        .constraint(Constraint::Versions(&["1.0", "2.0", "2.8", "4.0", "5.0", "6.0", "7.0"]))
        .default("5.0")
        .coercion(Coercion::Told)
        .label("Engine version", "引擎版本")
        .hint("As the class runs it, in quotes, such as '7.0'.", "以规格支持的版本为准，须加引号，例如 '7.0'。")
        .cite(property("Engine version. Supported values: 2.8, 4.0, 5.0, 6.0 and 7.0"))
        .samples(samples!(
            r#"{"EngineVersion": "6.0"}"#;
            InvalidValue r#"{"EngineVersion": "5"}"#;
            NewerVersion r#"{"EngineVersion": "8.0"}"#;
            TypeCoerced r#"{"EngineVersion": 6.0}"#
        )),
    one_of("EvictionPolicy", &["noeviction", "allkeys-lru", "volatile-lru", "allkeys-random", "volatile-random", "volatile-ttl"])
        .label("Eviction policy", "淘汰策略")
        .hint("What goes when the memory is full, such as volatile-lru.", "内存用尽时淘汰数据的方式，例如 volatile-lru。")
        .cite(property("The eviction policy of cache data storage."))
        .samples(samples!(r#"{"EvictionPolicy": "noeviction"}"#; InvalidValue r#"{"EvictionPolicy": "allkeys-lfu"}"#)),
    object("InstanceMaintainTime", &MAINTAIN_TIME)
        .label("Maintenance window", "可维护时间段")
        .hint("UTC, of an hour or more.", "UTC 时间，至少一小时。")
        .cite(property("Instance maintain time."))
        .samples(samples!(
            r#"{"InstanceMaintainTime": {"MaintainStartTime": "17:00Z", "MaintainEndTime": "18:00Z"}}"#;
            TypeMismatch r#"{"InstanceMaintainTime": "17:00Z-18:00Z"}"#
        )),
    text("InstanceName").notion(&notions::INSTANCE_NAME)
        .constraint(Constraint::Name(NAME))
        .label("Instance name", "实例名称")
        .hint("2 to 80 characters, beginning with a letter or a Chinese character; no space and none of @ / : = \" < > { [ ] }.", "2 到 80 个字符，以大小写字母或中文开头，不支持空格和 @ / : = \" < > { [ ] }。")
        .cite(row("The name must be 2 to 80 characters in length, and must start with a letter or a Chinese character."))
        .samples(samples!(
            r#"{"InstanceName": "缓存01"}"#;
            NameLength r#"{"InstanceName": "名"}"#;
            NameFirstCharacter r#"{"InstanceName": "_cache"}"#;
            NameForbiddenCharacter r#"{"InstanceName": "cache@1"}"#;
            LengthAmbiguous r#"{"InstanceName": "a𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀"}"#;
            InvisibleCharacter r#"{"InstanceName": "a\u200bb"}"#
        )),
    one_of("NodeType", &["STAND_ALONE", "MASTER_SLAVE", "double", "single"]).notion(&notions::NODE_TYPE)
        .label("Node type", "节点类型")
        .hint("Cloud-native classes: MASTER_SLAVE or STAND_ALONE; classic ones: double or single.", "云原生规格：MASTER_SLAVE 或 STAND_ALONE；经典版规格：double 或 single。")
        .cite(property("The type of node."))
        .samples(samples!(r#"{"NodeType": "MASTER_SLAVE"}"#; InvalidValue r#"{"NodeType": "master_slave"}"#)),
    text("Password")
        .constraint(Constraint::Password(common::PASSWORD))
        .secret()
        .label("Password", "密码")
        .hint("From a parameter with NoEcho: 8 to 32 characters of at least three kinds: uppercase, lowercase, digits, special characters ! @ # $ % ^ & * ( ) _ + - =.", "请引用带 NoEcho 的参数：8 到 32 位，须包含大写字母、小写字母、数字和特殊字符 ! @ # $ % ^ & * ( ) _ + - = 中的至少三种。")
        .cite(row("The password must be 8 to 32 characters in length and must contain at least three of the following character types"))
        .samples(samples!(
            r#"{"Password": "Pass!123456"}"#;
            PasswordLength r#"{"Password": "Pass!12"}"#;
            PasswordForbiddenCharacter r#"{"Password": "Acfr5xxx,.xxx"}"#;
            PasswordCharacterClasses r#"{"Password": "password1"}"#
        )),
    one_of("PeriodUnit", &["Month", "Year", "month", "year"])
        .default("Month")
        .label("Unit of the period", "购买时长单位")
        .hint("Month or Year.", "Month（月）或 Year（年）。")
        .cite(property("The unit of the subscription duration. Valid values: Month Year Default value: Month."))
        .samples(samples!(r#"{"PeriodUnit": "month"}"#; InvalidValue r#"{"PeriodUnit": "MONTH"}"#)),
    whole("ReadOnlyCount", 1, 9)
        .label("Read replicas", "只读节点数")
        .hint("1 to 9; for a cluster 1 to 4 for each shard.", "1 到 9；集群架构为每个分片 1 到 4 个。")
        .cite(property("The number of read replicas in the primary zone. Valid values: 1 to 9."))
        .samples(samples!(r#"{"ReadOnlyCount": 5}"#; OutOfRange r#"{"ReadOnlyCount": 0}"#; InvalidValue r#"{"ReadOnlyCount": 0.5}"#)),
    text("ResourceGroupId")
        .label("Resource group", "资源组")
        .hint("ID of a resource group.", "资源组 ID。")
        .cite(property("Resource group id."))
        .samples(samples!(r#"{"ResourceGroupId": "rg-acfmz"}"#; PlaceholderValue r#"{"ResourceGroupId": "<your-group>"}"#)),
    one_of("SSLEnabled", &["Disable", "Enable", "Update"])
        .label("TLS", "TLS 加密")
        .hint("Enable or Disable; Update renews the certificate.", "Enable（开启）、Disable（关闭）；Update 用于更新证书。")
        .cite(property("Modifies the SSL status."))
        .samples(samples!(r#"{"SSLEnabled": "Enable"}"#; InvalidValue r#"{"SSLEnabled": "Enabled"}"#)),
    text("SecondaryZoneId")
        .constraint(Constraint::Without("MAZ"))
        .label("Secondary zone", "备可用区")
        .hint("ID of another zone of the region.", "同一地域内的另一个可用区 ID。")
        .cite(property("The secondary zone ID of the instance."))
        .samples(samples!(r#"{"SecondaryZoneId": "cn-hangzhou-g"}"#; TypeMismatch r#"{"SecondaryZoneId": []}"#; InvalidValue r#"{"SecondaryZoneId": "cn-hangzhou-MAZ1(b,f)"}"#)),
    text("SecurityGroupId")
        .label("Security groups", "安全组")
        .hint("At most 10 IDs, with commas between them.", "安全组 ID，以逗号分隔，最多 10 个。")
        .cite(property("Separate multiple security group IDs with commas (,) and up to 10 can be set."))
        .samples(samples!(r#"{"SecurityGroupId": "sg-bp1,sg-bp2"}"#; TypeMismatch r#"{"SecurityGroupId": ["sg-bp1"]}"#)),
    switch("SubscriptionDeletionForce")
        .label("Delete a subscription", "删除包年包月实例")
        .hint("Whether a subscription is turned into pay-as-you-go so that it can be deleted; this costs extra.", "删除前是否将包年包月转为按量付费，会产生额外费用。")
        .cite(property("This option is only applicable to subscription instances."))
        .samples(samples!(r#"{"SubscriptionDeletionForce": false}"#; TypeMismatch r#"{"SubscriptionDeletionForce": {}}"#)),
    one_of("TLSProtocol", &["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"])
        .label("Oldest TLS", "TLS 最低版本")
        .hint("TLSv1.2 or TLSv1.3.", "TLSv1.2 或 TLSv1.3。")
        .cite(property("The TLS version of the instance."))
        .samples(samples!(r#"{"TLSProtocol": "TLSv1.2"}"#; InvalidValue r#"{"TLSProtocol": "1.2"}"#)),
    Parameter::new("Tags", Kind::Objects(&TAG, ListRule { usual: None, most: Some(20), distinct_by: Some("Key"), needs_one: false }))
        .prose()
        .label("Tags", "标签")
        .hint("Pairs of Key and Value, at most 20.", "Key 和 Value 键值对，最多 20 个。")
        .cite(property("Max support 20 tags to add during create redis."))
        .samples(samples!(
            r#"{"Tags": [{"Key": "team", "Value": "orders"}]}"#;
            DuplicateItem r#"{"Tags": [{"Key": "team"}, {"Key": "team"}]}"#;
            TypeMismatch r#"{"Tags": {"team": "orders"}}"#;
            TooManyItems r#"{"Tags": [{"Key": "a"}, {"Key": "b"}, {"Key": "c"}, {"Key": "d"}, {"Key": "e"}, {"Key": "f"}, {"Key": "g"}, {"Key": "h"}, {"Key": "i"}, {"Key": "j"}, {"Key": "k"}, {"Key": "l"}, {"Key": "m"}, {"Key": "n"}, {"Key": "o"}, {"Key": "p"}, {"Key": "q"}, {"Key": "r"}, {"Key": "s"}, {"Key": "t"}, {"Key": "u"}]}"#
        )),
    object("TairConfig", &TAIR_CONFIG)
        .label("Tair", "Tair 配置")
        .hint("Shards and storage; for classes that begin with tair. only.", "分片与存储，仅用于 tair. 开头的规格。")
        .cite(property("This parameter is available only if the InstanceClass parameter is start with tair."))
        .samples(samples!(r#"{"TairConfig": {"ShardCount": 2}}"#; TypeMismatch r#"{"TairConfig": 2}"#)),
    text("VSwitchId").notion(&notions::VSWITCH)
        .label("VSwitch", "交换机")
        .hint("ID of a vSwitch in the VPC.", "该专有网络内交换机的 ID。")
        .cite(row("The ID of the vSwitch."))
        .samples(samples!(r#"{"VSwitchId": "vsw-bp2"}"#; TypeMismatch r#"{"VSwitchId": []}"#)),
    text("VpcId").notion(&notions::VPC)
        .label("VPC", "专有网络")
        .hint("ID of the VPC.", "专有网络（VPC）的 ID。")
        .cite(row("The ID of the VPC."))
        .samples(samples!(r#"{"VpcId": "vpc-bp2"}"#; TypeMismatch r#"{"VpcId": {}}"#)),
    switch("VpcPasswordFree")
        .label("No password inside the VPC", "专有网络免密访问")
        .hint("Whether nobody inside the VPC needs a password.", "专有网络内是否免密访问。")
        .cite(property("Specifies whether to enable password free for access within the VPC."))
        .samples(samples!(r#"{"VpcPasswordFree": false}"#; TypeMismatch r#"{"VpcPasswordFree": "Open"}"#)),
    text("ZoneId").notion(&notions::ZONE)
        .label("Zone", "可用区")
        .hint("ID of the primary zone, such as cn-hangzhou-h.", "主可用区 ID，例如 cn-hangzhou-h。")
        .cite(property("The zone id of input region."))
        .samples(samples!(r#"{"ZoneId": "cn-hangzhou-i"}"#; TypeMismatch r#"{"ZoneId": []}"#)),
];

/// How long a subscription lasts; its samples depend on what the resource type sells.
pub(super) const fn period() -> Parameter {
    Parameter::new("Period", Kind::Integer).notion(&notions::DURATION)
        .constraint(Constraint::Integers(MONTHS))
        .label("Subscription period", "购买时长")
        .hint("Months: 1-9, 12, 24, 36 or 60; with PeriodUnit Year 1, 2, 3 or 5.", "单位为月：1-9、12、24、36、60；PeriodUnit 为 Year 时为 1、2、3、5。")
        .cite(property("The period of order, when choose Prepaid required.optional value 1-9, 12, 24, 36, 60 Unit in month."))
}

/// After how many months a subscription renews itself.
pub(super) const fn auto_renew_duration() -> Parameter {
    whole("AutoRenewDuration", 1, 12)
        .label("Auto-renewal period", "自动续费时长")
        .hint(
            "Months: 1, 2, 3, 6 or 12. With a subscription only.",
            "单位为月：1、2、3、6、12，仅用于包年包月。",
        )
        .cite(property("The auto-renewal period. Valid values: 1 to 12."))
}

// ---- Backups ----

pub(in crate::documents) const BACKUP_PARAMETERS: &[Parameter] = &[
    text("PreferredBackupPeriod")
        .required()
        .label("Days", "备份日")
        .hint("Such as Monday,Friday.", "例如 Monday,Friday。")
        .cite(property("The backup cycle. Valid values: Monday/Tuesday/Wednesday/Thursday/Friday/Saturday/Sunday"))
        .samples(samples!(
            r#"{"PreferredBackupPeriod": "Monday, Friday", "PreferredBackupTime": "18:00Z-19:00Z"}"#;
            RequiredParameter r#"{"PreferredBackupTime": "18:00Z-19:00Z"}"#
        )),
    text("PreferredBackupTime")
        .required()
        .constraint(Constraint::Time(TimeForm::Window))
        .label("Time", "备份时间")
        .hint("UTC, such as 18:00Z-19:00Z.", "UTC 时间，例如 18:00Z-19:00Z。")
        .cite(property("The time period must be in the HH:mmZ-HH:mmZ format."))
        .samples(samples!(
            r#"{"PreferredBackupPeriod": "Monday", "PreferredBackupTime": "18:00Z-19:00Z"}"#;
            RequiredParameter r#"{"PreferredBackupPeriod": "Monday"}"#;
            MalformedTime r#"{"PreferredBackupPeriod": "Monday", "PreferredBackupTime": "18:00-19:00"}"#
        )),
    whole("EnableBackupLog", 0, 1)
        .default("0")
        .label("Log between backups", "备份日志")
        .hint("1 to keep what happens between two backups, 0 not to.", "1 表示开启备份日志，0 表示关闭。")
        .cite(property("0, which means off, the default value."))
        .samples(samples!(
            r#"{"PreferredBackupPeriod": "Monday", "PreferredBackupTime": "18:00Z-19:00Z", "EnableBackupLog": 1}"#;
            OutOfRange r#"{"PreferredBackupPeriod": "Monday", "PreferredBackupTime": "18:00Z-19:00Z", "EnableBackupLog": 2}"#;
            InvalidValue r#"{"PreferredBackupPeriod": "Monday", "PreferredBackupTime": "18:00Z-19:00Z", "EnableBackupLog": 0.5}"#
        )),
];

const BACKUP_RULES: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(BACKUP_PARAMETERS, name)
    }
    &[rule! {
        InvalidValue at "PreferredBackupPeriod" if Passes(&super::asks::NOT_DAYS, "PreferredBackupPeriod");
        because "Days are named in full, in English, with commas between them." "备份日须写英文全称，以逗号分隔。";
        cite property("The backup cycle. Valid values: Monday/Tuesday/Wednesday/Thursday/Friday/Saturday/Sunday");
        pass r#"{"PreferredBackupPeriod": "Sunday", "PreferredBackupTime": "18:00Z-19:00Z"}"#;
        fail r#"{"PreferredBackupPeriod": "Mon", "PreferredBackupTime": "18:00Z-19:00Z"}"#
    }]
};

pub(in crate::documents) static BACKUP_POLICY: Object =
    Object::new(BACKUP_PARAMETERS, BACKUP_RULES).with_packs(packs::ros::BACKUP_POLICY);

// ---- Connections ----

macro_rules! addresses {
    ($($name:literal $en:literal $zh:literal $pass:literal $fail:literal;)+) => {
        &[$(
            object($name, &CONNECTION)
                .label($en, $zh)
                .hint("Its port, and the prefix of its address.", "端口和连接地址前缀。")
                .cite(property("Connection address."))
                .samples(samples!($pass; TypeMismatch $fail)),
        )+]
    };
}

pub(in crate::documents) const ADDRESSES: &[Parameter] = addresses! {
    "VpcPrivateConnection" "Inside the VPC" "专有网络地址" r#"{"VpcPrivateConnection": {"ConnectionPort": 6379}}"# r#"{"VpcPrivateConnection": 6379}"#;
    "PublicConnection" "From the Internet" "公网地址" r#"{"PublicConnection": {"ConnectionPort": 6379}}"# r#"{"PublicConnection": 6379}"#;
    "DirectConnection" "Past the proxies" "直连地址" r#"{"DirectConnection": {"ConnectionPort": 6379}}"# r#"{"DirectConnection": 6379}"#;
    "ClassicInnerConnection" "Inside the classic network" "经典网络地址" r#"{"ClassicInnerConnection": {"ConnectionPort": 6379}}"# r#"{"ClassicInnerConnection": 6379}"#;
};

pub(in crate::documents) static CONNECTIONS: Object =
    Object::new(ADDRESSES, &[]).with_packs(packs::ros::CONNECTIONS);

const CONNECTION_PARAMETERS: &[Parameter] = &[
    whole("ConnectionPort", 1024, 65535)
        .required()
        .label("Port", "端口")
        .hint("1024 to 65535, usually 6379.", "1024 到 65535，通常为 6379。")
        .cite(property("The service port number of the ApsaraDB for Redis instance. Valid values: 1024 to 65535."))
        .samples(samples!(
            r#"{"ConnectionPort": 6380}"#;
            OutOfRange r#"{"ConnectionPort": 1023}"#;
            InvalidValue r#"{"ConnectionPort": 6379.5}"#;
            RequiredParameter r#"{"ConnectionString": "orderscache1"}"#
        )),
    text("ConnectionString")
        .constraint(Constraint::Prefix { min: 8, max: 64 })
        .label("Prefix of the address", "连接地址前缀")
        .hint("8 to 64 lowercase letters and digits, beginning with a letter.", "8 到 64 个小写字母和数字，以字母开头。")
        .cite(property("The prefix must be 8 to 64 characters in length, and can contain lowercase letters and digits."))
        .samples(samples!(
            r#"{"ConnectionPort": 6379, "ConnectionString": "orderscache1"}"#;
            MalformedPrefix r#"{"ConnectionPort": 6379, "ConnectionString": "Orders"}"#;
            UnlikelyValue r#"{"ConnectionPort": 6379, "ConnectionString": "orders-cache-1"}"#
        )),
];

const CONNECTION_RULES: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(CONNECTION_PARAMETERS, name)
    }
    &[rule! {
        UnlikelyValue at "ConnectionString" if Passes(&tests::HYPHENATED, "ConnectionString");
        because "the text allows letters and digits only" "文档只允许字母和数字";
        cite property("and can contain lowercase letters and digits");
        pass r#"{"ConnectionPort": 6379, "ConnectionString": "orderscache1"}"#;
        fail r#"{"ConnectionPort": 6379, "ConnectionString": "orders-cache-1"}"#
    }]
};

static CONNECTION: Object = Object::new(CONNECTION_PARAMETERS, CONNECTION_RULES);

// ---- Maintenance ----

const MAINTAIN_PARAMETERS: &[Parameter] = &[
    text("MaintainStartTime")
        .constraint(Constraint::Time(TimeForm::Minute))
        .label("Maintenance from", "可维护时间段开始")
        .hint("UTC, such as 17:00Z.", "UTC 时间，例如 17:00Z。")
        .cite(property("Specify the time in the ISO 8601 standard in the HH:mmZ format."))
        .samples(samples!(r#"{"MaintainStartTime": "17:00Z"}"#; MalformedTime r#"{"MaintainStartTime": "17:00"}"#)),
    text("MaintainEndTime")
        .constraint(Constraint::Time(TimeForm::Minute))
        .label("Maintenance until", "可维护时间段结束")
        .hint("UTC, at least one hour later; it may be on the next day.", "UTC 时间，至少晚一小时，可跨到次日。")
        .cite(property("Specify the time in the ISO 8601 standard in the HH:mmZ format."))
        .samples(samples!(r#"{"MaintainEndTime": "18:00Z"}"#; MalformedTime r#"{"MaintainEndTime": "25:00Z"}"#)),
];

const MAINTAIN_RULES: &[Rule] = {
    const fn at(name: &str) -> Ref {
        Ref::to(MAINTAIN_PARAMETERS, name)
    }
    &[rule! {
        ShortWindow at "MaintainEndTime" if Present("MaintainStartTime"), Present("MaintainEndTime"), Passes(&tests::UNDER_AN_HOUR, "MaintainStartTime", "MaintainEndTime");
        because "Maintenance needs an hour." "维护至少需要一小时。";
        cite row("The interval between the start time and the end time must be at least 1 hour.");
        pass r#"{"MaintainStartTime": "23:30Z", "MaintainEndTime": "00:30Z"}"#;
        fail r#"{"MaintainStartTime": "23:30Z", "MaintainEndTime": "00:29Z"}"#
    }]
};

static MAINTAIN_TIME: Object = Object::new(MAINTAIN_PARAMETERS, MAINTAIN_RULES);

// ---- Tags ----

const TAG_PARAMETERS: &[Parameter] = &[
    text("Key")
        .required()
        .prose()
        .label("Tag key", "标签键")
        .hint("Such as team.", "例如 team。")
        .cite(property("Each tag with two properties Key and Value, and Key is required."))
        .samples(samples!(r#"{"Key": "team"}"#; RequiredParameter r#"{"Key": null}"#)),
    text("Value")
        .prose()
        .may_be_empty()
        .label("Tag value", "标签值")
        .hint("It may be empty.", "可以为空。")
        .cite(property("Each tag with two properties Key and Value, and Key is required."))
        .samples(samples!(r#"{"Key": "team", "Value": ""}"#; TypeMismatch r#"{"Key": "team", "Value": []}"#)),
];

static TAG: Object = Object::new(TAG_PARAMETERS, &[]);
