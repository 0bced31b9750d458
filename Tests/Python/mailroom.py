"""A mail server for tests as a process of its own, and what it took."""

import email
import email.policy
import json
import pathlib
import re
import subprocess
import sys
import time


class Mailroom:
    def __init__(self, folder, *options):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.options = options
        self.port = 0
        self.process = None

    def start(self):
        program = pathlib.Path(__file__).with_name("smtp_server.py")
        command = [sys.executable, program, "--port", str(self.port), "--folder", self.folder, *self.options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline().split()[1])
        return self

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=10)

    def mails(self):
        """All mails in the order they came."""
        listing = self.folder / "envelope.jsonl"
        lines = listing.read_text().splitlines() if listing.exists() else []
        return [Mail(self.folder / f"{entry['number']:04}.eml", entry["to"][0]) for entry in map(json.loads, lines)]

    def to(self, address):
        return [mail for mail in self.mails() if mail.recipient == address]

    def wait(self, wanted, seconds=30):
        """The mails for which `wanted` holds, as soon as there is one."""
        deadline = time.monotonic() + seconds
        while True:
            found = [mail for mail in self.mails() if wanted(mail)]
            if found or time.monotonic() > deadline:
                return found
            time.sleep(0.1)

    def wait_for_count(self, count, seconds=30, but=None):
        """All mails as soon as there are so many; without those to the address `but`."""
        deadline = time.monotonic() + seconds
        while len(self.besides(but)) < count and time.monotonic() < deadline:
            time.sleep(0.1)
        return self.besides(but)

    def besides(self, address):
        return [mail for mail in self.mails() if mail.recipient != address]


class Mail:
    def __init__(self, path, recipient):
        self.path = path
        self.recipient = recipient
        self.message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        self.subject = str(self.message["Subject"])
        self.id = str(self.message["Message-ID"]).strip()

    @property
    def text(self):
        return self.message.get_body(("plain",)).get_content()

    def link(self, part):
        """The first link of the text with this in its path."""
        found = re.findall(rf"https?://\S*{part}\S*", self.text)
        return found[0].rstrip(".,;)>") if found else None

    @property
    def calendar(self):
        """The bytes of the calendar entry, or None."""
        for piece in self.message.walk():
            if piece.get_content_type() == "text/calendar":
                return piece.get_payload(decode=True)
        return None
