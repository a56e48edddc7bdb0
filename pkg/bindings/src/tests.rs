//! Tests that run in a browser: `wasm-pack test --headless --chrome`.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::{change, check, form, lint, unreadable, valid};

wasm_bindgen_test_configure!(run_in_browser);

/// `alibaba.create-instance.cn`.
const CN: u8 = 1;

#[wasm_bindgen_test]
fn a_request_is_judged() {
    assert!(valid(CN, r#"{"RegionId": "cn-hangzhou", "Capacity": 1}"#));
    assert!(!valid(CN, "RegionId=cn-hangzhou&Capacity=1"));
    let report = check(CN, r#"{"RegionId": "cn-hangzhou"}"#, false, true, "");
    assert!(report.contains("required-one-of"), "{report}");
    assert!(lint(255, "{}", "name", 0, false, "").contains("\"unchecked\""));
    assert!(unreadable(CN, &[b'{', 0xff], "name", 0, false).contains("invalid-utf-8"));
    let order = r#"{"RegionId": "cn-hangzhou"}"#;
    assert!(change(CN, order, order, false).contains("\"allowed\":true"));
}

#[wasm_bindgen_test]
fn what_there_is_not_is_refused() {
    assert!(check(200, "{}", false, false, "").starts_with('!'));
    assert!(check(CN, "{}", false, false, "nonsense").starts_with('!'));
    assert!(form::form_load(1, 200, "", false, "").starts_with('!'));
    assert_eq!(form::form_set(77, "RegionId", "\"x\"", ""), None);
    assert_eq!(form::checklist(CN, "RegionId", "x", false), None);
}

#[wasm_bindgen_test]
fn a_form_keeps_no_secret() {
    assert_eq!(
        form::form_load(
            1,
            CN,
            "RegionId\0\"cn-hangzhou\"\0Capacity\x001\0",
            false,
            ""
        ),
        ""
    );
    let secrets = "Password\0\"Abcd1234\"\0";
    let report = form::form_set(1, "ChargeType", "\"PrePaid\"", secrets).unwrap_or_default();
    assert!(report.contains("/Period"), "{report}");
    let _ = form::form_set(1, "Period", "\"1\"", secrets);
    let request = form::form_request(1, secrets).unwrap_or_default();
    assert!(request.contains("Abcd1234"), "{request}");
    let request = form::form_request(1, "").unwrap_or_default();
    assert!(!request.contains("Password"), "{request}");
}

#[wasm_bindgen_test]
fn odd_paths_do_no_harm() {
    assert_eq!(form::form_load(2, 2, "", false, ""), "");
    for path in [
        "",
        "/",
        "Instances",
        "Instances/0",
        "Instances/999999999999/RegionId",
        "a/b/c",
        "Instances/0/0/0",
    ] {
        let _ = form::form_set(2, path, "1", "");
        let _ = form::form_outlook(2, "x\0");
    }
}
