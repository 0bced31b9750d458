#!/usr/bin/env python3
"""Walks the whole journey in a browser, as host and as guests, in German and in English, with real mail.

    run.py [--artefacts FOLDER] [--language de|en]

Ends with `N passed, N failed`. Pictures of every page are in FOLDER/screenshots, mails in FOLDER/mails-*.
"""

import argparse
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "Python")]

from playwright.sync_api import sync_playwright  # noqa: E402

import journey  # noqa: E402
from tally import Stop, Tally  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--language", choices=["de", "en"], action="append")
    options = parser.parse_args()
    tally = Tally()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for language in options.language or ["de", "en"]:
            try:
                journey.walk(language, browser, tally, pathlib.Path(options.artefacts).resolve())
            except Stop as stop:
                print(f"The rest of the journey in {language} is left out, because this failed: {stop}")
        browser.close()
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
