#!/usr/bin/env python3
"""The room's standing pages on every shape of screen, upright and lying, with text at 100, 150 and 200 %, and all other pages on a phone with
text at 200 %, in both languages: no control leaves the screen, covers another or loses its label, and no page is wider than its screen. In
those other pages axe finds nothing, in light and in the dark.

    shapes.py [--artefacts FOLDER] [--samples 5,7]

Ends with `N passed, N failed`. A picture of each is in FOLDER/shapes.
"""

import argparse
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from program import Site  # noqa: E402
from tally import Tally  # noqa: E402

SHAPES = [(320, 640), (390, 844), (640, 360), (768, 1024), (844, 390), (1024, 768), (1440, 900), (1920, 1080)]
TEXTS = [100, 150, 200]
PHONES = [(320, 640), (390, 844)]
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
            if not options.samples:
                for language in ("de", "en"):
                    read(playwright, language, site.url, folder, tally)
    finally:
        site.stop()
    return tally.close()


def look(playwright, text, base, samples, folder, tally, prepare=lambda page: None):
    """`text` is the reader's size of text, in per cent: what is measured in `rem` grows, limits of widths as well."""
    browser = browser_for(playwright, text)
    page = browser.new_context(locale="de", reduced_motion="reduce").new_page()
    prepare(page)
    for sample in samples.split(",") if samples else [name.split("-")[-1] for name in standing(page, base) if name.startswith("RoomPage-")]:
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


def read(playwright, language, base, folder, tally):
    """The pages of hosts and guests, with hardly ten words beside each other."""
    browser = browser_for(playwright, 200)
    page = browser.new_context(locale=language, reduced_motion="reduce").new_page()
    axe = Axe()
    for name in standing(page, base):
        if name.startswith("RoomPage-"):
            continue
        page.goto(f"{base}/gallery/{name}")
        faults = []
        for width, height in PHONES:
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(50)
            faults += [f"{width}: {fault}" for fault in page.evaluate(CHECK)]
        # A page in the other language has the same parts, so each is looked at in one of the two schemes.
        page.emulate_media(color_scheme="dark" if language == "de" else "light")
        faults += [f"{one['id']} at {one['nodes'][0]['html'][:160]}" for one in axe.run(page).response["violations"]]
        if faults:
            page.screenshot(path=folder / f"{name}-{language}.png", full_page=True)
        tally.note(not faults, f"{name} in {language} on a phone with text at 200 % is sound", faults[:4])
    browser.close()


def browser_for(playwright, text):
    settings = [f"--blink-settings=defaultFontSize={16 * text // 100}", "--no-sandbox"]
    return playwright.chromium.launch(executable_path="/usr/bin/chromium", args=settings)


def standing(page, base):
    """The names of all samples."""
    page.goto(f"{base}/gallery")
    return sorted({link.split("/")[-1] for link in page.locator("[href*='/gallery/']").evaluate_all("all => all.map(a => a.href)")})


if __name__ == "__main__":
    sys.exit(main())
