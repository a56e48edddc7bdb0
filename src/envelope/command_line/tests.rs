use super::*;
use crate::envelope::Ignore;

/// A value in short: text as such, `?` for what is not known.
fn shown(item: &Item) -> String {
    match &item.what {
        What::Text(text) => text.clone(),
        What::Number(number) => format!("#{number}"),
        What::Boolean(value) => format!("#{value}"),
        What::Null => "null".to_owned(),
        What::Partial(parts) => parts
            .iter()
            .map(|part| part.clone().unwrap_or_else(|| "?".to_owned()))
            .collect(),
        What::Unknown { reference } => format!("?{}", reference.clone().unwrap_or_default()),
        What::List { elements, open } => {
            let inner: Vec<_> = elements.iter().map(shown).collect();
            format!("[{}{}]", inner.join(", "), if *open { ", …" } else { "" })
        }
        What::Map { members, open } => {
            let inner: Vec<_> = members
                .iter()
                .map(|member| format!("{}: {}", member.name, shown(&member.value)))
                .collect();
            format!("{{{}{}}}", inner.join(", "), if *open { ", …" } else { "" })
        }
        other => format!("{other:?}"),
    }
}

/// The remarks in short, with the words of their fixes.
fn remarks(remarks: &[Remark]) -> Vec<String> {
    remarks
        .iter()
        .map(|remark| {
            let kind = match &remark.what {
                Wrong::Spelling { is_forced, .. } => {
                    ["spelling", "spelling forced"][usize::from(*is_forced)]
                }
                Wrong::UnknownFlag { is_forced, .. } => {
                    ["flag", "flag forced"][usize::from(*is_forced)]
                }
                Wrong::UnknownOperation { .. } => "operation",
                _ => "other",
            };
            let right = match &remark.what {
                Wrong::Spelling { right, .. } => right.clone(),
                Wrong::UnknownFlag {
                    inside: Some(inside),
                    ..
                } => inside.clone(),
                Wrong::UnknownFlag { suggestion, .. }
                | Wrong::UnknownOperation { suggestion, .. } => {
                    suggestion.clone().unwrap_or_default()
                }
                _ => String::new(),
            };
            format!("{kind} {} -> {right}", remark.path)
        })
        .collect()
}

fn only(text: &str) -> Spec {
    let found = read(text);
    assert_eq!(found.specs.len(), 1, "{found:#?}");
    found.specs.into_iter().next().unwrap()
}

fn arguments(text: &str) -> String {
    shown(&only(text).arguments)
}

#[test]
fn classic_class_with_seven() {
    let text = "# 创建实例\naliyun r-kvstore CreateInstance \\\n    --InstanceClass redis.master.small.default \\\n    --EngineVersion \"7.0\" \\\n    --InstanceType Redis \\\n    --RegionId cn-hangzhou \\\n    --Password \"KeepWaterUmbrella482!\"\n";
    let spec = only(text);
    assert_eq!(
        (spec.name.as_str(), spec.profile),
        ("line 2", "alibaba.create-instance.2026")
    );
    assert_eq!(&text[spec.head.clone()], "aliyun r-kvstore CreateInstance");
    assert!(text[spec.whole.clone()].ends_with("482!\""));
    assert_eq!(spec.region.as_deref(), Some("cn-hangzhou"));
    assert!(spec.remarks.is_empty());
    assert_eq!(
        shown(&spec.arguments),
        "{InstanceClass: redis.master.small.default, EngineVersion: 7.0, InstanceType: Redis, RegionId: cn-hangzhou, Password: KeepWaterUmbrella482!}"
    );
    let What::Map { members, .. } = &spec.arguments.what else {
        panic!()
    };
    assert_eq!(&text[members[1].key.clone()], "EngineVersion");
    assert_eq!(&text[members[1].value.span.clone()], "\"7.0\"");
    assert_eq!(
        &text[members[1].whole.clone()],
        " \\\n    --EngineVersion \"7.0\""
    );
}

#[test]
fn jdc_flat_flags() {
    let text = "jdc --output json redis create-cache-instance \\\n  --region-id \"cn-north-1\" \\\n  --az-id-spec '{\"azSpecifyType\":\"SpecifyByReplicaGroup\",\"master\":\"cn-north-1a\",\"slave\":\"cn-north-1b\"}' \\\n  --vpc-id \"vpc-kj402q\" \\\n  --subnet-id \"subnet-wm917r\" \\\n  --cache-instance-name \"shop-cache-shards\" \\\n  --cache-instance-class \"redis.cluster.g.small\" \\\n  --replica-number 2 \\\n  --db-num 32 \\\n  --redis-version \"5.0\" \\\n  --cache-instance-type \"cluster\" \\\n  --charge '{\"chargeMode\":\"postpaid_by_duration\"}'\n";
    let spec = only(text);
    assert_eq!(
        (spec.name.as_str(), spec.profile),
        ("line 1", "jdcloud.create-cache-instance.2026")
    );
    assert_eq!(
        remarks(&spec.remarks),
        [
            "flag /az-id-spec -> --cache-instance {azId: …}",
            "flag /vpc-id -> --cache-instance {vpcId: …}",
            "flag /subnet-id -> --cache-instance {subnetId: …}",
            "flag /cache-instance-name -> --cache-instance {cacheInstanceName: …}",
            "flag /cache-instance-class -> --cache-instance {cacheInstanceClass: …}",
            "flag /replica-number -> --cache-instance {replicaNumber: …}",
            "flag /db-num -> --cache-instance {dbNum: …}",
            "flag /redis-version -> --cache-instance {redisVersion: …}",
            "flag /cache-instance-type -> --cache-instance {cacheInstanceType: …}",
        ]
    );
    assert_eq!(
        shown(&spec.arguments),
        "{regionId: cn-north-1, charge: {chargeMode: postpaid_by_duration, …}, cacheInstance: {azId: {azSpecifyType: SpecifyByReplicaGroup, master: cn-north-1a, slave: cn-north-1b, …}, vpcId: vpc-kj402q, subnetId: subnet-wm917r, cacheInstanceName: shop-cache-shards, cacheInstanceClass: redis.cluster.g.small, replicaNumber: #2, dbNum: #32, redisVersion: 5.0, cacheInstanceType: cluster, …}, …}"
    );
}

