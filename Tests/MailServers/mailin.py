#!/usr/bin/env python3
"""Mail that comes in by real servers: postfix' pipe, dovecot's LMTP, quota and vacation, exim's bounces and notes, and a mailbox by IMAP.
Each guest's state is right afterwards, in any order, with duplicates, and with the program killed in between.

    mailin.py [--artefacts FOLDER] [--rounds N] [--seed N] [--mails N]

Wants root, and Debian's postfix, dovecot-imapd, dovecot-lmtpd, dovecot-sieve, fetchmail, thunderbird. Ends with `N passed, N failed`.
"""

import argparse
import contextlib
import datetime
import os
import pathlib
import random
import shutil
import smtplib
import subprocess
import sys
import tempfile
import time

sys.path[:0] = [str(pathlib.Path(__file__).parents[1] / "Python")]

import replies  # noqa: E402
import ways  # noqa: E402
from desk import Desk  # noqa: E402
from program import PROGRAM, Site  # noqa: E402
from servers import OWNER, Dovecot, Exim, Postfix, give, write  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from thunderbird import Thunderbird  # noqa: E402
from visitor import Visitor  # noqa: E402

OWN = "gespraech.example.org"
# While a mailbox is read.
KILLS = 6
# The invited guests: what becomes of them, and what is kept beside them.
GUESTS = {
    "worte@dovecot.example.net": ("invited", ["words"]),
    "urlaub@dovecot.example.net": ("invited", ["absence"]),
    "niemand@exim.example.com": ("silent", ["bounce"]),
    "notiz@exim.example.com": ("invited", ["absence"]),
    "kaputt@exim.example.com": ("silent", ["bounce"]),
    "zusage@dovecot.example.net": ("accepted", ["answer"]),
    "wechsel@dovecot.example.net": ("declined", ["answer", "calendar"]),
    "voll@dovecot.example.net": ("silent", ["givenUp"]),
    "ruhig@exim.example.com": ("invited", []),
    "vertreten@dovecot.example.net": ("tentative", ["calendar"]),
    # By Thunderbird itself: yes, and then no.
    "donner@dovecot.example.net": ("declined", ["answer", "calendar"]),
}
ENTERED = [name for name in GUESTS if name.partition("@")[0] in ("zusage", "wechsel", "vertreten", "donner")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seed", type=int, default=2026)
    # This many for a debug build on a busy machine; 10,000 are for a release build.
    parser.add_argument("--mails", type=int, default=2000)
    options = parser.parse_args()
    kept = pathlib.Path(options.artefacts).resolve() / "mailin"
    shutil.rmtree(kept, ignore_errors=True)
    tally = Tally()
    # Mail servers want short paths that everybody may enter.
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mailin-", dir="/var/tmp"))
    folder.chmod(0o755)
    town = Town(folder)
    try:
        with tally.step("postfix, dovecot and exim run", town.stop):
            town.start()
        letters(town, tally)
        answers(town, tally)
        orders(town, options, tally)
        mailbox(town, options.seed, tally)
        further_ways(town, tally)
        full_mailbox(town, options.mails, tally)
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    finally:
        town.stop()
        shutil.copytree(folder, kept, ignore=shutil.ignore_patterns("spool", "run", "Maildir", "packages", "private"), ignore_dangling_symlinks=True)
        shutil.rmtree(folder, ignore_errors=True)
    return tally.close()


class Town:
    """The program's server and mail, and the servers of its guests."""

    def __init__(self, folder):
        self.folder = folder
        self.hand = give(folder / "hand")
        self.hold = folder / "hold"
        script = write(
            folder / "hand.sh",
            f"""#!/bin/sh
# Keeps what arrives, and passes it on as postfix would; while the file exists, the program is away.
[ -e {self.hold} ] && exit 75
copy=$(mktemp {self.hand}/XXXXXXXX)
cat > $copy
echo "$1" > $copy.to
exec {PROGRAM} deliver --config {folder}/site.conf "$1" < $copy
""",
            0o755,
        )
        onward = {"example.org": "discard:"}
        self.postfix = Postfix(folder / "postfix", OWN, script, onward)
        local = {name.partition("@")[0]: "" for name in GUESTS if "dovecot" in name}
        local |= {"voll": "userdb_quota_rule=*:bytes=10", "tisch": ""}
        self.dovecot = Dovecot(folder / "dovecot", local, self.postfix.port)
        self.exim = Exim(folder / "exim", "exim.example.com", self.postfix.port, away="notiz", broken="kaputt", whole="ruhig")
        self.postfix.route({"dovecot.example.net": f"lmtp:inet:127.0.0.1:{self.dovecot.lmtp}", "exim.example.com": f"smtp:[127.0.0.1]:{self.exim.port}"})
        self.site = self.new_site(folder / "site", self.postfix.port)
        write(folder / "site.conf", "".join(f"{key}={value}\n" for key, value in self.site.settings.items()))

    def new_site(self, folder, smtp_port, **more):
        site = Site(folder, smtp_port, STEHTISCH_MAIL_REPLIES=f"tisch@{OWN}", **more)
        site.settings["STEHTISCH_MAIL_FROM"] = f"einladung@{OWN}"
        site.owner = OWNER
        give(site.folder)
        return site

    def start(self):
        vacation = 'require ["vacation"];\nvacation :days 1 :addresses ["urlaub@dovecot.example.net"] "Ich bin bis 14. Dezember 2031 verreist.";\n'
        self.dovecot.sieve("urlaub", vacation)
        for server in (self.dovecot, self.exim, self.postfix):
            server.start()

    def stop(self):
        self.site.stop()
        for server in (self.postfix, self.exim, self.dovecot):
            with contextlib.suppress(Exception):
                server.stop()

    def captured(self):
        """The mails that came to the program: bytes and recipient."""
        copies = sorted(file for file in self.hand.iterdir() if file.suffix != ".to")
        return [(copy.read_bytes(), copy.with_suffix(".to").read_text().strip()) for copy in copies]

    def copy(self, name, **more):
        """The program as it was before anything came in, in a folder of its own; its mail goes nowhere."""
        site = self.new_site(self.folder / name, None, **more)
        shutil.copytree(self.folder / "before", site.data)
        site.data.chmod(0o700)
        give(site.folder)
        return site


def until(holds, seconds=60):
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.3)
    return True


