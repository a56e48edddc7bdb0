//! What readers of other tools' formats yield: one tree of values, each with its place in the
//! file, how it was written there, and what is not known of it before the tool runs.

use std::ops::Range;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    /// What is known of it.
    pub(crate) what: What,
    /// Where it stands in the file, in bytes: where a followed value is written, not where it is
    /// used.
    pub(crate) span: Range<usize>,
    /// How it is written there.
    pub(crate) written: Written,
    /// The name through which it was followed, if it does not stand where it is used.
    pub(crate) via: Option<Box<Via>>,
}

/// What is known of a value before the tool runs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum What {
    /// It is written, and means that there is none.
    Null,
    /// `true` or `false`, written as such and not as text.
    Boolean(bool),
    /// A number written as such and not as text, as the tool sends it: HCL's and YAML's `7.0` is
    /// `7`, `0x10` is `16`.
    Number(String),
    /// A text, without its quoting.
    Text(String),
    /// A text that is known in part: its literal pieces in order, with `None` for each stretch
    /// that is not known.
    Partial(Vec<Option<String>>),
    /// A list.
    List {
        /// Its elements, as far as they are known.
        elements: Vec<Item>,
        /// Whether it may have others.
        open: bool,
    },
    /// A map, an object, or a block.
    Map {
        /// Its members, in the order of the file. A name may come twice.
        members: Vec<Member>,
        /// Whether it may have others.
        open: bool,
    },
    /// Present, and not known before the tool runs: an attribute, a reference to a resource.
    Unknown {
        /// The text of a plain reference, by which two of them can be told to be the same.
        reference: Option<String>,
    },
    /// Not known, and it may turn out that there is none.
    Unsettled {
        /// As above.
        reference: Option<String>,
    },
    /// A conditional both of whose arms are known. The same condition takes the same arm
    /// everywhere in a file.
    Choice {
        /// The text of the condition, without white space at its ends.
        condition: String,
        /// The value where it holds, and where it does not; an arm that is no value is
        /// [`What::Null`].
        arms: Box<[Item; 2]>,
    },
}

/// A member of a map or block.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    /// Its name, without quoting. An envelope may have translated it into the profile's spelling.
    pub(crate) name: String,
    /// Its name as findings show it and paths have it, where that differs.
    pub(crate) shown: Option<String>,
    /// Where its name stands, with its quotes if it has any.
    pub(crate) key: Range<usize>,
    /// What would have to be cut to take it out of the file: its line or lines, with the line
    /// break, its pair with one comma, its flag with the value and the blank before it. Empty
    /// where that cannot be done safely.
    pub(crate) whole: Range<usize>,
    /// Whether it was written as a block, where a value was possible: `config { … }`.
    pub(crate) is_block: bool,
    /// Its value.
    pub(crate) value: Item,
}

/// How a scalar is written, which a fix needs to write another one in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// JSON.
    Json,
    /// An HCL expression: texts in double quotes, `${` and `%{` escaped.
    Hcl,
    /// A YAML scalar without quotes.
    YamlPlain,
    /// A YAML scalar in single quotes.
    YamlSingle,
    /// A YAML scalar in double quotes.
    YamlDouble,
    /// A block scalar (`|`, `>`) or a heredoc: a fix leaves it alone.
    Block,
    /// A word of a shell command, with its quoting.
    ShellWord,
    /// JSON in a word of a shell command, where a fix leaves it alone.
    ShellJson,
}

/// The name through which a value was followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Via {
    /// The name, as one writes it: `var.class`, `local.zone`, `RedisClass`, `$REGION`.
    pub(crate) name: String,
    /// Whether somebody can give another value when the tool runs: a variable's default, not a
    /// local one.
    pub(crate) is_default: bool,
    /// Whether the tool shows the value to nobody: the default of a parameter with `NoEcho` or of a
    /// `sensitive` variable, a secret of Pulumi's. One that is called secret where it is used is
    /// used where it stands.
    pub(crate) is_hidden: bool,
    /// The file in which the value is written, where that is another one.
    pub(crate) file: Option<String>,
    /// Where the name is used.
    pub(crate) used_at: Range<usize>,
}

impl Item {
    /// Notes that it may hold others than those that are seen, if it is a list or a map.
    pub(crate) const fn open(&mut self) {
        if let What::List { open, .. } | What::Map { open, .. } = &mut self.what {
            *open = true;
        }
    }

    /// Does something with every value in it.
    pub(crate) fn each(&mut self, act: impl Fn(&mut Self)) {
        match &mut self.what {
            What::List { elements, .. } => elements.iter_mut().for_each(act),
            What::Map { members, .. } => {
                let values = members.iter_mut().map(|member| &mut member.value);
                values.for_each(act);
            }
            What::Choice { arms, .. } => arms.iter_mut().for_each(act),
            _ => {}
        }
    }

    /// A value that stands where it is used.
    pub(crate) const fn new(what: What, span: Range<usize>, written: Written) -> Self {
        Self {
            what,
            span,
            written,
            via: None,
        }
    }
}
