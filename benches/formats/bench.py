"""Times kvspec over many small files beside cfn-lint and python-hcl2; writes a page with the ratios.

    bench.py KVSPEC PAGE [FILES]

The files are made here: modules of Terraform (main.tf, variables.tf), templates of ROS, and
CloudFormation templates of the same size for cfn-lint. What is compared is the time that a process
had the processor, so that other programs on the machine do not count. The slow ones get fewer
files, and their start is left out of account; kvspec's is not.
"""

import importlib.metadata
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import hcl2

CLASSES = ["redis.master.small.default", "redis.shard.small.2.ce", "redis.shard.mid.2.ce", "tair.rdb.2g"]
VERSIONS = ["5.0", "6.0", "7.0"]

MODULE = """\
# The cache of service {number}.
resource "alicloud_kvstore_instance" "cache_{number}" {{
  db_instance_name = "service-{number}-${{var.environment}}"
  instance_class   = "{size}"
  engine_version   = "{version}"
  payment_type     = "PrePaid"
  period           = "{period}"
  zone_id          = "cn-hangzhou-h"
  vswitch_id       = alicloud_vswitch.inner.id
  security_ips     = ["10.{number_byte}.0.0/16"]
  password         = var.password
  config = {{
    maxmemory-policy = "volatile-lru"
  }}
  tags = {{
    team = var.team
  }}
}}
"""

VARIABLES = """\
variable "environment" {
  type    = string
  default = "staging"
}

variable "team" {
  type    = string
  default = "shop"
}

variable "password" {
  type      = string
  sensitive = true
}
"""

ROS = """\
ROSTemplateFormatVersion: '2015-09-01'
Parameters:
  CachePassword:
    Type: String
    NoEcho: true
  Zone:
    Type: String
    Default: cn-hangzhou-h
Resources:
  Cache{number}:
    Type: ALIYUN::REDIS::Instance
    Properties:
      InstanceName: service-{number}
      InstanceClass: {size}
      EngineVersion: '{version}'
      ZoneId: !Ref Zone
      VpcId: !Ref Vpc
      VSwitchId: !Ref Subnet
      Password: !Ref CachePassword
      ChargeType: PrePaid
      Period: {period}
      Tags:
        - Key: team
          Value: shop
Outputs:
  Id:
    Value: !GetAtt Cache{number}.InstanceId
"""

CLOUD_FORMATION = """\
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  CachePassword:
    Type: String
    NoEcho: true
  Zone:
    Type: String
    Default: eu-central-1a
Resources:
  Cache{number}:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: service-{number}
      CacheNodeType: cache.t3.small
      Engine: redis
      EngineVersion: '{version}'
      PreferredCacheClusterAZs: [!Ref Zone]
      AuthToken: !Ref CachePassword
      TransitEncryptionEnabled: true
      NumCacheClusters: 1
      Port: 6379
      Tags:
        - Key: team
          Value: shop
Outputs:
  Id:
    Value: !GetAtt Cache{number}.PrimaryEndPoint.Address
"""


