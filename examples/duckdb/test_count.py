"""The line in README.md counts what is in the report."""

import collections
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
KVSPEC = pathlib.Path(os.environ.get("KVSPEC", "target/release/kvspec")).resolve()
LINE = re.search(r"```sh\n(.*)\n```", (HERE / "README.md").read_text(encoding="utf-8"))[1]


def orders():
    """Orders with different findings, of two operations, so that no line looks like the next."""
    for number in range(3000):
        yield {
            "RegionId": "cn-hangzhou",
            "Capacity": [1024, 0, "64"][number % 3],
            "InstanceName": ["cache-01", "a b", "_x", "订单缓存"][number % 4],
            "Token": f"token-{number}",
        }
    yield {"billingMethod": "Subscription", "region": "cn-beijing"}


class Count(unittest.TestCase):
    def test_the_line_counts_findings(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "orders.ndjson")
            lines = (json.dumps(order, ensure_ascii=False) + "\n" for order in orders())
            path.write_text("".join(lines), encoding="utf-8")
            command = [KVSPEC, "lint", "--input-format", "ndjson", "--format", "ndjson", path.name]
            report = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=False)
            self.assertEqual(report.returncode, 1)
            expected = collections.Counter(
                found["code"]
                for line in report.stdout.decode().splitlines()
                for found in json.loads(line)["diagnostics"]
            )
            self.assertGreater(len(expected), 5)
            search = os.pathsep.join([str(KVSPEC.parent), os.environ["PATH"]])
            counted = subprocess.run(
                LINE.replace("duckdb -c", "duckdb -csv -c"),
                shell=True,
                cwd=folder,
                env={**os.environ, "PATH": search},
                stdout=subprocess.PIPE,
                check=True,
            )
            rows = csv.DictReader(io.StringIO(counted.stdout.decode()))
            self.assertEqual({row["code"]: int(row["count"]) for row in rows}, dict(expected))


if __name__ == "__main__":
    unittest.main()
