//! `alicloud_redis_tair_instance`: what the provider sends with `CreateTairInstance`, and what it
//! does once the instance is there.

use super::kvstore_instance::{COMPUTED, OF_PROVIDER};
use super::rows::{self, DOCUMENT, code, name_samples, number, page, samples, string};
use super::rules::{shared_rules, window_rules};
use crate::documents::alibaba::rows as api;
use crate::documents::class_tests as tests;
use crate::documents::common::{self, rule};
use crate::documents::{notions, packs};
use crate::profile::{
    Bilingual, Coercion, Constraint, ListRule, Object, Parameter, Profile, Ref, Rule, Wire, joined,
};

/// Months of a subscription; the provider takes a 0 for none.
const MONTHS: &[u32] = &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 60];

/// One of the settings that have an argument of their own.
const fn setting(name: &'static str) -> Parameter {
    string(name)
        .prose()
        .coercion(Coercion::Silent)
        .label("Setting of the server", "服务端参数")
        .hint("Set once the instance is there.", "实例创建后设置。")
        .cite(code("ModifyInstanceConfig: param_ arguments"))
}

/// The arguments. Those that other tools built on this resource lack stand last.
pub(in crate::documents) const PARAMETERS: &[Parameter] = &[
    rows::instance_class().required().samples(samples!(
        r#"{"instance_class": "tair.rdb.4g"}"#;
        RequiredParameter r#"{"instance_class": null}"#;
        TypeMismatch r#"{"instance_class": []}"#
    )),
    string("instance_type").notion(&notions::INSTANCE_TYPE)
        .required()
        .constraint(Constraint::OneOf(&["tair_rdb", "tair_scm", "tair_essd"]))
        .label("Series", "产品系列")
        .hint("tair_rdb (memory), tair_scm (persistent memory) or tair_essd (disk).", "tair_rdb（内存型）、tair_scm（持久内存型）或 tair_essd（磁盘型）。")
        .cite(page("The storage medium of the instance. Valid values: tair_rdb, tair_scm, tair_essd."))
        .samples(samples!(
            r#"{"instance_type": "tair_rdb"}"#;
            RequiredParameter r#"{"instance_type": null}"#;
            InvalidValue r#"{"instance_type": "Redis"}"#
        )),
    string("vpc_id").notion(&notions::VPC)
        .required()
        .label("VPC", "专有网络")
        .hint("ID of the VPC.", "专有网络（VPC）的 ID。")
        .cite(page("The ID of the virtual private cloud (VPC)."))
        .samples(samples!(r#"{"vpc_id": "vpc-bp2"}"#; RequiredParameter r#"{"vpc_id": null}"#)),
    rows::vswitch_id().required(),
    rows::zone_id().required(),
    rows::secondary_zone_id(),
    rows::name("tair_instance_name", name_samples!("tair_instance_name")),
    rows::password(),
    rows::engine_version(&["1.0", "2.0", "5.0", "6.0", "7.0"])
        .default("1.0")
        .samples(samples!(
            r#"{"engine_version": "6.0"}"#;
            InvalidValue r#"{"engine_version": 7.0}"#;
            NewerVersion r#"{"engine_version": "8.0"}"#
        )),
    string("payment_type").notion(&notions::BILLING)
        .constraint(Constraint::OneOf(&["Subscription", "PayAsYouGo"]))
        .default("Subscription")
        .words(&[("PrePaid", "Subscription"), ("PostPaid", "PayAsYouGo")])
        .label("Billing method", "付费类型")
        .hint("Subscription or PayAsYouGo; without it a subscription is bought.", "Subscription（包年包月）或 PayAsYouGo（按量付费）；未填写时为包年包月。")
        .cite(page("Payment type: Subscription (prepaid), PayAsYouGo (postpaid)."))
        .samples(samples!(r#"{"payment_type": "PayAsYouGo"}"#; InvalidValue r#"{"payment_type": "PostPaid"}"#)),
    number("period").notion(&notions::DURATION)
        .constraint(Constraint::Integers(MONTHS))
        .label("Subscription period", "购买时长")
        .hint("Months: 1-9, 12, 24, 36 or 60. With Subscription only.", "单位为月：1-9、12、24、36、60，仅用于包年包月。")
        .cite(page("Valid values: 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24,36, and 60."))
        .samples(samples!(
            r#"{"payment_type": "Subscription", "period": "60"}"#;
            InvalidValue r#"{"payment_type": "Subscription", "period": 10}"#;
            TypeMismatch r#"{"payment_type": "Subscription", "period": "soon"}"#
        )),
    string("auto_renew")
        .constraint(Constraint::Boolean)
        .default("false")
        .coercion(Coercion::Silent)
        .label("Auto-renewal", "自动续费")
        .hint("true or false. With Subscription only.", "true 或 false，仅用于包年包月。")
        .cite(page("Valid values: true(enables auto-renewal), false(disables auto-renewal)."))
        .samples(samples!(r#"{"auto_renew": false}"#; InvalidValue r#"{"auto_renew": "yes"}"#)),
    string("auto_renew_period")
        .constraint(Constraint::Integers(api::RENEWALS))
        .coercion(Coercion::Silent)
        .label("Auto-renewal period", "自动续费时长")
        .hint("Months: 1, 2, 3, 6 or 12.", "单位为月：1、2、3、6、12。")
        .cite(page("Valid values: 1, 2, 3, 6, and 12."))
        .samples(samples!(
            r#"{"payment_type": "Subscription", "period": 1, "auto_renew": "true", "auto_renew_period": 6}"#;
            InvalidValue r#"{"payment_type": "Subscription", "period": 1, "auto_renew": "true", "auto_renew_period": "4"}"#
        )),
    rows::port_like("port", crate::profile::Kind::Integer, 1024)
        .default("6379")
        .label("Port", "端口")
        .hint("1024 to 65535, usually 6379.", "1024 到 65535，通常为 6379。")
        .cite(page("Valid values: 1024 to 65535. Default value: 6379."))
        .samples(samples!(
            r#"{"port": "6380"}"#;
            OutOfRange r#"{"port": 1023}"#;
            InvalidValue r#"{"port": 6379.5}"#
        )),
    rows::shard_count().samples(samples!(
        r#"{"shard_count": "2"}"#;
        OutOfRange r#"{"shard_count": 129}"#;
        InvalidValue r#"{"shard_count": 2.5}"#
    )),
    rows::read_only_count(5, samples!(
        r#"{"read_only_count": 5}"#;
        OutOfRange r#"{"read_only_count": 6}"#;
        InvalidValue r#"{"read_only_count": 0.5}"#
    )),
    rows::slave_read_only_count(),
    string("node_type").notion(&notions::NODE_TYPE)
        .constraint(Constraint::OneOf(&["STAND_ALONE", "MASTER_SLAVE", "double", "single"]))
        .default("MASTER_SLAVE")
        .label("Node type", "节点类型")
        .hint("MASTER_SLAVE or STAND_ALONE.", "MASTER_SLAVE 或 STAND_ALONE。")
        .cite(code("node_type: MASTER_SLAVE, STAND_ALONE, double, single"))
        .samples(samples!(r#"{"node_type": "STAND_ALONE"}"#; InvalidValue r#"{"node_type": "STANDALONE"}"#)),
    string("storage_performance_level")
        .constraint(Constraint::OneOf(&["PL1", "PL2", "PL3"]))
        .words(&[("essd_pl1", "PL1"), ("essd_pl2", "PL2"), ("essd_pl3", "PL3")])
        .label("Kind of disk", "云盘性能等级")
        .hint("PL1, PL2 or PL3. With tair_essd classes only.", "PL1、PL2 或 PL3，仅用于 tair_essd 规格。")
        .cite(page("The value range is [PL1, PL2, and PL3]."))
        .samples(samples!(
            r#"{"instance_class": "tair.essd.standard.2xlarge", "instance_type": "tair_essd", "engine_version": "1.0", "storage_performance_level": "PL1", "storage_size_gb": 100}"#;
            InvalidValue r#"{"instance_class": "tair.essd.standard.2xlarge", "instance_type": "tair_essd", "engine_version": "1.0", "storage_performance_level": "PL0", "storage_size_gb": 100}"#
        )),
    number("storage_size_gb")
        .label("Size of the disk", "云盘容量")
        .hint("In GB. With tair_essd classes only.", "单位为 GB，仅用于 tair_essd 规格。")
        .cite(page("When the value of instance_type is \"tair_essd\", this attribute takes effect and is required."))
        .samples(samples!(
            r#"{"instance_class": "tair.essd.standard.2xlarge", "instance_type": "tair_essd", "engine_version": "1.0", "storage_performance_level": "PL1", "storage_size_gb": "100"}"#;
            InvalidValue r#"{"instance_class": "tair.essd.standard.2xlarge", "instance_type": "tair_essd", "engine_version": "1.0", "storage_performance_level": "PL1", "storage_size_gb": 100.5}"#
        )),
    rows::resource_group_id(),
    rows::backup_id().samples(samples!(r#"{"src_db_instance_id": "r-bp1", "backup_id": 111111111}"#; TypeMismatch r#"{"src_db_instance_id": "r-bp1", "backup_id": []}"#)),
    string("cluster_backup_id")
        .label("Cluster backup set", "集群备份集")
        .hint("ID of the backup set of a whole cluster, such as cb-abc.", "集群备份集 ID，例如 cb-abc。")
        .cite(api::row("The ID of the cluster backup set."))
        .samples(samples!(r#"{"src_db_instance_id": "r-bp1", "cluster_backup_id": "cb-abc"}"#; TypeMismatch r#"{"src_db_instance_id": "r-bp1", "cluster_backup_id": []}"#)),
    rows::source_instance("src_db_instance_id").samples(samples!(r#"{"src_db_instance_id": "r-bp1", "backup_id": "111111111"}"#; TypeMismatch r#"{"src_db_instance_id": [], "backup_id": "111111111"}"#)),
    rows::global_instance_id(),
    string("recover_config_mode")
        .constraint(Constraint::Modes(&["whitelist", "config", "account"]))
        .label("What else to restore", "同时恢复的内容")
        .hint("Some of whitelist, config and account, with commas between them.", "whitelist、config、account 中的若干项，以逗号分隔。")
        .cite(api::row("For example, to restore the account information, set the value to `account`."))
        .samples(samples!(
            r#"{"recover_config_mode": "whitelist, account"}"#;
            UnlikelyValue r#"{"recover_config_mode": "accounts"}"#
        )),
    rows::prefix("connection_string_prefix").samples(samples!(
        r#"{"connection_string_prefix": "orderscache1"}"#;
        MalformedPrefix r#"{"connection_string_prefix": "Orders"}"#;
        UnlikelyValue r#"{"connection_string_prefix": "orders-cache-1"}"#
    )),
    rows::tags(5, samples!(
        r#"{"tags": {"team": "orders"}}"#;
        TooManyItems r#"{"tags": {"a": "1", "b": "1", "c": "1", "d": "1", "e": "1", "f": "1"}}"#;
        TypeMismatch r#"{"tags": ["team"]}"#
    )),
    string("security_ips")
        .constraint(Constraint::Whitelist)
        .label("Whitelist", "IP 白名单")
        .hint("Addresses and CIDR blocks that may connect, in one text with commas.", "允许连接的 IP 地址和网段，写在一个文本中，以逗号分隔。")
        .cite(code("security_ips: string"))
        .samples(rows::JOINED_IPS),
    rows::security_ip_group_name(),
    rows::security_group_id(),
    rows::ssl("ssl_enabled").samples(samples!(r#"{"ssl_enabled": "Enable"}"#; InvalidValue r#"{"ssl_enabled": "Enabled"}"#)),
    rows::tde_status(&["enabled", "disabled"]).samples(samples!(r#"{"tde_status": "enabled"}"#; InvalidValue r#"{"tde_status": "Enabled"}"#)),
    rows::encryption_key(),
    rows::encryption_name(),
    rows::role_arn(),
    rows::vpc_auth_mode(),
    number("intranet_bandwidth")
        .label("Bandwidth", "内网带宽")
        .hint("Of the whole instance.", "整个实例的带宽。")
        .cite(code("intranet_bandwidth: number"))
        .samples(samples!(r#"{"intranet_bandwidth": 96}"#; TypeMismatch r#"{"intranet_bandwidth": "wide"}"#)),
    setting("param_no_loose_sentinel_enabled").samples(samples!(r#"{"param_no_loose_sentinel_enabled": "yes"}"#; TypeMismatch r#"{"param_no_loose_sentinel_enabled": []}"#)),
    setting("param_no_loose_sentinel_password_free_access").samples(samples!(r#"{"param_no_loose_sentinel_password_free_access": "yes"}"#; TypeMismatch r#"{"param_no_loose_sentinel_password_free_access": []}"#)),
    setting("param_no_loose_sentinel_password_free_commands").samples(samples!(r#"{"param_no_loose_sentinel_password_free_commands": "ping"}"#; TypeMismatch r#"{"param_no_loose_sentinel_password_free_commands": []}"#)),
    setting("param_repl_mode").samples(samples!(r#"{"param_repl_mode": "async"}"#; TypeMismatch r#"{"param_repl_mode": []}"#)),
    setting("param_semisync_repl_timeout").samples(samples!(r#"{"param_semisync_repl_timeout": 500}"#; TypeMismatch r#"{"param_semisync_repl_timeout": []}"#)),
    setting("param_sentinel_compat_enable").samples(samples!(r#"{"param_sentinel_compat_enable": 0}"#; TypeMismatch r#"{"param_sentinel_compat_enable": []}"#)),
    rows::effective_time(),
    rows::force_upgrade(),
    string("modify_mode")
        .label("Way of a change", "变配方式")
        .hint("For changes only.", "仅用于变更。")
        .cite(code("modify_mode: changes only"))
        .samples(samples!(r#"{"modify_mode": "0"}"#; TypeMismatch r#"{"modify_mode": []}"#))
        .coercion(Coercion::Silent),
    rows::config(ListRule::FREE),
    rows::maintain_start_time(),
    rows::maintain_end_time(),
];

const GONE: &[(&str, Bilingual)] = &[
    ("id", COMPUTED),
    ("architecture_type", COMPUTED),
    ("connection_domain", COMPUTED),
    ("create_time", COMPUTED),
    ("max_connections", COMPUTED),
    ("network_type", COMPUTED),
    ("status", COMPUTED),
    ("region_id", OF_PROVIDER),
    ("region", OF_PROVIDER),
];

const ALIASES: &[(&str, &str)] = &[
    ("name", "tair_instance_name"),
    ("db_instance_name", "tair_instance_name"),
    ("instance_name", "tair_instance_name"),
    ("charge_type", "payment_type"),
    ("instance_charge_type", "payment_type"),
    ("db_instance_class", "instance_class"),
    ("availability_zone", "zone_id"),
    ("ssl_enable", "ssl_enabled"),
    ("srcdb_instance_id", "src_db_instance_id"),
    ("security_group_ids", "security_group_id"),
    ("shard_type", "node_type"),
    ("storage", "storage_size_gb"),
    ("storage_type", "storage_performance_level"),
    ("bandwidth", "intranet_bandwidth"),
    ("redis_version", "engine_version"),
];

const fn at(name: &str) -> Ref {
    Ref::to(PARAMETERS, name)
}

/// Rules of this resource alone.
macro_rules! tair_rules {
    () => {
        [
            rule! {
                SwappedIdentifiers at "vpc_id" if StartsWith("vpc_id", &["vsw-"]);
                because "it is the identifier of a vSwitch" "这是交换机的标识符";
                cite page("The ID of the virtual private cloud (VPC).");
                pass r#"{"vpc_id": "vpc-bp2"}"#;
                fail r#"{"vpc_id": "vsw-bp1"}"#
            },
            rule! {
                RequiredWhen at "period" if Is("payment_type", "Subscription"), Absent("period");
                because "A subscription is bought for a number of months, and without a payment type one is bought." "包年包月须指定购买时长；未指定付费类型时即为包年包月。";
                cite api::row("This parameter is required and takes effect only when the ChargeType parameter is set to PrePaid.");
                pass r#"{"payment_type": "Subscription", "period": 1}"#;
                fail r#"{"payment_type": null}"#, r#"{"payment_type": "Subscription"}"#
            },
            rule! {
                RequiredWhen at "period" if Is("payment_type", "Subscription"), AtMost("period", 0);
                because "A subscription is bought for a number of months, and 0 is none." "包年包月须指定购买时长，0 不是有效时长。";
                cite code("Period: 0 is sent too");
                pass r#"{"payment_type": "PayAsYouGo", "period": 0}"#;
                fail r#"{"payment_type": "Subscription", "period": 0}"#
            },
            rule! {
                IgnoredParameter at "period" if Either(AtLeast("period", 1), Wrong("period")), IsNot("payment_type", "Subscription");
                because "Pay-as-you-go has no subscription period." "按量付费没有购买时长。";
                cite page("This parameter is required only if you set the PaymentType parameter to Subscription.");
                pass r#"{"payment_type": "Subscription", "period": 9}"#;
                fail r#"{"period": 9}"#
            },
            rule! {
                IgnoredParameter at "auto_renew" if Is("auto_renew", "true"), IsNot("payment_type", "Subscription");
                because "Only a subscription is renewed." "只有包年包月才会续费。";
                cite page("Specifies whether to enable auto-renewal for the instance.");
                pass r#"{"auto_renew": "false"}"#;
                fail r#"{"auto_renew": "true"}"#
            },
            rule! {
                IgnoredParameter at "auto_renew_period" if Present("auto_renew_period"), IsNot("payment_type", "Subscription");
                because "Only a subscription is renewed." "只有包年包月才会续费。";
                cite page("The subscription duration that is supported by auto-renewal.");
                pass r#"{"payment_type": "Subscription", "period": 1, "auto_renew": "true", "auto_renew_period": "1"}"#;
                fail r#"{"auto_renew_period": "1"}"#
            },
            rule! {
                IgnoredParameter at "auto_renew_period" if Present("auto_renew_period"), IsNot("auto_renew", "true"), OneOf("payment_type", &["Subscription"]);
                because "Nothing is renewed without auto-renewal." "未开启自动续费时不会续费。";
                cite page("This parameter is required only if the AutoRenew parameter is set to true.");
                pass r#"{"payment_type": "Subscription", "period": 1, "auto_renew": "true", "auto_renew_period": "1"}"#;
                fail r#"{"payment_type": "Subscription", "period": 1, "auto_renew_period": "1"}"#
            },
            rule! {
                RetiredClass at "instance_class" if Passes(&tests::RETIRED, "instance_class");
                because "The provider lists the class as retired." "服务商将该规格列为停售。";
                cite api::catalogue("retired");
                pass r#"{"instance_class": "tair.rdb.2g"}"#;
                fail r#"{"instance_class": "tair.essd.standard.13xlarge", "instance_type": "tair_essd", "engine_version": "1.0", "storage_performance_level": "PL2", "storage_size_gb": 500}"#
            },
            rule! {
                ClassTypeMismatch at "instance_class" if Passes(&tests::OF_ANOTHER_TAIR, "instance_class", "instance_type");
                because "The series and the class go together." "产品系列与实例规格须对应。";
                cite page("The storage medium of the instance. Valid values: tair_rdb, tair_scm, tair_essd.");
                pass r#"{"instance_type": "tair_rdb"}"#;
                fail r#"{"instance_type": "tair_scm"}"#
            },
            rule! {
                ClassOperationMismatch at "instance_class" if OneOf("instance_type", &["tair_rdb", "tair_scm", "tair_essd"]), Passes(&tests::OF_CREATE_INSTANCE, "instance_class");
                because "the resource for Redis instances orders it" "应使用 Redis 实例的资源";
                cite page("The storage medium of the instance. Valid values: tair_rdb, tair_scm, tair_essd.");
                pass r#"{"instance_class": "tair.rdb.2g"}"#;
                fail r#"{"instance_class": "redis.shard.small.2.ce"}"#
            },
            rule! {
                ClassEngineMismatch at "engine_version" if Present("engine_version"), Passes(&tests::ENGINE_OUTSIDE, "instance_class", "engine_version");
                because "The family of the class decides which versions there are." "规格所属系列决定可用的引擎版本。";
                cite api::row("The engine version of the Redis cloud-native instance.");
                pass r#"{"engine_version": "5.0"}"#;
                fail r#"{"engine_version": "1.0"}"#
            },
            rule! {
                ClassEngineMismatch as Warning at "engine_version" if Present("engine_version"), Passes(&tests::ENGINE_UNUSUAL, "instance_class", "engine_version");
                because "Users and other pages know this family with other versions only." "用户反馈及其他页面中，该系列只有其他版本。";
                cite api::catalogue("engine versions of each family");
                pass r#"{"engine_version": "5.0"}"#;
                fail r#"{"instance_class": "redis.amber.master.small.multithread", "engine_version": "6.0"}"# along ClassOperationMismatch
            },
            rule! {
                ShardCountMismatch at "shard_count" if Present("shard_count"), Passes(&tests::ONE_SHARD_OF_MANY, "instance_class", "shard_count");
                because "the class is sold for clusters of two shards or more" "该规格只用于两个及以上分片的集群";
                cite api::catalogue("2.. shards");
                pass r#"{"shard_count": 2}"#;
                fail r#"{"instance_class": "redis.shard.small.ce", "shard_count": 1}"# along ClassOperationMismatch
            },
            rule! {
                ShardCountMismatch at "instance_class" if Absent("shard_count"), Passes(&tests::ONE_SHARD_OF_MANY, "instance_class", "shard_count");
                because "the class is sold for clusters of two shards or more, and without a count there is one" "该规格只用于两个及以上分片的集群，而未填写分片数时为一个";
                cite api::catalogue("2.. shards");
                pass r#"{"shard_count": 2}"#;
                fail r#"{"instance_class": "redis.shard.small.ce"}"# along ClassOperationMismatch
            },
            rule! {
                ShardCountMismatch at "shard_count" if Passes(&tests::TAIR_SHARDS_OF_ONE, "instance_class", "shard_count");
                because "the class is sold as one shard" "该规格只有一个分片";
                cite api::catalogue("1 shard");
                pass r#"{"shard_count": 2}"#;
                fail r#"{"instance_class": "redis.shard.small.2.ce", "shard_count": 2}"# along ClassOperationMismatch
            },
            rule! {
                IgnoredParameter at "shard_count" if Passes(&tests::CLASSIC_WITH_SHARDS, "instance_class", "shard_count");
                because "a classic class has the shards that its name says" "经典版规格的分片数由名称决定";
                cite api::row("The number of shards. This parameter applies only to cloud-native instances.");
                pass r#"{"shard_count": 2}"#;
                fail r#"{"instance_class": "redis.amber.master.small.multithread", "engine_version": "5.0", "shard_count": 2}"# along ClassOperationMismatch
            },
            rule! {
                ShardCountMismatch at "shard_count" if Passes(&tests::SPELLED_OTHERWISE, "instance_class", "shard_count");
                because "the name of the class spells another number" "规格名称中写明的是另一个数";
                cite api::catalogue("the part {M}db of a name is the number of shards");
                pass r#"{"shard_count": 2}"#;
                fail r#"{"instance_class": "redis.logic.sharding.1g.2db.0rodb.4proxy.default", "engine_version": "5.0", "shard_count": 4}"# along ClassOperationMismatch
            },
            rule! {
                IgnoredParameter at "read_only_count" if AtLeast("read_only_count", 1), Passes(&tests::CLASSIC, "instance_class");
                because "a classic class has the read replicas that its name says" "经典版规格的只读节点数由名称决定";
                cite api::row("This parameter applies only to cloud-native read/write splitting instances.");
                pass r#"{"read_only_count": 1}"#;
                fail r#"{"instance_class": "redis.master.small.default", "engine_version": "5.0", "read_only_count": 1}"# along ClassOperationMismatch
            },
            rule! {
                IgnoredParameter at "slave_read_only_count" if AtLeast("slave_read_only_count", 1), Passes(&tests::CLASSIC, "instance_class");
                because "a classic class has the read replicas that its name says" "经典版规格的只读节点数由名称决定";
                cite api::row("This parameter applies only to cloud-native read/write splitting instances.");
                pass r#"{"secondary_zone_id": "cn-hangzhou-g", "slave_read_only_count": 1}"#;
                fail r#"{"instance_class": "redis.master.small.default", "engine_version": "5.0", "secondary_zone_id": "cn-hangzhou-g", "slave_read_only_count": 1}"# along ClassOperationMismatch
            },
            rule! {
                IgnoredParameter at "recover_config_mode" if Present("recover_config_mode"), Passes(&tests::CLASSIC, "instance_class");
                because "classic instances restore data only" "经典版实例只恢复数据";
                cite api::row("This parameter applies only to cloud-native instances");
                pass r#"{"recover_config_mode": "account"}"#;
                fail r#"{"instance_class": "redis.master.small.default", "engine_version": "5.0", "recover_config_mode": "account"}"# along ClassOperationMismatch
            },
            rule! {
                UnlikelyValue at "shard_count" if AtLeast("shard_count", 33);
                because "the text ends at 32" "文档写明上限为 32";
                cite page("2 to 32: You can create an instance in the cluster architecture");
                pass r#"{"shard_count": 32}"#;
                fail r#"{"shard_count": 33}"#
            },
            rule! {
                UnlikelyValue at "shard_count" if AtLeast("shard_count", 2), Passes(&tests::TAIR_ESSD, "instance_class");
                because "classes on a disk have one shard" "磁盘型（ESSD）规格只有一个分片";
                cite api::catalogue("tair.essd: 1 shard");
                pass r#"{"shard_count": 2}"#;
                fail r#"{"instance_class": "tair.essd.standard.2xlarge", "instance_type": "tair_essd", "engine_version": "1.0", "storage_performance_level": "PL1", "storage_size_gb": 100, "shard_count": 2}"#
            },
            rule! {
                ClassNodeMismatch at "node_type" if OneOf("node_type", &["double", "single"]);
                because "Tair takes MASTER_SLAVE or STAND_ALONE" "Tair 实例应填 MASTER_SLAVE 或 STAND_ALONE";
                cite code("ShardType: node_type, unchanged");
                pass r#"{"node_type": "MASTER_SLAVE"}"#;
                fail r#"{"node_type": "double"}"#
            },
            rule! {
                UnlikelyValue at "node_type" if OneOf("node_type", &["STAND_ALONE"]), Either(Present("secondary_zone_id"), AtLeast("shard_count", 2), AtLeast("read_only_count", 1));
                because "a single node has no second zone, no shards and no read replicas" "单节点实例没有备可用区、多个分片和只读节点";
                cite api::row("The shard type.");
                pass r#"{"node_type": "STAND_ALONE"}"#;
                fail r#"{"node_type": "STAND_ALONE", "shard_count": 2}"#
            },
            rule! {
                RequiredWhen at "storage_performance_level" if Passes(&tests::TAIR_ESSD, "instance_class"), Absent("storage_performance_level");
                because "The disk of such a class is ordered apart." "该类规格的云盘须单独指定。";
                cite page("When the value of instance_type is \"tair_essd\", this attribute takes effect and is required.");
                pass r#"{"storage_performance_level": null}"#;
                fail r#"{"instance_class": "tair.essd.standard.2xlarge", "instance_type": "tair_essd", "engine_version": "1.0", "storage_size_gb": 100}"#
            },
            rule! {
                RequiredWhen at "storage_size_gb" if Passes(&tests::TAIR_ESSD, "instance_class"), Absent("storage_size_gb");
                because "The disk of such a class is ordered apart." "该类规格的云盘须单独指定。";
                cite page("When the value of instance_type is \"tair_essd\", this attribute takes effect and is required.");
                pass r#"{"storage_size_gb": null}"#;
                fail r#"{"instance_class": "tair.essd.standard.2xlarge", "instance_type": "tair_essd", "engine_version": "1.0", "storage_performance_level": "PL1"}"#
            },
            rule! {
                IgnoredParameter at "storage_performance_level" if Present("storage_performance_level"), Passes(&tests::NOT_TAIR_ESSD, "instance_class");
                because "only classes on an ESSD have a disk of their own" "只有 ESSD 磁盘型规格才单独指定云盘";
                cite page("When the value of instance_type is \"tair_essd\", this attribute takes effect and is required.");
                pass r#"{"storage_performance_level": null}"#;
                fail r#"{"storage_performance_level": "PL1"}"#
            },
            rule! {
                IgnoredParameter at "storage_size_gb" if Either(AtLeast("storage_size_gb", 1), Wrong("storage_size_gb")), Passes(&tests::NOT_TAIR_ESSD, "instance_class");
                because "only classes on an ESSD have a disk of their own" "只有 ESSD 磁盘型规格才单独指定云盘";
                cite page("When the value of instance_type is \"tair_essd\", this attribute takes effect and is required.");
                pass r#"{"storage_size_gb": 0}"#;
                fail r#"{"storage_size_gb": 100}"#
            },
            rule! {
                UnlikelyValue at "storage_performance_level" if Passes(&tests::LEVEL_UNLISTED, "instance_class", "storage_performance_level");
                because "the class is listed without it" "该规格未列出此性能等级";
                cite api::catalogue("disks of each class");
                pass r#"{"storage_performance_level": null}"#;
                fail r#"{"instance_class": "tair.essd.standard.2xlarge", "instance_type": "tair_essd", "engine_version": "1.0", "storage_performance_level": "PL3", "storage_size_gb": 500}"#
            },
            rule! {
                UnlikelyValue at "storage_size_gb" if Present("storage_size_gb"), Passes(&tests::SIZE_OUTSIDE, "instance_class", "storage_performance_level", "storage_size_gb");
                because "the class is listed with other sizes" "该规格列出的容量范围不含此值";
                cite api::catalogue("disks of each class");
                pass r#"{"storage_size_gb": null}"#;
                fail r#"{"instance_class": "tair.essd.standard.2xlarge", "instance_type": "tair_essd", "engine_version": "1.0", "storage_performance_level": "PL1", "storage_size_gb": 20}"#
            },
            rule! {
                IncompletePair at "src_db_instance_id" if Present("src_db_instance_id"), Absent("backup_id"), Absent("cluster_backup_id");
                because "The new instance starts from a backup set of the source instance." "新实例须基于源实例的备份集创建。";
                cite api::row("This parameter must be used in combination with one of the preceding three parameters.");
                pass r#"{"src_db_instance_id": "r-bp1", "cluster_backup_id": "cb-abc"}"#;
                fail r#"{"src_db_instance_id": "r-bp1"}"#
            },
            rule! {
                IncompletePair at "backup_id" if Present("backup_id"), Absent("src_db_instance_id");
                because "A backup set belongs to the instance that it was made of." "备份集属于其源实例。";
                cite api::row("specify the source instance ID in this parameter first");
                pass r#"{"src_db_instance_id": "r-bp1", "backup_id": "111111111"}"#;
                fail r#"{"backup_id": "111111111"}"#
            },
            rule! {
                IncompletePair at "cluster_backup_id" if Present("cluster_backup_id"), Absent("src_db_instance_id");
                because "A backup set belongs to the instance that it was made of." "备份集属于其源实例。";
                cite api::row("specify the source instance ID in this parameter first");
                pass r#"{"src_db_instance_id": "r-bp1", "cluster_backup_id": "cb-abc"}"#;
                fail r#"{"cluster_backup_id": "cb-abc"}"#
            },
            rule! {
                UnlikelyValue at "connection_string_prefix" if Passes(&tests::HYPHENATED, "connection_string_prefix");
                because "the text allows letters and digits only" "文档只允许字母和数字";
                cite api::row("can contain lowercase letters and digits");
                pass r#"{"connection_string_prefix": "orderscache1"}"#;
                fail r#"{"connection_string_prefix": "orders-cache-1"}"#
            },
            rule! {
                OneWayChoice at "payment_type" if Is("payment_type", "Subscription"), Present("payment_type");
                because "a subscription can never be turned back into pay-as-you-go" "包年包月不能改回按量付费";
                cite common::page("you cannot switch the billing method from subscription to Pay-As-You-Go");
                pass r#"{"payment_type": "PayAsYouGo"}"#;
                fail r#"{"payment_type": "Subscription", "period": 1}"#
            },
        ]
    };
}
pub(in crate::documents) use tair_rules;

const SHARED: &[Rule] =
    &shared_rules!(r#"{"vpc_auth_mode": "Close", "security_ips": "10.0.0.0/8,0.0.0.0/0"}"#);
const WINDOW: &[Rule] = &window_rules!();
const OWN: &[Rule] = &tair_rules!();
const RULES: &[Rule] = &joined::<Rule, { SHARED.len() + WINDOW.len() + OWN.len() }>(
    SHARED,
    &joined::<Rule, { WINDOW.len() + OWN.len() }>(WINDOW, OWN),
);

pub(in crate::documents) static REQUEST: Object =
    Object::new(PARAMETERS, RULES).with_packs(packs::terraform::TAIR);

/// The resource `alicloud_redis_tair_instance`.
pub static PROFILE: Profile = Profile {
    id: "terraform.alicloud-redis-tair-instance",
    title: Bilingual::new(
        "Terraform resource alicloud_redis_tair_instance",
        "Terraform 资源 alicloud_redis_tair_instance",
    ),
    operation: "CreateTairInstance",
    document: DOCUMENT,
    edition: Bilingual::new("1.286.0, 2026-08-21", "1.286.0，2026-08-21"),
    since: "2026-08-21",
    supersedes: None,
    notions: notions::NOTIONS,
    context_rules: &[],
    change_rules: &[],
    aliases: ALIASES,
    gone: GONE,
    wire: Wire::TERRAFORM,
    request: &REQUEST,
    provider_codes: None,
    sample: r#"{"instance_class": "tair.rdb.2g", "instance_type": "tair_rdb", "engine_version": "7.0", "payment_type": "PayAsYouGo", "vpc_id": "vpc-bp1", "vswitch_id": "vsw-bp1", "zone_id": "cn-hangzhou-h"}"#,
};