def make(folder, count):
    """Writes the files; says how many bytes there are of each kind."""
    draw = random.Random(1)
    sizes = {"terraform": 0, "ros": 0, "cloudformation": 0}
    for number in range(count):
        values = {
            "number": number,
            "number_byte": number % 250,
            "size": draw.choice(CLASSES),
            "version": draw.choice(VERSIONS),
            "period": draw.choice([1, 3, 12, 10]),
        }
        for kind, name, text in [
            ("ros", f"{number}.yml", ROS.format(**values)),
            ("cloudformation", f"{number}.yml", CLOUD_FORMATION.format(**values)),
        ]:
            path = folder / kind / str(number // 100)
            path.mkdir(parents=True, exist_ok=True)
            (path / name).write_text(text)
            sizes[kind] += len(text)
        # Half of the files of a module are its variables.
        module = folder / "terraform" / str(number // 2)
        module.mkdir(parents=True, exist_ok=True)
        text = MODULE.format(**values) if number % 2 == 0 else VARIABLES
        (module / ("main.tf" if number % 2 == 0 else "variables.tf")).write_text(text)
        sizes["terraform"] += len(text)
    return sizes


def run(arguments):
    """Seconds of the processor, and seconds on the clock, of one process."""
    start = time.monotonic()
    # Whatever is warned of is found, too: only what cannot be run ends the measurement.
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(arguments, stdout=nowhere, stderr=nowhere)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in range(0, 64):
        sys.exit(f"{arguments[0]} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, time.monotonic() - start


def best(arguments, times=4):
    """The best of a few runs, by each of the two."""
    runs = [run(arguments) for _ in range(times)]
    return min(used for used, _ in runs), min(clock for _, clock in runs)


def most_memory(arguments):
    """Megabytes, as `time` measures them: a child of this process would count with its memory."""
    with tempfile.NamedTemporaryFile() as told:
        with open(os.devnull, "wb") as nowhere:
            command = ["/usr/bin/time", "--format", "%M", "--output", told.name, *arguments]
            subprocess.run(command, stdout=nowhere, stderr=nowhere, check=False)
        return int(pathlib.Path(told.name).read_text().split()[-1]) / 1024


def files(folder, count, pattern):
    """So many of the files, in their order."""
    found = sorted(path for path in folder.rglob(pattern))
    return [str(path) for path in found[:count]]


CHECK = "import sys; from cfnlint.runner import main; sys.exit(main())"


# So many files the slow ones get at first, and so many more the second time.
FEW, MANY = 10, 60


def parsing(paths):
    """Seconds of the processor that python-hcl2 takes for each file, its grammar being ready."""
    texts = [pathlib.Path(path).read_text() for path in paths]
    hcl2.loads(texts[0])
    start = time.process_time()
    for text in texts:
        hcl2.loads(text)
    return (time.process_time() - start) / len(texts)


def slope(command, paths):
    """Seconds of the processor for each file, without what the start costs."""
    run([*command, *paths[:1]])
    first, _ = best([*command, *paths[:FEW]], 1)
    second, _ = best([*command, *paths[: FEW + MANY]], 1)
    return (second - first) / MANY


def main():
    load, processors = os.getloadavg()[0], os.cpu_count()
    kvspec, page = sys.argv[1], pathlib.Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sizes = make(folder, count)
        lint = [kvspec, "lint", "--format", "ndjson"]
        rows = []
        memory = []
        jobs = []
        for kind, ending in [("terraform", "*.tf"), ("ros", "*.yml")]:
            here = folder / kind
            used, clock = best([*lint, "--jobs", "1", str(here)])
            _, both = best([*lint, "--jobs", "2", str(here)])
            most = most_memory([*lint, "--jobs", "1", str(here)])
            jobs.append((kind, clock / both))
            tenth = folder / f"{kind}-tenth"
            tenth.mkdir()
            for part in sorted(here.iterdir())[: max(1, len(list(here.iterdir())) // 10)]:
                os.rename(part, tenth / part.name)
            little = most_memory([*lint, "--jobs", "1", str(tenth)])
            for part in tenth.iterdir():
                os.rename(part, here / part.name)
            memory.append((kind, little, most))
            rows.append((kind, ending, used / count))
        parsed = files(folder / "terraform", FEW + MANY, "*.tf")
        hcl2_each = parsing(parsed)
        templates = files(folder / "cloudformation", FEW + MANY, "*.yml")
        cfn = slope([sys.executable, "-c", CHECK, "--regions", "eu-central-1", "--"], templates)
        ours = {kind: each for kind, _, each in rows}
    goals = [
        ("templates", "cfn-lint, over CloudFormation templates of the same size", cfn, ours["ros"], 200),
        ("Terraform", "python-hcl2, which only parses", hcl2_each, ours["terraform"], 20),
    ]
    lines = [
        "# Benchmarks of formats",
        "",
        "Written by `make bench-formats`; only the ratios matter. Times are those that a process had the",
        f"processor: kvspec with one thread over {count:,} files of each kind, its start included; the others",
        f"over {MANY} of them, without their start.",
        "",
        f"cfn-lint {importlib.metadata.version('cfn-lint')}, python-hcl2 {importlib.metadata.version('python-hcl2')}, "
        f"Python {sys.version.split()[0]}. On average a Terraform file has {sizes['terraform'] // count} bytes, a template",
        f"of ROS {sizes['ros'] // count}, one of CloudFormation {sizes['cloudformation'] // count}.",
        "",
        "| files | beside | theirs, ms each | kvspec, ms each | wanted | measured | |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for kind, beside, theirs, own, wanted in goals:
        ratio = theirs / own
        word = "reached" if ratio >= wanted else "not reached"
        lines.append(
            f"| {kind} | {beside} | {theirs * 1000:.2f} | {own * 1000:.4f} | {wanted} × | {ratio:.0f} × | {word} |"
        )
    lines += ["", "## Memory", "", "| files | a tenth of them, MB | all, MB |", "| --- | ---: | ---: |"]
    for kind, little, most in memory:
        lines.append(f"| {kind} | {little:.1f} | {most:.1f} |")
    lines += ["", "## Two threads", "", "On the clock, so that whatever else the machine does counts: before the start its load was",
        f"{load:.0f} on {processors} processors.", "", "| files | `--jobs 2` is faster by |", "| --- | ---: |"]
    for kind, ratio in jobs:
        lines.append(f"| {kind} | {ratio:.2f} × |")
    page.write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
