"""Starts the product and speaks HTTP to it, for tests that harm it."""
import http.client
import os
import re
import signal
import sqlite3
import subprocess
import time
import urllib.parse

BINARY = os.environ.get("WITHY_BINARY", "build/dev/withy")
PASSWORD = "a long enough sentence"
ADDRESS = "ada@school.example"


class Server:
    """One running server on a free port."""

    def __init__(self, data):
        self.process = subprocess.Popen(
            [BINARY, "serve", "--data", data, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        first = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", first)
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
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)
        self.process.stdout.close()
        self.process.stderr.close()


class Browser:
    """One person's keep-alive connection, with cookie and the guard of their forms."""

    def __init__(self, port, cookie=""):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.cookie = cookie
        self.csrf = ""

    def send(self, method, path, fields=None):
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
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


def rooms_kept(data):
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        return {name for (name,) in db.execute("SELECT name FROM room")}


def is_whole(data):
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        faults = db.execute("PRAGMA foreign_key_check").fetchall()
        return db.execute("PRAGMA integrity_check").fetchone()[0] == "ok" and not faults


def wait_until(true, seconds=10):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.01)
