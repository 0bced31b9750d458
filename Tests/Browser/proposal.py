"""The host bends the suggested table until it fits, and takes it."""

from keys import reach


class Proposal:
    def __init__(self, host):
        self.host = host
        self.page = host.page
        self.desk = host.desk

    def walk(self):
        self.lean()
        pinned = self.pin()
        gone = self.exclude(pinned)
        newcomer = self.exchange(pinned)
        self.host.look("choosing-proposal")
        assert {pinned, newcomer} <= set(self.seated), (pinned, newcomer, self.seated)
        assert gone not in self.seated, (gone, self.seated)
        self.take()

    @property
    def seated(self):
        """Names in the order they are shown."""
        names = self.page.locator("#proposal ol.people:not(.compact) > li h3")
        return names.evaluate_all("(all) => all.map(({ firstChild }) => firstChild.textContent.trim())")

    def seat(self, name):
        return self.page.locator("#proposal ol.people:not(.compact) > li").filter(has=self.page.locator("h3", has_text=name))

    def lean(self):
        """Moves a slider with the keyboard: sliders have no numbers, only words at their ends."""
        assert self.page.locator("#proposal .reason").count() == len(self.seated) > 2
        assert not self.page.locator("#proposal form.leaning").get_by_text("0", exact=True).count()
        reach(self.page, "#breadth")
        self.page.keyboard.press("ArrowRight")
        self.page.keyboard.press("ArrowRight")
        self.submit(self.page.locator("#proposal form.leaning button[type=submit]"))
        assert self.page.input_value("#breadth") == "2"
        assert self.page.input_value("#mixture") == "0"

    def pin(self):
        name = self.seated[1]
        self.submit(self.seat(name).locator("button[value=pin]"))
        assert self.seat(name).locator("button[aria-pressed=true]").count() == 1
        self.page.locator("#breadth").fill("-2")
        self.submit(self.page.locator("#proposal form.leaning button[type=submit]"))
        assert name in self.seated, (name, self.seated)
        return name

    def exclude(self, kept):
        name = next(name for name in self.seated if name != kept)
        self.submit(self.seat(name).locator("button[value=exclude]"))
        assert name not in self.seated and kept in self.seated, (name, self.seated)
        return name

    def exchange(self, kept):
        """The person who takes the place is there because the host says so; the one who gave it up stands by."""
        leaving = next(name for name in reversed(self.seated) if name != kept)
        self.seat(leaving).locator("summary").click()
        button = self.seat(leaving).locator("details button").first
        newcomer = button.inner_text().strip()
        self.submit(button)
        assert newcomer in self.seated and leaving not in self.seated, (newcomer, leaving, self.seated)
        reserves = self.desk.rows("SELECT name FROM guest JOIN person ON person.id = person_id WHERE standing = 'reserve'")
        assert reserves == [(leaving,)], (leaving, reserves)
        return newcomer

    def take(self):
        names = self.seated
        self.submit(self.page.locator('#proposal form[action$="/proposal"] button'))
        chosen = self.desk.rows("SELECT name FROM guest JOIN person ON person.id = person_id WHERE standing = 'chosen' ORDER BY name")
        assert [name for (name,) in chosen] == sorted(names), (chosen, names)
        assert self.page.url.endswith("/substance"), f"taking the table leads on to {self.page.url}"
        self.page.go_back()
        self.page.reload()
        assert not self.page.locator('#proposal form[action$="/proposal"]').count(), "what is taken is offered again"

    def submit(self, button):
        with self.page.expect_navigation():
            button.click()
