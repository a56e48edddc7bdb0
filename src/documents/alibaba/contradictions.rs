//! Where the sources of today's R-kvstore operations disagree, and how this library reads them.

use super::{CREATE_INSTANCE, CREATE_TAIR_INSTANCE};
use crate::documents::EditionContradiction;
use crate::documents::contradictions::edition_contradictions;

const ONE: &[&str] = &[CREATE_INSTANCE];
const BOTH: &[&str] = &[CREATE_INSTANCE, CREATE_TAIR_INSTANCE];
const BATCH: &[&str] = &[crate::documents::ALIBABA_CREATE_INSTANCES.id];
const TAIR: &[&str] = &[CREATE_TAIR_INSTANCE];

/// Every contradiction that was found: those of `CreateInstance`, of `CreateInstances`, of
/// `CreateTairInstance`.
pub static CONTRADICTIONS: &[EditionContradiction] = edition_contradictions! {
    "port-below-1024" ONE ["out-of-range", "unlikely-value"]
        says "The newest texts let a port begin at 1; older ones, and the English ones of the command line, at 1024."
             "最新文本的端口从 1 开始，较早的文本和命令行的英文文本则从 1024 开始。"
        read "1 to 65535 is accepted; below 1024 there is a warning." "接受 1 到 65535，低于 1024 时给出警告。"
    "node-type-default" ONE []
        says "The metadata's default for NodeType is `double`, an older document's `MASTER_SLAVE`, and the newest texts name none."
             "NodeType 的默认值在元数据中为 `double`，在较早的文档中为 `MASTER_SLAVE`，最新文本未写。"
        read "No default is reported." "不报告默认值。"
    "read-only-count-maximum" ONE ["out-of-range", "unlikely-value"]
        says "The metadata allows 5 read-only nodes, the text 9, or 4 for each shard of a cluster."
             "只读节点数在元数据中最多 5，文本写的是最多 9，集群每分片最多 4。"
        read "Above 9 is an error, 6 to 9 a warning." "超过 9 为错误，6 到 9 为警告。"
    "read-only-count-minimum" ONE ["out-of-range"]
        says "The metadata has let ReadOnlyCount be 0 since September 2025; the text begins at 1."
             "自 2025 年 9 月起，元数据允许 ReadOnlyCount 为 0，文本则从 1 开始。"
        read "0 is accepted, and means none." "接受 0，表示没有只读节点。"
    "first-character-of-name" BOTH ["name-first-character"]
        says "Most sources let a name begin with a letter or a Chinese character; the older English texts speak of a letter alone."
             "多数来源规定名称以字母或中文开头，较早的英文文本只写字母。"
        read "Either is accepted." "两者均可。"
    "quotation-mark-in-names" BOTH ["name-forbidden-character"]
        says "The mark that names may not have is `\"` in some sources, `”` in others, and `“` in the oldest."
             "名称中不允许的引号，有的来源写作 `\"`，有的写作 `”`，最早的写作 `“`。"
        read "All three are refused." "三种均不接受。"
    "hyphen-in-prefix" BOTH ["malformed-prefix", "unlikely-value"]
        says "A connection prefix has letters and digits by the rule, and a hyphen in the sample."
             "连接地址前缀按规则只含字母和数字，示例却带有连字符。"
        read "A hyphen gives a warning." "含连字符时给出警告。"
    "form-of-recover-mode" BOTH ["unlikely-value"]
        says "RecoverConfigMode is a list with commas in the newer texts, and a JSON object in the older ones."
             "RecoverConfigMode 在较新的文本中是逗号分隔的列表，在较早的文本中是 JSON 对象。"
        read "Both forms are accepted." "两种形式均接受。"
    "one-shard" ONE ["shard-count-mismatch"]
        says "By some texts ShardCount 1 orders an instance that is no cluster; by others the parameter is for clusters only."
             "有的文本称 ShardCount 为 1 表示非集群，有的称该参数只用于集群。"
        read "1 is accepted." "接受 1。"
    "most-shards" BOTH ["out-of-range"]
        says "The metadata ends at 128 shards, while other pages of the product speak of 256."
             "元数据中最多 128 个分片，该产品的其他页面写作 256。"
        read "Above 128 is an error." "超过 128 为错误。"
    "most-tags" ONE ["too-many-items"]
        says "The text allows 20 tags, the metadata 21." "标签数量在文本中最多 20，在元数据中最多 21。"
        read "The 21st gives a warning, the 22nd an error." "第 21 个给出警告，第 22 个为错误。"
    "zone-required" BOTH ["zone-unspecified"]
        says "A document marks ZoneId as required; no SDK does, nor does the gateway."
             "有文档将 ZoneId 标为必选，SDK 和网关均不要求。"
        read "Where it is missing a note says so." "缺少时给出提示。"
    "renewal-period-default" BOTH ["required-when"]
        says "AutoRenewPeriod is required with AutoRenew by the text, and has the default 1 in the metadata."
             "按文本，启用 AutoRenew 时 AutoRenewPeriod 必填；元数据中它的默认值为 1。"
        read "It is required." "视为必填。"
    "classic-network" ONE ["invalid-value"]
        says "NetworkType is `VPC` alone in the request; the response and several tools still know `CLASSIC`."
             "请求中的 NetworkType 只有 `VPC`，返回数据和一些工具仍有 `CLASSIC`。"
        read "`CLASSIC` is an error in this edition." "该版本中 `CLASSIC` 为错误。"
    "coupon-default" ONE []
        says "The default of CouponNo is `default` here, and a longer word in the other operation and the older document."
             "CouponNo 的默认值在此为 `default`，在另一操作和较早的文档中是一个更长的词。"
        read "Any text is accepted." "接受任意文本。"
    "global-instance-turned-round" ONE ["unlikely-value"]
        says "By the newer texts a distributed instance must be Tair in memory with 5.0; the older ones say that such an instance must be distributed."
             "较新的文本要求分布式实例必须是 5.0 版 Tair 内存型，较早的文本则称这种实例必须是分布式实例。"
        read "The newer texts hold." "以较新的文本为准。"
    "dry-run-false" BOTH ["dry-run"]
        says "DryRun `false` sends the request by the newer texts, and checks it first by the older ones."
             "DryRun 为 `false` 时，较新的文本称直接发送请求，较早的文本称先预检再发送。"
        read "Nothing depends on it before the request is sent." "请求发送之前两者没有区别。"
    "engine-in-sample" ONE []
        says "The sample engine is 5.0 in the newer sources, and 4.0 in an older one." "示例的引擎版本在较新的来源中为 5.0，在较早的来源中为 4.0。"
        read "Both are accepted." "两者均接受。"
    "replicas-beside-read-only-nodes" BOTH ["conflicting-parameters"]
        says "The older texts exclude replicas beside read-only nodes; the newer ones do not speak of it."
             "较早的文本不允许副本与只读节点并存，较新的文本没有提到。"
        read "Both together give a warning." "两者并存时给出警告。"
    "secondary-counts" BOTH ["required-with"]
        says "That nodes in the secondary zone need SecondaryZoneId is written in the older texts only."
             "备可用区的节点数须配合 SecondaryZoneId，只有较早的文本写明。"
        read "It is needed." "视为须配合填写。"
    "masked-sample-password" ONE ["placeholder-value"]
        says "One sample password is good, and another is masked and too short." "一个示例密码有效，另一个是打码后的，长度也不足。"
        read "A masked value gives a note." "打码的值只给出提示。"
    "tair-class-accepted" ONE ["class-operation-mismatch", "class-engine-mismatch"]
        says "The documents send `tair.…` classes to CreateTairInstance; users and a template of the provider order them here with success."
             "文档要求 `tair.…` 规格用 CreateTairInstance 下单，但用户和服务商的模板在此操作中也能下单成功。"
        read "A class of `tair.rdb` gives a note and no error; its engine versions then hold." "`tair.rdb` 规格只给出提示而非错误，引擎版本按该规格判断。"
    "name-length-elsewhere" ONE ["name-length"]
        says "A name has up to 80 characters here, 128 in older documents and for one tool, 256 for another."
             "名称在此最多 80 个字符，较早的文档和一种工具写作 128，另一种工具写作 256。"
        read "80 is the limit." "以 80 为限。"
    "blank-in-class" BOTH ["stray-whitespace", "unknown-class"]
        says "Class tables have no blank in a name; old samples and prints do." "规格表中的名称没有空格，旧示例和旧页面印有空格。"
        read "A blank around the name is reported with a fix." "名称前后的空格会被报告，并可自动修复。"
    "cluster-class-without-shards" ONE ["shard-count-mismatch"]
        says "The class page has `redis.shard.small.ce` and `redis.shard.mid.ce` for clusters only; an example of the provider orders one without shards."
             "规格页将 `redis.shard.small.ce` 和 `redis.shard.mid.ce` 只列为集群规格，服务商的一个示例下单时却没有写分片数。"
        read "Without two shards or more there is a warning." "分片数不足 2 时给出警告。"
    "name-that-describe-returns" BOTH ["collective-class"]
        says "By the documents an answer repeats the class that was ordered; cloud-native clusters come back under a collective name, which no order may have."
             "按文档，返回的是下单时的规格；云原生集群实际返回统称，而统称不能用于下单。"
        read "A collective name in an order gives a warning of its own." "订单中出现统称时，给出专门的警告。"
    "reads-without-proxy-class" ONE []
        says "The class page points read/write splitting to the `with.proxy` rows; templates of the provider order it with other classes."
             "规格页称读写分离应看 `with.proxy` 的规格，服务商的模板却用其他规格下单。"
        read "Any cloud-native class is accepted." "接受任意云原生规格。"
    "password-in-templates" BOTH ["password-forbidden-character"]
        says "The text has 14 special characters for passwords; the provider's own templates let people type many more."
             "文本规定密码可用 14 种特殊字符，服务商自己的模板却允许更多。"
        read "The text holds." "以文本为准。"

    "batch-engine-default" BATCH ["invalid-value", "default-applied"]
        says "The batch operation knows 4.0 and 5.0 with the default 5.0 by its text, and 2.8 with the default 2.8 by its metadata."
             "批量创建的文本只有 4.0 和 5.0，默认 5.0；元数据中还有 2.8，且默认 2.8。"
        read "The text holds." "以文本为准。"
    "batch-spelling-of-keys" BATCH ["parameter-case"]
        says "The keys of an instance begin with small letters in the newer document and in all samples, and with capitals in an older table."
             "实例的键名在较新的文档和所有示例中以小写字母开头，在较早的表格中以大写字母开头。"
        read "The samples' spelling holds; another case is a warning." "以示例的写法为准，大小写不同时给出警告。"
    "batch-type-of-period" BATCH ["type-coerced"]
        says "Period is a number in the batch operation's table and a text in its sample." "批量创建的 Period 在表格中是数字，在示例中是文本。"
        read "Both are accepted." "两者均接受。"
    "batch-quotation-mark" BATCH ["name-forbidden-character"]
        says "The newest document refuses no quotation mark in names, an older one refuses `”`." "名称中的引号，最新的文档未禁止，较早的文档禁止 `”`。"
        read "Quotation marks are accepted there." "该操作接受引号。"
    "batch-renewal-twice" BATCH ["conflicting-values"]
        says "AutoRenew stands beside the instances and in each of them, and no source says which one wins."
             "AutoRenew 既可写在顶层，也可写在每个实例中，没有来源说明以哪个为准。"
        read "Two different values are reported." "两处取值不同时会报告。"
    "batch-sample-class" BATCH []
        says "The document's own sample class is missing from the class list of March 2026." "文档自己的示例规格不在 2026 年 3 月的规格列表中。"
        read "The catalogue calls the class doubtful and does not refuse it." "规格表将其标为存疑，不予拒绝。"

    "tair-instance-types" TAIR ["invalid-value", "class-type-mismatch"]
        says "The text has three instance types; the metadata also has `Redis` and `tair_skv`." "文本列有三种实例类型，元数据中还有 `Redis` 和 `tair_skv`。"
        read "All five are accepted; the last two are not held against the class." "五种均接受，后两种不与规格核对。"
    "tair-engine-default" TAIR ["default-applied"]
        says "The default engine is 1.0, which `tair_rdb` cannot run." "引擎版本默认为 1.0，而 `tair_rdb` 不支持。"
        read "A missing engine version gives a note that says so." "未写引擎版本时，会在提示中说明。"
    "tair-shards" TAIR ["out-of-range", "unlikely-value"]
        says "A cluster has up to 32 shards by the text, and up to 128 by the metadata." "集群分片数在文本中最多 32，在元数据中最多 128。"
        read "Above 128 is an error, 33 to 128 a warning." "超过 128 为错误，33 到 128 为警告。"
    "tair-clusters-on-disks" TAIR ["unlikely-value"]
        says "The text has clusters for `tair_rdb` and `tair_scm` only; a class page sells them on local SSDs, too."
             "文本称只有 `tair_rdb` 和 `tair_scm` 支持集群，规格页上本地 SSD 规格也有集群。"
        read "A cluster of `tair.essd` gives a warning, one of `tair.localssd` none." "`tair.essd` 的集群给出警告，`tair.localssd` 的不提示。"
    "tair-storage-types" TAIR ["invalid-value"]
        says "The text begins at `essd_pl1`, the metadata at `essd_pl0`." "云盘类型在文本中从 `essd_pl1` 开始，在元数据中从 `essd_pl0` 开始。"
        read "`essd_pl0` is accepted, and not held against the class." "接受 `essd_pl0`，不与规格核对。"
    "tair-port-below-1024" TAIR ["out-of-range", "unlikely-value"]
        says "A port begins at 1 in the newest texts, and at 1024 in the metadata." "端口在最新文本中从 1 开始，在元数据中从 1024 开始。"
        read "1 to 65535 is accepted; below 1024 there is a warning." "接受 1 到 65535，低于 1024 时给出警告。"
    "tair-read-only-count" TAIR ["out-of-range", "unlikely-value"]
        says "There are 1 to 5 read-only nodes by the metadata, and up to 9 by the text." "只读节点数在元数据中为 1 到 5，在文本中最多 9。"
        read "0 to 9 is accepted; above 5 there is a warning." "接受 0 到 9，超过 5 时给出警告。"
    "tair-most-tags" TAIR ["too-many-items"]
        says "The text allows 5 tags in a request, the metadata 21." "一次请求的标签数，文本写作最多 5，元数据写作最多 21。"
        read "From the 6th on there is a warning, above 21 an error." "第 6 个起给出警告，超过 21 个为错误。"
    "tair-address-of-prefix" TAIR []
        says "The address that a prefix makes has the instance ID in it by the newer texts, and not by the older ones."
             "由前缀组成的地址，较新的文本称含实例 ID，较早的文本称不含。"
        read "The address is not foretold." "不预测该地址。"
    "tair-unit-of-bandwidth" TAIR []
        says "The bandwidth in the answer is in MB/s by most sources, and in Mbit/s by one." "返回的带宽，多数来源以 MB/s 计，有一处以 Mbit/s 计。"
        read "It is shown as MB/s." "按 MB/s 显示。"
    "tair-auto-pay" TAIR ["unlikely-value"]
        says "AutoPay is always `true` by the text, and no error is documented for `false`." "文本要求 AutoPay 固定为 `true`，但没有为 `false` 列出错误。"
        read "`false` gives a warning." "`false` 给出警告。"
    "tair-scope" TAIR ["class-operation-mismatch"]
        says "One source leaves classic Tair in memory to CreateInstance; another leaves out the word classic." "一个来源称经典版 Tair 内存型由 CreateInstance 创建，另一个来源漏写了“经典版”。"
        read "Only classic classes belong to CreateInstance." "只有经典版规格属于 CreateInstance。"
    "tair-small-disk-in-test" TAIR ["unlikely-value"]
        says "A test of the provider's Terraform resource orders 20 GB where the class page begins at 60." "服务商的 Terraform 测试下单 20 GB，而规格页从 60 GB 开始。"
        read "Less than 60 GB gives a warning and no error." "不足 60 GB 给出警告，而非错误。"
    "tair-bandwidth-of-classes" TAIR []
        says "Copies of 2024 print 96 Mbit/s where those of 2025 print 768 Mbit/s, which is 96 MB/s." "2024 年的副本印作 96 Mbit/s，2025 年的印作 768 Mbit/s，即 96 MB/s。"
        read "768 Mbit/s stands in the catalogue." "规格表采用 768 Mbit/s。"
    "tair-sample-class" TAIR ["unknown-class"]
        says "The sample class `tair.scm.standard.4m.32d` is in no class page." "示例规格 `tair.scm.standard.4m.32d` 不在任何规格页中。"
        read "It is reported like any unknown class." "与其他未知规格一样报告。"
};
