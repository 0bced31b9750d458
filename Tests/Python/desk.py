"""A host at work, without a screen: everything needed before a letter can leave. People are invented."""

import time

import store
from visitor import Visitor

SUBSTANCE = {
    "topic": "Coaching in Behörden",
    "question": "Wann hat ein Coaching in einer Behörde etwas verändert, das ohne es nicht geschehen wäre?",
    "contribution": "Ich bringe drei Fälle aus Kommunen mit, von denen einer gescheitert ist.",
}
NAMES = ["Ahrendt", "Cordsen", "Dallwitz", "Esselborn", "Feddersen", "Gerstenberg", "Habermehl", "Immenroth", "Jessenow", "Kienzler"]


class Desk:
    def __init__(self, site):
        self.site = site
        self.host = Visitor(site.url)

    def open(self):
        """Signs in by the printed link and says who the host is."""
        self.host.post(self.site.sign_in_link()).taken()
        self.host.post(
            "/introduction", {"name": "Johanna Reiterhof", "email": "johanna.reiterhof@example.org", "zone": "Europe/Berlin"}
        ).taken()
        return self

    def import_people(self, count, addresses=None):
        """So many invented people, pasted as a table. Returns their ids by address."""
        addresses = addresses or [f"gast{index:03}@example.org" for index in range(count)]
        rows = [f"Gast {index:03} {NAMES[index % 10]};{address}" for index, address in enumerate(addresses)]
        fields = {
            "text": "\n".join(["Name;E-Mail", *rows]),
            "kind": "conferenceCancelled",
            "occasionName": "Nordkongress",
            "year": "2026",
            "source": "participantList",
        }
        place = self.host.post("/people/imports", fields).taken().location
        self.wait("SELECT count(*) FROM import WHERE state = 'ready'")
        self.host.post(f"{place}/confirmation").taken()
        self.wait("SELECT count(*) FROM import WHERE state = 'saved'")
        return dict(self.rows("SELECT email, id FROM person"))

    def party(self, title, people, slots=(), fixed=None, form="sie"):
        """A party with these people at the table, ready for its letters, with a poll or a fixed date. Returns its id."""
        fields = {"title": title, "form": form, "seats": str(len(people)), "minutes": "60", "zone": "Europe/Berlin"}
        party = self.host.post("/parties", fields).taken().location.split("/")[2]
        for person in people:
            self.host.post(f"/parties/{party}/shortlist", {"person": person, "change": "choose"}).taken()
        self.host.post(f"/parties/{party}/substance", SUBSTANCE).taken()
        plan = [("kind", "fixed" if fixed else "poll"), ("zone", "Europe/Berlin"), ("minutes", "60")]
        if fixed:
            plan += [("fixedDate", fixed[0]), ("fixedTime", fixed[1])]
        for day, clock in slots:
            plan += [("date", day), ("time", clock)]
        self.host.post(f"/parties/{party}/slots", plan).taken()
        return party

    def send_wave(self, party):
        guests = [guest for (guest,) in self.rows("SELECT id FROM guest WHERE party_id = ?", party)]
        return self.host.post(f"/parties/{party}/waves", [("guest", guest) for guest in guests] + [("way", "mail"), ("anyway", "1")])

    @property
    def cookie(self):
        """The host's session, for a socket."""
        return "; ".join(f"{name}={value}" for name, value in self.host.cookies.items())

    def rows(self, query, *values):
        """Reads beside the running program."""
        with store.opened(self.site) as database:
            return database.execute(query, values).fetchall()

    def wait(self, query, at_least=1, seconds=30):
        deadline = time.monotonic() + seconds
        while self.rows(query)[0][0] < at_least:
            if time.monotonic() > deadline:
                raise TimeoutError(query)
            time.sleep(0.05)
