#!/usr/bin/env python3
"""Reads mails (.eml) as a mail program would and names what is wrong with them.

    mail_check.py FILE…

Exit status 1 if any file has a fault. Needs Python's own `email` only.
"""

import email
import email.policy
import re
import sys

ONCE = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version"]
AT_MOST_ONCE = ["Reply-To", "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "X-Unsent"]
KNOWN = {name.lower() for name in ONCE + AT_MOST_ONCE + ["Content-Type", "Content-Transfer-Encoding"]}
TRANSPORT = {"received", "return-path", "delivered-to", "x-peer", "x-mailfrom", "x-rcptto"}


def main(paths):
    faults = [f"{path}: {fault}" for path in paths for fault in faults_of(open(path, "rb").read())]
    print("\n".join(faults) or f"{len(paths)} mails without a fault")
    return 1 if faults or not paths else 0


def faults_of(data):
    yield from line_faults(data)
    mail = email.message_from_bytes(data, policy=email.policy.default)
    yield from header_faults(mail)
    for part in mail.walk():
        yield from part_faults(part)
    yield from shape_faults(mail)


def line_faults(data):
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        yield "has a bare line end"
    if re.search(rb"[^\t\r\n -~]", data):
        yield "has an octet that is not printable ASCII"
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 998:
            yield f"line {number} has {len(line)} octets"


def header_faults(mail):
    for name in ONCE:
        if len(mail.get_all(name, [])) != 1:
            yield f"{name} stands {len(mail.get_all(name, []))} times"
    for name in AT_MOST_ONCE:
        if len(mail.get_all(name, [])) > 1:
            yield f"{name} stands {len(mail.get_all(name, []))} times"
    for name in mail.keys():
        if name.lower() not in KNOWN | TRANSPORT:
            yield f"{name} is a header that no letter needs"
    if mail["To"] is not None and len(mail["To"].addresses) != 1:
        yield f"To names {len(mail['To'].addresses)} people"
    if mail["Date"] is not None and mail["Date"].datetime is None:
        yield "Date is none"
    if not re.fullmatch(r"<[^\s<>@]+@[^\s<>@]+>", str(mail["Message-ID"]).strip()):
        yield f"Message-ID is {mail['Message-ID']}"
    if ("List-Unsubscribe" in mail) != ("List-Unsubscribe-Post" in mail):
        yield "List-Unsubscribe and List-Unsubscribe-Post do not stand together"


def part_faults(part):
    yield from (f"{part.get_content_type()}: {defect!r}" for defect in part.defects)
    for name, value in part.items():
        yield from (f"{name}: {defect!r}" for defect in getattr(value, "defects", []))
    if part.is_multipart():
        return
    try:
        content = part.get_content()
    except (LookupError, ValueError) as error:
        yield f"{part.get_content_type()} cannot be decoded: {error}"
        return
    if isinstance(content, str) and ("\ufffd" in content or not content.strip()):
        yield f"{part.get_content_type()} is empty or garbled"
    if part.get_content_type() == "text/html":
        for link in re.findall(r"<a [^>]*>(?=http)", content):
            if "overflow-wrap" not in link:
                yield f"{link[:60]} is wider than a phone"


def shape_faults(mail):
    kinds = [part.get_content_type() for part in mail.walk() if not part.is_multipart()]
    if kinds[0] != "text/plain":
        yield f"begins with {kinds[0]}, not with plain text"
    for part in mail.walk():
        if part.get_content_type() != "text/calendar":
            continue
        inside = re.search(r"^METHOD:(\w+)", part.get_content(), re.MULTILINE)
        if inside is None or part["Content-Type"].params.get("method") != inside[1]:
            yield "the method beside the calendar entry differs from that in it"
        if "application/ics" not in kinds:
            yield "the calendar entry is not attached"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
