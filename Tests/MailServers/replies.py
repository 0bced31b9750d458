"""What guests' mail programs send back."""

import email
import email.message
import email.policy
import email.utils
import re


class Received:
    """A mail in a guest's mailbox."""

    def __init__(self, path):
        self.message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)

    def link(self, part):
        text = self.message.get_body(("plain",)).get_content()
        return re.search(rf"https?://\S*{part}\S*", text).group().rstrip(".,;)>")

    def calendar_lines(self):
        entry = next(part for part in self.message.walk() if part.get_content_type() == "text/calendar")
        return re.sub(r"\r?\n[ \t]", "", entry.get_payload(decode=True).decode()).splitlines()

    @property
    def uid(self):
        return next(line for line in self.calendar_lines() if line.startswith("UID:"))[4:]

    def answered(self, words):
        """Answers as “Reply” does: to both addresses of Reply-To, with the letter below."""
        reply = self.reply_to(str(self.message["Reply-To"]))
        quoted = "\n".join("> " + line for line in self.message.get_body(("plain",)).get_content().splitlines())
        reply.set_content(f"{words}\n\nAm 1. Dezember 2026 schrieb Johanna Reiterhof:\n{quoted}\n")
        return reply

    def calendar_reply(self, status, stamp, attendee=None):
        """A reply as a calendar sends it when somebody presses Accept or Decline (RFC 5546 §3.2.3)."""
        found = {}
        for line in self.calendar_lines():
            name, _, value = line.partition(":")
            found.setdefault(name.partition(";")[0], value if value.lower().startswith("mailto:") or ":" not in value else line[line.lower().rfind("mailto:") :])
        organiser = found["ORGANIZER"].removeprefix("mailto:")
        reply = self.reply_to(organiser)
        lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//test", "METHOD:REPLY", "BEGIN:VEVENT", f"UID:{found['UID']}",
            f"SEQUENCE:{found['SEQUENCE']}", f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}", f"ORGANIZER:{found['ORGANIZER']}",
            f"ATTENDEE;PARTSTAT={status}:mailto:{attendee or found['ATTENDEE'].removeprefix('mailto:')}", "END:VEVENT", "END:VCALENDAR",
        ]
        reply.set_content(f"{status}\n")
        reply.add_alternative("\r\n".join(lines) + "\r\n", subtype="calendar", params={"method": "REPLY"})
        return reply

    def reply_to(self, addresses):
        reply = email.message.EmailMessage()
        reply["From"] = str(self.message["To"])
        reply["To"] = addresses
        reply["Subject"] = "Re: " + str(self.message["Subject"])
        reply["Message-ID"] = email.utils.make_msgid(domain="gast.example")
        reply["In-Reply-To"] = str(self.message["Message-ID"])
        reply["Date"] = email.utils.localtime()
        return reply


def own_addresses(message, domain):
    """The recipients of a message that belong to the program."""
    return [address for _, address in email.utils.getaddresses([str(message["To"])]) if address.endswith("@" + domain)]
