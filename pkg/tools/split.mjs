// Makes of one linked module several smaller ones without documents, and of each document what stands in their memory:
//
//   split.mjs prune LINKED OUT functions     a module whose table has no more than what these exported functions need
//   split.mjs cut LINKED BOUND OUT functions what wasm-bindgen made of that, without other exports and without documents
//   split.mjs strip BOUND OUT                a module without what the linker left for this tool
//   split.mjs documents LINKED FOLDER ids functions   a file for each document, with what it needs and these do not have
//
// All of them come from one run of the linker, so a document stands at the same place in each of them.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { exportsOf, linked, reader, sections, segments } from "./linked.mjs";

/** The static of a document's profile: `kvspec::documents::…::PROFILE`. */
const PROFILE = /^_ZN6kvspec9documents.*7PROFILE17h[0-9a-f]{16}E$/;
/** The statics of objects that a request consists of. Code compares their addresses, and reads them through a profile. */
const OBJECT = /^_?_?ZN6kvspec9documents|^N6kvspec9documents/;
/** What packs of rules ask: nobody can choose a pack here. */
const UNASKED = /^_?_?ZN6kvspec9documents5packs/;
/** A function of ours, as it is called before wasm-bindgen gives it its name. */
const OURS = /^(?!__)(\w+)_[0-9a-f]{16}$/;

const nameOf = ({ name }) => OURS.exec(name)?.[1] ?? name;

/** What is needed of a module by whoever calls these functions of it. */
function needed(bytes, wanted) {
  const { data, outside, functionNames, reach } = linked(bytes);
  const profiles = data.filter(({ name }) => PROFILE.test(name));
  if (profiles.length < 8) throw new Error(`only ${profiles.length} documents were found`);
  const size = Math.max(...data.filter(({ name }) => /REQUEST17h/.test(name)).map(({ length }) => length));
  const objects = data.filter(({ name, length }) => OBJECT.test(name) && length === size);
  const unasked = [...functionNames].filter(([, name]) => UNASKED.test(name)).map(([piece]) => piece);
  const documents = profiles.map((profile) => {
    const others = new Set(profiles.filter((other) => other !== profile).map(({ number }) => `d${number}`));
    return { profile, pieces: reach([`d${profile.number}`], others) };
  });
  // Code that looks at every profile there is finds the smallest one in the place of those that are not there.
  const weight = ({ pieces }) => data.reduce((sum, { number, length }) => sum + (pieces.has(`d${number}`) ? length : 0), 0);
  const smallest = documents.reduce((least, each) => (weight(each) < weight(least) ? each : least));
  const away = [...profiles, ...objects].map(({ number }) => `d${number}`).filter((piece) => !smallest.pieces.has(piece));
  const roots = exportsOf(bytes).filter((each) => each.kind === 0 && (!OURS.test(each.name) || wanted.includes(nameOf(each))));
  const first = [...roots.map(({ index }) => `f${index - outside}`), `d${smallest.profile.number}`];
  const base = reach(first, new Set([...away, ...unasked]));
  return { data, outside, base, documents, profiles, smallest: smallest.profile };
}

const unsigned = (value) => {
  const out = [];
  do out.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
  while ((value >>>= 7) > 0);
  return Buffer.from(out);
};

/** A module with some of its sections written anew, or without them. */
function rewritten(bytes, change) {
  const out = [bytes.subarray(0, 8)];
  for (const section of sections(bytes)) {
    const contents = change(section);
    if (contents === undefined) out.push(bytes.subarray(section.head, section.end));
    else if (contents !== null) out.push(Buffer.from([section.id]), unsigned(contents.length), contents);
  }
  return Buffer.concat(out);
}

/** The same with nothing in the table that nobody reaches: a function that is needed anyway stands in its place. */
function prune(bytes, wanted) {
  const { base, documents, outside } = needed(bytes, wanted);
  const kept = new Set([base, ...documents.map(({ pieces }) => pieces)].flatMap((pieces) => [...pieces]));
  const instead = exportsOf(bytes).find((each) => nameOf(each) === wanted[0]).index;
  return rewritten(bytes, ({ id, start, end }) => {
    if (id !== 9) return undefined;
    const read = reader(bytes, start);
    if (read.unsigned() !== 1 || read.unsigned() !== 0) throw new Error("a table that is filled in another way");
    while (read.byte() !== 0x0b);
    const head = read.at;
    const elements = Array.from({ length: read.unsigned() }, () => read.unsigned());
    if (read.at !== end) throw new Error("a table that is filled in another way");
    const left = elements.map((index) => unsigned(index < outside || kept.has(`f${index - outside}`) ? index : instead));
    return Buffer.concat([bytes.subarray(start, head), unsigned(left.length), ...left]);
  });
}