#[test]
fn kebab_command_with_pascal_flags() {
    let text = "# not like this: the flags belong to the other spelling\naliyun r-kvstore create-tair-instance \\\n  --RegionId cn-hangzhou \\\n  --InstanceClass tair.rdb.1g\n";
    let spec = only(text);
    assert_eq!(spec.name, "line 2");
    assert_eq!(
        remarks(&spec.remarks),
        ["spelling /Action -> CreateTairInstance"]
    );
    assert_eq!(&text[spec.remarks[0].span.clone()], "create-tair-instance");
    assert_eq!(
        shown(&spec.arguments),
        "{RegionId: cn-hangzhou, InstanceClass: tair.rdb.1g}"
    );
}

#[test]
fn no_class() {
    let spec = only("env TZ=UTC aliyun r-kvstore CreateInstance --RegionId cn-hangzhou\n");
    assert_eq!(spec.name, "line 1");
    assert_eq!(shown(&spec.arguments), "{RegionId: cn-hangzhou}");
}

#[test]
fn placeholders() {
    let text = "aliyun r-kvstore create-instance \\\n  --RegionId \"{{input.region}}\" \\\n  --InstanceName \"{{input.name}}\" \\\n  --EngineVersion \"{{input.version|5.0}}\" \\\n  --VPCId \"{{input.vpc}}\" \\\n  --VSwitchId \"{{input.vswitch}}\" \\\n  --Password \"{{input.password}}\" \\\n  --Token \"{{input.token}}\"\n";
    let spec = only(text);
    assert_eq!(
        remarks(&spec.remarks),
        [
            "spelling /Action -> CreateInstance",
            "spelling /VPCId -> VpcId"
        ]
    );
    assert_eq!(
        shown(&spec.arguments),
        "{RegionId: {{input.region}}, InstanceName: {{input.name}}, EngineVersion: {{input.version|5.0}}, VpcId: {{input.vpc}}, VSwitchId: {{input.vswitch}}, Password: {{input.password}}, Token: {{input.token}}}"
    );
    // The shell would take these for redirections.
    let text = "aliyun r-kvstore CreateInstance --RegionId <region> --ZoneId <your zone> --VpcId=<vpc-id> >out.json\n";
    assert_eq!(
        arguments(text),
        "{RegionId: <region>, ZoneId: <your zone>, VpcId: <vpc-id>}"
    );
}

#[test]
fn tair_all_variables() {
    let text = "aliyun r-kvstore create-tair-instance \\\n  --biz-region-id \"$ORDER_REGION\" --zone-id \"$ORDER_ZONE\" \\\n  --vpc-id \"$NET\" --vswitch-id \"$SUBNET\" \\\n  --instance-type \"$KIND\" --instance-class \"$SIZE\" \\\n  --password \"$CACHE_PW\" --charge-type \"$BILLING\" \\\n  --shard-type \"MASTER_SLAVE\" \\\n  --user-agent cache-orders/tair\n";
    let spec = only(text);
    assert!(spec.remarks.is_empty(), "{:?}", spec.remarks);
    assert_eq!(spec.region, None);
    assert_eq!(
        shown(&spec.arguments),
        "{RegionId: ?$ORDER_REGION, ZoneId: ?$ORDER_ZONE, VpcId: ?$NET, VSwitchId: ?$SUBNET, InstanceType: ?$KIND, InstanceClass: ?$SIZE, Password: ?$CACHE_PW, ChargeType: ?$BILLING, ShardType: MASTER_SLAVE}"
    );
}

#[test]
fn wrapper_and_array() {
    let text = "    where=(--ZoneId \"$FIRST_ZONE\")\n    [[ \"$TWO_ZONES\" == \"1\" ]] && where+=(--SecondaryZoneId \"$OTHER_ZONE\")\n    logged \"$LOGS/create.json\" aliyun r-kvstore CreateInstance \\\n      \"${where[@]}\" \\\n      --RegionId \"$PLACE\" \\\n      --InstanceType Redis \\\n      --ResourceGroupId \"$GROUP\" --Password \"$CACHE_PW\" \\\n      || { stop \"✗ 创建 $LOGS/create.json\"; exit 1; }\n";
    let spec = only(text);
    assert_eq!(spec.name, "line 3");
    assert!(text[spec.whole.clone()].ends_with("\"$CACHE_PW\""));
    assert_eq!(
        shown(&spec.arguments),
        "{RegionId: ?$PLACE, InstanceType: Redis, ResourceGroupId: ?$GROUP, Password: ?$CACHE_PW, …}"
    );
}

