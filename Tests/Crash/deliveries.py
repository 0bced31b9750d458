"""Mail comes in while `stehtisch deliver` and the server are killed. A mail server brings again what was not acknowledged, and now and
then what was; each mail is beside its guest once."""

import contextlib
import email.message
import re
import shutil
import subprocess
import time

import answers
from desk import Desk
from mailroom import Mailroom
from program import PROGRAM, Site

EACH = 4


def run(folder, rounds, chance, tally):
    mailroom = Mailroom(folder / "mails").start()
    site = Site(folder / "site", mailroom.port, STEHTISCH_MAIL_REPLIES="tisch@gespraech.example.org")
    try:
        with tally.step("deliveries: a party of guests is ready", site.stop):
            guests = answers.invite(site, mailroom)
            addresses = [address(mail) for mail in mailroom.besides(None)]
        assert len(addresses) == len(guests)
        exit_codes(site, addresses[0], folder, tally)
        mails = [mail(number, chance.choice(addresses)) for number in range(rounds * EACH)]
        killed, brought = 0, 0
        with tally.step(f"deliveries: the program starts again after each of {rounds} kills", site.stop):
            for number in range(rounds):
                for recipient, data in mails[number * EACH : (number + 1) * EACH]:
                    killed += interrupted(site, recipient, data, chance)
                    for _ in range(chance.choice((1, 1, 2))):
                        brought += bring(site, recipient, data)
                time.sleep(chance.uniform(0, 0.4))
                site.kill()
                site.start()
        tally.note(killed > rounds, "deliveries: many were killed on the way", killed)
        tally.note(brought >= len(mails), "deliveries: each was acknowledged in the end", brought)
        desk = Desk(site)
        desk.wait("SELECT count(*) FROM guest_mail WHERE subject LIKE 'Mail %'", at_least=len(mails))
        counts = dict(desk.rows("SELECT subject, count(*) FROM guest_mail WHERE subject LIKE 'Mail %' GROUP BY subject"))
        wrong = {subject: count for subject, count in counts.items() if count != 1}
        tally.note(len(counts) == len(mails) and not wrong, f"deliveries: each of {len(mails)} mails was taken once", wrong)
        tally.note(desk.rows("SELECT count(*) FROM incoming_mail WHERE state = 'waiting'") == [(0,)], "deliveries: none waits")
        tally.note(answers.sound(site), "deliveries: the database is sound")
    finally:
        site.stop()
        mailroom.stop()


def exit_codes(site, recipient, folder, tally):
    """Exit codes by their names in sysexits(3), on which a mail server's next step depends."""
    _, data = mail(0, recipient)
    data = data.replace(b"Subject: Mail 0", b"Subject: First")
    tally.note(deliver(site, data, recipient) == 0, "deliver: 0 for a mail that is stored")
    tally.note(deliver(site, data, recipient) == 0, "deliver: 0 for one that came before")
    tally.note(deliver(site, data, recipient.upper()) == 0, "deliver: 0 whatever the server makes of the address's case")
    stranger = data.replace(recipient.encode(), b"tisch+abc@gespraech.example.org")
    tally.note(deliver(site, stranger, "tisch+abc@gespraech.example.org") == 67, "deliver: 67 for an address that was never given out")
    tally.note(deliver(site, data, recipient, "--no-such-option") == 64, "deliver: 64 for an option that there is not")
    away = Site(folder / "away", STEHTISCH_MAIL_REPLIES="tisch@gespraech.example.org")
    tally.note(deliver(away, data, recipient) == 75, "deliver: 75 where there is no data folder")
    shutil.copytree(site.data, away.data)
    for file in away.data.glob("stehtisch.sqlite*"):
        file.unlink()
    tally.note(deliver(away, data, recipient) == 75, "deliver: 75 where the database is gone")
    (away.data / "stehtisch.sqlite").write_bytes(b"no database")
    tally.note(deliver(away, data, recipient) == 75, "deliver: 75 where the database can't be read")


def interrupted(site, recipient, data, chance):
    """An attempt that is killed on its way, finished or not. Returns True if it was still running."""
    process = start(site, recipient)
    with contextlib.suppress(OSError):
        process.stdin.write(data)
        process.stdin.close()
    time.sleep(chance.uniform(0, 0.25))
    process.kill()
    return process.wait() < 0


def bring(site, recipient, data):
    """Brings the mail until it is acknowledged, as a server does. Returns 1."""
    for _ in range(20):
        if deliver(site, data, recipient) == 0:
            return 1
        time.sleep(0.1)
    raise RuntimeError("not acknowledged in twenty tries")


def deliver(site, data, *arguments):
    process = start(site, *arguments)
    try:
        process.communicate(data, timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
    return process.returncode


def start(site, *arguments):
    log = open(site.folder / "deliver.log", "ab")
    return subprocess.Popen(
        [PROGRAM, "deliver", *arguments], env=site.environment, cwd=site.folder, stdin=subprocess.PIPE, stdout=log, stderr=log
    )


def address(mail):
    """The address at which replies to a letter reach the program."""
    return re.search(r"tisch\+\w+@[\w.]+", str(mail.message["Reply-To"])).group()


def mail(number, recipient):
    message = email.message.EmailMessage()
    message["From"] = "Gast <gast@example.org>"
    message["To"] = recipient
    message["Subject"] = f"Mail {number}"
    message["Message-ID"] = f"<{number}.{recipient.partition('@')[0][-8:]}@gast.example>"
    message.set_content(f"Ich schreibe zum {number}. Mal.\n")
    return recipient, message.as_bytes()
