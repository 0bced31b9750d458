#!/usr/bin/env python3
"""Reads 100,000 people from CSV and XLSX: `stehtisch import --dry-run --json` beside Python's csv and openpyxl, which only read the
cells. Prints seconds and ratios."""

import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import openpyxl

ROWS = 100_000
HEADER = ["Vorname", "Nachname", "Organisation", "E-Mail", "Themen"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        table = pathlib.Path(folder) / "people.csv"
        book = pathlib.Path(folder) / "people.xlsx"
        write_table(table)
        write_book(book)
        compare("CSV", table, read_table)
        compare("XLSX", book, read_book)


def people():
    for index in range(ROWS):
        yield [f"Vorname{index % 977}", f"Nachname{index}", f"Organisation {index % 4001}", f"p{index}@example.org", "Führung, Konflikt"]


def write_table(path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        writer.writerows(people())


def write_book(path):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADER)
    for row in people():
        sheet.append(row)
    book.save(path)


def compare(kind, path, peer):
    program = os.environ["STEHTISCH_PROGRAM"]
    ours = seconds(lambda: subprocess.run(
        [program, "import", path, "--dry-run", "--json"], check=True, stdout=subprocess.DEVNULL))
    theirs = seconds(lambda: subprocess.run([sys.executable, __file__, kind, path], check=True, stdout=subprocess.DEVNULL))
    print(f"{kind}, {ROWS} rows: stehtisch {ours:.2f} s, {peer.__doc__} {theirs:.2f} s, ratio {ours / theirs:.2f}")


def seconds(work):
    """The best of three."""
    times = []
    for _ in range(3):
        start = time.monotonic()
        work()
        times.append(time.monotonic() - start)
    return min(times)


def read_table(path):
    """csv"""
    with open(path, encoding="utf-8", newline="") as file:
        print(sum(1 for _ in csv.reader(file, delimiter=";")))


def read_book(path):
    """openpyxl"""
    book = openpyxl.load_workbook(path, read_only=True)
    print(sum(1 for _ in book.active.iter_rows(values_only=True)))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        (read_table if sys.argv[1] == "CSV" else read_book)(sys.argv[2])
    else:
        main()
