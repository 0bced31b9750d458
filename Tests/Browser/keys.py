"""What somebody does who uses the keyboard alone."""


def press(page, selector, most=120):
    """By keyboard alone: Tab until it has the focus, then Enter."""
    page.locator("body").press("Home")
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"{selector} is not reached by {most} tabs")
