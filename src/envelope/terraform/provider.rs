//! What a folder says about the provider: its region, and which versions are let in.

use hcl_edit::expr::Expression;
use hcl_edit::structure::{Body, Structure};
use hcl_edit::template::Element;

use super::scope::{Content, SourceFile, members, objects};
use super::value::Reader;
use crate::input::item::{Item, What};
use crate::input::json;

/// The provider of the edition that the tables know.
const NEWEST: Version = [1, 286, 0];
/// The provider in which names were deprecated.
const RENAMED: Version = [1, 101, 0];
/// The Terraform in which a reference needs no quotes.
const FIRST_CLASS: Version = [0, 12, 0];

type Version = [u32; 3];

/// What holds for every order of a file.
#[derive(Debug, Default)]
pub(super) struct Settings {
    /// The only `provider` block.
    pub(super) provider: Option<Provider>,
    pub(super) asks_newer_provider: bool,
    pub(super) admits_old_names: bool,
}

/// A `provider` block.
#[derive(Debug)]
pub(super) struct Provider {
    alias: Option<String>,
    region: Option<(String, bool)>,
}

impl Settings {
    /// Reads them from the file that is asked for, which comes first, and its neighbours.
    pub(super) fn read(files: &[SourceFile<'_>], reader: &Reader<'_>) -> Self {
        let mut all = files.iter().map(|file| blocks(file, reader));
        let mut said = all.next().unwrap_or_default();
        let mut others = Vec::new();
        for other in all {
            others.extend(other.providers);
            if said.asked.is_empty() {
                said.asked = other.asked;
            }
            if said.terraform.is_empty() {
                said.terraform = other.terraform;
            }
        }
        // What the file itself says comes before what its neighbours say.
        let mut providers = said.providers;
        if providers.is_empty() {
            providers = others;
        }
        let provider = (providers.len() == 1).then(|| providers.pop()).flatten();
        let terraform = bounds(&said.terraform);
        let asked = bounds(&said.asked);
        Self {
            provider,
            asks_newer_provider: asked.as_ref().is_some_and(Bounds::is_newer),
            admits_old_names: asked.is_some_and(|bounds| bounds.least < RENAMED)
                || terraform.is_some_and(|bounds| bounds.is_below(FIRST_CLASS))
                || files.first().is_some_and(is_old),
        }
    }

    /// The region of an order whose `provider` argument is that, and whether it can be
    /// overridden.
    pub(super) fn region(&self, chosen: Option<&str>) -> Option<(String, bool)> {
        let provider = self.provider.as_ref()?;
        let alias = chosen.and_then(|chosen| chosen.split_once('.').map(|(_, alias)| alias));
        if provider.alias.as_deref() == alias {
            provider.region.clone()
        } else {
            None
        }
    }
}

/// What the blocks of one file say.
#[derive(Default)]
struct Blocks {
    providers: Vec<Provider>,
    /// Constraints on the provider's version.
    asked: Vec<String>,
    /// Constraints on Terraform's.
    terraform: Vec<String>,
}

fn blocks(file: &SourceFile<'_>, reader: &Reader<'_>) -> Blocks {
    let mut found = Blocks::default();
    for (block, place) in file.blocks("provider") {
        if block
            .labels
            .first()
            .is_none_or(|label| label.as_str() != "alicloud")
        {
            continue;
        }
        let argument = |name: &str| {
            let attribute = block.body.get_attribute(name)?;
            text(reader.value(&attribute.value, &place))
        };
        found.providers.push(Provider {
            alias: argument("alias").map(|(alias, _)| alias),
            region: argument("region"),
        });
        found
            .asked
            .extend(argument("version").map(|(version, _)| version));
    }
    for (block, place) in file.blocks("terraform") {
        if let Some(version) = block.body.get_attribute("required_version") {
            let version = text(reader.value(&version.value, &place));
            found.terraform.extend(version.map(|(version, _)| version));
        }
        for required in block.body.get_blocks("required_providers") {
            for asked in required.body.attributes() {
                let item = reader.value(&asked.value, &place);
                found.asked.extend(asked_version(asked.key.as_str(), &item));
            }
        }
    }
    if let Content::Json(_) = file.content {
        in_json(file, reader, &mut found);
    }
    found
}

fn in_json(file: &SourceFile<'_>, reader: &Reader<'_>, found: &mut Blocks) {
    let place = file.place(0);
    for (name, all) in file.objects("provider").into_iter().flat_map(members) {
        if json::decode(name) != "alicloud" {
            continue;
        }
        for provider in objects(all) {
            let item = reader.json(provider, &place);
            found.providers.push(Provider {
                alias: member(&item, "alias")
                    .and_then(text)
                    .map(|(alias, _)| alias),
                region: member(&item, "region").and_then(text),
            });
            let version = member(&item, "version").and_then(text);
            found.asked.extend(version.map(|(version, _)| version));
        }
    }
    for (name, value) in file.objects("terraform").into_iter().flat_map(members) {
        match &*json::decode(name) {
            "required_version" => {
                let version = text(reader.json(value, &place));
                found.terraform.extend(version.map(|(version, _)| version));
            }
            "required_providers" => {
                for (name, asked) in objects(value).into_iter().flat_map(members) {
                    let item = reader.json(asked, &place);
                    found
                        .asked
                        .extend(asked_version(&json::decode(name), &item));
                }
            }
            _ => {}
        }
    }
}

/// The constraint that an entry of `required_providers` has, if it is about this provider.
fn asked_version(name: &str, item: &Item) -> Option<String> {
    let is_ours = match member(item, "source").and_then(text) {
        Some((source, _)) => source.rsplit('/').next() == Some("alicloud"),
        None => name == "alicloud",
    };
    let version = match item.what {
        What::Map { .. } => member(item, "version").and_then(text),
        _ => text(item.clone()),
    };
    version.filter(|_| is_ours).map(|(version, _)| version)
}

fn member(item: &Item, name: &str) -> Option<Item> {
    let What::Map { members, .. } = &item.what else {
        return None;
    };
    let found = members.iter().rev().find(|member| member.name == name)?;
    Some(found.value.clone())
}

/// A known text that may be shown, and whether it can be overridden.
fn text(item: Item) -> Option<(String, bool)> {
    let is_hidden = item.via.as_ref().is_some_and(|via| via.is_hidden);
    let is_default = item.via.is_some_and(|via| via.is_default);
    match item.what {
        What::Text(text) if !is_hidden => Some((text, is_default)),
        _ => None,
    }
}

/// Whether an argument of a resource is a reference in quotes, as Terraform before 0.12 wants it.
fn is_old(file: &SourceFile<'_>) -> bool {
    let mut resources = file.blocks("resource");
    resources.any(|(block, _)| has_quoted_reference(&block.body))
}

fn has_quoted_reference(body: &Body) -> bool {
    body.iter().any(|structure| match structure {
        Structure::Attribute(attribute) => match &attribute.value {
            Expression::StringTemplate(text) => {
                matches!(text.as_single_element(), Some(Element::Interpolation(_)))
            }
            _ => false,
        },
        Structure::Block(block) => has_quoted_reference(&block.body),
    })
}

/// The versions between which a constraint lets some in.
#[derive(Debug, PartialEq, Eq)]
struct Bounds {
    least: Version,
    /// Whether the least one itself is out.
    is_above_least: bool,
    greatest: Option<(Version, bool)>,
}

impl Bounds {
    fn is_newer(&self) -> bool {
        self.least > NEWEST || (self.least == NEWEST && self.is_above_least)
    }

