//! The catalogue of findings: one row for each code, both languages side by side.

use super::Pack;
use super::Severity::{self, Error, Info, Warning};
use crate::words::Bilingual;

/// What the library knows of one code.
#[derive(Debug)]
#[non_exhaustive]
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

        /// The ordinary severities, apart from names and texts: findings are made without these.
        static SEVERITIES: &[Severity] = &[$($severity,)+];

        static CATALOGUE: &[CodeInfo] = &[$(CodeInfo {
            code: Code::$code,
            name: $name,
            severity: $severity,
            title: Bilingual::prose($title_en, $title_zh),
            messages: if cfg!(feature = "messages") {
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
        help "correct the text at this position; what stands around it may not have been checked"
             "请修正此处的文本；其前后的内容可能尚未检查"
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
        message "`{parameter}` is required because `{when}` is absent and its default is `{by_default}`" "未提供 `{when}` 时其默认值为 `{by_default}`，此时必须提供 `{parameter}`"
        message "`{parameter}` is required because `{when}` is `{equals}`" "`{when}` 为 `{equals}` 时必须提供 `{parameter}`"
        message "`{parameter}` is required here" "此处必须提供 `{parameter}`"
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
        message "`{written}` without quotes is a number, which loses its form and arrives as `{value}`; `{parameter}` takes {allowed}" "未加引号的 `{written}` 是数字，会失去原有写法而变成 `{value}`；`{parameter}` 可取 {allowed}"
        message "`{value}` belongs in `{neighbour}`, not in `{parameter}`; `{parameter}` takes {allowed}" "`{value}` 应填在 `{neighbour}` 而不是 `{parameter}` 中；`{parameter}` 可取 {allowed}"
        message "`{value}` is not a value of `{parameter}`: with `{when}` `{equals}` it takes {allowed}" "`{value}` 不是 `{parameter}` 的有效值：`{when}` 为 `{equals}` 时可取 {allowed}"
        message "`{value}` is not a value of `{parameter}`, which takes {allowed}" "`{value}` 不是 `{parameter}` 的有效值，可取 {allowed}"
        message "`{parameter}` does not have one of its values, which are {allowed}" "`{parameter}` 的值无效，可取 {allowed}"
        message "`{value}` is not a value of `{parameter}`, which cannot hold `{forbidden}`" "`{value}` 不是 `{parameter}` 的有效值，其中不能含有 `{forbidden}`"
        message "`{parameter}` cannot hold `{forbidden}`" "`{parameter}` 的值不能含有 `{forbidden}`"
        message "`{negative}` is negative: `{parameter}` takes whole numbers from 0" "`{negative}` 是负数：`{parameter}` 只接受非负整数"
        message "`{value}` is not a whole number" "`{value}` 不是整数"
        message "`{parameter}` is not a whole number" "`{parameter}` 的值不是整数"
        help "use a value that the document lists, spelled exactly as there; write a whole number in digits alone, without a leading zero"
             "请使用文档列出的值，写法须完全一致；整数只写数字，不带前导零"
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
        help "use {min} to {max} characters; Chinese characters and emoji count as one each" "请使用 {min} 到 {max} 个字符；一个汉字或一个表情符号算一个字符"
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
        message "the password needs at least {need} kinds of characters, but has {have}; add {missing}" "密码至少需要 {need} 种字符，目前只有 {have} 种；请增加{missing}"
        help "use at least {need} of these: {classes}" "请至少使用以下字符中的 {need} 种：{classes}"
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
        message "`{parameter}` has no element" "`{parameter}` 中没有任何元素"
        help "add at least one, or leave it out where it is optional" "请至少添加一个元素；若为可选参数，也可不写"
        reason "A batch that creates nothing is not a request, and the provider calls it malformed; Terraform's provider refuses lists of which it wants at least one element."
               "不创建任何实例的批量请求没有意义，服务商视其为格式错误；Terraform 的提供程序也会拒绝要求至少一个元素的空列表。"
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
        message "`{written}` is not a parameter here: it belongs in `{inside}`" "此处没有参数 `{written}`：它应放在 `{inside}` 中"
        message "`{written}` is not a parameter here: {why}" "此处没有参数 `{written}`：{why}"
        message "`{written}` is not a parameter here" "此处没有参数 `{written}`"
        help "check the spelling, or remove it: this document does not list the name" "请检查拼写或删除：本文档没有列出该名称"
        reason "The document does not list the name. A misspelt parameter does not arrive, and tools that check names refuse it."
               "文档没有列出该名称。拼写错误的参数不会生效，会核对名称的工具则会拒绝它。"
    LengthAmbiguous "length-ambiguous" Warning
        title "Whether the length is allowed depends on what a character is" "长度是否合规取决于字符的计数方式"
        message "the length is {clusters} user-perceived characters, {scalars} code points, {utf16} UTF-16 units; not all of these are within {min} to {max}" "长度为 {clusters} 个用户感知字符、{scalars} 个码点、{utf16} 个 UTF-16 单元；并非都在 {min} 到 {max} 之内"
        help "stay within the bounds by every count" "请使每种计数都在范围内"
        reason "No document says what a character is. Where the three usual counts disagree about the verdict, the provider may count otherwise than this library."
               "没有文档说明何为一个字符。三种常见计数对是否合规意见不一时，服务商的计数可能与本库不同。"
    InvisibleCharacter "invisible-character" Warning
        title "A character that cannot be seen, or looks like another" "不可见字符或形近字符"
        message "`{parameter}` holds what cannot be seen, or looks like another character: {characters}" "`{parameter}` 含有不可见字符或形近字符：{characters}"
        help "remove them, or type the character that was meant" "请删除，或改为原本想输入的字符"
        reason "Control and format characters, and signs that look like those of ASCII, come in by copying. The value then looks like another one, and is not found."
               "控制字符、格式字符以及与 ASCII 形近的符号多由复制带入。取值看似相同，实际却不匹配。"
    PasswordUndocumentedCharacter "password-undocumented-character" Warning
        title "A password character that the document does not mention" "密码含有文档未提及的字符"
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
        message "`{parameter}` has no effect: {why}" "`{parameter}` 不生效：{why}"
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
        message "there is no `{parameter}`: {why}" "缺少 `{parameter}`：{why}"
        help "add the VPC and the vSwitch" "请添加 VPC 和交换机"
        reason "The console makes the vSwitch part of the purchase; without it the provider has to guess, or refuses."
               "控制台把交换机作为购买项之一；缺少它，服务商只能猜测或拒绝。"
    ZoneOutsideRegion "zone-outside-region" Warning
        title "A zone that does not look like one of the region" "可用区与地域不符"
        message "the zone `{zone}`, with {alike} in it, does not begin with its region `{region}`" "可用区 `{zone}`（含 {alike}）不以地域 `{region}` 开头"
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
        message "`{key}` takes {takes}" "`{key}` 可取 {takes}"
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
        message "`{parameter}` is absent: the document's default is `{default}`, which does not fit `{class}`: the service chooses one that fits" "未提供 `{parameter}`：文档的默认值为 `{default}`，与 `{class}` 不匹配，服务会选用合适的版本"
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
        message "`{parameter}` `{value}` cannot be changed later: {consequence}" "`{parameter}` 选择 `{value}` 后不可更改：{consequence}"
        message "`{parameter}` cannot be changed later: {consequence}" "`{parameter}` 选定后不可更改：{consequence}"
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
    UnknownOperation "unknown-operation" Error
        title "An operation or resource type that does not exist" "不存在的操作或资源类型"
        message "there is no `{written}`; did you mean `{suggestion}`?" "没有 `{written}`；是否想写 `{suggestion}`？"
        message "no document here knows the operation `{written}`, so nothing else was checked" "这里的文档都没有 `{written}` 操作，因此未检查其他内容"
        help "use the name of an operation or resource type that creates an instance" "请使用能创建实例的操作名或资源类型"
        reason "The request would order an instance, but no provider has an operation, a product or a resource type of that name."
               "该请求意在创建实例，但服务商没有这个名称的操作、产品或资源类型。"
    NotDistinct "not-distinct" Error
        title "Two values that have to differ are the same" "两个必须不同的取值相同"
        message "`{parameter}` is the same as `{other}`: {why}" "`{parameter}` 与 `{other}` 相同：{why}"
        message "`{parameter}` must differ from `{other}`" "`{parameter}` 必须与 `{other}` 不同"
        help "choose another one, or leave it out" "请另选一个，或不填"
        reason "The document says that the two differ." "文档要求二者不同。"
    SumOutOfRange "sum-out-of-range" Error
        title "Two counts that together are too large" "两个数量之和过大"
        message "`{parameter}` and `{other}` together exceed {max}: {why}" "`{parameter}` 与 `{other}` 之和超过 {max}：{why}"
        message "`{parameter}` exceeds {max}: {why}" "`{parameter}` 超过 {max}：{why}"
        help "lower one of them" "请减少其中一个"
        reason "The document bounds the sum of the two." "文档限定了二者之和。"
    MalformedTime "malformed-time" Error
        title "Not a time as the document writes one" "时间格式不正确"
        message "`{parameter}` must be a real time of the form {expected}" "`{parameter}` 应为 {expected} 格式的真实时间"
        help "write it as {expected}; the Z stands for UTC" "请写成 {expected}；Z 表示 UTC"
        reason "The document gives the form, and a time that does not exist is refused." "文档给出了格式；不存在的时间会被拒绝。"
    ShortWindow "short-window" Error
        title "A maintenance window that is too short" "可维护时间段过短"
        message "the window that ends at `{parameter}` is shorter than {min} minutes" "以 `{parameter}` 结束的时间段不足 {min} 分钟"
        help "let it end at least {min} minutes after it begins; it may end on the next day" "请使结束时间至少晚于开始时间 {min} 分钟；可以跨到次日"
        reason "The document wants at least one hour between the two." "文档要求两者至少相隔一小时。"
    MalformedPrefix "malformed-prefix" Error
        title "Not a prefix of a connection address" "连接地址前缀格式不正确"
        message "`{parameter}` must be {min} to {max} lowercase letters, digits and hyphens, and begin with a letter" "`{parameter}` 应为 {min} 到 {max} 个小写字母、数字或连字符，并以字母开头"
        help "choose such a prefix" "请改用符合要求的前缀"
        reason "The prefix becomes part of a host name." "该前缀会成为主机名的一部分。"
    TooManyItems "too-many-items" Error
        title "More elements than documented" "元素数量超过规定"
        message "`{parameter}` has {count} elements, but may have at most {max}" "`{parameter}` 有 {count} 个元素，最多为 {max} 个"
        help "leave out the least needed ones" "请去掉不必要的元素"
        reason "The document bounds the number of elements." "文档限定了元素数量。"
    ClassEngineMismatch "class-engine-mismatch" Error
        title "An engine version that the class does not run" "规格不支持该引擎版本"
        message "`{class}` runs {allowed}, not `{value}`; {why}" "`{class}` 支持 {allowed}，不支持 `{value}`；{why}"
        message "`{class}` runs {allowed}, not `{value}`" "`{class}` 支持 {allowed}，不支持 `{value}`"
        message "the class does not run this engine version" "该规格不支持此引擎版本"
        help "choose a version that the class runs, or a class of another family" "请选择该规格支持的版本，或改用其他系列的规格"
        reason "The family of a class, which its name tells, decides which engine versions there are."
               "规格名称表明其系列，系列决定了可用的引擎版本。"
    UnknownClass "unknown-class" Warning
        title "A class that is in no list" "规格不在任何列表中"
        message "`{class}` is in no list of classes (as of {date}); did you mean `{suggestion}`?" "规格列表（截至 {date}）中没有 `{class}`；是否想写 `{suggestion}`？"
        message "`{class}` is in no list of classes (as of {date})" "规格列表（截至 {date}）中没有 `{class}`"
        message "the class is in no list of classes (as of {date})" "规格列表（截至 {date}）中没有该规格"
        help "compare it with `kvspec classes`; a class that is newer than the list may exist" "请用 `kvspec classes` 核对；晚于列表发布的规格可能存在"
        reason "Most classes that no list has are misspelt. The list has a date, so this is no error."
               "列表中没有的规格多半是拼写错误。列表有截止日期，因此只作警告。"
    RetiredClass "retired-class" Warning
        title "A class that is no longer sold" "规格已停售"
        message "`{class}` is no longer sold (as of {date})" "`{class}` 已停售（截至 {date}）"
        message "the class is no longer sold (as of {date})" "该规格已停售（截至 {date}）"
        help "choose a class that is sold; existing instances keep theirs" "请选择在售规格；已有实例不受影响"
        reason "The provider lists the class as retired." "服务商将该规格列为停售。"
    CollectiveClass "collective-class" Warning
        title "A name that answers use for many classes" "查询结果中使用的统称规格"
        message "`{class}` is what queries answer for a whole kind of classes, and cannot be ordered" "`{class}` 是查询结果中对一类规格的统称，不能用于下单"
        message "the name stands for a whole kind of classes, and cannot be ordered" "该名称是一类规格的统称，不能用于下单"
        help "order the class of one shard, such as redis.shard.small.ce, with a number of shards" "请填写单分片规格（例如 redis.shard.small.ce）和分片数"
        reason "Describe operations and prices speak of clusters by this name; an order needs the class of a shard."
               "查询和价格接口用它称呼集群实例；下单须使用分片规格。"
    ClassOperationMismatch "class-operation-mismatch" Warning
        title "A class of another operation" "规格属于其他操作"
        message "`{class}` is ordered with another operation: {why}" "`{class}` 应通过其他操作创建：{why}"
        message "the class is ordered with another operation: {why}" "该规格应通过其他操作创建：{why}"
        help "use the operation that sells this class, or choose another class" "请使用出售该规格的操作，或改用其他规格"
        reason "Each operation sells certain families of classes." "每个操作只出售某些系列的规格。"
    ClassNodeMismatch "class-node-mismatch" Warning
        title "A node type of the other edition" "节点类型属于另一种形态"
        message "`{parameter}` `{value}` is not for this class: {why}" "`{parameter}` `{value}` 不适用于该规格：{why}"
        message "the node type is not for this class: {why}" "该节点类型不适用于此规格：{why}"
        help "use the words of the class's edition" "请使用与规格形态相符的取值"
        reason "Classic classes are ordered as double or single, cloud-native ones as MASTER_SLAVE or STAND_ALONE."
               "经典版规格用 double 或 single，云原生版规格用 MASTER_SLAVE 或 STAND_ALONE。"
    ShardCountMismatch "shard-count-mismatch" Warning
        title "A number of shards that the class is not for" "分片数与规格不符"
        message "`{class}` and the number of shards do not fit: {why}" "`{class}` 与分片数不符：{why}"
        message "the class and the number of shards do not fit: {why}" "规格与分片数不符：{why}"
        help "correct the number of shards, or choose a class for it" "请修正分片数，或改用合适的规格"
        reason "The list of classes says for each how many shards it is for." "规格列表说明了每种规格适用的分片数。"
    CapacityClassMismatch "capacity-class-mismatch" Warning
        title "A capacity that is not the class's" "容量与规格不符"
        message "`{parameter}` is {value} MB, but `{class}` has {expected} MB" "`{parameter}` 为 {value} MB，而 `{class}` 为 {expected} MB"
        message "`{parameter}` is not the capacity of the class" "`{parameter}` 与规格的容量不符"
        help "leave one of the two out" "请只保留其中一个"
        reason "The document does not say which of the two wins." "文档没有说明以哪一个为准。"
    UnlikelyValue "unlikely-value" Warning
        title "A value that is probably a mistake" "取值可能有误"
        message "`{parameter}` `{value}` is probably a mistake: {why}" "`{parameter}` 取 `{value}` 可能有误：{why}"
        message "the value of `{parameter}` is probably a mistake: {why}" "`{parameter}` 的取值可能有误：{why}"
        help "check it; the provider may take it all the same" "请核对；服务商仍可能接受"
        reason "The document allows the value, or another one does, but orders with it are nearly always mistaken."
               "该取值虽有文档允许，但带有它的订单几乎总是填错了。"
    SwappedIdentifiers "swapped-identifiers" Warning
        title "An identifier of something else" "标识符填错了位置"
        message "`{parameter}` begins with `{prefix}`: {why}" "`{parameter}` 以 `{prefix}` 开头：{why}"
        message "`{parameter}` holds the identifier of something else: {why}" "`{parameter}` 填的是其他对象的标识符：{why}"
        help "put each identifier into its own parameter" "请把标识符填到各自的参数中"
        reason "The provider's identifiers begin with what they are of: vpc- and vsw-." "服务商的标识符以类型开头：vpc- 和 vsw-。"
    ConflictingParameters "conflicting-parameters" Warning
        title "Two parameters that exclude each other" "互斥的两个参数"
        message "`{parameter}` and `{other}` exclude each other: {why}" "`{parameter}` 与 `{other}` 互斥：{why}"
        message "`{written}` and `{other}` are two names of one argument" "`{written}` 与 `{other}` 是同一参数的两个名称"
        message "`{parameter}` is given in two ways" "`{parameter}` 以两种写法重复给出"
        help "keep one of them" "请只保留一个"
        reason "The document or the tool takes only one of the two." "文档或工具只接受其中之一。"
    DeprecatedParameter "deprecated-parameter" Warning
        title "A name that has been replaced" "已被取代的名称"
        message "`{written}` has been replaced by `{documented}`" "`{written}` 已被 `{documented}` 取代"
        message "`{parameter}` is deprecated: {why}" "`{parameter}` 已弃用：{why}"
        help "use the name of today; the old one may go away" "请使用现行名称；旧名称可能被移除"
        reason "The tool still takes the name, and says that it will not for ever." "工具仍接受该名称，但已声明将来会移除。"
    DuplicateItem "duplicate-item" Warning
        title "The same element twice" "元素重复"
        message "`{value}` stands in `{parameter}` twice" "`{value}` 在 `{parameter}` 中出现了两次"
        message "an element of `{parameter}` stands there twice" "`{parameter}` 中有重复的元素"
        help "keep one of them" "请只保留一个"
        reason "The document wants no element twice, or one of the two would be lost." "文档要求元素不重复，否则其中一个会丢失。"
    OpenWhitelist "open-whitelist" Warning
        title "A whitelist that lets everybody in" "白名单对所有地址开放"
        message "`{value}` lets everybody in" "`{value}` 允许任何地址访问"
        help "list the addresses or blocks that have to connect" "请只列出需要连接的地址或网段"
        reason "An instance that everybody can reach is found within hours, and its password guessed at." "任何人都能访问的实例几小时内就会被扫描并尝试破解密码。"
    MalformedCidr "malformed-cidr" Warning
        title "No address and no block of addresses" "不是地址或网段"
        message "`{value}` is neither an IPv4 address nor a CIDR block" "`{value}` 既不是 IPv4 地址也不是 CIDR 网段"
        message "an entry of `{parameter}` is neither an IPv4 address nor a CIDR block" "`{parameter}` 中有一项既不是 IPv4 地址也不是 CIDR 网段"
        help "write it as 10.0.0.1 or 10.0.0.0/8" "请写成 10.0.0.1 或 10.0.0.0/8"
        reason "A whitelist holds addresses and blocks." "白名单由地址和网段组成。"
    NewerVersion "newer-version" Warning
        title "A version that is newer than the document" "版本比文档更新"
        message "`{value}` is newer than what this document lists ({allowed}), and {why}" "`{value}` 比本文档列出的版本（{allowed}）更新，且{why}"
        message "`{value}` is newer than what this document lists: {allowed}" "`{value}` 比本文档列出的版本更新：{allowed}"
        help "check that the provider sells it by now" "请确认服务商已提供该版本"
        reason "The document has a date, and new versions come; so this is no error." "文档有发布日期，新版本会陆续推出，因此只作警告。"
    PlaceholderValue "placeholder-value" Warning
        title "A placeholder instead of a value" "占位符代替了取值"
        message "{count} values of this request are placeholders, and were not checked" "该请求中有 {count} 个取值是占位符，未作检查"
        message "`{parameter}` holds a placeholder, and was not checked" "`{parameter}` 是占位符，未作检查"
        help "check the request again once the values are filled in" "请在填入实际取值后再次检查"
        reason "A template's value is known only when it is filled in. If it is sent as it stands, the provider refuses it."
               "模板的取值要到填入时才知道；若原样发送，服务商会拒绝。"
    FragmentIgnored "fragment-ignored" Warning
        title "A part of a URL that is not sent" "URL 中不会发送的部分"
        message "what follows the `#` is not sent, and was not checked" "`#` 之后的内容不会发送，也未作检查"
        help "write a `#` that belongs to a value as %23" "若 `#` 属于取值，请写成 %23"
        reason "In a URL a `#` begins the fragment, which stays with whoever follows the link." "URL 中 `#` 之后是片段，只留在本地，不会发送。"
    UnusedIgnore "unused-ignore" Warning
        title "An ignore comment that ignores nothing" "忽略注释没有作用"
        message "there is no code `{value}`; did you mean `{suggestion}`?" "没有代码 `{value}`；是否想写 `{suggestion}`？"
        message "`{value}` ignores nothing here" "`{value}` 在此没有忽略任何结果"
        message "{problem}, so it ignores nothing" "{problem}，因此没有忽略任何结果"
        message "this comment ignores nothing" "该注释没有忽略任何结果"
        help "remove it, or write the code of a finding; `kvspec explain` lists all codes" "请删除，或改为某条结果的代码；`kvspec explain` 列出全部代码"
        reason "A comment that outlives its finding would hide the next one, and a misspelt code hides none." "过期的忽略注释会掩盖以后的问题；写错的代码则不起作用。"
    ZoneUnspecified "zone-unspecified" Info
        title "No zone" "未指定可用区"
        message "no `{parameter}`: the provider chooses one" "没有 `{parameter}`：由服务商选择可用区"
        help "name the zone of what will connect" "请填写与连接方相同的可用区"
        reason "Documents mark it as required, gateways do not refuse an order without it." "文档将其标为必选，但网关不会拒绝缺少它的订单。"
    DryRun "dry-run" Info
        title "Nothing will be created" "不会创建实例"
        message "`{parameter}` is true: nothing will be created" "`{parameter}` 为 true：不会创建实例"
        help "remove it for the real order" "正式下单时请删除"
        reason "A dry run answers with an error code even when all is well." "预检请求即使通过也会返回错误码。"
    PlusIsSpace "plus-is-space" Info
        title "A plus sign that was read as a space" "加号被读作空格"
        message "a `+` in `{parameter}` was read as a space" "`{parameter}` 中的 `+` 被读作空格"
        help "write a plus sign as %2B" "加号请写成 %2B"
        reason "In a query string a `+` stands for a space." "查询串中的 `+` 表示空格。"
    TlsOff "tls-off" Warning
        title "Connections are not encrypted" "连接未加密"
        message "TLS is not switched on: {why}" "未开启 TLS：{why}"
        help "switch it on" "请开启"
        reason "Without TLS whoever can read the network can read passwords and data." "未开启 TLS 时，能监听网络的人可以读到密码和数据。"
    TlsVersionOld "tls-version-old" Warning
        title "An old version of TLS is let in" "允许旧版 TLS"
        message "`{parameter}` lets in TLS below 1.2" "`{parameter}` 允许低于 1.2 的 TLS"
        help "choose TLSv1.2 or TLSv1.3" "请选择 TLSv1.2 或 TLSv1.3"
        reason "TLS 1.0 and 1.1 are broken." "TLS 1.0 和 1.1 已不安全。"
    PasswordFree "password-free" Warning
        title "Nobody is asked for a password" "无需密码即可访问"
        message "inside the VPC nobody needs a password" "专有网络内无需密码即可访问"
        help "keep the password on" "请保留密码验证"
        reason "Whoever reaches the VPC reads and writes all data." "任何能进入专有网络的人都能读写全部数据。"
    PublicEndpoint "public-endpoint" Warning
        title "Reachable from the Internet" "可从公网访问"
        message "`{parameter}` makes the instance reachable from the Internet" "`{parameter}` 使实例可从公网访问"
        help "connect through the VPC" "请通过专有网络连接"
        reason "A cache on the Internet is found within hours." "暴露在公网的缓存几小时内就会被扫描到。"
    EncryptionOff "encryption-off" Warning
        title "Data at rest is not encrypted" "静态数据未加密"
        message "data at rest is not encrypted, though `{class}` can" "静态数据未加密，而 `{class}` 支持加密"
        message "data at rest is not encrypted, though the class can" "静态数据未加密，而该规格支持加密"
        help "switch transparent data encryption on" "请开启透明数据加密"
        reason "Backups and disks can then be read by whoever gets hold of them." "拿到备份或磁盘的人可以直接读取数据。"
    LiteralPassword "literal-password" Warning
        title "A password stands in the file" "文件中写有密码"
        message "a password stands in the file" "文件中写有密码"
        help "take it from a variable that is kept elsewhere" "请改用存放在别处的变量"
        reason "Whoever can read the repository, and its history, can read the password." "能读取代码仓库及其历史的人都能读到密码。"
    SingleNode "single-node" Warning
        title "One replica only" "单副本"
        message "the instance has one node only: {why}" "实例只有一个节点：{why}"
        help "order two nodes" "请选择双副本"
        reason "When the node fails the data is gone, and there is nothing to fail over to." "节点故障时数据会丢失，也无法切换。"
    SingleZone "single-zone" Warning
        title "No secondary zone" "没有备可用区"
        message "both zones are `{value}`: when it fails, so does the instance" "两个可用区都是 `{value}`：该可用区故障时实例随之不可用"
        message "no `{parameter}`: when the zone fails, so does the instance" "没有 `{parameter}`：可用区故障时实例随之不可用"
        help "name a secondary zone" "请填写备可用区"
        reason "Zones fail as a whole." "可用区会整体故障。"
    ReleaseUnprotected "release-unprotected" Warning
        title "Can be deleted by accident" "可能被误删"
        message "the instance can be deleted by accident" "实例可能被误删"
        help "switch release protection on" "请开启释放保护"
        reason "A wrong plan or a wrong click deletes it." "一次错误的变更或点击就会删除实例。"
    NoBackupWindow "no-backup-window" Warning
        title "No time for backups" "未指定备份时间"
        message "no time is set for backups" "未指定备份时间"
        help "choose hours with little load" "请选择负载较低的时段"
        reason "The provider then chooses the hours, which may be the busiest." "服务商自行选择的时段可能正是高峰。"
    NoBackupPolicy "no-backup-policy" Warning
        title "No days for backups" "未指定备份周期"
        message "no days are set for backups" "未指定备份周期"
        help "choose the days" "请选择备份日"
        reason "Backups are then left to the provider's default." "备份将只按服务商的默认设置进行。"
    BackupLogOff "backup-log-off" Warning
        title "No log between backups" "未开启备份日志"
        message "what happens between two backups is not kept" "两次备份之间的变更不会保留"
        help "switch the backup log on" "请开启备份日志"
        reason "Without it data can only be restored as of a whole backup." "未开启时只能恢复到某次完整备份的时刻。"
    NoAutoRenew "no-auto-renew" Warning
        title "A subscription that ends without a word" "包年包月到期不续费"
        message "the subscription is not renewed by itself" "包年包月不会自动续费"
        help "switch auto-renewal on" "请开启自动续费"
        reason "An instance whose subscription ends is switched off, and later released." "到期的实例会被停用，随后释放。"
    NotClustered "not-clustered" Warning
        title "One shard carries all" "单分片承载全部数据"
        message "the instance has a single shard" "实例只有一个分片"
        help "order a cluster if one shard can become too small" "若单分片可能不够用，请购买集群"
        reason "A single shard bounds memory and speed." "单分片限制了内存和性能。"
    NameMissing "name-missing" Info
        title "No name" "没有名称"
        message "no `{parameter}`: nobody will know what the instance is for" "没有 `{parameter}`：无从得知实例的用途"
        help "give it a name" "请填写名称"
        reason "An instance without a name is kept for ever, because nobody dares to delete it." "没有名称的实例往往无人敢删，长期占用费用。"
    TagsMissing "tags-missing" Info
        title "No tags" "没有标签"
        message "no `{parameter}`: costs cannot be told apart" "没有 `{parameter}`：无法区分费用归属"
        help "give it tags, such as a team and an environment" "请添加标签，例如团队和环境"
        reason "Bills are divided by tags." "账单按标签分摊。"
    MemoryBelow "memory-below" Info
        title "Less memory than the team wants" "内存低于团队要求"
        message "the instance has {value} MB, and the team wants at least {min} MB" "实例有 {value} MB，团队要求至少 {min} MB"
        help "choose a larger class" "请选择更大的规格"
        reason "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的下限。"
    MemoryAbove "memory-above" Info
        title "More memory than the team wants" "内存高于团队要求"
        message "the instance has {value} MB, and the team wants at most {max} MB" "实例有 {value} MB，团队要求至多 {max} MB"
        help "choose a smaller class" "请选择更小的规格"
        reason "The team's own bound in kvspec.toml." "团队在 kvspec.toml 中设定的上限。"
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

    /// Whether only today's editions have rows that give it.
    #[cfg(test)]
    pub(crate) const fn is_of_today(self) -> bool {
        matches!(
            self,
            Self::CapacityClassMismatch
                | Self::ClassEngineMismatch
                | Self::ClassNodeMismatch
                | Self::CollectiveClass
                | Self::ConflictingParameters
                | Self::DeprecatedParameter
                | Self::DryRun
                | Self::DuplicateItem
                | Self::MalformedCidr
                | Self::MalformedPrefix
                | Self::MalformedTime
                | Self::NewerVersion
                | Self::NotDistinct
                | Self::OpenWhitelist
                | Self::RetiredClass
                | Self::ShardCountMismatch
                | Self::ShortWindow
                | Self::SumOutOfRange
                | Self::TooManyItems
                | Self::UnknownClass
                | Self::ZoneUnspecified
        )
    }

    /// Whether findings about a request can have it without house rules, packs and comments in
    /// files, so that whoever shows them needs the words.
    #[doc(hidden)]
    #[must_use]
    pub fn is_of_requests(self) -> bool {
        !matches!(self, Self::HouseRule | Self::UnusedIgnore) && Pack::of(self).is_none()
    }

    /// The ordinary severity. `parameter-case` is a warning inside `Instances`, and
    /// `token-reused` where the two requests are identical.
    #[must_use]
    pub const fn severity(self) -> Severity {
        SEVERITIES[self as usize]
    }
}

/// The name is not the name of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such code")]
pub struct UnknownCode;
