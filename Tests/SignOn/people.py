"""Who may come in, and as whom."""

from stories import Story


def play(folder, tally):
    invitations(folder / "people", tally)
    groups(folder / "groups", tally)
    without_links(folder / "links", tally)


def invitations(folder, tally):
    story = Story(folder, DOMAINS="uni.example")
    try:
        become(story, tally)
        link(story, tally)
    finally:
        story.stop()


def is_person(story, **person):
    story.provider.person = {"name": "Bo Lind"} | person
    return story.enters()


def become(story, tally):
    answer = None
    story.provider.person = {"sub": "s1", "email": "kim@elsewhere.example", "email_verified": True}
    _, answer = story.signed_in()
    tally.note(answer.status == 403 and "aren’t a host here yet" in answer.text, "who is not invited and of no domain is told so", answer.status)
    tally.note("elsewhere" not in story.site.run("host", "list").stdout, "and is no host")
    tally.note(not is_person(story, sub="s2", email="lee@uni.example"), "an address that the provider does not vouch for makes nobody a host")
    tally.note(not is_person(story, sub="s2", email="lee@uni.example", email_verified=False), "nor does one that it says is not verified")
    tally.note(not is_person(story, sub="s2", email="lee@uni.example.evil.example", email_verified=True), "nor a domain that begins alike")
    tally.note(not is_person(story, sub="s2", email="no address", email_verified=True), "nor an address that is none")
    tally.note(is_person(story, sub="s2", email="Lee@Uni.Example", email_verified=True), "an address of the domain, verified, does")
    tally.note("lee@uni.example" in story.site.run("host", "list").stdout, "as it is compared")
    story.provider.userinfo = {"sub": "s3", "email": "page@uni.example", "email_verified": True}
    tally.note(is_person(story, sub="s3"), "an address may stand on the provider's page about somebody")
    story.provider.userinfo = {"sub": "s1", "email": "other@uni.example", "email_verified": True}
    tally.note(not is_person(story, sub="s4"), "a page about somebody else is not believed")
    story.provider.userinfo = None


def link(story, tally):
    story.site.run("host", "add", "kim@elsewhere.example", "--name", "Kim Ost")
    tally.note(is_person(story, sub="s1", email="kim@elsewhere.example", email_verified=True), "who was invited comes in by the provider")
    tally.note("Kim Ost" in story.site.run("host", "list").stdout, "as the host who was invited")
    tally.note(is_person(story, sub="s1", email="new@elsewhere.example", email_verified=True), "and stays that host when the address there changes")
    again = is_person(story, sub="s9", email="kim@elsewhere.example", email_verified=True)
    tally.note(not again, "the address given to somebody else does not open the host's account to them")
    story.site.run("host", "unlink", "kim@elsewhere.example")
    tally.note(is_person(story, sub="s9", email="kim@elsewhere.example", email_verified=True), "until the operator says so")
    story.site.run("host", "disable", "kim@elsewhere.example")
    tally.note(not is_person(story, sub="s9", email="kim@elsewhere.example", email_verified=True), "who is kept out does not come in")


def groups(folder, tally):
    story = Story(folder, GROUPS="hosts,staff", GROUPS_CLAIM="realm_access.roles", TRUST_ADDRESSES="true", more={"STEHTISCH_QUOTA_HOSTS": "2"})
    try:
        tally.note(not is_person(story, sub="g1", email="a@x.example", realm_access={"roles": ["guests"]}), "another group lets nobody in")
        tally.note(is_person(story, sub="g1", email="a@x.example", realm_access={"roles": ["guests", "hosts"]}), "the right one does, wherever the claim stands")
        full = is_person(story, sub="g2", email="b@x.example", realm_access={"roles": ["staff"]})
        tally.note(not full, "no more hosts than the operator allows")
    finally:
        story.stop()


def without_links(folder, tally):
    story = Story(folder, DOMAINS="uni.example", more={"STEHTISCH_SIGN_IN_LINKS": "false"})
    try:
        page = story.visitor().get("/sign-in").text
        tally.note('name="email"' not in page and "Universität Nordstadt" in page, "with links switched off the page offers the provider alone")
        tally.note(story.visitor().post("/sign-in", {"email": "anna@uni.example"}).status == 404, "and no link is sent")
        link = story.site.run("host", "add", "ute@uni.example").stdout.strip()
        visitor = story.visitor()
        tally.note(visitor.post(link).status == 303, "the command still prints one, for the day on which the provider is away")
    finally:
        story.stop()
