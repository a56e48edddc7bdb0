use super::Locale;
use crate::words::Bilingual;

macro_rules! terms {
    ($($term:ident $id:literal $en:literal $zh:literal)+) => {
        /// A notion that messages name in the reader's language and reports by a fixed word.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Term {
            $(#[doc = $en] $term,)+
        }

        impl Term {
            /// Every term.
            pub const ALL: &'static [Self] = &[$(Self::$term,)+];

            /// The fixed word for it in reports.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$term => $id,)+ }
            }

            const fn words(self) -> Bilingual {
                // Without texts a term stands as a placeholder, for whoever has the words.
                match self {
                    $(Self::$term => if cfg!(feature = "messages") {
                        Bilingual::new($en, $zh)
                    } else {
                        Bilingual::standing(concat!("{", $id, "}"))
                    },)+
                }
            }
        }
    };
}

terms! {
    String "string" "a string" "字符串"
    Number "number" "a number" "数字"
    Integer "integer" "a whole number" "整数"
    Fraction "fraction" "a number with a decimal point or an exponent" "带小数点或指数的数"
    Boolean "boolean" "a boolean" "布尔值"
    Array "array" "an array" "数组"
    Block "block" "a block: the equals sign is missing" "块：缺少等号"
    Object "object" "an object" "对象"
    Null "null" "null" "null"
    Scalar "scalar" "a single value" "单个值"
    JsonObjectText "json-object" "a JSON object" "JSON 对象"
    JsonArrayText "json-array" "a JSON array of objects" "由对象组成的 JSON 数组"
    ActivityText "activity" "JSON of the form {\"activity\": {\"activityType\": …, \"activityIdentifier\": …}}" "形如 {\"activity\": {\"activityType\": …, \"activityIdentifier\": …}} 的 JSON"
    Uppercase "uppercase" "an uppercase letter" "大写字母"
    Lowercase "lowercase" "a lowercase letter" "小写字母"
    Digit "digit" "a digit" "数字"
    Special "special" "a special character" "特殊字符"
    OutsideDocumentedSet "outside-documented-set" "a character outside the documented set" "文档所列范围之外的字符"
    ExclamationMark "exclamation-mark" "exclamation mark" "感叹号"
    AngleBracket "angle-bracket" "angle bracket" "尖括号"
    Parenthesis "parenthesis" "parenthesis" "圆括号"
    SquareBracket "square-bracket" "square bracket" "方括号"
    Brace "brace" "brace" "花括号"
    Comma "comma" "comma" "逗号"
    Backquote "backquote" "backquote" "反引号"
    Tilde "tilde" "tilde" "波浪号"
    Period "period" "period" "句点"
    Hyphen "hyphen" "hyphen" "连字符"
    Underscore "underscore" "underscore" "下划线"
    AtSign "at-sign" "at sign" "at 符号"
    NumberSign "number-sign" "number sign" "井号"
    DollarSign "dollar-sign" "dollar sign" "美元符号"
    PercentSign "percent-sign" "percent sign" "百分号"
    Caret "caret" "caret" "脱字符"
    Ampersand "ampersand" "ampersand" "和号"
    Asterisk "asterisk" "asterisk" "星号"
    BillingForGood "never-back-to-pay-as-you-go" "a subscription can never be turned back into pay-as-you-go" "包年包月不能改回按量付费"
    NetworkForGood "never-back-to-classic" "an instance can never go back from a VPC to the classic network" "专有网络不能改回经典网络"
    RegionForGood "region-never-changed" "the region of an instance can never be changed" "实例的地域不能更改"
    JsonFormat "json" "JSON" "JSON"
    XmlFormat "xml" "XML" "XML"
    QueryFormat "query-string" "a query string" "查询字符串"
    HclFormat "hcl" "Terraform" "Terraform"
    YamlFormat "yaml" "YAML" "YAML"
    ShellFormat "shell" "a shell script" "Shell 脚本"
    MarkdownFormat "markdown" "Markdown" "Markdown"
    NoSuchCode "no-such-code" "there is no such code" "没有这个代码"
    SameRequest "same-request" "the same request" "相同的请求"
    OtherRequest "different-request" "a different request" "另一个不同的请求"
    InputEmpty "empty-input" "there is nothing to read" "没有任何内容"
    UnexpectedEnd "unexpected-end" "the text ends too early" "文本提前结束"
    ExpectedValue "expected-value" "a value should stand here" "此处应为一个值"
    ExpectedName "expected-name" "a name in double quotes should stand here" "此处应为双引号括起的名称"
    ExpectedColon "expected-colon" "a colon should stand here" "此处应为冒号"
    ExpectedCommaOrBrace "expected-comma-or-brace" "a comma or a closing brace should stand here" "此处应为逗号或右花括号"
    ExpectedCommaOrBracket "expected-comma-or-bracket" "a comma or a closing bracket should stand here" "此处应为逗号或右方括号"
    TrailingComma "trailing-comma" "JSON has no comma before a closing bracket" "JSON 的右括号前不能有逗号"
    TrailingText "trailing-text" "the value ended before this" "值在此之前已经结束"
    SecondValue "second-value" "a second value begins here: orders are written one a line (NDJSON), or in an array" "此处开始第二个值：多个订单须每行一个（NDJSON），或写成数组"
    LeftCurlyQuote "left-curly-quote" "the quotation mark U+201C stands here: JSON takes only the plain one, U+0022" "此处是引号 U+201C：JSON 只接受半角双引号 U+0022"
    RightCurlyQuote "right-curly-quote" "the quotation mark U+201D stands here: JSON takes only the plain one, U+0022" "此处是引号 U+201D：JSON 只接受半角双引号 U+0022"
    LeftSingleQuote "left-single-quote" "the quotation mark U+2018 stands here: JSON takes only the plain double one, U+0022" "此处是引号 U+2018：JSON 只接受半角双引号 U+0022"
    RightSingleQuote "right-single-quote" "the quotation mark U+2019 stands here: JSON takes only the plain double one, U+0022" "此处是引号 U+2019：JSON 只接受半角双引号 U+0022"
    Apostrophe "apostrophe" "a single quotation mark stands here: JSON takes only double ones" "此处是单引号：JSON 只接受双引号"
    NoBreakSpace "no-break-space" "the blank U+00A0 stands here, which JSON does not know: use a plain one" "此处是空格 U+00A0，JSON 不识别：请改用普通空格"
    IdeographicSpace "ideographic-space" "the blank U+3000 stands here, which JSON does not know: use a plain one" "此处是全角空格 U+3000，JSON 不识别：请改用普通空格"
    ZeroWidthSpace "zero-width-space" "the invisible character U+200B stands here: remove it" "此处是不可见字符 U+200B：请删除"
    InnerByteOrderMark "inner-byte-order-mark" "the invisible character U+FEFF stands here: remove it" "此处是不可见字符 U+FEFF：请删除"
    FullwidthComma "fullwidth-comma" "the comma U+FF0C stands here: JSON takes only the plain one" "此处是全角逗号 U+FF0C：JSON 只接受半角逗号"
    FullwidthColon "fullwidth-colon" "the colon U+FF1A stands here: JSON takes only the plain one" "此处是全角冒号 U+FF1A：JSON 只接受半角冒号"
    Comment "comment" "JSON has no comments" "JSON 没有注释"
    Utf16 "utf-16" "this is UTF-16, not UTF-8: save the file as UTF-8" "这是 UTF-16 而不是 UTF-8：请将文件另存为 UTF-8"
    UnterminatedString "unterminated-string" "this string has no end" "字符串没有结束"
    ControlCharacter "control-character" "a control character in a string must be escaped" "字符串中的控制字符必须转义"
    InvalidEscape "invalid-escape" "there is no such escape" "没有这样的转义"
    LoneSurrogate "lone-surrogate" "this escape is half of a surrogate pair" "此转义是不成对的代理项"
    InvalidNumber "invalid-number" "this is not a number" "不是有效的数字"
    InvalidLiteral "invalid-literal" "only true, false and null are written without quotes" "不带引号的只能是 true、false 和 null"
    TooLong "too-long" "this is longer than the limit that was set" "超出所设的长度限制"
    TooDeep "too-deep" "this is nested too deeply" "嵌套过深"
    InvalidUtf8 "invalid-utf-8" "this is not UTF-8" "不是有效的 UTF-8"
    InvalidPercent "invalid-percent-encoding" "a percent sign needs two hexadecimal digits after it" "百分号之后须有两个十六进制数字"
    EscapedAmpersand "escaped-ampersand" "`&amp;` stands here, as in the source of a page: between parameters of a request stands `&` alone" "此处是网页源码中的 `&amp;`：请求的参数之间只写 `&`"
    NotAQuery "not-a-query-string" "there is no name=value pair" "没有“名称=值”"
    UnclosedMarkup "unclosed-markup" "what begins here has no end" "此处开始的内容没有结束"
    UnclosedElement "unclosed-element" "this element has no end tag" "此元素没有结束标签"
    MismatchedTag "mismatched-tag" "this end tag does not belong to the element" "结束标签与元素不匹配"
    InvalidMarkup "invalid-markup" "this is not well-formed" "格式不正确"
    DocumentType "document-type" "document types are not read" "不读取文档类型声明"
    UnknownEntity "unknown-entity" "only the five predefined entities and character references are read" "只读取五个预定义实体和字符引用"
    TextOutsideElement "text-outside-element" "here may be no text" "此处不应有文本"
    NoXmlReader "no-xml-reader" "this build of kvspec reads no XML" "此版本的 kvspec 不支持读取 XML"
    NotAnObject "not-an-object" "it is not an object" "它不是对象"
    NotAnArray "not-an-array" "it is not an array" "它不是数组"
    MissingKey "missing-key" "a required key is missing" "缺少必需的键"
}

