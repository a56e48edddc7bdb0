#!/usr/bin/env bash
# The hooks, as pre-commit runs them: it builds them from this repository, uncommitted changes and all.
set -euo pipefail
cd "$(dirname "$0")/.."
repository=$PWD
command -v pre-commit >/dev/null || {
    echo "installing pre-commit into target/pre-commit"
    [ -x target/pre-commit/bin/pre-commit ] || {
        python3 -m venv target/pre-commit
        target/pre-commit/bin/pip install --quiet pre-commit
    }
    PATH=$PWD/target/pre-commit/bin:$PATH
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME=$work/cache
# What was built for other tests is used again: the hook of a user is a release build.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target} MATURIN_PEP517_ARGS="--profile dev"

git init -q "$work/orders"
cd "$work/orders"
printf '{"name": "no order", "version": "1.0.0"}\n' >package.json
printf 'variable "class" {\n  default = "redis.shard.small.2.ce"\n}\n' >variables.tf
cat >main.tf <<'END'
resource "alicloud_kvstore_instance" "session" {
  instance_class = var.class
  engine_version = "7.0"
  payment_type   = "PrePaid"
  period         = 10
  vswitch_id     = "vsw-1"
}
END
printf '{"RegionId": "cn-hangzhou", "Capacity": 1024, "EngineVersion": 5.0, "Token": "t"}\n' >order.json
git add -A

run() { # NAME EXPECTED-STATUS ARGUMENTS...: leaves what was said in $work/said
    name=$1 expected=$2 status=0
    shift 2
    pre-commit "$@" >"$work/said" 2>&1 || status=$?
    [ "$status" = "$expected" ] || {
        echo "$name: exit status $status instead of $expected" >&2
        cat "$work/said" >&2
        exit 1
    }
}
says() { grep -q -- "$1" "$work/said" || { echo "nothing says: $1" >&2; cat "$work/said" >&2; exit 1; }; }

# Both hooks as somebody tries them: changes that are not committed count.
run "both hooks, tried" 1 try-repo "$repository" --all-files --verbose
says 'invalid-value'
says 'main.tf:5'
says 'files were modified by this hook'
grep -q '"EngineVersion": "5.0"' order.json

# The same as somebody uses them, from a commit.
git clone -q "$repository" "$work/kvspec"
(cd "$repository" && git ls-files -z | tar --null --files-from=- --create) | tar -xC "$work/kvspec"
cd "$work/kvspec"
git add -A
git -c user.name=test -c user.email=test@example.com commit -q --allow-empty -m "As it is"
cd "$work/orders"
cat >.pre-commit-config.yaml <<END
repos:
  - repo: $work/kvspec
    rev: $(git -C "$work/kvspec" rev-parse HEAD)
    hooks:
      - id: kvspec
      - id: kvspec-fix
        stages: [manual]
END
git add -A
run "a faulty order" 1 run --all-files
says 'main.tf:5'
sed -i 's/= 10/= 12/' main.tf
git add -A
run "a mended order" 0 run --all-files
run "files without an order" 0 run --files package.json variables.tf
run "nothing left to fix" 0 run --hook-stage manual kvspec-fix --all-files
sed -i 's/"5.0"/5.0/' order.json
git add -A
run "a fix" 1 run --hook-stage manual kvspec-fix --all-files
says 'files were modified by this hook'
grep -q '"EngineVersion": "5.0"' order.json

# What docs/guides/terraform.md shows, with this repository in the place of the one that it names.
# shellcheck disable=SC2016
sed -n '/^`.pre-commit-config.yaml`:$/,/^```$/{/^```\|^`/!p}' "$repository/docs/guides/terraform.md" \
    | sed -e "s|https://example.com/OWNER/kvspec|$work/kvspec|" \
        -e "s|rev: v.*|rev: $(git -C "$work/kvspec" rev-parse HEAD)|" >.pre-commit-config.yaml
sed -i 's/= 12/= 10/' main.tf
hooks=("$work"/cache/*/py_env-*/bin/kvspec)
"${hooks[0]}" lint --write-baseline kvspec-baseline.json . 2>/dev/null
git add -A
run "the guide's hooks, with a baseline" 0 run --all-files
sed -i 's/= 10/= 11/' main.tf
git add -A
run "the guide's hooks, with a new fault" 1 run --all-files
says 'main.tf:5'
echo "pre-commit: both hooks do what they say"
