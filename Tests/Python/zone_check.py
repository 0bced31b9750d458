#!/usr/bin/env python3
"""Compares what the program says of time zones with Python's zoneinfo, which reads the same files in its own way.

    zone_check.py ANSWERS FOLDER

Each line of ANSWERS has a zone, its changes as `moment:before:after`, and samples as `moment:offset`; FOLDER is the system's
zones. Exit status 1 if anything differs.
"""

import datetime
import sys
import zoneinfo

UTC = datetime.timezone.utc


def main(path, folder):
    zoneinfo.reset_tzpath([folder])
    faults, count = [], 0
    for line in open(path):
        name, changes, samples = line.rstrip("\n").split(" ")
        zone = zoneinfo.ZoneInfo(name)
        for moment, before, after in (map(int, change.split(":")) for change in changes.split(",") if change):
            count += 1
            if (offset(zone, moment - 1), offset(zone, moment)) != (before, after):
                faults.append(f"{name}: change at {moment} is {before} to {after}")
        for moment, said in (map(int, sample.split(":")) for sample in samples.split(",")):
            count += 1
            if offset(zone, moment) != said:
                faults.append(f"{name}: at {moment} it is {offset(zone, moment)}, not {said}")
    print("\n".join(faults[:40]) or f"{count} answers without a fault")
    return 1 if faults or count < 20_000 else 0


def offset(zone, moment):
    return int(datetime.datetime.fromtimestamp(moment, UTC).astimezone(zone).utcoffset().total_seconds())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
