//! Files that want to exhaust somebody end quickly, with a finding that says what is wrong. How the
//! work grows is counted in allocations at two sizes, never in time.

#![cfg(feature = "formats")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::fmt::Write as _;

use allocation_counter::measure;
use kvspec::{Code, InputFormat, Linter, Run};

fn linter(format: InputFormat) -> Linter<'static> {
    Linter::new().format(format)
}

/// What is wrong with a text that cannot be read; nothing where it can.
fn problem(format: InputFormat, text: &str) -> Option<String> {
    let linted = linter(format).lint(text, &mut Run::new());
    let mut found = linted.iter().flat_map(|one| &one.diagnostics);
    let syntax = found.find(|found| found.code == Code::Syntax)?;
    assert!(syntax.span.is_some(), "it has a place");
    Some(syntax.message(kvspec::Locale::En).clone())
}

/// How much is allocated for a text: how often, how much in all, and how much at once.
fn cost(format: InputFormat, text: &str) -> [u64; 3] {
    let info = measure(|| {
        let linted = linter(format).lint(text, &mut Run::new());
        assert!(linted.len() < 1_000_000);
    });
    [info.count_total, info.bytes_total, info.bytes_max]
}

/// Twice the text costs twice as much, and not four times.
fn grows_with_the_text(format: InputFormat, what: &str, build: impl Fn(usize) -> String) {
    let (small, large) = (build(1_000), build(2_000));
    assert!(
        large.len() * 10 < small.len() * 22,
        "{what} is twice as long"
    );
    let before = cost(format, &small);
    let after = cost(format, &large);
    for (name, (one, two)) in ["allocations", "bytes", "memory"]
        .iter()
        .zip(before.iter().zip(after))
    {
        assert!(
            two <= one * 26 / 10 + 100_000,
            "{what}: {name} grow from {one} to {two}"
        );
    }
}

const RESOURCE: &str = "resource \"alicloud_kvstore_instance\" \"a\" {\n";
const TEMPLATE: &str = "Resources:\n  C:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n";

#[test]
fn laughs_are_not_multiplied() {
    let mut text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..30 {
        let inner = vec![format!("*a{}", level - 1); 9].join(", ");
        let _ = writeln!(text, "a{level}: &a{level} [{inner}]");
    }
    text.push_str(TEMPLATE);
    text.push_str("      Tags: *a29\n");
    let [count, bytes, most] = cost(InputFormat::Yaml, &text);
    assert!(
        count < 3_000_000 && bytes < 400_000_000 && most < 200_000_000,
        "{count} {bytes} {most}"
    );
    let told = problem(InputFormat::Yaml, &text).expect("it is told");
    assert!(told.contains("alias"), "{told}");
    // Merge keys multiply in the same way, and so do parameters that are followed.
    let mut text = "m0: &m0 {a: 1, b: 2, c: 3}\n".to_owned();
    for level in 1..30 {
        let before = level - 1;
        let _ = writeln!(
            text,
            "m{level}: &m{level}\n  x: {{<<: *m{before}}}\n  y: {{<<: *m{before}}}\n  z: {{<<: *m{before}}}"
        );
    }
    text.push_str(TEMPLATE);
    text.push_str("      <<: *m29\n");
    let [count, bytes, most] = cost(InputFormat::Yaml, &text);
    assert!(
        count < 3_000_000 && bytes < 400_000_000 && most < 200_000_000,
        "{count} {bytes} {most}"
    );
}

