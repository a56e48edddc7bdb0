use crate::envelope::show::{item, only, read, specs};
use crate::envelope::{SpecFormat, What};
use crate::input::item::What as Value;

fn program(properties: &str) -> String {
    let head = "configuration:
  called: {type: string, default: shop}
  given: {value: there}
  zone: {type: string}
config:
  short: text
variables:
  size: redis.master.small.default
  other: ${size}
  named: ${called}
  round: ${trip}
  trip: ${round}
  places:
    fn::invoke: {function: x}
  list: [a, '${size}']
resources:
  net: {type: 'alicloud:vpc:Network'}
  cache:
    type: alicloud:kvstore:Instance
    options: {protect: true}
    properties:
";
    let lines = properties.lines().map(|line| format!("      {line}\n"));
    head.to_owned() + &lines.collect::<String>()
}

fn properties(properties: &str) -> String {
    only(&program(properties))
}

#[test]
fn names_are_followed() {
    assert_eq!(
        properties(
            "a: ${called}\nb: ${given}\nc: ${zone}\nd: ${short}\ne: ${size}\nf: ${other}\ng: ${named}"
        ),
        "{a=\"shop\"<called?> b=\"there\"<given?> c=~zone d=\"text\"<short?> \
         e=\"redis.master.small.default\"<size> f=\"redis.master.small.default\"<other> g=\"shop\"<named?>}"
    );
    assert_eq!(
        properties(
            "a: ${round}\nb: ${places}\nc: ${places.zones[0].id}\nd: ${net.id}\ne: ${net}\nf: ${nowhere}\ng: ${pulumi.cwd}"
        ),
        "{a=~round b=?places c=?places.zones[0].id d=?net.id e=?net f=~nowhere g=?pulumi.cwd}"
    );
    assert_eq!(
        properties(
            "a: x-${called}\nb: $${called}\nc: x$${y}z\nd: ${\ne:\n  fn::secret: Abcd\nf:\n  fn::secret: ${size}\ng: {fn::toJSON: {}}\nh: yes"
        ),
        "{a=\"x-…\" b=\"${called}\" c=\"x${y}z\" d=\"${\" e=\"Abcd\"<> f=\"redis.master.small.default\"<size> g=? h=\"yes\"}"
    );
}

#[test]
fn names_of_members_are_those_of_the_tables() {
    assert_eq!(
        properties(
            "vswitchId: a\nbackupPeriods: [b]\ninstance_class: c\nconfig: {appendOnly: yes}\nengineVersion: 7.0"
        ),
        "{vswitchId=\"a\" backupPeriods=[\"b\"] instance_class=\"c\" config={appendOnly=\"yes\"} engineVersion=7}"
    );
    let text = program("vswitchId: a");
    let found = read(&text);
    let spec = &found.specs[0];
    assert_eq!(spec.format, SpecFormat::Pulumi);
    assert_eq!(
        (&*spec.name, &text[spec.head.clone()]),
        ("cache", "properties")
    );
    let Value::Map { members, .. } = &spec.arguments.what else {
        panic!("{}", item(&spec.arguments));
    };
    assert_eq!(members[0].name, "vswitchId");
    assert_eq!(&text[members[0].whole.clone()], "");
}

#[test]
fn both_forms_of_types_are_known() {
    let text = "resources:\n  a: {type: 'alicloud:kvstore/instance:Instance', properties: {}}\n  b: {type: 'alicloud:redis:TairInstance'}\n  c: {type: 'alicloud:redis/tairInstance:TairInstance', properties: '${x}'}\n  d: {type: 'alicloud:kvstore:Instance', get: {id: r-1}}\n  e: {type: 'alicloud:kvstore:Account'}\n  f: {type: 'alicloud:redis:Instance'}\n";
    let found = read(text);
    assert_eq!(
        specs(text, &found),
        [
            "pulumi.kvstore-instance a {}",
            "pulumi.redis-tair-instance b {}",
            "pulumi.redis-tair-instance c {..}"
        ]
    );
    let [remark] = &found.remarks[..] else {
        panic!("one");
    };
    assert!(matches!(
        &remark.what,
        What::UnknownOperation { is_info: true, .. }
    ));
}

#[test]
fn names_that_multiply_end_soon() {
    let mut text = "variables:\n  v0: x\n".to_owned();
    for level in 1..40 {
        let below = format!("'${{v{}}}', ", level - 1).repeat(9);
        let line = format!("  v{level}: [{below}]\n");
        text += &line;
    }
    text.push_str(
        "resources: {a: {type: 'alicloud:kvstore:Instance', properties: {b: '${v39}'}}}\n",
    );
    assert_eq!(read(&text).specs.len(), 1);
}
