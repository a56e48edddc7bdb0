//! Names in camelCase, as two tools write what a third one writes in `snake_case`.

use crate::input::item::Member;

/// Gives a member the name in `snake_case` under which the tables know it, and keeps the written
/// one for findings.
///
/// A name that is not written in camelCase, such as `instance_class`, is no name of these tools:
/// it gets a U+0000 before it, so that it matches no row of a table.
pub(crate) fn rename(member: &mut Member, exception: Option<(&str, &str)>) {
    let written = std::mem::take(&mut member.name);
    member.name = match exception {
        Some((plural, name)) if written == plural => name.to_owned(),
        // The tool has the argument under the other name only.
        Some((_, name)) if snake(&written) == name => foreign(&written),
        _ if is_camel(&written) => snake(&written),
        _ => foreign(&written),
    };
    member.shown = (member.name != written).then_some(written);
}

fn foreign(written: &str) -> String {
    format!("\u{0}{written}")
}

/// Whether a name is written in camelCase.
fn is_camel(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// A name in camelCase in `snake_case`.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for character in name.chars() {
        if character.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::item::{Item, What, Written};

    fn renamed(name: &str) -> (String, Option<String>) {
        let mut member = Member {
            name: name.to_owned(),
            shown: None,
            key: 0..0,
            whole: 0..0,
            is_block: false,
            value: Item::new(What::Null, 0..0, Written::YamlPlain),
        };
        rename(&mut member, Some(("backupPeriods", "backup_period")));
        (member.name, member.shown)
    }

    #[test]
    fn names_are_those_of_the_tables() {
        for (written, name) in [
            ("vswitchId", "vswitch_id"),
            ("dbInstanceName", "db_instance_name"),
            ("srcdbInstanceId", "srcdb_instance_id"),
            ("securityIps", "security_ips"),
            ("storageSizeGb", "storage_size_gb"),
            ("backupPeriods", "backup_period"),
            ("backupPeriod", "\u{0}backupPeriod"),
            ("instance_class", "\u{0}instance_class"),
            ("InstanceClass", "\u{0}InstanceClass"),
            ("vSwitchId", "v_switch_id"),
        ] {
            assert_eq!(
                renamed(written),
                (name.to_owned(), Some(written.to_owned()))
            );
        }
        assert_eq!(renamed("period"), ("period".to_owned(), None));
    }
}
