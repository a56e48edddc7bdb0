//! Terraform: orders in resources, in HCL and in JSON.

mod comments;
mod follow;
mod json;
mod place;
mod provider;
mod reads;
mod scope;
mod template;
#[cfg(test)]
mod tests;
mod value;

use std::ops::Range;

use hcl_edit::expr::Expression;
use hcl_edit::structure::{Block, Structure};

use self::place::{Place, argument};
use self::provider::Settings;
use self::scope::{Content, Scope, SourceFile};
use self::value::Reader;
use super::{Found, Mend, Neighbour, Remark, Spec, SpecFormat, What as Wrong};
use crate::input::DEFAULT_MAX_DEPTH;
use crate::input::hcl::{Document, Problem};
use crate::input::item::{Item, Member, What, Written};
use crate::input::json::Scanner;
use crate::words::Locale;

const KVSTORE: &str = "alicloud_kvstore_instance";
const TAIR: &str = "alicloud_redis_tair_instance";

/// Resource types that people invent; none of them exists.
const INVENTED: [&str; 30] = [
    "alicloud_kvstore",
    "alicloud_kvstore_cluster",
    "alicloud_kvstore_db_instance",
    "alicloud_kvstore_global_instance",
    "alicloud_kvstore_redis",
    "alicloud_kvstore_redis_instance",
    "alicloud_kvstore_tair_instance",
    "alicloud_r_kvstore_instance",
    "alicloud_redis",
    "alicloud_redis_cluster",
    "alicloud_redis_cluster_instance",
    "alicloud_redis_db_instance",
    "alicloud_redis_global_instance",
    "alicloud_redis_instance",
    "alicloud_redis_tair",
    "alicloud_rkvstore_instance",
    "alicloud_tair",
    "alicloud_tair_cluster",
    "alicloud_tair_db_instance",
    "alicloud_tair_instance",
    "alicloud_tair_redis_instance",
    "jdcloud_cache_instance",
    "jdcloud_jcs_redis_instance",
    "jdcloud_jcsforredis_cache_instance",
    "jdcloud_jcsforredis_instance",
    "jdcloud_redis",
    "jdcloud_redis_cache_instance",
    "jdcloud_redis_cluster",
    "jdcloud_redis_instance",
    "jdcloud_redis_cache",
];

/// Arguments and blocks of Terraform itself, which every resource may have.
const META: [&str; 8] = [
    "connection",
    "count",
    "depends_on",
    "for_each",
    "lifecycle",
    "provider",
    "provisioner",
    "timeouts",
];

/// A resource that is an order, or would be one.
struct Order {
    kind: String,
    kind_at: Range<usize>,
    /// Nothing, if it has not the labels that a resource has.
    name: Option<String>,
    head: Range<usize>,
    whole: Range<usize>,
    provider: Option<String>,
    ignored_changes: Vec<String>,
    /// What Terraform refuses to read.
    remarks: Vec<Remark>,
    arguments: Item,
}

