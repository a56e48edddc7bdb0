//! Commands in the scripts that a YAML file holds for somebody to run: workflows, pipelines,
//! playbooks, jobs.

use super::super::inner::Inner;
use super::super::{Found, command_line};
use crate::input::yaml::{Kind, Node};

/// Names of members whose texts are run, in small letters. What stands under another name may
/// speak of a command without running it.
const RUN: [&str; 13] = [
    "args",
    "bash",
    "cmd",
    "cmds",
    "command",
    "commands",
    "inline",
    "inlinescript",
    "run",
    "script",
    "scripts",
    "sh",
    "shell",
];

/// Reads all scripts of a document, and says whether they hold an order.
pub(super) fn read(text: &str, root: &Node<'_>, found: &mut Found) -> bool {
    let before = found.specs.len() + found.remarks.len();
    walk(text, root, false, found);
    found.specs.len() + found.remarks.len() > before
}

fn walk(text: &str, node: &Node<'_>, is_run: bool, found: &mut Found) {
    // An alias stands for what is read where it is written.
    if node.alias.is_some() {
        return;
    }
    match &node.kind {
        Kind::Map(pairs) => {
            for pair in pairs {
                walk(text, &pair.value, is_script(&pair.name), found);
            }
        }
        Kind::List(elements) => {
            for element in elements {
                walk(text, element, is_run, found);
            }
        }
        Kind::Text(script) if is_run => {
            let mut inner = command_line::read(script);
            Inner::new(text, node, script).outward(&mut inner);
            found.specs.append(&mut inner.specs);
            found.remarks.append(&mut inner.remarks);
            found.ignores.append(&mut inner.ignores);
            found.secrets.append(&mut inner.secrets);
        }
        _ => {}
    }
}

/// Whether a member of that name is a script: `run`, `before_script`, `ansible.builtin.shell`.
fn is_script(name: &str) -> bool {
    let last = name.rsplit(['.', '_', '-']).next().unwrap_or(name);
    let last = last.to_ascii_lowercase();
    RUN.contains(&last.as_str())
}

#[cfg(test)]
mod tests {
    use crate::envelope::show::read;

    #[test]
    fn scripts_are_read_in_their_places() {
        let text = "on: push\njobs:\n  order:\n    steps:\n    - name: aliyun r-kvstore CreateInstance --ZoneId z\n    - run: |\n        # kvspec: ignore\n        aliyun r-kvstore CreateInstance \\\n          --ZoneId a\n\n        aliyun r-kvstore CreateInstance --ZoneId b\n    - ansible.builtin.shell: >\n        aliyun r-kvstore\n        CreateInstance\n        --ZoneId c\n    - args: [aliyun, \"-c\", \"jdc redis create-cache-instance --input-json '{}'\"]\n    - before_script:\n      - aliyun r-kvstore CreateInstance\n        --ZoneId d\n";
        let found = read(text);
        let shown: Vec<_> = (found.specs.iter())
            .map(|spec| (spec.name.as_str(), &text[spec.head.clone()]))
            .collect();
        let create = "aliyun r-kvstore CreateInstance";
        assert_eq!(
            shown,
            [
                ("line 8", create),
                ("line 11", create),
                ("line 13", "aliyun r-kvstore\n        CreateInstance"),
                ("line 16", "jdc redis create-cache-instance"),
                ("line 18", create),
            ]
        );
        assert_eq!(found.ignores.len(), 1);
        assert!(text[found.ignores[0].covers.clone()].ends_with("--ZoneId a"));
    }
}
