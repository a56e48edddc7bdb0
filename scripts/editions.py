"""Holds the tables against what the vendors' newest packages say: names, types, defaults, values, bounds.

    editions.py KVSPEC FOLDER

KVSPEC is the command line, FOLDER has the unpacked packages (scripts/editions.sh fetches them). What differs is
printed as a table, and so is a known difference that is there no longer. Differences that the tables know (`kvspec profiles --profile ID --format json`, `differences`)
are counted, with `--all` printed, too. Exit status: 0 nothing new, 1 something is, 2 something cannot be read.
"""

import json
import pathlib
import re
import subprocess
import sys


class Unreadable(Exception):
    """A package does not look as it did."""


# ---- What a package says of one parameter ----


def fact(kind=None, required=None, prose="", **more):
    """What is known of a parameter: its type, whether it is required, and what its description says."""
    said = {"type": kind, "required": required, **facts_of(prose), **more}
    return {aspect: value for aspect, value in said.items() if value is not None}


NUMBER = r"(?<![\w.])\d+(?:\.\d+)?(?![\w*])"


def facts_of(prose):
    """What a description says of values, bounds, lengths and the default."""
    text = re.sub(r"\\+([*_`])", r"\1", prose)
    found = {}
    if re.search(r"^\s*This parameter is required\.\s*$", text, re.M):
        found["required"] = True
    found["default"] = default_of(text)
    length = re.search(r"(\d+)\s*(?:to|-|~)\s*(\d+) characters|\[(\d+), ?(\d+)\] English|不少于(\d+)字符不超过(\d+)字符", text)
    if length:
        low, high = [number for number in length.groups() if number]
        found["length"] = f"{low}-{high}"
    most = re.search(r"不能超过(\d+)个字符", text)
    if most:
        found["length"] = f"0-{most.group(1)}"
    values = values_of(text)
    if values:
        found["values"] = values
    return found


def default_of(text):
    """The default that a description names."""
    for pattern in (
        r"which is (\d\d:\d\dZ) in UTC",
        r"default value is (\d\d:\d\d) \(UTC\)",
        r"[Dd]efault value:?\s*(?:is )?[`*\"“]+(\w[^`*\"”\n]*)[`*\"”]+",
        r"[Tt]he default value is ([A-Za-z0-9_.:-]+?)[.,]?(?:\s|$)",
        r"[Dd]efault value: ([A-Za-z0-9_.:-]+?)\.?(?:\s|$)",
        r"[Dd]efault (?:is )?(true|false|True|False)\b",
        r"[`*]{1,2}(\w[\w.]*)[`*]{1,2} ?\((?:d|D)efault\)",
        r"[`*]{1,2}(\w[\w.]*)[`*]{1,2}:? ?[*]{0,2}default value[*]{0,2}",
        r"[`*]{1,2}(\w[\w.]*)[`*]{1,2}(?::[^\n*`]*?)?\.? This is the default value",
        r"^\s*[-*]?\s*[`*]*(\w[\w.]*)[`*]*[^\n*]*This is the default value",
        r"默认为([A-Za-z0-9_.]+)",
    ):
        found = re.search(pattern, text, re.M)
        if found and found.group(1) not in ("empty", "set", "value"):
            word = found.group(1).strip()
            if re.fullmatch(r"\d\d:\d\d", word):
                # Times are told in words, and written with the zone.
                return word + "Z"
            return word.lower() if word in ("True", "False") else word
    return None


LISTED = re.compile(r"(?:[Vv]alid|[Ss]upported) values?(?: are|:)|取值为：|optional value")


def values_of(text):
    """The values that a description lists, or the range that it names, as a sorted list of texts."""
    values = set()
    for part in LISTED.split(text)[1:]:
        values |= list_of(part)
    if not values:
        # A value for each kind of instance.
        for sentence in re.findall(r"Set the value to ([^\n]*?)\.(?:\s|$)", text):
            values |= set(re.findall(r"[`*]{2}([\w.]+)[`*]{2}", sentence))
    return sorted(values, key=by_number) or None


def by_number(value):
    return (0, float(value), value) if re.fullmatch(r"\d+(\.\d+)?", value) else (1, 0.0, value)


