#!/usr/bin/env python3
"""The room's standing pages on every shape of screen, upright and lying, with text at 100, 150 and 200 %: no control leaves the screen,
covers another or loses its label.

    shapes.py [--artefacts FOLDER] [--samples 5,7]

Ends with `N passed, N failed`. A picture of each is in FOLDER/shapes.
"""

import argparse
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import sync_playwright  # noqa: E402

from program import Site  # noqa: E402
from tally import Tally  # noqa: E402

SHAPES = [(320, 640), (390, 844), (640, 360), (768, 1024), (844, 390), (1024, 768), (1440, 900), (1920, 1080)]
TEXTS = [100, 150, 200]
CHECK = (pathlib.Path(__file__).parent / "shapes.js").read_text()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--samples", default="")
    options = parser.parse_args()
    folder = pathlib.Path(options.artefacts).resolve() / "shapes"
    folder.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    site = Site(folder / "site", 1, STEHTISCH_DEVELOPMENT="true")
    site.start()
    try:
        with sync_playwright() as playwright:
            for text in TEXTS:
                look(playwright, text, site.url, options.samples, folder, tally)
    finally:
        site.stop()
    return tally.close()


def look(playwright, text, base, samples, folder, tally, prepare=lambda page: None):
    """`text` is the reader's size of text, in per cent: what is measured in `rem` grows, limits of widths as well."""
    settings = [f"--blink-settings=defaultFontSize={16 * text // 100}", "--no-sandbox"]
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=settings)
    page = browser.new_context(locale="de", reduced_motion="reduce").new_page()
    prepare(page)
    for sample in samples.split(",") if samples else rooms(page, base):
        page.goto(f"{base}/gallery/RoomPage-{sample}")
        for width, height in SHAPES:
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(250)
            panes = page.locator("#floor:visible .room-tabs [data-tab]:visible").all()
            for pane, opener in enumerate(panes or [None]):
                if opener:
                    opener.click()
                    page.wait_for_timeout(100)
                name = f"{sample}-{width}x{height}-{text}" + (f"-{pane}" if opener else "")
                page.screenshot(path=folder / f"{name}.png")
                faults = page.evaluate(CHECK)
                tally.note(not faults, f"{name} is sound", faults[:4])
    browser.close()


def rooms(page, base):
    page.goto(f"{base}/gallery")
    return sorted({link.split("-")[-1] for link in page.locator("[href*='/gallery/RoomPage-']").evaluate_all("all => all.map(a => a.href)")})


if __name__ == "__main__":
    sys.exit(main())
