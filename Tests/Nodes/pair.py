"""Two PostgreSQL servers of the tests' own: a primary, and a standby that has each commit before it is acknowledged. What Patroni does for an
operator is done here by the tests: the standby is promoted, and the server that went becomes the other one's standby."""

import shutil
import time

import psycopg2
from postgres import Server


class Pair:
    def __init__(self):
        self.primary, self.standby = Server(lasting=True, address="0.0.0.0"), Server(lasting=True, address="0.0.0.0", empty=True)

    def start(self):
        self.primary.start()
        self.follow()
        return self

    def url(self, host="127.0.0.1"):
        """Both servers at this address, without a database; libpq looks for the one that takes writes."""
        ports = (server.port for server in sorted((self.primary, self.standby), key=lambda server: server.port))
        return "postgresql://stehtisch@" + ",".join(f"{host}:{port}" for port in ports)

    def fail_over(self):
        """The standby takes the other's place."""
        self.primary, self.standby = self.standby, self.primary
        self.primary.tool("pg_ctl", "-w", "-t", "60", "promote")

    def follow(self):
        """The server that is away becomes the standby, from a copy; returns once each commit waits for it."""
        shutil.rmtree(self.standby.data, ignore_errors=True)
        self.standby.tool("pg_basebackup", "-d", self.primary.url, "-R", "-X", "stream", "-c", "fast", "--no-sync")
        self.standby.start()
        # The copy brings the primary's own demand along.
        self.demand(self.standby, "")
        self.until("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")
        self.demand(self.primary, "*")
        self.until("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")

    def demand(self, server, standbys):
        ask(server, f"ALTER SYSTEM SET synchronous_standby_names = '{standbys}'")
        ask(server, "SELECT pg_reload_conf()")

    def until(self, query, seconds=60):
        deadline = time.monotonic() + seconds
        while not ask(self.primary, query)[0][0]:
            if time.monotonic() > deadline:
                raise TimeoutError(query)
            time.sleep(0.1)

    def stop(self):
        self.primary.stop()
        self.standby.stop()


def ask(server, query):
    connection = psycopg2.connect(f"{server.url}/postgres")
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()