#[test]
fn workflow_step() {
    let text = "- name: Order the cache\n  run: |\n    jdc --output json redis create-cache-instance \\\n      --region-id \"${{ env.PLACE }}\" \\\n      --cache-instance-name \"shop-kv-${{ env.STAGE }}\" \\\n      --cache-instance-class \"${{ env.CACHE_SIZE }}\" \\\n      --vpc-id \"${{ env.NET }}\" \\\n      --subnet-id \"${{ env.SUBNET }}\" \\\n      > order.json\n";
    let spec = only(text);
    assert_eq!(spec.name, "line 3");
    assert_eq!(
        remarks(&spec.remarks),
        [
            "flag /cache-instance-name -> --cache-instance {cacheInstanceName: …}",
            "flag /cache-instance-class -> --cache-instance {cacheInstanceClass: …}",
            "flag /vpc-id -> --cache-instance {vpcId: …}",
            "flag /subnet-id -> --cache-instance {subnetId: …}",
        ]
    );
    assert_eq!(
        shown(&spec.arguments),
        "{regionId: ${{ env.PLACE }}, cacheInstance: {cacheInstanceName: shop-kv-${{ env.STAGE }}, cacheInstanceClass: ${{ env.CACHE_SIZE }}, vpcId: ${{ env.NET }}, subnetId: ${{ env.SUBNET }}, …}, …}"
    );
}

#[test]
fn commands_are_found_wherever_they_stand() {
    for text in [
        "RESULT=$(aliyun r-kvstore CreateInstance --ZoneId a 2>&1 | jq -r .InstanceId)\n",
        "x=`aliyun r-kvstore CreateInstance --ZoneId a`\n",
        "if ! sudo -u me aliyun r-kvstore CreateInstance --ZoneId a; then exit 1; fi\n",
        "f() {\n  local id\n  id=\"$(aliyun r-kvstore CreateInstance --ZoneId \"a\")\" || return 1\n}\n",
        "case $1 in\n  new) aliyun r-kvstore CreateInstance --ZoneId a ;;\n  *) exit ;;\nesac\n",
        "time aliyun --profile prod r-kvstore CreateInstance --ZoneId a | jq .\n",
        "aliyun r-kvstore CreateInstance --ZoneId a --output cols=a,b rows=x[] --access-key-secret b\n",
        "with aliyun exec aliyun r-kvstore CreateInstance --ZoneId a\n",
        "/usr/local/bin/aliyun R-kvstore CreateInstance --ZoneId:a\n",
        "aliyun r-kvstore CreateInstance --ZoneId= a\n",
        "aliyun.exe r-kvstore CreateInstance ^\r\n  --ZoneId a\r\n",
        "aliyun r-kvstore CreateInstance `\n  --ZoneId a\n",
        "aliyun r-kvstore CreateInstance \\  \n  --ZoneId a\n",
        "aliyun r-kvstore CreateInstance --ZoneId a \\\n  # --VpcId b\n  --VpcId c\n",
        "cat <<EOF\naliyun r-kvstore CreateInstance\nit's\nEOF\naliyun r-kvstore CreateInstance --ZoneId a\n",
        "echo $((1 << 2))\naliyun r-kvstore CreateInstance --ZoneId a\n",
        "# aliyun r-kvstore CreateInstance\necho 'aliyun r-kvstore CreateInstance'; aliyun r-kvstore CreateInstance --ZoneId 'a'\n",
        // A quote that is nowhere closed hides nothing else.
        "echo don't\naliyun r-kvstore CreateInstance --ZoneId a\n",
        "aliyun r-kvstore CreateInstance --ZoneId 'a'\necho \"open\n",
        "echo don't\naliyun r-kvstore CreateInstance --ZoneId 'a'\n",
    ] {
        assert_eq!(arguments(text), "{ZoneId: a}", "{text}");
    }
}

#[test]
fn what_is_no_order_is_passed_over() {
    for text in [
        "aliyun r-kvstore DescribeInstances --RegionId x\n",
        "aliyun r-kvstore CreateAccount --InstanceId r\naliyun r-kvstore CreateTCInstance\n",
        "aliyun r-kvstore CreateInstanceBackup --InstanceId r\naliyun r-kvstore RenewInstance\n",
        "aliyun ecs CreateInstance --RegionId x\naliyun configure set --profile x\n",
        "echo aliyun r-kvstore CreateInstance\necho \"aliyun r-kvstore CreateInstance\"\n",
        "jdc redis describe-cache-instances\n",
        "aliyun redis DescribeInstances\n",
        "aliyun\njdc redis\naliyun r-kvstore\naliyun r-kvstore \"$OP\"\n",
    ] {
        assert_eq!(read(text), Found::default(), "{text}");
    }
}

