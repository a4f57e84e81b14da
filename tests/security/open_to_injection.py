"""A page that puts what it is asked into its statement, so that a scan that finds nothing is known to be able to find."""
import contextlib
import http.server
import sqlite3
import threading
import typing
import urllib.parse


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query).get("q", [""])[0]
        with contextlib.closing(sqlite3.connect(":memory:")) as db:
            db.executescript("CREATE TABLE pupil (name TEXT); INSERT INTO pupil VALUES ('Sam'), ('Ava')")
            try:
                found, status = db.execute(f"SELECT name FROM pupil WHERE name LIKE '%{asked}%'").fetchall(), 200
            except sqlite3.Error:
                found, status = [], 422
        self.send_response(status)
        self.end_headers()
        self.wfile.write(f"<p>{found}</p>".encode())

    def log_message(self, *_):
        """Says nothing: what is asked of it is the scan's."""


class Listening(typing.NamedTuple):
    port: int


@contextlib.contextmanager
def open_to_injection():
    """The port of such a page on this machine, until the block ends."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Listening(server.server_port)
    finally:
        server.shutdown()
        server.server_close()
