#!/usr/bin/env python3
"""Installs the Debian package into a fresh Debian 12, opens the first party page, upgrades, restores a backup, moves to two nodes at a PostgreSQL and back,
removes and purges. Needs root and debootstrap; slow.

    run.py [--artefacts FOLDER] [--debug | --built] [--keep]

`--debug` packs what `swift build` left instead of making a release build, `--built` the release build that is there. Ends with `N passed, N failed`.
"""

import argparse
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import time
import urllib.request

ROOT = pathlib.Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "Tests/Python"), str(ROOT / "Tests/Package")]

import restoring  # noqa: E402
import second_node  # noqa: E402
import signing  # noqa: E402
from program import free_port  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from visitor import Visitor  # noqa: E402

MIRROR = "http://deb.debian.org/debian"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--debug", dest="build", action="store_const", const="--debug")
    parser.add_argument("--built", dest="build", action="store_const", const="--built")
    parser.add_argument("--keep", action="store_true", help="keep the fresh Debian for the next run")
    options = parser.parse_args()
    folder = pathlib.Path(options.artefacts).resolve() / "package"
    folder.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    try:
        package = made(folder, options.build, tally)
        guarded(tally)
        machine = Machine(folder)
        try:
            try_out(machine, package, options.build == "--debug", tally)
        finally:
            machine.away(options.keep)
    except Stop:
        pass
    return tally.close()


def made(folder, build, tally):
    with tally.step("the package is made"):
        package = pack(folder / "one", build)
    # The second time from the same build: `bin/package` itself is what is compared.
    again = pack(folder / "two", build or "--built")
    tally.note(package.read_bytes() == again.read_bytes(), "the same commit and build give the same bytes")
    megabytes = package.stat().st_size / 1e6
    tally.note(build == "--debug" or megabytes <= 40, f"it has at most 40 MB ({megabytes:.0f})", megabytes)
    # A trial package finds Swift's libraries where they were built, which no release build does.
    known = ["--suppress-tags", "custom-library-search-path"] if build == "--debug" else []
    checked = subprocess.run(["lintian", "--fail-on", "error", *known, package], capture_output=True, text=True)
    tally.note(checked.returncode == 0, "lintian finds no error", checked.stdout[-1500:])
    return package


def guarded(tally):
    """How much of the system the unit leaves to the program, as systemd counts it: 0 for nothing, 10 for everything."""
    unit = ROOT / "Packaging/stehtisch.service"
    done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager", unit], capture_output=True, text=True)
    exposure = re.search(r"exposure level for \S+: ([\d.]+)", done.stdout)
    tally.note(exposure and float(exposure[1]) <= 2, f"systemd counts an exposure of {exposure and exposure[1]}, of 2 at most", (done.stdout + done.stderr)[-800:])


