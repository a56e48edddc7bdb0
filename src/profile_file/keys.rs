//! What stands in a file with a profile: the one table that the reader, the suggestions for
//! misspelt keys and the JSON Schema all derive from.

use crate::diagnostic::Code;
use crate::documents::notions::NOTIONS;
use crate::documents::{catalogues, named_tests, rule_codes};

/// One key of an object of the file.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) required: bool,
    pub(super) about: &'static str,
}

/// The keys of an object that has a name in the schema.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) keys: &'static [Key],
}

/// Forms of which a value has one: an object that says under `kind` which, or the word alone
/// where nothing else has to be said.
#[derive(Debug)]
pub(super) struct Kinds {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) forms: &'static [KindOf],
}

/// One form.
#[derive(Debug)]
pub(super) struct KindOf {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) keys: &'static [Key],
}

/// What a value of the file is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// Any text.
    Text,
    /// One line of visible text.
    Line,
    /// A name of a parameter: one line without a slash.
    Name,
    /// A parameter: its name, behind `../` for each object further out.
    Reference,
    /// A day, as `yyyy-mm-dd`.
    Day,
    /// Yes or no.
    Flag,
    /// A whole number up to this one.
    Whole(u64),
    /// Any JSON.
    Json,
    /// A JSON object.
    Object,
    /// One of a closed list of words.
    Word(Words),
    /// One text for both languages, or an object with one for each.
    Bilingual,
    /// An array of at least so many.
    List(&'static Shape, usize),
    /// An object with names of its own.
    Map(&'static Shape),
    /// An object with these keys.
    Record(&'static Record),
    /// One of several forms.
    Kinds(&'static Kinds),
}

/// A closed list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// These.
    Of(&'static [&'static str]),
    /// Codes of findings.
    Codes,
    /// Codes that rules give.
    RuleCodes,
    /// Codes that rows of packs give.
    PackCodes,
    /// Tests of this library.
    Tests,
    /// Catalogues of settings of this library.
    Catalogues,
    /// Notions that parameters of different documents share.
    Notions,
}

impl Words {
    /// The words, in the order in which they are told.
    pub(super) fn all(self) -> Vec<String> {
        let owned = |words: Vec<&str>| words.into_iter().map(ToOwned::to_owned).collect();
        match self {
            Self::Of(words) => owned(words.to_vec()),
            Self::Codes => owned(Code::ALL.iter().map(|code| code.name()).collect()),
            Self::RuleCodes => owned(rule_codes(false)),
            Self::PackCodes => owned(rule_codes(true)),
            Self::Tests => named_tests().into_iter().map(|test| test.name).collect(),
            Self::Catalogues => owned(catalogues().iter().map(|known| known.name).collect()),
            Self::Notions => owned(NOTIONS.iter().map(|notion| notion.id).collect()),
        }
    }
}

const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key {
        name,
        shape,
        required: false,
        about,
    }
}

const fn needed(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key {
        name,
        shape,
        required: true,
        about,
    }
}

const fn kind(name: &'static str, about: &'static str, keys: &'static [Key]) -> KindOf {
    KindOf { name, about, keys }
}

/// What `format` says.
pub(super) const FORMAT: &str = "kvspec-profile/1";
pub(super) const SEVERITIES: &[&str] = &["error", "warning", "info"];
const U32: Shape = Shape::Whole(u32::MAX as u64);
const U64: Shape = Shape::Whole(u64::MAX);
const TEXTS: Shape = Shape::List(&Shape::Text, 0);
const SOME_TEXTS: Shape = Shape::List(&Shape::Text, 1);
const SOME_NUMBERS: Shape = Shape::List(&U32, 1);
const ONE_SAMPLE: &Shape = &Shape::Record(&SAMPLE);
const SAMPLES: Shape = Shape::List(ONE_SAMPLE, 0);
const CITED: Key = key(
    "citation",
    Shape::Record(&CITATION),
    "Where the row comes from. Default: the document, without a passage.",
);