/** Whether a section is what the linker left to tell what needs what. */
const isOfLinker = ({ id, name }) => id === 0 && /^(linking|reloc\..*)$/.test(name);

const strip = (bytes) => rewritten(bytes, (section) => (isOfLinker(section) ? null : undefined));

function cut(source, bytes, wanted) {
  const { data, base, profiles, smallest } = needed(source, wanted);
  const ours = new Set(exportsOf(source).filter(({ name }) => OURS.test(name)).map(nameOf));
  const left = exportsOf(bytes).filter(({ name }) => !ours.has(name) || wanted.includes(name));
  const out = Buffer.from(
    rewritten(bytes, (section) => {
      if (isOfLinker(section)) return null;
      if (section.id !== 7) return undefined;
      const each = ({ name, kind, index }) => Buffer.concat([unsigned(Buffer.byteLength(name)), Buffer.from(name), Buffer.from([kind]), unsigned(index)]);
      return Buffer.concat([unsigned(left.length), ...left.map(each)]);
    }),
  );
  const homes = segments(out);
  const place = ({ address, length }) => {
    const home = homes.find((home) => home.address <= address && address + length <= home.address + home.length);
    const at = home.at + address - home.address;
    return out.subarray(at, at + length);
  };
  const isKept = ({ number }) => base.has(`d${number}`);
  for (const piece of data) if (!isKept(piece)) place(piece).fill(0);
  // Equal texts stand in memory once, or one within another: what was taken away with others comes back.
  for (const piece of data) if (isKept(piece)) source.copy(place(piece), 0, piece.at, piece.at + piece.length);
  for (const profile of profiles) place(smallest).copy(place(profile));
  return out;
}

/** So many bytes and more that are zero, or no part of a document, are left out. */
const GAP = 64;

/** Runs of bytes, each behind its address and its length. What is in a short gap is what stands there anyway. */
function documentOf(bytes, data, pieces) {
  const own = data.filter(({ number }) => pieces.has(`d${number}`));
  if (own.length === 0) return Buffer.alloc(0);
  const start = Math.min(...own.map(({ address }) => address));
  const size = Math.max(...own.map(({ address, length }) => address + length)) - start;
  const [home] = segments(bytes).filter(({ address, length }) => address <= start && start + size <= address + length);
  if (home === undefined) throw new Error("a document that stands in several segments");
  const image = bytes.subarray(home.at + start - home.address, home.at + start - home.address + size);
  const wanted = Buffer.alloc(size);
  for (const { address, length } of own) {
    for (let at = address - start; at < address - start + length; at++) wanted[at] = image[at] === 0 ? 0 : 1;
  }
  const out = [];
  for (let at = wanted.indexOf(1); at >= 0; ) {
    let end = at + 1;
    let next = wanted.indexOf(1, end);
    for (; next >= 0 && next - end < GAP; next = wanted.indexOf(1, end)) end = next + 1;
    const head = Buffer.alloc(8);
    head.writeUInt32LE(start + at, 0);
    head.writeUInt32LE(end - at, 4);
    out.push(head, image.subarray(at, end));
    at = next;
  }
  return Buffer.concat(out);
}

const [what, from, ...rest] = process.argv.slice(2);
const source = readFileSync(from);
const wanted = rest.at(-1).split(",");
if (what === "strip") writeFileSync(rest[0], strip(source));
else if (what === "prune") writeFileSync(rest[0], prune(source, wanted));
else if (what === "cut") writeFileSync(rest[1], cut(source, readFileSync(rest[0]), wanted));
else if (what === "documents") {
  const { data, base, documents } = needed(source, wanted);
  const [folder, ids] = [rest[0], rest[1].split(",")];
  mkdirSync(folder, { recursive: true });
  for (const { profile, pieces } of documents) {
    const own = new Set([...pieces].filter((piece) => !base.has(piece)));
    // `…documents7alibaba20create_instance_20267PROFILE…`: the names of a file and its folder, each behind its length.
    let path = /documents(.*)7PROFILE/.exec(profile.name)[1];
    const names = [];
    while (path !== "") {
      const [digits] = /^\d+?(?=[a-z])/.exec(path);
      names.push(path.slice(digits.length, digits.length + Number(digits)));
      path = path.slice(digits.length + Number(digits));
    }
    const id = ids.find((id) => id.replaceAll(/[.-]/g, "_") === names.join("_"));
    if (id === undefined) throw new Error(`no document is called ${names.join("::")}`);
    writeFileSync(`${folder}/${id}.bin`, documentOf(source, data, own));
  }
  writeFileSync(`${folder}/build`, createHash("sha256").update(source).digest("hex").slice(0, 12));
} else throw new Error(`${what} is nothing that can be done`);
