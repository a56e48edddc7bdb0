//! From one format to another: an order of Terraform as a command, a template as a JSON request.
//!
//! What a file says of each setting is gathered under the API's name (`gather`), placed where the
//! other format has it (`place`), and written in that format's syntax (`write`). What has no place
//! there is told with the reason, secrets become references, and what nobody knows before a tool
//! runs stays a reference under a name of its own.

mod gather;
mod names;
mod place;
mod publish;
mod write;

pub use publish::PublishedRewrite;

use crate::diagnostic::{LineIndex, Locale, Position, Severity};
use crate::input::InputFormat;
use crate::lint::{Linted, Linter};
use crate::profile::{Bilingual, Profile};
use crate::run::Run;
use crate::transfer::{Action, Step};

/// A format in which orders can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderFormat {
    /// The API's request as JSON.
    Json,
    /// A command of `aliyun`.
    Aliyun,
    /// A command of `jdc`.
    Jdc,
    /// A resource of Terraform, in HCL.
    Terraform,
    /// A template of the Resource Orchestration Service, in YAML.
    Ros,
    /// A Pulumi program, in YAML.
    Pulumi,
}

impl OrderFormat {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Json,
        Self::Aliyun,
        Self::Jdc,
        Self::Terraform,
        Self::Ros,
        Self::Pulumi,
    ];

    /// The fixed word for it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Aliyun => "aliyun",
            Self::Jdc => "jdc",
            Self::Terraform => "terraform",
            Self::Ros => "ros",
            Self::Pulumi => "pulumi",
        }
    }

    /// The format of that word.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// What the matching reader is asked for.
    const fn input(self) -> InputFormat {
        match self {
            Self::Json => InputFormat::Json,
            Self::Aliyun | Self::Jdc => InputFormat::Shell,
            Self::Terraform => InputFormat::Hcl,
            Self::Ros | Self::Pulumi => InputFormat::Yaml,
        }
    }
}

/// A file's orders in another format.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rewritten {
    /// The format that they are written in.
    pub to: OrderFormat,
    /// The new file. There is no secret in it.
    pub text: String,
    /// What became of each order, in the order of the file.
    pub orders: Vec<RewrittenOrder>,
    /// What is found in the new file.
    pub findings: Vec<Linted>,
}

/// What became of one order.
#[derive(Debug)]
#[non_exhaustive]
pub struct RewrittenOrder {
    /// What its file calls it, where orders have names there.
    pub name: Option<String>,
    /// Where it begins.
    pub start: Position,
    /// The profile that judges it where it stands.
    pub from: &'static Profile,
    /// The profile that judges it in the new file.
    pub to: &'static Profile,
    /// How often it has to be sent.
    pub copies: u64,
    /// What was done, value by value. Nothing of the order goes without a step.
    pub steps: Vec<Step>,
}

/// Why orders are not written in a format.
#[derive(Debug)]
#[non_exhaustive]
pub enum NotRewritten {
    /// The text holds none.
    NoOrder,
    /// The text cannot be read; with what was found in it.
    Unreadable(Vec<Linted>),
    /// One of the orders is for a provider or an operation that the format does not write.
    NotWritten {
        /// What its file calls it.
        name: Option<String>,
        /// The profile that judges it.
        from: &'static Profile,
    },
}

impl NotRewritten {
    /// Why, as a sentence.
    #[must_use]
    pub fn message(&self, to: OrderFormat, locale: Locale) -> String {
        let format = to.id();
        match (self, locale) {
            (Self::NoOrder, Locale::En) => "there is no order in it".to_owned(),
            (Self::NoOrder, Locale::Zh) => "其中没有订单".to_owned(),
            (Self::Unreadable(_), Locale::En) => "it cannot be read".to_owned(),
            (Self::Unreadable(_), Locale::Zh) => "无法读取".to_owned(),
            (Self::NotWritten { from, .. }, Locale::En) => {
                format!("an order for `{}` cannot be written as `{format}`", from.id)
            }
            (Self::NotWritten { from, .. }, Locale::Zh) => {
                format!("`{}` 的订单无法写成 `{format}`", from.id)
            }
        }
    }
}

