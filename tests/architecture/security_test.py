#!/usr/bin/env python3
"""docs/security.md holds every requirement of ASVS 5.0.0 at levels 1 and 2 once, and names only tests and files that exist."""
import re
import unittest
from pathlib import Path

from rules_test import tests_that_exist

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (V\d+\.\d+\.\d+)(?: to (V\d+\.\d+\.\d+))? \| ([12]) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
# How many requirements of level 1, and of level 2, each chapter has; those of level 3 alone are no part of the page.
CHAPTERS = {1: (8, 19), 2: (4, 7), 3: (8, 11), 4: (2, 8), 5: (4, 5), 6: (13, 22), 7: (6, 12), 8: (4, 3), 9: (4, 3), 10: (5, 24),
            11: (3, 11), 12: (3, 6), 13: (1, 12), 14: (2, 7), 15: (3, 10), 16: (0, 16), 17: (0, 7)}


def rows():
    return ROW.findall((ROOT / "docs/security.md").read_text())


def numbers(first, last):
    start, end = (tuple(int(part) for part in number[1:].split(".")) for number in (first, last or first))
    return [(start[0], start[1], number) for number in range(start[2], end[2] + 1)]


class Security(unittest.TestCase):
    def test_every_requirement_stands_there_once(self):
        found = {}
        for first, last, level, _ in rows():
            for number in numbers(first, last):
                self.assertNotIn(number, found)
                found[number] = int(level)
        for chapter, expected in CHAPTERS.items():
            levels = [level for number, level in found.items() if number[0] == chapter]
            self.assertEqual((levels.count(1), levels.count(2)), expected, f"V{chapter}")

    def test_each_says_how_it_stands(self):
        for first, _, _, words in rows():
            self.assertRegex(words, r"^(Met|In part|Not met|Not here|Operator)", first)

    def test_who_is_called_is_named_wherever_the_page_lists_it(self):
        named = {first: words for first, _, _, words in rows()}
        for number in ("V1.3.6", "V13.1.1", "V13.2.4"):
            for called in ("mail server", "CPOMS receivers", "Microsoft", "Google"):
                self.assertIn(called, named[number], number)

    def test_nothing_is_met_by_a_scan_that_no_check_runs(self):
        for first, _, _, words in rows():
            self.assertNotIn("scan.py", words, first)

    def test_no_key_stands_twice(self):
        keys = (ROOT / "docs/security.md").read_text().split("## Keys")[1].split("\n## ")[0]
        names = re.findall(r"^\| ([^|]+) \|", keys, re.MULTILINE)
        self.assertGreater(len(names), 10)
        self.assertEqual(sorted(set(names)), sorted(names))

    def test_every_test_and_file_exists(self):
        tests = tests_that_exist()
        for name in re.findall(r"`([^`]+)`", (ROOT / "docs/security.md").read_text()):
            if re.fullmatch(r"[A-Z]\w*\.[a-z]\w+", name) and name != "Suite.name":
                self.assertTrue(name in tests, name)
            elif "/" in name and name[0] not in "/." and " " not in name:
                self.assertTrue((ROOT / name).exists() or (ROOT / "src" / name).exists(), name)


if __name__ == "__main__":
    unittest.main()
