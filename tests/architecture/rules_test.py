#!/usr/bin/env python3
"""docs/rules.md and docs/policy-sentences.md name only files and tests that exist, and every rule or sentence once; no file
of the product is long."""
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| ([A-Z]\d[^|]*) \| [^|]+ \| ([^|]+) \|\s*([^|]*)\|$", re.MULTILINE)
SENTENCE = re.compile(r"^\| (\d+) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"^(?:TEST|TEST_F|TEST_P|TYPED_TEST|RC_GTEST_PROP)\(\s*(\w+),\s*(\w+)", re.MULTILINE)
RULES = {"P": 3, "N": 7, "I": 9, "R": 7, "C": 7, "A": 6, "G": 11, "M": 5, "S": 4, "Y": 4, "T": 4, "D": 8, "X": 4, "V": 6,
         "H": 4}
SENTENCES = 52


def rows():
    return ROW.findall((ROOT / "docs/rules.md").read_text())


def tests_that_exist():
    found = set()
    for folder in ("src", "tests"):
        for file in (ROOT / folder).rglob("*.cpp"):
            found.update(".".join(pair) for pair in TEST.findall(file.read_text()))
    return found


def names(cell):
    """What a cell names: one file or test, or several."""
    return re.findall(r"`([^`]+)`", cell)


def numbers(cell):
    """"C2" or "I1 to I4" as the rules that they stand for: a rule beside another is not found by its number."""
    if " to " in cell:
        first, last = (part.strip() for part in cell.split(" to "))
        return [f"{first[0]}{number}" for number in range(int(first[1:]), int(last[1:]) + 1)]
    return [cell.strip()]


class Files(unittest.TestCase):
    def test_none_of_the_product_is_over_420_lines(self):
        product = [file for file in (ROOT / "src").rglob("*.[ch]pp") if not re.search("_(test|properties)\\.", file.name)]
        long = [str(file) for file in product if len(file.read_text().splitlines()) > 420]
        self.assertTrue(product)
        self.assertEqual(long, [])


class Rules(unittest.TestCase):
    def test_every_rule_stands_there_once(self):
        named = [number for cell, _, _ in rows() for number in numbers(cell)]
        expected = [f"{letter}{number}" for letter, most in RULES.items() for number in range(1, most + 1)]
        self.assertEqual(sorted(named), sorted(expected))

    def test_every_file_exists(self):
        for cell, place, _ in rows():
            if place.strip() != "not yet":
                self.assertTrue(names(place), cell)
                for name in names(place):
                    self.assertTrue((ROOT / "src" / name).is_file(), f"{cell}: {name}")

    def test_every_test_exists_and_every_rule_that_stands_has_one(self):
        known = tests_that_exist()
        for cell, place, test in rows():
            if place.strip() == "not yet":
                self.assertEqual(test.strip(), "", cell)
                continue
            self.assertTrue(names(test), cell)
            for name in names(test):
                self.assertTrue(name in known or (ROOT / name).is_file(), f"{cell}: {name}")


class PolicySentences(unittest.TestCase):
    def setUp(self):
        self.sentences = SENTENCE.findall((ROOT / "docs/policy-sentences.md").read_text())

    def test_every_sentence_stands_there_once(self):
        self.assertEqual([int(number) for number, _ in self.sentences], list(range(1, SENTENCES + 1)))

    def test_every_test_exists(self):
        known = tests_that_exist()
        for number, test in self.sentences:
            self.assertTrue(test == "not yet" or test.strip("`") in known, f"{number}: {test}")


if __name__ == "__main__":
    unittest.main()
