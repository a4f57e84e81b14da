#!/usr/bin/env python3
"""Kills the server at any instant while people save. After each restart every answered save is there."""
import os
import random
import tempfile
import threading
import time
import unittest

from withy import Browser, Server, is_whole, rooms_kept, set_up_school

KILLS = int(os.environ.get("WITHY_KILLS", "200"))
CLIENTS = 8


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


class KillNine(unittest.TestCase):
    def test_every_answered_save_survives_a_kill_at_any_instant(self):
        chance = random.Random(20261121)
        answered = []
        with tempfile.TemporaryDirectory() as data:
            server = Server(data)
            cookie = set_up_school(server).cookie
            for kill in range(KILLS):
                started = threading.Semaphore(0)
                clients = [threading.Thread(target=save_until_it_dies, args=(server, cookie, kill, answered, started))
                           for _ in range(CLIENTS)]
                for client in clients:
                    client.start()
                for _ in clients:
                    started.acquire()
                time.sleep(chance.uniform(0, 0.12))
                server.kill()
                for client in clients:
                    client.join()
                server = Server(data)
                if kill % 20 == 0 or kill == KILLS - 1:
                    lost = set(answered) - rooms_kept(data)
                    self.assertFalse(lost, f"after kill {kill}")
            server.stop()
            self.assertTrue(is_whole(data))
            self.assertGreater(len(answered), KILLS, "hardly anything was saved: the test proves nothing")
        print(f"{KILLS} kills, {len(answered)} answered saves, none lost")


if __name__ == "__main__":
    unittest.main(warnings="ignore")
