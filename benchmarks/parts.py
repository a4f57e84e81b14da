"""The parts of bin/bench: each measures one promise and notes its figures."""
import contextlib
import ctypes
import html
import os
import random
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import tempfile
import threading
import time
import zlib
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import county
import load
from withy import BINARY, ROOT, Forms, Server, county_query, days_to_the_fullest, people, searches, surnames

SECONDS = 8
PEOPLE = 64


# The best figures of comparable systems, signed in, measured once on a machine of this kind with 8 connections and its
# own database: RosarioSIS 12.0 on PostgreSQL and Gibbon 30 on MariaDB, php-fpm with 12 workers and opcache.
PEERS = {"class list": {"RosarioSIS, list of 400 pupils": 127, "Gibbon, list of 50 pupils": 79},
         "case page": {"RosarioSIS, pupil's page": 102, "Gibbon, Individual Needs record": 102},
         "evaluation saved": {"RosarioSIS, add a referral": 140, "Gibbon, add a note": 286}}


def show_peers(bench, name):
    for peer, rate in PEERS.get(name, {}).items():
        bench.floor(f"{name}, peer measured before: {peer}", rate, "a second")


def signed_in(server, role):
    return [(school, staff, server.sign_in(school, staff)) for school, staff in people(server.data, role, PEOPLE)]


def lines(pages, encoding=""):
    return [f"{path}\t{token}\t{encoding}" for path, token in pages]


def home_pages(server, role="nurture_assistant"):
    return [("/", token) for _, _, token in signed_in(server, role)]


def class_lists(server):
    pages = []
    for school, staff, token in signed_in(server, "class_teacher"):
        pages.append((class_list_of(server.data, school, staff), token))
    return pages


def class_list_of(data, school, staff):
    row = county_query(data, """
        SELECT class_id FROM role_held WHERE school_id = ? AND staff_id = ? AND ends_on IS NULL""", school, staff)
    return f"/classes/{row[0][0]}"


def case_pages(server):
    """Children with a place, now or before, picked by the end of their ids, each seen by the SENCo of the school."""
    pages = []
    for school, _, token in signed_in(server, "senco"):
        pages += [(path, token) for path in case_pages_of(server.data, school)]
    return pages


def case_pages_of(data, school):
    return [f"/pupils/{pupil}" for (pupil,) in county_query(data, """
        SELECT pupil_id FROM place WHERE school_id = ? ORDER BY substr(id, -6) LIMIT 4""", school)]


def kinds_of_pages(server):
    return {"home page of a Nurture Assistant": home_pages(server), "class list": class_lists(server),
            "case page": case_pages(server)}


def mean_size(server, pages, compressed=False):
    """The mean bytes of these pages' answers, head and body. Every one of them has to be a 200: wrk takes the redirect
    of somebody who is signed out for an answer like any other."""
    for page in pages:
        server.page(*page)
    return statistics.mean(bytes_of(server, *page, compressed=compressed) for page in pages)


def are_whole(percent):
    """Were some answers no pages, or pages of the wrong person, they would not be as long on average."""
    return 97 <= percent <= 103


def show_whole(bench, name, result, size):
    whole = 100 * result.bytes_an_answer / size
    bench.note(f"{name}, mean size of an answer", whole, "% of pages'", "97 to 103", are_whole(whole))


def measure_pages(bench):
    county = bench.county()
    with Server(county, days_later=days_to_the_fullest(county)) as server:
        server.until_answers()
        for name, pages in kinds_of_pages(server).items():
            sample = server.page(*pages[0])
            size, packed_size = mean_size(server, pages), mean_size(server, pages, compressed=True)
            load.run(server.port, "pages.lua", lines(pages), 64, 2)  # warms the caches
            at_64 = load.run(server.port, "pages.lua", lines(pages), 64, SECONDS)
            at_512 = load.run(server.port, "pages.lua", lines(pages), 512, SECONDS)
            packed = load.run(server.port, "pages.lua", lines(pages, "gzip"), 64, SECONDS)
            bench.at_least(f"{name}, 64 connections", at_64.a_second, "a second", 5000)
            bench.under(f"{name}, 64 connections, p99", at_64.p99, "ms", 40)
            bench.under(f"{name}, 512 connections, p99", at_512.p99, "ms", 250)
            bench.floor(f"{name}, 512 connections", at_512.a_second, "a second")
            bench.none(f"{name}, errors", at_64.errors + at_512.errors + packed.errors)
            bench.at_least(f"{name}, 64 connections, compressed", packed.a_second, "a second", 5000)
            show_whole(bench, f"{name}, 64 connections", at_64, size)
            show_whole(bench, f"{name}, 512 connections", at_512, size)
            show_whole(bench, f"{name}, compressed", packed, packed_size)
            mean_size(server, pages)  # each is a page still
            bench.floor(f"{name}, size", size / 1024, "KB")
            with load.Nginx({"page.html": sample}) as nginx:
                floor = load.run(nginx.port, "pages.lua", ["/page.html\t-\t"], 64, 5)
            bench.floor(f"{name}, floor: nginx serves the same bytes", floor.a_second, "a second")
            show_peers(bench, name)


