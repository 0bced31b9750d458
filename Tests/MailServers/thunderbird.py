"""Thunderbird without a screen, driven by Marionette, the protocol of Mozilla's own tests: it reads a guest's mailbox by IMAP, and presses its own
Accept on an invitation, or changes its mind in its calendar."""

import json
import pathlib
import socket
import subprocess
import time

from program import free_port

HELPERS = pathlib.Path(__file__).with_suffix(".js").read_text()


class Thunderbird:
    def __init__(self, folder, address, imap_port, smtp_port):
        self.folder, self.address = folder, address
        self.port = free_port()
        user = address.partition("@")[0]
        profile = folder / "profile"
        profile.mkdir(parents=True)
        wanted = {
            "marionette.port": self.port,
            "mail.provider.suppress_dialog_on_startup": True,
            "mail.spotlight.firstRunDone": True,
            "mailnews.start_page.enabled": False,
            "app.update.auto": False,
            "app.donation.eoy.version.viewed": 999,
            "datareporting.policy.dataSubmissionEnabled": False,
            "toolkit.telemetry.enabled": False,
            "mail.accountmanager.accounts": "account1",
            "mail.accountmanager.defaultaccount": "account1",
            "mail.account.account1.server": "server1",
            "mail.account.account1.identities": "id1",
            "mail.server.server1.type": "imap",
            "mail.server.server1.hostname": "127.0.0.1",
            "mail.server.server1.port": imap_port,
            "mail.server.server1.userName": user,
            "mail.server.server1.name": user,
            "mail.server.server1.socketType": 0,
            "mail.server.server1.authMethod": 3,
            "mail.server.server1.login_at_startup": False,
            "mail.identity.id1.fullName": user.capitalize(),
            "mail.identity.id1.useremail": address,
            "mail.identity.id1.valid": True,
            "mail.identity.id1.smtpServer": "smtp1",
            "mail.identity.id1.fcc": False,
            "mail.smtpservers": "smtp1",
            "mail.smtp.defaultserver": "smtp1",
            "mail.smtpserver.smtp1.hostname": "127.0.0.1",
            "mail.smtpserver.smtp1.port": smtp_port,
            "mail.smtpserver.smtp1.authMethod": 1,
            "mail.smtpserver.smtp1.try_ssl": 0,
            "calendar.registry.own.type": "storage",
            "calendar.registry.own.uri": "moz-storage-calendar://",
            "calendar.registry.own.name": "Own",
            "calendar.registry.own.imip.identity.key": "id1",
            "calendar.list.sortOrder": "own",
        }
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
        (profile / "user.js").write_text("\n".join(lines) + "\n")
        self.process = None
        self.profile = profile

    def start(self):
        log = open(self.folder / "log", "wb")
        command = ["thunderbird", "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", str(self.profile)]
        self.process = subprocess.Popen(command, stdout=log, stderr=log)
        deadline = time.monotonic() + 90
        while True:
            try:
                self.line = socket.create_connection(("127.0.0.1", self.port), timeout=90)
                break
            except OSError:
                if time.monotonic() > deadline or self.process.poll() is not None:
                    raise RuntimeError("Thunderbird does not start") from None
                time.sleep(0.3)
        self.number = 0
        self.receive()
        self.ask("WebDriver:NewSession", {"capabilities": {}})
        self.ask("Marionette:SetContext", {"value": "chrome"})
        self.ask("WebDriver:SetTimeouts", {"script": 60000})
        self.run("await rememberPassword(given[0], given[1])", self.address.partition("@")[0], "secret")
        return self

    def accept(self, subject):
        self.run("await press(given[0], 'Accept')", subject)

    def decline_in_calendar(self, uid):
        self.run("await changeMind(given[0], 'DECLINED')", uid)

    def run(self, script, *arguments):
        """Runs lines in the main window, after those of `thunderbird.js`; they may wait."""
        body = (
            "const given = [...arguments].slice(0, -1), done = arguments[arguments.length - 1];"
            f"(async () => {{ {HELPERS} {script} }})().then(() => done(''), error => done(String(error) + error.stack));"
        )
        problem = self.ask("WebDriver:ExecuteAsyncScript", {"script": body, "args": list(arguments), "newSandbox": False})["value"]
        if problem:
            raise RuntimeError(problem)

    def ask(self, name, parameters):
        self.number += 1
        text = json.dumps([0, self.number, name, parameters]).encode()
        self.line.sendall(str(len(text)).encode() + b":" + text)
        _, _, error, value = self.receive()
        if error:
            raise RuntimeError(f"{name}: {error['message']}")
        return value

    def receive(self):
        size = b""
        while not size.endswith(b":"):
            size += self.line.recv(1)
        wanted, text = int(size[:-1]), b""
        while len(text) < wanted:
            text += self.line.recv(wanted - len(text))
        return json.loads(text)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
