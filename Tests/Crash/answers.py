"""Guests answer and vote, as fast as the program lets them, while it is killed. What was acknowledged must be there afterwards."""

import datetime
import http.client
import threading
import time

from desk import Desk
from mailroom import Mailroom
from program import Site
from visitor import Visitor

GUESTS = 8
PATIENCE = 1.2
POSTS_BY_A_LINK = 60  # The program takes no more from one guest in five minutes; a new start begins at none.


def run(folder, rounds, chance, tally):
    mailroom = Mailroom(folder / "mails").start()
    site = Site(folder / "site", mailroom.port)
    try:
        with tally.step("answers: a party of guests is ready", site.stop):
            guests = invite(site, mailroom)
        lost, acknowledged = [], 0
        with tally.step(f"answers: the program starts again after each of {rounds} kills", site.stop):
            for _ in range(rounds):
                pester(site, guests, chance.uniform(0.15, PATIENCE))
                site.start()
                lost += [fault for guest in guests for fault in guest.missing(site)]
                acknowledged = sum(guest.acknowledged for guest in guests)
        tally.note(acknowledged > rounds, "answers: many answers were acknowledged", acknowledged)
        tally.note(not lost, f"answers: not one of {acknowledged} acknowledged answers and votes is lost", lost[:5])
        tally.note(sound(site), "answers: the database is sound")
        tally.note(site.stop() == 0, "answers: the program ends in peace when it is asked")
    finally:
        site.stop()
        mailroom.stop()


def invite(site, mailroom):
    desk = Desk(site.start()).open()
    people = desk.import_people(GUESTS)
    first = datetime.date.today() + datetime.timedelta(days=20)
    slots = [((first + datetime.timedelta(days=day)).isoformat(), "18:30") for day in range(3)]
    party = desk.party("Antworten", people.values(), slots)
    desk.send_wave(party).taken()
    mails = mailroom.wait_for_count(GUESTS)
    assert len(mails) == GUESTS, f"{len(mails)} letters arrived"
    slot_ids = [row[0] for row in desk.rows("SELECT id FROM slot ORDER BY starts_at")]
    guests = {row[0]: row[1] for row in desk.rows("SELECT person.email, guest.id FROM guest JOIN person ON person.id = person_id")}
    return [Guest(guests[mail.recipient], mail.link("/g/"), slot_ids) for mail in mails]


def pester(site, guests, seconds):
    """Lets all guests answer at once, until the program is gone."""
    threads = [threading.Thread(target=guest.answer_without_end, args=(site.url,)) for guest in guests]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    site.kill()
    for thread in threads:
        thread.join()


def sound(site):
    found = site.run("doctor").stdout
    return "Database file: sound" in found or "Database: every table can be read" in found


class Guest:
    """Counts up: the word of an answer and the votes carry a number, so that a lost one shows."""

    def __init__(self, identity, link, slots):
        self.identity = identity
        self.link = link
        self.slots = slots
        self.number = 0
        self.kept_word = 0
        self.kept_votes = None
        self.tried_votes = []
        self.acknowledged = 0

    def answer_without_end(self, site_url):
        visitor = Visitor(site_url)
        try:
            while True:
                self.number += 1
                began = time.monotonic()
                self.reply(visitor)
                self.vote(visitor)
                time.sleep(max(0, began + 2 * PATIENCE / POSTS_BY_A_LINK - time.monotonic()))
        except (OSError, http.client.HTTPException):
            return

    def reply(self, visitor):
        answer = "yes" if self.number % 2 else "perhaps"
        visitor.post(f"{self.link}/reply", {"answer": answer, "word": f"Wort {self.number}"}).taken()
        self.kept_word = self.number
        self.acknowledged += 1

    def vote(self, visitor):
        values = [("yes", "ifNeeded", "no")[(self.number + index) % 3] for index in range(len(self.slots))]
        self.tried_votes.append(values)
        visitor.post(f"{self.link}/votes", {f"vote.{slot}": value for slot, value in zip(self.slots, values)}).taken()
        self.kept_votes, self.tried_votes = values, []
        self.acknowledged += 1

    def missing(self, site):
        """Acknowledged answers that are not there. A later one, under way when an end came, may be there instead."""
        desk = Desk(site)
        word = desk.rows("SELECT word FROM guest WHERE id = ?", self.identity)[0][0]
        stored = int(word.split()[-1]) if word else 0
        if not self.kept_word <= stored <= self.number:
            yield f"{self.identity}: word {stored}, acknowledged {self.kept_word}"
        if self.kept_votes is None:
            return
        rows = dict(desk.rows("SELECT slot_id, value FROM vote WHERE guest_id = ?", self.identity))
        votes = [rows.get(slot) for slot in self.slots]
        if votes not in [self.kept_votes, *self.tried_votes]:
            yield f"{self.identity}: votes {votes}, acknowledged {self.kept_votes}"
