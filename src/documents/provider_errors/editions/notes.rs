//! What the codes mean that only today's tables have, and what to do about them.

use super::super::notes::notes;
use super::super::{Detection, Note};
use crate::words::Bilingual;

notes! {
    ZONE_NETWORK Server
        means "the zone has no network of this kind" "该可用区不支持切换到此网络"
        advice "choose another zone, and a vSwitch in it" "请更换可用区，并选用该可用区内的交换机"
    SHARD_NUMBER Client
        means "the number of shards is out of range" "分片数超出允许范围"
        advice "order 1 shard for a standard instance, or up to 128 for a cluster" "标准架构写 1，集群架构最多 128"
    MEMBER_LEVEL Server
        means "the class differs from that of the other members of the distributed instance" "规格与分布式实例的其他成员不一致"
        advice "order the class that the other members have" "请选用与其他成员相同的规格"
    FLASHBACK_OFF Server
        means "the source instance keeps no log to restore a moment from" "源实例未开启数据闪回，无法恢复到指定时间点"
        advice "restore a backup set with BackupId, or switch data flashback on and wait for the next backup"
               "请改用 BackupId 恢复备份集，或开启数据闪回并等待下一次备份"
    BEING_CHANGED Server
        means "the source, or a member of the distributed instance, is being changed" "源实例或分布式实例的成员正在变更"
        advice "wait until it runs again, then send the same request again with the same Token"
               "请等待其恢复运行中状态，再用同一个 Token 重发相同的请求"
    PAYMENT_RISK Server
        means "the provider wants the method of payment verified" "服务商要求先验证付款方式"
        advice "follow the provider's message about it, then order again" "请按服务商发来的通知完成验证，再重新下单"
    CLASS_OR_CAPACITY Catalogue
        means "no instance of this class or capacity is sold" "没有出售该规格或容量的实例"
        advice "look the class up with `kvspec classes`; a name with `.cluster.sharding.common` is no order code"
               "请用 `kvspec classes` 查找规格；含 `.cluster.sharding.common` 的名称不能用于下单"
    VSWITCH Context
        means "the vSwitch is not in that VPC, or not in a zone that will do" "交换机不属于该专有网络，或其可用区不受支持"
        advice "choose a vSwitch of the VPC in the instance's zone; with the vSwitch as context, kvspec compares them"
               "请选择该专有网络在实例可用区内的交换机；若以该交换机作为上下文，kvspec 会进行比较"
    ZONE_OF_VPC Context
        means "the vSwitch's zone is not supported" "交换机所在的可用区不受支持"
        advice "choose a zone where the VPC has a vSwitch, or create one there" "请选择专有网络已有交换机的可用区，或在所需可用区新建交换机"
    CLASS_TYPE Client
        means "the class is not one of that instance type" "规格与实例类型不匹配"
        advice "choose a class whose name begins as the instance type wants" "请选择名称前缀与实例类型相符的规格"
    NO_VPC Server
        means "there is no such VPC in this region" "该地域没有此专有网络"
        advice "check the ID, the region and the account that the VPC belongs to" "请检查专有网络 ID、地域及其所属账号"
    ACCOUNT Server
        means "the account did not pass the provider's check of its money" "账户未通过资金校验"
        advice "look for unpaid bills in the provider's console" "请在服务商的控制台查看是否有未结账单"
    TOKEN_CONFLICT Context
        means "the Token is taken by another request" "该 Token 已被其他请求占用"
        advice "give every request a Token of its own; checking all requests in one run finds the reuse"
               "请为每个请求生成独立的 Token；在同一次运行中检查全部请求即可发现重复使用"
    IP_OUTSIDE Context
        means "the private IP address is not in the vSwitch's range" "内网 IP 地址不在交换机的网段内"
        advice "choose a free address of the vSwitch's CIDR block, or leave the address out"
               "请选用交换机网段内的空闲地址，或不传该参数"
    ENGINE Client
        means "there is no such engine version, or not for this class" "没有该引擎版本，或该规格不支持"
        advice "write a version that the class's family runs; `kvspec classes` shows them" "请填写该规格支持的版本，可用 `kvspec classes` 查看"
    OTHER_VPC Context
        means "the vSwitch belongs to another VPC" "交换机属于另一个专有网络"
        advice "choose a vSwitch of the VPC that VpcId names" "请选择 VpcId 所指专有网络中的交换机"
    AGREEMENT Server
        means "the account's payment agreement does not allow the order" "账户的代扣协议不允许此订单"
        advice "renew the agreement, or choose another method of payment" "请重新签约，或更换付款方式"
    NOT_SOLD_TOGETHER Catalogue
        means "class, engine version and zone are not sold together" "规格、引擎版本和可用区的组合不可售"
        advice "ask DescribeAvailableResource what the zone sells, and change one of the three"
               "请用 DescribeAvailableResource 查询该可用区可售的规格，并更改三者之一"
    CASH Server
        means "the account has no method of payment, or too little money" "账户没有付款方式，或余额不足"
        advice "register a method of payment, or add money to the account" "请登记付款方式或充值"
    REGION Server
        means "there is no such region for this product" "该产品没有此地域"
        advice "ask DescribeRegions which regions there are" "请用 DescribeRegions 查询可用地域"
    DRY_RUN Client
        means "the dry run succeeded, and nothing was created" "预检通过，未创建实例"
        advice "send the request without DryRun to create the instance" "去掉 DryRun 后重发即可创建实例"
    NOT_AUTHORISED Server
        means "the caller may not do this" "调用者没有权限"
        advice "ask whoever administers the account for the permission to create instances" "请向账号管理员申请创建实例的权限"
    VPC_OR_VSWITCH Context
        means "the VPC or the vSwitch cannot be used here" "不支持所指定的专有网络或交换机"
        advice "choose a VPC and a vSwitch of the instance's region and zone" "请选择与实例同一地域和可用区的专有网络和交换机"
    GROUP_TAG Server
        means "this product is sold only to accounts that the provider has marked" "该商品只对服务商指定的账号出售"
        advice "choose another class, or ask the provider's sales" "请更换规格，或咨询服务商的销售"
}
