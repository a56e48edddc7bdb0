//! The language server, asked over the protocol: whatever is typed, the findings are those of a
//! fresh start; and what it says of a place.
#![cfg(feature = "lsp")]
#![allow(clippy::expect_used, reason = "in a test a panic is how it fails")]

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

use kvspec::lsp::{Disk, Failed, Settings, serve};
use lsp_server::{Connection, Message, Notification, Request, Response};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Files that are not open.
#[derive(Debug, Clone, Default)]
struct Folder {
    files: BTreeMap<PathBuf, String>,
}

impl Folder {
    fn with(mut self, path: &str, text: &str) -> Self {
        self.files.insert(path.into(), text.to_owned());
        self
    }
}

impl Disk for Folder {
    fn module(&self, folder: &Path) -> Vec<(String, String)> {
        let files = self.files.iter();
        let files = files.filter(|(path, _)| path.parent() == Some(folder));
        let files = files.filter(|(path, _)| path.extension().is_some_and(|end| end == "tf"));
        let name = |path: &Path| {
            path.file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        };
        files
            .map(|(path, text)| (name(path), text.clone()))
            .collect()
    }

    fn policy(&self, folder: &Path) -> Option<PathBuf> {
        let mut paths = folder.ancestors().map(|folder| folder.join("kvspec.toml"));
        paths.find(|path| self.files.contains_key(path))
    }

    fn read(&self, path: &Path) -> Option<String> {
        self.files.get(path).cloned()
    }
}

struct Client {
    connection: Connection,
    serving: Option<JoinHandle<Result<(), Failed>>>,
    next: i32,
    /// What was last told of each file.
    told: HashMap<String, Value>,
    capabilities: Value,
}

fn uri(name: &str) -> String {
    format!("file:///orders/{name}")
}

impl Client {
    fn start(folder: Folder, encoding: &str, options: &Value) -> Self {
        let (server, connection) = Connection::memory();
        let serving = std::thread::spawn(move || serve(&server, &folder, Settings::default()));
        let mut client = Self {
            connection,
            serving: Some(serving),
            next: 0,
            told: HashMap::new(),
            capabilities: Value::Null,
        };
        let started = client.ask(
            "initialize",
            json!({
                "capabilities": {
                    "general": {"positionEncodings": [encoding]},
                    "textDocument": {"completion": {"completionItem": {"snippetSupport": true}}},
                },
                "initializationOptions": options,
            }),
        );
        client.capabilities = started["capabilities"].clone();
        client.say("initialized", json!({}));
        client
    }

    fn plain() -> Self {
        Self::start(Folder::default(), "utf-16", &Value::Null)
    }

    fn say(&self, method: &str, params: Value) {
        let message = Notification::new(method.to_owned(), params);
        let sent = self.connection.sender.send(Message::Notification(message));
        sent.expect("the server listens");
    }

    fn respond(&mut self, method: &str, params: Value) -> Response {
        self.next += 1;
        let request = Request::new(self.next.into(), method.to_owned(), params);
        let sent = self.connection.sender.send(Message::Request(request));
        sent.expect("the server listens");
        loop {
            match self.connection.receiver.recv().expect("the server answers") {
                Message::Response(response) => {
                    assert_eq!(response.id, self.next.into());
                    return response;
                }
                Message::Notification(note) => self.hear(&note),
                Message::Request(request) => panic!("{request:?}"),
            }
        }
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        let response = self.respond(method, params);
        response.response_kind_result()
    }

    fn open(&self, name: &str, text: &str) {
        self.say(
            "textDocument/didOpen",
            json!({"textDocument": {"uri": uri(name), "languageId": "x", "version": 1, "text": text}}),
        );
    }

    /// What was told of a file, when nothing waits any more.
    fn findings(&mut self, name: &str) -> Value {
        // All that is outstanding is told at once: with what is told of one file more, and before
        // the next answer, the rest is.
        let last = uri("last.txt");
        self.told.remove(&last);
        self.open("last.txt", "");
        while !self.told.contains_key(&last) {
            let message = self.connection.receiver.recv();
            match message.expect("the server goes on") {
                Message::Notification(note) => self.hear(&note),
                other => panic!("{other:?}"),
            }
        }
        let _ = self.respond("kvspec/nothing", Value::Null);
        self.told.get(&uri(name)).cloned().unwrap_or_default()
    }