def pack(folder, build):
    command = [ROOT / "bin/package"] + ([build] if build else [])
    done = subprocess.run(command, env=os.environ | {"PACKAGE_OUTPUT": str(folder)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-800:]
    return pathlib.Path(done.stdout.split()[-1])


class Machine:
    """A bare Debian 12 in its own folder; it shares the network."""

    def __init__(self, folder):
        self.clean, self.root = folder / "debian", folder / "machine"
        self.port = free_port()
        self.process = None
        if not (self.clean / "etc/debian_version").exists():
            subprocess.run(["debootstrap", "--variant=minbase", "bookworm", self.clean, MIRROR], check=True, capture_output=True)
        shutil.rmtree(self.root, ignore_errors=True)
        subprocess.run(["cp", "-a", self.clean, self.root], check=True)
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        subprocess.run(["mount", "-t", "proc", "proc", self.root / "proc"], check=True)

    def run(self, *command, text=None):
        env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(["chroot", self.root, *command], env=env, input=text, capture_output=True, text=True, timeout=900)
        return done.returncode, done.stdout + done.stderr

    def must(self, *command):
        status, words = self.run(*command)
        assert status == 0, words[-800:]
        return words

    def purge(self, answer):
        """At a terminal, with somebody who answers its question."""
        ours, theirs = pty.openpty()
        env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TERM": "dumb"}
        command = ["chroot", self.root, "apt-get", "purge", "-q", "-y", "stehtisch"]
        words = b""
        with subprocess.Popen(command, env=env, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as done:
            # apt throws away what was typed before.
            while part := os.read(done.stdout.fileno(), 4096):
                words += part
                if words.endswith(b'Type "erase": '):
                    os.write(ours, f"{answer}\n".encode())
        os.close(ours)
        os.close(theirs)
        return words.decode(errors="replace")

    def start(self):
        """Starts the program as the unit does, without systemd."""
        settings = self.root / "etc/stehtisch/stehtisch.conf"
        if "STEHTISCH_PORT" not in settings.read_text():
            settings.write_text(settings.read_text() + f"STEHTISCH_PORT={self.port}\n")
        self.log = open(self.root / "var/log/stehtisch.log", "ab")
        self.process = subprocess.Popen(["chroot", self.root, "/usr/bin/stehtisch", "serve"], stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2)
                return
            except OSError:
                assert self.process.poll() is None and time.monotonic() < deadline, self.printed()[-800:]
                time.sleep(0.1)

    def printed(self):
        return (self.root / "var/log/stehtisch.log").read_text()

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(30)
            self.process = None

    def away(self, keeps):
        self.stop()
        subprocess.run(["umount", self.root / "proc"], check=False)
        shutil.rmtree(self.root, ignore_errors=True)
        if not keeps:
            shutil.rmtree(self.clean, ignore_errors=True)


def install(machine, package, version=None):
    place = machine.root / "tmp" / package.name
    if version:
        again = machine.root / "tmp/again"
        subprocess.run(["dpkg-deb", "-R", package, again], check=True)
        control = again / "DEBIAN/control"
        control.write_text(re.sub(r"(?m)^Version: .*", f"Version: {version}", control.read_text()))
        place = machine.root / "tmp/newer.deb"
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", again, place], check=True, capture_output=True)
    else:
        shutil.copy(package, place)
    return machine.must("apt-get", "install", "-q", "-y", "--no-install-recommends", f"/tmp/{place.name}")


def try_out(machine, package, is_debug, tally):
    data = machine.root / "var/lib/stehtisch"
    with tally.step("it installs into a fresh Debian 12"):
        machine.must("apt-get", "update", "-q")
        begun = time.monotonic()
        install(machine, package)
    with tally.step("the program starts as its own user and shows the page of a first party"):
        machine.start()
        party = first_party(machine)
    seconds = time.monotonic() - begun
    tally.note(seconds < 120, f"from apt install to a party's page: {seconds:.0f} s of 120", seconds)
    owners = {(data / name).stat().st_uid for name in ("stehtisch.sqlite", "secret.key")}
    tally.note(len(owners) == 1 and 0 not in owners, "nothing of the data belongs to root", owners)
    own, resident = idle_memory(machine)
    sentence = f"idle at most 40 MB are resident ({resident:.0f}; {own:.0f} of it no file's)"
    tally.note(own > 5 and (is_debug or resident <= 40), sentence, resident)
    status, words = machine.run("stehtisch", "doctor")
    tally.note(status == 0, "the doctor finds no fault", words[-800:])
    tally.note("anna@example.org" in machine.must("stehtisch", "host", "list") and machine.must("stehtisch", "--version"), "the command works on the service's data")
    signing.run(machine, tally)
    with tally.step("an upgrade takes a backup first, and the party is still there"):
        machine.stop()
        install(machine, package, version="99")
        backups = list((machine.root / "var/backups/stehtisch").glob("before-upgrade-*.sqlite"))
        assert len(backups) == 1, backups
        machine.start()
        assert Visitor(f"http://127.0.0.1:{machine.port}").get(party).status in (200, 303)
    machine.must("stehtisch", "backup", f"/var/backups/stehtisch/{backups[0].name}", "--verify")
    restoring.run(machine, party, backups[0], tally)
    second_node.run(machine, party, tally)
    machine.stop()
    machine.must("apt-get", "remove", "-q", "-y", "stehtisch")
    tally.note((data / "stehtisch.sqlite").exists() and not (machine.root / "usr/bin/stehtisch").exists(), "removal takes the program and keeps the data")
    machine.must("apt-get", "purge", "-q", "-y", "stehtisch")
    tally.note((data / "secret.key").exists(), "a purge that nobody can be asked about keeps the data")
    tally.note(not (machine.root / "etc/stehtisch/stehtisch.conf").exists(), "a purge takes the settings")
    for answer, keeps in (("yes", True), ("erase", False)):
        install(machine, package)
        words = machine.purge(answer)
        kept = [place for place in (data / "secret.key", machine.root / "var/backups/stehtisch") if place.exists()]
        tally.note(len(kept) == (2 if keeps else 0), f"a purge answered with “{answer}” {'keeps' if keeps else 'erases'} the data and their backups", words[-600:])


def first_party(machine):
    """The path of the page."""
    deadline = time.monotonic() + 10
    while not (found := re.search(r"https?://\S+(/sign-in/\S+)", machine.printed())):
        assert time.monotonic() < deadline, machine.printed()[-800:]
        time.sleep(0.1)
    host = Visitor(f"http://127.0.0.1:{machine.port}")
    host.post(found[1]).taken()
    host.post("/settings", {"name": "Anna Berg", "email": "anna@example.org", "language": "de", "zone": "Europe/Berlin"}).taken()
    made = host.post("/parties", {"title": "Runde", "form": "sie", "seats": "6", "minutes": "60", "zone": "Europe/Berlin"}).taken()
    path = re.match(r"/parties/[0-9a-f-]{36}", made.location)[0]
    page = host.get(path)
    assert page.status == 200 and "Runde" in page.text, page.text[:400]
    return path


def idle_memory(machine):
    """Megabytes of the server itself: what no other program can have meanwhile, and what is resident."""
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if (process / "exe").resolve() == machine.root.resolve() / "usr/lib/stehtisch/stehtisch":
                status = (process / "status").read_text()
                return tuple(int(re.search(rf"{name}:\s+(\d+)", status)[1]) / 1024 for name in ("RssAnon", "VmRSS"))
        except OSError:
            continue
    return 0, 0


if __name__ == "__main__":
    sys.exit(main())