/// Finds the orders of a file in HCL.
pub(crate) fn read(text: &str, file: &str, neighbours: &[Neighbour<'_>]) -> Found {
    let mut found = Found::default();
    if !is_of_interest(text) {
        return found;
    }
    let document = Document::read(text);
    let mut parsed = Vec::new();
    let mut problem: Option<Problem> = None;
    for chunk in &document.chunks {
        // An argument that stands twice in an order is a finding about the order, which is judged.
        let is_ours = document.keyword(chunk) == "resource"
            && is_wanted(second_word(&document.text[chunk.range.clone()]));
        let may_repeat = |name: &str| is_ours && !META.contains(&name);
        match document.parse_with(chunk, &may_repeat) {
            Ok(body) => parsed.push(body),
            Err(other) => {
                let is_first = problem
                    .as_ref()
                    .is_none_or(|problem| other.span.start < problem.span.start);
                if is_first {
                    problem = Some(other);
                }
            }
        }
    }
    if let Some(problem) = problem.filter(|_| names_ours(text)) {
        found.remarks.push(remark(&document, problem));
    }
    let main = SourceFile {
        name: None,
        text,
        content: Content::Hcl(parsed),
    };
    if let Content::Hcl(parsed) = &main.content {
        found.ignores = comments::ignores(&document, parsed, &main.place(0));
    }
    let files = with_neighbours(main, file, neighbours);
    let bytes = files.iter().map(|file| file.text.len()).sum();
    let reader = Reader::new(Scope::new(&files), bytes);
    let mut orders: Vec<Order> = files[0]
        .blocks("resource")
        .filter(|(block, _)| {
            block
                .labels
                .first()
                .is_some_and(|kind| is_wanted(kind.as_str()))
        })
        .map(|(block, place)| order(block, &place, &reader))
        .collect();
    open_overridden(&mut orders, file, neighbours);
    judge_kinds(orders, SpecFormat::Terraform, &files, &reader, &mut found);
    if found.specs.is_empty() && found.remarks.is_empty() {
        found.ignores.clear();
    }
    found
}

/// Finds the orders of a file in Terraform's JSON.
pub(crate) fn read_json(text: &str, file: &str, neighbours: &[Neighbour<'_>]) -> Found {
    let mut found = Found::default();
    if !is_of_interest(text) {
        return found;
    }
    let raw = match Scanner::document(text, DEFAULT_MAX_DEPTH) {
        Ok(raw) => raw,
        Err(error) => {
            if names_ours(text) {
                let next = text
                    .get(error.offset..)
                    .and_then(|rest| rest.chars().next());
                let span = error.offset..error.offset + next.map_or(0, char::len_utf8);
                found.remarks.push(Remark {
                    what: Wrong::Syntax(error.problem.text(Locale::En).to_owned()),
                    path: String::new(),
                    span,
                    fix: None,
                });
            }
            return found;
        }
    };
    if !json::is_document(raw) {
        return found;
    }
    let main = SourceFile {
        name: None,
        text,
        content: Content::Json(raw),
    };
    let files = with_neighbours(main, file, neighbours);
    let bytes = files.iter().map(|file| file.text.len()).sum();
    let reader = Reader::new(Scope::new(&files), bytes);
    let mut orders = json::orders(&files[0], &reader);
    open_overridden(&mut orders, file, neighbours);
    judge_kinds(
        orders,
        SpecFormat::TerraformJson,
        &files,
        &reader,
        &mut found,
    );
    found
}

fn with_neighbours<'t>(
    main: SourceFile<'t>,
    file: &str,
    neighbours: &[Neighbour<'t>],
) -> Vec<SourceFile<'t>> {
    let own = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let others = neighbours.iter().filter(|neighbour| neighbour.name != own);
    std::iter::once(main)
        .chain(others.filter_map(SourceFile::neighbour))
        .collect()
}

/// Whether a file's name says that Terraform merges it into the others of its folder: what its
/// resources lack stands there.
fn is_override(file: &str) -> bool {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = [".tf", ".tofu", ".tf.json", ".tofu.json"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending));
    stem.is_some_and(|stem| stem == "override" || stem.ends_with("_override"))
}