    fn hear(&mut self, note: &Notification) {
        assert_eq!(note.method, "textDocument/publishDiagnostics");
        let uri = note.params["uri"].as_str().expect("text").to_owned();
        self.told.insert(uri, note.params["diagnostics"].clone());
    }

    fn codes(&mut self, name: &str) -> Vec<String> {
        let findings = self.findings(name);
        let codes = findings.as_array().expect("a list").iter();
        codes
            .map(|found| found["code"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Asks about the place of the `|` in a text that is opened for it.
    fn at(&mut self, method: &str, name: &str, text: &str) -> Value {
        let offset = text.find('|').expect("a place");
        let text = text.replacen('|', "", 1);
        self.open(name, &text);
        let position = position(&text, offset, "utf-16");
        self.ask(
            method,
            json!({"textDocument": {"uri": uri(name)}, "position": position}),
        )
    }

    fn completion(&mut self, name: &str, text: &str) -> BTreeMap<String, Value> {
        let items = self.at("textDocument/completion", name, text);
        let items = items.as_array().cloned().unwrap_or_default().into_iter();
        items
            .map(|item| (item["label"].as_str().expect("text").to_owned(), item))
            .collect()
    }

    fn hover(&mut self, name: &str, text: &str) -> String {
        let hover = self.at("textDocument/hover", name, text);
        hover["contents"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}

trait Kind {
    fn response_kind_result(self) -> Value;
}

impl Kind for Response {
    fn response_kind_result(self) -> Value {
        let response = serde_json::to_value(self).expect("JSON");
        assert!(response.get("error").is_none(), "{response}");
        response["result"].clone()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let _ = self.respond("shutdown", Value::Null);
        self.say("exit", Value::Null);
        let serving = self.serving.take().expect("it serves");
        assert!(serving.join().expect("no panic").is_ok());
    }
}

/// The position of an offset, counted in a plain way.
fn position(text: &str, offset: usize, encoding: &str) -> Value {
    let before = &text[..offset];
    let line = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let units: usize = before[start..]
        .chars()
        .map(|c| match encoding {
            "utf-8" => c.len_utf8(),
            "utf-16" => c.len_utf16(),
            _ => 1,
        })
        .sum();
    json!({"line": line, "character": units})
}

const MODULE: &str = r#"resource "alicloud_kvstore_instance" "session" {
  db_instance_name = "缓存😀"
  instance_class   = var.class
  engine_version   = "7.0"
  payment_type     = "PrePaid"
  period           = 10
  vswitch_id       = var.vswitch
}
"#;

const VARIABLES: &str = "variable \"class\" {\n  default = \"redis.shard.smal.2.ce\"\n}\n";

const ROS: &str = "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Cache:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      InstanceName: 缓存\n      InstanceClass: redis.shard.smal.2.ce\n      EngineVersion: '7.1'\n";

const SHELL: &str = "#!/bin/sh\naliyun r-kvstore CreateInstance \\\n  --RegionId cn-hangzhou \\\n  --InstanceClas redis.shard.small.2.ce \\\n  --Period 10\n";

const JSON: &str = "{\"RegionId\": \"cn-hangzhou \", \"capacity\": 1024,\r\n \"InstanceName\": \"缓存😀\", \"EngineVersion\": 5.0}\n";

const POLICY: &str = "[severity]\ndefault-aplied = \"off\"\n";

/// The files that are open, and how each is called.
const OPEN: [(&str, &str); 6] = [
    ("main.tf", MODULE),
    ("variables.tf", VARIABLES),
    ("stack.yaml", ROS),
    ("order.sh", SHELL),
    ("order.json", JSON),
    ("kvspec.toml", POLICY),
];

/// What a person might type, or paste.
const TYPED: [&str; 14] = [
    "",
    "\n",
    "\r\n",
    "\"",
    "{",
    "}",
    " ",
    "缓",
    "😀",
    "# kvspec: ignore\n",
    "redis.shard.small.2.ce",
    "  period = 12\n",
    "10",
    ", \"Period\": \"5\"",
];

/// One change of one file: where, how far, and what for.
#[derive(Debug, Clone)]
struct Typed {
    file: usize,
    start: u16,
    length: u8,
    text: usize,
    /// Whether it is sent with the one before it.
    together: bool,
}

fn typed() -> impl Strategy<Value = Typed> {
    let parts = (
        0..OPEN.len(),
        any::<u16>(),
        0..12_u8,
        0..TYPED.len(),
        any::<bool>(),
    );
    parts.prop_map(|(file, start, length, text, together)| Typed {
        file,
        start,
        length,
        text,
        together,
    })
}

fn boundary(text: &str, wanted: usize) -> usize {
    let mut at = wanted.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    // Between both bytes of a line's end there is no place.
    if text[..at].ends_with('\r') && text[at..].starts_with('\n') {
        at -= 1;
    }
    at
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(48),
        ..ProptestConfig::default()
    })]

    #[test]
    fn after_any_edits_the_findings_are_those_of_a_fresh_start(
        edits in prop::collection::vec(typed(), 1..24),
        encoding in prop::sample::select(vec!["utf-8", "utf-16", "utf-32"]),
    ) {
        let folder = OPEN.iter().fold(Folder::default(), |folder, (name, text)| {
            folder.with(&format!("/orders/{name}"), text)
        });
        let mut client = Client::start(folder.clone(), encoding, &Value::Null);
        prop_assert_eq!(&client.capabilities["positionEncoding"], encoding);
        let mut texts: Vec<String> = Vec::new();
        for (name, text) in OPEN {
            client.open(name, text);
            texts.push(text.to_owned());
        }
        let mut versions = [1; OPEN.len()];
        let mut waiting: Option<(usize, Vec<Value>)> = None;
        let send = |client: &Client, versions: &mut [i32], file: usize, changes: Vec<Value>| {
            versions[file] += 1;
            client.say("textDocument/didChange", json!({
                "textDocument": {"uri": uri(OPEN[file].0), "version": versions[file]},
                "contentChanges": changes,
            }));
        };
        for edit in edits {
            let text = &mut texts[edit.file];
            let start = boundary(text, usize::from(edit.start) % (text.len() + 1));
            let end = boundary(text, start + usize::from(edit.length)).max(start);
            let range = json!({
                "start": position(text, start, encoding),
                "end": position(text, end, encoding),
            });
            text.replace_range(start..end, TYPED[edit.text]);
            let change = json!({"range": range, "text": TYPED[edit.text]});
            match &mut waiting {
                Some((file, changes)) if *file == edit.file && edit.together => changes.push(change),
                _ => {
                    if let Some((file, changes)) = waiting.replace((edit.file, vec![change])) {
                        send(&client, &mut versions, file, changes);
                    }
                }
            }
        }
        if let Some((file, changes)) = waiting {
            send(&client, &mut versions, file, changes);
        }
        let mut fresh = Client::start(folder, encoding, &Value::Null);
        for ((name, _), text) in OPEN.iter().zip(&texts) {
            fresh.open(name, text);
        }
        for (name, _) in OPEN {
            let (one, other) = (client.findings(name), fresh.findings(name));
            prop_assert!(one.is_array());
            prop_assert_eq!(one, other, "{}", name);
        }
    }

    /// Wherever one asks, there is an answer.
    #[test]
    fn every_place_has_an_answer(
        file in 0..OPEN.len() - 1,
        place in any::<u16>(),
        cut in any::<bool>(),
    ) {
        let (name, text) = OPEN[file];
        let place = boundary(text, usize::from(place) % (text.len() + 1));
        let text = if cut { &text[..place] } else { text };
        let mut client = Client::plain();
        client.open(name, text);
        let position = position(text, place, "utf-16");
        for method in ["hover", "completion", "definition"] {
            client.ask(
                &format!("textDocument/{method}"),
                json!({"textDocument": {"uri": uri(name)}, "position": position}),
            );
        }
        let range = json!({"start": {"line": 0, "character": 0}, "end": position});
        for method in ["inlayHint", "codeAction", "documentSymbol"] {
            client.ask(&format!("textDocument/{method}"), json!({
                "textDocument": {"uri": uri(name)}, "range": range, "context": {"diagnostics": []},
            }));
        }
    }
}

#[test]
fn each_format_has_its_findings() {
    let mut client = Client::plain();
    for (name, text) in OPEN {
        client.open(name, text);
    }
    let has = |codes: Vec<String>, code: &str| {
        assert!(codes.iter().any(|found| found == code), "{code}: {codes:?}");
    };
    has(client.codes("main.tf"), "unknown-class");
    has(client.codes("main.tf"), "invalid-value");
    has(client.codes("stack.yaml"), "unknown-class");
    has(client.codes("order.sh"), "unknown-parameter");
    has(client.codes("order.json"), "parameter-case");
    assert_eq!(client.codes("variables.tf"), [""; 0]);
    let policy = client.findings("kvspec.toml");
    assert_eq!(
        policy[0]["range"]["start"],
        json!({"line": 1, "character": 0})
    );
    let said = policy[0]["message"].as_str().expect("text");
    assert!(said.contains("default-aplied"), "{said}");
}

#[test]
fn what_holds_no_order_is_left_alone() {
    let mut client = Client::plain();
    for (name, text) in [
        ("package.json", "{\"name\": \"x\", \"version\": \"1.0.0\"}"),
        ("broken.json", "{\"name\": "),
        ("values.yaml", "a: 1\nb: ["),
        ("main.go", "package main"),
        ("empty.tf", ""),
    ] {
        client.open(name, text);
        if name != "values.yaml" {
            assert_eq!(client.findings(name), json!([]), "{name}");
        }
    }
}

#[test]
fn a_policy_holds_and_an_open_one_counts_as_it_is() {
    let folder = Folder::default().with("/orders/kvspec.toml", "exclude = [\"old/**\"]\n");
    let mut client = Client::start(folder, "utf-8", &Value::Null);
    client.open("main.tf", MODULE);
    client.open("old/main.tf", MODULE);
    assert!(
        client
            .codes("main.tf")
            .contains(&"invalid-value".to_owned())
    );
    assert_eq!(client.findings("old/main.tf"), json!([]));
    client.open("kvspec.toml", "[severity]\ninvalid-value = \"off\"\n");
    assert!(
        !client
            .codes("main.tf")
            .contains(&"invalid-value".to_owned())
    );
    assert!(!client.codes("old/main.tf").is_empty());
}

#[test]
fn both_languages_are_spoken() {
    let options = json!({"locale": "zh-CN"});
    let mut client = Client::start(Folder::default(), "utf-16", &options);
    client.open("main.tf", MODULE);
    let findings = client.findings("main.tf").to_string();
    assert!(findings.contains("不是"), "{findings}");
    let hover = client.hover("hover.tf", &MODULE.replace("period  ", "per|iod  "));
    assert!(hover.contains("取值"), "{hover}");
    // What is set later holds from then on.
    client.say(
        "workspace/didChangeConfiguration",
        json!({"settings": {"kvspec": {"locale": "en", "packs": ["security"], "level": "error"}}}),
    );
    let findings = client.findings("main.tf");
    assert!(
        findings.to_string().contains("is not a value of"),
        "{findings}"
    );
    let severities = findings.as_array().expect("a list").iter();
    assert!(
        severities
            .map(|found| &found["severity"])
            .all(|severity| *severity == 1)
    );
}

#[test]
fn a_fix_mends_and_a_comment_puts_off() {
    let text = "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Cache:\n    Type: ALIYUN::REDIS::Instance\n    Properties:\n      instanceclass: redis.shard.small.2.ce\n      EngineVersion: '7.0'\n      VSwitchId: vsw-1\n";
    let mut client = Client::plain();
    client.open("stack.yaml", text);
    let range = json!({
        "start": {"line": 5, "character": 8}, "end": {"line": 5, "character": 8},
    });
    let actions = client.ask(
        "textDocument/codeAction",
        json!({"textDocument": {"uri": uri("stack.yaml")}, "range": range, "context": {"diagnostics": []}}),
    );
    let actions = actions.as_array().expect("a list");
    let apply = |action: &Value| {
        let mut out = text.to_owned();
        let edits = action["edit"]["changes"][uri("stack.yaml")].as_array();
        let mut edits: Vec<&Value> = edits.expect("edits").iter().collect();
        edits.reverse();
        for edit in edits {
            let at = |end: &str| {
                let number = |key: &str| {
                    let number = edit["range"][end][key].as_u64().expect("a number");
                    usize::try_from(number).expect("a small number")
                };
                let lines = out.split_inclusive('\n');
                let start: usize = lines.take(number("line")).map(str::len).sum();
                start + number("character")
            };
            let (start, end) = (at("start"), at("end"));
            out.replace_range(start..end, edit["newText"].as_str().expect("text"));
        }
        out
    };
    let mended = text.replace("instanceclass", "InstanceClass");
    let fix = actions
        .iter()
        .find(|action| action["kind"] == "quickfix" && apply(action) == mended)
        .expect("a fix");
    assert_eq!(fix["diagnostics"][0]["code"], "parameter-case");
    let all = actions
        .iter()
        .find(|action| action["kind"] == "source.fixAll.kvspec");
    assert_eq!(all.map(apply).as_deref(), Some(mended.as_str()));
    let off = actions.iter().find(|action| {
        let title = action["title"].as_str().unwrap_or_default();
        title.contains("put `parameter-case` off")
    });
    let off = apply(off.expect("an action"));
    assert!(off.contains("# kvspec: ignore[parameter-case]"), "{off}");
    client.open("off.yaml", &off);
    let codes = client.codes("off.yaml");
    assert!(!codes.contains(&"parameter-case".to_owned()), "{codes:?}");
    assert!(!codes.contains(&"unused-ignore".to_owned()), "{codes:?}");
    // Of the kinds that a client asks for, no others.
    let only = client.ask(
        "textDocument/codeAction",
        json!({
            "textDocument": {"uri": uri("stack.yaml")}, "range": range,
            "context": {"diagnostics": [], "only": ["source.fixAll"]},
        }),
    );
    assert_eq!(only.as_array().expect("a list").len(), 1);
}

#[test]
fn hovering_tells_what_an_argument_takes_and_who_says_so() {
    let mut client = Client::plain();
    let hover = client.hover("a.tf", &MODULE.replace("period  ", "per|iod  "));
    for part in ["**`period`**", "`1-9`", "Argument Reference", "1.286.0"] {
        assert!(hover.contains(part), "{part}: {hover}");
    }
    // Once is enough for an edition that the document's name says.
    assert_eq!(hover.matches("1.286.0").count(), 1, "{hover}");
    let class = "  instance_class = \"redis.logic.sharding.1g.2db.0rodb.4pro|xy.default\"\n}";
    let module = format!("resource \"alicloud_kvstore_instance\" \"a\" {{\n{class}\n");
    let hover = client.hover("b.tf", &module);
    assert!(hover.contains("2 shards, 2 GB"), "{hover}");
    let hover = client.hover("c.json", &JSON.replace("EngineVersion", "Engine|Version"));
    assert!(hover.contains("**`EngineVersion`**"), "{hover}");
    let hover = client.hover("d.yaml", &ROS.replace("redis.shard", "redis.sh|ard"));
    assert!(hover.contains("`unknown-class`"), "{hover}");
    let hover = client.hover("kvspec.toml", "[severity]\ndefault-ap|plied = \"off\"\n");
    assert!(hover.contains("**`default-applied`**"), "{hover}");
    let hover = client.hover("e.sh", &SHELL.replace("--Period", "--Per|iod"));
    assert!(hover.contains("**`Period`**"), "{hover}");
}

#[test]
fn names_that_are_there_are_not_offered_again() {
    let mut client = Client::plain();
    let inside = MODULE.replace("  period           = 10\n", "  per|\n");
    let names = client.completion("a.tf", &inside);
    assert_eq!(names["period"]["textEdit"]["newText"], "period = ");
    assert!(!names.contains_key("engine_version"), "it is there");
    let names = client.completion("a.yaml", &ROS.replace("EngineVersion: '7.1'", "Eng|"));
    assert_eq!(
        names["EngineVersion"]["textEdit"]["newText"],
        "EngineVersion: "
    );
    assert!(!names.contains_key("InstanceName"));
    let names = client.completion(
        "a.json",
        "{\"RegionId\": \"cn-hangzhou\", \"Capacity\": 1, \"In|",
    );
    assert_eq!(names["InstanceName"]["textEdit"]["newText"], "InstanceName");
    assert!(!names.contains_key("Capacity"));
    let names = client.completion("a.sh", &SHELL.replace("--Period 10", "--Per|"));
    assert_eq!(names["Period"]["textEdit"]["newText"], "Period ");
    assert!(!names.contains_key("RegionId"));
    // Inside an object, its own names are.
    let inner = r#"{"regionId": "cn-north-1", "cacheInstance": {"vpcId": "vpc-1", "cache|"}, "charge": {}}"#;
    let names = client.completion("b.json", inner);
    assert!(names.contains_key("cacheInstanceClass") && !names.contains_key("charge"));
    // Outside of an order there is nothing to say.
    assert!(
        client
            .completion("b.tf", &format!("loc|\n{MODULE}"))
            .is_empty()
    );
}

#[test]
fn values_that_a_document_lists_are_offered() {
    let mut client = Client::plain();
    let values = client.completion("a.tf", &MODULE.replace("\"PrePaid\"", "\"P|\""));
    let names: Vec<&str> = values.keys().map(String::as_str).collect();
    assert_eq!(names, ["PostPaid", "PrePaid"]);
    let values = client.completion("b.tf", &MODULE.replace("= 10", "= |"));
    assert_eq!(values["12"]["textEdit"]["newText"], "12");
    let values = client.completion("c.tf", &MODULE.replace("\"7.0\"", "|"));
    assert_eq!(values["7.0"]["textEdit"]["newText"], "\"7.0\"");
    let values = client.completion("a.yaml", &ROS.replace("'7.1'", "|"));
    assert_eq!(values["7.0"]["textEdit"]["newText"], "'7.0'");
    let classes = client.completion("d.tf", &MODULE.replace("var.class", "\"redis.logic|\""));
    let class = &classes["redis.logic.sharding.1g.2db.0rodb.4proxy.default"];
    assert_eq!(class["detail"], "2 shards, 2 GB");
}

#[test]
fn what_is_missing_is_one_snippet() {
    let mut client = Client::plain();
    let text = "aliyun r-kvstore CreateTairInstance --RegionId cn-hangzhou --|\n";
    let items = client.completion("a.sh", text);
    let all = items.iter().find(|(label, _)| label.starts_with("all "));
    let (_, all) = all.expect("a snippet");
    let snippet = all["textEdit"]["newText"].as_str().expect("text");
    assert_eq!(all["insertTextFormat"], 2);
    assert!(snippet.contains("--VpcId ${"), "{snippet}");
    assert!(!snippet.contains("--RegionId"), "{snippet}");
    let text = "resource \"alicloud_redis_tair_instance\" \"a\" {\n  |\n}\n";
    let items = client.completion("a.tf", text);
    let all = items.iter().find(|(label, _)| label.starts_with("all "));
    let snippet = all.expect("a snippet").1["textEdit"]["newText"].clone();
    let snippet = snippet.as_str().expect("text");
    assert!(snippet.contains("instance_class = \"${"), "{snippet}");
}

#[test]
fn hints_tell_what_a_class_means() {
    let text = MODULE.replace(
        "var.class",
        "\"redis.logic.sharding.1g.2db.0rodb.4proxy.default\"",
    );
    let mut client = Client::plain();
    client.open("a.tf", &text);
    let hints = client.ask(
        "textDocument/inlayHint",
        json!({
            "textDocument": {"uri": uri("a.tf")},
            "range": {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}},
        }),
    );
    assert_eq!(hints[0]["label"], "2 shards, 2 GB");
    assert_eq!(hints[0]["position"], json!({"line": 2, "character": 71}));
}

