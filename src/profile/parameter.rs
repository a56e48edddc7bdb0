use super::{Bilingual, Citation, Constraint, Notion, Object, Wire};
use crate::diagnostic::Code;

/// The documented type of a parameter.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// Text.
    String,
    /// Text, of whose type the document does not speak: the provider's common parameters.
    Untyped,
    /// A whole number; `Long` in the documents.
    Long,
    /// A whole number; `Integer` in the documents.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A JSON object with parameters of its own.
    Object(&'static Object),
    /// A JSON object written into a string.
    JsonObject,
    /// A JSON array of objects, written into a string.
    JsonArray(&'static Object),
    /// A list of texts, each of which satisfies the constraint.
    Texts(ListRule),
    /// A list of objects, as an array or, in a query, flattened: `Tag.1.Key`.
    Objects(&'static Object, ListRule),
    /// An object whose names are free and whose values are texts.
    Map(ListRule),
    /// An object in which anything may stand.
    Anything,
}

/// What a list as a whole must satisfy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListRule {
    /// With more elements than this it is suspicious.
    pub usual: Option<u32>,
    /// With more elements than this it is refused.
    pub most: Option<u32>,
    /// The name of the member by which no two elements may be the same; empty where the elements
    /// themselves may not be.
    pub distinct_by: Option<&'static str>,
    /// Whether it must have an element where it is written.
    pub needs_one: bool,
}

impl ListRule {
    /// Nothing.
    pub const FREE: Self = Self {
        usual: None,
        most: None,
        distinct_by: None,
        needs_one: false,
    };
    /// At least one element.
    pub const SOME: Self = Self {
        needs_one: true,
        ..Self::FREE
    };
}

impl Kind {
    /// The documents' word for the type.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::String | Self::Untyped | Self::JsonObject | Self::JsonArray(_) => "String",
            Self::Long => "Long",
            Self::Integer => "Integer",
            Self::Boolean => "Boolean",
            Self::Object(_) | Self::Map(_) | Self::Anything => "Object",
            Self::Texts(_) | Self::Objects(..) => "Array",
        }
    }

    /// Whether it has values of its own inside.
    #[must_use]
    pub const fn is_container(&self) -> bool {
        matches!(
            self,
            Self::Object(_)
                | Self::JsonArray(_)
                | Self::Texts(_)
                | Self::Objects(..)
                | Self::Map(_)
                | Self::Anything
        )
    }

    /// Whether only today's editions have parameters of this kind.
    pub(super) const fn is_of_today(&self) -> bool {
        matches!(
            self,
            Self::Texts(_) | Self::Objects(..) | Self::Map(_) | Self::Anything
        )
    }

    /// The greatest number that it can hold: a Long has 63 bits, an Integer 31.
    pub(crate) const fn greatest(&self) -> Option<u64> {
        match self {
            Self::Long => Some(i64::MAX as u64),
            Self::Integer => Some(i32::MAX as u64),
            _ => None,
        }
    }

    /// Whether the document types it as text, so that a JSON number or boolean is a surprise.
    pub(crate) const fn is_text(self) -> bool {
        matches!(self, Self::String | Self::JsonObject | Self::JsonArray(_))
    }
}

/// What to make of a number or boolean where a text is documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Coercion {
    /// What the wire makes of it.
    ByWire,
    /// It is as good as its text: a whole number, or `true` and `false`.
    Silent,
    /// It is taken as it is written, and told: a version can lose its form on the way.
    Told,
    /// The tool sends it in a form of its own, which quotes would keep from happening.
    Reformed,
    /// The tool refuses it.
    Refused,
}

/// Whether a parameter has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Need {
    /// It may be left out.
    Optional,
    /// It must be there.
    Required,
    /// It must be there in a query string or URL, and goes without saying elsewhere (`Action`).
    RequiredOnWire,
}

/// A row's proof that it does what it says: a change to the profile's own sample request, and
/// the one finding that the change must give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// A JSON Merge Patch (RFC 7396) for the object that holds the parameter.
    pub patch: &'static str,
    /// The same for the request's outermost object.
    pub outer: &'static str,
    /// The error or warning that it gives; `None` for a sample that passes.
    pub code: Option<Code>,
    /// Other findings that come with it, whatever one does; most samples have none.
    pub along: &'static [Code],
}

