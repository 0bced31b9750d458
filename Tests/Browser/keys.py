"""What somebody does who uses the keyboard alone."""

MOST = 160
"""Times that a key is pressed on the way to something."""


def has_focus(page, selector):
    return page.evaluate("(selector) => document.activeElement?.matches(selector) ?? false", selector)


def reach(page, selector, key="Tab"):
    """Presses Tab until the element has the focus, as somebody would who can't point."""
    for _ in range(MOST):
        if has_focus(page, selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{selector} isn't reached by {key}")


def press(page, selector):
    """A button that leads to another page."""
    reach(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def press_in_place(page, selector):
    """A button whose form is taken in the background: the page stays where it was."""
    reach(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_selector("main[aria-busy]", state="detached")
