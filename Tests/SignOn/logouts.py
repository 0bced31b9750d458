"""Somebody signs out at the provider."""

import time

from jose import Key, signed, signed_by_secret, unsigned
from stories import Story


def play(folder, tally):
    story = Story(folder / "logouts", DOMAINS="uni.example")
    try:
        wrong(story, tally)
        right(story, tally)
    finally:
        story.stop()


def wrong(story, tally):
    provider = story.provider
    visitor, _ = story.signed_in()
    claims, key = provider.logout_claims, provider.keys[0]
    now = int(time.time())
    for sentence, token in {
        "of another issuer": signed(claims(iss="https://evil.example"), key),
        "for another client": signed(claims(aud="other"), key),
        "by another key": signed(claims(), Key(key.name)),
        "without a signature": unsigned(claims()),
        "that the public key signed": signed_by_secret(claims(), key.pem, key.name),
        "with a nonce": signed(claims(nonce="n"), key),
        "of no event": signed(claims(events=None), key),
        "of another event": signed(claims(events={"http://example.org/other": {}}), key),
        "about nobody": signed(claims(sub=None), key),
        "that has expired": signed(claims(exp=now - 120), key),
        "of no time": signed(claims(iat=None), key),
        "from the future": signed(claims(iat=now + 600), key),
        "that is an ID token": signed(provider.claims({"nonce": "n"}), key),
        "that is none": "hello",
        "that is missing": "",
    }.items():
        status = story.logout(token).status
        tally.note(status == 400 and visitor.get("/settings").status == 200, f"a notice {sentence} ends nothing", status)


def right(story, tally):
    provider = story.provider
    key = provider.keys[0]
    provider.more = {"sid": "one"}
    one, _ = story.signed_in()
    provider.more = {"sid": "two"}
    two, _ = story.signed_in()
    link = story.site.run("host", "add", "anna@uni.example").stdout.strip()
    by_link = story.visitor()
    by_link.post(link).taken()
    answer = story.logout(signed(provider.logout_claims(sid="one"), key, typ="logout+jwt"))
    ended = one.get("/settings").status == 303
    tally.note(answer.status == 200 and ended and two.get("/settings").status == 200, "a notice of one session ends that one", answer.status)
    notice = signed(provider.logout_claims(), key)
    tally.note(story.logout(notice).status == 200 and two.get("/settings").status == 303, "a notice about somebody ends all of theirs")
    tally.note(by_link.get("/settings").status == 200, "but none that began with a link")
    tally.note(story.logout(notice).status == 200, "a notice a second time is no error")
    tally.note(story.logout(signed(provider.logout_claims(sub=None, sid="none"), key)).status == 200, "nor is one about a session that has ended")
