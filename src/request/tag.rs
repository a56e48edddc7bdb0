use super::Text;
use super::record::request;

request! {
    /// A tag of an instance of Alibaba Cloud. In a query string it is spelt out: `Tag.1.Key`.
    Tag {
        /// Key.
        "Key" key: Text,
        /// Value; it may be empty.
        "Value" value: Text,
    }
}

impl Tag {
    /// A tag of that key and value.
    #[must_use]
    pub fn new(key: impl Into<Text>, value: impl Into<Text>) -> Self {
        Self::default().key(key).value(value)
    }
}
