//! Rows of packs about the documents of 2019 and about the batch operation, as far as these have the
//! parameters. What the catalogue of today knows of a class holds for them as well.

use super::asks;
use crate::documents::alibaba::rows::catalogue;
use crate::documents::common::rule;
use crate::documents::{
    alibaba_create_instance_cn as cn, alibaba_create_instance_intl as intl,
    alibaba_create_instances as batch, jdcloud_create_cache_instance as jdcloud,
};
use crate::profile::{Rule, joined};

/// What all three operations of Alibaba Cloud have; with the passages about passwords and names.
macro_rules! every {
    ($password:expr, $name:expr) => {
        [
            rule! {
                LiteralPassword at "Password" if Present("Password");
                because "The repository, and its history, is read by more people than the instance." "能读取代码仓库及其历史的人多于能访问实例的人。";
                cite $password;
                pass r#"{"Password": null}"#, r#"{"Password": "${PASSWORD}"}"#;
                fail r#"{"Password": "Abcd12345"}"#
            },
            rule! {
                NameMissing at "InstanceName" if Absent("InstanceName");
                because "An instance without a name is kept for ever, because nobody dares to delete it." "没有名称的实例往往无人敢删，长期占用费用。";
                cite $name;
                pass r#"{"InstanceName": "orders"}"#;
                fail r#"{"InstanceName": null}"#
            },
        ]
    };
}

/// What those have that know node types and capacities; with what they call the class, classes of
/// one node, 1 GB, 2 GB, 64 GB and 128 GB, and the passages about node types and capacities.
macro_rules! sized {
    (
        $class:literal $one_node:literal $one:literal $two:literal $most:literal $more:literal
        $capacity_one:literal $capacity_two:literal $capacity_most:literal $capacity_more:literal
        $node_type:expr, $capacity:expr
    ) => {
        [
            rule! {
                SingleNode at "NodeType" if Is("NodeType", "STAND_ALONE");
                because "its node type says so" "节点类型如此";
                cite $node_type;
                pass r#"{"NodeType": null}"#;
                fail r#"{"NodeType": "STAND_ALONE"}"#
            },
            rule! {
                SingleNode at $class if StartsWith($class, &["redis.basic."]), Is("NodeType", "MASTER_SLAVE");
                because "classes that begin with redis.basic. are sold so" "redis.basic. 开头的规格均为单副本";
                cite catalogue("redis.basic: one node");
                pass $two;
                fail $one_node
            },
            rule! {
                MemoryBelow at $class if Passes(&asks::UNSHARDED, $class, "Capacity");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
                cite catalogue("capacity of each class");
                pass $two;
                fail $one
            },
            rule! {
                MemoryBelow at "Capacity" if Absent($class), Passes(&asks::CAPACITY, "Capacity");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
                cite $capacity;
                pass $capacity_two;
                fail $capacity_one
            },
            rule! {
                MemoryAbove at $class if Passes(&asks::UNSHARDED, $class, "Capacity");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
                cite catalogue("capacity of each class");
                pass $most;
                fail $more
            },
            rule! {
                MemoryAbove at "Capacity" if Absent($class), Passes(&asks::CAPACITY, "Capacity");
                because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
                cite $capacity;
                pass $capacity_most;
                fail $capacity_more
            },
        ]
    };
}

