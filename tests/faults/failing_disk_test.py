#!/usr/bin/env python3
"""The disk fails to write what was committed: nothing is answered as saved from then on, until a restart; reads go on."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from withy import Browser, Server, is_whole, rooms_kept, set_up_school

HERE = Path(__file__).parent


class FailingDisk(unittest.TestCase):
    def test_what_the_disk_did_not_take_is_not_answered_as_saved(self):
        self.fail_and_save(whose="withy")

    def test_the_same_where_sqlite_meets_the_failure_itself(self):
        self.fail_and_save(whose="everybody")

    def fail_and_save(self, whose):
        with tempfile.TemporaryDirectory() as folder:
            failing, broken, data = (os.path.join(folder, name) for name in ("failing.so", "broken", "data"))
            subprocess.run(["cc", "-shared", "-fPIC", "-o", failing, HERE / "failing_disk.c", "-ldl"], check=True)
            server = Server(data, {"LD_PRELOAD": failing, "WITHY_DISK_FAILS": broken, "WITHY_WHOSE_SYNC": whose})
            browser = set_up_school(server)
            browser.open_form("/school/rooms")
            self.assertEqual(browser.post("/school/rooms", {"name": "before"})[0], 303)

            Path(broken).touch()
            status, text = browser.post("/school/rooms", {"name": "during"})
            self.assertEqual(status, 503, text[:500])
            self.assertIn("what you sent may be lost", text)

            os.remove(broken)
            status, text = browser.post("/school/rooms", {"name": "later"})
            self.assertEqual(status, 503, text[:500])
            self.assertIn("Nothing can be saved at the moment", text)
            self.assertEqual(Browser(server.port).send("GET", "/healthz")[0], 503)
            self.assertEqual(browser.send("GET", "/school/rooms")[0], 200, "reads go on")
            cookie = browser.cookie
            server.stop()

            server = Server(data)
            browser = Browser(server.port, cookie)
            browser.open_form("/school/rooms")
            self.assertEqual(browser.post("/school/rooms", {"name": "after"})[0], 303)
            self.assertEqual(Browser(server.port).send("GET", "/healthz")[0], 200)
            server.stop()
            self.assertTrue(is_whole(data))
            kept = rooms_kept(data)
            self.assertLessEqual({"before", "after"}, kept)
            self.assertNotIn("later", kept)


if __name__ == "__main__":
    unittest.main(warnings="ignore")
