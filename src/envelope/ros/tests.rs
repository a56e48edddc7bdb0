use crate::envelope::show::{only, read, specs};
use crate::envelope::{Found, Remark, Spec, SpecFormat, What};
use crate::input::item;
use crate::input::item::{Item, Member, Written};

/// A template with these properties, and parameters to refer to.
fn template(properties: &str) -> String {
    let head = "Parameters:
  Size: {Type: String, Default: redis.master.small.default}
  Zone: {Type: String}
  Empty: {Type: String, Default: ''}
  Nothing: {Type: String, Default: null}
  Months: {Type: Number, Default: '3'}
  Secret: {Type: String, NoEcho: true, Default: Abcd1234}
  Many: {Type: CommaDelimitedList, Default: 'a,b'}
  Version: {Type: String, Default: 7.0}
Locals:
  Own: {Value: mine}
  Late: {Value: {'Fn::GetAtt': [Net, VpcId]}}
Resources:
  Net: {Type: 'ALIYUN::ECS::VPC'}
  Cache:
    Type: ALIYUN::REDIS::Instance
    Properties:
";
    let lines = properties.lines().map(|line| format!("      {line}\n"));
    head.to_owned() + &lines.collect::<String>()
}

fn properties(properties: &str) -> String {
    only(&template(properties))
}

#[test]
fn references_are_followed() {
    assert_eq!(
        properties("A: !Ref Size\nB: {Ref: Months}\nC: !Ref Secret\nD: !Ref Version\nE: !Ref Own"),
        "{A=\"redis.master.small.default\"<Size?> B=\"3\"<Months?> C=\"Abcd1234\"<Secret?> \
         D=7<Version?> E=\"mine\"<Own>}"
    );
    assert_eq!(
        properties("A: !Ref Zone\nB: !Ref Empty\nC: !Ref Nothing\nD: !Ref Elsewhere\nE: !Ref Late"),
        "{A=~Zone B=~Empty C=~Nothing D=~Elsewhere E=~Late}"
    );
    assert_eq!(
        properties(
            "A: !Ref Net\nB: !Ref ALIYUN::StackId\nC: !Ref ALIYUN::NoValue\nD: !Ref Many\nE: !Ref [x]"
        ),
        "{A=?Net B=?ALIYUN::StackId C=null D=?Many E=?}"
    );
    let text = template("A: !Ref Size");
    let found = read(&text);
    let item::What::Map { members, .. } = &found.specs[0].arguments.what else {
        panic!("a map");
    };
    let value = &members[0].value;
    assert_eq!(&text[value.span.clone()], "redis.master.small.default");
    let via = value.via.as_ref().expect("followed");
    assert_eq!(&text[via.used_at.clone()], "Size");
}

#[test]
fn functions_are_known_as_far_as_they_can_be() {
    assert_eq!(
        properties(
            "A: !GetAtt Net.VpcId\nB: {'Fn::GetAtt': [Net, VpcId]}\nC: !Select [0, [a]]\nD: !<FindInMap> [a, b, c]"
        ),
        "{A=?Net.VpcId B=?Net.VpcId C=? D=?}"
    );
    assert_eq!(
        properties(
            "A: !Sub stock\nB: {'Fn::Sub': 'a-${!x}'}\nC: !Sub 'a-${Size}'\nD: !Sub '${Size}'\nE: !Sub '${Net.Id}'\nF: !Sub ['${x}', {x: 1}]\nG: !Sub ''"
        ),
        "{A=\"stock\" B=\"a-${x}\" C=\"a-…\" D=\"redis.master.small.default\"<Size?> E=?Net.Id F=? G=\"\"}"
    );
    assert_eq!(
        properties(
            "A: !If [Big, x, y]\nB: !If [Big, !Ref Months, !Ref ALIYUN::NoValue]\nC: !If [Big, !Ref Net, !Ref ALIYUN::NoValue]\nD: !If [Big, !Ref Net, x]\nE: !If [Big, !Ref Zone, x]\nF: !If x"
        ),
        "{A=(Big: \"x\" | \"y\") B=(Big: \"3\"<Months?> | null) C=~ D=? E=~ F=?}"
    );
    assert_eq!(
        properties(
            "A: !Join ['-', [a, b, 3]]\nB: !Join ['-', [a, !Ref ALIYUN::StackId]]\nC: !Join ['', [!Ref Net, !Ref Zone]]\nD: !Join ['', !Ref Many]\nE: !Join ['-', []]"
        ),
        "{A=\"a-b-3\" B=\"a-…\" C=? D=? E=\"\"}"
    );
    assert_eq!(
        properties(
            "TairConfig: {ShardCount: 2, Storage: !Ref Months}\nTags: [{Key: a, Value: yes}]"
        ),
        "{TairConfig={ShardCount=2 Storage=\"3\"<Months?>} Tags=[{Key=\"a\" Value=\"yes\"}]}"
    );
}

