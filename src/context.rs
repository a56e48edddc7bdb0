//! What a request alone cannot tell: the network that the new instance goes into, and the
//! server that will use it.

use std::fmt;
use std::net::Ipv4Addr;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{LineIndex, Locale, Position, Term};
use crate::documents::notions::NETWORK;
use crate::input::{DEFAULT_MAX_DEPTH, JsonKind, Node, Source, json};
use crate::text;

/// Facts about the surroundings of the instances that are to be created. Each is optional, and
/// what is not told is not judged.
///
/// ```
/// use kvspec::{Checker, Code, Context, Profile};
///
/// let context = Context::from_json(
///     r#"{"vSwitch": {"cidr": "172.16.0.0/24"},
///         "ecs": {"region": "cn-hangzhou", "networkType": "VPC", "vpcId": "vpc-bp1"}}"#,
/// )?;
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let report = Checker::new(profile).context(&context).check(
///     r#"{"RegionId": "cn-beijing", "Capacity": 1024, "NetworkType": "VPC", "VpcId": "vpc-bp1",
///         "VSwitchId": "vsw-bp1", "PrivateIpAddress": "172.16.1.10"}"#,
/// );
/// assert!(report.iter().any(|found| found.code == Code::IpOutsideVswitch));
/// assert!(report.iter().any(|found| found.code == Code::RegionMismatch));
/// # Ok::<(), kvspec::ContextError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Context {
    /// The vSwitch that the order names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub v_switch: Option<VSwitch>,
    /// The ECS instance that will connect to the new instance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ecs: Option<Ecs>,
}

/// A vSwitch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VSwitch {
    /// Its ID. If it is given, orders that name another vSwitch are not judged by this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its range of addresses.
    pub cidr: Cidr,
}

/// An ECS instance.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ecs {
    /// ID of its region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Its network type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network_type: Option<Network>,
    /// ID of its VPC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vpc_id: Option<String>,
}

/// A network type. Every spelling that a document has is read: `VPC`, `CLASSIC`, `Classic` and
/// `Classic Network`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Network {
    /// The classic network.
    Classic,
    /// A virtual private cloud.
    Vpc,
}

impl Network {
    /// The spelling of the API, which is also the first one of the table of notions.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Classic => "CLASSIC",
            Self::Vpc => "VPC",
        }
    }
}

impl FromStr for Network {
    type Err = UnknownNetwork;

    fn from_str(text: &str) -> Result<Self, UnknownNetwork> {
        match NETWORK.choice(text) {
            Some(choice) if choice.names.contains(&Self::Vpc.name()) => Ok(Self::Vpc),
            Some(_) => Ok(Self::Classic),
            None => Err(UnknownNetwork),
        }
    }
}

impl TryFrom<String> for Network {
    type Error = UnknownNetwork;

    fn try_from(text: String) -> Result<Self, UnknownNetwork> {
        text.parse()
    }
}

impl From<Network> for String {
    fn from(network: Network) -> Self {
        network.name().to_owned()
    }
}

/// The text is no network type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a network type is `VPC`, `CLASSIC`, `Classic` or `Classic Network`")]
pub struct UnknownNetwork;

/// A range of IPv4 addresses in CIDR notation, such as `172.16.0.0/24`.
///
/// An address inside the range is read as the range that it lies in: `172.16.0.5/24` is
/// `172.16.0.0/24`. Only IPv4 is read, because the documents know no other private address.
///
/// ```
/// use kvspec::Cidr;
/// let range: Cidr = "172.16.0.5/24".parse()?;
/// assert_eq!(range.to_string(), "172.16.0.0/24");
/// assert!(range.contains("172.16.0.255".parse().unwrap()));
/// assert!(!range.contains("172.16.1.0".parse().unwrap()));
/// # Ok::<(), kvspec::InvalidCidr>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cidr {
    network: u32,
    prefix: u8,
}

impl Cidr {
    /// The bits of an address that name the network.
    fn mask(prefix: u8) -> u32 {
        u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or(0)
    }

    /// Whether the address lies in the range.
    #[must_use]
    pub fn contains(self, address: Ipv4Addr) -> bool {
        u32::from(address) & Self::mask(self.prefix) == self.network
    }
}

