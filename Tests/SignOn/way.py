"""The way there and back, and what a stranger may try on it."""

import urllib.parse

from jose import Key, base64url
from stories import Story


def play(folder, tally):
    story = Story(folder / "way", DOMAINS="uni.example")
    try:
        there_and_back(story, tally)
        strangers(story, tally)
        answers(story, tally)
        said = story.log()
        tally.note(not any(word in said for word in ("anna@", "Anna Berg", "7c0e", "code=")), "the log names nobody and no code", said[-400:])
    finally:
        story.stop()


def there_and_back(story, tally):
    for language, words in (("de", "Anmelden mit Universität Nordstadt"), ("en", "Sign in with Universität Nordstadt")):
        page = story.visitor(language).get("/sign-in").text
        tally.note(words in page and 'name="email"' in page, f"the page to sign in offers the provider, and links by mail beside it ({language})")
    visitor = story.visitor()
    with tally.step("the button leads to the provider"):
        address = urllib.parse.urlsplit(story.way(visitor))
        asked = {name: values[0] for name, values in urllib.parse.parse_qs(address.query).items()}
    right = asked["response_type"] == "code" and "openid" in asked["scope"] and asked["code_challenge_method"] == "S256"
    tally.note(right and len(asked["state"]) >= 22 and len(asked["nonce"]) >= 22, "the question is for a code, with PKCE, state and nonce", asked)
    tally.note(asked["redirect_uri"] == f"{story.site.url}/sign-on/uni/return", "the answer comes back to us")
    tally.note("SameSite=Lax" in cookie(story) and "HttpOnly" in cookie(story), "the browser's half of it can't be read by pages", cookie(story))
    answer = visitor.get(story.provider.signs_in(address.geturl()))
    tally.note(story.is_in(visitor, answer), "who comes back is in", answer.text[-300:])
    page = visitor.get("/settings").text
    tally.note("Anna Berg" in page and "anna@uni.example" in page, "name and address are the provider's")
    hosts = story.site.run("host", "list").stdout
    tally.note("anna@uni.example" in hosts, "there is one host more", hosts)
    again = story.signed_in()[1]
    tally.note(again.status == 303 and story.site.run("host", "list").stdout.count("anna@uni.example") == 1, "the second time it is the same host")


def cookie(story):
    import http.client

    connection = http.client.HTTPConnection(urllib.parse.urlsplit(story.site.url).netloc, timeout=20)
    connection.request("POST", "/sign-on/uni", headers={"Sec-Fetch-Site": "same-origin"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.headers.get("Set-Cookie", "")


def strangers(story, tally):
    provider = story.provider
    victim, attacker = story.visitor(), story.visitor()
    tally.note(victim.get(provider.signs_in(story.way(attacker))).status == 400, "a stranger's answer does not sign anybody in: no browser of theirs asked")
    story.way(victim)
    tally.note(victim.get(provider.signs_in(story.way(attacker))).status == 400, "nor in a browser that has asked something itself")
    visitor = story.visitor()
    back = provider.signs_in(story.way(visitor))
    code = urllib.parse.parse_qs(urllib.parse.urlsplit(back).query)["code"][0]
    tally.note(visitor.get(f"/sign-on/uni/return?code={code}&state=AAAAAAAAAAAAAAAAAAAAAA").status == 400, "another state is none")
    visitor, first = story.signed_in()
    back = provider.signs_in(story.way(visitor))
    tally.note(visitor.get(back).status == 303 and visitor.get(back).status == 400, "an answer counts once")
    visitor = story.visitor()
    back = provider.signs_in(story.way(visitor))
    name = next(name for name in visitor.cookies if "sign-on" in name)
    kept = visitor.cookies[name].split(".")
    visitor.cookies[name] = ".".join([kept[0], str(int(kept[1]) + 5), *kept[2:]])
    tally.note(visitor.get(back).status == 400, "a cookie that was changed is none")
    other = story.visitor().ask("POST", "/sign-on/uni", headers={"Sec-Fetch-Site": "cross-site"})
    tally.note(other.status == 403, "no page of another site sends a browser on the way", other.status)
    tally.note(story.visitor().post("/sign-on/nobody").status == 404, "a provider that is none has no page")


def answers(story, tally):
    visitor = story.visitor()
    state = urllib.parse.parse_qs(urllib.parse.urlsplit(story.way(visitor)).query)["state"][0]
    page = visitor.get(f"/sign-on/uni/return?error=access_denied&state={state}")
    tally.note(page.status == 200 and "called off" in page.text, "who turns back there is told so, and can try again", page.status)
    for sentence, answer in {
        "an error that the provider names lets nobody in": "error=server_error",
        "nor does an answer without a code": "",
        "nor a code that it has not given": "code=abc",
        "nor an answer that names another issuer": "code=abc&iss=https://evil.example",
    }.items():
        visitor = story.visitor()
        state = urllib.parse.parse_qs(urllib.parse.urlsplit(story.way(visitor)).query)["state"][0]
        page = visitor.get(f"/sign-on/uni/return?{answer}&state={state}")
        tally.note(page.status == 502 and visitor.get("/settings").status == 303, sentence, page.status)
    away = story.visitor()
    way = story.way(away)
    usual, story.provider.token = story.provider.token, lambda form, headers: (200, {"id_token": 7})
    tally.note(away.get(story.provider.signs_in(way)).status == 502, "nor an answer without a token")
    story.provider.token = usual