/// The whole file.
pub(super) static ROOT: Record = Record {
    name: "profile",
    about: "One operation as one document describes it.",
    keys: &[
        key(
            "$schema",
            Shape::Text,
            "The JSON Schema of this file, for editors.",
        ),
        needed(
            "format",
            Shape::Word(Words::Of(&[FORMAT])),
            "What this file is.",
        ),
        needed(
            "id",
            Shape::Line,
            "Identifier, such as nimbus.create-cache: small letters, digits, points and hyphens.",
        ),
        needed(
            "title",
            Shape::Bilingual,
            "What a person calls the operation.",
        ),
        needed(
            "operation",
            Shape::Line,
            "Name of the operation in the provider's API.",
        ),
        needed(
            "document",
            Shape::Line,
            "Name of the document that the profile is written from.",
        ),
        key(
            "edition",
            Shape::Bilingual,
            "Edition or date of the document.",
        ),
        key("since", Shape::Day, "The day from which it holds."),
        key(
            "supersedes",
            Shape::Line,
            "Identifier of the profile whose place it takes.",
        ),
        needed(
            "wire",
            Shape::Kinds(&WIRE),
            "How a request travels, which decides how its values are read.",
        ),
        key(
            "aliases",
            Shape::Map(&Shape::Name),
            "Names that people use for a parameter, each with that parameter's.",
        ),
        key(
            "gone",
            Shape::Map(&Shape::Bilingual),
            "Names that the operation had in an older edition, each with what to do today.",
        ),
        key(
            "provider_codes",
            Shape::Record(&PROVIDER_CODES),
            "Provider codes that the document lists for any parameter.",
        ),
        key(
            "classes",
            Shape::Record(&CLASSES),
            "How names of instance classes are made.",
        ),
        key(
            "context_rules",
            Shape::List(&Shape::Record(&CONTEXT_RULE), 0),
            "Rules that look at the vSwitch, or at the server that will connect.",
        ),
        key(
            "change_rules",
            Shape::List(&Shape::Record(&CHANGE_RULE), 0),
            "Changes that an existing instance cannot make.",
        ),
        needed(
            "sample",
            Shape::Object,
            "A request without an error or warning.",
        ),
        needed("request", Shape::Record(&OBJECT), "The request."),
    ],
};

static WIRE: Kinds = Kinds {
    name: "wire",
    about: "How a request travels.",
    forms: &[
        kind(
            "query",
            "In a query string: numbers and booleans are taken as their text.",
            &[],
        ),
        kind("json", "As a JSON body: the types are strict.", &[]),
        kind(
            "terraform",
            "Through Terraform: values are converted, and unknown arguments are errors.",
            &[],
        ),
        kind(
            "ros",
            "Through a template of the Resource Orchestration Service.",
            &[],
        ),
        kind(
            "custom",
            "In a way of its own.",
            &[
                key(
                    "strict",
                    Shape::Flag,
                    "Whether a value must have the documented JSON type; else it is taken as its text.",
                ),
                key(
                    "tells_coercion",
                    Shape::Flag,
                    "Whether a number or boolean in the place of a text is told.",
                ),
                key(
                    "converts",
                    Shape::Flag,
                    "Whether a text that is no number, where one belongs, has the wrong type instead of a wrong value.",
                ),
                key(
                    "reads_yes",
                    Shape::Flag,
                    "Whether yes and no without quotes are booleans.",
                ),
                key(
                    "rereads_numbers",
                    Shape::Flag,
                    "Whether a number in the place of a text becomes one as the tool reads it: 012 is 10.",
                ),
                needed(
                    "unknown_name",
                    Shape::Word(Words::Of(SEVERITIES)),
                    "What a name is that the table does not have.",
                ),
            ],
        ),
    ],
};

static PROVIDER_CODES: Record = Record {
    name: "provider_codes",
    about: "Provider codes that hold for any parameter.",
    keys: &[
        needed(
            "missing",
            Shape::Line,
            "For anything required that is absent.",
        ),
        needed(
            "token_reused",
            Shape::Line,
            "For a token that was used for a different request.",
        ),
    ],
};

static CLASSES: Record = Record {
    name: "classes",
    about: "How names of instance classes are made.",
    keys: &[
        needed(
            "as_of",
            Shape::Day,
            "The day of the source: findings about classes tell it.",
        ),
        needed(
            "families",
            Shape::List(&Shape::Record(&FAMILY), 1),
            "The families.",
        ),
    ],
};

