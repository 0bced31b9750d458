#!/usr/bin/env python3
"""Compares the API with its description: schemathesis reads `openapi.yaml` from the running program and asks everything in it, rightly and wrongly.

    run.py [--artefacts FOLDER] [--examples N] [--seed N]

Ends with `N passed, N failed`; the report lies in FOLDER/api.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Python"))

from program import Site  # noqa: E402
from tally import Stop, Tally  # noqa: E402
from visitor import Visitor  # noqa: E402

# Whether valid input is accepted depends on what is stored, so this check would fail by chance.
LEFT_OUT = "positive_data_acceptance"
SCOPES = ["people:read", "people:write", "parties:read", "parties:write"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--artefacts", default="artefacts")
    parser.add_argument("--examples", type=int, default=25)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    folder = pathlib.Path(options.artefacts).resolve() / "api"
    shutil.rmtree(folder, ignore_errors=True)
    tally = Tally()
    site = Site(folder)
    try:
        with tally.step("a host makes a key", site.stop):
            key = made_key(site.start())
        with tally.step("the description is served"):
            text = urllib.request.urlopen(f"{site.url}/api/v1/openapi.yaml").read().decode()
            assert text.startswith("openapi: 3.1.0"), text[:80]
        compare(site, key, folder, options, tally)
        log = (folder / "err.log").read_text()
        tally.note("request failed" not in log, "no request ended in an error of the program", log[-600:])
    except Stop:
        pass
    finally:
        site.stop()
    return tally.close()


def made_key(site):
    host = Visitor(site.url)
    host.post(site.sign_in_link()).taken()
    host.post("/settings", {"name": "Anna Berg", "email": "anna@example.org", "language": "de", "zone": "Europe/Berlin"}).taken()
    page = host.post("/settings/programs", [("name", "schemathesis")] + [("scope", scope) for scope in SCOPES])
    return re.search(r"stehtisch_[\w-]{22}", page.text)[0]


def compare(site, key, folder, options, tally):
    command = [
        pathlib.Path(sys.executable).parent / "schemathesis", "--no-color", "run", f"{site.url}/api/v1/openapi.yaml",
        "--url", f"{site.url}/api/v1", "--header", f"Authorization: Bearer {key}", "--exclude-checks", LEFT_OUT,
        "--max-examples", str(options.examples), "--seed", str(options.seed), "--rate-limit", "550/m", "--warnings", "off",
        "--generation-database", "none", "--report", "junit", "--report-junit-path", str(folder / "report.xml"),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=3000)
    (folder / "report.txt").write_text(done.stdout + done.stderr)
    cases = re.search(r"(\d+) generated", done.stdout)
    print(done.stdout[-4000:] if done.returncode else "\n".join(done.stdout.splitlines()[-12:]))
    tally.note(done.returncode == 0, "schemathesis finds nothing in which program and description differ", folder / "report.txt")
    tally.note(cases and int(cases[1]) > 300, "it asked more than 300 times", cases and cases[1])


if __name__ == "__main__":
    sys.exit(main())
