"""Starts the product and speaks HTTP to it, for tests that harm it."""
import http.client
import os
import re
import signal
import sqlite3
import subprocess
import time
import urllib.parse
from html.parser import HTMLParser
from pathlib import Path

BINARY = os.environ.get("WITHY_BINARY", "build/dev/withy")
PASSWORD = "a long enough sentence"
ADDRESS = "ada@school.example"


class Server:
    """One running server on a free port, with these variables beside its environment."""

    def __init__(self, data, environment=None):
        self.process = subprocess.Popen(
            [BINARY, "serve", "--data", data, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})})
        first = self.process.stdout.readline()
        found = re.search(r"https?://127\.0\.0\.1:(\d+)", first)
        if not found:
            raise RuntimeError(f"no server: {first}{self.process.stderr.read()}")
        self.port = int(found.group(1))

    def code(self):
        return self.process.stdout.readline().rsplit(" ", 1)[-1].strip()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()

    def stop(self):
        """Lets it end well, and answers what it had printed that nobody read."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)
        printed = self.process.stdout.read() + self.process.stderr.read()
        self.process.stdout.close()
        self.process.stderr.close()
        return printed


class Browser:
    """One person's keep-alive connection, with cookie and the guard of their forms."""

    def __init__(self, port, cookie=""):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.cookie = cookie
        self.csrf = ""
        self.location = ""  # to which the last answer led

    def send(self, method, path, fields=None):
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.location = answer.getheader("Location", "")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("withy="):
                self.cookie = value.split(";")[0]
        return answer.status, text

    def open_form(self, path):
        status, text = self.send("GET", path)
        assert status == 200, (status, text[:2000])
        found = re.search(r'name="csrf" value="([^"]*)"', text)
        self.csrf = found.group(1) if found else ""
        return text

    def post(self, path, fields):
        return self.send("POST", path, {"csrf": self.csrf, **fields})


def make_certificate(folder, name):
    """A key and a certificate of this machine, signed by itself, as key.pem and chain.pem."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
                    "-subj", f"/CN={name}", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                    "-keyout", f"{folder}/new-key.pem", "-out", f"{folder}/new-chain.pem"],
                   check=True, stderr=subprocess.DEVNULL)
    for part in ("key", "chain"):
        Path(folder, f"new-{part}.pem").rename(Path(folder, f"{part}.pem"))


def set_up_school(server):
    """The first run: a school with its first administrator, who is signed in afterwards."""
    browser = Browser(server.port)
    browser.open_form("/set-up")
    status, text = browser.post("/set-up", {
        "code": server.code(), "school_name": "Alder Brook Junior School", "telephone": "01234 567890",
        "name": "Ada Quinn", "address": ADDRESS, "password": PASSWORD,
    })
    assert status == 303, (status, text[:3000])
    assert browser.cookie
    return browser


def make_demonstration(data):
    """A small made-up school, whose people have no passwords."""
    subprocess.run([BINARY, "demo", "--data", data, "--seed-only", "--schools", "1", "--pupils", "100", "--cases", "14",
                    "--evaluations", "80"], check=True, stdout=subprocess.DEVNULL)


def signed_in_as(server, person):
    browser = Browser(server.port)
    status, text = browser.post("/demonstration", {"school": "1", "person": person})
    assert status == 303 and browser.cookie, (status, text[:2000])
    return browser


class FormReader(HTMLParser):
    """What the fields of the form with this address hold; of a choice that nobody made, the one in the middle."""

    def __init__(self, action):
        super().__init__()
        self.action, self.inside, self.textarea, self.select = action, False, None, None
        self.fields, self.choices = {}, {}

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "form":
            self.inside = values.get("action") == self.action
        if self.inside and tag == "option" and self.select:
            self.choices.setdefault(self.select, []).append(values.get("value") or "")
            if "selected" in values and values.get("value"):
                self.fields[self.select] = values["value"]
        if not self.inside or "name" not in values:
            return
        name = values["name"]
        if tag == "select":
            self.select = name
        elif tag == "textarea":
            self.textarea = name
            self.fields[name] = ""
        elif tag == "input" and values.get("type") in ("radio", "checkbox"):
            self.choices.setdefault(name, []).append(values.get("value", "on"))
            if "checked" in values:
                self.fields[name] = values.get("value", "on")
        elif tag == "input":
            self.fields[name] = values.get("value") or ""

    def handle_data(self, data):
        if self.textarea:
            self.fields[self.textarea] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.textarea = None
        elif tag == "select":
            self.select = None


def fields_of(page, action):
    reader = FormReader(action)
    reader.feed(page)
    chosen = {name: values[len(values) // 2] for name, values in reader.choices.items()}
    return {**chosen, **reader.fields}


CARDS = """
    FROM session s JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
    JOIN evaluation e ON e.school_id = s.school_id AND e.session_id = s.id AND e.place_id = p.id AND e.attended = 1
    WHERE s.outcome = 'delivered' AND p.ended_on IS NULL"""


def cards_to_write(data, most):
    """Who delivered a session, and the address of one child's evaluation of it."""
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        rows = db.execute(f"SELECT s.delivered_by, s.id, p.id {CARDS} ORDER BY s.held_on DESC, p.id LIMIT ?", (most,))
        return [(person, f"/sessions/{session}/evaluations/{place}") for person, session, place in rows]


def send_form(browser, page, path, filled):
    """Opens the page and sends its form of this path with these fields filled in."""
    fields = fields_of(browser.open_form(page), path)
    status, text = browser.post(path, {**fields, **filled})
    assert status == 303, (status, text[:3000])


def noticed_on(server, cookie, path):
    """What pleased, as the page of this evaluation shows it: the database alone doesn't tell."""
    return fields_of(Browser(server.port, cookie).open_form(path), path)["noticed"].strip()


def rooms_kept(data):
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        return {name for (name,) in db.execute("SELECT name FROM room")}


def who_is(data, role):
    """The id of somebody who holds this role."""
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        person, = db.execute("SELECT staff_id FROM role_held WHERE role = ? AND ends_on IS NULL LIMIT 1", (role,)).fetchone()
        return person


def senco_and_children(data, most):
    """The SENCo's id, and children of whom there is a case."""
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        children = [child for child, in db.execute("SELECT DISTINCT pupil_id FROM nurture_case ORDER BY 1 LIMIT ?", (most,))]
    return who_is(data, "senco"), children


def reads_kept(data, person):
    """How often this person read of each child, by the log of reads."""
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        return dict(db.execute("SELECT pupil_id, count(*) FROM reading WHERE by_staff_id = ? GROUP BY pupil_id", (person,)))


def journals_beside(data):
    """The files in which reads stand that are not in the log yet, or were put there a moment ago."""
    return sorted(name for name in os.listdir(data) if name.startswith("withy.db-reads-"))


def audited(data):
    """Whether withy audit verify finds both logs whole, and what it says."""
    ran = subprocess.run([BINARY, "audit", "verify", "--data", data], capture_output=True, text=True)
    return ran.returncode == 0, ran.stdout + ran.stderr


def is_whole(data):
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        faults = db.execute("PRAGMA foreign_key_check").fetchall()
        return db.execute("PRAGMA integrity_check").fetchone()[0] == "ok" and not faults


def wait_until(true, seconds=10):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.01)
