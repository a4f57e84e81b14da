#!/usr/bin/env python3
"""Shows bin/check-includes small houses, each with one fault, and sees that it names that fault and its line."""
import importlib.machinery
import importlib.util
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
SCRIPT = Path(__file__).resolve().parents[2] / "bin" / "check-includes"
LOADER = importlib.machinery.SourceFileLoader("check_includes", str(SCRIPT))
check_includes = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_includes", LOADER))
LOADER.exec_module(check_includes)

ROOMS = """
add_folder(base USES fmt::fmt)
add_folder(db USES base SQLite::SQLite3)
add_folder(html USES base)
add_folder(http USES base)
add_folder(design USES html)
add_folder(visits USES db http)
add_folder(records USES visits)
add_folder(pupils USES records design)
add_folder(consent USES pupils)  # and what pupils uses
add_folder(impact USES records)
add_folder(app USES consent impact)
"""

BAD = {
    "a_room_that_is_not_named": (
        "src/impact/impact.hpp", '#include "pupils/pupil.hpp"', "impact does not name pupils in rooms.cmake"),
    "a_room_that_stands_higher": (
        "src/base/text.cpp", '#include "db/sql.hpp"', "base does not name db in rooms.cmake"),
    "a_noun_with_the_database": ("src/consent/consent.hpp", '#include "db/value.hpp"', "noun may not include db"),
    "a_noun_with_rules": ("src/consent/consent.hpp", '#include "consent/rules.hpp"', "noun may not include rules"),
    "a_rule_with_a_store": ("src/consent/rules.cpp", '#include "pupils/store.hpp"', "rules may not include store"),
    "a_rule_with_the_visit": ("src/consent/rules.hpp", '#include "visits/visit.hpp"', "rules may not include visits"),
    "a_store_with_rules": ("src/consent/store.cpp", '#include "consent/rules.hpp"', "store may not include rules"),
    "an_action_with_pages": ("src/consent/actions.cpp", '#include "consent/pages.hpp"', "actions may not include pages"),
    "an_action_with_http": ("src/consent/actions.cpp", '#include "http/message.hpp"', "actions may not include http"),
    "a_form_with_a_store": ("src/consent/forms.cpp", '#include "consent/store.hpp"', "forms may not include store"),
    "a_page_with_a_store": ("src/consent/pages.cpp", '#include "pupils/store.hpp"', "pages may not include store"),
    "a_page_with_the_database": ("src/consent/letter_pages.cpp", '#include "db/sql.hpp"', "pages may not include db"),
    "routes_with_pages_of_others": (
        "src/consent/routes.cpp", '#include "pupils/pages.hpp"', "routes may not include pages"),
    "sqlite_outside_db": ("src/app/main.cpp", "#include <sqlite3.h>", "engine headers stand only in src/db"),
    "libpq_in_a_test": ("src/http/parse_test.cpp", "#include <libpq-fe.h>", "engine headers stand only in src/db"),
    "beast_in_the_router": ("src/http/router.cpp", "#include <boost/beast/http.hpp>", "Asio and Beast stand only"),
    "asio_in_a_header": ("src/http/server.hpp", "#include <boost/asio.hpp>", "Asio and Beast stand only"),
    "sodium_outside_base": ("src/app/session.cpp", "#include <sodium.h>", "libsodium stands only"),
    "a_rule_that_reads_the_clock": ("src/consent/rules.cpp", "auto now = clock_reading();", "a rule reads no clock"),
    "a_rule_with_a_chrono_clock": (
        "src/consent/answer_rules.cpp", "auto t = std::chrono::system_clock::now();", "a rule reads no clock"),
    "a_rule_that_makes_ids": ("src/consent/rules.cpp", "auto id = ConsentId::make(at);", "draws nothing at random"),
    "a_rule_that_makes_a_token": ("src/consent/rules.cpp", "auto key = secret::new_token();", "draws nothing at random"),
    "a_page_with_the_visit": ("src/consent/pages.hpp", '#include "visits/visit.hpp"', "pages may not include visits"),
    "a_rule_with_randomness": ("src/consent/rules.cpp", "#include <random>", "a rule uses no clock, log"),
    "a_rule_that_logs": ("src/consent/rules.cpp", 'spdlog::info("x");', "a rule writes no log"),
    "a_rule_with_a_connection": ("src/consent/rules.hpp", "bool may(db::Connection& db);", "a rule knows no database"),
    "sql_in_an_action": ("src/consent/actions.cpp", 'constexpr db::Sql sql = "SELECT 1";', "SQL stands only in stores"),
    "markup_vouched_for_by_a_page": (
        "src/consent/pages.cpp", "return h::Node::trusted(text);", "only src/html and src/design vouch for markup"),
    "a_room_that_decides_for_itself": (
        "src/consent/actions.cpp", "visit.reads.allow(need_to_know::Deciding::made(), id);",
        "need_to_know alone decides who may be told of a child"),
    "a_helper": ("src/consent/date_helper.hpp", "", "no such kind of file"),
    "utilities": ("src/consent/utils.cpp", "", "no such kind of file"),
    "a_source_without_its_noun": ("src/consent/sending.cpp", "", "a noun has its header beside it"),
    "an_old_suffix": ("src/consent/consent.h", "", ".hpp and .cpp files named in lower case"),
    "a_folder_in_a_room": ("src/consent/letters/letter.hpp", "", "no folders"),
    "a_room_that_is_not_listed": ("src/cellar/wine.hpp", "", "the room does not stand in rooms.cmake"),
}