#[test]
fn properties_may_be_missing_or_unknown() {
    let with = |rest: &str| format!("Resources:\n  R:\n    Type: ALIYUN::REDIS::Instance\n{rest}");
    assert_eq!(only(&with("")), "{}");
    assert_eq!(only(&with("    Properties:\n")), "{}");
    assert_eq!(only(&with("    Properties: !If [a, {}, {}]\n")), "{..}");
    assert_eq!(
        only(&with("    Properties: {'Fn::If': [a, {}, {}]}\n")),
        "{..}"
    );
    assert_eq!(
        only(&with("    Properties: {A: 1, 'Fn::Transform': {}}\n")),
        "{A=1 ..}"
    );
    let text = with("    Count: 2\n    Condition: Big\n    Properties: {A: 1}\n");
    let found = read(&text);
    assert_eq!(&text[found.specs[0].head.clone()], "Properties");
    assert_eq!(found.specs[0].format, SpecFormat::Ros);
    assert_eq!(&text[read(&with("")).specs[0].head.clone()], "R");
}

#[test]
fn json_is_read_alike() {
    let text = r#"{"Parameters": {"P": {"Default": "x\"y"}}, "Resources": {"C": {"Properties": {
        "A": {"Ref": "P"}, "B": {"Fn::If": ["c", 7.0, {"Ref": "ALIYUN::NoValue"}]}},
        "Type": "ALIYUN::REDIS::PrepayInstance"}}}"#;
    let expected = "ros.redis-prepay-instance C {A=\"x\\\"y\"<P?> B=(c: 7.0 | null)}";
    assert_eq!(specs(text, &read(text)), [expected]);
}

#[test]
fn aliases_stand_where_their_anchors_do() {
    let text = "x: &p {A: 1}\nResources:\n  R: {Type: 'ALIYUN::REDIS::Instance', Properties: *p}\n  S:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      <<: *p\n      B: 2\n";
    assert_eq!(
        specs(text, &read(text)),
        [
            "ros.redis-instance R {A=1}",
            "ros.redis-instance S {B=2 A=1<*p>}"
        ]
    );
}

#[test]
fn types_that_do_not_exist_are_told() {
    let told = |kind: &str| {
        let text = format!("Resources:\n  R:\n    Type: {kind}\n");
        let found = read(&text);
        assert!(found.specs.is_empty());
        found.remarks.into_iter().next().map(|remark| {
            assert_eq!(&text[remark.span], kind);
            match remark.what {
                What::UnknownOperation {
                    suggestion,
                    is_info: true,
                    ..
                } => suggestion,
                other => panic!("{other:?}"),
            }
        })
    };
    let instance = Some(Some("ALIYUN::REDIS::Instance".to_owned()));
    for kind in [
        "ALIYUN::REDIS::TairInstance",
        "ALIYUN::REDIS::DBInstance",
        "ALIYUN::KVSTORE::Instance",
        "ALIYUN::TAIR::Instance",
        "ALIYUN::REDIS::Cluster",
        "ALIYUN::Redis::Instance",
    ] {
        assert_eq!(told(kind), instance, "{kind}");
    }
    let prepaid = Some(Some("ALIYUN::REDIS::PrepayInstance".to_owned()));
    assert_eq!(told("ALIYUN::KVSTORE::PrepayInstance"), prepaid);
    for kind in [
        "Account",
        "AuditLogConfig",
        "Connection",
        "UpgradeVersion",
        "Whitelist",
    ] {
        assert_eq!(told(&format!("ALIYUN::REDIS::{kind}")), None);
    }
    assert_eq!(told("ALIYUN::RDS::DBInstance"), None);
    assert_eq!(told("DATASOURCE::REDIS::Instances"), None);
}

