//! JSON Merge Patch (RFC 7396), by which a row's sample changes the profile's own.

use serde_json::{Map, Value};

use super::{Profile, Sample};

impl Sample {
    /// The profile's own sample with this change to the object at that place, where `*` stands for
    /// the first element of a list. `None` where the sample does not fit the profile's.
    ///
    /// ```
    /// use kvspec::Profile;
    /// let profile = Profile::by_id("alibaba.create-instance.cn").unwrap();
    /// let row = profile.request.parameter("EngineVersion").unwrap();
    /// let sample = row.samples.iter().find(|sample| sample.code.is_none()).unwrap();
    /// assert!(kvspec::Checker::new(profile).is_valid(&sample.spec(profile, "").unwrap()));
    /// ```
    #[must_use]
    pub fn spec(&self, profile: &Profile, at: &str) -> Option<Value> {
        self.change(serde_json::from_str(profile.sample).ok()?, at)
    }

    /// The same of another request than the profile's own sample.
    pub(crate) fn change(&self, mut spec: Value, at: &str) -> Option<Value> {
        merge(&mut spec, &serde_json::from_str(self.outer).ok()?);
        let way: Vec<&str> = at.split('/').skip(1).collect();
        merge_at(&mut spec, &way, &serde_json::from_str(self.patch).ok()?)?;
        Some(spec)
    }
}

/// Changes a value by a patch.
pub(crate) fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(changes) = patch else {
        target.clone_from(patch);
        return;
    };
    let Some(members) = members(target) else {
        return;
    };
    for (name, change) in changes {
        if change.is_null() {
            members.remove(name);
        } else {
            merge(members.entry(name.clone()).or_insert(Value::Null), change);
        }
    }
}

/// Changes what stands at the end of a way by a patch. `*` is the first element of a list, which
/// may stand in a text; what is missing on the way is made.
pub(crate) fn merge_at(target: &mut Value, way: &[&str], patch: &Value) -> Option<()> {
    let [name, rest @ ..] = way else {
        merge(target, patch);
        return Some(());
    };
    if let Value::String(text) = target {
        let mut inner: Value = serde_json::from_str(text).ok()?;
        merge_at(&mut inner, way, patch)?;
        *text = inner.to_string();
        return Some(());
    }
    if *name != "*" {
        let member = members(target)?.entry(*name).or_insert(Value::Null);
        return merge_at(member, rest, patch);
    }
    if !target.is_array() {
        *target = Value::from(vec![Value::Object(Map::new())]);
    }
    merge_at(target.get_mut(0)?, rest, patch)
}

/// The members of an object, which what is none becomes.
fn members(target: &mut Value) -> Option<&mut Map<String, Value>> {
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    target.as_object_mut()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lists_in_texts_are_entered_and_missing_ones_made() {
        let mut spec = json!({"Instances": "[{\"RegionId\":\"a\"},{}]"});
        assert!(merge_at(&mut spec, &["Instances", "*"], &json!({"a": 1})).is_some());
        assert_eq!(
            spec,
            json!({"Instances": "[{\"RegionId\":\"a\",\"a\":1},{}]"})
        );
        assert!(merge_at(&mut spec, &["Tag", "*"], &json!({"Key": "k"})).is_some());
        assert_eq!(spec["Tag"], json!([{"Key": "k"}]));
        let mut empty = json!({"Tag": []});
        assert!(merge_at(&mut empty, &["Tag", "*"], &json!({})).is_none());
    }
}