def letters(town, tally):
    """A letter each goes to two servers. What comes back waits at postfix as long as the program is away."""
    town.hold.touch()
    with tally.step(f"{len(GUESTS)} letters leave, and {len(ENTERED)} guests say perhaps", town.stop):
        desk = Desk(town.site.start()).open()
        people = desk.import_people(len(GUESTS), list(GUESTS))
        day = (datetime.date.today() + datetime.timedelta(days=20)).isoformat()
        party = desk.party("Post", people.values(), fixed=(day, "18:30"))
        desk.send_wave(party).taken()
        for name in ENTERED:
            user = name.partition("@")[0]
            assert until(lambda: town.dovecot.inbox(user)), f"no letter for {user}"
            link = replies.Received(town.dovecot.inbox(user)[0]).link("/g/")
            Visitor(town.site.url).post(f"{link}/reply", {"answer": "perhaps"}).taken()
        desk.host.post(f"/parties/{party}/confirmation").taken()
        for name in ENTERED:
            user = name.partition("@")[0]
            assert until(lambda: len(town.dovecot.inbox(user)) > 1), f"no entry for {user}"
        assert until(lambda: len(list(town.exim.mail.glob("new/*"))) == 2), "exim has no letters"
    tally.note(until(lambda: town.postfix.waiting() >= 4), "postfix keeps what it can't hand over (exit 75)", town.postfix.waiting())
    town.site.stop()
    shutil.copytree(town.site.data, town.folder / "before")
    town.site.start()
    town.hold.unlink()


def answers(town, tally):
    """What guests send themselves, and what their servers had to say."""
    time.sleep(2)
    server = smtplib.SMTP("127.0.0.1", town.postfix.port)
    entry = {name: replies.Received(town.dovecot.inbox(name.partition("@")[0])[1]) for name in ENTERED}
    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    later = now + datetime.timedelta(seconds=1)
    letter = replies.Received(town.dovecot.inbox("worte")[0])
    sent = [
        ("worte@dovecot.example.net", letter.answered("Sehr gern, ich bringe eine Frage mit.")),
        ("zusage@dovecot.example.net", entry[ENTERED[0]].calendar_reply("ACCEPTED", now)),
        # The newer one first.
        ("wechsel@dovecot.example.net", entry[ENTERED[1]].calendar_reply("DECLINED", later)),
        ("wechsel@dovecot.example.net", entry[ENTERED[1]].calendar_reply("ACCEPTED", now)),
        ("buero@dovecot.example.net", entry[ENTERED[2]].calendar_reply("ACCEPTED", now, attendee="buero@dovecot.example.net")),
    ]
    time.sleep(2)
    for sender, message in sent:
        server.send_message(message, sender, replies.own_addresses(message, OWN))
        time.sleep(1)
    server.quit()
    with tally.step("a guest presses Accept in Thunderbird, and thinks better of it in its calendar", town.stop):
        change_mind(town)
    wanted = sum(len(kinds) for _, kinds in GUESTS.values())
    arrived = until(lambda: Desk(town.site).rows("SELECT count(*) FROM guest_mail")[0][0] >= wanted, 90)
    tally.note(arrived, f"{wanted} mails came in by postfix' pipe", len(town.captured()))
    judge(town.site, "live", tally)
    tally.note(until(lambda: town.postfix.waiting() == 0), "nothing waits at postfix any more", town.postfix.waiting())