GOOD = {
    "src/base/secret.cpp": "#include <sodium.h>",
    "src/db/sqlite.cpp": "#include <sqlite3.h>",
    "src/http/server.cpp": "#include <boost/beast.hpp>",
    "src/http/server_test.cpp": "#include <boost/asio.hpp>",
    "src/design/chart.cpp": "return h::Node::trusted(svg);",
    "src/pupils/pupil.hpp": '#include "base/id.hpp"',
    "src/consent/consent.hpp": '#include "pupils/pupil.hpp"\n#include "visits/who.hpp"\n#include <chrono>',
    "src/consent/rules.hpp": '#include "consent/consent.hpp"',
    "src/consent/rules.cpp": '#include "consent/rules.hpp"\n// now() and db::Connection stand in words only\n"spdlog";',
    "src/consent/rules_test.cpp": '#include "db/database.hpp"\n#include <random>\nauto id = ConsentId::make(now());',
    "src/consent/store.cpp": '#include "db/sql.hpp"\n#include "pupils/store.hpp"\ndb::Sql sql = "SELECT 1";',
    "src/consent/actions.cpp": '#include "visits/visit.hpp"\n#include "records/record.hpp"\n#include "consent/store.hpp"',
    "src/consent/letter_pages.cpp": '#include "design/page.hpp"\n#include "html/html.hpp"',
    "src/consent/letter_pages.hpp": '#include "visits/resubmission.hpp"',
    "src/consent/routes.cpp": '#include "consent/forms.hpp"\n#include "consent/pages.hpp"\n#include "http/message.hpp"',
    "src/app/main.cpp": '#include "consent/routes.hpp"',
}


def faults_in(files, rooms=ROOMS):
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for path, text in {"rooms.cmake": rooms, **files}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text + "\n")
        return check_includes.check(root)


class CheckIncludes(unittest.TestCase):
    def test_a_house_in_order_has_no_fault(self):
        self.assertEqual(faults_in(GOOD), [])

    def test_every_fault_is_named_with_its_line(self):
        for name, (path, text, why) in BAD.items():
            with self.subTest(name):
                house = {"src/pupils/pupil.hpp": "", "src/db/sql.hpp": "", path: ("\n\n" if text else "") + text}
                faults = faults_in(house)
                self.assertEqual(len(faults), 1, faults)
                self.assertIn(why, faults[0])
                self.assertTrue(faults[0].startswith(f"{path}:{3 if text else 1}:") or not text, faults[0])

    def test_a_room_cannot_use_one_that_stands_below_it_in_the_list(self):
        faults = faults_in({"src/db/sql.hpp": "", "src/base/id.hpp": ""}, "add_folder(base USES db)\nadd_folder(db)\n")
        self.assertEqual(faults, ["rooms.cmake:1: base uses db, which does not stand above it"])


if __name__ == "__main__":
    unittest.main()