/// Whether a file beside this one is merged into an order.
fn is_overridden(order: &Order, neighbours: &[Neighbour<'_>]) -> bool {
    let Some(name) = &order.name else {
        return false;
    };
    let head = format!("\"{}\" \"{name}\"", order.kind);
    let mut overrides = neighbours.iter().filter(|beside| is_override(beside.name));
    overrides.any(|beside| beside.text.contains(&head))
}

/// Orders may have other arguments than those that are seen where an override file is read, or one beside it.
fn open_overridden(orders: &mut [Order], file: &str, neighbours: &[Neighbour<'_>]) {
    for order in orders {
        if is_override(file) || is_overridden(order, neighbours) {
            order.arguments.open();
        }
    }
}

/// Whether a text names a resource type that there is something to say of: a look at the words is
/// all that most files need.
fn is_of_interest(text: &str) -> bool {
    names_ours(text) || INVENTED.iter().any(|kind| text.contains(kind))
}

fn names_ours(text: &str) -> bool {
    text.contains(KVSTORE) || text.contains(TAIR)
}

/// The word behind the first one of a block, without its quotes.
fn second_word(block: &str) -> &str {
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let rest = block.trim_start_matches(is_name).trim_start();
    let rest = rest.strip_prefix('"').unwrap_or(rest);
    rest.split(|c: char| !is_name(c)).next().unwrap_or_default()
}

fn is_wanted(kind: &str) -> bool {
    kind == KVSTORE || kind == TAIR || INVENTED.contains(&kind)
}

/// What is wrong with the syntax. White space that is none can be put right everywhere at once.
fn remark(document: &Document<'_>, problem: Problem) -> Remark {
    let Some(character) = problem.character else {
        return Remark {
            what: Wrong::Syntax(problem.message),
            path: String::new(),
            span: problem.span,
            fix: None,
        };
    };
    let hull = match (document.odd.first(), document.odd.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => problem.span.clone(),
    };
    let mut mended = String::new();
    let mut at = hull.start;
    for odd in &document.odd {
        mended.push_str(&document.text[at..odd.start]);
        let blanks = document.text[odd.clone()]
            .chars()
            .filter(|c| c.is_whitespace());
        mended.extend(blanks.map(|_| ' '));
        at = odd.end;
    }
    Remark {
        what: Wrong::Character(character),
        path: String::new(),
        span: problem.span,
        fix: Some(Mend::one(hull, mended, true)),
    }
}

/// Orders of types that exist become specs, others are remarked upon.
fn judge_kinds(
    orders: Vec<Order>,
    format: SpecFormat,
    files: &[SourceFile<'_>],
    reader: &Reader<'_>,
    found: &mut Found,
) {
    let settings = if orders.is_empty() {
        Settings::default()
    } else {
        Settings::read(files, reader)
    };
    for order in orders {
        let profile = match order.kind.as_str() {
            KVSTORE => "terraform.alicloud-kvstore-instance",
            TAIR => "terraform.alicloud-redis-tair-instance",
            _ => {
                found.remarks.push(invented(order, format));
                continue;
            }
        };
        let Some(name) = order.name else {
            found.remarks.push(Remark {
                what: Wrong::Syntax(
                    "a resource needs two labels, its type and its name".to_owned(),
                ),
                path: String::new(),
                span: order.head,
                fix: None,
            });
            continue;
        };
        let region = settings.region(order.provider.as_deref());
        let region_is_default = region.as_ref().is_some_and(|(_, is_default)| *is_default);
        found.specs.push(Spec {
            profile,
            format,
            name: format!("{}.{name}", order.kind),
            head: order.head,
            whole: order.whole,
            arguments: order.arguments,
            region: region.map(|(region, _)| region),
            region_is_default,
            region_is_known_elsewhere: false,
            asks_newer_provider: settings.asks_newer_provider,
            admits_old_names: settings.admits_old_names,
            ignored_changes: order.ignored_changes,
            remarks: order.remarks,
        });
    }
}

fn invented(order: Order, format: SpecFormat) -> Remark {
    let name = order.name.map(|name| format!("{}.{name}", order.kind));
    let suggestion = if order.kind.starts_with("jdcloud") {
        None
    } else if order.kind.contains("tair") {
        Some(TAIR.to_owned())
    } else {
        Some(KVSTORE.to_owned())
    };
    Remark {
        what: Wrong::UnknownOperation {
            written: order.kind,
            suggestion,
            is_info: true,
            order: name.map(|name| (format, name)),
        },
        path: String::new(),
        span: order.kind_at,
        fix: None,
    }
}

fn order(block: &Block, place: &Place<'_>, reader: &Reader<'_>) -> Order {
    let whole = place.span(block);
    let label_at = |number: usize| block.labels.get(number).map(|label| place.span(label));
    let kind_at = label_at(0).unwrap_or(whole.start..whole.start);
    let end = block
        .labels
        .last()
        .map_or(whole.start, |label| place.span(label).end);
    let provider = block.body.get_attribute("provider");
    let is_named = block.labels.len() == 2;
    let guards = reads::GUARDS
        .iter()
        .filter_map(|name| block.body.get_attribute(name))
        .flat_map(|guard| reader.reads(&guard.value, place))
        .collect();
    Order {
        kind: block
            .labels
            .first()
            .map_or_else(String::new, |kind| kind.as_str().to_owned()),
        kind_at,
        name: block
            .labels
            .get(1)
            .filter(|_| is_named)
            .map(|name| name.as_str().to_owned()),
        head: whole.start..end,
        provider: provider
            .map(|provider| place.slice(&provider.value).trim_matches('"').to_owned()),
        ignored_changes: ignored_changes(block, place),
        remarks: bare_words(block, place),
        arguments: Item::new(
            reader.guarded(guards, || arguments(block, place, reader)),
            whole.clone(),
            Written::Hcl,
        ),
        whole,
    }
}

/// Names with which a reference can begin, besides those of resource types, which have an underscore.
const ROOTS: [&str; 9] = [
    "var",
    "local",
    "data",
    "module",
    "each",
    "count",
    "self",
    "path",
    "terraform",
];

/// Texts without their quotes, which Terraform takes for references that lead nowhere.
fn bare_words(block: &Block, place: &Place<'_>) -> Vec<Remark> {
    let attributes = block.body.attributes();
    let values = attributes.filter(|attribute| !META.contains(&attribute.key.as_str()));
    let bare = values.filter_map(|attribute| {
        let root = match &attribute.value {
            // Not even a resource type's name leads anywhere by itself.
            Expression::Variable(_) => return Some(&attribute.value),
            Expression::Traversal(traversal) => match &traversal.expr {
                Expression::Variable(name) => name.as_str(),
                _ => return None,
            },
            _ => return None,
        };
        let may_lead = ROOTS.contains(&root) || root.contains('_');
        (!may_lead).then_some(&attribute.value)
    });
    bare.map(|value| {
        let span = place.span(value);
        let word = place.slice(value).trim();
        Remark {
            what: Wrong::Syntax(
                "a word without quotes is a reference, and this one leads nowhere".to_owned(),
            ),
            path: String::new(),
            fix: Some(Mend::one(span.clone(), format!("\"{word}\""), false)),
            span,
        }
    })
    .collect()
}

/// The names of the arguments whose changes are ignored, with or without quotes.
fn ignored_changes(block: &Block, place: &Place<'_>) -> Vec<String> {
    let mut names = Vec::new();
    for lifecycle in block.body.get_blocks("lifecycle") {
        let said = lifecycle.body.get_attribute("ignore_changes");
        if let Some(Expression::Array(array)) = said.map(|said| &said.value) {
            names.extend(array.iter().map(|name| first_name(place.slice(name))));
        }
    }
    names
}

/// The name that a reference, or its text in quotes, begins with.
fn first_name(reference: &str) -> String {
    let name = reference.trim_start_matches(['"', '$', '{', ' ']);
    let end = name.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'));
    name[..end.unwrap_or(name.len())].to_owned()
}

/// The arguments and nested blocks of a block, without those of Terraform itself.
fn arguments(block: &Block, place: &Place<'_>, reader: &Reader<'_>) -> What {
    let mut members: Vec<Member> = Vec::new();
    for structure in &block.body {
        match structure {
            Structure::Attribute(attribute) => {
                // One that stood there already was parsed under another name.
                let name = place.slice(&attribute.key);
                if META.contains(&name) {
                    continue;
                }
                members.push(Member {
                    name: name.to_owned(),
                    shown: None,
                    key: place.span(&attribute.key),
                    whole: argument(place.text, &place.span(structure)),
                    is_block: false,
                    value: reader.value(&attribute.value, place),
                });
            }
            Structure::Block(inner) => {
                let is_dynamic = inner.ident.as_str() == "dynamic";
                let (name, key) = match inner.labels.first().filter(|_| is_dynamic) {
                    Some(label) => (label.as_str(), place.span(label)),
                    None => (inner.ident.as_str(), place.span(&inner.ident)),
                };
                if META.contains(&name) {
                    continue;
                }
                let span = place.span(inner);
                let list = block_list(&mut members, name, key, &span, place.text);
                if let What::List { elements, open } = &mut list.what {
                    if is_dynamic {
                        *open = true;
                    } else {
                        let what = arguments(inner, place, reader);
                        elements.push(Item::new(what, span, Written::Hcl));
                    }
                }
            }
        }
    }
    What::Map {
        members,
        open: false,
    }
}

/// The list of the blocks of that name, which grows with each of them. Several cannot be cut in
/// one piece.
fn block_list<'m>(
    members: &'m mut Vec<Member>,
    name: &str,
    key: Range<usize>,
    span: &Range<usize>,
    text: &str,
) -> &'m mut Item {
    let is_known = members
        .iter()
        .position(|member| member.is_block && member.name == name);
    let position = is_known.unwrap_or(members.len());
    if is_known.is_none() {
        let what = What::List {
            elements: Vec::new(),
            open: false,
        };
        members.push(Member {
            name: name.to_owned(),
            shown: None,
            key,
            whole: argument(text, span),
            is_block: true,
            value: Item::new(what, span.clone(), Written::Hcl),
        });
    }
    let member = &mut members[position];
    if is_known.is_some() {
        member.whole = member.key.start..member.key.start;
        member.value.span.end = span.end;
    }
    &mut member.value
}
