#!/usr/bin/env bash
# Builds the WebAssembly of the npm package into pkg/wasm; `wasm.sh npx` the command line into pkg/bin. Installs what is
# missing, and says so.
set -eu
cd "$(dirname "$0")/.."
root=$PWD

need() { command -v "$1" >/dev/null || { echo "$1 is missing: $2" >&2; exit 1; }; }
need cargo "install Rust with rustup first"
need rustup "it is needed to add the target wasm32-unknown-unknown"
need npm "install Node.js 20 or later first"

if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    echo "installing the Rust target wasm32-unknown-unknown"
    rustup target add wasm32-unknown-unknown
fi

# A tool of exactly this version, with its locked dependencies where the registry has them. It is used a few times: what
# would make it fast costs more minutes than it saves.
install() {
    echo "installing $1 $2"
    export CARGO_PROFILE_RELEASE_OPT_LEVEL=$3 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    cargo install --locked "$1" --version "$2" || cargo install "$1" --version "$2"
    unset CARGO_PROFILE_RELEASE_OPT_LEVEL CARGO_PROFILE_RELEASE_LTO CARGO_PROFILE_RELEASE_CODEGEN_UNITS
}
bindgen=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' pkg/bindings/Cargo.lock)
wasm-bindgen --version 2>/dev/null | grep -qF "$bindgen" || install wasm-bindgen-cli "$bindgen" 1
command -v wasm-pack >/dev/null || install wasm-pack 0.15.1 0

if [ ! -x pkg/node_modules/.bin/wasm-opt ] || [ pkg/package-lock.json -nt pkg/node_modules/.package-lock.json ]; then
    echo "installing the npm packages that build and test the package"
    (cd pkg && npm ci)
fi

# The same bytes wherever they are built: no path of this machine in them, and, because Cargo mixes the path of a
# crate into the names of its symbols, always built in the same folder.
cargo_home=${CARGO_HOME:-$HOME/.cargo}
sysroot=$(rustc --print sysroot)
stage=${KVSPEC_STAGE:-/tmp/kvspec-wasm}
mkdir -p "$stage/pkg/bindings"
if command -v flock >/dev/null; then
    exec 9>"$stage/.lock"
    flock 9
fi
rm -rf "$stage/src" "$stage/examples" "$stage/pkg/bindings/src"
cp -a Cargo.toml src examples "$stage/"
cp -a pkg/bindings/Cargo.toml pkg/bindings/Cargo.lock pkg/bindings/src "$stage/pkg/bindings/"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}/wasm
export PATH=$root/pkg/node_modules/.bin:$PATH

# The command line for Node.js. Only `npx kvspec` needs it, which is why the modules of pages do not wait for its minutes.
if [ "${1:-}" = npx ]; then
    rustup target list --installed | grep -qx wasm32-wasip1 || { echo "installing the Rust target wasm32-wasip1" && rustup target add wasm32-wasip1; }
    mkdir -p "$stage/tests"
    cp -a Cargo.lock "$stage/"
    cp -a tests/judges.rs "$stage/tests/"
    RUSTFLAGS="--remap-path-prefix=$stage=/kvspec --remap-path-prefix=$cargo_home=/cargo --remap-path-prefix=$sysroot=/rust" \
        cargo build --manifest-path "$stage/Cargo.toml" --locked --profile npx --target wasm32-wasip1 --features cli --bin kvspec
    built=$CARGO_TARGET_DIR/wasm32-wasip1/npx/kvspec.wasm
    if [ ! pkg/bin/kvspec.wasm -nt "$built" ]; then
        # What Rust has this target use, which every Node.js with WASI has.
        wasm-opt -Oz --low-memory-unused --enable-bulk-memory --enable-multivalue --enable-mutable-globals \
            --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext --strip-producers \
            "$built" -o pkg/bin/kvspec.wasm
    fi
    echo "pkg/bin/kvspec.wasm: $(wc -c < pkg/bin/kvspec.wasm) bytes, $(gzip -9c pkg/bin/kvspec.wasm | wc -c) gzipped"
    exit
fi

# What the JavaScript side takes from the tables: types, profiles, explanations.
cargo run --quiet --manifest-path pkg/bindings/Cargo.toml --example generate -- pkg/src/generated

rm -rf pkg/wasm
mkdir -p pkg/wasm

# What makes a module small, over and over: worth its minutes where every page pays.
small="-O4 -Oz --flatten --rereloop -Oz --flatten --rereloop -Oz -Oz"

