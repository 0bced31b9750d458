"""Looks at every page as a careful visitor would: with axe in light and dark, for requests to strangers, for errors in the console,
and keeps a picture of it on a desktop and on a phone."""

import pathlib
import urllib.parse

from axe_playwright_python.sync_playwright import Axe

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


class Onlooker:
    def __init__(self, browser, site_url, tally, artefacts):
        self.browser = browser
        self.site_url = site_url
        self.tally = tally
        self.pictures = pathlib.Path(artefacts) / "screenshots"
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.axe = Axe()
        self.strangers = []
        self.complaints = []

    def visitor(self, language, zone="Europe/Berlin", viewport=None, **more):
        """A page in a browser profile of its own."""
        context = self.browser.new_context(
            locale=language, timezone_id=zone, viewport=viewport or DESKTOP, base_url=self.site_url, **more
        )
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("request", self.note_request)
        page.on("console", lambda message: self.note_console(page, message))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        return page

    def host(self, visitor, language, viewport=None):
        """The browser of a host who signed in as `visitor`."""
        page = self.visitor(language, viewport=viewport)
        page.context.add_cookies([{"name": name, "value": value, "url": self.site_url} for name, value in visitor.cookies.items()])
        return page

    def note_request(self, request):
        host = urllib.parse.urlsplit(request.url).netloc
        if host and host != urllib.parse.urlsplit(self.site_url).netloc:
            self.strangers.append(request.url)

    def note_console(self, page, message):
        # Chromium reports a response such as 404 or 422, which a test provokes, as an error of the page.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(f"{page.url}: {message.text}")

    def look(self, page, name):
        """Checks the page and pictures it: desktop, phone, and dark."""
        viewport = page.viewport_size
        faults = []
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.wait_for_timeout(150)
            faults += [f"{scheme}: {fault}" for fault in self.violations(page)]
            if scheme == "dark":
                page.screenshot(path=self.pictures / f"{name}-dark.png", full_page=True)
        for size, label in ((PHONE, "phone"), (DESKTOP, "desktop")):
            page.set_viewport_size(size)
            page.screenshot(path=self.pictures / f"{name}-{label}.png", full_page=True)
            faults += [f"{label}: {fault}" for fault in self.overflow(page)]
        page.set_viewport_size(viewport)
        faults += self.missing_words(page)
        self.tally.note(not faults, f"{name} is sound", "; ".join(faults))

    def picture_all(self, prefix=""):
        """Pictures every open page and prints how it begins: after a failure."""
        for number, page in enumerate(p for context in self.browser.contexts for p in context.pages):
            page.screenshot(path=self.pictures / f"{prefix}failure-{number}.png", full_page=True)
            print(f"  at {page.url}: {page.inner_text('body')[:600]!r}")

    def violations(self, page):
        for violation in self.axe.run(page).response["violations"]:
            first = violation["nodes"][0]
            yield f"{violation['id']} ({len(violation['nodes'])}×) at {first['html'][:160]}: {first['failureSummary'][:200]}"

    def overflow(self, page):
        """A page that is wider than the screen makes a phone's reader scroll sideways."""
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 1:
            yield f"{wide} pixels wider than the screen"

    def missing_words(self, page):
        text = page.inner_text("body")
        if "⟦" in text or "{count}" in text:
            yield "a word is missing from the string files: " + text[text.find("⟦"):][:80]

    def close(self, label):
        self.tally.note(not self.strangers, f"{label}: no page asks a third party for anything", self.strangers[:5])
        self.tally.note(not self.complaints, f"{label}: the console stays silent", self.complaints[:5])
