"""The room's page in a browser."""

from playwright.sync_api import expect

ROOM = """const script = 'script[type="module"][src$="/js/room/view/start.js"]';
  while (!document.querySelector(script)) await new Promise((later) => setTimeout(later, 50));
  const room = (await import(document.querySelector(script).src)).shownRoom();"""
"""What a script in the page begins with that needs the room itself."""


def come_in(page, name):
    """Comes in from the lobby, to take part by text."""
    page.fill("#profile-name", name)
    page.check("[name=mode][value=text]", force=True)
    page.click("#enter")
    expect(page.locator("#floor")).to_be_visible(timeout=15_000)
