"""Starts the release binary, signs people of the demonstration in, and reads its pages."""
import http.client
import os
import re
import signal
import socket
import sqlite3
import subprocess
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
BINARY = Path(os.environ.get("WITHY_BINARY", ROOT / "build/release/withy"))
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """The server on a free port of this machine, ended by its own process id."""

    def __init__(self, data, preload=None, days_later=0, binary=BINARY):
        self.data, self.port = Path(data), free_port()
        environment = dict(os.environ)
        if preload:
            environment["LD_PRELOAD"] = str(preload)
        if days_later:
            environment.update(LD_PRELOAD=FAKETIME, FAKETIME=f"+{days_later}d", FAKETIME_DONT_FAKE_MONOTONIC="1")
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [binary, "serve", "--data", str(data), "--listen", f"127.0.0.1:{self.port}"],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def until_answers(self, path="/healthz", token=None, within=30):
        """Waits for a 200; says how many seconds after the process began it came."""
        while time.perf_counter() - self.began < within:
            if self.process.poll() is not None:
                raise SystemExit("bench: withy stopped before it answered")
            try:
                if self.get(path, token)[0] == 200:
                    return time.perf_counter() - self.began
            except OSError:
                time.sleep(0.001)
        raise SystemExit(f"bench: withy did not answer {path} within {within} s")

    def ask(self, method, path, token=None, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = dict(headers or {})
        if token:
            headers["Cookie"] = f"withy={token}"
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Sec-Fetch-Site"] = "same-origin"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, answer.headers, content

    def get(self, path, token=None, headers=None):
        return self.ask("GET", path, token, headers=headers)

    def page(self, path, token):
        status, _, content = self.get(path, token)
        if status != 200:
            raise SystemExit(f"bench: GET {path} answered {status}")
        return content

    def sign_in(self, school, person):
        """Signs in as a made-up person; gives the cookie's token."""
        body = urlencode({"school": school, "person": person})
        status, headers, _ = self.ask("POST", "/demonstration", body=body)
        found = re.match(r"withy=([^;]+)", headers.get("Set-Cookie", ""))
        if status != 303 or not found:
            raise SystemExit(f"bench: signing in answered {status}")
        return found[1]

    def memory(self):
        """RssAnon and VmRSS, in MB."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return tuple(int(re.search(rf"{name}:\s+(\d+)", text)[1]) / 1024 for name in ("RssAnon", "VmRSS"))


class Forms(HTMLParser):
    """The forms of a page: their address, and what their fields hold."""

    def __init__(self, markup):
        super().__init__()
        self.forms, self.textarea = [], None
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "form":
            self.forms.append({"action": values.get("action", ""), "fields": {}, "choices": {}})
        elif self.forms and tag in ("input", "textarea") and "name" in values:
            form, name = self.forms[-1], values["name"]
            if values.get("type") in ("radio", "checkbox"):
                form["choices"].setdefault(name, []).append(values.get("value", "on"))
                if "checked" in values:
                    form["fields"][name] = values.get("value", "on")
            elif values.get("type") != "submit":
                form["fields"][name] = values.get("value") or ""


def county_query(data, sql, *arguments):
    database = sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True)
    try:
        return database.execute(sql, arguments).fetchall()
    finally:
        database.close()


def people(data, role, count):
    """(school, staff) of so many people with the role, each of another school where there are enough."""
    return county_query(data, """
        SELECT school_id, staff_id FROM role_held
         WHERE role = ? AND starts_on <= date('now') AND (ends_on IS NULL OR ends_on >= date('now'))
         ORDER BY row_number() OVER (PARTITION BY school_id ORDER BY id), school_id LIMIT ?""", role, count)


def days_to_the_fullest(data):
    """How many days from today, within a week, the day with most sessions lies: nobody works on a Sunday."""
    return county_query(data, """
        SELECT CAST(julianday(planned_on) - julianday(date('now')) AS INTEGER) FROM session
         WHERE planned_on BETWEEN date('now') AND date('now', '+6 days') AND outcome = 'planned'
         GROUP BY planned_on ORDER BY count(*) DESC, planned_on LIMIT 1""")[0][0]


def surnames(data):
    return [name for (name,) in county_query(
        data, "SELECT DISTINCT legal_surname FROM pupil ORDER BY legal_surname LIMIT 400")]


def searches(data, schools):
    """What is typed, by kind, and in which school: of names that children there have."""
    pupils = [(school, forename, surname) for school in schools for forename, surname in county_query(data, """
        SELECT legal_forename, legal_surname FROM pupil WHERE school_id = ? ORDER BY substr(id, -6) LIMIT 5""", school)]
    return {"one letter": [(school, letter) for school, letter in zip(schools, "abcdefghijklmnoprstw" * len(schools))],
            "two letters": [(school, surname[:2].lower()) for school, _, surname in pupils],
            "the beginning of a name": [(school, surname[:4]) for school, _, surname in pupils],
            "the middle of a name": [(school, surname[1:5].lower()) for school, _, surname in pupils],
            "both names": [(school, f"{forename} {surname[:3]}") for school, forename, surname in pupils]}
