#!/usr/bin/env bash
# The wheel, as somebody installs it with pip; and the guide's test for pytest, with the command of that wheel.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=target/wheel
[ -x $tools/maturin/bin/maturin ] || {
    echo "installing maturin into $tools/maturin"
    python3 -m venv $tools/maturin
    $tools/maturin/bin/pip install --quiet 'maturin>=1.8,<2'
}
# What was built for other tests is used again, unless a release is asked for.
profile=dev
[ -z "${FULL_RELEASE:-}" ] || profile=release
rm -rf $tools/dist $tools/venv
$tools/maturin/bin/maturin build --locked --profile $profile --out $tools/dist --quiet
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
set -- $tools/dist/*.whl
[ $# = 1 ]
case $1 in
    $tools/dist/kvspec-"$version"-py3-none-*) ;;
    *) echo "the wheel is called $1" >&2 && exit 1 ;;
esac
python3 -m zipfile --list "$1" >$tools/contents
for name in scripts/kvspec licenses/LICENSE-MIT licenses/LICENSE-APACHE METADATA; do
    grep -q "$name " $tools/contents || { echo "the wheel has no $name" >&2; cat $tools/contents >&2; exit 1; }
done

python3 -m venv $tools/venv
$tools/venv/bin/pip install --quiet "$1" pytest
[ "$($tools/venv/bin/kvspec --version)" = "kvspec $version" ]
status=0
$tools/venv/bin/kvspec lint --format concise examples >$tools/said 2>&1 || status=$?
if [ "$status" != 1 ] || ! grep -q '^examples/faulty/redis.tf:8:22: error\[invalid-value\]' $tools/said; then
    echo "kvspec lint examples: exit status $status" >&2
    tail -5 $tools/said >&2
    exit 1
fi

# docs/guides/fuzz-a-service.md: its test, as it stands there.
guide=$PWD/docs/guides/fuzz-a-service.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck disable=SC2016
sed -n '/^```python$/,/^```$/{/^```/!p}' "$guide" >"$work/test_orders.py"
grep -qx 'pytest --quiet test_orders.py' "$guide"
bin=$PWD/$tools/venv/bin
(cd "$work" && PATH=$bin:$PATH pytest --quiet -p no:cacheprovider test_orders.py) >"$work/said" 2>&1 || { tail -20 "$work/said" >&2; exit 1; }
# A service that takes everything is found out.
sed -i 's/^    return subprocess.run(lint.*/    return True/' "$work/test_orders.py"
if (cd "$work" && PATH=$bin:$PATH pytest --quiet -x -p no:cacheprovider test_orders.py) >/dev/null 2>&1; then
    echo "a service that takes everything passes the guide's test" >&2
    exit 1
fi
echo "the wheel: $(wc -c <"$1") bytes as built by the profile $profile; $(tail -1 "$work/said")"
