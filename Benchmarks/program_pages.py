#!/usr/bin/env python3
"""Serves pages of the example, for its signed-in host and for a guest, by two builds of the program in turn, with the example's data and with
100,000 people and 200 parties more. Prints requests per second by wrk, and how many times as many the second build serves.

    Benchmarks/program_pages.py OLD_PROGRAM NEW_PROGRAM

Also prints what each takes from its start to the first answer, with a database that is there, and what it keeps in memory after the first pages.
"""

import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests/Python"))

import program  # noqa: E402
from pages import rate  # noqa: E402
from visitor import Visitor  # noqa: E402

PEOPLE, PARTIES = 100_000, 200


def main():
    programs = [pathlib.Path(path).resolve() for path in sys.argv[1:3]]
    with tempfile.TemporaryDirectory() as folder:
        places = [Place(path, pathlib.Path(folder) / name) for path, name in zip(programs, ("old", "new"))]
        compare("the example's data", places)
        for place in places:
            fill(place.data)
        compare(f"{PEOPLE} people and {PARTIES} parties more", places)


def compare(title, places):
    print(title)
    for place in places:
        print(f"  {place.folder.name}: first answer after {place.start() * 1000:.0f} ms")
    try:
        for name in places[0].paths:
            rates = [place.rate(name) for place in places]
            print(f"  {name}: {rates[0]:.0f}/s, {rates[1]:.0f}/s, {rates[1] / rates[0]:.1f} times", flush=True)
    finally:
        for place in places:
            print(f"  {place.folder.name}: {place.memory()} kB resident after that")
            place.site.stop()


class Place:
    """One build with its own copy of the example."""

    settings = {}

    def __init__(self, path, folder):
        self.path, self.folder, self.data = path, folder, folder / "data"
        self.data.mkdir(parents=True)
        program.PROGRAM = path
        site = program.Site(folder / "demo", STEHTISCH_LOG_LEVEL="error").start("demo")
        try:
            host = Visitor(site.url)
            host.post(site.sign_in_link()).taken()
            self.cookies = [f"Cookie: {name}={value}" for name, value in host.cookies.items()]
            parties = re.findall(r'href="(/parties/[0-9a-f-]{36})"', host.get("/parties").text)
            guest = re.search(r"(/g/[\w-]{22})", site.printed())[1]
            self.paths = {"/": "/", "/parties": "/parties", "/parties/:id": parties[0], "/people": "/people", "a guest's page": guest}
            kept = pathlib.Path(re.search(r"(/\S*stehtisch-demo-\S+)", site.printed())[1])
            copied = sqlite3.connect(self.data / "stehtisch.sqlite")
            sqlite3.connect(kept / "stehtisch.sqlite").backup(copied)
            copied.close()
            shutil.copy(kept / "secret.key", self.data)
        finally:
            site.stop()

    def start(self):
        """Seconds to the first answer, the best of three."""
        times = []
        for _ in range(3):
            if times:
                self.site.stop()
            program.PROGRAM = self.path
            self.site = program.Site(self.folder, STEHTISCH_LOG_LEVEL="error", **self.settings)
            start = time.monotonic()
            self.site.start()
            times.append(time.monotonic() - start)
        return min(times)

    def rate(self, name):
        path = self.paths[name]
        visitor = Visitor(self.site.url)
        visitor.cookies = dict(cookie.removeprefix("Cookie: ").split("=", 1) for cookie in self.cookies)
        assert visitor.get(path).status == 200, path
        return rate(self.site.url + path, *self.cookies)

    def memory(self):
        status = pathlib.Path(f"/proc/{self.site.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s*(\d+)", status)[1])


def fill(data):
    """Copies the example's people and parties until there are enough."""
    database = sqlite3.connect(data / "stehtisch.sqlite")
    number = iter(range(10**9))
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
            insert(database, "guest", dict(guest) | {"id": fresh(), "party_id": party["id"], "link_hash": f"copied {next(number)}"})
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
