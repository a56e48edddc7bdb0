//! Where the sources of today's `createCacheInstance` disagree, and how this library reads them.

use super::CREATE_CACHE_INSTANCE;
use crate::documents::EditionContradiction;
use crate::documents::contradictions::edition_contradictions;

const ONE: &[&str] = &[CREATE_CACHE_INSTANCE];

/// Every contradiction that was found.
pub static CONTRADICTIONS: &[EditionContradiction] = edition_contradictions! {
    "jd-password" ONE ["unlikely-value"]
        says "By the Chinese text a password holds letters and digits; by the English one it holds nothing else."
             "中文文本称密码须包含字母和数字，英文文本只称不得有其他字符。"
        read "One of letters alone, or of digits alone, gives a warning." "只有字母或只有数字时给出警告。"
    "jd-engine-default" ONE ["default-applied"]
        says "The default engine is 2.8, and the classes that are sold run 4.0." "引擎版本默认为 2.8，而在售规格运行的是 4.0。"
        read "A missing engine version gives a note that says so." "未写引擎版本时，会在提示中说明。"
    "jd-zones-required" ONE ["required-parameter", "ignored-parameter"]
        says "The zones of master and slave are required by the SDKs, and have no effect when zones are given for the cluster."
             "SDK 要求填写主、从可用区，而按集群指定可用区时两者不起作用。"
        read "They are required unless zones are given for the cluster." "除非按集群指定可用区，否则必填。"
    "jd-when-duration-applies" ONE ["ignored-parameter", "required-when"]
        says "By the older text chargeUnit and chargeDuration are for prepaid instances; the newer one adds those that change to prepaid by themselves."
             "较早的文本称 chargeUnit 和 chargeDuration 只用于预付费，较新的文本还包括到期自动转为预付费的情形。"
        read "They apply in both cases." "两种情形均适用。"
    "jd-unit-of-bandwidth" ONE []
        says "The class table gives 48 MB/s, an answer of the API 48 Mbit/s." "规格表写作 48 MB/s，接口返回写作 48 Mbps。"
        read "The catalogue has 384 Mbit/s, which is 48 MB/s." "规格表采用 384 Mbit/s，即 48 MB/s。"
    "jd-class-with-number" ONE ["unknown-class"]
        says "One row of the class table prints `redis.s.small.basic32`, where all others have `redis.s.small.basic`."
             "规格表有一行印作 `redis.s.small.basic32`，其余各行为 `redis.s.small.basic`。"
        read "The name without the number is the class." "以不带数字的名称为准。"
    "jd-class-in-sample-alone" ONE ["unknown-class"]
        says "`redis.s.micro.basic` is in a sample answer and in the English list, and missing from the Chinese table."
             "`redis.s.micro.basic` 出现在返回示例和英文列表中，中文规格表中没有。"
        read "It counts as known." "视为已知规格。"
    "jd-charge-unit" ONE ["ignored-parameter"]
        says "chargeUnit is called compulsory, and has a default." "chargeUnit 既称必填，又有默认值。"
        read "It may be left out; the default is month." "可以省略，默认为 month。"
};
