use crate::envelope::SpecFormat;
use crate::envelope::show::{read, specs};

#[test]
fn members_are_those_of_the_tables() {
    let text = "apiVersion: tair.alibabacloud.crossplane.io/v1alpha1
kind: TairInstance
metadata: {name: orders}
spec:
  forProvider:
    region: cn-hangzhou
    instanceClass: tair.rdb.2g
    vpcIdSelector: {matchLabels: {app: orders}}
    vpcIdRef: {name: x}
    vswitchId: vsw-1
    vswitchIdRef: {name: x}
    passwordSecretRef: {name: x, namespace: y, key: z}
    config: {appendOnly: \"yes\"}
    zone_id: a
  initProvider:
    instanceClass: tair.rdb.1g
    period: 1
";
    let found = read(text);
    assert_eq!(
        specs(text, &found),
        [
            "crossplane.tair-instance TairInstance/orders {instanceClass=\"tair.rdb.2g\" \
          vswitchId=\"vsw-1\" config={appendOnly=\"yes\"} zone_id=\"a\" period=1 vpcId=? password=?}"
        ]
    );
    let spec = &found.specs[0];
    assert_eq!(spec.region.as_deref(), Some("cn-hangzhou"));
    assert_eq!(spec.format, SpecFormat::Crossplane);
    assert_eq!(&text[spec.head.clone()], "forProvider");
    assert_eq!(spec.whole, 0..text.len() - 1);
}

#[test]
fn the_group_decides() {
    let resource = |group: &str, kind: &str| {
        let text = format!(
            "apiVersion: {group}/v1\nkind: {kind}\nmetadata: {{generateName: c-}}\nspec: {{forProvider: {{vSwitchId: x, region: y}}}}\n# crossplane.io/\n"
        );
        specs(&text, &read(&text)).join(";")
    };
    assert_eq!(
        resource("redis.alibaba.crossplane.io", "RedisInstance"),
        "crossplane.redis-instance RedisInstance/c- {vSwitchId=\"x\" region=\"y\"}"
    );
    assert_eq!(resource("redis.cnrm.cloud.google.com", "RedisInstance"), "");
    assert_eq!(resource("redis.alibaba.crossplane.io", "Instance"), "");
    assert_eq!(resource("tair.alibabacloud.crossplane.io", "Account"), "");
    assert_eq!(resource("vpc.alibabacloud.crossplane.io", "Instance"), "");
}

#[test]
fn only_what_creates_is_an_order() {
    let with = |spec: &str| {
        let text =
            format!("apiVersion: tair.alibabacloud.crossplane.io/v1\nkind: Instance\n{spec}");
        specs(&text, &read(&text)).join(";")
    };
    assert_eq!(with(""), "crossplane.instance Instance {}");
    assert_eq!(with("spec: {}\n"), "crossplane.instance Instance {}");
    assert_eq!(
        with("spec: {forProvider: }\n"),
        "crossplane.instance Instance {}"
    );
    assert_eq!(
        with("spec: {forProvider: [x]}\n"),
        "crossplane.instance Instance {..}"
    );
    assert_eq!(
        with("spec: {initProvider: {period: 1}}\n"),
        "crossplane.instance Instance {period=1}"
    );
    assert_eq!(with("spec: {managementPolicies: [Observe]}\n"), "");
    assert_eq!(
        with("spec: {managementPolicies: [Create]}\n"),
        "crossplane.instance Instance {}"
    );
}

#[test]
fn lists_and_compositions_hold_resources() {
    let text = "apiVersion: v1
kind: List
items:
- apiVersion: tair.alibabacloud.crossplane.io/v1alpha1
  kind: Instance
  metadata: {name: a}
  spec: {forProvider: {region: cn-hangzhou}}
---
apiVersion: apiextensions.crossplane.io/v1
kind: Composition
spec:
  resources:
  - name: cache
    base:
      apiVersion: tair.alibabacloud.crossplane.io/v1alpha1
      kind: Instance
      spec: {forProvider: {instanceClass: redis.a, zoneId: b}}
    patches:
    - {fromFieldPath: spec.class, toFieldPath: spec.forProvider.instanceClass}
    - {type: PatchSet, patchSetName: c}
  pipeline:
  - step: d
    input:
      resources:
      - base: {apiVersion: redis.alibaba.crossplane.io/v1, kind: RedisInstance, metadata: {name: e}}
";
    let found = read(text);
    assert_eq!(
        specs(text, &found),
        [
            "crossplane.instance Instance/a {}",
            "crossplane.instance Instance/cache {instanceClass=? zoneId=\"b\" ..}",
            "crossplane.redis-instance RedisInstance/e {..}",
        ]
    );
}
