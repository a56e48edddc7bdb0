//! Where in a document of another tool an order stands, and whose it is.
//!
//! A reader of a syntax (`crate::input`) gives a tree with places; an envelope finds the orders
//! in it and yields a [`Spec`] for each. What is judged, and how, is none of its business.

pub(crate) mod command_line;
mod crossplane;
mod directive;
mod elision;
mod ignore;
mod indentation;
mod inner;
pub(crate) mod markdown;
mod pulumi;
pub(crate) mod request;
mod ros;
#[cfg(test)]
mod show;
pub(crate) mod terraform;
mod tree;
pub(crate) mod yaml_file;

use std::ops::Range;

use crate::input::item::Item;
pub(crate) use crate::spec_format::SpecFormat;

/// A tree of JSON or YAML as values, in which nothing is a reference.
pub(crate) fn literally(node: &crate::input::yaml::Node<'_>) -> Item {
    use tree::Reading as _;
    tree::Literally.item(node)
}

/// An order in a document of another tool.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a trait of its own")]
pub(crate) struct Spec {
    /// Identifier of the profile that judges it.
    pub(crate) profile: &'static str,
    /// What it is written in.
    pub(crate) format: SpecFormat,
    /// What the file calls it: `alicloud_kvstore_instance.session`, a logical ID, `line 12`.
    pub(crate) name: String,
    /// Where findings about what is missing point: the head of its block, property list or
    /// command.
    pub(crate) head: Range<usize>,
    /// All of it.
    pub(crate) whole: Range<usize>,
    /// Its arguments: a map, whose `open` says that there may be others.
    pub(crate) arguments: Item,
    /// The region, where the file gives it outside the arguments: of the only `provider` block,
    /// `--region`.
    pub(crate) region: Option<String>,
    /// Whether that region is one that somebody can override when the tool runs.
    pub(crate) region_is_default: bool,
    /// Whether Terraform is asked for a provider above the edition that the tables know, which
    /// may have arguments that they do not. False in other formats.
    pub(crate) asks_newer_provider: bool,
    /// Whether the file lets in a provider that knows only the deprecated names, or is written
    /// for a Terraform that got such a one: a new name may not be known there. False in other
    /// formats.
    pub(crate) admits_old_names: bool,
    /// Whether the tool has a region of its own where the file gives none, so that it is never
    /// missing: that of a command's profile.
    pub(crate) region_is_known_elsewhere: bool,
    /// Arguments whose changes Terraform is told to ignore, under the names that are written there.
    /// None in other formats.
    pub(crate) ignored_changes: Vec<String>,
    /// What the envelope itself has to say of it.
    pub(crate) remarks: Vec<Remark>,
}

impl Spec {
    /// An order of which the file says nothing but its arguments: no region, no provider.
    pub(crate) const fn new(
        profile: &'static str,
        format: SpecFormat,
        name: String,
        (head, whole): (Range<usize>, Range<usize>),
        arguments: Item,
    ) -> Self {
        Self {
            profile,
            format,
            name,
            head,
            whole,
            arguments,
            region: None,
            region_is_default: false,
            asks_newer_provider: false,
            admits_old_names: false,
            region_is_known_elsewhere: false,
            ignored_changes: Vec::new(),
            remarks: Vec::new(),
        }
    }
}

/// A finding of an envelope: about the syntax, or about words that are no arguments.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Remark {
    /// What is wrong.
    pub(crate) what: What,
    /// JSON Pointer of what it is about; empty for the whole.
    pub(crate) path: String,
    /// Where it stands.
    pub(crate) span: Range<usize>,
    /// A change that mends it.
    pub(crate) fix: Option<Mend>,
}

/// A change of a file that mends what an envelope found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mend {
    /// What to put in the place of which stretches, in their order: all of it or nothing.
    pub(crate) edits: Vec<(Range<usize>, String)>,
    /// Whether that can be done unseen.
    pub(crate) is_safe: bool,
}

impl Mend {
    /// A change in one place.
    pub(crate) fn one(span: Range<usize>, text: String, is_safe: bool) -> Self {
        Self {
            edits: vec![(span, text)],
            is_safe,
        }
    }
}

/// What an envelope can find wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// The file cannot be read as what it claims to be; with what is wrong, in English.
    Syntax(String),
    /// A character where it cannot stand, such as U+00A0 for indentation.
    Character(char),
    /// An operation, product word or resource type that no profile knows and that would create
    /// an instance; with the right word, if there is one.
    UnknownOperation {
        /// As written.
        written: String,
        /// What was probably meant.
        suggestion: Option<String>,
        /// Whether it is only information (an invented resource type).
        is_info: bool,
        /// What the file calls the resource, and what that is written in. Nothing for a command,
        /// which is called by its line.
        order: Option<(SpecFormat, String)>,
    },
    /// A flag or operation in the spelling of the other mode of a command.
    Spelling {
        /// As written.
        written: String,
        /// The right spelling.
        right: String,
        /// Whether the tool lets it through (`--force`).
        is_forced: bool,
    },
    /// A flag that the tool does not have.
    UnknownFlag {
        /// As written, without its dashes.
        written: String,
        /// The nearest one, or where the value belongs.
        suggestion: Option<String>,
        /// Whether the tool lets it through (`--force`).
        is_forced: bool,
        /// Where its value belongs instead.
        inside: Option<String>,
        /// Whether it has no dashes that the tool would see.
        is_word: bool,
    },
    /// A flag whose value must be a JSON object and is none.
    NoJson {
        /// The flag, with its dashes.
        flag: &'static str,
    },
    /// A flag that the tool requires whatever else is there.
    MissingFlag {
        /// The flag, with its dashes.
        flag: &'static str,
    },
}

/// A comment that puts findings off: `kvspec: ignore[code, code]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ignore {
    /// The comment.
    pub(crate) span: Range<usize>,
    /// The codes in its brackets, each with its place; none for all.
    pub(crate) codes: Vec<(String, Range<usize>)>,
    /// The stretches of the file whose findings it puts off: the value or block that it stands
    /// at.
    pub(crate) covers: Range<usize>,
}

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Found {
    /// Its orders, in the order of the file.
    pub(crate) specs: Vec<Spec>,
    /// What is wrong outside of them.
    pub(crate) remarks: Vec<Remark>,
    /// Comments that put findings off.
    pub(crate) ignores: Vec<Ignore>,
    /// Where secrets stand besides those that orders hold.
    pub(crate) secrets: Vec<Range<usize>>,
    /// Where blocks of Markdown begin, and what each is read as, in the order of the file.
    pub(crate) blocks: Vec<(usize, SpecFormat)>,
}

/// Another file of the same folder, whose variables and settings hold here too.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Neighbour<'f> {
    /// Its name, without the folder.
    pub(crate) name: &'f str,
    /// What it holds.
    pub(crate) text: &'f str,
}
