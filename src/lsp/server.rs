//! Messages: what is open, what changed, and what is asked.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionParams, CodeActionProviderCapability,
    CompletionOptions, CompletionParams, CompletionResponse, DidChangeConfigurationParams,
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, DocumentSymbolParams, DocumentSymbolResponse, GotoDefinitionParams,
    GotoDefinitionResponse, HoverParams, HoverProviderCapability, InitializeParams,
    InlayHintParams, Location, OneOf, PublishDiagnosticsParams, SaveOptions, ServerCapabilities,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
    TextDocumentSyncSaveOptions, Uri,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::completion::{Asked, complete};
use super::document::{Encoding, Lines};
use super::findings::{Actions, FIX_ALL, config_error, not_judged, shown};
use super::view::orders;
use super::{Disk, Settings, hover, outline};
use crate::diagnostic::{Diagnostic, Locale, Severity};
use crate::house::{self, ConfigErrors, HouseRules};
use crate::lint::{Linted, Linter, holds_an_order};
use crate::run::Run;

/// Why a server stopped before it was asked to.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failed {
    /// The client does not speak the protocol.
    #[error("the client does not speak the protocol: {0}")]
    Protocol(#[from] lsp_server::ProtocolError),
    /// The client is gone.
    #[error("the client is gone")]
    Gone,
}

/// Serves one client until it says that it is done.
///
/// ```
/// use std::path::{Path, PathBuf};
/// use kvspec::lsp::{Disk, Settings, serve};
/// use lsp_server::{Connection, Message, Notification, Request};
///
/// /// A client that has no files but those that it opens.
/// struct Nothing;
/// impl Disk for Nothing {
///     fn module(&self, _: &Path) -> Vec<(String, String)> { Vec::new() }
///     fn policy(&self, _: &Path) -> Option<PathBuf> { None }
///     fn read(&self, _: &Path) -> Option<String> { None }
/// }
///
/// let (server, client) = Connection::memory();
/// let serving = std::thread::spawn(move || serve(&server, &Nothing, Settings::default()));
/// let start = serde_json::json!({"capabilities": {}});
/// client.sender.send(Message::Request(Request::new(1.into(), "initialize".into(), start)))?;
/// assert!(matches!(client.receiver.recv()?, Message::Response(_)));
/// let ready = Notification::new("initialized".into(), serde_json::json!({}));
/// client.sender.send(Message::Notification(ready))?;
/// client.sender.send(Message::Request(Request::new(2.into(), "shutdown".into(), ())))?;
/// client.sender.send(Message::Notification(Notification::new("exit".into(), ())))?;
/// assert!(serving.join().unwrap().is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// The client went away, or does not speak the protocol.
pub fn serve(connection: &Connection, disk: &impl Disk, settings: Settings) -> Result<(), Failed> {
    let (id, params) = connection.initialize_start()?;
    let params: InitializeParams = serde_json::from_value(params).unwrap_or_default();
    let general = params.capabilities.general.as_ref();
    let offered = general.and_then(|general| general.position_encodings.as_deref());
    let encoding = Encoding::agreed(offered);
    connection.initialize_finish(
        id,
        json!({
            "capabilities": capabilities(encoding),
            "serverInfo": {"name": "kvspec", "version": env!("CARGO_PKG_VERSION")},
        }),
    )?;
    let mut server = Server::new(connection, disk, &params, settings, encoding);
    server.watch(&params)?;
    server.run()
}

fn capabilities(encoding: Encoding) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(encoding.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(
            TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions {
                    include_text: Some(false),
                })),
                ..TextDocumentSyncOptions::default()
            },
        )),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(["\"", "-", "."].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        definition_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        inlay_hint_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::new(FIX_ALL)]),
            ..CodeActionOptions::default()
        })),
        ..ServerCapabilities::default()
    }
}

/// An open text.
struct Document {
    uri: Uri,
    version: i32,
    path: PathBuf,
    /// The last part of its path.
    name: String,
    lines: Lines,
    /// What was found in it, since it last changed.
    linted: RefCell<Option<Rc<Vec<Linted>>>>,
}

/// A `kvspec.toml` that was read.
struct Policy {
    folder: PathBuf,
    rules: Result<HouseRules, ConfigErrors>,
}

