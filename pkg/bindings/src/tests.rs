//! Tests that run in a browser: `wasm-pack test --headless --chrome`.

use kvspec::Fields;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::memory::{fill, written};
use crate::{CHINESE, DONE, REFUSED, change, check, form, lint, names, unreadable, valid, verdict};

wasm_bindgen_test_configure!(run_in_browser);

/// `alibaba.create-instance.cn`.
const CN: u32 = 1;

/// Writes texts as JavaScript does, and gives their lengths.
fn input<const N: usize>(texts: [&str; N]) -> [u32; N] {
    fill(texts.concat().as_bytes());
    texts.map(|text| u32::try_from(text.len()).unwrap_or(0))
}

fn packed(fields: &[(&str, &str)]) -> String {
    let mut all = Fields::new();
    for (name, text) in fields {
        all.string(name, text);
    }
    all.packed().to_owned()
}

fn has(text: &str) -> bool {
    written().1.contains(text)
}

fn is(status: usize) -> bool {
    written().0.first() == u32::try_from(status).ok().as_ref()
}

#[wasm_bindgen_test]
fn a_request_is_judged() {
    let order = r#"{"RegionId": "cn-hangzhou", "Capacity": 1}"#;
    let [length] = input([order]);
    assert_eq!(valid(CN, length), 1);
    let [length] = input(["RegionId=cn-hangzhou&Capacity=1"]);
    assert_eq!(valid(CN, length), 0);
    let fields = packed(&[("RegionId", "cn-hangzhou"), ("Capacity", "1")]);
    // Only what changes comes again.
    let [length] = input([&fields]);
    assert_eq!(verdict(CN, length, 1), 1);
    let [length] = input([&packed(&[("Period", "1")])]);
    assert_eq!(verdict(CN, length, 0), 0);
    let [length] = input([&packed(&[("ChargeType", "PrePaid")])]);
    assert_eq!(verdict(CN, length, 0), 1);
    let [length] = input([&packed(&[("chargetype", "PrePaid")])]);
    assert_eq!(verdict(CN, length, 0), 2);
    let [length] = input([&packed(&[("RegionId", "cn-hangzhou")])]);
    assert_eq!(verdict(CN, length, 1), 0);
    assert_eq!(verdict(200, 0, 1), 2);
    let [spec, context] = input([r#"{"RegionId": "cn-hangzhou"}"#, ""]);
    let _ = check(CN, spec, context, CHINESE);
    // One error, and no words: those are on the other side.
    assert_eq!(written().0[..2], [0, 1]);
    assert!(has("Capacity") && !has("required"));
    let [text, context] = input(["{}", ""]);
    let _ = lint(255, text, context, 0, 0);
    assert!(has("name a profile"));
    fill(&[b'{', 0xff]);
    let _ = unreadable(CN, 2, 0, 0);
    assert!(is(DONE));
    let [existing, wanted] = input([order, order]);
    let _ = change(CN, existing, wanted, 0);
    assert_eq!(written().0[..2], [0, 1]);
    let _ = names(CN);
    assert!(has("RegionId"));
}

#[wasm_bindgen_test]
fn what_there_is_not_is_refused() {
    let [spec, context] = input(["{}", ""]);
    let _ = check(200, spec, context, 0);
    assert!(is(REFUSED));
    let [spec, context] = input(["{}", "nonsense"]);
    let _ = check(CN, spec, context, 0);
    assert!(is(REFUSED));
    let [values, context] = input(["", ""]);
    let _ = form::form_load(1, 200, values, context, 0);
    assert!(is(REFUSED));
    let [changes] = input([&packed(&[("RegionId", "x")])]);
    assert_eq!(form::form_set(77, changes, 1), 0);
    let [path, password] = input(["RegionId", "x"]);
    assert_eq!(form::checklist(CN, path, password), 0);
}

#[wasm_bindgen_test]
fn a_form_keeps_no_secret() {
    let values = packed(&[("RegionId", "cn-hangzhou"), ("Capacity", "1")]);
    let [values, context] = input([&values, ""]);
    let _ = form::form_load(1, CN, values, context, 0);
    assert!(is(DONE));
    let set = |name: &str, text: &str, keep: u32| {
        let [changes] = input([&packed(&[(name, text)])]);
        form::form_set(1, changes, keep)
    };
    // What a password means for the verdict is known from then on.
    assert_eq!(set("Password", "x", 0), 1);
    assert_eq!(set("Token", "t", 1), 1);
    assert_eq!(set("Password", "Abcd1234", 0), 2);
    assert_eq!(set("ChargeType", "PrePaid", 0), 1);
    let check = |changes: &str, secrets: &str| {
        let [changes, secrets] = input([changes, secrets]);
        form::form_check(1, changes, secrets)
    };
    // Neither was kept.
    let _ = check("", "");
    assert!(!has("/Period") && !has("/Password"));
    let charge_type = packed(&[("ChargeType", "PrePaid")]);
    let _ = check(&charge_type, &packed(&[("Password", "x")]));
    assert!(has("/Period") && has("/Password"));
    // One of them was kept now.
    let _ = check("", "");
    assert!(has("/Period") && !has("/Password"));
}

#[wasm_bindgen_test]
fn what_surrounds_an_order_may_forbid_it() {
    let values = packed(&[("RegionId", "cn-hangzhou"), ("Capacity", "1")]);
    let [values, context] = input([&values, r#"{"vSwitch": {"cidr": "10.0.0.0/8"}}"#]);
    let _ = form::form_load(3, CN, values, context, 0);
    assert!(is(DONE));
    let [changes] = input([&packed(&[("Token", "t")])]);
    assert_eq!(form::form_set(3, changes, 0), 3);
    let [changes] = input([&packed(&[("Period", "0")])]);
    assert_eq!(form::form_set(3, changes, 0), 1);
}

#[wasm_bindgen_test]
fn odd_paths_do_no_harm() {
    let [values, context] = input(["", ""]);
    let _ = form::form_load(2, 2, values, context, 0);
    for path in [
        "",
        "/",
        "Instances",
        "Instances/0",
        "Instances/999999999999/RegionId",
        "a/b/c",
        "Instances/0/0/0",
    ] {
        let [changes] = input([&packed(&[(path, "1")])]);
        assert_ne!(form::form_set(2, changes, 1), 0);
        let [changes, secrets] = input(["{x", "{x"]);
        let _ = form::form_outlook(2, changes, secrets);
        assert!(is(DONE));
        let [changes, secrets] = input(["", ""]);
        let _ = form::form_check(2, changes, secrets);
        assert!(is(DONE));
    }
}