/// One parameter of one document.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a trait of its own")]
pub struct Parameter {
    /// Name, in the document's spelling.
    pub name: &'static str,
    /// Documented type.
    pub kind: Kind,
    /// Whether it has to be there.
    pub need: Need,
    /// What its value must satisfy.
    pub constraint: Constraint,
    /// The value that the document gives to an absent one.
    pub default: Option<&'static str>,
    /// Whether its value must never be shown.
    pub secret: bool,
    /// Whether white space at its ends belongs to the value: names and passwords.
    pub verbatim: bool,
    /// Whether it is one of the provider's common parameters, known to every operation.
    pub common: bool,
    /// Whether it is free text for people or for the provider's own use: no identifier.
    pub prose: bool,
    /// Whether an empty text is a value like any other.
    pub may_be_empty: bool,
    /// What to make of a number or boolean where a text is documented.
    pub coercion: Coercion,
    /// Whether it names a zone, which lies in the region that a file gives outside the order.
    pub zone: bool,
    /// Whether the tool itself refuses a version that its list does not have yet.
    pub closed: bool,
    /// Words that other documents have here, each with the one that means the same in this one.
    pub words: &'static [(&'static str, &'static str)],
    /// The notion that it stands for, where other documents have the same under another name or
    /// with choices in another spelling.
    pub notion: Option<&'static Notion>,
    /// What a form writes beside it.
    pub label: Bilingual,
    /// What a form writes below it.
    pub hint: Bilingual,
    /// The document's words.
    pub citation: Citation,
    /// The provider's code for a value that it refuses, where the document lists one.
    pub provider_code: Option<&'static str>,
    /// Samples that pass and samples that fail.
    pub samples: &'static [Sample],
}

const NOWHERE: Citation = Citation::new("", "", "");

