"""What the program has stored, read or written beside it, on either engine. Values stand as `?` in statements."""

import contextlib
import sqlite3


@contextlib.contextmanager
def opened(site, writing=False):
    """A connection with `execute`, for the time of a block; what was written is kept when it ends well."""
    address = site.beside or site.settings.get("STEHTISCH_DATABASE")
    connection = Server(address) if address else File(site.data / "stehtisch.sqlite", writing)
    with contextlib.closing(connection.connection), connection.connection:
        yield connection


class File:
    def __init__(self, path, writing):
        mode = "rw" if writing else "ro"
        self.connection = sqlite3.connect(f"file:{path}?mode={mode}", uri=True)

    def execute(self, query, values=()):
        return self.connection.execute(query, values)


class Server:
    def __init__(self, address):
        # Only where there is a server.
        import psycopg2

        self.connection = psycopg2.connect(address)

    def execute(self, query, values=()):
        cursor = self.connection.cursor()
        cursor.execute(query.replace("%", "%%").replace("?", "%s"), list(values))
        return cursor
