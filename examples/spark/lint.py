"""Checks a fleet's orders with Apache Spark: a map over lines, through the NDJSON command.

    spark-submit lint.py ORDERS.ndjson FOLDER [PARTITIONS]

`kvspec` is taken from the variable KVSPEC, or from PATH; on a cluster it has to be on every node.
"""

import os
import shlex
import subprocess
import sys

PROFILE = "alibaba.create-instance.cn"


def command():
    """The NDJSON command. Standard input has no name, so the lines do not name a file."""
    program = shlex.split(os.environ.get("KVSPEC", "kvspec"))
    return program + [
        "lint", "--profile", PROFILE, "--input-format", "ndjson", "--format", "ndjson", "--no-config", "-",
    ]


def check_partition(numbered):
    """Reports of one partition, each with the number of its order in the whole.

    Exit status 1 says that there are findings; anything above is a failure, and Spark then
    gives the partition to another executor.
    """
    numbered = list(numbered)
    if not numbered:
        return iter(())
    lines = "".join(line + "\n" for line, _ in numbered)
    done = subprocess.run(
        command(), input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False
    )
    if done.returncode > 1:
        raise RuntimeError(f"kvspec failed: {done.stderr.decode(errors='replace')[:500]}")
    reports = done.stdout.decode().split("\n")[:-1]
    if len(reports) != len(numbered):
        raise RuntimeError(f"{len(numbered)} orders, but {len(reports)} reports")
    return iter([(number, report) for (_, number), report in zip(numbered, reports)])


def lint(context, path, partitions):
    """An RDD of (number of the order from 0, report as a line of JSON)."""
    orders = context.textFile(path, partitions).zipWithIndex()
    return orders.mapPartitions(check_partition)


def main():
    from pyspark import SparkContext

    path, folder = sys.argv[1:3]
    partitions = int(sys.argv[3]) if len(sys.argv) > 3 else None
    with SparkContext(appName="kvspec") as context:
        reports = lint(context, path, partitions).sortByKey().values()
        reports.saveAsTextFile(folder)


if __name__ == "__main__":
    main()
