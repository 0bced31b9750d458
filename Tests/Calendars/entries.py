"""A calendar of the kinds that people have, and when its owner is busy."""

import datetime
import zoneinfo

HOME = zoneinfo.ZoneInfo("Europe/Berlin")
YORK = zoneinfo.ZoneInfo("America/New_York")
DAY, WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)
HOUR = datetime.timedelta(hours=1)

# As Outlook writes it: a name of its own, and the rules in the file.
OUTLOOK = """BEGIN:VTIMEZONE
TZID:Eastern Standard Time
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
BERLIN = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
"""


def at(day, hour, zone=HOME):
    return datetime.datetime(day.year, day.month, day.day, hour, tzinfo=zone)


def local(time):
    return f"{time:%Y%m%dT%H%M%S}"


def utc(time):
    return f"{time.astimezone(datetime.timezone.utc):%Y%m%dT%H%M%SZ}"


def event(uid, *lines):
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}@calendar.example", "DTSTAMP:20261101T000000Z", "SUMMARY:Streng geheim", *lines, "END:VEVENT", ""])


def calendar(zones, *events):
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//test\n{zones}{''.join(events)}END:VCALENDAR\n".replace("\n", "\r\n")


def entries(monday, floating_zone=HOME, counts_called_off=False):
    """- Returns: the calendar's files, and the busy times as pairs of instants, in order."""
    start = at(monday, 10)
    # A weekly meeting that goes on beyond the change of the clocks, with one left out, one moved, and one called off.
    weeks = [at(monday + WEEK * number, 10) for number in range(20)]
    moved = at(monday + WEEK * 3 + DAY, 15)
    weekly = calendar(
        BERLIN,
        event("weekly", f"DTSTART;TZID=Europe/Berlin:{local(start)}", f"DTEND;TZID=Europe/Berlin:{local(start + HOUR)}", "RRULE:FREQ=WEEKLY;COUNT=20",
              f"EXDATE;TZID=Europe/Berlin:{local(weeks[2])}"),
        event("weekly", f"RECURRENCE-ID;TZID=Europe/Berlin:{local(weeks[3])}", f"DTSTART;TZID=Europe/Berlin:{local(moved)}", f"DTEND;TZID=Europe/Berlin:{local(moved + HOUR)}"),
        event("weekly", f"RECURRENCE-ID;TZID=Europe/Berlin:{local(weeks[4])}", f"DTSTART;TZID=Europe/Berlin:{local(weeks[4])}", f"DTEND;TZID=Europe/Berlin:{local(weeks[4] + HOUR)}", "STATUS:CANCELLED"),
    )
    york, plain = at(monday + DAY * 2, 12, YORK), at(monday + DAY * 3, 8)
    free, off, floating, whole = (monday + DAY * number for number in (8, 9, 10, 11))
    files = [
        weekly,
        calendar(OUTLOOK, event("york", f"DTSTART;TZID=Eastern Standard Time:{local(york)}", "DURATION:PT90M")),
        calendar("", event("plain", f"DTSTART:{utc(plain)}", f"DTEND:{utc(plain + HOUR)}")),
        calendar("", event("free", f"DTSTART:{utc(at(free, 9))}", f"DTEND:{utc(at(free, 10))}", "TRANSP:TRANSPARENT")),
        calendar("", event("off", f"DTSTART:{utc(at(off, 9))}", f"DTEND:{utc(at(off, 10))}", "STATUS:CANCELLED")),
        calendar("", event("floating", f"DTSTART:{local(at(floating, 9))}", f"DTEND:{local(at(floating, 10))}")),
        calendar("", event("whole", f"DTSTART;VALUE=DATE:{whole:%Y%m%d}", f"DTEND;VALUE=DATE:{whole + DAY:%Y%m%d}", "TRANSP:OPAQUE")),
    ]
    busy = [(week, week + HOUR) for number, week in enumerate(weeks) if number not in (2, 3) and (number != 4 or counts_called_off)]
    busy += [(moved, moved + HOUR), (york, york + HOUR * 1.5), (plain, plain + HOUR)]
    # Whole days are the owner's.
    busy += [(at(floating, 9, floating_zone), at(floating, 10, floating_zone)), (at(whole, 0), at(whole + DAY, 0))]
    return files, sorted((int(first.timestamp() * 1000), int(last.timestamp() * 1000)) for first, last in busy)