struct Server<'s, D> {
    connection: &'s Connection,
    disk: &'s D,
    settings: Settings,
    /// What was set when the server was started.
    first: Settings,
    /// The language of the editor.
    editor: Option<String>,
    encoding: Encoding,
    snippets: bool,
    documents: BTreeMap<String, Document>,
    /// Those whose findings have to be told anew.
    stale: BTreeSet<String>,
    modules: RefCell<HashMap<PathBuf, Module>>,
    policies: RefCell<HashMap<PathBuf, Option<Rc<Policy>>>>,
}

/// The files of a folder, each with its name and its text.
type Module = Rc<Vec<(String, String)>>;

/// What a message with a result comes to.
type Answer = Result<Value, String>;

impl<'s, D: Disk> Server<'s, D> {
    fn new(
        connection: &'s Connection,
        disk: &'s D,
        params: &InitializeParams,
        first: Settings,
        encoding: Encoding,
    ) -> Self {
        let text = params.capabilities.text_document.as_ref();
        let completion = text.and_then(|text| text.completion.as_ref());
        let item = completion.and_then(|completion| completion.completion_item.as_ref());
        let mut server = Self {
            connection,
            disk,
            settings: first.clone(),
            first,
            editor: params.locale.clone(),
            encoding,
            snippets: item.and_then(|item| item.snippet_support).unwrap_or(false),
            documents: BTreeMap::new(),
            stale: BTreeSet::new(),
            modules: RefCell::default(),
            policies: RefCell::default(),
        };
        if let Some(options) = &params.initialization_options {
            server.set(options);
        }
        server
    }

    /// Asks to be told of files that change behind the editor's back.
    fn watch(&self, params: &InitializeParams) -> Result<(), Failed> {
        let workspace = params.capabilities.workspace.as_ref();
        let watched = workspace.and_then(|workspace| workspace.did_change_watched_files);
        if watched.and_then(|watched| watched.dynamic_registration) != Some(true) {
            return Ok(());
        }
        let globs = ["**/kvspec.toml", "**/*.{tf,tofu,tfvars}"];
        let watchers = globs.map(|glob| json!({"globPattern": glob}));
        self.send(Message::Request(Request::new(
            "watch".to_owned().into(),
            "client/registerCapability".to_owned(),
            json!({"registrations": [{
                "id": "kvspec-files",
                "method": "workspace/didChangeWatchedFiles",
                "registerOptions": {"watchers": watchers},
            }]}),
        )))
    }

    fn send(&self, message: Message) -> Result<(), Failed> {
        self.connection
            .sender
            .send(message)
            .map_err(|_| Failed::Gone)
    }

    fn run(&mut self) -> Result<(), Failed> {
        loop {
            // Findings are told when nothing else waits: of a burst of key presses the last one
            // decides.
            if self.connection.receiver.is_empty() {
                self.publish()?;
            }
            match self.connection.receiver.recv() {
                Ok(Message::Request(request)) => {
                    if self.connection.handle_shutdown(&request)? {
                        return Ok(());
                    }
                    let response = self.answer(request);
                    self.send(Message::Response(response))?;
                }
                Ok(Message::Notification(notification)) => self.note(notification)?,
                Ok(Message::Response(_)) => {}
                Err(_) => return Err(Failed::Gone),
            }
        }
    }

    /// Takes over what a client sets. What it does not set stays as it was at the start.
    fn set(&mut self, options: &Value) {
        let options = options.get("kvspec").unwrap_or(options);
        if let Ok(settings) = serde_json::from_value::<Settings>(options.clone()) {
            let first = self.first.clone();
            self.settings = Settings {
                locale: settings
                    .locale
                    .filter(|tag| !tag.is_empty())
                    .or(first.locale),
                profile: settings.profile.or(first.profile),
                level: settings.level.or(first.level),
                packs: if settings.packs.is_empty() {
                    first.packs
                } else {
                    settings.packs
                },
            };
            self.forget();
        }
    }

    fn locale(&self) -> Locale {
        self.settings.locale(self.editor.as_deref())
    }

    /// Everything has to be looked at anew.
    fn forget(&mut self) {
        self.modules.borrow_mut().clear();
        self.policies.borrow_mut().clear();
        for document in self.documents.values() {
            document.linted.take();
        }
        self.stale.extend(self.documents.keys().cloned());
    }