#[test]
fn invented_operations_and_products_are_remarked_on() {
    for (text, expected) in [
        (
            "aliyun r-kvstore CreateRedisInstance",
            "operation /Action -> CreateInstance",
        ),
        (
            "aliyun r-kvstore CreateDBInstance --X y",
            "operation /Action -> CreateInstance",
        ),
        (
            "aliyun r-kvstore create-tair-instances",
            "operation /Action -> create-tair-instance",
        ),
        ("aliyun redis create-instance", "operation  -> r-kvstore"),
        ("aliyun kvstore CreateInstance", "operation  -> r-kvstore"),
        (
            "jdc redis create-instance",
            "operation /Action -> create-cache-instance",
        ),
    ] {
        let found = read(text);
        assert!(found.specs.is_empty());
        assert_eq!(remarks(&found.remarks), [expected], "{text}");
    }
}

#[test]
fn flags_are_judged_in_the_mode_of_the_operation() {
    for (text, expected) in [
        (
            "create-instance --vswitch-id a --src-db-instance-id c --dry-run",
            &[][..],
        ),
        (
            "create-instance --RegionId a --instance-class b",
            &["spelling /RegionId -> biz-region-id"],
        ),
        (
            "CreateInstance --instance-class b --region c",
            &["spelling /Action -> create-instance"],
        ),
        (
            "CreateInstance --VPCId b --force",
            &["spelling forced /VPCId -> VpcId"],
        ),
        (
            "CreateInstance --instanceclass b",
            &["spelling /instanceclass -> InstanceClass"],
        ),
        (
            "create-instance --VPCId b --zone-id c",
            &["spelling /VPCId -> vpc-id"],
        ),
        (
            "CreateInstance --InstanceClas b",
            &["flag /InstanceClas -> InstanceClass"],
        ),
        (
            "create-instance --region-id b",
            &["flag /region-id -> biz-region-id"],
        ),
        (
            "CreateTairInstance --NodeType b",
            &["flag /NodeType -> ShardType"],
        ),
        ("CreateInstance --Password -Secret1 --OwnerId 1", &[]),
        ("CreateInstance --Password --Secret1", &[]),
        ("CreateInstance --Tag.1.Key a --Tag.1.Value b", &[]),
        ("CreateInstance --NoSuchThing", &["flag /NoSuchThing -> "]),
        // Beside the right spelling, another one is no flag that the tool has.
        (
            "CreateInstance --ZoneId a-b --zoneid a-c --ZONEID a-d",
            &["flag /zoneid -> ", "flag /ZONEID -> "],
        ),
        ("create-instance --VPCId a --vpc-id b", &["flag /VPCId -> "]),
    ] {
        let spec = only(&format!("aliyun r-kvstore {text}\n"));
        assert_eq!(remarks(&spec.remarks), expected, "{text}");
    }
}

#[test]
fn values_of_variables_are_followed() {
    let order = |before: &str, value: &str| {
        let text = format!("{before}\naliyun r-kvstore CreateInstance --ZoneId {value}\n");
        let spec = only(&text);
        let What::Map { members, .. } = &spec.arguments.what else {
            panic!()
        };
        let value = &members[0].value;
        let via = value.via.as_deref().map_or(String::new(), |via| {
            let place = &text[value.span.clone()];
            format!(
                " by {} at {place}{}",
                via.name,
                if via.is_default { " default" } else { "" }
            )
        });
        format!("{}{via}", shown(value))
    };
    for (before, value, expected) in [
        ("z=cn-a", "$z", "cn-a by $z at cn-a"),
        ("export z='cn-a'", "\"${z}\"", "cn-a by $z at 'cn-a'"),
        ("y=\"cn-a\"; z=$y", "\"$z\"", "cn-a by $z at \"cn-a\""),
        ("z=${1:-cn-a}", "$z", "cn-a by $z at cn-a default"),
        ("z=\"${z:-cn-a}\"", "$z", "cn-a by $z at cn-a default"),
        (": \"${z:=cn-a}\"", "$z", "cn-a by $z at cn-a default"),
        ("", "${z:-cn-a}", "cn-a by $z at cn-a default"),
        ("z=cn-b", "${z:-cn-a}", "cn-b by $z at cn-b"),
        ("z=", "${z:-cn-a}", "cn-a by $z at cn-a default"),
        ("", "$z", "?$z"),
        ("z=a; z=a", "$z", "a by $z at a"),
        ("z=a; z=b", "$z", "b by $z at b"),
        ("z=a\ny=$z\nz=b", "$y", "a by $y at a"),
        ("z=a; y=$z; z=b; y=$z", "$y", "b by $y at b"),
        ("z=a; z=\"${z:=b}\"", "$z", "a by $z at a"),
        ("z=${z:=a}", "$z", "a by $z at a default"),
        ("z=a; z+=b", "$z", "?$z"),
        ("z=a; if x; then z=b; fi", "$z", "?$z"),
        // The function may be called behind it.
        ("z=a; f() { z=b; }; z=c; f", "$z", "?$z"),
        ("z=a; z=b; source ./more", "$z", "?$z"),
        ("z=a; source ./more; z=b", "$z", "b by $z at b"),
        ("if x; then z=a; fi", "$z", "?$z"),
        ("for i in 1; do z=a; done", "$z", "?$z"),
        ("f() { z=a; }", "$z", "?$z"),
        ("case x in (x) z=a;; esac", "$z", "?$z"),
        ("z=a; [ x ] && z=b", "$z", "?$z"),
        ("z=a; source ./more", "$z", "?$z"),
        ("z=a; read -r z", "$z", "?$z"),
        ("z=$(zone)", "$z", "?$z"),
        ("z=a aliyun ecs X", "$z", "?$z"),
        ("z=a", "pre-$z", "pre-a by $z at pre-$z"),
        ("", "$(zone)", "?"),
        ("", "`zone`", "?"),
        ("", "$((1+1))", "?"),
        ("", "a\\ b", "a b"),
        ("", "$'a\\'b'", "a'b"),
        ("", "''", ""),
        ("", "...", "?"),
    ] {
        assert_eq!(order(before, value), expected, "{before} / {value}");
    }
    let in_loop = "z=a\nfor i in 1 2; do\naliyun r-kvstore CreateInstance --ZoneId $z\nz=b\ndone\n";
    assert_eq!(arguments(in_loop), "{ZoneId: ?$z}");
    let in_function = "z=a\nf() {\naliyun r-kvstore CreateInstance --ZoneId $z\n}\nf\nz=b\nf\n";
    assert_eq!(arguments(in_function), "{ZoneId: ?$z}");
    let before = "z=a\naliyun r-kvstore CreateInstance --ZoneId $z\nz=b\n";
    assert_eq!(arguments(before), "{ZoneId: a}");
}

