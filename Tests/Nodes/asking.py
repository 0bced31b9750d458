"""Guests who answer on their pages without pause while there is trouble: what was acknowledged is kept, and what could not be done is said in
words, never by a raw error."""

import collections
import http.client
import threading
import time

from answers import Guest
from visitor import Visitor

GUESTS = 4


class Asking:
    def __init__(self, cluster):
        self.cluster = cluster
        self.guests = []
        self.end = threading.Event()
        self.threads = []
        self.outcomes = collections.Counter()
        self.raw = []

    def begin(self):
        desk = self.cluster.desk
        addresses = [f"antwort{number}@example.org" for number in range(GUESTS)]
        desk.import_people(GUESTS, addresses)
        desk.wait("SELECT count(*) FROM person WHERE email LIKE 'antwort%'", GUESTS)
        people = [person for (person,) in desk.rows("SELECT id FROM person WHERE email LIKE 'antwort%'")]
        party = desk.party("Antworten", people, [("2027-04-01", "18:30"), ("2027-04-02", "18:30")])
        desk.send_wave(party).taken()
        slots = [slot for (slot,) in desk.rows("SELECT id FROM slot WHERE party_id = ? ORDER BY starts_at", party)]
        query = "SELECT person.email, guest.id FROM guest JOIN person ON person.id = person_id WHERE party_id = ?"
        guests = dict(desk.rows(query, party))
        for address in addresses:
            mails = self.cluster.houses.model.mailroom.wait(lambda mail, address=address: mail.recipient == address)
            self.guests.append(Guest(guests[address], mails[0].link("/g/"), slots))
        self.threads = [threading.Thread(target=self.ask_on_and_on, args=(guest,)) for guest in self.guests]
        for thread in self.threads:
            thread.start()

    def ask_on_and_on(self, guest):
        visitor = Watched(self.cluster.url, self)
        while not self.end.is_set():
            guest.number += 1
            try:
                visitor.get(guest.link)
                guest.reply(visitor)
                guest.vote(visitor)
            except (AssertionError, OSError, http.client.HTTPException):
                # It may or may not be stored.
                pass
            self.end.wait(1)

    def note(self, method, answer):
        self.outcomes[f"{method} {answer.status}"] += 1
        if answer.status >= 400 and "<html lang" not in answer.text:
            self.raw.append(f"{method} {answer.status} {answer.text[:80]}")

    def finish(self, tally):
        self.end.set()
        for thread in self.threads:
            thread.join()
        lost = [fault for guest in self.guests for fault in guest.missing(self.cluster.houses.site)]
        acknowledged = sum(guest.acknowledged for guest in self.guests)
        tally.note(acknowledged > 20 and not lost, f"all of {acknowledged} answers and votes that were acknowledged on pages are stored", lost[:5])
        print(f"         pages answered: {dict(sorted(self.outcomes.items()))}")
        tally.note(not self.raw, "what could not be done was said on a page, in words", self.raw[:5])


class Watched(Visitor):
    """Tells of each answer."""

    def __init__(self, url, asking):
        super().__init__(url)
        self.asking = asking

    def ask(self, method, path, body=None, headers=None):
        began = time.monotonic()
        try:
            answer = super().ask(method, path, body, headers)
        except (OSError, http.client.HTTPException) as error:
            self.asking.outcomes[f"{method} {type(error).__name__} after {time.monotonic() - began:.0f} s"] += 1
            raise
        self.asking.note(method, answer)
        return answer