/// Rows about the international edition of `CreateInstance`.
pub(in crate::documents) const INTL: &[Rule] = {
    use intl::at;
    const EVERY: &[Rule] = &every!(
        intl::row(
            "The password is a string of 8 to 30 characters and must contain uppercase letters, lowercase letters, and numbers."
        ),
        intl::row("The name is a string of 2 to 128 characters and must start with a letter")
    );
    const OWN: &[Rule] = &[
        rule! {
            SingleNode at "InstanceClass" if StartsWith("InstanceClass", &["redis.basic."]);
            because "classes that begin with redis.basic. are sold so" "redis.basic. 开头的规格均为单副本";
            cite catalogue("redis.basic: one node");
            pass r#"{"InstanceClass": "redis.master.mid.default"}"#;
            fail r#"{"InstanceClass": "redis.basic.mid.default"}"#
        },
        rule! {
            MemoryBelow at "InstanceClass" if Passes(&asks::MEMORY, "InstanceClass");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
            cite catalogue("capacity of each class");
            pass r#"{"InstanceClass": "redis.master.mid.default"}"#;
            fail r#"{"InstanceClass": "redis.master.small.default"}"#
        },
        rule! {
            MemoryAbove at "InstanceClass" if Passes(&asks::MEMORY, "InstanceClass");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
            cite catalogue("capacity of each class");
            pass r#"{"InstanceClass": "redis.logic.sharding.16g.4db.0rodb.4proxy.default"}"#;
            fail r#"{"InstanceClass": "redis.logic.sharding.16g.8db.0rodb.8proxy.default"}"#
        },
    ];
    &joined::<Rule, { EVERY.len() + OWN.len() }>(EVERY, OWN)
};

/// Rows about the Chinese edition of `CreateInstance`.
pub(in crate::documents) const CN: &[Rule] = {
    use cn::at;
    const EVERY: &[Rule] = &every!(
        cn::row(
            "长度为8－32位，需包含大写字母、小写字母、特殊字符和数字中的至少三种，允许的特殊字符包括`!@#$%^&*()_+-=`。"
        ),
        cn::row("名称为2-128个字符，以大小写字母或中文开头，不支持字符`@/:=”<>{[]}`和空格。")
    );
    const SIZED: &[Rule] = &sized!(
        "InstanceClass"
        r#"{"InstanceClass": "redis.basic.mid.default"}"#
        r#"{"InstanceClass": "redis.master.small.default"}"#
        r#"{"InstanceClass": "redis.master.mid.default"}"#
        r#"{"InstanceClass": "redis.logic.sharding.16g.4db.0rodb.4proxy.default"}"#
        r#"{"InstanceClass": "redis.logic.sharding.16g.8db.0rodb.8proxy.default"}"#
        r#"{"InstanceClass": null, "Capacity": 1024}"#
        r#"{"InstanceClass": null, "Capacity": 2048}"#
        r#"{"InstanceClass": null, "Capacity": 65536}"#
        r#"{"InstanceClass": null, "Capacity": 131072}"#
        cn::row("默认值为MASTER_SLAVE。"), cn::row("实例的存储容量，单位为MB。")
    );
    const RENEWED: &[Rule] = &[rule! {
        NoAutoRenew at "AutoRenew" if Is("ChargeType", "PrePaid"), Is("AutoRenew", "false");
        because "An instance whose subscription ends is switched off, and later released." "到期的实例会被停用，随后释放。";
        cite cn::row("是否开启自动续费");
        pass r#"{"ChargeType": "PostPaid"}"#, r#"{"ChargeType": "PrePaid", "Period": "1", "AutoRenew": "true", "AutoRenewPeriod": "1"}"#;
        fail r#"{"ChargeType": "PrePaid", "Period": "1"}"#
    }];
    const SOME: &[Rule] = &joined::<Rule, { EVERY.len() + SIZED.len() }>(EVERY, SIZED);
    &joined::<Rule, { SOME.len() + RENEWED.len() }>(SOME, RENEWED)
};