#[test]
fn words_that_stand_for_more_leave_the_order_open() {
    for word in [
        "\"$@\"",
        "\"${args[@]}\"",
        "$OPTS",
        "$(flags)",
        "...",
        "…",
        "[--Token t]",
        "[...]",
        "[OPTIONS]",
        "[flags]...",
        "[OPTIONS...]",
        "[其他参数]",
        "[other options]",
        "--$FLAG b",
        "\"--$FLAG\"=b",
        "--${FLAG:-Period} 1",
        "-$FLAG",
        "--DryRun [OPTIONS]",
    ] {
        if word.starts_with("--D") {
            let text = format!("aliyun r-kvstore CreateInstance --ZoneId a {word}\n");
            assert_eq!(arguments(&text), "{ZoneId: a, DryRun: ?, …}", "{word}");
            continue;
        }
        let text = format!("aliyun r-kvstore CreateInstance --ZoneId a {word}\n");
        assert_eq!(arguments(&text), "{ZoneId: a, …}", "{word}");
    }
    let array = "cmd=(\n  aliyun r-kvstore CreateInstance # here\n  --ZoneId a\n)\n\"${cmd[@]}\"\n";
    assert_eq!(arguments(array), "{ZoneId: a, …}");
}

#[test]
fn what_other_commands_put_in_is_not_known() {
    for (before, word, after, value) in [
        ("xargs -I{} ", "{}", " < names", "?"),
        ("sudo xargs -0 -n1 -I '{}' ", "\"{}\"", "", "?"),
        ("xargs -rI% ", "cache-%-a", "", "cache-?-a"),
        ("xargs --replace=NAME ", "NAME", "", "?"),
        ("xargs -i ", "{}", "", "?"),
        ("xargs -P4 -n1 ", "", " < names", "?"),
        ("parallel ", "{}", " ::: a b", "?"),
        ("parallel -j2 ", "cache{1}", " :::: names", "cache?"),
        ("parallel ", "{= s/a/b/ =}", "", "{="),
        ("parallel ", "'{= s/a/b/ =}x'", "", "?x"),
        ("parallel -I ,, ", ",,", " ::: a", "?"),
        ("parallel ", "", " ::: a b", "?"),
        ("find . -name '*.txt' -exec ", "{}", " \\; -print", "?"),
        ("find . -exec ", "{}", " + -delete", "?"),
        ("fd -x ", "{/.}", "", "?"),
    ] {
        let text = format!(
            "{before}aliyun r-kvstore CreateInstance --ZoneId a --InstanceName {word}{after}\n"
        );
        let shown = format!("{{ZoneId: a, InstanceName: {value}, …}}");
        assert_eq!(arguments(&text), shown, "{text}");
    }
    // Without such an option, braces are what they are.
    for before in ["", "timeout 9 ", "find . && "] {
        let text = format!("{before}aliyun r-kvstore CreateInstance --InstanceName {{}}\n");
        assert_eq!(arguments(&text), "{InstanceName: {}}", "{text}");
    }
    let text = "xargs -n1 aliyun r-kvstore CreateInstance --InstanceName {}\n";
    assert_eq!(arguments(text), "{InstanceName: {}, …}");
    let text =
        "xargs -I{} aliyun r-kvstore CreateInstances --Instances '[{\"InstanceName\":\"a{}\"}]'\n";
    assert_eq!(arguments(text), "{Instances: [{InstanceName: a?}], …}");
    let text = "xargs -I{} jdc redis create-cache-instance --region-id cn-north-1 --cache-instance '{\"cacheInstanceName\":\"{}\"}'\n";
    assert_eq!(
        arguments(text),
        "{regionId: cn-north-1, cacheInstance: {cacheInstanceName: ?}, …}"
    );
}

