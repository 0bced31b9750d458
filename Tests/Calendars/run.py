#!/usr/bin/env python3
"""A host's busy times from real CalDAV servers, through the program's own guard: Radicale of two versions, Xandikos and sabre/dav, each with a password.

    run.py [--artefacts FOLDER]

Wants root: in a network and a file tree of its own, the servers have public addresses that nothing else reaches, and a certificate that
the program trusts. Ends with `N passed, N failed`.
"""

import argparse
import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import time

TESTS = pathlib.Path(__file__).parents[1]
sys.path[:0] = [str(pathlib.Path(__file__).parent), str(TESTS / "Python"), str(TESTS / "Browser")]

from playwright.sync_api import sync_playwright  # noqa: E402

from desk import Desk  # noqa: E402
from entries import HOME, entries  # noqa: E402
from onlooker import PHONE, Onlooker  # noqa: E402
from program import Site  # noqa: E402
from servers import PASSWORD, USER, DebianRadicale, Front, Radicale, Sabre, Xandikos  # noqa: E402
from tally import Tally  # noqa: E402

MARK = "OWN_CALENDARS"
# The guard takes only addresses of the public internet. Here they are this machine's own, and there is no way out.
ADDRESSES = ["5.5.5.1", "5.5.5.2", "5.5.5.3", "5.5.5.4"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    options = parser.parse_args()
    if not os.environ.pop(MARK, None):
        os.environ[MARK] = "1"
        os.execvp("unshare", ["unshare", "--net", "--mount", sys.executable, *sys.argv])
    folder = pathlib.Path(options.artefacts).resolve() / "calendars"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for words in (["ip", "link", "set", "lo", "up"], *(["ip", "addr", "add", f"{address}/32", "dev", "lo"] for address in ADDRESSES)):
        subprocess.run(words, check=True)
    tally = Tally()
    servers = [kind(folder / kind.__name__, address) for kind, address in zip((Radicale, DebianRadicale, Xandikos, Sabre), ADDRESSES)]
    site = Site(folder / "site")
    try:
        Front(servers, trusted(folder)).start()
        today = datetime.date.today()
        monday = today + datetime.timedelta(days=21 - today.weekday())
        files, _ = entries(monday)
        for server in servers:
            with tally.step(f"{server.name} holds {len(files)} entries", server.stop):
                server.start().fill(files)
        desk = Desk(site.start()).open()
        party = desk.party("Coaching in Behörden", desk.import_people(2).values(), slots=slots(monday))
        for server in servers:
            _, busy = entries(monday, datetime.timezone.utc if server.floats_in_utc else HOME, server.counts_called_off)
            judge(server, desk, busy, tally)
        ask_without_login(servers[0], desk, tally)
        look(servers[0], desk, party, site, folder, tally)
    finally:
        site.stop()
        for server in servers:
            server.stop()
    return tally.close()


def trusted(folder):
    """A certificate for the addresses, which takes the place of the system's authorities."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    names = ",".join(f"IP:{address}" for address in ADDRESSES)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=calendar", "-addext", f"subjectAltName={names}",
         "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    subprocess.run(["mount", "--bind", certificate, "/etc/ssl/certs/ca-certificates.crt"], check=True)
    return certificate, key


def judge(server, desk, busy, tally):
    fields = login(server)
    began = time.monotonic()
    desk.host.post("/settings/busy-calendar", fields).taken()
    seconds = time.monotonic() - began
    problem = desk.rows("SELECT problem FROM busy_source")
    tally.note(problem == [("",)], f"{server.name} is read in {seconds:.1f} s", problem)
    found = desk.rows("SELECT starts_at, ends_at FROM busy_time ORDER BY starts_at")
    wrong = sorted(set(found) ^ set(busy))
    tally.note(not wrong, f"{server.name}: {len(busy)} busy times, recurring, moved, left out, on whole days and in other zones", [words(one, found) for one in wrong])
    desk.host.post("/settings/busy-calendar", fields | {"calendarPassword": "falsch"}).taken()
    problem = desk.rows("SELECT problem FROM busy_source")
    tally.note(problem == [("wrongLogin",)], f"{server.name} refuses a wrong password, and the host is told", problem)


def ask_without_login(server, desk, tally):
    desk.host.post("/settings/busy-calendar", {"calendar": login(server)["calendar"]}).taken()
    problem = desk.rows("SELECT problem FROM busy_source")
    tally.note(problem == [("refused",)], f"{server.name} wants a login", problem)


def slots(monday):
    """The hour of a meeting, one beside it, and one on a day that is taken as a whole."""
    days = [(monday, "10:15"), (monday, "18:30"), (monday + datetime.timedelta(days=11), "18:30")]
    return [(day.isoformat(), clock) for day, clock in days]


def look(server, desk, party, site, folder, tally):
    """Under the slots a host with a telephone reads when they are busy, and never with what."""
    desk.host.post("/settings/busy-calendar", login(server)).taken()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        onlooker = Onlooker(browser, site.url, tally, folder)
        for language, busy, free in (("de-DE", "belegt", "frei"), ("en-GB", "busy", "free")):
            page = onlooker.host(desk.host, language, PHONE)
            page.goto(f"/parties/{party}/date")
            text = page.inner_text("main")
            tally.note(text.count(busy) >= 2 and free in text and "geheim" not in text, f"{language}: two of three slots are busy, one is free", text[:1500])
            onlooker.look(page, f"slots-{language}")
        onlooker.close("calendars")
        browser.close()


def login(server):
    return {"calendar": f"https://{server.address}{server.calendar}", "calendarUser": USER, "calendarPassword": PASSWORD}


def words(one, found):
    start, end = (datetime.datetime.fromtimestamp(part / 1000, datetime.timezone.utc) for part in one)
    return f"{'too many' if one in found else 'missing'} {start:%d.%m. %H:%M}-{end:%d.%m. %H:%M}"


if __name__ == "__main__":
    sys.exit(main())
