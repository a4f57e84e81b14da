#!/usr/bin/env python3
"""Sees that bin/demo says what is wrong with how it was called before it installs or builds anything."""
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "bin" / "demo"


def said_and_status(*arguments):
    # With no program in reach but the one that finds the script's own folder, nothing can be built.
    with tempfile.TemporaryDirectory() as directory:
        Path(directory, "dirname").symlink_to(shutil.which("dirname"))
        ran = subprocess.run(
            [shutil.which("bash"), SCRIPT, *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": directory},
        )
    return ran.stderr.splitlines()[-1], ran.returncode


class Demo(unittest.TestCase):
    def test_a_port_that_no_computer_has_is_refused_before_anything_is_built(self):
        for port in ("0", "65536", "99999", "080", "http"):
            expected = f"demo: a port is a number from 1 to 65535, such as 8080, not '{port}'"
            self.assertEqual(said_and_status("--port", port), (expected, 1))

    def test_an_option_that_it_does_not_know_is_refused(self):
        self.assertEqual(said_and_status("--ports", "8080")[1], 1)


if __name__ == "__main__":
    unittest.main()
