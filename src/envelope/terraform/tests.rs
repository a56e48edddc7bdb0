use super::*;
use crate::input::item::Via;

macro_rules! examples {
    ($($file:literal)+) => {
        &[$(($file, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats/terraform/", $file)))),+]
    };
}

/// Orders as people publish them.
const FILES: &[(&str, &str)] = examples! {
    "amber-shards.tf"
    "before-0.12-two-names.tf"
    "before-0.12.tf"
    "classic-class-with-six.tf"
    "classic-seven-no-vswitch.tf"
    "cluster-class-without-shards.tf"
    "commented-arguments.tf"
    "commented-out.tf"
    "heredocs.tf"
    "module-all-variables.tf"
    "module-call.tf"
    "module-tair.tf"
    "no-vswitch.tf"
    "open-to-everybody.tf"
    "parameters-block.tf"
    "port-6379.tf"
    "private-cloud.tf"
    "quoted-setting-keys.tf"
    "settings-and-tags.tf"
    "tair-numbers-as-text.tf"
    "tair-one-zone-twice.tf"
    "tair-through-kvstore.tf"
    "three-mistakes.tf"
    "unknown-class.tf"
    "variables-with-defaults.tf"
    "vpc-id.tf"
    "vswitch-in-words.tf"
};

fn one(text: &str) -> Spec {
    let found = read(text, "main.tf", &[]);
    assert_eq!(found.remarks, [], "{text}");
    found.specs.into_iter().next().expect("an order")
}

/// The only order of a file with such a body, and more around it.
fn order_with(body: &str, around: &str) -> (String, Spec) {
    let text = format!("{around}\nresource \"alicloud_kvstore_instance\" \"x\" {{\n{body}\n}}\n");
    let spec = one(&text);
    (text, spec)
}

fn members(item: &Item) -> &[Member] {
    match &item.what {
        What::Map { members, .. } => members,
        other => panic!("no map: {other:?}"),
    }
}

fn get(item: &Item, name: &str) -> Member {
    let found = members(item).iter().find(|member| member.name == name);
    found.unwrap_or_else(|| panic!("no {name}")).clone()
}

/// What an expression is worth, and the text at its place.
fn value(expression: &str, around: &str) -> (What, String, Option<Via>) {
    let (text, spec) = order_with(&format!("  a = {expression}"), around);
    let item = get(&spec.arguments, "a").value;
    let at = text[item.span.clone()].to_owned();
    (item.what, at, item.via.map(|via| *via))
}

fn what(expression: &str) -> What {
    value(expression, "").0
}

fn text(text: &str) -> What {
    What::Text(text.to_owned())
}

fn unknown(reference: &str) -> What {
    What::Unknown {
        reference: Some(reference.to_owned()),
    }
}

fn unsettled_as(reference: &str) -> What {
    What::Unsettled {
        reference: Some(reference.to_owned()),
    }
}

fn partial(pieces: &[Option<&str>]) -> What {
    What::Partial(
        pieces
            .iter()
            .map(|piece| piece.map(str::to_owned))
            .collect(),
    )
}

#[test]
fn real_orders_are_found_by_name() {
    let none = ["commented-out.tf", "module-call.tf", "private-cloud.tf"];
    for &(file, content) in FILES {
        let found = read(content, file, &[]);
        assert_eq!(found.remarks, [], "{file}");
        assert_eq!(
            found.specs.len(),
            usize::from(!none.contains(&file)),
            "{file}"
        );
        for spec in &found.specs {
            assert!(
                content[spec.head.clone()].starts_with("resource \""),
                "{file}"
            );
            assert!(content[spec.head.clone()].ends_with('"'), "{file}");
            assert!(content[spec.whole.clone()].ends_with('}'), "{file}");
            for member in members(&spec.arguments) {
                assert_eq!(content[member.key.clone()], member.name, "{file}");
                assert!(
                    content[member.whole.clone()].contains(&member.name),
                    "{file}"
                );
                assert!(content[member.whole.clone()].ends_with('\n'), "{file}");
            }
        }
    }
}

fn example(name: &str) -> Spec {
    let found = FILES.iter().find(|(file, _)| *file == name);
    one(found.unwrap_or_else(|| panic!("no {name}")).1)
}

#[test]
fn real_orders_have_their_values() {
    let spec = example("amber-shards.tf");
    assert_eq!(spec.name, "alicloud_kvstore_instance.live");
    assert_eq!(spec.profile, "terraform.alicloud-kvstore-instance");
    assert!(
        members(&spec.arguments)
            .iter()
            .all(|member| member.name != "lifecycle")
    );
    assert_eq!(
        get(&spec.arguments, "shard_count").value.what,
        What::Number("2".into())
    );
    assert_eq!(
        get(&spec.arguments, "period").value.what,
        unsettled_as("var.months")
    );
    assert_eq!(
        get(&spec.arguments, "tags").value.what,
        What::Unknown { reference: None }
    );
    let What::Choice { condition, arms } = get(&spec.arguments, "auto_renew").value.what else {
        panic!("a choice");
    };
    assert_eq!(
        (condition.as_str(), &arms[0].what),
        ("var.renew", &text("true"))
    );

    let spec = example("before-0.12-two-names.tf");
    assert!(spec.admits_old_names);
    assert_eq!(
        get(&spec.arguments, "availability_zone").value.what,
        unknown("data.alicloud_zones.near.zones[0].id")
    );
    assert_eq!(
        get(&spec.arguments, "instance_name").value.what,
        partial(&[None, Some("-"), None])
    );
    assert_eq!(
        get(&spec.arguments, "password").value.what,
        unsettled_as("var.secret")
    );

    let spec = example("before-0.12.tf");
    let name = get(&spec.arguments, "instance_name").value;
    assert_eq!(
        name.what,
        text("shop-check-listing-of-caches-by-name-and-by-subnet1")
    );
    assert!(
        name.via
            .is_some_and(|via| via.is_default && via.name == "var.called")
    );

    let spec = example("heredocs.tf");
    assert!(!spec.admits_old_names);
    assert_eq!(
        get(&spec.arguments, "engine_version").value.what,
        text("4.0")
    );
    assert_eq!(
        get(&spec.arguments, "availability_zone").value.what,
        unsettled_as("var.ZoneA")
    );

    let spec = example("module-all-variables.tf");
    assert!(matches!(
        get(&spec.arguments, "config").value.what,
        What::Unsettled { .. }
    ));
    assert!(
        members(&spec.arguments)
            .iter()
            .all(|member| member.name != "count")
    );

    let spec = example("module-tair.tf");
    assert_eq!(spec.profile, "terraform.alicloud-redis-tair-instance");
    assert!(matches!(
        get(&spec.arguments, "period").value.what,
        What::Unsettled { .. }
    ));
    assert!(matches!(
        get(&spec.arguments, "security_ips").value.what,
        What::Unknown { .. }
    ));

    let spec = example("parameters-block.tf");
    let parameters = get(&spec.arguments, "parameters");
    assert!(parameters.is_block);
    let What::List {
        elements,
        open: false,
    } = &parameters.value.what
    else {
        panic!("a list");
    };
    assert_eq!(
        get(&elements[0], "name").value.what,
        text("maxmemory-policy")
    );

    let spec = example("tair-one-zone-twice.tf");
    assert_eq!(
        get(&spec.arguments, "zone_id").value.what,
        get(&spec.arguments, "secondary_zone_id").value.what
    );

    let spec = example("variables-with-defaults.tf");
    let ips = get(&spec.arguments, "security_ips").value;
    let What::List { elements, .. } = &ips.what else {
        panic!("a list");
    };
    assert_eq!(
        (ips.via, &elements[0].what),
        (None, &text("192.168.0.0/16"))
    );
    assert!(elements[0].via.as_ref().is_some_and(|via| via.is_default));
    assert_eq!(
        get(&spec.arguments, "db_instance_name").value.what,
        partial(&[Some("offers_cache-"), None])
    );

    let spec = example("quoted-setting-keys.tf");
    let config = get(&spec.arguments, "config").value;
    assert_eq!(
        get(&config, "maxmemory-policy").value.what,
        text("allkeys-lru")
    );
    let spec = example("cluster-class-without-shards.tf");
    let config = get(&spec.arguments, "config").value;
    assert_eq!(
        get(&config, "lazyfree-lazy-eviction").value.what,
        text("yes")
    );
}

#[test]
fn literals_are_read_as_terraform_sends_them() {
    assert_eq!(what("7.0"), What::Number("7".into()));
    assert_eq!(what("1e3"), What::Number("1000".into()));
    assert_eq!(what("-5"), What::Number("-5".into()));
    assert_eq!(what("-(5)"), What::Number("-5".into()));
    assert_eq!(what("((true))"), What::Boolean(true));
    assert_eq!(what("!true"), What::Boolean(false));
    assert_eq!(what("null"), What::Null);
    assert_eq!(value("\"é\"", "# é").1, "\"é\"");
    assert_eq!(what(r#""a$${b}%%{c}\n""#), text("a${b}%{c}\n"));
    assert_eq!(what("\"\""), text(""));
    let (found, at, _) = value("<<-EOT\n    a\n      b\n    EOT", "");
    assert_eq!(found, text("a\n  b\n"));
    assert!(at.starts_with("<<-EOT") && at.ends_with("EOT"));
    assert_eq!(
        what("<<EOT\na ${data.b.c}\nEOT"),
        partial(&[Some("a "), None, Some("\n")])
    );
}

#[test]
fn templates_are_known_in_part() {
    assert_eq!(
        what("\"%{ if var.x }a%{ endif }b\""),
        partial(&[None, Some("b")])
    );
    assert_eq!(
        what("\"${data.a.b}${data.c.d}\""),
        What::Unknown { reference: None }
    );
    assert_eq!(what("\"${1}-${true}-${\"x\"}\""), text("1-true-x"));
    assert_eq!(what("\"a ${~ \"b\" ~} c\""), text("abc"));
    assert_eq!(what("\"${\"lit\"}\""), text("lit"));
    let around = "variable \"n\" { default = \"shop\" }";
    let (found, at, via) = value("\"${var.n}-x\"", around);
    assert_eq!((found, at.as_str()), (text("shop-x"), "\"${var.n}-x\""));
    assert!(via.is_some_and(|via| via.is_default && via.name == "var.n" && via.file.is_none()));
}

#[test]
fn references_keep_their_text() {
    for (written, reference) in [
        ("alicloud_vswitch.x.id", "alicloud_vswitch.x.id"),
        ("\"${alicloud_vswitch.x.id}\"", "alicloud_vswitch.x.id"),
        (
            "\"${ alicloud_vswitch.x[0].id }\"",
            "alicloud_vswitch.x[0].id",
        ),
        ("alicloud_vswitch.x.0.id", "alicloud_vswitch.x[0].id"),
        ("data.a.b[\"c\"].d", "data.a.b.c.d"),
        ("data.a.b[ each.key ].d", "data.a.b[each.key].d"),
        ("a.b.*.id", "a.b[*].id"),
        ("count.index", "count.index"),
    ] {
        assert_eq!(what(written), unknown(reference), "{written}");
    }
    for reference in ["var.x", "local.x", "each.value", "module.m.x"] {
        assert_eq!(what(reference), unsettled_as(reference));
    }
    for call in [
        "try(a.b, 1)",
        "lookup(a.b, 1)",
        "coalesce(a.b)",
        "one(a.b[*].c)",
        "try(a.b)[0]",
    ] {
        assert!(matches!(what(call), What::Unsettled { .. }), "{call}");
    }
    for call in [
        "merge({ a = 1 })",
        "[for x in y : x]",
        "join(\",\", var.x)",
        "1 + 2",
        "a::b(1)",
    ] {
        assert_eq!(what(call), What::Unknown { reference: None }, "{call}");
    }
    let What::List {
        elements,
        open: false,
    } = what("toset([\"a\", b.c.d])")
    else {
        panic!("a list");
    };
    assert_eq!(
        (&elements[0].what, &elements[1].what),
        (&text("a"), &unknown("b.c.d"))
    );
}

#[test]
fn names_are_followed() {
    let around = r#"
variable "size" { default = "redis.master.small.default" }
variable "none" { default = null }
variable "bare" {}
variable "ips" { default = ["10.0.0.0/8", "0.0.0.0/0"] }
variable "map" { default = { a = "x", "b" = { c = 3 } } }
locals {
  class  = var.size
  zone   = "cn-hangzhou-h"
  loop   = local.pool
  pool   = [local.loop]
  bare   = var.bare
  subnet = alicloud_vswitch.x.id
  name   = "${local.zone}-${var.size}"
  key    = "a"
}"#;
    let (found, at, via) = value("var.size", around);
    let via = via.expect("followed");
    assert_eq!(
        (found, at.as_str()),
        (
            text("redis.master.small.default"),
            "\"redis.master.small.default\""
        )
    );
    assert_eq!(
        (via.name.as_str(), via.is_default, via.file),
        ("var.size", true, None)
    );
    let (found, _, via) = value("local.class", around);
    let via = via.expect("followed");
    assert_eq!(
        (found, via.name.as_str(), via.is_default),
        (text("redis.master.small.default"), "var.size", true)
    );
    let (found, _, via) = value("\"${local.zone}\"", around);
    let via = via.expect("followed");
    assert_eq!(
        (found, via.name.as_str(), via.is_default),
        (text("cn-hangzhou-h"), "local.zone", false)
    );
    assert_eq!(value("var.none", around).0, unsettled_as("var.none"));
    assert_eq!(value("local.bare", around).0, unsettled_as("var.bare"));
    assert_eq!(
        value("local.subnet", around).0,
        unknown("alicloud_vswitch.x.id")
    );
    assert_eq!(value("local.subnet", around).1, "local.subnet");
    let What::List { elements, .. } = value("local.pool", around).0 else {
        panic!("a list");
    };
    assert!(matches!(elements[0].what, What::Unsettled { .. }));
    assert_eq!(value("var.ips[1]", around).0, text("0.0.0.0/0"));
    assert_eq!(value("var.ips.0", around).0, text("10.0.0.0/8"));
    assert_eq!(value("var.map.b.c", around).0, What::Number("3".into()));
    assert_eq!(value("var.map[local.key]", around).0, text("x"));
    assert!(matches!(
        value("var.map.z", around).0,
        What::Unsettled { .. }
    ));
    assert!(matches!(
        value("var.ips[9]", around).0,
        What::Unsettled { .. }
    ));
    let (found, _, via) = value("local.name", around);
    assert_eq!(found, text("cn-hangzhou-h-redis.master.small.default"));
    assert!(via.is_some_and(|via| via.is_default));
    let What::List { elements, .. } = value("var.ips", around).0 else {
        panic!("a list");
    };
    assert!(
        elements[1]
            .via
            .as_ref()
            .is_some_and(|via| via.name == "var.ips")
    );
}

#[test]
fn conditionals_are_choices_where_both_arms_are_known() {
    let around = "locals {\n  on = true\n}\nvariable \"on\" { default = true }";
    let of = |expression: &str| value(expression, around).0;
    assert_eq!(of("true ? \"a\" : b.c"), text("a"));
    assert_eq!(of("local.on ? \"a\" : \"b\""), text("a"));
    assert!(matches!(of("var.on ? \"a\" : \"b\""), What::Choice { .. }));
    let What::Choice { condition, arms } = of("(var.y  ==\n  1) ? null : \"b\"") else {
        panic!("a choice");
    };
    assert_eq!(
        (condition.as_str(), &arms[0].what),
        ("var.y == 1", &What::Null)
    );
    assert!(matches!(of("var.y ? null : b.c"), What::Unsettled { .. }));
    assert!(matches!(
        of("var.y ? \"a\" : var.z"),
        What::Unsettled { .. }
    ));
    assert!(matches!(of("var.y ? \"a\" : b.c"), What::Unknown { .. }));
    assert_eq!(of("\"${var.y ? null : null}\""), What::Null);
}

#[test]
fn values_come_from_neighbours() {
    let text_of_order = r#"resource "alicloud_kvstore_instance" "x" {
  a = var.a
  b = var.b
  c = var.c
  d = local.d
  e = var.e
}"#;
    let neighbours = [
        Neighbour {
            name: "variables.tf",
            text: "variable \"a\" { default = \"1\" }\nvariable \"b\" { default = \"1\" }\nbroken {",
        },
        Neighbour {
            name: "terraform.tfvars",
            text: "b = \"2\"\nc = \"2\"\n",
        },
        Neighbour {
            name: "x.auto.tfvars",
            text: "c = \"3\"\n",
        },
        Neighbour {
            name: "prod.tfvars",
            text: "e = \"5\"\n",
        },
        Neighbour {
            name: "locals.tf.json",
            text: r#"{"locals": {"d": "${var.a}-4"}, "provider": {"alicloud": {"region": "cn-beijing"}}}"#,
        },
        Neighbour {
            name: "versions.tf",
            text: "terraform {\n  required_providers {\n    alicloud = {\n      source  = \"aliyun/alicloud\"\n      version = \"~> 1.90\"\n    }\n  }\n}",
        },
        Neighbour {
            name: "main.tf",
            text: "variable \"a\" { default = \"wrong\" }",
        },
    ];
    let found = read(text_of_order, "main.tf", &neighbours);
    let spec = &found.specs[0];
    let of = |name: &str| get(&spec.arguments, name).value;
    let file = |item: &Item| {
        item.via
            .as_ref()
            .and_then(|via| via.file.clone())
            .unwrap_or_default()
    };
    assert_eq!(
        (of("a").what.clone(), file(&of("a")).as_str()),
        (text("1"), "variables.tf")
    );
    assert_eq!(
        (of("b").what.clone(), file(&of("b")).as_str()),
        (text("2"), "terraform.tfvars")
    );
    assert_eq!(
        (of("c").what.clone(), file(&of("c")).as_str()),
        (text("3"), "x.auto.tfvars")
    );
    assert_eq!(
        (of("d").what.clone(), file(&of("d")).as_str()),
        (text("1-4"), "locals.tf.json")
    );
    assert!(of("d").via.is_some_and(|via| via.is_default));
    assert_eq!(of("e").what, text("5"));
    assert_eq!(spec.region.as_deref(), Some("cn-beijing"));
    assert!(spec.admits_old_names && !spec.asks_newer_provider);
    let two = [
        neighbours[3],
        Neighbour {
            name: "test.tfvars",
            text: "e = \"6\"",
        },
    ];
    let spec = &read(text_of_order, "main.tf", &two).specs[0];
    assert!(matches!(
        get(&spec.arguments, "e").value.what,
        What::Unsettled { .. }
    ));
}

#[test]
fn the_only_provider_gives_the_region() {
    let region = |around: &str, body: &str| {
        let spec = order_with(body, around).1;
        (spec.region, spec.region_is_default)
    };
    let plain = "provider \"alicloud\" { region = \"cn-hangzhou\" }";
    assert_eq!(region(plain, "").0.as_deref(), Some("cn-hangzhou"));
    assert_eq!(region(&format!("{plain}\n{plain}"), "").0, None);
    assert_eq!(region(plain, "provider = alicloud.bj").0, None);
    let aliased = "provider \"alicloud\" {\n  alias  = \"bj\"\n  region = var.r\n}\nvariable \"r\" { default = \"cn-beijing\" }";
    assert_eq!(region(aliased, "").0, None);
    assert_eq!(
        region(aliased, "provider = alicloud.bj"),
        (Some("cn-beijing".into()), true)
    );
    let newer = "terraform {\n  required_providers {\n    alicloud = \">= 1.300.0\"\n  }\n}";
    assert!(order_with("", newer).1.asks_newer_provider);
    assert!(
        order_with("", "terraform {\n  required_version = \"~> 0.11.0\"\n}")
            .1
            .admits_old_names
    );
}

#[test]
fn members_of_maps_can_be_cut() {
    let (file, spec) = order_with(
        "  tags = { a = 1, \"b\" : 2, (var.c) = 3, a = 4 }\n  config = {\n    x-y = \"1\" # why\n    z = 2\n  }\n  one { a = 1 }\n  two {\n    a = 1\n  }\n  two {\n    a = 2\n  }\n  dynamic \"three\" {\n    for_each = []\n    content {}\n  }",
        "",
    );
    let tags = get(&spec.arguments, "tags").value;
    assert!(matches!(tags.what, What::Map { open: true, .. }));
    let cut: Vec<_> = members(&tags)
        .iter()
        .map(|member| (member.name.as_str(), &file[member.whole.clone()]))
        .collect();
    assert_eq!(
        cut,
        [("a", "a = 1, "), ("b", "\"b\" : 2, "), ("a", ", a = 4")]
    );
    let config = get(&spec.arguments, "config").value;
    let cut: Vec<_> = members(&config)
        .iter()
        .map(|member| &file[member.whole.clone()])
        .collect();
    assert_eq!(cut, ["    x-y = \"1\" # why\n", "    z = 2\n"]);
    let one = get(&spec.arguments, "one");
    assert_eq!(
        (one.is_block, &file[one.whole]),
        (true, "  one { a = 1 }\n")
    );
    let two = get(&spec.arguments, "two");
    assert!(two.whole.is_empty());
    assert!(matches!(&two.value.what, What::List { elements, open: false } if elements.len() == 2));
    let three = get(&spec.arguments, "three");
    assert!(
        three.is_block
            && matches!(&three.value.what, What::List { elements, open: true } if elements.is_empty())
    );
}

#[test]
fn an_argument_may_stand_twice_in_an_order() {
    let names = |inside: &str| {
        let text = format!("resource \"alicloud_kvstore_instance\" \"x\" {{\n{inside}}}\n");
        let found = read(&text, "main.tf", &[]);
        let names = found
            .specs
            .iter()
            .flat_map(|spec| match &spec.arguments.what {
                What::Map { members, .. } => members
                    .iter()
                    .map(|member| {
                        assert_eq!(text[member.key.clone()], member.name);
                        member.name.clone()
                    })
                    .collect(),
                _ => Vec::new(),
            });
        (names.collect::<Vec<_>>(), found.remarks.len())
    };
    let (twice, remarks) = names("  port = 1\n  port = 2\n  password = \"a\"\n  port = 3\n");
    assert_eq!(twice, ["port", "port", "password", "port"]);
    assert_eq!(remarks, 0);
    // Of Terraform's own arguments, and of those in a block, nobody would tell.
    for inside in [
        "  count = 1\n  count = 2\n",
        "  lifecycle {\n    ignore_changes = []\n    ignore_changes = []\n  }\n",
    ] {
        assert_eq!(names(inside), (Vec::new(), 1), "{inside}");
    }
}

#[test]
fn invented_types_are_remarked_upon() {
    let text = "resource \"alicloud_tair_instance\" \"x\" {\n}\nresource \"jdcloud_redis_instance\" \"y\" {\n}\nresource \"alicloud_redis_backup\" \"z\" {\n}\n";
    let found = read(text, "main.tf", &[]);
    assert!(found.specs.is_empty());
    let said: Vec<_> = found
        .remarks
        .iter()
        .map(|remark| (&text[remark.span.clone()], &remark.what))
        .collect();
    let invented = |written: &str, right: Option<&str>, name: &str| Wrong::UnknownOperation {
        written: written.to_owned(),
        suggestion: right.map(str::to_owned),
        is_info: true,
        order: Some((SpecFormat::Terraform, format!("{written}.{name}"))),
    };
    assert_eq!(
        said,
        [
            (
                "\"alicloud_tair_instance\"",
                &invented("alicloud_tair_instance", Some(TAIR), "x")
            ),
            (
                "\"jdcloud_redis_instance\"",
                &invented("jdcloud_redis_instance", None, "y")
            ),
        ]
    );
}

#[test]
fn broken_syntax_is_a_finding_only_where_an_order_is_named() {
    let text = "resource \"other\" \"y\" {\n  a = ]\n}\nresource \"alicloud_kvstore_instance\" \"x\" {\n  a = 1\n}\nb = ]\n";
    let found = read(text, "main.tf", &[]);
    assert_eq!((found.specs.len(), found.remarks.len()), (1, 1));
    assert_eq!(&text[found.remarks[0].span.clone()], "]");
    assert_eq!(
        read(&text.replace("alicloud_kvstore", "other"), "main.tf", &[]),
        Found::default()
    );
    let found = read(
        "resource \"alicloud_kvstore_instance\" {\n}",
        "main.tf",
        &[],
    );
    assert_eq!((found.specs.len(), found.remarks.len()), (0, 1));
    let text =
        "resource \"alicloud_kvstore_instance\" \"x\" {\n\u{a0}\u{a0}a = 1\n\u{a0}b = 2\n}\n";
    let found = read(text, "main.tf", &[]);
    assert_eq!(found.remarks[0].what, Wrong::Character('\u{a0}'));
    let mend = found.remarks[0].fix.clone().expect("a fix");
    let (at, mended) = mend.edits[0].clone();
    let mut mended_text = text.to_owned();
    mended_text.replace_range(at, &mended);
    assert_eq!(one(&mended_text).name, "alicloud_kvstore_instance.x");
}

#[test]
fn comments_put_findings_off() {
    let text = r#"# kvspec: ignore[a]

# more
resource "alicloud_kvstore_instance" "x" { # kvspec: ignore
  b = 1 // kvspec: ignore[b, c]
  /* kvspec: ignore[d] */
  config = {
    e = 1 # kvspec: ignore
  } # kvspec: ignore[f]
  # kvspec: ignore[]
  g = [
    # kvspec: ignore
    "h",
  ]
  # kvspec: ignore
}
"#;
    let found = read(text, "main.tf", &[]);
    let covers: Vec<_> = found
        .ignores
        .iter()
        .map(|ignore| &text[ignore.covers.clone()])
        .collect();
    let block = &text[found.specs[0].whole.clone()];
    assert_eq!(covers.len(), 9);
    assert_eq!(
        covers[..4],
        [
            block,
            block,
            "b = 1",
            &text[text.find("config").expect("there")
                ..text.find(" # kvspec: ignore[f]").expect("there")]
        ]
    );
    assert_eq!(covers[4], "e = 1");
    assert_eq!(covers[5], covers[3]);
    assert_eq!(covers[6..], ["", "\"h\"", ""]);
    assert_eq!(found.ignores[2].codes.len(), 2);
}

#[test]
fn json_is_read_too() {
    let text = r#"{
  "variable": {"zone": {"default": "cn-beijing-h"}},
  "resource": {
    "alicloud_redis_tair_instance": {
      "orders": {
        "//": "orders cache",
        "instance_type": "tair_rdb",
        "vpc_id": "${var.vpc_id}",
        "zone_id": "${var.zone}",
        "name": "é\n${local.x}-a",
        "shard_count": "2",
        "period": 1.0,
        "count": 2,
        "tags": {"a": "b", "${var.c}": 1},
        "dynamic": {"x": {"for_each": []}}
      }
    },
    "alicloud_kvstore_instance": [{"a": [{"parameters": {"name": "n"}}]}],
    "alicloud_tair_instance": {"x": {}}
  }
}"#;
    let found = read_json(text, "main.tf.json", &[]);
    let spec = &found.specs[0];
    assert_eq!(
        (spec.name.as_str(), &text[spec.head.clone()]),
        ("alicloud_redis_tair_instance.orders", "\"orders\"")
    );
    assert_eq!(spec.format, SpecFormat::TerraformJson);
    let of = |name: &str| get(&spec.arguments, name).value;
    let names: Vec<_> = members(&spec.arguments)
        .iter()
        .map(|member| member.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "instance_type",
            "vpc_id",
            "zone_id",
            "name",
            "shard_count",
            "period",
            "tags",
            "x"
        ]
    );
    assert_eq!(of("vpc_id").what, unsettled_as("var.vpc_id"));
    assert_eq!(
        (of("zone_id").what, &text[of("zone_id").span]),
        (self::text("cn-beijing-h"), "\"cn-beijing-h\"")
    );
    assert_eq!(of("name").what, partial(&[Some("é\n"), None, Some("-a")]));
    assert_eq!(of("period").what, What::Number("1".into()));
    assert!(matches!(of("tags").what, What::Map { open: true, .. }));
    let shards = get(&spec.arguments, "shard_count");
    assert!(text[shards.whole.clone()].starts_with("\"shard_count\": \"2\","));
    let what = get(&found.specs[1].arguments, "parameters").value.what;
    assert!(matches!(what, What::List { elements, .. } if elements.len() == 1));
    assert_eq!(found.remarks.len(), 1);
    let broken = read_json("{\"alicloud_kvstore_instance\": ]", "x.tf.json", &[]);
    assert_eq!(broken.remarks[0].span, 30..31);
    assert_eq!(read_json("{\"x\": ]", "x.tf.json", &[]), Found::default());
    assert_eq!(
        read_json("\"alicloud_kvstore_instance\"", "x.tf.json", &[]),
        Found::default()
    );
}

#[test]
fn names_that_multiply_do_not_take_for_ever() {
    let mut text = String::from(
        "resource \"alicloud_kvstore_instance\" \"x\" {\n  a = local.a0\n}\nlocals {\n",
    );
    for number in 0..50 {
        let next = format!("local.a{}, ", number + 1).repeat(20);
        text.extend(["  a", &number.to_string(), " = [", &next, "]\n"]);
    }
    text.push_str("  a50 = 1\n}\n");
    let found = read(&text, "main.tf", &[]);
    assert_eq!(found.specs.len(), 1);
}

#[test]
fn no_piece_of_a_file_breaks_anything() {
    let text = "\u{feff}variable \"é\" {\r\n  default = \"x\"\r\n}\r\nresource \"alicloud_kvstore_instance\" \"é\" {\r\n  a = \"é${var.é}\" # kvspec: ignore[é]\r\n  b = { \"é\" = [1, <<EOT\n é\nEOT\n] } /* kvspec: ignore */\r\n  c { d = var.x ? 1 : null }\r\n}";
    for end in 0..=text.len() {
        if let Some(part) = text.get(..end) {
            read(part, "é.tf", &[]);
        }
        if let Some(part) = text.get(end..) {
            read(part, "é.tf", &[]);
            read_json(part, "é.tf", &[]);
        }
    }
}

#[test]
fn values_as_deep_as_they_can_be_read_are_looked_at() {
    let deep = |inner: &str| format!("{}{inner}{}", "[".repeat(55), "]".repeat(55));
    let mut text =
        String::from("resource \"alicloud_kvstore_instance\" \"x\" {\n  a = local.a0\n}\n");
    for number in 0..12 {
        let next = deep(&format!("local.a{}", number + 1));
        text.extend(["locals {\n  a", &number.to_string(), " = ", &next, "\n}\n"]);
    }
    assert_eq!(read(&text, "main.tf", &[]).specs.len(), 1);
    let inner = format!("{}1{}", "[".repeat(122), "]".repeat(122));
    let text = format!("{{\"resource\": {{\"{KVSTORE}\": {{\"x\": {{\"a\": {inner}}}}}}}}}");
    assert_eq!(read_json(&text, "x.tf.json", &[]).specs.len(), 1);
}

#[test]
fn a_text_without_quotes_leads_nowhere() {
    let of = |line: &str| {
        let text = format!("resource \"{KVSTORE}\" \"a\" {{\n  {line}\n}}\n");
        let found = read(&text, "main.tf", &[]);
        let remarks = &found.specs[0].remarks;
        let fixes = remarks.iter().filter_map(|remark| remark.fix.clone());
        fixes.map(|fix| fix.edits[0].1.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("payment_type = PrePaid"), ["\"PrePaid\""]);
    assert_eq!(
        of("instance_class = redis.shard.small"),
        ["\"redis.shard.small\""]
    );
    for line in [
        "payment_type = var.pay",
        "vswitch_id = alicloud_vswitch.a.id",
        "zone_id = data.alicloud_zones.a.ids[0]",
        "auto_renew = true",
        "port = null",
        "provider = alicloud",
        "security_ips = [for ip in var.ips : ip]",
        "tags = { Name = each.key }",
    ] {
        assert!(of(line).is_empty(), "{line}");
    }
}

#[test]
fn an_override_file_may_hold_the_rest() {
    let text = format!("resource \"{KVSTORE}\" \"a\" {{\n  port = 1\n}}\n");
    let is_open = |name: &str| {
        let beside = [Neighbour { name, text: &text }];
        let found = read(&text, "main.tf", &beside);
        matches!(found.specs[0].arguments.what, What::Map { open, .. } if open)
    };
    assert!(is_open("override.tf"));
    assert!(!is_open("other.tf"));
}
