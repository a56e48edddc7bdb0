//! What things are called in the new file: references to what is not known, and orders.

use std::collections::{HashMap, HashSet};

use super::{Moving, OrderFormat};

/// What the references of a new file stand for.
#[derive(Debug, Default)]
pub(super) struct Names {
    all: Vec<Name>,
    by_identity: HashMap<String, usize>,
    taken: HashSet<Vec<String>>,
}

/// Something that is not known, or not written.
#[derive(Debug)]
pub(super) struct Name {
    /// Its name, in words in small letters.
    words: Vec<String>,
    pub(super) is_secret: bool,
    pub(super) holds: Holds,
}

/// What a reference holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    Number,
    Boolean,
    List,
    Map,
}

impl Names {
    /// The reference to something that is told from others by `identity`, and called like that.
    pub(super) fn refer(
        &mut self,
        identity: String,
        called: &str,
        is_secret: bool,
        holds: Holds,
    ) -> usize {
        if let Some(known) = self.by_identity.get(&identity) {
            let known = *known;
            self.all[known].is_secret |= is_secret;
            return known;
        }
        let mut name = words(called);
        if name.is_empty() {
            name = vec!["value".to_owned()];
        }
        let mut unique = name.clone();
        let mut number = 2_u32;
        while !self.taken.insert(unique.clone()) {
            unique.clone_from(&name);
            unique.push(number.to_string());
            number += 1;
        }
        let index = self.all.len();
        self.all.push(Name {
            words: unique,
            is_secret,
            holds,
        });
        self.by_identity.insert(identity, index);
        index
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &Name)> {
        self.all.iter().enumerate()
    }

    /// What a reference is called in a format.
    pub(super) fn spelled(&self, index: usize, format: OrderFormat) -> String {
        let Some(name) = self.all.get(index) else {
            return String::new();
        };
        spelled(&name.words, format)
    }
}

/// Words as a name of a format.
pub(super) fn spelled(words: &[String], format: OrderFormat) -> String {
    match format {
        OrderFormat::Terraform => words.join("_"),
        OrderFormat::Aliyun | OrderFormat::Jdc | OrderFormat::Json => {
            let name = words.join("_").to_ascii_uppercase();
            // Alone it says too little in an environment.
            if name == "PASSWORD" {
                "REDIS_PASSWORD".to_owned()
            } else {
                name
            }
        }
        OrderFormat::Ros => words.iter().map(|word| capital(word)).collect(),
        OrderFormat::Pulumi => words
            .iter()
            .enumerate()
            .map(|(index, word)| {
                if index == 0 {
                    word.clone()
                } else {
                    capital(word)
                }
            })
            .collect(),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_ascii_uppercase(), letters.as_str())
    })
}

/// The words of a name in any of the usual spellings, in small letters.
pub(super) fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|at| letters[at]);
        let begins = letter.is_ascii_uppercase()
            && before.is_some_and(|before| {
                let is_after_small = before.is_ascii_lowercase() || before.is_ascii_digit();
                let next = letters.get(index + 1);
                let is_before_small = next.is_some_and(char::is_ascii_lowercase);
                is_after_small || (before.is_ascii_uppercase() && is_before_small)
            });
        if !letter.is_ascii_alphanumeric() || begins {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    // The API's `VSwitchId` is everybody else's vswitch_id.
    if let Some(at) = words.windows(2).position(|pair| pair == ["v", "switch"]) {
        words.remove(at);
        "vswitch".clone_into(&mut words[at]);
    }
    let is_name = words
        .first()
        .is_none_or(|word| word.starts_with(|first: char| first.is_ascii_alphabetic()));
    if !is_name {
        words.insert(0, "value".to_owned());
    }
    words
}

/// The name that a reference is by itself: `var.x`, `$X`, a parameter's; an attribute of a
/// resource has none.
pub(super) fn own(reference: &str) -> Option<&str> {
    let name = ["var.", "local.", "vars.", "secrets.", "env.", "$"]
        .iter()
        .find_map(|prefix| reference.strip_prefix(prefix))
        .unwrap_or(reference);
    let is_name = !name.is_empty()
        && name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    is_name.then_some(name)
}

/// Calls every order by a name of its own.
pub(super) fn call(moving: &mut [Moving]) {
    let mut taken: HashSet<Vec<String>> = HashSet::new();
    for order in moving {
        let called = order.name.as_deref().unwrap_or_default();
        // A command has no name but its line's.
        let is_line = called.starts_with("line ");
        let own = called.rsplit('.').next().unwrap_or_default();
        let mut name = if is_line { Vec::new() } else { words(own) };
        if name.is_empty() {
            name.push("cache".to_owned());
        }
        let mut unique = name.clone();
        let mut number = 2_u32;
        while !taken.insert(unique.clone()) {
            unique.clone_from(&name);
            unique.push(number.to_string());
            number += 1;
        }
        order.called = unique;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_apart_into_words() {
        for (name, expected) in [
            ("VSwitchId", "vswitch id"),
            ("SrcDBInstanceId", "src db instance id"),
            ("vswitch_id", "vswitch id"),
            ("redisPassword", "redis password"),
            ("REDIS_PW", "redis pw"),
            ("shop-cache", "shop cache"),
            ("2nd", "value 2nd"),
            ("缓存", ""),
        ] {
            assert_eq!(words(name).join(" "), expected, "{name}");
        }
    }

    #[test]
    fn only_names_are_kept() {
        assert_eq!(own("var.redis_password"), Some("redis_password"));
        assert_eq!(own("$REDIS_PW"), Some("REDIS_PW"));
        assert_eq!(own("CachePassword"), Some("CachePassword"));
        assert_eq!(own("secrets.REDIS_PASSWORD"), Some("REDIS_PASSWORD"));
        assert_eq!(own("alicloud_vswitch.app.id"), None);
        assert_eq!(own("(Vpc)"), None);
        assert_eq!(own("var.list[0]"), None);
    }
}
