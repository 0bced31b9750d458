"""Every wrong token, beside the right ones."""

import json
import time

from jose import Key, base64url, signed, signed_by_secret, unsigned
from provider import SECRET
from stories import Story

NOW = time.time
# What is bent, and how.
WRONG_CLAIMS = {
    "of another issuer": lambda claims: claims | {"iss": "https://evil.example"},
    "of an issuer with one sign more": lambda claims: claims | {"iss": claims["iss"] + "/"},
    "of no issuer": lambda claims: without(claims, "iss"),
    "for another client": lambda claims: claims | {"aud": "other"},
    "for nobody": lambda claims: without(claims, "aud"),
    "for two clients that names no party": lambda claims: claims | {"aud": ["stehtisch", "other"]},
    "made for another party": lambda claims: claims | {"azp": "other"},
    "for two, made for the other": lambda claims: claims | {"aud": ["stehtisch", "other"], "azp": "other"},
    "with another nonce": lambda claims: claims | {"nonce": "AAAAAAAAAAAAAAAAAAAAAA"},
    "without a nonce": lambda claims: without(claims, "nonce"),
    "that has expired": lambda claims: claims | {"exp": int(NOW()) - 120},
    "that never expires": lambda claims: without(claims, "exp"),
    "with an end that is no number": lambda claims: claims | {"exp": "tomorrow"},
    "with an end beyond all clocks": lambda claims: claims | {"exp": 1e300},
    "from the future": lambda claims: claims | {"iat": int(NOW()) + 600},
    "of no time": lambda claims: without(claims, "iat"),
    "older than the question": lambda claims: claims | {"iat": int(NOW()) - 3600},
    "that is not good yet": lambda claims: claims | {"nbf": int(NOW()) + 600},
    "about nobody": lambda claims: without(claims, "sub"),
    "about an empty name": lambda claims: claims | {"sub": ""},
    "about a name of 300 letters": lambda claims: claims | {"sub": "a" * 300},
    "about a number": lambda claims: claims | {"sub": 7},
}


def without(claims, name):
    return {key: value for key, value in claims.items() if key != name}


def play(folder, tally):
    story = Story(folder / "tokens", DOMAINS="uni.example")
    try:
        tally.note(story.enters(), "a right token lets in")
        for sentence, bend in WRONG_CLAIMS.items():
            tally.note(not story.bent(bend), f"a token {sentence} does not")
        right_claims(story, tally)
        signatures(story, tally)
        kinds(story, tally)
    finally:
        story.stop()


def right_claims(story, tally):
    tally.note(story.bent(lambda claims: claims | {"aud": ["stehtisch"]}), "one audience in a list is one")
    both = {"aud": ["stehtisch", "other"], "azp": "stehtisch"}
    tally.note(story.bent(lambda claims: claims | both), "two audiences are right if it was made for us")
    tally.note(story.bent(lambda claims: claims | {"exp": int(NOW()) - 20}), "clocks may differ by a minute")


def signatures(story, tally):
    key = story.provider.keys[0]
    stranger = Key(key.name)
    head, body = lambda text: text.rsplit(".", 1)[0], lambda text: text.rsplit(".", 1)[1]
    shown = {"jwk": stranger.public}
    for sentence, make in {
        "by another key of the same name": lambda claims: signed(claims, stranger),
        "by a key that it brings itself": lambda claims: signed(claims, stranger, **shown),
        "by a key that it says where to find": lambda claims: signed(claims, stranger, jku=f"{story.provider.url}/other"),
        "by a key of a name that nobody knows": lambda claims: signed(claims, Key("nobody")),
        "without a signature": lambda claims: unsigned(claims),
        "without a signature, said otherwise": lambda claims: unsigned(claims, "nOnE"),
        "whose signature is gone": lambda claims: head(signed(claims, key)) + ".",
        "whose signature is another one's": lambda claims: head(signed(claims, key)) + "." + body(signed(claims | {"sub": "x"}, key)),
        "whose signature was cut": lambda claims: signed(claims, key)[:-8],
        "that the public key signed as a secret": lambda claims: signed_by_secret(claims, key.pem, key.name),
        "that our own secret signed": lambda claims: signed_by_secret(claims, SECRET.encode(), key.name),
        "signed by SHA-512": lambda claims: signed(claims, key, alg="RS512"),
        "that says another way of signing": lambda claims: signed(claims, key, alg="PS256"),
        "with a header that must be understood": lambda claims: signed(claims, key, crit=["exp"]),
        "with words behind it": lambda claims: signed(claims, key) + ".more",
        "that is none": lambda claims: "hello",
        "that is empty": lambda claims: "",
        "of a megabyte": lambda claims: signed(claims | {"more": "a" * 200_000}, key),
        "whose claims are no object": lambda claims: signed([1, 2], key),
    }.items():
        tally.note(not story.made(make), f"a token {sentence} does not")


def kinds(story, tally):
    provider = story.provider
    for algorithm in ("ES256", "PS256"):
        provider.keys = [Key("first"), Key("second", algorithm)]
        wait_for_rest(story)
        tally.note(story.made(lambda claims: signed(claims, provider.keys[1])), f"a token signed by {algorithm} lets in")
    other = Key("second", "ES256")
    tally.note(not story.made(lambda claims: signed(claims, other)), "one by another key of that kind does not")
    tally.note(story.made(lambda claims: signed(claims, provider.keys[0], kid=None)) is False, "without a name a token must not leave the choice of two keys")


def wait_for_rest(story):
    """Keys are asked for anew at most every half minute; a start forgets them."""
    story.site.stop()
    story.site.start()
