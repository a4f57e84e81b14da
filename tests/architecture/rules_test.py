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


# How a page names a child without need_to_know::Named, of which forename() and in_full() are said.
BARE_NAME = re.compile(r"\.name\(\)|\b(?:pupil|child)_name\b|(?:\.|->)(?:legal_|preferred_)?(?:fore|sur)name\b(?!\()")
ONE_CHILD = "one child's page: need_to_know::see… opened it, and noted the read"
REGISTER = "the school's register and what comes into it: who is here, and nothing of a case"
NAMED_OTHERWISE = {
    **dict.fromkeys(
        ["contacts/pages.cpp", "contacts/work_pages.cpp", "data_requests/pages.cpp", "history/pages.cpp",
         "impact/check_in_pages.cpp", "impact/next_step_pages.cpp", "impact/review_pages.cpp",
         "letters/consent_pages.cpp", "letters/letter_pages.cpp", "liaison/message_pages.cpp", "liaison/pages.cpp",
         "moving/pages.cpp", "need_to_know/pages.cpp", "openings/pages.cpp", "programmes/place_pages.cpp",
         "programmes/placing_pages.cpp", "readings/pages.cpp", "referrals/closing_pages.cpp",
         "referrals/concern_pages.cpp", "sessions/evaluation_pages.cpp", "sharing/next_school_pages.cpp",
         "sharing/pages.cpp", "story/pages.cpp", "story/progress_pages.cpp", "story/undoing_pages.cpp"], ONE_CHILD),
    **dict.fromkeys(
        ["contacts/address_change_pages.cpp", "exchange/doubt_pages.cpp", "exchange/review_pages.cpp",
         "merging/pages.cpp", "pupils/pages.cpp", "referrals/concern_form_pages.cpp"], REGISTER),
}
# How what a page is made from would hold a child's name as text, for whoever makes the page to fill in.
NAME_AS_TEXT = re.compile(
    r"\bstd::string(?:_view)?(?: const&)? (?:forename|surname|(?:pupil|child)(?:_name)?|next_child)\b")
TEXT_OTHERWISE = {"letters/parent_pages.hpp": "a parent's own link opened it, and it tells of their child alone"}


class NamesOfChildren(unittest.TestCase):
    """No page names a child without a decision: the type need_to_know::Named is made by one alone."""

    def setUp(self):
        without_comments = {file.relative_to(ROOT / "src").as_posix(): re.sub(r"//[^\n]*", "", file.read_text())
                            for file in (ROOT / "src").glob("*/*pages.cpp")}
        self.pages = set(without_comments)
        self.otherwise = {file for file, text in without_comments.items() if BARE_NAME.search(text)}

    def test_are_of_the_type_that_a_decision_makes_but_where_a_reason_stands(self):
        self.assertEqual(sorted(self.otherwise - set(NAMED_OTHERWISE)), [])

    def test_no_reason_stands_for_a_page_that_needs_none(self):
        self.assertEqual(sorted(set(NAMED_OTHERWISE) - self.otherwise), [])

    def test_come_to_pages_in_that_type_and_not_as_text(self):
        headers = {file.relative_to(ROOT / "src").as_posix(): re.sub(r"//[^\n]*", "", file.read_text())
                   for file in (ROOT / "src").glob("*/*pages.hpp")}
        as_text = {file for file, text in headers.items() if NAME_AS_TEXT.search(text)}
        self.assertEqual(as_text, set(TEXT_OTHERWISE))

    def test_are_so_in_the_lists_of_today_referrals_waiting_and_overrides(self):
        lists = {"today/pages.cpp", "today/work_pages.cpp", "referrals/list_pages.cpp", "referrals/waiting_pages.cpp"}
        self.assertLessEqual(lists, self.pages)
        self.assertEqual(sorted(lists & self.otherwise), [])
        self.assertNotRegex((ROOT / "src/today/pages.cpp").read_text(), r"\bone\.name\b")  # what a row brought
        overrides = (ROOT / "src/openings/pages.hpp").read_text()
        self.assertIn("overrides(std::vector<OverrideTold> const& shown", overrides)

    def test_a_name_is_made_by_need_to_know_alone(self):
        private = (ROOT / "src/need_to_know/named.hpp").read_text().split("private:")[1].split("};")[0]
        self.assertIn("Named(PupilId const& id, std::string forename, std::string in_full", private)
        friends = re.findall(r"friend (?:class (\w+)|[^;(]* (\w+)\()", private)
        self.assertEqual(friends, [("Duty", ""), ("", "access_of")])


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
