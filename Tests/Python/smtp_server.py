#!/usr/bin/env python3
"""A mail server for tests: takes every mail, or fails as told, and stores what it took.

    smtp_server.py --port 2525 --folder MAILS [options]

Each mail becomes a file NUMBER.eml in the folder; envelope.jsonl has a line for each: number, sender, recipients. Prints
`ready PORT PROCESS` when it listens (port 0 takes a free one). Needs `aiosmtpd`.
"""

import argparse
import asyncio
import json
import os
import pathlib
import signal
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Mailroom:
    """Stores mails, and fails on purpose."""

    def __init__(self, options):
        self.folder = pathlib.Path(options.folder)
        self.rejected = set(options.reject)
        self.failures_left = options.tempfail
        self.crashes = options.crash_after_accept
        self.folder.mkdir(parents=True, exist_ok=True)
        self.count = len(list(self.folder.glob("*.eml")))

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.failures_left > 0:
            self.failures_left -= 1
            return "451 4.7.1 Please try again later"
        if address in self.rejected:
            return "550 5.1.1 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.store(envelope)
        if self.crashes:
            os._exit(1)
        return f"250 OK queued as {self.count}"

    def store(self, envelope):
        """The line in the list comes last: a reader who finds it finds the file."""
        self.count += 1
        with open(self.folder / f"{self.count:04}.eml", "wb") as file:
            file.write(envelope.original_content)
            file.flush()
            os.fsync(file.fileno())
        line = {"number": self.count, "from": envelope.mail_from, "to": envelope.rcpt_tos}
        with open(self.folder / "envelope.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def parsed_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=2525)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--tls", nargs=2, metavar=("CERTIFICATE", "KEY"), help="TLS from the first byte")
    parser.add_argument("--starttls", nargs=2, metavar=("CERTIFICATE", "KEY"), help="require STARTTLS")
    parser.add_argument("--auth", metavar="USER:PASSWORD", help="require this login")
    parser.add_argument("--reject", action="append", default=[], metavar="ADDRESS", help="answer 550 to this recipient")
    parser.add_argument("--tempfail", type=int, default=0, metavar="N", help="answer 451 to the first N recipients")
    parser.add_argument("--crash-after-accept", action="store_true", help="store the first mail, then die unanswered")
    return parser.parse_args()


def certificate(files):
    if not files:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*files)
    return context


def session_maker(options, mailroom):
    def authenticate(server, session, envelope, mechanism, data):
        login = f"{data.login.decode()}:{data.password.decode()}"
        return AuthResult(success=login == options.auth, handled=False)

    def session():
        return SMTP(
            mailroom,
            tls_context=certificate(options.starttls),
            require_starttls=bool(options.starttls),
            authenticator=authenticate if options.auth else None,
            auth_required=bool(options.auth),
            auth_require_tls=bool(options.starttls),
        )

    return session


async def serve(options):
    loop = asyncio.get_running_loop()
    mailroom = Mailroom(options)
    server = await loop.create_server(
        session_maker(options, mailroom), options.host, options.port, ssl=certificate(options.tls)
    )
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    print("ready", server.sockets[0].getsockname()[1], os.getpid(), flush=True)
    await stopped.wait()
    server.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(serve(parsed_options())))
