"""Guests talk and write on coasters while the program is killed; afterwards they say whether they come again, and it is killed once more. What the
floor said it had done stands in the journal and on the coasters, and no ballot that was taken is lost."""

import threading
import time

from answers import sound
from floor_site import FloorSite
from light_guest import LightGuest
from visitor import Visitor

NAMES = ["b", "c", "d", "e"]
BREATH = 0.13
"""Seconds between two requests: a page may ask 100 times in ten."""


def run(folder, rounds, chance, tally):
    floor = FloorSite(folder, NAMES)
    try:
        with tally.step("evenings: a party's doors are open", floor.close):
            floor.open()
            guests = [Talker(name, floor) for name in NAMES]
        kills = max(3, rounds // 2)
        lost = []
        with tally.step(f"evenings: everybody is back at the tables after each of {kills} kills", floor.close):
            for _ in range(kills):
                interrupted(floor, guests, chance.uniform(0.6, 2.5))
                lost += missing(floor, guests)
        acknowledged = sum(len(guest.kept) for guest in guests)
        tally.note(acknowledged > kills, "evenings: much was acknowledged", acknowledged)
        tally.note(not lost, f"evenings: not one of {acknowledged} acknowledged sayings and coasters is lost", lost[:5])
        numbers = [row[0] for row in floor.desk.rows("SELECT number FROM floor_event ORDER BY number")]
        tally.note(numbers == list(range(1, len(numbers) + 1)), "evenings: the journal has no gap", numbers[-5:])
        with tally.step("evenings: the host ends it", floor.close):
            host = LightGuest(floor.doors["a"], "a", cookies=floor.desk.cookie)
            host.come_in()
            assert host.ask("nextPart")["type"] == "done"
            host.ask("end")
            floor.desk.wait("SELECT count(*) FROM party WHERE state = 'ended'")
        ballots(floor, guests, kills, chance, tally)
        tally.note(sound(floor.site), "evenings: the database is sound")
        tally.note(floor.site.stop() == 0, "evenings: the program ends in peace when it is asked")
    finally:
        floor.close()


def interrupted(floor, guests, seconds):
    """Lets all act at once until the program is gone; then starts it again."""
    threads = [threading.Thread(target=guest.talk) for guest in guests]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    floor.site.kill()
    for thread in threads:
        thread.join()
    floor.site.start()


def missing(floor, guests):
    bodies = dict(floor.desk.rows("SELECT number, body FROM floor_event"))
    lines = {text for (text,) in floor.desk.rows("SELECT text FROM coaster_line")}
    for guest in guests:
        for number, text, is_coaster in guest.kept:
            if f'"{text}"' not in bodies.get(number, ""):
                yield f"{number}: {text} is not in the journal"
            if is_coaster and text not in lines:
                yield f"{number}: {text} is on no coaster"


def ballots(floor, guests, kills, chance, tally):
    """A ballot replaces the previous one. Its line carries a number, so that a lost one shows."""
    faults = []
    with tally.step(f"evenings: ballots are taken in spite of {kills} kills", floor.close):
        for _ in range(kills):
            threads = [threading.Thread(target=guest.vote) for guest in guests]
            for thread in threads:
                thread.start()
            time.sleep(chance.uniform(0.1, 0.8))
            floor.site.kill()
            for thread in threads:
                thread.join()
            floor.site.start()
            stored = {int(line.split()[1]): int(line.split()[2]) for (line,) in floor.desk.rows("SELECT line FROM ballot")}
            faults += [
                f"{guest.name}: {stored.get(index)}, acknowledged {guest.taken}"
                for index, guest in enumerate(guests)
                if not guest.taken <= stored.get(index, 0) <= guest.tried
            ]
    taken = sum(guest.ballots for guest in guests)
    tally.note(taken > kills, "evenings: many ballots were acknowledged", taken)
    tally.note(not faults, f"evenings: not one of {taken} acknowledged ballots is lost", faults[:5])


class Talker:
    def __init__(self, name, floor):
        self.name = name
        self.floor = floor
        self.index = NAMES.index(name)
        self.number = 0
        self.kept = []
        """(number of the change, text, whether on a coaster)"""
        self.tried, self.taken, self.ballots = 0, 0, 0

    def talk(self):
        """Comes in and talks until the line is gone. A refusal, such as that of a full coaster, counts for nothing."""
        try:
            page = LightGuest(self.floor.doors[self.name], f"Gast {self.name}")
            page.come_in()
            page.ask("moveToFreeTable")
            while True:
                self.number += 1
                is_coaster = self.number % 3 == 0
                text = f"{self.name} sagt {self.number}"
                answer = page.ask("coaster" if is_coaster else "say", text=text)
                if answer["type"] == "done":
                    self.kept.append((answer["number"], text, is_coaster))
                elif answer["id"] is None:
                    return
                time.sleep(BREATH)
        except Exception:  # Whatever a broken line raises.
            return

    def vote(self):
        """Votes until the program is gone, staying below a link's limit of posts in five minutes."""
        visitor = Visitor(self.floor.site.url)
        link = self.floor.doors[self.name].removesuffix("/floor")
        try:
            while True:
                self.tried += 1
                fields = {"learnt": "yes", "gave": "no", "again": "yes", "line": f"Wahl {self.index} {self.tried}"}
                visitor.post(f"{link}/ballot", fields).taken()
                self.taken = self.tried
                self.ballots += 1
                time.sleep(0.1)
        except Exception:  # Whatever a broken line raises; what was refused was not acknowledged.
            return
