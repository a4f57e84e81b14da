#!/usr/bin/env python3
"""Kills `withy seal --new-key` at any instant. Withy opens with one of the two keys then, and with one alone."""
import os
import random
import shutil
import subprocess
import tempfile
import time
import unittest

from withy import BINARY, Server, cards_to_write, make_demonstration, noticed_on, signed_in_as

KILLS = max(5, int(os.environ.get("WITHY_KILLS", "200")) // 10)


def seal(data, now, following):
    """The command, with the key in force and the one that is to be."""
    return subprocess.Popen([BINARY, "seal", "--data", data, "--new-key", following], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, env={**os.environ, "WITHY_SEALING_KEY_FILE": now})


def words_with(data, key, card):
    """What stands on a card where Withy starts with this key; nothing where it does not start."""
    try:
        server = Server(data, {"WITHY_SEALING_KEY_FILE": key})
    except RuntimeError:
        return None
    person, path = card
    words = noticed_on(server, signed_in_as(server, person).cookie, path)
    server.stop()
    return words


class NewKey(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.data = f"{self.folder}/data"
        make_demonstration(self.data)
        self.card, = cards_to_write(self.data, 1)
        self.key = f"{self.data}/sealing.key"
        self.words = words_with(self.data, self.key, self.card)
        self.assertTrue(self.words)

    def test_killed_at_any_instant_it_leaves_a_withy_that_opens_with_one_key(self):
        began = time.monotonic()
        first = f"{self.folder}/first.key"
        command = seal(self.data, self.key, first)
        said, faults = command.communicate()
        self.assertEqual(command.returncode, 0, faults)
        self.assertIn("opens nothing of this Withy any more", said)
        takes, key, taken_over = time.monotonic() - began, first, 0
        chance = random.Random(7)
        for kill in range(KILLS):
            following = f"{self.folder}/{kill}.key"
            command = seal(self.data, key, following)
            time.sleep(chance.uniform(0, takes))
            command.kill()
            command.communicate()
            with_before = words_with(self.data, key, self.card)
            with_next = words_with(self.data, following, self.card) if os.path.exists(following) else None
            self.assertEqual([with_before, with_next].count(self.words), 1, (kill, with_before, with_next))
            self.assertEqual([with_before, with_next].count(None), 1, (kill, with_before, with_next))
            if with_next:
                key, taken_over = following, taken_over + 1
        print(f"{KILLS} kills, {taken_over} after the new key was in force")

    def test_is_refused_while_withy_runs(self):
        server = Server(self.data)
        command = seal(self.data, self.key, f"{self.folder}/next.key")
        _, faults = command.communicate()
        server.stop()
        self.assertEqual(command.returncode, 1)
        self.assertIn("Stop it first", faults)
        self.assertFalse(os.path.exists(f"{self.folder}/next.key"))
        self.assertEqual(words_with(self.data, self.key, self.card), self.words)


if __name__ == "__main__":
    unittest.main()