#[test]
fn json_is_read_with_its_places() {
    let text = "aliyun r-kvstore CreateInstances --Instances '[{\"RegionId\":\"cn-a\",\"quantity\":2,\n \"x\":null,\"y\":true}]'\n";
    let spec = only(text);
    assert_eq!(spec.profile, "alibaba.create-instances");
    assert_eq!(
        shown(&spec.arguments),
        "{Instances: [{RegionId: cn-a, quantity: #2, x: null, y: #true}]}"
    );
    let What::Map { members, .. } = &spec.arguments.what else {
        panic!()
    };
    let What::List { elements, .. } = &members[0].value.what else {
        panic!()
    };
    let What::Map { members, .. } = &elements[0].what else {
        panic!()
    };
    assert_eq!(&text[members[0].key.clone()], "\"RegionId\"");
    assert_eq!(&text[members[0].value.span.clone()], "\"cn-a\"");
    assert_eq!(&text[members[1].value.span.clone()], "2");
    for (value, expected) in [
        (
            "\"[{\\\"a\\\":\\\"$x\\\",\\\"b\\\":\\\"p-$x\\\"}]\"",
            "[{a: ?, b: p-?}]",
        ),
        ("'[{\"a\":\"'$x'\"}]'", "[{a: ?}]"),
        ("'[{\"a\":'$x'}]'", "?"),
        ("'[{\"a\":'$x", "?"),
        ("'[{\"a\":}]'", "[{\"a\":}]"),
        ("'{\"a\":1}'", "{\"a\":1}"),
        ("\"$all\"", "?$all"),
        ("\"$(cat x.json)\"", "?"),
    ] {
        let text = format!("aliyun r-kvstore CreateInstances --Instances {value}\n");
        assert_eq!(
            arguments(&text),
            format!("{{Instances: {expected}}}"),
            "{value}"
        );
    }
    let text = "aliyun r-kvstore CreateInstances --Instances-FILE a.json\n";
    assert_eq!(arguments(text), "{Instances: ?}");
    let text = "all='[{\"a\":1}]'\naliyun r-kvstore CreateInstances --Instances \"$all\"\n";
    assert_eq!(arguments(text), "{Instances: [{a: #1}]}");
}

#[test]
fn jdc_takes_json_and_flows_of_yaml() {
    for (flags, expected) in [
        (
            "--cache-instance '{vpcId: vpc-1, redisVersion: 4.0, azId: {master: cn-a}}'",
            "{cacheInstance: {vpcId: vpc-1, redisVersion: #4.0, azId: {master: cn-a}}}",
        ),
        (
            "--cache-instance '{}' --input-json '{\"cacheInstance\":{\"a\":1}}'",
            "{cacheInstance: {a: #1}}",
        ),
        (
            "--cache-instance '{}' --input-json file:///a.json",
            "{cacheInstance: ?, …}",
        ),
        (
            "--cache-instance '{\"azId\":{\"master\":\"m\"}}' --slave s --headers '{}'",
            "{cacheInstance: {azId: {master: m, slave: s, …}, …}, …}",
        ),
        ("--cache-instance \"$SPEC\"", "{cacheInstance: ?$SPEC}"),
        (
            "--auto-renew true --charge-duration many",
            "{charge: {autoRenew: #true, chargeDuration: many, …}, …}",
        ),
    ] {
        let shown = arguments(&format!("jdc redis create-cache-instance {flags}\n"));
        assert_eq!(shown.replace("{, …}", "{…}"), expected, "{flags}");
    }
}

#[test]
fn names_tell_commands_of_one_line_apart() {
    let text = "a() { aliyun r-kvstore CreateInstance; aliyun r-kvstore CreateInstance; jdc redis create-cache-instance; }\njdc redis create-cache-instance\n";
    let names: Vec<_> = read(text).specs.into_iter().map(|spec| spec.name).collect();
    assert_eq!(names, ["line 1", "line 1, 2nd", "line 1, 3rd", "line 2"]);
}

#[test]
fn comments_cover_commands() {
    let text = "# kvspec: ignore[a, b-c]\naliyun r-kvstore CreateInstance \\\n  --ZoneId a\naliyun r-kvstore CreateInstance | jq . \\\n  | tee x # kvspec: ignore\n\n# kvspec: ignore\n\naliyun r-kvstore CreateInstance\n# kvspec: ignored\n";
    let found = read(text);
    let covers = |ignore: &Ignore| text[ignore.covers.clone()].to_owned();
    assert_eq!(found.ignores.len(), 3);
    assert_eq!(
        covers(&found.ignores[0]),
        text[found.specs[0].whole.clone()]
    );
    let codes: Vec<_> = found.ignores[0]
        .codes
        .iter()
        .map(|(code, place)| (code.as_str(), &text[place.clone()]))
        .collect();
    assert_eq!(codes, [("a", "a"), ("b-c", "b-c")]);
    assert_eq!(covers(&found.ignores[1]), "aliyun r-kvstore CreateInstance");
    assert_eq!(covers(&found.ignores[2]), "");
}

