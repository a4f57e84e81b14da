#!/usr/bin/env python3
"""Fills the disk under the server: saves are refused with a clear page, reads go on, nothing is corrupted."""
import os
import subprocess
import sys
import tempfile
import unittest

from withy import Server, is_whole, rooms_kept, set_up_school

IN_OWN_MOUNTS = "WITHY_OWN_MOUNTS"


class FullDisk(unittest.TestCase):
    def test_a_full_disk_refuses_saves_and_harms_nothing(self):
        with tempfile.TemporaryDirectory() as data:
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", data], check=True)
            try:
                self.fill_and_save(data)
            finally:
                subprocess.run(["umount", "--lazy", data], check=True)

    def fill_and_save(self, data):
        server = Server(data)
        browser = set_up_school(server)
        browser.open_form("/school/rooms")
        self.assertEqual(browser.post("/school/rooms", {"name": "before"})[0], 303)

        filler = os.path.join(data, "filler")
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4096)
            except OSError:
                pass

        refused = 0
        for number in range(200):
            status, text = browser.post("/school/rooms", {"name": f"during {number} " + "x" * 60})
            if status == 503:
                refused += 1
                self.assertIn("no room left", text)
            else:
                self.assertEqual(status, 303, text[:500])
        self.assertGreater(refused, 0)
        self.assertEqual(browser.send("GET", "/school/rooms")[0], 200, "reads go on")

        os.remove(filler)
        self.assertEqual(browser.post("/school/rooms", {"name": "after"})[0], 303)
        server.stop()
        self.assertTrue(is_whole(data))
        self.assertLessEqual({"before", "after"}, rooms_kept(data))


if __name__ == "__main__":
    if IN_OWN_MOUNTS not in os.environ:
        as_mounter = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
        os.execvpe(as_mounter[0], [*as_mounter, sys.executable, *sys.argv], {**os.environ, IN_OWN_MOUNTS: "yes"})
    unittest.main(warnings="ignore")
