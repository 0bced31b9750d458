#!/usr/bin/env python3
"""Counts the tests of JUnit reports: prints `PASSED FAILED`. A report without tests counts nothing, and neither does one that a crash cut
short: the exit status tells of that."""

import pathlib
import sys
import xml.etree.ElementTree as tree


def main(paths):
    suites = [suite for path in paths for suite in suites_of(pathlib.Path(path))]
    tests = sum(int(suite.get("tests", 0)) for suite in suites)
    failed = sum(int(suite.get("failures", 0)) + int(suite.get("errors", 0)) for suite in suites)
    print(tests - failed, failed)


def suites_of(path):
    try:
        return list(tree.parse(path).iter("testsuite")) if path.is_file() else []
    except tree.ParseError:
        return []


if __name__ == "__main__":
    main(sys.argv[1:])