#[test]
fn comments_cover_assignments() {
    let text = "CLASS=a # kvspec: ignore[x]\n# kvspec: ignore[y]\nexport ZONE=\"b\"\n\nX=1; aliyun r-kvstore CreateInstance --ZoneId $ZONE # kvspec: ignore[z]\nif a; then Y=1 # kvspec: ignore[w]\nfi\n";
    let found = read(text);
    let covers: Vec<_> = (found.ignores.iter())
        .map(|ignore| &text[ignore.covers.clone()])
        .collect();
    let order = "aliyun r-kvstore CreateInstance --ZoneId $ZONE";
    assert_eq!(covers, ["CLASS=a", "ZONE=\"b\"", order, ""]);
}

#[test]
fn what_a_condition_looks_at_is_not_known_behind_it() {
    let order = "aliyun r-kvstore CreateInstance --ChargeType \"$PAY\" --Period \"$N\"";
    let of = |text: &str| arguments(&format!("PAY=PostPaid\nN=1\n{text}\n").replace('@', order));
    let guarded = "{ChargeType: ?$PAY, Period: 1}";
    for text in [
        "if [ \"$PAY\" = PrePaid ]; then @; fi",
        "if a; then b; elif [[ $PAY == PrePaid ]]; then\n  ID=$(@)\nfi",
        "if test $PAY = a; then if b; then c; fi; @; fi",
        "case \"$PAY\" in PrePaid) @ ;; esac",
        "[ \"$PAY\" = PrePaid ] && @",
        "[[ $PAY == PrePaid ]] && [ a ] && ID=$(@)",
        "test $PAY = a || @",
    ] {
        assert_eq!(of(text), guarded, "{text}");
    }
    for text in [
        "@",
        "if [ $PAY = a ]; then b; fi; @",
        "if c; then echo $PAY; @; fi",
        "if @; then b; fi",
        "[ $PAY = a ] && b; @",
        "[ $PAY = a ] && b\n@",
        "[ $PAY = a ]; @",
    ] {
        assert_eq!(of(text), "{ChargeType: PostPaid, Period: 1}", "{text}");
    }
}

#[test]
fn arithmetic_assigns() {
    let order = "aliyun r-kvstore CreateInstance --ShardCount \"$N\"";
    let of = |text: &str| arguments(&format!("N=0\n{text}\n{order}\n"));
    for text in [
        "(( N += 2 ))",
        "((N++))",
        "(( --N ))",
        "for ((N=1; N<3; N++)); do a; done",
        ": $((N = 2))",
        "while (( N <<= 1 )); do a; done",
        "declare -n a=N; a=2",
    ] {
        assert_eq!(of(text), "{ShardCount: ?$N}", "{text}");
    }
    for text in [
        "(( N == 2 ))",
        "M=$((N + 1))",
        "if (( N <= 2 )); then a; fi",
        "((M=N))",
    ] {
        assert_eq!(of(text), "{ShardCount: 0}", "{text}");
    }
}

#[test]
fn flags_without_dashes_and_open_quotes_are_told() {
    let of = |text: &str| {
        let found = read(text);
        let mut told = remarks(&found.remarks);
        told.extend(found.specs.iter().flat_map(|spec| remarks(&spec.remarks)));
        told
    };
    for (text, told) in [
        (
            "EngineVersion 7.0",
            "flag /EngineVersion -> --EngineVersion",
        ),
        ("–ZoneId a", "flag /–ZoneId -> --ZoneId"),
        ("\u{a0}--ZoneId a", "flag /\u{a0}--ZoneId -> --ZoneId"),
        ("--ZoneId \"a --VpcId b", "other  -> "),
        (
            "--ZoneId 'a\naliyun r-kvstore CreateInstance --VpcId b",
            "other  -> ",
        ),
    ] {
        assert_eq!(
            of(&format!("aliyun r-kvstore CreateInstance {text}\n")),
            [told]
        );
    }
    assert!(
        read("echo \"a\naliyun r-kvstore CreateInstance\n")
            .remarks
            .is_empty()
    );
    assert!(
        read("aliyun r-kvstore CreateInstance # don't\n")
            .remarks
            .is_empty()
    );
    assert!(
        read("aliyun r-kvstore CreateInstance Redis\n").specs[0]
            .remarks
            .is_empty()
    );
}

#[test]
fn what_another_shell_runs_is_read() {
    let order = "aliyun r-kvstore CreateInstance --ZoneId a";
    let of = |text: &str| {
        let text = text.replace('@', order);
        let found = read(&text);
        let whole = |spec: &Spec| text[spec.whole.clone()].to_owned();
        found.specs.iter().map(whole).collect::<Vec<_>>()
    };
    for text in [
        "ssh -T host '@'",
        "bash -lc \"@\"",
        "sudo -u redis sh -c '@'",
        "eval \"@\"",
        "docker exec a bash -c 'echo b; @; c'",
        "bash <<EOF\n@\nEOF",
        "ssh host <<-'EOF' | tee log\n\t@\n\tEOF",
        "sudo bash -s <<EOF\nssh host \"@\"\nEOF",
        "eval 'eval \"@\"'",
    ] {
        assert_eq!(of(text), [order], "{text}");
    }
    for text in [
        "log '@'",
        "echo \"@\"",
        "git commit -m '@'",
        "cat <<EOF\n@\nEOF",
        "bash script <<EOF\n@\nEOF",
        "bash -c \"@ --Config \\\"{}\\\"\"",
        "bash -x script '@'",
    ] {
        assert!(of(text).is_empty(), "{text}");
    }
    // This shell runs it, once.
    assert_eq!(of("ssh host \"$(@)\""), [order]);
}