    /// A text changed: what others say of it may be another thing now.
    fn changed(&mut self, key: &str) {
        let Some(document) = self.documents.get(key) else {
            return;
        };
        document.linted.take();
        self.stale.insert(key.to_owned());
        if document.name == house::FILE_NAME {
            self.forget();
        } else if is_terraform(&document.name) {
            let folder = document.path.parent().map(Path::to_path_buf);
            for (other, document) in &self.documents {
                if document.path.parent() == folder.as_deref() && is_terraform(&document.name) {
                    document.linted.take();
                    self.stale.insert(other.clone());
                }
            }
        }
    }

    fn note(&mut self, notification: Notification) -> Result<(), Failed> {
        let Notification { method, params } = notification;
        match method.as_str() {
            "textDocument/didOpen" => {
                if let Some(params) = read::<DidOpenTextDocumentParams>(params) {
                    let document = params.text_document;
                    let key = document.uri.as_str().to_owned();
                    let path = path_of(&document.uri);
                    let name = path.file_name().unwrap_or_default();
                    let opened = Document {
                        name: name.to_string_lossy().into_owned(),
                        path,
                        uri: document.uri,
                        version: document.version,
                        lines: Lines::new(document.text, self.encoding),
                        linted: RefCell::default(),
                    };
                    self.documents.insert(key.clone(), opened);
                    self.changed(&key);
                }
            }
            "textDocument/didChange" => {
                if let Some(params) = read::<DidChangeTextDocumentParams>(params) {
                    let key = params.text_document.uri.as_str().to_owned();
                    if let Some(document) = self.documents.get_mut(&key) {
                        document.version = params.text_document.version;
                        for change in params.content_changes {
                            document.lines.change(change);
                        }
                    }
                    self.changed(&key);
                }
            }
            "textDocument/didSave" => {
                if let Some(params) = read::<DidSaveTextDocumentParams>(params) {
                    let uri = params.text_document.uri;
                    let name = self
                        .documents
                        .get(uri.as_str())
                        .map(|one| one.name.as_str());
                    if name.is_some_and(|name| name == house::FILE_NAME || is_terraform(name)) {
                        self.forget();
                    }
                }
            }
            "textDocument/didClose" => {
                if let Some(params) = read::<DidCloseTextDocumentParams>(params) {
                    let uri = params.text_document.uri;
                    self.changed(uri.as_str());
                    self.documents.remove(uri.as_str());
                    self.stale.remove(uri.as_str());
                    self.tell(uri, None, Vec::new())?;
                }
            }
            "workspace/didChangeWatchedFiles" => self.forget(),
            "workspace/didChangeConfiguration" => {
                if let Some(params) = read::<DidChangeConfigurationParams>(params) {
                    self.set(&params.settings);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn publish(&mut self) -> Result<(), Failed> {
        for key in std::mem::take(&mut self.stale) {
            let Some(document) = self.documents.get(&key) else {
                continue;
            };
            let shown = self.shown(document);
            self.tell(document.uri.clone(), Some(document.version), shown)?;
        }
        Ok(())
    }

    fn tell(
        &self,
        uri: Uri,
        version: Option<i32>,
        diagnostics: Vec<lsp_types::Diagnostic>,
    ) -> Result<(), Failed> {
        let params = PublishDiagnosticsParams {
            uri,
            diagnostics,
            version,
        };
        self.send(Message::Notification(Notification::new(
            "textDocument/publishDiagnostics".to_owned(),
            params,
        )))
    }

    /// The findings of a document, as an editor shows them.
    fn shown(&self, document: &Document) -> Vec<lsp_types::Diagnostic> {
        let (locale, lines) = (self.locale(), &document.lines);
        if document.name == house::FILE_NAME {
            let errors = HouseRules::from_toml(lines.text()).err();
            let errors = errors.iter().flatten();
            return errors
                .map(|error| config_error(lines, error, locale))
                .collect();
        }
        let linted = self.linted(document);
        let mut all = Vec::new();
        for one in linted.iter() {
            all.extend(not_judged(lines, one, locale));
            let found = one.diagnostics.iter();
            all.extend(found.map(|found| shown(lines, one, found, locale)));
        }
        all
    }

    /// What is found in a document.
    fn linted(&self, document: &Document) -> Rc<Vec<Linted>> {
        if let Some(known) = &*document.linted.borrow() {
            return Rc::clone(known);
        }
        let text = document.lines.text();
        let linted = self.with_linter(document, |linter, is_read| {
            let linted = if is_read && !text.trim().is_empty() {
                linter.lint(text, &mut Run::new())
            } else {
                Vec::new()
            };
            // A file that holds no order is none of our business.
            if holds_an_order(&linted, text) {
                linted
            } else {
                Vec::new()
            }
        });
        let linted = Rc::new(linted);
        *document.linted.borrow_mut() = Some(Rc::clone(&linted));
        linted
    }

    /// Calls with a linter for a document, and whether the team wants it to be read.
    fn with_linter<T>(&self, document: &Document, call: impl FnOnce(Linter<'_>, bool) -> T) -> T {
        let neighbours = self.neighbours(document);
        let policy = self.policy(document);
        let packs = self.settings.packs();
        let mut linter = Linter::new()
            .packs(&packs)
            .file(&document.name, &neighbours);
        if let Some(profile) = self.settings.profile() {
            linter = linter.profile(profile);
        }
        let is_markdown = has_ending(&document.name, &["md", "markdown"]);
        let policy = policy.as_deref();
        let rules = policy.and_then(|policy| Some((policy, policy.rules.as_ref().ok()?)));
        let relative = policy.map(|policy| relative(&document.path, &policy.folder));
        let path = relative.as_deref().unwrap_or_default();
        let wants_markdown = rules.is_some_and(|(_, rules)| rules.reads_markdown());
        let is_read = !rules.is_some_and(|(_, rules)| rules.is_excluded(path))
            && (!is_markdown || wants_markdown);
        let view = rules.map(|(_, rules)| rules.for_file(path));
        let least = rules.and_then(|(_, rules)| rules.least());
        let level = self.settings.level().or(least).unwrap_or(Severity::Info);
        linter = linter.level(level);
        if let Some(view) = &view {
            linter = linter.house_rules(view);
        }
        call(linter, is_read)
    }

    /// The other files of a Terraform module; what is open counts as it is there.
    fn neighbours(&self, document: &Document) -> Vec<(String, String)> {
        let is_module = has_ending(&document.name, &["tf", "tofu"]);
        if !is_module || !document.lines.text().contains("alicloud_") {
            return Vec::new();
        }
        let folder = document
            .path
            .parent()
            .unwrap_or(Path::new(""))
            .to_path_buf();
        let mut modules = self.modules.borrow_mut();
        let on_disk = modules
            .entry(folder.clone())
            .or_insert_with(|| Rc::new(self.disk.module(&folder)));
        let open: Vec<&Document> = self
            .documents
            .values()
            .filter(|other| other.path.parent() == Some(&folder) && is_terraform(&other.name))
            .collect();
        let mut files: Vec<(String, String)> = on_disk
            .iter()
            .filter(|(name, _)| open.iter().all(|other| other.name != *name))
            .cloned()
            .collect();
        let defines = |text: &str| {
            let words = ["variable", "locals", "provider", "terraform"];
            words.iter().any(|word| text.contains(word))
        };
        for other in open {
            let text = other.lines.text();
            if has_ending(&other.name, &["tfvars"]) || defines(text) {
                files.push((other.name.clone(), text.to_owned()));
            }
        }
        files.retain(|(name, _)| *name != document.name);
        files.sort();
        files
    }

    /// The `kvspec.toml` that holds for a document; one that is open counts as it is there.
    fn policy(&self, document: &Document) -> Option<Rc<Policy>> {
        let folder = document.path.parent()?.to_path_buf();
        if let Some(known) = self.policies.borrow().get(&folder) {
            return known.clone();
        }
        let path = self.disk.policy(&folder);
        let policy = path.and_then(|path| {
            let mut open = self.documents.values();
            let open = open.find(|other| other.path == path);
            let text = match open {
                Some(other) => other.lines.text().to_owned(),
                None => self.disk.read(&path)?,
            };
            Some(Rc::new(Policy {
                folder: path.parent()?.to_path_buf(),
                rules: HouseRules::from_toml(&text),
            }))
        });
        self.policies.borrow_mut().insert(folder, policy.clone());
        policy
    }

    fn answer(&self, request: Request) -> Response {
        let Request { id, method, params } = request;
        let answer = match method.as_str() {
            "textDocument/hover" => with(params, |params| self.hover(&params)),
            "textDocument/completion" => with(params, |params| self.completion(&params)),
            "textDocument/codeAction" => with(params, |params| self.actions(&params)),
            "textDocument/inlayHint" => with(params, |params| self.hints(&params)),
            "textDocument/documentSymbol" => with(params, |params| self.symbols(&params)),
            "textDocument/definition" => with(params, |params| self.definition(&params)),
            _ => {
                let code = ErrorCode::MethodNotFound as i32;
                return Response::new_err(id, code, format!("there is no method {method}"));
            }
        };
        match answer {
            Ok(value) => Response::new_ok(id, value),
            Err(problem) => Response::new_err(id, ErrorCode::InvalidParams as i32, problem),
        }
    }

    fn open(&self, uri: &Uri) -> Option<&Document> {
        let document = self.documents.get(uri.as_str())?;
        (document.name != house::FILE_NAME).then_some(document)
    }

    fn hover(&self, params: &HoverParams) -> Option<lsp_types::Hover> {
        let at = &params.text_document_position_params;
        let document = self.documents.get(at.text_document.uri.as_str())?;
        let lines = &document.lines;
        let offset = lines.offset(at.position);
        let linted = self.linted_unless_policy(document);
        let found: Vec<&Diagnostic> = linted.iter().flat_map(|one| &one.diagnostics).collect();
        self.with_linter(document, |linter, is_read| {
            let orders = if is_read && document.name != house::FILE_NAME {
                orders(&linter, lines.text()).1
            } else {
                Vec::new()
            };
            hover::hover(lines, &orders, &found, offset, self.locale())
        })
    }

    fn linted_unless_policy(&self, document: &Document) -> Rc<Vec<Linted>> {
        if document.name == house::FILE_NAME {
            return Rc::default();
        }
        self.linted(document)
    }

    fn completion(&self, params: &CompletionParams) -> Option<CompletionResponse> {
        let at = &params.text_document_position;
        let document = self.open(&at.text_document.uri)?;
        let offset = document.lines.offset(at.position);
        let asked = Asked {
            locale: self.locale(),
            snippets: self.snippets,
        };
        let items = self.with_linter(document, |linter, is_read| {
            if is_read {
                complete(&linter, &document.lines, offset, asked)
            } else {
                Vec::new()
            }
        });
        Some(CompletionResponse::Array(items))
    }

    fn actions(&self, params: &CodeActionParams) -> Option<Vec<lsp_types::CodeActionOrCommand>> {
        let document = self.open(&params.text_document.uri)?;
        let linted = self.linted(document);
        let only = params.context.only.as_deref();
        let list = self.with_linter(document, |linter, _| {
            let actions = Actions {
                uri: &document.uri,
                lines: &document.lines,
                linted: &linted,
                style: orders(&linter, document.lines.text()).0,
                locale: self.locale(),
            };
            actions.list(&linter, params.range, only)
        });
        Some(list.into_iter().map(Into::into).collect())
    }

    fn hints(&self, params: &InlayHintParams) -> Option<Vec<lsp_types::InlayHint>> {
        let document = self.open(&params.text_document.uri)?;
        Some(self.with_linter(document, |linter, is_read| {
            if !is_read {
                return Vec::new();
            }
            let (_, orders) = orders(&linter, document.lines.text());
            outline::hints(&document.lines, &orders, params.range, self.locale())
        }))
    }

    fn symbols(&self, params: &DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
        let document = self.open(&params.text_document.uri)?;
        let symbols = self.with_linter(document, |linter, is_read| {
            if !is_read {
                return Vec::new();
            }
            let (_, orders) = orders(&linter, document.lines.text());
            outline::symbols(&document.lines, &orders)
        });
        Some(DocumentSymbolResponse::Nested(symbols))
    }

    /// Where the value under the cursor is written, or where its variable is declared.
    fn definition(&self, params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
        let at = &params.text_document_position_params;
        let document = self.open(&at.text_document.uri)?;
        let lines = &document.lines;
        let text = lines.text();
        let offset = lines.offset(at.position);
        let neighbours = self.neighbours(document);
        let found = self.with_linter(document, |linter, _| {
            let (_, orders) = orders(&linter, text);
            orders.iter().find_map(|order| hover::origin(order, offset))
        });
        let within = |file: Option<&str>| match file {
            None => Some((document.uri.clone(), lines.clone())),
            Some(file) => {
                let (_, text) = neighbours.iter().find(|(name, _)| name == file)?;
                let uri = beside(&document.uri, file)?;
                Some((uri, Lines::new(text.clone(), self.encoding)))
            }
        };
        let declared = || {
            let name = hover::variable_at(text, offset)?;
            let beside = neighbours
                .iter()
                .map(|(file, text)| (Some(file), text.as_str()));
            let mut texts = std::iter::once((None, text)).chain(beside);
            texts.find_map(|(file, text)| {
                let place = hover::declaration(text, &name)?;
                Some((file.cloned(), place))
            })
        };
        let (file, place) = found.or_else(declared)?;
        let (uri, lines) = within(file.as_deref())?;
        let range = lines.range(&place);
        Some(GotoDefinitionResponse::Scalar(Location { uri, range }))
    }
}

fn read<P: DeserializeOwned>(params: Value) -> Option<P> {
    serde_json::from_value(params).ok()
}

fn with<P: DeserializeOwned, R: Serialize>(
    params: Value,
    call: impl FnOnce(P) -> Option<R>,
) -> Answer {
    let params = serde_json::from_value(params).map_err(|error| error.to_string())?;
    serde_json::to_value(call(params)).map_err(|error| error.to_string())
}

fn is_terraform(name: &str) -> bool {
    has_ending(name, &["tf", "tofu", "tfvars"])
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = Path::new(name).extension();
    ending.is_some_and(|ending| {
        endings
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

/// The path of a file below a folder, with slashes; one that is not below it keeps its whole path.
fn relative(path: &Path, folder: &Path) -> String {
    let short = path.strip_prefix(folder).unwrap_or(path);
    short.to_string_lossy().replace('\\', "/")
}

/// The path that a URI stands for; of one that is no file's, what looks like a path.
fn path_of(uri: &Uri) -> PathBuf {
    let text = uri.as_str();
    let path = match text.strip_prefix("file://") {
        // What stands before the first slash is a host.
        Some(rest) => rest.find('/').map_or(rest, |at| &rest[at..]),
        None => text.split_once(':').map_or(text, |(_, path)| path),
    };
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = (*first == b'%').then(|| behind.get(..2)).flatten();
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = &behind[2..];
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    let path = String::from_utf8_lossy(&bytes).into_owned();
    // `/c:/orders` is `c:/orders`.
    let is_drive = path.len() > 2 && path.starts_with('/') && path[2..].starts_with(':');
    PathBuf::from(if is_drive { &path[1..] } else { &path })
}

/// The URI of another file of the same folder.
fn beside(uri: &Uri, file: &str) -> Option<Uri> {
    let (folder, _) = uri.as_str().rsplit_once('/')?;
    let file = crate::input::percent_encode(file);
    format!("{folder}/{file}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_paths() {
        for (uri, path) in [
            ("file:///a/b%20c/%E8%AE%A2.tf", "/a/b c/订.tf"),
            ("file:///c%3A/a.tf", "c:/a.tf"),
            ("untitled:a.tf", "a.tf"),
            ("file:///a/100%25.tf", "/a/100%.tf"),
        ] {
            let uri: Uri = uri.parse().unwrap_or_else(|_| panic!("{uri}"));
            assert_eq!(path_of(&uri), PathBuf::from(path));
        }
    }

    #[test]
    fn a_file_beside_has_the_same_folder() {
        let uri: Uri = "file:///a/main.tf".parse().unwrap_or_else(|_| panic!());
        let beside = beside(&uri, "vars 1.tf").map(|uri| uri.as_str().to_owned());
        assert_eq!(beside.as_deref(), Some("file:///a/vars%201.tf"));
    }
}
