"""A database of an older program is brought to the newest schema while the program is killed, over and over. Each step of the schema happened
whole or not at all, and everybody is still there."""

import contextlib
import re
import shutil
import sqlite3
import subprocess
import time

from answers import sound
from desk import Desk
from program import PROGRAM, ROOT, Site

STEPS = sorted((ROOT / "Sources/Records/Migrations").glob("*.sql"), key=lambda path: int(path.stem))
OLDEST = 10
"""The schema that the older program knew."""
PEOPLE = 20_000


def run(folder, rounds, chance, tally):
    site = Site(folder / "site")
    old = folder / "old"
    try:
        with tally.step(f"updates: a database with schema {OLDEST} and {PEOPLE} people", site.stop):
            age(old)
        faults, between = [], 0
        with tally.step(f"updates: the program starts after each of {rounds} kills", site.stop):
            for _ in range(rounds):
                shutil.rmtree(site.data, ignore_errors=True)
                shutil.copytree(old, site.data)
                between += killed_early(site, chance.uniform(0.02, 0.6))
                site.start()
                faults += wrong(site)
                site.kill()
        tally.note(not faults, f"updates: whole after each kill, {between} of which came between two steps", faults[:5])
        site.start()
        tally.note(sound(site), "updates: the database is sound")
        tally.note(site.stop() == 0, "updates: the program ends in peace when it is asked")
    finally:
        site.stop()


def age(data):
    """Makes the database as a program of that time would have left it."""
    data.mkdir(parents=True, mode=0o700)
    (data / "secret.key").write_bytes(bytes(range(32)))
    (data / "secret.key").chmod(0o600)
    database = sqlite3.connect(data / "stehtisch.sqlite")
    database.execute("CREATE TABLE migration (number INTEGER PRIMARY KEY)")
    for step in STEPS:
        if int(step.stem) <= OLDEST:
            database.executescript(step.read_text())
            database.execute("INSERT INTO migration VALUES (?)", (int(step.stem),))
    host = identity(0)
    database.execute(
        "INSERT INTO host (id, email, name, language, zone, created_at) VALUES (?, 'host@example.org', 'Johanna', 'de', 'Europe/Berlin', 1)", (host,)
    )
    database.executemany(
        "INSERT INTO person (id, host_id, name, email, organisation, role, country, email_key, name_key, search_key, created_at, changed_at)"
        " VALUES (?, ?, ?, ?, '', '', '', ?, ?, ?, 1, 1)",
        ((identity(n), host, f"Gast {n}", f"g{n}@example.org", f"g{n}@example.org", f"gast {n}", f"gast {n}") for n in range(1, PEOPLE + 1)),
    )
    database.commit()
    database.close()
    (data / "stehtisch.sqlite").chmod(0o600)


def identity(number):
    return f"0198c1f0-0000-7000-8000-{number:012x}"


def killed_early(site, seconds):
    """True if the kill came when some steps were done and others not."""
    with open(site.folder / "err.log", "ab") as log:
        process = subprocess.Popen([PROGRAM, "serve"], env=site.environment, cwd=site.folder, stdout=log, stderr=log)
        time.sleep(seconds)
        process.kill()
        process.wait()
    done = applied(site)
    return OLDEST < max(done) < int(STEPS[-1].stem)


def applied(site):
    # A kill may leave a journal that has to be played back before anything can be read; that is a write, which `Desk`
    # never does.
    with contextlib.closing(sqlite3.connect(site.data / "stehtisch.sqlite")) as database:
        return [number for (number,) in database.execute("SELECT number FROM migration")]


def wrong(site):
    """The faults found: all steps must be in the list, and all their tables must exist."""
    if sorted(applied(site)) != [int(step.stem) for step in STEPS]:
        yield f"steps {sorted(applied(site))}"
    tables = {name for (name,) in Desk(site).rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    dropped = {name for step in STEPS for name in re.findall(r"^(?:DROP TABLE|ALTER TABLE) (\w+)(?:;| RENAME)", step.read_text(), re.M)}
    made = {name for step in STEPS for name in re.findall(r"^CREATE TABLE (\w+)", step.read_text(), re.M)}
    if made - dropped - tables:
        yield f"no {sorted(made - dropped - tables)}"
    if Desk(site).rows("SELECT count(*) FROM person") != [(PEOPLE,)]:
        yield "people are missing"