impl Parameter {
    /// An optional parameter without a constraint; the other methods add the rest.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            need: Need::Optional,
            constraint: Constraint::Any,
            default: None,
            secret: false,
            verbatim: false,
            common: false,
            prose: false,
            may_be_empty: false,
            coercion: Coercion::ByWire,
            zone: false,
            closed: false,
            words: &[],
            notion: None,
            label: Bilingual::new("", ""),
            hint: Bilingual::new("", ""),
            citation: NOWHERE,
            provider_code: None,
            samples: &[],
        }
    }

    /// Another documented type.
    #[must_use]
    pub const fn typed(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Whether it stands for a notion.
    pub(crate) fn stands_for(&self, notion: &Notion) -> bool {
        self.notion.is_some_and(|own| own.id == notion.id)
    }

    /// Whether its value is one text, number or boolean.
    #[cfg(feature = "config")]
    pub(crate) const fn is_scalar(&self) -> bool {
        !matches!(
            self.kind,
            Kind::Object(_)
                | Kind::JsonArray(_)
                | Kind::Objects(..)
                | Kind::Texts(_)
                | Kind::Map(_)
                | Kind::Anything
        )
    }

    /// It has to be there.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.need = Need::Required;
        self
    }

    /// It has to be there in a query string, and goes without saying elsewhere.
    #[must_use]
    pub const fn required_on_wire(mut self) -> Self {
        self.need = Need::RequiredOnWire;
        self
    }

    /// What its value must satisfy. A name or password keeps its white space.
    #[must_use]
    pub const fn constraint(mut self, constraint: Constraint) -> Self {
        self.constraint = constraint;
        self.verbatim = matches!(constraint, Constraint::Name(_) | Constraint::Password(_));
        self
    }

    /// The value of an absent one.
    #[must_use]
    pub const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }

    /// Its value is never shown.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// White space at its ends belongs to the value.
    #[must_use]
    pub const fn verbatim(mut self) -> Self {
        self.verbatim = true;
        self
    }

    /// One of the provider's common parameters.
    #[must_use]
    pub const fn common(mut self) -> Self {
        self.common = true;
        self
    }

    /// It is free text: no identifier, in which a look-alike or a mask would be a mistake.
    #[must_use]
    pub const fn prose(mut self) -> Self {
        self.prose = true;
        self
    }

    /// An empty text is a value like any other.
    #[must_use]
    pub const fn may_be_empty(mut self) -> Self {
        self.may_be_empty = true;
        self
    }

    /// What to make of a number or boolean in its place.
    #[must_use]
    pub const fn coercion(mut self, coercion: Coercion) -> Self {
        self.coercion = coercion;
        self
    }

    /// It names a zone.
    #[must_use]
    pub const fn zone(mut self) -> Self {
        self.zone = true;
        self
    }

    /// The tool itself refuses a version that its list does not have yet.
    #[must_use]
    pub const fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// The notion that it stands for.
    #[must_use]
    pub const fn notion(mut self, notion: &'static Notion) -> Self {
        self.notion = Some(notion);
        self
    }

    /// Words that other documents have here, each with the one that means the same in this one.
    #[must_use]
    pub const fn words(mut self, words: &'static [(&'static str, &'static str)]) -> Self {
        self.words = words;
        self
    }

    /// What a form writes beside it, in English and Chinese.
    #[must_use]
    pub const fn label(mut self, en: &'static str, zh: &'static str) -> Self {
        self.label = Bilingual::new(en, zh);
        self
    }

    /// What a form writes below it, in English and Chinese.
    #[must_use]
    pub const fn hint(mut self, en: &'static str, zh: &'static str) -> Self {
        self.hint = Bilingual::prose(en, zh);
        self
    }

    /// Where the row comes from.
    #[must_use]
    pub const fn cite(mut self, citation: Citation) -> Self {
        self.citation = citation;
        self
    }

    /// The provider's code for a value that it refuses.
    #[must_use]
    pub const fn provider_code(mut self, code: &'static str) -> Self {
        self.provider_code = Some(code);
        self
    }

    /// Samples that pass and samples that fail.
    #[must_use]
    pub const fn samples(mut self, samples: &'static [Sample]) -> Self {
        if cfg!(feature = "prose") {
            self.samples = samples;
        }
        self
    }

    /// Whether this row can give that finding.
    #[must_use]
    pub fn binds(&self, code: Code, wire: Wire) -> bool {
        let query = !wire.is_strict;
        match code {
            Code::RequiredParameter => self.need != Need::Optional,
            Code::TypeMismatch => true,
            Code::TypeCoerced => match self.coercion {
                Coercion::ByWire => wire.tells_coercion && query && self.kind.is_text(),
                Coercion::Told => true,
                Coercion::Silent | Coercion::Reformed | Coercion::Refused => false,
            },
            Code::StrayWhitespace => query && !self.verbatim,
            // A list or an object of another form than a text is not empty, but no list or object.
            Code::EmptyValue if self.may_be_empty => false,
            Code::EmptyValue
                if self.kind.is_container() && !matches!(self.kind, Kind::JsonArray(_)) =>
            {
                false
            }
            // In JSON an empty password is documented to mean that there is none.
            Code::EmptyValue if self.may_be_empty => false,
            Code::EmptyValue => match self.kind {
                Kind::Texts(_) | Kind::Objects(..) | Kind::Map(_) | Kind::Anything => false,
                Kind::String => query || !matches!(self.constraint, Constraint::Password(_)),
                _ => query,
            },
            Code::MalformedJson if matches!(self.kind, Kind::JsonArray(_)) => true,
            Code::EmptyList => match self.kind {
                Kind::JsonArray(_) => true,
                Kind::Texts(rule) | Kind::Map(rule) | Kind::Objects(_, rule) => rule.needs_one,
                _ => false,
            },
            Code::DefaultApplied => false,
            Code::InvalidValue
                if matches!(self.kind, Kind::Long | Kind::Integer | Kind::Boolean) =>
            {
                true
            }
            _ => self.constraint.binds(code),
        }
    }
}

impl Sample {
    /// A change that the profile accepts.
    #[must_use]
    pub const fn passes(patch: &'static str) -> Self {
        Self {
            patch,
            outer: "{}",
            code: None,
            along: &[],
        }
    }

    /// A change that gives this finding and no other error or warning.
    #[must_use]
    pub const fn fails(code: Code, patch: &'static str) -> Self {
        Self {
            patch,
            outer: "{}",
            code: Some(code),
            along: &[],
        }
    }

    /// Other findings that cannot be avoided with it.
    #[must_use]
    pub const fn along(mut self, codes: &'static [Code]) -> Self {
        self.along = codes;
        self
    }

    /// Along with a change to the outermost object.
    #[must_use]
    pub const fn within(mut self, outer: &'static str) -> Self {
        self.outer = outer;
        self
    }
}
