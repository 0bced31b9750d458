"""Real mail servers in a folder of their own, on ports of their own: postfix, which hands mail to `stehtisch deliver`; dovecot (LMTP, IMAP,
Sieve's vacation); and exim as somebody else's server. They are started as root, and read no file of the system's own servers."""

import os
import pathlib
import pwd
import shutil
import subprocess
import time

from program import free_port, wait_for_port

# The account that the program, its mail and the guests' mailboxes belong to.
OWNER = "nobody"


def write(path, text, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(mode)
    return path


def give(path, owner=OWNER):
    """A folder, and what is in it, to an account."""
    path.mkdir(parents=True, exist_ok=True)
    person = pwd.getpwnam(owner)
    for part in [path, *path.rglob("*")]:
        os.chown(part, person.pw_uid, person.pw_gid)
    return path


class Postfix:
    """For the program's own domain it pipes to `hand`; the guests' domains it sends on."""

    def __init__(self, folder, own, hand, onward):
        self.folder = folder
        self.port = free_port()
        self.conf = folder / "etc"
        spool, lib = folder / "spool", folder / "lib"
        self.transports = folder / "transports"
        self.ways = {f"tisch@{own}": "stehtisch:"}
        self.route(onward)
        write(
            self.conf / "main.cf",
            f"""compatibility_level = 3.6
queue_directory = {spool}
data_directory = {lib}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.{own}
mydestination = {own}
alias_maps = texthash:{folder}/aliases
local_recipient_maps = $alias_maps
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
relay_domains =
transport_maps = texthash:{self.transports}
recipient_delimiter = +
smtp_dns_support_level = disabled
smtputf8_enable = no
smtpd_recipient_restrictions = permit_mynetworks, reject
stehtisch_destination_recipient_limit = 1
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
minimal_backoff_time = 2s
maximal_backoff_time = 4s
queue_run_delay = 2s
""",
        )
        services = ["cleanup", "bounce", "defer=bounce", "trace=bounce", "trivial-rewrite", "proxymap", "smtp", "lmtp", "error", "retry=error", "discard"]
        lines = [
            f"127.0.0.1:{self.port} inet n - n - - smtpd",
            "pickup unix n - n 60 1 pickup",
            "qmgr unix n - n 5 1 qmgr",
            "rewrite unix - - n - - trivial-rewrite",
            "anvil unix - - n - 1 anvil",
            "scache unix - - n - 1 scache",
            "showq unix n - n - - showq",
            "postlog unix-dgram n - n - 1 postlogd",
            # As docs/operating.md shows it.
            f"stehtisch unix - n n - 4 pipe flags=q user={OWNER} argv={hand} ${{recipient}}",
        ]
        lines += [f"{name.partition('=')[0]} unix {'n' if name == 'cleanup' else '-'} - n - 0 {name.partition('=')[2] or name}" for name in services]
        write(self.conf / "master.cf", "\n".join(lines) + "\n")
        spool.mkdir(parents=True)
        give(lib, "postfix")

    def route(self, onward):
        """Before the start."""
        self.ways |= onward
        write(self.folder / "aliases", "tisch postmaster\n")
        write(self.transports, "".join(f"{domain} {way}\n" for domain, way in self.ways.items()))

    def command(self, *arguments):
        return subprocess.run(["postfix", "-c", str(self.conf), *arguments], capture_output=True, text=True, timeout=60)

    def start(self):
        started = self.command("start")
        if started.returncode != 0:
            raise RuntimeError(f"postfix does not start: {started.stderr[-800:]}")
        deadline = time.monotonic() + 20
        while f"127.0.0.1:{self.port}" not in subprocess.run(["ss", "-ltn"], capture_output=True, text=True).stdout:
            if time.monotonic() > deadline:
                raise RuntimeError(f"postfix does not listen: {(self.folder / 'log').read_text()[-800:]}")
            time.sleep(0.2)

    def stop(self):
        self.command("stop")

    def waiting(self):
        """How many mails are in its queue."""
        return sum(1 for name in ("incoming", "active", "deferred", "maildrop") for file in (self.folder / "spool" / name).rglob("*") if file.is_file())


class Dovecot:
    """Mailboxes for users that are named; what goes to others is refused."""

    def __init__(self, folder, users, submission, more=""):
        """`users` by their further fields, such as a quota; `submission` is where vacation notes leave; `more` settings."""
        self.folder = folder
        self.process = None
        self.lmtp, self.imap = free_port(), free_port()
        self.mail = folder / "mail"
        give(self.mail)
        # As passwd-file: user, password, uid, gid, gecos, home, shell, further fields.
        lines = [f"{user}:{{PLAIN}}secret::::::{more}" for user, more in users.items()]
        passwords = write(folder / "users", "\n".join(lines) + "\n")
        self.conf = write(
            folder / "dovecot.conf",
            f"""base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_login_user = nobody
default_internal_user = nobody
default_internal_group = nogroup
first_valid_uid = 0
recipient_delimiter = +
auth_username_format = %Ln
mail_location = maildir:{self.mail}/%n/Maildir
mail_home = {self.mail}/%n
submission_host = 127.0.0.1:{submission}
postmaster_address = postmaster@dovecot.example.net
lmtp_save_to_detail_mailbox = no
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {self.imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {self.lmtp}
  }}
}}
passdb {{
  driver = passwd-file
  args = {passwords}
}}
userdb {{
  driver = passwd-file
  args = {passwords}
  default_fields = uid=nobody gid=nogroup
}}
protocol lmtp {{
  mail_plugins = $mail_plugins sieve quota
}}
plugin {{
  quota = maildir:User quota
  sieve = file:{self.mail}/%n/sieve;active={self.mail}/%n/.dovecot.sieve
}}
{more}
""",
        )
        (folder / "run").mkdir()

    def sieve(self, user, script):
        write(self.mail / user / ".dovecot.sieve", script)
        give(self.mail / user)

    def inbox(self, user):
        return [file for name in ("new", "cur") for file in sorted((self.mail / user / "Maildir" / name).glob("*"))]

    def start(self):
        with open(self.folder / "output", "wb") as output:
            self.process = subprocess.Popen(["dovecot", "-F", "-c", self.conf], stdout=output, stderr=output)
        wait_for_port(self.imap, self.process)
        wait_for_port(self.lmtp, self.process)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)


