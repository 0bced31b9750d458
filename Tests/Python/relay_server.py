"""coturn as a process of its own, with credentials by a shared secret."""

import subprocess

from program import free_port, wait_for_port


class RelayServer:
    """`allow-loopback-peers` is for tests alone: a relay on the open net must not lead into its own machine."""

    def __init__(self, folder, secret):
        self.folder = folder
        self.secret = secret
        self.port = free_port()
        self.url = f"turn:127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [
            "turnserver", "-n", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", f"--listening-port={self.port}",
            "--use-auth-secret", f"--static-auth-secret={self.secret}", "--realm=stehtisch.example.org",
            "--allow-loopback-peers", "--no-multicast-peers", "--no-cli", "--no-tls", "--no-dtls", "--fingerprint",
            f"--userdb={self.folder}/turndb", f"--pidfile={self.folder}/turnserver.pid", "--log-file=stdout", "--verbose",
        ]  # fmt: skip
        with open(self.folder / "turnserver.log", "ab") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log)
        wait_for_port(self.port, self.process)
        return self

    def log(self):
        return (self.folder / "turnserver.log").read_text(errors="replace")

    def stop(self):
        """Stops it at once, so that nobody is told."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
