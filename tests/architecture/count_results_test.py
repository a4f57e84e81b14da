#!/usr/bin/env python3
"""Shows bin/count-results small sets of results and sees that it counts single tests and misses no failure."""
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "bin" / "count-results"


def programs(**ends):
    lines = "".join(f'<testcase name="{name}" status="{end}"/>' for name, end in ends.items())
    return f"<testsuite>{lines}</testsuite>"


CASES = """<testsuites><testsuite>
    <testcase classname="Consent" name="is_given" result="completed"/>
    <testcase classname="Consent" name="is_withdrawn" result="completed">{}</testcase>
</testsuite></testsuites>"""


def last_line_and_status(**files):
    with tempfile.TemporaryDirectory() as directory:
        for name, text in files.items():
            Path(directory, name.replace("__", ".")).write_text(text)
        ran = subprocess.run([SCRIPT, directory], capture_output=True, text=True, check=False)
        return ran.stdout.splitlines()[-1], ran.returncode


class CountResults(unittest.TestCase):
    def test_single_tests_are_counted(self):
        found = last_line_and_status(ctest__xml=programs(consent="run", includes="run"), consent__xml=CASES.format(""))
        self.assertEqual(found, ("3 passed, 0 failed", 0))

    def test_a_skipped_test_is_a_failure(self):
        for how in ("skipped", "suppressed"):
            skipped = CASES.format("").replace('is_given" result="completed"', f'is_given" result="{how}"')
            found = last_line_and_status(ctest__xml=programs(consent="run"), consent__xml=skipped)
            self.assertEqual(found, ("1 passed, 1 failed", 1), how)

    def test_a_failed_test_counts_once(self):
        found = last_line_and_status(ctest__xml=programs(consent="fail"), consent__xml=CASES.format("<failure/>"))
        self.assertEqual(found, ("1 passed, 1 failed", 1))

    def test_a_program_that_crashed_is_a_failure(self):
        self.assertEqual(last_line_and_status(ctest__xml=programs(consent="fail")), ("0 passed, 1 failed", 1))

    def test_a_program_that_leaked_after_its_last_test_is_a_failure(self):
        found = last_line_and_status(ctest__xml=programs(consent="fail"), consent__xml=CASES.format(""))
        self.assertEqual(found, ("2 passed, 1 failed", 1))

    def test_the_browser_tests_are_added(self):
        found = last_line_and_status(ctest__xml=programs(a="run"), browser__json='{"passed": 4, "failed": 1}')
        self.assertEqual(found, ("5 passed, 1 failed", 1))

    def test_browser_tests_that_ended_badly_are_a_failure(self):
        self.assertEqual(last_line_and_status(ctest__xml=programs(a="run"), browser__failed=""), ("1 passed, 1 failed", 1))

    def test_no_test_at_all_is_a_failure(self):
        self.assertEqual(last_line_and_status(), ("0 passed, 1 failed", 1))


if __name__ == "__main__":
    unittest.main()
