"""Runs wrk for a bounded time and reads what it says; nginx stands beside as the floor."""
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

from withy import ROOT, free_port

UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60000.0}


def milliseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * UNITS[unit]


BYTES = {"B": 1, "KB": 1024, "MB": 1024**2, "GB": 1024**3, "TB": 1024**4}


class Load:
    """What one run of wrk measured."""

    def __init__(self, output):
        self.output = output
        self.a_second = float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])
        self.p50 = milliseconds(re.search(r"(?m)^\s+50%\s+(\S+)", output)[1])
        self.p99 = milliseconds(re.search(r"(?m)^\s+99%\s+(\S+)", output)[1])
        answers, read, unit = re.search(r"(\d+) requests in \S+, ([\d.]+)([KMGT]?B) read", output).groups()
        self.bytes_an_answer = float(read) * BYTES[unit] / max(1, int(answers))
        bad = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
        sockets = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", output)
        self.errors = (int(bad[1]) if bad else 0) + (sum(map(int, sockets.groups())) if sockets else 0)


def run(port, script, lines, connections, seconds, threads=2):
    """Sends what the lines say, over kept connections."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requests:
        requests.write("\n".join(lines) + "\n")
        requests.flush()
        environment = dict(os.environ, REQUESTS=requests.name, RUN=f"{int(time.time() * 1000) & 0xffffffff:08x}")
        output = subprocess.run(
            ["wrk", "--latency", "-t", str(threads), "-c", str(connections), "-d", f"{seconds}s", "--timeout", "10s",
             "-s", str(ROOT / "benchmarks" / script), f"http://127.0.0.1:{port}/"],
            env=environment, capture_output=True, text=True, timeout=seconds + 60)
    if output.returncode != 0:
        raise SystemExit("bench: wrk failed: " + output.stderr)
    if os.getenv("SHOW_WRONG"):
        print(output.stdout)
    return Load(output.stdout)


class Nginx:
    """Serves files of a folder on a free port: how fast this machine hands out these bytes at all."""

    def __init__(self, files):
        self.port = free_port()
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name)
        for name, content in files.items():
            (root / name).write_bytes(content)
        (root / "nginx.conf").write_text(f"""
            daemon off; worker_processes 2; pid {root}/pid; error_log {root}/log;
            events {{ worker_connections 1024; }}
            http {{ access_log off; default_type text/html; keepalive_requests 1000000; open_file_cache max=10;
                    client_body_temp_path {root}; proxy_temp_path {root}; fastcgi_temp_path {root};
                    uwsgi_temp_path {root}; scgi_temp_path {root};
                    server {{ listen 127.0.0.1:{self.port}; root {root}; }} }}""")
        root.chmod(0o755)
        self.process = subprocess.Popen(["nginx", "-p", str(root), "-c", str(root / "nginx.conf")],
                                        stderr=subprocess.DEVNULL)
        time.sleep(0.3)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        self.folder.cleanup()