#[test]
fn what_is_nested_too_deep_is_told() {
    let deep = 100_000;
    let pairs = [("[", "]"), ("{a: ", "}")];
    for (open, close) in pairs {
        let text = format!(
            "{TEMPLATE}      Tags: {}{}\n",
            open.repeat(deep),
            close.repeat(deep)
        );
        let told = problem(InputFormat::Yaml, &text).expect("it is told");
        assert!(told.contains("nest") || told.contains("deep"), "{told}");
    }
    let mut block = TEMPLATE.to_owned();
    for level in 0..2_000 {
        let _ = writeln!(block, "{:width$}a:", "", width = 6 + level);
    }
    let told = problem(InputFormat::Yaml, &block).expect("it is told");
    assert!(told.contains("nest") || told.contains("deep"), "{told}");
    for (open, close) in [
        ("[", "]"),
        ("(", ")"),
        ("{a=", "}"),
        ("!", ""),
        ("-", ""),
        ("\"${", "}\""),
    ] {
        let text = format!(
            "{RESOURCE}  tags = {}1{}\n}}\n",
            open.repeat(deep),
            close.repeat(deep)
        );
        let told = problem(InputFormat::Hcl, &text).expect("it is told");
        assert!(
            told.contains("nest") || told.contains("deep"),
            "{open} {told}"
        );
    }
    let blocks = format!(
        "{RESOURCE}{}{}}}\n",
        "a {\n".repeat(deep),
        "}\n".repeat(deep)
    );
    let told = problem(InputFormat::Hcl, &blocks).expect("it is told");
    assert!(told.contains("nest") || told.contains("deep"), "{told}");
}

#[test]
fn what_does_not_end_is_told_or_passed_over() {
    for (what, text) in [
        (
            "heredoc",
            format!("{RESOURCE}  password = <<EOT\n{}", "x\n".repeat(1_000)),
        ),
        ("text", format!("{RESOURCE}  password = \"abc\n}}\n")),
        ("comment", format!("/* {RESOURCE}}}\n{RESOURCE}")),
        ("block", RESOURCE.to_owned()),
        ("list", format!("{RESOURCE}  security_ips = [\"a\",\n")),
        (
            "template",
            format!("{RESOURCE}  password = \"${{var.x\"\n}}\n"),
        ),
    ] {
        let told = problem(InputFormat::Hcl, &text);
        assert!(told.is_some(), "{what}");
    }
    for (what, text) in [
        ("text", format!("{TEMPLATE}      Password: \"abc\n")),
        ("list", format!("{TEMPLATE}      Tags: [a, b\n")),
        ("map", format!("{TEMPLATE}      Tags: {{a: b\n")),
        ("anchor", format!("{TEMPLATE}      Tags: *nowhere\n")),
    ] {
        assert!(problem(InputFormat::Yaml, &text).is_some(), "{what}");
    }
    // A script that does not end is no file that cannot be read: what is there is judged.
    for text in [
        "cat <<EOT\naliyun r-kvstore CreateInstance\n".to_owned(),
        "aliyun r-kvstore CreateInstance --InstanceName 'abc\n".to_owned(),
        "aliyun r-kvstore CreateInstance --InstanceName \"$(\n".to_owned(),
        "aliyun r-kvstore CreateInstance --InstanceName `\n".to_owned(),
        format!(
            "aliyun r-kvstore CreateInstance --A {}",
            "$(".repeat(50_000)
        ),
        format!(
            "aliyun r-kvstore CreateInstance --A {}",
            "${a:-".repeat(50_000)
        ),
        format!(
            "aliyun r-kvstore CreateInstance --A {}",
            "\"$(".repeat(50_000)
        ),
        format!("aliyun r-kvstore CreateInstance {}", "\\\n".repeat(50_000)),
        format!(
            "aliyun r-kvstore CreateInstances --Instances '{}",
            "[".repeat(50_000)
        ),
        format!("{}aliyun r-kvstore CreateInstance", "<<A ".repeat(5_000)),
    ] {
        let [count, bytes, most] = cost(InputFormat::Shell, &text);
        assert!(
            count < 2_000_000 && bytes < 200_000_000 && most < 100_000_000,
            "{count} {bytes} {most}"
        );
    }
}

