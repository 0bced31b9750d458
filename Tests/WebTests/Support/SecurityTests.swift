import Core
import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite struct SecurityTests {
  @Test(
    "A form from another site is refused",
    arguments: [
      ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://evil.example"],
      ["Origin": "null"], [:],
    ])
  func crossSite(_ origin: [String: String]) async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      var headers = host.headers
      for (name, value) in origin { headers[try #require(HTTPField.Name(name))] = value }
      #expect(try await host.send(Path.signOut.text, .post, headers: headers, body: nil).status == 403)
      #expect(try await host.get(.settings).status == 200)
    }
  }

  @Test("A form with our own origin is accepted from browsers without fetch metadata")
  func ownOrigin() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      var headers = host.headers
      headers[.origin] = site.services.settings.publicURL.absoluteString
      #expect(try await host.send(Path.signOut.text, .post, headers: headers, body: nil).status == 303)
    }
  }

  @Test(
    "An origin is compared with the public address, whatever host a request names",
    arguments: [
      ("https://tisch.example.org", 303), ("https://Tisch.example.org", 403), ("http://localhost", 403),
      ("https://localhost", 403), ("http://tisch.example.org", 403), ("https://tisch.example.org:444", 403),
    ])
  func origin(_ origin: String, _ status: Int) async throws {
    let site = try await TestSite { $0.publicURL = URL(string: "https://Tisch.example.org:443") ?? $0.publicURL }
    try await site.run { browser in
      let host = try await browser.signedIn()
      var headers = host.headers
      headers[.origin] = origin
      #expect(try await host.send(Path.signOut.text, .post, headers: headers, body: nil).status == status)
    }
  }

  @Test("Measurements need the token; without one they are closed to visitors from elsewhere")
  func metrics() async throws {
    let closed = try await TestSite()
    try await closed.run { browser in
      let status = try await browser.get("/metrics").status
      #expect(status == 404)
    }
    let local = try await TestSite { $0.trustsProxy = true }
    try await local.run { browser in
      var headers = browser.headers
      let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
      headers[forwarded] = "127.0.0.1"
      #expect(try await browser.send("/metrics", .get, headers: headers, body: nil).status == 404, "by a proxy")
    }
    let site = try await TestSite { $0.metricsToken = "north" }
    try await site.run { browser in
      for (authorization, status) in [("Bearer north", 200), ("Bearer south", 404), ("", 404)] {
        var headers = browser.headers
        headers[.authorization] = authorization
        let answered = try await browser.send("/metrics", .get, headers: headers, body: nil).status
        #expect(answered == status)
      }
    }
  }

  @Test("Every answer carries the security headers, errors too", arguments: ["/sign-in", "/nothing", "/", "/healthz"])
  func headers(_ path: String) async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let headers = try await browser.get(path).headers
      #expect(headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
      #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
      #expect(headers[.xContentTypeOptions] == "nosniff")
    }
  }

  @Test("On https the session's cookie is bound to the host and secure")
  func cookies() async throws {
    let site = try await TestSite { $0.publicURL = URL(string: "https://tisch.example.org") ?? $0.publicURL }
    let cookie = site.services.sessionCookie("x", seconds: 1).description
    #expect(cookie.hasPrefix("__Host-session=x"))
    for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
    #expect(!cookie.contains("Domain"))
  }

  @Test("The choice of language is remembered and leads back only to a page of ours")
  func language() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let page = try await browser.post(.language, [("language", "en"), ("back", "/sign-in")])
      #expect(page.location == "/sign-in")
      #expect(page.headers[.setCookie]?.hasPrefix("language=en") == true)
      for elsewhere in ["https://evil.example/", "//evil.example", "/\\evil.example", "/a\nb"] {
        #expect(try await browser.post(.language, [("language", "en"), ("back", elsewhere)]).location == "/")
      }
    }
  }

  @Test("Pages are in the language the browser likes best")
  func accepted() {
    let cases: [(String?, Language)] = [
      ("de-DE,de;q=0.9,en;q=0.8", .german), ("en-US,en;q=0.5", .english), ("fr,de;q=0.3,en;q=0.2", .german),
      ("fr", .english), (nil, .english), ("de;q=0, en;q=0.1", .english),
    ]
    for (header, language) in cases {
      #expect(LanguageChoice.language(remembered: nil, accepted: header) == language, "\(header ?? "none")")
    }
    #expect(LanguageChoice.language(remembered: "de", accepted: "en") == .german)
  }
}