#[test]
fn hostile_scripts_end_soon() {
    let order = "aliyun r-kvstore CreateInstance --ZoneId a\n";
    for piece in [
        "$(",
        "`",
        "\"",
        "'",
        "\"$(",
        "${x:-",
        "((",
        "$((",
        "(",
        "<<A\n",
        "bash <<A\n",
        "eval '",
        "if ",
        "case x in ",
        "{ ",
        "x=(",
        "<",
        "${{",
        "\\",
        "aliyun '\n",
        "jdc \"\n",
        "aliyun r-kvstore CreateInstance --A '",
        "f(",
        "^ ",
        "[",
        "$",
        "\"${x:-\"",
        "# aliyun\n",
        "x=$x\n",
        "aliyun jdc ",
        "\u{fffd}$'",
        ") fi done } esac ;; ",
    ] {
        let length = if piece == "$(" { 1_000_000 } else { 200_000 };
        let count = length / piece.len();
        let text = format!("{order}{}", piece.repeat(count));
        let start = std::time::Instant::now();
        let found = read(&text);
        assert!(!found.specs.is_empty(), "{piece}");
        assert!(
            start.elapsed().as_secs() < 20,
            "{piece}: {:?}",
            start.elapsed()
        );
    }
    for text in [
        "aliyun r-kvstore CreateInstance --Instances '",
        "jdc redis create-cache-instance --charge '{",
    ] {
        for piece in ["[", "{\"a\":", "{a: ", "\"", "[1,"] {
            read(&format!("{text}{}'\n", piece.repeat(200_000)));
        }
    }
}

#[test]
fn every_cut_of_a_script_is_read() {
    let text = "x=\"a$(b '${c:-`d`}')\" aliyun r-kvstore CreateInstance --A=\"$x\" --Instances '[{\"é\":\"'\"$y\"'\"}]' <<E >f # kvspec: ignore[x]\né\nE\ncase x in (a|b) jdc redis create-cache-instance --az-id '{a: 1}' ;; esac\n";
    for (start, _) in text.char_indices() {
        for (end, _) in text[start..].char_indices() {
            read(&text[start..start + end]);
        }
    }
}

#[test]
fn flags_that_the_tools_do_not_have_are_said() {
    for (text, expected) in [
        (
            "aliyun r-kvstore CreateInstance --body x",
            &["flag /body -> "][..],
        ),
        (
            "aliyun r-kvstore CreateInstance --ShardCount -1",
            &["flag /-1 -> "],
        ),
        // A value that begins with a dash may be a secret.
        ("aliyun r-kvstore CreateInstance --Password -1", &[]),
        (
            "aliyun r-kvstore create-instance --v-switch-id a",
            &["spelling /v-switch-id -> vswitch-id"],
        ),
        (
            "jdc redis create-cache-instance --cache-instance '{}' --no-interactive",
            &["flag /no-interactive -> "],
        ),
        (
            "jdc redis create-cache-instance --input-json '{}'",
            &["other /cache-instance -> "],
        ),
        (
            "jdc redis create-cache-instance --cache-instance '{}' --input-json '{'",
            &["other /input-json -> "],
        ),
        (
            "jdc redis create-cache-instance --cache-instance '{}' --input-json file:///a",
            &[],
        ),
    ] {
        assert_eq!(remarks(&only(text).remarks), expected, "{text}");
    }
}

#[test]
fn a_name_that_is_taken_is_not_suggested() {
    let of = |flags: &str| {
        let spec = only(&format!("aliyun r-kvstore CreateInstance {flags}\n"));
        let fixes = spec.remarks.iter().filter(|remark| remark.fix.is_some());
        (remarks(&spec.remarks), fixes.count())
    };
    let taken = "--InstanceClas x --InstanceClass y";
    assert_eq!(of(taken), (vec!["flag /InstanceClas -> ".to_owned()], 0));
    let (said, fixes) = of("--InstanceClas x --InstanceClss y");
    assert_eq!(
        said,
        [
            "flag /InstanceClas -> InstanceClass",
            "flag /InstanceClss -> InstanceClass"
        ]
    );
    assert_eq!(fixes, 1);
}

#[test]
fn values_are_put_together_from_what_the_script_assigns() {
    let spec = only(
        "MAJOR=7\naliyun r-kvstore CreateInstance --EngineVersion \"${MAJOR}.0\" --ZoneId \"$R-h\"",
    );
    let What::Map { members, .. } = &spec.arguments.what else {
        panic!("no map");
    };
    assert_eq!(members[0].value.what, What::Text("7.0".to_owned()));
    assert!(matches!(members[1].value.what, What::Partial(_)));
}

#[test]
fn a_comment_in_backquotes_ends_with_them() {
    let spec = only("aliyun r-kvstore CreateInstance `# size` \\\n  --Foo 1");
    assert_eq!(remarks(&spec.remarks), ["flag /Foo -> "]);
}
