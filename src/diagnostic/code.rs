//! The catalogue of findings: one row for each code, both languages side by side.

use super::Severity::{self, Error, Info, Warning};
use crate::profile::Bilingual;

/// What the library knows of one code.
#[derive(Debug)]
pub struct CodeInfo {
    /// The code.
    pub code: Code,
    /// Its published name, in kebab case. Names outlive the rules behind them.
    pub name: &'static str,
    /// Its ordinary severity.
    pub severity: Severity,
    /// A few words that say what it is about.
    pub title: Bilingual,
    /// Messages: the first whose placeholders all have an argument is used.
    pub messages: &'static [Bilingual],
    /// What to do about it.
    pub help: Bilingual,
    /// Why the providers have the rule, or why this library reports it.
    pub reason: Bilingual,
}

macro_rules! codes {
    ($(
        $code:ident $name:literal $severity:ident
        title $title_en:literal $title_zh:literal
        $(message $message_en:literal $message_zh:literal)+
        help $help_en:literal $help_zh:literal
        reason $reason_en:literal $reason_zh:literal
    )+) => {
        /// A kind of finding. The same concept has the same code in every profile; the profile
        /// binds it with its own numbers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $title_en] $code,)+
        }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$code,)+];
        }

        static CATALOGUE: &[CodeInfo] = &[$(CodeInfo {
            code: Code::$code,
            name: $name,
            severity: $severity,
            title: Bilingual::prose($title_en, $title_zh),
            messages: if cfg!(feature = "texts") {
                &[$(Bilingual::of_code($message_en, $message_zh),)+]
            } else {
                &[]
            },
            help: Bilingual::of_code($help_en, $help_zh),
            reason: Bilingual::prose($reason_en, $reason_zh),
        },)+];
    };
}