impl Rewritten {
    /// Whether no document says that an order of the new file is wrong.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.findings.iter().all(Linted::is_valid)
    }

    /// Whether the new file means something else than the old one.
    #[must_use]
    pub fn is_lossy(&self) -> bool {
        let mut steps = self.orders.iter().flat_map(|order| &order.steps);
        steps.any(|step| step.action.is_loss())
    }

    /// The published JSON shape, for serde: the new file, what became of each order, and what is
    /// found in the new file. Lines and columns count from 1, columns in characters.
    #[must_use]
    pub fn published(&self, locale: Locale) -> PublishedRewrite<'_> {
        publish::published(self, locale)
    }
}

/// An order while it moves.
struct Moving {
    name: Option<String>,
    /// What it is called in the new file, in words.
    called: Vec<String>,
    span: std::ops::Range<usize>,
    from: &'static Profile,
    to: &'static Profile,
    copies: u64,
    steps: Vec<Step>,
    /// What stands in the new file, by its path there.
    placed: Vec<(Vec<String>, place::Written)>,
    /// The region, where the new file gives it outside the order.
    region: Option<place::Written>,
}

impl Linter<'_> {
    /// Writes the orders of a text in another format.
    ///
    /// Settings are matched by what they are sent as. A value that is a secret, or that is not
    /// known before a tool runs, is written as a reference, and told; so is what has no
    /// counterpart, with the reason and its place in the text.
    ///
    /// ```
    /// use kvspec::{Linter, OrderFormat};
    /// let text = r#"
    ///   resource "alicloud_kvstore_instance" "session" {
    ///     instance_class = "redis.shard.small.2.ce"
    ///     engine_version = "7.0"
    ///     vswitch_id     = var.vswitch_id
    ///     password       = "Pass!123456"
    ///     security_ips   = ["10.0.0.0/8"]
    ///   }"#;
    /// let there = Linter::new().file("main.tf", &[]).rewrite(text, OrderFormat::Aliyun).unwrap();
    /// assert!(there.text.contains(r#"--VSwitchId "$VSWITCH_ID""#));
    /// assert!(there.text.contains(r#"--Password "$REDIS_PASSWORD""#));
    /// assert!(!there.text.contains("123456"));
    /// let lost: Vec<_> = there.orders[0].steps.iter().filter(|step| step.action.is_loss()).collect();
    /// assert_eq!(lost[0].from.as_deref(), Some("/security_ips"));
    /// assert_eq!(lost[0].span.unwrap().start.line, 7);
    /// ```
    ///
    /// # Errors
    ///
    /// There is no order in the text, it cannot be read, or the format does not write such orders.
    pub fn rewrite(&self, text: &str, to: OrderFormat) -> Result<Rewritten, NotRewritten> {
        let gathered = gather::orders(self, text)?;
        let index = LineIndex::new(text);
        let mut names = names::Names::default();
        let mut moving = Vec::new();
        for (number, order) in gathered.into_iter().enumerate() {
            moving.push(place::place(order, to, number, &mut names)?);
        }
        names::call(&mut moving);
        let written = write::file(&moving, to, &names);
        // A neighbour's names mean nothing in the new file.
        let mut reader = Self::new().format(to.input()).level(Severity::Info);
        // The names of a poor request alone do not tell what it is.
        let first = moving.first().map(|order| order.to);
        if let (OrderFormat::Json, Some(profile)) = (to, first)
            && moving.iter().all(|order| order.to.id == profile.id)
        {
            reader = reader.profile(profile);
        }
        let findings = reader.lint(&written, &mut Run::new());
        let position = |offset: usize| index.position(text, offset);
        let orders = moving.into_iter().map(|order| RewrittenOrder {
            name: order.name,
            start: position(order.span.start),
            from: order.from,
            to: order.to,
            copies: order.copies,
            steps: order.steps,
        });
        Ok(Rewritten {
            to,
            text: written,
            orders: orders.collect(),
            findings,
        })
    }
}

/// What was done, for a value of the old file.
fn step(action: Action, from: Option<String>, to: Option<String>, why: Option<Bilingual>) -> Step {
    Step {
        action,
        from,
        request: 0,
        to,
        was: None,
        now: None,
        source: None,
        span: None,
        why,
    }
}
