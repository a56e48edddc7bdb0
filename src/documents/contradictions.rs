//! Where the documents contradict themselves or each other, and how this library reads them.

use crate::diagnostic::Code;
use crate::words::Bilingual;

/// One contradiction.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Contradiction {
    /// A name for it, in kebab case.
    pub id: &'static str,
    /// What the documents say.
    pub statement: Bilingual,
    /// How this library reads them.
    pub reading: Bilingual,
    /// The documents concerned.
    pub documents: &'static [&'static str],
    /// The findings that depend on the reading.
    pub codes: &'static [Code],
}

const INTL: &str = crate::documents::titles::INTERNATIONAL;
const CN: &str = crate::documents::titles::CHINESE;
const BATCH: &str = crate::documents::titles::BATCH;
const JDCLOUD: &str = crate::documents::titles::JDCLOUD;

const fn row(
    id: &'static str,
    documents: &'static [&'static str],
    codes: &'static [Code],
    statement: Bilingual,
    reading: Bilingual,
) -> Contradiction {
    Contradiction {
        id,
        statement,
        reading,
        documents,
        codes,
    }
}

/// Every contradiction that was found.
pub static CONTRADICTIONS: &[Contradiction] = &[
    row(
        "classic-spelling",
        &[INTL],
        &[Code::InvalidValue, Code::DefaultApplied],
        Bilingual::new(
            "The international edition lists the network type `Classic` and calls the default `CLASSIC`.",
            "国际版文档列出的网络类型为 `Classic`，默认值却写作 `CLASSIC`。",
        ),
        Bilingual::new(
            "Both spellings are accepted there.",
            "该版本中两种写法均被接受。",
        ),
    ),
    row(
        "sample-with-blank",
        &[INTL],
        &[Code::StrayWhitespace],
        Bilingual::new(
            "The international edition's request sample has a blank before its instance class.",
            "国际版文档的请求示例在实例规格前有一个空格。",
        ),
        Bilingual::new(
            "The blank is reported, and the value judged without it.",
            "报告该空格，并按去除后的值判断。",
        ),
    ),
    row(
        "type-of-period",
        &[INTL, CN],
        &[Code::TypeCoerced],
        Bilingual::new(
            "Period is a Long in the international edition and a String in the Chinese one.",
            "Period 在国际版中为 Long，在中文版中为 String。",
        ),
        Bilingual::new(
            "A JSON number is silent in the first and gives a warning in the second.",
            "JSON 数字在前者中不作提示，在后者中给出警告。",
        ),
    ),
    row(
        "sample-password",
        &[CN],
        &[Code::PasswordForbiddenCharacter],
        Bilingual::new(
            "The Chinese edition's sample password holds a comma and a period, which are not on its list of special characters.",
            "中文版文档的示例密码含有逗号和句点，而两者不在其允许的特殊字符之列。",
        ),
        Bilingual::new(
            "The list stands; the sample is refused.",
            "以列表为准，示例密码不被接受。",
        ),
    ),
    row(
        "quotation-marks",
        &[INTL, CN, BATCH],
        &[Code::NameForbiddenCharacter],
        Bilingual::new(
            "One edition prints `“`, another `”`, where a plain quotation mark was meant; the batch operation's list has none.",
            "一个版本印作 `“`，另一个印作 `”`，本意均为直引号；批量创建的列表中则没有引号。",
        ),
        Bilingual::new(
            "All three marks are refused in both editions of CreateInstance and allowed in CreateInstances.",
            "CreateInstance 的两个版本均拒绝这三种引号，CreateInstances 则允许。",
        ),
    ),
    row(
        "period-in-samples",
        &[BATCH],
        &[Code::TypeCoerced],
        Bilingual::new(
            "The batch operation's document writes `\"Period\":\"1\"` in one sample and `\"Period\": 1` in another.",
            "批量创建文档的一个示例写作 `\"Period\":\"1\"`，另一个写作 `\"Period\": 1`。",
        ),
        Bilingual::new("Both are accepted.", "两种写法均被接受。"),
    ),
    row(
        "capacity-not-found-twice",
        &[BATCH],
        &[Code::ProviderError],
        Bilingual::new(
            "The error InvalidCapacity.NotFound is listed with status 400 and again with 404.",
            "错误码 InvalidCapacity.NotFound 分别以 400 和 404 列出了两次。",
        ),
        Bilingual::new("Both rows stand.", "两行均保留。"),
    ),
    row(
        "missing-parameter-described",
        &[CN],
        &[Code::ProviderError],
        Bilingual::new(
            "The message of MissingParameter names Period, but its description an instance ID, which the operation does not take.",
            "错误码 MissingParameter 的错误信息提到 Period，而描述提到的却是该操作没有的实例 ID。",
        ),
        Bilingual::new(
            "The message that the provider sends decides which parameter is meant.",
            "以服务商实际返回的错误信息判断所指的参数。",
        ),
    ),
    row(
        "response-without-braces",
        &[INTL],
        &[Code::Syntax],
        Bilingual::new(
            "The sample response of the international edition has no braces, so it is no JSON.",
            "国际版文档的返回示例没有花括号，不是 JSON。",
        ),
        Bilingual::new(
            "A response is read as JSON or XML, and as nothing else.",
            "返回只按 JSON 或 XML 读取。",
        ),
    ),
    row(
        "password-length",
        &[INTL, CN],
        &[Code::PasswordLength],
        Bilingual::new(
            "A password has at most 30 characters in the international edition and 32 in the Chinese one.",
            "密码在国际版中最多 30 个字符，在中文版中最多 32 个字符。",
        ),
        Bilingual::new("Each profile has its own number.", "各规范使用各自的数值。"),
    ),
    row(
        "name-length",
        &[CN, BATCH],
        &[Code::NameLength],
        Bilingual::new(
            "A name has at most 128 characters for CreateInstance and 80 for CreateInstances.",
            "名称在 CreateInstance 中最多 128 个字符，在 CreateInstances 中最多 80 个字符。",
        ),
        Bilingual::new("Each profile has its own number.", "各规范使用各自的数值。"),
    ),
    row(
        "sixty-months",
        &[INTL, CN, BATCH],
        &[Code::InvalidValue],
        Bilingual::new(
            "Only CreateInstances sells a subscription of 60 months.",
            "只有 CreateInstances 支持 60 个月的预付费。",
        ),
        Bilingual::new("Each profile has its own list.", "各规范使用各自的列表。"),
    ),
    row(
        "class-or-capacity",
        &[INTL, CN, BATCH],
        &[Code::RequiredParameter, Code::RequiredOneOf],
        Bilingual::new(
            "The instance class is required in the international edition, and an alternative to the capacity in the others.",
            "实例规格在国际版中必选，在其他文档中可由容量代替。",
        ),
        Bilingual::new("Each profile has its own rule.", "各规范使用各自的规则。"),
    ),
    row(
        "charge-unit",
        &[JDCLOUD],
        &[Code::IgnoredParameter],
        Bilingual::new(
            "JD Cloud calls chargeUnit compulsory for prepaid instances and gives it a default.",
            "京东云称预付费时 chargeUnit 必填，同时又给出了默认值。",
        ),
        Bilingual::new(
            "It may be left out; the default is month.",
            "可以省略，默认为 month。",
        ),
    ),
];

