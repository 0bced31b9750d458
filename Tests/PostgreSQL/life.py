"""The program on PostgreSQL while its server restarts and crashes: what was acknowledged is there afterwards, and the program goes on."""

import http.client
import random
import threading
import time

from answers import invite
from mailroom import Mailroom
from postgres import Server
from program import Site, new_database
from visitor import Visitor

ROUNDS = 3


def run(folder, tally):
    mailroom = Mailroom(folder / "mails").start()
    server = Server(lasting=True)
    try:
        with server:
            play(folder, server, mailroom, tally)
    finally:
        mailroom.stop()


def play(folder, server, mailroom, tally):
    database = new_database(server.url, "life")
    site = Site(folder / "site", mailroom.port, STEHTISCH_DATABASE=database)
    try:
        with tally.step("life: the program makes its tables in an empty database, and letters leave", site.stop):
            guests = invite(site, mailroom)
        said = site.run("doctor").stdout
        tally.note("each commit is flushed" in said and "every table can be read" in said, "life: doctor looks at the server", said)
        other = Site(folder / "other", STEHTISCH_DATABASE=database).run("serve")
        tally.note(other.returncode != 0 and "another Stehtisch" in other.stderr, "life: a second program is refused", other.stderr[-300:])
        lost = []
        with tally.step(f"life: guests answer through {ROUNDS} restarts and {ROUNDS} crashes of the server", site.stop):
            for number in range(2 * ROUNDS):
                trouble(site, server, guests, restarts=number % 2 == 0)
                lost += [fault for guest in guests for fault in guest.missing(site)]
        acknowledged = sum(guest.acknowledged for guest in guests)
        tally.note(acknowledged > 10 * ROUNDS, "life: many answers were acknowledged", acknowledged)
        tally.note(not lost, f"life: not one of {acknowledged} acknowledged answers and votes is lost", lost[:5])
        told = Visitor(site.url).get("/metrics").text
        tally.note("stehtisch_database_connections " in told, "life: the pool's figures can be watched", told[:300])
        tally.note(site.stop() == 0, "life: the program ends in peace when it is asked")
        other = Site(folder / "other", STEHTISCH_DATABASE=database).run("serve")
        tally.note(other.returncode != 0 and "secret key" in other.stderr, "life: another folder's key is refused", other.stderr[-300:])
    finally:
        site.stop()


def trouble(site, server, guests, restarts):
    """All guests answer; meanwhile the server goes and comes back."""
    end = threading.Event()
    threads = [threading.Thread(target=answer_on_and_on, args=(guest, site.url, end)) for guest in guests]
    for thread in threads:
        thread.start()
    time.sleep(random.uniform(0.3, 0.8))
    if restarts:
        server.restart()
    else:
        server.crash()
        time.sleep(1)
        server.start()
    time.sleep(0.5)
    end.set()
    for thread in threads:
        thread.join()
    deadline = time.monotonic() + 20
    while not site.answers():
        if time.monotonic() > deadline:
            raise TimeoutError("the program does not find its database again")
        time.sleep(0.1)


def answer_on_and_on(guest, url, end):
    visitor = Visitor(url)
    while not end.is_set():
        guest.number += 1
        try:
            guest.reply(visitor)
            guest.vote(visitor)
        except (AssertionError, OSError, http.client.HTTPException):
            # “One moment, please”: it may or may not be stored.
            time.sleep(0.2)