def list_of(part):
    """The values at the beginning of a text."""
    first = part.strip().split("\n", 1)[0].strip()
    # Numbered in one line.
    numbered = re.findall(r"\d\. ?(\w+)", first) if re.match(r"1\. ?\w", first) else []
    if numbered:
        return set(numbered)
    # One a line, each as an item; an item may be a range.
    items = re.findall(r"^\s*[-*] ?[`*]{1,2}([^`*\n]+)[`*]{1,2}", part, re.M)
    is_list = not first or first.endswith(":") or first[0] in "-*" and not re.match(r"[*`]{1,2}\w", first)
    if is_list and items:
        ranges = re.findall(r"^\s*[-*] ?(?:From )?[`*]{1,2}(\d+)[`*]{1,2} to [`*]{1,2}(\d+)[`*]{1,2}", part, re.M)
        return {item.strip() for item in items} | {high for _, high in ranges}
    # The sentence ends with a full stop; those within numbers are none.
    sentence = re.split(r"\.(?:\s|$)|>|(?<=\d) Unit|。", first, maxsplit=1)[0]
    plain = re.sub(r"[`*\"\[\]]", "", sentence)
    values = set()
    for low, high in re.findall(r"(?<![\w.])(\d+) ?(?:to|~|-) ?(\d+)(?![\w.])", plain):
        if int(high) - int(low) < 40:
            values |= {str(number) for number in range(int(low), int(high) + 1)}
        else:
            values.add(f"{low}-{high}")
    rest = re.sub(r"(?<![\w.])\d+ ?(?:to|~|-) ?\d+(?![\w.])", " ", plain)
    rest = re.sub(r"\([^)]*\)|\([^)]*$", " ", rest)
    words = [word.strip(" :") for word in re.split(r",|;|、|，|或| and | or |等", rest)]
    # What is explained in Chinese is no value.
    words = [word for word in words if word.isascii()]
    if all(re.fullmatch(r"[\w.]*", word) for word in words):
        return values | {word for word in words if word}
    marked = re.findall(r"[`*]{1,2}([\w.]+)[`*]{1,2}", sentence)
    if marked:
        return values | {word for word in marked if not re.fullmatch(r"\d+", word) or word in re.findall(NUMBER, rest)}
    return values | set(re.findall(NUMBER, rest)) if values else values


# ---- Readers: what each package says, by profile ----


def text_of(path):
    try:
        return path.read_text()
    except OSError as error:
        raise Unreadable(f"{path} is not there: {error}") from error


TYPES = {"string": "String", "str": "String", "number": "Number", "int": "Number", "boolean": "Boolean", "bool": "Boolean"}


def comment(text):
    """A JSDoc comment without its stars."""
    lines = [re.sub(r"^\s*\* ?", "", line) for line in text.split("\n")]
    return "\n".join(line for line in lines if not line.startswith("@remarks"))


def members_of(body):
    """Members of a TypeScript interface or class: name, optional mark, type, prose."""
    pattern = r"(?:/\*\*((?:(?!\*/).)*)\*/\s*)?(?:readonly )?(\w+)(\??): ((?:\{[^}]*\}|[^;{])+);"
    for prose, name, mark, kind in re.findall(pattern, body, re.S):
        yield name, mark == "?", kind, comment(prose)


def alibaba_npm(root):
    """`@alicloud/r-kvstore20150101`: its classes, in TypeScript."""
    models = root / "alicloud-npm" / "package" / "dist" / "models"
    for operation, profile in ALIBABA.items():
        declared = text_of(models / f"{operation}Request.d.ts")
        program = text_of(models / f"{operation}Request.js")
        # The class of the operation stands behind those of what it holds.
        table = program.rindex("static names()")
        names = dict(re.findall(r"^\s+(\w+): '(\w+)',$", program[table:program.index("}", table)], re.M))
        body = declared[declared.index(f"class {operation}Request "):]
        found = {}
        for name, _, kind, prose in members_of(body):
            if name not in names:
                continue
            shown = prose.split("@example")[0]
            found["/" + names[name]] = fact(TYPES.get(kind), required_by(shown), shown)
        yield profile, found