impl FromStr for Cidr {
    type Err = InvalidCidr;

    fn from_str(text: &str) -> Result<Self, InvalidCidr> {
        let (address, prefix) = text.split_once('/').ok_or(InvalidCidr)?;
        let address = text::parse_ipv4(address).ok_or(InvalidCidr)?;
        let plain = !prefix.is_empty()
            && prefix.len() <= 2
            && prefix.bytes().all(|byte| byte.is_ascii_digit())
            && (prefix.len() == 1 || !prefix.starts_with('0'));
        let prefix: u8 = prefix.parse().map_err(|_| InvalidCidr)?;
        if !plain || prefix > 32 {
            return Err(InvalidCidr);
        }
        Ok(Self {
            network: u32::from(address) & Self::mask(prefix),
            prefix,
        })
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", Ipv4Addr::from(self.network), self.prefix)
    }
}

impl TryFrom<String> for Cidr {
    type Error = InvalidCidr;

    fn try_from(text: String) -> Result<Self, InvalidCidr> {
        text.parse()
    }
}

impl From<Cidr> for String {
    fn from(range: Cidr) -> Self {
        range.to_string()
    }
}

/// The text is no range of IPv4 addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an IPv4 range such as 172.16.0.0/24")]
pub struct InvalidCidr;

/// Why a text is no context, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextError {
    position: Position,
    path: String,
    problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    Syntax(Term),
    Type { expected: Term, found: Term },
    Unknown(&'static [&'static str]),
    Repeated,
    Missing(&'static str),
    Cidr,
    Network,
}

impl ContextError {
    /// Where in the text it is.
    #[must_use]
    pub const fn position(&self) -> Position {
        self.position
    }

    /// JSON Pointer to the value or name concerned.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong, in one language. No value of the text is repeated.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        let Position { line, column, .. } = self.position;
        // What is wrong with the whole of it has no path.
        let path = if self.path.is_empty() {
            "context"
        } else {
            &self.path
        };
        let zh = locale == Locale::Zh;
        let problem = match &self.problem {
            Problem::Syntax(problem) => problem.text(locale).to_owned(),
            Problem::Type { expected, found } => {
                let (expected, found) = (expected.text(locale), found.text(locale));
                if zh {
                    format!("`{path}` 应为{expected}，而不是{found}")
                } else {
                    format!("`{path}` must be {expected}, not {found}")
                }
            }
            Problem::Unknown(known) => {
                let known = known.join(if zh { "、" } else { ", " });
                if zh {
                    format!("没有 `{path}` 这个键；此处可用的键：{known}")
                } else {
                    format!("there is no key `{path}`; the keys here are {known}")
                }
            }
            Problem::Repeated if zh => format!("`{path}` 出现了不止一次"),
            Problem::Repeated => format!("`{path}` is given more than once"),
            Problem::Missing(name) if zh => format!("缺少 `{path}/{name}`"),
            Problem::Missing(name) => format!("`{path}/{name}` is required"),
            Problem::Cidr if zh => {
                format!("`{path}` 应为 IPv4 网段，例如 172.16.0.0/24")
            }
            Problem::Cidr => {
                format!("`{path}` must be an IPv4 range such as 172.16.0.0/24")
            }
            Problem::Network if zh => {
                format!("`{path}` 应为 `VPC`、`CLASSIC`、`Classic` 或 `Classic Network`")
            }
            Problem::Network => {
                format!("`{path}` must be `VPC`, `CLASSIC`, `Classic` or `Classic Network`")
            }
        };
        if zh {
            format!("第 {line} 行第 {column} 列：{problem}")
        } else {
            format!("line {line}, column {column}: {problem}")
        }
    }
}

impl fmt::Display for ContextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Locale::En))
    }
}

impl std::error::Error for ContextError {}

/// The keys of each object, in the order in which errors list them.
const KEYS: &[&str] = &["vSwitch", "ecs"];
const VSWITCH_KEYS: &[&str] = &["id", "cidr"];
const ECS_KEYS: &[&str] = &["region", "networkType", "vpcId"];

