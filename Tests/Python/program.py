"""The program as a process of its own, on a port of its own, with data in a folder of its own."""

import os
import pathlib
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("STEHTISCH_PROGRAM", ROOT / ".build/debug/stehtisch"))


def new_database(server, name):
    """Makes a database on a server with a known address, in place of one of that name. Returns the address."""
    # Only where there is a server.
    import psycopg2

    connection = psycopg2.connect(f"{server}/postgres")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
    connection.close()
    return f"{server}/{urllib.parse.quote(name)}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_port(port, process, seconds=20):
    """Returns when somebody listens there; fails if the process that should listen has ended."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{process.args[0]} does not start") from None
            time.sleep(0.1)


class Site:
    def __init__(self, folder, smtp_port=None, **more):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.data = self.folder / "data"
        self.process = None
        self.program = PROGRAM
        # The account it runs under; None for that of the tests.
        self.owner = None
        # The tests' own way to its database; None for the program's.
        self.beside = None
        # Mail is sent at once, unless a story wants to undo an action.
        usual = {"STEHTISCH_TAKE_BACK_SECONDS": "0"}
        # Each site has its own database there.
        if server := os.environ.get("STEHTISCH_TEST_DATABASE"):
            usual["STEHTISCH_DATABASE"] = new_database(server, f"site_{self.port}")
        self.settings = {"STEHTISCH_DATA": str(self.data), "STEHTISCH_PORT": str(self.port), **usual, **more}
        if smtp_port:
            self.settings |= {
                "STEHTISCH_SMTP_HOST": "127.0.0.1",
                "STEHTISCH_SMTP_PORT": str(smtp_port),
                "STEHTISCH_SMTP_SECURITY": "none",
                "STEHTISCH_MAIL_FROM": "einladung@gespraech.example.org",
            }

    @property
    def environment(self):
        clean = {name: value for name, value in os.environ.items() if not name.startswith("STEHTISCH_")}
        # Commands speak the terminal's language; tests read English.
        clean["LC_ALL"] = "C.UTF-8"
        return clean | self.settings

    def start(self, command="serve"):
        """Returns when the site answers. Its output goes to `out.log`, its log to `err.log`."""
        with open(self.folder / "out.log", "ab") as out, open(self.folder / "err.log", "ab") as err:
            self.process = subprocess.Popen(
                [self.program, command], env=self.environment, cwd=self.folder, stdout=out, stderr=err, user=self.owner
            )
        deadline = time.monotonic() + 60
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"does not start: {(self.folder / 'err.log').read_text()[-800:]}")
            time.sleep(0.05)
        return self

    def answers(self):
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def run(self, *command):
        """Runs another command on the same data."""
        return subprocess.run(
            [self.program, *command], env=self.environment, cwd=self.folder, capture_output=True, text=True, timeout=120,
            user=self.owner
        )

    def printed(self):
        return (self.folder / "out.log").read_text()

    def sign_in_link(self):
        """The newest one that was printed. On the first start it comes right after the site answers."""
        deadline = time.monotonic() + 10
        while not (links := re.findall(r"https?://\S+/sign-in/\S+(?=\s)", self.printed())):
            if time.monotonic() > deadline:
                raise RuntimeError("no sign-in link was printed")
            time.sleep(0.05)
        return links[-1]

    def kill(self):
        """Kills the program as a power cut would, without a goodbye."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Asks the program to stop and returns its exit status."""
        if self.process is None or self.process.poll() is not None:
            return None
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.kill()
            return None
