#!/usr/bin/env python3
"""The product on TLS of its own: what it refuses, what it says, and that a new certificate costs nobody their connection."""
import http.client
import os
import signal
import socket
import ssl
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from withy import BINARY, Browser, Server, make_certificate, wait_until


def trusting(folder, version=ssl.TLSVersion.TLSv1_3):
    context = ssl.create_default_context(cafile=f"{folder}/chain.pem")
    context.minimum_version = context.maximum_version = version
    return context


def settings(folder):
    return {"WITHY_TLS_CERTIFICATE_FILE": f"{folder}/chain.pem", "WITHY_TLS_KEY_FILE": f"{folder}/key.pem"}


class OnTls(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        make_certificate(self.folder.name, "first")
        self.server = Server(f"{self.folder.name}/data", settings(self.folder.name))

    def tearDown(self):
        self.server.stop()
        self.folder.cleanup()

    def connection(self, **more):
        return http.client.HTTPSConnection("127.0.0.1", self.server.port, timeout=10,
                                           context=trusting(self.folder.name, **more))

    def shown_name(self):
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as below:
            with trusting(self.folder.name).wrap_socket(below, server_hostname="127.0.0.1") as above:
                return dict(part[0] for part in above.getpeercert()["subject"])["commonName"]

    def test_a_school_sets_itself_up_over_tls_with_cookies_of_this_host_alone(self):
        browser = Browser(self.server.port)
        browser.connection = self.connection()
        browser.open_form("/set-up")
        browser.connection.request("POST", "/set-up", "csrf=" + browser.csrf + "&code=" + self.server.code() +
                                   "&school_name=Alder+Brook&telephone=01234&name=Ada&address=ada%40school.example"
                                   "&password=a+long+enough+sentence",
                                   {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"})
        answer = browser.connection.getresponse()
        text = answer.read().decode()
        self.assertEqual(answer.status, 303, text[:2000])
        cookies = [value for name, value in answer.getheaders() if name == "Set-Cookie"]
        self.assertTrue(cookies)
        for cookie in cookies:
            self.assertRegex(cookie, r"^__Host-.*; Path=/; HttpOnly; SameSite=Lax; Secure")
        self.assertRegex(answer.getheader("Strict-Transport-Security"), r"^max-age=31536000")
        browser.cookie = "; ".join(cookie.split(";")[0] for cookie in cookies)
        self.assertEqual(browser.send("GET", "/school")[0], 200)
        browser.cookie = browser.cookie.replace("__Host-", "")
        self.assertEqual(browser.send("GET", "/school")[0], 303, "a cookie that any site could have set")

    def test_older_versions_are_refused(self):
        with self.assertRaises((ssl.SSLError, ConnectionError)):
            old = self.connection(version=ssl.TLSVersion.TLSv1_2)
            old.request("GET", "/healthz")

    def test_garbage_and_plain_http_are_not_served(self):
        for junk in (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"\x16\x03\x01\x02\x00", b"\x00" * 2000, b"\x16\x03\x03\xff\xff" + b"\x01" * 70_000):
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=5) as client:
                client.sendall(junk)
                client.shutdown(socket.SHUT_WR)
                try:
                    said = client.recv(1000)
                except ConnectionResetError:
                    said = b""
                self.assertNotIn(b"HTTP/1.1 200", said)
        self.assertEqual(self.shown_name(), "first")

    def test_huge_headers_and_bodies_are_refused_in_words(self):
        for asked, status in ((b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 200_000 + b"\r\n\r\n", b"431"),
                              (b"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n", b"413")):
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as below:
                with trusting(self.folder.name).wrap_socket(below, server_hostname="127.0.0.1") as above:
                    above.sendall(asked)
                    self.assertIn(status, above.recv(1000))

    def test_three_thousand_who_only_connect_leave_room_for_others(self):
        idle = []
        try:
            for _ in range(3_100):
                idle.append(socket.create_connection(("127.0.0.1", self.server.port), timeout=5))
            self.assertEqual(self.shown_name(), "first")
        finally:
            for connection in idle:
                connection.close()

    def test_a_renewed_certificate_is_taken_on_sighup_and_nobody_is_cut_off(self):
        before = self.connection()
        before.request("GET", "/healthz")
        self.assertEqual(before.getresponse().read(), b"ready\n")
        below = before.sock
        make_certificate(self.folder.name, "second")
        self.server.process.send_signal(signal.SIGHUP)

        def renewed():
            try:
                return self.shown_name() == "second"
            except ssl.SSLError:  # who trusts the new one alone is shown the old one still
                return False

        wait_until(renewed)
        before.request("GET", "/healthz")
        self.assertEqual(before.getresponse().read(), b"ready\n")
        self.assertIs(before.sock, below, "the same connection")

    def test_half_a_renewal_leaves_what_stood(self):
        Path(self.folder.name, "key.pem").write_text("half a ke")
        self.server.process.send_signal(signal.SIGHUP)
        time.sleep(0.5)
        self.assertEqual(self.shown_name(), "first")


class Files(unittest.TestCase):
    def test_a_key_of_another_certificate_is_told_at_the_start(self):
        with tempfile.TemporaryDirectory() as folder:
            make_certificate(folder, "first")
            Path(folder, "chain.pem").rename(Path(folder, "kept.pem"))
            make_certificate(folder, "second")
            Path(folder, "kept.pem").rename(Path(folder, "chain.pem"))
            done = subprocess.run([BINARY, "serve", "--data", f"{folder}/data", "--listen", "127.0.0.1:0"],
                                  env={**os.environ, **settings(folder)}, capture_output=True, text=True, timeout=20, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"{folder}/key.pem is not the key of the certificate in {folder}/chain.pem", done.stderr)
            self.assertFalse(Path(folder, "data").exists(), "nothing was made")


if __name__ == "__main__":
    import resource
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    unittest.main(warnings="ignore")
