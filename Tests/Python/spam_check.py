#!/usr/bin/env python3
"""Scores mails (.eml) with SpamAssassin, by its local rules, as they would arrive: with the traces of one delivery.

    spam_check.py [--below 1.0] FILE…

Prints each score with the rules that hit. Exit status 1 if a mail reaches the bound. Needs Debian's `spamassassin`.
"""

import argparse
import email
import email.utils
import re
import subprocess
import sys


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--below", type=float, default=1.0)
    arguments.add_argument("files", nargs="+")
    options = arguments.parse_args()
    results = [report(path, options.below) for path in options.files]
    return 0 if all(results) else 1


def report(path, bound):
    with open(path, "rb") as file:
        score, rules = score_of(delivered(file.read()))
    print(f"{path}: {score} {', '.join(rules) or 'no rule'}{'' if score < bound else f' — should be below {bound}'}")
    return score < bound


def delivered(mail):
    """The mail with the headers a receiving server puts on top.

    The address is one of those reserved for examples in IPv6 (RFC 3849): those in IPv4 cost 1.3 points by themselves, and a
    private one earns a point.
    """
    headers = email.message_from_bytes(mail)
    sender = email.utils.parseaddr(headers["From"])[1]
    recipient = email.utils.parseaddr(headers["To"])[1]
    domain = sender.partition("@")[2]
    trace = (
        f"Return-Path: <{sender}>\r\n"
        f"Received: from {domain} ({domain} [IPv6:2001:db8::25])\r\n"
        f"\tby mx.example.net (Postfix) with ESMTPS id 4XyZ9k2Qq7z1\r\n"
        f"\tfor <{recipient}>; {headers['Date']}\r\n"
    )
    return trace.encode() + mail


def score_of(mail):
    command = ["spamassassin", "-L", "-t", "--cf=report_safe 0"]
    answer = subprocess.run(command, input=mail, capture_output=True, check=True).stdout.decode(errors="replace")
    status = re.search(r"^X-Spam-Status:.*?(?=^\S)", answer, re.MULTILINE | re.DOTALL)
    if status is None:
        raise SystemExit("SpamAssassin gave no score")
    score = re.search(r"score=(-?[\d.]+)", status[0])
    hits = re.findall(r"^\s*(-?\d+\.\d+)\s+([A-Z][A-Z0-9_]+)", answer.partition("Content analysis details:")[2], re.MULTILINE)
    return float(score[1]), [f"{rule} {points}" for points, rule in hits]


if __name__ == "__main__":
    sys.exit(main())
