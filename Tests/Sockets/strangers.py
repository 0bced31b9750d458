#!/usr/bin/env python3
"""What strangers' requests can do to the server: send for ever, read for ever, connect for ever, speak a broken HTTP. Nobody else may notice, and the server
must be able to end.

    strangers.py [--artefacts FOLDER]

Ends with `N passed, N failed`. The server is the one of `STEHTISCH_PROGRAM`, else of the debug build.
"""

import argparse
import pathlib
import resource
import shutil
import socket
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Python"))

from program import Site  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from visitor import Visitor  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", type=pathlib.Path, default=pathlib.Path("artefacts"))
    folder = parser.parse_args().artefacts.resolve() / "strangers"
    shutil.rmtree(folder, ignore_errors=True)
    tally = Tally()
    try:
        for number, part in enumerate((broken_requests, slow_requests, many_connections, no_descriptors, a_stop)):
            part(folder / str(number), tally)
    except Stop as stop:
        print(f"The rest is left out, because this failed: {stop}")
    return tally.close()


def dial(site, source="127.0.0.1"):
    return socket.create_connection(("127.0.0.1", site.port), timeout=40, source_address=(source, 0))


def ask(site, request, seconds=5):
    """The first line of the answer."""
    with dial(site) as line:
        line.settimeout(seconds)
        line.sendall(request)
        return first_line(line)


def first_line(line):
    answer = b""
    while b"\r\n" not in answer:
        part = line.recv(4096)
        if not part:
            break
        answer += part
    return answer.split(b"\r\n")[0].decode()


FORM = b"POST /sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"


