"""The room's page in a browser."""

from playwright.sync_api import expect

ROOM = """const room = (await import(
  performance.getEntriesByType('resource').map((e) => e.name).find((n) => n.endsWith('/js/room/view/start.js')))).shownRoom();"""
"""What a script in the page begins with that needs the room itself."""


def come_in(page, name):
    """From the lobby, to take part by text."""
    page.fill("#profile-name", name)
    page.check("[name=mode][value=text]", force=True)
    page.click("#enter")
    expect(page.locator("#floor")).to_be_visible(timeout=15_000)
