"""What goes on at a site at once, each kind in a thread of its own until it is told to stop."""

import collections
import random
import threading

from text_guest import TextGuest
from visitor import Visitor

NAMES = ["Ahrendt", "Cordsen", "Dallwitz", "Esselborn", "Feddersen", "Gerstenberg", "Habermehl", "Immenroth"]
HEADERS = ["Name;E-Mail;Organisation", "Vorname;Nachname;E-Mail;Firma", "E-Mail;Teilnehmer;Funktion"]


class Counts:
    """Requests by kind, those of them that were taken, and those that went wrong."""

    def __init__(self):
        self.kinds = collections.Counter()
        self.taken = collections.Counter()
        self.wrong = []
        self.lock = threading.Lock()

    def note(self, kind, status, what):
        with self.lock:
            self.kinds[kind] += 1
            self.taken[kind] += 200 <= status < 400
            if status >= 500:
                self.wrong.append((kind, status, what))

    @property
    def all(self):
        return self.kinds.total()

    def __str__(self):
        return " ".join(f"{kind} {count}" for kind, count in sorted(self.kinds.items()))


def pages(site, counts, stop):
    """Everything that a host looks at in an evening."""
    host = site.desk.host
    paths = ["/", "/parties", "/people", "/people?page=2", f"/parties/{site.party}", f"/parties/{site.party}/waves", "/people/imports/new", "/healthz"]
    repeat(stop, 0.01, lambda chance: ask(counts, "page", host, chance.choice(paths)))


def guests(site, counts, stop):
    """Read their letters, change their minds, and ask what a calendar asks."""
    links = [door.removesuffix("/floor") for name, door in site.doors.items() if name != "a"]

    def once(chance):
        visitor, link = Visitor(site.site.url), chance.choice(links)
        ask(counts, "letter", visitor, link)
        ask(counts, "answer", visitor, f"{link}/reply", {"answer": chance.choice(["yes", "yes", "perhaps", "no"])})
        ask(counts, "entry", visitor, f"{link}/party.ics")

    repeat(stop, 0.2, once)


def pasted(site, counts, stop):
    """Lists that nobody confirms."""

    def once(chance):
        place = paste(site, counts, chance, chance.randrange(2, 400))
        if not stop.wait(0.3):
            ask(counts, "preview", site.desk.host, place)

    repeat(stop, 0.1, once)


def saved(site, counts, stop):
    """The same people over and over, so that the address book stays as it is."""

    def once(chance):
        place = paste(site, counts, random.Random(7), 60)
        while ask(counts, "saving", site.desk.host, f"{place}/confirmation", {}).status == 409 and not stop.wait(0.5):
            pass

    repeat(stop, 1, once)


def strangers(site, counts, stop):
    """Links asked for, and what only scanners ask."""
    paths = ["/wp-login.php", "/g/keinlink", "/people/%FF", "/parties/0", "/.env", "/sign-in?x=" + "y" * 900]

    def once(chance):
        visitor = Visitor(site.site.url, chance.choice(["de", "en", "xx;q=9"]))
        ask(counts, "nonsense", visitor, chance.choice(paths))
        ask(counts, "sign-in", visitor, "/sign-in", {"email": f"fremd{chance.randrange(99)}@example.org"})

    repeat(stop, 0.1, once)


def floor(site, counts, stop):
    """Guests come in by text, say something, and their connections drop."""
    doors = [door for name, door in site.doors.items() if name != "a"]

    def once(chance):
        guest = TextGuest("Gast", chance.choice(doors))
        try:
            guest.open().come()
            for word in range(5):
                counts.note("floor", 200 if guest.ask("say", text=f"Satz {word}") else 0, "say")
                stop.wait(0.2)
        except (OSError, TimeoutError, StopIteration):
            counts.note("floor dropped", 0, "")
        finally:
            if guest.line:
                guest.close()

    repeat(stop, 0.2, once)


KINDS = {act.__name__: act for act in (pages, guests, pasted, saved, strangers, floor)}

REFUSED = {"nonsense", "floor dropped"}
"""Kinds of which none may be taken."""


def repeat(stop, pause, once):
    chance = random.Random(once.__qualname__)
    while not stop.wait(pause):
        once(chance)


def ask(counts, kind, visitor, path, form=None):
    answer = visitor.get(path) if form is None else visitor.post(path, form)
    counts.note(kind, answer.status, path)
    return answer


def paste(site, counts, chance, people):
    """Returns the address of the preview."""
    header = chance.choice(HEADERS)
    number = chance.randrange(10**6)
    rows = [row(header, f"{NAMES[index % 8]}", f"p{number}.{index}@example.org") for index in range(people)]
    fields = {"text": "\n".join([header, *rows]), "kind": "conferenceCancelled", "occasionName": "Nordkongress", "year": "2026", "source": "participantList"}
    return ask(counts, "list", site.desk.host, "/people/imports", fields).location


def row(header, name, address):
    cells = {"E-Mail": address, "Name": f"Dr. Anna {name}", "Teilnehmer": f"Anna {name}", "Vorname": "Anna", "Nachname": name}
    return ";".join(cells.get(column, f"Institut {name}") for column in header.split(";"))
