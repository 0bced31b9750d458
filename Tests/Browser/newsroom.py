"""Four parties whose program's clock can leap, and what their guests' mailboxes hold of the mails besides letters: an evening, two others on its
date of which one moves and one is cancelled, and a poll."""

import datetime
import re
import time
import zoneinfo

from desk import Desk
from guests import Guest
from mischief import Mischief
from onlooker import PHONE
from program import Site
from visitor import Visitor

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
COMING = ["ganz", "vorname", "nichts"]
EVENING, MOVED, CANCELLED, POLL = [*COMING, "nein", "vielleicht"], "verschoben", "abgesagt", ["gewaehlt", "offen", "lieber-nicht", "still"]
ZONES = {"vorname": zoneinfo.ZoneInfo("America/New_York")}


class Newsroom:
    def __init__(self, language, words, folder, mailroom):
        self.language, self.words, self.mailroom = language, words, mailroom
        self.mischief = Mischief(folder / "mischief")
        self.site = Site(folder / "site", mailroom.port, **self.mischief.settings()).start()
        self.visitor, self.desk = Visitor(self.site.url), Desk(self.site).open()
        names = [*EVENING, MOVED, CANCELLED, *POLL]
        self.address = {name: f"{name}@gast.example" for name in names}
        self.people = self.desk.import_people(len(names), list(self.address.values()))
        self.start = datetime.datetime.combine(datetime.datetime.now(BERLIN).date(), datetime.time(18, 30), BERLIN) + datetime.timedelta(days=6)
        self.letters = {}
        """The newest mail with a guest's own link, by name."""

    def invite(self):
        fixed = self.date(0)
        self.evening, self.moved, self.cancelled = (self.begin(names, fixed=fixed) for names in (EVENING, [MOVED], [CANCELLED]))
        self.begin(POLL, slots=[self.date(14), self.date(15)])
        assert len(self.mailroom.wait_for_count(len(self.address))) == len(self.address)
        self.letters = {name: self.mailroom.to(address)[0] for name, address in self.address.items()}

    def begin(self, names, **date):
        people = [self.people[self.address[name]] for name in names]
        party = self.desk.party("Coaching in Behörden", people, form=self.words["form"], **date)
        self.desk.send_wave(party).taken()
        return party

    def date(self, later):
        """Day and time of that many days after the evening."""
        return (self.start.date() + datetime.timedelta(days=later)).isoformat(), "18:30"

    def leap(self, days, hour, minute=0):
        """Sets the program's clock to this time in Berlin on a day before or after the evening, and a few seconds more."""
        then = (self.start + datetime.timedelta(days=days)).replace(hour=hour, minute=minute, second=5)
        self.mischief.clock(int(then.timestamp() - datetime.datetime.now().timestamp()))

    def reply(self, name, answer):
        self.visitor.post(f"{self.letters[name].link('/g/')}/reply", {"answer": answer}).taken()

    def guest(self, name, onlooker):
        zone = str(ZONES.get(name, BERLIN))
        return Guest(f"{self.language}-{name}", self.letters[name], zone, self.words["locale"], self.words, onlooker)

    def open(self, name, onlooker):
        """The guest with a telephone who opens the link of the newest mail."""
        guest = self.guest(name, onlooker)
        guest.page = onlooker.visitor(guest.locale, guest.zone, PHONE, is_mobile=True, has_touch=True)
        guest.page.goto(guest.link)
        return guest

    def id(self, name):
        return self.desk.rows("SELECT guest.id FROM guest JOIN person ON person.id = person_id WHERE email = ?", self.address[name])[0][0]

    def mails(self, kind, count=1, seconds=0):
        """Those with the subject of this kind, as (name, mail), as soon as there are so many or the time is over."""
        deadline = time.monotonic() + seconds
        while True:
            found = [mail for mail in self.mailroom.mails() if self.words[kind] in mail.subject]
            if len(found) >= count or time.monotonic() > deadline:
                return [(mail.recipient.split("@")[0], mail) for mail in found]
            time.sleep(0.2)

    def names(self, kind, count=1, seconds=0):
        """The names of those who got one, once for each."""
        return sorted(name for name, _ in self.mails(kind, count, seconds))


def words(mail):
    return " ".join(mail.text.split())


def entry(mail):
    """The properties of a mail's calendar entry, unfolded, and the whole text as `all`."""
    text = mail.calendar.decode().replace("\r\n ", "")
    return dict(re.findall(r"^([A-Z-]+)[:;](.*?)\r?$", text, re.MULTILINE)) | {"all": text}