    fn is_below(&self, version: Version) -> bool {
        self.greatest
            .is_some_and(|(greatest, is_in)| greatest < version || (greatest == version && !is_in))
    }

    fn raise(&mut self, least: Version, is_above: bool) {
        if least > self.least || (least == self.least && is_above) {
            self.least = least;
            self.is_above_least = is_above;
        }
    }

    fn lower(&mut self, greatest: Version, is_in: bool) {
        if self.greatest.is_none_or(|(other, _)| greatest <= other) {
            self.greatest = Some((greatest, is_in));
        }
    }
}

/// What constraints let in; nothing, if there is none that can be read.
fn bounds(constraints: &[String]) -> Option<Bounds> {
    let mut bounds = Bounds {
        least: [0; 3],
        is_above_least: false,
        greatest: None,
    };
    let mut is_read = false;
    for constraint in constraints.iter().flat_map(|all| all.split(',')) {
        let constraint = constraint.trim();
        let digits = constraint.find(|c: char| c.is_ascii_digit() || c == 'v');
        let (operator, version) = constraint.split_at(digits.unwrap_or(constraint.len()));
        let Some((version, parts)) = version_of(version) else {
            continue;
        };
        is_read = true;
        match operator.trim() {
            "" | "=" => {
                bounds.raise(version, false);
                bounds.lower(version, true);
            }
            ">=" => bounds.raise(version, false),
            ">" => bounds.raise(version, true),
            "<=" => bounds.lower(version, true),
            "<" => bounds.lower(version, false),
            "~>" => {
                bounds.raise(version, false);
                match parts {
                    0 | 1 => {}
                    2 => bounds.lower([version[0].saturating_add(1), 0, 0], false),
                    _ => bounds.lower([version[0], version[1].saturating_add(1), 0], false),
                }
            }
            _ => {}
        }
    }
    is_read.then_some(bounds)
}

fn version_of(text: &str) -> Option<(Version, usize)> {
    let text = text.trim().trim_start_matches('v');
    let text = text.split(['-', '+']).next().unwrap_or(text);
    let mut version = [0; 3];
    let mut parts = 0;
    for part in text.split('.') {
        let number = part.trim().parse().ok()?;
        if let Some(place) = version.get_mut(parts) {
            *place = number;
        }
        parts += 1;
    }
    Some((version, parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constraints_are_read() {
        let of = |text: &str| bounds(&[text.to_owned()]);
        let least = |text: &str| of(text).map(|bounds| bounds.least);
        assert_eq!(least("~> 1.200"), Some([1, 200, 0]));
        assert_eq!(least(">= 1.90.0, < 2.0"), Some([1, 90, 0]));
        assert_eq!(least("1.99.0"), Some([1, 99, 0]));
        assert_eq!(least("< 2"), Some([0, 0, 0]));
        assert_eq!(least("soon"), None);
        assert_eq!(least(""), None);
        let newer = |text: &str| of(text).is_some_and(|bounds| bounds.is_newer());
        assert!(newer(">= 1.287.0") && newer("> 1.286.0") && newer("~>2.0"));
        assert!(!newer(">= 1.286.0") && !newer("1.286.0") && !newer("> 1.100"));
        let before = |text: &str| of(text).is_some_and(|bounds| bounds.is_below(FIRST_CLASS));
        assert!(before("~> 0.11.0") && before("0.11.14") && before("< 0.12"));
        assert!(!before("<= 0.12") && !before("~> 0.11") && !before(">= 0.11"));
    }
}