static FAMILY: Record = Record {
    name: "family",
    about: "Classes whose names are made in the same ways.",
    keys: &[
        needed(
            "name",
            Shape::Line,
            "Its name, by which conditions call it.",
        ),
        needed(
            "forms",
            Shape::List(&Shape::Line, 1),
            "How a name is written, such as nb.std.{memory}g: letters, and names of parts in braces.",
        ),
        key(
            "parts",
            Shape::Map(&Shape::Kinds(&PART)),
            "What stands for each part.",
        ),
        key(
            "engine_versions",
            TEXTS,
            "The engine versions that its classes run; left out where the document does not say.",
        ),
    ],
};

static PART: Kinds = Kinds {
    name: "part",
    about: "What stands for a part of a name, or for a value.",
    forms: &[
        kind(
            "words",
            "One of these.",
            &[needed("values", SOME_TEXTS, "The words.")],
        ),
        kind(
            "range",
            "A whole number, without zeros in front.",
            &[
                needed("min", U64, "Smallest."),
                needed("max", U64, "Largest."),
            ],
        ),
    ],
};

static CONTEXT_RULE: Record = Record {
    name: "context_rule",
    about: "A rule that needs context, which the command line takes with --context.",
    keys: &[
        needed(
            "code",
            Shape::Word(Words::Of(&[
                "ip-outside-vswitch",
                "region-mismatch",
                "network-mismatch",
                "vpc-mismatch",
            ])),
            "The finding.",
        ),
        needed(
            "notion",
            Shape::Word(Words::Notions),
            "The notion of the parameter that it looks at: one parameter of the request has to stand for it.",
        ),
        needed(
            "asks",
            Shape::Word(Words::Of(&[
                "in-range",
                "same-region",
                "same-network",
                "same-vpc",
            ])),
            "What it asks: an address within the vSwitch's range, or the region, network type or VPC of the server.",
        ),
        needed("reason", Shape::Bilingual, "Why."),
        CITED,
    ],
};

static CHANGE_RULE: Record = Record {
    name: "change_rule",
    about: "A change that an existing instance cannot make.",
    keys: &[
        needed(
            "notion",
            Shape::Word(Words::Notions),
            "The notion of the parameter: one parameter of the request has to stand for it.",
        ),
        key(
            "from",
            Shape::Line,
            "The choice from which; without both, any change is refused.",
        ),
        key("to", Shape::Line, "The choice to which."),
        needed("reason", Shape::Bilingual, "Why."),
        CITED,
    ],
};

static CITATION: Record = Record {
    name: "citation",
    about: "A passage of the document.",
    keys: &[
        needed("document", Shape::Text, "Name of the document."),
        key("section", Shape::Text, "Heading of the section."),
        key("quote", Shape::Text, "A short quotation."),
    ],
};

static SAMPLE: Record = Record {
    name: "sample",
    about: "A row's proof: a change to the profile's own sample, and what it gives.",
    keys: &[
        needed(
            "patch",
            Shape::Json,
            "A JSON Merge Patch (RFC 7396) for the object that holds the parameter.",
        ),
        key("outer", Shape::Json, "The same for the outermost object."),
        key(
            "code",
            Shape::Word(Words::Codes),
            "The finding that it gives; without one, no error and no warning.",
        ),
        key(
            "along",
            Shape::List(&Shape::Word(Words::Codes), 0),
            "Other findings that come with it.",
        ),
    ],
};

static OBJECT: Record = Record {
    name: "object",
    about: "Parameters, and the rules between them.",
    keys: &[
        needed(
            "parameters",
            Shape::List(&Shape::Record(&PARAMETER), 1),
            "The parameters, in the order of the document; 96 at most.",
        ),
        key(
            "rules",
            Shape::List(&Shape::Record(&RULE), 0),
            "What one parameter's value or presence means for another; 120 at most.",
        ),
        key(
            "pack_rules",
            Shape::List(&Shape::Record(&PACK_RULE), 0),
            "Rules that only those hear of who ask for their pack.",
        ),
        key(
            "lenient_case",
            Shape::Flag,
            "Whether a name in another case is only a warning here.",
        ),
        key(
            "small_letters",
            Shape::Flag,
            "Whether a name in small letters is only a warning here.",
        ),
        key(
            "keeps_blanks",
            Shape::Flag,
            "Whether white space at the ends of a value belongs to it.",
        ),
        key(
            "old_names",
            Shape::Map(&Shape::Name),
            "Names that the tool still takes, each with the one that took its place.",
        ),
        key(
            "idle_when",
            Shape::Kinds(&CONDITION),
            "What takes every meaning from this object, told of the object around it: nothing inside is judged then.",
        ),
    ],
};