/// One contradiction between the sources of today's operations.
#[cfg(feature = "editions")]
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct EditionContradiction {
    /// A name for it, in kebab case.
    pub id: &'static str,
    /// Identifiers of the profiles that it is about.
    pub profiles: &'static [&'static str],
    /// Names of the findings that depend on the reading.
    pub codes: &'static [&'static str],
    /// What the sources say.
    pub statement: Bilingual,
    /// How this library reads them.
    pub reading: Bilingual,
}

/// Rows of contradictions, in the order of the operations.
#[cfg(feature = "editions")]
macro_rules! edition_contradictions {
    ($($id:literal $profiles:ident [$($code:literal),*]
        says $statement_en:literal $statement_zh:literal
        read $reading_en:literal $reading_zh:literal)+) => {
        &[$(crate::documents::EditionContradiction {
            id: $id,
            profiles: $profiles,
            codes: &[$($code),*],
            statement: crate::profile::Bilingual::new($statement_en, $statement_zh),
            reading: crate::profile::Bilingual::new($reading_en, $reading_zh),
        }),+]
    };
}
#[cfg(feature = "editions")]
pub(super) use edition_contradictions;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_those_of_profiles() {
        for each in CONTRADICTIONS {
            assert!(!each.documents.is_empty(), "{}", each.id);
            for document in each.documents {
                assert!(
                    crate::documents::PROFILES
                        .iter()
                        .any(|profile| profile.document == *document),
                    "{}",
                    each.id
                );
            }
        }
    }
}