impl Term {
    /// The word for it in one language.
    #[must_use]
    pub const fn text(self, locale: Locale) -> &'static str {
        self.words().get(locale)
    }

    /// What a value is that should have been something else: a number is no whole one by how it is
    /// written.
    pub(crate) const fn instead_of(self, expected: Self) -> Self {
        match (self, expected) {
            (Self::Number, Self::Integer) => Self::Fraction,
            (found, _) => found,
        }
    }

    /// The name of a special character, as document 001 calls it.
    #[must_use]
    pub const fn of_character(character: char) -> Option<Self> {
        Some(match character {
            '!' => Self::ExclamationMark,
            '<' | '>' => Self::AngleBracket,
            '(' | ')' => Self::Parenthesis,
            '[' | ']' => Self::SquareBracket,
            '{' | '}' => Self::Brace,
            ',' => Self::Comma,
            '`' => Self::Backquote,
            '~' => Self::Tilde,
            '.' => Self::Period,
            '-' => Self::Hyphen,
            '_' => Self::Underscore,
            '@' => Self::AtSign,
            '#' => Self::NumberSign,
            '$' => Self::DollarSign,
            '%' => Self::PercentSign,
            '^' => Self::Caret,
            '&' => Self::Ampersand,
            '*' => Self::Asterisk,
            _ => return None,
        })
    }
}
