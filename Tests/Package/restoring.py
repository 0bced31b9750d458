"""The installed program gets its data back from a backup, by the lines of docs/operating.md."""

import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[1] / "Python")]

from visitor import Visitor  # noqa: E402

DATA = "/var/lib/stehtisch"


def run(machine, party, backup, tally):
    copy = f"/var/backups/stehtisch/{backup.name}"
    machine.stop()
    machine.must("mv", DATA, f"{DATA}.old")
    machine.must("install", "-d", "-m", "700", "-o", "stehtisch", "-g", "stehtisch", DATA)
    for source, target in ((copy, "stehtisch.sqlite"), (f"{copy}.key", "secret.key")):
        machine.must("install", "-m", "600", "-o", "stehtisch", "-g", "stehtisch", source, f"{DATA}/{target}")
    status, words = machine.run("stehtisch", "doctor")
    tally.note(status == 0, "the doctor finds no fault in a restored folder", words[-800:])
    with tally.step("the restored program starts and has the party"):
        machine.start()
        answer = Visitor(f"http://127.0.0.1:{machine.port}").get(party)
        assert answer.status in (200, 303), answer.status
    tally.note("anna@example.org" in machine.must("stehtisch", "host", "list"), "and its host")
    _, words = machine.run("stehtisch", "doctor")
    tally.note("held back" in words, "the doctor says that its mail is held back", words[-800:])
    machine.must("stehtisch", "mail", "release", "--discard")
    status, words = machine.run("stehtisch", "doctor")
    tally.note(status == 0, "once mail is released the doctor finds no fault", words[-800:])
    tally.note(owners(machine) == {"stehtisch"}, "nothing in the data folder belongs to anybody else", owners(machine))
    machine.must("rm", "-r", f"{DATA}.old")


def owners(machine):
    return set(machine.must("find", DATA, "-printf", "%u\\n").split())
