"""A circle of one host and five guests that meets by sockets: each evening is played in seconds."""

import datetime

from desk import SUBSTANCE
from floor_site import soon
from text_guest import TextGuest


class Series:
    known = set()
    """Personal links that were read before, of all series."""

    def __init__(self, name, desk, mailroom, people):
        self.name = name
        self.desk = desk
        self.mailroom = mailroom
        self.people = people
        """Person ids by address."""
        self.party = None
        self.links = {}
        """Of the party at hand, by address."""

    def begin(self):
        """The first party: chosen, written to, answered by all, its date confirmed."""
        days = [datetime.date.today() + datetime.timedelta(days=count) for count in (3, 4)]
        self.party = self.desk.party(self.name, self.people.values(), [(day.isoformat(), "18:30") for day in days])
        self.invite()
        slot = self.desk.rows("SELECT id FROM slot WHERE party_id = ?", self.party)[0][0]
        self.desk.host.post(f"/parties/{self.party}/confirmation", {"slot": slot}).taken()

    def further(self, circle):
        """The next party as the circle's page plans it, with its core. Returns the people carried over."""
        self.desk.host.post(f"/circles/{circle}/parties").taken()
        self.party = self.desk.rows("SELECT id FROM party WHERE circle_id = ? ORDER BY id DESC LIMIT 1", circle)[0][0]
        carried = self.desk.rows(
            "SELECT email FROM guest JOIN person ON person.id = guest.person_id WHERE party_id = ? AND standing = 'chosen'", self.party
        )
        self.desk.host.post(f"/parties/{self.party}/substance", SUBSTANCE).taken()
        return sorted(email for (email,) in carried)

    def settle(self):
        """Letters of a further party leave, and all say yes: the date that the rhythm found stands with the first."""
        self.invite()

    def invite(self):
        self.desk.send_wave(self.party).taken()
        self.links = {email: self.new_link(email) for email in self.people}
        for link in self.links.values():
            self.desk.host.post(f"{link}/reply", {"answer": "yes"}).taken()

    def new_link(self, email):
        """The personal link of somebody's newest letter."""
        fresh = lambda mail: mail.recipient == email and (mail.link("/g/") or "") not in self.known | {""}  # noqa: E731
        link = self.mailroom.wait(fresh)[-1].link("/g/")
        self.known.add(link)
        return link

    def meet(self, talk):
        """Everybody comes in; `talk` gets host and guests; the host ends the evening. It is moved to today: doors open at most an
        hour before."""
        day, time = soon()
        self.desk.host.post(f"/parties/{self.party}/confirmation", {"date": day, "time": time}).taken()
        self.desk.host.post(f"/parties/{self.party}/doors", {"state": "open"}).taken()
        host = self.come("Johanna Reiterhof", f"{self.desk.site.url}/parties/{self.party}/floor", self.desk.cookie)
        guests = [self.come(email.split("@")[0].capitalize(), f"{link}/floor") for email, link in self.links.items()]
        talk(host, guests)
        self.desk.host.post(f"/parties/{self.party}/farewell").taken()
        for guest in (host, *guests):
            guest.wait(lambda guest=guest: guest.line.code)

    def come(self, name, door, cookie=None):
        return TextGuest(name, door, cookie).open().come()

    def answer(self, email, **answers):
        self.desk.host.post(f"{self.links[email]}/ballot", answers).taken()

    def answer_as_host(self, **answers):
        self.desk.host.post(f"/parties/{self.party}/ballot", answers).taken()

    def counted(self):
        self.desk.wait(f"SELECT count(*) FROM party WHERE id = '{self.party}' AND counted_at IS NOT NULL", seconds=60)
