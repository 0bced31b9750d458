"""What operators, disks and mail servers do wrong: a second start, a key that is gone, a port that is taken, a log that was deleted, a mail
server that says nothing. Each ends in one sentence, and nothing is replaced."""

import contextlib
import socket
import subprocess
import threading
import time

from desk import Desk
from mailroom import Mailroom
from program import PROGRAM, Site


def run(folder, rounds, chance, tally):
    lonely(folder / "lonely", tally)
    robbed(folder / "robbed", tally)
    kept_waiting(folder / "waiting", tally)


def lonely(folder, tally):
    mailroom = Mailroom(folder / "mails").start()
    site = Site(folder / "site", mailroom.port)
    try:
        with tally.step("mishaps: a site with a letter on its way", site.stop):
            desk = Desk(site.start()).open()
            people = desk.import_people(3)
            party = desk.party("Runde", people.values(), [("2031-05-05", "18:30"), ("2031-05-06", "18:30")])
            desk.send_wave(party).taken()
            mailroom.wait_for_count(3)
        before = desk.rows("SELECT id, state, attempts, interruptions FROM outbox ORDER BY id")
        other = Site(folder / "other", mailroom.port)
        other.settings["STEHTISCH_DATA"] = str(site.data)
        said = other.run("serve")
        tally.note(refused(said, "Another Stehtisch"), "mishaps: a second start says that the folder is taken", said.stderr)
        said = site.run("import", __file__, "--host", "johanna.reiterhof@example.org")
        tally.note(refused(said, "Another Stehtisch", status=None), "mishaps: so does a command that needs the folder alone", said.stderr)
        said = site.run("host", "add", "anna@example.org")
        tally.note(said.returncode == 0 and "/sign-in/" in said.stdout, "mishaps: a host can be let in beside the server", said.stderr)
        stranger = Site(folder / "stranger", mailroom.port)
        stranger.settings["STEHTISCH_PORT"] = str(site.port)
        said = stranger.run("serve")
        tally.note(refused(said, "STEHTISCH_PORT"), "mishaps: a port that is taken is named", said.stderr)
        tally.note("/sign-in/" not in said.stdout, "mishaps: and no sign-in link was spent", said.stdout)
        after = desk.rows("SELECT id, state, attempts, interruptions FROM outbox WHERE kind <> 'signIn' ORDER BY id")
        tally.note(after == before, "mishaps: none of them has touched the outbox", after)
        empty = Site(folder / "empty")
        said = empty.run("host", "add", "anna@example.org")
        tally.note(refused(said, "STEHTISCH_DATA") and not empty.data.exists(), "mishaps: host add makes no installation", said.stderr)
        empty.settings["STEHTISCH_PROT"] = "80"
        said = empty.run("serve")
        tally.note(refused(said, "Did you mean STEHTISCH_PORT?"), "mishaps: a mistyped key is named", said.stderr)
        tally.note(site.stop() == 0, "mishaps: the program ends in peace when it is asked")
    finally:
        site.stop()
        mailroom.stop()


def robbed(folder, tally):
    site = Site(folder / "site")
    try:
        with tally.step("mishaps: a site that was killed", site.stop):
            desk = Desk(site.start()).open()
            people = desk.import_people(3)
            desk.party("Runde", people.values(), [("2031-05-05", "18:30"), ("2031-05-06", "18:30")])
            site.kill()
        key = site.data / "secret.key"
        content = key.read_bytes()
        for name, damage in (("gone", None), ("empty", b""), ("short", content[:31]), ("long", content + b"x"), ("another", bytes(32))):
            key.unlink(missing_ok=True)
            if damage is not None:
                key.write_bytes(damage)
            said = site.run("serve")
            kept = key.read_bytes() if key.exists() else None
            tally.note(refused(said, "secret key") and kept == damage, f"mishaps: a key that is {name} stops the start", said.stderr)
            tally.note(site.run("doctor").returncode == 1, f"mishaps: and the doctor sees it ({name})")
        key.write_bytes(content)
        target = folder / "copy.sqlite"
        backup = subprocess.Popen([PROGRAM, "backup", target], env=site.environment)
        time.sleep(0.05)
        backup.kill()
        backup.wait()
        tally.note(not target.exists() or whole(site, target), "mishaps: a killed backup leaves none, or a whole one")
        site.start()
        tally.note(Desk(site).rows("SELECT count(*) FROM person") == [(3,)], "mishaps: with the right key all is there")
        site.kill()
        for name in ("stehtisch.sqlite-wal", "stehtisch.sqlite-shm"):
            with contextlib.suppress(FileNotFoundError):
                (site.data / name).unlink()
        said = site.run("serve")
        tally.note(refused(said, "database"), "mishaps: a deleted log doesn't start an earlier site", said.stderr)
    finally:
        site.stop()


def kept_waiting(folder, tally):
    server = Silence()
    site = Site(folder / "site", server.port)
    try:
        with tally.step("mishaps: letters to a server that says nothing", site.stop):
            desk = Desk(site.start()).open()
            people = desk.import_people(3)
            party = desk.party("Runde", people.values(), [("2031-05-05", "18:30"), ("2031-05-06", "18:30")])
            desk.send_wave(party).taken()
            desk.wait("SELECT count(*) FROM outbox WHERE state = 'sending'")
        start = time.monotonic()
        status = site.stop()
        seconds = time.monotonic() - start
        tally.note(status == 0 and seconds < 12, f"mishaps: a stop gives up a silent server ({seconds:.1f} s)", status)
        states = desk.rows("SELECT DISTINCT state, attempts FROM outbox WHERE kind = 'letter'")
        tally.note(states == [("queued", 0)], "mishaps: and leaves the letters in the queue", states)
    finally:
        site.stop()
        server.close()


def refused(said, words, status=1):
    """True if the program refused in one sentence with these words, and with this exit status."""
    lines = [line for line in said.stderr.splitlines() if line.strip()]
    return (said.returncode == status if status else said.returncode > 0) and words in said.stderr and len(lines) == 1


def whole(site, target):
    checked = Site(target.parent / "restored")
    checked.data.mkdir()
    (checked.data / "stehtisch.sqlite").write_bytes(target.read_bytes())
    (checked.data / "secret.key").write_bytes(target.with_name(target.name + ".key").read_bytes())
    return Desk(checked).rows("PRAGMA integrity_check") == [("ok",)]


class Silence:
    """Takes connections and says nothing."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.taken = []
        threading.Thread(target=self.take, daemon=True).start()

    def take(self):
        with contextlib.suppress(OSError):
            while True:
                self.taken.append(self.listener.accept()[0])

    def close(self):
        self.listener.close()