def alibaba_pypi(root):
    """`alibabacloud_r_kvstore20150101`: its models, in Python."""
    models = root / "alibaba-pypi" / "alibabacloud_r_kvstore20150101" / "models"
    for operation, profile in ALIBABA.items():
        file = "_" + re.sub(r"(?<!^)(?=[A-Z])", "_", operation).lower() + "_request.py"
        source = text_of(models / file).split("\nclass ")[1]
        names = dict(re.findall(r"result\['(\w+)'\] = self\.(\w+)", source))
        wire = {own: name for name, own in names.items()}
        # Lists are written in a loop.
        wire.update({own: name for name, own in re.findall(r"result\['(\w+)'\] = \[\]\s+if self\.(\w+)", source)})
        kinds = dict(re.findall(r"^\s+(\w+): ([\w.\[\]]+) = None,$", source, re.M))
        found = {}
        for prose, own in re.findall(r"((?:^\s+#[^\n]*\n)*)^\s+self\.(\w+) = \w+$", source, re.M):
            if own in wire:
                shown = "\n".join(re.sub(r"^\s*# ?", "", line) for line in prose.split("\n"))
                found["/" + wire[own]] = fact(TYPES.get(kinds.get(own)), required_by(shown), shown)
        yield profile, found


def required_by(prose):
    return bool(re.search(r"^\s*This parameter is required\.\s*$", prose, re.M))


def jdcloud_pypi(root):
    """`jdcloud_sdk`: the request, and the objects in it, in Python."""
    services = root / "jdcloud-pypi" / "jdcloud_sdk" / "services"
    objects = {
        "/": services / "redis" / "apis" / "CreateCacheInstanceRequest.py",
        "/cacheInstance/": services / "redis" / "models" / "CacheInstanceSpec.py",
        "/cacheInstance/azId/": services / "redis" / "models" / "AzIdSpec.py",
        "/charge/": services / "charge" / "models" / "ChargeSpec.py",
    }
    found = {}
    for at, file in objects.items():
        for name, mark, prose in re.findall(r":param (\w+): *(\(Optional\))?([^\n]*)", text_of(file)):
            found[at + name] = fact(None, not mark, prose)
    yield "jdcloud.create-cache-instance.2026", found


def ros_pypi(root):
    """`ros-cdk-redis`: the resource types, in the TypeScript that it carries, with their validators."""
    library = root / "ros-pypi" / "library" / "package" / "lib"
    declared, program = text_of(library / "redis.generated.d.ts"), text_of(library / "redis.generated.js")
    for resource, profile in (("Instance", "ros.redis-instance"), ("PrepayInstance", "ros.redis-prepay-instance")):
        found = {}
        pending = [("/", f"Ros{resource}Props", None)]
        while pending:
            at, interface, within = pending.pop()
            scope = declared
            if within:
                # Objects of a resource stand in a name space of its own, one for each.
                spaces = re.findall(rf"export declare namespace {within} \{{(.*?)^\}}", declared, re.S | re.M)
                scope = next((space for space in spaces if f"interface {interface} " in space), "")
            start = scope.find(f"interface {interface} {{")
            if start < 0:
                raise Unreadable(f"ros-cdk-redis has no {interface}")
            body = scope[start:].split("\n    }" if within else "\n}", 1)[0]
            full = f"{within}_{interface}" if within else interface
            names, validators = template_of(program, full), validators_of(program, full)
            for name, optional, kind, prose in members_of(body):
                path = at + names.get(name, name)
                first = kind.split("|")[0].strip()
                checked = validators.get(name, {})
                shown = re.sub(r"^\s*@Property \w+: ", "", prose)
                said = fact(TYPES.get(first), not optional, shown)
                # What the package checks counts more than what it tells.
                if "minimum" in checked or "maximum" in checked:
                    said.pop("values", None)
                found[path] = {**said, **checked}
                inner = re.search(rf"Ros{resource}\.(\w+Property)", kind)
                if inner:
                    is_list = "[]" in kind or "Array<" in kind
                    pending.append((path + ("/*/" if is_list else "/"), inner.group(1), f"Ros{resource}"))
        yield profile, found