impl Context {
    /// Reads a context from JSON text. It says the same as the type's `Deserialize`, with errors
    /// in both languages that repeat none of the text's values.
    ///
    /// # Errors
    ///
    /// The text is not JSON, has a name that is unknown or given twice, or a value that is not
    /// what it must be.
    pub fn from_json(text: &str) -> Result<Self, ContextError> {
        let reader = Reader {
            text,
            source: Source::new(text),
        };
        let raw = json::Scanner::document(text, DEFAULT_MAX_DEPTH)
            .map_err(|error| reader.fail_at(error.offset, "", Problem::Syntax(error.problem)))?;
        let [v_switch, ecs] = reader.members(raw, "", KEYS)?;
        let v_switch = match v_switch {
            Some(raw) => {
                let [id, cidr] = reader.members(raw, "/vSwitch", VSWITCH_KEYS)?;
                let Some(cidr) = cidr else {
                    return Err(reader.fail(raw, "/vSwitch", Problem::Missing("cidr")));
                };
                let range = reader.string(cidr, "/vSwitch/cidr")?;
                Some(VSwitch {
                    id: id
                        .map(|raw| reader.string(raw, "/vSwitch/id"))
                        .transpose()?,
                    cidr: range
                        .trim()
                        .parse()
                        .map_err(|_| reader.fail(cidr, "/vSwitch/cidr", Problem::Cidr))?,
                })
            }
            None => None,
        };
        let ecs = match ecs {
            Some(raw) => {
                let [region, network, vpc] = reader.members(raw, "/ecs", ECS_KEYS)?;
                let path = "/ecs/networkType";
                let network_type = match network {
                    Some(raw) => Some(
                        reader
                            .string(raw, path)?
                            .trim()
                            .parse()
                            .map_err(|_| reader.fail(raw, path, Problem::Network))?,
                    ),
                    None => None,
                };
                Some(Ecs {
                    region: region
                        .map(|raw| reader.string(raw, "/ecs/region"))
                        .transpose()?,
                    network_type,
                    vpc_id: vpc
                        .map(|raw| reader.string(raw, "/ecs/vpcId"))
                        .transpose()?,
                })
            }
            None => None,
        };
        Ok(Self { v_switch, ecs })
    }
}

struct Reader<'a> {
    text: &'a str,
    source: Source<'a>,
}

impl<'a> Reader<'a> {
    fn fail(&self, raw: &str, path: &str, problem: Problem) -> ContextError {
        let at = self.source.locate(raw).map_or(0, |range| range.start);
        self.fail_at(at, path, problem)
    }

    fn fail_at(&self, offset: usize, path: &str, problem: Problem) -> ContextError {
        ContextError {
            position: LineIndex::new(self.text).position(self.text, offset),
            path: path.to_owned(),
            problem,
        }
    }

    /// The values of an object's members, in the order of the keys. `null` counts as absent.
    fn members<const N: usize>(
        &self,
        raw: &'a str,
        path: &str,
        keys: &'static [&'static str],
    ) -> Result<[Option<&'a str>; N], ContextError> {
        let node = Node::Json(raw);
        if node.kind() != JsonKind::Object {
            let (expected, found) = (Term::Object, node.kind().term());
            return Err(self.fail(raw, path, Problem::Type { expected, found }));
        }
        let mut values = [None; N];
        let mut seen = [false; N];
        for (name, key, value) in node.children() {
            let key = key.unwrap_or(raw);
            let mut at = path.to_owned();
            let shown = crate::diagnostic::abbreviated(&name);
            crate::diagnostic::push_segment(&mut at, shown.as_deref().unwrap_or("…"));
            let Some(index) = keys.iter().position(|known| *known == name) else {
                return Err(self.fail(key, &at, Problem::Unknown(keys)));
            };
            if std::mem::replace(&mut seen[index], true) {
                return Err(self.fail(key, &at, Problem::Repeated));
            }
            if let (Node::Json(value), false) = (value, value.is_null()) {
                values[index] = Some(value);
            }
        }
        Ok(values)
    }

    fn string(&self, raw: &str, path: &str) -> Result<String, ContextError> {
        let node = Node::Json(raw);
        if node.kind() != JsonKind::String {
            let (expected, found) = (Term::String, node.kind().term());
            return Err(self.fail(raw, path, Problem::Type { expected, found }));
        }
        Ok(node.text().trim().to_owned())
    }
}