class Exim:
    """Debian's exim can't be installed beside its postfix: its packages are unpacked into the folder."""

    ACCOUNT = "Debian-exim"

    def __init__(self, folder, domain, onward, away, broken, whole):
        """Mail for other domains goes to the port `onward`. `away` answers by itself, `broken` is taken and comes back."""
        self.folder = folder
        self.port = free_port()
        self.process = None
        self.program = self.unpacked()
        spool = folder / "spool"
        self.mail = folder / "mail"
        self.conf = write(
            folder / "exim.conf",
            f"""spool_directory = {spool}
log_file_path = {folder}/log/%s
pid_file_path = {folder}/log/pid
exim_path = {self.program}
keep_environment =
exim_user = {self.ACCOUNT}
exim_group = {self.ACCOUNT}
never_users =
# A copy of the program that is not installed doesn't regain root's rights: everything belongs to the account.
deliver_drop_privilege = true
local_interfaces = 127.0.0.1
daemon_smtp_ports = {self.port}
primary_hostname = mx.{domain}
domainlist local_domains = {domain}
acl_smtp_rcpt = check
tls_advertise_hosts =
host_lookup =
begin acl
check:
  accept domains = +local_domains
         local_parts = {away} : {broken} : {whole}
  deny domains = +local_domains
       message = Unknown user
  accept
begin routers
out:
  driver = manualroute
  domains = ! +local_domains
  transport = onward
  route_list = * 127.0.0.1
  self = send
broken:
  driver = redirect
  local_parts = {broken}
  allow_fail
  data = :fail: The mailbox is broken
away:
  driver = accept
  local_parts = {away}
  transport = note
  unseen
mailbox:
  driver = accept
  transport = maildir
begin transports
onward:
  driver = smtp
  port = {onward}
  allow_localhost
  hosts_try_fastopen =
maildir:
  driver = appendfile
  directory = {self.mail}
  maildir_format
  create_directory
note:
  driver = autoreply
  to = $reply_address
  from = {away}@{domain}
  subject = Ihre Nachricht
  text = Guten Tag, ich bin bis 14. Dezember 2031 nicht im Haus.
""",
        )
        if subprocess.run(["id", self.ACCOUNT], capture_output=True).returncode != 0:
            subprocess.run(["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", self.ACCOUNT], check=True)
        # It reads only root's settings.
        for part in (spool, self.mail, folder / "log"):
            give(part, self.ACCOUNT)

    def unpacked(self):
        if shutil.which("exim4"):
            return pathlib.Path(shutil.which("exim4"))
        kept = self.folder / "packages"
        kept.mkdir(parents=True)
        subprocess.run(["apt-get", "download", "-q", "exim4-daemon-light", "exim4-base"], cwd=kept, check=True, capture_output=True)
        for package in kept.glob("*.deb"):
            subprocess.run(["dpkg", "-x", package, kept], check=True)
        return kept / "usr/sbin/exim4"

    def start(self):
        with open(self.folder / "log/output", "wb") as output:
            self.process = subprocess.Popen([self.program, "-C", self.conf, "-bdf", "-q2s"], stdout=output, stderr=output)
        wait_for_port(self.port, self.process)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)
