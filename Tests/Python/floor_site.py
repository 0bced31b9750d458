"""A site with a party whose doors are open: the host and their guests by letters, each with their way to the floor."""

import contextlib
import datetime
import shutil
import zoneinfo

from desk import Desk
from mailroom import Mailroom
from program import Site
from tally import Stop


def soon(days=0):
    """A day and a time in Berlin in forty minutes: doors open at most an hour before."""
    time = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Berlin")) + datetime.timedelta(days=days, minutes=40)
    return time.strftime("%Y-%m-%d"), time.strftime("%H:%M")


class FloorSite:
    """`a` is the host, the others are guests."""

    def __init__(self, folder, guests, **settings):
        self.names = guests
        self.settings = settings
        self.mailroom = Mailroom(folder / "mails")
        self.folder = folder
        self.doors = {}
        self.beside = None

    def open(self):
        self.site = Site(self.folder / "site", self.mailroom.start().port, **self.settings)
        self.site.beside = self.beside
        self.desk = Desk(self.site.start()).open()
        people = self.desk.import_people(len(self.names))
        self.party = self.desk.party("Stehtische", people.values(), [soon(), soon(days=1)])
        self.desk.send_wave(self.party).taken()
        links = [mail.link("/g/") for mail in self.mailroom.wait_for_count(len(self.names))]
        for name, link in zip(self.names, links, strict=True):
            self.desk.host.post(f"{link}/reply", {"answer": "yes"}).taken()
            self.doors[name] = f"{link}/floor"
        self.doors["a"] = f"{self.site.url}/parties/{self.party}/floor"
        slot = self.desk.rows("SELECT id FROM slot WHERE party_id = ?", self.party)[0][0]
        self.desk.host.post(f"/parties/{self.party}/confirmation", {"slot": slot}).taken()
        self.desk.host.post(f"/parties/{self.party}/doors", {"state": "open"}).taken()

    def lead(self, page, name):
        """Goes to the floor's page; the host is signed in."""
        if name == "a":
            cookies = self.desk.host.cookies.items()
            page.context.add_cookies([{"name": key, "value": value, "url": self.site.url} for key, value in cookies])
        page.goto(self.doors[name])

    def restart(self):
        """Returns as soon as the site answers again."""
        status = self.site.stop()
        assert status == 0, f"the program ended with {status}"
        self.site.start()

    def close(self):
        self.site.stop()
        self.mailroom.stop()


@contextlib.contextmanager
def open_floor(folder, guests, **settings):
    """For one story: when a step fails, the rest is left out."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    site = FloorSite(folder, guests, **settings)
    try:
        site.open()
        yield site
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    finally:
        site.close()
