#!/usr/bin/env python3
"""Counts the tests of JUnit reports: prints `PASSED FAILED`. A report without tests counts nothing."""

import pathlib
import sys
import xml.etree.ElementTree as tree


def main(paths):
    suites = [suite for path in paths if pathlib.Path(path).is_file() for suite in tree.parse(path).iter("testsuite")]
    tests = sum(int(suite.get("tests", 0)) for suite in suites)
    failed = sum(int(suite.get("failures", 0)) + int(suite.get("errors", 0)) for suite in suites)
    print(tests - failed, failed)


if __name__ == "__main__":
    main(sys.argv[1:])
