#!/usr/bin/env python3
"""Serves a rendered page of about 12 kB: ours is a page of the example for a signed-in host, with session and data read from the database for
each request; Starlette with Jinja2 renders a hundred rows from memory; nginx serves our bytes as a file. Prints requests per second by wrk
and ratios."""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests/Python"))

from program import Site, free_port  # noqa: E402
from visitor import Visitor  # noqa: E402

SECONDS = 8


def main():
    with tempfile.TemporaryDirectory() as folder:
        site = Site(pathlib.Path(folder) / "site", STEHTISCH_LOG_LEVEL="error").start("demo")
        try:
            host = Visitor(site.url)
            host.post(site.sign_in_link()).taken()
            path, page = nearest(host, 12_000)
            ours = rate(site.url + path, "Cookie: " + "; ".join(f"{name}={value}" for name, value in host.cookies.items()))
        finally:
            site.stop()
        print(f"page {re.sub('[0-9a-f-]{36}', '…', path)}, {len(page)} bytes: stehtisch {ours:.0f}/s")
        for name, peer in (("Starlette with Jinja2", starlette), ("nginx, a file", nginx)):
            theirs = peer(pathlib.Path(folder), page)
            print(f"  {name}: " + (f"{theirs:.0f}/s, ratio {ours / theirs:.2f}" if theirs else "not installed"))


def nearest(host, size):
    """The example's page whose length comes nearest to a size: path and bytes."""
    paths = {"/", "/people", "/parties", *re.findall(r'href="(/parties/[0-9a-f-]+)"', host.get("/parties").text)}
    pages = {path: host.get(path).text.encode() for path in paths}
    return min(pages.items(), key=lambda item: abs(len(item[1]) - size))


def fetch(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read()


def rate(url, *headers):
    command = ["wrk", "-t1", "-c16", f"-d{SECONDS}s", *(f"-H{header}" for header in headers), url]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(re.search(r"Requests/sec:\s*([\d.]+)", output)[1])


def starlette(folder, page):
    with starlette_server(folder, len(page)) as (url, _):
        return rate(url)


@contextlib.contextmanager
def starlette_server(folder, size):
    """A template with a hundred escaped rows, of so many bytes. Gives its address and its process."""
    row = "<li><a href='/people/{{ person.id }}'>{{ person.name }}</a> {{ person.organisation }}</li>"
    filler = "<p>" + "x" * max(0, size - 100 * 85) + "</p>"
    (folder / "page.html").write_text("<!doctype html><title>{{ title }}</title><ul>{% for person in people %}" + row + "{% endfor %}</ul>" + filler)
    (folder / "app.py").write_text(
        "from starlette.applications import Starlette\n"
        "from starlette.routing import Route\n"
        "from starlette.templating import Jinja2Templates\n"
        f"templates = Jinja2Templates(directory={str(folder)!r})\n"
        "people = [{'id': n, 'name': f'Anna & Berg {n}', 'organisation': f'Institut für Beratung {n}'} for n in range(100)]\n"
        "def page(request):\n    return templates.TemplateResponse(request, 'page.html', {'title': 'x', 'people': people})\n"
        "app = Starlette(routes=[Route('/', page)])\n"
    )
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "app:app", "--port", str(port), "--log-level", "error"]
    with served(command, folder, port) as found:
        yield found


def nginx(folder, page):
    if not shutil.which("nginx"):
        return None
    (folder / "index.html").write_bytes(page)
    port = free_port()
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1; user {os.environ.get('USER', 'root')};\n"
        f"events {{}} http {{ access_log off; server {{ listen 127.0.0.1:{port}; root {folder}; }} }}\n"
    )
    with served(["nginx", "-c", str(folder / "nginx.conf")], folder, port) as (url, _):
        return rate(url)


@contextlib.contextmanager
def served(command, folder, port):
    """Gives the address and the process of a server that has answered."""
    url = f"http://127.0.0.1:{port}/"
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                fetch(url)
                break
            except OSError:
                time.sleep(0.1)
        yield url, process.pid
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
