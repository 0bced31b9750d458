#!/usr/bin/env python3
"""Reads calendar entries (.ics) as a mail program would and names what is wrong with them.

    calendar_check.py FILE…

Exit status 1 if any file has a fault. Needs `icalendar`; uses libical through `gi` as well where that is installed.
"""

import re
import sys
import zoneinfo

import icalendar

ONE_OF_EACH = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "ORGANIZER", "STATUS", "CREATED", "LAST-MODIFIED"]


def main(paths):
    faults = [f"{path}: {fault}" for path in paths for fault in faults_of(open(path, "rb").read())]
    print("\n".join(faults) or f"{len(paths)} calendar files without a fault")
    return 1 if faults or not paths else 0


def faults_of(data):
    yield from line_faults(data)
    try:
        calendar = icalendar.Calendar.from_ical(data)
    except ValueError as error:
        yield f"cannot be parsed: {error}"
        return
    for component in calendar.walk():
        yield from (f"{component.name}: {name} {message}" for name, message in component.errors)
    yield from calendar_faults(calendar)
    yield from libical_faults(data.decode())


def line_faults(data):
    if not data.endswith(b"END:VCALENDAR\r\n"):
        yield "does not end with END:VCALENDAR and CRLF"
    if re.search(rb"(?<!\r)\n|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data):
        yield "has a bare line end or a control character"
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"line {number} is folded within a character"


def calendar_faults(calendar):
    method = str(calendar.get("METHOD", ""))
    events = calendar.walk("VEVENT")
    if str(calendar.get("VERSION")) != "2.0" or "PRODID" not in calendar:
        yield "VERSION or PRODID is missing"
    if method not in ("REQUEST", "CANCEL", "PUBLISH"):
        yield f"METHOD is {method!r}"
    if len(events) != 1:
        yield f"has {len(events)} events"
        return
    yield from event_faults(events[0], method)
    yield from zone_faults(calendar, events[0])


def event_faults(event, method):
    for name in ONE_OF_EACH:
        if not isinstance(event.get(name, []), list):
            continue
        yield f"{name} stands {len(event.get(name, []))} times"
    attendees = event.get("ATTENDEE", [])
    count = len(attendees) if isinstance(attendees, list) else 1
    if count != (0 if method == "PUBLISH" else 1):
        yield f"{method} names {count} attendees"
    if (method == "CANCEL") != (str(event.get("STATUS")) == "CANCELLED"):
        yield f"{method} has the status {event.get('STATUS')}"
    if method == "CANCEL" and event.walk("VALARM"):
        yield "a cancelled event has an alarm"
    if event.decoded("DTEND") <= event.decoded("DTSTART"):
        yield "ends before it starts"


def zone_faults(calendar, event):
    """Each zone that is named is defined, and its definition agrees with the IANA's at the event."""
    zones = {str(zone["TZID"]): zone for zone in calendar.walk("VTIMEZONE")}
    named = {event[name].params["TZID"] for name in ("DTSTART", "DTEND") if "TZID" in event[name].params}
    if named != set(zones):
        yield f"names the zones {sorted(named)}, defines {sorted(zones)}"
        return
    for name, zone in zones.items():
        defined = zone.to_tz(lookup_tzid=False)
        for moment in (event.decoded("DTSTART"), event.decoded("DTEND")):
            local = moment.replace(tzinfo=None, fold=0)
            expected = local.replace(tzinfo=zoneinfo.ZoneInfo(name)).utcoffset()
            offset = local.replace(tzinfo=defined).utcoffset()
            if offset != expected:
                yield f"{name} is {offset} from UTC on {local}, should be {expected}"


def libical_faults(text):
    try:
        import gi

        gi.require_version("ICalGLib", "3.0")
        from gi.repository import ICalGLib
    except (ImportError, ValueError):
        return
    component = ICalGLib.Component.new_from_string(text)
    if component is None:
        yield "libical cannot parse it"
        return
    if component.count_errors():
        yield f"libical finds {component.count_errors()} errors"
    if not component.check_restrictions():
        yield "libical finds a rule of RFC 5546 broken"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
