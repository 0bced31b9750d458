"""Real CalDAV servers in folders of their own, each behind TLS on an address of its own, as a host would name it."""

import asyncio
import base64
import hashlib
import pathlib
import sqlite3
import ssl
import subprocess
import sys
import threading
import urllib.error
import urllib.request

from program import free_port, wait_for_port

USER, PASSWORD = "miriam", "Hund Katze Maus!"
LOGIN = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
MAKE = b'<?xml version="1.0"?><C:mkcalendar xmlns:C="urn:ietf:params:xml:ns:caldav"/>'


class Server:
    """One that listens on loopback, without encryption."""

    # False where a server leaves logins to what stands in front of it.
    checks_login = True
    # True where a time without any zone is taken to be one of UTC: such a server gives busy times alone, and knows no zone of its user.
    floats_in_utc = True
    # True where an occurrence that was called off is busy all the same.
    counts_called_off = False

    def __init__(self, folder, address):
        self.folder = folder
        folder.mkdir(parents=True)
        self.address = address
        self.port = free_port()
        self.process = None

    def start(self):
        with open(self.folder / "log", "wb") as log:
            self.process = subprocess.Popen(self.command(), stdout=log, stderr=log, cwd=self.folder)
        wait_for_port(self.port, self.process)
        return self

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)

    def ask(self, method, path, content=None, kind="text/calendar; charset=utf-8"):
        """- Raises: urllib.error.HTTPError"""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", content, {"Content-Type": kind}, method=method)
        with self.opener().open(request, timeout=20) as answer:
            return answer.read().decode()

    def opener(self):
        opener = urllib.request.build_opener()
        opener.addheaders = [("Authorization", LOGIN)]
        return opener

    def fill(self, entries):
        """Makes the calendar and puts each file there."""
        self.ask("MKCALENDAR", self.calendar, MAKE, "application/xml; charset=utf-8")
        for number, text in enumerate(entries):
            self.ask("PUT", f"{self.calendar}{number}.ics", text.encode())


class Radicale(Server):
    name = "Radicale"
    calendar = f"/{USER}/privat/"
    python = sys.executable

    def command(self):
        (self.folder / "users").write_text(f"{USER}:{PASSWORD}\n")
        (self.folder / "config").write_text(
            f"[server]\nhosts = 127.0.0.1:{self.port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = {self.folder}/users\n"
            f"htpasswd_encryption = plain\n[storage]\nfilesystem_folder = {self.folder}/collections\n"
        )
        return [self.python, "-m", "radicale", "--config", str(self.folder / "config")]


class DebianRadicale(Radicale):
    """The one of Debian 12 (3.1) doesn't know the question for the times alone, and gives the whole calendar."""

    name = "Debian's Radicale"
    floats_in_utc = False
    python = "/usr/bin/python3"


class Xandikos(Server):
    name = "Xandikos"
    calendar = f"/{USER}/calendars/privat/"
    checks_login = False

    def command(self):
        program = pathlib.Path(sys.executable).parent / "xandikos"
        return [
            program, "serve", "-d", str(self.folder / "dav"), "--defaults", "--current-user-principal", f"/{USER}/",
            "-l", "127.0.0.1", "-p", str(self.port),
        ]


class Sabre(Server):
    """With Digest (RFC 7616) for logins."""

    name = "sabre/dav"
    # In this version (1.8).
    counts_called_off = True
    calendar = f"/calendars/{USER}/privat/"
    examples = pathlib.Path("/usr/share/doc/php-sabre-dav/examples/sql")

    def command(self):
        tables = [(self.examples / f"sqlite.{name}.sql").read_text() for name in ("calendars", "principals")]
        people = f"INSERT INTO principals (uri, displayname) VALUES ('principals/{USER}', 'Miriam')"
        with sqlite3.connect(self.folder / "dav.sqlite") as store:
            store.executescript("\n".join([*tables, people]))
        (self.folder / "users").write_text(f"{USER}:calendar:{hashlib.md5(f'{USER}:calendar:{PASSWORD}'.encode()).hexdigest()}\n")
        return ["env", f"STORE={self.folder}", "php", "-S", f"127.0.0.1:{self.port}", str(pathlib.Path(__file__).with_name("sabre.php"))]

    def opener(self):
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, f"http://127.0.0.1:{self.port}/", USER, PASSWORD)
        return urllib.request.build_opener(urllib.request.HTTPDigestAuthHandler(passwords))


class Front:
    """What nginx is elsewhere: TLS on port 443 of each server's address, and a password where the server has none."""

    def __init__(self, servers, certificate):
        self.servers = servers
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(*certificate)
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def start(self):
        for server in self.servers:
            asyncio.run_coroutine_threadsafe(self.listen(server), self.loop).result(10)

    async def listen(self, server):
        async def pass_on(reader, writer):
            await self.pass_on(server, reader, writer)

        await asyncio.start_server(pass_on, server.address, 443, ssl=self.context)

    async def pass_on(self, server, reader, writer):
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            if not server.checks_login and f"authorization: {LOGIN}".lower().encode() not in head.lower():
                writer.write(b'HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm="calendar"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
                await writer.drain()
                return
            inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", server.port)
            inner_writer.write(head)
            ways = [asyncio.ensure_future(pour(reader, inner_writer)), asyncio.ensure_future(pour(inner_reader, writer))]
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            inner_writer.close()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


async def pour(source, target):
    while data := await source.read(65536):
        target.write(data)
        await target.drain()