codes! {
    Syntax "syntax" Error
        title "The input is not the format it claims to be" "输入不符合其声称的格式"
        message "cannot read this as {format}: {problem}" "无法按 {format} 读取：{problem}"
        help "correct the text at this position; nothing else in this document was checked"
             "请修正此处的文本；本文档的其余内容尚未检查"
        reason "A request that cannot be read cannot be judged, and a guess at what was meant could hide a costly mistake."
               "无法读取的请求无从判断；猜测原意可能掩盖代价高昂的错误。"
    TypeMismatch "type-mismatch" Error
        title "The JSON type cannot be this parameter" "JSON 类型与参数不符"
        message "`{parameter}` must be {expected}, not {found}" "`{parameter}` 应为{expected}，而不是{found}"
        message "the request must be {expected}, not {found}" "请求应为{expected}，而不是{found}"
        help "write the value as {expected}" "请将该值写成{expected}"
        reason "The documents type every parameter. A value of another kind is refused, or arrives as something else than was meant."
               "文档规定了每个参数的类型。其他类型的值会被拒绝，或在传输后变成另一个含义。"
    DuplicateParameter "duplicate-parameter" Error
        title "The same name stands twice in one object" "同一对象中出现重复的名称"
        message "the key `{key}` inside `{parameter}` is given more than once" "`{parameter}` 内的键 `{key}` 出现了不止一次"
        message "`{parameter}` is given more than once" "`{parameter}` 出现了不止一次"
        help "keep one of them; the last one is what was checked here" "请只保留一个；此处检查的是最后一个"
        reason "Which of two values arrives depends on the software in between, so the request may not mean what its author reads in it."
               "两个值中哪一个生效取决于中间软件，因此请求的含义可能与作者所见不同。"
    ParameterCase "parameter-case" Error
        title "A parameter name in the wrong case" "参数名大小写不正确"
        message "`{written}` must be spelled `{documented}`: parameter names are case-sensitive" "`{written}` 应写作 `{documented}`：参数名区分大小写"
        help "rename it to `{documented}`" "请改名为 `{documented}`"
        reason "Parameter names are case-sensitive: under another spelling the parameter would not arrive. Inside Instances of CreateInstances this is a warning, because that document mixes cases itself and its editions differ."
               "参数名区分大小写，写法不同则参数不会送达。在 CreateInstances 的 Instances 内只作警告，因为该文档自身大小写混用，且各版本不一致。"
    RequiredParameter "required-parameter" Error
        title "A required parameter is missing" "缺少必选参数"
        message "`{parameter}` is required" "缺少必选参数 `{parameter}`"
        help "add `{parameter}`: {label}" "请添加 `{parameter}`：{label}"
        reason "The document marks the parameter as required."
               "文档将该参数标为必选。"
    RequiredOneOf "required-one-of" Error
        title "At least one of several parameters is needed" "至少需要其中一个参数"
        message "at least one of {parameters} is required" "{parameters} 至少需要提供一个"
        help "add an instance class, or a capacity in MB" "请添加实例规格，或以 MB 为单位的容量"
        reason "The provider finds the size of the instance from its class or from its capacity, and needs at least one of them."
               "服务商根据实例规格或容量确定实例大小，至少需要其中之一。"
    RequiredWhen "required-when" Error
        title "A parameter is missing that another value requires" "缺少因其他取值而必选的参数"
        message "`{parameter}` is required because `{when}` is `{equals}`" "`{when}` 为 `{equals}` 时必须提供 `{parameter}`"
        help "add `{parameter}`: {label}" "请添加 `{parameter}`：{label}"
        reason "The parameter is optional by itself, but the document requires it once another parameter has a certain value."
               "该参数本身可选，但当另一参数取某个值时，文档要求必须提供。"
    RequiredWith "required-with" Error
        title "A parameter is missing that another one needs" "缺少与另一参数配套的必选参数"
        message "`{parameter}` is required together with {with}" "提供 {with} 时必须同时提供 `{parameter}`"
        help "add `{parameter}`: {label}" "请添加 `{parameter}`：{label}"
        reason "A backup, or an instance in the recycle bin, belongs to a source instance: the document requires its ID as soon as the other parameter is there."
               "备份集或回收站中的实例属于某个源实例：只要给出另一个参数，文档就要求提供源实例 ID。"
    NotApplicable "not-applicable" Error
        title "A parameter that the document forbids here" "文档不允许在此传入的参数"
        message "`{parameter}` is not supported while `{when}` is `{equals}`" "`{when}` 为 `{equals}` 时不支持传入 `{parameter}`"
        help "remove `{parameter}`, or change `{when}`" "请删除 `{parameter}`，或修改 `{when}`"
        reason "The document says that the parameter may not be passed in this case, which is more than having no effect."
               "文档写明此时不支持传入该参数，而不仅仅是不生效。"
    InvalidValue "invalid-value" Error
        title "Not one of the documented values" "不是文档列出的取值"
        message "`{value}` belongs in `{neighbour}`, not in `{parameter}`; `{parameter}` takes {allowed}" "`{value}` 应填在 `{neighbour}` 而不是 `{parameter}` 中；`{parameter}` 可取 {allowed}"
        message "`{value}` is not a value of `{parameter}`: with `{when}` `{equals}` it takes {allowed}" "`{value}` 不是 `{parameter}` 的有效值：`{when}` 为 `{equals}` 时可取 {allowed}"
        message "`{value}` is not a value of `{parameter}`, which takes {allowed}" "`{value}` 不是 `{parameter}` 的有效值，可取 {allowed}"
        message "`{parameter}` does not have one of its values, which are {allowed}" "`{parameter}` 的值无效，可取 {allowed}"
        message "`{value}` is not a whole number" "`{value}` 不是整数"
        message "`{parameter}` is not a whole number" "`{parameter}` 的值不是整数"
        help "use a documented value, in exactly that spelling; whole numbers are plain digits without sign, point or leading zero"
             "请使用文档列出的值，拼写须完全一致；整数只写数字，不带符号、小数点或前导零"
        reason "The document lists the values that there are, and they are compared letter by letter."
               "文档列出了全部可取的值，并且逐字符比较。"
    OutOfRange "out-of-range" Error
        title "A whole number outside its documented range" "整数超出文档规定的范围"
        message "`{parameter}` is {value}, but must be {min} to {max}" "`{parameter}` 为 {value}，应在 {min} 到 {max} 之间"
        message "`{parameter}` is {value}, but must be at least {min}" "`{parameter}` 为 {value}，至少应为 {min}"
        message "`{parameter}` is out of range" "`{parameter}` 超出范围"
        help "choose a number in the range" "请填写范围内的整数"
        reason "The document gives the range." "文档规定了取值范围。"
    NameLength "name-length" Error
        title "A name that is too short or too long" "名称过短或过长"
        message "the name's length is {count}, but must be {min} to {max} characters" "名称有 {count} 个字符，应为 {min} 到 {max} 个"
        help "use {min} to {max} characters; a character is what a reader sees as one" "请使用 {min} 到 {max} 个字符；一个字符指读者所见的一个字"
        reason "The document bounds the length of the name. It does not say what a character is: here it is a user-perceived character (extended grapheme cluster)."
               "文档限定了名称长度，但未说明何为一个字符；此处按用户感知字符（扩展字素簇）计数。"
    NameFirstCharacter "name-first-character" Error
        title "A name that begins with the wrong character" "名称的首字符不正确"
        message "the name must begin with a letter A-Z or a-z or a Chinese character" "名称须以大小写字母或中文开头"
        help "put a letter or a Chinese character first" "请以字母或中文开头"
        reason "The document allows only letters and Chinese characters in the first place."
               "文档规定名称首位只能是字母或中文。"
    NameForbiddenCharacter "name-forbidden-character" Error
        title "A name with a character that is not allowed" "名称含有不允许的字符"
        message "not allowed in the name: {characters}" "名称中不允许的字符：{characters}"
        help "remove or replace them" "请删除或替换这些字符"
        reason "The document lists the characters that a name may not hold (Alibaba Cloud), or the only ones that it may (JD Cloud)."
               "文档列出了名称不得包含的字符（阿里云），或仅可包含的字符（京东云）。"
    PasswordLength "password-length" Error
        title "A password that is too short or too long" "密码过短或过长"
        message "the password's length is {count}, but must be {min} to {max} characters" "密码有 {count} 个字符，应为 {min} 到 {max} 个"
        help "use {min} to {max} characters" "请使用 {min} 到 {max} 个字符"
        reason "The document bounds the length of the password."
               "文档限定了密码长度。"
    PasswordForbiddenCharacter "password-forbidden-character" Error
        title "A password with a character that is not allowed" "密码含有不允许的字符"
        message "not allowed in the password: {characters}" "密码中不允许的字符：{characters}"
        help "use letters and digits; special characters: {allowed}" "请使用字母和数字；可用的特殊字符：{allowed}"
        reason "The document lists the special characters that a password may hold, or those that it may not."
               "文档列出了密码可以包含或不得包含的特殊字符。"
    PasswordCharacterClasses "password-character-classes" Error
        title "A password with too few kinds of characters" "密码的字符种类不足"
        message "the password has {have} of the {need} kinds of characters it needs; it could add {missing}" "密码只包含 {have} 种字符，至少需要 {need} 种；可以增加{missing}"
        help "mix at least {need} of: {classes}" "请至少混用以下 {need} 种：{classes}"
        reason "The document requires several kinds of characters, so that passwords are harder to guess."
               "文档要求混用多种字符，使密码更难被猜出。"
    TokenLength "token-length" Error
        title "A Token that is too long" "Token 过长"
        message "the Token's length is {count}, but may be at most {max} characters" "Token 有 {count} 个字符，最多为 {max} 个"
        help "use at most {max} ASCII characters; a UUID is a good choice" "请使用不超过 {max} 个 ASCII 字符；UUID 是不错的选择"
        reason "The document bounds the length of the idempotency token."
               "文档限定了幂等 Token 的长度。"
    TokenNotAscii "token-not-ascii" Error
        title "A Token with a character outside ASCII" "Token 含有非 ASCII 字符"
        message "not ASCII in the Token: {characters}" "Token 中的非 ASCII 字符：{characters}"
        help "use ASCII characters only; a UUID is a good choice" "请只使用 ASCII 字符；UUID 是不错的选择"
        reason "The document allows ASCII characters only in the idempotency token."
               "文档规定幂等 Token 只能使用 ASCII 字符。"
    DescriptionLength "description-length" Error
        title "A description that is too long" "描述过长"
        message "the description's length is {count}, but may be at most {max} characters" "描述有 {count} 个字符，最多为 {max} 个"
        help "shorten it to {max} characters" "请缩短到 {max} 个字符以内"
        reason "The document bounds the length of the description."
               "文档限定了描述的长度。"
    MalformedJson "malformed-json" Error
        title "A string that does not hold the JSON it must" "字符串中的 JSON 不符合要求"
        message "`{parameter}` must hold {expected}: {problem}" "`{parameter}` 的内容应为{expected}：{problem}"
        message "`{parameter}` must hold {expected}" "`{parameter}` 的内容应为{expected}"
        help "write {expected} and put it into the string" "请写出{expected}，并放入该字符串"
        reason "The document says that this string holds JSON of a certain shape, which the provider parses."
               "文档说明该字符串的内容是特定结构的 JSON，服务商会解析它。"
    MalformedBase64 "malformed-base64" Error
        title "A string that is not base64" "字符串不是 base64"
        message "`{parameter}` must be base64" "`{parameter}` 应为 base64 编码"
        help "encode the JSON text with standard base64, padded with `=`" "请用标准 base64 对 JSON 文本编码，并以 `=` 补齐"
        reason "The document says that the JSON of this parameter is encoded with base64."
               "文档说明该参数的 JSON 须经 base64 编码。"
    MalformedIp "malformed-ip" Error
        title "Not an IPv4 address" "不是 IPv4 地址"
        message "`{parameter}` must be an IPv4 address such as 172.16.0.10" "`{parameter}` 应为 IPv4 地址，例如 172.16.0.10"
        help "write four numbers from 0 to 255, separated by points" "请写四个 0 到 255 的数字，以点分隔"
        reason "The document asks for the private IP address of the new instance."
               "文档要求填写新实例的内网 IP 地址。"
    EmptyList "empty-list" Error
        title "A list without an element" "列表为空"
        message "`{parameter}` holds no instance" "`{parameter}` 中没有任何实例"
        help "add at least one instance" "请至少添加一个实例"
        reason "A batch that creates nothing is not a request; the provider calls it malformed."
               "不创建任何实例的批量请求没有意义，服务商视其为格式错误。"
    TokenReused "token-reused" Error
        title "The same Token in two requests" "两个请求使用了相同的 Token"
        message "this Token was already used in this run by {other}" "本次检查中，该 Token 已被{other}使用"
        help "give every request a Token of its own" "请为每个请求生成独立的 Token"
        reason "The Token makes a retry harmless: the provider answers a second request with the same Token as a repetition, and refuses it if the requests differ."
               "Token 用于保证重试无副作用：服务商会把使用相同 Token 的第二个请求当作重复请求，若内容不同则拒绝。"
    IpOutsideVswitch "ip-outside-vswitch" Error
        title "An address outside the vSwitch's range" "内网地址不在交换机网段内"
        message "`{parameter}` is {value}, which is outside the vSwitch's range {expected}" "`{parameter}` 为 {value}，不在交换机网段 {expected} 之内"
        message "`{parameter}` is outside the vSwitch's range" "`{parameter}` 不在交换机网段之内"
        help "choose an address of the vSwitch, or another vSwitch" "请选择该交换机网段内的地址，或更换交换机"
        reason "The address must lie in the range of the instance's vSwitch. Found only where the context tells that range."
               "内网地址须在实例所属交换机的网段内。仅在上下文给出该网段时才能发现。"
    IrreversibleChange "irreversible-change" Error
        title "A change that an existing instance cannot make" "现有实例无法进行的更改"
        message "`{parameter}` is `{existing}` now and cannot become `{wanted}`" "`{parameter}` 现为 `{existing}`，不能改为 `{wanted}`"
        message "`{parameter}` of an existing instance cannot be changed in this way" "现有实例的 `{parameter}` 不能这样更改"
        help "keep `{parameter}` as it is, or create another instance and move the data" "请保持 `{parameter}` 不变，或新建实例并迁移数据"
        reason "The purchase page says which settings of an instance can be changed in one direction only, or never."
               "购买页说明了实例的哪些设置只能单向更改或不能更改。"
    HouseRule "house-rule" Error
        title "A rule of the team's own is broken" "违反团队自定规则"
        message "{message}" "{message}"
        message "`{parameter}` is absent and has the default `{default}`; the house rule `{rule}` allows {allowed}" "未提供 `{parameter}`，默认值为 `{default}`；团队规则 `{rule}` 只允许 {allowed}"
        message "`{parameter}` is absent, and the house rule `{rule}` does not allow its default `{default}`" "未提供 `{parameter}`，而团队规则 `{rule}` 不允许其默认值 `{default}`"
        message "the house rule `{rule}` wants `{missing}`" "团队规则 `{rule}` 要求提供 `{missing}`"
        message "the house rule `{rule}` does not allow `{forbidden}`" "团队规则 `{rule}` 不允许提供 `{forbidden}`"
        message "`{parameter}` is `{value}`; the house rule `{rule}` allows {allowed}" "`{parameter}` 为 `{value}`；团队规则 `{rule}` 只允许 {allowed}"
        message "`{parameter}` is `{value}`, which does not match the pattern `{pattern}` of the house rule `{rule}`" "`{parameter}` 为 `{value}`，不匹配团队规则 `{rule}` 的模式 `{pattern}`"
        message "`{parameter}` is `{value}`, which the house rule `{rule}` does not know; did you mean `{suggestion}`?" "团队规则 `{rule}` 不认识 `{parameter}` 的值 `{value}`；是否想写 `{suggestion}`？"
        message "`{parameter}` is `{value}`, which the house rule `{rule}` does not allow" "`{parameter}` 为 `{value}`，团队规则 `{rule}` 不允许"
        message "`{parameter}` has a value that the house rule `{rule}` does not allow" "`{parameter}` 的值不被团队规则 `{rule}` 允许"
        help "follow the team's rule `{rule}`, or change it in kvspec.toml" "请遵守团队规则 `{rule}`，或在 kvspec.toml 中修改该规则"
        reason "The team's own policy, in its file kvspec.toml. No document says it, so it makes no order invalid."
               "这是团队在 kvspec.toml 中自定的规则，并非文档的规定，因此不会使订单无效。"
    ResponseMismatch "response-mismatch" Error
        title "The provider's response shows something else than was ordered" "服务商的返回与订单不一致"
        message "`{field}` is `{received}`, but `{ordered}` was ordered (the default of `{default_of}`)" "`{field}` 为 `{received}`，而订购的是 `{ordered}`（`{default_of}` 的默认值）"
        message "`{field}` is `{received}`, but `{ordered}` was ordered" "`{field}` 为 `{received}`，而订购的是 `{ordered}`"
        message "instances ordered: {wanted}; instances in the response: {got}" "订购了 {wanted} 个实例，返回中有 {got} 个"
        message "`{field}` differs from what was ordered" "`{field}` 与订购的不一致"
        help "look at the instance in the provider's console before it is used, and keep the request ID for the provider's support"
             "使用前请先在服务商控制台核对该实例，并保留请求 ID 以便联系技术支持"
        reason "Instances cost money from the moment they are created. A default, a template or a retry can buy something else than was meant, and only the response shows it."
               "实例自创建起即开始计费。默认值、模板或重试都可能买到与本意不同的实例，而只有返回数据才能看出。"
    ProviderError "provider-error" Error
        title "The provider refused the request" "服务商拒绝了请求"
        message "the provider refused the request because of `{parameter}`: {meaning} (`{provider_code}`)" "服务商因 `{parameter}` 拒绝了请求：{meaning}（`{provider_code}`）"
        message "the provider refused the request: {meaning} (`{provider_code}`)" "服务商拒绝了请求：{meaning}（`{provider_code}`）"
        message "the provider refused the request with `{provider_code}`: {said}" "服务商拒绝了请求（`{provider_code}`）：{said}"
        message "the provider refused the request with `{provider_code}`" "服务商拒绝了请求（`{provider_code}`）"
        message "the provider refused the request: {said}" "服务商拒绝了请求：{said}"
        message "the provider refused the request" "服务商拒绝了请求"
        help "{advice}; `kvspec explain` says what the documents list for a code" "{advice}；`kvspec explain` 可查看文档对错误码的说明"
        reason "The provider reports one mistake at a time, in its own words; here it stands at the parameter that it is about."
               "服务商每次只用自己的措辞报告一个错误；此处将其显示在所涉及的参数上。"
    EmptyValue "empty-value" Warning
        title "A parameter without a value" "参数的值为空"
        message "`{parameter}` is empty and counts as absent" "`{parameter}` 的值为空，视为未提供"
        help "give it a value or leave it out" "请填写值或删除该参数"
        reason "An empty value is most often a form field or a variable that was not filled in."
               "空值通常意味着表单项或变量没有填写。"
    TypeCoerced "type-coerced" Warning
        title "A value of another JSON type than documented" "JSON 类型与文档不同"
        message "`{parameter}` is documented as a string; here it is {found} and is taken as its text" "文档规定 `{parameter}` 为字符串；此处是{found}，按其文本处理"
        help "write it as a string, which keeps it as it was written" "请写成字符串，以保留原样"
        reason "Writers of JSON and YAML turn 5.0 into 5, and 012 into 10: a version or an ID should be a string."
               "JSON 和 YAML 工具会把 5.0 写成 5，把 012 写成 10：版本号和 ID 应使用字符串。"
    StrayWhitespace "stray-whitespace" Warning
        title "White space that does not belong to the value" "多余的空白字符"
        message "`{parameter}` has white space that does not belong to its value" "`{parameter}` 含有多余的空白字符"
        help "remove it; the value was checked without it" "请删除；检查时已忽略这些空白"
        reason "Values copied from a page bring blanks along: the international edition's own request sample has one before its instance class, and the printed class tables have some inside the names."
               "从网页复制的值常带有空白：国际版文档自己的请求示例就在实例规格前多了一个空格，规格表中的名称内部也有空格。"
    UnknownParameter "unknown-parameter" Warning
        title "A name that the document does not list" "文档未列出的名称"
        message "`{written}` is not a parameter here; did you mean `{suggestion}`?" "此处没有参数 `{written}`；是否想写 `{suggestion}`？"
        message "`{written}` is not a parameter here" "此处没有参数 `{written}`"
        help "check the spelling, or remove it: the provider would ignore it" "请检查拼写或删除：服务商会忽略它"
        reason "Providers ignore names that they do not know, so a misspelt parameter is silently left out of the order."
               "服务商会忽略不认识的名称，因此拼写错误的参数会被悄悄丢弃。"
    LengthAmbiguous "length-ambiguous" Warning
        title "Whether the length is allowed depends on what a character is" "长度是否合规取决于字符的计数方式"
        message "the length is {clusters} user-perceived characters, {scalars} code points, {utf16} UTF-16 units; not all of these are within {min} to {max}" "长度为 {clusters} 个用户感知字符、{scalars} 个码点、{utf16} 个 UTF-16 单元；并非都在 {min} 到 {max} 之内"
        help "stay within the bounds by every count" "请使每种计数都在范围内"
        reason "No document says what a character is. Where the three usual counts disagree about the verdict, the provider may count otherwise than this library."
               "没有文档说明何为一个字符。三种常见计数对是否合规意见不一时，服务商的计数可能与本库不同。"
    InvisibleCharacter "invisible-character" Warning
        title "A character that cannot be seen" "不可见字符"
        message "the name holds what cannot be seen: {characters}" "名称含有不可见字符：{characters}"
        help "remove them, unless they join an emoji on purpose" "请删除，除非是有意用于组合表情"
        reason "Control and format characters come in by copying. The name then looks like another one, and cannot be searched for."
               "控制字符和格式字符多由复制带入。名称看似相同，却无法搜索到。"
    PasswordUndocumentedCharacter "password-undocumented-character" Warning
        title "A password character of which the document does not speak" "密码含有文档未提及的字符"
        message "the document neither allows nor refuses some of the password's characters (found: {count})" "密码中有文档既未允许也未禁止的字符（{count} 个）"
        help "letters and digits are safe" "使用字母和数字最稳妥"
        reason "The international edition lists characters that are refused, and does not say that all others are accepted."
               "国际版文档只列出被拒绝的字符，并未说明其余字符都被接受。"
    IgnoredParameter "ignored-parameter" Warning
        title "A parameter without effect here" "参数在此不生效"
        message "`{parameter}` has no effect while `{when}` is `{equals}`" "`{when}` 为 `{equals}` 时 `{parameter}` 不生效"
        message "`{parameter}` has no effect unless `{when}` is `{requires}`" "`{when}` 不为 `{requires}` 时 `{parameter}` 不生效"
        message "`{parameter}` has no effect: no instance has `{when}` `{wanted}`" "没有任何实例的 `{when}` 为 `{wanted}`，`{parameter}` 不生效"
        message "`{parameter}` has no effect: no instance has `{when}`" "没有任何实例提供 `{when}`，`{parameter}` 不生效"
        message "`{parameter}` has no effect here" "`{parameter}` 在此不生效"
        help "remove it, or change what it depends on" "请删除，或修改其所依赖的参数"
        reason "The request is accepted, but does not do what its author may expect of it."
               "请求会被接受，但效果可能与作者的预期不同。"
    IncompletePair "incomplete-pair" Warning
        title "One of two parameters that belong together" "成对参数只给出了一个"
        message "`{parameter}` is given without `{missing}`" "给出了 `{parameter}`，但没有 `{missing}`"
        help "add `{missing}`, or remove `{parameter}`" "请添加 `{missing}`，或删除 `{parameter}`"
        reason "A backup belongs to its instance and a vSwitch to its VPC: one without the other is seldom what was meant."
               "备份集属于实例，交换机属于专有网络：只给其一通常不是本意。"
    VpcUnspecified "vpc-unspecified" Warning
        title "A VPC network without a VPC" "专有网络未指明"
        message "`{parameter}` is `VPC`, without {others}" "`{parameter}` 为 `VPC`，但没有 {others}"
        help "add the VPC and the vSwitch" "请添加 VPC 和交换机"
        reason "The console makes the vSwitch part of the purchase; without it the provider has to guess, or refuses."
               "控制台把交换机作为购买项之一；缺少它，服务商只能猜测或拒绝。"
    ZoneOutsideRegion "zone-outside-region" Warning
        title "A zone that does not look like one of the region" "可用区与地域不符"
        message "the zone `{zone}` does not begin with its region `{region}`" "可用区 `{zone}` 不以地域 `{region}` 开头"
        message "the zone does not begin with its region" "可用区不以其地域开头"
        help "choose a zone of the same region" "请选择同一地域的可用区"
        reason "Zone IDs begin with the ID of their region. The list of zones changes, so this is no error."
               "可用区 ID 以地域 ID 开头。可用区列表会变化，因此只作警告。"
    ClassTypeMismatch "class-type-mismatch" Warning
        title "An instance class of another instance type" "实例规格与实例类型不符"
        message "`{class}` is not a class for `{when}` `{equals}`" "`{class}` 不是 `{when}` 为 `{equals}` 时的规格"
        message "the class is not one for `{when}` `{equals}`" "该规格不适用于 `{when}` 为 `{equals}` 的实例"
        message "`{class}` is a class for another engine" "`{class}` 是其他引擎的规格"
        message "the class is one for another engine" "该规格属于其他引擎"
        help "choose a class of the instance type that is ordered" "请选择与所购实例类型相符的规格"
        reason "The first part of a class name says which engine it is for."
               "规格名称的第一段表明其适用的引擎。"
    ConflictingValues "conflicting-values" Warning
        title "Two places that say different things" "两处取值不一致"
        message "`{parameter}` is `{value}` here but `{outer}` for the whole request" "此处 `{parameter}` 为 `{value}`，而整个请求为 `{outer}`"
        message "`{parameter}` differs from the one of the whole request" "此处的 `{parameter}` 与整个请求的不一致"
        help "say it in one place only" "请只在一处设置"
        reason "The document does not say which of the two wins."
               "文档没有说明以哪一个为准。"
    ConfigUnknownKey "config-unknown-key" Warning
        title "A key of Config that the document does not show" "Config 中含有文档未列出的键"
        message "`{key}` is not among the keys of Config that the document shows; did you mean `{suggestion}`?" "`{key}` 不在文档示例的 Config 键之中；是否想写 `{suggestion}`？"
        message "`{key}` is not among the keys of Config that the document shows" "`{key}` 不在文档示例的 Config 键之中"
        help "check its spelling against the provider's list of settings" "请对照服务商的参数列表检查拼写"
        reason "The document gives a sample, not a list: the key may exist, but is often a misspelling."
               "文档给出的是示例而非完整列表：该键可能存在，但常是拼写错误。"
    ConfigUnlikelyValue "config-unlikely-value" Warning
        title "A value of Config that Redis would not take" "Config 中的值不像有效取值"
        message "`{key}` takes {allowed}" "`{key}` 可取 {allowed}"
        message "`{key}` takes a whole number" "`{key}` 应为整数"
        help "correct the value" "请修正该值"
        reason "Redis has a fixed set of eviction policies, and its ziplist limits are whole numbers."
               "Redis 的淘汰策略是固定的集合，ziplist 限制均为整数。"
    IpNotPrivate "ip-not-private" Warning
        title "An address outside the private ranges" "地址不在私有网段内"
        message "`{parameter}` is outside the private ranges 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16" "`{parameter}` 不在私有网段 10.0.0.0/8、172.16.0.0/12、192.168.0.0/16 之内"
        help "use an address of the vSwitch" "请使用交换机网段内的地址"
        reason "The parameter is the instance's private address; the private ranges are those of RFC 1918."
               "该参数是实例的内网地址；私有网段见 RFC 1918。"
    IpWithoutVswitch "ip-without-vswitch" Warning
        title "A private address without a vSwitch" "指定了内网地址但没有交换机"
        message "`{parameter}` is given without `{missing}`" "给出了 `{parameter}`，但没有 `{missing}`"
        help "add the vSwitch that the address belongs to" "请添加该地址所属的交换机"
        reason "The address must lie in the range of the instance's vSwitch, so there has to be one."
               "地址须在实例所属交换机的网段内，因此必须有交换机。"
    RegionMismatch "region-mismatch" Warning
        title "Another region than that of the ECS instance" "与 ECS 实例不在同一地域"
        message "the instance would be in `{value}`, but the ECS instance that will connect is in `{expected}`" "实例将位于 `{value}`，而要连接它的 ECS 实例位于 `{expected}`"
        message "the instance would be in another region than the ECS instance that will connect" "实例与要连接它的 ECS 实例不在同一地域"
        help "order the instance in the region of the ECS instance" "请在 ECS 实例所在的地域购买"
        reason "Across regions the two can only talk over the Internet, which is slower and less safe. Found only where the context tells the region."
               "跨地域时两者只能通过公网通信，速度和安全性都较差。仅在上下文给出地域时才能发现。"
    NetworkMismatch "network-mismatch" Warning
        title "Another network type than that of the ECS instance" "与 ECS 实例的网络类型不同"
        message "the instance's network type would be `{value}`, but that of the ECS instance that will connect is `{expected}`" "实例的网络类型将为 `{value}`，而要连接它的 ECS 实例为 `{expected}`"
        message "the instance's network type differs from that of the ECS instance that will connect" "实例与要连接它的 ECS 实例网络类型不同"
        help "choose the network type of the ECS instance" "请选择与 ECS 实例相同的网络类型"
        reason "Instances of different network types cannot talk over the intranet. Found only where the context tells the network type."
               "网络类型不同的实例无法通过内网通信。仅在上下文给出网络类型时才能发现。"
    VpcMismatch "vpc-mismatch" Warning
        title "Another VPC than that of the ECS instance" "与 ECS 实例不在同一专有网络"
        message "the instance would be in the VPC `{value}`, but the ECS instance that will connect is in `{expected}`" "实例将位于专有网络 `{value}`，而要连接它的 ECS 实例位于 `{expected}`"
        message "the instance would be in another VPC than the ECS instance that will connect" "实例与要连接它的 ECS 实例不在同一专有网络"
        help "choose the VPC of the ECS instance" "请选择 ECS 实例所在的专有网络"
        reason "VPCs are isolated from each other. Found only where the context tells the VPC."
               "专有网络之间相互隔离。仅在上下文给出专有网络时才能发现。"
    SecretInSpec "secret-in-spec" Warning
        title "A secret that does not belong in an order" "订单中含有密钥或签名"
        message "`{parameter}` holds a secret, which should not be kept in an order" "`{parameter}` 是密钥或签名，不应保存在订单中"
        help "remove it; signing tools add it when the request is sent" "请删除；签名工具会在发送请求时添加"
        reason "Orders are kept in repositories and sent around. Signatures, security tokens and access key secrets should never be in them."
               "订单会保存在代码仓库并被转发，签名、安全令牌和访问密钥不应出现在其中。"
    DefaultApplied "default-applied" Info
        title "A default worth knowing" "将使用默认值"
        message "`{parameter}` is absent: the document's default is `{default}`" "未提供 `{parameter}`：文档的默认值为 `{default}`"
        help "set `{parameter}` if you want another" "如需其他取值，请设置 `{parameter}`"
        reason "The documents' default is not always the newest engine or the recommended network."
               "文档的默认值并不总是最新的引擎或推荐的网络。"
    NoIdempotencyToken "no-idempotency-token" Info
        title "No idempotency token" "没有幂等 Token"
        message "no `{parameter}`: a request that is sent again may buy twice" "没有 `{parameter}`：重发请求可能会重复购买"
        help "add a Token, such as a UUID, and keep it for retries" "请添加 Token（例如 UUID），并在重试时沿用"
        reason "With a Token the provider recognises a repetition of the same request."
               "有了 Token，服务商就能识别重复的请求。"
    PlaintextPassword "plaintext-password" Info
        title "A password in clear text" "明文密码"
        message "this order holds a password in clear text" "该订单含有明文密码"
        help "keep it out of the repository, or set it after the instance is there" "请勿提交到代码仓库，或在实例创建后再设置"
        reason "Whoever can read the order can read the password."
               "能读取订单的人都能读到密码。"
    OneWayChoice "one-way-choice" Info
        title "A choice that cannot be taken back" "不可更改的选择"
        message "`{parameter}` `{value}` is for good: {consequence}" "`{parameter}` 选择 `{value}` 后不可更改：{consequence}"
        message "`{parameter}` is for good: {consequence}" "`{parameter}` 选定后不可更改：{consequence}"
        help "make sure before you buy" "购买前请确认"
        reason "The purchase page says which settings of an instance can never be changed back."
               "购买页说明了实例的哪些设置一经选定便不能改回。"
    MetadataOverhead "metadata-overhead" Info
        title "Part of the memory is taken by a metadatabase" "元数据库占用部分内存"
        message "the metadatabase takes about {overhead} MB of {total} MB, which leaves {left} MB" "元数据库约占 {total} MB 中的 {overhead} MB，剩余 {left} MB"
        message "the metadatabase takes about {overhead} MB" "元数据库约占 {overhead} MB"
        help "plan for what is left" "请按剩余容量规划"
        reason "The purchase page says that a metadatabase takes about 32 MB of a standard instance, and 32 MB for each shard of a cluster."
               "购买页说明：标准版的元数据库约占 32 MB，集群版为每个分片 32 MB。"
}

impl Code {
    /// The row of the catalogue.
    #[must_use]
    pub const fn info(self) -> &'static CodeInfo {
        &CATALOGUE[self as usize]
    }

    /// The published name, in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// The code of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }

    /// The ordinary severity. `parameter-case` is a warning inside `Instances`, and
    /// `token-reused` where the two requests are identical.
    #[must_use]
    pub const fn severity(self) -> Severity {
        self.info().severity
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for Code {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, UnknownCode> {
        Self::from_name(name).ok_or(UnknownCode)
    }
}

/// The name is not the name of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such code")]
pub struct UnknownCode;
