import Core
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
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

@Suite struct SignInTests {
  @Test("A sign-in link is valid once")
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

  @Test("Opening a sign-in link signs nobody in and uses up nothing")
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

  @Test("Known and unknown addresses are answered after the same time")
  func time() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let clock = ContinuousClock()
      for email in [site.host.email, "somebody@example.net"] {
        let taken = try await clock.measure { _ = try await browser.post(.signIn, [("email", email)]) }
        #expect(taken > .milliseconds(249), "at the end of a step of 250 ms, not when the work is done")
      }
    }
  }

  @Test("Too many tries to sign in are refused for a while, however the wall clock is corrected")
  func rate() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      for number in 1...20 {
        _ = try await browser.post(.signIn, [("email", "a\(number)@")])
      }
      let refused = try await browser.post(.signIn, [("email", "b@example.org")])
      #expect(refused.status == 429)
      #expect(refused.headers[.retryAfter] != nil)
      site.stepClock(seconds: 3600)
      #expect(try await browser.post(.signIn, [("email", "b@example.org")]).status == 429)
      site.stepClock(seconds: -7200)
      site.advance(seconds: 901)
      #expect(try await browser.post(.signIn, [("email", "b@example.org")]).status == 200)
    }
  }

  @Test("Strangers can't use up a host's tries, from another network or where the host has signed in before")
  func blocking() async throws {
    let site = try await TestSite { $0.trustsProxy = true }
    let link = try await site.link()
    try await site.run { browser in
      func ask(from address: String, cookie: String? = nil) async throws -> Int {
        var headers = browser.headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers[HTTPField.Name("Sec-Fetch-Site")!] = "same-origin"
        headers[HTTPField.Name("X-Forwarded-For")!] = address
        if let cookie { headers[.cookie] = cookie }
        let body = ByteBuffer(string: "email=\(site.host.email.percentEncoded)")
        return try await browser.send(Path.signIn.text, .post, headers: headers, body: body).status
      }
      for _ in 1...5 { #expect(try await ask(from: "2001:db8::1") == 200) }
      #expect(try await ask(from: "2001:db8::2") == 429, "the same network")
      #expect(try await ask(from: "2001:db8:0:1::2") == 200, "another one")
      let cookies = try await browser.post(link).headers[values: .setCookie]
      let familiar = try #require(cookies.first { $0.hasPrefix("familiar=") }?.split(separator: ";").first)
      #expect(try await ask(from: "2001:db8::2", cookie: String(familiar)) == 200)
      #expect(try await ask(from: "2001:db8::2", cookie: String(familiar.dropLast()) + "x") == 429)
      // What one address gets in a day is bounded, too: strangers can't use that up either.
      func links() async throws -> Int {
        try await site.services.database.read { try $0.count("SELECT count(*) AS n FROM outbox WHERE kind = 'signIn'") }
      }
      site.advance(seconds: 901)
      for network in 1...10 {
        for _ in 1...5 { _ = try await ask(from: "2001:db8:0:\(network)::1") }
      }
      let full = try await links()
      #expect(full == MailBudget.signIns)
      #expect(try await ask(from: "2001:db8::2", cookie: String(familiar)) == 200)
      #expect(try await links() == full + 1)
    }
  }

  @Test("The life of a link begins once its mail is accepted, within four hours")
  func greylisting() async throws {
    for (wait, rest, isGood) in [(3600.0, 800.0, true), (3600, 901, false), (5 * 3600, 60, false), (0, 901, false)] {
      let site = try await TestSite()
      let link = try await site.services.database.write { [services = site.services, host = site.host] connection in
        try services.addSignInMail(for: host, connection: connection)
        let text = try connection.row("SELECT text FROM outbox")?.get("text", as: String.self) ?? ""
        return text.split(whereSeparator: \.isWhitespace).first { $0.contains("/sign-in/") }.map(String.init)
      }
      let path = try #require(link).dropFirst(site.services.settings.publicURL.absoluteString.count)
      site.advance(seconds: wait)
      try await site.services.database.write { [now = site.now] in
        try $0.execute("UPDATE outbox SET state = 'sent', accepted_at = \(now)")
      }
      site.advance(seconds: rest)
      try await site.run { browser in
        let status = try await browser.post(String(path)).status
        #expect(status == (isGood ? 303 : 410), "\(wait) \(rest)")
      }
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

  @Test("A session ends thirty days after its last use")
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