def other_homes(server):
    roles = {"a SENCo": "senco", "a class teacher": "class_teacher", "a headteacher": "headteacher", "an administrator": "administrator"}
    return {f"home page of {words}": home_pages(server, role) for words, role in roles.items()}


def measure_homes(bench):
    """The homes that no bar is set for, each with its own time."""
    county = bench.county()
    with Server(county, days_later=days_to_the_fullest(county)) as server:
        server.until_answers()
        for name, pages in other_homes(server).items():
            size = mean_size(server, pages)
            load.run(server.port, "pages.lua", lines(pages), 64, 2)
            result = load.run(server.port, "pages.lua", lines(pages), 64, SECONDS // 2)
            bench.floor(f"{name}, 64 connections", result.a_second, "a second")
            bench.floor(f"{name}, 64 connections, p99", result.p99, "ms")
            bench.none(f"{name}, errors", result.errors)
            bench.floor(f"{name}, size", size / 1024, "KB")


def copied(data):
    """A copy, since saving changes it, with the keys that open its words and sign its heads."""
    folder = tempfile.TemporaryDirectory(dir=ROOT / "build/bench")
    for pattern in ("withy.db*", "child-keys.db*", "sealing.key", "head-key"):
        for name in Path(data).glob(pattern):
            shutil.copy(name, folder.name)
    os.sync()  # or the disk would still write the copy while saves wait for it
    return folder


CARDS = 12


def evaluation_forms(server, each=CARDS):
    """For so many Nurture Assistants up to so many evaluations each, of their children's sessions, with the form filled in.
    They save one after the other, over and over, so that the rows that change lie where they do in a school's week."""
    forms, cards = [], {}
    rows = county_query(server.data, """
        SELECT s.school_id, s.delivered_by, s.id, p.id
          FROM session s JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
          JOIN register_line l ON l.school_id = s.school_id AND l.session_id = s.id AND l.place_id = p.id
          LEFT JOIN evaluation e ON e.school_id = s.school_id AND e.session_id = s.id AND e.place_id = p.id
         WHERE s.outcome = 'delivered' AND p.ended_on IS NULL AND coalesce(e.attended, 1) = 1 ORDER BY s.school_id, s.delivered_by, s.held_on DESC""")
    for school, staff, session, place in rows:
        cards.setdefault((school, staff), []).append(f"/sessions/{session}/evaluations/{place}")
    most_first = sorted(cards, key=lambda person: (-min(len(cards[person]), each), person))
    for number, (school, staff) in enumerate(most_first[:PEOPLE]):
        token = server.sign_in(school, staff)
        for path in cards[school, staff][:each]:
            version, body = filled_in(server, path, token)
            forms.append(f"{number}\t{path}\t{token}\t{version}\t{body}")
    return min(len(cards), PEOPLE), forms


def filled_in(server, path, token):
    page = server.page(path, token).decode()
    form = next((one for one in Forms(page).forms if one["action"] == path), None)
    if form is None:
        raise SystemExit(f"bench: {path} shows no form")
    fields = {name: choices[len(choices) // 2] for name, choices in form["choices"].items()}
    fields.update(form["fields"])
    version = fields.pop("version", "0")
    fields.pop("once", None)
    fields["noticed"] = "Asked to join a game, waited for the answer and took the no well."
    fields["next_time"] = "Begin with the game of last week, number NUMBER."
    return version, urlencode(fields)


def changes_and_records(data):
    """How often evaluations were changed since they were first saved, and how many entries the log has."""
    return county_query(data, "SELECT (SELECT sum(version) FROM evaluation), (SELECT count(*) FROM record)")[0]


def save_with(bench, what, preload, least, p99):
    with copied(bench.county()) as folder, Server(folder, preload) as server:
        server.until_answers()
        clients, forms = evaluation_forms(server)
        before = changes_and_records(folder)
        result = load.run(server.port, "save.lua", forms, clients, SECONDS, threads=clients)
        saved, wrong = map(int, re.search(r"saved (\d+) wrong (\d+)", result.output).groups())
        bench.at_least(f"{what}, {clients} clients", saved / SECONDS, "a second", least)
        if p99:
            bench.under(f"{what}, p99", result.p99, "ms", p99)
        else:
            bench.floor(f"{what}, p99", result.p99, "ms")
        bench.none(f"{what}, not saved", wrong + result.errors)
        changes, records = (now - then for now, then in zip(changes_and_records(folder), before))
        bench.none(f"{what}, answered but not in the database", max(0, saved - changes))
        bench.none(f"{what}, answered but not in the log", max(0, saved - records))
        bench.floor(f"{what}, evaluations that took turns", len(forms), "")


def unwritten(folder):
    """The copy as it was before anybody wrote an evaluation of a child who has a place still: the rows are taken out past the
    gates, which stand again afterwards."""
    with sqlite3.connect(Path(folder.name) / "withy.db") as db:
        gates = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in gates:
            db.execute(f"DROP TRIGGER {name}")
        open_place = "(school_id, place_id) IN (SELECT school_id, id FROM place WHERE ended_on IS NULL)"
        db.execute(f"""DELETE FROM target_rating WHERE (school_id, evaluation_id) IN
                           (SELECT school_id, id FROM evaluation WHERE {open_place})""")
        db.execute(f"DELETE FROM evaluation WHERE {open_place}")
        db.execute(f"UPDATE register_line SET written = 0 WHERE {open_place}")
        for _, gate in gates:
            db.execute(gate)
    os.sync()
    return folder


def measure_first_save(bench):
    """Each person saves the evaluations of all of their children, so the run is as short as these last. Ten of each warm up
    the server, whose log is new."""
    what, seconds = "evaluation saved for the first time", 2
    with unwritten(copied(bench.county())) as folder, Server(folder) as server:
        server.until_answers()
        clients, forms = evaluation_forms(server, each=1000)
        warming = [form for at, form in enumerate(forms) if form.split("\t")[0] != forms[at - 10].split("\t")[0]]
        load.run(server.port, "save.lua", warming, clients, 1, threads=clients)
        forms = [form for form in forms if form not in set(warming)]
        counts = "SELECT count(*), sum(version) FROM evaluation"
        before = county_query(folder, counts)[0]
        result = load.run(server.port, "save.lua", forms, clients, seconds, threads=clients)
        saved, wrong = map(int, re.search(r"saved (\d+) wrong (\d+)", result.output).groups())
        first, changed = (now - then for now, then in zip(county_query(folder, counts)[0], before))
        bench.at_least(f"{what}, {clients} clients", saved / seconds, "a second", 3000)
        bench.under(f"{what}, p99", result.p99, "ms", 80)
        bench.none(f"{what}, not saved", wrong + result.errors)
        bench.none(f"{what}, answered but not in the database", max(0, saved - changed))
        share = 100 * first / max(1, saved)
        bench.note(f"{what}, of the saves that were the first", share, "%", "90 or more", share >= 90)


def measure_save(bench):
    save_with(bench, "evaluation saved", None, 3000, 80)
    show_peers(bench, "evaluation saved")
    save_with(bench, "evaluation saved, fsync 4 ms slower", bench.slow_fsync(), 2000, None)


def measure_search(bench):
    """As people type, each in their own school: a letter or two, the beginning and the middle of a name, both names."""
    with Server(bench.county()) as server:
        server.until_answers()
        tokens = {school: token for school, _, token in signed_in(server, "senco")}
        for kind, typed in searches(server.data, list(tokens)).items():
            search_with(bench, server, f"search by {kind}", [(tokens[school], what) for school, what in typed])
    with Server(bench.large_school()) as server:
        server.until_answers()
        school, _, token = signed_in(server, "senco")[0]
        kinds = searches(server.data, [school])
        search_with(bench, server, "search in one school of 4,000", [(token, what) for typed in kinds.values() for _, what in typed])
        classes = [name for (name,) in county_query(server.data, "SELECT DISTINCT name FROM class ORDER BY name")]
        result = load.run(server.port, "pages.lua", lines([(f"/pupils?q=a+{name}", token) for name in classes]), 8, SECONDS // 2)
        bench.floor("search in one school of 4,000 by a letter and a class, p50", result.p50, "ms")
        bench.floor("search in one school of 4,000 by a letter and a class, p99", result.p99, "ms")


def search_with(bench, server, name, typed):
    pages = [(f"/pupils?q={quote(what)}", token) for token, what in typed]
    size = mean_size(server, pages)
    load.run(server.port, "pages.lua", lines(pages), 8, 2)
    result = load.run(server.port, "pages.lua", lines(pages), 8, SECONDS // 2)
    bench.under(f"{name}, p99", result.p99, "ms", 10)
    bench.floor(f"{name}, p50", result.p50, "ms")
    bench.floor(f"{name}, 8 connections", result.a_second, "a second")
    bench.none(f"{name}, errors", result.errors)
    show_whole(bench, name, result, size)


def measure_start(bench):
    data = bench.county()
    with Server(data) as server:
        server.until_answers()
        school, staff = people(data, "nurture_assistant", 1)[0]
        token = server.sign_in(school, staff)
    times = []
    for _ in range(5):
        with Server(data) as server:
            times.append(server.until_answers("/", token))
    bench.under("start to the first page, the county's data, median of 5", statistics.median(times), "s", 0.3)
    bench.floor("start to the first page, slowest of 5", max(times), "s")


def most_memory_during(server, work):
    """The most that stood in memory while the work ran."""
    most, over = [0.0, 0.0], threading.Event()

    def watch():
        while not over.wait(0.05):
            now = server.memory()
            most[0], most[1] = max(most[0], now[0]), max(most[1], now[1])

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        work()
    finally:
        over.set()
        watcher.join()
    return most


def stories_of_everyone(server):
    """The story of every child who ever had a place, as the SENCo of their school opens it."""
    return [(f"/pupils/{pupil}", token) for school, _, token in signed_in(server, "senco")
            for (pupil,) in county_query(server.data, "SELECT DISTINCT pupil_id FROM place WHERE school_id = ?", school)]


def measure_memory(bench):
    with Server(bench.demonstration()) as server:
        server.until_answers()
        for path, token in home_pages(server)[:2] + case_pages(server)[:2]:
            server.page(path, token)
        time.sleep(1)
        anonymous, resident = server.memory()
        bench.under("idle with the demonstration, of its own (RssAnon)", anonymous, "MB", 40)
        bench.under("idle with the demonstration, mapped files too (VmRSS)", resident, "MB", 40)
        for path, token in stories_of_everyone(server):
            server.page(path, token)
        time.sleep(1)
        anonymous, resident = server.memory()
        bench.under("idle after every child's story was opened, of its own (RssAnon)", anonymous, "MB", 40)
        bench.floor("idle after every child's story was opened, mapped files too (VmRSS)", resident, "MB")
    with copied(bench.county()) as folder, Server(folder) as server:
        server.until_answers()
        kinds = [*kinds_of_pages(server).values(), *other_homes(server).values()]
        pages = [page for kind in kinds for page in kind]
        clients, forms = evaluation_forms(server)

        def read_and_save():
            saving = threading.Thread(
                target=lambda: load.run(server.port, "save.lua", forms, clients, SECONDS, threads=clients))
            saving.start()
            load.run(server.port, "pages.lua", lines(pages), 512, SECONDS)
            saving.join()

        anonymous, resident = most_memory_during(server, read_and_save)
        bench.under(f"512 connections read, {clients} save, of its own (RssAnon)", anonymous, "MB", 250)
        bench.under(f"512 connections read, {clients} save, mapped files too (VmRSS)", resident, "MB", 250)


def answer_of(server, path, token, compressed=True):
    """Everything that one answer sends over the wire, head and body, compressed as a browser asks for it or not."""
    accepted = "Accept-Encoding: gzip, deflate, br\r\n" if compressed else ""
    request = (f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: withy={token}\r\n"
               f"{accepted}Connection: close\r\n\r\n")
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as wire:
        wire.sendall(request.encode())
        return b"".join(iter(lambda: wire.recv(65536), b""))


def bytes_of(server, path, token, compressed=True):
    return len(answer_of(server, path, token, compressed))


def links_of(page):
    head, _, body = page.partition(b"\r\n\r\n")
    if b"content-encoding: gzip" in head.lower():
        body = zlib.decompress(body, zlib.MAX_WBITS | 16)
    return {html.unescape(link) for link in re.findall(r'<a [^>]*?href="(/[^"#]*)', body.decode())}


def pages_behind(server, token):
    """Every page that somebody comes to by links from Today, with its bytes over the wire; and what is not there. A letter's
    PDF is no page."""
    sizes, missing, seen, waiting = {}, [], {"/"}, ["/"]
    while waiting:
        path = waiting.pop()
        answer = answer_of(server, path, token)
        if answer[9:10] not in (b"2", b"3"):  # a way on, to CPOMS or to a headteacher's reason first, is there
            missing.append(path)
        elif b"content-type: text/html" in answer[:2048].lower():
            sizes[path] = len(answer)
            links = links_of(answer)
            waiting += links - seen
            seen |= links
    return sizes, missing


def measure_every_page(bench, server):
    """As one of each role of the demonstration."""
    sizes, nowhere = {}, []
    for (role,) in county_query(server.data, "SELECT DISTINCT role FROM role_held ORDER BY role"):
        for school, staff in people(server.data, role, 1):
            of_role, missing = pages_behind(server, server.sign_in(school, staff))
            sizes.update(((role, path), size) for path, size in of_role.items())
            nowhere += missing
    bench.none("later: links to what is not there", len(nowhere))
    for path in nowhere:
        bench.floor(f"  {path}", 1, "")
    (role, path), most = max(sizes.items(), key=lambda page: page[1])
    bench.under(f"later: the heaviest of {len(sizes):,} pages", most / 1024, "KB", 8)
    bench.floor(f"  it is {path} of a {role.replace('_', ' ')}", most / 1024, "KB")
    bench.floor("later: pages of 8 KB or more", sum(size >= 8 * 1024 for size in sizes.values()), "")


def measure_weight(bench):
    with Server(bench.demonstration()) as server:
        server.until_answers()
        kinds = {name: pages[0] for name, pages in kinds_of_pages(server).items()}
        path, token = kinds["home page of a Nurture Assistant"]
        markup = server.page(path, token).decode()
        parts = set(re.findall(r'(?:href|src)="(/assets/[^"]+|/[^"]+\.(?:css|js|svg|png|ico|woff2|webmanifest))"', markup))
        for style in [part for part in parts if part.endswith(".css")]:
            sheet = server.page(style, token).decode()
            for address in re.findall(r"url\(['\"]?([^'\")]+)['\"]?\)", sheet):
                if not address.startswith("data:"):
                    parts.add(urlsplit(address).path if address.startswith("/") else style.rsplit("/", 1)[0] + "/" + address)
        sizes = {part: bytes_of(server, part, token) for part in sorted(parts)}
        page = bytes_of(server, path, token)
        bench.under("first visit, compressed, everything", (page + sum(sizes.values())) / 1024, "KB", 70)
        for part, size in sizes.items():
            bench.floor(f"  of it {part}", size / 1024, "KB")
        for name, (path, token) in kinds.items():
            bench.under(f"later: {name}", bytes_of(server, path, token) / 1024, "KB", 8)
        measure_every_page(bench, server)


def measure_queries(bench):
    """The test counts the statements of every page at 10 and at 1,000 rows; it is run here as it stands."""
    output = subprocess.run(
        [ROOT / "build/dev/app_tests", "--gtest_filter=*Queries*"], cwd=ROOT,
        env={"WITHY_TEST_ENGINE": "sqlite", "PATH": "/usr/bin:/bin"}, capture_output=True, text=True, timeout=300).stdout
    counted = re.findall(r"QUERIES (\d+) (\d+) (.+)", output)
    if not counted:
        raise SystemExit(f"bench: app_tests counted no queries\n{output[-2000:]}")
    for few, many, page in counted:
        bench.note(f"queries of {page} at 10 and 1,000 rows", int(many), "queries", f"as at 10: {few}", few == many)


def measure_floors(bench):
    """The statements of the measured pages through sqlite3 alone, and one change committed by itself."""
    data = bench.county()
    with copied(data) as folder:
        with Server(folder) as server:
            server.until_answers()
            pages = []
            for role, name, paths in (
                    ("nurture_assistant", "home page of a Nurture Assistant", lambda school, staff: ["/"]),
                    ("class_teacher", "class list", lambda school, staff: [class_list_of(data, school, staff)]),
                    ("senco", "case page", lambda school, staff: case_pages_of(data, school)),
                    ("senco", "search", lambda school, staff: [f"/pupils?q={quote(surnames(data)[school][:4])}"])):
                for school, staff in people(data, role, PEOPLE):
                    pages += [f"{name}\t{path}\t{school}\t{staff}" for path in paths(school, staff)]
        output = subprocess.run(
            [ROOT / "build/release/floor", f"{folder}/withy.db", str(days_to_the_fullest(data)), "3"],
            input="\n".join(pages) + "\n", check=True, capture_output=True, text=True).stdout
    for line in output.splitlines():
        name, statements, rate = line.split("\t")
        bench.floor(f"raw sqlite3, one thread: {name} ({statements} statements)", int(rate), "a second")


# Rounds of so many seconds: the machine changes by half from one minute to the next, and neighbours in time less.
ROUNDS, A_ROUND = 11, 4
# By so many percent pages of both may differ in size: they say in other words why a child is seen.
AS_LONG = 2


def sizes_alike(servers, pages):
    """The mean size of each kind of page, by server. Both have to make the same pages, or their speed says nothing."""
    sizes = {kind: {name: mean_size(server, some) for name, some in pages[kind].items()} for kind, server in servers.items()}
    for name, size in sizes["guarded"].items():
        percent = 100 * sizes["open"][name] / size
        if abs(percent - 100) > AS_LONG:
            raise SystemExit(f"bench: {name} of the open house has {percent:.1f} % of the size that it has with the guard")
    return sizes


def has_to_ask_nobody(server, pages):
    """Or the linker took the product's own in place of what stands in open_house.cpp."""
    if b"nobody asks" not in server.page(*pages["case page"][0]):
        raise SystemExit("bench: the open house asks who may know")


def all_pages(server, pages, seconds):
    result = load.run(server.port, "pages.lua", lines(pages), 64, seconds)
    if result.errors:  # a fast error would count as a fast page
        raise SystemExit(f"bench: {result.errors} answers to {pages[0][0]} and such were no pages")
    return result


def until_reads_are_moved(server):
    """Under load reads stand in a journal for up to five seconds (decision 30). Moved into the log later, while the other
    server is measured, they would be paid for by that one."""
    for _ in range(300):
        if not any(server.data.glob("withy.db-reads-*")):
            return
        time.sleep(0.1)
    raise SystemExit("bench: reads were not moved into their log within 30 s")


def rate_in_a_round(server, pages, size):
    all_pages(server, pages, 2)  # warms the caches, and fills the journal that is moved in the round
    result = all_pages(server, pages, A_ROUND)
    until_reads_are_moved(server)
    whole = 100 * result.bytes_an_answer / size
    if not are_whole(whole):
        raise SystemExit(f"bench: answers to {pages[0][0]} and such had {whole:.1f} % of the pages' size")
    return round(result.a_second, 2)


def show_cost(bench, name, rounds):
    """Each round of one is compared with its neighbour of the other, and not the best minute of one with the worst of the
    other. The rounds are kept, so that all of this can be computed again."""
    losses = [100 * (1 - pair["guarded"] / pair["open"]) for pair in rounds]
    lower, median, upper = statistics.quantiles(losses, n=4)
    for words, kind in (("without log of reads and need to know", "open"), ("with both", "guarded")):
        bench.floor(f"{name}, {words}, median", statistics.median(pair[kind] for pair in rounds), "a second")
    bench.under(f"{name}, what both cost, median of pairs", median, "%", 15)
    bench.floor(f"{name}, what both cost, lower quartile", lower, "%")
    bench.floor(f"{name}, what both cost, upper quartile", upper, "%")
    bench.keep(f"{name}, rounds", rounds, "a second")


def measure_guard(bench):
    """What the log of reads and need to know cost: the same pages, by turns, beside a build that has neither."""
    data = bench.county()
    binaries = {"guarded": BINARY, "open": BINARY.parent / "open_house"}
    later = days_to_the_fullest(data)
    with contextlib.ExitStack() as all_of_it:
        servers = {}
        for kind, binary in binaries.items():
            folder = all_of_it.enter_context(copied(data))
            servers[kind] = all_of_it.enter_context(Server(folder, days_later=later, binary=binary))
            servers[kind].until_answers()
        pages = {kind: kinds_of_pages(server) for kind, server in servers.items()}
        sizes = sizes_alike(servers, pages)
        has_to_ask_nobody(servers["open"], pages["open"])
        rounds = {name: [] for name in pages["guarded"]}
        for turn in range(ROUNDS):
            order = list(servers)[::-1 if turn % 2 else 1]
            for name, pairs in rounds.items():
                rates = {kind: rate_in_a_round(servers[kind], pages[kind][name], sizes[kind][name]) for kind in order}
                pairs.append({"first": order[0], **rates})
        sizes_alike(servers, pages)  # each is a page still
    for name, pairs in rounds.items():
        show_cost(bench, name, pairs)


READS, CHANGES = 10_000_000, 2_000_000


def measure_audit(bench):
    """How fast withy audit verify looks through a school's logs, written as Withy writes them."""
    with copied(bench.demonstration()) as folder:
        began = time.perf_counter()
        subprocess.run([ROOT / "build/release/long_log", Path(folder) / "withy.db", str(READS), str(CHANGES)], check=True)
        bench.floor("entries written by themselves, 20,000 a commit", (READS + CHANGES) / (time.perf_counter() - began), "a second")
        verify = [BINARY, "audit", "verify", "--data", folder]
        subprocess.run([BINARY, "audit", "heads", "--data", folder], check=True, stdout=subprocess.DEVNULL)
        began = time.perf_counter()
        verified = subprocess.run(verify, text=True, stdout=subprocess.PIPE)
        if verified.returncode:
            raise SystemExit(f"bench: audit verify ended with {verified.returncode}:\n{verified.stdout}")
        output = verified.stdout
        taken = time.perf_counter() - began
        found = sum(int(count.replace(",", "")) for count in re.findall(r": ([\d,]+) entr", output))
        bench.note("entries that were looked through", found, "", f"at least {READS + CHANGES:,}", found >= READS + CHANGES)
        bench.at_least("audit verify, ten million reads and two million changes", found / taken, "a second", 500_000)


ROUNDS_OF_SIGNING_IN = 60


def hash_of_password(password):
    """As Withy makes it (base/secret.cpp)."""
    sodium, made = ctypes.CDLL("libsodium.so.23"), ctypes.create_string_buffer(128)
    operations, memory = ctypes.c_ulonglong(2), ctypes.c_size_t(64 * 1024 * 1024)
    if sodium.crypto_pwhash_str(made, password, ctypes.c_ulonglong(len(password)), operations, memory):
        raise SystemExit("bench: no password was hashed")
    return made.value.decode()


def people_who_sign_in(folder, password):
    """Makes three of the demonstration's: one who signs in, one without a password, one who has left."""
    staff = county_query(folder, "SELECT account_id, id FROM staff WHERE account_id IS NOT NULL AND left_on IS NULL LIMIT 3")
    with contextlib.closing(sqlite3.connect(folder / "withy.db")) as db, db:
        for (account, _), name, known in zip(staff, ("works", "invited", "left"), (True, False, True)):
            db.execute("UPDATE account SET address = ?, password_hash = ? WHERE id = ?",
                       (f"{name}@bench.example", hash_of_password(password) if known else "", account))
        db.execute("UPDATE staff SET left_on = date('now', '-1 day') WHERE id = ?", (staff[2][1],))


def time_to_sign_in(server, address, password, answers):
    body = urlencode({"address": f"{address}@bench.example", "password": password})
    began = time.perf_counter()
    status, _, _ = server.ask("POST", "/sign-in", body=body)
    taken = (time.perf_counter() - began) * 1000
    if status != answers:
        raise SystemExit(f"bench: signing in as {address} answered {status}, not {answers}")
    return taken


def medians_of_signing_in(server, ways, before_each):
    """By turns, in another order each time, so that what else the machine does falls on all of them alike."""
    times, order = {name: [] for name in ways}, random.Random(1)
    for _ in range(ROUNDS_OF_SIGNING_IN):
        for name in order.sample(list(ways), len(ways)):
            before_each()
            times[name].append(time_to_sign_in(server, *ways[name]))
    return {name: statistics.median(taken) for name, taken in times.items()}


def measure_sign_in(bench):
    """How long each way of signing in takes over HTTP. That all cost one hash is tested (tests/journeys/sign_in_work_test.cpp)."""
    right, wrong = b"seven quiet willows", b"seven quiet willow"
    failing = {"an address that nobody has": ("nobody", right, 422), "a wrong password": ("works", wrong, 422),
               "an account without a password": ("invited", right, 422), "the right password of who has left": ("left", right, 422)}
    paused = {"an account that is paused": ("works", right, 422), "an address that nobody has, paused": ("nobody", right, 422)}
    with copied(bench.demonstration()) as name:
        folder = Path(name)
        people_who_sign_in(folder, right)
        with Server(folder) as server, contextlib.closing(sqlite3.connect(folder / "withy.db", timeout=20)) as db:
            server.until_answers()

            def nothing_has_failed():
                with db:
                    db.execute("DELETE FROM sign_in_failure")
            medians = medians_of_signing_in(server, failing | {"the right password": ("works", right, 303)}, nothing_has_failed)
            nothing_has_failed()
            for address in ("works", "nobody"):
                for _ in range(5):
                    time_to_sign_in(server, address, wrong, 422)
            medians_paused = medians_of_signing_in(server, paused, lambda: None)
    for name, median in (medians | medians_paused).items():
        bench.floor(f"sign-in, {name}, p50", median, "ms")
    times = [medians[name] for name in failing]
    bench.under("sign-in, the medians of what fails, furthest apart", 100 * (max(times) / min(times) - 1), "%", 10)


ENGLAND = 300_000  # classes of 30 pupils


def figures_of(*command):
    """What a program printed, one figure a line."""
    lines = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout.splitlines()
    return {name: float(value) for name, value in (line.split("\t") for line in lines)}


def must_flag_the_same(own, other):
    """A time is held beside that of another program only where both did the same work and found the same."""
    name = "flagged of the first classes"
    if own[name] != other[name] or own[name] == 0:
        raise SystemExit(f"bench: of the same classes beside the same reference {own[name]:.0f} are flagged here and {other[name]:.0f} in R")


def measure_statistics(bench):
    """The screen of a country's classes and the comparison of one pupil, beside R doing the same on the same scores."""
    with tempfile.TemporaryDirectory() as folder:
        scores = Path(folder) / "scores"
        own = figures_of(ROOT / "build/release/screening", ENGLAND, scores)
        other = figures_of("Rscript", "--vanilla", ROOT / "benchmarks/screening.R", scores)
    must_flag_the_same(own, other)
    bench.under("comparison of one pupil with the class, three measures", own["crawford-howell microseconds"], "µs", 50)
    bench.under("comparison of one pupil with ten other classes", own["class-centred microseconds"], "µs", 50)
    bench.floor("comparison of one pupil with the class in R", other["crawford-howell microseconds"], "µs")
    bench.under("screen of 9 million pupils", own["screen seconds"], "s", 10)
    bench.under("memory of it, with the scores", own["most memory"], "MB", 1000)
    in_r = other["screen seconds a class"] * ENGLAND
    bench.floor("the same screen in R, from its first 3,000 classes", in_r, "s")
    bench.at_least("times as fast as R", in_r / own["screen seconds"], "", 200)


def link_to_the_county(data):
    """By which somebody of the county's team chooses a password."""
    said = subprocess.run([BINARY, "county", "team", "--data", data, "--name", "The county's nurture team", "--person", "Ada Holt",
                           "--address", "ada@county.example"], check=True, capture_output=True, text=True).stdout
    return re.search(r"/invitations/\S+", said)[0]


def analyst_by(server, link):
    """The token of who chose a password there."""
    form = next(one for one in Forms(server.get(link)[2].decode()).forms if one["action"] == link)
    _, headers, _ = server.ask("POST", link, body=urlencode(form["fields"] | {"password": "eleven quiet willows"}))
    found = [re.match(r"withy=([^;]+)", cookie) for cookie in headers.get_all("Set-Cookie", [])]
    token = next((one[1] for one in found if one), None)
    if not token:
        raise SystemExit("bench: nobody of the county's team was signed in")
    return token


def times_of(server, path, token, rounds):
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        server.page(path, token)
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def measure_county(bench):
    """The county's page of outcomes: ten years of 300 schools, from the first row read to the whole page, and as a browser gets it."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(bench.schools_of_a_county(), data)
        given = county.give_outcomes(data / "withy.db", last_year_over())
        parts, scales = (county_query(data, f"SELECT count(*) FROM {table}")[0][0] for table in ("outcome_cell", "outcome_scale"))
        runs = [subprocess.run([BINARY, "county", "outcomes", "--data", data, "--time"], check=True, capture_output=True, text=True)
                for _ in range(9)]
        link = link_to_the_county(data)
        with Server(data) as server:
            server.until_answers()
            analyst = analyst_by(server, link)
            by_http = {name: times_of(server, path, analyst, 30)
                       for name, path in (("as it opens", "/county"), ("by target area", "/county?by=target_area"))}
    times = sorted(int(run.stderr.split()[0]) for run in runs)
    bench.floor("county's page, years of schools", given, "")
    bench.floor("county's page, figures given of parts", parts, "")
    bench.floor("county's page, figures given of scales", scales, "")
    bench.floor("county's page, bytes", len(runs[0].stdout.encode()), "")
    bench.floor("a file of everything at once over ten years, p50", times[len(times) // 2], "ms")
    for name, took in by_http.items():
        bench.under(f"county's page over ten years, {name}, by HTTP, p50", took[len(took) // 2], "ms", 100)
        bench.under(f"county's page over ten years, {name}, by HTTP, slowest of thirty", took[-1], "ms", 100)


def last_year_over():
    """The school year whose outcomes can be told: from 1 November on the one that ended in August."""
    today = time.localtime()
    return today.tm_year - 1 if today.tm_mon >= 11 else today.tm_year - 2


ALL = {"pages": measure_pages, "homes": measure_homes, "save": measure_save, "first-save": measure_first_save, "search": measure_search, "start": measure_start,
       "memory": measure_memory, "weight": measure_weight, "queries": measure_queries, "floors": measure_floors,
       "audit": measure_audit, "guard": measure_guard, "sign-in": measure_sign_in, "statistics": measure_statistics, "county": measure_county}