def template_of(program, interface):
    """How the members of an interface are called in a template."""
    function = interface[0].lower() + interface[1:].replace("_", "")
    found = re.search(rf"function {function}ToRosTemplate\(.*?return \{{(.*?)\}};", program, re.S)
    if not found:
        raise Unreadable(f"ros-cdk-redis writes no {interface}")
    return {own: name for name, own in re.findall(r"'(\w+)': .*?properties\.(\w+)\)", found.group(1))}


def validators_of(program, interface):
    """What the package itself checks of the members of an interface."""
    found = re.search(rf"function {interface}Validator\((.*?)^\}}", program, re.S | re.M)
    checks = {}
    pattern = r"propertyValidator\('(\w+)', ros\.validate(AllowedValues|Range|Length)\)\(\{(.*?)\}\)"
    for name, kind, body in re.findall(pattern, found.group(1) if found else "", re.S):
        said = checks.setdefault(name, {})
        if kind == "AllowedValues":
            said["values"] = sorted(map(str, json.loads(re.search(r"allowedValues: (\[.*?\])", body).group(1))), key=by_number)
        else:
            low, high = (re.search(rf"{end}: (\w+)", body).group(1) for end in ("min", "max"))
            if kind == "Range":
                said["minimum"], said["maximum"] = low, high
            elif ".length" in body and high != "undefined":
                said["items"] = high
    return {
        name: {aspect: value for aspect, value in said.items() if value != "undefined"}
        for name, said in checks.items()
    }


def pulumi_npm(root):
    """`@pulumi/alicloud`: the inputs of both resources, in TypeScript."""
    package = root / "pulumi-npm" / "package"
    resources = (
        ("kvstore/instance.d.ts", "InstanceArgs", "pulumi.kvstore-instance"),
        ("redis/tairInstance.d.ts", "TairInstanceArgs", "pulumi.redis-tair-instance"),
    )
    for file, interface, profile in resources:
        declared = text_of(package / file)
        body = declared[declared.index(f"export interface {interface} {{"):]
        found = {}
        for name, optional, kind, prose in members_of(body):
            first = re.search(r"pulumi\.Input<(\w+)", kind)
            shown = prose.split("@deprecated")[0]
            said = fact(TYPES.get(first.group(1) if first else ""), not optional, shown)
            found["/" + name] = {**said, "deprecated": "@deprecated" in prose or "been deprecated" in prose}
        yield profile, found


ALIBABA = {
    "CreateInstance": "alibaba.create-instance.2026",
    "CreateTairInstance": "alibaba.create-tair-instance.2026",
    "CreateInstances": "alibaba.create-instances",
}

READERS = (
    ("npm @alicloud/r-kvstore20150101", alibaba_npm),
    ("PyPI alibabacloud_r_kvstore20150101", alibaba_pypi),
    ("PyPI jdcloud_sdk", jdcloud_pypi),
    ("PyPI ros-cdk-redis", ros_pypi),
    ("npm @pulumi/alicloud", pulumi_npm),
)


# ---- The comparison ----


class Table:
    """One profile, as the command line shows it."""

    def __init__(self, kvspec, profile):
        shown = subprocess.run(
            [kvspec, "profiles", "--profile", profile, "--format", "json"], capture_output=True, text=True, check=True
        )
        details = json.loads(shown.stdout)
        self.parameters = {each["path"]: each for each in details["parameters"]}
        self.old = {each["path"] for each in details["oldNames"]}
        self.known = details["differences"]
        self.met = []

    def knows(self, path, aspect, theirs):
        """The row that says why the table differs here."""
        for row in self.known:
            if row["path"] == path and row["aspect"] == aspect and row["theirs"] in ("*", theirs):
                self.met.append(row)
                return row
        return None


