"""The further ways to `stehtisch deliver` of docs/operating.md, as they stand there: exim's pipe, dovecot's Sieve, and fetchmail."""

import contextlib
import os
import pathlib
import smtplib
import subprocess

from program import PROGRAM, free_port, wait_for_port
from servers import OWNER, Dovecot, Exim, give, write

SIEVE = '''require ["envelope", "subaddress", "variables", "vnd.dovecot.pipe"];
if envelope :matches "to" "tisch+*@*" {
  pipe "stehtisch" ["${0}"];
}
'''


def settings(site):
    """The program's settings as a file."""
    return write(site.folder / "stehtisch.conf", "".join(f"{key}={value}\n" for key, value in site.settings.items()))


def send(port, mails, kind=smtplib.SMTP):
    with contextlib.closing(kind("127.0.0.1", port)) as line:
        for data, recipient in mails:
            line.sendmail("gast@example.org", [recipient], data)


@contextlib.contextmanager
def exim(site, domain, mails):
    """A copy of exim that is not installed keeps the rights of its account: the program's data belongs to that."""
    folder = site.folder.with_name(site.folder.name + "-exim")
    folder.mkdir()
    program, port = Exim.unpacked(EximFolder(folder)), free_port()
    conf = write(
        folder / "exim.conf",
        f"""spool_directory = {folder}/spool
log_file_path = {folder}/log/%s
pid_file_path = {folder}/log/pid
exim_path = {program}
keep_environment =
exim_user = {Exim.ACCOUNT}
exim_group = {Exim.ACCOUNT}
never_users =
deliver_drop_privilege = true
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port}
primary_hostname = mx.{domain}
acl_smtp_rcpt = accept
tls_advertise_hosts =
host_lookup =
begin routers
stehtisch_replies:
  driver = accept
  domains = {domain}
  local_parts = tisch
  local_part_suffix = +*
  transport = stehtisch
begin transports
stehtisch:
  driver = pipe
  command = {PROGRAM} deliver --config {settings(site)}
  envelope_to_add
  user = {Exim.ACCOUNT}
  temp_errors = 75
  return_output
begin retry
* * F,1h,2s
""",
    )
    for part in (folder / "spool", folder / "log", site.folder):
        give(part, Exim.ACCOUNT)
    site.owner = Exim.ACCOUNT
    with open(folder / "output", "wb") as output:
        process = subprocess.Popen([program, "-C", conf, "-bdf", "-q2s"], stdout=output, stderr=output)
    try:
        wait_for_port(port, process)
        yield lambda: send(port, mails)
    finally:
        process.terminate()
        process.wait(timeout=20)


class EximFolder:
    """Where `Exim.unpacked` looks."""

    def __init__(self, folder):
        self.folder = folder


@contextlib.contextmanager
def sieve(site, domain, mails):
    folder = site.folder.with_name(site.folder.name + "-dovecot")
    write(folder / "before/replies.sieve", SIEVE)
    write(folder / "pipe/stehtisch", f'#!/bin/sh\nexec {PROGRAM} deliver --config {settings(site)} "$1"\n', 0o755)
    more = f"""service lmtp {{
  vsz_limit = 1 G
}}
plugin {{
  sieve_plugins = sieve_extprograms
  sieve_extensions = +vnd.dovecot.pipe
  sieve_pipe_bin_dir = {folder}/pipe
  sieve_before = {folder}/before/replies.sieve
}}
"""
    server = Dovecot(folder, {"tisch": ""}, 25, more)
    give(folder / "before")
    server.start()
    try:
        yield lambda: send(server.lmtp, mails, smtplib.LMTP)
    finally:
        server.stop()


def fetchmail(dovecot):
    """From a mailbox in which the mails lie."""

    @contextlib.contextmanager
    def way(site, domain, mails):
        folder = give(site.folder.with_name(site.folder.name + "-fetchmail"))
        mda = f"{PROGRAM} deliver --config {settings(site)}"
        rules = write(
            folder / "fetchmailrc",
            f'poll 127.0.0.1 service {dovecot.imap} protocol IMAP auth password user tisch password secret fetchall keep sslproto "" mda "{mda}"\n', 0o600,
        )
        give(folder)

        def fetch():
            clean = {"PATH": os.environ["PATH"], "HOME": str(folder)}
            done = subprocess.run(["fetchmail", "-f", rules], env=clean, cwd=folder, user=OWNER, capture_output=True, text=True, timeout=120)
            pathlib.Path(folder / "output").write_text(done.stdout + done.stderr)

        yield fetch

    return way
