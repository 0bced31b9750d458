"""A browser without a screen: cookies, forms, no redirects followed."""

import http.client
import re
import urllib.parse


class Visitor:
    def __init__(self, site_url, language="de"):
        self.address = urllib.parse.urlsplit(site_url).netloc
        self.language = language
        self.cookies = {}

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, fields=()):
        """`fields` is a dictionary or a list of pairs; the answer's status is 303 when the form was taken."""
        pairs = list(fields.items()) if isinstance(fields, dict) else list(fields)
        return self.ask("POST", path, urllib.parse.urlencode(pairs), {"Content-Type": "application/x-www-form-urlencoded"})

    def ask(self, method, path, body=None, headers=None):
        """- Raises: OSError or http.client.HTTPException when the site is away."""
        path = urllib.parse.urlsplit(path)._replace(scheme="", netloc="").geturl()
        connection = http.client.HTTPConnection(self.address, timeout=20)
        own = {"Accept-Language": self.language, "Sec-Fetch-Site": "same-origin"}
        if self.cookies:
            own["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body, own | (headers or {}))
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(answer.status, answer.headers.get("Location", ""), text)


class Answer:
    def __init__(self, status, location, text):
        self.status = status
        self.location = location
        self.text = text

    def taken(self):
        """The answer, if a form was taken.

        - Raises: AssertionError with the page's own words."""
        if self.status != 303:
            words = re.sub(r"<[^>]+>|\s+", " ", self.text)
            raise AssertionError(f"answered {self.status}: {words[:600]}")
        return self
