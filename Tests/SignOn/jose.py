"""Keys and signed tokens (RFC 7515, 7517), right ones and wrong ones."""

import base64
import hashlib
import hmac
import json

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value, length=None):
    return base64url(value.to_bytes(length or (value.bit_length() + 7) // 8, "big"))


class Key:
    """A private key with its name."""

    def __init__(self, name, algorithm="RS256", bits=2048, **members):
        self.name, self.algorithm, self.members = name, algorithm, members
        self.private = ec.generate_private_key(ec.SECP256R1()) if algorithm == "ES256" else rsa.generate_private_key(65537, bits)

    @property
    def public(self):
        """As the provider shows it."""
        numbers = self.private.public_key().public_numbers()
        if self.algorithm == "ES256":
            shown = {"kty": "EC", "crv": "P-256", "x": number(numbers.x, 32), "y": number(numbers.y, 32)}
        else:
            shown = {"kty": "RSA", "n": number(numbers.n), "e": number(numbers.e)}
        return shown | {"kid": self.name, "use": "sig"} | self.members

    @property
    def pem(self):
        return self.private.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)

    def signature(self, message):
        if self.algorithm == "RS256":
            return self.private.sign(message, padding.PKCS1v15(), hashes.SHA256())
        if self.algorithm == "PS256":
            return self.private.sign(message, padding.PSS(padding.MGF1(hashes.SHA256()), 32), hashes.SHA256())
        r, s = utils.decode_dss_signature(self.private.sign(message, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def signed(claims, key, **header):
    """A header member of None is left out."""
    head = {"alg": key.algorithm, "typ": "JWT", "kid": key.name} | header
    message = parts({name: value for name, value in head.items() if value is not None}, claims)
    return f"{message}.{base64url(key.signature(message.encode()))}"


def signed_by_secret(claims, secret, kid):
    message = parts({"alg": "HS256", "typ": "JWT", "kid": kid}, claims)
    return f"{message}.{base64url(hmac.new(secret, message.encode(), hashlib.sha256).digest())}"


def unsigned(claims, word="none"):
    return parts({"alg": word, "typ": "JWT"}, claims) + "."


def parts(head, claims):
    return ".".join(base64url(json.dumps(part).encode()) for part in (head, claims))
