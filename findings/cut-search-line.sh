#!/usr/bin/env bash
# libcurl 7.61.1 (in the wheel of pycurl 7.45.3, PyPI; Linux x86-64): a custom `UID SEARCH ALL` on a mailbox of 5,000 mails, whose answer is one line of
# 35,010 bytes, reports success and delivers 2,322 bytes of it: 330 UIDs, with nothing to tell that others are missing. libcurl 7.88.1, as Debian 12
# serves it, delivers some 16,000 bytes. libcurl 8.11.1 (pycurl 7.45.4) delivers all. Remedy: ask for portions (`UID SEARCH UID 1:1000`), so that
# a line stays short.
# Seen: "libcurl 7.61.1: success, 330 of 5000 UIDs in 2322 bytes" and "libcurl 8.11.1: success, 5000 of 5000 UIDs in 35010 bytes".
# Exits 0 only while it holds.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/try.py" <<'PY'
import io
import socketserver
import threading

import pycurl

UIDS = range(100_001, 105_001)


class Mailbox(socketserver.StreamRequestHandler):
    """An IMAP server with 5,000 mails."""

    def handle(self):
        self.wfile.write(b"* OK ready\r\n")
        for line in self.rfile:
            tag, command = line.split(maxsplit=2)[:2]
            command = command.upper()
            if command == b"CAPABILITY":
                self.wfile.write(b"* CAPABILITY IMAP4rev1\r\n")
            elif command == b"UID":
                self.wfile.write(b"* SEARCH " + " ".join(map(str, UIDS)).encode() + b"\r\n")
            elif command == b"LOGOUT":
                self.wfile.write(b"* BYE\r\n")
            self.wfile.write(tag + b" OK done\r\n")
            if command == b"LOGOUT":
                return


def main():
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    received = io.BytesIO()
    curl = pycurl.Curl()
    curl.setopt(curl.URL, f"imap://127.0.0.1:{server.server_address[1]}/INBOX")
    curl.setopt(curl.USERPWD, "anna:secret")
    curl.setopt(curl.CUSTOMREQUEST, "UID SEARCH ALL")
    curl.setopt(curl.WRITEDATA, received)
    curl.setopt(curl.TIMEOUT, 20)
    try:
        curl.perform()
        end = "success"
    except pycurl.error as error:
        end = f"error {error.args[0]}"
    uids = received.getvalue().split()[2:]
    version = pycurl.version_info()[1].split("-")[0]
    print(f"libcurl {version}: {end}, {len(uids)} of {len(UIDS)} UIDs in {len(received.getvalue())} bytes")


main()
PY
for version in 7.45.3 7.45.4; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install -q --disable-pip-version-check --only-binary :all: "pycurl==$version"
  "$folder/$version/bin/python" "$folder/try.py" | tee -a "$folder/said"
done
grep -qE '^libcurl 7\.61\.1: success, [0-9]{1,3} of 5000 UIDs' "$folder/said"
grep -qx 'libcurl 8.11.1: success, 5000 of 5000 UIDs in 35010 bytes' "$folder/said"