static LIST_RULE: &[Key] = &[
    key(
        "usual",
        U32,
        "With more elements than this it is suspicious.",
    ),
    key("most", U32, "With more elements than this it is refused."),
    key(
        "distinct_by",
        Shape::Text,
        "The member by which no two elements may be the same; an empty text where the elements themselves may not be.",
    ),
    NEEDS_ONE,
];

const NEEDS_ONE: Key = key(
    "needs_one",
    Shape::Flag,
    "Whether it must have an element where it is written. Default: false.",
);

static TYPE: Kinds = Kinds {
    name: "type",
    about: "The documented type of a parameter.",
    forms: &[
        kind("string", "Text.", &[]),
        kind(
            "untyped",
            "Text, of whose type the document does not speak.",
            &[],
        ),
        kind("long", "A whole number of 63 bits.", &[]),
        kind("integer", "A whole number of 31 bits.", &[]),
        kind("boolean", "true or false.", &[]),
        kind("json-object", "A JSON object written into a string.", &[]),
        kind("anything", "An object in which anything may stand.", &[]),
        kind(
            "object",
            "An object with parameters of its own.",
            &[needed(
                "object",
                Shape::Record(&OBJECT),
                "Its parameters and rules.",
            )],
        ),
        kind(
            "json-array",
            "A JSON array of objects, written into a string.",
            &[needed(
                "element",
                Shape::Record(&OBJECT),
                "Parameters and rules of an element.",
            )],
        ),
        kind(
            "objects",
            "A list of objects, as an array or, in a query, flattened: Tag.1.Key.",
            &[
                needed(
                    "element",
                    Shape::Record(&OBJECT),
                    "Parameters and rules of an element.",
                ),
                key(
                    "usual",
                    U32,
                    "With more elements than this it is suspicious.",
                ),
                key("most", U32, "With more elements than this it is refused."),
                key(
                    "distinct_by",
                    Shape::Text,
                    "The member by which no two elements may be the same.",
                ),
                NEEDS_ONE,
            ],
        ),
        kind(
            "texts",
            "A list of texts, each of which satisfies the constraint.",
            LIST_RULE,
        ),
        kind(
            "map",
            "An object whose names are free and whose values are texts.",
            LIST_RULE,
        ),
    ],
};

static PARAMETER: Record = Record {
    name: "parameter",
    about: "One parameter.",
    keys: &[
        needed("name", Shape::Name, "Name, in the document's spelling."),
        needed("type", Shape::Kinds(&TYPE), "Documented type."),
        key(
            "need",
            Shape::Word(Words::Of(&["optional", "required", "required-on-wire"])),
            "Whether it has to be there; on the wire means in a query string alone. Default: optional.",
        ),
        key(
            "constraint",
            Shape::Kinds(&CONSTRAINT),
            "What its value must satisfy beyond its type.",
        ),
        key(
            "default",
            Shape::Text,
            "The value that the document gives to an absent one, as text.",
        ),
        key(
            "secret",
            Shape::Flag,
            "Whether its value must never be shown.",
        ),
        key(
            "verbatim",
            Shape::Flag,
            "Whether white space at its ends belongs to the value. Default: for names and passwords.",
        ),
        key(
            "common",
            Shape::Flag,
            "Whether it is one of the provider's common parameters, known to every operation.",
        ),
        key(
            "prose",
            Shape::Flag,
            "Whether it is free text, no identifier.",
        ),
        key(
            "may_be_empty",
            Shape::Flag,
            "Whether an empty text is a value like any other.",
        ),
        key(
            "coercion",
            Shape::Word(Words::Of(&[
                "by-wire", "silent", "told", "reformed", "refused",
            ])),
            "What to make of a number or boolean where a text is documented. Default: by-wire.",
        ),
        key(
            "zone",
            Shape::Flag,
            "Whether it names a zone, which lies in the region that a file gives outside the order.",
        ),
        key(
            "closed",
            Shape::Flag,
            "Whether a version that the list does not have yet is refused too.",
        ),
        key(
            "words",
            Shape::Map(&Shape::Text),
            "Words that other documents have here, each with the one that means the same in this one.",
        ),
        key(
            "notion",
            Shape::Word(Words::Notions),
            "The notion that it stands for. Default: the one of its name, if there is any.",
        ),
        key("label", Shape::Bilingual, "What a form writes beside it."),
        key("hint", Shape::Bilingual, "What a form writes below it."),
        CITED,
        key(
            "provider_code",
            Shape::Line,
            "The provider's code for a value that it refuses.",
        ),
        key(
            "samples",
            SAMPLES,
            "Samples that pass and samples that fail.",
        ),
    ],
};

