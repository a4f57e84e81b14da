#!/usr/bin/env python3
"""Measures what the project promises, on the release build; bin/bench builds what the parts need and calls it.

    benchmarks/bench.py [part…]

Each part prints a table and writes build/bench/PART.json. A figure that falls short stands there like the others.
"""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import parts  # noqa: E402
from withy import BINARY, ROOT  # noqa: E402

FOLDER = ROOT / "build/bench"
COUNTY = ["--schools", "410", "--pupils", "107000", "--cases", "20000", "--evaluations", "160000"]
MADE_FROM = ["migrations/*.sql", "src/demonstration/*.[ch]pp"]


def made_from():
    """A digest of what decides how the data looks, and of the week, since terms are laid around today."""
    digest = hashlib.sha256(time.strftime("%G-%V").encode())
    for pattern in MADE_FROM:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def made(name, options):
    """The folder of made-up data; made again when its makings changed."""
    folder, stamp = FOLDER / name, FOLDER / f"{name}.made-from"
    wanted = made_from() + " ".join(options)
    if (folder / "withy.db").exists() and stamp.exists() and stamp.read_text() == wanted:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    print(f"== Making {name} in {folder.relative_to(ROOT)}", flush=True)
    began = time.time()
    subprocess.run([BINARY, "demo", "--data", folder, "--seed-only", *options], check=True)
    print(f"== Made {name} ({time.time() - began:.0f} s)", flush=True)
    stamp.write_text(wanted)
    return folder


def built(name, *command):
    subprocess.run(command, check=True)
    return FOLDER / name


class Bench:
    """What parts measure with, and the figures they leave."""

    def __init__(self):
        self.figures = []

    def county(self):
        return made("county", COUNTY)

    def demonstration(self):
        return made("demonstration", [])

    def large_school(self):
        return made("large-school", ["--schools", "1", "--pupils", "4000"])

    def schools_of_a_county(self):
        return made("schools-of-a-county", ["--schools", "300", "--pupils", "30000", "--cases", "300", "--evaluations", "300"])

    def slow_fsync(self):
        return built("slow_fsync.so", "cc", "-O2", "-shared", "-fPIC", "-o", FOLDER / "slow_fsync.so",
                     ROOT / "benchmarks/slow_fsync.c", "-ldl")

    def at_least(self, name, value, unit, bar):
        self.note(name, value, unit, f"at least {bar:,}", value >= bar)

    def under(self, name, value, unit, bar):
        self.note(name, value, unit, f"under {bar:,}", value < bar)

    def none(self, name, value):
        self.note(name, value, "", "none", value == 0)

    def floor(self, name, value, unit):
        self.note(name, value, unit, None, None)

    def keep(self, name, rounds, unit):
        """Keeps what figures were made from, unprinted."""
        self.figures.append({"name": name, "rounds": rounds, "unit": unit})

    def note(self, name, value, unit, bar, met):
        self.figures.append({"name": name, "value": round(value, 2), "unit": unit, "bar": bar, "met": met})
        word = {True: "met", False: "SHORT", None: ""}[met]
        print(f"  {name:<58} {value:>12,.2f} {unit:<10} {bar or '':<16} {word}", flush=True)


def machine():
    text = Path("/proc/cpuinfo").read_text()
    model = next(line.split(":")[1].strip() for line in text.splitlines() if line.startswith("model name"))
    memory = Path("/proc/meminfo").read_text().split()[1]
    return f"{os.cpu_count()} cores of {model}, {int(memory) // 1024 // 1024} GB, load {os.getloadavg()[0]:.1f}"


def main():
    wanted = sys.argv[1:] or list(parts.ALL)
    unknown = [name for name in wanted if name not in parts.ALL]
    if unknown:
        print(f"bench: there is no part '{unknown[0]}'; the parts are {', '.join(parts.ALL)}", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    print("== " + machine(), flush=True)
    for name in wanted:
        print(f"== {name}", flush=True)
        bench = Bench()
        parts.ALL[name](bench)
        (FOLDER / f"{name}.json").write_text(json.dumps(bench.figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
