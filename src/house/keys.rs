//! The keys of `kvspec.toml`: the one table that the reader, the suggestions for misspelt keys
//! and the JSON Schema all derive from.

use crate::words::Bilingual;

/// One key of a table of the file.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) required: bool,
    pub(super) about: Bilingual,
}

/// What a value of the file is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// One line of text.
    Line,
    /// A sentence for both languages, or a table with one for each.
    Message,
    /// Yes or no.
    Flag,
    /// A severity, or `off`.
    Level,
    /// A severity.
    Least,
    /// A regular expression.
    Pattern,
    /// A parameter: a name that some document has, or a notion of the table of notions.
    Parameter,
    /// A parameter whose value may be shown.
    OpenParameter,
    /// A glob over the paths of files.
    PathGlob,
    /// A value, or a glob over values.
    ValueGlob,
    /// A charge type, in the spelling of any document.
    ChargeType,
    /// An instance class.
    Class,
    /// A pack of rules.
    Pack,
    /// So many MB, at least one.
    Megabytes,
    /// A table from codes to severities.
    Severities,
    /// An array of at least one.
    List(&'static Shape),
    /// A table with these keys.
    Table(&'static [Key]),
    /// A short form, or a table that holds the same under a key and more.
    Short(&'static Shape, &'static [Key]),
}

const fn key(name: &'static str, shape: Shape, en: &'static str, zh: &'static str) -> Key {
    Key {
        name,
        shape,
        required: false,
        about: Bilingual::new(en, zh),
    }
}

impl Key {
    const fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

pub(super) const VALUES: &str = "values";
pub(super) const PATTERN: &str = "pattern";
pub(super) const PARAMETER: &str = "parameter";
pub(super) const NAME: &str = "name";
pub(super) const MESSAGE: &str = "message";
pub(super) const SEVERITY: &str = "severity";
pub(super) const FILES: &str = "files";
pub(super) const OVERRIDES: &str = "overrides";
pub(super) const ALLOWED: &str = "allowed";
pub(super) const NAMING: &str = "naming";
pub(super) const PATTERNS: &str = "patterns";
pub(super) const REQUIRED: &str = "required";
pub(super) const FORBIDDEN: &str = "forbidden";
pub(super) const KNOWN_CLASSES: &str = "known-classes";
pub(super) const UNKNOWN_CLASS: &str = "unknown-class";
pub(super) const LEVEL: &str = "level";
pub(super) const EXCLUDE: &str = "exclude";
pub(super) const MARKDOWN: &str = "markdown";
pub(super) const PACKS: &str = "packs";
pub(super) const COST: &str = "cost";
pub(super) const MIN_MB: &str = "min_mb";
pub(super) const MAX_MB: &str = "max_mb";
pub(super) const CHARGE_TYPES: &str = "charge-types";

const RULE_NAME: Key = key(
    NAME,
    Shape::Line,
    "Name of the rule in its findings. Default: the key that it stands under.",
    "规则在检查结果中的名称。默认为其所在的键。",
);
const RULE_MESSAGE: Key = key(
    MESSAGE,
    Shape::Message,
    "What the findings of the rule say: one text, or a table with `en` and `zh`.",
    "该规则的提示信息：一段文字，或含 `en` 与 `zh` 的表。",
);
const RULE_SEVERITY: Key = key(
    SEVERITY,
    Shape::Level,
    "How much a finding of the rule matters. Default: that of `house-rule`, which is `error`.",
    "该规则的严重程度。默认与 `house-rule` 相同，即 `error`。",
);
const RULE_FILES: Key = key(
    FILES,
    Shape::List(&Shape::PathGlob),
    "Files that the rule holds for, as globs relative to the folder of this file. Default: all.",
    "规则适用的文件，写成相对于本文件所在目录的通配模式。默认为全部文件。",
);
const RULE_PATTERN: Key = key(
    PATTERN,
    Shape::Pattern,
    "Regular expression that the value must match; it may match anywhere unless it begins with ^ and ends with $.",
    "值必须匹配的正则表达式；若不以 ^ 开头、以 $ 结尾，则匹配任意位置即可。",
);

/// The keys of the whole file.
pub(super) const ROOT: &[Key] = &[
    key(
        SEVERITY,
        Shape::Severities,
        "Severity of findings, by code: error, warning, info, or off.",
        "按代码设置检查结果的严重程度：error、warning、info 或 off。",
    ),
    key(
        LEVEL,
        Shape::Least,
        "Least severity that is shown, where the command line does not say: error, warning or info.",
        "命令行未指定时显示的最低级别：error、warning 或 info。",
    ),
    key(
        EXCLUDE,
        Shape::List(&Shape::PathGlob),
        "Files and folders that are passed over where a folder is read, as globs relative to the folder of this file. A file that is named is read all the same.",
        "读取目录时跳过的文件和目录，写成相对于本文件所在目录的通配模式。直接指定的文件仍会读取。",
    ),
    key(
        MARKDOWN,
        Shape::Flag,
        "Whether Markdown files are read where a folder is read. A file that is named is read all the same. Default: false.",
        "读取目录时是否读取 Markdown 文件。直接指定的文件始终读取。默认为 false。",
    ),
    key(
        PACKS,
        Shape::Short(&Shape::List(&Shape::Pack), PACK_KEYS),
        "Packs of rules that orders are held against too: an array of security, availability, naming and cost, or a table. They never make an order invalid. Default: none.",
        "额外检查的规则包：由 security、availability、naming、cost 组成的数组，或一个表。规则包不会使订单无效。默认不启用。",
    ),
    key(
        OVERRIDES,
        Shape::List(&Shape::Table(OVERRIDE)),
        "Severities for some files only. A later entry wins over an earlier one, and each over `severity`.",
        "仅对部分文件生效的严重程度。后面的条目优先于前面的，且均优先于 `severity`。",
    ),
    key(
        ALLOWED,
        Shape::Table(ALLOWED_KEYS),
        "The only values that orders may have.",
        "订单只能使用的取值。",
    ),
    key(
        NAMING,
        Shape::Short(&Shape::Pattern, PATTERN_OF_NAME),
        "Regular expression that names of instances must match.",
        "实例名称必须匹配的正则表达式。",
    ),
    key(
        PATTERNS,
        Shape::List(&Shape::Table(PATTERN_OF_PARAMETER)),
        "Regular expressions for other parameters, but not for secret ones.",
        "其他参数须匹配的正则表达式；不可用于机密参数。",
    ),
    key(
        REQUIRED,
        Shape::List(&Shape::Short(&Shape::Parameter, PRESENCE)),
        "Parameters that must be there, where the operation has them.",
        "必须提供的参数（仅限该操作拥有的参数）。",
    ),
    key(
        FORBIDDEN,
        Shape::List(&Shape::Short(&Shape::Parameter, PRESENCE)),
        "Parameters that must not be there.",
        "不得提供的参数。",
    ),
    key(
        KNOWN_CLASSES,
        Shape::List(&Shape::Class),
        "Instance classes that exist for this team; `class-type-mismatch` is not reported for them.",
        "团队已知存在的实例规格；不再对其报告 `class-type-mismatch`。",
    ),
    key(
        UNKNOWN_CLASS,
        Shape::Short(&Shape::Level, UNKNOWN),
        "Reports instance classes that are not in `known-classes`. Default: off.",
        "报告不在 `known-classes` 中的实例规格。默认为 off。",
    ),
];

const PACK_KEYS: &[Key] = &[
    key(
        "security",
        Shape::Flag,
        "TLS, passwords, addresses on the Internet, encryption.",
        "TLS、密码、公网地址、加密。",
    ),
    key(
        "availability",
        Shape::Flag,
        "Nodes, zones, release protection, backups, renewal. `not-clustered` only where `severity` names it.",
        "节点、可用区、释放保护、备份、续费。`not-clustered` 仅在 `severity` 中写明时才检查。",
    ),
    key("naming", Shape::Flag, "Names and tags.", "名称和标签。"),
    key(
        COST,
        Shape::Short(&Shape::Flag, COST_KEYS),
        "Memory, within the bounds of the table; without bounds there is nothing to say.",
        "内存是否在表中设定的范围内；未设定范围时不检查。",
    ),
];

const COST_KEYS: &[Key] = &[
    key(
        MIN_MB,
        Shape::Megabytes,
        "Least memory of an instance, in MB.",
        "实例内存的下限，单位为 MB。",
    ),
    key(
        MAX_MB,
        Shape::Megabytes,
        "Most memory of an instance, in MB.",
        "实例内存的上限，单位为 MB。",
    ),
];

const OVERRIDE: &[Key] = &[
    key(
        FILES,
        Shape::List(&Shape::PathGlob),
        "The files, as globs relative to the folder of this file.",
        "文件，写成相对于本文件所在目录的通配模式。",
    )
    .required(),
    key(
        SEVERITY,
        Shape::Severities,
        "Severity of findings in these files, by code: error, warning, info, or off.",
        "这些文件中检查结果的严重程度，按代码设置：error、warning、info 或 off。",
    )
    .required(),
];

const ALLOWED_KEYS: &[Key] = &[
    key(
        "regions",
        Shape::Short(&Shape::List(&Shape::ValueGlob), VALUES_KEYS),
        "Regions, such as cn-hangzhou or cn-*.",
        "地域，例如 cn-hangzhou 或 cn-*。",
    ),
    key(
        "zones",
        Shape::Short(&Shape::List(&Shape::ValueGlob), VALUES_KEYS),
        "Zones, such as cn-hangzhou-b or cn-hangzhou-*.",
        "可用区，例如 cn-hangzhou-b 或 cn-hangzhou-*。",
    ),
    key(
        "classes",
        Shape::Short(&Shape::List(&Shape::ValueGlob), VALUES_KEYS),
        "Instance classes, such as redis.master.small.default or redis.master.*.",
        "实例规格，例如 redis.master.small.default 或 redis.master.*。",
    ),
    key(
        "engine-versions",
        Shape::Short(&Shape::List(&Shape::ValueGlob), VALUES_KEYS),
        "Engine versions, as strings: \"5.0\".",
        "引擎版本，写成字符串：\"5.0\"。",
    ),
    key(
        CHARGE_TYPES,
        Shape::Short(&Shape::List(&Shape::ChargeType), CHARGE_KEYS),
        "Charge types, in the spelling of any document; the others are meant too.",
        "付费方式，可用任一文档的写法，其他文档的写法视为等同。",
    ),
];

/// What a key of `allowed` is about: notions, or parameters that share one with another.
/// JD Cloud's `slave` is a zone beside the `master`.
pub(super) const NOTIONS_OF: &[(&str, &[&str])] = &[
    ("regions", &["region"]),
    ("zones", &["zone", "slave"]),
    ("classes", &["instance-class"]),
    ("engine-versions", &["engine-version"]),
    (CHARGE_TYPES, &["billing-method"]),
];

const VALUES_KEYS: &[Key] = &[
    key(
        VALUES,
        Shape::List(&Shape::ValueGlob),
        "The values, or globs over them.",
        "取值，或匹配取值的通配模式。",
    )
    .required(),
    RULE_NAME,
    RULE_MESSAGE,
    RULE_SEVERITY,
    RULE_FILES,
];

const CHARGE_KEYS: &[Key] = &[
    key(
        VALUES,
        Shape::List(&Shape::ChargeType),
        "The charge types.",
        "付费方式。",
    )
    .required(),
    RULE_NAME,
    RULE_MESSAGE,
    RULE_SEVERITY,
    RULE_FILES,
];

const PATTERN_OF_NAME: &[Key] = &[
    RULE_PATTERN.required(),
    RULE_NAME,
    RULE_MESSAGE,
    RULE_SEVERITY,
    RULE_FILES,
];

const PATTERN_OF_PARAMETER: &[Key] = &[
    key(
        PARAMETER,
        Shape::OpenParameter,
        "The parameter: its name in any document, or its notion, such as `zone`.",
        "参数：任一文档中的名称，或其概念，例如 `zone`。",
    )
    .required(),
    RULE_PATTERN.required(),
    RULE_NAME,
    RULE_MESSAGE,
    RULE_SEVERITY,
    RULE_FILES,
];

const PRESENCE: &[Key] = &[
    key(
        PARAMETER,
        Shape::Parameter,
        "The parameter: its name in any document, or its notion, such as `zone`.",
        "参数：任一文档中的名称，或其概念，例如 `zone`。",
    )
    .required(),
    RULE_NAME,
    RULE_MESSAGE,
    RULE_SEVERITY,
    RULE_FILES,
];

const UNKNOWN: &[Key] = &[
    key(
        SEVERITY,
        Shape::Level,
        "How much an unknown class matters.",
        "未知规格的严重程度。",
    )
    .required(),
    RULE_NAME,
    RULE_MESSAGE,
    RULE_FILES,
];

/// The keys of a message in two languages.
pub(super) const MESSAGE_KEYS: &[Key] = &[
    key("en", Shape::Line, "In English.", "英文。").required(),
    key("zh", Shape::Line, "In Chinese.", "中文。").required(),
];

/// The words for levels.
pub(super) const LEVELS: [&str; 4] = ["error", "warning", "info", "off"];

/// The words for what is shown at least.
pub(super) const LEAST: [&str; 3] = ["error", "warning", "info"];

/// The names of all keys, and of the codes that stand as keys.
#[cfg(feature = "cli")]
pub(crate) fn all_names() -> Vec<&'static str> {
    fn add(keys: &'static [Key], names: &mut Vec<&'static str>) {
        for key in keys {
            names.push(key.name);
            add_shape(key.shape, names);
        }
    }
    fn add_shape(shape: Shape, names: &mut Vec<&'static str>) {
        match shape {
            Shape::Table(keys) => add(keys, names),
            Shape::Short(inner, keys) => {
                add_shape(*inner, names);
                add(keys, names);
            }
            Shape::List(inner) => add_shape(*inner, names),
            Shape::Message => add(MESSAGE_KEYS, names),
            _ => {}
        }
    }
    let mut names: Vec<&str> = crate::Code::ALL.iter().map(|code| code.name()).collect();
    add(ROOT, &mut names);
    names
}