const INTEGERS_BY: &[Key] = &[
    needed(
        "decided_by",
        Shape::Reference,
        "The parameter that decides, of the same object.",
    ),
    needed(
        "cases",
        Shape::Map(&SOME_NUMBERS),
        "For each of its values, the numbers, ascending.",
    ),
];

static CONSTRAINT: Kinds = Kinds {
    name: "constraint",
    about: "What the value of one parameter must satisfy.",
    forms: &[
        kind(
            "by-rule",
            "Nothing by itself: rules judge it where it applies.",
            &[],
        ),
        kind(
            "without",
            "Text that does not hold this.",
            &[needed("text", Shape::Text, "What it may not hold.")],
        ),
        kind(
            "within",
            "The identifier of something within what another parameter names: it begins with that.",
            &[needed(
                "parameter",
                Shape::Reference,
                "The other parameter.",
            )],
        ),
        kind(
            "one-of",
            "One of these texts, compared exactly.",
            &[needed("values", SOME_TEXTS, "The texts.")],
        ),
        kind(
            "integers",
            "One of these whole numbers.",
            &[needed("values", SOME_NUMBERS, "The numbers, ascending.")],
        ),
        kind(
            "integers-by",
            "One of the whole numbers that another parameter's value allows.",
            INTEGERS_BY,
        ),
        kind(
            "integers-by-rule",
            "The same, where it applies: rules judge it.",
            INTEGERS_BY,
        ),
        kind(
            "range",
            "A whole number in a range.",
            &[
                needed("min", U64, "Smallest."),
                key(
                    "max",
                    U64,
                    "Largest; left out where the document gives none.",
                ),
            ],
        ),
        kind("boolean", "true or false, as text.", &[]),
        kind(
            "name",
            "A display name. Lengths are in user-perceived characters.",
            &[
                needed("min", U32, "Fewest characters."),
                needed("max", U32, "Most characters."),
                key(
                    "starts_with_letter",
                    Shape::Flag,
                    "Whether the first character must be a letter or a Chinese character.",
                ),
                key(
                    "refused",
                    Shape::Text,
                    "It holds any characters but these and white space. Without this key: letters, digits, the underscore and Chinese characters only.",
                ),
            ],
        ),
        kind(
            "password",
            "A password. It holds none of `refused`; or else letters, digits and `special` only.",
            &[
                needed("min", U32, "Fewest characters."),
                needed("max", U32, "Most characters."),
                key("refused", Shape::Text, "Characters that it may not hold."),
                key(
                    "special",
                    Shape::Text,
                    "Characters that it may hold beside letters and digits.",
                ),
                key("at_least", U32, "How many of `classes` it must hold."),
                key(
                    "classes",
                    Shape::List(&Shape::Word(Words::Of(CHARACTERS)), 0),
                    "The classes of characters that count.",
                ),
                key(
                    "should_mix",
                    Shape::Flag,
                    "Whether one of letters only or of digits only is hardly meant.",
                ),
            ],
        ),
        kind(
            "token",
            "An idempotency token of ASCII characters.",
            &[needed("max", U32, "Most characters.")],
        ),
        kind(
            "description",
            "Free text.",
            &[needed("max", U32, "Most characters.")],
        ),
        kind("ipv4", "A dotted IPv4 address.", &[]),
        kind(
            "config",
            "A JSON object of settings of the server, by the keys of the document's sample.",
            &[needed(
                "keys",
                Shape::List(&Shape::Record(&CONFIG_KEY), 1),
                "The keys.",
            )],
        ),
        kind(
            "settings",
            "A map of settings of the server: a catalogue of this library, or settings of its own.",
            &[
                key(
                    "catalogue",
                    Shape::Word(Words::Catalogues),
                    "The catalogue.",
                ),
                key(
                    "name",
                    Shape::Line,
                    "The document or list that `settings` are from.",
                ),
                key(
                    "settings",
                    Shape::Map(&Shape::Kinds(&SETTING)),
                    "What each setting takes.",
                ),
            ],
        ),
        kind(
            "instance-class",
            "An instance class: an open set, in which white space has no place.",
            &[],
        ),
        kind(
            "versions",
            "A version: one of these texts, or a newer one of the form N.N.",
            &[needed("values", SOME_TEXTS, "The versions.")],
        ),
        kind(
            "time",
            "A time.",
            &[needed(
                "form",
                Shape::Word(Words::Of(&["instant", "date", "minute", "window"])),
                "How it is written: 2026-01-31T12:00:00Z, 2026-01-31, 12:00Z, or 12:00Z-13:00Z.",
            )],
        ),
        kind(
            "prefix",
            "The first part of a connection address: lowercase letters, digits and hyphens, the first of them a letter.",
            &[
                needed("min", U32, "Fewest characters."),
                needed("max", U32, "Most characters."),
            ],
        ),
        kind(
            "distinct",
            "Texts with commas between them, none of them twice.",
            &[],
        ),
        kind(
            "modes",
            "Some of these words, with commas between them, or a JSON object as text.",
            &[needed("values", SOME_TEXTS, "The words.")],
        ),
        kind(
            "whitelist",
            "IPv4 addresses and CIDR blocks that may connect, in a list or with commas between them.",
            &[],
        ),
        kind("activity", "JD Cloud's base64 of an activity.", &[]),
    ],
};

