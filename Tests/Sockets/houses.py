"""Many parties on one server, each with a host and guests who may come in. One is made through the pages, as people do; the others are
copied from it in the database while the server is away, because letters to thousands would be a test of mail."""

import base64
import hashlib
import hmac
import pathlib
import sys
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Python"))

import store  # noqa: E402
from floor_site import FloorSite  # noqa: E402


class Houses:
    def __init__(self, folder, parties, people):
        self.model = FloorSite(folder, [f"g{number}" for number in range(1, people)])
        self.count = parties

    def open(self):
        """Returns the parties, each with the doors of those who may come: host first."""
        self.model.open()
        self.site = self.model.site
        if self.site.stop() != 0:
            raise RuntimeError("the server does not end in peace")
        with store.opened(self.site, writing=True) as database:
            parties = [self.model.party] + [self.copy(database) for _ in range(self.count - 1)]
            houses = [self.house(database, party) for party in parties]
        self.site.start()
        return houses

    def copy(self, database):
        party = fresh_id()
        copy_rows(database, "party", "id", self.model.party, lambda row: {"id": party, "calendar_uid": f"{party}@example.org"})
        copy_rows(database, "guest", "party_id", self.model.party, lambda row: {"party_id": party, **self.identity(row)})
        return party

    def identity(self, row):
        guest = fresh_id()
        token = self.token(guest, row["link_number"])
        return {"id": guest, "link_hash": hashlib.sha256(token.encode()).hexdigest()}

    def token(self, guest, number):
        key = (self.site.data / "secret.key").read_bytes()
        code = hmac.digest(key, f"personalLink\0{guest}\0{number}".encode(), "sha256")[:16]
        return base64.urlsafe_b64encode(code).rstrip(b"=").decode()

    def house(self, database, party):
        cookie = "; ".join(f"{name}={value}" for name, value in self.model.desk.host.cookies.items())
        doors = [Door("host", f"/parties/{party}/floor/socket", {"Cookie": cookie})]
        for guest, number in database.execute("SELECT id, link_number FROM guest WHERE party_id = ? ORDER BY position", [party]):
            doors.append(Door(guest, f"/g/{self.token(guest, number)}/floor/socket", {}))
        return House(party, doors)

    def changes(self, party):
        """The stored changes of a party, by number."""
        rows = self.model.desk.rows("SELECT number, body FROM floor_event WHERE party_id = ?", party)
        return dict(rows)

    def resident(self):
        """Bytes of memory that the server uses."""
        status = pathlib.Path(f"/proc/{self.site.process.pid}/status").read_text()
        return 1024 * int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))

    def close(self):
        """The server's exit status."""
        site = getattr(self.model, "site", None)
        status = site.stop() if site else None
        self.model.mailroom.stop()
        return status


class House:
    def __init__(self, party, doors):
        self.party = party
        self.doors = doors


class Door:
    """Somebody's way to a floor."""

    def __init__(self, who, path, headers):
        self.who = who
        self.path = path
        self.headers = headers


def fresh_id():
    """An id in the program's form, so that the program accepts it."""
    return str(uuid.UUID(int=(uuid.uuid4().int & ~(0xF << 76)) | (7 << 76)))


def copy_rows(database, table, key, value, changes):
    cursor = database.execute(f"SELECT * FROM {table} WHERE {key} = ?", [value])
    names = [column[0] for column in cursor.description]
    for row in cursor.fetchall():
        copy = dict(zip(names, row))
        copy |= changes(copy)
        marks = ", ".join("?" * len(names))
        database.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", [copy[name] for name in names])
