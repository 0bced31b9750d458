"""The disk fills up, fails, and the clock is put wrong, while guests answer. What could not be stored is not acknowledged, what was acknowledged
is there, and the program goes on by itself as soon as it can."""

import threading
import time

from answers import invite, sound
from desk import Desk
from mailroom import Mailroom
from mischief import Mischief, compiler
from program import Site
from visitor import Visitor

HOUR, YEAR = 3600, 365 * 86_400


def run(folder, rounds, chance, tally):
    if not compiler():
        return tally.skip("faults: left out, because this machine has no C compiler to build mischief.c")
    mailroom = Mailroom(folder / "mails").start()
    mischief = Mischief(folder / "mischief")
    site = Site(folder / "site", mailroom.port, **mischief.settings())
    try:
        with tally.step("faults: a party of guests is ready", site.stop):
            guests = invite(site, mailroom)
        for name in ("ENOSPC", "EIO"):
            broken(site, guests, mischief, name, tally)
        wandering(site, guests, mischief, tally)
        ahead(site, mischief, tally)
        tally.note(sound(site), "faults: the database is sound")
        tally.note(site.stop() == 0, "faults: the program ends in peace when it is asked")
    finally:
        site.stop()
        mailroom.stop()


def broken(site, guests, mischief, name, tally):
    with Answering(site, guests) as crowd:
        time.sleep(0.5)
        mischief.fail(name)
        time.sleep(0.5)
        started, before = crowd.tried, sum(guest.acknowledged for guest in guests)
        time.sleep(1)
        tried, during = crowd.tried - started, sum(guest.acknowledged for guest in guests) - before
        healthy = Visitor(site.url).get("/healthz").status
        mischief.fail()
        crowd.wait_for_more()
    tally.note(tried > 0 and during == 0, f"faults: {name}: nothing is acknowledged that can't be stored ({tried} tries)", during)
    tally.note(site.process.poll() is None, f"faults: {name}: the program goes on ({healthy})")
    faults = [fault for guest in guests for fault in guest.missing(site)]
    total = sum(guest.acknowledged for guest in guests)
    tally.note(not faults, f"faults: {name}: not one of {total} acknowledged answers and votes is lost", faults[:5])


def wandering(site, guests, mischief, tally):
    """The clock is set back an hour and ahead a day while people answer."""
    with Answering(site, guests) as crowd:
        for seconds in (-HOUR, 24 * HOUR, 0, -HOUR, 0):
            mischief.clock(seconds)
            crowd.wait_for_more()
    latest = Desk(site).rows("SELECT max(at) FROM guest_event")[0][0] / 1000
    tally.note(latest > time.time() + 20 * HOUR, "faults: the program goes by the clock that was put wrong", latest)
    faults = [fault for guest in guests for fault in guest.missing(site)]
    tally.note(not faults and not crowd.failed, "faults: a clock that jumps both ways loses no answer and fails none", (faults + crowd.failed)[:5])


def ahead(site, mischief, tally):
    """Starting once with a clock three years ahead erases nobody."""
    people = Desk(site).rows("SELECT count(*) FROM person")
    site.kill()
    mischief.clock(3 * YEAR)
    site.start()
    time.sleep(3)
    tally.note(Desk(site).rows("SELECT count(*) FROM person") == people, "faults: a clock that is ahead at one start erases nobody")
    site.kill()
    mischief.clock(0)
    site.start()
    tally.note(Desk(site).rows("SELECT count(*) FROM person") == people, "faults: nor does the start after it")


class Answering:
    """Guests who answer without pause and don't mind a refusal."""

    def __init__(self, site, guests):
        self.site = site
        self.guests = guests
        self.tried = 0
        self.failed = []
        self.isOver = threading.Event()
        self.threads = [threading.Thread(target=self.go_on, args=(guest,)) for guest in guests]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.isOver.set()
        for thread in self.threads:
            thread.join()

    def go_on(self, guest):
        visitor = Visitor(self.site.url)
        while not self.isOver.is_set():
            guest.number += 1
            answer = visitor.post(f"{guest.link}/reply", {"answer": "yes" if guest.number % 2 else "perhaps", "word": f"Wort {guest.number}"})
            self.tried += 1
            if answer.status == 303:
                guest.kept_word = guest.number
                guest.acknowledged += 1
            else:
                self.failed.append(answer.status)
            # The rate keeps posts by one link in five minutes below their limit throughout.
            time.sleep(0.3)

    def wait_for_more(self):
        """Waits until somebody's answer is acknowledged again."""
        before = sum(guest.acknowledged for guest in self.guests)
        deadline = time.monotonic() + 30
        while sum(guest.acknowledged for guest in self.guests) <= before:
            if time.monotonic() > deadline:
                raise TimeoutError(f"no answer is taken any more: {self.failed[-3:]}")
            time.sleep(0.05)