/// Classes of characters, in the order of the type.
pub(super) const CHARACTERS: &[&str] = &["uppercase", "lowercase", "digit", "special"];

static CONFIG_KEY: Record = Record {
    name: "config_key",
    about: "A key of a JSON object of settings.",
    keys: &[
        needed("name", Shape::Line, "Its name."),
        key(
            "values",
            SOME_TEXTS,
            "Its values; without them a whole number.",
        ),
    ],
};

static SETTING: Kinds = Kinds {
    name: "setting",
    about: "What a setting takes.",
    forms: &[
        kind("any", "Any text.", &[]),
        kind(
            "words",
            "One of these.",
            &[needed("values", SOME_TEXTS, "The words.")],
        ),
        kind(
            "range",
            "A whole number.",
            &[
                needed("min", U64, "Smallest."),
                needed("max", U64, "Largest."),
            ],
        ),
    ],
};

const ABOUT: Key = needed("parameter", Shape::Reference, "The parameter.");
const OTHER: Key = needed("other", Shape::Reference, "The other parameter.");

static CONDITION: Kinds = Kinds {
    name: "condition",
    about: "A condition is true, false, or not known: of the value of a parameter nothing is known while that value is itself wrong. An absent parameter has its default.",
    forms: &[
        kind(
            "is",
            "It has this value, or is absent and this is its default.",
            &[ABOUT, needed("value", Shape::Text, "The value.")],
        ),
        kind(
            "is-not",
            "It has another value than this one, or is absent and has another default.",
            &[ABOUT, needed("value", Shape::Text, "The value.")],
        ),
        kind(
            "one-of",
            "It has one of these values, or is absent and one of them is its default.",
            &[ABOUT, needed("values", SOME_TEXTS, "The values.")],
        ),
        kind("present", "It is there, whatever its value.", &[ABOUT]),
        kind("absent", "It is not there.", &[ABOUT]),
        kind("valid", "It is there and its value is good.", &[ABOUT]),
        kind(
            "unknown",
            "Its value is not known before a tool runs, or a placeholder stands for it.",
            &[ABOUT],
        ),
        kind(
            "wrong",
            "It is there and its value is wrong by its own row.",
            &[ABOUT],
        ),
        kind(
            "starts-with",
            "It is there and its value begins with one of these.",
            &[ABOUT, needed("values", SOME_TEXTS, "The beginnings.")],
        ),
        kind(
            "at-least",
            "It is there, and is a whole number of at least this.",
            &[ABOUT, needed("number", U64, "The number.")],
        ),
        kind(
            "at-most",
            "It is there, and is a whole number of at most this.",
            &[ABOUT, needed("number", U64, "The number.")],
        ),
        kind(
            "not-within",
            "Both are there, and the first does not begin with the second.",
            &[ABOUT, OTHER],
        ),
        kind(
            "differs",
            "Both are there, and they differ.",
            &[ABOUT, OTHER],
        ),
        kind("same", "Both are there and the same.", &[ABOUT, OTHER]),
        kind(
            "lets-everybody-in",
            "It is there, and an entry of it lets every address in.",
            &[ABOUT],
        ),
        kind(
            "no-element",
            "No element of the list meets the condition, which is told of the element. It stands directly under `when` of `rules`.",
            &[
                needed(
                    "parameter",
                    Shape::Reference,
                    "The list, of the rule's own object.",
                ),
                needed("condition", Shape::Kinds(&CONDITION), "The condition."),
            ],
        ),
        kind(
            "either",
            "One of these holds.",
            &[needed(
                "conditions",
                Shape::List(&Shape::Kinds(&CONDITION), 1),
                "The conditions.",
            )],
        ),
        kind(
            "sum-above",
            "The numbers together exceed this one.",
            &[
                needed(
                    "parameters",
                    Shape::List(&Shape::Reference, 1),
                    "The parameters, six at most.",
                ),
                needed("number", U64, "The number."),
            ],
        ),
        kind(
            "class-of-family",
            "It is there, and is a class of one of these families.",
            &[
                ABOUT,
                needed("families", SOME_TEXTS, "Names of families under `classes`."),
            ],
        ),
        kind(
            "class-of-no-family",
            "It is there, and is a class of no family under `classes`.",
            &[ABOUT],
        ),
        kind(
            "class-runs-not",
            "It is there, and the engine versions of its family lack the other one's value.",
            &[ABOUT, OTHER],
        ),
        kind(
            "class-part-differs",
            "Both are there, and a part of the class's name is not the other one's value.",
            &[ABOUT, needed("part", Shape::Text, "The part."), OTHER],
        ),
        kind(
            "passes",
            "The values pass a test of this library, of which there is a closed list.",
            &[
                needed("test", Shape::Word(Words::Tests), "The test."),
                needed(
                    "parameters",
                    Shape::List(&Shape::Reference, 1),
                    "The parameters that it reads, in its order.",
                ),
            ],
        ),
    ],
};

