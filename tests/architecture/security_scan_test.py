#!/usr/bin/env python3
"""What tests/security/explained.json explains of the scan's findings, and what it leaves unexplained."""
import json
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/security"))
import scan  # noqa: E402


def why(title, path, words=""):
    ((*_, reason),) = scan.explained([("wapiti", "senco", (title, path, "", words))])
    return reason


class Explained(unittest.TestCase):
    def test_a_missing_guard_only_where_a_form_asks_for_a_sign_in(self):
        missing = "Cross Site Request Forgery"
        for path in ("/school/rooms", "/concerns/0190b6e0-0000-7000-8000-00000000000a/answer"):
            self.assertIsNotNone(why(missing, path), path)
        for path in ("/sign-in", "/set-up", "/consent/some-token/answer", "/school/rooms/of/nobody", "/", "/nowhere"):
            self.assertIsNone(why(missing, path), path)

    def test_no_reason_is_for_every_path(self):
        for reason in json.loads((ROOT / "tests/security/explained.json").read_text()):
            self.assertIsNone(re.fullmatch(reason["path"], "/some/unheard-of/path"), reason)

    def test_sqlmap_tries_what_is_there(self):
        routes = re.findall(r"^\| (GET|POST) \| `([^`]+)`", (ROOT / "docs/routes.md").read_text(), re.M)
        known = {(method, re.sub(r"\{[^}]*\}", "{}", path)) for method, path in routes}
        for target in scan.TARGETS:
            self.assertIn(("GET", target.asked_for().split("?")[0]), known)
            if target.form:
                self.assertIn(("POST", target.form), known)
                self.assertTrue(target.says, target.form)
        self.assertGreaterEqual(len(scan.TARGETS), 20)

    def test_every_role_is_tried(self):
        words = (ROOT / "src/visits/role.hpp").read_text()
        named = re.search(r"enum class Role \{([^}]*)\}", words).group(1)
        self.assertEqual(sorted(re.findall(r"\w+", named)), sorted(scan.ROLES))


if __name__ == "__main__":
    unittest.main()
