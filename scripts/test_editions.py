"""What descriptions say, in the sentences that the packages have: `python3 -m unittest scripts/test_editions.py`."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from editions import Table, compare, facts_of  # noqa: E402


class Descriptions(unittest.TestCase):
    def says(self, prose, **wanted):
        found = {aspect: value for aspect, value in facts_of(prose).items() if value is not None}
        self.assertEqual(found, wanted, prose)

    def test_values(self):
        self.says("Valid values:\n* **PrePaid**: subscription.\n* **PostPaid** (default): pay.",
                  values=["PostPaid", "PrePaid"], default="PostPaid")
        self.says("Unit: months. Valid values: **1**, **2**, **3**, **6**, and **12**.\n", values=["1", "2", "3", "6", "12"])
        self.says("Valid values: `[1~9]`, `12`, `24`, `36`.", values=["1", "2", "3", "4", "5", "6", "7", "8", "9", "12", "24", "36"])
        self.says('Valid values: ["2.8", "4.0"]. Default value: `5.0`.', values=["2.8", "4.0"], default="5.0")
        self.says("Valid values: 1. Disable (off) 2. Enable (on)", values=["Disable", "Enable"])
        self.says("取值为：month、year，默认为month", values=["month", "year"], default="month")
        self.says("Set the value to **5.0** or **6.0**.\nSet the value to **1.0**.", values=["1.0", "5.0", "6.0"])
        self.says("The ID of the zone. For example, cn-hangzhou-h.")

    def test_bounds(self):
        self.says("The service port. Valid values: **1** to **65535**. Default value: **6379**.", values=["1-65535"], default="6379")
        self.says("Valid values:\n\n- **1** (default): one.\n- From **2** to **32**: many.\n", values=["1", "32"], default="1")
        self.says("The name must be 2 to 80 characters in length.", length="2-80")
        self.says("且不少于8字符不超过16字符", length="8-16")

    def test_required_and_default(self):
        self.says("The region ID.\n\nThis parameter is required.\n", required=True)
        self.says("This parameter is required when **AutoRenew** is set to **true**.")
        self.says("the default value is 06:00 (UTC+8), which is 22:00Z in UTC.", default="22:00Z")
        self.says("Default is False", default="false")


class Comparison(unittest.TestCase):
    def table(self, **parameters):
        table = Table.__new__(Table)
        table.parameters = {
            "/" + name: {"common": False, "required": "optional", "type": "String", **said}
            for name, said in parameters.items()
        }
        table.old, table.known, table.met = {"/old"}, [], []
        return table

    def test_what_is_missing_or_too_much(self):
        table = self.table(a={}, b={})
        found = list(compare(table, {"/a": {}, "/c": {}, "/old": {}, "/d": {"deprecated": True}}))
        self.assertEqual([row[:2] for row in found], [("/c", "missing"), ("/b", "superfluous")])

    def test_what_is_bound_otherwise(self):
        table = self.table(a={"constraint": {"kind": "range", "min": 1, "max": 9}}, b={"required": "always"})
        theirs = {"/a": facts_of("Valid values: 1 to 8."), "/b": {"required": False}}
        found = [row[:3] for row in compare(table, theirs)]
        self.assertEqual(found, [("/a", "maximum", "8"), ("/b", "required", "no")])
        self.assertEqual(list(compare(table, {"/a": facts_of("Valid values: 1 to 9."), "/b": {"required": True}})), [])

    def test_what_is_known(self):
        table = self.table(a={})
        table.known = [{"path": "/a", "aspect": "default", "theirs": "1"}]
        self.assertTrue(table.knows("/a", "default", "1"))
        self.assertIsNone(table.knows("/a", "default", "2"))


if __name__ == "__main__":
    unittest.main()