static FIX: Kinds = Kinds {
    name: "fix",
    about: "What a finding offers to change.",
    forms: &[
        kind(
            "remove",
            "To take the parameter out, after a look at it.",
            &[],
        ),
        kind(
            "replace",
            "To put another value in its place, after a look at it.",
            &[needed("value", Shape::Text, "The value.")],
        ),
        kind(
            "rename",
            "To give the value the name of another parameter, unseen.",
            &[needed("name", Shape::Name, "The other parameter.")],
        ),
        kind(
            "add",
            "To put another parameter beside it, after a look at it; where that one is there, to take this one out.",
            &[
                needed("name", Shape::Name, "The other parameter."),
                needed("value", Shape::Text, "Its value."),
            ],
        ),
    ],
};

macro_rules! rule_keys {
    ($codes:expr) => {
        &[
            needed(
                "code",
                Shape::Word($codes),
                "The finding, which stands if all conditions hold.",
            ),
            key(
                "severity",
                Shape::Word(Words::Of(SEVERITIES)),
                "Its severity, where that is not the ordinary one of its code.",
            ),
            key(
                "at",
                Shape::Reference,
                "The parameter that it points at; without one, the whole object.",
            ),
            key(
                "member",
                Shape::Name,
                "Of an object that is not there, the member of it that is missing.",
            ),
            needed(
                "when",
                Shape::List(&Shape::Kinds(&CONDITION), 1),
                "The conditions, all of which must hold.",
            ),
            needed("reason", Shape::Bilingual, "Why, in the rule's own words."),
            CITED,
            key(
                "fix",
                Shape::Kinds(&FIX),
                "What a finding offers to change, where that does not follow from its code.",
            ),
            key("provider_code", Shape::Line, "The provider's code for it."),
            key(
                "samples",
                SAMPLES,
                "Samples that pass and samples that fail.",
            ),
        ]
    };
}

static RULE: Record = Record {
    name: "rule",
    about: "What follows from some parameters for another.",
    keys: rule_keys!(Words::RuleCodes),
};

static PACK_RULE: Record = Record {
    name: "pack_rule",
    about: "A rule of a pack, to which its code belongs.",
    keys: rule_keys!(Words::PackCodes),
};
