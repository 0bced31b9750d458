"""In Chromium: the page to sign in, the way by a provider that leads on to another address, and one that others use, with its own form."""

import pathlib
import subprocess
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "Tests/Browser"))

from onlooker import Onlooker  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from program import Site, free_port  # noqa: E402
from provider import CLIENT, SECRET  # noqa: E402
from stories import Story  # noqa: E402

PASSWORD = "ein gutes Kennwort"


def play(folder, tally):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        own(browser, folder, tally)
        with tally.step("a provider that others use signs somebody in (Canaille)"):
            canaille(browser, folder, tally)
        browser.close()


def own(browser, folder, tally):
    story = Story(folder / "browser", DOMAINS="uni.example")
    lead_on(story.provider)
    onlooker = Onlooker(browser, story.site.url, tally, folder)
    try:
        for language in ("de", "en"):
            page = onlooker.visitor(language)
            page.goto("/sign-in")
            onlooker.look(page, f"sign-on-{language}")
        page.click('form[action="/sign-on/uni"] button')
        page.wait_for_url(story.site.url + "/")
        tally.note("Anna" in page.inner_text("body") or page.locator("main").count() == 1, "one press leads to the provider, on to another address, and back in")
        page.goto("/settings")
        tally.note(page.input_value('input[name="name"]') == "Anna Berg", "the host's name is the provider's")
        tally.note(page.evaluate("document.cookie") == "", "no page can read a cookie", page.evaluate("document.cookie"))
        story.provider.person = {"sub": "x", "email": "kim@elsewhere.example", "email_verified": True}
        stranger = onlooker.visitor("de")
        stranger.goto("/sign-in")
        stranger.click('form[action="/sign-on/uni"] button')
        stranger.wait_for_url("**/return**")
        onlooker.look(stranger, "sign-on-refused-de")
        tally.note(not onlooker.complaints, "no page's own rules stand in the way", onlooker.complaints[:5])
    finally:
        story.stop()


def lead_on(provider):
    """As a provider does that asks another one first: `localhost` is another address to a browser."""
    port = urllib.parse.urlsplit(provider.url).port
    provider.answers["/authorize"] = lambda ask: ask.send_back(f"http://localhost:{port}/second?{urllib.parse.urlsplit(ask.path).query}")
    provider.answers["/second"] = lambda ask: ask.send_back(provider.signs_in(ask.path))


def canaille(browser, folder, tally):
    port = free_port()
    site = Site(
        folder / "canaille", STEHTISCH_OIDC="uni", STEHTISCH_OIDC_UNI_ISSUER=f"http://localhost:{port}", STEHTISCH_OIDC_UNI_CLIENT_ID=CLIENT,
        STEHTISCH_OIDC_UNI_CLIENT_SECRET=SECRET, STEHTISCH_OIDC_UNI_GROUPS="hosts", STEHTISCH_OIDC_UNI_SCOPES="openid email profile groups",
        STEHTISCH_OIDC_UNI_TRUST_ADDRESSES="true",
    )  # fmt: skip
    server = started(port, site, folder)
    try:
        site.start()
        page = browser.new_page(base_url=site.url, locale="en")
        page.goto("/sign-in")
        page.click('form[action="/sign-on/uni"] button')
        page.wait_for_url(f"http://localhost:{port}/**")
        page.fill('input[name="login"]', "anna")
        page.press('input[name="login"]', "Enter")
        page.fill('input[name="password"]', PASSWORD)
        page.press('input[name="password"]', "Enter")
        page.wait_for_url(site.url + "/")
        hosts = site.run("host", "list").stdout
        assert "anna@uni.example" in hosts, hosts
    finally:
        site.stop()
        server.terminate()
        server.wait()


def started(port, site, folder):
    log = open(folder / "canaille.log", "w")
    arguments = [python(), pathlib.Path(__file__).with_name("canaille_provider.py"), str(port), f"{site.url}/sign-on/uni/return", PASSWORD]
    server = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=log, text=True, cwd=folder)
    assert server.stdout.readline() == "ready\n", (folder / "canaille.log").read_text()[-600:]
    return server


def python():
    """Of an environment of its own: what it needs must not get in the way of the other tests."""
    environment = ROOT / ".venv/sign-on"
    found = environment / "bin/python"
    if not (environment / "complete").exists():
        subprocess.run(["/usr/bin/python3", "-m", "venv", environment], check=True)
        wanted = pathlib.Path(__file__).with_name("requirements.txt")
        subprocess.run([found, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", wanted], check=True)
        (environment / "complete").touch()
    return found
