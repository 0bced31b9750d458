"""coturn in the namespace that is the internet: on the usual port, on 443, and with TLS on 443 of an address of its own."""

import subprocess
import time

from lab import INTERNET, RELAY

SECRET = "geheim"
URLS = f"stun:{INTERNET}:3478,turn:{INTERNET}:3478?transport=udp,turn:{INTERNET}:443?transport=tcp,turns:{RELAY}:443?transport=tcp"


class Relay:
    def __init__(self, folder, port, address=INTERNET, has_tls=False):
        self.home = folder / f"{address}-{port}"
        self.home.mkdir(parents=True, exist_ok=True)
        self.port, self.address, self.has_tls = port, address, has_tls
        self.process = None

    def start(self):
        secure = ["--no-tls", f"--listening-port={self.port}"]
        if self.has_tls:
            certificate, key = self.certified()
            secure = [f"--tls-listening-port={self.port}", "--listening-port=3479", f"--cert={certificate}", f"--pkey={key}"]
        command = [
            "turnserver", "-n", f"--listening-ip={self.address}", f"--relay-ip={self.address}", *secure, "--no-dtls",
            "--use-auth-secret", f"--static-auth-secret={SECRET}", "--realm=stehtisch.example.org", "--no-multicast-peers", "--no-cli",
            "--fingerprint", f"--userdb={self.home}/turndb", f"--pidfile={self.home}/pid", "--log-file=stdout",
        ]  # fmt: skip
        with open(self.home / "log", "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        return self

    def certified(self):
        certificate, key = self.home / "certificate.pem", self.home / "key.pem"
        if not key.exists():
            command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=relay.example.org"]
            command += ["-addext", f"subjectAltName=IP:{self.address}", "-keyout", str(key), "-out", str(certificate)]
            subprocess.run(command, check=True, capture_output=True)
        return certificate, key

    def stop(self):
        """At once, so that nobody is told."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Relays:
    def __init__(self, folder):
        self.usual, self.by_443 = Relay(folder, 3478), Relay(folder, 443)
        self.by_tls = Relay(folder, 443, RELAY, has_tls=True)
        self.all = [self.usual, self.by_443, self.by_tls]

    def start(self):
        for relay in self.all:
            relay.start()
        time.sleep(1)
        return self

    def stop(self):
        for relay in self.all:
            relay.stop()
