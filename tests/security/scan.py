#!/usr/bin/env python3
"""Sends wapiti and sqlmap against a demonstration of its own on this machine, and fails on what they find and nobody
explained.

    tests/security/scan.py [--wapiti SECONDS] [--sqlmap SECONDS] [--people N]

For so many seconds wapiti looks for pages, and each of its attacks lasts as long at most; sqlmap's time is for all its
targets. What was found and is no fault stands in explained.json with its reason and its paths, where "a guarded form" is
what docs/routes.md lists as a POST that asks for a sign-in. WITHY_BINARY names the program."""
import argparse
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "faults"))
from withy import Server, make_demonstration, signed_in_as  # noqa: E402

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


def one(data, sql):
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        return db.execute(sql).fetchone()[0]


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


def targets(data):
    """What sqlmap tries: who asks, the path with its query, and the form where there is one. A star marks a part of the
    path that is tried too."""
    pupil = one(data, "SELECT id FROM pupil ORDER BY id LIMIT 1")
    case = one(data, "SELECT id FROM nurture_case ORDER BY id LIMIT 1")
    return [
        ("senco", "/pupils?q=sam", None),
        ("senco", f"/pupils/{pupil}*", None),
        ("senco", f"/cases/{case}*/letters", None),
        ("administrator", "/school?saved=rooms", None),
        ("administrator", "/school/rooms", "name=Willow"),
        ("administrator", "/school/details", "name=Alder&telephone=01234567890&version=1"),
        ("class_teacher", "/concerns?pupil=1", None),
        ("", "/sign-in?then=/", None),
        ("", "/sign-in", "address=a@b.example&password=long-enough-words&then=/"),
        ("", "/consent/unknown*", None),
        ("", "/invitations/unknown*", None),
    ]


def inject(server, cookie, csrf, path, form, seconds, folder):
    """What sqlmap finds in this one request, and whether it came to its end."""
    command = ["sqlmap", "-u", f"http://127.0.0.1:{server.port}{path}", "--batch", "--disable-coloring", "--level", "2",
               "--risk", "1", "--timeout", "10", "--retries", "0", "--threads", "2", "--flush-session", "--ignore-code=*",
               "--output-dir", str(folder), "--dbms", "sqlite"]
    if cookie:
        command += ["--cookie", cookie]
    if form:
        command += ["--data", form + (f"&csrf={csrf}" if csrf else ""), "--headers", "Sec-Fetch-Site: same-origin"]
        command += ["--skip", "csrf"] if csrf else []
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as late:
        return [], f"no end after {seconds} s: {(late.stdout or b'').decode()[-200:]}"
    words = done.stdout
    found = [("SQL injection", path, name, "") for name in re.findall(r"^Parameter: (.*)$", words, re.M)]
    ended = found or "do not appear to be injectable" in words
    return found, "" if ended else words[-1500:]


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
    wanted.add_argument("--sqlmap", type=int, default=600, metavar="SECONDS")
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
            end = time.monotonic() + asked.sqlmap
            for role, path, form in targets(data):
                left = int(end - time.monotonic())
                if left < 5:
                    unfinished.append(f"sqlmap: {path}: its time was over")
                    continue
                browser = signed_in_as(server, person_with(data, role)) if role else None
                if browser:
                    browser.open_form("/school/rooms" if role == "administrator" else "/")
                found, fault = inject(server, browser.cookie if browser else "", browser.csrf if browser else "", path, form,
                                      left, folder / "sqlmap")
                findings += [("sqlmap", role, one) for one in found]
                if fault:
                    unfinished.append(f"sqlmap: {path}: {fault}")
                print(f"sqlmap: {path}{' with a form' if form else ''}: {len(found)} findings", flush=True)
            if server.process.poll() is not None:
                unfinished.append("Withy ended while it was scanned")
        finally:
            server.stop()
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