def change_mind(town):
    entry = replies.Received(town.dovecot.inbox("donner")[1])
    program = Thunderbird(town.folder / "thunderbird", "donner@dovecot.example.net", town.dovecot.imap, town.postfix.port)
    query = "SELECT guest.state FROM guest JOIN person ON person.id = person_id WHERE person.email = 'donner@dovecot.example.net'"
    try:
        program.start()
        program.accept(str(entry.message["Subject"]))
        assert until(lambda: Desk(town.site).rows(query) == [("accepted",)]), "not accepted"
        program.decline_in_calendar(entry.uid)
        assert until(lambda: Desk(town.site).rows(query) == [("declined",)]), "not declined"
    finally:
        program.stop()


def judge(site, name, tally):
    """Each guest's state, and what lies beside them."""
    desk = Desk(site)
    states = dict(desk.rows("SELECT person.email, guest.state FROM guest JOIN person ON person.id = person_id"))
    wrong = {address: states.get(address) for address, (state, _) in GUESTS.items() if states.get(address) != state}
    tally.note(not wrong, f"{name}: the state of each of {len(GUESTS)} guests is right", wrong)
    kinds = {address: [] for address in GUESTS}
    query = "SELECT person.email, kind FROM guest_mail JOIN guest ON guest.id = guest_id JOIN person ON person.id = person_id ORDER BY kind"
    for address, kind in desk.rows(query):
        kinds[address].append(kind)
    # The result of two answers counted at once depends on which came first.
    wrong = {address: kinds[address] for address, (_, wanted) in GUESTS.items() if not fits(kinds[address], wanted)}
    tally.note(not wrong, f"{name}: beside each lies what came, once", wrong)


def fits(kinds, wanted):
    return kinds == wanted or kinds == ["answer", "answer"] and wanted == ["answer", "calendar"]


def orders(town, options, tally):
    """The same mails again, in other orders, some twice, with kills of `deliver` and of the server."""
    chance = random.Random(options.seed)
    kills = 0
    for number in range(options.rounds):
        site = town.copy(f"order{number}").start()
        mails = [mail for mail in town.captured() for _ in range(chance.choice((1, 1, 2)))]
        chance.shuffle(mails)
        for index, (data, recipient) in enumerate(mails):
            interrupted = deliver(site, recipient, data)
            time.sleep(chance.uniform(0, 0.2))
            interrupted.kill()
            interrupted.wait()
            if not until(lambda: deliver(site, recipient, data).wait() == 0, 20):
                tally.note(False, f"order {number}: a mail is not taken")
            if index % 4 == 3:
                site.kill()
                site.start()
                kills += 1
        until(lambda: Desk(site).rows("SELECT count(*) FROM incoming_mail WHERE state = 'waiting'") == [(0,)])
        judge(site, f"order {number} of {len(mails)} mails", tally)
        site.stop()
    print(f"{kills} kills of the server, and one of each `deliver`")


def deliver(site, recipient, data):
    source = tempfile.TemporaryFile()
    source.write(data)
    source.seek(0)
    return subprocess.Popen(
        [PROGRAM, "deliver", recipient], env=site.environment, cwd=site.folder, user=OWNER, stdin=source,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )


def mailbox(town, seed, tally):
    """All of it in a mailbox, among mail that is not ours; the program is killed while it reads."""
    lmtp = smtplib.LMTP("127.0.0.1", town.dovecot.lmtp)
    for number in range(3):
        lmtp.sendmail("chef@example.org", [f"tisch@{OWN}"], f"From: chef@example.org\r\nTo: alle@{OWN}\r\nSubject: {number}\r\n\r\nVertraulich.\r\n")
    for data, recipient in town.captured():
        # An automatic mail has no sender (RFC 5321 §4.5.5); the pipe keeps none.
        lmtp.sendmail("" if b"\nAuto-Submitted:" in data else "gast@example.org", [recipient], data)
    lmtp.quit()
    before = len(town.dovecot.inbox("tisch"))
    site = town.copy("mailbox", **imap(town)).start()
    chance = random.Random(seed)
    for _ in range(KILLS):
        time.sleep(chance.uniform(0, 0.4))
        site.kill()
        site.start()
    wanted = sum(len(kinds) for _, kinds in GUESTS.values())
    tally.note(until(lambda: Desk(site).rows("SELECT count(*) FROM guest_mail")[0][0] >= wanted), "the mailbox is read")
    judge(site, "mailbox", tally)
    doctor = site.run("doctor").stdout
    tally.note("Mailbox: tisch at 127.0.0.1" in doctor and "answers" in doctor, "doctor looks into the mailbox", doctor[-600:])
    wrong = town.copy("wrong", **imap(town) | {"STEHTISCH_IMAP_PASSWORD": "falsch"}).run("doctor").stdout
    tally.note("STEHTISCH_IMAP_USER and _PASSWORD" in wrong, "doctor says that the login is refused", wrong[-600:])
    lost = town.copy("lost", **imap(town) | {"STEHTISCH_IMAP_FOLDER": "Nirgends"}).run("doctor").stdout
    tally.note("STEHTISCH_IMAP_FOLDER" in lost, "doctor says that there is no such folder", lost[-600:])
    inbox = town.dovecot.inbox("tisch")
    seen = [file.name for file in inbox if "S" in file.name.partition(":2,")[2] and b"Vertraulich" in file.read_bytes()]
    tally.note(len(inbox) == before and not seen, "nothing is deleted, and what is not ours stays unread", [before, len(inbox), seen])
    site.stop()


def further_ways(town, tally):
    """The same mails by the other ways that the guide shows."""
    wanted = sum(len(kinds) for _, kinds in GUESTS.values())
    for name, way in (("exim", ways.exim), ("sieve", ways.sieve), ("fetchmail", ways.fetchmail(town.dovecot))):
        site = town.copy(f"by-{name}")
        with way(site, OWN, town.captured()) as hand:
            site.start()
            hand()
            tally.note(until(lambda: Desk(site).rows("SELECT count(*) FROM guest_mail")[0][0] >= wanted), f"{name} hands over what came in")  # noqa: B023
        judge(site, name, tally)
        site.stop()


def imap(town):
    return {
        "STEHTISCH_IMAP_HOST": "127.0.0.1", "STEHTISCH_IMAP_PORT": str(town.dovecot.imap), "STEHTISCH_IMAP_SECURITY": "none",
        "STEHTISCH_IMAP_USER": "tisch", "STEHTISCH_IMAP_PASSWORD": "secret", "STEHTISCH_IMAP_SECONDS": "5",
    }


def full_mailbox(town, count, tally):
    """A mailbox that filled up while the program was away: read in a minute, with pages answered meanwhile and memory that does not grow."""
    site = town.copy("full", **imap(town))
    recipient = next(to for data, to in town.captured() if b"worte@dovecot" in data)
    inbox = town.dovecot.mail / "tisch/Maildir/new"
    for file in town.dovecot.inbox("tisch"):
        file.unlink()
    padding = "Noch ein Satz, der nichts weiter sagt.\r\n" * 40
    for number in range(count):
        text = f"Delivered-To: {recipient}\r\nFrom: gast@example.org\r\nMessage-ID: <{number}@gast.example>\r\n\r\nZeile {number}\r\n{padding}"
        (inbox / f"1700000000.{number}.gast").write_text(text)
    give(inbox)
    start = time.monotonic()
    site.start()
    slowest, memory = 0, {}
    desk = Desk(site)
    read = 0
    while read < count and time.monotonic() - start < 300:
        asked = time.monotonic()
        site.answers()
        slowest = max(slowest, time.monotonic() - asked)
        read = desk.rows("SELECT count(*) FROM guest_mail")[0][0]
        memory[read * 4 // count] = resident(site.process.pid)
        time.sleep(0.1)
    seconds = time.monotonic() - start
    tally.note(read >= count and seconds <= 60, f"{count} mails are read in a minute: {seconds:.0f} s", read)
    tally.note(slowest < 1, f"pages answer meanwhile: {slowest * 1000:.0f} ms at worst")
    growth = memory.get(4, memory.get(3, 0)) - memory.get(1, 0)
    tally.note(growth < 60, f"memory does not grow: {growth} MB from a quarter on", memory)
    site.stop()


def resident(process):
    """Resident memory in megabytes."""
    pages = int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") >> 20


if __name__ == "__main__":
    sys.exit(main())