def broken_requests(folder, tally):
    site = Site(folder).start()
    chunked = FORM + b"Transfer-Encoding: chunked\r\n\r\n"
    for name, request, status in [
        ("chunks without a size", chunked + b"zz\r\nemail=a\r\n0\r\n\r\n", 400),
        ("a chunk longer than it says", chunked + b"3\r\nemail=a\r\n0\r\n\r\n", 400),
        ("a chunk of a size beyond all numbers", chunked + b"fffffffffffffffff\r\n", 400),
        ("two hosts", b"GET /sign-in HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("a form of nine megabytes", FORM + b"Content-Length: 9000000\r\n\r\n" + b"a" * 9_000_000, 413),
        ("measurements behind a proxy", b"GET /metrics HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n", 404),
        ("measurements from this machine", b"GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n", 200),
    ]:
        try:
            line = ask(site, request)
        except OSError as error:
            line = f"{error}"
        tally.note(f" {status} " in line + " ", f"{name}: {status}", line)
    with dial(site) as line:
        line.sendall(FORM + b"Expect: 100-continue\r\nContent-Length: 13\r\n\r\n")
        tally.note(" 100 " in first_line(line) + " ", "who asks whether to go on is told to")
        line.sendall(b"email=a%40b.c")
        tally.note(" 200 " in first_line(line) + " ", "and is answered then")
    tally.note(site.stop() == 0, "the server ends in peace")


def slow_requests(folder, tally):
    site = Site(folder).start()
    began = time.monotonic()
    with dial(site) as form, dial(site) as head:
        form.sendall(FORM + b"Content-Length: 1000\r\n\r\n")
        head.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX-Long: ")
        ended = {}
        for _ in range(40):
            time.sleep(1)
            for name, line in (("form", form), ("head", head)):
                if name not in ended and is_over(line):
                    ended[name] = time.monotonic() - began
            if len(ended) == 2:
                break
    tally.note(15 < ended.get("form", 99) < 25, "a form that drips is cut off after twenty seconds", ended)
    tally.note(20 < ended.get("head", 99) < 36, "a request that never ends is cut off after thirty", ended)
    tally.note(site.stop() == 0, "the server ends in peace")


def is_over(line):
    """Sends one more byte, and checks whether the other side is still there."""
    try:
        line.sendall(b"a")
        line.settimeout(0.01)
        return bool(line.recv(4096)) or True
    except TimeoutError:
        return False
    except OSError:
        return True


def many_connections(folder, tally):
    site = Site(folder, STEHTISCH_CONNECTIONS_PER_ADDRESS="20", STEHTISCH_CONNECTIONS="60").start()
    lines = [dial(site, "127.0.0.2") for _ in range(40)]
    time.sleep(0.5)
    alive = [line for line in lines if answers(line)]
    tally.note(len(alive) == 20, "one address has twenty connections, as it was set", len(alive))
    tally.note(site.answers(), "others are served")
    for line in lines:
        line.close()
    time.sleep(0.5)
    crowd = [dial(site, f"127.0.1.{number}") for number in range(80)]
    time.sleep(0.5)
    with socket.create_connection(("127.0.0.1", site.port), timeout=3) as waiting:
        waiting.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        waiting.settimeout(1)
        try:
            early = waiting.recv(100)
        except TimeoutError:
            early = None
        for line in crowd:
            line.close()
        waiting.settimeout(5)
        tally.note(early is None and b"200" in waiting.recv(100), "beyond the limit one waits, and is served when others go", early)
    log = (folder / "err.log").read_text()
    tally.note(log.count("too many connections") == 1, "one line in the log says so", log[-400:])
    tally.note(site.stop() == 0, "the server ends in peace")


def answers(line):
    try:
        line.settimeout(2)
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        return b"200" in line.recv(200)
    except OSError:
        return False


def no_descriptors(folder, tally):
    """The process may have few descriptors, and uses them up."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    site = Site(folder)
    site.start()
    used = len(list(pathlib.Path(f"/proc/{site.process.pid}/fd").iterdir()))
    site.stop()
    resource.setrlimit(resource.RLIMIT_NOFILE, (used + 8, before[1]))
    try:
        site.start("serve")
        limit = int(next(row.split()[3] for row in limits(site) if row.startswith("Max open files")))
        tally.note(limit > used + 8, "the soft limit of descriptors is raised at the start", limit)
        resource.prlimit(site.process.pid, resource.RLIMIT_NOFILE, (used + 8, used + 8))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    crowd = [dial(site, f"127.0.2.{number}") for number in range(30)]
    time.sleep(1)
    busy = processor(site)
    time.sleep(3)
    busy = processor(site) - busy
    tally.note(busy < 0.5, "without descriptors the server rests", f"{busy:.2f} s of CPU in 3 s")
    for line in crowd:
        line.close()
    deadline = time.monotonic() + 10
    while not site.answers() and time.monotonic() < deadline:
        time.sleep(0.2)
    tally.note(site.answers(), "and goes on when there are some")
    log = (folder / "err.log").read_text()
    tally.note(log.count("no connection accepted") == 1, "one line in the log says so", log[-400:])
    tally.note(site.stop() == 0, "the server ends in peace")


def limits(site):
    return pathlib.Path(f"/proc/{site.process.pid}/limits").read_text().splitlines()


def processor(site):
    """Seconds of CPU that the server has used."""
    fields = pathlib.Path(f"/proc/{site.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def a_stop(folder, tally):
    """Stops the server while a form drips, an upload never ends, and an answer is read at ten bytes a second."""
    site = Site(folder).start()
    host = Visitor(site.url)
    host.post(site.sign_in_link()).taken()
    cookie = "; ".join(f"{name}={value}" for name, value in host.cookies.items())
    form, upload, export = dial(site), dial(site), dial(site)
    form.sendall(FORM + b"Content-Length: 1000\r\n\r\n")
    upload.sendall(
        (
            "POST /people/imports HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 50000000\r\n"
            f"Content-Type: multipart/form-data; boundary=x\r\nCookie: {cookie}\r\n\r\n--x\r\n"
            'Content-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        ).encode()
    )
    export.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
    for _ in range(300):
        export.sendall(f"GET /people HTTP/1.1\r\nHost: a\r\nCookie: {cookie}\r\n\r\n".encode())
    is_on = True

    def go_on():
        while is_on:
            time.sleep(0.2)
            for line, bytes_ in ((form, b"a"), (upload, b"a" * 3000)):
                try:
                    line.sendall(bytes_)
                except OSError:
                    pass

    thread = threading.Thread(target=go_on)
    thread.start()
    time.sleep(1)
    began = time.monotonic()
    status = site.stop()
    taken = time.monotonic() - began
    is_on = False
    thread.join()
    tally.note(status == 0 and taken < 22, f"the server ends within 22 seconds whatever goes on: {taken:.1f} s", status)


if __name__ == "__main__":
    sys.exit(main())