#[test]
fn work_grows_with_the_text() {
    let order = |number: usize| {
        format!(
            "resource \"alicloud_kvstore_instance\" \"a{number}\" {{\n  instance_class = var.class\n  engine_version = \"7.0\"\n  tags = {{ a = \"b\" }}\n}}\n"
        )
    };
    grows_with_the_text(InputFormat::Hcl, "resources", |size| {
        let orders: String = (0..size / 10).map(order).collect();
        format!("variable \"class\" {{\n  default = \"redis.master.small.default\"\n}}\n{orders}")
    });
    grows_with_the_text(InputFormat::Hcl, "a list", |size| {
        format!(
            "{RESOURCE}  security_ips = [{}]\n}}\n",
            "\"10.0.0.1\", ".repeat(size)
        )
    });
    grows_with_the_text(InputFormat::Hcl, "a long line", |size| {
        format!(
            "{RESOURCE}  db_instance_name = \"{}\"\n}}\n",
            "${var.x} and ".repeat(size)
        )
    });
    grows_with_the_text(InputFormat::Hcl, "arguments", |size| {
        let mut text = RESOURCE.to_owned();
        for number in 0..size {
            let _ = writeln!(text, "  unknown_{number} = 1");
        }
        text + "}\n"
    });
    grows_with_the_text(InputFormat::Hcl, "a heredoc", |size| {
        format!(
            "{RESOURCE}  business_info = <<EOT\n{}EOT\n}}\n",
            "words and words\n".repeat(size * 10)
        )
    });
    grows_with_the_text(InputFormat::Hcl, "locals that follow each other", |size| {
        let mut text = "locals {\n  a0 = \"x\"\n".to_owned();
        for number in 1..size {
            let _ = writeln!(text, "  a{number} = local.a{}", number - 1);
        }
        format!(
            "{text}}}\n{RESOURCE}  coupon_no = local.a{}\n}}\n",
            size - 1
        )
    });
    grows_with_the_text(InputFormat::Yaml, "resources", |size| {
        let mut text = "Parameters:\n  Class:\n    Type: String\n    Default: redis.master.small.default\nResources:\n".to_owned();
        for number in 0..size / 10 {
            let _ = writeln!(
                text,
                "  C{number}:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      InstanceClass: !Ref Class\n      Tags: [{{Key: a, Value: b}}]"
            );
        }
        text
    });
    grows_with_the_text(InputFormat::Yaml, "a long line", |size| {
        format!(
            "{TEMPLATE}      InstanceName: {}\n",
            "名字 ".repeat(size * 10)
        )
    });
    grows_with_the_text(InputFormat::Yaml, "a list", |size| {
        format!(
            "{TEMPLATE}      Tags:\n{}",
            "        - Key: a\n          Value: b\n".repeat(size)
        )
    });
    grows_with_the_text(InputFormat::Yaml, "documents", |size| {
        format!("---\n{TEMPLATE}      EngineVersion: 7.0\n").repeat(size / 10)
    });
    grows_with_the_text(InputFormat::Shell, "commands", |size| {
        "class=redis.master.small.default\naliyun r-kvstore CreateInstance --RegionId cn-hangzhou --InstanceClass \"$class\" --EngineVersion 7.0\n".repeat(size / 10)
    });
    grows_with_the_text(InputFormat::Shell, "a long line", |size| {
        format!(
            "aliyun r-kvstore CreateInstance --InstanceName '{}'\n",
            "words ".repeat(size * 10)
        )
    });
    grows_with_the_text(InputFormat::Shell, "flags", |size| {
        format!(
            "aliyun r-kvstore CreateInstance {}\n",
            "--VpcIdd a ".repeat(size)
        )
    });
    grows_with_the_text(InputFormat::Markdown, "fences", |size| {
        "# Order\n\n```bash\naliyun r-kvstore CreateInstance --Capacity 0\n```\n\n".repeat(size / 5)
    });
    grows_with_the_text(InputFormat::Markdown, "quotes", |size| {
        format!("{} ```hcl\n{RESOURCE}", ">".repeat(size * 4))
    });
}