/// An order for every `x = "…"` of a text, with a fix.
fn hcl(text: &str) -> Found {
    let mut found = Found::default();
    for (at, _) in text.match_indices("x = ") {
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let value = Item::new(
            item::What::Text(text[at + 4..end].to_owned()),
            at + 4..end,
            Written::Hcl,
        );
        let member = Member {
            name: "x".to_owned(),
            shown: None,
            key: at..at + 1,
            whole: line..(end + 1).min(text.len()),
            is_block: false,
            value,
        };
        let arguments = item::What::Map {
            members: vec![member],
            open: false,
        };
        found.specs.push(Spec {
            profile: "p",
            format: SpecFormat::Terraform,
            name: "n".to_owned(),
            head: at..at + 1,
            whole: at..end,
            arguments: Item::new(arguments, at..end, Written::Hcl),
            region: None,
            region_is_default: false,
            region_is_known_elsewhere: false,
            asks_newer_provider: false,
            admits_old_names: false,
            ignored_changes: Vec::new(),
            remarks: vec![Remark {
                what: What::Character('x'),
                path: String::new(),
                span: at..end,
                fix: None,
            }],
        });
    }
    found
}

/// Where values of Terraform stand in a template, how they are written, and the file without
/// their lines.
fn terraform(text: &str) -> Vec<(String, Written, String)> {
    let found = crate::envelope::yaml_file::read(text, &hcl);
    let each = found.specs.iter().map(|spec| {
        let item::What::Map { members, .. } = &spec.arguments.what else {
            panic!("a map");
        };
        let member = &members[0];
        assert_eq!(spec.head, member.key);
        let cut = [&text[..member.whole.start], &text[member.whole.end..]].concat();
        (
            text[member.value.span.clone()].to_owned(),
            member.value.written,
            cut,
        )
    });
    each.collect()
}

#[test]
fn terraform_in_a_template_is_read() {
    let head =
        "ROSTemplateFormatVersion: '2015-09-01'\nTransform: Aliyun::Terraform-v1.2\nWorkspace:\n";
    let text = format!(
        "{head}  main.tf: |\n\n    a {{\n      x = 1\n      y = \"é\"\n\n      x = 22\n    }}\n  notes.md: x = 3\n"
    );
    let [one, two] = &terraform(&text)[..] else {
        panic!("two");
    };
    assert_eq!(
        *one,
        (
            "1".to_owned(),
            Written::Hcl,
            text.replace("      x = 1\n", "")
        )
    );
    assert_eq!(
        *two,
        (
            "22".to_owned(),
            Written::Hcl,
            text.replace("  x = 22\n    ", "")
        )
    );
    let crlf = text.replace('\n', "\r\n");
    assert_eq!(terraform(&crlf).len(), 2);
    assert_eq!(terraform(&crlf)[1].0, "22");
    // Lines of other kinds of texts are not those of the file.
    let folded = format!("{head}  main.tf: >\n    x = 1\n\n    y = 2\n");
    assert_eq!(terraform(&folded)[0].1, Written::Block);
    let json = "{\"Transform\": \"Aliyun::Terraform-v1.5\", \"Workspace\": {\"main.tf\": \"é\\n\\tx = \\\"1\\\"\\nz\"}}";
    assert_eq!(
        terraform(json),
        [("\\\"1\\\"".to_owned(), Written::Block, json.to_owned())]
    );
    let quoted = format!("{head}  main.tf: 'x = 1'\n");
    assert_eq!(
        terraform(&quoted),
        [("1".to_owned(), Written::Block, quoted.clone())]
    );
}

#[test]
fn many_references_to_a_long_default_end_soon() {
    let long = "x".repeat(1 << 20);
    let list = "!Ref P, ".repeat(5_000);
    let text = format!(
        "Parameters: {{P: {{Default: {long}}}}}\nResources: {{R: {{Type: 'ALIYUN::REDIS::Instance', Properties: {{A: [{list}]}}}}}}\n"
    );
    assert_eq!(read(&text).specs.len(), 1);
}
