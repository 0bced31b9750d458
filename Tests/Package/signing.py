"""Hosts of the installed package sign in by their organisation's provider."""

import html
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "SignOn"), str(TESTS / "Python")]

from provider import CLIENT, SECRET, Provider  # noqa: E402
from visitor import Visitor  # noqa: E402


def run(machine, tally):
    provider = Provider()
    usual = {"ISSUER": provider.url, "CLIENT_ID": CLIENT, "CLIENT_SECRET": SECRET, "NAME": "Universität Nordstadt", "DOMAINS": "uni.example"}
    lines = ["STEHTISCH_OIDC=uni", *(f'STEHTISCH_OIDC_UNI_{name}="{value}"' for name, value in usual.items())]
    settings = machine.root / "etc/stehtisch/stehtisch.conf"
    before = settings.read_text()
    try:
        machine.stop()
        settings.write_text(before + "\n".join(lines) + "\n")
        machine.start()
        visitor = Visitor(f"http://127.0.0.1:{machine.port}", "en")
        with tally.step("a host of the organisation signs in by its provider"):
            page = visitor.post("/sign-on/uni")
            there = html.unescape(re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page.text)[1])
            answer = visitor.get(provider.signs_in(there))
            assert answer.status == 303 and visitor.get("/settings").status == 200, answer.text[-400:]
        tally.note("anna@uni.example" in machine.must("stehtisch", "host", "list"), "and is listed among the hosts")
        _, said = machine.run("stehtisch", "doctor")
        tally.note(f"{visitor.address}/sign-on/uni/return" in said, "doctor names the address for the provider", said[-800:])
    finally:
        provider.stop()
        machine.stop()
        settings.write_text(before)
        machine.start()