# Where Cargo leaves what it linked.
linked() {
    echo "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/kvspec_bindings.wasm"
}

# Makes the glue of a linked module in a folder. wasm-pack passes no flags on: wasm-bindgen runs once more for glue without a
# default address, and with the means to begin anew after a trap.
glue() {
    wasm-bindgen "$1" --target web --omit-default-module-path --out-dir "$2" --out-name "$3" \
        --remove-producers-section --experimental-reset-state-function
}

# Makes a module small: its name, where it is, and the options for wasm-opt. Messages are written by the modules that read
# files and replies alone: what the others have for showing values to programmers goes.
shrink() {
    case $1 in kvspec | core | verdict) texts=debug ;; *) texts= ;; esac
    node pkg/tools/trim.mjs functions "$2" "pkg/wasm/$1.trimmed.wasm" $texts
    wasm-opt $3 --low-memory-unused "pkg/wasm/$1.trimmed.wasm" -o "pkg/wasm/$1.small.wasm"
    node pkg/tools/trim.mjs places "pkg/wasm/$1.small.wasm" "pkg/wasm/$1.wasm"
    rm -rf "pkg/wasm/$1.trimmed.wasm" "pkg/wasm/$1.small.wasm"
    echo "pkg/wasm/$1.wasm: $(wc -c < "pkg/wasm/$1.wasm") bytes, $(gzip -9c "pkg/wasm/$1.wasm" | wc -c) gzipped"
}

# Builds one module: its name, the features it is built with, and what makes it small. The linker leaves word of what needs
# what, by which documents are taken out.
module() {
    RUSTFLAGS="-C link-arg=--emit-relocs --remap-path-prefix=$stage=/kvspec --remap-path-prefix=$cargo_home=/cargo --remap-path-prefix=$sysroot=/rust" \
        wasm-pack build "$stage/pkg/bindings" --release --target web --no-pack --no-typescript --no-gitignore \
        --mode no-install --out-dir "$root/pkg/wasm/.pack-$1" --out-name "$1" -- --locked --features "$2"
    glue "$(linked)" pkg/wasm "$1"
    node pkg/tools/split.mjs strip "pkg/wasm/$1_bg.wasm" "pkg/wasm/$1.stripped.wasm"
    shrink "$1" "pkg/wasm/$1.stripped.wasm" "$3"
    rm -rf "pkg/wasm/.pack-$1" "pkg/wasm/$1.stripped.wasm" "pkg/wasm/$1_bg.wasm" "pkg/wasm/$1_bg.wasm.d.ts"
}

# Makes of the module that was linked last a smaller one without documents: its name, and what it exports. Its glue is that
# of the whole module.
page() {
    folder=pkg/wasm/.page
    mkdir -p "$folder"
    node pkg/tools/split.mjs prune "$(linked)" "$folder/kvspec_bindings.wasm" "$2"
    glue "$folder/kvspec_bindings.wasm" "$folder" kvspec
    node pkg/tools/split.mjs cut "$(linked)" "$folder/kvspec_bg.wasm" "$folder/cut.wasm" "$2"
    shrink "$1" "$folder/cut.wasm" "$small"
    rm -rf "$folder"
}

# The engine, and what is made of it.
pages() {
    module kvspec "" "$small"
    verdicts=room,names,verdict
    page verdict "$verdicts"
    page core "$verdicts,judge,form_load,form_set,form_check,form_outlook,checklist"
    node pkg/tools/split.mjs documents "$(linked)" pkg/wasm/documents "$(node -p 'JSON.parse(/= (.*) as/.exec(fs.readFileSync("pkg/src/generated/ids.ts"))[1]).join()')" "$verdicts"
    node pkg/tools/wasm2js.mjs
}

# What is loaded when it is asked for.
parts() {
    module replies replies "$small"
    module transfer transfer -Oz
    module lint files -Oz
    module house house -Oz
}

# Linking a module keeps one core busy: two of them are made at a time, each in a folder of its own. Each is a group of
# processes, which ends with the script.
set -m
(
    export CARGO_TARGET_DIR=$CARGO_TARGET_DIR/parts
    parts
) &
beside=$!
pages &
first=$!
trap 'kill -- -$beside -$first 2>/dev/null; exit 130' INT TERM
status=0
wait "$first" || status=$?
wait "$beside" || status=$?
exit "$status"
