#!/usr/bin/env python3
"""Sends what browsers don't: every answer is a clear refusal, and others are served meanwhile."""
import socket
import tempfile
import unittest

from withy import Browser, Server, set_up_school


def raw(port, data, seconds=5):
    """What the server says to these bytes before it closes, or within the time."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as client:
        try:
            client.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass
        said = b""
        try:
            while chunk := client.recv(65536):
                said += chunk
        except (TimeoutError, ConnectionResetError):
            pass
        return said


class HostileHttp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.server = Server(cls.folder.name)
        cls.browser = set_up_school(cls.server)
        cls.browser.open_form("/school/rooms")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.folder.cleanup()

    def save(self, value):
        return self.browser.post("/school/rooms", {"name": value})

    def still_serves(self):
        self.assertEqual(self.browser.send("GET", "/healthz")[0], 200)

    def test_huge_headers_are_refused(self):
        said = raw(self.server.port, b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 200_000 + b"\r\n\r\n")
        self.assertIn(b"431", said.split(b"\r\n")[0])
        self.still_serves()

    def test_a_body_beyond_the_limit_is_refused(self):
        said = raw(self.server.port, b"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n")
        self.assertIn(b"413", said.split(b"\r\n")[0])
        self.still_serves()

    def test_a_stranger_is_told_to_sign_in_before_a_file_is_read(self):
        for length in (b"Content-Length: 19000000", b"Transfer-Encoding: chunked"):
            said = raw(self.server.port, b"POST /school/imports HTTP/1.1\r\nHost: a\r\nContent-Type: "
                       b"multipart/form-data; boundary=a\r\n" + length + b"\r\n\r\n")
            self.assertIn(b"422", said.split(b"\r\n")[0])
            self.assertIn(b"Sign in", said)
        self.still_serves()

    def test_a_file_of_one_byte_too_many_is_refused_whoever_sends_it(self):
        signed_in = b"Cookie: " + self.browser.cookie.encode() + b"\r\n"
        most = 20 * 1024 * 1024
        for cookie, length, answer in ((b"", most, b" 422 "), (b"", most + 1, b" 413 "), (signed_in, most + 1, b" 413 ")):
            said = raw(self.server.port, b"POST /school/imports HTTP/1.1\r\nHost: a\r\n" + cookie
                       + b"Content-Type: multipart/form-data; boundary=a\r\nContent-Length: " + str(length).encode() + b"\r\n\r\n")
            self.assertIn(answer, said.split(b"\r\n")[0], (cookie[:6], length))
        self.assertIn(b"20 MB", said)
        self.still_serves()

    def test_garbage_is_refused(self):
        for junk in (b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x00" * 1000 + b"\r\n\r\n"):
            said = raw(self.server.port, junk, seconds=2)
            self.assertTrue(said == b"" or b" 40" in said.split(b"\r\n")[0] or b" 50" in said.split(b"\r\n")[0], said[:80])
        self.still_serves()

    def test_half_a_request_and_goodbye_harms_nothing(self):
        for part in (b"GET", b"GET / HTTP/1.1\r\nHo", b"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc"):
            with socket.create_connection(("127.0.0.1", self.server.port)) as client:
                client.sendall(part)
        self.still_serves()

    def test_odd_values_are_saved_as_text_or_refused_with_words(self):
        for value, expected in (
            ("<script>alert(1)</script>", 303),
            ("Ł ’ 漢字 🌿", 303),
            ("", 422),
            (" ", 422),
            ("x" * 1_000_000, 413),
            ("x" * 60_000, 422),
        ):
            status, text = self.save(value)
            self.assertEqual(status, expected, (value[:20], text[:300]))
            if status == 413:  # the connection is closed after a body that was not read
                self.browser = Browser(self.server.port, self.browser.cookie)
                self.browser.open_form("/school/rooms")
        page = self.browser.send("GET", "/school/rooms")[1]
        self.assertIn("&lt;script&gt;", page)
        self.assertNotIn("<script>alert", page)

    def test_wrong_encoding_and_control_characters_are_refused_with_words(self):
        for value in (b"%ff%fe", b"a%00b", b"a%1bb", b"%zz", b"%"):
            body = b"csrf=" + self.browser.csrf.encode() + b"&name=" + value
            said = raw(self.server.port, b"POST /school/rooms HTTP/1.1\r\nHost: a\r\nConnection: close\r\nCookie: "
                       + self.browser.cookie.encode() + b"\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                       + b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body)
            self.assertIn(b" 400 ", said.split(b"\r\n")[0], value)
            self.assertIn(b"<h1", said)

    def test_ten_thousand_idle_connections_leave_room_for_others(self):
        idle = []
        try:
            for _ in range(10_000):
                idle.append(socket.create_connection(("127.0.0.1", self.server.port), timeout=5))
            self.still_serves()
            self.assertEqual(self.save("Room among the idle")[0], 303)
            with open(f"/proc/{self.server.process.pid}/status", encoding="ascii") as status:
                resident = next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))
            self.assertLess(resident, 250_000, "kB")
        finally:
            for connection in idle:
                connection.close()


if __name__ == "__main__":
    import resource
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    unittest.main(warnings="ignore")
