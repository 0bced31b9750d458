#!/usr/bin/env python3
"""Serves pages of the example, for its signed-in host and for a guest, by two builds of the program in turn, with the example's data and with
100,000 people and 200 parties more. Starlette with Jinja2 serves a page as long as the list of parties beside them.

    Benchmarks/program_pages.py [--rounds N] [--seconds N] OLD_PROGRAM NEW_PROGRAM

The builds take turns in each round, so that a machine that is busy with something else is busy for all. Prints requests per second by wrk
(median of the rounds, with the least and the most) and processor time for a request, which other work disturbs less; for each build also the time
from its start to the first answer, with a database that is there, and what it keeps in memory after the first pages and after the load.
"""

import argparse
import contextlib
import pathlib
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests/Python"))

import program  # noqa: E402
from pages import starlette_server  # noqa: E402
from visitor import Visitor  # noqa: E402

PEOPLE, PARTIES = 100_000, 200
UNITS = {"B": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30}
PAGES = ("/", "/parties", "/parties/:id", "/people", "a guest's page")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3, help="of each build in each round")
    parser.add_argument("programs", nargs=2, type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        places = [Place(path.resolve(), folder / name) for path, name in zip(options.programs, ("old", "new"))]
        small = compare("With the example's data", places, folder, options)
        for place in places:
            fill(place.data)
        large = compare(f"With {PEOPLE} people and {PARTIES} parties more", places, folder, options)
    print("\nThe new build with them, to without:")
    for name in PAGES:
        print(f"  {name}: {large[name] / small[name]:.2f}")


def compare(title, places, folder, options):
    """Prints all figures and returns the last place's median for each page."""
    print(f"\n{title}", flush=True)
    medians = {}
    for place in places:
        print(f"  {place.name}: first answer after {place.start() * 1000:.0f} ms")
    try:
        for place in places:
            sizes = {name: len(place.visit(name)) for name in PAGES}
            print(f"  {place.name}: {place.memory()} resident after the first pages")
        for name in PAGES:
            with contextlib.ExitStack() as stack:
                servers = list(places)
                if name == "/parties":
                    servers.append(Peer(*stack.enter_context(starlette_server(folder, sizes[name]))))
                medians[name] = line(name, sizes[name], measured(servers, name, options), places[-1].name)
        for place in places:
            print(f"  {place.name}: {place.memory()} resident after the load", flush=True)
    finally:
        for place in places:
            place.site.stop()
    return medians


def measured(servers, name, options):
    """Maps a server's name to requests a second and milliseconds of processor time for each, over all rounds."""
    results = {server.name: [] for server in servers}
    for _ in range(options.rounds):
        for server in servers:
            before = cpu(server.pid)
            rate, count = load(server.address(name), server.cookies, options.seconds, server.size(name))
            results[server.name].append((rate, 1000 * (cpu(server.pid) - before) / max(count, 1)))
    return results


def line(name, size, results, judged):
    """Prints a page's figures and returns the judged server's median of requests a second."""
    medians = {server: [statistics.median(one[part] for one in of) for part in (0, 1)] for server, of in results.items()}
    new = medians[judged]
    print(f"  {name} ({size} bytes)")
    for server, of in results.items():
        rate, time_each = medians[server]
        spread = f"{min(one[0] for one in of):.0f} to {max(one[0] for one in of):.0f}"
        ratio = "" if server == judged else f"; {judged} serves {new[0] / rate:.1f} times as many, with {new[1] / time_each:.2f} of the processor"
        print(f"    {server}: {rate:.0f}/s ({spread}), {time_each:.2f} ms of processor each{ratio}", flush=True)
    return new[0]


def load(url, cookies, seconds, size):
    """Returns the requests per second by wrk, and their number."""
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", *(["-HCookie: " + "; ".join(cookies)] if cookies else []), url]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # A redirect to the sign-in is short, and is no error for wrk.
    amount, unit = re.search(r"requests in .*, ([\d.]+)(\w+) read", output).groups()
    if "Non-2xx" in output or float(amount) * UNITS[unit] < count_of(output) * 0.8 * size:
        raise RuntimeError(f"{url}: {output}")
    return float(re.search(r"Requests/sec:\s*([\d.]+)", output)[1]), count_of(output)


def count_of(output):
    return int(re.search(r"(\d+) requests in", output)[1])


def cpu(process):
    """Returns the seconds of processor time that all threads of a process have used."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


class Peer:
    name = "Starlette with Jinja2"
    cookies = ()

    def __init__(self, url, pid):
        self.url, self.pid = url, pid

    def address(self, _):
        return self.url

    def size(self, _):
        with urllib.request.urlopen(self.url) as answer:
            return len(answer.read())


class Place:
    """One build with its own copy of the example."""

    settings = {}

    def __init__(self, path, folder):
        self.path, self.folder, self.data, self.name = path, folder, folder / "data", folder.name
        self.data.mkdir(parents=True)
        program.PROGRAM = path
        site = program.Site(folder / "demo", STEHTISCH_LOG_LEVEL="error").start("demo")
        try:
            host = Visitor(site.url)
            host.post(site.sign_in_link()).taken()
            self.cookies = [f"{name}={value}" for name, value in host.cookies.items()]
            parties = re.findall(r'href="(/parties/[0-9a-f-]{36})"', host.get("/parties").text)
            guest = re.search(r"(/g/[\w-]{22})", site.printed())[1]
            self.paths = dict(zip(PAGES, ("/", "/parties", parties[0], "/people", guest)))
            kept = pathlib.Path(re.search(r"(/\S*stehtisch-demo-\S+)", site.printed())[1])
            copied = sqlite3.connect(self.data / "stehtisch.sqlite")
            sqlite3.connect(kept / "stehtisch.sqlite").backup(copied)
            copied.close()
            shutil.copy(kept / "secret.key", self.data)
        finally:
            site.stop()

    def start(self):
        """Seconds to the first answer, the best of five."""
        times = []
        for _ in range(5):
            if times:
                self.site.stop()
            self.site = program.Site(self.folder, STEHTISCH_LOG_LEVEL="error", **self.settings)
            times.append(self.start_once())
        return min(times)

    def start_once(self):
        with open(self.folder / "err.log", "ab") as log:
            start = time.monotonic()
            self.site.process = subprocess.Popen([self.path, "serve"], env=self.site.environment, stdout=log, stderr=log)
        while time.monotonic() - start < 60:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{self.site.url}/healthz", timeout=2).close()
                return time.monotonic() - start
            time.sleep(0.002)
        raise RuntimeError((self.folder / "err.log").read_text()[-800:])

    @property
    def pid(self):
        return self.site.process.pid

    def address(self, name):
        return self.site.url + self.paths[name]

    def visit(self, name):
        visitor = Visitor(self.site.url)
        visitor.cookies = dict(cookie.split("=", 1) for cookie in self.cookies)
        answer = visitor.get(self.paths[name])
        assert answer.status == 200, (self.name, name, answer.status)
        return answer.text.encode()

    def size(self, name):
        return len(self.visit(name))

    def memory(self):
        """The resident memory, and the part of it that belongs to no file."""
        status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        kinds = [int(re.search(rf"{kind}:\s*(\d+)", status)[1]) / 1024 for kind in ("VmRSS", "RssAnon")]
        return f"{kinds[0]:.1f} MB ({kinds[1]:.1f} of them no file's)"


def fill(data):
    """Copies the example's people and parties until there are enough."""
    database = sqlite3.connect(data / "stehtisch.sqlite")
    host = database.execute("SELECT host_id FROM party LIMIT 1").fetchone()[0]
    people = rows(database, "SELECT * FROM person LIMIT 100")
    for index in range(PEOPLE):
        person = dict(people[index % len(people)])
        person |= {"id": fresh(), "email": f"p{index}@example.org", "email_key": f"p{index}@example.org", "name": f"{person['name']} {index}"}
        insert(database, "person", person | {"search_key": f"{person['search_key']} {index}"})
    parties = rows(database, f"SELECT * FROM party WHERE host_id = '{host}'")
    for index in range(PARTIES):
        party = dict(parties[index % len(parties)])
        guests = rows(database, f"SELECT * FROM guest WHERE party_id = '{party['id']}'")
        party |= {"id": fresh(), "calendar_uid": fresh(), "title": f"{party['title']} {index}"}
        insert(database, "party", party)
        for guest in guests:
            insert(database, "guest", dict(guest) | {"id": fresh(), "party_id": party["id"], "link_hash": f"copied {uuid.uuid4()}"})
    database.commit()
    database.close()


def rows(database, sql):
    cursor = database.execute(sql)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row)) for row in cursor.fetchall()]


def insert(database, table, row):
    names = ", ".join(row)
    database.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def fresh():
    """Older than all ids of the example, so that the newest party stays the newest."""
    return f"01000000{str(uuid.uuid4())[8:]}"


if __name__ == "__main__":
    main()
