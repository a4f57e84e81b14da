#!/usr/bin/env python3
"""What was said of a child whose record was erased stands in no byte of the folder in which the product ran, and in nothing it
printed. tests/journeys/erased_bytes_test.cpp looks at a whole school's words in the database's own files."""
import html
import os
import re
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

from withy import BINARY, Server, send_form, signed_in_as, who_is

MARK = "Quagmirewort"
WHOSE_TIME_HAS_COME = re.compile(r'href="(/retention/first-signature\?pupil=([^&"]+)[^"]*)"')


def files_that_say(folder, words):
    """Those below the folder in which these words stand; one that went meanwhile says nothing."""
    found = []
    for path in Path(folder).rglob("*"):
        try:
            if path.is_file() and words.encode() in path.read_bytes():
                found.append(path.name)
        except FileNotFoundError:
            pass
    return found


def the_one(data, sql, *values):
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        return db.execute(sql, values).fetchone()[0]


def openings_kept(data, child):
    return the_one(data, "SELECT count(*) FROM opening WHERE pupil_id = ?", child)


class ErasedBytes(unittest.TestCase):
    def test_are_in_no_file_of_the_folder_in_which_the_product_ran_and_in_nothing_that_it_printed(self):
        with tempfile.TemporaryDirectory() as folder:
            data, aside = f"{folder}/data", f"{folder}/aside"
            os.mkdir(aside)
            environment = {"TMPDIR": aside, "SQLITE_TMPDIR": aside}
            # The demonstration's own school has a child whose record's time has come.
            subprocess.run([BINARY, "demo", "--data", data, "--seed-only"], check=True, stdout=subprocess.DEVNULL,
                           env={**os.environ, **environment})
            server = Server(data, environment)
            made_aside = os.stat(aside).st_mtime_ns
            senco = signed_in_as(server, who_is(data, "senco"))
            headteacher = signed_in_as(server, who_is(data, "headteacher"))
            found = WHOSE_TIME_HAS_COME.search(senco.open_form("/retention"))
            self.assertTrue(found, "no record is due to be erased: the test proves nothing")
            to_sign, child = html.unescape(found[1]), found[2]

            opening = f"/pupils/{child}/opening"
            send_form(headteacher, opening, opening, {"reason": f"A decision is mine: {MARK}"})
            self.assertEqual(openings_kept(data, child), 1)
            send_form(senco, to_sign, "/retention/erasures", {})
            erasure = senco.location.split("?")[0]
            send_form(headteacher, erasure, f"{erasure}/second-signature", {})
            self.assertIn("Certificate of erasure", headteacher.open_form(erasure))
            self.assertEqual(openings_kept(data, child), 0)

            somebody = the_one(data, "SELECT legal_surname FROM pupil WHERE id <> ? LIMIT 1", child)
            self.assertTrue(files_that_say(folder, somebody), "what stays is found this way")
            self.assertEqual(files_that_say(folder, MARK), [], "as it lies while the product runs")
            printed = server.stop()
            self.assertEqual(files_that_say(folder, MARK), [])
            self.assertNotIn(MARK, printed)
            # A file that is gone as soon as it is made, as SQLite's are, leaves its mark on the folder.
            self.assertEqual(os.stat(aside).st_mtime_ns, made_aside, "something was put aside")


if __name__ == "__main__":
    unittest.main(warnings="ignore")
