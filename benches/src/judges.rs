//! All judges, and whether they agree.

use kvspec::{Checker, Spec};
use serde_json::Value;

use crate::data;
use crate::hand;
use crate::orders::Order;
use crate::schema::{Boon, Schemas};

/// Whoever can say of an order whether it is valid.
#[expect(missing_debug_implementations, reason = "boon has none")]
pub struct Judges {
    /// kvspec.
    pub checker: Checker<'static>,
    /// `jsonschema`.
    pub schemas: Schemas,
    /// boon.
    pub boon: Boon,
}

impl Judges {
    /// Prepares all.
    #[must_use]
    pub fn new() -> Self {
        Self {
            checker: Checker::new(&kvspec::documents::ALIBABA_CREATE_INSTANCE_CN),
            schemas: Schemas::new(),
            boon: Boon::new(),
        }
    }

    /// The verdicts on one order, each with the name of its judge.
    ///
    /// # Panics
    ///
    /// When a value cannot be written as JSON.
    #[must_use]
    pub fn verdicts<'v>(&self, value: &'v Value) -> Vec<(&'static str, bool)> {
        let text = value.to_string();
        let order = Order::of(value);
        let read: Result<Order<'_>, _> = serde_json::from_str(&text);
        let sonic: Result<Order<'_>, _> = sonic_rs::from_str(&text);
        let by = |check: fn(&Order<'v>) -> bool| order.as_ref().is_some_and(check);
        vec![
            ("kvspec check_value", self.checker.check(value).is_valid()),
            (
                "kvspec check_json",
                self.checker.check(Spec::Json(&text)).is_valid(),
            ),
            ("kvspec is_valid_value", self.checker.is_valid(value)),
            (
                "kvspec is_valid_json",
                self.checker.is_valid(Spec::Json(&text)),
            ),
            ("by hand", hand::value(value)),
            ("by hand, typed", by(Order::is_valid_by_hand)),
            ("garde", by(Order::is_valid_by_garde)),
            ("validator", by(Order::is_valid_by_validator)),
            ("jsonschema", self.schemas.plain.is_valid(value)),
            ("boon", self.boon.is_valid(value)),
            (
                "serde_json, by hand",
                read.is_ok_and(|order| order.is_valid_by_hand()),
            ),
            (
                "sonic-rs, by hand",
                sonic.is_ok_and(|order| order.is_valid_by_hand()),
            ),
        ]
    }

    /// Holds all judges against each other over all the data; the number of valid orders.
    ///
    /// # Errors
    ///
    /// The first order about which they disagree, with their verdicts.
    pub fn agree(&self, count: usize) -> Result<usize, String> {
        let fixed = [
            (data::ascii(), true),
            (data::chinese(), true),
            (data::six_mistakes(), false),
        ];
        for (form, valid) in fixed {
            for (judge, verdict) in self.verdicts(&form) {
                if verdict != valid {
                    return Err(format!("{judge} says {verdict} of {form}"));
                }
            }
        }
        let mut valid = 0;
        for order in data::different(count) {
            let verdicts = self.verdicts(&order);
            let first = verdicts[0].1;
            if verdicts.iter().any(|(_, verdict)| *verdict != first) {
                return Err(format!("{order}\n{verdicts:?}"));
            }
            // The exported schema accepts all that is valid, and says itself what else it does.
            if first && !self.schemas.exported.is_valid(&order) {
                return Err(format!("the exported schema refuses {order}"));
            }
            valid += usize::from(first);
        }
        Ok(valid)
    }
}

impl Default for Judges {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn judges_agree() {
        let valid = super::Judges::new()
            .agree(4096)
            .unwrap_or_else(|problem| panic!("{problem}"));
        assert!((1000..3500).contains(&valid), "{valid} of 4096 are valid");
    }

    #[test]
    fn there_are_six_mistakes() {
        let report = super::Judges::new()
            .checker
            .check(&super::data::six_mistakes());
        assert_eq!(report.counts().errors, 6, "{report}");
    }
}
