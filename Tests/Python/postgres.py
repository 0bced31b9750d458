"""A PostgreSQL server of its own, in a folder and on a port of its own; it ends with the tests."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from program import free_port

# Losses in a crash of the machine don't matter here, except where a test says so.
QUICK = {"fsync": "off", "full_page_writes": "off", "wal_level": "minimal", "max_wal_senders": "0"}
USUAL = {"max_connections": "500", "shared_buffers": "256MB", "max_pred_locks_per_transaction": "256"}


class Server:
    def __init__(self, lasting=False, address="127.0.0.1", empty=False):
        """`empty`: its data come from elsewhere."""
        self.port = free_port()
        self.address = address
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="stehtisch-postgresql-"))
        # PostgreSQL refuses to run as root.
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        self.settings = USUAL if lasting else USUAL | QUICK
        if not empty:
            self.tool("initdb", "-U", "stehtisch", "-A", "trust", "--encoding=UTF8", "--locale=C", "--no-sync")

    @property
    def data(self):
        return self.folder / "data"

    @property
    def url(self):
        """The URL of the server, without a database."""
        return f"postgresql://stehtisch@127.0.0.1:{self.port}"

    def start(self):
        options = [f"-c {name}={value}" for name, value in self.settings.items()]
        options += [f"-c listen_addresses={self.address}", f"-c port={self.port}", "-c unix_socket_directories="]
        self.tool("pg_ctl", "-w", "-t", "60", "-l", str(self.folder / "log"), "-o", " ".join(options), "start")
        return self

    def restart(self):
        """Restarts the server as its packages' upgrade does: every connection is closed."""
        self.tool("pg_ctl", "-w", "-m", "fast", "stop")
        return self.start()

    def crash(self):
        """Kills all of its processes at once, because the next one would not start beside a remaining one."""
        processes = self.processes()
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        while any(state(process) != "Z" for process in processes):
            time.sleep(0.05)
        # A process nobody has waited for yet still seems alive, according to that file.
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def processes(self):
        first = int((self.data / "postmaster.pid").read_text().split()[0])
        return [first, *children(first)]

    def stop(self):
        subprocess.run(self.command("pg_ctl", "-m", "immediate", "stop"), cwd=self.folder, capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def tool(self, name, *arguments):
        # A server keeps open whatever it inherits, so its output goes nowhere.
        done = subprocess.run(
            self.command(name, *arguments), cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE if name == "initdb" else None
        )
        if done.returncode != 0:
            raise RuntimeError(f"{name}: {(done.stderr or b'').decode()[-400:]}")

    def command(self, name, *arguments):
        found = shutil.which(name) or str(sorted(pathlib.Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))[-1])
        as_user = ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--init-groups"] if self.user else []
        return [*as_user, found, "-D", str(self.data), *arguments]

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()


def children(process):
    return [int(number) for number in pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def state(process):
    """One letter of proc(5); Z also for one that is gone."""
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
