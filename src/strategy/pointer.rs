//! Values at a JSON Pointer, also within JSON that stands in a text.

use serde_json::Value;

/// The parts of a pointer, decoded.
fn parts(path: &str) -> Vec<String> {
    path.split('/')
        .skip(1)
        .map(|part| part.replace("~1", "/").replace("~0", "~"))
        .collect()
}

/// The value at a pointer.
pub(super) fn get(spec: &Value, path: &str) -> Option<Value> {
    let mut value = spec.clone();
    for part in parts(path) {
        if let Value::String(text) = &value {
            value = serde_json::from_str(text).ok()?;
        }
        value = match value {
            Value::Object(mut members) => members.remove(&part)?,
            Value::Array(mut elements) => {
                let at: usize = part.parse().ok()?;
                (at < elements.len()).then(|| elements.swap_remove(at))?
            }
            _ => return None,
        };
    }
    Some(value)
}

/// Puts a value at a pointer, or takes away what stands there. Whether anything was changed.
pub(super) fn put(spec: &mut Value, path: &str, new: Option<&Value>) -> bool {
    change(spec, &parts(path), new)
}

fn change(value: &mut Value, way: &[String], new: Option<&Value>) -> bool {
    let [part, rest @ ..] = way else {
        return false;
    };
    if let Value::String(text) = value {
        let Ok(mut inner) = serde_json::from_str::<Value>(text) else {
            return false;
        };
        let changed = change(&mut inner, way, new);
        if changed {
            *text = inner.to_string();
        }
        return changed;
    }
    match value {
        Value::Object(members) if rest.is_empty() => match new {
            Some(new) => members.insert(part.clone(), new.clone()).as_ref() != Some(new),
            None => members.remove(part).is_some(),
        },
        Value::Object(members) => match (members.get_mut(part), new) {
            (Some(inner), _) => change(inner, rest, new),
            (None, Some(_)) => {
                let mut inner = Value::Object(serde_json::Map::new());
                let changed = change(&mut inner, rest, new);
                members.insert(part.clone(), inner);
                changed
            }
            (None, None) => false,
        },
        Value::Array(elements) => {
            let Some(at) = part.parse::<usize>().ok().filter(|at| *at < elements.len()) else {
                return false;
            };
            match (rest.is_empty(), new) {
                (true, Some(new)) => {
                    let changed = elements[at] != *new;
                    elements[at] = new.clone();
                    changed
                }
                (true, None) => {
                    elements.remove(at);
                    true
                }
                (false, _) => change(&mut elements[at], rest, new),
            }
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_with_json_are_entered() {
        let mut spec = json!({"Instances": "[{\"RegionId\":\"a\"},{}]"});
        assert_eq!(get(&spec, "/Instances/0/RegionId"), Some(json!("a")));
        assert!(put(&mut spec, "/Instances/1/RegionId", Some(&json!("b"))));
        assert!(!put(&mut spec, "/Instances/7/RegionId", None));
        assert!(put(&mut spec, "/Instances/0/RegionId", None));
        assert_eq!(spec, json!({"Instances": "[{},{\"RegionId\":\"b\"}]"}));
    }
}
