//! Profiles as files: documents that this library does not have, as data.
//!
//! [`write()`] gives a profile as JSON, [`read()`] makes a profile of such a text, and [`schema()`] is the
//! JSON Schema of the form, for editors. A profile that is read judges, and is exported, like
//! every other.
//!
//! ```
//! use kvspec::{Checker, Code, profile_file};
//!
//! let text = r#"{
//!   "format": "kvspec-profile/1",
//!   "id": "nimbus.create-cache",
//!   "title": "Nimbus CreateCache",
//!   "operation": "CreateCache",
//!   "document": "nimbus-api-2026.html",
//!   "wire": "json",
//!   "sample": {"size_gb": 4},
//!   "request": {"parameters": [
//!     {"name": "size_gb", "type": "integer", "need": "required",
//!      "constraint": {"kind": "range", "min": 1, "max": 64}}
//!   ]}
//! }"#;
//! let profile = profile_file::read(text).unwrap();
//! let report = Checker::new(profile).check(r#"{"size_gb": 128}"#);
//! assert_eq!(report.iter().next().unwrap().code, Code::OutOfRange);
//!
//! let mistakes = profile_file::read(&text.replace("\"max\": 64", "\"max\": 0")).unwrap_err();
//! assert_eq!(mistakes[0].pointer, "/request/parameters/0/constraint");
//! assert_eq!(mistakes[0].span.start.line, 11);
//! ```
//!
//! What a file can name of this library is a closed list, which the schema holds: codes of
//! findings, notions, catalogues of settings, and the tests that are code. What else a rule can ask
//! is data: [`schema()`] says how.

mod build;
mod check;
mod keys;
mod meaning;
mod mistake;
mod proof;
mod refer;
#[cfg(feature = "cli")]
mod render;
mod schema;
mod tree;
mod write;

pub use mistake::Mistake;
pub use schema::schema;

use crate::diagnostic::Locale;
use crate::profile::Profile;
use mistake::{Mistakes, said};
use tree::Json;

/// A profile as JSON, as [`read()`] takes it: of the library's own or one that was read.
///
/// ```
/// use kvspec::{Profile, profile_file};
///
/// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
/// let again = profile_file::read(&profile_file::write(profile)).unwrap();
/// assert_eq!(again.request.parameters.len(), profile.request.parameters.len());
/// ```
#[must_use]
pub fn write(profile: &'static Profile) -> String {
    let mut text = serde_json::to_string_pretty(&write::profile(profile)).unwrap_or_default();
    text.push('\n');
    text
}

/// The profile that a text describes.
///
/// A profile is data that lives as long as the program, so the memory of one that was read is
/// never given back: a few hundred kilobytes for a large one. Read a file once, and keep the
/// profile. A text with mistakes costs nothing, unless its samples alone are wrong.
///
/// # Errors
///
/// Every mistake in the text, in its order; but of a text that is no JSON, or does not say under
/// `format` that it is a profile, only that. Mistakes are keys that there are none of, values
/// of a wrong type, references that lead nowhere, bounds that contradict each other, and samples
/// that do not show what they are said to.
pub fn read(text: &str) -> Result<&'static Profile, Vec<Mistake>> {
    let mut mistakes = Mistakes::of(text);
    let json = match Json::parse(text) {
        Ok(json) => json,
        Err((offset, problem)) => {
            let [en, zh] = [Locale::En, Locale::Zh].map(|locale| problem.text(locale));
            let said = said(
                format!("this is not JSON: {en}"),
                format!("不是有效的 JSON：{zh}"),
            );
            mistakes.add("", offset..offset, said, None);
            return Err(mistakes.sorted());
        }
    };
    if json.get("format").and_then(Json::text) != Some(keys::FORMAT) {
        let wanted = keys::FORMAT;
        let said = said(
            format!("this is no profile: an object with \"format\": \"{wanted}\""),
            format!("这不是规范文件：应为含 \"format\": \"{wanted}\" 的对象"),
        );
        mistakes.add("", json.at..json.at, said, None);
        return Err(mistakes.sorted());
    }
    mistakes.are_of_a_profile();
    check::check(&json, "", keys::Shape::Record(&keys::ROOT), &mut mistakes);
    meaning::check(&json, &mut mistakes);
    if !mistakes.is_empty() {
        return Err(mistakes.sorted());
    }
    let profile = build::profile(&json);
    proof::check(profile, &json, &mut mistakes);
    if mistakes.is_empty() {
        Ok(profile)
    } else {
        Err(mistakes.sorted())
    }
}
