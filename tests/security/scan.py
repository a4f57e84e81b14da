#!/usr/bin/env python3
"""Sends wapiti and sqlmap against a demonstration of its own on this machine, and fails on what they find and nobody
explained.

    tests/security/scan.py [--wapiti SECONDS] [--sqlmap SECONDS] [--people N]

For so many seconds wapiti looks for pages, and each of its attacks lasts as long at most; sqlmap's time is for all its
targets, each of which has to answer first as it is to. What was found and is no fault stands in explained.json with its
reason and its paths, where "a guarded form" is what docs/routes.md lists as a POST that asks for a sign-in. WITHY_BINARY
names the program."""
import argparse
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import typing
import urllib.parse
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "faults")]
from open_to_injection import open_to_injection  # noqa: E402
from withy import BINARY, Browser, Server, fields_of, make_demonstration, signed_in_as  # noqa: E402

ROLES = ["senco", "administrator", "nurture_assistant", "class_teacher", "safeguarding_lead", "headteacher", "support_staff",
         "governor"]
# Two of wapiti's attacks make the server call a host of its authors; nothing here leaves this machine.
ATTACKS = ("backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,"
           "shellshock,sql,xss")
# What ends the sign-in or the demonstration's own choice of person, and would end the walk with it.
LEFT_OUT = ["/sign-out", "/lock", "/demonstration"]
# Debian 12's wapiti writes its excluded addresses as a pattern that its Python does not take any more.
WAPITI = """
import re
from wapitiCore.main.wapiti import wapiti_main
from wapitiCore.net import crawler
crawler.wildcard_translate = lambda address: re.compile(re.escape(address), re.S)
wapiti_main()
"""


def person_with(data, role):
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        (person,) = db.execute("SELECT staff_id FROM role_held WHERE role = ? AND ends_on IS NULL ORDER BY staff_id",
                               (role,)).fetchone()
        return person


