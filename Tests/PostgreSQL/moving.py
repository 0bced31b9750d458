"""An installation moves from SQLite to PostgreSQL and back: tables are counted and hashed, and the same links open."""

import re
import shutil

from answers import invite
from mailroom import Mailroom
from postgres import Server
from program import Site, new_database
from visitor import Visitor


def run(folder, tally):
    mailroom = Mailroom(folder / "mails").start()
    with Server() as server:
        site = Site(folder / "site", mailroom.port)
        site.settings.pop("STEHTISCH_DATABASE", None)
        try:
            play(folder, server, site, mailroom, tally)
        finally:
            site.stop()
            mailroom.stop()


def play(folder, server, site, mailroom, tally):
    with tally.step("moving: a party with letters that were sent, on SQLite", site.stop):
        guests = invite(site, mailroom)
        before = said(site, guests)
    address = new_database(server.url, "moved")
    busy = site.run("move", "--to", address)
    tally.note(busy.returncode != 0 and "Stop it first" in busy.stderr, "moving: not while the server runs", busy.stderr)
    site.stop()
    there = site.run("move", "--to", address)
    tally.note(there.returncode == 0 and "guest: 8 rows" in there.stdout, "moving: to PostgreSQL", there.stdout + there.stderr)
    again = site.run("move", "--to", address)
    tally.note(again.returncode != 0 and "holds something" in again.stderr, "moving: never over what is there", again.stderr)
    original = site.data / "stehtisch.sqlite"
    aside = folder / "aside.sqlite"
    shutil.move(original, aside)
    site.settings["STEHTISCH_DATABASE"] = address
    with tally.step("moving: the program starts on PostgreSQL", site.stop):
        site.start()
    tally.note(said(site, guests) == before, "moving: the same links open the same pages there")
    copy = folder / "copy.sqlite"
    saved = site.run("backup", str(copy))
    tally.note(saved.returncode == 0 and copy.exists(), "moving: a backup of PostgreSQL is a file, while it runs", saved.stderr)
    site.stop()
    back = site.run("move", "--from", address, "--to", str(original))
    tally.note(back.returncode == 0, "moving: back to SQLite", back.stderr)
    hashes = [line for line in there.stdout.splitlines() if line.startswith(("guest:", "person:", "floor_event:", "outbox:"))]
    tally.note(all(line in back.stdout for line in hashes), "moving: the tables are the same on both ways", back.stdout)
    del site.settings["STEHTISCH_DATABASE"]
    with tally.step("moving: the program starts on SQLite again", site.stop):
        site.start()
    tally.note(said(site, guests) == before, "moving: the same links open the same pages again")
    site.stop()
    restored = new_database(server.url, "restored")
    done = site.run("move", "--from", str(copy), "--to", restored)
    tally.note(done.returncode == 0, "moving: the backup goes back to PostgreSQL", done.stderr)


def said(site, guests):
    """The text of the guests' pages, as far as it is the same each time."""
    visitor = Visitor(site.url)
    pages = [visitor.get(guest.link) for guest in guests]
    return [(page.status, re.findall(r"<h[12].*?</h[12]>", page.text, re.DOTALL)) for page in pages]
