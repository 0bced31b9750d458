"""An OpenID provider for tests: it signs in whoever it is told to, and says what it is told to say."""

import base64
import hashlib
import http.server
import json
import threading
import time
import urllib.parse
import urllib.request

from jose import Key, base64url, signed

CLIENT, SECRET = "stehtisch", "a secret: with / and ü"


class Provider:
    def __init__(self, port=0):
        self.keys = [Key("first")]
        self.person = {"sub": "7c0e", "email": "anna@uni.example", "email_verified": True, "name": "Anna Berg"}
        self.more = {}
        # Changes claims before they are signed; makes the token of them.
        self.bend = lambda claims: claims
        self.make = lambda claims: signed(claims, self.keys[0])
        # Changes the description; None for a member takes it out.
        self.described = {}
        self.answers = {}
        self.asked, self.codes = [], {}
        self.userinfo = None
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler(self))
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    @property
    def description(self):
        usual = {
            "issuer": self.url, "authorization_endpoint": f"{self.url}/authorize", "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys", "userinfo_endpoint": f"{self.url}/userinfo",
            "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"],
            "backchannel_logout_supported": True,
        }  # fmt: skip
        return {name: value for name, value in (usual | self.described).items() if value is not None}

    def signs_in(self, address):
        """What a browser would be sent back to after somebody signed in there."""
        asked = {name: values[0] for name, values in urllib.parse.parse_qs(urllib.parse.urlsplit(address).query).items()}
        code = base64url(hashlib.sha256(f"{time.monotonic_ns()}".encode()).digest())
        self.codes[code] = asked
        return asked["redirect_uri"] + "?" + urllib.parse.urlencode({"code": code, "state": asked["state"]})

    def token(self, form, headers):
        """The answer of the token endpoint; (status, body)."""
        asked = self.codes.pop(form.get("code"), None)
        if not asked or form.get("redirect_uri") != asked["redirect_uri"] or form.get("grant_type") != "authorization_code":
            return 400, {"error": "invalid_grant"}
        challenge = base64url(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if challenge != asked["code_challenge"] or asked["code_challenge_method"] != "S256":
            return 400, {"error": "invalid_grant"}
        pair = ":".join(urllib.parse.quote(part, safe="") for part in (CLIENT, SECRET))
        if headers.get("Authorization") != "Basic " + base64.b64encode(pair.encode()).decode():
            return 401, {"error": "invalid_client"}
        return 200, {"access_token": "opens-userinfo", "token_type": "Bearer", "id_token": self.make(self.bend(self.claims(asked)))}

    def claims(self, asked):
        now = int(time.time())
        return {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]} | self.person | self.more

    def logout_claims(self, **more):
        now = int(time.time())
        usual = {
            "iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 120, "jti": f"{now}", "sub": self.person["sub"],
            "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
        }  # fmt: skip
        return {name: value for name, value in (usual | more).items() if value is not None}


def handler(provider):
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            path = urllib.parse.urlsplit(self.path).path
            provider.asked.append(path)
            if path in provider.answers:
                return provider.answers[path](self)
            if path == "/.well-known/openid-configuration":
                return self.say(200, provider.description)
            if path == "/keys":
                return self.say(200, {"keys": [key.public for key in provider.keys]})
            if path == "/userinfo" and self.headers.get("Authorization") == "Bearer opens-userinfo" and provider.userinfo:
                return self.say(200, provider.userinfo)
            if path == "/authorize":
                return self.send_back(provider.signs_in(self.path))
            self.say(404, {})

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            form = {name: values[0] for name, values in urllib.parse.parse_qs(body).items()}
            self.say(*provider.token(form, self.headers))

        def send_back(self, address):
            self.send_response(302)
            self.send_header("Location", address)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def say(self, status, value):
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler
