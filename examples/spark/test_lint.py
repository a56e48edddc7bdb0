"""The findings of several partitions are those of one process, also when a partition fails once."""

import json
import os
import random
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
os.environ["KVSPEC"] = os.path.abspath(os.environ.get("KVSPEC", "target/release/kvspec"))
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
os.environ["PYTHONPATH"] = sys.path[0] + os.pathsep + os.environ.get("PYTHONPATH", "")

import lint  # noqa: E402
from pyspark import SparkConf, SparkContext  # noqa: E402

ORDERS = 5000
PARTITIONS = 7


def orders():
    """Orders, some with mistakes. No Token stands in two of them: who looks at one partition
    cannot see what is in another."""
    numbers = random.Random(5)
    for number in range(ORDERS):
        order = {
            "RegionId": "cn-hangzhou",
            "Capacity": numbers.choice([1024, 2048, 0]),
            "InstanceName": numbers.choice(["订单缓存", "cache-01", "a b", "_x"]),
            "EngineVersion": numbers.choice(["5.0", "4.0", "6.0"]),
            "Token": f"token-{number}",
        }
        yield json.dumps(order, ensure_ascii=False)


def plain(report):
    """A report without what depends on the place of its line in the input."""
    report = json.loads(report)
    report.pop("line")
    for found in report["diagnostics"]:
        found.pop("span", None)
        for edit in (found.get("fix") or {}).get("edits", []):
            edit.pop("start"), edit.pop("end")
    return report


class Lint(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = os.path.join(cls.folder.name, "orders.ndjson")
        with open(cls.path, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in orders())
        with open(cls.path, "rb") as file:
            done = subprocess.run(lint.command(), stdin=file, stdout=subprocess.PIPE, check=False)
        assert done.returncode == 1, done.returncode
        cls.expected = [plain(line) for line in done.stdout.decode().splitlines()]
        # `local[2,3]`: two threads, and three attempts for a partition that fails.
        settings = SparkConf().setMaster("local[2,3]").setAppName("test").set("spark.ui.enabled", "false")
        cls.context = SparkContext(conf=settings)
        cls.context.setLogLevel("OFF")

    @classmethod
    def tearDownClass(cls):
        cls.context.stop()
        cls.folder.cleanup()

    def reports(self):
        found = lint.lint(self.context, self.path, PARTITIONS)
        self.assertGreaterEqual(found.getNumPartitions(), PARTITIONS)
        found = found.sortByKey().collect()
        self.assertEqual([number for number, _ in found], list(range(ORDERS)))
        return [plain(report) for _, report in found]

    def test_same_findings_as_one_process(self):
        self.assertEqual(len(self.expected), ORDERS)
        self.assertTrue(any(not report["valid"] for report in self.expected))
        self.assertTrue(any(report["valid"] for report in self.expected))
        self.assertEqual(self.reports(), self.expected)

    def test_a_partition_that_fails_is_tried_again(self):
        # A program that fails for whoever creates the mark, and does its work after that.
        mark = os.path.join(self.folder.name, "failed")
        script = os.path.join(self.folder.name, "flaky")
        program = os.environ["KVSPEC"]
        with open(script, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nif mkdir "{mark}" 2>/dev/null; then exit 2; fi\nexec "{program}" "$@"\n')
        os.chmod(script, 0o755)
        path, folder_path = self.path, sys.path[0]

        def check(numbered):
            if folder_path not in sys.path:
                sys.path.insert(0, folder_path)
            os.environ["KVSPEC"] = script
            try:
                return lint.check_partition(numbered)
            finally:
                os.environ["KVSPEC"] = program

        found = self.context.textFile(path, PARTITIONS).zipWithIndex().mapPartitions(check)
        reports = [plain(report) for _, report in sorted(found.collect())]
        self.assertTrue(os.path.isdir(mark), "nothing failed")
        self.assertEqual(reports, self.expected)


if __name__ == "__main__":
    unittest.main()