def walk(server, browser, seconds, folder):
    """What wapiti finds as this person: (title, path, parameter, words)."""
    address = f"http://127.0.0.1:{server.port}/"
    report = folder / "wapiti.json"
    command = ["/usr/bin/python3", "-c", WAPITI, "-u", address, "--scope", "domain", "-m", ATTACKS, "-H", f"Cookie: {browser.cookie}",
               "-f", "json", "-o", str(report), "--max-scan-time", str(seconds), "--max-attack-time", str(seconds),
               "--max-links-per-page", "60", "--max-files-per-dir", "40", "-d", "8", "-t", "10", "-v", "1",
               "--store-session", str(folder / "session"), "--store-config", str(folder / "config"), "--no-bugreport"]
    for path in LEFT_OUT:
        command += ["-x", address.rstrip("/") + path]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds * 40, check=False)
    if not report.exists():
        raise RuntimeError(f"wapiti left no report: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    read = json.loads(report.read_text())
    found = []
    for kind in ("vulnerabilities", "anomalies"):
        for title, entries in read[kind].items():
            found += [(title, entry["path"], entry.get("parameter") or "", entry["info"].strip()) for entry in entries]
    pages = len(re.findall(r"^\[\+\] (?:GET|POST) ", done.stdout, re.M)) or read["infos"].get("crawled_pages", "?")
    return found, pages


class Target(typing.NamedTuple):
    """What sqlmap tries: a page as this role opens it, or a form of it, filled as the page gives it and with these words.

    For {} stands the first of these ids for which the page opens and has the form; a star marks a part of the path that is
    tried. Of a form the words are tried (None leaves a field out), of a query everything."""
    role: str
    page: str
    ids: str = ""
    form: str = ""
    says: dict = {}
    status: int = 200

    def asked_for(self):
        return self.page.replace("*", "")


CASES = "SELECT id FROM nurture_case WHERE closed_at IS NULL ORDER BY id"
PUPILS = "SELECT id FROM pupil ORDER BY id"
AREAS = "SELECT id FROM target_area ORDER BY id"
A_PARENTS_LINK = "the demonstration's own link to a parent's answer"
TARGETS = [
    Target("senco", "/pupils?q=sam"),
    Target("senco", "/pupils/{}*", PUPILS),
    Target("senco", "/pupils/{}/reads?of=lists&page=1", PUPILS),
    Target("senco", "/cases/{}*/letters", CASES),
    Target("senco", "/cases/{}*/consent", CASES),
    Target("senco", "/cases/{}*/liaison", CASES),
    Target("senco", "/programmes/{}*", "SELECT id FROM programme ORDER BY id"),
    Target("senco", "/sessions/{}*", "SELECT id FROM session ORDER BY id"),
    Target("senco", "/concerns/new?q=sam"),
    Target("senco", "/referrals?step=concern"),
    Target("class_teacher", "/strategies?area={}", AREAS),
    Target("administrator", "/school/refused?page=1"),
    Target("administrator", "/school/terms?year=2026"),
    Target("administrator", "/school/people/{}*", "SELECT id FROM staff ORDER BY id"),
    Target("", "/sign-in?then=/"),
    Target("", "/demonstration?school=1"),
    Target("", "/consent/{}*", A_PARENTS_LINK),
    Target("administrator", "/school/rooms", form="/school/rooms", says={"name": "Willow by the hall"}, status=303),
    Target("senco", "/strategies", form="/strategies/areas", says={"name": "Getting started"}, status=303),
    Target("senco", "/strategies/new", form="/strategies", says={"title": "A quiet start", "words": "Say what comes next."},
           status=303),
    Target("senco", "/cases/{}/questions", CASES, "/cases/{}/questions", {"words": "How are the mornings?"}, 303),
    Target("senco", "/cases/{}/liaison", CASES, "/cases/{}/liaison",
           {"with_whom": "The family worker", "line": "How the mornings go"}, 303),
    Target("senco", "/cases/{}/agencies", CASES, "/cases/{}/agencies",
           {"agency": "Educational Psychology", "person": "Somebody", "asked": "What helps in the mornings", "advice": "A list",
            "shares_the_name": None}, 303),
    Target("class_teacher", "/pupils/{}/concerns/new", PUPILS, "/pupils/{}/concerns",
           {"seen": "Sits alone at break", "tried": "A seat beside a friend"}, 303),
    Target("", "/sign-in", form="/sign-in", says={"address": "a@b.example", "password": "long-enough-words"}, status=422),
]


def parents_token(server):
    """The token of a link that opens a parent's answer, as whoever tries the demonstration is given it."""
    browser = Browser(server.port)
    case = re.search(r'name="case" value="([^"]+)"', browser.open_form("/demonstration?school=1"))
    if not case:
        return []
    browser.post("/demonstration", {"school": "1", "case": case.group(1)})
    found = re.fullmatch(r"/consent/([^/?]+)", browser.location)
    return [found.group(1)] if found else []


def ids_of(target, server, data):
    if not target.ids:
        return [""]
    if target.ids == A_PARENTS_LINK:
        return parents_token(server)
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        return [found for (found,) in db.execute(target.ids)]


def open_target(target, server, data):
    """Who asks, the path and the form's fields of this target, once it has answered as it is to; a fault where it hasn't."""
    browser = signed_in_as(server, person_with(data, target.role)) if target.role else Browser(server.port)
    last = "there is nothing to ask for"
    for one in ids_of(target, server, data):
        status, page = browser.send("GET", target.asked_for().replace("{}", one))
        action = target.form.replace("{}", one)
        if status != 200 or (action and f'action="{action}"' not in page):
            last = f"answered {status}{' without its form' if status == 200 else ''}"
            continue
        if not action:
            return browser, target.page.replace("{}", one), None, ""
        filled = {**fields_of(page, action), **target.says}
        fields = {name: value for name, value in filled.items() if value is not None}
        status, _ = browser.send("POST", action, fields)
        if status == target.status:
            return browser, action, fields, ""
        last = f"answered {status} to its form and not {target.status}"
    return browser, target.page, None, last


def inject(server, cookie, path, fields, tried, seconds, folder):
    """What sqlmap finds in this one request, and whether it came to its end. What it sends is refused often, with any status."""
    command = ["sqlmap", "-u", f"http://127.0.0.1:{server.port}{path}", "--batch", "--disable-coloring", "--level", "2",
               "--risk", "1", "--timeout", "10", "--retries", "0", "--threads", "2", "--flush-session", "--ignore-code=*",
               "--output-dir", str(folder), "--dbms", "sqlite"]
    if cookie:
        command += ["--cookie", cookie]
    if fields:
        command += ["--data", urllib.parse.urlencode(fields), "--headers", "Sec-Fetch-Site: same-origin", "-p", ",".join(tried)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as late:
        return [], f"no end after {seconds} s: {(late.stdout or b'').decode()[-200:]}"
    words = done.stdout
    found = [("SQL injection", path, name, "") for name in re.findall(r"^Parameter: (.*)$", words, re.M)]
    ended = found or "do not appear to be injectable" in words
    return found, "" if ended else words[-1500:]


def finds_what_is_there(seconds, folder):
    """Whether sqlmap, asked as of every target, finds the injection in a page that has one."""
    with open_to_injection() as page:
        found, _ = inject(page, "", "/pupils?q=sam", None, [], seconds, folder / "control")
        return bool(found)


def make_whole_demonstration(data):
    """As whoever tries the product has it: the small one of the other tests has no parent who was asked."""
    subprocess.run([BINARY, "demo", "--data", data, "--seed-only"], check=True, stdout=subprocess.DEVNULL)


def try_targets(seconds, folder):
    """What sqlmap finds in a demonstration that nobody has walked through, and what it could not try."""
    findings, unfinished, data = [], [], f"{folder}/data-of-sqlmap"
    if not finds_what_is_there(seconds, folder):
        unfinished.append("sqlmap: it does not find the injection in a page that has one")
    make_whole_demonstration(data)
    server = Server(data)
    try:
        end = time.monotonic() + seconds
        for target in TARGETS:
            left = int(end - time.monotonic())
            if left < 5:
                unfinished.append(f"sqlmap: {target.page}: its time was over")
                continue
            browser, path, fields, fault = open_target(target, server, data)
            if fault:
                unfinished.append(f"sqlmap: {target.form or target.page} as {target.role or 'nobody'}: {fault}")
                continue
            tried = [name for name, words in target.says.items() if words is not None]
            found, fault = inject(server, browser.cookie, path, fields, tried, left, folder / "sqlmap")
            findings += [("sqlmap", target.role, one) for one in found]
            if fault:
                unfinished.append(f"sqlmap: {path}: {fault}")
            print(f"sqlmap: {path}{' with a form' if fields else ''}: {len(found)} findings", flush=True)
        if server.process.poll() is not None:
            unfinished.append("Withy ended while sqlmap tried it")
    finally:
        server.stop()
    return findings, unfinished


def guarded_forms():
    """Patterns of the paths that take a form from somebody signed in; each of them is tried without its guard by a test."""
    lines = (HERE.parents[1] / "docs/routes.md").read_text()
    paths = re.findall(r"^\| POST \| `([^`]+)` \| (?!anyone\b)", lines, re.M)
    return [re.sub(r"\\{[^}]*\}", "[^/]+", re.escape(path).replace("\\}", "}")) for path in paths]


def explains(reason, path, forms):
    if reason["path"] == "a guarded form":
        return any(re.fullmatch(form, path) for form in forms)
    return re.fullmatch(reason["path"], path) is not None


def explained(findings):
    """The findings, each with the reason why it is no fault, or None."""
    reasons, forms = json.loads((HERE / "explained.json").read_text()), guarded_forms()
    for tool, person, (title, path, parameter, words) in findings:
        why = next((one["why"] for one in reasons if one["tool"] == tool and one["title"] == title
                    and explains(one, path, forms) and re.fullmatch(one.get("words", ".*"), words)), None)
        yield tool, person, title, path, parameter, words, why


def main():
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--wapiti", type=int, default=30, metavar="SECONDS")
    wanted.add_argument("--sqlmap", type=int, default=1800, metavar="SECONDS")
    wanted.add_argument("--people", type=int, default=len(ROLES), metavar="N", choices=range(1, len(ROLES) + 1))
    asked = wanted.parse_args()
    findings, unfinished = [], []
    with tempfile.TemporaryDirectory() as folder:
        folder, data = Path(folder), f"{folder}/data"
        make_demonstration(data)
        server = Server(data)
        try:
            for role in ROLES[:asked.people]:
                began = time.monotonic()
                found, pages = walk(server, signed_in_as(server, person_with(data, role)), asked.wapiti, folder / role)
                findings += [("wapiti", role, one) for one in found]
                print(f"wapiti as {role}: {pages} pages and forms, {len(found)} findings, "
                      f"{time.monotonic() - began:.0f} s", flush=True)
            if server.process.poll() is not None:
                unfinished.append("Withy ended while it was scanned")
        finally:
            server.stop()
        found, untried = try_targets(asked.sqlmap, folder)
        findings, unfinished = findings + found, unfinished + untried
    unexplained, seen = 0, {}
    for tool, person, title, path, parameter, words, why in explained(findings):
        if why is None:
            unexplained += 1
            print(f"UNEXPLAINED {tool} as {person or 'nobody'}: {title}: {path} {parameter}: {words}")
        else:
            seen[(tool, title)] = seen.get((tool, title), 0) + 1
    for (tool, title), count in seen.items():
        print(f"explained: {tool}: {title}: {count} times")
    for words in unfinished:
        print(f"UNFINISHED {words}")
    print(f"{len(findings)} findings, {unexplained} unexplained")
    return 1 if unexplained or unfinished else 0


if __name__ == "__main__":
    sys.exit(main())