def ours(parameter):
    """The aspects of a row of a table, in the words of a package."""
    kind = {"Long": "Number", "Integer": "Number"}.get(parameter["type"], parameter["type"])
    said = {"type": kind, "required": parameter["required"] == "always", "default": parameter.get("default")}
    constraint = parameter.get("constraint") or {}
    match constraint.get("kind"):
        case "one-of":
            said["values"] = sorted(constraint["values"], key=by_number)
        case "one-of-by":
            values = {value for case in constraint["cases"] for value in case["values"]}
            said["values"] = sorted(values, key=by_number)
        case "range":
            said["minimum"] = str(constraint["min"])
            if constraint.get("max") is not None:
                said["maximum"] = str(constraint["max"])
        case "name" | "password" | "prefix":
            said["length"] = f"{constraint['min']}-{constraint['max']}"
        case "description":
            said["length"] = f"0-{constraint['max']}"
        case "modes":
            said["values"] = sorted(constraint["values"])
    if "items" in parameter:
        said["items"] = str(parameter["items"].get("usual") or parameter["items"].get("most"))
    return said


def bounds(said):
    """A list of values as the range that it is, where the other side has one."""
    numbers = [part for value in said.get("values", []) for part in value.split("-")]
    if numbers and all(re.fullmatch(r"\d+", number) for number in numbers):
        return str(min(map(int, numbers))), str(max(map(int, numbers)))
    return None


def compare(table, theirs):
    """Every difference: path, aspect, what the package says, what the table says."""
    known = table.parameters
    for path in theirs:
        if path not in known and path not in table.old and not theirs[path].get("deprecated"):
            yield path, "missing", "there", "not there"
    for path, parameter in known.items():
        if parameter["common"]:
            continue
        if path not in theirs:
            # What stands inside an object whose shape the package does not tell is passed over.
            parent = path.rsplit("/", 1)[0].removesuffix("/*")
            if parent == "" or any(other.startswith(parent + "/") for other in theirs):
                yield path, "superfluous", "not there", "there"
            continue
        here, there = ours(parameter), dict(theirs[path])
        if "minimum" in here and "values" in there:
            ends = bounds(there)
            if ends:
                there.pop("values")
                there["minimum"], there["maximum"] = ends
        if "values" in here and "minimum" in there:
            ends = bounds(here)
            if ends:
                here["minimum"], here["maximum"] = ends
        for aspect in ("type", "required", "default", "values", "minimum", "maximum", "length", "items"):
            if aspect not in there:
                continue
            if aspect == "required" and not there[aspect] and here[aspect] is False:
                continue
            if aspect == "type" and here["type"] in ("Object", "Array"):
                continue
            if here.get(aspect) != there[aspect]:
                yield path, aspect, words(there[aspect]), words(here.get(aspect))


def words(value):
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(value) if isinstance(value, list) else str(value)


def main(kvspec, folder, everything):
    rows, known, tables = [], [], {}
    for package, reader in READERS:
        for profile, theirs in reader(pathlib.Path(folder)):
            if len(theirs) < 3:
                raise Unreadable(f"{package} has {len(theirs)} parameters of {profile}")
            table = tables.setdefault(profile, Table(kvspec, profile))
            for path, aspect, said, stands in compare(table, theirs):
                reason = table.knows(path, aspect, said)
                row = (package, profile, path, aspect, said, stands, reason and reason["reason"]["en"] or "")
                (known if reason else rows).append(row)
    for profile, table in tables.items():
        for row in table.known:
            if row not in table.met:
                rows.append(("-", profile, row["path"], row["aspect"], "no longer: " + row["theirs"], "known", row["reason"]["en"]))
    for title, list_of_rows in (("new", rows), ("known", known if everything else [])):
        if list_of_rows:
            print(f"\n## {title}\n\n| package | profile | parameter | in what | the package says | the table says | why |")
            print("| --- | --- | --- | --- | --- | --- | --- |")
            for row in list_of_rows:
                print("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")
    print(f"\n{len(rows)} new, {len(known)} known differences", "" if everything or not known else "(--all shows them)")
    return 1 if rows else 0


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "--all"]
    try:
        sys.exit(main(*given, everything="--all" in sys.argv))
    except (Unreadable, subprocess.CalledProcessError, ValueError, KeyError) as error:
        print(f"editions: {error}", file=sys.stderr)
        sys.exit(2)
