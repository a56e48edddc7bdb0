//! Parameters as rules of a file refer to them: by name, behind `../` for each object further out.

use super::tree::Json;
use crate::profile::Ref;

/// The objects around a place, the outermost first.
pub(super) type Chain<'c, 't> = [&'c Json<'t>];

/// A parameter that a reference leads to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target<'c, 't> {
    /// How many objects further out it stands.
    pub(super) up: usize,
    /// Its place in the table there.
    pub(super) index: usize,
    /// What the file says of it.
    pub(super) parameter: &'c Json<'t>,
}

impl Target<'_, '_> {
    /// The same for a rule of a table.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "as many levels and rows as there may be"
    )]
    pub(super) const fn reference(&self, name: &'static str) -> Ref {
        Ref::outer(self.up as u8, self.index as u8, name)
    }
}

/// How far out a reference leads, and the name there.
pub(super) fn parts(reference: &str) -> (usize, &str) {
    let mut up = 0;
    let mut name = reference;
    while let Some(rest) = name.strip_prefix("../") {
        up += 1;
        name = rest;
    }
    (up, name)
}

/// The parameters of an object of the file.
pub(super) fn parameters<'c, 't>(object: &'c Json<'t>) -> &'c [Json<'t>] {
    object.get("parameters").map_or(&[], Json::elements)
}

/// The name of a parameter of the file.
pub(super) fn name_of<'c>(parameter: &'c Json<'_>) -> &'c str {
    parameter
        .get("name")
        .and_then(Json::text)
        .unwrap_or_default()
}

/// What a reference leads to.
pub(super) fn resolve<'c, 't>(reference: &str, chain: &Chain<'c, 't>) -> Option<Target<'c, 't>> {
    let (up, name) = parts(reference);
    let object = chain.get(chain.len().checked_sub(up + 1)?)?;
    let rows: &'c [Json<'t>] = parameters(object);
    let index = rows.iter().position(|row| name_of(row) == name)?;
    Some(Target {
        up,
        index,
        parameter: &rows[index],
    })
}

/// The references that lead somewhere from a place, the nearest first.
pub(super) fn all(chain: &Chain<'_, '_>) -> Vec<String> {
    let levels = chain.iter().rev().enumerate();
    levels
        .flat_map(|(up, object)| {
            let outward = "../".repeat(up);
            let names = parameters(object).iter().map(name_of);
            names.map(move |name| format!("{outward}{name}"))
        })
        .collect()
}

/// The object that a parameter of the file holds, or whose elements have these parameters.
pub(super) fn inner<'c, 't>(parameter: &'c Json<'t>) -> Option<(&'static str, &'c Json<'t>)> {
    let kind = parameter.get("type")?;
    let key = match kind.kind()? {
        "object" => "object",
        "json-array" | "objects" => "element",
        _ => return None,
    };
    Some((key, kind.get(key)?))
}
