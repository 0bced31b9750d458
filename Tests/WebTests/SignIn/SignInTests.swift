import Core
import Foundation
import Hummingbird
import Testing

@testable import Web

@Suite struct SignInTests {
  @Test("A sign-in link is good once")
  func once() async throws {
    let site = try await TestSite()
    let link = try await site.link()
    try await site.run { browser in
      #expect(try await browser.get(link).status == 200)
      let first = try await browser.post(link)
      #expect(first.status == 303)
      #expect(first.headers[.setCookie]?.contains("HttpOnly") == true)
      #expect(try await browser.post(link).status == 410)
      #expect(try await browser.get(link).status == 410)
    }
  }

  @Test("A sign-in link expires after fifteen minutes")
  func expiry() async throws {
    let site = try await TestSite()
    let link = try await site.link()
    site.advance(seconds: 15 * 60 + 1)
    try await site.run { browser in
      let late = try await browser.post(link)
      #expect(late.status == 410)
    }
  }

  @Test("Opening a sign-in link signs nobody in and uses nothing up")
  func opening() async throws {
    let site = try await TestSite()
    let link = try await site.link()
    try await site.run { browser in
      for _ in 1...3 {
        let opened = try await browser.get(link)
        #expect(opened.headers[.setCookie] == nil)
      }
      let used = try await browser.post(link)
      #expect(used.status == 303)
    }
  }

  @Test("The answer to a mail address does not tell whether a host has it")
  func silence() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let known = try await browser.post(.signIn, [("email", site.host.email)])
      let unknown = try await browser.post(.signIn, [("email", "somebody@example.net")])
      #expect(known.status == 200)
      #expect(
        known.text.replacing(site.host.email, with: "") == unknown.text.replacing("somebody@example.net", with: ""))
    }
  }

  @Test("Too many tries to sign in are refused for a while")
  func rate() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      for number in 1...10 {
        _ = try await browser.post(.signIn, [("email", "a\(number)@example.org")])
      }
      let refused = try await browser.post(.signIn, [("email", "b@example.org")])
      #expect(refused.status == 429)
      #expect(refused.headers[.retryAfter] != nil)
      site.advance(seconds: 601)
      #expect(try await browser.post(.signIn, [("email", "b@example.org")]).status == 200)
    }
  }

  @Test("A session can be ended, and then opens nothing")
  func ending() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let one = try await browser.signedIn()
      let two = try await browser.signedIn()
      let page = try await one.get(.settings)
      let path = try #require(page.text.firstMatch(of: /action="(\/settings\/sessions\/[^"]+)"/)?.1)
      #expect(try await one.post(String(path)).status == 303)
      #expect(try await two.get(.settings).location == Path.signIn.text)
      #expect(try await one.get(.settings).status == 200)
    }
  }

  @Test("A session ends thirty days after it was last used")
  func sessionExpiry() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      site.advance(days: 29)
      #expect(try await host.get(.settings).status == 200)
      site.advance(days: 29)
      #expect(try await host.get(.settings).status == 200)
      site.advance(days: 31)
      #expect(try await host.get(.settings).status == 303)
    }
  }
}

extension TestSite {
  /// The path of a fresh sign-in link for the host.
  func link() async throws -> String {
    let link = try await services.database.write { [services, host] in
      try services.makeSignInLink(for: host.id, connection: $0)
    }
    return String(link.dropFirst(services.settings.publicURL.absoluteString.count))
  }
}