#[test]
fn an_outline_has_names_and_no_values() {
    let mut client = Client::plain();
    let text = MODULE.replace("period           = 10", "password = \"Hidden!98765\"");
    client.open("a.tf", &text);
    let symbols = client.ask(
        "textDocument/documentSymbol",
        json!({"textDocument": {"uri": uri("a.tf")}}),
    );
    assert_eq!(symbols[0]["name"], "alicloud_kvstore_instance.session");
    let names: Vec<&str> = symbols[0]["children"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|child| child["name"].as_str().expect("text"))
        .collect();
    assert!(
        names.contains(&"password") && names.contains(&"instance_class"),
        "{names:?}"
    );
    assert!(!symbols.to_string().contains("Hidden"));
}

#[test]
fn the_definition_of_a_value_is_its_variable() {
    let folder = Folder::default().with("/orders/variables.tf", VARIABLES);
    let mut client = Client::start(folder, "utf-16", &Value::Null);
    let place = client.at(
        "textDocument/definition",
        "main.tf",
        &MODULE.replace("var.class", "var.cl|ass"),
    );
    assert_eq!(place["uri"], uri("variables.tf"));
    assert_eq!(place["range"]["start"], json!({"line": 1, "character": 12}));
    // One without a default is declared somewhere, too.
    let text = MODULE.replace("var.vswitch", "var.vsw|itch");
    let text = format!("{text}\nvariable \"vswitch\" {{}}\n");
    let place = client.at("textDocument/definition", "own.tf", &text);
    assert_eq!(place["uri"], uri("own.tf"));
    assert_eq!(place["range"]["start"], json!({"line": 9, "character": 0}));
}
