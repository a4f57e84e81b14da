#!/usr/bin/env python3
"""Kills the server at any instant while people save. After each restart every answered save is there."""
import os
import random
import sqlite3
import ssl
import subprocess
import tempfile
import threading
import time
import unittest
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from withy import (BINARY, Browser, Server, audited, cards_to_write, fields_of, is_whole, journals_beside,
                   make_certificate, make_demonstration, noticed_on, reads_kept, rooms_kept, send_form,
                   senco_and_children, set_up_school, signed_in_as, wait_until)

KILLS = int(os.environ.get("WITHY_KILLS", "200"))
KILLS_OF_EVALUATIONS = max(1, KILLS // 10)
KILLS_OF_READS = max(1, KILLS // 10)
CLIENTS = 8
KILLS_OF_A_HANDOVER = 3
READERS_OF_A_CHILD = 4  # far more than eight requests wait at once then, and reads go by the journal


def save_until_it_dies(server, cookie, kill, answered, started):
    browser = Browser(server.port, cookie)
    try:
        browser.open_form("/school/rooms")
        started.release()
        for number in range(100_000):
            name = f"room {kill} {threading.get_ident()} {number}"
            status, _ = browser.post("/school/rooms", {"name": name})
            if status == 303:
                answered.append(name)
    except Exception:  # the server died in mid-request, as it was meant to
        started.release()


class Card:
    """One child's evaluation of one session, which its Nurture Assistant words anew over and over."""

    def __init__(self, person, path):
        self.person, self.path = person, path
        self.sent = self.answered = None
        self.saves, self.refusals = 0, []

    def save_until_it_dies(self, server, cookie, kill, started):
        browser = Browser(server.port, cookie)
        try:
            fields = fields_of(browser.open_form(self.path), self.path)
            started.release()
            version = int(fields.pop("version"))
            del fields["once"]
            for number in range(100_000):
                self.sent = f"Waited for the answer: kill {kill}, save {number}."
                status, text = browser.post(self.path, {**fields, "version": version, "noticed": self.sent})
                if status != 303:
                    self.refusals.append((status, text[:2000]))
                    return
                version += 1
                self.answered = self.sent
                self.saves += 1
        except Exception:
            started.release()

    def is_kept(self, kept):
        """The last that was answered, or the one that was under way when the server died."""
        return self.answered is None or kept[self.path] in (self.answered, self.sent)


class Reader:
    """Opens one child's page over and over, and counts those that came whole."""

    def __init__(self, child):
        self.child, self.fetched = child, 0

    def read_until_it_dies(self, server, cookie, together, started):
        browser = Browser(server.port, cookie)
        try:
            browser.connection.connect()
            started.release()
            together.wait(timeout=20)
            for _ in range(100_000):
                status, text = browser.send("GET", f"/pupils/{self.child}")
                if status == 200 and text.rstrip().endswith("</html>"):
                    self.fetched += 1
        except Exception:
            started.release()


class Receiver(ThreadingHTTPServer):
    """Takes pointers to CPOMS over TLS, and keeps whoever sends one waiting until it is told to answer."""

    def __init__(self, folder):
        super().__init__(("127.0.0.1", 0), Pointer)
        make_certificate(folder, "receiver")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{folder}/chain.pem", f"{folder}/key.pem")
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.ids, self.came, self.answers = [], threading.Semaphore(0), threading.Event()
        settings = Path(folder, "cpoms", "1")
        settings.parent.mkdir()
        settings.write_text(f"address = https://127.0.0.1:{self.server_port}/pointers\nkey = s3cret\n"
                            f"certificates = {folder}/chain.pem\nprivate-network = yes\n")
        settings.chmod(0o600)
        self.environment = {"WITHY_CPOMS_RECEIVERS": str(settings.parent)}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def end(self):
        self.answers.set()
        self.shutdown()
        self.server_close()


class Pointer(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.ids.append(self.headers["Idempotency-Key"])
        self.server.came.release()
        self.server.answers.wait()
        with suppress(OSError):  # whoever sent it was killed
            self.send_response(201)
            self.send_header("Content-Length", "0")
            self.end_headers()

    def log_message(self, *_):
        pass


def note_a_pointer(server, data):
    """The SENCo says that pointers are handed over, and notes one."""
    senco, (child,) = senco_and_children(data, 1)
    browser = signed_in_as(server, senco)
    send_form(browser, "/school/cpoms", "/school/cpoms", {"hands_over": "with_admission_number"})
    about = f"/pupils/{child}/safeguarding"
    send_form(browser, about, about, {"reference": "20417"})


def handovers_kept(data):
    with sqlite3.connect(f"file:{data}/withy.db?mode=ro", uri=True) as db:
        return db.execute("SELECT pointer_id, state, tries FROM handover").fetchall()


def let_the_claim_run_out(data):
    """As two minutes do that nobody waits for here."""
    with sqlite3.connect(f"{data}/withy.db") as db:
        db.execute("UPDATE handover SET next_try_at = made_at")


def kill_while(server, clients, started, chance):
    for client in clients:
        client.start()
    for _ in clients:
        started.acquire()
    time.sleep(chance.uniform(0, 0.12))
    server.kill()
    for client in clients:
        client.join()


class KillNine(unittest.TestCase):
    def test_every_answered_save_survives_a_kill_at_any_instant(self):
        chance = random.Random(20261121)
        answered = []
        kills = KILLS - KILLS_OF_EVALUATIONS
        with tempfile.TemporaryDirectory() as data:
            server = Server(data)
            cookie = set_up_school(server).cookie
            for kill in range(kills):
                started = threading.Semaphore(0)
                clients = [threading.Thread(target=save_until_it_dies, args=(server, cookie, kill, answered, started))
                           for _ in range(CLIENTS)]
                kill_while(server, clients, started, chance)
                server = Server(data)
                if kill % 20 == 0 or kill == kills - 1:
                    lost = set(answered) - rooms_kept(data)
                    self.assertFalse(lost, f"after kill {kill}")
            server.stop()
            self.assertTrue(is_whole(data))
            self.assertGreater(len(answered), kills, "hardly anything was saved: the test proves nothing")
        print(f"{kills} kills, {len(answered)} answered saves, none lost")

    def test_every_answered_evaluation_survives_a_kill_at_any_instant(self):
        chance = random.Random(20261126)
        with tempfile.TemporaryDirectory() as data:
            make_demonstration(data)
            cards = [Card(person, path) for person, path in cards_to_write(data, CLIENTS)]
            server = Server(data)
            cookies = {person: signed_in_as(server, person).cookie for person in {card.person for card in cards}}
            for kill in range(KILLS_OF_EVALUATIONS):
                started = threading.Semaphore(0)
                clients = [threading.Thread(target=card.save_until_it_dies, args=(server, cookies[card.person], kill, started))
                           for card in cards]
                kill_while(server, clients, started, chance)
                server = Server(data)
                kept = {card.path: noticed_on(server, cookies[card.person], card.path) for card in cards}
                for card in cards:
                    self.assertEqual(card.refusals, [])
                    self.assertTrue(card.is_kept(kept), f"after kill {kill}: {card.answered}, kept {kept[card.path]}")
                    card.answered = kept[card.path]  # what was under way may have been kept, and then has to stay
            server.stop()
            self.assertTrue(is_whole(data))
            saves = sum(card.saves for card in cards)
            self.assertGreater(saves, KILLS_OF_EVALUATIONS, "hardly anything was saved: the test proves nothing")
        print(f"{KILLS_OF_EVALUATIONS} kills, {saves} answered evaluations, none lost")

    def test_every_page_about_a_child_that_reached_somebody_is_in_the_log_of_reads(self):
        chance = random.Random(20261128)
        with tempfile.TemporaryDirectory() as data:
            make_demonstration(data)
            senco, children = senco_and_children(data, CLIENTS)
            server = Server(data)
            cookie = signed_in_as(server, senco).cookie
            kept = dict.fromkeys(children, 0)
            pages = journals = 0
            # A busy machine reads fewer pages before each kill, and is killed more often.
            for kill in range(10 * KILLS_OF_READS):
                if kill >= KILLS_OF_READS and pages > 10 * KILLS_OF_READS and journals:
                    break
                started, together = threading.Semaphore(0), threading.Barrier(READERS_OF_A_CHILD * len(children))
                readers = [Reader(child) for child in children for _ in range(READERS_OF_A_CHILD)]
                clients = [threading.Thread(target=reader.read_until_it_dies, args=(server, cookie, together, started))
                           for reader in readers]
                kill_while(server, clients, started, chance)
                journals += bool(journals_beside(data))
                server = Server(data)  # takes what stood beside the database
                now_kept = reads_kept(data, senco)
                for child in children:
                    fetched = sum(reader.fetched for reader in readers if reader.child == child)
                    noted = now_kept.get(child, 0) - kept[child]
                    self.assertGreaterEqual(noted, fetched, f"after kill {kill}")
                    # One of each reader may have been noted whose page was under way.
                    self.assertLessEqual(noted, fetched + READERS_OF_A_CHILD, f"after kill {kill}")
                    kept[child] += noted
                    pages += fetched
            server.stop()
            self.assertEqual(journals_beside(data), [], "a server that ends well leaves none")
            self.assertTrue(is_whole(data))
            whole, words = audited(data)
            self.assertTrue(whole, words)
            self.assertGreater(pages, 10 * KILLS_OF_READS, "hardly anything was read: the test proves nothing")
            self.assertGreater(journals, 0, "no read went by way of the journal: the test proves nothing of it")
        print(f"{kill} kills, {journals} of which left a journal, {pages} pages about children, each in the log of reads")

    def test_a_hand_over_whose_answer_a_kill_cut_off_arrives_under_the_same_id(self):
        with tempfile.TemporaryDirectory() as folder:
            data = f"{folder}/data"
            make_demonstration(data)
            receiver = Receiver(folder)
            self.addCleanup(receiver.end)
            server = Server(data, receiver.environment)
            note_a_pointer(server, data)
            pointer = handovers_kept(data)[0][0]
            for kill in range(KILLS_OF_A_HANDOVER):
                self.assertTrue(receiver.came.acquire(timeout=20), f"nothing was sent after kill {kill}")
                server.kill()
                let_the_claim_run_out(data)
                self.assertEqual(handovers_kept(data), [(pointer, "waiting", 0)], f"after kill {kill}")
                server = Server(data, receiver.environment)
            receiver.answers.set()
            wait_until(lambda: handovers_kept(data) == [(pointer, "handed_over", 1)], seconds=20)
            server.stop()
            self.assertEqual(receiver.ids, [pointer] * (KILLS_OF_A_HANDOVER + 1))
            self.assertTrue(is_whole(data))
        print(f"{KILLS_OF_A_HANDOVER} kills, one hand-over, under one id")

    def test_a_second_server_of_the_same_data_is_refused_until_the_first_was_killed(self):
        with tempfile.TemporaryDirectory() as data:
            first = Server(data)
            browser = set_up_school(first)
            second = subprocess.run([BINARY, "serve", "--data", data, "--listen", "127.0.0.1:0"], capture_output=True,
                                    text=True, timeout=20)
            self.assertEqual(second.returncode, 1, second.stdout)
            self.assertIn("Stop it first", second.stderr)
            whole, words = audited(data)
            self.assertTrue(whole, f"a command beside the server: {words}")
            browser.open_form("/school/rooms")
            self.assertEqual(browser.post("/school/rooms", {"name": "goes on"})[0], 303)
            first.kill()
            next_one = Server(data)
            self.assertIn("goes on", rooms_kept(data))
            next_one.stop()


if __name__ == "__main__":
    unittest.main(warnings="ignore")
