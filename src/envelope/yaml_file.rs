//! Orders in a YAML file, or in a JSON file that holds the same: templates of ROS, programs of
//! Pulumi, resources of Crossplane, and commands in what a pipeline runs.

#[cfg(test)]
mod samples;
mod scripts;
#[cfg(test)]
mod tests;

pub(crate) use super::crossplane::is_part;
use super::directive::directives;
use super::{Found, Remark, What, command_line, crossplane, indentation, pulumi, ros};
use crate::input::yaml::{Node, Problem, document, documents, json};

/// Without one of these a document holds none of our resources, nor an invented one.
const SIGNS: [&str; 8] = [
    "ALIYUN::",
    "Aliyun::Terraform-",
    "alicloud:",
    "crossplane.io/",
    "alicloud_kvstore_instance",
    "alicloud_redis_tair_instance",
    "r-kvstore",
    "jdc redis",
];

/// Types of which a broken document may have held a resource.
const TYPES: [&str; 8] = [
    "ALIYUN::REDIS::Instance",
    "ALIYUN::REDIS::PrepayInstance",
    "alicloud:kvstore",
    "alicloud:redis",
    "tair.alibabacloud.crossplane.io",
    "redis.alibaba.crossplane.io",
    "alicloud_kvstore_instance",
    "alicloud_redis_tair_instance",
];

/// Reads a file. The closure reads HCL, which a template may hold: places in what it returns are
/// those in the text that it was given.
pub(crate) fn read(text: &str, terraform: &dyn Fn(&str) -> Found) -> Found {
    read_as(text, false, terraform)
}

/// Reads a file that is called JSON: what YAML would let pass in it is a mistake.
pub(crate) fn read_json(text: &str, terraform: &dyn Fn(&str) -> Found) -> Found {
    read_as(text, true, terraform)
}

fn read_as(text: &str, is_json: bool, terraform: &dyn Fn(&str) -> Found) -> Found {
    let mut found = Found::default();
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return found;
    }
    let mut json_problem = None;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with(['{', '[']) {
        match json(text) {
            Ok(root) => {
                orders(text, &root, terraform, &mut found);
                command_line::name_commands(text, &mut found);
                return found;
            }
            Err(problem) => json_problem = Some(problem),
        }
        let runs = indentation::in_json(text);
        if let (true, Some(remark)) = (names_a_type(text), indentation::remark(text, runs)) {
            found.remarks.push(remark);
            return found;
        }
        if is_json && let Some(problem) = json_problem.take_if(|_| names_a_type(text)) {
            found.remarks.push(syntax(problem));
            return found;
        }
    }
    let mut no_breaks = Vec::new();
    for part in documents(text) {
        let written = &text[part.clone()];
        if !SIGNS.iter().any(|sign| written.contains(sign)) {
            continue;
        }
        let document = document(text, part.clone());
        let names_a_type = names_a_type(written);
        if names_a_type && written.contains('\u{a0}') {
            no_breaks.append(&mut indentation::in_yaml(
                text,
                part.clone(),
                &document.scalars,
            ));
        }
        match document.root {
            Ok(root) => {
                let before = found.specs.len() + found.remarks.len();
                orders(text, &root, terraform, &mut found);
                if found.specs.len() + found.remarks.len() > before {
                    found
                        .ignores
                        .append(&mut directives(text, part, &root, &document.scalars));
                }
            }
            Err(problem) if names_a_type => {
                let problem = json_problem.take().unwrap_or(problem);
                found.remarks.push(syntax(problem));
            }
            Err(_) => {}
        }
    }
    if let Some(remark) = indentation::remark(text, no_breaks) {
        return Found {
            remarks: vec![remark],
            ..Found::default()
        };
    }
    command_line::name_commands(text, &mut found);
    found.ignores.sort_by_key(|ignore| ignore.span.start);
    found
}

/// The orders of a document, whichever tool it is for.
fn orders(text: &str, root: &Node<'_>, terraform: &dyn Fn(&str) -> Found, found: &mut Found) {
    let _ = crossplane::read(root, found)
        || ros::read(text, root, terraform, found)
        || pulumi::read(root, found)
        || scripts::read(text, root, found);
}

/// Whether a text has one of our types in it.
pub(crate) fn names_a_type(text: &str) -> bool {
    TYPES.iter().any(|name| text.contains(name))
}

fn syntax(problem: Problem) -> Remark {
    Remark {
        what: What::Syntax(problem.text),
        path: String::new(),
        span: problem.at,
        fix: None,
    }
}
