"""A provider that others use: Canaille, in memory, with one person and one client. Runs in a Python environment of its own.

    canaille_provider.py PORT REDIRECT-URI PASSWORD
"""

import datetime
import socketserver
import sys
import wsgiref.simple_server

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey


class Server(socketserver.ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    daemon_threads = True


def configuration(port):
    key = RSAKey.generate_key(2048, auto_kid=True)
    rights = {"PERMISSIONS": ["use_oidc", "edit_self"], "READ": ["user_name", "groups"], "WRITE": []}
    return {
        "SECRET_KEY": "of tests alone", "SERVER_NAME": f"localhost:{port}", "PREFERRED_URL_SCHEME": "http", "TESTING": True,
        "CANAILLE": {"DATABASE": "memory", "JAVASCRIPT": False, "SMTP": None, "ACL": {"DEFAULT": rights}},
        "CANAILLE_OIDC": {"ACTIVE_JWKS": [key.as_dict(private=True)], "REQUIRE_NONCE": True},
    }  # fmt: skip


def fill(redirect, password):
    save = Backend.instance.save
    user = models.User(
        user_name="anna", given_name="Anna", family_name="Berg", formatted_name="Anna Berg", emails=["anna@uni.example"], password=password
    )
    save(user)
    save(models.Group(display_name="hosts", members=[user]))
    client = models.Client(
        client_id="stehtisch", client_secret="a secret: with / and ü", client_name="Stehtisch", client_uri="http://127.0.0.1",
        client_id_issued_at=datetime.datetime.now(datetime.timezone.utc), redirect_uris=[redirect], grant_types=["authorization_code"],
        response_types=["code"], scope=["openid", "email", "profile", "groups"], token_endpoint_auth_method="client_secret_basic",
        # Without it Canaille signs nothing, and its token is rightly refused.
        id_token_signed_response_alg="RS256",
    )  # fmt: skip
    save(client)
    client.audience = [client]
    save(client)


def main():
    port, redirect, password = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    app = create_app(configuration(port))
    with app.app_context():
        fill(redirect, password)
    server = wsgiref.simple_server.make_server("127.0.0.1", port, app, server_class=Server)
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