/// Rows about an instance of the batch operation.
pub(in crate::documents) const BATCH: &[Rule] = {
    use batch::instance::at;
    const EVERY: &[Rule] = &every!(
        batch::row(
            "Must contain at least three of the following character types: uppercase letters, lowercase letters, digits, and special characters."
        ),
        batch::row(
            "Must be 2 to 80 characters long and start with an uppercase or lowercase letter or a Chinese character."
        )
    );
    const SIZED: &[Rule] = &sized!(
        "instanceClass"
        r#"{"instanceClass": "redis.basic.mid.default"}"#
        r#"{"instanceClass": "redis.master.small.default"}"#
        r#"{"instanceClass": "redis.master.mid.default"}"#
        r#"{"instanceClass": "redis.logic.sharding.16g.4db.0rodb.4proxy.default"}"#
        r#"{"instanceClass": "redis.logic.sharding.16g.8db.0rodb.8proxy.default"}"#
        r#"{"instanceClass": null, "Capacity": 1024}"#
        r#"{"instanceClass": null, "Capacity": 2048}"#
        r#"{"instanceClass": null, "Capacity": 65536}"#
        r#"{"instanceClass": null, "Capacity": 131072}"#
        batch::row("MASTER_SLAVE (default): high availability (dual-replica)."),
        batch::row("The storage capacity of the instance, in MB.")
    );
    // What holds for the whole order holds for an instance that says nothing else.
    const RENEWED: &[Rule] = &[rule! {
        NoAutoRenew at "AutoRenew" if Is("ChargeType", "PrePaid"), Is("AutoRenew", "false"), IsNotOutside(batch::instance::OUTER_AUTO_RENEW, "true");
        because "An instance whose subscription ends is switched off, and later released." "到期的实例会被停用，随后释放。";
        cite batch::row("Specifies whether auto-renewal is enabled.");
        pass r#"{"ChargeType": "PostPaid"}"#, r#"{"ChargeType": "PrePaid", "Period": 1, "AutoRenew": "true"}"#;
        fail r#"{"ChargeType": "PrePaid", "Period": 1}"#
    }];
    const SOME: &[Rule] = &joined::<Rule, { EVERY.len() + SIZED.len() }>(EVERY, SIZED);
    &joined::<Rule, { SOME.len() + RENEWED.len() }>(SOME, RENEWED)
};

/// Rows about `cacheInstance` of JD Cloud's edition of 2019.
pub(in crate::documents) const CACHE_INSTANCE: &[Rule] = {
    use jdcloud::cache_instance::{at, row};
    &[
        rule! {
            LiteralPassword at "password" if Present("password");
            because "The repository, and its history, is read by more people than the instance." "能读取代码仓库及其历史的人多于能访问实例的人。";
            cite row("the password can contain letters and numbers only, with no less than 8 characters and no more than 16 characters");
            pass r#"{"password": null}"#, r#"{"password": ""}"#;
            fail r#"{"password": "abcdefg1"}"#
        },
        rule! {
            MemoryBelow at "cacheInstanceClass" if Passes(&asks::JD_MEMORY, "cacheInstanceClass");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。";
            cite row("For Redis instance specification code, please refer to");
            pass r#"{"cacheInstanceClass": "redis.m1.small.basic"}"#;
            fail r#"{"cacheInstanceClass": "redis.m1.micro.basic"}"#
        },
        rule! {
            MemoryAbove at "cacheInstanceClass" if Passes(&asks::JD_MEMORY, "cacheInstanceClass");
            because "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。";
            cite row("For Redis instance specification code, please refer to");
            pass r#"{"cacheInstanceClass": "redis.c1.large.basic"}"#;
            fail r#"{"cacheInstanceClass": "redis.c1.xlarge.basic"}"#
        },
    ]
};

/// Rows about `azId` of JD Cloud's edition of 2019.
pub(in crate::documents) const AZ_ID: &[Rule] = {
    use jdcloud::az_id::{at, row};
    &[rule! {
        SingleZone at "slave" if Valid("slave"), Same("slave", "master");
        because "Zones fail as a whole." "可用区会整体故障。";
        cite row("Availability zone ID of the region where the secondary Redis instance is located");
        pass r#"{"master": "cn-north-1a", "slave": "cn-north-1b"}"#;
        fail r#"{"master": "cn-north-1a", "slave": "cn-north-1a"}"#
    }]
};

/// Rows about `charge` of JD Cloud's edition of 2019.
pub(in crate::documents) const CHARGE: &[Rule] = {
    use jdcloud::charge::{at, row};
    &[rule! {
        NoAutoRenew at "autoRenew" if Is("chargeMode", "prepaid_by_duration"), Either(Absent("autoRenew"), Is("autoRenew", "false"));
        because "An instance whose subscription ends is switched off, and later released." "到期的实例会被停用，随后释放。";
        cite row("Enable automatic renewal");
        pass r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1, "autoRenew": true}"#;
        fail r#"{"chargeMode": "prepaid_by_duration", "chargeDuration": 1}"#
    }]
};
