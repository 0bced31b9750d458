"""The installed program moves to a PostgreSQL, gets a second node, and comes back, by the lines of docs/operating.md."""

import pathlib
import subprocess
import sys
import time
import urllib.request

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "Python")]

from postgres import Server  # noqa: E402
from program import free_port  # noqa: E402
from restoring import DATA, owners  # noqa: E402
from visitor import Visitor  # noqa: E402

SECOND = "/var/lib/stehtisch-b"


def run(machine, party, tally):
    settings = machine.root / "etc/stehtisch/stehtisch.conf"
    before = settings.read_text()
    with Server() as server:
        subprocess.run(["psql", "-q", f"{server.url}/postgres", "-c", "CREATE DATABASE stehtisch TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"], check=True)
        try:
            with tally.step("the installed program moves to a PostgreSQL"):
                machine.stop()
                said = machine.must("stehtisch", "move", "--to", f"{server.url}/stehtisch")
                assert "both sides say the same" in said, said[-400:]
            tally.note(owners(machine) == {"stehtisch"}, "moving leaves nothing of root's in the data folder", owners(machine))
            play(machine, party, server, settings, before, tally)
        finally:
            machine.stop()
            settings.write_text(before)
        machine.must("mv", f"{DATA}/stehtisch.sqlite", "/var/backups/stehtisch/before-moving.sqlite")
        with tally.step("and back again"):
            machine.must("stehtisch", "move", "--from", f"{server.url}/stehtisch", "--to", f"{DATA}/stehtisch.sqlite")
            machine.must("rm", "-f", f"{DATA}/memory")
            machine.start()
            assert Visitor(f"http://127.0.0.1:{machine.port}").get(party).status in (200, 303)


def play(machine, party, server, settings, before, tally):
    shared = f"{before}STEHTISCH_DATABASE={server.url}/stehtisch\nSTEHTISCH_SMTP_HOST=127.0.0.1\nSTEHTISCH_SMTP_PORT={free_port()}\nSTEHTISCH_SMTP_SECURITY=none\n"
    shared += f"STEHTISCH_MAIL_FROM=tisch@example.org\nSTEHTISCH_URL=http://127.0.0.1:{machine.port}\nSTEHTISCH_TRUSTED_PROXY=true\n"
    settings.write_text(f"{shared}STEHTISCH_NODE=a\n")
    machine.start()
    node = Node(machine, shared)
    try:
        tally.note(node.refusal() and "secret key" in node.words(), "a second node without the key is refused", node.words()[-400:])
        machine.must("install", "-m", "600", "-o", "stehtisch", "-g", "stehtisch", f"{DATA}/secret.key", f"{SECOND}/secret.key")
        with tally.step("with the key it starts, and either shows the party's page"):
            node.start()
            for port in (machine.port, node.port):
                answer = Visitor(f"http://127.0.0.1:{port}").get(party)
                assert answer.status in (200, 303), answer.status
        _, said = machine.run("stehtisch", "doctor")
        tally.note("leads" in said and "b" in said, "doctor names both nodes", said[-800:])
    finally:
        node.stop()


class Node:
    """A second node of the same package, with a folder and settings of its own."""

    def __init__(self, machine, shared):
        self.machine, self.port, self.process = machine, free_port(), None
        lines = [line for line in shared.splitlines() if not line.startswith("STEHTISCH_PORT=")]
        settings = machine.root / "etc/stehtisch/b.conf"
        settings.write_text("\n".join([*lines, "STEHTISCH_NODE=b", f"STEHTISCH_PORT={self.port}", ""]))
        machine.must("install", "-d", "-m", "700", "-o", "stehtisch", "-g", "stehtisch", SECOND)
        self.place = machine.root / "var/log/stehtisch-b.log"

    def open(self):
        command = ["chroot", self.machine.root, "/usr/bin/env", f"STEHTISCH_DATA={SECOND}", "/usr/bin/stehtisch", "serve", "--config", "/etc/stehtisch/b.conf"]
        with open(self.place, "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)

    def refusal(self):
        self.open()
        return self.process.wait(30) != 0

    def start(self):
        self.open()
        deadline = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2)
                return
            except OSError:
                assert self.process.poll() is None and time.monotonic() < deadline, self.words()[-800:]
                time.sleep(0.1)

    def words(self):
        return self.place.read_text()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)
