"""What the program asks a provider, it asks guarded; and what the doctor says."""

import time

from program import Site
from provider import Provider
from stories import Story, settings


def play(folder, tally):
    story = Story(folder / "guarding", DOMAINS="uni.example")
    try:
        doctor(story, tally)
        descriptions(story, tally)
    finally:
        story.stop()
    starts(folder, tally)


def doctor(story, tally):
    said = story.site.run("doctor").stdout
    right = "Sign-on (uni)" in said and f"{story.site.url}/sign-on/uni/return" in said and f"{story.site.url}/sign-on/uni/logout" in said
    tally.note(right, "the doctor looks at the provider, and says what to register there", said)
    story.provider.described = {"issuer": "https://other.example"}
    done = story.site.run("doctor")
    tally.note(done.returncode == 1 and "the issuer described at" in done.stdout, "it sees when another one describes itself there", done.stdout[-500:])
    story.provider.described = {}
    keys, story.provider.keys = story.provider.keys, []
    tally.note("publishes no key" in story.site.run("doctor").stdout, "it sees when there is no key")
    story.provider.keys = keys


def descriptions(story, tally):
    other = Provider()
    for sentence, described in {
        "of another issuer": {"issuer": "https://other.example"},
        "without a place for codes": {"token_endpoint": None},
        "that sends browsers where nothing is encrypted": {"authorization_endpoint": "http://other.example/authorize"},
        "whose addresses carry a mark": {"authorization_endpoint": f"{story.provider.url}/a\"b"},
        "whose tokens are signed by a secret alone": {"id_token_signing_alg_values_supported": ["HS256"]},
        "whose keys are in a network that is not public": {"jwks_uri": "https://10.1.2.3/keys"},
        "whose keys are on this machine, at another server": {"jwks_uri": "https://localhost:9/keys"},
    }.items():
        story.provider.described = described
        story.site.stop()
        story.site.start()
        visitor = story.visitor()
        page = visitor.post("/sign-on/uni")
        if page.status == 200:
            page = story.signed_in(visitor)[1]
        tally.note(page.status == 502 and visitor.get("/settings").status == 303, f"nobody comes in by a description {sentence}", page.status)
    story.provider.described = {}
    for sentence, answer in {
        "too much": lambda ask: ask.say(200, {"issuer": "a" * 400_000}),
        "something that is no JSON": lambda ask: ask.wfile.write(b"HTTP/1.0 200 OK\r\n\r\nhello"),
        "that it is elsewhere": lambda ask: ask.send_back(f"{other.url}/.well-known/openid-configuration"),
        "nothing, for ever": lambda ask: time.sleep(12),
    }.items():
        story.provider.answers["/.well-known/openid-configuration"] = answer
        story.site.stop()
        story.site.start()
        begun = time.monotonic()
        status = story.visitor().post("/sign-on/uni").status
        tally.note(status == 502 and time.monotonic() - begun < 11, f"a provider that says {sentence} keeps nobody waiting", status)
    tally.note(other.asked == [], "and nobody else is asked", other.asked)
    story.provider.answers = {}
    other.stop()


def starts(folder, tally):
    provider = Provider()
    right = settings(provider)
    for sentence, more in {
        "an issuer without encryption elsewhere": {"STEHTISCH_OIDC_UNI_ISSUER": "http://sso.example.org"},
        "a provider without a client": {"STEHTISCH_OIDC_UNI_CLIENT_ID": ""},
        "a name that is none": {"STEHTISCH_OIDC": "Uni Nord"},
        "a key of a provider that is not named": {"STEHTISCH_OIDC_OTHER_ISSUER": "https://sso.example.org"},
        "a slip of the pen": {"STEHTISCH_OIDC_UNI_DOMAIN": "uni.example"},
    }.items():
        site = Site(folder / "starts", **(right | more))
        done = site.run("doctor")
        tally.note(done.returncode != 0 and "STEHTISCH_OIDC" in done.stderr, f"{sentence} stops the start, and is named", done.stderr[-300:])
    alone = Site(folder / "starts", STEHTISCH_SIGN_IN_LINKS="false").run("doctor")
    tally.note(alone.returncode != 0 and "nobody could sign in" in alone.stderr, "links can't be switched off where there is no other way in")
    provider.stop()
