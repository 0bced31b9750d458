"""A site with a provider beside it, and browsers that sign in by it."""

import html
import pathlib
import re
import sys
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Python"))

from program import Site  # noqa: E402
from provider import CLIENT, SECRET, Provider  # noqa: E402
from visitor import Visitor  # noqa: E402


def settings(provider, key="uni", **more):
    """What the operator sets: `DOMAINS="uni.example"` and the like."""
    usual = {"ISSUER": provider.url, "CLIENT_ID": CLIENT, "CLIENT_SECRET": SECRET, "NAME": "Universität Nordstadt"}
    return {"STEHTISCH_OIDC": key} | {f"STEHTISCH_OIDC_{key.upper()}_{name}": value for name, value in (usual | more).items()}


class Story:
    def __init__(self, folder, more=None, **named):
        self.provider = Provider()
        self.site = Site(folder, STEHTISCH_LOG_LEVEL="info", **settings(self.provider, **named) | (more or {}))
        self.site.start()

    def stop(self):
        self.site.stop()
        self.provider.stop()

    def visitor(self, language="en"):
        return Visitor(self.site.url, language)

    def way(self, visitor):
        """Presses the button. The address at the provider to which the page passes on."""
        page = visitor.post("/sign-on/uni")
        assert page.status == 200, (page.status, page.text[:300])
        return html.unescape(re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page.text)[1])

    def signed_in(self, visitor=None, provider=None):
        """The visitor, and the answer with which they come back."""
        visitor = visitor or self.visitor()
        return visitor, visitor.get((provider or self.provider).signs_in(self.way(visitor)))

    def enters(self, visitor=None):
        """Whether the way by the provider ends signed in."""
        visitor, answer = self.signed_in(visitor)
        return self.is_in(visitor, answer)

    def is_in(self, visitor, answer):
        return answer.status == 303 and visitor.get("/settings").status == 200

    def bent(self, change):
        """Whether somebody comes in by a token that is bent so."""
        self.provider.bend = change
        try:
            return self.enters()
        finally:
            self.provider.bend = lambda claims: claims

    def made(self, make):
        """Whether somebody comes in by a token that is made so."""
        usual, self.provider.make = self.provider.make, make
        try:
            return self.enters()
        finally:
            self.provider.make = usual

    def logout(self, token):
        """As the provider calls: no browser, no cookie."""
        body = urllib.parse.urlencode({"logout_token": token})
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "none"}
        return Visitor(self.site.url).ask("POST", "/sign-on/uni/logout", body, headers)

    def log(self):
        return (self.site.folder / "err.log").read_text()
